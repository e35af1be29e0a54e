package e2e

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/jackc/pgx/v5"

	"github.com/trigc/trigc/internal/compile"
	"github.com/trigc/trigc/internal/config"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/pgtest"
)

// adviceSchema is a table with all values of all columns, of a few.
const adviceSchema = `
CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE TABLE t (
  id int NOT NULL, n int, small smallint NOT NULL, m mood, k mood NOT NULL, b boolean, s text, c text NOT NULL CHECK (c IN ('x', 'y'))
);
`

const adviceRows = `
INSERT INTO t SELECT id, n, small, m::mood, k::mood, b, s, c FROM unnest(ARRAY[1, 2]) AS id, unnest(ARRAY[NULL, 0, 1, 2]) AS n,
  unnest(ARRAY[-32768, 32767]) AS small, unnest(ARRAY[NULL, 'sad', 'ok', 'happy']) AS m, unnest(ARRAY['sad', 'ok', 'happy']) AS k,
  unnest(ARRAY[NULL, true, false]) AS b, unnest(ARRAY[NULL, 'p', 'q']) AS s, unnest(ARRAY['x', 'y']) AS c
ORDER BY md5(concat_ws(',', id, n, small, m, k, b, s, c)) LIMIT 200;
`

// adviceTests are tests of single columns; # stands for the row.
var adviceTests = []string{
	"#.n = 1", "#.n <> 1", "#.n < 1", "#.n >= 1", "1 > #.n", "#.n IN (0, 1)", "#.n IS NULL", "#.n IS NOT NULL", "#.n IS DISTINCT FROM 2",
	"#.id IS NULL", "#.id IS NOT NULL", "#.id = #.id", "#.n = #.n", "#.n IS NOT DISTINCT FROM #.n", "#.small > 40000", "#.small >= -32768",
	"#.m = 'sad'", "#.m <> 'sad'", "#.m IN ('ok', 'happy')", "#.m NOT IN ('ok', 'happy', 'sad')", "#.k IN ('sad', 'ok', 'happy')", "#.k <> ALL (ARRAY['sad', 'ok']::mood[])",
	"#.b", "NOT #.b", "#.b IS TRUE", "#.b IS NOT FALSE", "#.b IS UNKNOWN", "#.b = true",
	"#.s = 'p'", "#.s <> 'p'", "#.s::text = 'q'", "#.s IS DISTINCT FROM 'p'", "#.c = 'x'", "#.c <> 'x'", "#.c = 'z'", "#.c = ANY (ARRAY['x', 'y'])",
	"OLD.n = NEW.n", "OLD.n <> NEW.n", "OLD.n IS DISTINCT FROM NEW.n", "OLD.n IS NOT DISTINCT FROM NEW.n", "OLD.id <> NEW.id", "OLD.id = NEW.id", "OLD.k = NEW.k",
	"true", "false", "1 = 2", "'a' = 'a'", "length(#.s) > 0", "#.n + 1 = 2", "coalesce(#.b, true)",
}

// TestTruths holds what is said of conditions, that they are never or always
// true, to what they are for rows on a server.
func TestTruths(t *testing.T) {
	t.Parallel()
	const n = 1500
	rng := rand.New(rand.NewPCG(1, 2))
	var random func(depth int) string
	random = func(depth int) string {
		if depth == 0 || rng.IntN(4) == 0 {
			row := []string{"OLD", "NEW"}[rng.IntN(2)]
			return strings.ReplaceAll(adviceTests[rng.IntN(len(adviceTests))], "#", row)
		}
		switch rng.IntN(5) {
		case 0:
			return "NOT (" + random(depth-1) + ")"
		case 1, 2:
			return "(" + random(depth-1) + ") OR (" + random(depth-1) + ")"
		}
		return "(" + random(depth-1) + ") AND (" + random(depth-1) + ")"
	}
	var schema strings.Builder
	schema.WriteString(adviceSchema)
	conditions := make([]string, n)
	for i := range conditions {
		conditions[i] = random(rng.IntN(4))
		fmt.Fprintf(&schema, "-- pgtrigger: protect c%d on t update when (%s)\n", i, conditions[i])
	}
	var r diag.Report
	if _, err := compile.Compile(fstest.MapFS{"schema.sql": {Data: []byte(schema.String())}}, config.Config{Postgres: pgtest.Major(t), Schema: []string{"schema.sql"}}, &r); err != nil {
		t.Fatal(err)
	}
	first := strings.Count(adviceSchema, "\n") + 1
	never, always := map[int]bool{}, map[int]bool{}
	for _, d := range r.Sorted() {
		switch i := d.Span.Pos().Line - first; {
		case d.Severity == diag.Error:
			t.Errorf("%s: %s", d.Span, d.Message)
		case d.Code == "when-never":
			never[i] = true
		case d.Code == "when-always":
			always[i] = true
		}
	}
	if len(never) < 100 || len(always) < 30 {
		t.Errorf("only %d of %d conditions are said to be never true, %d always", len(never), n, len(always))
	}

	c, err := pgx.Connect(t.Context(), pgtest.DB(t))
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close(context.Background())
	if _, err := c.Exec(t.Context(), adviceSchema+adviceRows); err != nil {
		t.Fatal(err)
	}
	for start := 0; start < n; start += 250 {
		var list []string
		for _, cond := range conditions[start : start+250] {
			list = append(list, "count(*) FILTER (WHERE "+cond+")")
		}
		var pairs int64
		var counts []int64
		sql := "SELECT count(*), ARRAY[" + strings.Join(list, ", ") + "] FROM t AS old CROSS JOIN t AS new"
		if err := c.QueryRow(t.Context(), sql).Scan(&pairs, &counts); err != nil {
			t.Fatal(err)
		}
		for i, count := range counts {
			i += start
			if never[i] && count > 0 {
				t.Errorf("%s is true of %d of %d rows", conditions[i], count, pairs)
			}
			if always[i] && count < pairs {
				t.Errorf("%s is true of %d of %d rows only", conditions[i], count, pairs)
			}
		}
	}
}

// TestAdvice shows on a server what the advice of package lint says of Postgres.
func TestAdvice(t *testing.T) {
	t.Parallel()
	const table = "CREATE TABLE t (id int PRIMARY KEY, n int, g int GENERATED ALWAYS AS (n * 2) STORED);\n"
	function := func(name, body string) string {
		return "CREATE FUNCTION " + name + "() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN " + body + " END $$;\n"
	}
	for _, a := range []struct{ advice, setup, do, query, want string }{
		{"same-column, firing-order: the last name in the order of bytes wins",
			function("one", "NEW.n := 1; RETURN NEW;") + function("two", "NEW.n := 2; RETURN NEW;") +
				"CREATE TRIGGER \"B\" BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION two(); CREATE TRIGGER a BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION one();",
			"INSERT INTO t VALUES (1)", "SELECT n FROM t", "1"},
		{"truncate-gap: TRUNCATE fires no triggers of DELETE",
			function("no", "RAISE 'no';") + "CREATE TRIGGER a BEFORE DELETE ON t FOR EACH ROW EXECUTE FUNCTION no(); CREATE TRIGGER b BEFORE DELETE ON t EXECUTE FUNCTION no();",
			"INSERT INTO t VALUES (1); TRUNCATE t", "SELECT count(*) FROM t", "0"},
		{"replace-enables: CREATE OR REPLACE enables",
			function("f", "RETURN NULL;") + "CREATE TRIGGER a AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION f(); CREATE TRIGGER b AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();" +
				"ALTER TABLE t DISABLE TRIGGER a, ENABLE ALWAYS TRIGGER b;",
			"CREATE OR REPLACE TRIGGER a AFTER UPDATE ON t FOR EACH ROW EXECUTE FUNCTION f(); CREATE OR REPLACE TRIGGER b AFTER UPDATE ON t FOR EACH ROW EXECUTE FUNCTION f()",
			"SELECT string_agg(tgenabled::text, '' ORDER BY tgname) FROM pg_trigger WHERE tgrelid = 't'::regclass", "OO"},
		{"null-row: NEW IS NOT NULL is false if a column is NULL, and so is NEW IS NULL",
			"CREATE TABLE seen (what text);" + function("f", "INSERT INTO seen VALUES (TG_NAME); RETURN NULL;") +
				"CREATE TRIGGER a AFTER INSERT ON t FOR EACH ROW WHEN (NEW IS NOT NULL) EXECUTE FUNCTION f(); CREATE TRIGGER b AFTER INSERT ON t FOR EACH ROW WHEN (NEW IS NULL) EXECUTE FUNCTION f();" +
				"CREATE TRIGGER c AFTER INSERT ON t FOR EACH ROW WHEN (NOT NEW IS NULL) EXECUTE FUNCTION f();",
			"INSERT INTO t (id) VALUES (1)", "SELECT string_agg(what, '') FROM seen", "c"},
		{"statement-default: NEW and OLD are NULL without FOR EACH ROW",
			"CREATE TABLE seen (n int, o int);" + function("f", "INSERT INTO seen VALUES (NEW.id, OLD.id); RETURN NULL;") + "CREATE TRIGGER a AFTER UPDATE ON t EXECUTE FUNCTION f();",
			"INSERT INTO t VALUES (1); UPDATE t SET n = 1", "SELECT count(*) FILTER (WHERE n IS NULL AND o IS NULL) FROM seen", "1"},
		{"cancelled-delete: NEW is NULL in DELETE",
			function("f", "RETURN NEW;") + "CREATE TRIGGER a BEFORE DELETE ON t FOR EACH ROW EXECUTE FUNCTION f();",
			"INSERT INTO t VALUES (1); DELETE FROM t", "SELECT count(*) FROM t", "1"},
		{"swallowed-row: OLD undoes an UPDATE and is NULL in INSERT",
			function("f", "RETURN OLD;") + "INSERT INTO t VALUES (1, 1); CREATE TRIGGER a BEFORE INSERT OR UPDATE ON t FOR EACH ROW EXECUTE FUNCTION f();",
			"UPDATE t SET n = 2; INSERT INTO t VALUES (2, 2)", "SELECT string_agg(n::text, ',') FROM t", "1"},
		{"assignment-lost: to NEW afterwards, to OLD, to a generated column",
			function("f", "NEW.n := 7; RETURN NEW;") + function("g", "OLD.n := 8; NEW.g := 9; RETURN NEW;") +
				"CREATE TRIGGER a AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION f(); CREATE TRIGGER b BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION g();",
			"INSERT INTO t VALUES (1, 1); UPDATE t SET id = 2", "SELECT n || ',' || g FROM t", "1,2"},
		{"depth-in-body: it is 0 in WHEN and 1 in the function",
			"CREATE TABLE seen (n int);" + function("f", "INSERT INTO seen VALUES (pg_trigger_depth()); RETURN NULL;") +
				"CREATE TRIGGER a AFTER INSERT ON t FOR EACH ROW WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION f();",
			"INSERT INTO t VALUES (1)", "SELECT n FROM seen", "1"},
		{"recursion: an UPDATE of the same row has no end",
			function("f", "UPDATE t SET n = 1 WHERE id = NEW.id; RETURN NULL;") + "CREATE TRIGGER a AFTER UPDATE ON t FOR EACH ROW EXECUTE FUNCTION f();",
			"INSERT INTO t VALUES (1); DO $$ BEGIN UPDATE t SET n = 2; EXCEPTION WHEN statement_too_complex THEN INSERT INTO t VALUES (54001); END $$",
			"SELECT max(id) FROM t", "54001"},
		{"unfired-trigger: a view's for each statement, a partition's for each statement, and those of a parent",
			"CREATE TABLE seen (what text);" + function("f", "INSERT INTO seen VALUES (TG_NAME); RETURN NEW;") +
				"CREATE VIEW v AS SELECT id FROM t; CREATE TABLE p (id int) PARTITION BY LIST (id); CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1); CREATE TABLE kid () INHERITS (t);" +
				"CREATE TRIGGER a AFTER INSERT ON v EXECUTE FUNCTION f(); CREATE TRIGGER b AFTER INSERT ON p1 EXECUTE FUNCTION f();" +
				"CREATE TRIGGER c AFTER UPDATE ON t FOR EACH ROW EXECUTE FUNCTION f(); CREATE TRIGGER d AFTER TRUNCATE ON p1 EXECUTE FUNCTION f();",
			"INSERT INTO v VALUES (1); INSERT INTO p VALUES (1); INSERT INTO kid VALUES (2); UPDATE t SET n = 1 WHERE id = 2; TRUNCATE p",
			"SELECT string_agg(what, '') FROM seen", "d"},
		{"unchanged-update, missed-update: OF looks at what SET names",
			"CREATE TABLE seen (what text);" + function("f", "INSERT INTO seen VALUES (TG_NAME); RETURN NULL;") + function("g", "NEW.n := 5; RETURN NEW;") +
				"CREATE TRIGGER a AFTER UPDATE OF id ON t FOR EACH ROW EXECUTE FUNCTION f(); CREATE TRIGGER b AFTER UPDATE OF n ON t FOR EACH ROW EXECUTE FUNCTION f();" +
				"CREATE TRIGGER c BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION g();",
			"INSERT INTO t VALUES (1, 1); UPDATE t SET id = id", "SELECT string_agg(what || n, '') FROM seen, t", "a5"},
		{"row-movement: a row that moves is deleted and inserted",
			"CREATE TABLE seen (what text); CREATE TABLE p (id int) PARTITION BY LIST (id); CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1); CREATE TABLE p2 PARTITION OF p FOR VALUES IN (2);" +
				function("f", "INSERT INTO seen VALUES (TG_NAME || TG_OP); RETURN NULL;") + function("g", "INSERT INTO seen VALUES (TG_NAME || TG_OP); RETURN COALESCE(NEW, OLD);") +
				"CREATE TRIGGER a AFTER INSERT OR UPDATE OR DELETE ON p FOR EACH ROW EXECUTE FUNCTION f(); CREATE TRIGGER b BEFORE INSERT OR UPDATE OR DELETE ON p1 FOR EACH ROW EXECUTE FUNCTION g();",
			"INSERT INTO p VALUES (1); TRUNCATE seen; UPDATE p SET id = 2; UPDATE p SET id = 1", "SELECT string_agg(what, ' ') FROM seen",
			"bUPDATE bDELETE aDELETE aINSERT bINSERT aDELETE aINSERT"},
		{"bare-argument, missing-argument: words are strings in lower case, and counted from 0",
			"CREATE TABLE seen (what text);" + function("f", "INSERT INTO seen VALUES (concat_ws(',', TG_ARGV[0], TG_ARGV[1], TG_ARGV[2], TG_ARGV[3] IS NULL, TG_NARGS)); RETURN NULL;") +
				"CREATE TRIGGER a AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION f(NULL, True, Foo);",
			"INSERT INTO t VALUES (1)", "SELECT what FROM seen", "null,true,foo,t,3"},
		{"frozen-time: a literal is read once, that of a declaration each time",
			"CREATE TABLE seen (at timestamptz, late timestamptz); CREATE TABLE at (at timestamptz);" +
				"CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ DECLARE late timestamptz := 'now'; BEGIN NEW.at := 'now'; INSERT INTO seen VALUES ('now', late), (NEW.at, late); RETURN NEW; END $$;" +
				"CREATE TRIGGER a BEFORE INSERT ON at FOR EACH ROW WHEN (NEW.at < 'now') EXECUTE FUNCTION f();",
			"DO $$ BEGIN FOR i IN 1..3 LOOP INSERT INTO at VALUES (CASE i WHEN 3 THEN now() ELSE 'epoch' END); COMMIT; PERFORM pg_sleep(0.01); END LOOP; END $$", "SELECT concat_ws(',', count(DISTINCT at), count(DISTINCT late), count(*)) FROM seen", "1,2,4"},
		{"security-definer: pg_temp comes first where the path does not list it",
			"CREATE TABLE log (n int); CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$ BEGIN INSERT INTO log VALUES (1); RETURN NULL; END $$;" +
				"CREATE TRIGGER a AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();",
			"CREATE TEMP TABLE log (n int); INSERT INTO t VALUES (1)", "SELECT count(*) FROM public.log", "0"},
		{"security-definer-function: an argument that fits better, a catalog that comes later",
			"CREATE SCHEMA evil; CREATE FUNCTION evil.lower(varchar) RETURNS text LANGUAGE sql AS $$ SELECT 'evil' $$; CREATE FUNCTION evil.now() RETURNS timestamptz LANGUAGE sql AS $$ SELECT timestamptz 'epoch' $$;" +
				"CREATE TABLE seen (low text, at timestamptz); CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$ BEGIN INSERT INTO public.seen VALUES (lower('X'::varchar), now()); RETURN NULL; END $$;" +
				"CREATE TRIGGER a AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();",
			"SET search_path = evil; INSERT INTO public.t VALUES (1); SET search_path = evil, pg_catalog; INSERT INTO public.t VALUES (2); RESET search_path",
			"SELECT string_agg(low || (at = 'epoch')::text, ',' ORDER BY at DESC) FROM seen", "evilfalse,eviltrue"},
		{"security-definer-first: pg_temp comes first where the path lists it so",
			"CREATE TABLE log (n int); CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_temp, public AS $$ BEGIN INSERT INTO log VALUES (1); RETURN NULL; END $$;" +
				"CREATE TRIGGER a AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();",
			"CREATE TEMP TABLE log (n int); INSERT INTO t VALUES (1)", "SELECT count(*) FROM public.log", "0"},
		{"definer-user: it is the owner, in a default too",
			"CREATE TABLE seen (who text, def text DEFAULT current_user, role text); GRANT INSERT ON t TO pg_monitor;" +
				"CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$ BEGIN INSERT INTO seen (who, role) VALUES (current_user, current_setting('role')); RETURN NULL; END $$;" +
				"CREATE TRIGGER a AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();",
			"SET ROLE pg_monitor; INSERT INTO t VALUES (1); RESET ROLE", "SELECT concat_ws(',', who = current_user, def = current_user, role) FROM seen", "t,t,pg_monitor"},
		{"stale-read: a STABLE function does not see the rows",
			"CREATE SEQUENCE found; CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql STABLE AS $$ BEGIN IF EXISTS (SELECT FROM t WHERE id = NEW.id) THEN PERFORM nextval('found'); END IF; RETURN NULL; END $$;" +
				"CREATE TRIGGER a AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION f(); CREATE CONSTRAINT TRIGGER b AFTER INSERT ON t DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION f();",
			"INSERT INTO t VALUES (1)", "SELECT is_called FROM found", "false"},
		{"stale-read-deferred: it does behind another statement",
			"CREATE SEQUENCE found; CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql STABLE AS $$ BEGIN IF EXISTS (SELECT FROM t WHERE id = NEW.id) THEN PERFORM nextval('found'); END IF; RETURN NULL; END $$;" +
				"CREATE TRIGGER a AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION f(); CREATE CONSTRAINT TRIGGER b AFTER INSERT ON t DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION f();",
			"INSERT INTO t VALUES (1); SELECT 1", "SELECT last_value || ',' || is_called FROM found", "1,true"},
		{"null-concat: || with NULL is NULL, and fails in EXECUTE and RAISE",
			"CREATE TABLE seen (msg text);" + function("f", "INSERT INTO seen VALUES ('n ' || NEW.n); EXECUTE 'SELECT ' || NEW.n; RETURN NULL; EXCEPTION WHEN null_value_not_allowed THEN INSERT INTO seen VALUES ('n ' || NEW.n), ('failed'); RETURN NULL;") +
				function("g", "RAISE USING MESSAGE = 'n ' || NEW.n; EXCEPTION WHEN null_value_not_allowed THEN INSERT INTO seen VALUES ('failed'); RETURN NULL;") +
				"CREATE TRIGGER a AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION f(); CREATE TRIGGER b AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION g();",
			"INSERT INTO t VALUES (1)", "SELECT count(*) || ',' || count(msg) FROM seen", "3,2"},
		{"null-not-in: NULL passes, and one NULL in the list switches it off",
			function("f", "IF NEW.n NOT IN (1, 2) OR (OLD.n, NEW.n) NOT IN ((1, 2)) OR NEW.id NOT IN (SELECT n FROM t) THEN RAISE 'no'; END IF; RETURN NEW;") +
				"CREATE TRIGGER a BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION f();",
			"INSERT INTO t VALUES (1, 1), (2, NULL); UPDATE t SET n = NULL WHERE id = 1", "SELECT count(*) FROM t WHERE n IS NULL", "2"},
		{"into-columns: what is left is dropped, or NULL",
			"CREATE TABLE seen (x int, y int); CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ DECLARE x int; y int := 7; BEGIN SELECT 1, 2 INTO x; INSERT INTO seen VALUES (x, y); SELECT 3 INTO x, y; INSERT INTO seen VALUES (x, y); RETURN NULL; END $$;" +
				"CREATE TRIGGER a AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();",
			"INSERT INTO t VALUES (1)", "SELECT string_agg(concat_ws(' ', x, y), ',') FROM seen", "1 7,3"},
		{"not-boolean: a number is one if it is 0 or 1, and others fail",
			function("f", "IF NEW.n THEN NEW.n := 10; END IF; RETURN NEW; EXCEPTION WHEN invalid_text_representation THEN NEW.n := -1; RETURN NEW;") +
				"CREATE TRIGGER a BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();",
			"INSERT INTO t VALUES (1, 0), (2, 1), (3, 5)", "SELECT string_agg(n::text, ',' ORDER BY id) FROM t", "0,10,-1"},
	} {
		t.Run(strings.Fields(a.advice)[0], func(t *testing.T) {
			c, err := pgx.Connect(t.Context(), pgtest.DB(t))
			if err != nil {
				t.Fatal(err)
			}
			defer c.Close(context.Background())
			for _, sql := range []string{table, a.setup, a.do} {
				if _, err := c.Exec(t.Context(), sql); err != nil {
					t.Fatalf("%v\n%s", err, sql)
				}
			}
			var got string
			if err := c.QueryRow(t.Context(), "SELECT ("+a.query+")::text").Scan(&got); err != nil {
				t.Fatal(err)
			}
			if got != a.want {
				t.Errorf("%s: %s gives %s, want %s", a.advice, a.query, got, a.want)
			}
		})
	}
}
