package parser

import (
	"os"
	"reflect"
	"strings"
	"testing"

	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/pgname"
	"github.com/trigc/trigc/internal/source"
)

// TestBodyErrors holds the place of each mistake: «…» in the body is what must
// be shown, nothing else.
func TestBodyErrors(t *testing.T) {
	const decl = "DECLARE x int; y text; r record; c refcursor; BEGIN "
	for _, tt := range []struct{ body, state, message string }{
		{decl + "«x» += 1; RETURN NEW; END", "42601", `syntax error at or near "x"`},
		{decl + "x := 1 RETURN «NEW»; END", "42601", `syntax error at or near "NEW"`},
		{decl + "x := (1«;» RETURN NEW; END", "42601", `mismatched parentheses at or near ";"`},
		{decl + "x := 1«)»; RETURN NEW; END", "42601", `mismatched parentheses at or near ")"`},
		{decl + "IF x = 1 THEN NULL; ELSE IF x = 2 THEN NULL; END IF; RETURN NEW; END«»", "42601", `syntax error at the end of the body`},
		{decl + "IF x = 1 NULL«;» END IF; RETURN NEW; END", "42601", `missing THEN at end of SQL expression at or near ";"`},
		{decl + "IF «THEN» NULL; END IF; RETURN NEW; END", "42601", `missing expression at or near "THEN"`},
		{decl + "RETURN«;» END", "42601", `missing expression at or near ";"`},
		{decl + "UPDATE SET x «=» 1; RETURN NEW; END", "42601", `syntax error at or near "="`},
		{decl + "SELECT 1 INTO x y «z»; RETURN NEW; END", "42601", `syntax error at or near "z"`},
		{decl + "PERFORM «SELECT» 1; RETURN NEW; END", "42601", `syntax error at or near "SELECT"`},
		{decl + "RAISE NOTICE '%', x, «y»; RETURN NEW; END", "42601", `too many parameters specified for RAISE: its format has 1`},
		{decl + "RAISE NOTICE «'% %'», x; RETURN NEW; END", "42601", `too few parameters specified for RAISE: its format has 2, given are 1`},
		{decl + "RAISE EXCEPTION 'a' USING «MESAGE» = 'b'; END", "42601", `unrecognized RAISE statement option "MESAGE"`},
		{decl + "RAISE EXCEPTION 'a' «||» 'b'; END", "42601", `syntax error at or near "||"`},
		{decl + "RAISE SQLSTATE «'2350'»; END", "42601", `invalid SQLSTATE code at or near "'2350'"`},
		{decl + "«EXIT»; END", "42601", `EXIT cannot be used outside a loop, unless it has a label`},
		{decl + "«CONTINUE» WHEN x = 1; END", "42601", `CONTINUE cannot be used outside a loop`},
		{"<<a>> " + decl + "LOOP CONTINUE «a»; END LOOP; END", "42601", `block label "a" cannot be used in CONTINUE`},
		{"<<a>> " + decl + "LOOP EXIT «b»; END LOOP; END", "42601", `there is no label "b" attached to any block or loop enclosing this statement`},
		{"<<a>> " + decl + "RETURN NEW; END «b»", "42601", `end label "b" differs from block's label "a"`},
		{decl + "LOOP EXIT; END LOOP «b»; END", "42601", `end label "b" specified for unlabeled block`},
		{"DECLARE «<<a>>» x int; BEGIN END", "42601", `block label must be placed before DECLARE, not after`},
		{"DECLARE x numeric(10 «2»); BEGIN END", "42601", `syntax error at or near "2"`},
		{"DECLARE x «SETOF int»; BEGIN END", "42601", `expected one type`},
		{"DECLARE x int «BEGIN» RETURN NEW; END", "42601", `syntax error at or near "BEGIN"`},
		{decl + "GET DIAGNOSTICS x = «ROW_COUNTS»; END", "42601", `unrecognized GET DIAGNOSTICS item at or near "ROW_COUNTS"`},
		{decl + "GET STACKED DIAGNOSTICS x = «ROW_COUNT»; END", "42601", `diagnostics item ROW_COUNT is not allowed in GET STACKED DIAGNOSTICS`},
		{decl + "GET DIAGNOSTICS «r» = ROW_COUNT; END", "42601", `"r" is not a scalar variable`},
		{decl + "SELECT 1, 2 INTO r«,» x; END", "42601", `record variable cannot be part of multiple-item INTO list`},
		{decl + "SELECT 1, 2 INTO x, «r»; END", "42601", `"r" is not a scalar variable`},
		{decl + "y := «'»a; END", "42601", `unterminated quoted string`},
		{decl + "y := 'é' «||»; END", "42601", `syntax error at the end of expression`},
		{decl + "«foo» bar; zz := 1; END", "42601", `syntax error at or near "foo"`},
	} {
		body := strings.NewReplacer("«", "", "»", "").Replace(tt.body)
		start := strings.Index(tt.body, "«")
		end := strings.Index(tt.body, "»") - len("«")
		if strings.HasSuffix(tt.message, "end of the body") {
			end = start + 2 // the closing quote
		}
		const head = "CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$"
		_, list := parse(t, head+body+"$$;")
		if len(list) != 1 {
			t.Errorf("%s: %d findings\n%s", tt.body, len(list), dumpDiagnostics(list))
			continue
		}
		d := list[0]
		if d.SQLState != tt.state || d.Message != tt.message || d.Span.Start != len(head)+start || d.Span.End != len(head)+end {
			t.Errorf("%s: got %s %s <%s> %d:%d, want %d:%d", tt.body, d.SQLState, d.Message, d.Span,
				d.Span.Start-len(head), d.Span.End-len(head), start, end)
		}
	}
}

// FuzzBody: whatever the body and the quotes around it, there is no panic, and
// all places are inside of the constant.
func FuzzBody(f *testing.F) {
	data, err := os.ReadFile("../testdata/bodies/bodies.sql")
	if err != nil {
		f.Fatal(err)
	}
	for _, body := range strings.Split(string(data), "\n-- @") {
		f.Add(body)
	}
	f.Fuzz(func(t *testing.T, body string) {
		for _, quoted := range []string{"$x$" + body + "$x$", pgname.Literal(body), "U&'" + strings.ReplaceAll(strings.ReplaceAll(body, "'", "''"), `\`, `\\`) + "'"} {
			const head = "CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS "
			text := head + quoted
			file := source.NewFile("fuzz.sql", text)
			var r diag.Report
			tree := ParseAll([]*source.File{file}, nil, &r)[0]
			inside := func(s source.Span) {
				if !s.IsZero() && (s.File != file || s.Start < 0 || s.Start > s.End || s.End > len(text)) {
					t.Fatalf("span %d to %d of %d bytes", s.Start, s.End, len(text))
				}
			}
			eachSpan(reflect.ValueOf(tree.Stmts), inside)
			for _, n := range tree.Newer {
				inside(n.Span)
			}
			for _, d := range r.Sorted() {
				inside(d.Span)
			}
		}
	})
}
