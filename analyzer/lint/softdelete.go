package lint

import (
	"fmt"
	"slices"
	"strings"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/ir"
	"github.com/trigc/trigc/internal/schema"
	"github.com/trigc/trigc/internal/source"
)

// A trigger BEFORE DELETE that returns NULL keeps the row, and no foreign key
// notices.

// softDeleteCascade finds triggers that keep rows which ON DELETE CASCADE is to
// delete: they stay although what they refer to goes.
var softDeleteCascade = &Check{
	Code: "softdelete-cascade", Severity: diag.Warning,
	Doc: "A trigger BEFORE DELETE that returns NULL keeps the row, also from ON DELETE CASCADE, and the row then refers to one that is gone.",
	Run: func(p *Pass) {
		p.keepers(func(t *schema.Relation, at source.Span) {
			for _, k := range t.Constraints {
				if k.Kind == ast.ForeignKey && k.OnDelete == ast.Cascade {
					p.Report(diag.Diagnostic{
						Span: at,
						Message: fmt.Sprintf("rows of table %q are deleted by ON DELETE CASCADE when their row of %q is; soft delete would keep them, and they would refer to nothing",
							t.Name, k.RefName.Name),
						Help:    fmt.Sprintf("declare the foreign key ON DELETE RESTRICT, or soft delete %q too", k.RefName.Name),
						Related: []diag.Related{{Span: k.Decl, Message: "foreign key declared here"}},
					})
				}
			}
		})
	},
}

// softDeleteParent finds triggers that keep rows with which others were to be
// deleted.
var softDeleteParent = &Check{
	Code: "softdelete-parent", Severity: diag.Warning,
	Doc: "ON DELETE CASCADE takes nothing along when a trigger BEFORE DELETE returns NULL, since no row is deleted.",
	Run: func(p *Pass) {
		p.keepers(func(t *schema.Relation, at source.Span) {
			var tables []string
			var notes []diag.Related
			for _, other := range p.DB.ReferencedBy(t) {
				if other.Constraint.OnDelete == ast.Cascade && other.Table != t {
					tables = append(tables, fmt.Sprintf("%q", other.Table.Name))
					notes = append(notes, diag.Related{Span: other.Constraint.Decl, Message: "foreign key declared here"})
				}
			}
			if len(tables) > 0 {
				p.Report(diag.Diagnostic{
					Span: at,
					Message: fmt.Sprintf("ON DELETE CASCADE takes rows of %s along when a row of %q is deleted; a soft delete leaves them as they are",
						strings.Join(tables, ", "), t.Name),
					Help:    "mark or delete them in a trigger, or declare the foreign key ON DELETE RESTRICT",
					Related: notes,
				})
			}
		})
	},
}

// keepers calls f for the triggers that keep rows from being deleted without an
// error, and mark them instead. What asks for pg_trigger_depth() may let
// cascades pass.
func (p *Pass) keepers(f func(t *schema.Relation, at source.Span)) {
	for _, u := range p.Units {
		if u.Block == nil && slices.ContainsFunc(u.Triggers, keeps) {
			f(u.Table, u.NameSpan)
		}
	}
	p.allBodies(func(b body) {
		h := b.header()
		if b.unit != nil && b.unit.Block == nil || h.Timing != ast.Before || h.Level != ast.Row || !b.has(ast.Delete) || b.State == ast.Disabled || b.says("pg_trigger_depth") ||
			h.When != nil && strings.Contains(strings.ToLower(h.When.Span.String()), "pg_trigger_depth") {
			return
		}
		o := ending([]ast.PLStmt{b.block}, ast.Delete)
		if o.unclear || !b.marks(p) || !slices.ContainsFunc(o.returns, func(r *ast.Return) bool { return r.Value != nil && returnedRow(r.Value.Root) == "" }) {
			return
		}
		f(b.Table, b.Decl.Name.Span)
	})
}

// keeps reports whether a trigger that trigc makes returns NULL BEFORE DELETE.
func keeps(t *ir.Trigger) bool {
	return t.Timing == ast.Before && t.Level == ast.Row && t.State != ast.Disabled &&
		slices.ContainsFunc(t.Events, func(e ir.Event) bool { return e.Event == ast.Delete }) && returnsNull(t.Function.Body)
}

func returnsNull(list []ir.Stmt) bool {
	return slices.ContainsFunc(list, func(s ir.Stmt) bool {
		switch s := s.(type) {
		case ir.Return:
			return s.Row == "NULL"
		case ir.If:
			return returnsNull(s.Then) || returnsNull(s.Else)
		}
		return false
	})
}

// marks reports whether a body has an UPDATE of the trigger's own table.
func (b body) marks(p *Pass) bool {
	found := false
	ast.WalkStmt(b.block, func(s ast.PLStmt) {
		if exec, ok := s.(*ast.ExecSQL); ok {
			q, ok := exec.SQL.Root.(*ast.Query)
			found = found || ok && q.Kind == ast.UpdateQuery && p.DB.RelationAt(q.Target.Name, q.Target.Name.Span.File, q.Target.Name.Span.Start) == b.Table
		}
	})
	return found
}
