package e2e

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/jackc/pgx/v5/pgconn"
	"golang.org/x/tools/txtar"

	"github.com/trigc/trigc/internal/compile"
	"github.com/trigc/trigc/internal/config"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/pgname"
	"github.com/trigc/trigc/internal/pgtest"
	"github.com/trigc/trigc/internal/source"
)

// An archive of testdata/behave has the files
//
//	schema.sql      the schema with its directives
//	pgtrigger.toml  optional; its schema and SQL outputs are not used
//	since           optional: the first version of Postgres that takes it
//	roles           optional: names of roles that exist while it runs
//	diagnostics     optional: what trigc says, a line each
//	                file:line:column: severity[code]: message
//	setup.sql       optional: rows that are there before the triggers are
//	steps           see step
//
// The schema is loaded into a new database and compiled. What came out is
// installed, twice: the second time must change nothing. Then the steps are
// run, and it is uninstalled, after which nothing of it may be left.
func TestBehave(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(testdata, "behave", "*.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	if len(files) == 0 {
		t.Fatal("no archives")
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			t.Parallel()
			b := loadBehaviour(t, file)
			b.run(t)
		})
	}
}

// loadBehaviour reads an archive.
func loadBehaviour(t *testing.T, file string) *behaviour {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	files, lines := map[string][]byte{}, archiveLines(data)
	for i, f := range txtar.Parse(data).Files {
		if !slices.Contains([]string{"schema.sql", "pgtrigger.toml", "since", "roles", "diagnostics", "setup.sql", "steps"}, f.Name) {
			t.Fatalf("%s:%d: no use for a file %s", file, lines[i].at-1, f.Name)
		}
		if lines[i].name != f.Name {
			t.Fatalf("%s: lines of %s taken for those of %s", file, lines[i].name, f.Name)
		}
		files[f.Name] = f.Data
	}
	line := func(name string) int {
		for _, l := range lines {
			if l.name == name {
				return l.at
			}
		}
		t.Fatalf("%s: no file %s", file, name)
		return 0
	}
	steps, err := parseSteps(string(files["steps"]), line("steps"))
	if err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	line("schema.sql")
	if since := strings.TrimSpace(string(files["since"])); since != "" {
		if major, err := strconv.Atoi(since); err != nil {
			t.Fatalf("%s: since: %v", file, err)
		} else if pgtest.Major(t) < major {
			t.Skipf("it needs Postgres %d", major)
		}
	}
	b := &behaviour{
		file:   file,
		schema: fstest.MapFS{"schema.sql": {Data: files["schema.sql"]}},
		roles:  strings.Fields(string(files["roles"])),
		setup:  string(files["setup.sql"]),
		steps:  steps,
	}
	if toml, ok := files["pgtrigger.toml"]; ok {
		b.config = string(toml)
	}
	if want, ok := files["diagnostics"]; ok {
		text := string(want)
		b.diagnostics = &text
	}
	return b
}

// A behaviour is a schema and what it must do once its triggers are installed.
type behaviour struct {
	file        string // where the steps are
	schema      fs.FS  // the .sql files at its root, in the order of their names
	config      string // a pgtrigger.toml; "" for the defaults
	roles       []string
	setup       string
	diagnostics *string // nil: no errors
	steps       []step

	triggers, runtime string // Go that came out, once it is compiled
}

func (b *behaviour) run(t *testing.T) {
	install, uninstall := b.compile(t)
	if t.Failed() {
		return
	}

	createRoles(t, b.roles)
	dsn := pgtest.DB(t)
	main := connectStrict(t, dsn)
	loadSchema(t, main, b.schema)
	mustRun(t, main, b.setup)
	before := objects(t, main)
	// psql -1: the tool's own words are not BEGIN and COMMIT.
	mustRun(t, main, "BEGIN;\n"+install+"\n;COMMIT")
	once := objects(t, main)
	mustRun(t, main, "BEGIN;\n"+install+"\n;COMMIT")
	if diff := diffObjects(once, objects(t, main)); diff != "" {
		t.Errorf("installing again changes\n%s", diff)
	}
	verifyGenerated(t, main, b.triggers, b.runtime)

	r := runner{t: t, file: b.file, dsn: dsn, conns: map[string]*pgconn.PgConn{"main": main}, current: "main"}
	later := false // than the server
	for _, s := range b.steps {
		if s.word == "since" {
			major, _ := strconv.Atoi(s.args[0])
			later = major > pgtest.Major(t)
		} else if !later {
			r.run(s)
		}
	}
	if len(r.scopes) > 0 {
		t.Errorf("%s: an ignore is not ended", b.file)
	}

	conn := connectStrict(t, dsn)
	mustRun(t, conn, "BEGIN;\n"+uninstall+"\n;COMMIT")
	for _, o := range objects(t, conn) {
		if o.mark || !slices.ContainsFunc(before, func(b object) bool { return b.name == o.name }) {
			t.Errorf("left after uninstall: %s\n%s", o.name, o.def)
		}
	}
}

// loadSchema runs the .sql files as psql -1 does.
func loadSchema(t *testing.T, conn *pgconn.PgConn, schema fs.FS) {
	t.Helper()
	files, err := fs.Glob(schema, "*.sql")
	if err != nil {
		t.Fatal(err)
	}
	if len(files) == 0 {
		t.Fatal("no schema")
	}
	mustRun(t, conn, "BEGIN")
	for _, file := range files {
		text, err := fs.ReadFile(schema, file)
		if err != nil {
			t.Fatal(err)
		}
		mustRun(t, conn, string(text))
	}
	mustRun(t, conn, "COMMIT")
}

// compile returns the install and uninstall SQL, and fails the test on
// diagnostics that are not expected.
func (b *behaviour) compile(t *testing.T) (install, uninstall string) {
	t.Helper()
	report := &diag.Report{}
	var cfg config.Config
	if b.config != "" {
		list := config.Parse(source.NewFile("pgtrigger.toml", b.config), report)
		if len(list) != 1 || report.HasErrors() {
			t.Fatalf("pgtrigger.toml:\n%s", diagnostics(t, report))
		}
		cfg = list[0]
	}
	cfg.Postgres = pgtest.Major(t)
	cfg.Schema = []string{"*.sql"}
	cfg.SQL = config.SQL{Install: "install.sql", Uninstall: "uninstall.sql"}
	cfg.Go = config.Go{Out: "triggers", Package: "triggers", Driver: "database/sql"}
	result, err := compile.Compile(b.schema, cfg, report)
	if err != nil {
		t.Fatal(err)
	}
	if b.diagnostics != nil {
		if got := diagnosticLines(report); got != *b.diagnostics {
			t.Errorf("diagnostics\n%s\nwant\n%s", got, *b.diagnostics)
		}
	}
	if report.HasErrors() {
		t.Fatalf("it does not compile:\n%s", diagnostics(t, report))
	}
	outputs := map[string]string{}
	for _, o := range result.Outputs {
		outputs[o.Path] = string(o.Data)
	}
	for _, path := range []string{"install.sql", "uninstall.sql"} {
		if outputs[path] == "" {
			t.Fatalf("no output %s", path)
		}
	}
	b.triggers, b.runtime = outputs["triggers/triggers.go"], outputs["triggers/trigc.go"]
	return outputs["install.sql"], outputs["uninstall.sql"]
}

func diagnostics(t *testing.T, r *diag.Report) string {
	t.Helper()
	var b bytes.Buffer
	if err := diag.Text(&b, r.Sorted(), diag.TextOptions{}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func diagnosticLines(r *diag.Report) string {
	var b strings.Builder
	for _, d := range r.Sorted() {
		place := "-"
		if !d.Span.IsZero() {
			pos := d.Span.Pos()
			place = fmt.Sprintf("%s:%d:%d", d.Span.Path(), pos.Line, pos.Column)
		}
		fmt.Fprintf(&b, "%s: %s[%s]: %s\n", place, d.Severity, d.Code, d.Message)
	}
	return b.String()
}

// connectStrict is connect to a session that waits for nobody for long: a step
// that is blocked by another session's transaction is a mistake.
func connectStrict(t *testing.T, dsn string) *pgconn.PgConn {
	conn := connect(t, dsn)
	mustRun(t, conn, "SET lock_timeout = '5s'; SET statement_timeout = '60s'; SET client_min_messages = warning")
	return conn
}

// createRoles makes roles, which belong to the server and not to a database.
func createRoles(t *testing.T, names []string) {
	if len(names) == 0 {
		return
	}
	admin := connect(t, pgtest.Admin())
	for _, name := range names {
		mustRun(t, admin, "CREATE ROLE "+pgname.Quote(name))
		// After the database is dropped, which has privileges of the role:
		// this cleanup is registered before.
		t.Cleanup(func() {
			conn := connect(t, pgtest.Admin())
			mustRun(t, conn, "DROP ROLE "+pgname.Quote(name))
			conn.Close(context.Background())
		})
	}
}

// An object is a trigger or a function of the database.
type object struct {
	name string
	def  string // with its comment, and of a trigger its state
	mark bool   // the comment or the definition is trigc's
}

func objects(t *testing.T, conn *pgconn.PgConn) []object {
	t.Helper()
	results := mustRun(t, conn, `
		SELECT name, def, coalesce(def ~ 'trigc:|pgtrigger\.', false) FROM (
			SELECT format('trigger %I on %s', tgname, tgrelid::regclass) AS name,
				concat_ws(E'\n', pg_get_triggerdef(oid), 'enabled: ' || tgenabled::text,
					'comment: ' || regexp_replace(obj_description(oid, 'pg_trigger'), '/[0-9]+/', '/OID/')) AS def
			FROM pg_trigger WHERE NOT tgisinternal
			UNION ALL
			SELECT 'function ' || oid::regprocedure,
				concat_ws(E'\n', pg_get_functiondef(oid), 'comment: ' || obj_description(oid, 'pg_proc'))
			FROM pg_proc WHERE prokind IN ('f', 'p')
			AND pronamespace NOT IN ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
		) AS o ORDER BY 1`)
	var list []object
	for _, row := range results[len(results)-1].Rows {
		list = append(list, object{string(row[0]), string(row[1]), string(row[2]) == "t"})
	}
	return list
}

func diffObjects(before, after []object) string {
	var b strings.Builder
	for _, o := range before {
		if !slices.Contains(after, o) {
			fmt.Fprintf(&b, "- %s\n%s\n", o.name, o.def)
		}
	}
	for _, o := range after {
		if !slices.Contains(before, o) {
			fmt.Fprintf(&b, "+ %s\n%s\n", o.name, o.def)
		}
	}
	return b.String()
}

// A runner runs the steps of an archive.
type runner struct {
	t       *testing.T
	file    string
	dsn     string
	conns   map[string]*pgconn.PgConn
	current string
	scopes  []scope
}

// A scope is an open ignore.
type scope struct {
	conn   string
	keys   []string
	former []string
}

func (r *runner) run(s step) {
	r.t.Helper()
	conn := r.conns[r.current]
	switch s.word {
	case "exec":
		results, pgErr := run(r.t, conn, s.sql)
		r.outcome(s, s.sql, results, pgErr)
	case "begin", "commit", "rollback":
		if !s.given {
			s.want = []string{"ok"}
		}
		results, pgErr := run(r.t, conn, s.word)
		// The server rolls back a failed transaction when told to commit it,
		// and says so in its tag alone.
		if tag := tagOf(results); s.word == "commit" && pgErr == nil && tag != "COMMIT" {
			r.t.Errorf("%s:%d: commit was answered with %s", r.file, s.line, tag)
		}
		r.outcome(s, s.word, results, pgErr)
	case "query":
		results, pgErr := run(r.t, conn, s.sql)
		if pgErr != nil {
			r.t.Errorf("%s:%d: %s\n+ ERROR %s: %s%s", r.file, s.line, s.sql, pgErr.Code, pgErr.Message, where(s.sql, pgErr))
		} else if diff := rowsDiffer(s.want, results); diff != nil {
			r.t.Errorf("%s:%d: %s\n%s", r.file, s.line, s.sql, strings.Join(diff, "\n"))
		}
	case "conn":
		name := s.args[0]
		if r.conns[name] == nil {
			r.conns[name] = connectStrict(r.t, r.dsn)
		}
		r.current = name
	case "ignore":
		r.ignore(s)
	case "end":
		r.end(s)
	default:
		panic("e2e: step " + s.word)
	}
}

func tagOf(results []*pgconn.Result) string {
	if len(results) == 0 {
		return ""
	}
	return results[len(results)-1].CommandTag.String()
}

func (r *runner) outcome(s step, sql string, results []*pgconn.Result, pgErr *pgconn.PgError) {
	r.t.Helper()
	want, err := parseOutcome(s.want)
	if err != nil {
		panic(err) // parseSteps has seen it
	}
	if diff := want.differs(results, pgErr); diff != nil {
		r.t.Errorf("%s:%d: %s\n%s", r.file, s.line, sql, strings.Join(diff, "\n"))
	}
}

// ignore sets the settings as any client can: what generated Go does must
// work with nothing else.
func (r *runner) ignore(s step) {
	r.t.Helper()
	sc := scope{conn: r.current}
	for _, arg := range s.args {
		parts := splitName(arg)
		if len(parts) != 3 {
			r.t.Fatalf("%s:%d: %s is not schema.table.trigger", r.file, s.line, arg)
		}
		key := pgname.SettingKey(parts[0], parts[1], parts[2])
		results := mustRun(r.t, r.conns[r.current], fmt.Sprintf(
			"SELECT current_setting(%[1]s, true), set_config(%[1]s, 'ignore', false)", pgname.Literal(key)))
		sc.keys = append(sc.keys, key)
		sc.former = append(sc.former, string(results[0].Rows[0][0])) // NULL and '' are both unset
	}
	r.scopes = append(r.scopes, sc)
}

func (r *runner) end(s step) {
	r.t.Helper()
	if len(r.scopes) == 0 {
		r.t.Fatalf("%s:%d: end without ignore", r.file, s.line)
	}
	sc := r.scopes[len(r.scopes)-1]
	r.scopes = r.scopes[:len(r.scopes)-1]
	for i, key := range sc.keys {
		mustRun(r.t, r.conns[sc.conn], fmt.Sprintf("SELECT set_config(%s, %s, false)", pgname.Literal(key), pgname.Literal(sc.former[i])))
	}
}

var namePart = regexp.MustCompile(`"((?:[^"]|"")*)"|[^."]+`)

// splitName splits a qualified name at the dots outside quotes.
func splitName(s string) []string {
	var parts []string
	for _, m := range namePart.FindAllStringSubmatch(s, -1) {
		if strings.HasPrefix(m[0], `"`) {
			parts = append(parts, strings.ReplaceAll(m[1], `""`, `"`))
		} else {
			parts = append(parts, m[0])
		}
	}
	return parts
}

// A fileLine is where in an archive the first line of a file stands.
type fileLine struct {
	name string
	at   int
}

var archiveMarker = regexp.MustCompile(`^-- (\S.*\S|\S) --$`)

func archiveLines(data []byte) []fileLine {
	var list []fileLine
	for i, line := range strings.Split(string(data), "\n") {
		if m := archiveMarker.FindStringSubmatch(strings.TrimRight(line, " \r")); m != nil {
			list = append(list, fileLine{m[1], i + 2})
		}
	}
	return list
}

func TestSplitName(t *testing.T) {
	for s, want := range map[string][]string{
		"public.t.x":              {"public", "t", "x"},
		`shop."TaxRate"."a.b""c"`: {"shop", "TaxRate", `a.b"c`},
	} {
		if got := splitName(s); !slices.Equal(got, want) {
			t.Errorf("splitName(%s) = %q, want %q", s, got, want)
		}
	}
}
