package rollout

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"

	"github.com/trigc/trigc/internal/pgtest"
)

// full tells that the tests are to be as docs/operations.md has them, which takes
// minutes; otherwise they are small.
var full = os.Getenv("TRIGC_TEST_FULL") != ""

// A fleet is a schema of tables with guards, of which there are versions: of
// the bodies, which raise a message, and of the definitions, which have a condition.
// In each version each trigger refuses one thing that no other does, and lets
// pass what writers do.
type fleet struct{ tables, guards, asserts int }

func (f fleet) ddl() string {
	var b strings.Builder
	for i := range f.tables {
		fmt.Fprintf(&b, "CREATE TABLE t%d (id int PRIMARY KEY, state int NOT NULL, n int NOT NULL);\n", i)
	}
	return b.String()
}

func (f fleet) schema(body, definition int) string {
	var b strings.Builder
	b.WriteString(f.ddl())
	for i := range f.tables {
		for j := range f.guards {
			event, when := "update", fmt.Sprintf("NEW.n = %d AND OLD.state >= %d", forbidden+j, -definition)
			if j == 0 {
				event, when = "delete", fmt.Sprintf("OLD.state >= %d", -definition)
			}
			fmt.Fprintf(&b, "-- pgtrigger: protect guard%d on t%d %s when (%s) message 'no, says %d'\n", j, i, event, when, body)
		}
		for j := range f.asserts {
			fmt.Fprintf(&b, "-- pgtrigger: assert assert%d on t%d update deferrable initially deferred check (NEW.n <> %d OR NEW.state < %d) message 'no, says %d'\n",
				j, i, forbidden+f.guards+j, -definition, body)
		}
	}
	return b.String()
}

// forbidden is the first of the values that guards refuse.
const forbidden = 1_000_000

// refused returns a statement that one trigger of a table refuses.
func (f fleet) refused() string {
	table, j, id := rand.N(f.tables), rand.N(f.guards+f.asserts), 1+rand.N(rowsOf)
	if j == 0 {
		return fmt.Sprintf("DELETE FROM t%d WHERE id = %d", table, id)
	}
	return fmt.Sprintf("UPDATE t%d SET n = %d WHERE id = %d", table, forbidden+j, id)
}

// rowsOf is how many rows each table has.
const rowsOf = 100

func (f fleet) rows() string {
	var b strings.Builder
	for i := range f.tables {
		fmt.Fprintf(&b, "INSERT INTO t%d SELECT i, 1, 0 FROM pg_catalog.generate_series(1, %d) AS i;\n", i, rowsOf)
	}
	return b.String()
}

// A load is eight sessions that read and write the tables of a fleet: four read,
// two write, and two write what is refused, once there is who refuses it.
type load struct {
	*project
	fleet   fleet
	version int // of the definitions
	phase   atomic.Pointer[figures]
	stop    chan struct{}
	clients sync.WaitGroup
}

// figures are what a load comes to while something is done.
type figures struct {
	guarded       bool // some try what is refused
	took          time.Duration
	mu            sync.Mutex
	reads, writes int
	read, write   time.Duration // the longest
	refused       int
	through       []string // what was not refused
	failures      []error
}

func (f *figures) String() string {
	ms := func(d time.Duration) string { return fmt.Sprintf("%.0f ms", float64(d.Microseconds())/1000) }
	return fmt.Sprintf("took %s, longest read %s of %d, longest write %s of %d, %d refused, %d let through, %d failed",
		ms(f.took), ms(f.read), f.reads, ms(f.write), f.writes, f.refused, len(f.through), len(f.failures))
}

// startLoad makes the tables, without triggers, and has clients use them until
// the test ends.
func startLoad(t *testing.T, f fleet) *load {
	t.Helper()
	program(t) // building it would be a load of its own
	dsn := pgtest.DB(t)
	mustExec(t, connect(t, dsn), f.ddl()+f.rows())
	l := &load{project: newProject(t, dsn, ""), fleet: f, stop: make(chan struct{})}
	l.phase.Store(&figures{})
	for i := range 8 {
		conn := connect(t, dsn)
		l.clients.Go(func() {
			for {
				select {
				case <-l.stop:
					return
				default:
					l.once(conn, i)
					// So that the sessions do not merely fight for the processor.
					time.Sleep(time.Millisecond)
				}
			}
		})
	}
	t.Cleanup(func() {
		close(l.stop)
		l.clients.Wait()
	})
	return l
}

// install brings all triggers to a version.
func (l *load) install(t *testing.T, version int) {
	l.version = version
	l.installBodies(t, version)
}

// installBodies brings the bodies alone to a version.
func (l *load) installBodies(t *testing.T, version int) {
	l.write(t, "schema.sql", l.fleet.schema(version, l.version))
	l.trigc(t, "install", "--yes")
}

// once has a client do one thing, which counts in the phase in which it began.
func (l *load) once(conn *pgx.Conn, client int) {
	f := l.phase.Load()
	table, id := rand.N(l.fleet.tables), 1+rand.N(rowsOf)
	reads, refused := client < 4, client >= 6 && f.guarded
	var sql string
	switch {
	case reads:
		sql = fmt.Sprintf("SELECT n FROM t%d WHERE id = %d", table, id)
	case refused:
		sql = l.fleet.refused()
	default:
		// One that reads first deadlocks with whoever holds a lock that blocks
		// writers, and asks for one that blocks readers.
		sql = fmt.Sprintf("BEGIN; SELECT FROM t%d WHERE id = %[2]d; SELECT pg_catalog.pg_sleep(0.001); UPDATE t%[1]d SET n = n + 1 WHERE id = %d; COMMIT", table, id)
	}
	start := time.Now()
	results, err := conn.PgConn().Exec(context.Background(), sql).ReadAll()
	took := time.Since(start)
	if conn.PgConn().TxStatus() != 'I' {
		_, _ = conn.Exec(context.Background(), "ROLLBACK") // the error is told of the statement
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	if reads {
		f.reads++
		f.read = max(f.read, took)
	} else {
		f.writes++
		f.write = max(f.write, took)
	}
	var e *pgconn.PgError
	switch {
	case refused && errors.As(err, &e) && strings.HasPrefix(e.Message, "no, says "):
		f.refused++
	case err != nil:
		f.failures = append(f.failures, fmt.Errorf("%s: %w", sql, err))
	case !slices.ContainsFunc(results, func(r *pgconn.Result) bool { return r.CommandTag.RowsAffected() == 1 }):
		f.failures = append(f.failures, fmt.Errorf("%s: there was no row", sql))
	case refused:
		f.through = append(f.through, sql)
	}
}

// during measures while do runs, and until every client has done something
// begun in that time. guarded tells that all triggers are there all the time.
func (l *load) during(guarded bool, do func()) *figures {
	f := &figures{guarded: guarded}
	l.phase.Store(f)
	time.Sleep(50 * time.Millisecond)
	start := time.Now()
	do()
	f.took = time.Since(start)
	l.phase.Store(&figures{guarded: guarded})
	time.Sleep(50 * time.Millisecond)
	f.mu.Lock()
	defer f.mu.Unlock()
	return f
}

// check fails the test if a client failed, or a trigger was not there.
func (f *figures) check(t *testing.T, what string) {
	t.Helper()
	t.Logf("%-50s %s", what, f)
	if len(f.failures) > 0 {
		t.Errorf("%s: %d failed, the first: %v", what, len(f.failures), f.failures[0])
	}
	if len(f.through) > 0 {
		t.Errorf("%s: %d were let through, the first: %s", what, len(f.through), f.through[0])
	}
}

// hold opens a transaction that holds the locks of a statement until the function
// that it returns is called.
func hold(t *testing.T, dsn, sql string) func() {
	t.Helper()
	conn := connect(t, dsn)
	mustExec(t, conn, "BEGIN; "+sql)
	return sync.OnceFunc(func() { mustExec(t, conn, "COMMIT") })
}

// TestLoad installs triggers, and changes their bodies and definitions, while
// others read and write the tables.
func TestLoad(t *testing.T) {
	f, pause := fleet{tables: 3, guards: 4}, 1500*time.Millisecond
	if full {
		f, pause = fleet{tables: 10, guards: 20}, 5*time.Second
	}
	l := startLoad(t, f)

	l.during(false, func() { time.Sleep(time.Second) }).check(t, "nothing is done")
	l.during(false, func() { l.install(t, 1) }).check(t, "install")
	l.during(true, func() { l.installBodies(t, 2) }).check(t, "all bodies change")
	l.during(true, func() { l.install(t, 3) }).check(t, "all definitions change")

	// Were readers to wait for the install, and it for the one that holds the
	// lock, this would not end.
	release := hold(t, l.dsn, "SELECT FROM t0 LIMIT 1")
	l.during(true, func() { l.install(t, 4) }).check(t, "all definitions change, beside a long read")
	release()

	release = hold(t, l.dsn, "UPDATE t0 SET n = n WHERE id = 1000")
	time.AfterFunc(pause, release)
	l.during(true, func() { l.install(t, 5) }).check(t, "all definitions change, beside a long write")

	drop := func() { dropAndCreate(t, l.dsn) }
	l.during(true, drop).check(t, "DROP and CREATE")
	release = hold(t, l.dsn, "SELECT FROM t0 LIMIT 1")
	time.AfterFunc(pause, release)
	held := l.during(true, drop)
	held.check(t, "DROP and CREATE, beside a long read")
	if held.read < pause/2 {
		t.Errorf("no reader waited behind DROP for longer than %s: the load does not measure it", held.read)
	}
}

// TestLoadDropped is [TestLoad] of triggers that Postgres cannot replace, so that
// readers wait, but not for longer than the lock_timeout and what it takes to make
// them anew.
func TestLoadDropped(t *testing.T) {
	f, pause := fleet{tables: 2, guards: 2, asserts: 2}, 2*time.Second
	if full {
		f, pause = fleet{tables: 10, guards: 10, asserts: 10}, 5*time.Second
	}
	l := startLoad(t, f)
	l.during(false, func() { l.install(t, 1) }).check(t, "install")
	l.during(true, func() { l.install(t, 2) }).check(t, "all definitions change")
	for i, long := range []struct{ what, sql string }{
		{"all definitions change, beside a long read", "SELECT FROM t0 LIMIT 1"},
		{"all definitions change, beside a long write", "UPDATE t0 SET n = n WHERE id = 1000"},
	} {
		release := hold(t, l.dsn, long.sql)
		time.AfterFunc(pause, release)
		held := l.during(true, func() { l.install(t, 3+i) })
		held.check(t, long.what)
		// A slow machine is no mistake.
		if held.took < pause/2 || held.read > held.took/2 && held.read > 2*time.Second {
			t.Errorf("%s: the longest read took %s of %s", long.what, held.read, held.took)
		}
	}
}

// dropAndCreate makes all triggers anew as a migration does that knows no other
// way: a transaction for each table.
func dropAndCreate(t *testing.T, dsn string) {
	t.Helper()
	conn := connect(t, dsn)
	rows, err := conn.Query(context.Background(), `
		SELECT pg_catalog.string_agg(pg_catalog.format('DROP TRIGGER %I ON %s; %s;', tgname, tgrelid::pg_catalog.regclass,
			pg_catalog.pg_get_triggerdef(oid)), ' ' ORDER BY oid)
		FROM pg_catalog.pg_trigger WHERE NOT tgisinternal GROUP BY tgrelid ORDER BY tgrelid`)
	if err != nil {
		t.Fatal(err)
	}
	tables, err := pgx.CollectRows(rows, pgx.RowTo[string])
	if err != nil {
		t.Fatal(err)
	}
	for _, sql := range tables {
		mustExec(t, conn, "BEGIN; "+sql+" COMMIT")
	}
}
