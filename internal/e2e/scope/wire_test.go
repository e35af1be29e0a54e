package scope

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/trigc/trigc/internal/pgtest/wire"
)

// What is said to the server, package protocol tests too; here are the limits
// of what a scope adds.

// wired connects a driver through a proxy that listens.
func wired(t testing.TB, d driver) (session, *wire.Proxy) {
	t.Helper()
	proxy := wire.New(t, newDB(t))
	return d.conn(t, proxy.DSN()), proxy
}

// One to enter and one to leave, however the scope ends.
func TestRoundTripsOfScope(t *testing.T) {
	eachDriver(t, func(t *testing.T, d driver) {
		conn, proxy := wired(t, d)
		tx := begin(t, conn)
		for what, end := range map[string]error{"a scope": nil, "a scope that fails": errX} {
			s := proxy.During(func() {
				if err := tx.ignoreAll(ctx, func(session) error { return end }); err != end {
					t.Error(err)
				}
			})
			if s.Trips != 2 {
				t.Errorf("%s takes %d round trips: %q", what, s.Trips, s.Statements)
			}
		}
	})
}

// Nothing is sent to a transaction that cannot be used, and to a failed one
// nothing but its rollback.
func TestNothingIsSentInVain(t *testing.T) {
	eachDriver(t, func(t *testing.T, d driver) {
		conn, proxy := wired(t, d)
		nothing := func(session) error { return nil }
		tx := begin(t, conn)
		if d.ownTx { // only pgx tells that a transaction has failed
			s := proxy.During(func() {
				_ = tx.ignore(ctx, func(s session) error { _ = s.exec(ctx, "SELECT 1/0"); return nil }, noDelete)
			})
			end := s.Statements[max(0, len(s.Statements)-2):]
			if want := []string{"ROLLBACK TO SAVEPOINT trigc_1", "RELEASE SAVEPOINT trigc_1"}; !slices.Equal(end, want) || s.Trips != 3 {
				t.Errorf("the end of a failed scope is %q, after %d round trips", end, s.Trips)
			}
			if err := tx.exec(ctx, "SELECT 1/0"); err == nil {
				t.Error("1/0 is no error")
			}
			if s := proxy.During(func() { _ = tx.ignore(ctx, nothing, noDelete) }); s.Bytes > 0 {
				t.Errorf("a failed transaction is sent %q", s.Statements)
			}
		}
		ok(t, tx.rollback())
		if s := proxy.During(func() { _ = tx.ignore(ctx, nothing, noDelete) }); s.Bytes > 0 {
			t.Errorf("a closed transaction is sent %q", s.Statements)
		}
	})
}

// With database/sql the statements of a scope differ in constants alone, which
// pg_stat_statements does not look at, and in the names of savepoints.
func TestStatementsOfScopeAreFew(t *testing.T) {
	eachDriver(t, func(t *testing.T, d driver) {
		conn, proxy := wired(t, d)
		tx := begin(t, conn)
		exec(t, tx, "SET compute_query_id = on")
		ids := func(triggers ...string) (list []string) {
			t.Helper()
			said := proxy.During(func() { ok(t, tx.ignore(ctx, func(session) error { return nil }, triggers...)) })
			if len(said.Prepared) > 0 {
				t.Errorf("statements are prepared: %q", said.Prepared)
			}
			for _, query := range said.Statements {
				for sql := range strings.SplitSeq(query, "; ") {
					if !strings.HasSuffix(sql, "SAVEPOINT trigc_1") && !d.ownTx {
						sql = queryID(t, tx, sql)
					}
					list = append(list, sql)
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

// queryID returns the identifier that pg_stat_statements has for a statement.
func queryID(t testing.TB, s session, statement string) string {
	t.Helper()
	plan := text(t, s, "EXPLAIN (VERBOSE, FORMAT JSON) "+statement)
	m := regexp.MustCompile(`"Query Identifier": (-?\d+)`).FindStringSubmatch(plan)
	if m == nil {
		t.Fatalf("no identifier in %s", plan)
	}
	return m[1]
}

// Savepoints inside of one another have different names, those of users among
// them.
func TestSavepointsOfScopes(t *testing.T) {
	eachDriver(t, func(t *testing.T, d driver) {
		conn, proxy := wired(t, d)
		var names []string
		var nest func(s session, depth int) error
		nest = func(s session, depth int) error {
			if depth == 0 {
				return nil
			}
			if depth == 4 {
				savepoint := begin(t, s)
				ok(t, nest(savepoint, depth-1))
				return savepoint.commit()
			}
			return s.ignore(ctx, func(s session) error { return nest(s, depth-1) }, noDelete)
		}
		tx := begin(t, conn)
		said := proxy.During(func() { ok(t, nest(tx, 7)) })
		for _, query := range said.Statements {
			for sql := range strings.SplitSeq(query, "; ") {
				if name, isSavepoint := strings.CutPrefix(strings.ToUpper(sql), "SAVEPOINT "); isSavepoint {
					names = append(names, name)
				}
			}
		}
		distinct := slices.Clone(names)
		slices.Sort(distinct)
		if len(names) != 7 || len(slices.Compact(distinct)) != 7 {
			t.Errorf("the savepoints are %q", names)
		}
	})
}

// What a statement in the scope sends does not grow with the triggers.
func TestStatementInScopeIsAsOutside(t *testing.T) {
	eachDriver(t, func(t *testing.T, d driver) {
		conn, proxy := wired(t, d)
		tx := begin(t, conn)
		touch := func(s session) wire.Said {
			return proxy.During(func() { exec(t, s, "UPDATE posts SET status = $1 WHERE id = $2", "draft", 1) })
		}
		touch(tx) // prepares it
		outside := touch(tx)
		var inside wire.Said
		ok(t, tx.ignoreAll(ctx, func(s session) error { inside = touch(s); return nil }))
		if inside.Bytes != outside.Bytes || inside.Trips != outside.Trips || outside.Bytes == 0 {
			t.Errorf("inside %+v, outside %+v", inside, outside)
		}
	})
}
