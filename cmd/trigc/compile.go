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

// compileAll compiles databases, whose paths are relative to dir, and returns
// what came of each and what the user is told: sorted by database and place,
// none twice, with paths as he sees them and the severities that he wants.
// Files of the overlay, by absolute path, stand for those on disk.
func (t *trigc) compileAll(dir string, databases []config.Config, overlay map[string][]byte) ([]*compile.Result, []diag.Diagnostic, error) {
	var (
		all  []*compile.Result
		list []diag.Diagnostic
	)
	for _, cfg := range databases {
		root, base := rootOf(dir, cfg.Schema)
		cfg.Base = base
		fsys := os.DirFS(root)
		if len(overlay) > 0 {
			fsys = newOverlay(root, fsys, overlay)
		}
		var r diag.Report
		result, err := t.compile(fsys, cfg, &r)
		if err != nil {
			if cfg.Name != "" {
				err = fmt.Errorf("database %q: %w", cfg.Name, err)
			}
			return nil, nil, err
		}
		// Databases may share files of their schemas.
		for _, d := range t.relocate(setSeverities(r.Sorted(), cfg.Vet), dir) {
			same := func(e diag.Diagnostic) bool {
				return e.Code == d.Code && e.Severity == d.Severity && e.Message == d.Message && e.Span.Compare(d.Span) == 0
			}
			if !slices.ContainsFunc(list, same) {
				list = append(list, d)
			}
		}
		all = append(all, result)
	}
	return all, list, nil
}

// relocate returns the diagnostics with paths as the user sees them. So far
// they are relative to dir; that of pgtrigger.toml is absolute.
func (t *trigc) relocate(list []diag.Diagnostic, dir string) []diag.Diagnostic {
	return diag.Relocate(list, func(path string) string {
		file := filepath.FromSlash(path)
		if !filepath.IsAbs(file) {
			file = filepath.Join(dir, file)
		}
		return t.show(file)
	})
}
