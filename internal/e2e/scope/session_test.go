package scope

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"testing"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/jackc/pgx/v5/stdlib"
	"github.com/lib/pq"

	"github.com/trigc/trigc/internal/e2e/scope/gen"
	"github.com/trigc/trigc/internal/e2e/scope/gensql"
)

// What the runtime promises does not depend on the driver, so the tests talk
// to the server through sessions: each is a pool, a connection or a transaction
// of one driver, and has what the package that is generated for it offers.
// Triggers are called by schema, table and name.
type session interface {
	exec(ctx context.Context, sql string, args ...any) error
	text(ctx context.Context, sql string, args ...any) (string, error) // the one value of the one row
	// begin begins a transaction, in a transaction a savepoint of the user's.
	begin() (tx, error)

	ignore(ctx context.Context, fn func(session) error, triggers ...string) error
	ignoreAll(ctx context.Context, fn func(session) error) error
	ignored(ctx context.Context, trigger string) (bool, error)
	deferTriggers(ctx context.Context, triggers ...string) error
	immediate(ctx context.Context, triggers ...string) error
	verify(ctx context.Context) error
}

// A tx is a session that can be ended.
type tx interface {
	session
	commit() error
	rollback() error
}

// A driver is a way to talk to the server.
type driver struct {
	name string
	// pool and conn open the two kinds of session that are no transaction.
	pool, conn func(t testing.TB, dsn string) session
	// violated tells of which trigger err is a violation; "" if of none.
	violated func(err error) string
	// txDone is the error of a transaction that has ended.
	txDone error
	// unlike the others, pgx gives fn a transaction of its own in a savepoint.
	ownTx bool
}

var drivers = []driver{
	{
		name: "pgx", txDone: pgx.ErrTxClosed, violated: violated(gen.AsViolation, func(v *gen.Violation) string { return v.Trigger.Error() }), ownTx: true,
		pool: func(t testing.TB, dsn string) session { return pgxSession{newPool(t, dsn)} },
		conn: func(t testing.TB, dsn string) session { return pgxSession{connect(t, dsn)} },
	},
	sqlDriver("database/sql over pgx", func(t testing.TB, dsn string) *sql.DB {
		config, err := pgx.ParseConfig(dsn)
		ok(t, err)
		return stdlib.OpenDB(*config)
	}),
	sqlDriver("database/sql over lib/pq", func(t testing.TB, dsn string) *sql.DB {
		connector, err := pq.NewConnector(dsn)
		ok(t, err)
		return sql.OpenDB(connector)
	}),
}

func sqlDriver(name string, open func(t testing.TB, dsn string) *sql.DB) driver {
	pool := func(t testing.TB, dsn string) *sql.DB {
		db := open(t, dsn)
		t.Cleanup(func() { db.Close() })
		return db
	}
	return driver{
		name: name, txDone: sql.ErrTxDone, violated: violated(gensql.AsViolation, func(v *gensql.Violation) string { return v.Trigger.Error() }),
		pool: func(t testing.TB, dsn string) session { return sqlSession{pool(t, dsn)} },
		conn: func(t testing.TB, dsn string) session {
			conn, err := pool(t, dsn).Conn(ctx)
			ok(t, err)
			t.Cleanup(func() { conn.Close() })
			return sqlSession{conn}
		},
	}
}

func violated[V any](as func(error) (V, bool), name func(V) string) func(error) string {
	return func(err error) string {
		if v, ok := as(err); ok {
			return name(v)
		}
		return ""
	}
}

// byName finds triggers of a generated package.
func byName[T any](names []string, all ...T) []T {
	var found []T
	for _, n := range names {
		for _, t := range all {
			if any(t).(error).Error() == n {
				found = append(found, t)
			}
		}
	}
	if len(found) != len(names) {
		panic(fmt.Sprintf("%q: %d triggers", names, len(found)))
	}
	return found
}

type pgxSession struct{ gen.Beginner }

func (s pgxSession) querier() interface {
	gen.Querier
	execer
} {
	return s.Beginner.(interface {
		gen.Querier
		execer
	})
}

func (s pgxSession) exec(ctx context.Context, sql string, args ...any) error {
	if b, isBeginner := s.Beginner.(onlyBegin); isBeginner {
		return pgx.BeginFunc(ctx, b, func(tx pgx.Tx) error { _, err := tx.Exec(ctx, sql, args...); return err })
	}
	_, err := s.querier().Exec(ctx, sql, args...)
	return err
}

func (s pgxSession) text(ctx context.Context, sql string, args ...any) (value string, err error) {
	if b, isBeginner := s.Beginner.(onlyBegin); isBeginner {
		err = pgx.BeginFunc(ctx, b, func(tx pgx.Tx) error { return tx.QueryRow(ctx, sql, args...).Scan(&value) })
		return value, err
	}
	err = s.querier().QueryRow(ctx, sql, args...).Scan(&value)
	return value, err
}

func (s pgxSession) begin() (tx, error) {
	t, err := s.Begin(ctx)
	return pgxSession{t}, err
}

func (s pgxSession) commit() error   { return s.Beginner.(pgx.Tx).Commit(ctx) }
func (s pgxSession) rollback() error { return s.Beginner.(pgx.Tx).Rollback(ctx) }

func (s pgxSession) ignore(ctx context.Context, fn func(session) error, triggers ...string) error {
	in := func(tx pgx.Tx) error { return fn(pgxSession{tx}) }
	list := byName[gen.Ignorable](triggers, gen.Posts.NoDelete, gen.Posts.NoUpdate, gen.Posts.SlugFixed, gen.Posts.AdminOnly,
		gen.Posts.Owned, gen.Posts.StatusFlow, gen.Notes.NoDelete, gen.OddSchemaWeIrd100.NoDelete)
	if one, isOne := append(list, nil)[0].(gen.IgnorableTrigger); isOne && len(list) == 1 {
		return one.Ignore(ctx, s.Beginner, in)
	}
	return gen.Ignore(ctx, s.Beginner, in, list...)
}

func (s pgxSession) ignoreAll(ctx context.Context, fn func(session) error) error {
	return gen.IgnoreAll(ctx, s.Beginner, func(tx pgx.Tx) error { return fn(pgxSession{tx}) })
}

func (s pgxSession) ignored(ctx context.Context, trigger string) (is bool, err error) {
	t := byName([]string{trigger}, gen.Posts.NoDelete, gen.Posts.AdminOnly)[0]
	if b, isBeginner := s.Beginner.(onlyBegin); isBeginner {
		err = pgx.BeginFunc(ctx, b, func(tx pgx.Tx) error { is, err = t.Ignored(ctx, tx); return err })
		return is, err
	}
	return t.Ignored(ctx, s.querier())
}

func (s pgxSession) deferTriggers(ctx context.Context, triggers ...string) error {
	return gen.Defer(ctx, s.Beginner.(pgx.Tx), byName[gen.Deferrable](triggers, gen.Posts.Owned, gen.OddSchemaWeIrd100.Late)...)
}

func (s pgxSession) immediate(ctx context.Context, triggers ...string) error {
	return gen.Immediate(ctx, s.Beginner.(pgx.Tx), byName[gen.Deferrable](triggers, gen.Posts.Owned, gen.OddSchemaWeIrd100.Late)...)
}

func (s pgxSession) verify(ctx context.Context) error { return gen.Verify(ctx, s.querier()) }

type sqlSession struct{ gensql.Beginner }

func (s sqlSession) exec(ctx context.Context, sql string, args ...any) error {
	_, err := s.ExecContext(ctx, sql, args...)
	return err
}

func (s sqlSession) text(ctx context.Context, sql string, args ...any) (value string, err error) {
	err = s.QueryRowContext(ctx, sql, args...).Scan(&value)
	return value, err
}

func (s sqlSession) begin() (tx, error) {
	switch db := s.Beginner.(type) {
	case *sql.Tx:
		return sqlSavepoint{s}, s.exec(ctx, "SAVEPOINT mine")
	case interface {
		BeginTx(context.Context, *sql.TxOptions) (*sql.Tx, error)
	}:
		t, err := db.BeginTx(ctx, nil)
		return sqlSession{t}, err
	}
	return nil, errors.New("cannot begin")
}

func (s sqlSession) commit() error   { return s.Beginner.(*sql.Tx).Commit() }
func (s sqlSession) rollback() error { return s.Beginner.(*sql.Tx).Rollback() }

// A sqlSavepoint is a savepoint of the user's, of which database/sql has none.
type sqlSavepoint struct{ sqlSession }

func (s sqlSavepoint) commit() error { return s.exec(ctx, "RELEASE SAVEPOINT mine") }
func (s sqlSavepoint) rollback() error {
	return s.exec(ctx, "ROLLBACK TO SAVEPOINT mine; RELEASE SAVEPOINT mine")
}

func (s sqlSession) ignore(ctx context.Context, fn func(session) error, triggers ...string) error {
	in := func(tx *sql.Tx) error { return fn(sqlSession{tx}) }
	list := byName[gensql.Ignorable](triggers, gensql.Posts.NoDelete, gensql.Posts.NoUpdate, gensql.Posts.SlugFixed, gensql.Posts.AdminOnly,
		gensql.Posts.Owned, gensql.Posts.StatusFlow, gensql.Notes.NoDelete, gensql.OddSchemaWeIrd100.NoDelete)
	if one, isOne := append(list, nil)[0].(gensql.IgnorableTrigger); isOne && len(list) == 1 {
		return one.Ignore(ctx, s.Beginner, in)
	}
	return gensql.Ignore(ctx, s.Beginner, in, list...)
}

func (s sqlSession) ignoreAll(ctx context.Context, fn func(session) error) error {
	return gensql.IgnoreAll(ctx, s.Beginner, func(tx *sql.Tx) error { return fn(sqlSession{tx}) })
}

func (s sqlSession) ignored(ctx context.Context, trigger string) (bool, error) {
	return byName([]string{trigger}, gensql.Posts.NoDelete, gensql.Posts.AdminOnly)[0].Ignored(ctx, s.Beginner)
}

func (s sqlSession) deferTriggers(ctx context.Context, triggers ...string) error {
	return gensql.Defer(ctx, s.Beginner.(*sql.Tx), byName[gensql.Deferrable](triggers, gensql.Posts.Owned, gensql.OddSchemaWeIrd100.Late)...)
}

func (s sqlSession) immediate(ctx context.Context, triggers ...string) error {
	return gensql.Immediate(ctx, s.Beginner.(*sql.Tx), byName[gensql.Deferrable](triggers, gensql.Posts.Owned, gensql.OddSchemaWeIrd100.Late)...)
}

func (s sqlSession) verify(ctx context.Context) error { return gensql.Verify(ctx, s.Beginner) }

// eachDriver runs a test with each driver.
func eachDriver(t *testing.T, run func(t *testing.T, d driver)) {
	for _, d := range drivers {
		t.Run(d.name, func(t *testing.T) { run(t, d) })
	}
}

// eachSession runs a test with each driver and each thing of it that a scope
// can be opened on.
func eachSession(t *testing.T, run func(t *testing.T, d driver, s session)) {
	eachDriver(t, func(t *testing.T, d driver) {
		dsn := newDB(t)
		t.Run("pool", func(t *testing.T) { run(t, d, d.pool(t, dsn)) })
		t.Run("conn", func(t *testing.T) { run(t, d, d.conn(t, dsn)) })
		t.Run("tx", func(t *testing.T) { run(t, d, begin(t, d.conn(t, dsn))) })
		t.Run("pool's tx", func(t *testing.T) { run(t, d, begin(t, d.pool(t, dsn))) })
		t.Run("savepoint", func(t *testing.T) { run(t, d, begin(t, begin(t, d.conn(t, dsn)))) })
		t.Run("scope", func(t *testing.T) {
			ok(t, begin(t, d.conn(t, dsn)).ignore(ctx, func(s session) error { run(t, d, s); return nil }, notesNoDelete))
		})
		t.Run("scope of a pool", func(t *testing.T) {
			ok(t, d.pool(t, dsn).ignore(ctx, func(s session) error { run(t, d, s); return nil }, notesNoDelete))
		})
		if d.name != "pgx" {
			return
		}
		pgxSessions(t, dsn, func(t *testing.T, db gen.Beginner) { run(t, d, pgxSession{db}) })
	})
}

// pgxSessions runs a test with what else there is of pgx.
func pgxSessions(t *testing.T, dsn string, run func(t *testing.T, db gen.Beginner)) {
	pgxBegin := func(t testing.TB, db gen.Beginner) pgx.Tx {
		return begin(t, pgxSession{db}).(pgxSession).Beginner.(pgx.Tx)
	}
	t.Run("pool's conn", func(t *testing.T) {
		conn, err := newPool(t, dsn).Acquire(ctx)
		ok(t, err)
		defer conn.Release()
		run(t, conn)
	})
	t.Run("tx without conn", func(t *testing.T) { run(t, noConn{pgxBegin(t, connect(t, dsn))}) })
	t.Run("beginner over conn", func(t *testing.T) { run(t, onlyBegin{connect(t, dsn)}) })
	t.Run("beginner over tx", func(t *testing.T) { run(t, onlyBegin{pgxBegin(t, connect(t, dsn))}) })
	for name, mode := range map[string]pgx.QueryExecMode{
		"simple protocol": pgx.QueryExecModeSimpleProtocol, "exec": pgx.QueryExecModeExec,
		"describe exec": pgx.QueryExecModeDescribeExec, "cache describe": pgx.QueryExecModeCacheDescribe,
	} {
		t.Run(name, func(t *testing.T) {
			run(t, pgxBegin(t, connect(t, dsn, func(c *pgx.ConnConfig) { c.DefaultQueryExecMode = mode })))
		})
	}
}

// noConn is a transaction whose connection is out of sight.
type noConn struct{ pgx.Tx }

func (noConn) Conn() *pgx.Conn { return nil }

// onlyBegin is a Beginner of which nothing more is known.
type onlyBegin struct{ db gen.Beginner }

func (b onlyBegin) Begin(ctx context.Context) (pgx.Tx, error) { return b.db.Begin(ctx) }

// connect opens a connection that is closed when the test ends, after the
// options have changed its configuration.
func connect(t testing.TB, dsn string, options ...func(*pgx.ConnConfig)) *pgx.Conn {
	t.Helper()
	config, err := pgx.ParseConfig(dsn)
	ok(t, err)
	for _, o := range options {
		o(config)
	}
	conn, err := pgx.ConnectConfig(ctx, config)
	ok(t, err)
	t.Cleanup(func() { conn.Close(ctx) })
	return conn
}

func newPool(t testing.TB, dsn string) *pgxpool.Pool {
	t.Helper()
	pool, err := pgxpool.New(ctx, dsn)
	ok(t, err)
	t.Cleanup(pool.Close)
	return pool
}

// isPool reports whether s is no transaction.
func isPool(s session) bool {
	switch s := s.(type) {
	case sqlSession:
		_, isTx := s.Beginner.(*sql.Tx)
		return !isTx
	case sqlSavepoint:
		return false
	}
	return true
}
