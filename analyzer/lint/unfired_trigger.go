package lint

import (
	"fmt"
	"slices"
	"strings"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/ir"
	"github.com/trigc/trigc/internal/schema"
)

// unfiredTrigger finds triggers that do not fire where they seem to. A statement
// on a view that Postgres, or a rule, turns into one on the table behind it
// fires the triggers of that table alone; one on a partitioned table fires no
// triggers FOR EACH STATEMENT of its partitions (manual, section 39.1); and a
// table that inherits gets no triggers by that (section 5.10).
var unfiredTrigger = &Check{
	Code: "unfired-trigger", Severity: diag.Warning,
	Doc: "A trigger of a view FOR EACH STATEMENT fires only where a trigger INSTEAD OF the same event writes the view's rows. " +
		"Otherwise the statement becomes one on the table behind the view, whose triggers fire instead. " +
		"A trigger of a partition FOR EACH STATEMENT fires only for statements that name the partition. " +
		"A trigger FOR EACH ROW does not fire for the rows of tables that INHERIT from its own.",
	Run: func(p *Pass) {
		for _, rel := range p.DB.Relations() {
			for _, t := range rel.Triggers {
				if t.Table != rel || t.State == ast.Disabled || p.adopted(t) {
					continue
				}
				if t.Func != nil && t.Func.Decl.Block != nil && idle(t.Func.Decl.Block) {
					continue // nothing is missed
				}
				switch h := t.Decl.Header; {
				case rel.Kind == ast.View && h.Level == ast.Statement:
					p.unfiredView(t)
				case rel.PartitionOf != nil && h.Level == ast.Statement:
					p.unfiredPartition(t)
				case h.Level == ast.Row:
					p.uninherited(t)
				}
			}
		}
		if p.Failed > 0 {
			return // the trigger that is missing may be one that has a mistake
		}
		for _, u := range p.Units {
			if u.Table.Kind != ast.View {
				continue
			}
			for _, t := range u.Triggers {
				for _, e := range t.Events {
					if t.Level == ast.Statement && !insteadOf(p.Program, u.Table, e.Event) {
						p.Report(diag.Diagnostic{
							Span:    u.NameSpan,
							Message: fmt.Sprintf("this never fires: view %q has no trigger INSTEAD OF %s", u.Table.Name, e.Event),
							Help:    "put it at the table behind the view",
						})
					}
				}
			}
		}
	},
}

// unfiredView reports the events of a trigger of a view for each statement that
// never come.
func (p *Pass) unfiredView(t *schema.Trigger) {
	if p.Failed > 0 || p.DB.Opaque {
		return // the trigger that is missing may be made where trigc does not see it
	}
	for _, e := range t.Decl.Header.Events {
		if e.Event != ast.Truncate && !insteadOf(p.Program, t.Table, e.Event) {
			p.Report(diag.Diagnostic{
				Span:    e.Span,
				Message: fmt.Sprintf("trigger %q never fires for this: view %q has no trigger INSTEAD OF %s", t.Name, t.Table.Name, e.Event),
				Help:    "put it at the table behind the view",
				Related: []diag.Related{{Span: t.Table.Decl, Message: "view declared here"}},
			})
		}
	}
}

// unfiredPartition reports a trigger of a partition for each statement, if the
// tables above it have none like it. TRUNCATE fires those of the partitions too.
func (p *Pass) unfiredPartition(t *schema.Trigger) {
	h := t.Decl.Header
	if !slices.ContainsFunc(h.Events, func(e ast.EventSpec) bool { return e.Event != ast.Truncate }) {
		return
	}
	for above := t.Table.PartitionOf; above != nil; above = above.PartitionOf {
		if slices.ContainsFunc(above.Triggers, func(o *schema.Trigger) bool { return o.Name == t.Name || o.Func != nil && o.Func == t.Func }) {
			return
		}
	}
	top := t.Table.PartitionOf
	p.Report(diag.Diagnostic{
		Span:    t.Decl.Name.Span,
		Message: fmt.Sprintf("this fires only for statements that name %q: one on %q, which it is a partition of, does not fire it", t.Table.Name, top.Name),
		Help:    fmt.Sprintf("write FOR EACH ROW, or put one at %q too", top.Name),
		Related: []diag.Related{{Span: top.Decl, Message: "partitioned table declared here"}},
	})
}

// uninherited reports a trigger for each row of a table from which others
// inherit that have none like it. One that writes to them leads rows there.
func (p *Pass) uninherited(t *schema.Trigger) {
	if t.Func == nil || t.Func.Decl.Block == nil {
		return
	}
	var without []*schema.Relation
	var below func(*schema.Relation)
	below = func(r *schema.Relation) {
		for _, c := range r.Children {
			if c.PartitionOf == nil && !slices.Contains(without, c) {
				if !slices.ContainsFunc(c.Triggers, func(o *schema.Trigger) bool { return o.Name == t.Name || o.Func == t.Func }) {
					without = append(without, c)
				}
				below(c)
			}
		}
	}
	below(t.Table)
	if len(without) == 0 || spreads(t) {
		return
	}
	names := make([]string, len(without))
	var at []diag.Related
	for i, c := range without {
		names[i] = fmt.Sprintf("%q", c.Name)
		at = append(at, diag.Related{Span: c.Decl, Message: "table declared here"})
	}
	inherits := "inherits"
	if len(names) > 1 {
		inherits = "inherit"
	}
	p.Report(diag.Diagnostic{
		Span:    t.Decl.Name.Span,
		Message: fmt.Sprintf("this does not fire for rows of %s, which %s from %q: triggers are not inherited", strings.Join(names, ", "), inherits, t.Table.Name),
		Help:    "write a trigger like it for each table that inherits",
		Related: at,
	})
}

// spreads reports whether a trigger BEFORE a row may put it elsewhere, as those do
// that spread the rows of a table over the ones that inherit: the row itself is
// not written.
func spreads(t *schema.Trigger) bool {
	found := false
	ast.WalkStmt(t.Func.Decl.Block, func(s ast.PLStmt) {
		if s, ok := s.(*ast.Return); ok && t.Decl.Header.Timing == ast.Before {
			found = found || s.Value == nil || returnedRow(s.Value.Root) != "new" && returnedRow(s.Value.Root) != "old"
		}
	})
	return found
}

// idle reports whether a body does nothing that could be missed.
func idle(block *ast.Block) bool {
	o := ending([]ast.PLStmt{block}, anyEvent)
	return !o.works && !o.raises
}

// insteadOf reports whether a view has a trigger INSTEAD OF an event.
func insteadOf(prog *ir.Program, view *schema.Relation, event ast.Event) bool {
	for _, u := range prog.Units {
		for _, t := range u.Triggers {
			if u.Table == view && t.Timing == ast.InsteadOf && slices.ContainsFunc(t.Events, func(e ir.Event) bool { return e.Event == event }) {
				return true
			}
		}
	}
	return slices.ContainsFunc(view.Triggers, func(t *schema.Trigger) bool {
		return t.Decl.Header.Timing == ast.InsteadOf && slices.ContainsFunc(t.Decl.Header.Events, func(e ast.EventSpec) bool { return e.Event == event })
	})
}
