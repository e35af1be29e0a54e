package e2e

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/trigc/trigc/internal/pgtest"
)

// A pgCase is a file of testdata/cases: a trigger, and what Postgres says to
// it. It has headers ("-- expect: …") and phases ("-- @install"). The headers
// are of Postgres 15; where another version differs, it has one of its own
// ("-- expect-18: …").
type pgCase struct {
	name    string
	headers map[string]string
	phases  []phase
}

type phase struct {
	name string // setup, install, fire, check
	sql  string // with empty lines before it, so that lines count as in the file
}

// header returns a header for a major version of Postgres.
func (c *pgCase) header(name string, postgres int) string {
	if v, ok := c.headers[fmt.Sprintf("%s-%d", name, postgres)]; ok {
		return v
	}
	return c.headers[name]
}

var (
	caseHeader = regexp.MustCompile(`^-- ([a-z_]+(?:-1[4-8])?): (.*)$`)
	casePhase  = regexp.MustCompile(`^-- @(setup|install|fire|check)$`)
)

func loadCases(t testing.TB) []*pgCase {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(testdata, "cases", "*.sql"))
	if err != nil {
		t.Fatal(err)
	}
	if len(files) == 0 {
		t.Fatal("no cases")
	}
	var cases []*pgCase
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		c := &pgCase{name: strings.TrimSuffix(filepath.Base(file), ".sql"), headers: map[string]string{}}
		for i, line := range strings.SplitAfter(string(text), "\n") {
			line, trimmed := line, strings.TrimSuffix(line, "\n")
			if m := casePhase.FindStringSubmatch(trimmed); m != nil {
				c.phases = append(c.phases, phase{m[1], strings.Repeat("\n", i+1)})
				continue
			}
			if len(c.phases) > 0 {
				c.phases[len(c.phases)-1].sql += line
			} else if m := caseHeader.FindStringSubmatch(trimmed); m != nil {
				c.headers[m[1]] = m[2]
			} else if trimmed != "" {
				t.Fatalf("%s:%d: neither a header nor in a phase: %s", file, i+1, trimmed)
			}
		}
		if c.headers["case"] != c.name || c.headers["expect"] == "" || len(c.phases) == 0 {
			t.Fatalf("%s: needs headers case (the file's name) and expect, and a phase", file)
		}
		cases = append(cases, c)
	}
	return cases
}

// TestCases runs each case in a transaction of its own.
func TestCases(t *testing.T) {
	t.Parallel()
	dsn := pgtest.DB(t)
	postgres := pgtest.Major(t)
	for _, c := range loadCases(t) {
		t.Run(c.name, func(t *testing.T) {
			conn := connect(t, dsn)
			mustRun(t, conn, `BEGIN;
				SET LOCAL client_min_messages = error;
				CREATE SCHEMA trigc_case;
				SET LOCAL search_path = trigc_case, public`)
			got, detail := "ok", ""
			for _, p := range c.phases {
				if _, pgErr := run(t, conn, p.sql); pgErr != nil {
					message, _, _ := strings.Cut(pgErr.Message, "\n")
					got = fmt.Sprintf("%s-error %s %s", p.name, pgErr.Code, message)
					detail = pgErr.Detail
					break
				}
			}
			want := c.header("expect", postgres)
			if strings.HasPrefix(want, "misbehaves ") { // the text says how; the checks prove it
				want = "ok"
			}
			if got != want {
				t.Errorf("got  %s\nwant %s", got, want)
			}
			want = c.header("detail", postgres)
			if want == "none" {
				want = ""
			} else if want == "" {
				return
			}
			if detail != want {
				t.Errorf("got detail  %s\nwant %s", detail, want)
			}
		})
	}
}

// TestCasesTable compares cases.tsv, the overview of the cases, with them.
func TestCasesTable(t *testing.T) {
	text, err := os.ReadFile(filepath.Join(testdata, "cases", "cases.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSuffix(string(text), "\n"), "\n")
	columns := strings.Split(lines[0], "\t")
	rows := map[string][]string{}
	for i, line := range lines[1:] {
		row := strings.Split(line, "\t")
		if len(row) != len(columns) {
			t.Fatalf("cases.tsv:%d: %d fields, want %d", i+2, len(row), len(columns))
		}
		rows[row[0]] = row
	}
	for _, c := range loadCases(t) {
		row, ok := rows[c.name]
		if !ok {
			t.Errorf("cases.tsv has no %s", c.name)
			continue
		}
		delete(rows, c.name)
		for _, header := range []string{"part", "expect", "verdict", "offline", "plpgsql_check", "rule"} {
			if i := slices.Index(columns, header); i < 0 {
				t.Fatalf("cases.tsv has no column %s", header)
			} else if row[i] != c.headers[header] {
				t.Errorf("%s: %s is %q in cases.tsv, %q in the case", c.name, header, row[i], c.headers[header])
			}
		}
	}
	for name := range rows {
		t.Errorf("%s of cases.tsv does not exist", name)
	}
}
