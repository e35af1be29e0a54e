// Package rules holds what CREATE TRIGGER demands of a trigger, whether a
// directive makes it or a statement of the schema. The checks are made in the
// server's order, and one error of a stage ends them, as on the server.
package rules

import (
	"fmt"
	"slices"

	"github.com/trigc/trigc/analyzer/expr"
	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/schema"
	"github.com/trigc/trigc/internal/source"
)

// A Def is a trigger's definition with its defaults filled in.
type Def struct {
	Span       source.Span // what to point at if nothing smaller is wrong
	Table      *schema.Relation
	Header     ast.Header
	Constraint bool
	Postgres   int // major version
}

// Check reports the first rule of CREATE TRIGGER that a definition breaks and
// tells whether it breaks none. The condition is not looked at.
// Source: CreateTriggerFiringOn in the server, manual page CREATE TRIGGER.
func Check(d *Def, r *diag.Report) bool { return Shape(d, r) && Columns(d, r) }

// Shape is Check without what the server looks at last: see [Columns].
func Shape(d *Def, r *diag.Report) bool { return first(d, r, relation, level, constraint, transition) }

// Columns is the part of Check that is about the columns of UPDATE OF and the
// partitions that get a clone.
func Columns(d *Def, r *diag.Report) bool { return first(d, r, columns, partitions) }

func first(d *Def, r *diag.Report, rules ...func(*Def) *diag.Diagnostic) bool {
	for _, rule := range rules {
		if found := rule(d); found != nil {
			found.Severity = diag.Error
			if found.Span.IsZero() {
				found.Span = d.Span
			}
			r.Add(*found)
			return false
		}
	}
	return true
}

// Has reports whether an event is among those of a header.
func Has(h *ast.Header, e ast.Event) bool {
	return slices.ContainsFunc(h.Events, func(s ast.EventSpec) bool { return s.Event == e })
}

func eventSpan(h *ast.Header, e ast.Event) source.Span {
	for _, s := range h.Events {
		if s.Event == e {
			return s.Span
		}
	}
	return source.Span{}
}

func tableNote(t *schema.Relation) []diag.Related {
	return []diag.Related{{Span: t.Decl, Message: t.Kind.String() + " declared here"}}
}

// relation: which relations can have which triggers.
func relation(d *Def) *diag.Diagnostic {
	h, t := &d.Header, d.Table
	wrong := func(span source.Span, format string, args ...any) *diag.Diagnostic {
		return &diag.Diagnostic{
			Code: "wrong-relation", Span: span, SQLState: "42809", Message: fmt.Sprintf(format, args...), Related: tableNote(t),
		}
	}
	switch t.Kind {
	case ast.Table, ast.PartitionedTable:
		if h.Timing == ast.InsteadOf {
			return wrong(h.TimingSpan, "INSTEAD OF triggers are for views, and %q is a %s", t.Name, t.Kind)
		}
		if t.Kind == ast.PartitionedTable && h.Level == ast.Row && !h.Referencing.IsZero() {
			d := wrong(h.Referencing, "ROW triggers of a partitioned table have no transition tables, and %q is one", t.Name)
			d.Code, d.SQLState, d.Help = "transition-table", "0A000", "write FOR EACH STATEMENT"
			return d
		}
	case ast.View:
		if h.Timing != ast.InsteadOf && h.Level == ast.Row {
			d := wrong(h.TimingSpan, "%s triggers FOR EACH ROW are not for views, and %q is one", h.Timing, t.Name)
			d.Help = "write INSTEAD OF"
			return d
		}
		if Has(h, ast.Truncate) {
			return wrong(eventSpan(h, ast.Truncate), "a view cannot be truncated, and %q is one", t.Name)
		}
	case ast.ForeignTable:
		if h.Timing == ast.InsteadOf {
			return wrong(h.TimingSpan, "INSTEAD OF triggers are for views, and %q is a foreign table", t.Name)
		}
		if Has(h, ast.Truncate) && d.Postgres < 16 {
			return wrong(eventSpan(h, ast.Truncate), "a foreign table has no TRUNCATE triggers before Postgres 16, and %q is one", t.Name)
		}
		if d.Constraint {
			return wrong(h.DeferSpan, "a foreign table has no constraint triggers, and %q is one", t.Name)
		}
	default:
		article := "a"
		if t.Kind == ast.Index {
			article = "an"
		}
		return wrong(source.Span{}, "%s %s cannot have triggers, and %q is one", article, t.Kind, t.Name)
	}
	return nil
}

// level: TRUNCATE is for statements, INSTEAD OF for rows.
func level(d *Def) *diag.Diagnostic {
	h := &d.Header
	if Has(h, ast.Truncate) && h.Level == ast.Row {
		return &diag.Diagnostic{
			Code: "truncate-row", Span: eventSpan(h, ast.Truncate), SQLState: "0A000",
			Message: "TRUNCATE triggers cannot be FOR EACH ROW", Help: "write FOR EACH STATEMENT",
		}
	}
	if h.Timing != ast.InsteadOf {
		return nil
	}
	instead := func(span source.Span, msg, help string) *diag.Diagnostic {
		return &diag.Diagnostic{Code: "instead-of", Span: span, SQLState: "0A000", Message: msg, Help: help}
	}
	if h.Level != ast.Row {
		return instead(h.LevelSpan, "INSTEAD OF triggers must be FOR EACH ROW", "write FOR EACH ROW")
	}
	if h.When != nil {
		return instead(h.WhenSpan, "INSTEAD OF triggers cannot have WHEN conditions", "")
	}
	for _, e := range h.Events {
		if len(e.Columns) > 0 {
			return instead(e.Columns[0].Span, "INSTEAD OF triggers cannot have column lists", "write UPDATE")
		}
	}
	return nil
}

// constraint: what can be deferred.
func constraint(d *Def) *diag.Diagnostic {
	h := &d.Header
	if h.InitiallyDeferred == ast.Yes && h.Deferrable == ast.No {
		return &diag.Diagnostic{
			Code: "not-deferrable", Span: h.DeferSpan, SQLState: "42601",
			Message: "constraint declared INITIALLY DEFERRED must be DEFERRABLE",
		}
	}
	if !d.Constraint {
		return nil
	}
	switch {
	case Has(h, ast.Truncate):
		return &diag.Diagnostic{
			Code: "not-deferrable", Span: h.DeferSpan, SQLState: "0A000",
			Message: "TRUNCATE triggers cannot be constraint triggers", Help: "leave it out",
		}
	case h.Timing != ast.After:
		return &diag.Diagnostic{
			Code: "not-deferrable", Span: h.TimingSpan, SQLState: "42601",
			Message: "only AFTER triggers can be constraint triggers",
		}
	case h.Level != ast.Row:
		return &diag.Diagnostic{
			Code: "not-deferrable", Span: h.LevelSpan, SQLState: "42601",
			Message: "constraint triggers are FOR EACH ROW", Help: "write FOR EACH ROW",
		}
	case !h.Referencing.IsZero():
		return &diag.Diagnostic{
			Code: "not-deferrable", Span: h.Referencing, SQLState: "42601",
			Message: "constraint triggers have no transition tables",
		}
	}
	return nil
}

// transition: REFERENCING.
func transition(d *Def) *diag.Diagnostic {
	h, t := &d.Header, d.Table
	if h.OldTable == nil && h.NewTable == nil {
		return nil
	}
	wrong := func(span source.Span, state, msg, help string) *diag.Diagnostic {
		return &diag.Diagnostic{Code: "transition-table", Span: span, SQLState: state, Message: msg, Help: help}
	}
	switch {
	case t.Kind == ast.View || t.Kind == ast.ForeignTable:
		return wrong(h.Referencing, "42809", fmt.Sprintf("a %s has no transition tables, and %q is one", t.Kind, t.Name), "")
	case h.Level == ast.Row && (t.PartitionOf != nil || len(t.Parents) > 0):
		return wrong(h.Referencing, "0A000", "ROW triggers of partitions and inheritance children have no transition tables", "write FOR EACH STATEMENT")
	case h.Timing != ast.After:
		return wrong(h.Referencing, "42P17", "transition tables exist only AFTER", "write AFTER")
	case Has(h, ast.Truncate):
		return wrong(eventSpan(h, ast.Truncate), "0A000", "TRUNCATE triggers have no transition tables", "")
	case len(h.Events) > 1:
		return wrong(h.Referencing, "0A000", "transition tables need a trigger of one event", "write a directive for each event")
	case len(h.Events) == 1 && len(h.Events[0].Columns) > 0:
		return wrong(h.Events[0].Columns[0].Span, "0A000", "transition tables cannot be combined with a column list", "write UPDATE")
	case h.NewTable != nil && Has(h, ast.Delete):
		return wrong(h.NewTable.Span, "42P17", "there is no NEW TABLE in DELETE", "")
	case h.OldTable != nil && Has(h, ast.Insert):
		return wrong(h.OldTable.Span, "42P17", "there is no OLD TABLE in INSERT", "")
	case h.OldTable != nil && h.NewTable != nil && h.OldTable.Name == h.NewTable.Name:
		return wrong(h.NewTable.Span, "42P17", "OLD TABLE and NEW TABLE have the same name", "")
	case ForeignRows(t, h) != "":
		found := wrong(h.Referencing, "0A000", ForeignRows(t, h), "")
		found.Related = tableNote(t.ForeignChild())
		return found
	}
	return nil
}

// ForeignRows says why a table with a foreign child has no transition tables,
// or "" if it can have them: Postgres makes such a trigger, and then refuses
// what would fire it. Into a child by INHERITS nothing is inserted.
func ForeignRows(t *schema.Relation, h *ast.Header) string {
	child := t.ForeignChild()
	other := func(e ast.EventSpec) bool { return e.Event != ast.Insert }
	if child == nil || t.Kind != ast.PartitionedTable && !slices.ContainsFunc(h.Events, other) {
		return ""
	}
	return fmt.Sprintf("rows of foreign table %q, which are among those of %q, cannot be in transition tables", child.Name, t.Name)
}

// columns: UPDATE OF.
func columns(d *Def) *diag.Diagnostic {
	for _, e := range d.Header.Events {
		for i, c := range e.Columns {
			for _, other := range e.Columns[:i] {
				if other.Name == c.Name {
					return &diag.Diagnostic{
						Code: "duplicate-column", Span: c.Span, SQLState: "42701",
						Message: fmt.Sprintf("column %q is given twice", c.Name),
						Related: []diag.Related{{Span: other.Span, Message: "other one"}},
					}
				}
			}
			if d.Table.Column(c.Name) == nil && !d.Table.Open {
				found := expr.UnknownColumn(d.Table, c.Name, c.Span)
				return &found
			}
		}
	}
	return nil
}

// partitions: Postgres makes a trigger for each row of a partitioned table in
// all of its partitions too.
func partitions(d *Def) *diag.Diagnostic {
	if d.Table.Kind != ast.PartitionedTable || !d.Constraint {
		return nil
	}
	if t := d.Table.ForeignChild(); t != nil {
		return &diag.Diagnostic{
			Code: "wrong-relation", Span: d.Header.DeferSpan, SQLState: "42809", Related: tableNote(t),
			Message: fmt.Sprintf("a foreign table has no constraint triggers, and partition %q is one", t.Name), Help: "leave it out",
		}
	}
	return nil
}
