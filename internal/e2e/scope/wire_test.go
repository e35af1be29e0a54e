package scope

import (
	"context"
	"database/sql"
	"encoding/binary"
	"net"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/stdlib"
	"github.com/lib/pq"

	"github.com/trigc/trigc/internal/e2e/scope/gen"
)

// A wire listens to what a client and the server say to one another.
type wire struct {
	mu      sync.Mutex
	sent    []byte
	turns   int  // times the client spoke after the server
	replied bool // the server spoke last
}

type tappedConn struct {
	net.Conn
	wire *wire
}

func (c tappedConn) Write(b []byte) (int, error) {
	w := c.wire
	w.mu.Lock()
	w.sent = append(w.sent, b...)
	if w.replied {
		w.turns++
	}
	w.replied = false
	w.mu.Unlock()
	return c.Conn.Write(b)
}

func (c tappedConn) Read(b []byte) (int, error) {
	n, err := c.Conn.Read(b)
	c.wire.mu.Lock()
	c.wire.replied = c.wire.replied || n > 0
	c.wire.mu.Unlock()
	return n, err
}

// tap connects through a wire. TLS would hide what is said.
func tap(t testing.TB, dsn string, options ...func(*pgx.ConnConfig)) (*pgx.Conn, *wire) {
	w := &wire{}
	options = append(options, func(c *pgx.ConnConfig) {
		dial := c.DialFunc
		c.TLSConfig, c.Fallbacks = nil, nil
		c.DialFunc = func(ctx context.Context, network, addr string) (net.Conn, error) {
			conn, err := dial(ctx, network, addr)
			return tappedConn{conn, w}, err
		}
	})
	return connect(t, dsn, options...), w
}

// A said is what the client said during some steps.
type said struct {
	trips int      // round trips
	bytes int      // sent
	parse []string // SQL of the Parse and Query messages
	names []string // of the prepared statements
}

// during returns what is said while f runs.
func (w *wire) during(f func()) said {
	w.mu.Lock()
	w.sent, w.turns = nil, 0
	w.mu.Unlock()
	f()
	w.mu.Lock()
	defer w.mu.Unlock()
	s := said{trips: w.turns, bytes: len(w.sent)}
	for b := w.sent; len(b) >= 5; {
		end := 1 + int(binary.BigEndian.Uint32(b[1:]))
		body := b[5:end]
		switch b[0] {
		case 'P':
			parts := strings.SplitN(string(body), "\x00", 3)
			s.names, s.parse = append(s.names, parts[0]), append(s.parse, parts[1])
		case 'Q':
			s.parse = append(s.parse, strings.TrimSuffix(string(body), "\x00"))
		}
		b = b[end:]
	}
	return s
}

// tapSQL connects a driver of database/sql through a wire.
func tapSQL(t testing.TB, d driver, dsn string) (*sql.Conn, *wire) {
	t.Helper()
	w := &wire{}
	var db *sql.DB
	if isPgx(d) {
		config, err := pgx.ParseConfig(dsn)
		ok(t, err)
		dial := config.DialFunc
		config.TLSConfig, config.Fallbacks = nil, nil
		config.DialFunc = func(ctx context.Context, network, addr string) (net.Conn, error) {
			conn, err := dial(ctx, network, addr)
			return tappedConn{conn, w}, err
		}
		db = stdlib.OpenDB(*config)
	} else {
		connector, err := pq.NewConnector(dsn)
		ok(t, err)
		connector.Dialer(tappedDialer{w})
		db = sql.OpenDB(connector)
	}
	conn, err := db.Conn(ctx)
	ok(t, err)
	t.Cleanup(func() { conn.Close(); db.Close() })
	return conn, w
}

type tappedDialer struct{ wire *wire }

func (d tappedDialer) Dial(network, address string) (net.Conn, error) {
	return d.DialTimeout(network, address, 0)
}

func (d tappedDialer) DialTimeout(network, address string, timeout time.Duration) (net.Conn, error) {
	conn, err := net.DialTimeout(network, address, timeout)
	return tappedConn{conn, d.wire}, err
}

// eachWire runs a test with each driver, of pgx with several ways to send
// statements, on a connection through a wire.
func eachWire(t *testing.T, run func(t *testing.T, d driver, s session, w *wire)) {
	for name, mode := range map[string]pgx.QueryExecMode{
		"cache statement": pgx.QueryExecModeCacheStatement, "exec": pgx.QueryExecModeExec,
		"simple protocol": pgx.QueryExecModeSimpleProtocol,
	} {
		t.Run("pgx "+name, func(t *testing.T) {
			conn, w := tap(t, newDB(t), func(c *pgx.ConnConfig) { c.DefaultQueryExecMode = mode })
			run(t, drivers[0], pgxSession{conn}, w)
		})
	}
	for _, d := range drivers[1:] {
		t.Run(d.name, func(t *testing.T) {
			conn, w := tapSQL(t, d, newDB(t))
			run(t, d, sqlSession{conn}, w)
		})
	}
}

// In a transaction a scope costs one round trip to enter and one to leave.
func TestRoundTrips(t *testing.T) {
	eachWire(t, func(t *testing.T, d driver, conn session, w *wire) {
		tx := begin(t, conn)
		trips := func(want int, what string, f func()) {
			t.Helper()
			if s := w.during(f); s.trips != want {
				t.Errorf("%s takes %d round trips, want %d: %q", what, s.trips, want, s.parse)
			}
		}
		nothing := func(session) error { return nil }
		trips(1, "a statement", func() { exec(t, tx, "SELECT 1") })
		for what, end := range map[string]error{"a scope": nil, "a scope that fails": errX} {
			fn := func(session) error { return end }
			trips(2, what, func() {
				if err := tx.ignore(ctx, fn, noDelete); err != end {
					t.Error(err)
				}
			})
			trips(2, what+" of all", func() {
				if err := tx.ignoreAll(ctx, fn); err != end {
					t.Error(err)
				}
			})
		}
		trips(4, "a scope in a scope", func() {
			ok(t, tx.ignore(ctx, func(s session) error { return s.ignore(ctx, nothing, noUpdate) }, noDelete))
		})
		trips(2, "a scope of triggers that are ignored already", func() { ok(t, tx.ignore(ctx, nothing, noDelete)) })
		trips(1, "Defer", func() { ok(t, tx.deferTriggers(ctx, owned)) })
		ok(t, tx.rollback())
		trips(3, "BEGIN, the settings, COMMIT", func() { ok(t, conn.ignore(ctx, nothing, noDelete)) })
	})
}

// With database/sql the statements of a scope differ in constants alone, which
// pg_stat_statements does not look at, and in the names of savepoints.
func TestSQLStatementsOfScope(t *testing.T) {
	for _, d := range drivers[1:] {
		t.Run(d.name, func(t *testing.T) {
			conn, w := tapSQL(t, d, newDB(t))
			s := begin(t, sqlSession{conn})
			exec(t, s, "SET compute_query_id = on")
			ids := func(triggers ...string) (list []string) {
				t.Helper()
				said := w.during(func() { ok(t, s.ignore(ctx, func(session) error { return nil }, triggers...)) })
				if len(said.names) > 0 {
					t.Errorf("statements are prepared: %q", said.names)
				}
				for _, query := range said.parse {
					for sql := range strings.SplitSeq(query, "; ") {
						if strings.HasSuffix(sql, "SAVEPOINT trigc_1") {
							list = append(list, sql)
							continue
						}
						list = append(list, queryID(t, s.(sqlSession), sql))
					}
				}
				return list
			}
			one, two := ids(noDelete), ids(noUpdate, notesNoDelete, oddNoDelete)
			if !slices.Equal(one, two) || len(one) != 4 {
				t.Errorf("the statements differ:\n%q\n%q", one, two)
			}
		})
	}
}

// queryID returns the identifier that pg_stat_statements has for a statement.
func queryID(t testing.TB, s sqlSession, statement string) string {
	t.Helper()
	plan := text(t, s, "EXPLAIN (VERBOSE, FORMAT JSON) "+statement)
	m := regexp.MustCompile(`"Query Identifier": (-?\d+)`).FindStringSubmatch(plan)
	if m == nil {
		t.Fatalf("no identifier in %s", plan)
	}
	return m[1]
}

// Nothing is sent to a failed transaction but its rollback, and to one that
// cannot be used nothing at all.
func TestNothingIsSentInVain(t *testing.T) {
	conn, w := tap(t, newDB(t))
	tx := beginPgx(t, conn)
	var swallowed said
	_ = gen.Posts.NoDelete.Ignore(ctx, tx, func(scope pgx.Tx) error {
		if _, err := scope.Exec(ctx, "SELECT 1/0"); err == nil {
			t.Error("1/0 is no error")
		}
		swallowed = w.during(func() { _ = scope.Commit(ctx) })
		return nil
	})
	if want := []string{"ROLLBACK TO SAVEPOINT trigc_1", "RELEASE SAVEPOINT trigc_1"}; !slices.Equal(swallowed.parse, want) {
		t.Errorf("the end of a failed scope is %q", swallowed.parse)
	}
	if _, err := tx.Exec(ctx, "SELECT 1/0"); err == nil {
		t.Error("1/0 is no error")
	}
	s := w.during(func() { _ = gen.Posts.NoDelete.Ignore(ctx, tx, func(pgx.Tx) error { return nil }) })
	if s.bytes > 0 {
		t.Errorf("a failed transaction is sent %q", s.parse)
	}
	ok(t, tx.Rollback(ctx))
	s = w.during(func() { _ = gen.Posts.NoDelete.Ignore(ctx, tx, func(pgx.Tx) error { return nil }) })
	if s.bytes > 0 {
		t.Errorf("a closed transaction is sent %q", s.parse)
	}
}

// The text of the scope's statements is fixed, so that pg_stat_statements has
// few of them, and none is prepared under a name, which PgBouncer would lose.
func TestStatementsOfScope(t *testing.T) {
	conn, w := tap(t, newDB(t))
	tx := beginPgx(t, conn)
	scope := func(triggers ...gen.Ignorable) said {
		return w.during(func() { ok(t, gen.Ignore(ctx, tx, func(pgx.Tx) error { return nil }, triggers...)) })
	}
	one, other, two := scope(gen.Posts.NoDelete), scope(gen.OddSchemaWeIrd100.NoDelete), scope(gen.Posts.NoDelete, gen.Notes.NoDelete)
	if !slices.Equal(one.parse, other.parse) || !slices.Equal(one.parse, two.parse) || len(one.parse) != 4 {
		t.Errorf("the statements differ:\n%q\n%q\n%q", one.parse, other.parse, two.parse)
	}
	for _, name := range slices.Concat(one.names, other.names, two.names) {
		if name != "" {
			t.Errorf("a statement is prepared as %q", name)
		}
	}
	// Savepoints inside of one another have different names.
	var names []string
	var nest func(tx pgx.Tx, depth int) error
	nest = func(tx pgx.Tx, depth int) error {
		if depth == 0 {
			return nil
		}
		if depth%2 == 0 {
			return pgx.BeginFunc(ctx, tx, func(tx pgx.Tx) error { return nest(tx, depth-1) })
		}
		return gen.Posts.NoDelete.Ignore(ctx, tx, func(tx pgx.Tx) error { return nest(tx, depth-1) })
	}
	for _, sql := range w.during(func() { ok(t, nest(tx, 7)) }).parse {
		if name, isSavepoint := strings.CutPrefix(strings.ToUpper(sql), "SAVEPOINT "); isSavepoint {
			names = append(names, name)
		}
	}
	distinct := slices.Clone(names)
	slices.Sort(distinct)
	if len(names) != 7 || len(slices.Compact(distinct)) != 7 {
		t.Errorf("the savepoints are %q", names)
	}
}

// What a statement in the scope sends does not grow with the triggers.
func TestStatementInScopeIsAsOutside(t *testing.T) {
	conn, w := tap(t, newDB(t))
	tx := beginPgx(t, conn)
	touch := func(tx pgx.Tx) said {
		return w.during(func() { execPgx(t, tx, "UPDATE posts SET status = $1 WHERE id = $2", "draft", 1) })
	}
	touch(tx) // prepares it
	outside := touch(tx)
	var inside said
	ok(t, gen.IgnoreAll(ctx, tx, func(tx pgx.Tx) error { inside = touch(tx); return nil }))
	if inside.bytes != outside.bytes || inside.trips != outside.trips {
		t.Errorf("inside %+v, outside %+v", inside, outside)
	}
}
