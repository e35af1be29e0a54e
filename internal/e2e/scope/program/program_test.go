package program

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/trigc/trigc/codegen"
	"github.com/trigc/trigc/internal/config"
)

var update = flag.Bool("update", false, "rewrite the packages, and fail")

func TestCurrent(t *testing.T) {
	for pkg, driver := range map[string]string{"gen": "pgx/v5", "gensql": "database/sql"} {
		dir := filepath.Join("..", pkg)
		outputs, err := codegen.Go(Program(), config.Go{Out: dir, Package: pkg, Driver: driver})
		if err != nil {
			t.Fatal(err)
		}
		want := map[string]bool{}
		for _, o := range outputs {
			path := filepath.FromSlash(o.Path)
			want[path] = true
			if got, err := os.ReadFile(path); err == nil && bytes.Equal(got, o.Data) {
				continue
			}
			t.Errorf("%s is not what the generator writes; run this test with -update", path)
			if *update {
				if err := os.WriteFile(path, o.Data, 0o666); err != nil {
					t.Error(err)
				}
			}
		}
		files, err := filepath.Glob(filepath.Join(dir, "*"))
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range files {
			if !want[f] {
				t.Errorf("%s is not of the generator", f)
			}
		}
	}
}
