package compile_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/trigc/trigc/internal/compile"
	"github.com/trigc/trigc/internal/config"
	"github.com/trigc/trigc/internal/diag"
)

// TestFixes applies each fix that the findings of the fixtures offer, one at a
// time. The finding is then gone, and the text still parses.
func TestFixes(t *testing.T) {
	files, err := filepath.Glob("../../testdata/check/*.sql")
	if err != nil {
		t.Fatal(err)
	}
	lints, _ := filepath.Glob("../../testdata/lint/*.sql")
	total := 0
	for _, path := range append(files, lints...) {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		var kept []string
		for _, line := range strings.Split(string(data), "\n") {
			if !strings.HasPrefix(line, "--=") {
				kept = append(kept, line)
			}
		}
		text := strings.Join(kept, "\n")
		before := findings(t, text)
		count := func(list []diag.Diagnostic, d diag.Diagnostic) int {
			n := 0
			for _, e := range list {
				if e.Code == d.Code && e.Message == d.Message {
					n++
				}
			}
			return n
		}
		unread := func(list []diag.Diagnostic) int {
			n := 0
			for _, e := range list {
				if e.Code == "syntax-error" || e.Code == "directive-syntax" || e.Code == "unknown-clause" {
					n++
				}
			}
			return n
		}
		for _, d := range before {
			if len(d.Fixes) == 0 {
				continue
			}
			if len(d.Fixes) > 1 {
				t.Errorf("%s: %s has alternatives, which nothing chooses between", path, d.Span)
			}
			total++
			fixed := text
			for i := len(d.Fixes[0].Edits) - 1; i >= 0; i-- {
				e := d.Fixes[0].Edits[i]
				fixed = fixed[:e.Span.Start] + e.Text + fixed[e.Span.End:]
			}
			after := findings(t, fixed)
			line := d.Span.Line(d.Span.Pos().Line)
			if count(after, d) >= count(before, d) {
				t.Errorf("%s: %s[%s] %s is still there after %q in\n%s", path, d.Severity, d.Code, d.Message, d.Fixes[0].Message, line)
			}
			// What a directive says behind a mistake is read once that is mended.
			if unread(after) > unread(before)+1 || d.Severity != diag.Error && unread(after) > unread(before) {
				t.Errorf("%s: after %q there is more that cannot be read in\n%s", path, d.Fixes[0].Message, line)
			}
		}
	}
	if total < 20 {
		t.Errorf("only %d fixes", total)
	}
}

func findings(t *testing.T, text string) []diag.Diagnostic {
	t.Helper()
	var r diag.Report
	cfg := config.Config{Postgres: 15, Schema: []string{"schema.sql"}}
	if _, err := compile.Compile(fstest.MapFS{"schema.sql": {Data: []byte(text)}}, cfg, &r); err != nil {
		t.Fatal(err)
	}
	return r.Sorted()
}
