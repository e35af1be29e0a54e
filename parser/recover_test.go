package parser

import (
	"fmt"
	"strings"
	"testing"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/source"
)

func kinds(f *ast.File) string {
	var list []string
	for _, s := range f.Stmts {
		list = append(list, strings.TrimPrefix(fmt.Sprintf("%T", s), "*ast."))
	}
	return strings.Join(list, " ")
}

func TestRecover(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		stmts      string
		want       []string // line:column severity code state <span> message
	}{
		{"fine", "CREATE TABLE a (x int); BEGIN;", "Create Transaction", nil},
		{"empty", "", "", nil},
		{"comments", "-- a\n/* b */\n", "", nil},
		{"semicolons", ";; ;", "", nil},
		{"one of three", "CREATE TABLE a (x int);\nCREATE TABEL b (x int);\nCREATE TABLE c (x int);", "Create Create",
			[]string{`2:8 error syntax-error 42601 <TABEL> syntax error at or near "TABEL"`}},
		{"two", "CRATE x;\nCREATE TABLE a (x int);\nALTER TABEL a;", "Create",
			[]string{`1:1 error syntax-error 42601 <CRATE> syntax error at or near "CRATE"`, `3:7 error syntax-error 42601 <TABEL> syntax error at or near "TABEL"`}},
		{"multi-byte before", "/* äöü€😀 */ CREATE TABLE \"naïve\" (x int);\nCOMMENT ON TABLE \"naïve\" IS 'é😀'; /* é */ CREATE \"é\" TABEL;", "Create",
			[]string{"2:56 error syntax-error 42601 <\"é\"> syntax error at or near \"\"é\"\""}},
		{"multi-byte in the statement", "CREATE TABLE \"ñé😀\" (\"ü\" int DEFAULT 'é' NOT NUL);", "",
			[]string{`1:52 error syntax-error 42601 <NUL> syntax error at or near "NUL"`}},
		{"end of file", "CREATE TABLE a (x int);\nCREATE TABLE b (x int -- no end", "Create",
			[]string{`2:19 error syntax-error 42601 <int> syntax error at end of input`}},
		{"at the semicolon", "CREATE TABLE;", "", []string{`1:13 error syntax-error 42601 <;> syntax error at or near ";"`}},
		{"open parenthesis", "CREATE TABLE a (x int;\nCREATE TABLE b (y int);\nDROP TABLE c;", "Create Drop",
			[]string{`1:22 error syntax-error 42601 <;> syntax error at or near ";"`}},
		{"begin atomic", "CREATE TABEL x;\nCREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1; SELECT CASE WHEN true THEN 1 END; SELECT 2; END;\nCREATE TABLE a ();",
			"CreateFunction Create", []string{`1:8 error syntax-error 42601 <TABEL> syntax error at or near "TABEL"`}},
		{"broken begin atomic", "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELEC 1;\nEND; CREATE TABLE a ();",
			"Create", []string{`1:46 error syntax-error 42601 <SELEC> syntax error at or near "SELEC"`}},
		{"begin atomic without end", "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1;\nCREATE TABLE a ();",
			"Create", []string{`1:54 error syntax-error 42601 <;> syntax error at end of statement`}},
		{"rule", "CREATE RULE r AS ON INSERT TO t DO (INSERT INTO a VALUES (1); DELETE FROM b); CREATE TABEL x; CREATE TABLE a ();",
			"CreateRule Create", []string{`1:86 error syntax-error 42601 <TABEL> syntax error at or near "TABEL"`}},
		{"begin", "BEGIN; CREATE TABEL x; COMMIT; END;", "Transaction Transaction Transaction",
			[]string{`1:15 error syntax-error 42601 <TABEL> syntax error at or near "TABEL"`}},
		{"a semicolon in a body", "CREATE TABEL x;\nCREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ begin null; end; $$; CREATE TABLE a ();",
			"CreateFunction Create", []string{`1:8 error syntax-error 42601 <TABEL> syntax error at or near "TABEL"`}},
		{"open string", "CREATE TABLE a ();\nCOMMENT ON TABLE a IS 'b;\nCREATE TABLE c ();", "Create",
			[]string{`2:23 error syntax-error 42601 <'> unterminated quoted string`}},
		{"open dollar quote", "CREATE TABLE a ();\nDO $é$ x;\n", "Create",
			[]string{`2:4 error syntax-error 42601 <$é$> unterminated dollar-quoted string`}},
		{"open comment", "CREATE TABLE a (); /* x\n;", "Create",
			[]string{`1:20 error syntax-error 42601 </*> unterminated /* comment`}},
		{"open name", `CREATE TABLE a (); DROP TABLE "x;`, "Create",
			[]string{`1:31 error syntax-error 42601 <"> unterminated quoted identifier`}},
		{"number and word", "CREATE TABLE a (x int DEFAULT 12abc);\nCREATE TABLE b ();", "Create",
			[]string{`1:31 error syntax-error 42601 <12abc> trailing junk after numeric literal at or near "12a"`}},
		{"bad escape", "SELECT E'\\u00zz';\nCREATE TABLE b ();", "Create",
			[]string{`1:8 error syntax-error 22025 <E'\u00zz'> invalid Unicode escape`}},
		{"zero-length name", `CREATE TABLE "" (); CREATE TABLE b ();`, "Create",
			[]string{`1:14 error syntax-error 42601 <""> zero-length delimited identifier at or near """"`}},
		{"other state", "CREATE OR REPLACE CONSTRAINT TRIGGER a AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION f(); CREATE TABLE b ();", "Create",
			[]string{`1:1 error syntax-error 0A000 <CREATE> CREATE OR REPLACE CONSTRAINT TRIGGER is not supported`}},
		{"duplicate event", "CREATE TRIGGER a AFTER INSERT OR INSERT ON t EXECUTE FUNCTION f();", "",
			[]string{`1:34 error syntax-error 42601 <INSERT> duplicate trigger events specified at or near "INSERT"`}},
		{"byte order mark", "\uFEFFCREATE TABLE a (x int);\nCREATE TABEL b;", "Create",
			[]string{`2:8 error syntax-error 42601 <TABEL> syntax error at or near "TABEL"`}},
		{"carriage returns", "CREATE TABLE a (x int);\r\nCREATE TABEL b;\r\n", "Create",
			[]string{`2:8 error syntax-error 42601 <TABEL> syntax error at or near "TABEL"`}},
		{"not UTF-8", "CREATE TABLE a (); -- \xe9\nCREATE TABLE b ();", "Create Create",
			[]string{"1:23 error invalid-utf8 22021 <\xe9> invalid byte sequence for encoding \"UTF8\": 0xe9"}},
		{"virtual columns", "CREATE TABLE a (x int, y int GENERATED ALWAYS AS (x * (2)) VIRTUAL NOT NULL, z int GENERATED ALWAYS AS (x) /* c */, s int GENERATED ALWAYS AS (x) STORED);", "Create", nil},
		{"bad virtual column", "CREATE TABLE a (x int GENERATED ALWAYS AS (1) VIRTUL);", "",
			[]string{`1:47 error syntax-error 42601 <VIRTUL> syntax error at or near "VIRTUL"`}},
		{"NUL", "CREATE TABLE a (); -- \x00\nCREATE TABLE b ();", "Create Create",
			[]string{"1:23 error invalid-utf8 22021 <\x00> invalid byte sequence for encoding \"UTF8\": 0x00"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			f, list := parse(t, tt.text)
			if got := kinds(f); got != tt.stmts {
				t.Errorf("statements %q, want %q", got, tt.stmts)
			}
			if got, want := dumpDiagnostics(list), strings.Join(tt.want, "\n"); got != want {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}

// A statement must have the same tree and places whether its file is fine or
// broken elsewhere.
func TestRecoverKeepsPlaces(t *testing.T) {
	const good = "CREATE TABLE \"é\" (a int CHECK (a > 1 AND a < 3), /* ü */ b text);\n" +
		"CREATE TRIGGER t BEFORE UPDATE OF a ON \"é\" FOR EACH ROW WHEN (OLD.a <> NEW.a) EXECUTE FUNCTION f();\n" +
		"CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ begin return new; end $$;\n"
	const bad = "CREATE TABEL;\n"
	want, _ := parse(t, good)
	for _, text := range []string{good + bad, bad + good} {
		got, _ := parse(t, text)
		shift := strings.Index(text, good)
		for i, s := range want.Stmts {
			if i >= len(got.Stmts) {
				t.Fatalf("%d statements", len(got.Stmts))
			}
			if dump(got.Stmts[i]) != dump(s) && shift == 0 {
				t.Errorf("got  %s\nwant %s", dump(got.Stmts[i]), dump(s))
			}
			if got := got.Stmts[i].StmtSpan(); got.String() != s.StmtSpan().String() || got.Start != s.StmtSpan().Start+shift {
				t.Errorf("span %q at %d", got, got.Start)
			}
		}
	}
}

func TestOrderOfFiles(t *testing.T) {
	var files []*source.File
	for i := range 50 {
		files = append(files, source.NewFile(fmt.Sprint(i), fmt.Sprintf("CREATE TABLE t%d ();", i)))
	}
	for i, f := range ParseAll(files, nil, nil) {
		if f.Source != files[i] || f.Stmts[0].(*ast.Create).Name.Name != fmt.Sprintf("t%d", i) {
			t.Errorf("file %d is %s", i, f.Source.Path())
		}
	}
}

func TestVirtualColumn(t *testing.T) {
	f, _ := parse(t, "ALTER TABLE a ADD y int GENERATED ALWAYS AS (x * (2)) VIRTUAL NOT NULL, ADD z int GENERATED ALWAYS AS (1) STORED;")
	const want = `[ColumnDef{Name:y Span:<y int GENERATED ALWAYS AS (x * (2)) VIRTUAL NOT NULL> Type:pg_catalog.int4<int> NotNull:true ` +
		`Default:sql<x * (2)>Op{<x * (2)> Kind:1 Name:* Left:ColumnRef{<x> Parts:[x]} Right:Const{<2> Kind:3 Value:"2"}} Generated:true Virtual:true} ` +
		`ColumnDef{Name:z Span:<z int GENERATED ALWAYS AS (1) STORED> Type:pg_catalog.int4<int> Default:sql<1>Const{<1> Kind:3 Value:"1"} Generated:true}]`
	var got []*ast.ColumnDef
	for _, a := range f.Stmts[0].(*ast.AlterTable).Actions {
		got = append(got, a.Column)
	}
	if dump(got) != want {
		t.Errorf("got  %s\nwant %s", dump(got), want)
	}
}
