package rollout

import (
	"errors"
	"os"
	"testing"

	"github.com/jackc/pgx/v5"

	"github.com/trigc/trigc/internal/e2e/protocol/gen"
	"github.com/trigc/trigc/internal/pgtest"
)

// TestTenantGo uses a Go package, which is the same for all tenants, for one that
// has a schema of its own.
func TestTenantGo(t *testing.T) {
	ddl, err := os.ReadFile("../protocol/schema.sql")
	if err != nil {
		t.Fatal(err)
	}
	dsn := pgtest.DB(t)
	conn := connect(t, dsn)
	mustExec(t, conn, `CREATE SCHEMA "Tenant 1"; SET search_path = "Tenant 1"; `+string(ddl)+"; RESET search_path")
	p := newProject(t, dsn, string(ddl))
	p.trigc(t, "install", "--yes", "--schema", "Tenant 1")

	verify := func(want string) {
		t.Helper()
		got := ""
		if err := gen.VerifySchema(t.Context(), conn, "Tenant 1"); err != nil {
			got = err.Error()
		}
		if want != "" {
			want = "trigc: the triggers are not as declared: Tenant 1.posts." + want
		}
		if got != want {
			t.Errorf("VerifySchema says %q, want %q", got, want)
		}
	}
	verify("")
	var other *gen.VerifyError
	if err := gen.Verify(t.Context(), conn); !errors.As(err, &other) || len(other.Drifts) == 0 || other.Drifts[0].State != gen.DriftMissing {
		t.Errorf("Verify of public says %v", err)
	}

	_, err = conn.Exec(t.Context(), `DELETE FROM "Tenant 1".posts WHERE id = 1`)
	v, ok := gen.AsViolation(err)
	if !ok || v.Trigger != gen.Posts.NoDelete.Trigger || v.Schema != "Tenant 1" || !gen.Posts.NoDelete.Violated(err) || gen.Notes.NoDelete.Violated(err) {
		t.Errorf("the violation is %+v of %v", v, err)
	}
	_, err = conn.Exec(t.Context(), `DELETE FROM "Odd Schema"."we""ird 100%"`)
	if v, ok := gen.AsViolation(err); !ok || v.Trigger != gen.OddSchemaWeIrd100.NoDelete.Trigger {
		t.Errorf("the violation of a schema that the DDL names is %+v of %v", v, err)
	}
	// A constraint of the name answers another SQLSTATE.
	mustExec(t, conn, `CREATE SCHEMA other; CREATE TABLE other.posts (id int CONSTRAINT no_delete CHECK (id > 0))`)
	_, err = conn.Exec(t.Context(), `INSERT INTO other.posts VALUES (0)`)
	if v, ok := gen.AsViolation(err); ok {
		t.Errorf("a CHECK is a violation of %v", v.Trigger)
	}

	err = gen.Posts.NoDelete.Ignore(t.Context(), conn, func(tx pgx.Tx) error {
		_, err := tx.Exec(t.Context(), `DELETE FROM "Tenant 1".posts WHERE id = 1`)
		return err
	})
	if err != nil {
		t.Errorf("ignored: %v", err)
	}
	err = pgx.BeginFunc(t.Context(), conn, func(tx pgx.Tx) error {
		if err := gen.Defer(t.Context(), tx, gen.Many.Kept.In("Tenant 1")); err != nil {
			return err
		}
		_, err := tx.Exec(t.Context(), `INSERT INTO "Tenant 1".many VALUES (1000, -1); DELETE FROM "Tenant 1".posts WHERE id = 0`)
		if err != nil {
			return err
		}
		err = gen.Immediate(t.Context(), tx, gen.Many.Kept.In("Tenant 1"))
		if !gen.Many.Kept.Violated(err) {
			t.Errorf("put off, it says %v", err)
		}
		return err
	})
	if !gen.Many.Kept.Violated(err) {
		t.Errorf("put off: %v", err)
	}

	const function = `"Tenant 1".trigc_posts__no_delete()`
	for _, test := range []struct{ sql, want string }{
		{`ALTER TABLE "Tenant 1".posts DISABLE TRIGGER no_delete`, "no_delete is disabled"},
		{`DROP TRIGGER no_delete ON "Tenant 1".posts`, "no_delete is missing"},
		{"ALTER FUNCTION " + function + " SECURITY DEFINER", "no_delete was altered"},
		{"COMMENT ON FUNCTION " + function + " IS 'trigc:0123456789abcdef 0123456789abcdef'", "no_delete is of another version"},
		{`COMMENT ON TRIGGER no_delete ON "Tenant 1".posts IS 'trigc:0123456789abcdef'`, "no_delete is of another version"},
		{`CREATE OR REPLACE TRIGGER no_delete AFTER DELETE ON "Tenant 1".posts FOR EACH ROW WHEN (OLD.id > 1) EXECUTE FUNCTION ` + function, "no_delete was altered"},
		{"CREATE FUNCTION other.trigc_posts__no_delete() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN END'; " +
			`CREATE OR REPLACE TRIGGER no_delete AFTER DELETE ON "Tenant 1".posts FOR EACH ROW EXECUTE FUNCTION other.trigc_posts__no_delete()`, "no_delete was altered"},
	} {
		mustExec(t, conn, test.sql)
		verify(test.want)
		p.trigc(t, "enable", "--yes", "--schema", "Tenant 1")
		p.trigc(t, "install", "--yes", "--schema", "Tenant 1")
		p.trigc(t, "verify", "--schema", "Tenant 1")
		verify("")
	}
}
