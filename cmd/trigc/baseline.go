package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"github.com/trigc/trigc/internal/config"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/silence"
	"github.com/trigc/trigc/internal/source"
)

// baselinesOf returns the baseline files of databases, absolute, each once.
func baselinesOf(dir string, databases []config.Config) []string {
	var files []string
	for _, cfg := range databases {
		if cfg.Vet.Baseline == "" {
			continue
		}
		if file := absIn(dir, cfg.Vet.Baseline); !slices.Contains(files, file) {
			files = append(files, file)
		}
	}
	return files
}

// applyBaselines silences what baselines know, and adds notes of what they
// know that is gone. The files are those that were looked at; nil is all.
func (t *trigc) applyBaselines(list []verdict, baselines []string, files []string) ([]verdict, error) {
	for _, name := range baselines {
		text, err := os.ReadFile(name)
		if errors.Is(err, fs.ErrNotExist) {
			return nil, fmt.Errorf("there is no baseline %s; write it with trigc vet --write-baseline %s", t.show(name), t.show(name))
		} else if err != nil {
			return nil, err
		}
		b, err := silence.ReadBaseline(source.NewFile(t.show(name), string(text)))
		if err != nil {
			return nil, err
		}
		rel := t.relativeTo(filepath.Dir(name))
		for i := range list {
			if v := &list[i]; !v.silenced && b.Known(v.Diagnostic, rel) {
				v.silenced = true
			}
		}
		var looked []string
		for _, f := range files {
			looked = append(looked, rel(f))
		}
		for _, d := range b.Gone(func(file string) bool { return files == nil || slices.Contains(looked, file) }) {
			list = append(list, verdict{Diagnostic: d, own: d.Severity})
		}
	}
	return list, nil
}

// writeBaseline writes the findings that nothing else silences to a baseline.
func (t *trigc) writeBaseline(name string, list []diag.Diagnostic) (int, error) {
	file := t.abs(name)
	data := silence.WriteBaseline(list, t.relativeTo(filepath.Dir(file)))
	if err := t.writeReport(name, data); err != nil {
		return 0, err
	}
	_, err := fmt.Fprintf(t.stderr, "wrote %s to %s\n", plural(len(list), "finding"), t.show(file))
	return exitClean, err
}

// relativeTo returns the function that makes a path as the user sees it one
// that is relative to a directory, with slashes.
func (t *trigc) relativeTo(dir string) func(string) string {
	return func(path string) string {
		if rel, err := filepath.Rel(dir, t.abs(filepath.FromSlash(path))); err == nil {
			return filepath.ToSlash(rel)
		}
		return path
	}
}
