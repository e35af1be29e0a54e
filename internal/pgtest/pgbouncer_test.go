package pgtest_test

import (
	"testing"

	"github.com/jackc/pgx/v5"

	"github.com/trigc/trigc/internal/pgtest"
)

// Two clients have one server connection by turns, and one of them finds what
// the other did to the session.
func TestPgBouncer(t *testing.T) {
	dsn := pgtest.PgBouncer(t, pgtest.DB(t), 1) + "&default_query_exec_mode=exec"
	a, b := connect(t, dsn), connect(t, dsn)
	pid := func(conn *pgx.Conn) int { return queryInt(t, conn, "SELECT pg_backend_pid()") }
	if first, second := pid(a), pid(b); first != second {
		t.Errorf("the clients have server processes %d and %d", first, second)
	}
	if _, err := a.Exec(t.Context(), "SET extra.mark = '7'"); err != nil {
		t.Fatal(err)
	}
	if mark := queryInt(t, b, "SELECT current_setting('extra.mark')::int"); mark != 7 {
		t.Errorf("the setting is %d", mark)
	}
}
