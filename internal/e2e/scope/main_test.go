// Package scope tests on a server what the Go runtime promises, with each
// driver: that a trigger does not fire inside the scope that ignores it, and
// fires everywhere else, that a violation tells of its trigger, and that Verify
// finds what is not as declared.
package scope

import (
	"context"
	"errors"
	"os"
	"testing"

	"github.com/jackc/pgx/v5/pgconn"

	"github.com/trigc/trigc/codegen"
	"github.com/trigc/trigc/internal/e2e/scope/program"
	"github.com/trigc/trigc/internal/pgtest"
)

func TestMain(m *testing.M) { os.Exit(pgtest.Main(m)) }

var (
	ctx  = context.Background()
	errX = errors.New("x")
)

// The triggers of the program, and statements that some of them refuse.
const (
	noDelete      = "public.posts.no_delete"
	noUpdate      = "public.posts.no_update"
	noTruncate    = "public.posts.no_truncate"
	slugFixed     = "public.posts.slug_fixed"
	owned         = "public.posts.owned"
	adminOnly     = "public.posts.admin_only"
	checked       = "public.posts.checked"
	notesNoDelete = "public.notes.no_delete"
	oddNoDelete   = `Odd Schema.we"ird 100%.no delete`
	oddLate       = `Odd Schema.we"ird 100%.Late`

	deletePost = "DELETE FROM posts WHERE id = 1"
	deleteOdd  = `DELETE FROM "Odd Schema"."we""ird 100%"`
	key        = "pgtrigger.public.posts.no_delete"
)

// newDB returns the DSN of a database with the schema and the triggers of the
// program.
func newDB(t testing.TB) string {
	t.Helper()
	dsn := pgtest.DB(t)
	conn := connect(t, dsn)
	_, err := conn.Exec(ctx, program.Tables+string(codegen.InstallSQL(program.Program(), "")))
	ok(t, err)
	ok(t, conn.Close(ctx))
	return dsn
}

func begin(t testing.TB, s session) tx {
	t.Helper()
	tx, err := s.begin()
	ok(t, err)
	t.Cleanup(func() { _ = tx.rollback() })
	return tx
}

type execer interface {
	Exec(ctx context.Context, sql string, args ...any) (pgconn.CommandTag, error)
}

func exec(t testing.TB, s session, sql string, args ...any) {
	t.Helper()
	if err := s.exec(ctx, sql, args...); err != nil {
		t.Fatalf("%s: %v", sql, err)
	}
}

func text(t testing.TB, s session, sql string, args ...any) string {
	t.Helper()
	value, err := s.text(ctx, sql, args...)
	ok(t, err)
	return value
}

func ok(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// fires checks that sql is refused by the trigger. In a transaction it runs in
// a savepoint, so that the transaction goes on.
func fires(t testing.TB, d driver, s session, trigger, sql string) {
	t.Helper()
	tx, err := s.begin()
	ok(t, err)
	err = tx.exec(ctx, sql)
	if got := d.violated(err); got != trigger {
		t.Fatalf("%s: %v, want an error of %v", sql, err, trigger)
	}
	ok(t, tx.rollback())
}

// setting returns a setting as the server has it, NULL as "NULL".
func setting(t testing.TB, s session, key string) string {
	t.Helper()
	return text(t, s, "SELECT coalesce(current_setting($1, true), 'NULL')", key)
}
