package main

import (
	"fmt"
	"io/fs"
	"os"
	slashpath "path"
	"path/filepath"
	"strings"
	"testing"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/compile"
	"github.com/trigc/trigc/internal/config"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/ir"
	"github.com/trigc/trigc/internal/schema"
	"github.com/trigc/trigc/internal/source"
)

// finding makes the compiler report one finding at the first word of each
// file of the schema.
func (b *bench) finding(severity diag.Severity) {
	b.compile = func(fsys fs.FS, cfg config.Config, r *diag.Report) (*compile.Result, error) {
		parent := &schema.Relation{Name: "p", Kind: ast.PartitionedTable}
		hand := &schema.Trigger{Name: "hand", Table: parent}
		parent.Triggers = []*schema.Trigger{hand}
		result := &compile.Result{Program: &ir.Program{
			DB: &schema.DB{Schemas: map[string]*schema.Schema{"public": {Relations: map[string]*schema.Relation{
				"p": parent, "p1": {Name: "p1", Kind: ast.Table, Triggers: []*schema.Trigger{hand}},
				"v": {Name: "v", Kind: ast.View}, "i": {Name: "i", Kind: ast.Index},
			}}}},
			Units: []*ir.Unit{{Triggers: []*ir.Trigger{{}, {}}}, {Triggers: []*ir.Trigger{{Adopted: true}}}},
		}}
		for _, entry := range cfg.Schema {
			names := []string{slashpath.Join(cfg.Base, entry)}
			if _, err := fs.Stat(fsys, names[0]); err != nil {
				if names, err = fs.Glob(fsys, names[0]); err != nil {
					return nil, err
				}
			}
			if names == nil {
				return nil, fmt.Errorf("no file matches %q", entry)
			}
			for _, name := range names {
				text, err := fs.ReadFile(fsys, name)
				if err != nil {
					return nil, err
				}
				rel, err := filepath.Rel("/"+cfg.Base, "/"+name)
				if err != nil {
					return nil, err
				}
				f := source.NewFile(filepath.ToSlash(rel), string(text))
				result.Files = append(result.Files, f)
				if severity != 0 {
					r.Add(diag.Diagnostic{Code: "null-unsafe-comparison", Severity: severity, Message: fmt.Sprintf("odd in %d", cfg.Postgres), Span: f.At(0, 6)})
				}
			}
		}
		return result, nil
	}
}

// odd is the text of the finding.
func odd(place string, severity string, postgres int) string {
	return fmt.Sprintf("%s:1:1: %s[null-unsafe-comparison]: odd in %d\n  |\n1 | CREATE TABLE t (id int);\n  | ^^^^^^\n", place, severity, postgres)
}

func TestVetStreamsAndExitCode(t *testing.T) {
	b := newBench(t)
	b.finding(0)
	b.run(0, "", "1 file, 2 tables, 2 triggers: no findings\n", "vet")
	for _, test := range []struct {
		severity diag.Severity
		failOn   string
		code     int
	}{
		{diag.Error, "", 1}, {diag.Warning, "", 0}, {diag.Note, "", 0},
		{diag.Error, "error", 1}, {diag.Warning, "error", 0}, {diag.Note, "error", 0},
		{diag.Error, "warning", 1}, {diag.Warning, "warning", 1}, {diag.Note, "warning", 0},
		{diag.Error, "note", 1}, {diag.Warning, "note", 1}, {diag.Note, "note", 1},
	} {
		b.finding(test.severity)
		args := []string{"vet"}
		if test.failOn != "" {
			args = append(args, "--fail-on", test.failOn)
		}
		b.run(test.code, odd("schema.sql", test.severity.String(), 15),
			"1 file, 2 tables, 2 triggers: 1 "+test.severity.String()+"\n", args...)
	}
}

func TestVetJSON(t *testing.T) {
	b := newBench(t)
	b.finding(diag.Error)
	b.write("a/x", "")
	b.cwd = "a"
	want := `{"version":1,"findings":[{"file":"../schema.sql","line":1,"column":1,"end_line":1,"end_column":7,` +
		`"rule":"null-unsafe-comparison","severity":"error","message":"odd in 15","help":"","sqlstate":"","related":[],"fixes":[]}],` +
		`"summary":{"files":1,"tables":2,"triggers":2,"errors":1,"warnings":0}}` + "\n"
	b.run(1, want, "1 file, 2 tables, 2 triggers: 1 error\n", "vet", "--format=json")

	b.run(1, "", "1 file, 2 tables, 2 triggers: 1 error\n", "vet", "--format=json", "-o", "deep/out.json")
	if data, err := os.ReadFile(b.path("a/deep/out.json")); err != nil || string(data) != want {
		t.Errorf("%v %s", err, data)
	}
	b.run(1, "", "1 file, 2 tables, 2 triggers: 1 error\n", "vet", "--output", "deep/out.json")
	if data, _ := os.ReadFile(b.path("a/deep/out.json")); string(data) != odd("../schema.sql", "error", 15) {
		t.Errorf("%s", data)
	}
	b.run(2, "", "trigc: mkdir "+b.path("a/x")+": not a directory\n", "vet", "-o", "x/out")
}

func TestVetPaths(t *testing.T) {
	b := newBench(t)
	const text = "CREATE TABLE t (id int);\n"
	b.write("pgtrigger.toml", "not TOML") // nobody reads it
	b.write("db/[1].sql", text)
	b.write("db/1.sql", text)
	b.write("db/2.sql", text)
	b.write("here/x", "")
	b.cwd = "here"
	b.finding(diag.Error)
	summary := func(n int) string {
		s := "s"
		if n == 1 {
			s = ""
		}
		return fmt.Sprintf("%d file%s, 2 tables, 2 triggers: %d error%s\n", n, s, n, s)
	}
	one := func(path string) string { return odd(path, "error", 15) }

	b.run(1, one("../schema.sql"), summary(1), "vet", "../schema.sql")
	b.run(1, one("../schema.sql"), summary(1), "vet", b.path("schema.sql"))
	b.run(1, one("../db/[1].sql"), summary(1), "vet", "../db/[1].sql") // is there, so it is no pattern
	b.run(1, one("../db/1.sql")+"\n"+one("../db/2.sql"), summary(2), "vet", "../db/[1-3].sql")
	b.run(1, one("../db/2.sql")+"\n"+one("../schema.sql"), summary(2), "vet", "../schema.sql", "../db/2.sql")
	b.run(1, odd("../schema.sql", "error", 17), summary(1), "vet", "--postgres=17", "../schema.sql")
	b.run(2, "", "trigc: no file matches \"none.sql\"\n", "vet", "none.sql", "../schema.sql")

	b.stdin = text
	b.run(1, one("<stdin>"), summary(1), "vet", "-")
	b.run(1, one("../db/2.sql"), summary(1), "vet", "-", "--stdin-filename", "../db/2.sql")
	b.run(1, one("../schema.sql")+"\n"+one("new.sql"), summary(2), "vet", "../schema.sql", "--stdin-filename=new.sql", "-")
}

func TestVetDirectoriesBelow(t *testing.T) {
	b := newBench(t)
	for arg, want := range map[string]string{
		"...":     "**/*.sql",
		"./...":   "**/*.sql",
		"db/...":  "db/**/*.sql",
		"../...":  "../**/*.sql",
		"./db/":   "db",
		"db/a...": "db/a...",
	} {
		b.compile = func(_ fs.FS, cfg config.Config, _ *diag.Report) (*compile.Result, error) {
			if got := strings.Join(cfg.Schema, " "); got != want {
				t.Errorf("%s became %s, want %s", arg, got, want)
			}
			return &compile.Result{}, nil
		}
		b.run(0, "", "0 files, 0 tables, 0 triggers: no findings\n", "vet", arg)
	}
}

func TestVetSeverities(t *testing.T) {
	b := newBench(t)
	rule := func(severity string) {
		b.write("pgtrigger.toml", "version = 1\nschema = [\"schema.sql\"]\nsql.install = \"i.sql\"\n[vet.rules]\nnull-unsafe-comparison = \""+severity+"\"\n")
	}
	summary := func(what string) string { return "1 file, 2 tables, 2 triggers: " + what + "\n" }
	b.finding(diag.Warning)
	rule("off")
	b.run(0, "", summary("no findings"), "vet", "--fail-on=note")
	rule("note")
	b.run(0, odd("schema.sql", "note", 15), summary("1 note"), "vet", "--fail-on=warning")
	rule("error")
	b.run(1, odd("schema.sql", "error", 15), summary("1 error"), "vet")
	b.run(1, "", odd("schema.sql", "error", 15)+"\ntrigc: 1 error; nothing was written\n", "generate")

	// --config with a path gives the rules for the path.
	b.write("other.sql", "CREATE TABLE t (id int);\n")
	b.run(1, odd("other.sql", "error", 15), summary("1 error"), "vet", "-f", "pgtrigger.toml", "other.sql")
	b.run(0, odd("other.sql", "warning", 15), summary("1 warning"), "vet", "other.sql")

	b.finding(diag.Error)
	b.run(1, odd("schema.sql", "error", 15), summary("1 error"), "vet")
	rule("off")
	b.run(0, "", summary("no findings"), "vet")
	rule("note")
	b.run(0, odd("schema.sql", "note", 15), summary("1 note"), "vet")
}

func TestVetColor(t *testing.T) {
	colored := "\x1b[1mschema.sql:1:1:\x1b[0m \x1b[1;31merror[null-unsafe-comparison]:\x1b[0m \x1b[1modd in 15\x1b[0m\n" +
		"  \x1b[34m|\x1b[0m\n\x1b[34m1 |\x1b[0m CREATE TABLE t (id int);\n  \x1b[34m|\x1b[0m \x1b[1;31m^^^^^^\x1b[0m\n"
	b := newBench(t)
	b.finding(diag.Error)
	summary := "1 file, 2 tables, 2 triggers: 1 error\n"
	b.run(1, odd("schema.sql", "error", 15), summary, "vet", "--color=auto")
	b.run(1, colored, summary, "vet", "--color=always")
	b.env["NO_COLOR"] = "1"
	b.run(1, colored, summary, "vet", "--color=always") // the flag is the last word
	b.run(1, odd("schema.sql", "error", 15), summary, "vet", "--color=never")
	b.run(1, "", colored+"\ntrigc: 1 error; nothing was written\n", "generate", "--color=always")
	b.run(2, "", "trigc: --color is auto, always or never, not \"blue\"\nRun \"trigc help vet\" for usage.\n", "vet", "--color=blue")
}

func TestUseColor(t *testing.T) {
	// The null device is a character device, as a terminal is.
	null, err := os.OpenFile(os.DevNull, os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer null.Close()
	file, err := os.Create(t.TempDir() + "/f")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	for _, test := range []struct {
		name string
		env  map[string]string
		out  *os.File
		want bool
	}{
		{"terminal", nil, null, true},
		{"file", nil, file, false},
		{"NO_COLOR", map[string]string{"NO_COLOR": "1"}, null, false},
		{"NO_COLOR=0 is a value too", map[string]string{"NO_COLOR": "0"}, null, false},
		{"NO_COLOR=false is a value too", map[string]string{"NO_COLOR": "false"}, null, false},
		{"NO_COLOR= is none", map[string]string{"NO_COLOR": ""}, null, true},
		{"dumb", map[string]string{"TERM": "dumb"}, null, false},
		{"other", map[string]string{"TERM": "xterm"}, null, true},
	} {
		cmd := &trigc{getenv: func(k string) string { return test.env[k] }}
		if got, err := cmd.useColor("auto", test.out); got != test.want || err != nil {
			t.Errorf("%s: %v, %v", test.name, got, err)
		}
	}
}
