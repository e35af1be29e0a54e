// Package protocol tests what clients that use generated packages say to the
// server, with each driver: how often they wait for it, and that their scopes
// stay theirs behind a pooler, which lends its sessions to others.
package protocol

import (
	"context"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"

	"github.com/jackc/pgx/v5"

	"github.com/trigc/trigc/internal/compile"
	"github.com/trigc/trigc/internal/config"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/pgtest"
)

func TestMain(m *testing.M) { os.Exit(pgtest.Main(m)) }

var (
	ctx    = context.Background()
	errX   = errors.New("x")
	update = flag.Bool("update", false, "rewrite the generated packages, and fail")
)

// generated are the packages that are made of schema.sql, and their drivers.
var generated = map[string]string{"gen": "pgx/v5"}

// outputs compiles schema.sql for a package and returns its files and
// install.sql.
func outputs(t testing.TB, name string) map[string][]byte {
	t.Helper()
	schema, err := os.ReadFile("schema.sql")
	ok(t, err)
	r := new(diag.Report)
	result, err := compile.Compile(fstest.MapFS{"schema.sql": {Data: schema}}, config.Config{
		Schema: []string{"schema.sql"}, Postgres: 15,
		SQL: config.SQL{Install: "install.sql"},
		Go:  config.Go{Out: name, Package: name, Driver: generated[name]},
	}, r)
	ok(t, err)
	files := map[string][]byte{}
	for _, o := range result.Outputs {
		files[o.Path] = o.Data
	}
	if len(files) < 3 {
		t.Fatalf("schema.sql has errors: %v", r.Sorted())
	}
	return files
}

func TestGenerated(t *testing.T) {
	for name := range generated {
		want := outputs(t, name)
		delete(want, "install.sql")
		have, err := filepath.Glob(name + "/*")
		ok(t, err)
		for _, path := range have {
			if want[filepath.ToSlash(path)] == nil {
				t.Errorf("%s is not of the generator", path)
			}
		}
		for path, data := range want {
			if got, err := os.ReadFile(path); err == nil && string(got) == string(data) {
				continue
			}
			t.Errorf("%s is not what the generator writes; run this test with -update", path)
			if *update {
				ok(t, os.MkdirAll(filepath.Dir(path), 0o777))
				ok(t, os.WriteFile(path, data, 0o666))
			}
		}
	}
}

// newDB returns the DSN of a database with schema.sql and its triggers.
func newDB(t testing.TB) string {
	t.Helper()
	dsn := pgtest.DB(t)
	schema, err := os.ReadFile("schema.sql")
	ok(t, err)
	conn, err := pgx.Connect(ctx, dsn)
	ok(t, err)
	defer conn.Close(ctx)
	for _, sql := range [][]byte{schema, outputs(t, "gen")["install.sql"]} {
		_, err := conn.Exec(ctx, string(sql))
		ok(t, err)
	}
	return dsn
}

func ok(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

const deletePost = "DELETE FROM posts WHERE id = 1"
