package parser

import (
	"strings"

	pg "github.com/pganalyze/pg_query_go/v5"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
)

// createTrigger converts CREATE TRIGGER. The tree has neither places nor what
// was left to the defaults, so the header is read from the words; what they
// can be, the grammar has checked.
func (c *converter) createTrigger(at ast.At, w *words, n *pg.CreateTrigStmt) *ast.CreateTrigger {
	t := &ast.CreateTrigger{At: at, OrReplace: n.Replace, Constraint: n.Isconstraint}
	w.seek("TRIGGER")
	t.Name = ast.Ident{Name: n.Trigname, Span: c.span(w.one())}
	c.truncated("trigger", t.Name.Span)
	h := &t.Header
	c.triggerEvents(h, w, n)
	on := c.relName(n.Relation)
	h.On = &on
	w.accept("ON")
	w.name()
	if w.accept("FROM") {
		from := c.relName(n.Constrrel)
		t.From = &from
		w.name()
	}
	c.deferrable(h, w)
	c.transitionTables(h, w, n)
	h.Level = ast.Statement
	if start := w.i; w.accept("FOR") {
		w.accept("EACH")
		w.one() // ROW or STATEMENT
		h.LevelSpan = c.span(run{start, w.i})
	}
	if n.Row {
		h.Level = ast.Row
	}
	if start := w.i; n.WhenClause != nil && w.accept("WHEN") {
		in := w.paren()
		h.When = c.sql(c.expr(n.WhenClause), in)
		h.WhenSpan = c.span(run{start, w.i})
	}
	w.accept("EXECUTE")
	w.one() // FUNCTION or PROCEDURE
	t.Func = c.name(n.Funcname, w.name())
	if t.FuncArgs = stringsOf(n.Args); len(t.FuncArgs) > 0 {
		for _, arg := range c.split(w.paren()) {
			t.ArgSpans = append(t.ArgSpans, c.span(arg))
		}
	}
	return t
}

// triggerEvents reads the timing and the events up to ON.
func (c *converter) triggerEvents(h *ast.Header, w *words, n *pg.CreateTrigStmt) {
	start := w.i
	switch {
	case w.accept("BEFORE"):
		h.Timing = ast.Before
	case w.accept("AFTER"):
		h.Timing = ast.After
	case w.accept("INSTEAD", "OF"):
		h.Timing = ast.InsteadOf
	}
	h.TimingSpan = c.span(run{start, w.i})
	for {
		at := run{w.i, w.i + 1}
		var e ast.Event
		switch {
		case w.accept("INSERT"):
			e = ast.Insert
		case w.accept("UPDATE"):
			e = ast.Update
		case w.accept("DELETE"):
			e = ast.Delete
		case w.accept("TRUNCATE"):
			e = ast.Truncate
		default:
			return
		}
		spec := ast.EventSpec{Event: e, Span: c.span(at)}
		if w.accept("OF") {
			for _, name := range stringsOf(n.Columns) {
				spec.Columns = append(spec.Columns, ast.Ident{Name: name, Span: c.span(w.one())})
				w.accept(",")
			}
		}
		h.Events = append(h.Events, spec)
		if !w.accept("OR") {
			return
		}
	}
}

// deferrable reads [NOT] DEFERRABLE and INITIALLY …, in any order.
func (c *converter) deferrable(h *ast.Header, w *words) {
	start := w.i
	for {
		switch {
		case w.accept("NOT", "DEFERRABLE"):
			h.Deferrable = ast.No
		case w.accept("DEFERRABLE"):
			h.Deferrable = ast.Yes
		case w.accept("INITIALLY", "DEFERRED"):
			h.InitiallyDeferred = ast.Yes
		case w.accept("INITIALLY", "IMMEDIATE"):
			h.InitiallyDeferred = ast.No
		default:
			h.DeferSpan = c.span(run{start, w.i})
			return
		}
	}
}

// transitionTables reads REFERENCING {OLD | NEW} {TABLE | ROW} [AS] name ….
func (c *converter) transitionTables(h *ast.Header, w *words, n *pg.CreateTrigStmt) {
	start := w.i
	if !w.accept("REFERENCING") {
		return
	}
	table := func(to **ast.Ident, id *ast.Ident, at run) {
		if *to != nil && c.report != nil {
			c.report.Add(diag.Diagnostic{
				Code: "transition-table", Severity: diag.Error, Span: c.span(at), SQLState: "42P17",
				Message: strings.ToUpper(c.text(at.i)) + " TABLE cannot be specified multiple times",
			})
		}
		*to = id
	}
	for _, rel := range n.TransitionRels {
		tr := rel.GetTriggerTransition()
		word := run{w.one().i, w.one().j} // OLD or NEW, TABLE or ROW
		w.accept("AS")
		id := &ast.Ident{Name: tr.GetName(), Span: c.span(w.one())}
		switch {
		case !tr.GetIsTable():
			if c.report != nil {
				c.report.Add(diag.Diagnostic{
					Code: "transition-table", Severity: diag.Error, Span: c.span(word), SQLState: "0A000",
					Message: "REFERENCING names tables, not rows: the rows are OLD and NEW",
				})
			}
		case tr.GetIsNew():
			table(&h.NewTable, id, word)
		default:
			table(&h.OldTable, id, word)
		}
	}
	h.Referencing = c.span(run{start, w.i})
}
