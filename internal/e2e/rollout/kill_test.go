package rollout

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"net/url"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"

	"github.com/trigc/trigc/internal/pgtest"
)

// killDDL is a schema with a table for each way in which install changes
// something.
const killDDL = `
CREATE TABLE posts (id int PRIMARY KEY, status text NOT NULL DEFAULT '', n int NOT NULL DEFAULT 0);
CREATE TABLE notes (id int PRIMARY KEY);
CREATE TABLE logs (id int PRIMARY KEY, n int);
CREATE TABLE events (id int NOT NULL, day int NOT NULL, PRIMARY KEY (id, day)) PARTITION BY LIST (day);
CREATE TABLE events_1 PARTITION OF events FOR VALUES IN (1);
CREATE TABLE events_2 PARTITION OF events FOR VALUES IN (2);
CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.n := 1; RETURN NEW; END';
CREATE TRIGGER by_hand BEFORE INSERT ON logs FOR EACH ROW EXECUTE FUNCTION stamp();
`

// killMigration is what is done to the tables between the versions.
const killMigration = "ALTER TABLE posts ADD COLUMN extra text;\n"

const killFirst = `
-- pgtrigger: protect no_delete on posts delete message 'no, says 1'
-- pgtrigger: readonly fixed on posts (status)
-- pgtrigger: assert positive on posts insert or update deferrable initially deferred check (NEW.n >= 0)
-- pgtrigger: protect gone on posts update when (NEW.n = -1)
-- pgtrigger: history posts_log on posts into posts_history
-- pgtrigger: protect keep_events on events delete message 'no, says 1'
-- pgtrigger: protect becomes_constraint on logs delete message 'no, says 1'
-- pgtrigger: protect fires_always on logs update when (NEW.n = -1)
`

const killSecond = `
-- pgtrigger: protect no_delete on posts delete when (OLD.id > 0) message 'no, says 2'
-- pgtrigger: readonly fixed on posts (status) when (OLD.n >= 0)
-- pgtrigger: assert positive on posts insert or update deferrable initially deferred check (NEW.n > -1) message 'no, says 2'
-- pgtrigger: history posts_log on posts into posts_history
-- pgtrigger: protect keep_events on events delete when (OLD.id > 0) message 'no, says 2'
-- pgtrigger: protect becomes_constraint on logs after delete deferrable message 'no, says 2'
-- pgtrigger: protect fires_always on logs update when (NEW.n = -1) enable always
-- pgtrigger: history logs_log on logs into logs_history
-- pgtrigger: protect keep_notes on notes delete message 'no, says 2'
`

// killByHand is what others did to the database of the first version.
const killByHand = `
ALTER TABLE posts DISABLE TRIGGER fixed;
ALTER TABLE events_2 DISABLE TRIGGER keep_events;
CREATE FUNCTION pgtrigger_keep_notes_3f2a1() RETURNS trigger LANGUAGE plpgsql AS
	'BEGIN RAISE EXCEPTION ''no, says 1''; END';
CREATE TRIGGER pgtrigger_keep_notes_3f2a1 BEFORE DELETE ON notes FOR EACH ROW EXECUTE FUNCTION pgtrigger_keep_notes_3f2a1();
COMMENT ON TRIGGER pgtrigger_keep_notes_3f2a1 ON notes IS '0123456789abcdef0123456789abcdef01234567';
INSERT INTO posts SELECT i FROM pg_catalog.generate_series(1, 20) AS i;
UPDATE posts SET n = 1;
INSERT INTO notes VALUES (1);
INSERT INTO logs VALUES (1, 1);
INSERT INTO events VALUES (1, 1), (2, 2);
`

// killRefused are refused before, after, and at each moment between.
var killRefused = []string{
	"DELETE FROM posts WHERE id = 1", "INSERT INTO posts VALUES (1000, '', -5)", "DELETE FROM notes",
	"DELETE FROM events WHERE id = 1", "DELETE FROM logs", "DELETE FROM posts_history",
}

// killStateSQL is what install is to bring to the same: all but OIDs.
var killStateSQL = []string{`
	SELECT pg_catalog.concat_ws(' ', t.tgrelid::pg_catalog.regclass, t.tgname, t.tgenabled, t.tgparentid <> 0, pg_catalog.pg_get_triggerdef(t.oid),
		pg_catalog.regexp_replace(pg_catalog.obj_description(t.oid, 'pg_trigger'), '/[0-9]+/', '/OID/'))
	FROM pg_catalog.pg_trigger AS t WHERE NOT t.tgisinternal OR t.tgparentid <> 0 ORDER BY 1`, `
	SELECT pg_catalog.concat_ws(' ', f.proname, f.prosrc, f.provolatile, pg_catalog.obj_description(f.oid, 'pg_proc'))
	FROM pg_catalog.pg_proc AS f WHERE f.pronamespace = 'public'::pg_catalog.regnamespace ORDER BY 1`, `
	SELECT pg_catalog.concat_ws(' ', c.relname, a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity,
		pg_catalog.obj_description(c.oid, 'pg_class'))
	FROM pg_catalog.pg_class AS c JOIN pg_catalog.pg_attribute AS a ON a.attrelid = c.oid
	WHERE c.relnamespace = 'public'::pg_catalog.regnamespace AND a.attnum > 0 ORDER BY 1`,
	"SELECT h::pg_catalog.text FROM posts_history AS h ORDER BY history_id",
	"SELECT p::pg_catalog.text FROM posts AS p ORDER BY id",
}

func killState(t *testing.T, dsn string) string {
	t.Helper()
	conn, err := pgx.Connect(context.Background(), dsn)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close(context.Background())
	var b strings.Builder
	for _, sql := range killStateSQL {
		rows, err := conn.Query(context.Background(), sql)
		if err != nil {
			t.Fatal(err)
		}
		list, err := pgx.CollectRows(rows, pgx.RowTo[string])
		if err != nil {
			t.Fatalf("%v\n%s", err, sql)
		}
		b.WriteString(strings.Join(list, "\n") + "\n")
	}
	return b.String()
}

// A template is a database of which there are copies.
type template struct {
	name  string
	admin *pgx.Conn
	n     int
}

// copy returns the DSN of a copy, and drop drops it.
func (p *template) copy(t *testing.T) (dsn string, drop func()) {
	t.Helper()
	p.n++
	name := p.name + "_" + strconv.Itoa(p.n)
	mustExec(t, p.admin, "CREATE DATABASE "+name+" TEMPLATE "+p.name)
	u, err := url.Parse(pgtest.Admin())
	if err != nil {
		t.Fatal(err)
	}
	u.Path = "/" + name
	return u.String(), func() { mustExec(t, p.admin, "DROP DATABASE "+name+" WITH (FORCE)") }
}

// killers are the ways to end an install.
var killers = []struct {
	name string
	kill func(t *testing.T, admin *pgx.Conn, dsn string, p *os.Process)
}{
	{"SIGKILL", func(t *testing.T, _ *pgx.Conn, _ string, p *os.Process) { _ = p.Kill() }},
	{"pg_terminate_backend", func(t *testing.T, admin *pgx.Conn, dsn string, _ *os.Process) {
		name := dsn[strings.LastIndex(dsn, "/")+1:]
		name, _, _ = strings.Cut(name, "?")
		mustExec(t, admin, "SELECT pg_catalog.pg_terminate_backend(pid) FROM pg_catalog.pg_stat_activity WHERE application_name = 'trigc' AND datname = '"+name+"'")
	}},
}

// TestKill ends an install at random moments. What is refused stays refused, and
// the next install makes of the database what an undisturbed one does.
func TestKill(t *testing.T) {
	rounds := 10
	if full {
		rounds = 100
	}
	seed := uint64(time.Now().UnixNano())
	if s := os.Getenv("TRIGC_TEST_SEED"); s != "" {
		var err error
		if seed, err = strconv.ParseUint(s, 10, 64); err != nil {
			t.Fatal(err)
		}
	}
	t.Logf("TRIGC_TEST_SEED=%d", seed)
	random := rand.New(rand.NewPCG(seed, 0))

	f := fleet{tables: 4, guards: 2, asserts: 1}
	dsn := pgtest.DB(t)
	conn := connect(t, dsn)
	var name string
	if err := conn.QueryRow(t.Context(), "SELECT pg_catalog.current_database()").Scan(&name); err != nil {
		t.Fatal(err)
	}
	mustExec(t, conn, killDDL+f.ddl())
	p := newProject(t, dsn, killDDL+killFirst+f.schema(1, 1))
	p.trigc(t, "install", "--yes")
	mustExec(t, conn, killByHand+killMigration)
	conn.Close(t.Context())
	p.write(t, "schema.sql", killDDL+killMigration+killSecond+f.schema(2, 2))

	tmpl := &template{name: name, admin: connect(t, pgtest.Admin())}
	var drop func()
	p.dsn, drop = tmpl.copy(t)
	before := killState(t, p.dsn)
	took := p.interrupt(t, func(*os.Process) {}, time.Minute)
	want := killState(t, p.dsn)
	drop()
	if before == want {
		t.Fatal("install changes nothing")
	}
	t.Logf("undisturbed, the changes take %s", took.Round(time.Millisecond))

	untouched, halfway, done := 0, 0, 0
	for round := range rounds {
		p.dsn, drop = tmpl.copy(t)
		k := killers[round%len(killers)]
		after := time.Duration(random.Int64N(int64(took)))
		what := fmt.Sprintf("round %d: %s after %s", round, k.name, after)
		p.interrupt(t, func(process *os.Process) { k.kill(t, tmpl.admin, p.dsn, process) }, after)
		conn, err := pgx.Connect(t.Context(), p.dsn)
		if err != nil {
			t.Fatal(err)
		}
		for _, sql := range killRefused {
			var e *pgconn.PgError
			if _, err := conn.Exec(t.Context(), sql); !errors.As(err, &e) || !strings.HasPrefix(e.Code, "23") && e.Message != "no, says 1" {
				t.Errorf("%s: %s: error %v", what, sql, err)
			}
		}
		conn.Close(t.Context())
		switch got := killState(t, p.dsn); got {
		case before:
			untouched++
		case want:
			done++
		default:
			halfway++
		}
		out := p.trigc(t, "install", "--yes")
		if got := killState(t, p.dsn); got != want {
			t.Errorf("%s: the next install makes\n%s\nnot\n%s\nIt says\n%s", what, got, want, out)
		}
		if out := p.trigc(t, "install", "--yes"); !strings.Contains(out, "nothing to do") {
			t.Errorf("%s: after that there is still something to do:\n%s", what, out)
		}
		drop()
	}
	t.Logf("of %d installs, %d had changed nothing, %d something, %d all", rounds, untouched, halfway, done)
}

// interrupt runs an install and calls kill that long after it has shown its plan.
// It returns how long the install took from there.
func (p *project) interrupt(t *testing.T, kill func(*os.Process), after time.Duration) time.Duration {
	t.Helper()
	cmd := p.command(t, "install", "--yes")
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	var log bytes.Buffer
	cmd.Stderr = &log
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	n, err := out.Read(make([]byte, 1<<16))
	start := time.Now()
	if n == 0 {
		t.Errorf("no plan: %v", err)
	}
	timer := time.AfterFunc(after, func() { kill(cmd.Process) })
	_, _ = (&bytes.Buffer{}).ReadFrom(out)
	err = cmd.Wait() // an error, if it was killed
	took := time.Since(start)
	if timer.Stop() && err != nil {
		t.Errorf("it was not killed: %v\n%s", err, &log)
	}
	return took
}
