package e2e

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5/pgconn"

	"github.com/trigc/trigc/internal/pgtest"
)

// What a trigger for each statement costs must be linear in its rows, also in
// a session whose first statement had one row: PL/pgSQL keeps the plans of the
// first statements. The test looks at the plans that run then, not at a clock.

// planCases are directives on table items, and statements that their triggers
// are for. In the statements $n is a number of rows.
var planCases = []struct{ name, schema, statements string }{
	{"protect", "-- pgtrigger: protect d update for each statement when (OLD.a < 0 AND NEW.b > 0)", planUpdate},
	{"readonly", "-- pgtrigger: readonly d for each statement (c)", planUpdate},
	{"run", "CREATE TABLE log (id int, b int);\n" +
		"-- pgtrigger: run d update for each statement referencing old table as olds new table as news when (changed(b))\n" +
		"--   do (INSERT INTO log SELECT n.id, n.b FROM news AS n; DELETE FROM log AS l USING olds AS o WHERE l.id = o.id AND o.b < 0)", planUpdate},
	{"history", "-- pgtrigger: history d into items_history", planAll},
	{"history by pairs", "-- pgtrigger: history d update into items_history keep both when (OLD.b < NEW.b)", planUpdate},
	{"history of json", "-- pgtrigger: history d into items_history\n-- pgtrigger: readonly e for each statement (j)", planAll},
}

const (
	planUpdate = "UPDATE items SET b = b + 1 WHERE id <= $n"
	planAll    = "INSERT INTO items SELECT i, i, 0, 'x' FROM generate_series(10001, 10000 + $n) i; " + planUpdate + "; DELETE FROM items WHERE id > 10000"
)

func TestPlans(t *testing.T) {
	for _, c := range planCases {
		t.Run(c.name, func(t *testing.T) {
			columns := "id int PRIMARY KEY, a int, b int, c text"
			if strings.Contains(c.name, "json") {
				columns += ", j json"
			}
			schema := c.schema + "\nCREATE TABLE items (" + columns + ");\n"
			install, _ := scripts(t, schema)
			plans := plansOf(t, schema+install, c.statements)
			for _, p := range plans {
				if at := quadratic(p); at != "" {
					t.Errorf("%s in\n%s", at, p)
				}
			}
		})
	}
}

// TestQuadratic holds the judge of plans to triggers as people write them, which
// are quadratic then.
func TestQuadratic(t *testing.T) {
	for _, body := range []string{
		"IF EXISTS (SELECT FROM olds o JOIN news n USING (id) WHERE o.c <> n.c) THEN RAISE 'no'; END IF;",
		"INSERT INTO log SELECT n.id FROM news n JOIN olds o USING (id) WHERE o.c IS NOT DISTINCT FROM n.c;",
		"INSERT INTO log SELECT n.id FROM news n WHERE NOT EXISTS (SELECT FROM olds o WHERE o.id = n.id AND o.a = n.a OR o.b < 0);",
	} {
		schema := "CREATE TABLE items (id int PRIMARY KEY, a int, b int, c text); CREATE TABLE log (id int);" +
			"CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN " + body + " RETURN NULL; END $$;" +
			"CREATE TRIGGER t AFTER UPDATE ON items REFERENCING OLD TABLE AS olds NEW TABLE AS news FOR EACH STATEMENT EXECUTE FUNCTION f();"
		found := false
		plans := plansOf(t, schema, planUpdate)
		for _, p := range plans {
			found = found || quadratic(p) != ""
		}
		if !found {
			t.Errorf("nothing is wrong with %s:\n%s", body, strings.Join(plans, "\n"))
		}
	}
}

// plansOf returns the plans of all statements, those in functions too, of a
// session that did each to one row before.
func plansOf(t *testing.T, schema, statements string) []string {
	t.Helper()
	cfg, err := pgconn.ParseConfig(pgtest.DB(t))
	if err != nil {
		t.Fatal(err)
	}
	var plans []string
	cfg.OnNotice = func(_ *pgconn.PgConn, n *pgconn.Notice) {
		if _, plan, ok := strings.Cut(n.Message, "plan:\n"); ok {
			plans = append(plans, plan)
		}
	}
	ctx := context.Background()
	conn, err := pgconn.ConnectConfig(ctx, cfg)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close(ctx)
	if _, pgErr := run(t, conn, "LOAD 'auto_explain'"); pgErr != nil {
		t.Skipf("this Postgres has no auto_explain (postgresql-contrib), which shows the plans: %s", pgErr.Message)
	}
	mustRun(t, conn, schema)
	mustRun(t, conn, "INSERT INTO items (id, a, b, c) SELECT i, i, 0, 'x' FROM generate_series(1, 3000) i")
	each := strings.Split(statements, "; ")
	for range 6 { // PL/pgSQL settles for a plan at the sixth
		for _, s := range each {
			mustRun(t, conn, strings.ReplaceAll(s, "$n", "1"))
		}
	}
	mustRun(t, conn, "SET auto_explain.log_min_duration = 0; SET auto_explain.log_nested_statements = on; SET client_min_messages = log")
	plans = nil
	for _, s := range each {
		mustRun(t, conn, strings.ReplaceAll(s, "$n", "3000"))
	}
	if len(plans) <= len(each) {
		t.Fatalf("no plans of the triggers: %q", plans)
	}
	return plans
}

// quadratic returns the node of a plan that looks at all of a transition table,
// or of a query over one, again for each row: the inner side of a nested loop,
// or a subquery that is not hashed. It returns "" if there is none.
func quadratic(plan string) string {
	lines := strings.Split(plan, "\n")
	depth := func(line string) int { return len(line) - len(strings.TrimLeft(line, " ")) }
	// below returns the children of a node: for each the lines of it.
	below := func(at int) [][]string {
		var children [][]string
		for i := at + 1; i < len(lines) && depth(lines[i]) > depth(lines[at]); i++ {
			if strings.HasPrefix(strings.TrimSpace(lines[i]), "->") && (len(children) == 0 || depth(lines[i]) <= depth(children[0][0])) {
				children = append(children, nil)
			}
			if n := len(children); n > 0 {
				children[n-1] = append(children[n-1], lines[i])
			}
		}
		return children
	}
	scans := func(node []string) bool {
		text := strings.Join(node, "\n")
		return strings.Contains(text, "Named Tuplestore Scan") || strings.Contains(text, "CTE Scan")
	}
	for i, line := range lines {
		children := below(i)
		switch {
		case strings.Contains(line, "Nested Loop") && len(children) > 1 && scans(children[1]):
			return fmt.Sprintf("a nested loop over %q", strings.TrimSpace(children[1][0]))
		case strings.HasPrefix(strings.TrimSpace(line), "SubPlan") && !strings.Contains(plan, "hashed "+strings.TrimSpace(line)) && len(children) > 0 && scans(children[0]):
			return fmt.Sprintf("a subquery over %q", strings.TrimSpace(children[0][0]))
		}
	}
	return ""
}
