package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"github.com/trigc/trigc/internal/compile"
	"github.com/trigc/trigc/internal/config"
	"github.com/trigc/trigc/internal/diag"
)

// A compiled database and where it was compiled.
type compiled struct {
	root   root
	result *compile.Result
}

// compileAll compiles databases, whose paths are relative to dir, and returns
// what the user is told of it: sorted by database and place, none twice, with
// paths as he sees them and the severities that he wants.
func (t *trigc) compileAll(dir string, databases []config.Config, overlay map[string][]byte) ([]compiled, []diag.Diagnostic, error) {
	var (
		all  []compiled
		list []diag.Diagnostic
	)
	for _, cfg := range databases {
		at := rootOf(dir, cfg.Schema)
		fsys := os.DirFS(at.dir)
		if len(overlay) > 0 {
			fsys = newOverlay(at, fsys, overlay)
		}
		var r diag.Report
		result, err := t.compile(fsys, at.rebase(cfg), &r)
		if err != nil {
			if cfg.Name != "" {
				err = fmt.Errorf("database %q: %w", cfg.Name, err)
			}
			return nil, nil, err
		}
		// Databases may share files of their schemas.
		for _, d := range t.relocate(setSeverities(r.Sorted(), cfg.Vet), at) {
			same := func(e diag.Diagnostic) bool {
				return e.Code == d.Code && e.Severity == d.Severity && e.Message == d.Message && e.Span.Compare(d.Span) == 0
			}
			if !slices.ContainsFunc(list, same) {
				list = append(list, d)
			}
		}
		all = append(all, compiled{at, result})
	}
	return all, list, nil
}

// relocate returns the diagnostics of a root with paths as the user sees them.
func (t *trigc) relocate(list []diag.Diagnostic, at root) []diag.Diagnostic {
	return diag.Relocate(list, func(path string) string {
		if filepath.IsAbs(path) { // pgtrigger.toml
			return t.show(path)
		}
		return t.show(at.file(path))
	})
}
