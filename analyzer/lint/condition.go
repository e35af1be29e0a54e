package lint

import (
	"slices"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/ir"
	"github.com/trigc/trigc/internal/schema"
	"github.com/trigc/trigc/internal/source"
)

// A condition is the WHEN of a directive, or of a hand-written trigger.
type condition struct {
	sql   *ast.SQL
	table *schema.Relation
	name  source.Span // of the trigger's name
	// directive is set if it is that of a directive.
	directive bool
	// before is set if it may be tested before the row is complete: a column that
	// is NOT NULL can be NULL in NEW.
	before bool
	// pairs is set if OLD and NEW are paired rows of transition tables, of which
	// one can be missing.
	pairs bool
	// update is set if it is tested in UPDATE alone.
	update bool
}

// conditions calls f for the condition of each directive, and of each
// hand-written trigger whose columns still have the names it uses.
func (p *Pass) conditions(f func(condition)) {
	for _, u := range p.Units {
		if u.Condition == nil {
			continue
		}
		c := condition{sql: u.Condition, table: u.Table, name: u.NameSpan, directive: true, update: true}
		for _, t := range u.Triggers {
			c.before = c.before || t.Timing == ast.Before
			c.pairs = c.pairs || t.Level == ast.Statement
			c.update = c.update && !slices.ContainsFunc(t.Events, func(e ir.Event) bool { return e.Event != ast.Update })
		}
		f(c)
	}
	for _, rel := range p.DB.Relations() {
		for _, t := range rel.Triggers {
			if h := t.Decl.Header; h.When != nil && t.Table == rel && len(t.ColumnRenames) == 0 {
				f(condition{
					sql: h.When, table: rel, name: t.Decl.Name.Span, before: h.Timing == ast.Before, pairs: h.Level == ast.Statement,
					update: !slices.ContainsFunc(h.Events, func(e ast.EventSpec) bool { return e.Event != ast.Update }),
				})
			}
		}
	}
}

// adopted reports whether a hand-written trigger is that of a directive too.
func (p *Pass) adopted(t *schema.Trigger) bool {
	return slices.ContainsFunc(p.Units, func(u *ir.Unit) bool {
		return u.Table == t.Table && slices.ContainsFunc(u.Triggers, func(own *ir.Trigger) bool { return own.Adopted && own.Name == t.Name })
	})
}
