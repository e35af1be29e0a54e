package e2e

import (
	"context"
	"errors"
	"fmt"
	"net/url"
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

// scripts returns the install and uninstall SQL of a schema.
func scripts(t *testing.T, schema string) (install, uninstall string) {
	t.Helper()
	b := behaviour{schema: fstest.MapFS{"schema.sql": {Data: []byte(schema)}}}
	return b.compile(t)
}

// psql1 runs a script as psql -1 does, and returns the SQLSTATE of its error.
func psql1(t *testing.T, dsn, before, script string) string {
	t.Helper()
	conn := connect(t, dsn)
	defer conn.Close(context.Background())
	mustRun(t, conn, before+"; BEGIN")
	if _, pgErr := run(t, conn, script); pgErr != nil {
		mustRun(t, conn, "ROLLBACK")
		return pgErr.Code
	}
	mustRun(t, conn, "COMMIT")
	return ""
}

const itemsTable = "CREATE TABLE items (id int PRIMARY KEY, status text, note text);\n"

// TestInstallOverEarlier installs versions of a directive one over the other:
// each must come out as if it had been the first.
func TestInstallOverEarlier(t *testing.T) {
	t.Parallel()
	versions := []string{
		"protect guard delete",
		"protect guard after delete deferrable initially deferred",
		"protect guard delete when (OLD.status = 'done')",
		"protect guard after delete deferrable initially deferred",
		"protect guard after delete deferrable initially immediate",
		"protect guard before delete",
		"protect guard delete for each statement when (OLD.status = 'done')",
		"protect guard after update deferrable initially deferred",
		"readonly guard (status)",
		"readonly guard for each statement (status)",
		"protect guard after insert or update deferrable initially deferred enable always",
		"protect guard update or insert disable",
		"touch guard (note) = 'x'",
		"protect guard truncate",
		"protect guard delete",
	}
	dsn := pgtest.DB(t)
	conn := connect(t, dsn)
	mustRun(t, conn, itemsTable)
	// No trigc trigger, and what it was made by is not trigc's business.
	mustRun(t, conn, `CREATE FUNCTION own() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
		CREATE CONSTRAINT TRIGGER own_guard AFTER DELETE ON items FOR EACH ROW EXECUTE FUNCTION own()`)
	for i, v := range versions {
		install, _ := scripts(t, "-- pgtrigger: "+v+"\n"+itemsTable)
		if state := psql1(t, dsn, "", install); state != "" {
			t.Fatalf("%s, over %s: %s", v, versions[max(i-1, 0)], state)
		}
		fresh := pgtest.DB(t)
		mustRun(t, connect(t, fresh), itemsTable+install)
		trigger := func(dsn string) string {
			results := mustRun(t, connect(t, dsn), `SELECT pg_get_triggerdef(oid), tgenabled, regexp_replace(obj_description(oid, 'pg_trigger'), '/[0-9]+/', '/OID/')
				FROM pg_trigger WHERE tgname = 'guard'`)
			var b strings.Builder
			for _, row := range results[0].Rows {
				fmt.Fprintf(&b, "%s\n", row)
			}
			return b.String()
		}
		if got, want := trigger(dsn), trigger(fresh); got != want || want == "" {
			t.Errorf("%s, over %s, is\n%s\nwant\n%s", v, versions[max(i-1, 0)], got, want)
		}
	}
	if got := string(mustRun(t, conn, "SELECT count(*) FROM pg_trigger WHERE tgname = 'own_guard'")[0].Rows[0][0]); got != "1" {
		t.Error("a trigger that is not trigc's was dropped")
	}

	// A constraint trigger of the name that is somebody else's is in the way,
	// and stays.
	install, _ := scripts(t, "-- pgtrigger: protect own_guard delete\n"+itemsTable)
	if state := psql1(t, dsn, "", install); state != "42710" {
		t.Errorf("over a trigger that is not trigc's: SQLSTATE %q, want 42710", state)
	}
}

// TestInstallKindsOverEarlier changes the clauses and the kinds of directives
// that make triggers of several events, levels and tables.
func TestInstallKindsOverEarlier(t *testing.T) {
	t.Parallel()
	const tables = `CREATE SCHEMA audit;
CREATE TABLE authors (id int PRIMARY KEY, posts int, other bigint NOT NULL DEFAULT 0);
CREATE TABLE posts (id int PRIMARY KEY, author_id int REFERENCES authors ON UPDATE CASCADE, title text, body text, search tsvector);
CREATE TABLE log (id int);
`
	versions := []string{
		"count d authors.posts via author_id",
		"count d authors.other via author_id when (title = 'x')",
		"count d authors.other via author_id for each row",
		"count d authors.posts via author_id not ignorable",
		"history d into events",
		"history d into events for each row keep both context",
		"history d update into events when (NEW.title = 'x') ignorable by postgres",
		"history d delete into other_events not ignorable",
		"history d into audit.events",
		"assert d check (EXISTS (SELECT FROM authors)) deferrable initially deferred",
		"assert d insert or update or delete or truncate for each statement check (EXISTS (SELECT FROM authors))",
		"assert d check (EXISTS (SELECT FROM authors AS a WHERE a.id < NEW.id)) for each statement",
		"notify d channel x",
		"notify d channel y for each statement when (NEW.title = 'x') insert or update",
		"notify d channel y truncate or delete enable always",
		"searchvector d (search) from title, body",
		"searchvector d (search) from title weight 'B' using 'simple' when (NEW.id > 1)",
		"run d insert or update or delete for each statement referencing old table as o new table as n do (INSERT INTO log SELECT id FROM n)",
		"run d after update for each statement referencing old table as o new table as n when (OLD.title <> NEW.title) do (INSERT INTO log SELECT id FROM n)",
		"trigger d after update for each statement referencing old table as o new table as n when (OLD.title <> NEW.title) as $$ BEGIN PERFORM FROM n; RETURN NULL; END $$",
		"trigger d after update for each row as $$ BEGIN RETURN NULL; END $$ disable",
		"count d authors.posts via author_id",
		"notify d channel x",
	}
	dsn := pgtest.DB(t)
	conn := connect(t, dsn)
	mustRun(t, conn, tables)
	var before []object
	for i, v := range versions {
		install, _ := scripts(t, tables+"-- pgtrigger: "+strings.Replace(v, " d ", " d on posts ", 1)+"\n")
		if state := psql1(t, dsn, "", install); state != "" {
			t.Fatalf("%s, over %s: %s", v, versions[max(i-1, 0)], state)
		}
		kept := objects(t, conn)
		fresh := connect(t, pgtest.DB(t))
		mustRun(t, fresh, tables+install)
		if diff := diffObjects(objects(t, fresh), kept); diff != "" {
			t.Errorf("%s, over %s:\n%s", v, versions[max(i-1, 0)], diff)
		}
		if len(kept) == 0 || slices.Equal(kept, before) {
			t.Errorf("%s changed nothing", v)
		}
		before = kept
		mustRun(t, conn, "INSERT INTO authors (id) VALUES (1) ON CONFLICT DO NOTHING; INSERT INTO posts VALUES (2, 1, 'x'); UPDATE posts SET title = 'y', id = 3; DELETE FROM posts")
	}
}

// TestInstallOnPartitions installs versions of directives of a partitioned
// table, where each trigger for rows has clones, one over the other.
func TestInstallOnPartitions(t *testing.T) {
	t.Parallel()
	const table = `CREATE TABLE items (id int, kind text, state text, at date) PARTITION BY LIST (kind);
CREATE TABLE items_a PARTITION OF items FOR VALUES IN ('a');
CREATE TABLE items_b PARTITION OF items FOR VALUES IN ('b');
`
	dsn := pgtest.DB(t)
	conn := connect(t, dsn)
	mustRun(t, conn, table)
	for i, directives := range [][]string{
		{"fsm flow (state) a -> b initial a", "protect kept delete or truncate or update", "touch stamp insert or update (at)"},
		{"fsm flow (state) a -> b", "protect kept delete", "touch stamp (at)"},
		{"fsm flow (state) a -> b initial a not ignorable", "protect kept truncate"},
		{"protect flow delete deferrable initially deferred", "protect kept delete for each statement"},
		{"protect flow delete for each statement", "protect kept delete"},
		{"protect flow update", "protect kept before delete"},
	} {
		schema := table
		for _, d := range slices.Backward(directives) {
			schema = "-- pgtrigger: " + d + "\n" + schema
		}
		install, _ := scripts(t, schema)
		if state := psql1(t, dsn, "SET search_path = ''", install); state != "" {
			t.Fatalf("version %d: %s", i+1, state)
		}
		fresh := connect(t, pgtest.DB(t))
		mustRun(t, fresh, table+install)
		if diff := diffObjects(objects(t, fresh), objects(t, conn)); diff != "" {
			t.Errorf("version %d:\n%s", i+1, diff)
		}
	}
}

// TestInstallAnywhere installs in sessions and databases that are not as one
// expects, and uses what came out there.
func TestInstallAnywhere(t *testing.T) {
	t.Parallel()
	const schema = `-- pgtrigger: protect "no delete" delete when (OLD.note LIKE 'a\_b' OR OLD.note = 'it''s') message 'a \ b'
-- pgtrigger: readonly fixed (id) deferrable initially deferred
-- pgtrigger: touch stamp (at)
-- pgtrigger: run log after insert for each statement referencing new table as added do (INSERT INTO app.log SELECT note FROM added)
CREATE TABLE app.items (id int PRIMARY KEY, note text, at timestamptz);
CREATE TABLE app.log (note text);
`
	install, uninstall := scripts(t, "CREATE SCHEMA app;\n"+schema)
	use := func(t *testing.T, dsn, before string) {
		t.Helper()
		conn := connect(t, dsn)
		mustRun(t, conn, before)
		mustRun(t, conn, `INSERT INTO app.items VALUES (1, E'a_b'), (2, E'a\\_b'), (3, 'axb'), (4, 'it''s')`)
		for sql, want := range map[string]string{
			"DELETE FROM app.items WHERE id = 1": "23001",
			"DELETE FROM app.items WHERE id = 4": "23001",
			"DELETE FROM app.items WHERE id = 3": "",
			"DELETE FROM app.items WHERE id = 2": "",
			"UPDATE app.items SET id = 5":        "23514",
		} {
			if strings.HasPrefix(sql, "UPDATE") {
				sql += " WHERE id = 1"
			}
			_, pgErr := run(t, conn, sql)
			got := ""
			if pgErr != nil {
				got = pgErr.Code
			}
			if got != want {
				t.Errorf("%s: SQLSTATE %q, want %q", sql, got, want)
			}
			if got == "23001" && pgErr.Message != `a \ b` {
				t.Errorf("message %q", pgErr.Message)
			}
		}
	}
	for _, test := range []struct{ name, before string }{
		{"plain", ""},
		{"empty path", "SET search_path = ''"},
		{"old strings", "SET standard_conforming_strings = off; SET escape_string_warning = off"},
		{"strict bodies", "SET check_function_bodies = on; SET plpgsql.extra_errors = 'all'; SET plpgsql.variable_conflict = error"},
		{"other clients", "SET client_min_messages = error; SET quote_all_identifiers = on; SET transform_null_equals = on; SET bytea_output = escape; SET DateStyle = 'SQL, DMY'; SET IntervalStyle = sql_standard; SET default_transaction_isolation = serializable"},
	} {
		t.Run(test.name, func(t *testing.T) {
			dsn := pgtest.DB(t)
			mustRun(t, connect(t, dsn), "CREATE SCHEMA app;"+schema)
			for range 2 {
				if state := psql1(t, dsn, test.before, install); state != "" {
					t.Fatal(state)
				}
			}
			use(t, dsn, test.before)
			if state := psql1(t, dsn, test.before, uninstall); state != "" {
				t.Error(state)
			}
		})
	}
	for _, encoding := range []string{"SQL_ASCII", "LATIN1", "EUC_JP"} {
		t.Run(encoding, func(t *testing.T) {
			name := "trigc_" + strings.ToLower(encoding)
			admin := connect(t, pgtest.Admin())
			mustRun(t, admin, "CREATE DATABASE "+name+" TEMPLATE template0 LOCALE 'C' ENCODING '"+encoding+"'")
			t.Cleanup(func() { mustRun(t, connect(t, pgtest.Admin()), "DROP DATABASE "+name+" WITH (FORCE)") })
			dsn := inDatabase(t, pgtest.Admin(), name)
			mustRun(t, connect(t, dsn), "CREATE SCHEMA app;"+schema)
			for range 2 {
				if state := psql1(t, dsn, "", install); state != "" {
					t.Fatal(state)
				}
			}
			use(t, dsn, "")
		})
	}
	t.Run("owner", func(t *testing.T) {
		// A role that owns the schema's tables and nothing else.
		createRoles(t, []string{"trigc_owner"})
		dsn := pgtest.DB(t)
		mustRun(t, connect(t, dsn), "CREATE SCHEMA app AUTHORIZATION trigc_owner; SET ROLE trigc_owner;"+schema)
		for range 2 {
			if state := psql1(t, dsn, "SET SESSION AUTHORIZATION trigc_owner", install); state != "" {
				t.Fatal(state)
			}
		}
		use(t, dsn, "SET SESSION AUTHORIZATION trigc_owner")
		if state := psql1(t, dsn, "SET SESSION AUTHORIZATION trigc_owner", uninstall); state != "" {
			t.Error(state)
		}
	})
	t.Run("in a transaction", func(t *testing.T) {
		dsn := pgtest.DB(t)
		mustRun(t, connect(t, dsn), "CREATE SCHEMA app;"+schema)
		script := "INSERT INTO app.items VALUES (9, 'x');" + install + "UPDATE app.items SET note = 'y';" + install
		if state := psql1(t, dsn, "", script); state != "" {
			t.Error(state)
		}
		results := mustRun(t, connect(t, dsn), "SELECT note, at IS NOT NULL FROM app.items")
		if got := fmt.Sprintf("%s", results[0].Rows); got != "[[y t]]" {
			t.Errorf("the rows are %s", got)
		}
	})
}

// TestInstallIsWhole breaks an install in the middle: nothing of it stays.
func TestInstallIsWhole(t *testing.T) {
	install, _ := scripts(t, "-- pgtrigger: protect a delete\n-- pgtrigger: protect b update when (OLD.note = 'x')\n"+itemsTable)
	dsn := pgtest.DB(t)
	conn := connect(t, dsn)
	mustRun(t, conn, "CREATE TABLE items (id int PRIMARY KEY)") // not the table it was made for
	if state := psql1(t, dsn, "", install); state != "42703" {
		t.Errorf("SQLSTATE %q, want 42703", state)
	}
	if left := objects(t, conn); len(left) > 0 {
		t.Errorf("left: %v", left)
	}
}

func inDatabase(t *testing.T, dsn, name string) string {
	t.Helper()
	if !strings.Contains(dsn, "://") {
		return dsn + " dbname=" + pgname.Literal(name)
	}
	u, err := url.Parse(dsn)
	if err != nil {
		t.Fatal(err)
	}
	u.Path = "/" + name
	q := u.Query()
	q.Del("dbname")
	u.RawQuery = q.Encode()
	return u.String()
}

// compileText returns what trigc says of a schema.
func compileText(t *testing.T, schema string) string {
	t.Helper()
	report := &diag.Report{}
	fsys := fstest.MapFS{"schema.sql": {Data: []byte(schema)}}
	if _, err := compile.Compile(fsys, config.Config{Postgres: pgtest.Major(t), Schema: []string{"schema.sql"}}, report); err != nil {
		t.Fatal(err)
	}
	return diagnostics(t, report)
}

// constraintOf returns the constraint that an error of the server names.
func constraintOf(err error) string {
	var pgErr *pgconn.PgError
	if errors.As(err, &pgErr) {
		return pgErr.ConstraintName
	}
	return ""
}
