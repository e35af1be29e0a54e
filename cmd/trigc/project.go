package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	slashpath "path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/trigc/trigc/internal/config"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/source"
)

// A project is a pgtrigger.toml.
type project struct {
	dir       string // of the file; what its paths are relative to
	databases []config.Config
}

// openProject reads the named configuration file, or the nearest one if the
// name is empty. Its mistakes go to r, with its absolute path: unlike those of
// the schema, it is not relative to a root.
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
	p := &project{dir: filepath.Dir(file)}
	p.databases = config.Parse(source.NewFile(file, string(text)), r)
	return p, nil
}

// A root is the directory that the compiler sees as its file system. It is
// that of pgtrigger.toml, unless the schema is not under it: then it is one
// above, so that "../db/schema.sql" is a path of the file system too.
type root struct {
	dir    string // absolute
	prefix string // path to the directory of pgtrigger.toml, with slashes; "." if the same
}

// rootOf returns the root for a schema of a configuration in dir.
func rootOf(dir string, schema []string) root {
	up := 0
	for _, p := range schema {
		n := 0
		for p = slashpath.Clean(p); p == ".." || strings.HasPrefix(p, "../"); p = strings.TrimPrefix(p[2:], "/") {
			n++
		}
		up = max(up, n)
	}
	r := root{dir: dir, prefix: "."}
	for ; up > 0 && filepath.Dir(r.dir) != r.dir; up-- {
		r.prefix = slashpath.Join(filepath.Base(r.dir), r.prefix)
		r.dir = filepath.Dir(r.dir)
	}
	return r
}

// rebase returns the configuration with its paths relative to the root. The
// names of the directories in between mean themselves, not patterns.
func (r root) rebase(cfg config.Config) config.Config {
	if r.prefix == "." {
		return cfg
	}
	literal := escapeGlob(r.prefix)
	cfg.Schema = slices.Clone(cfg.Schema)
	for i, p := range cfg.Schema {
		// Join would take "\*/.." for a directory and the way back.
		rest, prefix := slashpath.Clean(p), literal
		for rest == ".." || strings.HasPrefix(rest, "../") {
			prefix = slashpath.Dir(prefix)
			rest = strings.TrimPrefix(rest[2:], "/")
		}
		cfg.Schema[i] = slashpath.Join(prefix, rest)
	}
	for _, p := range []*string{&cfg.SQL.Install, &cfg.SQL.Uninstall, &cfg.Go.Out, &cfg.Migrations.Dir} {
		if *p != "" {
			*p = slashpath.Join(r.prefix, *p)
		}
	}
	return cfg
}

// file returns the absolute path of a file of the root's file system.
func (r root) file(name string) string { return filepath.Join(r.dir, filepath.FromSlash(name)) }

// name returns the name in the root's file system of an absolute path.
func (r root) name(file string) string {
	rel, err := filepath.Rel(r.dir, file)
	if err != nil {
		panic(fmt.Sprintf("trigc: %s is not under %s", file, r.dir))
	}
	return filepath.ToSlash(rel)
}

// globMeta are the characters that mean something in a pattern.
const globMeta = `*?[]{}\`

// escapeGlob returns a pattern that matches a path only.
func escapeGlob(path string) string {
	var b strings.Builder
	for i := 0; i < len(path); i++ {
		if strings.IndexByte(globMeta, path[i]) >= 0 {
			b.WriteByte('\\')
		}
		b.WriteByte(path[i])
	}
	return b.String()
}
