package e2e

import (
	"context"
	"errors"
	"os"
	"testing"

	"github.com/jackc/pgx/v5/pgconn"

	"github.com/trigc/trigc/internal/pgtest"
)

func TestMain(m *testing.M) { os.Exit(pgtest.Main(m)) }

const testdata = "../../testdata"

// connect opens a session that is closed when the test ends.
func connect(t testing.TB, dsn string) *pgconn.PgConn {
	t.Helper()
	conn, err := pgconn.Connect(context.Background(), dsn)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close(context.Background()) })
	return conn
}

// run sends SQL as psql -c does: any number of statements, no parameters. It
// returns the results, those before an error too, and the error of the server.
// Any other error fails the test.
func run(t testing.TB, conn *pgconn.PgConn, sql string) ([]*pgconn.Result, *pgconn.PgError) {
	t.Helper()
	results, err := conn.Exec(context.Background(), sql).ReadAll()
	if err == nil {
		return results, nil
	}
	var pgErr *pgconn.PgError
	if !errors.As(err, &pgErr) {
		t.Fatalf("%v\n%s", err, sql)
	}
	return results, pgErr
}

// mustRun is run where an error of the server fails the test too.
func mustRun(t testing.TB, conn *pgconn.PgConn, sql string) []*pgconn.Result {
	t.Helper()
	results, pgErr := run(t, conn, sql)
	if pgErr != nil {
		t.Fatalf("%s %s%s", pgErr.Code, pgErr.Message, where(sql, pgErr))
	}
	return results
}
