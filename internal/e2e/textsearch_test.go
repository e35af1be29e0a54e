package e2e

import (
	"strings"
	"testing"

	"github.com/trigc/trigc/analyzer/kind"
	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/pgname"
	"github.com/trigc/trigc/internal/pgtest"
	"github.com/trigc/trigc/internal/schema"
	"github.com/trigc/trigc/internal/source"
	"github.com/trigc/trigc/parser"
)

const textSearchSchema = `
CREATE SCHEMA app;
CREATE SCHEMA "Other One";
CREATE TEXT SEARCH CONFIGURATION app.one (COPY = pg_catalog.german);
CREATE TEXT SEARCH CONFIGURATION "Two" (PARSER = pg_catalog."default");
CREATE TEXT SEARCH CONFIGURATION english (COPY = pg_catalog.english);
CREATE TEXT SEARCH CONFIGURATION a (COPY = pg_catalog.simple);
ALTER TEXT SEARCH CONFIGURATION a RENAME TO "A b";
CREATE TEXT SEARCH CONFIGURATION moved (COPY = pg_catalog.simple);
ALTER TEXT SEARCH CONFIGURATION moved SET SCHEMA "Other One";
CREATE TEXT SEARCH CONFIGURATION gone1 (COPY = pg_catalog.simple);
CREATE TEXT SEARCH CONFIGURATION gone2 (COPY = pg_catalog.simple);
DROP TEXT SEARCH CONFIGURATION IF EXISTS gone1, public.gone2;
SET search_path = app, public;
CREATE TEXT SEARCH CONFIGURATION in_app (COPY = one);
SET search_path = app, pg_catalog, public;
CREATE TEXT SEARCH CONFIGURATION simple (COPY = pg_catalog.simple);
ALTER TEXT SEARCH CONFIGURATION in_app ALTER MAPPING FOR word WITH simple;
CREATE SCHEMA later;
CREATE TEXT SEARCH CONFIGURATION later.x (COPY = german);
ALTER SCHEMA later RENAME TO "Even Later";
CREATE SCHEMA dropped;
CREATE TEXT SEARCH CONFIGURATION dropped.x (COPY = german);
DROP SCHEMA dropped CASCADE;
`

// TestTextSearchConfigurations compares what the schema says of text search
// configurations with the server: which there are, and which one a text names.
func TestTextSearchConfigurations(t *testing.T) {
	postgres := pgtest.Major(t)
	file := source.NewFile("schema.sql", textSearchSchema)
	r := &diag.Report{}
	db := schema.Replay(parser.ParseAll([]*source.File{file}, kind.Grammar(), r), postgres, "", nil, r)
	for _, d := range r.Sorted() {
		t.Errorf("%s: %s", d.Code, d.Message)
	}
	conn := connect(t, pgtest.DB(t))
	mustRun(t, conn, textSearchSchema)

	var names []string
	for _, row := range mustRun(t, conn, `SELECT CASE nspname WHEN 'pg_catalog' THEN '' ELSE nspname || '.' END || cfgname AS name
		FROM pg_ts_config JOIN pg_namespace n ON n.oid = cfgnamespace ORDER BY (CASE nspname WHEN 'pg_catalog' THEN '' ELSE nspname || '.' END || cfgname) COLLATE "C"`)[0].Rows {
		names = append(names, string(row[0]))
	}
	if got, want := strings.Join(db.ConfigurationNames(postgres), "\n"), strings.Join(names, "\n"); got != want {
		t.Errorf("configurations\n%s\nwant\n%s", got, want)
	}

	for _, name := range []string{
		"one", "ONE", `"one"`, `"ONE"`, "app.one", "App . One", ` "app"."one" `, "Two", `"Two"`, `public."Two"`, "english", "public.english",
		"pg_catalog.english", "simple", "app.simple", `"A b"`, "a", "moved", `"Other One".moved`, `"other one".moved`, "gone1", "gone2", "in_app",
		"public.in_app", "nix", "nowhere.nix", "pg_catalog.one", `"Even Later".x`, "later.x", "dropped.x", "", " ", ".", "a.", ".a", `"a`, `""`, `"a""b"`, "a b", `"a"b`,
		"größe", `"gröẞe"`,
	} {
		want := ""
		results, pgErr := run(t, conn, "SELECT n.nspname || '.' || c.cfgname FROM pg_ts_config c JOIN pg_namespace n ON n.oid = c.cfgnamespace WHERE c.oid = "+
			pgname.Literal(name)+"::regconfig")
		if pgErr != nil {
			want = pgErr.Code
		} else if len(results[0].Rows) == 1 {
			want = string(results[0].Rows[0][0])
		}
		got := "42602"
		if parts, ok := pgname.Parse(name); ok {
			n := ast.Name{Name: parts[len(parts)-1]}
			if len(parts) > 1 {
				n.Schema = parts[0]
			}
			got = "42704"
			if s := db.ConfigurationAt(n, postgres, file, len(textSearchSchema)); s != "" {
				got = s + "." + n.Name
			}
		}
		// A schema that does not exist is the same mistake to the user.
		if want == "3F000" {
			want = "42704"
		}
		if got != want {
			t.Errorf("%q is %s, want %s", name, got, want)
		}
	}
}

// TestSearchVectorRefusals proves what Postgres says to the mistakes that are
// found in a searchvector.
func TestSearchVectorRefusals(t *testing.T) {
	conn := connect(t, pgtest.DB(t))
	mustRun(t, conn, "CREATE TABLE t (s text, n int, v tsvector, lang text)")
	for _, test := range []struct{ trigger, insert, want string }{
		{"tsvector_update_trigger(s, 'pg_catalog.english', s)", "INSERT INTO t (s) VALUES ('a')", "42804"},
		{"tsvector_update_trigger(v, 'pg_catalog.english', n)", "INSERT INTO t (s) VALUES ('a')", "42804"},
		{"tsvector_update_trigger(v, 'pg_catalog.nix', s)", "INSERT INTO t (s) VALUES ('a')", "42704"},
		{"tsvector_update_trigger(v, 'pg_catalog.english', nix)", "INSERT INTO t (s) VALUES ('a')", "42703"},
		{"tsvector_update_trigger_column(v, lang, s)", "INSERT INTO t (s, lang) VALUES ('a', 'english')", "42804"},
		{"tsvector_update_trigger(v, 'pg_catalog.english', s)", "SELECT to_tsvector('english', 1)", "42883"},
		{"tsvector_update_trigger(v, 'pg_catalog.english', s)", "SELECT to_tsvector('english', ARRAY['a'])", "42883"},
		{"tsvector_update_trigger(v, 'pg_catalog.english', s)", "INSERT INTO t (s) VALUES ('a')", ""},
	} {
		mustRun(t, conn, "CREATE OR REPLACE TRIGGER x BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION "+test.trigger)
		got := ""
		if _, pgErr := run(t, conn, test.insert); pgErr != nil {
			got = pgErr.Code
		}
		if got != test.want {
			t.Errorf("%s: %s: SQLSTATE %q, want %q", test.trigger, test.insert, got, test.want)
		}
	}
}
