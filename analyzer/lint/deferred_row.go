package lint

import (
	"fmt"
	"slices"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/schema"
)

// deferredRow finds deferred triggers that judge, or keep, a row that may have
// been changed since.
var deferredRow = &Check{
	Code: "deferred-row", Severity: diag.Warning,
	Doc: "At COMMIT, NEW in a deferred trigger is still the row as it was when it was written. A check of it alone refuses a row that the transaction has mended or deleted since, " +
		"and what is written of it, where the trigger is not for UPDATE too, lacks what was changed. Nothing is said where the function reads the table again.",
	Run: func(p *Pass) {
		told := map[*ast.Block]bool{}
		p.allBodies(func(b body) {
			h := b.header()
			if h.InitiallyDeferred != ast.Yes || h.Level != ast.Row || b.State == ast.Disabled || told[b.block] || b.unit != nil && b.unit.Block == nil || assignsWhole(b.block) {
				return
			}
			var ref *ast.ColumnRef
			harm := "refuses a row that has been mended since"
			if !p.queries(b) {
				ref = refusesBy(b.block)
			}
			if ref == nil && !b.has(ast.Update) {
				ref, harm = p.keeps(b), "keeps what may have been changed since"
			}
			if ref == nil || b.shadows(ast.Variable{Names: ref.Parts}) {
				return
			}
			told[b.block] = true
			p.Report(diag.Diagnostic{
				Span:    ref.Span(),
				Message: fmt.Sprintf("trigger %q is deferred, and NEW is the row as it was written: this %s", b.Name, harm),
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

// keeps returns the first column of NEW, other than of its key, that a body
// writes to another table without a look at its own, or nil.
func (p *Pass) keeps(b body) *ast.ColumnRef {
	var found *ast.ColumnRef
	looks := false
	ast.WalkStmt(b.block, func(s ast.PLStmt) {
		sql, _ := parts(s)
		for _, text := range sql {
			looks = looks || p.callsOwn(text.Root)
			ast.Walk(text.Root, func(n ast.Node) bool {
				if r, ok := n.(*ast.Relation); ok {
					looks = looks || p.DB.RelationAt(r.Name, r.Name.Span.File, r.Name.Span.Start) == b.Table
				}
				return true
			})
			if q, ok := text.Root.(*ast.Query); !ok || q.Kind != ast.InsertQuery && q.Kind != ast.UpdateQuery {
				continue
			}
			eachRef(text, func(ref *ast.ColumnRef, row, column string) {
				if found == nil && row == "new" && column != "" && !slices.ContainsFunc(b.Table.RowKey(), func(c *schema.Column) bool { return c.Name == column }) {
					found = ref
				}
			})
		}
	})
	if looks {
		return nil
	}
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
