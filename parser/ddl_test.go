package parser

import (
	"flag"
	"os"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write what the parser gives into testdata; the test still fails")

// TestTrees compares the trees of the statements in testdata. Each block is
// SQL and, behind "=> ", one line for each statement and finding.
func TestTrees(t *testing.T) {
	for _, name := range []string{"testdata/ddl.txt", "testdata/query.txt", "testdata/plpgsql.txt"} {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		var out strings.Builder
		for _, block := range strings.Split(strings.TrimSpace(string(data)), "\n\n") {
			sql, want, _ := strings.Cut(block+"\n", "=> ")
			f, list := parse(t, sql)
			var got []string
			for _, s := range f.Stmts {
				got = append(got, "=> "+strings.ReplaceAll(dump(s), "\n", "␤"))
			}
			for _, line := range strings.Split(dumpDiagnostics(list), "\n") {
				if line != "" {
					got = append(got, "=> "+line)
				}
			}
			if len(got) == 0 {
				got = []string{"=> nothing"}
			}
			text := strings.Join(got, "\n")
			if want := "=> " + strings.TrimSpace(want); text != want {
				t.Errorf("%s: %s\n got %s\nwant %s", name, sql, text, want)
			}
			out.WriteString(sql + text + "\n\n")
		}
		if *update {
			if err := os.WriteFile(name, []byte(strings.TrimSpace(out.String())+"\n"), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}
