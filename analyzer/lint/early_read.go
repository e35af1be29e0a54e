package lint

import (
	"fmt"
	"slices"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/schema"
	"github.com/trigc/trigc/internal/source"
)

// earlyRead finds bodies that read BEFORE what Postgres computes after (manual,
// section 39.1).
var earlyRead = &Check{
	Code: "early-read", Severity: diag.Warning,
	Doc: "A generated column is computed after all BEFORE triggers. In their bodies it is NULL in NEW, and no error says so; OLD has its old value. " +
		"Nor is the row in its table: BEFORE INSERT, an UPDATE by its key finds none.",
	Run: func(p *Pass) {
		told := map[source.Span]bool{}
		others := map[*ast.Block]bool{} // some trigger of them can read it
		p.allBodies(func(b body) {
			others[b.block] = others[b.block] || b.header().Timing != ast.Before || b.header().Level != ast.Row || !generates(b.Table)
		})
		p.allBodies(func(b body) {
			h := b.header()
			if h.Timing != ast.Before || h.Level != ast.Row || b.unit != nil && b.unit.Block == nil {
				return
			}
			p.updatesUnwritten(b)
			for _, e := range h.Events {
				if e.Event == ast.Delete {
					continue
				}
				w := &rowUses{body: b, facts: b.facts(e.Event), all: true, sole: !others[b.block]}
				w.stmts([]ast.PLStmt{b.block})
				for _, u := range w.list {
					c := b.Table.Column(u.column)
					if u.ref == nil || u.row != "new" || c == nil || !c.Generated || c.Virtual || told[u.ref.At] {
						continue
					}
					told[u.ref.At] = true
					p.Report(diag.Diagnostic{
						Span:    u.ref.At,
						Message: fmt.Sprintf("column %q of %q is generated, and Postgres computes it after this: it is NULL here", c.Name, b.Table.Name),
						Help:    "compute it here, or fire the trigger AFTER",
						Related: []diag.Related{{Span: c.Decl, Message: "column declared here"}, {Span: b.Decl.Name.Span, Message: "trigger declared here"}},
					})
				}
			}
		})
	},
}

// generates reports whether a table has a generated column.
func generates(t *schema.Relation) bool {
	return slices.ContainsFunc(t.Columns, func(c *schema.Column) bool { return c.Generated })
}

// updatesUnwritten reports an UPDATE of the row that is being inserted. What asks how
// many rows it has found, or returns NULL, may mean another that has the key.
func (p *Pass) updatesUnwritten(b body) {
	key := b.Table.PrimaryKey()
	if !b.has(ast.Insert) || b.header().When != nil || len(key) == 0 || b.says("found") || b.says("row_count") || assignsWhole(b.block) ||
		slices.ContainsFunc(ending([]ast.PLStmt{b.block}, ast.Insert).returns, func(r *ast.Return) bool { return r.Value == nil || returnedRow(r.Value.Root) != "new" }) {
		return
	}
	for _, w := range p.writes(b, ast.Insert) {
		own := w.table == b.Table && w.event == ast.Update && w.row
		for _, c := range key {
			own = own && slices.Contains(w.where, equality{c.Name, origin("new." + c.Name)}) && !b.assigns("new", c.Name)
		}
		if own {
			p.Report(diag.Diagnostic{
				Span:    w.at,
				Message: fmt.Sprintf("BEFORE INSERT the row is not in %q yet: this UPDATE does not find it", b.Table.Name),
				Help:    "assign to NEW",
				Related: []diag.Related{{Span: b.Decl.Name.Span, Message: "trigger declared here"}},
			})
		}
	}
}
