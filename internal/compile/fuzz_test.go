package compile_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	pg "github.com/pganalyze/pg_query_go/v5"

	"github.com/trigc/trigc/analyzer/kind"
	"github.com/trigc/trigc/internal/compile"
	"github.com/trigc/trigc/internal/config"
	"github.com/trigc/trigc/internal/diag"
)

// fuzzSchema is the table that the directives of FuzzCompile stand at.
const fuzzSchema = `
CREATE TYPE mood AS ENUM ('happy', 'sad');
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TABLE other (id int PRIMARY KEY, t_id int, n int);
@
CREATE TABLE t (
  id     int PRIMARY KEY,
  n      int NOT NULL DEFAULT 0, @
  s      text, m mood, j json, gone boolean,
  status text CHECK (status IN ('draft', 'live')),
  at     timestamptz NOT NULL DEFAULT now(),
  g      int GENERATED ALWAYS AS (n * 2) STORED,
  "Größe" text
);
`

// FuzzCompile compiles directives, above a table and at a column. Whatever
// they are, nothing panics, findings stand in the file, and what comes out
// without an error is SQL and PL/pgSQL.
func FuzzCompile(f *testing.F) {
	for _, k := range kind.All {
		for _, line := range strings.Split(k.Example, "\n") {
			f.Add(strings.TrimPrefix(line, " "))
		}
	}
	for _, dir := range []string{"check", "lint"} {
		files, err := filepath.Glob("../../testdata/" + dir + "/*.sql")
		if err != nil {
			f.Fatal(err)
		}
		for _, path := range files {
			data, err := os.ReadFile(path)
			if err != nil {
				f.Fatal(err)
			}
			for _, line := range strings.Split(string(data), "\n") {
				if _, text, ok := strings.Cut(line, "pgtrigger: "); ok && !strings.HasPrefix(line, "--=") {
					f.Add(text)
				}
			}
		}
	}
	f.Fuzz(func(t *testing.T, text string) {
		// Lines go on as those of a directive do.
		text = strings.NewReplacer("\r", " ", "\n", "\n--   ").Replace(text)
		checkCompiled(t, strings.Replace(strings.Replace(fuzzSchema, "@", "-- pgtrigger: "+text, 1), "@", "", 1))
		checkCompiled(t, strings.Replace(strings.Replace(fuzzSchema, "@", "", 1), "@", "-- pgtrigger: "+text, 1))
	})
}

// The parser of PL/pgSQL knows no fields of records and no types.
var unsure = regexp.MustCompile(`is not a known variable`)

func checkCompiled(t *testing.T, schema string) {
	t.Helper()
	cfg := config.Config{Postgres: 15, Schema: []string{"schema.sql"}}
	cfg.SQL = config.SQL{Install: "install.sql", Uninstall: "uninstall.sql"}
	var r diag.Report
	result, err := compile.Compile(fstest.MapFS{"schema.sql": {Data: []byte(schema)}}, cfg, &r)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range r.Sorted() {
		if err := diag.CheckWording(d); err != nil {
			t.Error(err)
		}
		if d.Span.IsZero() || d.Span.Start < 0 || d.Span.End > len(schema) || d.Span.Start >= d.Span.End {
			t.Errorf("%s[%s]: %q: no place in the file: %d to %d", d.Severity, d.Code, d.Message, d.Span.Start, d.Span.End)
		}
	}
	if r.HasErrors() {
		return
	}
	for _, o := range result.Outputs {
		tree, err := pg.Parse(string(o.Data))
		if err != nil {
			t.Fatalf("%s: %v\n%s\n%s", o.Path, err, schema, o.Data)
		}
		for _, raw := range tree.Stmts {
			f := raw.Stmt.GetCreateFunctionStmt()
			if f == nil {
				continue
			}
			text := string(o.Data)[raw.StmtLocation:]
			if raw.StmtLen > 0 {
				text = text[:raw.StmtLen]
			}
			if _, err := pg.ParsePlPgSqlToJSON(text); err != nil && !unsure.MatchString(err.Error()) {
				t.Errorf("%v\n%s\n%s", err, schema, text)
			}
		}
	}
}
