package lint

import (
	"fmt"
	"slices"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/ir"
	"github.com/trigc/trigc/internal/schema"
)

// truncateGap finds tables whose rows cannot be deleted, but truncated:
// TRUNCATE fires no DELETE triggers (manual, TRUNCATE).
var truncateGap = &Check{
	Code: "truncate-gap", Severity: diag.Note,
	Doc: "A guard that refuses to delete any row does not see TRUNCATE, which removes all. Nothing is said of a table that has a trigger of TRUNCATE, " +
		"or that a foreign key refers to: of that, Postgres refuses TRUNCATE without CASCADE.",
	Run: func(p *Pass) {
		for _, u := range p.Units {
			if u.Condition != nil || u.Table.Kind == ast.View || p.truncateSeen(u.Table) {
				continue
			}
			if slices.ContainsFunc(u.Triggers, refusesDelete) {
				p.Report(diag.Diagnostic{
					Span:    u.NameSpan,
					Message: fmt.Sprintf("TRUNCATE gets past this: it empties %s %q and fires no triggers of DELETE", u.Table.Kind, u.Table.Name),
					Help:    "add OR TRUNCATE",
				})
			}
		}
		p.allBodies(func(b body) {
			h := b.header()
			// In a directive TRUNCATE has one more word, which its author left out.
			severity := diag.Warning
			if b.unit != nil {
				severity = diag.Note
			}
			if b.has(ast.Delete) && h.Timing != ast.InsteadOf && h.When == nil && b.State != ast.Disabled && !p.adopted(b.Trigger) && !p.truncateSeen(b.Table) &&
				refuses(ending([]ast.PLStmt{b.block}, ast.Delete)) && b.saysNo() {
				p.Report(diag.Diagnostic{
					Severity: severity, Span: b.Decl.Name.Span,
					Message: fmt.Sprintf("TRUNCATE gets past this: it empties %s %q and fires no triggers of DELETE", b.Table.Kind, b.Table.Name),
					Help:    "add a trigger BEFORE TRUNCATE",
				})
			}
		})
	},
}

// refuses reports whether a body raises an error wherever it ends.
func refuses(o outcome) bool {
	return o.raises && len(o.returns) == 0 && !o.falls && !o.unclear
}

// saysNo reports whether a body has a RAISE, and does not just fail.
func (b body) saysNo() bool {
	found := false
	ast.WalkStmt(b.block, func(s ast.PLStmt) {
		_, ok := s.(*ast.Raise)
		found = found || ok
	})
	return found
}

// refusesDelete reports whether a trigger lets no row be deleted.
func refusesDelete(t *ir.Trigger) bool {
	return t.Violation != nil && len(t.When) == 0 && t.State != ast.Disabled && len(t.Function.Body) > 0 && raises(t.Function.Body[0]) &&
		slices.ContainsFunc(t.Events, func(e ir.Event) bool { return e.Event == ast.Delete })
}

func raises(s ir.Stmt) bool {
	_, ok := s.(ir.Raise)
	return ok
}

// truncateSeen reports whether something keeps TRUNCATE from a table, or may.
func (p *Pass) truncateSeen(t *schema.Relation) bool {
	return slices.ContainsFunc(p.DB.ReferencedBy(t), func(r schema.Reference) bool { return r.Table != t }) ||
		slices.ContainsFunc(p.Units, func(u *ir.Unit) bool {
			return u.Table == t && slices.ContainsFunc(u.Triggers, func(t *ir.Trigger) bool {
				return slices.ContainsFunc(t.Events, func(e ir.Event) bool { return e.Event == ast.Truncate })
			})
		}) ||
		slices.ContainsFunc(t.Triggers, func(t *schema.Trigger) bool {
			return slices.ContainsFunc(t.Decl.Header.Events, func(e ast.EventSpec) bool { return e.Event == ast.Truncate })
		})
}
