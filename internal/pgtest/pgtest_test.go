package pgtest_test

import (
	"context"
	"os"
	"testing"

	"github.com/jackc/pgx/v5"

	"github.com/trigc/trigc/internal/pgtest"
)

func TestMain(m *testing.M) { os.Exit(pgtest.Main(m)) }

func connect(t *testing.T, dsn string) *pgx.Conn {
	t.Helper()
	conn, err := pgx.Connect(t.Context(), dsn)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close(context.Background()) })
	return conn
}

func queryInt(t *testing.T, conn *pgx.Conn, sql string, args ...any) int {
	t.Helper()
	var n int
	if err := conn.QueryRow(t.Context(), sql, args...).Scan(&n); err != nil {
		t.Fatal(err)
	}
	return n
}

func TestDatabasesAreEmptyAndApart(t *testing.T) {
	a := connect(t, pgtest.DB(t))
	b := connect(t, pgtest.DB(t))
	if _, err := a.Exec(t.Context(), "CREATE TABLE only_here (x int)"); err != nil {
		t.Fatal(err)
	}
	const tables = "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"
	if n := queryInt(t, a, tables); n != 1 {
		t.Errorf("first database has %d tables, want 1", n)
	}
	if n := queryInt(t, b, tables); n != 0 {
		t.Errorf("second database has %d tables, want 0", n)
	}
}

func TestDatabaseIsDroppedAtCleanup(t *testing.T) {
	var name string
	t.Run("inner", func(t *testing.T) {
		conn := connect(t, pgtest.DB(t)) // still connected when it is dropped
		if err := conn.QueryRow(t.Context(), "SELECT current_database()").Scan(&name); err != nil {
			t.Fatal(err)
		}
	})
	admin := connect(t, pgtest.Admin())
	if n := queryInt(t, admin, "SELECT count(*) FROM pg_database WHERE datname = $1", name); n != 0 {
		t.Errorf("database %s is still there", name)
	}
}

func TestCommonSettings(t *testing.T) {
	if os.Getenv("TRIGC_TEST_DSN") != "" {
		t.Skip("the server is the user's own")
	}
	conn := connect(t, pgtest.DB(t))
	for setting, want := range map[string]string{
		"server_encoding": "UTF8", "fsync": "off", "max_connections": "100", "TimeZone": "UTC",
	} {
		var got string
		if err := conn.QueryRow(t.Context(), "SELECT current_setting($1)", setting).Scan(&got); err != nil {
			t.Fatal(err)
		}
		if got != want {
			t.Errorf("%s = %q, want %q", setting, got, want)
		}
	}
}
