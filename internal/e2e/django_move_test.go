package e2e

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/jackc/pgx/v5/pgconn"

	"github.com/trigc/trigc/internal/pgtest"
)

// A writer sends a statement over and over, until it is stopped, and keeps
// what came of each.
type writer struct {
	sql  string
	mu   sync.Mutex
	got  []string // SQLSTATEs; "" for success
	stop chan struct{}
	done chan struct{}
}

func startWriter(t *testing.T, dsn, sql string) *writer {
	t.Helper()
	w := &writer{sql: sql, stop: make(chan struct{}), done: make(chan struct{})}
	conn := connect(t, dsn)
	go func() {
		defer close(w.done)
		for {
			select {
			case <-w.stop:
				return
			default:
			}
			_, err := conn.Exec(context.Background(), w.sql).ReadAll()
			code := ""
			var pgErr *pgconn.PgError
			if errors.As(err, &pgErr) {
				code = pgErr.Code
			} else if err != nil {
				code = err.Error()
			}
			w.mu.Lock()
			w.got = append(w.got, code)
			w.mu.Unlock()
		}
	}()
	t.Cleanup(w.end)
	return w
}

// end stops the writer, once or more.
func (w *writer) end() {
	select {
	case <-w.stop:
	default:
		close(w.stop)
	}
	<-w.done
}

func (w *writer) results() []string {
	w.mu.Lock()
	defer w.mu.Unlock()
	return append([]string(nil), w.got...)
}

// waitFor returns when a result of the writer from the one at first on is code
// n times.
func (w *writer) waitFor(t *testing.T, first, n int, code string) {
	t.Helper()
	for start := time.Now(); ; time.Sleep(time.Millisecond) {
		count := 0
		results := w.results()
		for _, got := range results[min(first, len(results)):] {
			if got == code {
				count++
			}
		}
		if count >= n {
			return
		}
		if time.Since(start) > 30*time.Second {
			t.Fatalf("%s: %d times %q, want %d", w.sql, count, code, n)
		}
	}
}

// liveDjango returns a database with the page's table and the triggers of the
// reference, and some rows.
func liveDjango(t *testing.T, e *docExample) string {
	t.Helper()
	before, err := os.ReadFile(testdata + "/django/installed.sql")
	if err != nil {
		t.Fatal(err)
	}
	dsn := pgtest.DB(t)
	mustRun(t, connect(t, dsn), e.schema+string(before)+
		"INSERT INTO posts (id, status) VALUES (1, 'published'), (2, 'draft'), (3, 'published')")
	return dsn
}

const (
	byDjango = "P0001" // an error of the reference's triggers
	byTrigc  = "23001"
)

// TestMoveLive moves a database as the page says, while others write to it: no
// DELETE may pass, before, in between or after, and no UPDATE may be refused,
// or be counted other than once.
func TestMoveLive(t *testing.T) {
	d := readDocument(t, djangoPage)
	e := d.examples[1]
	if !e.compile(t, d.file) {
		return
	}
	if len(d.examples) != 2 || len(e.parts) != 4 || len(e.parts[1].statements) < 4 {
		t.Fatalf("the page has other parts than this test knows")
	}
	dsn := liveDjango(t, e)
	deletes := startWriter(t, dsn, "DELETE FROM posts WHERE id = 1")
	updates := startWriter(t, dsn, "UPDATE posts SET body = md5(body || 'x') WHERE id = 2")
	deletes.waitFor(t, 0, 20, byDjango)
	updates.waitFor(t, 0, 20, "")

	conn := connectStrict(t, dsn)
	for _, s := range e.parts[0].statements {
		d.do(t, conn, e, s)
	}
	for i, s := range e.parts[1].statements {
		if i == len(e.parts[1].statements)-1 {
			// Nobody writes while one set of triggers goes and the other comes.
			waitForLocks(t, dsn, 2)
		}
		d.do(t, conn, e, s)
	}
	deletes.waitFor(t, 0, 20, byTrigc)
	updates.waitFor(t, len(updates.results()), 20, "")
	for _, s := range e.parts[2].statements {
		d.do(t, conn, e, s)
	}
	deletes.waitFor(t, len(deletes.results()), 20, byTrigc)
	deletes.end()
	updates.end()

	want := byDjango
	for i, got := range deletes.results() {
		if got == byTrigc {
			want = byTrigc
		}
		if got != want {
			t.Fatalf("DELETE %d came to %q, want %s", i, got, want)
		}
	}
	for i, got := range updates.results() {
		if got != "" {
			t.Fatalf("UPDATE %d came to %q", i, got)
		}
	}
	got := fmt.Sprintf("%s", mustRun(t, conn, "SELECT id, version FROM posts WHERE id < 3 ORDER BY id")[0].Rows)
	if want := fmt.Sprintf("[[1 0] [2 %d]]", len(updates.results())); got != want {
		t.Errorf("the rows are %s, want %s", got, want)
	}
	for _, o := range objects(t, conn) {
		if strings.Contains(o.name, "pgtrigger_") {
			t.Errorf("left: %s", o.name)
		}
	}

	// Each side's ignore is heard by its own triggers alone.
	_, pgErr := run(t, conn, "BEGIN; SET LOCAL pgtrigger.ignore = '{pgtrigger_no_delete_3f2a1}'; DELETE FROM posts WHERE id = 3")
	mustRun(t, conn, "ROLLBACK")
	if pgErr == nil || pgErr.Code != byTrigc {
		t.Errorf("ignoring the reference's: %v", pgErr)
	}
	mustRun(t, conn, "BEGIN")
	for _, s := range e.parts[3].statements {
		d.do(t, conn, e, s)
	}
	mustRun(t, conn, "DELETE FROM posts WHERE id = 3; ROLLBACK")
}

// TestMoveNotAtOnce does it as one should not, first dropping, then installing:
// a writer gets through. That TestMoveLive sees none is because there is none.
func TestMoveNotAtOnce(t *testing.T) {
	d := readDocument(t, djangoPage)
	e := d.examples[1]
	if !e.compile(t, d.file) {
		return
	}
	dsn := liveDjango(t, e)
	deletes := startWriter(t, dsn, "DELETE FROM posts WHERE id = 1")
	deletes.waitFor(t, 0, 20, byDjango)
	conn := connectStrict(t, dsn)
	for _, s := range e.parts[1].statements {
		if strings.HasPrefix(s.sql, "DROP TRIGGER") {
			d.do(t, conn, e, s)
		}
	}
	deletes.waitFor(t, 0, 1, "")
	mustRun(t, conn, e.install)
}

// TestMoveGivesUp has a session that holds the table: the move fails, and
// nothing has happened.
func TestMoveGivesUp(t *testing.T) {
	d := readDocument(t, djangoPage)
	e := d.examples[1]
	if !e.compile(t, d.file) {
		return
	}
	dsn := liveDjango(t, e)
	holder, conn := connect(t, dsn), connect(t, dsn)
	mustRun(t, holder, "BEGIN; SELECT FROM posts")
	before := objects(t, conn)
	code := ""
	for _, s := range e.parts[1].statements {
		if _, pgErr := run(t, conn, s.sql); pgErr != nil {
			code = pgErr.Code
			break
		}
	}
	if code != "55P03" {
		t.Errorf("SQLSTATE %q, want 55P03", code)
	}
	mustRun(t, conn, "ROLLBACK")
	if diff := diffObjects(before, objects(t, conn)); diff != "" {
		t.Errorf("left by a move that failed:\n%s", diff)
	}
}

// TestBothFire installs trigc's triggers beside those of the reference, and
// tells what the page says of each kind.
func TestBothFire(t *testing.T) {
	const table = "CREATE TABLE items (id int PRIMARY KEY, a int, b int, gone boolean NOT NULL DEFAULT false, version int NOT NULL DEFAULT 0, body text, search tsvector);\n" +
		"CREATE TABLE log (id int);\n" +
		"CREATE TABLE totals (id int PRIMARY KEY, items int NOT NULL DEFAULT 0);\n"
	// A trigger of the reference: its body and its header.
	old := func(name, body, header string) string {
		return fmt.Sprintf("CREATE FUNCTION pgtrigger_%[1]s_00000() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN %[2]s END $$;\n"+
			"CREATE TRIGGER pgtrigger_%[1]s_00000 %[3]s EXECUTE FUNCTION pgtrigger_%[1]s_00000();\n", name, body, header)
	}
	const raise = "RAISE EXCEPTION 'no';"
	tests := []struct {
		kind      string
		verdict   string // the first word of what the page says
		directive string // %s is its name
		old       string
		sql       string
		query     string
		want      string
	}{
		{
			"protect", "harmless", "protect %s delete when (OLD.a = 1)",
			old("kept", raise, "BEFORE DELETE ON items FOR EACH ROW WHEN (OLD.a = 1)"),
			"DELETE FROM items WHERE a = 2", "SELECT a FROM items", "[[1]]",
		},
		{
			"readonly", "harmless", "readonly %s (a)",
			old("fixed", raise, "BEFORE UPDATE ON items FOR EACH ROW WHEN (OLD.a IS DISTINCT FROM NEW.a)"),
			"UPDATE items SET b = 7", "SELECT DISTINCT b FROM items", "[[7]]",
		},
		{
			"fsm", "harmless", "fsm %s (a) 1 -> 2, 2 -> 3",
			old("flow", "IF NOT NEW.a = OLD.a + 1 THEN "+raise+" END IF; RETURN NEW;", "BEFORE UPDATE ON items FOR EACH ROW"),
			"UPDATE items SET a = a + 1", "SELECT a FROM items ORDER BY id", "[[2] [3]]",
		},
		{
			"assert", "harmless", "assert %s check ((SELECT count(*) FROM items AS i WHERE i.a = NEW.a) < 3)",
			old("few", "IF (SELECT count(*) FROM items AS i WHERE i.a = NEW.a) > 2 THEN "+raise+" END IF; RETURN NULL;", "AFTER INSERT OR UPDATE ON items FOR EACH ROW"),
			"INSERT INTO items (id, a) VALUES (3, 1)", "SELECT count(*) FROM items WHERE a = 1", "[[2]]",
		},
		{
			"softdelete", "harmless", "softdelete %s set gone = true",
			old("hide", "UPDATE items SET gone = true WHERE id = OLD.id; RETURN NULL;", "BEFORE DELETE ON items FOR EACH ROW"),
			"DELETE FROM items WHERE id = 1", "SELECT id, gone FROM items ORDER BY id", "[[1 t] [2 f]]",
		},
		{
			"set", "harmless", "set %s set b = NEW.a",
			old("mirror", "NEW.b := NEW.a; RETURN NEW;", "BEFORE INSERT OR UPDATE ON items FOR EACH ROW"),
			"UPDATE items SET a = a + 10", "SELECT b FROM items ORDER BY id", "[[11] [12]]",
		},
		{
			"touch", "harmless", "touch %s (b) = 9",
			old("stamp", "NEW.b := 9; RETURN NEW;", "BEFORE UPDATE ON items FOR EACH ROW"),
			"UPDATE items SET a = 3", "SELECT DISTINCT b FROM items", "[[9]]",
		},
		{
			"searchvector", "harmless", "searchvector %s (search) from body using 'pg_catalog.english'",
			"CREATE TRIGGER pgtrigger_search_00000 BEFORE INSERT OR UPDATE OF body ON items FOR EACH ROW EXECUTE FUNCTION tsvector_update_trigger(search, 'pg_catalog.english', body);",
			"UPDATE items SET body = 'shoes' WHERE id = 1", "SELECT search FROM items ORDER BY id", "[['shoe':1] []]",
		},
		{
			"version", "refuses", "version %s (version)",
			old("fixed", raise, "BEFORE UPDATE ON items FOR EACH ROW WHEN (OLD.version IS DISTINCT FROM NEW.version)") +
				old("versioning", "NEW.version := NEW.version + 1; RETURN NEW;", "BEFORE UPDATE ON items FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*)"),
			"UPDATE items SET a = 5 WHERE id = 1", "SELECT a, version FROM items ORDER BY id", "[[1 0] [2 0]]",
		},
		{
			"run", "runs", "run %s after insert do (INSERT INTO log VALUES (NEW.id))",
			old("log", "INSERT INTO log VALUES (NEW.id); RETURN NULL;", "AFTER INSERT ON items FOR EACH ROW"),
			"INSERT INTO items (id) VALUES (3)", "SELECT id FROM log", "[[3] [3]]",
		},
		{
			"history", "runs", "history %s into items_history",
			old("log", "INSERT INTO log VALUES (NEW.id); RETURN NULL;", "AFTER INSERT ON items FOR EACH ROW"),
			"INSERT INTO items (id) VALUES (3)", "SELECT id FROM log UNION ALL SELECT id FROM items_history", "[[3] [3]]",
		},
		{
			"count", "runs", "count %s totals.items via a",
			old("counts", "UPDATE totals SET items = items + 1 WHERE id = NEW.a; RETURN NULL;", "AFTER INSERT ON items FOR EACH ROW"),
			"INSERT INTO items (id, a) VALUES (3, 1)", "SELECT id, items FROM totals ORDER BY id", "[[1 2] [2 0]]",
		},
		{
			// Equal messages of a transaction are one: they differ here.
			"notify", "runs", "notify %s after insert channel here payload ('trigc')",
			old("tell", "PERFORM pg_notify('here', 'reference'); RETURN NULL;", "AFTER INSERT ON items FOR EACH ROW"),
			"LISTEN here; INSERT INTO items (id) VALUES (3)", "SELECT count(*) FROM items", "[[3]]",
		},
	}
	page := bothAtOnce(t)
	for _, name := range kindNames() {
		if page[name] == "" && name != "trigger" { // whose body can do anything
			t.Errorf("%s does not tell of %s", djangoPage, name)
		}
	}
	for _, test := range tests {
		if page[test.kind] != test.verdict {
			t.Errorf("%s says %q of %s, the test %q", djangoPage, page[test.kind], test.kind, test.verdict)
		}
		delete(page, test.kind)
		// trigc's fires first, and last.
		for _, name := range []string{"a_first", "z_last"} {
			t.Run(test.kind+" "+name, func(t *testing.T) {
				t.Parallel()
				schema := table + "-- pgtrigger: " + strings.Replace(fmt.Sprintf(test.directive, name), name, name+" on items", 1) + "\n"
				install, _ := scripts(t, schema)
				var told atomic.Int32
				config, err := pgconn.ParseConfig(pgtest.DB(t))
				if err != nil {
					t.Fatal(err)
				}
				config.OnNotification = func(*pgconn.PgConn, *pgconn.Notification) { told.Add(1) }
				conn, err := pgconn.ConnectConfig(t.Context(), config)
				if err != nil {
					t.Fatal(err)
				}
				t.Cleanup(func() { conn.Close(context.Background()) })
				mustRun(t, conn, table+"INSERT INTO items (id, a) VALUES (1, 1), (2, 2); INSERT INTO totals VALUES (1), (2);"+test.old+install)
				_, pgErr := run(t, conn, test.sql)
				if refused := pgErr != nil; refused != (test.verdict == "refuses") {
					t.Errorf("%s came to %v", test.sql, pgErr)
				}
				if got := fmt.Sprintf("%s", mustRun(t, conn, test.query)[0].Rows); got != test.want {
					t.Errorf("%s: %s, want %s", test.query, got, test.want)
				}
				if told := told.Load(); test.kind == "notify" && told != 2 {
					t.Errorf("%d messages, want 2", told)
				}
			})
		}
	}
	for kind := range page {
		t.Errorf("%s tells of %s, which is not tested", djangoPage, kind)
	}
}

// bothAtOnce reads the page's last table: the kinds, and the first word of what
// is said of each.
func bothAtOnce(t *testing.T) map[string]string {
	t.Helper()
	text, err := os.ReadFile("../../" + djangoPage)
	if err != nil {
		t.Fatal(err)
	}
	_, table, found := strings.Cut(string(text), "| kind | both at once |\n|---|---|\n")
	if !found {
		t.Fatal("no table of kinds")
	}
	said := map[string]string{}
	for line := range strings.Lines(table) {
		m := mappingRow.FindStringSubmatch(strings.TrimSuffix(line, "\n"))
		if m == nil {
			break
		}
		verdict, _, _ := strings.Cut(m[2], " ")
		for _, span := range codeSpan.FindAllStringSubmatch(m[1], -1) {
			said[span[1]] = strings.TrimSuffix(verdict, ":")
		}
	}
	return said
}

// TestUndoneByInstall changes by hand what the page says lasts until the next
// install.
func TestUndoneByInstall(t *testing.T) {
	e := readDocument(t, djangoPage).examples[0]
	if !e.compile(t, djangoPage) {
		return
	}
	conn := connectStrict(t, pgtest.DB(t))
	mustRun(t, conn, e.schema+e.install)
	before := objects(t, conn)
	for _, sql := range []string{"ALTER TABLE public.posts DISABLE TRIGGER no_delete", "DROP TRIGGER no_delete ON public.posts"} {
		mustRun(t, conn, sql)
		if diffObjects(before, objects(t, conn)) == "" {
			t.Errorf("%s changes nothing", sql)
		}
		mustRun(t, conn, e.install)
		if diff := diffObjects(before, objects(t, conn)); diff != "" {
			t.Errorf("after %s and an install:\n%s", sql, diff)
		}
	}
}
