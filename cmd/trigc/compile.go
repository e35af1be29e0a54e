package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"github.com/trigc/trigc/internal/compile"
	"github.com/trigc/trigc/internal/config"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/silence"
)

// compileAll compiles databases, whose paths are relative to dir, but those of
// what is excluded to home, where the configuration is, and returns
// what came of each and what there is to tell the user: sorted by database and
// place, none twice, with paths as he sees them and what he has said of it.
// Files of the overlay, by absolute path, stand for those on disk.
func (t *trigc) compileAll(dir, home string, databases []config.Config, overlay map[string][]byte) ([]*compile.Result, []verdict, error) {
	var (
		all  []*compile.Result
		list []verdict
	)
	ignores := silence.NewIgnores(ruleNames())
	inHome := func(path string) string {
		if rel, err := filepath.Rel(home, absIn(dir, path)); err == nil {
			return filepath.ToSlash(rel)
		}
		return path
	}
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
		ignores.Add(result.Files)
		// Databases may share files of their schemas.
		for _, v := range judge(r.Sorted(), cfg.Vet, ignores, inHome) {
			same := func(e verdict) bool {
				return e.Code == v.Code && e.silenced == v.silenced && e.Severity == v.Severity && e.Message == v.Message && e.Span.Compare(v.Span) == 0
			}
			if len(databases) == 1 || !slices.ContainsFunc(list, same) {
				list = append(list, v)
			}
		}
		all = append(all, result)
	}
	if own := judgeIgnores(list, all, databases, ignores, inHome); len(own) > 0 {
		list = append(list, own...)
		if len(databases) == 1 {
			sortVerdicts(list)
		}
	}
	moved := make([]diag.Diagnostic, len(list))
	for i, v := range list {
		moved[i] = v.Diagnostic
	}
	for i, d := range t.relocate(moved, dir) {
		list[i].Diagnostic = d
	}
	return all, list, nil
}

// relocate returns the diagnostics with paths as the user sees them. So far
// they are relative to dir; that of pgtrigger.toml is absolute.
func (t *trigc) relocate(list []diag.Diagnostic, dir string) []diag.Diagnostic {
	return diag.Relocate(list, func(path string) string {
		return t.show(absIn(dir, path))
	})
}

// absIn returns a path with slashes, relative to dir unless it is absolute, as
// one of the file system.
func absIn(dir, path string) string {
	file := filepath.FromSlash(path)
	if !filepath.IsAbs(file) {
		file = filepath.Join(dir, file)
	}
	return file
}
