package parser

import (
	"fmt"
	"strings"
	"testing"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/source"
)

// TestTableUses looks for the tables fresh and "Old ä" in bodies. A letter
// before a name tells what it is: p(lain), a(liased), c(ommand), t(arget),
// d(ynamic), u(nclear); a name without one is no table.
func TestTableUses(t *testing.T) {
	for _, body := range []string{
		`BEGIN INSERT INTO log SELECT id FROM p:fresh; END`,
		`BEGIN INSERT INTO log SELECT fresh.id, fresh.* FROM p:fresh; END`,
		`BEGIN INSERT INTO log SELECT f.id FROM a:fresh AS f; INSERT INTO log SELECT f.id FROM a:FRESH f(id); END`,
		`BEGIN INSERT INTO log SELECT to_jsonb(fresh) FROM p:fresh; END`,
		`BEGIN PERFORM count(fresh) FROM p:fresh; PERFORM f(x) FROM g JOIN a:fresh x ON true; END`,
		`BEGIN PERFORM 1 FROM x, p:fresh, (p:fresh JOIN y USING (fresh)) AS z; END`,
		`BEGIN UPDATE t SET n = f.n FROM a:fresh f WHERE f.id = t.id; DELETE FROM t USING p:fresh WHERE t.id = fresh.id; END`,
		`BEGIN MERGE INTO t USING a:fresh AS f ON f.id = t.id WHEN MATCHED THEN DO NOTHING; END`,
		`BEGIN FOR r IN SELECT * FROM p:fresh LOOP INSERT INTO log SELECT r.id; END LOOP; END`,
		`BEGIN <<x>> FOR r IN SELECT * FROM p:fresh WHERE n > 1 ORDER BY id LOOP NULL; END LOOP x; END`,
		`BEGIN FOR a, b IN WITH w AS (SELECT * FROM p:fresh) SELECT a, b FROM w JOIN p:fresh ON true LOOP PERFORM 1 FROM p:fresh; END LOOP; END`,
		`BEGIN FOR i IN 1 .. (SELECT count(*) FROM p:fresh) LOOP NULL; END LOOP; END`,
		`BEGIN IF EXISTS (SELECT FROM p:fresh) THEN INSERT INTO log SELECT 1 FROM p:fresh; ELSIF (SELECT count(*) FROM a:fresh f) > 1 THEN NULL; ELSE DELETE FROM t USING p:fresh; END IF; END`,
		`BEGIN IF count(*) > 1 FROM p:fresh THEN DELETE FROM t USING p:fresh; END IF; END`,
		`BEGIN WHILE EXISTS (SELECT FROM p:fresh) LOOP EXIT WHEN NOT EXISTS (SELECT FROM p:fresh); END LOOP; END`,
		`BEGIN SELECT count(*) INTO n FROM p:fresh; SELECT a, b INTO STRICT x, y.z[1] FROM p:fresh WHERE a = 1; SELECT 1 FROM p:fresh INTO n; END`,
		`BEGIN INSERT INTO log SELECT 1 FROM p:fresh RETURNING id, n INTO a, b; END`,
		`BEGIN n := (SELECT max(id) FROM p:fresh) + 1; n = max(id) FROM p:fresh; r.a[1] := ARRAY(SELECT id FROM p:fresh); END`,
		`DECLARE n int := (SELECT count(*) FROM p:fresh); m int DEFAULT max(id) FROM p:fresh; c CURSOR FOR SELECT * FROM p:fresh; d CURSOR (a int) IS SELECT a FROM p:fresh; BEGIN OPEN e FOR SELECT * FROM p:fresh; END`,
		`BEGIN RETURN QUERY SELECT * FROM p:fresh; RAISE NOTICE 'fresh %', (SELECT count(*) FROM p:fresh); ASSERT EXISTS (SELECT FROM p:fresh), 'fresh'; END`,
		`BEGIN CASE WHEN EXISTS (SELECT FROM p:fresh) THEN INSERT INTO log SELECT CASE WHEN a THEN 1 ELSE 2 END FROM p:fresh WHERE CASE WHEN b THEN true END; ELSE NULL; END CASE; END`,
		`BEGIN INSERT INTO log c:TABLE fresh; PERFORM 1 FROM (c:TABLE fresh) AS x; END`,
		`BEGIN INSERT INTO log SELECT 1 FROM p:"Old ä" JOIN a:fresh AS n ON n.id = "Old ä".id; END`,
		`BEGIN INSERT INTO log SELECT 1 FROM public.fresh, x AS fresh, fresh(1), (SELECT 1 AS fresh) AS y; END`,
		`BEGIN INSERT INTO log SELECT fresh.fresh FROM t AS fresh; INSERT INTO fresh.t (fresh) VALUES (1); END`,
		`BEGIN NULL; EXCEPTION WHEN others THEN INSERT INTO log SELECT 1 FROM p:fresh; END`,
		`BEGIN /* FROM fresh; */ INSERT INTO log -- fresh
			SELECT 1 FROM /* x */ p:fresh; PERFORM 'fresh'; END`,
		`BEGIN CREATE TABLE x AS SELECT * FROM p:fresh; END`,
		`BEGIN PERFORM set_config('a', (SELECT string_agg(fresh.x, ',') FROM p:fresh WHERE n IN (SELECT n FROM a:fresh AS g)), true); END`,
		`BEGIN INSERT INTO t:fresh VALUES (1); UPDATE t:fresh SET n = 1; DELETE FROM t:fresh; END`,
		`BEGIN DELETE FROM t:fresh; END`,
		`BEGIN IF a THEN DELETE FROM t:fresh; ELSE DELETE FROM t:fresh; END IF; LOOP DELETE FROM t:fresh; END LOOP; END`,
		`BEGIN WITH u:fresh AS (SELECT * FROM p:fresh) SELECT 1 FROM u:fresh; END`,
		`BEGIN PERFORM 1 FROM ONLY u:fresh; PERFORM 1 FROM u:fresh *; END`,
		`DECLARE u:fresh int; BEGIN u:fresh := 1; IF u:fresh = 1 THEN NULL; END IF; END`,
		`BEGIN EXECUTE d:'SELECT 1 FROM Fresh'; EXECUTE 'SELECT 1 FROM refresh, fresh1'; q := d:$x$ fresh $x$; END`,
		`BEGIN IF a IS DISTINCT FROM u:fresh THEN NULL; END IF; FETCH FROM u:fresh INTO x; END`,
	} {
		text, want := "", []string{}
		rest := body
		for {
			i := strings.IndexByte(rest, ':')
			if i < 1 || !strings.ContainsRune("pactdu", rune(rest[i-1])) || i > 1 && rest[i-2] != ' ' && rest[i-2] != '(' {
				if i < 0 {
					break
				}
				text, rest = text+rest[:i+1], rest[i+1:]
				continue
			}
			text += rest[:i-1]
			want = append(want, fmt.Sprintf("%c%d", rest[i-1], len(text)))
			rest = rest[i+1:]
		}
		text += rest
		b := &ast.Body{Text: text, Span: source.NewFile("f.sql", text).At(0, len(text)), Pieces: []ast.Piece{{}}}
		got := []string{}
		for _, u := range tableUses(b, []string{"fresh", "Old ä"}) {
			got = append(got, fmt.Sprintf("%c%d", " pactdu"[u.Kind], u.Start))
			if u.Span.Start != u.Start && u.Kind != ast.CommandUse || u.Span.End != u.End {
				t.Errorf("%s: span %v of %v", text, u.Span, u)
			}
		}
		if fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("%s\n got %v\nwant %v", body, got, want)
		}
	}
}

// FuzzTableUses: whatever the body, there is no panic, and each place is in it,
// behind the one before, and has the table's name.
func FuzzTableUses(f *testing.F) {
	for _, text := range []string{
		"", "'", "BEGIN", "BEGIN INSERT INTO log SELECT f.id INTO STRICT a, b.c[1] FROM fresh f; END",
		"DECLARE c CURSOR FOR SELECT * FROM fresh; BEGIN FOR r IN (SELECT 1 FROM fresh) LOOP IF a THEN n := (TABLE fresh); END IF; END LOOP; END",
		"fresh ) ( fresh [ fresh ] SELECT (fresh", "SELECT FROM U&\"fresh\" INTO", "EXECUTE $x$ fresh $x$; WITH fresh AS (SELECT 1) DELETE FROM fresh",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		b := &ast.Body{Text: text, Span: source.NewFile("f.sql", text).At(0, len(text)), Pieces: []ast.Piece{{}}}
		last := 0
		for _, u := range tableUses(b, []string{"fresh"}) {
			if u.Kind == 0 || u.Start < last || u.Start >= u.End || u.End > len(text) {
				t.Fatalf("%v behind %d of %d bytes", u, last, len(text))
			}
			if !strings.Contains(strings.ToLower(text[u.Start:u.End]), "fresh") && !strings.Contains(text[u.Start:u.End], "&") {
				t.Fatalf("%q is no name of the table", text[u.Start:u.End])
			}
			last = u.End
		}
	})
}
