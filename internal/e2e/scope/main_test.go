// Package scope tests on a server what the Go runtime promises: that a trigger
// does not fire inside the scope that ignores it, and fires everywhere else.
package scope

import (
	"context"
	"errors"
	"os"
	"testing"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgxpool"

	"github.com/trigc/trigc/codegen"
	"github.com/trigc/trigc/internal/e2e/scope/gen"
	"github.com/trigc/trigc/internal/e2e/scope/program"
	"github.com/trigc/trigc/internal/pgtest"
)

func TestMain(m *testing.M) { os.Exit(pgtest.Main(m)) }

var (
	ctx  = context.Background()
	odd  = gen.OddSchemaWeIrd100
	errX = errors.New("x")
)

// newDB returns the DSN of a database with the schema of ddl.
func newDB(t testing.TB) string {
	t.Helper()
	dsn := pgtest.DB(t)
	conn := connect(t, dsn)
	exec(t, conn, program.Tables+string(codegen.InstallSQL(program.Program(), "")))
	if err := conn.Close(ctx); err != nil {
		t.Fatal(err)
	}
	return dsn
}

// connect opens a connection that is closed when the test ends, after the
// options have changed its configuration.
func connect(t testing.TB, dsn string, options ...func(*pgx.ConnConfig)) *pgx.Conn {
	t.Helper()
	config, err := pgx.ParseConfig(dsn)
	if err != nil {
		t.Fatal(err)
	}
	for _, o := range options {
		o(config)
	}
	conn, err := pgx.ConnectConfig(ctx, config)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close(ctx) })
	return conn
}

func newPool(t testing.TB, dsn string) *pgxpool.Pool {
	t.Helper()
	pool, err := pgxpool.New(ctx, dsn)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(pool.Close)
	return pool
}

func begin(t testing.TB, db gen.Beginner) pgx.Tx {
	t.Helper()
	tx, err := db.Begin(ctx)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = tx.Rollback(ctx) })
	return tx
}

type execer interface {
	Exec(ctx context.Context, sql string, args ...any) (pgconn.CommandTag, error)
}

func exec(t testing.TB, db execer, sql string, args ...any) {
	t.Helper()
	if _, err := db.Exec(ctx, sql, args...); err != nil {
		t.Fatalf("%s: %v", sql, err)
	}
}

func ok(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

const deletePost = "DELETE FROM posts WHERE id = 1"

// fires checks that sql is refused by the trigger. In a transaction it runs in
// a savepoint, so that the transaction goes on.
func fires(t testing.TB, db gen.Beginner, trigger gen.Trigger, sql string) {
	t.Helper()
	err := pgx.BeginFunc(ctx, db, func(tx pgx.Tx) error {
		_, err := tx.Exec(ctx, sql)
		return err
	})
	if !trigger.Violated(err) {
		t.Fatalf("%s: %v, want an error of %v", sql, err, trigger)
	}
}

// setting returns a setting as the server has it, NULL as "NULL".
func setting(t testing.TB, q gen.Querier, key string) string {
	t.Helper()
	var value string
	ok(t, q.QueryRow(ctx, "SELECT coalesce(current_setting($1, true), 'NULL')", key).Scan(&value))
	return value
}

// beginners runs a test with each kind of Beginner.
func beginners(t *testing.T, run func(t *testing.T, db gen.Beginner)) {
	dsn := newDB(t)
	t.Run("pool", func(t *testing.T) { run(t, newPool(t, dsn)) })
	t.Run("conn", func(t *testing.T) { run(t, connect(t, dsn)) })
	t.Run("pool's conn", func(t *testing.T) {
		conn, err := newPool(t, dsn).Acquire(ctx)
		ok(t, err)
		defer conn.Release()
		run(t, conn)
	})
	t.Run("tx", func(t *testing.T) { run(t, begin(t, connect(t, dsn))) })
	t.Run("pool's tx", func(t *testing.T) { run(t, begin(t, newPool(t, dsn))) })
	t.Run("savepoint", func(t *testing.T) { run(t, begin(t, begin(t, connect(t, dsn)))) })
	t.Run("tx without conn", func(t *testing.T) { run(t, noConn{begin(t, connect(t, dsn))}) })
	t.Run("beginner over conn", func(t *testing.T) { run(t, onlyBegin{connect(t, dsn)}) })
	t.Run("beginner over tx", func(t *testing.T) { run(t, onlyBegin{begin(t, connect(t, dsn))}) })
	t.Run("scope", func(t *testing.T) {
		ok(t, gen.Ignore(ctx, begin(t, connect(t, dsn)), func(tx pgx.Tx) error {
			run(t, tx)
			return nil
		}, gen.Notes.NoDelete))
	})
	for name, mode := range map[string]pgx.QueryExecMode{
		"simple protocol": pgx.QueryExecModeSimpleProtocol, "exec": pgx.QueryExecModeExec,
		"describe exec": pgx.QueryExecModeDescribeExec, "cache describe": pgx.QueryExecModeCacheDescribe,
	} {
		t.Run(name, func(t *testing.T) {
			run(t, begin(t, connect(t, dsn, func(c *pgx.ConnConfig) { c.DefaultQueryExecMode = mode })))
		})
	}
}

// noConn is a transaction whose connection is out of sight.
type noConn struct{ pgx.Tx }

func (noConn) Conn() *pgx.Conn { return nil }

// onlyBegin is a Beginner of which nothing more is known.
type onlyBegin struct{ db gen.Beginner }

func (b onlyBegin) Begin(ctx context.Context) (pgx.Tx, error) { return b.db.Begin(ctx) }
