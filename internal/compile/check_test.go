package compile_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/trigc/trigc/analyzer/lint"
	"github.com/trigc/trigc/internal/compile"
	"github.com/trigc/trigc/internal/config"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/source"
)

// TestCheck compiles the fixtures of findings. What must be found stands in
// them, in lines below the one it is found in:
//
//	-- pgtrigger: readonly fixed (statsu)
//	--=                           ^^^^^^ error[unknown-column] 42703: no column "statsu"
//
// The carets are exactly under the span, the SQLSTATE is left out where
// Postgres would accept, and the text is a regular expression for the message
// or, behind " => ", for the help. Lines of expectations are cut out before
// the file is compiled, so they can stand inside of a directive. A file may
// set what it is compiled for in its first line: -- postgres: 16.
//
// A configuration that it needs stands beside it, in a file of its name that
// ends in .toml. Every code has a file of its name.
func TestCheck(t *testing.T) {
	files, err := filepath.Glob("../../testdata/check/*.sql")
	if err != nil {
		t.Fatal(err)
	}
	lints, _ := filepath.Glob("../../testdata/lint/*.sql")
	files = append(files, lints...)
	if len(files) < 40 {
		t.Fatalf("only %d fixtures", len(files))
	}
	for _, path := range files {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".sql"), func(t *testing.T) {
			t.Parallel()
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			checkFixture(t, path, string(data))
		})
	}
}

// An expectation is a finding that must come.
type expectation struct {
	line, column, end    int // of the fixture without expectations; columns in bytes from 1
	severity, code       string
	state, message, help string
	at                   int // line in the fixture
}

var expected = regexp.MustCompile(`^--=( *)(\^+) (error|warning|note)\[([a-z0-9-]+)\](?: ([0-9A-Z]{5}))?: (.*)$`)

func checkFixture(t *testing.T, path, text string) {
	var kept []string
	var want []expectation
	for i, line := range strings.Split(text, "\n") {
		if !strings.HasPrefix(line, "--=") {
			kept = append(kept, line)
			continue
		}
		m := expected.FindStringSubmatch(line)
		if m == nil {
			t.Fatalf("%s:%d: no expectation: %s", path, i+1, line)
		}
		e := expectation{line: len(kept), column: 4 + len(m[1]), severity: m[3], code: m[4], state: m[5], at: i + 1}
		e.end = e.column + len(m[2])
		e.message, e.help, _ = strings.Cut(m[6], " => ")
		want = append(want, e)
	}
	base := filepath.Base(path)
	if code := strings.TrimSuffix(base, ".sql"); !slices.ContainsFunc(want, func(e expectation) bool { return e.code == code }) {
		t.Errorf("%s: no expectation has the code of the file's name", path)
	}
	cfg := config.Config{Postgres: 15, Schema: []string{"schema.sql"}}
	fmt.Sscanf(text, "-- postgres: %d", &cfg.Postgres)
	var r diag.Report
	if toml, err := os.ReadFile(strings.TrimSuffix(path, ".sql") + ".toml"); err == nil {
		list := config.Parse(source.NewFile("pgtrigger.toml", string(toml)), &r)
		if found := r.Sorted(); len(found) > 0 {
			t.Fatal(found)
		}
		cfg = list[0]
	}
	if _, err := compile.Compile(fstest.MapFS{"schema.sql": {Data: []byte(strings.Join(kept, "\n"))}}, cfg, &r); err != nil {
		t.Fatal(err)
	}
	for _, d := range r.Sorted() {
		if smallAdvice(d) && string(d.Code) != strings.TrimSuffix(base, ".sql") {
			continue
		}
		if err := diag.CheckWording(d); err != nil {
			t.Error(err)
		}
		if d.Span.IsZero() {
			t.Errorf("finding without a place: %s[%s] %s", d.Severity, d.Code, d.Message)
			continue
		}
		pos := d.Span.Pos()
		end := pos.Column + d.Span.End - d.Span.Start
		if line := d.Span.Line(pos.Line); end > len(line)+1 {
			end = len(line) + 1 // carets go to the end of the first line
		}
		i := slices.IndexFunc(want, func(e expectation) bool {
			return e.line == pos.Line && e.column == pos.Column && e.end == end && e.code == string(d.Code) &&
				e.severity == d.Severity.String() && e.state == d.SQLState &&
				regexp.MustCompile(e.message).MatchString(d.Message) && regexp.MustCompile(e.help).MatchString(d.Help)
		})
		if i < 0 {
			t.Errorf("not expected in line %d:\n%s\n--=%s%s %s[%s]%s: %s => %s", pos.Line, d.Span.Line(pos.Line),
				strings.Repeat(" ", max(pos.Column-4, 0)), strings.Repeat("^", max(end-pos.Column, 1)), d.Severity, d.Code, space(d.SQLState), d.Message, d.Help)
			continue
		}
		want = slices.Delete(want, i, i+1)
	}
	for _, e := range want {
		t.Errorf("%s:%d: not found: %s[%s] %s", path, e.at, e.severity, e.code, e.message)
	}
}

// smallAdvice reports whether a finding is a note of a lint: true of many
// fixtures that are about something else.
func smallAdvice(d diag.Diagnostic) bool {
	return d.Severity == diag.Note && slices.ContainsFunc(lint.All, func(c *lint.Check) bool { return c.Code == d.Code })
}

func space(s string) string {
	if s == "" {
		return ""
	}
	return " " + s
}
