package e2e

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/jackc/pgx/v5/pgconn"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/compile"
	"github.com/trigc/trigc/internal/config"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/pgtest"
	"github.com/trigc/trigc/internal/source"
	"github.com/trigc/trigc/parser"
)

// plpgsqlCheckOnly are errors of plpgsql_check that trigc does not find, by
// fixture and message, and why that is right.
var plpgsqlCheckOnly = map[string]string{
	"461_ok_return_wrong_shape_statement: returned record type does not match expected record type": "what a trigger for each statement returns is not looked at",
	`483_ok_shared_function_guarded: record "new" has no field "b"`:                                 "the branch is for another table",
	`unknown-column: record "new" has no field "title"`:                                             "the branch is for another table",
	`unknown-table: relation "expected" does not exist`:                                             "the handler is there for it",
	`unknown-table: record "new" has no field "zz"`:                                                 "it has, in another table, and the handler is there for it",
	`633_temp_table_created_in_body: relation "seen" does not exist`:                                "the body makes it",
	"division-by-zero: division by zero":                                                            "the value before it keeps it from being reached",
	`record-unassigned: record "r" has no field "a"`:                                                "it has, on one of the ways there",
	`unknown-column: relation "items_log" does not exist`:                                           "a directive makes it",
	`unknown-table: relation "count" does not exist`:                                                "the body may make it",
	`unknown-column: record "r" is not assigned yet`:                                                "the query of its cursor fails, which is said",
	`unknown-column: record "r" has no field "at"`:                                                  "it has, on one of the ways there",
	"unknown-column: returned record type does not match expected record type":                      "NEW has its own type on one of the ways there",
	`decl_record: record "r" is not assigned to tuple structure`:                                    "it is, further down",
	"for_query_into: expression does not return data":                                               "INTO in the query of a loop is not looked at",
	"do: returned row from not a CallStmt":                                                          "plpgsql_check does not know DO",
	`read-only: cannot insert into view "directed"`:                                                 "a directive makes its trigger",
	`read-only: cannot insert into view "ruled"`:                                                    "its rule is dropped for this test",
	`syntax-error: syntax error at or near "DELET"`:                                                 "the handler is there for it, and format() is not computed",
	"format-string: too few arguments for format()":                                                 "it counts neither VARIADIC nor the widths that %n$ gives",
	`unknown-column: record "new" has no field "a"`:                                                 "the branch is for another table",
	`unknown-column: record "new" has no field "b"`:                                                 "the branch is for another table",
	`unknown-table: relation "homes" does not exist`:                                                "the search path names a schema that something else makes",
	`unknown-type: type "away" does not exist`:                                                      "the search path of who fires the trigger may have it",
	`unknown-table: relation "pg_temp.cache" does not exist`:                                        "the session may have it",
	`unknown-table: relation "cache" does not exist`:                                                "the body asks whether it is there",
	`unknown-table: relation "made" does not exist`:                                                 "the body makes it",
	`decl_refcursor_constant: variable "c" is declared CONSTANT`:                                    "it has a value, which OPEN uses and does not set",
}

// trigcOnly are errors of trigc that neither plpgsql_check finds nor a firing
// shows, by fixture and message, and why they are right.
var trigcOnly = map[string]string{
	"451_return_missing_after_loop: control reached end of trigger procedure without RETURN": "no loop with bounds of the data goes round always",
	"not-an-array: FOREACH ... SLICE loop variable must be of an array type":                 "the array is empty here, which is an error before",
	"not-an-array: FOREACH loop variable must not be of an array type":                       "the loop before this one fails, since the array is empty here",
	"pg16_json_arrayagg: A of this form needs Postgres 16, and the target is 15":             "its argument is a variable and a column, which Postgres says first",
}

// TestPlpgsqlCheck compares what trigc says of the bodies of the fixtures with
// what the extension plpgsql_check says: what is an error for it, trigc finds;
// and an error of trigc is one of plpgsql_check, or one of the server when the
// trigger fires.
func TestPlpgsqlCheck(t *testing.T) {
	conn := plpgsqlCheckServer(t)
	version := pgtest.Major(t)
	seen := map[string]bool{} // the known differences
	for _, f := range checkedFixtures(t) {
		t.Run(f.name, func(t *testing.T) {
			mustRun(t, conn, "BEGIN; SET LOCAL client_min_messages = error")
			defer mustRun(t, conn, "ROLLBACK")
			f.compare(t, conn, version, seen)
		})
	}
	for _, list := range []map[string]string{plpgsqlCheckOnly, trigcOnly} {
		for key := range list {
			if !seen[key] {
				t.Errorf("%s: no longer a difference", key)
			}
		}
	}
}

// TestPlpgsqlCheckGenerated has plpgsql_check look at the functions that trigc
// makes of directives.
func TestPlpgsqlCheckGenerated(t *testing.T) {
	plpgsqlCheckServer(t)
	files, err := filepath.Glob(filepath.Join(testdata, "behave", "*.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	functions := 0
	check := func(name string, b *behaviour) {
		t.Run(name, func(t *testing.T) {
			b.diagnostics = nil
			install, _ := b.compile(t)
			createRoles(t, b.roles)
			conn := plpgsqlCheckServer(t)
			loadSchema(t, conn, b.schema)
			mustRun(t, conn, b.setup)
			mustRun(t, conn, install)
			mustRun(t, conn, "BEGIN")
			for _, trigger := range checkedTriggers(t, conn) {
				functions++
				for _, e := range trigger.errors {
					t.Errorf("%s: %s %s in line %d of\n%s", trigger, e.state, e.message, e.line, trigger.body)
				}
			}
		})
	}
	for _, file := range files {
		check(strings.TrimSuffix(filepath.Base(file), ".txtar"), loadBehaviour(t, file))
	}
	check("shop", &behaviour{schema: os.DirFS(shopDir), config: shopConfig, roles: strings.Fields("shop_admin shop_clerk")})
	if functions < 300 {
		t.Errorf("%d functions", functions)
	}
}

// plpgsqlCheckServer returns a session of a database that has the extension.
func plpgsqlCheckServer(t *testing.T) *pgconn.PgConn {
	t.Helper()
	conn := connect(t, pgtest.DB(t))
	if _, pgErr := run(t, conn, "SET client_min_messages = error; CREATE EXTENSION plpgsql_check SCHEMA pg_catalog"); pgErr != nil {
		t.Skipf("NOT TESTED: the server has no plpgsql_check (%s); install the package of its version (apt-get install -y postgresql-15-plpgsql-check)", pgErr.Message)
	}
	return conn
}

// A checkedFixture is SQL with hand-written triggers.
type checkedFixture struct {
	name, sql string
}

// checkedFixtures returns the fixtures of testdata.
func checkedFixtures(t *testing.T) (list []checkedFixture) {
	for _, c := range loadCases(t) {
		f := checkedFixture{name: c.name, sql: "CREATE SCHEMA trigc_case; SET search_path = trigc_case, public;\n"}
		for _, p := range c.phases {
			if p.name == "setup" || p.name == "install" {
				f.sql += p.sql
			}
		}
		list = append(list, f)
	}
	for _, dir := range []string{"check", "lint", "shop"} {
		files, err := filepath.Glob(filepath.Join(testdata, dir, "*.sql"))
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			var kept []string
			for _, line := range strings.Split(string(text), "\n") {
				if !strings.HasPrefix(line, "--=") {
					kept = append(kept, line)
				}
			}
			name := strings.TrimSuffix(filepath.Base(file), ".sql")
			list = append(list, checkedFixture{name: name, sql: strings.Join(kept, "\n")})
		}
	}
	text, err := os.ReadFile(filepath.Join(testdata, "bodies", "bodies.sql"))
	if err != nil {
		t.Fatal(err)
	}
	marks := bodyName.FindAllStringSubmatchIndex(string(text), -1)
	for i, m := range marks {
		end := len(text)
		if i+1 < len(marks) {
			end = marks[i+1][0]
		}
		list = append(list, checkedFixture{name: string(text[m[2]:m[3]]), sql: `CREATE TABLE t (id int, a int, b int, arr int[]); CREATE DOMAIN dom AS int;
			CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $trigc$` + string(text[m[1]:end]) + `$trigc$;
			CREATE TRIGGER a BEFORE INSERT OR UPDATE ON t FOR EACH ROW EXECUTE FUNCTION f();`})
	}
	return list
}

// A checkedTrigger is a trigger on a server and what plpgsql_check says of it.
type checkedTrigger struct {
	name, schema, table string
	function, body      string // the function's name, as it is called
	errors              []checkedError
}

func (c checkedTrigger) String() string {
	return fmt.Sprintf("trigger %s on %s.%s", c.name, c.schema, c.table)
}

type checkedError struct {
	line           int // of the body; 0 if of the whole
	state, message string
}

// checkedTriggers returns the triggers with a function in PL/pgSQL.
func checkedTriggers(t *testing.T, conn *pgconn.PgConn) (list []checkedTrigger) {
	t.Helper()
	rows := mustRun(t, conn, `SELECT t.oid, tgname, nspname, relname, tgfoid::regproc, prosrc FROM pg_trigger t
		JOIN pg_class c ON c.oid = tgrelid JOIN pg_namespace n ON n.oid = relnamespace JOIN pg_proc p ON p.oid = tgfoid
		WHERE NOT tgisinternal AND tgparentid = 0 AND prolang = (SELECT oid FROM pg_language WHERE lanname = 'plpgsql') ORDER BY t.oid`)[0].Rows
	for _, r := range rows {
		c := checkedTrigger{name: string(r[1]), schema: string(r[2]), table: string(r[3]), function: string(r[4]), body: string(r[5])}
		mustRun(t, conn, "SAVEPOINT checked")
		results, pgErr := run(t, conn, `SELECT coalesce(lineno, 0), e.sqlstate, e.message FROM pg_trigger t, plpgsql_check_function_tb(tgfoid, tgrelid,
			fatal_errors => false, oldtable => tgoldtable, newtable => tgnewtable) e WHERE t.oid = `+string(r[0])+" AND e.level = 'error'")
		mustRun(t, conn, "ROLLBACK TO checked")
		if pgErr != nil {
			c.errors = append(c.errors, checkedError{0, pgErr.Code, pgErr.Message})
		} else {
			for _, e := range results[len(results)-1].Rows {
				line, _ := strconv.Atoi(string(e[0]))
				c.errors = append(c.errors, checkedError{line, string(e[1]), string(e[2])})
			}
		}
		list = append(list, c)
	}
	return list
}

// A checkedFinding is what trigc says of a body.
type checkedFinding struct {
	diag.Diagnostic
	at        int  // offset in the body
	confirmed bool // by plpgsql_check
}

// ofTrigger reports whether a finding is of a trigger: of functions that
// several execute it says so.
func (f *checkedFinding) ofTrigger(c *checkedTrigger) bool {
	if m := firedTrigger.FindStringSubmatch(f.Message); m != nil {
		return m[1] == c.name
	}
	m := findingTrigger.FindStringSubmatch(f.Message)
	return m == nil || m[1] == c.name && m[2] == c.table
}

var (
	findingTrigger = regexp.MustCompile(`\(of trigger "(.*)" on "(.*)"\)$`)
	firedTrigger   = regexp.MustCompile(`^this fires trigger "(.*)" again, which`)
)

func (f *checkedFixture) compare(t *testing.T, conn *pgconn.PgConn, version int, seen map[string]bool) {
	functions := f.install(t, conn)
	var r diag.Report
	cfg := config.Config{Postgres: version, Schema: []string{"schema.sql"}}
	if _, err := compile.Compile(fstest.MapFS{"schema.sql": {Data: []byte(f.sql)}}, cfg, &r); err != nil {
		t.Fatal(err)
	}
	triggers := checkedTriggers(t, conn)
	byFunction := map[*ast.CreateFunction][]*checkedFinding{}
	for i := range triggers {
		c := &triggers[i]
		fn := functions[c.body]
		if fn == nil || fn.Block == nil {
			continue // of an extension, or made by a DO block
		}
		if byFunction[fn] == nil {
			byFunction[fn] = bodyFindings(fn, &r)
		}
		for _, e := range c.errors {
			key := f.name + ": " + e.message
			found := f.matching(fn, e, c, byFunction[fn])
			for _, d := range found {
				d.confirmed = true
			}
			if len(found) > 0 {
				continue
			}
			if _, ok := plpgsqlCheckOnly[key]; ok {
				seen[key] = true
			} else {
				t.Errorf("%s: plpgsql_check says in line %d: %s %s; trigc says\n%s\n%s", c, e.line, e.state, e.message, findingsText(byFunction[fn]), c.body)
			}
		}
	}
	for i := range triggers {
		c := &triggers[i]
		fn := functions[c.body]
		for _, d := range byFunction[fn] {
			if d.confirmed || d.Severity != diag.Error || !d.ofTrigger(c) {
				continue
			}
			got := f.fire(t, conn, c, fn, d, byFunction[fn])
			key := f.name + ": " + d.Message
			if slices.Contains(got, d.SQLState) {
				continue
			}
			if _, ok := trigcOnly[key]; ok {
				seen[key] = true
			} else {
				t.Errorf("%s: trigc says %s %s of %q; firing shows %v\n%s", c, d.SQLState, d.Message, d.Span, got, c.body)
			}
		}
	}
}

func findingsText(list []*checkedFinding) string {
	var b strings.Builder
	for _, d := range list {
		fmt.Fprintf(&b, "\t%s[%s] %s %s: %q\n", d.Severity, d.Code, d.SQLState, d.Message, d.Span)
	}
	return b.String()
}

// install runs the statements that the server takes, and returns the functions
// by their bodies.
func (f *checkedFixture) install(t *testing.T, conn *pgconn.PgConn) map[string]*ast.CreateFunction {
	var r diag.Report
	tree := parser.ParseAll([]*source.File{source.NewFile("schema.sql", f.sql)}, nil, &r)[0]
	functions := map[string]*ast.CreateFunction{}
	try := func(sql string) {
		mustRun(t, conn, "SAVEPOINT statement")
		if _, pgErr := run(t, conn, sql); pgErr != nil {
			mustRun(t, conn, "ROLLBACK TO statement")
		}
	}
	end := 0
	for _, s := range tree.Stmts {
		span := s.StmtSpan()
		if span.Start < end {
			continue // several of one statement, as in CREATE SCHEMA
		}
		try(f.sql[end:span.Start])
		if _, ends := s.(*ast.Transaction); !ends { // the test has one of its own
			try(f.sql[span.Start:span.End])
		}
		end = span.End
		if fn, ok := s.(*ast.CreateFunction); ok && fn.Body != nil && fn.Verbatim {
			functions[fn.Body.Value] = fn
		}
	}
	try(f.sql[end:])
	// plpgsql_check 2.3 brings the server down at a command that a rule does away with.
	try(`DO $$ DECLARE r record; BEGIN
		FOR r IN SELECT rulename, ev_class::regclass FROM pg_rewrite WHERE rulename <> '_RETURN' AND ev_class >= 16384 LOOP
			EXECUTE format('DROP RULE %I ON %s', r.rulename, r.ev_class);
		END LOOP;
	END $$`)
	return functions
}

// bodyFindings returns what is said of a function's body.
func bodyFindings(fn *ast.CreateFunction, r *diag.Report) (list []*checkedFinding) {
	for _, d := range r.Sorted() {
		at := d.Span.Start - fn.BodyOffset
		if !d.Span.IsZero() && at >= 0 && at <= len(fn.Body.Value) {
			list = append(list, &checkedFinding{Diagnostic: d, at: at})
		}
	}
	return list
}

// matching returns the findings that say what plpgsql_check says: of the same
// statement, with the same SQLSTATE, which warnings do not have, nor has plpgsql_check for
// some (XX000).
func (f *checkedFixture) matching(fn *ast.CreateFunction, e checkedError, c *checkedTrigger, all []*checkedFinding) (list []*checkedFinding) {
	var start, end int // of what begins in the line
	if e.line == 0 {
		end = len(fn.Body.Value)
	} else {
		lines := strings.SplitAfter(fn.Body.Value, "\n")
		for _, l := range lines[:e.line-1] {
			start += len(l)
		}
		end = start + len(lines[e.line-1])
		ast.WalkStmt(fn.Block, func(s ast.PLStmt) {
			if at := s.Span().Start - fn.BodyOffset; at >= start && at < end {
				end = max(end, s.Span().End-fn.BodyOffset)
			}
		})
	}
	for _, d := range all {
		inside := d.at >= start && d.at <= end
		if b, ok := statementAt(fn, d.at).(*ast.Block); ok && !inside {
			// plpgsql_check shows a declaration at BEGIN, and a cursor where it is opened.
			inside = b.Span().Start-fn.BodyOffset <= start && start < b.Span().End-fn.BodyOffset
		}
		if inside && d.ofTrigger(c) && d.Severity <= diag.Warning && (d.SQLState == e.state || d.SQLState == "" || e.state == "XX000") {
			list = append(list, d)
		}
	}
	return list
}

// fire returns the SQLSTATEs that writing to a table of a trigger ends with,
// one for each event of it. The body is left with the one mistake d alone.
func (f *checkedFixture) fire(t *testing.T, conn *pgconn.PgConn, c *checkedTrigger, fn *ast.CreateFunction, d *checkedFinding, all []*checkedFinding) (states []string) {
	body := []byte(fn.Body.Value)
	own := statementAt(fn, d.at)
	for _, other := range all {
		s := statementAt(fn, other.at)
		if other.Severity != diag.Error || s == own || s == nil || s == ast.PLStmt(fn.Block) {
			continue
		}
		from, to := s.Span().Start-fn.BodyOffset, s.Span().End-fn.BodyOffset
		if from <= d.at && d.at < to {
			continue
		}
		for i := from; i < to; i++ {
			body[i] = ' '
		}
		copy(body[from:to], "NULL")
	}
	mustRun(t, conn, "SAVEPOINT fired")
	defer mustRun(t, conn, "ROLLBACK TO fired")
	sql := fmt.Sprintf("SELECT pg_temp.fires(%s, %s, %s, %s, %s)", quoteText(c.schema), quoteText(c.table), quoteText(c.name), quoteText(c.function), quoteText(string(body)))
	mustRun(t, conn, firesFunction)
	results, pgErr := run(t, conn, sql)
	if pgErr != nil {
		return []string{"setup " + pgErr.Code + " " + pgErr.Message}
	}
	return strings.Split(strings.Trim(string(results[0].Rows[0][0]), "{}"), ",")
}

// statementAt returns the innermost statement at an offset of the body.
func statementAt(fn *ast.CreateFunction, at int) (found ast.PLStmt) {
	ast.WalkStmt(fn.Block, func(s ast.PLStmt) {
		if span := s.Span(); span.Start <= at+fn.BodyOffset && at+fn.BodyOffset < span.End {
			found = s
		}
	})
	return found
}

// firesFunction makes a function that fires one trigger of a table by each of
// its events, with rows of any values, and tells what that ends with.
const firesFunction = `
CREATE OR REPLACE FUNCTION pg_temp.fires(of_schema text, of_table text, trg text, func text, body text) RETURNS text[] LANGUAGE plpgsql AS $fires$
DECLARE
  rel regclass := format('%I.%I', of_schema, of_table);
  kind "char" := (SELECT relkind FROM pg_class WHERE oid = rel);
  x record; columns text; vals text; same text; fire text; states text[]; events int; state text;
BEGIN
  EXECUTE format('CREATE OR REPLACE FUNCTION %s() RETURNS trigger LANGUAGE plpgsql %s AS %L', func,
    (SELECT CASE provolatile WHEN 'i' THEN 'IMMUTABLE' WHEN 's' THEN 'STABLE' ELSE '' END || CASE WHEN prosecdef THEN ' SECURITY DEFINER' ELSE '' END FROM pg_proc WHERE oid = func::regproc), body);
  FOR x IN SELECT tgname FROM pg_trigger WHERE tgrelid = rel AND NOT tgisinternal AND tgname <> trg AND (kind <> 'v' OR tgtype & 64 = 0) LOOP
    EXECUTE format('DROP TRIGGER %I ON %s', x.tgname, rel);
  END LOOP;
  FOR x IN SELECT conname FROM pg_constraint WHERE conrelid = rel AND contype IN ('c', 'f') LOOP
    EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', rel, x.conname);
  END LOOP;
  SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum), string_agg(v, ', ' ORDER BY attnum), string_agg(format('%I = %1$I', attname), ', ')
  INTO columns, vals, same
  FROM (SELECT attnum, attname, CASE
      WHEN typcategory = 'N' THEN '1' WHEN typcategory = 'B' THEN 'true' WHEN typcategory = 'D' THEN 'now()'
      WHEN typcategory = 'A' THEN quote_literal('{}') WHEN typcategory = 'S' THEN quote_literal('x')
      WHEN typcategory = 'E' THEN (SELECT quote_literal(enumlabel) FROM pg_enum WHERE enumtypid = t.oid LIMIT 1)
      WHEN typname IN ('json', 'jsonb') THEN quote_literal('{}') WHEN typname = 'uuid' THEN 'gen_random_uuid()' ELSE 'NULL' END v
    FROM pg_attribute a JOIN pg_type t ON t.oid = coalesce((SELECT nullif(typbasetype, 0) FROM pg_type WHERE oid = atttypid), atttypid)
    WHERE attrelid = rel AND attnum > 0 AND NOT attisdropped AND attgenerated = '' AND attidentity <> 'a') c;
  events := (SELECT tgtype FROM pg_trigger WHERE tgrelid = rel AND tgname = trg);
  IF kind <> 'v' THEN
    EXECUTE format('ALTER TABLE %s DISABLE TRIGGER USER', rel);
    EXECUTE format('DELETE FROM %s', rel);
    EXECUTE format('INSERT INTO %s (%s) VALUES (%s)', rel, columns, vals);
    EXECUTE format('ALTER TABLE %s ENABLE TRIGGER USER', rel);
  END IF;
  FOREACH fire IN ARRAY array_remove(ARRAY[
      CASE WHEN events & 8 <> 0 THEN 'DELETE FROM %1$s' END, CASE WHEN events & 16 <> 0 THEN 'UPDATE %1$s SET %4$s' END,
      CASE WHEN events & 32 <> 0 THEN 'TRUNCATE %1$s CASCADE' END,
      CASE WHEN events & 4 <> 0 THEN CASE WHEN kind <> 'v' THEN 'DELETE FROM %1$s; ' ELSE '' END || 'INSERT INTO %1$s (%2$s) VALUES (%3$s)' END], NULL) LOOP
    BEGIN
      EXECUTE format(fire, rel, columns, vals, same);
      SET CONSTRAINTS ALL IMMEDIATE;
      RAISE SQLSTATE 'TR000';
    EXCEPTION WHEN OTHERS THEN
      states := states || SQLSTATE::text;
    END;
  END LOOP;
  RETURN states;
END $fires$;`
