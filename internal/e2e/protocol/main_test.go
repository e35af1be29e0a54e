// Package protocol tests what clients that use generated packages say to the
// server, with each driver: how often they wait for it, and that their scopes
// stay theirs behind a pooler, which lends its sessions to others.
package protocol

import (
	"context"
	"errors"
	"os"
	"testing"

	"github.com/jackc/pgx/v5"

	"github.com/trigc/trigc/internal/pgtest"
)

func TestMain(m *testing.M) { os.Exit(pgtest.Main(m)) }

var (
	ctx  = context.Background()
	errX = errors.New("x")
)

// newDB returns the DSN of a database with schema.sql and its triggers.
func newDB(t testing.TB) string {
	t.Helper()
	dsn := pgtest.DB(t)
	conn, err := pgx.Connect(ctx, dsn)
	ok(t, err)
	defer conn.Close(ctx)
	for _, file := range []string{"schema.sql", "install.sql"} {
		sql, err := os.ReadFile(file)
		ok(t, err)
		_, err = conn.Exec(ctx, string(sql))
		ok(t, err)
	}
	return dsn
}

func ok(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

const deletePost = "DELETE FROM posts WHERE id = 1"
