package compile_test

import (
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	pg "github.com/pganalyze/pg_query_go/v5"
	"golang.org/x/tools/txtar"

	"github.com/trigc/trigc/internal/compile"
	"github.com/trigc/trigc/internal/config"
	"github.com/trigc/trigc/internal/diag"
)

var update = flag.Bool("update", false, "rewrite the goldens; the run still fails")

// TestGen compiles the archives of testdata/gen: schema files in, and the
// outputs that must come out, byte by byte. A second run, and one that reads
// the files in the other order, give the same bytes. What comes out is SQL to
// Postgres's own parser, bodies included.
func TestGen(t *testing.T) {
	files, err := filepath.Glob("../../testdata/gen/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no archives", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			t.Parallel()
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			genArchive(t, file, archive)
		})
	}
}

func genArchive(t *testing.T, path string, archive *txtar.Archive) {
	schema := fstest.MapFS{}
	cfg := config.Config{Postgres: 15}
	var wanted []txtar.File
	for _, f := range archive.Files {
		switch {
		case strings.HasPrefix(f.Name, "schema"):
			schema[f.Name] = &fstest.MapFile{Data: f.Data}
			cfg.Schema = append(cfg.Schema, f.Name)
			continue
		case f.Name == "install.sql":
			cfg.SQL.Install = f.Name
		case f.Name == "uninstall.sql":
			cfg.SQL.Uninstall = f.Name
		case f.Name == "triggers/triggers.go", f.Name == "triggers/history.go":
			cfg.Go = config.Go{Out: "triggers", Package: "triggers", Driver: "pgx/v5"}
		default:
			t.Fatalf("%s: unknown file %s", path, f.Name)
		}
		wanted = append(wanted, f)
	}
	got := outputs(t, schema, cfg)
	for name, data := range outputs(t, schema, cfg) {
		if got[name] != data {
			t.Errorf("%s differs from run to run", name)
		}
	}
	slices.Reverse(cfg.Schema)
	for name, data := range outputs(t, schema, cfg) {
		if got[name] != data {
			t.Errorf("%s depends on the order of files", name)
		}
	}
	for _, f := range wanted {
		if strings.HasSuffix(f.Name, ".sql") {
			parses(t, got[f.Name])
		}
		if got[f.Name] != string(f.Data) {
			t.Errorf("%s: %s is\n%s\nwant\n%s", path, f.Name, got[f.Name], f.Data)
		}
	}
	if *update && t.Failed() {
		for i, f := range archive.Files {
			if data, ok := got[f.Name]; ok {
				archive.Files[i].Data = []byte(data)
			}
		}
		if err := os.WriteFile(path, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func outputs(t *testing.T, schema fstest.MapFS, cfg config.Config) map[string]string {
	t.Helper()
	var r diag.Report
	result, err := compile.Compile(schema, cfg, &r)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range r.Sorted() {
		if smallAdvice(d) {
			continue
		}
		t.Errorf("%s[%s] %s: %s", d.Severity, d.Code, d.Span, d.Message)
	}
	m := map[string]string{}
	for _, o := range result.Outputs {
		m[o.Path] = string(o.Data)
	}
	return m
}

var functionBody = regexp.MustCompile(`(?s)CREATE OR REPLACE FUNCTION .*?AS (\$\w+\$)`)

// parses demands that SQL parses, and each function in it.
func parses(t *testing.T, sql string) {
	t.Helper()
	if _, err := pg.Parse(sql); err != nil {
		t.Fatalf("%v\n%s", err, sql)
	}
	for _, m := range functionBody.FindAllStringSubmatchIndex(sql, -1) {
		tag := sql[m[2]:m[3]]
		end := m[1] + strings.Index(sql[m[1]:], tag) + len(tag)
		if _, err := pg.ParsePlPgSqlToJSON(sql[m[0]:end]); err != nil {
			t.Errorf("%v\n%s", err, sql[m[0]:end])
		}
	}
}
