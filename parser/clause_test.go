package parser_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/source"
	"github.com/trigc/trigc/parser"
)

// everyForm is a grammar with a clause of each form.
var everyForm = ast.Grammar{{Name: "every", Params: []*ast.Param{
	{Form: ast.ColumnsForm},
	{Keyword: "SET", Form: ast.AssignmentsForm},
	{Keyword: "=", Form: ast.ExpressionForm},
	{Keyword: "CHECK", Form: ast.ParenForm},
	{Keyword: "DO", Form: ast.StatementsForm},
	{Keyword: "INITIAL", Form: ast.StatesForm},
	{Keyword: "EXECUTE", Form: ast.FunctionForm},
	{Keyword: "AS", Form: ast.BodyForm},
	{Keyword: "INTO", Form: ast.TableForm},
	{Keyword: "CHANNEL", Form: ast.WordForm},
	{Keyword: "USING", Form: ast.StringForm},
	{Keyword: "KEEP", Form: ast.ChoiceForm, Choices: []string{"old", "both"}},
	{Keyword: "CONTEXT", Form: ast.FlagForm},
	{Keyword: "FROM", Form: ast.SourcesForm},
	{Keyword: "BY", Form: ast.OperandForm},
	{Keyword: "TO", Form: ast.OperandForm},
	{Keyword: "VIA", Form: ast.OperandForm},
}}, {Name: "machine", Params: []*ast.Param{{Form: ast.TransitionsForm}}}}

// TestForms reads a directive of every form, over lines, and tells each part
// by the text that its span covers.
func TestForms(t *testing.T) {
	const text = `-- pgtrigger: every "My name" (a, "B") = coalesce(NEW.c, 'é, when')
--   set x = NEW.a + 1, Y, z = CASE WHEN NEW.b THEN 1 END check (NEW.a > 0 AND
--     NEW.é IS NULL) do (SELECT 1; DELETE FROM t WHERE s = ';')
--   initial new | 'in progress' | -1 | NULL execute function app.f('x', 2, y) as $$ BEGIN
--     END $$ into app."Log" channel news using 'it''s' keep BOTH context
--   from a weight 'A', (NEW.b || 'x') weight E'\\\\', "C", (SELECT 1) weight 'D' by "Name" to 'x' via (WITH q AS (SELECT 1) SELECT * FROM q)
--   before insert or update of a, b or delete for each row when (not OLD.d) not deferrable
--   message 'm' errcode '23514' hint E'h\\n' ignorable by "Boss" enable always on app.t
CREATE TABLE t (a int);
`
	d := directive(t, text)
	var parts []string
	add := func(format string, args ...any) { parts = append(parts, fmt.Sprintf(format, args...)) }
	add("%s %s", d.Kind.Name, d.Name.Name)
	for _, a := range d.Args {
		switch {
		case a.Sources != nil:
			for _, s := range a.Sources {
				source, weight := s.Column.Name, ""
				if s.Expr != nil {
					source += s.Expr.Span.String()
				}
				if s.Weight != nil {
					weight = s.Weight.Value
				}
				add("source %s: %s", source, weight)
			}
		case a.Columns != nil:
			add("columns %s %s", a.Columns[0].Span, a.Columns[1].Name)
		case a.Assigns != nil:
			for _, s := range a.Assigns {
				value := ""
				if s.Value != nil {
					value = s.Value.Span.String()
				}
				add("assign %s: %s", s.Column.Name, value)
			}
		case a.Expr != nil:
			add("expr %s %q", a.Expr.Span, a.Expr.Gaps)
		case a.Stmts != nil:
			for _, s := range a.Stmts {
				add("stmt %s %T", s.Span, s.Root)
			}
		case a.States != nil:
			for _, s := range a.States {
				add("state %s %d", s.Value, s.Kind)
			}
		case a.Body != nil:
			at := strings.Index(a.Body.Text, "END")
			add("body %q at %s", a.Body.Text, a.Body.At(at, at+3))
		case a.Name != nil:
			add("name %s %q", a.Name, a.FuncArgs)
		case a.Text != nil:
			add("text %s %s", a.Text.Value, a.Text.Span)
		case a.Param.Form == ast.FlagForm:
			add("flag %s", a.Param)
		}
	}
	h, c := d.Header, d.Common
	add("%s %s %s", h.TimingSpan, h.Events[1].Columns[1].Span, h.Events[2].Event)
	add("%s, %s, when %s, %s", h.LevelSpan, h.DeferSpan, h.When.Span, h.On)
	add("%s %s %q %s %s", c.Message.Value, c.ErrCode.Value, c.Hint.Value, c.IgnorableBy.Name, c.StateSpan)
	want := `every My name
columns a B
expr coalesce(NEW.c, 'é, when') []
assign x: NEW.a + 1
assign y: 
assign z: CASE WHEN NEW.b THEN 1 END
expr NEW.a > 0 AND
--     NEW.é IS NULL ["\n--     "]
stmt SELECT 1 *ast.Query
stmt DELETE FROM t WHERE s = ';' *ast.Query
state new 1
state in progress 1
state -1 1
state null 2
name app.f ["x" "2" "y"]
body " BEGIN\n  END " at END
name app.Log []
text news news
text it's 'it''s'
text both BOTH
flag CONTEXT
source a: A
source NEW.b || 'x': \\
source C: 
source (SELECT 1): D
name Name []
text x 'x'
expr (WITH q AS (SELECT 1) SELECT * FROM q) []
before b DELETE
for each row, not deferrable, when not OLD.d, app.t
m 23514 "h\\n" Boss enable always`
	if got := strings.Join(parts, "\n"); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// TestTransitions reads state machines in all layouts.
func TestTransitions(t *testing.T) {
	for text, want := range map[string]string{
		"a -> b":                       "a>b",
		"a->b|c,d->-1":                 "a>b a>c d>-1",
		"*-> b, NULL -> 'x y'":         "*>b >x y",
		"a -> b\n--   c -> d | e":      "a>b c>d c>e",
		"order -> \"Done\", when -> a": "order>Done when>a",
	} {
		d := directive(t, "-- pgtrigger: machine m "+text+"\nCREATE TABLE t (a int);")
		var got []string
		for _, tr := range d.Args[0].Transitions {
			for _, to := range tr.To {
				from := tr.From.Value
				if tr.From.Kind == ast.NullState {
					from = ""
				}
				got = append(got, from+">"+to.Value)
			}
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}

func directive(t *testing.T, text string) *ast.Directive {
	t.Helper()
	var r diag.Report
	trees := parser.ParseAll([]*source.File{source.NewFile("s.sql", text)}, everyForm, &r)
	for _, d := range r.Sorted() {
		t.Errorf("%s: %s (%s)", d.Code, d.Message, d.Span)
	}
	if len(trees[0].Directives) != 1 {
		t.Fatalf("%d directives in\n%s", len(trees[0].Directives), text)
	}
	return trees[0].Directives[0]
}

// TestEscapes reads names and texts with Unicode escapes.
func TestEscapes(t *testing.T) {
	d := directive(t, `-- pgtrigger: every U&"n\0061m" message U&'x\0041' check (OLD.s = U&'\0041b' AND OLD.t) using 'z'`+"\nCREATE TABLE t (a int);")
	if d.Name.Name != "nam" || d.Common.Message.Value != "xA" || d.Args[0].Expr.Span.String() != `OLD.s = U&'\0041b' AND OLD.t` || len(d.Args) != 2 {
		t.Errorf("%+v %+v %s", d.Name, d.Common.Message, d.Args[0].Expr.Span)
	}
}
