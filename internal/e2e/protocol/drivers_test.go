package protocol

import (
	"context"
	"fmt"
	"reflect"
	"testing"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgxpool"

	"github.com/trigc/trigc/internal/e2e/protocol/gen"
)

// A driver is a way to use a generated package: a Go driver, and a mode of it.
type driver struct {
	name string
	// open returns a pool of at most that many connections.
	open func(t testing.TB, dsn string, most int) db
	// pools tells that the mode is one that users of PgBouncer can choose:
	// the driver prepares no statement under a name.
	pools bool
}

// drivers are those that a test of what holds for each of them runs with.
var drivers = []driver{
	{"pgx", openPgx(pgx.QueryExecModeCacheStatement), false},
	{"pgx cache describe", openPgx(pgx.QueryExecModeCacheDescribe), true},
	{"pgx describe exec", openPgx(pgx.QueryExecModeDescribeExec), false}, // PgBouncer may change the server in between
	{"pgx exec", openPgx(pgx.QueryExecModeExec), true},
	{"pgx simple protocol", openPgx(pgx.QueryExecModeSimpleProtocol), true},
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
	return gen.Ignore(ctx, p.db, pgxFunc(fn), named[gen.Ignorable](triggers)...)
}

func (p pgxDB) ignoreAll(ctx context.Context, fn func(tx db) error) error {
	return gen.IgnoreAll(ctx, p.db, pgxFunc(fn))
}

func (p pgxDB) deferred(ctx context.Context, triggers ...string) error {
	return gen.Defer(ctx, p.db.(pgx.Tx), named[gen.Deferrable](triggers)...)
}

func (p pgxDB) immediate(ctx context.Context, triggers ...string) error {
	return gen.Immediate(ctx, p.db.(pgx.Tx), named[gen.Deferrable](triggers)...)
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

// named returns triggers of package gen.
func named[T any](names []string) []T {
	return byName[T](names, gen.OddSchemaWeIrd100, gen.Notes, gen.Posts, gen.Many)
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
