package e2e

import (
	"context"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/trigc/trigc/internal/pgtest"
)

// What a trigger library gets wrong, and where it is proved that trigc does
// not. A proof is a file of testdata, with text that must stand in it, or a
// test of this directory or one below it.
var wellKnownMistakes = []struct {
	property string
	proofs   []proof
}{
	{"a deferred trigger is ignored or not by when the row was written, not by when it fires", []proof{
		{file: "behave/deferred.txtar"}, {file: "behave/protect_subquery.txtar"}, {test: "scope.TestDeferredTrigger"},
	}},
	{"a guard for each statement lets no row through whose key changes", []proof{
		{file: "behave/readonly_statement.txtar"}, {file: "behave/protect_statement.txtar", text: "SET id = id + 100"}, {file: "behave/slips.txtar", text: "Rows that trade keys"},
	}},
	{"an error inside an ignore scope comes out as it is", []proof{
		{test: "scope.TestErrorInScope"}, {test: "scope.TestPanicInScope"}, {test: "scope.TestErrorInSavepointOfScope"},
	}},
	{"states are values, whatever characters are in them, and NULL is not the empty text", []proof{
		{file: "behave/fsm_values.txtar", text: `'a, b' -> 'c{d}' | 'it''s', 'c{d}' -> 'e\f' | ''`}, {file: "behave/types.txtar"},
	}},
	{"what marks a deleted row is escaped, its column quoted, and one row is marked", []proof{
		{file: "behave/softdelete.txtar", text: "'it''s gone'"}, {file: "behave/softdelete_odd.txtar"}, {file: "behave/quoting.txtar"},
	}},
	{"a soft delete under ON DELETE CASCADE is told of, with the ways out", []proof{
		{file: "lint/softdelete-cascade.sql"}, {file: "lint/softdelete-parent.sql"},
	}},
	{"a trigger is ignored on its own table alone, whatever others are called", []proof{
		{file: "behave/names.txtar"}, {file: "behave/clauses.txtar", text: "others"}, {test: "scope.TestIgnoreGoesByTable"},
	}},
	{"protection is back after the scope, also while the transaction goes on", []proof{
		{test: "scope.TestFormerValueIsRestored"}, {test: "scope.TestNestedScopes"}, {test: "scope.TestScopeThatCannotEnd"},
	}},
	{"a trigger can be ignored by nobody, or by a role's members alone", []proof{
		{file: "behave/roles.txtar"}, {file: "behave/clauses.txtar", text: "not ignorable"}, {test: "scope.TestIgnorableByRole"},
	}},
	{"the user's SQL is not touched in a scope", []proof{
		{test: "scope.TestAnySQLInScope"}, {test: "protocol.TestStatementsOfScope"},
	}},
	{"what is compiled depends on the text alone, and means the same whatever standard_conforming_strings says", []proof{
		{file: "behave/quoting.txtar", text: "standard_conforming_strings = off"}, {test: "TestInstallAnywhere"},
	}},
	{"a text that looks like OLD or NEW is a text", []proof{
		{file: "behave/quoting.txtar", text: "'NEW.x, changed(a), ''OLD.y'' -- no'"}, {file: "behave/run_odd.txtar"},
	}},
	{"names collide only where the compiler says so", []proof{
		{file: "check/duplicate-function.sql"}, {file: "check/duplicate-trigger.sql"}, {file: "gen/names.txtar"}, {file: "behave/names.txtar"},
	}},
	{"a name that is taken can be installed", []proof{
		{file: "behave/names.txtar", text: `"a-b"`}, {file: "behave/quoting.txtar"},
	}},
	{"a body is delimited by what does not stand in it, and its columns are checked before", []proof{
		{file: "behave/quoting.txtar", text: "$trigc$"}, {file: "check/unknown-column.sql"},
	}},
	{"operators bind in a condition as they are written", []proof{
		{file: "behave/quoting.txtar", text: "(OLD.a = 1) OR (NEW.a = 2)"},
	}},
	{"a condition on a column of another table is no condition on this one", []proof{
		{file: "check/unknown-column.sql"}, {test: "TestColumnOfAnotherTable"},
	}},
	{"any and all, changed and unchanged are four things", []proof{
		{file: "behave/conditions.txtar"}, {test: "TestConditions"},
	}},
	{"generated columns and types without equality are in nobody's way", []proof{
		{file: "behave/columns.txtar"}, {file: "behave/types.txtar"},
	}},
	{"what runs is what the schema names, whatever the search path", []proof{
		{file: "behave/softdelete.txtar", text: "for two tenants"}, {file: "behave/types.txtar", text: "SET search_path = ''"},
	}},
	{"an ignore holds for the transaction, however its statements are run", []proof{
		{test: "scope.TestIgnore"}, {test: "scope.TestConcurrentScopes"},
	}},
	{"TRUNCATE can be refused, and several events for each statement", []proof{
		{file: "behave/protect_statement.txtar", text: "update or delete or truncate for each statement"}, {file: "behave/slips.txtar", text: "TRUNCATE owners CASCADE"},
	}},
	{"the order of names does not decide whether a guard holds", []proof{
		{file: "behave/readonly.txtar", text: "zzz_sneak"}, {file: "behave/fsm_values.txtar", text: "zzz_sneak"}, {file: "behave/together.txtar"},
	}},
	{"inherited columns are columns", []proof{{file: "behave/columns.txtar", text: "INHERITS (base)"}}},
	{"ignoring many triggers costs a row no more than ignoring one", []proof{
		{test: "TestManyIgnored"}, {test: "scope.TestStatementInScopeIsAsOutside"},
	}},
	{"an error tells its SQLSTATE, constraint, table and column", []proof{
		{file: "behave/errors.txtar"}, {test: "scope.TestViolation"},
	}},
	{"guards and filters for each statement take linear time, also where a plan for one row is kept", []proof{
		{test: "TestPlans"}, {test: "TestQuadratic"}, {file: "behave/protect_statement.txtar", text: "generate_series(1001, 21000)"},
	}},
	{"a history for each statement takes linear time in a session whose first statement had one row", []proof{
		{test: "TestPlans"}, {file: "behave/history.txtar"},
	}},
	{"a schema of ten times the tables takes ten times the work", []proof{{test: "../bench.TestLinear"}}},
	{"a row that moves between partitions is guarded, and not lost", []proof{
		{file: "behave/partitioned.txtar"}, {file: "behave/partition_moves.txtar"},
	}},
	{"rows that come by COPY, MERGE, ON CONFLICT or a foreign key are rows", []proof{
		{file: "behave/slips.txtar", text: "MERGE INTO items"}, {test: "TestCopy"},
	}},
	{"no change of sessions that write at once is lost, or judged by what it read", []proof{
		{test: "TestConcurrentUpdates"}, {test: "TestWaitingWriters"},
	}},
}

type proof struct {
	file, text string // below testdata; "" for no text
	test       string // with the directory before a dot
}

func TestWellKnownMistakes(t *testing.T) {
	tests := map[string][]string{}
	for _, m := range wellKnownMistakes {
		if len(m.proofs) == 0 {
			t.Errorf("%s: no proof", m.property)
		}
		for _, p := range m.proofs {
			if p.file != "" {
				text, err := os.ReadFile(filepath.Join(testdata, p.file))
				if err != nil {
					t.Errorf("%s: %v", m.property, err)
				} else if !strings.Contains(string(text), p.text) {
					t.Errorf("%s: %s has no %q", m.property, p.file, p.text)
				}
				continue
			}
			dir, name := ".", p.test
			if i := strings.LastIndex(p.test, "."); i >= 0 {
				dir, name = p.test[:i], p.test[i+1:]
			}
			if tests[dir] == nil {
				tests[dir] = testsOf(t, dir)
			}
			if !slices.Contains(tests[dir], name) {
				t.Errorf("%s: no test %s", m.property, p.test)
			}
		}
	}
}

// testsOf returns the names of the tests of a directory.
func testsOf(t *testing.T, dir string) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*_test.go"))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, file := range files {
		f, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range f.Decls {
			if fn, ok := d.(*ast.FuncDecl); ok && fn.Recv == nil && strings.HasPrefix(fn.Name.Name, "Test") {
				names = append(names, fn.Name.Name)
			}
		}
	}
	return names
}

// TestColumnOfAnotherTable compiles conditions on other tables' columns.
func TestColumnOfAnotherTable(t *testing.T) {
	const schema = `CREATE TABLE authors (id int PRIMARY KEY, name text);
-- pgtrigger: protect p update when (%s)
CREATE TABLE posts (id int PRIMARY KEY, author_id int, title text);
`
	for condition, want := range map[string]string{
		"authors.name = 'x'":     "write EXISTS (SELECT",
		"OLD.name = 'x'":         "",
		"OLD.author_name = 'x'":  "",
		"name = 'x'":             "",
		"OLD.authors.name = 'x'": "",
	} {
		got := compileText(t, fmt.Sprintf(schema, condition))
		if !strings.Contains(got, "error[") || !strings.Contains(got, want) {
			t.Errorf("%s: want an error with %q, got\n%s", condition, want, got)
		}
	}
}

// TestCopy copies rows into guarded tables.
func TestCopy(t *testing.T) {
	const schema = `
-- pgtrigger: protect no_negative insert when (NEW.n < 0)
-- pgtrigger: protect no_thousand insert for each statement when (NEW.n > 1000)
-- pgtrigger: fsm flow (state) new -> done initial new
-- pgtrigger: set twice before insert set m = NEW.n * 2
CREATE TABLE items (id int PRIMARY KEY, n int, state text, m int);
`
	install, _ := scripts(t, schema)
	conn := connect(t, pgtest.DB(t))
	mustRun(t, conn, schema+install)
	for rows, want := range map[string]string{
		"1,5,new\n2,6,new":    "",
		"3,-1,new":            "no_negative",
		"3,1,new\n4,1001,new": "no_thousand",
		"3,1,done":            "flow",
		"3,1,":                "flow",
	} {
		_, err := conn.CopyFrom(context.Background(), strings.NewReader(rows+"\n"), "COPY items (id, n, state) FROM STDIN (FORMAT csv)")
		if want == "" && err != nil || want != "" && (err == nil || constraintOf(err) != want) {
			t.Errorf("%q: %v, want constraint %q", rows, err, want)
		}
	}
	if got := fmt.Sprintf("%s", mustRun(t, conn, "SELECT id, m FROM items ORDER BY id")[0].Rows); got != "[[1 10] [2 12]]" {
		t.Errorf("copied: %s", got)
	}
}

// TestManyIgnored compares what a row costs when one trigger is ignored, and
// when a thousand are.
func TestManyIgnored(t *testing.T) {
	const schema = `-- pgtrigger: protect kept update
CREATE TABLE items (id int PRIMARY KEY, n int);
`
	install, _ := scripts(t, schema)
	conn := connect(t, pgtest.DB(t))
	mustRun(t, conn, schema+install+"INSERT INTO items SELECT n, 0 FROM generate_series(1, 20000) AS n")
	mustRun(t, conn, "SET pgtrigger.public.items.kept = 'ignore'")
	update := func() time.Duration {
		best := time.Hour
		for range 5 {
			start := time.Now()
			mustRun(t, conn, "BEGIN; UPDATE items SET n = n + 1; ROLLBACK")
			best = min(best, time.Since(start))
		}
		return best
	}
	// What a row costs is what its WHEN reads: one setting, whatever else there is.
	if n := strings.Count(install, "current_setting('pgtrigger."); n != 1 {
		t.Errorf("the condition reads %d settings", n)
	}
	one := update()
	mustRun(t, conn, `SELECT set_config(format('pgtrigger.public.items_%s.kept', n), 'ignore', false) FROM generate_series(1, 1000) AS n`)
	t.Logf("20,000 rows: %v, with 1,000 more ignored %v", one, update())
}
