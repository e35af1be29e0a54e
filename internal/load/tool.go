package load

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/source"
)

// A tool is a way to keep a schema in a directory of SQL files. What it runs
// on the way up is the schema.
type tool struct {
	name string // as in pgtrigger.toml
	// claims reports whether a file is evidently one of the tool's.
	claims func(name, text string) bool
	// up returns the files of a directory that the tool runs, in its order,
	// and reports what the tool would refuse.
	up func(d *directory) []string
	// down reports whether the tool knows the file but does not run it on the
	// way up.
	down func(name string) bool
	// nested is whether the tool reads directories below.
	nested bool
	// mask masks what the tool does not send to Postgres.
	mask func(m *masker)
}

// tools returns all tools; of two that claim as many files of a directory, it
// is the first. Plain files are no one's, so that is not among them. Atlas
// keeps directories of other tools too, so it comes last.
func tools() []*tool {
	return []*tool{goose, dbmate, sqlMigrate, tern, golangMigrate, flyway, atlas}
}

// toolNamed returns the tool of a name, nil if it is to be found out.
func toolNamed(name string) *tool {
	if name == "" || name == "auto" {
		return nil
	}
	for _, t := range append(tools(), plain) {
		if t.name == name {
			return t
		}
	}
	panic("load: unknown format " + name)
}

// A directory is some or all files of a directory.
type directory struct {
	*loader
	dir   string   // in the file system
	names []string // of files, relative to dir, sorted
	tool  *tool
}

// recognize returns the tool that the files are for. Half of the SQL files
// must say so: one odd file among many does not hide the others.
func (d *directory) recognize() (*tool, error) {
	tools := tools()
	claimed := make([]int, len(tools))
	total := 0
	for _, name := range d.names {
		if !isSQL(name) {
			continue
		}
		text, err := d.read(path.Join(d.dir, name))
		if err != nil {
			return nil, err
		}
		text = withoutMark(text)
		if strings.Contains(name, "/") {
			// Only tools that read directories below see this one.
			for i, t := range tools {
				if t.nested && t.claims(name, text) {
					claimed[i]++
				}
			}
			continue
		}
		total++
		for i, t := range tools {
			if t.claims(name, text) {
				claimed[i]++
			}
		}
	}
	best := slices.Index(claimed, slices.Max(claimed))
	if claimed[best] > 0 && claimed[best]*2 >= total {
		return tools[best], nil
	}
	has := func(name string) bool {
		_, err := d.read(path.Join(d.dir, name))
		return err == nil
	}
	switch {
	case total == 0:
	case has("tern.conf"):
		return tern, nil
	case has("atlas.sum"):
		return atlas, nil
	}
	return plain, nil
}

// at returns the place of a file as a whole: its start.
func (d *directory) at(name string) source.Span {
	p := path.Join(d.dir, name)
	text, err := d.read(p)
	if err != nil {
		text = "" // listed, but gone: the reader of it will say so
	}
	return source.NewFile(d.shown(p), text).At(0, 0)
}

// refuse reports a file that the tool would refuse for its name.
func (d *directory) refuse(code diag.Code, name, message, help string) {
	d.report.Add(diag.Diagnostic{Code: code, Severity: diag.Error, Span: d.at(name), Message: message, Help: help})
}

// A migration is a file and its version.
type migration[V comparable] struct {
	version V
	name    string
}

// files returns the names of migrations that are in order, and reports
// versions that are there twice.
func files[V comparable](d *directory, list []migration[V]) []string {
	var names []string
	first := map[V]string{}
	for _, m := range list {
		if other, dup := first[m.version]; dup {
			d.report.Add(diag.Diagnostic{
				Code: "duplicate-version", Severity: diag.Error, Span: d.at(m.name),
				Message: fmt.Sprintf("%s takes %q and %q for the same version, %v", d.tool.name, other, m.name, m.version),
				Related: []diag.Related{{Span: d.at(other), Message: "the other one"}},
			})
		} else {
			first[m.version] = m.name
		}
		names = append(names, m.name)
	}
	return names
}

// isSQL reports whether a file is for all to see and of SQL.
func isSQL(name string) bool {
	base := path.Base(name)
	return strings.HasSuffix(base, ".sql") && !strings.HasPrefix(base, ".")
}

// never is for tools without files for the way down.
func never(string) bool { return false }
