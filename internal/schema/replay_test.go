package schema_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/schema"
	"github.com/trigc/trigc/internal/source"
	"github.com/trigc/trigc/parser"
)

// replay parses and replays the texts as files, in order.
func replay(t testing.TB, texts ...string) (*schema.DB, []*ast.File, []diag.Diagnostic) {
	t.Helper()
	var files []*source.File
	for i, text := range texts {
		files = append(files, source.NewFile(fmt.Sprintf("%d.sql", i+1), text))
	}
	var r diag.Report
	trees := parser.ParseAll(files, nil, &r)
	if r.HasErrors() {
		t.Fatalf("parse: %v", r.Sorted())
	}
	db := schema.Replay(trees, 15, "", nil, &r)
	return db, trees, r.Sorted()
}

// The .want files were written by Postgres: see testdata/dump.sql.
func TestReplayLikePostgres(t *testing.T) {
	scripts, err := filepath.Glob("testdata/*.sql")
	if err != nil || len(scripts) < 10 {
		t.Fatalf("%d scripts, %v", len(scripts), err)
	}
	for _, script := range scripts {
		name := strings.TrimSuffix(filepath.Base(script), ".sql")
		if name == "dump" {
			continue
		}
		t.Run(name, func(t *testing.T) {
			text, err := os.ReadFile(script)
			if err != nil {
				t.Fatal(err)
			}
			want, err := os.ReadFile("testdata/" + name + ".want")
			if err != nil {
				t.Fatal(err)
			}
			db, _, list := replay(t, string(text))
			for _, d := range list {
				t.Errorf("line %d: %s: %s", d.Span.Pos().Line, d.Code, d.Message)
			}
			diff(t, dump(db), string(want))
		})
	}
}

// diff reports the lines, each with the object it is of, that one text has
// and the other has not.
func diff(t *testing.T, got, want string) {
	t.Helper()
	lines := func(text string) (list []string) {
		var object string
		n := 0
		for line := range strings.Lines(text) {
			line = strings.TrimSuffix(line, "\n")
			if !strings.HasPrefix(line, " ") {
				object, n = line, 0
				list = append(list, line)
				continue
			}
			n++ // columns are in order
			list = append(list, fmt.Sprintf("%s #%d %s", object, n, line))
		}
		return list
	}
	g, w := lines(got), lines(want)
	for _, l := range g {
		if !slices.Contains(w, l) {
			t.Errorf("got  %s", l)
		}
	}
	for _, l := range w {
		if !slices.Contains(g, l) {
			t.Errorf("want %s", l)
		}
	}
	if !t.Failed() && got != want {
		t.Errorf("order differs:\n%s\nwant:\n%s", got, want)
	}
}

const fn = "CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;\n"

func TestDiagnostics(t *testing.T) {
	for _, test := range []struct {
		name  string
		files []string
		want  []string // "severity code sqlstate: text of the span | message | help"
	}{
		{"alter unknown table", []string{"ALTER TABLE nope ADD COLUMN a int;\nALTER TABLE nope ADD b int;"},
			[]string{`warning unknown-table 42P01: nope | table "nope" does not exist | `}},
		{"alter with if exists", []string{"ALTER TABLE IF EXISTS nope ADD COLUMN a int;"}, nil},
		{"index on unknown table", []string{"CREATE TABLE posts (id int); CREATE INDEX ON shop.post (id);"},
			[]string{`warning unknown-table 3F000: shop.post | table "shop.post" does not exist | did you mean "posts"?`}},
		{"alter unknown index and sequence", []string{"ALTER INDEX i RENAME TO j; ALTER SEQUENCE s RENAME TO r; ALTER TYPE y RENAME TO z;"}, nil},
		{"duplicate table", []string{"CREATE TABLE t (a int);", "CREATE TABLE t (b int); CREATE TABLE t (c int);"},
			[]string{`warning duplicate-table 42P07: t | table "t" already exists | `}},
		{"if not exists", []string{"CREATE TABLE t (a int); CREATE TABLE IF NOT EXISTS t (b int);"}, nil},
		{"duplicate column", []string{"CREATE TABLE t (a int, b int, a text); ALTER TABLE t ADD COLUMN b int;"},
			[]string{`error duplicate-column 42701: a | column "a" is declared twice | `,
				`error duplicate-column 42701: b | column "b" is declared twice | `}},
		{"trigger on unknown table", []string{fn + "CREATE TABLE posts (id int); CREATE TRIGGER x BEFORE INSERT ON post FOR EACH ROW EXECUTE FUNCTION f();"},
			[]string{`error unknown-table 42P01: post | table "post" does not exist | did you mean "posts"?`}},
		{"trigger before its table", []string{fn + "CREATE TRIGGER x BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();", "CREATE TABLE t ();"},
			[]string{`error unknown-table 42P01: t | table "t" does not exist | statements run in the order of the files: move it before this one`}},
		{"trigger on a system catalog", []string{fn + "CREATE TRIGGER x BEFORE INSERT ON pg_class FOR EACH ROW EXECUTE FUNCTION f();"}, nil},
		{"trigger on unknown table, opaque", []string{fn + "CREATE EXTENSION timescaledb; CREATE TRIGGER x BEFORE INSERT ON post FOR EACH ROW EXECUTE FUNCTION f();"},
			[]string{`warning unknown-table 42P01: post | table "post" does not exist | `}},
		{"duplicate trigger", []string{fn + "CREATE TABLE t (); CREATE TRIGGER x BEFORE INSERT ON t EXECUTE FUNCTION f(); CREATE TRIGGER X AFTER INSERT ON t EXECUTE FUNCTION f();"},
			[]string{`error duplicate-trigger 42710: X | trigger "x" of table "t" exists already | `}},
		{"replaced trigger", []string{fn + "CREATE TABLE t (); CREATE TRIGGER x BEFORE INSERT ON t EXECUTE FUNCTION f(); CREATE OR REPLACE TRIGGER x AFTER INSERT ON t EXECUTE FUNCTION f();"}, nil},
		{"clone in the way", []string{fn + `CREATE TABLE p (id int) PARTITION BY RANGE (id); CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
			CREATE TRIGGER trg BEFORE INSERT ON p1 FOR EACH ROW EXECUTE FUNCTION f();
			CREATE TRIGGER trg BEFORE INSERT ON p FOR EACH ROW EXECUTE FUNCTION f();`},
			[]string{`error duplicate-trigger 42710: trg | trigger "trg" of table "p1" exists already | `}},
		{"clone on the partition", []string{fn + `CREATE TABLE p (id int) PARTITION BY RANGE (id); CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
			CREATE TRIGGER trg BEFORE INSERT ON p FOR EACH ROW EXECUTE FUNCTION f();
			CREATE TRIGGER trg BEFORE INSERT ON p1 FOR EACH ROW EXECUTE FUNCTION f(); DROP TRIGGER trg ON p1;`},
			[]string{`error duplicate-trigger 42710: trg | trigger "trg" of table "p1" exists already | `,
				`error dependent-trigger 2BP01: p1 | trigger "trg" of partition "p1" cannot be dropped: it is a clone of that of "p" | drop the trigger of "p"`}},
		{"drop unknown trigger", []string{fn + "CREATE TABLE t (); CREATE TRIGGER abc BEFORE INSERT ON t EXECUTE FUNCTION f(); DROP TRIGGER abd ON t; DROP TRIGGER IF EXISTS abe ON t;"},
			[]string{`error unknown-trigger 42704: t | table "t" has no trigger "abd" | did you mean "abc"?`}},
		{"disable unknown trigger", []string{"CREATE TABLE t (); ALTER TABLE t DISABLE TRIGGER x;"},
			[]string{`error unknown-trigger 42704: * | table "t" has no trigger "x" | `}},
		{"unknown function", []string{fn + "CREATE TABLE t (); CREATE TRIGGER x BEFORE INSERT ON t EXECUTE FUNCTION ff();"},
			[]string{`error unknown-function 42883: ff | function "ff()" does not exist | did you mean "f"?`}},
		{"function with arguments", []string{"CREATE FUNCTION g(int) RETURNS int LANGUAGE sql AS 'SELECT 1'; CREATE TABLE t (); CREATE TRIGGER x BEFORE INSERT ON t EXECUTE FUNCTION g(1);"},
			[]string{`error unknown-function 42883: g | function "g()" does not exist | a trigger function is declared without arguments; it finds them in TG_ARGV`}},
		{"procedure", []string{"CREATE PROCEDURE g() LANGUAGE plpgsql AS 'BEGIN END'; CREATE TABLE t (); CREATE TRIGGER x BEFORE INSERT ON t EXECUTE FUNCTION g();"},
			[]string{`error unknown-function 42883: g | function "g()" does not exist | a trigger executes a function`}},
		{"function too late", []string{"CREATE TABLE t (); CREATE TRIGGER x BEFORE INSERT ON t EXECUTE FUNCTION f();\n" + fn},
			[]string{`error unknown-function 42883: f | function "f()" does not exist | statements run in the order of the files: move it before this one`}},
		{"function off the path", []string{"CREATE SCHEMA s; CREATE FUNCTION s.f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN END'; CREATE TABLE t (); CREATE TRIGGER x BEFORE INSERT ON t EXECUTE FUNCTION f();"},
			[]string{`error unknown-function 42883: f | function "f()" does not exist | did you mean "s.f"?`}},
		{"function of an extension", []string{"CREATE EXTENSION moddatetime; CREATE TABLE t (); CREATE TRIGGER x BEFORE INSERT ON t EXECUTE FUNCTION moddatetime('a');"}, nil},
		{"built-in functions", []string{"CREATE TABLE t (); CREATE TRIGGER x BEFORE INSERT ON t EXECUTE FUNCTION tsvector_update_trigger('a'); CREATE TRIGGER y BEFORE INSERT ON t EXECUTE FUNCTION pg_catalog.suppress_redundant_updates_trigger(); CREATE TRIGGER z BEFORE INSERT ON t EXECUTE FUNCTION pg_catalog.anything();"},
			[]string{`error unknown-function 42883: pg_catalog.anything | function "pg_catalog.anything()" does not exist | `}},
		{"no trigger function", []string{"CREATE FUNCTION g() RETURNS void LANGUAGE plpgsql AS 'BEGIN END'; CREATE TABLE t (); CREATE TRIGGER x BEFORE INSERT ON t EXECUTE FUNCTION g();"},
			[]string{`error not-a-trigger-function 42P17: g | function "g" must return type trigger | `}},
		{"drop of a function in use", []string{fn + "CREATE TABLE t (); CREATE TRIGGER x BEFORE INSERT ON t EXECUTE FUNCTION f(); DROP FUNCTION f();"},
			[]string{`error dependent-trigger 2BP01: f | function "f" cannot be dropped: trigger "x" of "t" executes it | drop the trigger first, or add CASCADE`}},
		{"drop of a column in use", []string{fn + "CREATE TABLE t (a int, b int); CREATE TRIGGER x BEFORE UPDATE OF a ON t FOR EACH ROW WHEN (OLD.b > 0) EXECUTE FUNCTION f(); ALTER TABLE t DROP COLUMN b;"},
			[]string{`error dependent-trigger 2BP01: * | column "b" cannot be dropped: trigger "x" names it | drop the trigger first; CASCADE would drop it too`}},
		{"new type of a column in use", []string{fn + "CREATE TABLE t (a int, b int); CREATE TRIGGER x BEFORE UPDATE OF a ON t EXECUTE FUNCTION f(); ALTER TABLE t ALTER a TYPE bigint, ALTER b TYPE text;"},
			[]string{`error dependent-trigger 0A000: * | the type of column "a" cannot be altered: trigger "x" names it | drop the trigger first and create it again after`}},
		{"call of what makes triggers", []string{`CREATE FUNCTION make(t text) RETURNS void LANGUAGE plpgsql AS $$ BEGIN EXECUTE format('CREATE TRIGGER x BEFORE INSERT ON %I EXECUTE FUNCTION f()', t); END $$;
SELECT make('t');
DO $$ BEGIN PERFORM make('u'); END $$;
SELECT setval('s', 1), elsewhere();
ALTER TABLE nope ADD a int;`},
			[]string{`note dynamic-sql : SELECT make('t') | triggers made by dynamic SQL are not followed | `,
				`note dynamic-sql : DO $$ BEGIN PERFORM make('u'); END $$ | triggers made by dynamic SQL are not followed | `}},
		{"harmless blocks and calls", []string{"DO $$ BEGIN PERFORM 1; END $$; SELECT now(); SELECT pg_catalog.setval('s', 1); CALL p(); ALTER TABLE nope ADD a int;"},
			[]string{`warning unknown-table 42P01: nope | table "nope" does not exist | `}},
		{"a table of a migration tool", []string{fn + "ALTER TABLE schema_migrations ADD a int; CREATE TRIGGER x BEFORE INSERT ON goose_db_version EXECUTE FUNCTION f(); ALTER TABLE migrations ADD a int;"},
			[]string{`warning unknown-table 42P01: migrations | table "migrations" does not exist | `}},
		{"blocks that know what is there", []string{fn + "CREATE TABLE t (); CREATE TRIGGER x BEFORE INSERT ON t EXECUTE FUNCTION f();" + `
DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_trigger) THEN CREATE TRIGGER x BEFORE INSERT ON t EXECUTE FUNCTION f(); END IF; END $$;
DO $$ BEGIN CREATE TRIGGER x BEFORE INSERT ON t EXECUTE FUNCTION f(); EXCEPTION WHEN duplicate_object THEN NULL; END $$;
ALTER TABLE nope ADD a int;`},
			[]string{`warning unknown-table 42P01: nope | table "nope" does not exist | `}},
		{"a block that does not know", []string{fn + "CREATE TABLE t (); CREATE TRIGGER x BEFORE INSERT ON t EXECUTE FUNCTION f();" +
			"DO $$ BEGIN CREATE TRIGGER x BEFORE INSERT ON t EXECUTE FUNCTION f(); END $$;"},
			[]string{`error duplicate-trigger 42710: x | trigger "x" of table "t" exists already | `}},
		{"a block that may alter", []string{"DO $$ BEGIN IF EXISTS (SELECT FROM pg_class) THEN ALTER TABLE nope ADD a int; END IF; END $$; ALTER TABLE nope ADD a int;"},
			nil},
		{"dynamic triggers", []string{"DO $$ BEGIN EXECUTE 'CREATE TRIGGER x BEFORE INSERT ON t EXECUTE FUNCTION f()'; END $$;\nALTER TABLE nope ADD a int;"},
			[]string{`note dynamic-sql : * | triggers made by dynamic SQL are not followed | `}},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, _, list := replay(t, test.files...)
			var got []string
			for i, d := range list {
				at := d.Span.String()
				if i < len(test.want) && strings.Contains(test.want[i], ": * |") {
					if at == "" {
						t.Errorf("%s is nowhere", d.Code)
					}
					at = "*"
				}
				got = append(got, fmt.Sprintf("%s %s %s: %s | %s | %s", d.Severity, d.Code, d.SQLState, at, d.Message, d.Help))
			}
			if !slices.Equal(got, test.want) {
				t.Errorf("got:\n\t%s\nwant:\n\t%s", strings.Join(got, "\n\t"), strings.Join(test.want, "\n\t"))
			}
		})
	}
}

func TestFilesAreSessions(t *testing.T) {
	a := "CREATE SCHEMA a; SET search_path = a; CREATE TABLE t (x int); CREATE TEMP TABLE t2 (x int);"
	b := "CREATE TABLE t (y int); SET LOCAL search_path = a; ALTER TABLE t ADD COLUMN z int;"
	c := "CREATE TABLE t2 (z int);"
	db, trees, list := replay(t, a, b, c)
	if len(list) > 0 {
		t.Fatal(list)
	}
	inA := db.Relation(ast.Name{Schema: "a", Name: "t"})
	inPublic := db.Relation(ast.Name{Name: "t"})
	if inA == nil || inPublic == nil || inA == inPublic || inPublic.Column("y") == nil || inA.Column("z") == nil {
		t.Fatal("tables are not where they should be")
	}
	if r := db.Relation(ast.Name{Name: "t2"}); r == nil || r.Temp {
		t.Error("the temporary table outlives its session")
	}
	fileA, fileB := trees[0].Source, trees[1].Source
	for _, test := range []struct {
		file *source.File
		at   string
		name string
		want *schema.Relation
	}{
		{fileA, "CREATE SCHEMA", "t", inPublic},
		{fileA, "CREATE TABLE", "t", inA},
		{fileB, "CREATE TABLE", "t", inPublic},
		{fileB, "ALTER", "t", inA},
		{fileA, "CREATE TABLE", "t2", db.RelationOf(trees[0].Stmts[3])},
	} {
		offset := strings.Index(test.file.Text(), test.at)
		if got := db.RelationAt(ast.Name{Name: test.name}, test.file, offset); got != test.want || got == nil {
			t.Errorf("%s at %q of %s is %v", test.name, test.at, test.file.Path(), got)
		}
	}
}

func TestRelationOf(t *testing.T) {
	db, trees, _ := replay(t, `CREATE TABLE a (x int, y int);
CREATE TABLE b (x int);
CREATE TABLE IF NOT EXISTS a (z int);
ALTER TABLE a RENAME TO c;
ALTER TABLE c RENAME COLUMN x TO xx;
ALTER TABLE c DROP COLUMN y;
DROP TABLE b;`)
	stmts := trees[0].Stmts
	c := db.Relation(ast.Name{Name: "c"})
	if c == nil || db.RelationOf(stmts[0]) != c || db.RelationOf(stmts[2]) != c {
		t.Error("a renamed table is lost")
	}
	if r := db.RelationOf(stmts[1]); r != nil {
		t.Errorf("dropped table: %v", r.Name)
	}
	els := stmts[0].(*ast.Create).Elements
	if col := db.ColumnOf(els[0].Column); col == nil || col.Name != "xx" {
		t.Errorf("renamed column: %v", col)
	}
	if col := db.ColumnOf(els[1].Column); col != nil {
		t.Errorf("dropped column: %v", col.Name)
	}
}

func TestColumnRenames(t *testing.T) {
	db, _, _ := replay(t, fn+`CREATE TABLE t (a int, b int);
CREATE TRIGGER x BEFORE UPDATE OF a ON t FOR EACH ROW WHEN (NEW.b > 0) EXECUTE FUNCTION f();
ALTER TABLE t RENAME a TO tmp; ALTER TABLE t RENAME b TO a; ALTER TABLE t RENAME tmp TO b; ALTER TABLE t ADD c int;`)
	x := db.Relation(ast.Name{Name: "t"}).Trigger("x")
	if x.Column("a") != "b" || x.Column("b") != "a" || x.Column("c") != "c" {
		t.Errorf("renames: %v", x.ColumnRenames)
	}
}

// Postgres refuses each of these; the replay must end all the same.
func TestCircles(t *testing.T) {
	db, _, _ := replay(t, `CREATE TABLE a (x int); CREATE TABLE b (x int) INHERITS (a); CREATE TABLE c () INHERITS (b);
ALTER TABLE a INHERIT c; ALTER TABLE a INHERIT a; ALTER TABLE a ADD COLUMN y int;
CREATE TABLE p (x int) PARTITION BY LIST (x); CREATE TABLE q PARTITION OF p DEFAULT PARTITION BY LIST (x);
ALTER TABLE q ATTACH PARTITION p DEFAULT; ALTER TABLE p ATTACH PARTITION p DEFAULT; CREATE UNIQUE INDEX ON p (x);
CREATE VIEW v AS SELECT x FROM a; CREATE VIEW w AS SELECT x FROM v; CREATE OR REPLACE VIEW v AS SELECT x FROM w;
DROP TABLE c CASCADE; DROP VIEW v CASCADE; CREATE TABLE self (LIKE self INCLUDING ALL) INHERITS (self);`)
	for _, gone := range []string{"c", "v", "w"} {
		if r := db.Relation(ast.Name{Name: gone}); r != nil {
			t.Errorf("%s is still there", gone)
		}
	}
	if b := db.Relation(ast.Name{Name: "b"}); b == nil || b.Column("y") == nil {
		t.Errorf("b: %+v", b)
	}
}

func TestUnknownIsOpen(t *testing.T) {
	db, _, _ := replay(t, `CREATE VIEW v AS SELECT * FROM elsewhere;
CREATE VIEW w AS SELECT e.id, now() FROM elsewhere e;
CREATE TABLE known (id int, n text);
CREATE VIEW un AS SELECT * FROM known UNION SELECT 1, 'x';
CREATE VIEW sub AS SELECT s.id FROM (SELECT id FROM known) s;
CREATE TABLE l (LIKE elsewhere, a int);
CREATE TABLE i (a int) INHERITS (elsewhere);
CREATE TABLE k (a int, r int REFERENCES elsewhere (id), c citext, e elsewhere_type[]);`)
	for name, open := range map[string]bool{"v": true, "w": false, "l": true, "i": true, "k": false} {
		r := db.Relation(ast.Name{Name: name})
		if r == nil || r.Open != open {
			t.Errorf("%s: %+v", name, r)
		}
	}
	w := db.Relation(ast.Name{Name: "w"})
	if id := w.Column("id"); id == nil || !id.Type.Unknown || w.Updatable {
		t.Errorf("w: %+v", w)
	}
	for _, name := range []string{"un", "sub"} {
		v := db.Relation(ast.Name{Name: name})
		if id := v.Column("id"); id == nil || !id.Type.Unknown || v.Open || v.Updatable {
			t.Errorf("%s: %+v", name, v)
		}
	}
	k := db.Relation(ast.Name{Name: "k"})
	if c := k.Constraint("k_r_fkey"); c == nil || c.Ref != nil || c.RefName.Name != "elsewhere" {
		t.Errorf("foreign key: %+v", c)
	}
	if e := k.Column("e").Type; !e.Unknown || e.String() != "elsewhere_type[]" || e.Equality() != 0 || !e.HasEquality() {
		t.Errorf("unknown type: %v", e)
	}
	if c := k.Column("c").Type; !c.Unknown || c.Equality() != ast.Yes || !c.IsText() {
		t.Errorf("citext: %v", c)
	}
}

// Code that cannot be followed may add columns and labels to what it names.
func TestCodeOpens(t *testing.T) {
	for _, code := range []string{
		"DO $$ BEGIN EXECUTE format('ALTER TABLE %I ADD a int', 'boats'); ALTER TYPE rig ADD VALUE 'gaff'; EXECUTE 'alter type public.Rig'; END $$;",
		"CREATE FUNCTION widen() RETURNS void LANGUAGE plpgsql AS $$ BEGIN EXECUTE 'ALTER TABLE boats ADD a int, ADD r rig'; END $$; SELECT widen();",
		"CREATE FUNCTION widen(int) RETURNS text LANGUAGE plpgsql AS $$ BEGIN EXECUTE 'ALTER TABLE boats ADD a int, ADD r rig'; RETURN ''; END $$; SELECT * FROM generate_series(1, 2) AS n, LATERAL (SELECT lower(widen(n))) AS w;",
		"CREATE FUNCTION widen(text, text) RETURNS void LANGUAGE plpgsql AS $$ BEGIN EXECUTE format('ALTER TABLE %I ADD a int', $1); END $$; CALL widen('boats', 'rig');",
		"DO $$ BEGIN IF current_setting('server_version_num')::int > 150000 THEN ALTER TABLE boats ADD a rig; END IF; END $$;",
	} {
		db, _, _ := replay(t, "CREATE TYPE rig AS ENUM ('sloop'); CREATE TABLE boats (r rig); CREATE TYPE hull AS ENUM ('long'); CREATE TABLE ports (h hull);"+code)
		boats, ports := db.Relation(ast.Name{Name: "boats"}), db.Relation(ast.Name{Name: "ports"})
		if !db.Opaque || !boats.Open || boats.Column("r").Type.Enum() != nil {
			t.Errorf("boats are closed after %s", code)
		}
		if ports.Open || ports.Column("h").Type.Enum() == nil {
			t.Errorf("ports are open after %s", code)
		}
	}
	db, _, _ := replay(t, "CREATE TYPE rig AS ENUM ('sloop'); CREATE TABLE boats (r rig); DO $$ BEGIN EXECUTE 'CREATE INDEX ON boats (r)'; ALTER TABLE boats ADD a int; ALTER TYPE rig ADD VALUE 'gaff'; END $$;")
	boats := db.Relation(ast.Name{Name: "boats"})
	if enum := boats.Column("r").Type.Enum(); boats.Open || boats.Column("a") == nil || enum == nil || len(enum.Labels) != 2 {
		t.Errorf("boats: %+v", boats)
	}
}

func TestTypeRef(t *testing.T) {
	db, _, _ := replay(t, `CREATE SCHEMA shop;
CREATE TYPE shop.status AS ENUM ('a', 'b');
CREATE TYPE pair AS (x int, y json);
CREATE TYPE good AS (x int, y text);
CREATE DOMAIN d1 AS timestamptz; CREATE DOMAIN d2 AS d1; CREATE DOMAIN dj AS json; CREATE DOMAIN de AS shop.status;
CREATE DOMAIN da AS int[];
CREATE TABLE other (id bigint, p point);
CREATE TABLE t (a int, b timestamptz(3), c text[], d shop.status, e pair, f good[], g d2, h dj, i json[], j de, k int4range,
  l numeric(10,2), m "Odd Type", n varchar(5), o boolean, p other, q da, r bpchar, s char(3), u interval day to second(3), v jsonb, w "bit", x bit);
CREATE FUNCTION f(x t.l%TYPE) RETURNS int LANGUAGE sql AS 'SELECT 1';`)
	r := db.Relation(ast.Name{Name: "t"})
	for _, test := range []struct {
		col, text string
		eq        ast.Tri
		is        string
	}{
		{"a", "integer", ast.Yes, "integer numeric"},
		{"b", "timestamp(3) with time zone", ast.Yes, "timestamp datetime"},
		{"c", "text[]", ast.Yes, "array"},
		{"d", "shop.status", ast.Yes, "enum"},
		{"e", "pair", ast.No, ""},
		{"f", "good[]", ast.Yes, "array"},
		{"g", "d2", ast.Yes, "timestamp datetime"},
		{"h", "dj", ast.No, ""},
		{"i", "json[]", ast.No, "array"},
		{"j", "de", ast.Yes, "enum"},
		{"k", "int4range", ast.Yes, ""},
		{"l", "numeric(10,2)", ast.Yes, "numeric"},
		{"m", `"Odd Type"`, 0, ""},
		{"n", "character varying(5)", ast.Yes, "text"},
		{"o", "boolean", ast.Yes, "boolean"},
		{"p", "other", ast.No, ""},
		{"q", "da", ast.Yes, "array"},
		{"r", "bpchar", ast.Yes, "text"},
		{"w", `"bit"`, ast.Yes, ""},
		{"x", "bit(1)", ast.Yes, ""},
		{"s", "character(3)", ast.Yes, "text"},
		{"u", "interval day to second(3)", ast.Yes, ""},
		{"v", "jsonb", ast.Yes, ""},
	} {
		typ := r.Column(test.col).Type
		var is []string
		for _, c := range []struct {
			name string
			yes  bool
		}{
			{"array", typ.IsArray()}, {"boolean", typ.IsBoolean()}, {"enum", typ.Enum() != nil}, {"integer", typ.IsInteger()},
			{"numeric", typ.IsNumeric()}, {"text", typ.IsText()}, {"timestamp", typ.IsTimestamp()}, {"datetime", typ.IsDateTime()},
		} {
			if c.yes {
				is = append(is, c.name)
			}
		}
		if typ.String() != test.text || typ.Equality() != test.eq || strings.Join(is, " ") != test.is {
			t.Errorf("%s: %s, equality %d, %v; want %s, %d, %s", test.col, typ, typ.Equality(), is, test.text, test.eq, test.is)
		}
	}
	if f := db.LookupFunctions(ast.Name{Name: "f"}); len(f) != 1 || f[0].Args[0].String() != "numeric(10,2)" {
		t.Errorf("%%TYPE: %v", f)
	}
	if names := db.RelationNames(); !slices.Equal(names, []string{"other", "public.other", "public.t", "t"}) {
		t.Errorf("names: %v", names)
	}
}

// Ten thousand tables with what tables have, and a change to each: a scan
// over all of them for each statement would take minutes.
func TestCost(t *testing.T) {
	const n = 10000
	var stmts []ast.Stmt
	text := "CREATE TABLE users (id bigint PRIMARY KEY);\n" + fn
	_, trees, _ := replay(t, text)
	stmts = append(stmts, trees[0].Stmts...)
	_, one, _ := replay(t, `CREATE TABLE t0 (id bigserial PRIMARY KEY, author bigint REFERENCES users, a int CHECK (a > 0), b text UNIQUE);
CREATE INDEX ON t0 (a); CREATE VIEW v0 AS SELECT * FROM t0;
CREATE TRIGGER x BEFORE UPDATE ON t0 FOR EACH ROW EXECUTE FUNCTION f();
ALTER TABLE t0 RENAME COLUMN a TO c; ALTER TABLE t0 DROP COLUMN b; DROP VIEW v0;`)
	for i := range n {
		table, view := ast.Name{Name: fmt.Sprintf("table_%d", i)}, ast.Name{Name: fmt.Sprintf("view_%d", i)}
		for _, s := range one[0].Stmts {
			switch s := s.(type) {
			case *ast.Create:
				c := *s
				switch {
				case c.Kind == ast.Index:
					c.IndexOn = &table
				case c.Kind == ast.View:
					c.Name = view
				default:
					c.Name = table
				}
				stmts = append(stmts, &c)
			case *ast.CreateTrigger:
				c := *s
				c.Header.On = &table
				stmts = append(stmts, &c)
			case *ast.AlterTable:
				c := *s
				c.Name = table
				stmts = append(stmts, &c)
			case *ast.Rename:
				c := *s
				c.Name = table
				stmts = append(stmts, &c)
			case *ast.Drop:
				c := *s
				c.Names = []ast.Name{view}
				stmts = append(stmts, &c)
			default:
				t.Fatalf("unexpected %T", s)
			}
		}
	}
	var r diag.Report
	start := time.Now()
	db := schema.Replay([]*ast.File{{Source: source.NewFile("all.sql", ""), Stmts: stmts}}, 15, "", nil, &r)
	t.Logf("%d statements in %v", len(stmts), time.Since(start))
	if got := len(db.Relations()); got != n+1 {
		t.Errorf("%d relations", got)
	}
}
