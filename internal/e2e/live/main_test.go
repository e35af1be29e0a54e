// Package live runs the commands that work at a server as a user does, and
// compares what they say and do with the server's catalogs.
package live

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"

	"github.com/trigc/trigc/internal/pgtest"
)

var ctx = context.Background()

// built is the directory of the command, which the first test that needs it
// builds.
var built struct {
	once sync.Once
	dir  string
	err  error
}

func TestMain(m *testing.M) {
	code := pgtest.Main(m)
	if built.dir != "" {
		_ = os.RemoveAll(built.dir)
	}
	os.Exit(code)
}

func program(t testing.TB) string {
	t.Helper()
	built.once.Do(func() {
		if built.dir, built.err = os.MkdirTemp("", "trigc"); built.err != nil {
			return
		}
		out, err := exec.Command("go", "build", "-o", built.dir, "../../../cmd/trigc").CombinedOutput()
		if err != nil {
			built.err = fmt.Errorf("go build: %w\n%s", err, out)
		}
	})
	ok(t, built.err)
	return filepath.Join(built.dir, "trigc")
}

func ok(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// A project is a directory with a schema, and a database that has its tables.
type project struct {
	testing.TB
	dir, dsn string
	env      []string
	conn     *pgx.Conn
}

// newProject returns a project of a schema, which has been run in its database.
func newProject(t testing.TB, schema string) *project {
	t.Helper()
	return projectIn(t, pgtest.DB(t), schema)
}

// newProjectIn returns a project whose database is made with options of CREATE
// DATABASE.
func newProjectIn(t testing.TB, options, schema string) *project {
	t.Helper()
	admin := connect(t, pgtest.DB(t))
	name := admin.Config().Database + "_in"
	_, err := admin.Exec(ctx, "CREATE DATABASE "+name+" TEMPLATE template0 "+options)
	ok(t, err)
	t.Cleanup(func() {
		_, err := admin.Exec(ctx, "DROP DATABASE "+name+" WITH (FORCE)")
		ok(t, err)
	})
	return projectIn(t, strings.Replace(admin.Config().ConnString(), admin.Config().Database, name, 1), schema)
}

func projectIn(t testing.TB, dsn, schema string) *project {
	t.Helper()
	p := &project{TB: t, dir: t.TempDir(), dsn: dsn, env: []string{"DATABASE_URL=" + dsn}}
	p.write("pgtrigger.toml", "version = 1\nschema = [\"schema.sql\"]\n")
	p.declare(schema)
	p.conn = connect(t, p.dsn)
	p.run(schema)
	return p
}

func (p *project) write(name, text string) {
	p.Helper()
	ok(p, os.WriteFile(filepath.Join(p.dir, name), []byte(text), 0o644))
}

// declare writes the schema, and leaves the database as it is.
func (p *project) declare(schema string) {
	p.Helper()
	p.write("schema.sql", schema)
}

// on returns the project, in which t fails.
func (p *project) on(t testing.TB) *project {
	q := *p
	q.TB = t
	return &q
}

func connect(t testing.TB, dsn string) *pgx.Conn {
	t.Helper()
	cfg, err := pgx.ParseConfig(dsn)
	ok(t, err)
	cfg.DefaultQueryExecMode = pgx.QueryExecModeExec
	cfg.RuntimeParams["client_encoding"] = "UTF8"
	conn, err := pgx.ConnectConfig(ctx, cfg)
	ok(t, err)
	t.Cleanup(func() { conn.Close(ctx) })
	return conn
}

// run sends SQL to the database.
func (p *project) run(sql string) {
	p.Helper()
	if _, err := p.conn.Exec(ctx, sql); err != nil {
		p.Fatalf("%v\n%s", err, sql)
	}
}

// column returns what a query of one column of text says.
func (p *project) column(sql string, args ...any) []string {
	p.Helper()
	rows, err := p.conn.Query(ctx, sql, args...)
	ok(p, err)
	list, err := pgx.CollectRows(rows, pgx.RowTo[string])
	if err != nil {
		p.Fatalf("%v\n%s", err, sql)
	}
	return list
}

// refused checks that the database refuses SQL with an SQLSTATE.
func (p *project) refused(sql, code string) {
	p.Helper()
	_, err := p.conn.Exec(ctx, sql)
	var pgErr *pgconn.PgError
	if !errors.As(err, &pgErr) || pgErr.Code != code {
		p.Errorf("%s: %v, want an error %s", sql, err, code)
	}
}

// A result is what a run of the command came to.
type result struct {
	stdout, stderr string
	code           int
}

// trigc runs the command.
func (p *project) trigc(args ...string) result {
	p.Helper()
	cmd := exec.Command(program(p), args...)
	cmd.Dir = p.dir
	cmd.Env = append([]string{"PATH=" + os.Getenv("PATH"), "HOME=" + p.dir, "TZ=UTC"}, p.env...)
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	err := cmd.Run()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		p.Fatal(err)
	}
	return result{stdout.String(), stderr.String(), cmd.ProcessState.ExitCode()}
}

// must runs the command, which is to end with 0.
func (p *project) must(args ...string) result {
	p.Helper()
	r := p.trigc(args...)
	if r.code != 0 {
		p.Fatalf("trigc %s: exit code %d\n%s%s", strings.Join(args, " "), r.code, r.stdout, r.stderr)
	}
	return r
}

// fails runs the command, which is to end with a code and to say a text.
func (p *project) fails(code int, text string, args ...string) {
	p.Helper()
	r := p.trigc(args...)
	if r.code != code || !strings.Contains(r.stdout+r.stderr, text) {
		p.Errorf("trigc %s: exit code %d, want %d and %q\n%s%s", strings.Join(args, " "), r.code, code, text, r.stdout, r.stderr)
	}
}

// quiet runs the command, which is to end with 0 and have nothing to do.
func (p *project) quiet(args ...string) {
	p.Helper()
	if r := p.must(args...); !strings.HasSuffix(r.stdout, "nothing to do\n") {
		p.Errorf("trigc %s does something:\n%s%s", strings.Join(args, " "), r.stdout, r.stderr)
	}
}

// states returns how the triggers stand, and which do not as declared: what ls
// says in JSON, which is what verify says as text.
func (p *project) states(args ...string) (all, drift []string) {
	p.Helper()
	type states []struct{ State, Detail string }
	var report struct {
		Triggers []struct {
			Database, Schema, Table, Name string
			States                        states
		}
		EventTables []struct {
			Schema, Table string
			States        states
		} `json:"event_tables"`
		Functions []struct{ Schema, Name string } `json:"orphaned_functions"`
		Summary   struct{ Triggers, Drift int }
	}
	ls := p.must(append([]string{"ls", "--format", "json"}, args...)...)
	if err := json.Unmarshal([]byte(ls.stdout), &report); err != nil {
		p.Fatalf("%v\n%s", err, ls.stdout)
	}
	differ := 0
	add := func(name string, list states) {
		for i, s := range list {
			line := strings.TrimSpace(s.State + " " + name + " " + s.Detail)
			all = append(all, line)
			if s.State != "installed" {
				drift = append(drift, line)
				if i == 0 {
					differ++
				}
			}
		}
	}
	for _, t := range report.Triggers {
		add(t.Schema+"."+t.Table+"."+t.Name, t.States)
	}
	for _, e := range report.EventTables {
		add(e.Schema+"."+e.Table, e.States)
	}
	for _, f := range report.Functions {
		drift = append(drift, "orphaned "+f.Schema+"."+f.Name+" function")
		differ++
	}
	if report.Summary.Triggers != len(report.Triggers) || report.Summary.Drift != differ {
		p.Errorf("ls counts %+v, of %d triggers of which %d differ", report.Summary, len(report.Triggers), differ)
	}

	verify := p.trigc(append([]string{"verify"}, args...)...)
	if want := min(len(drift), 1); verify.code != want {
		p.Errorf("verify ends with %d, and ls finds %q\n%s%s", verify.code, drift, verify.stdout, verify.stderr)
	}
	for _, d := range drift {
		for _, w := range strings.Fields(d) {
			if !strings.Contains(verify.stdout, w) {
				p.Errorf("verify does not tell %q:\n%s", d, verify.stdout)
			}
		}
	}
	return all, drift
}

// drift checks what is not as declared.
func (p *project) drift(want ...string) {
	p.Helper()
	if _, got := p.states(); !slices.Equal(got, want) {
		p.Errorf("not as declared:\n\t%s\nwant\n\t%s", strings.Join(got, "\n\t"), strings.Join(want, "\n\t"))
	}
}

// objects returns the triggers of the tables, the trigger functions and their
// comments, each with the transaction that wrote its row: a change shows even
// if it changes nothing.
func (p *project) objects() map[string]string {
	p.Helper()
	rows, err := p.conn.Query(ctx, `
		SELECT 'trigger ' || tgrelid::regclass::text || '.' || tgname, concat_ws(' ', t.oid, t.xmin, t.ctid, d.xmin, d.ctid)
		FROM pg_trigger AS t LEFT JOIN pg_description AS d ON d.objoid = t.oid AND d.classoid = t.tableoid
		WHERE NOT tgisinternal OR tgparentid <> 0
		UNION ALL
		SELECT 'function ' || f.oid::regproc::text, concat_ws(' ', f.oid, f.xmin, f.ctid, d.xmin, d.ctid)
		FROM pg_proc AS f LEFT JOIN pg_description AS d ON d.objoid = f.oid AND d.classoid = f.tableoid
		WHERE f.prorettype = 'trigger'::regtype AND f.pronamespace NOT IN ('pg_catalog'::regnamespace)
		UNION ALL
		SELECT 'table ' || c.oid::regclass::text, concat_ws(' ', c.oid, (SELECT string_agg(concat_ws(' ', a.attname, a.xmin), ',' ORDER BY attnum) FROM pg_attribute AS a WHERE attrelid = c.oid))
		FROM pg_class AS c
		WHERE c.relkind IN ('r', 'p') AND c.relnamespace NOT IN ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)`)
	ok(p, err)
	list := map[string]string{}
	var name, version string
	_, err = pgx.ForEachRow(rows, []any{&name, &version}, func() error {
		list[name] = version
		return nil
	})
	ok(p, err)
	return list
}

// changed runs fn and returns the objects that it made, changed and removed.
func (p *project) changed(fn func()) []string {
	p.Helper()
	before := p.objects()
	fn()
	after := p.objects()
	var list []string
	for name, v := range after {
		switch was, found := before[name]; {
		case !found:
			list = append(list, "+"+name)
		case was != v:
			list = append(list, name)
		}
	}
	for name := range before {
		if _, found := after[name]; !found {
			list = append(list, "-"+name)
		}
	}
	slices.SortFunc(list, func(a, b string) int {
		return strings.Compare(strings.TrimLeft(a, "+-"), strings.TrimLeft(b, "+-"))
	})
	return list
}

// changes checks which objects a run of the command changes.
func (p *project) changes(args []string, want ...string) {
	p.Helper()
	got := p.changed(func() { p.must(args...) })
	if !slices.Equal(got, want) {
		p.Errorf("trigc %s changes\n\t%s\nwant\n\t%s", strings.Join(args, " "), strings.Join(got, "\n\t"), strings.Join(want, "\n\t"))
	}
}

var install = []string{"install", "--yes"}

// refuses has a session run a statement over and over, until the function that
// it returns is called: each time the database is to refuse it.
func (p *project) refuses(sql string) (end func()) {
	p.Helper()
	conn := connect(p, p.dsn)
	stop, done := make(chan struct{}), make(chan error)
	go func() {
		for n := 0; ; n++ {
			select {
			case <-stop:
				if n == 0 {
					done <- errors.New("there was no time to write")
				}
				done <- nil
				return
			default:
			}
			var pgErr *pgconn.PgError
			if tag, err := conn.Exec(ctx, sql); !errors.As(err, &pgErr) {
				done <- fmt.Errorf("%s: %v %w", sql, tag, err)
				return
			}
		}
	}()
	return func() {
		p.Helper()
		close(stop)
		ok(p, <-done)
	}
}
