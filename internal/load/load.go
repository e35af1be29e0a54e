// Package load reads the schema: it finds the files that the configuration
// names, in the order in which they build the schema, and masks in each what
// Postgres would not see of it.
package load

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"

	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/source"
)

// Files returns the files of a schema, each once, in the order in which they
// build it.
//
// Patterns are relative to the directory base of fsys, and so are the paths of
// the files that are returned. Slashes divide them. "../" leads out of base as
// far as fsys goes: the caller roots fsys as high as the patterns need it. A
// pattern is one of
//
//   - a file;
//   - a directory: the migrations of the tool it is recognized to belong to,
//     in the order in which the tool applies them; else its *.sql, by name,
//     without those of directories below;
//   - a glob, where ** is any number of directories: what it matches, sorted
//     by bytes. Matches in a directory that belongs to a tool are ordered as
//     the tool does;
//   - a file sqlc.yaml, sqlc.yml or sqlc.json: what its schema entries name.
//
// The format is one of config.Formats and says by which tool files are to be
// read; "" or "auto" finds out for each directory, and for each file that is
// named by itself.
//
// A plain file that trigc generated is left out, unless it is named by itself.
//
// What the user got wrong goes to r. The error is of reading files.
func Files(fsys fs.FS, base string, patterns []string, format string, r *diag.Report) ([]*source.File, error) {
	l := &loader{
		fsys: fsys, base: path.Clean(base), forced: toolNamed(format), report: r,
		texts: map[string]string{}, seen: map[string]bool{},
	}
	for _, p := range patterns {
		if err := l.pattern(l.base, p, source.Span{}); err != nil {
			return nil, err
		}
	}
	return l.files, nil
}

type loader struct {
	fsys   fs.FS
	base   string
	forced *tool // nil: find out
	report *diag.Report
	texts  map[string]string // of files read so far, by path in fsys
	seen   map[string]bool   // files that are taken
	files  []*source.File
}

// read returns the text of a file of fsys.
func (l *loader) read(name string) (string, error) {
	if text, ok := l.texts[name]; ok {
		return text, nil
	}
	b, err := fs.ReadFile(l.fsys, name)
	if err != nil {
		return "", err
	}
	l.texts[name] = string(b)
	return l.texts[name], nil
}

// shown returns a path of fsys as the user knows it: relative to base.
func (l *loader) shown(name string) string {
	if l.base == "." {
		return name
	}
	up := ""
	for dir := l.base; dir != "."; dir = path.Dir(dir) {
		if rest, ok := strings.CutPrefix(name, dir+"/"); ok {
			return up + rest
		}
		up += "../"
	}
	return up + name
}

// pattern takes what a pattern names that is relative to the directory from.
// at is where it is written, if known.
func (l *loader) pattern(from, pattern string, at source.Span) error {
	name := path.Join(from, pattern)
	if name == ".." || strings.HasPrefix(name, "../") {
		l.nothing(pattern, at, "it leads out of what can be read")
		return nil
	}
	switch info, err := fs.Stat(l.fsys, name); {
	case err == nil && info.IsDir():
		n, err := l.directory(name)
		if err == nil && n == 0 {
			l.nothing(pattern, at, "a directory is read without those below it; "+
				fmt.Sprintf("%q takes all", path.Join(pattern, "**/*.sql")))
		}
		return err
	case err == nil:
		if isSqlcConfig(name) {
			return l.sqlc(name)
		}
		return l.one(name)
	case !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, fs.ErrInvalid):
		return err
	}
	if !strings.ContainsAny(pattern, `*?[{`) {
		l.nothing(pattern, at, l.nearest(name))
		return nil
	}
	matches, err := doublestar.Glob(l.fsys, path.Join(escapeGlob.Replace(from), pattern), doublestar.WithFailOnIOErrors())
	if errors.Is(err, doublestar.ErrBadPattern) {
		l.nothing(pattern, at, "the pattern is malformed")
		return nil
	}
	if err != nil {
		return err
	}
	n, err := l.matches(pattern, matches)
	if err == nil && n == 0 {
		l.nothing(pattern, at, "")
	}
	return err
}

// escapeGlob makes a pattern of a path that means the path only.
var escapeGlob = strings.NewReplacer(`\`, `\\`, "*", `\*`, "?", `\?`, "[", `\[`, "]", `\]`, "{", `\{`, "}", `\}`)

// nothing reports a pattern that names no files.
func (l *loader) nothing(pattern string, at source.Span, help string) {
	l.report.Add(diag.Diagnostic{
		Code: "no-schema-files", Severity: diag.Error, Span: at,
		Message: fmt.Sprintf("no schema files match %q", pattern), Help: help,
	})
}

// nearest returns a hint at what a name may be a misspelling of.
func (l *loader) nearest(name string) string {
	entries, err := fs.ReadDir(l.fsys, path.Dir(name))
	if err != nil {
		return ""
	}
	var names []string
	for _, e := range entries {
		if e.IsDir() || isSQL(e.Name()) {
			names = append(names, e.Name())
		}
	}
	return diag.DidYouMean(path.Base(name), names)
}

// matches takes what a glob matched, and returns how many files that were.
func (l *loader) matches(pattern string, matches []string) (int, error) {
	slices.Sort(matches)
	ext := path.Ext(pattern)
	anyExt := ext != "" && !strings.ContainsAny(ext, `*?[{`) // the pattern names one
	byDir := map[string][]string{}
	var order []string // of files and directories
	for _, name := range matches {
		info, err := fs.Stat(l.fsys, name)
		switch {
		case err != nil:
			return 0, err
		case info.IsDir():
			// ** finds what is in it anyway.
			if !strings.Contains(pattern, "**") {
				order = append(order, name)
			}
		case strings.HasPrefix(path.Base(name), "."):
		case anyExt || strings.HasSuffix(name, ".sql"):
			byDir[path.Dir(name)] = append(byDir[path.Dir(name)], path.Base(name))
			order = append(order, name)
		}
	}
	total := 0
	done := map[string]bool{}
	isPlain := map[string]bool{} // directories recognized as nobody's, once and not for each file
	for _, name := range order {
		dir := path.Dir(name)
		if _, isFile := slices.BinarySearch(byDir[dir], path.Base(name)); !isFile {
			n, err := l.directory(name)
			if err != nil {
				return 0, err
			}
			total += n
			continue
		}
		if done[dir] {
			continue
		}
		d := &directory{loader: l, dir: dir, names: byDir[dir], tool: l.forced}
		if isPlain[dir] {
			d.tool = plain
		}
		if d.tool == nil {
			var err error
			if d.tool, err = d.recognize(); err != nil {
				return 0, err
			}
		}
		if d.tool != plain {
			done[dir] = true
			n, err := d.take()
			if err != nil {
				return 0, err
			}
			total += n
			continue
		}
		isPlain[dir] = true
		total++
		if isDown(name) {
			continue
		}
		if err := l.found(name); err != nil {
			return 0, err
		}
	}
	return total, nil
}

// directory takes the files of a directory that build the schema, and returns
// how many there are.
func (l *loader) directory(dir string) (int, error) {
	entries, err := fs.ReadDir(l.fsys, dir)
	if err != nil {
		return 0, err
	}
	d := &directory{loader: l, dir: dir, tool: l.forced}
	for _, e := range entries {
		if !e.IsDir() {
			d.names = append(d.names, e.Name())
		}
	}
	if d.tool == nil {
		all := &directory{loader: l, dir: dir, names: d.names}
		if !slices.ContainsFunc(d.names, isSQL) {
			if all.names, err = l.below(dir); err != nil {
				return 0, err
			}
		}
		if d.tool, err = all.recognize(); err != nil {
			return 0, err
		}
	}
	if d.tool.nested {
		below, err := l.below(dir)
		if err != nil {
			return 0, err
		}
		d.names = append(d.names, below...)
	}
	slices.Sort(d.names)
	return d.take()
}

// below returns the files in the directories below dir, relative to it.
func (l *loader) below(dir string) ([]string, error) {
	var names []string
	err := fs.WalkDir(l.fsys, dir, func(p string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name := p
		if dir != "." {
			name = strings.TrimPrefix(p, dir+"/")
		}
		switch {
		case e.IsDir() && p != dir && strings.HasPrefix(e.Name(), "."):
			return fs.SkipDir
		case !e.IsDir() && strings.Contains(name, "/"):
			names = append(names, name)
		}
		return nil
	})
	return names, err
}

// take takes the files that the directory's tool runs on the way up, and
// returns how many there are.
func (d *directory) take() (int, error) {
	up := d.tool.up(d)
	for _, name := range up {
		var err error
		if d.tool == plain {
			err = d.found(path.Join(d.dir, name)) // one file may be of a tool
		} else {
			err = d.file(path.Join(d.dir, name), d.tool)
		}
		if err != nil {
			return 0, err
		}
	}
	if d.tool != plain {
		d.skipped(up)
	}
	return len(up), nil
}

// skipped says which SQL files are none of the tool's, so that none is
// missing in silence.
func (d *directory) skipped(up []string) {
	var rest []string
	for _, name := range d.names {
		if isSQL(name) && !slices.Contains(up, name) && !d.tool.down(name) {
			rest = append(rest, name)
		}
	}
	if len(rest) == 0 {
		return
	}
	msg := fmt.Sprintf("%s does not run %q: it is not read", d.tool.name, rest[0])
	if len(rest) > 1 {
		msg = fmt.Sprintf("%s does not run %q and %d more of the directory: they are not read",
			d.tool.name, rest[0], len(rest)-1)
	}
	d.report.Add(diag.Diagnostic{
		Code: "skipped-file", Severity: diag.Note, Span: d.at(rest[0]),
		Message: msg, Help: `name it in "schema" to have it read`,
	})
}

// found takes a file that a glob or a directory holds, unless trigc generated
// it: what is made of a schema is no part of it, wherever it is written.
func (l *loader) found(name string) error {
	text, err := l.read(name)
	if err != nil || strings.HasPrefix(withoutMark(text), "-- Code generated by trigc") {
		return err
	}
	return l.one(name)
}

// one takes a file that is named by itself.
func (l *loader) one(name string) error {
	t := l.forced
	if t == nil {
		d := &directory{loader: l, dir: path.Dir(name), names: []string{path.Base(name)}}
		text, err := l.read(name)
		if err != nil {
			return err
		}
		// A name alone, or a neighbour, masks nothing.
		t = plain
		for _, c := range tools() {
			if c != golangMigrate && c != flyway && c.claims(d.names[0], withoutMark(text)) {
				t = c
				break
			}
		}
	}
	return l.file(name, t)
}

// file takes a file and masks it as the tool asks for, once.
func (l *loader) file(name string, t *tool) error {
	if l.seen[name] {
		return nil
	}
	text, err := l.read(name)
	if err != nil {
		return err
	}
	l.seen[name] = true
	m := &masker{path: l.shown(name), text: text, beside: func(suffix string) string {
		text, err := l.read(name + suffix)
		if err != nil {
			return "" // none is the rule
		}
		return text
	}}
	l.files = append(l.files, m.file(t, l.report))
	return nil
}

// withoutMark returns the text without a byte order mark.
func withoutMark(text string) string { return strings.TrimPrefix(text, "\ufeff") }
