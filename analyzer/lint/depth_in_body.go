package lint

import (
	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
)

// depthInBody finds tests of pg_trigger_depth() in functions that mean what it
// is in WHEN: there it is 0 at the top, in the function it is 1.
var depthInBody = &Check{
	Code: "depth-in-body", Severity: diag.Warning,
	Doc: "pg_trigger_depth() is 0 in the WHEN of a trigger that no other has fired, and 1 in its function. A test for 0 in the function is never true.",
	Run: func(p *Pass) {
		told := map[*ast.SQL]bool{}
		p.eachSQL(func(b body, text *ast.SQL) {
			if told[text] {
				return
			}
			told[text] = true
			t := p.judge(condition{sql: text, table: b.Table})
			ast.Walk(text.Root, func(n ast.Node) bool {
				test, ok := t.test(n)
				if !ok || test.col != nil {
					return true
				}
				var all truth
				for _, v := range t.samples(test.operand) {
					if *v != "0" {
						all |= test.of(v)
					}
				}
				if all == isTrue || all == isFalse {
					p.Report(diag.Diagnostic{
						Span:    n.Span(),
						Message: "this is always " + map[truth]string{isTrue: "true", isFalse: "false"}[all] + ": pg_trigger_depth() is at least 1 in a trigger's function",
						Help:    "compare it with 1, or test it in WHEN, where it is 0 if no other trigger is under way",
					})
				}
				return false
			})
		})
	},
}
