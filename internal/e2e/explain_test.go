package e2e

import (
	"fmt"
	"slices"
	"testing"
	"testing/fstest"

	"github.com/trigc/trigc/codegen"
	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/compile"
	"github.com/trigc/trigc/internal/config"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/ir"
	"github.com/trigc/trigc/internal/pgtest"
)

// TestLock asks the server for the strongest lock that installing a trigger
// takes on its table, and holds what trigc explain says to it.
func TestLock(t *testing.T) {
	schema := "CREATE TABLE posts (id int PRIMARY KEY, status text, at timestamptz);\n"
	for _, directive := range []string{
		"protect t delete", "protect t delete enable always", "touch t (at)", "fsm t (status) a -> b disable",
		"protect t truncate", "protect t delete deferrable", "assert t deferrable initially deferred check (EXISTS (SELECT FROM posts AS p WHERE p.at = NEW.at))",
	} {
		t.Run(directive, func(t *testing.T) {
			text := "-- pgtrigger: " + directive + "\n" + schema
			var r diag.Report
			result, err := compile.Compile(fstest.MapFS{"a.sql": {Data: []byte(text)}}, config.Config{Postgres: pgtest.Major(t), Schema: []string{"a.sql"}}, &r)
			if err != nil || r.HasErrors() {
				t.Fatal(err, r.Sorted())
			}
			u := result.Program.Units[0]
			conn := connect(t, pgtest.DB(t))
			mustRun(t, conn, schema+string(codegen.UnitSQL(u)))
			// Again, as the next version of the schema would.
			got := mustRun(t, conn, "BEGIN; "+string(codegen.UnitSQL(u))+`;
				SELECT mode FROM pg_locks WHERE relation = 'posts'::regclass AND pid = pg_backend_pid()`)
			strongest := -1
			order := []string{"AccessShareLock", "RowShareLock", "RowExclusiveLock", "ShareUpdateExclusiveLock", "ShareLock", "ShareRowExclusiveLock", "ExclusiveLock", "AccessExclusiveLock"}
			for _, row := range got[len(got)-1].Rows {
				strongest = max(strongest, slices.Index(order, string(row[0])))
			}
			want := map[string]string{"SHARE ROW EXCLUSIVE": "ShareRowExclusiveLock", "ACCESS EXCLUSIVE": "AccessExclusiveLock"}[codegen.Lock(u.Triggers[0])]
			if strongest < 0 || order[strongest] != want {
				t.Errorf("the server takes %v, trigc says %s", got[len(got)-1].Rows, codegen.Lock(u.Triggers[0]))
			}
		})
	}
}

// TestFiringOrder makes triggers of all forms and names on a table, lets the
// server fire them, and holds ir.Firing to the order that comes out.
func TestFiringOrder(t *testing.T) {
	var list []ir.Firing
	sql := "CREATE TABLE fired (n serial, name text);\nCREATE TABLE posts (id int);\n" +
		"CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO fired (name) VALUES (TG_NAME); RETURN NEW; END $$;\n"
	for i, name := range []string{"m", "B", "a", "ä", "a_b", "aB", "~z", "Ä", "a b", "10", "9"} {
		for j, f := range []ir.Firing{
			{Timing: ast.After, Level: ast.Row, Late: true}, {Timing: ast.After, Level: ast.Statement}, {Timing: ast.After, Level: ast.Row},
			{Timing: ast.Before, Level: ast.Row}, {Timing: ast.Before, Level: ast.Statement},
		} {
			f.Name = fmt.Sprintf("%s %d", name, (i+j)%5)
			list = append(list, f)
			create, defer_ := "CREATE TRIGGER", ""
			if f.Late {
				create, defer_ = "CREATE CONSTRAINT TRIGGER", "DEFERRABLE INITIALLY DEFERRED"
			}
			sql += fmt.Sprintf("%s %q %s INSERT ON posts %s FOR EACH %s EXECUTE FUNCTION f();\n", create, f.Name, f.Timing, defer_, f.Level)
		}
	}
	conn := connect(t, pgtest.DB(t))
	mustRun(t, conn, sql)
	mustRun(t, conn, "INSERT INTO posts VALUES (1)")
	got := mustRun(t, conn, "SELECT name FROM fired ORDER BY n")
	slices.SortFunc(list, ir.Firing.Compare)
	if len(got[0].Rows) != len(list) {
		t.Fatalf("%d triggers fired, want %d", len(got[0].Rows), len(list))
	}
	for i, row := range got[0].Rows {
		if string(row[0]) != list[i].Name {
			t.Errorf("trigger %d was %q, want %q", i+1, row[0], list[i].Name)
		}
	}
}
