package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	slashpath "path"
	"path/filepath"
	"strings"

	"github.com/trigc/trigc/analyzer/kind"
	"github.com/trigc/trigc/internal/config"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/source"
)

// A project is a pgtrigger.toml.
type project struct {
	file      string // absolute
	dir       string // of the file; what its paths are relative to
	databases []config.Config
}

// openProject reads the named configuration file, or the nearest one if the
// name is empty. Its mistakes go to r, with its absolute path, unlike those of
// the schema, which are relative to its directory.
func (t *trigc) openProject(name string, r *diag.Report) (*project, error) {
	file := t.abs(name)
	if name == "" {
		var err error
		if file, err = config.Find(t.dir); errors.Is(err, fs.ErrNotExist) {
			return nil, fmt.Errorf("there is no %s here or in a directory above; name one with --config", config.FileName)
		} else if err != nil {
			return nil, err
		}
	}
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	p := &project{file: file, dir: filepath.Dir(file)}
	p.databases = config.Parse(source.NewFile(file, string(text)), r)
	for _, cfg := range p.databases {
		cfg.Vet.Check(ruleNames(), []string{string(noFiles)}, r)
		cfg.CheckPolicies(kindNames(), r)
	}
	return p, nil
}

func kindNames() []string {
	var names []string
	for _, k := range kind.All {
		names = append(names, k.Name)
	}
	return names
}

// rootOf returns the directory that the compiler is to see as its file system,
// and the path from there to dir: dir itself, unless the schema is not below
// it. "../db/schema.sql" is found in one above, and what sqlc's configuration
// names may be anywhere.
func rootOf(dir string, schema []string) (root, base string) {
	up := 0
	for _, p := range schema {
		n := 0
		for p = slashpath.Clean(p); p == ".." || strings.HasPrefix(p, "../"); p = strings.TrimPrefix(p[2:], "/") {
			n++
		}
		switch slashpath.Base(p) {
		case "sqlc.yaml", "sqlc.yml", "sqlc.json":
			n = strings.Count(filepath.ToSlash(dir), "/")
		}
		up = max(up, n)
	}
	root = dir
	for ; up > 0 && filepath.Dir(root) != root; up-- {
		base = slashpath.Join(filepath.Base(root), base)
		root = filepath.Dir(root)
	}
	return root, base
}
