package lint

import (
	"fmt"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
)

// deferredRow finds deferred checks of a row that may have been changed since.
var deferredRow = &Check{
	Code: "deferred-row", Severity: diag.Warning,
	Doc: "At COMMIT, NEW in a deferred trigger is still the row as it was when it was written. A check of it alone refuses a row that the transaction has mended or deleted since. " +
		"Nothing is said where the function queries something.",
	Run: func(p *Pass) {
		told := map[*ast.Block]bool{}
		p.allBodies(func(b body) {
			h := b.header()
			if h.InitiallyDeferred != ast.Yes || h.Level != ast.Row || b.State == ast.Disabled || told[b.block] || b.unit != nil && b.unit.Block == nil || p.queries(b) {
				return
			}
			ref := refusesBy(b.block)
			if ref == nil || b.shadows(ast.Variable{Names: ref.Parts}) || assignsWhole(b.block) {
				return
			}
			told[b.block] = true
			p.Report(diag.Diagnostic{
				Span:    ref.Span(),
				Message: fmt.Sprintf("trigger %q is deferred, and NEW is the row as it was written: this refuses a row that has been mended since", b.Name),
				Help:    "read the row again by its key, or let the trigger fire at once",
				Related: []diag.Related{{Span: b.Decl.Name.Span, Message: "trigger declared here"}},
			})
		})
	},
}

// queries reports whether a body looks at a table, or calls what may.
func (p *Pass) queries(b body) bool {
	found := false
	ast.WalkStmt(b.block, func(s ast.PLStmt) {
		switch s.(type) {
		case *ast.Execute, *ast.ExecSQL, *ast.Perform, *ast.ForQuery, *ast.ForExecute, *ast.ForCursor, *ast.Open:
			found = true
		}
		sql, _ := parts(s)
		for _, text := range sql {
			found = found || p.callsOwn(text.Root)
			ast.Walk(text.Root, func(n ast.Node) bool {
				_, sub := n.(*ast.SubLink)
				found = found || sub
				return !found
			})
		}
	})
	return found
}

// refusesBy returns the first column of NEW that a condition of RAISE reads, or
// nil.
func refusesBy(block *ast.Block) *ast.ColumnRef {
	var found *ast.ColumnRef
	ast.WalkStmt(block, func(s ast.PLStmt) {
		test, ok := s.(*ast.If)
		if !ok {
			return
		}
		for _, a := range test.Arms {
			if o := ending(a.Stmts, anyEvent); !o.raises || found != nil {
				continue
			}
			eachRef(a.Cond, func(ref *ast.ColumnRef, row, column string) {
				if found == nil && row == "new" && column != "" {
					found = ref
				}
			})
		}
	})
	return found
}
