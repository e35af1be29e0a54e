package scope

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5"

	"github.com/trigc/trigc/codegen"
	"github.com/trigc/trigc/internal/e2e/scope/gen"
	"github.com/trigc/trigc/internal/e2e/scope/gensql"
	"github.com/trigc/trigc/internal/e2e/scope/program"
	"github.com/trigc/trigc/internal/live"
)

// lives returns what trigc verify says of the triggers that are not as declared,
// in the words of Verify.
func lives(t testing.TB, tx pgx.Tx) (list []string) {
	t.Helper()
	wanted := live.Want(program.Program())
	snapshot, err := live.Look(ctx, tx, wanted)
	ok(t, err)
	words := map[live.State]gen.DriftState{
		live.Missing: gen.DriftMissing, live.Outdated: gen.DriftOutdated, live.Unmarked: gen.DriftOutdated, live.Altered: gen.DriftAltered,
		live.Disabled: gen.DriftDisabled, live.Firing: gen.DriftFiring, live.Shadowed: gen.DriftShadowed,
	}
	for _, tr := range snapshot.Triggers(wanted) {
		for _, f := range tr.Findings {
			if w := words[f.State]; w != "" {
				list = append(list, tr.Table.String()+"."+tr.Name+" "+string(w))
			}
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// drifts returns what Verify says of each trigger that is not as declared.
func drifts(t testing.TB, err error) (list []string) {
	t.Helper()
	var pgxErr *gen.VerifyError
	var sqlErr *gensql.VerifyError
	switch {
	case err == nil:
		return nil
	case errors.As(err, &pgxErr):
		for _, d := range pgxErr.Drifts {
			list = append(list, d.String())
		}
	case errors.As(err, &sqlErr):
		for _, d := range sqlErr.Drifts {
			list = append(list, d.String())
		}
	default:
		t.Fatal(err)
	}
	for _, d := range list {
		if !strings.Contains(err.Error(), d) {
			t.Errorf("%q does not tell %q", err, d)
		}
	}
	return list
}

// onPartitions makes notes a table with partitions that has its trigger.
func onPartitions(t testing.TB) string {
	t.Helper()
	for _, d := range codegen.Definitions(program.Program()) {
		if d.Trigger.Table.Schema == "public" && d.Trigger.Table.Name == "notes" {
			return "DROP TABLE notes; CREATE TABLE notes (id bigint NOT NULL) PARTITION BY RANGE (id);" +
				"CREATE TABLE rest PARTITION OF notes DEFAULT;" +
				"CREATE TABLE middle PARTITION OF notes FOR VALUES FROM (0) TO (9) PARTITION BY RANGE (id);" +
				"CREATE TABLE low PARTITION OF middle DEFAULT;" + d.Create + d.CommentOn() + codegen.Seal([]*codegen.Definition{d})
		}
	}
	t.Fatal("the program has no trigger on notes")
	return ""
}

func TestVerify(t *testing.T) {
	const replaceSlug = `CREATE OR REPLACE TRIGGER slug_fixed AFTER UPDATE ON posts FOR EACH ROW`
	tests := []struct {
		name, sql string
		want      []string
	}{
		{"nothing", "", nil},
		{"dropped", "DROP TRIGGER no_delete ON posts", []string{"public.posts.no_delete is missing"}},
		{"of the same name elsewhere", "DROP TRIGGER no_delete ON notes", []string{"public.notes.no_delete is missing"}},
		{"part of a trigger", "DROP TRIGGER slug_fixed_insert ON posts", []string{"public.posts.slug_fixed_insert is missing"}},
		{"odd names", `DROP TRIGGER "no delete" ON "Odd Schema"."we""ird 100%"`, []string{`Odd Schema.we"ird 100%.no delete is missing`}},
		{"renamed table", "ALTER TABLE notes RENAME TO remarks", []string{"public.notes.no_delete is missing"}},
		{"disabled", "ALTER TABLE posts DISABLE TRIGGER no_delete", []string{"public.posts.no_delete is disabled"}},
		{"fires always", "ALTER TABLE posts ENABLE ALWAYS TRIGGER no_delete", []string{"public.posts.no_delete does not fire in the sessions that it should"}},
		{"does not fire always", "ALTER TABLE posts ENABLE TRIGGER rank_flow", []string{"public.posts.rank_flow does not fire in the sessions that it should"}},
		{"other version", "COMMENT ON TRIGGER no_delete ON posts IS 'trigc:0123456789abcdef'", []string{"public.posts.no_delete is of another version"}},
		{"no comment", "COMMENT ON TRIGGER no_delete ON posts IS NULL", []string{"public.posts.no_delete is of another version"}},
		{"event", strings.Replace(replaceSlug, "UPDATE", "UPDATE OR INSERT", 1) + ` EXECUTE FUNCTION trigc_posts__slug_fixed()`, []string{"public.posts.slug_fixed was altered"}},
		{"timing", strings.Replace(replaceSlug, "AFTER", "BEFORE", 1) + ` EXECUTE FUNCTION trigc_posts__slug_fixed()`, []string{"public.posts.slug_fixed was altered"}},
		{"level", strings.Replace(replaceSlug, "ROW", "STATEMENT", 1) + ` EXECUTE FUNCTION trigc_posts__slug_fixed()`, []string{"public.posts.slug_fixed was altered"}},
		{"columns", strings.Replace(replaceSlug, "UPDATE", "UPDATE OF slug", 1) + ` EXECUTE FUNCTION trigc_posts__slug_fixed()`, []string{"public.posts.slug_fixed was altered"}},
		{"function", replaceSlug + ` EXECUTE FUNCTION trigc_posts__no_delete()`, []string{"public.posts.slug_fixed was altered"}},
		{"transition table", `CREATE OR REPLACE TRIGGER no_truncate BEFORE TRUNCATE ON posts EXECUTE FUNCTION refuse();
			CREATE OR REPLACE TRIGGER slug_fixed AFTER UPDATE ON posts REFERENCING NEW TABLE AS n EXECUTE FUNCTION trigc_posts__slug_fixed()`,
			[]string{"public.posts.no_truncate was altered", "public.posts.slug_fixed was altered"}},
		{"argument", `CREATE OR REPLACE TRIGGER checked AFTER INSERT ON posts FOR EACH ROW WHEN (NEW.title = 'bad') EXECUTE FUNCTION refuse('XX124')`,
			[]string{"public.posts.checked was altered"}},
		{"body", `CREATE OR REPLACE FUNCTION trigc_posts__no_delete() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'`,
			[]string{"public.posts.no_delete was altered"}},
		{"security", `ALTER FUNCTION trigc_posts__no_delete() SECURITY DEFINER`, []string{"public.posts.no_delete was altered"}},
		{"setting", `ALTER FUNCTION trigc_posts__no_delete() SET search_path = public`, []string{"public.posts.no_delete was altered"}},
		{"function of the user's", `CREATE OR REPLACE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'`, nil},
		{"deferrable", `CREATE TEMP TABLE comment ON COMMIT DROP AS SELECT obj_description(oid) AS is FROM pg_trigger WHERE tgname = 'owned';
			DROP TRIGGER owned ON posts;
			CREATE CONSTRAINT TRIGGER owned AFTER INSERT OR UPDATE OF owner, id ON posts DEFERRABLE FOR EACH ROW EXECUTE FUNCTION trigc_posts__owned();
			DO $$ BEGIN EXECUTE (SELECT format('COMMENT ON TRIGGER owned ON posts IS %L', comment.is) FROM comment); END $$`,
			[]string{"public.posts.owned was altered"}},
		{"condition", `CREATE OR REPLACE TRIGGER no_update AFTER UPDATE OF title ON posts FOR EACH ROW WHEN (OLD.title = NEW.title) EXECUTE FUNCTION trigc_posts__no_update()`,
			[]string{"public.posts.no_update was altered"}},
		{"no condition", `CREATE OR REPLACE TRIGGER no_update AFTER UPDATE OF title ON posts FOR EACH ROW EXECUTE FUNCTION trigc_posts__no_update()`,
			[]string{"public.posts.no_update was altered"}},
		{"disabled and enabled", "ALTER TABLE posts DISABLE TRIGGER no_update; ALTER TABLE posts ENABLE TRIGGER no_update", nil},
		{"column renamed", "ALTER TABLE posts RENAME status TO state", []string{"public.posts.status_flow was altered"}},
		{"mark of the function", "COMMENT ON FUNCTION trigc_posts__no_delete() IS NULL", []string{"public.posts.no_delete is of another version"}},
		{"older function", "COMMENT ON FUNCTION trigc_posts__no_delete() IS 'trigc:0123456789abcdef'", []string{"public.posts.no_delete is of another version"}},
		{"shadowed", "CREATE TRIGGER twice AFTER DELETE ON posts FOR EACH ROW EXECUTE FUNCTION trigc_posts__no_delete()",
			[]string{"public.posts.no_delete has its function executed by another trigger, too"}},
		{"not declared", "CREATE TRIGGER old AFTER DELETE ON posts EXECUTE FUNCTION refuse(); COMMENT ON TRIGGER old ON posts IS 'trigc:0123456789abcdef'", nil},
		{"two things", `ALTER TABLE posts DISABLE TRIGGER no_delete; COMMENT ON TRIGGER no_delete ON posts IS 'trigc:0123456789abcdef'`,
			[]string{"public.posts.no_delete is of another version", "public.posts.no_delete is disabled"}},
		{"search path", `SET LOCAL search_path = '', pg_temp`, nil},
		{"another schema first", `CREATE SCHEMA tenant; CREATE TABLE tenant.posts (id int); SET LOCAL search_path = tenant, public;
			CREATE FUNCTION tenant.trigc_posts__no_delete() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'`, nil},
		{"own operators first", `CREATE SCHEMA own; CREATE FUNCTION own.never(name, text) RETURNS bool LANGUAGE sql AS 'SELECT false';
			CREATE OPERATOR own.= (FUNCTION = own.never, LEFTARG = name, RIGHTARG = text); SET LOCAL search_path = own`, nil},
		{"strings of old", "SET LOCAL standard_conforming_strings = off", nil},
		{"partition", `ALTER TABLE notes RENAME TO part; CREATE TABLE notes (id bigint NOT NULL) PARTITION BY RANGE (id);
			CREATE TRIGGER no_delete AFTER DELETE ON notes FOR EACH ROW EXECUTE FUNCTION refuse();
			ALTER TABLE notes RENAME TO parent; DROP TABLE part; CREATE TABLE notes PARTITION OF parent DEFAULT`,
			[]string{"public.notes.no_delete is missing"}}, // the partition has but its parent's
		{"in a partition as declared", onPartitions(t), nil},
		{"disabled in a partition", onPartitions(t) + "ALTER TABLE rest DISABLE TRIGGER no_delete", []string{"public.notes.no_delete is disabled"}},
		{"disabled but in a partition", onPartitions(t) + "ALTER TABLE notes DISABLE TRIGGER no_delete; ALTER TABLE rest ENABLE TRIGGER no_delete",
			[]string{"public.notes.no_delete is disabled", "public.notes.no_delete does not fire in the sessions that it should"}},
		{"fires always in partitions of partitions", onPartitions(t) + "ALTER TABLE low ENABLE ALWAYS TRIGGER no_delete",
			[]string{"public.notes.no_delete does not fire in the sessions that it should"}},
	}
	eachDriver(t, func(t *testing.T, d driver) {
		conn := d.conn(t, newDB(t))
		for _, tt := range tests {
			t.Run(tt.name, func(t *testing.T) {
				tx := begin(t, conn)
				if tt.sql != "" {
					exec(t, tx, tt.sql)
				}
				if got := drifts(t, tx.verify(ctx)); !slices.Equal(got, tt.want) {
					t.Errorf("Verify finds %q, want %q", got, tt.want)
				}
				if p, ok := tx.(pgxSession); ok {
					want := slices.Clone(tt.want)
					slices.Sort(want)
					if got := lives(t, p.Beginner.(pgx.Tx)); !slices.Equal(got, want) {
						t.Errorf("trigc verify finds %q, want %q", got, want)
					}
				}
			})
		}
	})
}

// Whoever can connect can verify.
func TestVerifyNeedsNoPrivilege(t *testing.T) {
	eachDriver(t, func(t *testing.T, d driver) {
		conn := d.conn(t, newDB(t))
		role := roleOf(t, conn)
		exec(t, conn, "CREATE ROLE "+role+"; REVOKE ALL ON SCHEMA public FROM PUBLIC")
		exec(t, conn, "SET SESSION AUTHORIZATION "+role)
		defer exec(t, conn, "RESET SESSION AUTHORIZATION; DROP ROLE "+role)
		if err := conn.exec(ctx, "SELECT FROM public.posts"); err == nil {
			t.Error("the role can read posts")
		}
		ok(t, conn.verify(ctx))
	})
}

func TestVerifyEmptyDatabase(t *testing.T) {
	eachDriver(t, func(t *testing.T, d driver) {
		conn := d.conn(t, newDB(t))
		exec(t, conn, `DROP SCHEMA public, "Odd Schema" CASCADE`)
		got := drifts(t, conn.verify(ctx))
		if want := len(gen.All()) + 1; len(got) != want { // slug_fixed is two
			t.Errorf("%d are missing, want %d: %q", len(got), want, got)
		}
		ok(t, conn.exec(ctx, "SELECT 1"))
	})
}

func TestVerifyIsOneQuery(t *testing.T) {
	eachDriver(t, func(t *testing.T, d driver) {
		conn, proxy := wired(t, d)
		if s := proxy.During(func() { ok(t, conn.verify(ctx)) }); len(s.Statements) != 1 {
			t.Errorf("Verify says %q", s.Statements)
		}
	})
}

func TestVerifyWithoutServer(t *testing.T) {
	eachDriver(t, func(t *testing.T, d driver) {
		tx := begin(t, d.conn(t, newDB(t)))
		ok(t, tx.rollback())
		if err := tx.verify(ctx); !errors.Is(err, d.txDone) {
			t.Errorf("the error is %v", err)
		}
	})
}
