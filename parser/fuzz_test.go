package parser

import (
	"reflect"
	"strings"
	"testing"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/pgname"
	"github.com/trigc/trigc/internal/source"
)

// FuzzParseAll: whatever the text, there is no panic, all places are inside
// of the file, and what has a name stands where that name is written.
func FuzzParseAll(f *testing.F) {
	for _, text := range []string{
		"", "\uFEFF", "--", "/*", "'", "$$", ";", "\x00", "\xff", "CREATE TABLE é (ü int -- x\r\n)",
		"CREATE TABLE a (b int DEFAULT (1 + 2) CHECK (b > 0 AND (b < 5 OR NOT b IN (1, 2))), LIKE c INCLUDING ALL) PARTITION BY RANGE (b)",
		"ALTER TABLE ONLY a.b ADD c text COLLATE \"C\" NOT NULL, ALTER d TYPE interval day to second(3), DROP e CASCADE",
		"CREATE VIEW v (a) AS SELECT x.*, y::text FROM (SELECT 1) x, LATERAL f(x) WITH ORDINALITY AS y (z) UNION (SELECT 2 ORDER BY 1)",
		"CREATE FUNCTION f(a int DEFAULT 1, VARIADIC b text[]) RETURNS trigger LANGUAGE plpgsql AS 'it''s'",
		"CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1; SELECT CASE WHEN a THEN b END; END; CREATE TABEL",
		"CREATE CONSTRAINT TRIGGER t AFTER INSERT OR UPDATE OF a, b ON c.d FROM e DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION f('x', 1)",
		"CREATE TRIGGER t BEFORE DELETE ON a REFERENCING OLD ROW AS o NEW TABLE n EXECUTE PROCEDURE f()",
		"DROP TRIGGER t ON a; DROP FUNCTION f(int), g; DROP TABLE IF EXISTS a, b.c CASCADE; DROP OPERATOR + (int, int)",
		"ALTER TRIGGER a ON b RENAME TO c; ALTER TABLE a RENAME CONSTRAINT b TO c; ALTER DOMAIN d ADD CHECK (VALUE > 0)",
		"CREATE SCHEMA s CREATE TABLE t (a int) CREATE INDEX ON t (lower(a)); SET search_path = a, 'b'; SELECT set_config('search_path', '\"a,\"\",b', true)",
		"CREATE TYPE e AS ENUM ('a', 'b'); CREATE TYPE c AS (a int); CREATE DOMAIN d AS int NOT NULL CHECK (VALUE > 0); CREATE TYPE r AS RANGE (subtype = int4)",
		"DO $$ create trigger $$; COMMENT ON TRIGGER a ON b IS 'c'; IMPORT FOREIGN SCHEMA a FROM SERVER b INTO c",
		"CREATE TABLE t AS WITH w AS (DELETE FROM a USING b WHERE a.c = b.c RETURNING *) SELECT * FROM w WHERE (a, b) IN (SELECT c, d FROM e)",
		"-- pgtrigger: protect a before delete when (OLD.b = 1)\nCREATE TABLE t (b int -- pgtrigger: readonly c\n)",
	} {
		f.Add(text)
	}
	g := ast.Grammar{
		{Name: "protect"},
		{Name: "readonly", Params: []*ast.Param{{Form: ast.ColumnsForm}}},
		{Name: "run", Params: []*ast.Param{{Keyword: "DO", Form: ast.StatementsForm, Needed: true}}},
	}
	f.Fuzz(func(t *testing.T, text string) {
		file := source.NewFile("fuzz.sql", text)
		var r diag.Report
		tree := ParseAll([]*source.File{file}, g, &r)[0]
		inside := func(s source.Span) {
			if !s.IsZero() && (s.File != file || s.Start < 0 || s.Start > s.End || s.End > len(text)) {
				t.Fatalf("span %d to %d of %d bytes", s.Start, s.End, len(text))
			}
		}
		eachSpan(reflect.ValueOf(tree.Stmts), inside)
		for _, d := range r.Sorted() {
			inside(d.Span)
		}
		last := 0
		for _, s := range tree.Stmts {
			at := s.StmtSpan()
			if at.IsZero() || at.Start < last {
				t.Fatalf("statement at %d behind %d", at.Start, last)
			}
			last = at.Start
		}
		checkNames(t, reflect.ValueOf(tree.Stmts))
	})
}

// checkNames compares names in a tree with the text where they stand.
func checkNames(t *testing.T, v reflect.Value) {
	same := func(name string, at source.Span) {
		text := at.String()
		if at.IsZero() || strings.HasPrefix(strings.ToLower(text), "u&") || strings.HasPrefix(text, "'") {
			return
		}
		if got := identValue(text); got != name && len(got) <= pgname.MaxLen && !strings.Contains(text, "\uFFFD") {
			t.Fatalf("%q stands at %q", name, text)
		}
	}
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			checkNames(t, v.Elem())
		}
		return
	case reflect.Slice:
		for i := range v.Len() {
			checkNames(t, v.Index(i))
		}
		return
	case reflect.Struct:
	default:
		return
	}
	switch n := v.Interface().(type) {
	case source.Span:
		return
	case ast.Ident:
		same(n.Name, n.Span)
		return
	case ast.Relation:
		if n.Name.Schema == "" {
			same(n.Name.Name, n.Name.Span)
		}
	case ast.CreateTrigger:
		if n.Func.Schema == "" {
			same(n.Func.Name, n.Func.Span)
		}
	case ast.Create:
		if n.Name.Schema == "" && n.Name.Name != "" {
			same(n.Name.Name, n.Name.Span)
		}
		for _, e := range n.Elements {
			if e.Column == nil && e.Constraint == nil && e.Like == nil {
				t.Fatalf("element %q is nothing", e.Span)
			}
		}
	}
	for i := range v.NumField() {
		checkNames(t, v.Field(i))
	}
}
