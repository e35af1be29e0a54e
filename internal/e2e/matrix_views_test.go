package e2e

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/jackc/pgx/v5/pgconn"

	"github.com/trigc/trigc/internal/compile"
	"github.com/trigc/trigc/internal/config"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/pgname"
	"github.com/trigc/trigc/internal/pgtest"
)

type viewShape struct {
	name, ddl string
	since     int // the first version that has it
}

// viewShapes are views by name: what stands for ¤ is the view, and its columns
// are id, "A %" and b.
var viewShapes = []viewShape{
	{"simple", `CREATE VIEW ¤ AS SELECT id, "A %", b FROM base`, 0},
	{"not updatable", `CREATE VIEW ¤ AS SELECT id, "A %", sum(b)::int AS b FROM base GROUP BY 1, 2`, 0},
	{"odd '\\\" $1 name", `CREATE VIEW ¤ (id, "A %", b) AS SELECT x.id, x."A %", count(*) OVER ()::int FROM base AS x`, 0},
	{"security barrier", `CREATE VIEW ¤ WITH (security_barrier) AS SELECT * FROM base WHERE b > 0`, 0},
	{"security invoker", `CREATE VIEW ¤ WITH (security_invoker) AS SELECT * FROM base`, 15},
	{"check option", `CREATE VIEW ¤ AS SELECT * FROM base WHERE b < 1000 WITH CASCADED CHECK OPTION`, 0},
	{"over a view", `CREATE VIEW ¤ AS SELECT id, "A %", b FROM below`, 0},
	{"values", `CREATE VIEW ¤ (id, "A %", b) AS VALUES (1, 'x', 1), (2, 'y', 2)`, 0},
	{"recursive", `CREATE RECURSIVE VIEW ¤ (id, "A %", b) AS SELECT id, "A %", b FROM base UNION SELECT id, "A %", b FROM base`, 0},
}

// viewDirectives stand at a view alone, since one that is ignored writes no
// row: others after it would find none.
var viewDirectives = lines(`
protect i_all instead of insert or update or delete
protect i_upd instead of update message 'it''s \ %' errcode 'P0TST'
protect i_row insert
protect i_never instead of delete not ignorable
protect i_role instead of delete ignorable by pg_monitor
run i_run instead of insert do (INSERT INTO base (id, "A %", b) VALUES (NEW.id, NEW."A %", NEW.b))
run i_ret instead of insert do (INSERT INTO base (id, "A %", b) VALUES (NEW.id, NEW."A %", NEW.b + 1) RETURNING 'r' AS "A %", b)
run i_run_upd instead of update do (UPDATE base SET "A %" = NEW."A %", b = NEW.b WHERE id = OLD.id)
run i_run_none instead of update do (UPDATE base SET b = NEW.b WHERE false RETURNING b)
run i_run_del instead of delete do (DELETE FROM base WHERE id = OLD.id)
run i_run_all instead of insert or update or delete do (INSERT INTO log VALUES ('it''s \ %'))
run "Tr ""i'g%s $$\x ü" instead of update do (INSERT INTO log VALUES (OLD."A %"))
trigger i_t instead of insert as $$ BEGIN INSERT INTO views.log VALUES (TG_NAME); RETURN NEW; END $$
trigger i_t_declare instead of update or delete as $$ <<b>> DECLARE x int := 1; BEGIN INSERT INTO views.log VALUES ('x'); RETURN OLD; END $$
trigger i_t_fn instead of update execute function noop() not ignorable
protect i_trunc truncate
protect i_when instead of update when (OLD.b = 2)
protect i_of instead of update of b
protect i_defer instead of update deferrable
trigger i_unguarded instead of update execute function noop()
readonly i_readonly (b)
fsm i_fsm ("A %") a1 -> a2
history i_history into i_history
touch i_touch (b) = 1
set i_set set b = 1
version i_version (b)
softdelete i_softdelete set b = 0
assert i_assert check (NEW.b > 0)
count i_count counters.n via id
notify i_notify channel c
searchvector i_search ("A %") from "A %"
`)

const viewBase = `
CREATE SCHEMA views;
SET search_path = views;
CREATE TABLE base (id int PRIMARY KEY, "A %" text, b int);
CREATE TABLE log (line text);
CREATE TABLE counters (id int PRIMARY KEY, n int);
CREATE VIEW below AS SELECT id, "A %", b FROM base;
CREATE FUNCTION noop() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO views.log VALUES (TG_NAME); RETURN NEW; END $$;
`

// viewStatements are what is done to a view, ¤.
var viewStatements = []string{
	`INSERT INTO ¤ (id, "A %", b) VALUES (11, 'new', 1)`,
	`INSERT INTO ¤ (id, "A %", b) VALUES (12, 'new', 1), (13, NULL, 2) RETURNING id, "A %", b`,
	`INSERT INTO ¤ (id, "A %", b) SELECT id + 20, "A %", b FROM views.base WHERE id < 3 RETURNING *`,
	`INSERT INTO ¤ (id) SELECT 1 WHERE false`,
	`UPDATE ¤ SET b = b + 1 WHERE id = 1`,
	`UPDATE ¤ SET "A %" = 'up', b = 5 RETURNING id, "A %", b`,
	`UPDATE ¤ SET b = 0 WHERE false`,
	`DELETE FROM ¤ WHERE id = 2 RETURNING id`,
	`DELETE FROM ¤`,
}

// TestMatrixViews puts every kind of directive at views. Ignored, a row's event
// that a directive is for does nothing and counts no row; other events do what
// they do without the trigger.
func TestMatrixViews(t *testing.T) {
	t.Parallel()
	type view struct{ name, schema, directive, shape string }
	shapes := slices.DeleteFunc(slices.Clone(viewShapes), func(s viewShape) bool { return pgtest.Major(t) < s.since })
	var list []view
	for _, s := range shapes {
		for n, d := range viewDirectives {
			list = append(list, view{fmt.Sprintf("%s %d", s.name, n), s.ddl, d, s.name})
		}
	}
	schema := func() string {
		var b strings.Builder
		b.WriteString(viewBase)
		for _, v := range list {
			b.WriteString("-- pgtrigger: " + v.directive + "\n" + strings.ReplaceAll(v.schema, "¤", quoteName(v.name)) + ";\n")
		}
		return b.String()
	}
	// What is refused.
	report := &diag.Report{}
	text := schema()
	fsys := fstest.MapFS{"schema.sql": {Data: []byte(text)}}
	if _, err := compile.Compile(fsys, config.Config{Postgres: pgtest.Major(t), Schema: []string{"schema.sql"}}, report); err != nil {
		t.Fatal(err)
	}
	first := strings.Count(viewBase, "\n")
	refused := map[int]bool{}
	found := map[string][]string{}
	for _, d := range report.Sorted() {
		at := (d.Span.Pos().Line - 1 - first) / 2
		if d.Severity != diag.Error || at < 0 {
			if at < 0 {
				t.Errorf("%s: %s", d.Code, d.Message)
			}
			continue
		}
		refused[at] = true
		v := list[at]
		finding := fmt.Sprintf("%s: %s %s: %s", directiveName(v.directive), d.Code, d.SQLState, strings.ReplaceAll(d.Message, fmt.Sprintf("%q", v.name), "…"))
		if d.Help != "" {
			finding += " => " + d.Help
		}
		found[finding] = append(found[finding], v.shape)
	}
	var b strings.Builder
	for finding, at := range found {
		if len(at) != len(shapes) {
			finding += " (" + strings.Join(at, ", ") + ")"
		}
		b.WriteString(finding + "\n")
	}
	sorted := strings.Split(strings.TrimSpace(b.String()), "\n")
	slices.Sort(sorted)
	compareFile(t, filepath.Join(testdata, "matrix", "refused_views.txt"), strings.Join(sorted, "\n")+"\n", nil)
	var kept []view
	for n, v := range list {
		if !refused[n] {
			kept = append(kept, v)
		}
	}
	list = kept

	dsn := pgtest.DB(t)
	conn := connectStrict(t, dsn)
	install, uninstall := scripts(t, schema())
	mustRun(t, conn, schema()+`INSERT INTO base VALUES (1, 'a', 1), (2, 'b', 2), (3, 'c', 3)`)
	before := objects(t, conn)
	for _, s := range shapes {
		mustRun(t, conn, strings.ReplaceAll(s.ddl, "¤", quoteName("twin "+s.name)))
	}
	mustRun(t, conn, "SET search_path = ''; SET standard_conforming_strings = off; SET backslash_quote = on; SET escape_string_warning = off")
	mustRun(t, conn, "BEGIN;"+install+";"+install+";COMMIT; RESET standard_conforming_strings")
	twins := map[string][]viewResult{}
	for _, v := range list {
		if twins[v.shape] == nil {
			twins[v.shape] = viewAttempt(t, conn, "twin "+v.shape, "SELECT")
		}
		twin := twins[v.shape]
		kind, _, _ := strings.Cut(v.directive, " ")
		name := directiveName(v.directive)
		head, _, _ := strings.Cut(v.directive, " do (")
		head, _, _ = strings.Cut(head, " as ")
		for _, ignored := range []bool{true, false} {
			if ignored && strings.Contains(v.directive, "not ignorable") {
				continue
			}
			setting := "SELECT"
			if ignored {
				setting = fmt.Sprintf("SELECT set_config(%s, 'ignore', true)", pgname.Literal(pgname.SettingKey("views", v.name, name)))
			}
			done := 0
			for n, got := range viewAttempt(t, conn, v.name, setting) {
				event, _, _ := strings.Cut(viewStatements[min(n, len(viewStatements)-1)], " ")
				if n == len(viewStatements) {
					event = "INSERT" // COPY
				}
				where := fmt.Sprintf("%s\nat view %s: %s", v.directive, v.shape, event)
				switch {
				case !strings.Contains(head, strings.ToLower(event)):
					if got != twin[n] {
						t.Errorf("%s, which it is not for\ngot  %v\nwant %v", where, got, twin[n])
					}
				case ignored:
					if n == len(viewStatements) {
						got.rows = 0 // COPY counts what it has read
					}
					if got.state != "" || got.rows != 0 || got.after != twin[len(twin)-1].after {
						t.Errorf("%s, ignored\ngot %v", where, got)
					}
				case got.state != "":
					want := guards[kind]
					if strings.Contains(v.directive, "errcode 'P0TST'") {
						want = "P0TST"
					}
					if want == "" || got.state != want || got.constraint != name {
						t.Errorf("%s\ngot %v", where, got)
					}
					done++
				default:
					if got.rows > 0 || got.after != twin[len(twin)-1].after {
						done++
					}
					if guards[kind] != "" && got.rows > 0 {
						t.Errorf("%s\nnothing is refused: %v", where, got)
					}
				}
			}
			if !ignored && done == 0 && name != "i_run_none" {
				t.Errorf("%s\nat view %s: nothing shows that it fires", v.directive, v.shape)
			}
		}
	}
	mustRun(t, conn, "BEGIN;"+uninstall+";COMMIT; SET search_path = views")
	if diff := diffObjects(before, objects(t, conn)); diff != "" {
		t.Errorf("uninstall leaves\n%s", diff)
	}
}

// A viewResult is what came of a statement.
type viewResult struct {
	rows              int64
	state, constraint string
	returned, after   string
}

// viewAttempt does the statements to a view, each for itself, and a COPY; the
// last result is that of none.
func viewAttempt(t *testing.T, conn *pgconn.PgConn, view, before string) []viewResult {
	t.Helper()
	var list []viewResult
	name := `views.` + quoteName(view)
	for n := range len(viewStatements) + 2 {
		mustRun(t, conn, "BEGIN; "+before)
		var r viewResult
		var pgErr *pgconn.PgError
		switch {
		case n < len(viewStatements):
			var results []*pgconn.Result
			if results, pgErr = run(t, conn, strings.ReplaceAll(viewStatements[n], "¤", name)); pgErr == nil {
				r.rows = results[0].CommandTag.RowsAffected()
				r.returned = fmt.Sprintf("%s", results[0].Rows)
			}
		case n == len(viewStatements):
			tag, err := conn.CopyFrom(context.Background(), strings.NewReader("31\tcopied\t3\n32\t\\N\t4\n"), "COPY "+name+" FROM STDIN")
			r.rows = tag.RowsAffected()
			pgErr, _ = err.(*pgconn.PgError)
		}
		if pgErr != nil {
			r.state, r.constraint = pgErr.Code, pgErr.ConstraintName
		} else {
			r.after = fmt.Sprintf("%s", mustRun(t, conn, "SELECT t::text FROM views.base AS t UNION ALL SELECT t::text FROM views.log AS t ORDER BY 1")[0].Rows)
		}
		mustRun(t, conn, "ROLLBACK")
		list = append(list, r)
	}
	return list
}
