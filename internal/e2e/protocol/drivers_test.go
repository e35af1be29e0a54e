package protocol

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"reflect"
	"testing"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgxpool"
	_ "github.com/jackc/pgx/v5/stdlib"
	_ "github.com/lib/pq"

	"github.com/trigc/trigc/internal/e2e/protocol/gen"
	"github.com/trigc/trigc/internal/e2e/protocol/gensql"
)

// A driver is a way to use a generated package: a Go driver, and a mode of it.
type driver struct {
	name string
	// open returns a pool of at most that many connections.
	open func(t testing.TB, dsn string, most int) db
	// pools tells that the mode is one that users of PgBouncer can choose:
	// the driver prepares no statement under a name.
	pools bool
	// binds tells that what is ignored is bound to parameters. Otherwise it is
	// a constant in the statement, for which pg_stat_statements puts $1.
	binds bool
}

// drivers are those that a test of what holds for each of them runs with.
var drivers = []driver{
	{"pgx", openPgx(pgx.QueryExecModeCacheStatement), false, true},
	{"pgx cache describe", openPgx(pgx.QueryExecModeCacheDescribe), true, true},
	{"pgx describe exec", openPgx(pgx.QueryExecModeDescribeExec), false, true}, // PgBouncer may change the server in between
	{"pgx exec", openPgx(pgx.QueryExecModeExec), true, true},
	{"pgx simple protocol", openPgx(pgx.QueryExecModeSimpleProtocol), true, true},
	{"database/sql over pgx", openSQL("pgx", ""), false, false},
	{"database/sql over pgx exec", openSQL("pgx", "&default_query_exec_mode=exec"), true, false},
	{"database/sql over lib/pq", openSQL("postgres", ""), false, false},
	{"database/sql over lib/pq with binary parameters", openSQL("postgres", "&binary_parameters=yes"), true, false},
}

// A db is a pool or a transaction of a driver, with what the generated package
// does to it. Triggers go by what their Error returns.
type db interface {
	exec(ctx context.Context, sql string, args ...any) error
	// ask returns a value as text, "" if it is NULL.
	ask(ctx context.Context, sql string, args ...any) (string, error)
	// begin runs fn in a transaction, or in a savepoint of the one it is.
	begin(ctx context.Context, fn func(tx db) error) error
	ignore(ctx context.Context, fn func(tx db) error, triggers ...string) error
	ignoreAll(ctx context.Context, fn func(tx db) error) error
	deferred(ctx context.Context, triggers ...string) error
	immediate(ctx context.Context, triggers ...string) error
	// violated returns the trigger whose violation err is, or "".
	violated(err error) string
}

// pgxDB is the db of package gen.
type pgxDB struct {
	db interface {
		gen.Beginner
		gen.Querier
		Exec(ctx context.Context, sql string, args ...any) (pgconn.CommandTag, error)
	}
}

func openPgx(mode pgx.QueryExecMode) func(t testing.TB, dsn string, most int) db {
	return func(t testing.TB, dsn string, most int) db {
		t.Helper()
		config, err := pgxpool.ParseConfig(dsn)
		if err != nil {
			t.Fatal(err)
		}
		config.ConnConfig.DefaultQueryExecMode = mode
		config.MaxConns = int32(most)
		pool, err := pgxpool.NewWithConfig(ctx, config)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(pool.Close)
		return pgxDB{pool}
	}
}

func (p pgxDB) exec(ctx context.Context, sql string, args ...any) error {
	_, err := p.db.Exec(ctx, sql, args...)
	return err
}

func (p pgxDB) ask(ctx context.Context, sql string, args ...any) (string, error) {
	var value *string
	if err := p.db.QueryRow(ctx, sql, args...).Scan(&value); err != nil || value == nil {
		return "", err
	}
	return *value, nil
}

func (p pgxDB) begin(ctx context.Context, fn func(tx db) error) error {
	return pgx.BeginFunc(ctx, p.db, pgxFunc(fn))
}

func (p pgxDB) ignore(ctx context.Context, fn func(tx db) error, triggers ...string) error {
	return gen.Ignore(ctx, p.db, pgxFunc(fn), byName[gen.Ignorable](triggers, pgxTables()...)...)
}

func (p pgxDB) ignoreAll(ctx context.Context, fn func(tx db) error) error {
	return gen.IgnoreAll(ctx, p.db, pgxFunc(fn))
}

func (p pgxDB) deferred(ctx context.Context, triggers ...string) error {
	return gen.Defer(ctx, p.db.(pgx.Tx), byName[gen.Deferrable](triggers, pgxTables()...)...)
}

func (p pgxDB) immediate(ctx context.Context, triggers ...string) error {
	return gen.Immediate(ctx, p.db.(pgx.Tx), byName[gen.Deferrable](triggers, pgxTables()...)...)
}

func (pgxDB) violated(err error) string {
	if v, ok := gen.AsViolation(err); ok {
		return v.Trigger.Error()
	}
	return ""
}

func pgxFunc(fn func(tx db) error) func(pgx.Tx) error {
	return func(tx pgx.Tx) error { return fn(pgxDB{tx}) }
}

func pgxTables() []any { return []any{gen.OddSchemaWeIrd100, gen.Notes, gen.Posts, gen.Many} }

// sqlDB is the db of package gensql.
type sqlDB struct{ db gensql.Beginner }

func openSQL(driver, options string) func(t testing.TB, dsn string, most int) db {
	return func(t testing.TB, dsn string, most int) db {
		t.Helper()
		pool, err := sql.Open(driver, dsn+options)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { pool.Close() })
		pool.SetMaxOpenConns(most)
		pool.SetMaxIdleConns(most)
		return sqlDB{pool}
	}
}

func (s sqlDB) exec(ctx context.Context, sql string, args ...any) error {
	_, err := s.db.ExecContext(ctx, sql, args...)
	return err
}

func (s sqlDB) ask(ctx context.Context, query string, args ...any) (string, error) {
	var value sql.NullString
	err := s.db.QueryRowContext(ctx, query, args...).Scan(&value)
	return value.String, err
}

func (s sqlDB) begin(ctx context.Context, fn func(tx db) error) (err error) {
	pool, ok := s.db.(*sql.DB)
	if !ok { // a savepoint, of which database/sql knows nothing
		if err := s.exec(ctx, "SAVEPOINT mine"); err != nil {
			return err
		}
		if err := fn(s); err != nil {
			if rollbackErr := s.exec(ctx, "ROLLBACK TO mine; RELEASE mine"); rollbackErr != nil {
				return errors.Join(err, rollbackErr)
			}
			return err
		}
		return s.exec(ctx, "RELEASE mine")
	}
	tx, err := pool.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback() }()
	if err := fn(sqlDB{tx}); err != nil {
		return err
	}
	return tx.Commit()
}

func (s sqlDB) ignore(ctx context.Context, fn func(tx db) error, triggers ...string) error {
	return gensql.Ignore(ctx, s.db, sqlFunc(fn), byName[gensql.Ignorable](triggers, sqlTables()...)...)
}

func (s sqlDB) ignoreAll(ctx context.Context, fn func(tx db) error) error {
	return gensql.IgnoreAll(ctx, s.db, sqlFunc(fn))
}

func (s sqlDB) deferred(ctx context.Context, triggers ...string) error {
	return gensql.Defer(ctx, s.db.(*sql.Tx), byName[gensql.Deferrable](triggers, sqlTables()...)...)
}

func (s sqlDB) immediate(ctx context.Context, triggers ...string) error {
	return gensql.Immediate(ctx, s.db.(*sql.Tx), byName[gensql.Deferrable](triggers, sqlTables()...)...)
}

func (sqlDB) violated(err error) string {
	if v, ok := gensql.AsViolation(err); ok {
		return v.Trigger.Error()
	}
	return ""
}

func sqlFunc(fn func(tx db) error) func(*sql.Tx) error {
	return func(tx *sql.Tx) error { return fn(sqlDB{tx}) }
}

func sqlTables() []any {
	return []any{gensql.OddSchemaWeIrd100, gensql.Notes, gensql.Posts, gensql.Many}
}

// byName returns the triggers with these names among the fields of tables,
// which are variables of a generated package.
func byName[T any](names []string, tables ...any) []T {
	all := map[string]T{}
	for _, table := range tables {
		v := reflect.ValueOf(table)
		for i := range v.NumField() {
			if trigger, ok := v.Field(i).Interface().(T); ok {
				all[v.Field(i).Interface().(error).Error()] = trigger
			}
		}
	}
	var found []T
	for _, name := range names {
		trigger, ok := all[name]
		if !ok {
			panic(fmt.Sprintf("%s is no %v", name, reflect.TypeFor[T]()))
		}
		found = append(found, trigger)
	}
	return found
}

// each runs a test with each driver, one after the other on a database.
func each(t *testing.T, run func(t *testing.T, d driver, dsn string)) {
	dsn := newDB(t)
	for _, d := range drivers {
		t.Run(d.name, func(t *testing.T) { run(t, d, dsn) })
	}
}

// manyGuards returns the names of the first n of the triggers of table many.
func manyGuards(n int) (names []string) {
	for i := range n {
		names = append(names, fmt.Sprintf("public.many.guard_%02d", i))
	}
	return names
}
