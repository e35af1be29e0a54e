package e2e

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/trigc/trigc/internal/compile"
	"github.com/trigc/trigc/internal/config"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/pgtest"
)

// TestProposedConstraints adds the constraints that findings propose in place
// of an assert: the server takes them as they are written.
func TestProposedConstraints(t *testing.T) {
	for _, code := range []diag.Code{"assert-check", "assert-reference"} {
		data, err := os.ReadFile("../../testdata/check/" + string(code) + ".sql")
		if err != nil {
			t.Fatal(err)
		}
		var r diag.Report
		fsys := fstest.MapFS{"schema.sql": {Data: data}}
		if _, err := compile.Compile(fsys, config.Config{Postgres: pgtest.Major(t), Schema: []string{"schema.sql"}}, &r); err != nil {
			t.Fatal(err)
		}
		conn := connect(t, pgtest.DB(t))
		mustRun(t, conn, string(data))
		n := 0
		for _, d := range r.Sorted() {
			if d.Code == code {
				mustRun(t, conn, strings.TrimPrefix(d.Help, "write "))
				n++
			}
		}
		if n < 3 {
			t.Errorf("only %d proposals of %s", n, code)
		}
	}
}
