package rollout

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
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
	fleet   fleet
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

func startLoad(t *testing.T, dsn string, f fleet) *load {
	t.Helper()
	l := &load{fleet: f, stop: make(chan struct{})}
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
		sql = fmt.Sprintf("UPDATE t%d SET n = n + 1 WHERE id = %d", table, id)
	}
	start := time.Now()
	tag, err := conn.Exec(context.Background(), sql)
	took := time.Since(start)
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
	case tag.RowsAffected() != 1:
		f.failures = append(f.failures, fmt.Errorf("%s: %s", sql, tag))
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
	// Guards can be replaced, the constraint triggers of asserts cannot.
	f, pause := fleet{tables: 3, guards: 4}, 1500*time.Millisecond
	if full {
		f, pause = fleet{tables: 10, guards: 20}, 5*time.Second
	}
	const lockTimeout = time.Second
	program(t) // not while the load runs
	dsn := pgtest.DB(t)
	conn := connect(t, dsn)
	p := newProject(t, dsn, "")
	mustExec(t, conn, f.ddl()+f.rows())
	l := startLoad(t, dsn, f)
	install := func(body, definition int, f fleet) func() {
		return func() {
			p.write(t, "schema.sql", f.schema(body, definition))
			p.trigc(t, "install", "--yes", "--lock-timeout", lockTimeout.String())
		}
	}
	// A slow machine is no mistake, and one that waits to the end of the
	// transaction that is held is.
	slow := func(what string, took time.Duration) {
		if took > lockTimeout+10*time.Second {
			t.Errorf("%s: a reader waited for %s", what, took)
		}
	}

	l.during(false, func() { time.Sleep(time.Second) }).check(t, "nothing is done")
	l.during(false, install(1, 1, f)).check(t, "install")
	l.during(true, install(2, 1, f)).check(t, "all bodies change")
	l.during(true, install(2, 2, f)).check(t, "all definitions change")

	// Readers do not even wait for the end of the install, whose transaction
	// ends while the other still holds its lock.
	release := hold(t, dsn, "SELECT FROM t0 LIMIT 1")
	held := l.during(true, install(3, 3, f))
	release()
	held.check(t, "all definitions change, beside a long read")
	slow("beside a long read", held.read)

	// A long write keeps the install waiting, and that nobody else.
	release = hold(t, dsn, "UPDATE t0 SET n = n WHERE id = 1000")
	time.AfterFunc(pause, release)
	held = l.during(true, install(4, 4, f))
	held.check(t, "all definitions change, beside a long write")
	slow("beside a long write", held.read)

	drop := func() { dropAndCreate(t, conn) }
	l.during(true, drop).check(t, "DROP and CREATE")
	release = hold(t, dsn, "SELECT FROM t0 LIMIT 1")
	time.AfterFunc(pause, release)
	held = l.during(true, drop)
	held.check(t, "DROP and CREATE, beside a long read")
	if held.read < pause/2 {
		t.Errorf("no reader waited behind DROP for longer than %s: the load does not measure it", held.read)
	}
}

// dropAndCreate makes all triggers anew as a migration does that knows no other
// way: a transaction for each table.
func dropAndCreate(t *testing.T, conn *pgx.Conn) {
	t.Helper()
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
