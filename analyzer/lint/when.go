package lint

import (
	"fmt"
	"slices"
	"strings"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/source"
)

// whenNever finds conditions that no row can meet.
var whenNever = &Check{
	Code: "when-never", Severity: diag.Warning,
	Doc: "A condition that can never be true, so the trigger never fires: two values of one column at once, NULL in a column that is NOT NULL, " +
		"a value that a CHECK does not allow, OLD.a IS DISTINCT FROM OLD.a.",
	Run: func(p *Pass) {
		p.conditions(func(c condition) {
			t := p.judge(c)
			if t.of(c.sql.Root)&isTrue == 0 && !isNullConst(c.sql.Root) {
				p.Report(t.never(c.sql.Root, c.sql.Span))
			}
		})
	},
}

// whenAlways finds conditions that every row meets.
var whenAlways = &Check{
	Code: "when-always", Severity: diag.Note,
	Doc: "A condition that is always true, so the trigger fires for each row: all labels of an enum, IS NOT NULL of a column that is NOT NULL, " +
		"a column compared with itself.",
	Run: func(p *Pass) {
		p.conditions(func(c condition) {
			t := p.judge(c)
			if t.of(c.sql.Root) != isTrue {
				return
			}
			d := diag.Diagnostic{Span: c.sql.Span, Message: "this is always true, so the trigger fires for each row", Help: "leave out WHEN, or correct the condition"}
			t.explain(c.sql.Root, &d)
			p.Report(d)
		})
	},
}

func isNullConst(n ast.Node) bool {
	k, ok := n.(*ast.Const)
	return ok && k.Kind == ast.NullConst // null-comparison says so
}

// never returns what to say of an expression that is never true: of the
// smallest part that is the reason.
func (t *truths) never(n ast.Node, at source.Span) diag.Diagnostic {
	d := diag.Diagnostic{Span: at, Message: "this can never be true, so the trigger never fires", Help: "correct the condition, or remove the trigger"}
	b, ok := n.(*ast.Bool)
	if !ok || b.Op != ast.And || len(b.Arms) != len(b.Args) {
		t.explain(n, &d)
		return d
	}
	for i, a := range b.Args {
		if t.of(a)&isTrue == 0 {
			return t.never(a, b.Arms[i])
		}
	}
	for i, a := range b.Args {
		for k, earlier := range b.Args[:i] {
			if !t.together(&ast.Bool{Op: ast.And, Args: []ast.Node{earlier, a}}, isTrue) {
				d.Span = b.Arms[i]
				d.Message = fmt.Sprintf("this is never true where %q is, so the trigger never fires", oneLine(b.Arms[k]))
				d.Related = []diag.Related{{Span: b.Arms[k], Message: "the other condition"}}
				d.Help = "write OR if one of them is enough"
				return d
			}
		}
	}
	return d
}

func oneLine(at source.Span) string { return strings.Join(strings.Fields(at.String()), " ") }

// explain adds the reason why a test has the value that it always has.
func (t *truths) explain(n ast.Node, d *diag.Diagnostic) {
	test, ok := t.test(n)
	if !ok || test.col == nil {
		return
	}
	switch n := n.(type) {
	case *ast.NullTest:
		d.Related = []diag.Related{{Span: test.col.Decl, Message: "column declared here, NOT NULL"}}
	case *ast.Op:
		left, _ := t.operand(n.Left)
		right, ok := t.operand(n.Right)
		if ok && left.key == right.key && strings.Contains(left.key, ".") {
			row, column, _ := strings.Cut(oneLine(n.Right.Span()), ".")
			other := map[string]string{"old": "NEW", "new": "OLD"}[strings.ToLower(row)]
			d.Severity = diag.Warning
			d.Message += fmt.Sprintf(": %s is compared with itself", oneLine(n.Left.Span()))
			if other != "" {
				d.Help = fmt.Sprintf("compare it with %s.%s", other, column)
			}
			return
		}
		t.explainCheck(test, d)
	}
}

// explainCheck tells of the CHECK that lists what the column of a test can be.
func (t *truths) explainCheck(of test, d *diag.Diagnostic) {
	if of.kind != listed || of.col.Type.IsBoolean() || of.col.Type.Enum() != nil {
		return
	}
	list, check := t.allowed(of.operand)
	d.Related = []diag.Related{{Span: check.Span, Message: "CHECK declared here"}}
	for _, s := range t.consts[of.key] {
		if !slices.Contains(list, s) {
			d.Message += fmt.Sprintf(": a CHECK of column %q does not allow '%s'", of.col.Name, s)
			if near := diag.DidYouMean(s, list); near != "" {
				d.Help = near
			}
			return
		}
	}
}
