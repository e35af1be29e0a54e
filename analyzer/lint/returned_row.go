package lint

import (
	"fmt"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
)

// What a function returns BEFORE a row is written is the row, and NULL makes
// Postgres go on without it (manual, section 39.1). NEW is NULL in DELETE, and
// OLD in INSERT.

// cancelledDelete finds triggers that let no row be deleted without saying so.
var cancelledDelete = &Check{
	Code: "cancelled-delete", Severity: diag.Warning,
	Doc: "A trigger BEFORE DELETE that returns NEW returns NULL, so no row is deleted, and no error says so.",
	Run: func(p *Pass) {
		p.returned(ast.Delete, "new", func(r *ast.Return, b body) {
			p.Report(diag.Diagnostic{
				Span:    r.Span(),
				Message: fmt.Sprintf("trigger %q returns NEW in DELETE, which is NULL: no row of %q is ever deleted", b.Name, b.Table.Name),
				Help:    "return OLD where TG_OP is 'DELETE'",
				Related: []diag.Related{{Span: b.Decl.Name.Span, Message: "trigger declared here"}},
			})
		})
	},
}

// swallowedRow finds triggers that let no row be inserted or changed without
// saying so.
var swallowedRow = &Check{
	Code: "swallowed-row", Severity: diag.Warning,
	Doc: "A trigger BEFORE INSERT that returns OLD returns NULL, so no row is inserted. BEFORE UPDATE, OLD undoes the change. " +
		"And what is assigned to NEW is lost if NULL is returned.",
	Run: func(p *Pass) {
		p.returned(ast.Insert, "old", func(r *ast.Return, b body) {
			p.Report(diag.Diagnostic{
				Span:    r.Span(),
				Message: fmt.Sprintf("trigger %q returns OLD in INSERT, which is NULL: no row of %q is ever inserted", b.Name, b.Table.Name),
				Help:    "return NEW",
				Related: []diag.Related{{Span: b.Decl.Name.Span, Message: "trigger declared here"}},
			})
		})
		p.returned(ast.Update, "old", func(r *ast.Return, b body) {
			p.Report(diag.Diagnostic{
				Span:    r.Span(),
				Message: fmt.Sprintf("trigger %q returns OLD in UPDATE: every change of a row of %q is undone, and no error says so", b.Name, b.Table.Name),
				Help:    "return NEW, or raise an error",
				Related: []diag.Related{{Span: b.Decl.Name.Span, Message: "trigger declared here"}},
			})
		})
		for _, e := range []ast.Event{ast.Insert, ast.Update} {
			p.returned(e, "", func(r *ast.Return, b body) {
				at := assignsNew(b.block)
				if at == nil {
					return
				}
				p.Report(diag.Diagnostic{
					Span:    r.Span(),
					Message: fmt.Sprintf("NULL makes Postgres go on without the row, so what trigger %q assigns to NEW is lost with it", b.Name),
					Help:    "return NEW",
					Related: []diag.Related{{Span: at.At, Message: "assigned here"}, {Span: b.Decl.Name.Span, Message: "trigger declared here"}},
				})
			})
		}
	},
}

// returned calls f for the triggers BEFORE each row that, for an event, return
// a row ("" is NULL) wherever they end, and never raise: with the last such
// RETURN. What writes rows itself may mean to put that in the row's place.
func (p *Pass) returned(e ast.Event, row string, f func(*ast.Return, body)) {
	p.allBodies(func(b body) {
		h := b.header()
		if h.Timing != ast.Before || h.Level != ast.Row || h.When != nil || !b.has(e) {
			return
		}
		o := ending([]ast.PLStmt{b.block}, e)
		if len(o.returns) == 0 || o.raises || o.unclear || o.falls {
			return
		}
		for _, r := range o.returns {
			if r.Value == nil || returnedRow(r.Value.Root) != row {
				return
			}
		}
		if writes := writesOrCalls(b.block); writes && row != "new" || row == "new" && assignsWhole(b.block) {
			return
		}
		f(o.returns[len(o.returns)-1], b)
	})
}

// returnedRow returns "old" or "new", "" for NULL, or "?".
func returnedRow(n ast.Node) string {
	switch n := n.(type) {
	case *ast.ColumnRef:
		if row, column := rowOf(n.Parts, n.Star); row != "" && column == "" {
			return row
		}
	case *ast.Const:
		if n.Kind == ast.NullConst {
			return ""
		}
	}
	return "?"
}

// writesOrCalls reports whether a body does something beside the row.
func writesOrCalls(block *ast.Block) bool {
	found := false
	ast.WalkStmt(block, func(s ast.PLStmt) {
		switch s := s.(type) {
		case *ast.Perform, *ast.Execute:
			found = true
		case *ast.ExecSQL:
			q, ok := s.SQL.Root.(*ast.Query)
			found = found || !ok || q.Kind != ast.SelectQuery
		}
	})
	return found
}

// assignsNew returns what of NEW a body assigns first, or nil.
func assignsNew(block *ast.Block) *ast.Variable {
	var found *ast.Variable
	ast.WalkStmt(block, func(s ast.PLStmt) {
		_, targets := parts(s)
		for _, v := range targets {
			if row, column := rowOf(v.Names, false); found == nil && row == "new" && column != "" {
				found = &v
			}
		}
	})
	return found
}

// assignsWhole reports whether a body assigns NEW or OLD as a whole.
func assignsWhole(block *ast.Block) bool {
	found := false
	ast.WalkStmt(block, func(s ast.PLStmt) {
		_, targets := parts(s)
		for _, v := range targets {
			row, column := rowOf(v.Names, false)
			found = found || row != "" && column == ""
		}
	})
	return found
}
