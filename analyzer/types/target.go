package types

import (
	"slices"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/schema"
)

// writable reports a write of what Postgres does not write to
// (CheckValidResultRel and rewriteTargetView): a view of which it cannot tell
// what rows stand behind its own and for which no trigger does it, or what is no
// table at all.
func (c *Checker) writable(target ast.Name, event ast.Event) {
	rel := c.DB.RelationAt(target, target.Span.File, target.Span.Start)
	if rel == nil || c.hidden {
		return
	}
	switch rel.Kind {
	case ast.MatView:
		c.Errorf("read-only", target.Span, "42809", "refresh it", "cannot change materialized view %q", rel.Name)
	case ast.Sequence:
		c.Errorf("read-only", target.Span, "42809", "call setval()", "cannot change sequence %q", rel.Name)
	case ast.View:
		if !rel.ReadOnly {
			return
		}
		for v := rel; v != nil; v = v.Behind() {
			if v.Rules || c.Assigning[v] || slices.ContainsFunc(v.Triggers, func(t *schema.Trigger) bool {
				h := t.Decl.Header
				return h.Timing == ast.InsteadOf && slices.ContainsFunc(h.Events, func(e ast.EventSpec) bool { return e.Event == event })
			}) {
				return
			}
		}
		verb := map[ast.Event]string{ast.Insert: "insert into", ast.Update: "update", ast.Delete: "delete from"}[event]
		c.Errorf("read-only", target.Span, "55000", "write the table behind it, or give the view a trigger INSTEAD OF "+event.String(),
			"cannot %s view %q: it does not show rows of one table as they are", verb, rel.Name)
	}
}
