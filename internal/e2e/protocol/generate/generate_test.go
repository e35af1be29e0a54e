// Package generate writes the SQL and the packages of package protocol, and
// tests that they are current. It stands apart so that nothing of the compiler
// is built to test what it wrote.
package generate

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/trigc/trigc/internal/compile"
	"github.com/trigc/trigc/internal/config"
	"github.com/trigc/trigc/internal/diag"
)

var update = flag.Bool("update", false, "rewrite the files, and fail")

// packages are those that are made of schema.sql, and their drivers.
var packages = map[string]string{"gen": "pgx/v5", "gensql": "database/sql"}

func TestCurrent(t *testing.T) {
	const dir = ".."
	for name, driver := range packages {
		r := new(diag.Report)
		result, err := compile.Compile(os.DirFS(dir), config.Config{
			Schema: []string{"schema.sql"}, Postgres: 15,
			SQL: config.SQL{Install: "install.sql"},
			Go:  config.Go{Out: name, Package: name, Driver: driver},
		}, r)
		if err != nil {
			t.Fatal(err)
		}
		if slices.ContainsFunc(r.Sorted(), func(d diag.Diagnostic) bool { return d.Severity < diag.Note }) {
			t.Fatalf("schema.sql has findings: %v", r.Sorted())
		}
		want := map[string]bool{}
		for _, o := range result.Outputs {
			path := filepath.Join(dir, o.Path)
			want[path] = true
			if got, err := os.ReadFile(path); err == nil && bytes.Equal(got, o.Data) {
				continue
			}
			t.Errorf("%s is not what the generator writes; run this test with -update", o.Path)
			if !*update {
				continue
			}
			if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(path, o.Data, 0o666); err != nil {
				t.Fatal(err)
			}
		}
		have, err := filepath.Glob(filepath.Join(dir, name, "*"))
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range have {
			if !want[path] {
				t.Errorf("%s is not of the generator", path)
			}
		}
	}
}
