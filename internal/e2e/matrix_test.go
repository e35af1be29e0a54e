package e2e

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/jackc/pgx/v5/pgconn"

	"github.com/trigc/trigc/internal/compile"
	"github.com/trigc/trigc/internal/config"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/pgname"
	"github.com/trigc/trigc/internal/pgtest"
)

var (
	update = flag.Bool("update", false, "rewrite the list of what the matrix refuses, and fail")
	whole  = flag.Bool("whole", false, "try each directive of the matrix at each shape")
)

// TestMatrix puts every kind of directive at every shape of table.
//
// What trigc refuses is listed in testdata/matrix/refused.txt. For the rest:
// it installs under any settings, again with the same result, and is removed
// without a trace. With all directives of a table ignored, statements do what
// they do at a twin without triggers. With one that is not ignored, each
// statement does well or is refused by that guard, and one of them at least
// shows that the trigger is there.
func TestMatrix(t *testing.T) {
	shapes := matrixShapes()
	for n := range shapes {
		for what, version := range lacksBefore {
			if pgtest.Major(t) < version {
				shapes[n].lacks += " " + what
			}
		}
	}
	m := newMatrix(shapes)
	m.refuse(t)
	if t.Failed() {
		return
	}
	if !*whole {
		m.sample()
	}
	// Not all at once: a transaction can hold so many locks only.
	for len(m.instances) > 0 {
		n := min(50, len(m.instances))
		for n < len(m.instances) && m.instances[n].shape == m.instances[n-1].shape {
			n++
		}
		part := &matrix{instances: m.instances[:n]}
		m.instances = m.instances[n:]
		t.Run(part.instances[0].shape.name, func(t *testing.T) {
			t.Parallel()
			part.run(t)
		})
	}
}

// lacksBefore are statements that versions before one do not have.
var lacksBefore = map[string]int{"merge": 15}

// sample leaves at most tables those directives that look at whole rows, and an
// eighth of the others; -whole tries them all.
func (m *matrix) sample() {
	var list []*instance
	for n, i := range m.instances {
		kept, at := i.directives[:0], 0
		for _, d := range i.directives {
			at++
			if !i.shape.sample || keyed(d) || (at+n)%8 == 0 {
				kept = append(kept, d)
			}
		}
		i.directives = kept
		// What is left of the parts of a group has room in one.
		if last := len(list) - 1; last >= 0 && i.shape.sample && list[last].group == i.group && list[last].shape == i.shape {
			list[last].directives = append(list[last].directives, kept...)
		} else if len(kept) > 0 {
			list = append(list, i)
		}
	}
	m.instances = list
}

// run installs the directives, tries them, and removes them.
func (m *matrix) run(t *testing.T) {
	dsn := pgtest.DB(t)
	conn := connectStrict(t, dsn)
	m.available(t, conn)
	install, uninstall := scripts(t, m.common()+m.text())
	m.load(t, conn, dsn)
	m.installs(t, conn, install, uninstall)
	for _, i := range m.instances {
		t.Run(i.name(), func(t *testing.T) { i.try(t, connectStrict(t, dsn)) })
	}
	mustRun(t, conn, "BEGIN;"+uninstall+";COMMIT")
	for _, o := range objects(t, conn) {
		if o.mark {
			t.Errorf("left after uninstall: %s", o.name)
		}
	}
}

// A matrix is tables with the directives that stand at them.
type matrix struct{ instances []*instance }

// An instance is a table of a shape with a group of directives.
type instance struct {
	*shape
	group      string
	schema     string
	directives []string // with holes
	// warned are directives of which trigc says that they can take an inserted
	// row to another partition, which Postgres refuses.
	warned map[string]bool
}

// tableSize is how many directives stand at one table: what a statement costs
// grows with its triggers.
const tableSize = 14

func newMatrix(shapes []shape) *matrix {
	m := &matrix{}
	for n := range shapes {
		s := &shapes[n]
		s.twin = fmt.Sprint("twin_", n+1)
		for _, g := range matrixGroups {
			var list []string
			for _, d := range g.directives {
				if !s.few || keyed(d) || *whole {
					list = append(list, d)
				}
			}
			for n, x := range s.more {
				fill := strings.NewReplacer("#", fmt.Sprint(n+1), "{x}", quoteName(x.name), "{x1}", x.one, "{x2}", x.two,
					"{s1}", x.states[0], "{s2}", x.states[1])
				for _, d := range columnDirectives[g.schema] {
					if (x.states[0] != "" || !strings.Contains(d, "{s1}")) && (x.typ == "tsvector" || !strings.HasPrefix(d, "searchvector")) {
						list = append(list, fill.Replace(d))
					}
				}
			}
			part := 0
			for some := range slices.Chunk(list, tableSize) {
				part++
				m.instances = append(m.instances, &instance{
					shape: s, group: g.schema, schema: fmt.Sprintf("%s%d_%d", g.schema, n+1, part), directives: some,
				})
			}
		}
	}
	return m
}

// keyed reports whether a directive looks at whole rows, whatever columns they
// have.
func keyed(d string) bool {
	switch directiveName(d) {
	case "p_changed", "p_all", "r_all", "r_stmt_all", "h_all", "h_row", "h_both", "run_filter", "n_filter", "c_all", "a_defer_exists", "t_changed", "touch_at", "v_b", "sd_b", "n_upd":
		return true
	}
	return false
}

func (i *instance) name() string { return i.shape.name + " in " + i.schema }

// counts reports whether a directive keeps counters, which are in a table of
// the name of the schema.
func (i *instance) counts() bool {
	return slices.ContainsFunc(i.directives, func(d string) bool { return strings.HasPrefix(d, "count ") })
}

var directiveHead = regexp.MustCompile(`^\w+ ("(?:[^"]|"")*"|\S+)`)

// directiveName returns the name of a directive.
func directiveName(d string) string {
	name := directiveHead.FindStringSubmatch(d)[1]
	if strings.HasPrefix(name, `"`) {
		name = strings.ReplaceAll(name[1:len(name)-1], `""`, `"`)
	}
	return name
}

// common is what all tables need.
func (m *matrix) common() string {
	var b strings.Builder
	if m.needs("citext") {
		b.WriteString("CREATE SCHEMA ext;\nCREATE EXTENSION citext SCHEMA ext;\n")
	}
	if m.needs("postgres_fdw") {
		b.WriteString("CREATE EXTENSION postgres_fdw;\nCREATE SERVER loopback FOREIGN DATA WRAPPER postgres_fdw;\n")
	}
	b.WriteString(matrixTypes)
	return b.String()
}

// text is the tables with their directives.
func (m *matrix) text() string {
	var b strings.Builder
	for n, i := range m.instances {
		create := func(schema, directives string) {
			b.WriteString("CREATE SCHEMA " + quoteName(schema) + ";\n" + i.render(i.ddl, schema, directives) + "\n")
		}
		if n == 0 || m.instances[n-1].shape != i.shape {
			create(i.twin, "")
		}
		var list strings.Builder
		if i.counts() {
			b.WriteString(i.render("CREATE TABLE counts.{s} (id int PRIMARY KEY, n1 int, \"N 2\" int);\n", i.schema, ""))
		}
		for _, d := range i.directives {
			list.WriteString("-- pgtrigger: " + i.render(d, i.schema, "") + "\n")
		}
		create(i.schema, list.String())
	}
	return b.String()
}

// needs reports whether a shape needs an extension.
func (m *matrix) needs(extension string) bool {
	return slices.ContainsFunc(m.instances, func(i *instance) bool { return slices.Contains(i.shape.needs, extension) })
}

// available drops the shapes for which the server has no extension, and fails
// the test: contrib belongs to a server for tests.
func (m *matrix) available(t *testing.T, conn *pgconn.PgConn) {
	have := map[string]bool{}
	for _, row := range mustRun(t, conn, "SELECT name FROM pg_available_extensions")[0].Rows {
		have[string(row[0])] = true
	}
	m.instances = slices.DeleteFunc(m.instances, func(i *instance) bool {
		for _, e := range i.shape.needs {
			if !have[e] {
				t.Errorf("NOT TESTED: %s: this server has no extension %s; install contrib", i.name(), e)
				return true
			}
		}
		return false
	})
}

// refuse takes out the directives that trigc refuses, and compares what it
// says of them with the list.
func (m *matrix) refuse(t *testing.T) {
	text := m.common() + m.text()
	type at struct {
		instance  *instance
		directive string
	}
	lineOf := map[int]at{}
	next := 0 // the instance whose directives come next
	var left []string
	for n, line := range strings.Split(text, "\n") {
		d, ok := strings.CutPrefix(line, "-- pgtrigger: ")
		if !ok {
			continue
		}
		for len(left) == 0 {
			left = m.instances[next].directives
			next++
		}
		i := m.instances[next-1]
		if want := i.render(left[0], i.schema, ""); d != want {
			t.Fatalf("line %d is %s, not %s", n+1, d, want)
		}
		lineOf[n+1] = at{i, left[0]}
		left = left[1:]
	}
	report := &diag.Report{}
	fsys := fstest.MapFS{"schema.sql": {Data: []byte(text)}}
	if _, err := compile.Compile(fsys, config.Config{Postgres: pgtest.Major(t), Schema: []string{"schema.sql"}}, report); err != nil {
		t.Fatal(err)
	}
	found := map[string]map[string][]string{} // finding, directive, shapes
	for _, d := range report.Sorted() {
		if d.Severity != diag.Error && d.Code != "partition-key" {
			continue
		}
		line := 0
		if !d.Span.IsZero() {
			line = d.Span.Pos().Line
		}
		a, ok := lineOf[line]
		if !ok {
			t.Errorf("schema.sql:%d: %s[%s]: %s\n%s", line, d.Severity, d.Code, d.Message, strings.Split(text, "\n")[max(line-1, 0)])
			continue
		}
		if d.Severity != diag.Error {
			if a.instance.warned == nil {
				a.instance.warned = map[string]bool{}
			}
			a.instance.warned[a.directive] = true
			continue
		}
		finding := string(d.Code) + " " + d.SQLState + ": " + unnamed(a.instance, d.Message)
		if d.Help != "" {
			finding += " => " + unnamed(a.instance, d.Help)
		}
		name := directiveName(a.directive)
		if found[finding] == nil {
			found[finding] = map[string][]string{}
		}
		if s := found[finding][name]; len(s) == 0 || s[len(s)-1] != a.instance.shape.name {
			found[finding][name] = append(s, a.instance.shape.name)
		}
		a.instance.directives = slices.DeleteFunc(a.instance.directives, func(o string) bool { return o == a.directive })
	}
	var b strings.Builder
	for _, finding := range slices.Sorted(maps.Keys(found)) {
		b.WriteString(finding + "\n")
		for _, name := range slices.Sorted(maps.Keys(found[finding])) {
			b.WriteString("\t" + name + ": " + strings.Join(found[finding][name], ", ") + "\n")
		}
	}
	compareFile(t, filepath.Join(testdata, "matrix", "refused.txt"), b.String(), refusedBefore)
}

// refusedBefore are findings that only versions before one have.
var refusedBefore = map[string]int{
	"wrong-relation 42809: a foreign table has no TRUNCATE triggers before Postgres 16, and … is one": 16,
}

// unnamed replaces the names of an instance in a message, so that findings
// about different tables are one.
func unnamed(i *instance, message string) string {
	for _, n := range append([]string{i.table}, i.columns[:]...) {
		message = strings.ReplaceAll(message, fmt.Sprintf("%q", n), "…")
		message = strings.ReplaceAll(message, "\""+n+"\"", "…")
	}
	return message
}

// compareFile compares findings with a file, and writes them there with -update.
// A finding is a line and those behind it that begin with a tab. Those of before
// are in the file, and not what the version of the server or a later one has.
func compareFile(t *testing.T, path, got string, before map[string]int) {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil && !*update {
		t.Error(err)
	}
	var want []byte
	left, gone := 0, false
	for line := range bytes.Lines(text) {
		if line[0] != '\t' {
			until, ok := before[string(bytes.TrimSuffix(line, []byte("\n")))]
			if gone = ok && pgtest.Major(t) >= until; gone {
				left++
			}
		}
		if !gone {
			want = append(want, line...)
		}
	}
	if got == string(want) {
		return
	}
	if *update && left > 0 {
		t.Fatalf("%s differs; -update needs an older server, which has all that is in it", path)
	}
	t.Errorf("%s differs; run with -update, and judge each line", path)
	for _, line := range strings.Split(got, "\n") {
		if !bytes.Contains(want, []byte(line+"\n")) {
			t.Logf("+ %s", line)
		}
	}
	if *update {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// load makes the tables and their rows.
func (m *matrix) load(t *testing.T, conn *pgconn.PgConn, dsn string) {
	mustRun(t, conn, m.common()+m.text()+probe+"INSERT INTO elsewhere.other SELECT i, i * 10 FROM generate_series(1, 20) i")
	if m.needs("postgres_fdw") {
		cfg, err := pgconn.ParseConfig(dsn)
		if err != nil {
			t.Fatal(err)
		}
		mustRun(t, conn, fmt.Sprintf("ALTER SERVER loopback OPTIONS (ADD host %s, ADD port '%d', ADD dbname %s);"+
			"CREATE USER MAPPING FOR CURRENT_USER SERVER loopback OPTIONS (user %s, password %s)",
			pgname.Literal(cfg.Host), cfg.Port, pgname.Literal(cfg.Database), pgname.Literal(cfg.User), pgname.Literal(cfg.Password)))
	}
	for n, i := range m.instances {
		if i.counts() {
			mustRun(t, conn, i.render("INSERT INTO counts.{s} SELECT i, 100, 100 FROM generate_series(-1, 20) AS i", i.schema, ""))
		}
		mustRun(t, conn, i.render(i.rows(), i.schema, ""))
		if n == 0 || m.instances[n-1].shape != i.shape {
			mustRun(t, conn, i.render(i.rows(), i.twin, ""))
		}
	}
}

// installs installs under different settings, removes and installs again.
func (m *matrix) installs(t *testing.T, conn *pgconn.PgConn, install, uninstall string) {
	before := objects(t, conn)
	var first []object
	install = "BEGIN;" + install + ";COMMIT"
	for n, settings := range []string{
		"SET standard_conforming_strings = on",
		"SET standard_conforming_strings = on",
		"SET search_path = ''; SET standard_conforming_strings = off; SET backslash_quote = on; SET escape_string_warning = off; SET quote_all_identifiers = on",
	} {
		mustRun(t, conn, settings)
		mustRun(t, conn, install)
		mustRun(t, conn, "RESET ALL; SET client_min_messages = warning")
		got := objects(t, conn)
		if first == nil {
			first = got
		} else if diff := diffObjects(first, got); diff != "" {
			t.Errorf("under %s it installs\n%s", settings, diff)
		}
		if n == 1 {
			mustRun(t, conn, "BEGIN;"+uninstall+";COMMIT; RESET ALL; SET client_min_messages = warning")
			if diff := diffObjects(before, objects(t, conn)); diff != "" {
				t.Errorf("uninstall leaves\n%s", diff)
			}
		}
	}
}

// probe runs statements one after another, and tells what came of each.
const probe = `
CREATE FUNCTION elsewhere.probe(list text[]) RETURNS SETOF text LANGUAGE plpgsql AS $$
DECLARE
  s text;
  n bigint;
  st text; con text; msg text; ctx text;
BEGIN
  FOREACH s IN ARRAY list LOOP
    BEGIN
      EXECUTE s;
      GET DIAGNOSTICS n = ROW_COUNT;
      SET CONSTRAINTS ALL IMMEDIATE;
      SET CONSTRAINTS ALL DEFERRED;
      RETURN NEXT 'ok ' || n;
    EXCEPTION WHEN OTHERS THEN
      GET STACKED DIAGNOSTICS st = RETURNED_SQLSTATE, con = CONSTRAINT_NAME, msg = MESSAGE_TEXT, ctx = PG_EXCEPTION_CONTEXT;
      RETURN NEXT concat_ws(E'\x01', st, con, msg, ctx);
    END;
  END LOOP;
END $$;
CREATE FUNCTION elsewhere.digest(place text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE r record; line text; sum text;
BEGIN
  FOR r IN SELECT c.oid, c.relname FROM pg_class c
      WHERE relnamespace = (SELECT n.oid FROM pg_namespace n WHERE nspname = place) AND relkind IN ('r', 'f')
      UNION ALL VALUES ('elsewhere.log'::regclass, 'log') ORDER BY 2 LOOP
    EXECUTE format('SELECT string_agg(%L || x, E''\n'' ORDER BY x COLLATE "C") FROM (SELECT t::text AS x FROM ONLY %s AS t) AS s',
      r.relname || ': ', r.oid::regclass) INTO line;
    sum := concat_ws(E'\n', NULLIF(sum, ''), line);
  END LOOP;
  IF to_regclass(format('counts.%I', place)) IS NOT NULL THEN
    EXECUTE format('SELECT string_agg(t::text, E''\n'' ORDER BY t) FROM counts.%I AS t WHERE n1 <> 100 OR "N 2" <> 100', place) INTO line;
    sum := concat_ws(E'\n', sum, line);
  END IF;
  RETURN sum;
END $$;
`

// An attempt is what came of a list of statements.
type attempt struct {
	results []result
	rows    []string // of all tables, before and after the last rows are removed
}

// A result is what came of a statement.
type result struct{ text, state, constraint string }

// attempt runs the statements of the shape at the table of a schema, in a
// transaction that is rolled back.
func (i *instance) attempt(t *testing.T, conn *pgconn.PgConn, schema, before string, copied []byte) attempt {
	t.Helper()
	ctx := context.Background()
	probe := func(statements []string) string {
		list := make([]string, len(statements))
		for n, s := range statements {
			list[n] = pgname.Literal(i.render(s, schema, ""))
		}
		return "SELECT elsewhere.probe(ARRAY[" + strings.Join(list, ",\n") + "])"
	}
	digest := "SELECT elsewhere.digest(" + pgname.Literal(schema) + ")"
	keep, remove := i.statements()
	sequences := "SELECT setval(c.oid, 100, false) FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace WHERE relkind = 'S' AND nspname = " + pgname.Literal(schema)
	mustRun(t, conn, "BEGIN;"+before+sequences) // these are not rolled back
	defer mustRun(t, conn, "ROLLBACK")
	results := mustRun(t, conn, probe(keep)+";"+digest+";"+probe(remove)+";"+digest)
	var a attempt
	for n, r := range results {
		for _, row := range r.Rows {
			if n%2 == 1 {
				a.rows = append(a.rows, string(row[0]))
			} else {
				a.results = append(a.results, parseResult(string(row[0])))
			}
		}
	}
	if copied != nil {
		mustRun(t, conn, "SAVEPOINT s")
		_, err := conn.CopyFrom(ctx, bytes.NewReader(copied), i.render("COPY {t} ("+i.columnList()+") FROM STDIN", schema, ""))
		if err == nil {
			_, err = conn.Exec(ctx, "SET CONSTRAINTS ALL IMMEDIATE").ReadAll()
		}
		r := result{text: "ok"}
		if err != nil {
			pgErr, ok := err.(*pgconn.PgError)
			if !ok {
				t.Fatal(err)
			}
			r = result{text: pgErr.Message + "\n" + pgErr.Where, state: pgErr.Code, constraint: pgErr.ConstraintName}
			mustRun(t, conn, "ROLLBACK TO s")
		}
		a.results = append(a.results, r)
	}
	return a
}

func parseResult(text string) result {
	if strings.HasPrefix(text, "ok ") {
		return result{text: text}
	}
	f := strings.SplitN(text, "\x01", 4)
	return result{state: f[0], constraint: f[1], text: f[2] + "\n" + f[3]}
}

// guards are the kinds that refuse, with the SQLSTATE.
var guards = map[string]string{"protect": "23001", "readonly": "23514", "fsm": "23514", "version": "23514", "assert": "23514"}

func (i *instance) try(t *testing.T, conn *pgconn.PgConn) {
	set := func(d, value string, local bool) string {
		return fmt.Sprintf("SELECT set_config(%s, '%s', %t);", pgname.Literal(pgname.SettingKey(i.schema, i.table, directiveName(d))), value, local)
	}
	never := func(d string) bool { return strings.Contains(d, "not ignorable") }
	for _, d := range i.directives {
		mustRun(t, conn, set(d, "ignore", false))
	}
	mustRun(t, conn, "SET search_path = ''; SET statement_timeout = '20s'; SET standard_conforming_strings = off; SET escape_string_warning = off; SET transform_null_equals = on; SET DateStyle = 'SQL, DMY'")
	// Rows for COPY, as the twin writes its own.
	mustRun(t, conn, i.render("BEGIN; DELETE FROM {t} WHERE {id} <> "+i.id(5)+"; UPDATE {t} SET {id} = "+i.id(30), i.twin, ""))
	var rows bytes.Buffer
	if _, err := conn.CopyTo(context.Background(), &rows, i.render("COPY (SELECT "+i.columnList()+" FROM {t}) TO STDOUT", i.twin, "")); err != nil {
		t.Fatal(err)
	}
	mustRun(t, conn, "ROLLBACK")

	want := i.attempt(t, conn, i.twin, "", rows.Bytes())
	for n, r := range want.results {
		if r.state != "" {
			t.Errorf("the twin: %s\n%s %s", i.statement(n), r.state, r.text)
		}
	}
	if !slices.ContainsFunc(i.directives, never) {
		got := i.attempt(t, conn, i.schema, "", rows.Bytes())
		for n, r := range got.results {
			if r.text != want.results[n].text && want.results[n].state == "" {
				t.Errorf("ignored: %s\ngot %s %s, want %s", i.statement(n), r.state, r.text, want.results[n].text)
			}
		}
		for n, rows := range got.rows {
			if diff := rowsDiff(rows, want.rows[n]); diff != "" {
				t.Errorf("ignored, the rows are not those of the twin:\n%s", diff)
			}
		}
	}
	for _, d := range i.directives {
		kind, _, _ := strings.Cut(d, " ")
		name := directiveName(d)
		before := set(d, "", true)
		if strings.Contains(d, "enable replica") {
			before += "SET LOCAL session_replication_role = replica;"
		}
		got := i.attempt(t, conn, i.schema, before, rows.Bytes())
		shown := rowsDiff(got.rows[0], want.rows[0])+rowsDiff(got.rows[1], want.rows[1]) != ""
		for n, r := range got.results {
			if r.state == "" {
				shown = shown || r.text != want.results[n].text
				continue
			}
			state := guards[kind]
			if strings.Contains(d, "errcode 'P0TST'") {
				state = "P0TST"
			}
			if refused := state != "" && r.state == state && r.constraint == name; !refused && !(i.warned[d] && r.state == "0A000") {
				t.Errorf("%s: %s\n%s %s: %s", i.render(d, i.schema, ""), i.statement(n), r.state, r.constraint, r.text)
			}
			shown = true
		}
		if shown == (quiet[name] || truncating[name] && strings.Contains(i.lacks, "truncate")) {
			t.Errorf("%s: it shows: %t", d, shown)
		}
	}
}

func (i *instance) statement(n int) string {
	keep, remove := i.statements()
	if list := append(keep, remove...); n < len(list) {
		return i.render(list[n], i.schema, "")
	}
	return "COPY"
}

// rowsDiff returns how rows differ.
func rowsDiff(got, want string) string {
	if got == want {
		return ""
	}
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	var b strings.Builder
	for _, line := range g {
		if !slices.Contains(w, line) {
			b.WriteString("+ " + line + "\n")
		}
	}
	for _, line := range w {
		if !slices.Contains(g, line) {
			b.WriteString("- " + line + "\n")
		}
	}
	return b.String() + "."
}
