// Package body checks the bodies of trigger functions: PL/pgSQL against the
// table and the events of each trigger that executes it. Postgres looks at a
// body when it first runs, so what is found here would be found by a row in
// production.
//
// What runs whenever the trigger fires is an error. What runs under a condition
// of data, or where a handler or WHEN may keep it from being seen, is a
// warning. A branch that the trigger's events and table rule out is not looked
// at.
package body

import (
	"fmt"
	"strings"

	"github.com/trigc/trigc/analyzer/types"
	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/schema"
	"github.com/trigc/trigc/internal/source"
)

// A Trigger is what executes a body.
type Trigger struct {
	Name     string
	Table    *schema.Relation
	Timing   ast.Timing
	Events   []ast.Event
	Level    ast.Level
	OldTable string // names of transition tables, "" if there are none
	NewTable string
	Args     []string
	// ColumnsFirst is set if a name that a column and a variable have means the
	// column, whatever the body says.
	ColumnsFirst bool
	Columns      bool // it fires for an UPDATE of some columns alone
	// Conditional is set if the trigger has a WHEN: it may never hold.
	Conditional bool
	// Renamed are columns that later DDL renamed, old to new: what names them was
	// right once.
	Renamed map[string]string
	Decl    source.Span // for findings of a function that several execute
}

// Of returns what the header of a trigger says to its body.
func Of(h *ast.Header, name string, table *schema.Relation) *Trigger {
	t := &Trigger{Name: name, Table: table, Timing: h.Timing, Level: h.Level, Conditional: h.When != nil}
	for _, e := range h.Events {
		t.Events = append(t.Events, e.Event)
		t.Columns = t.Columns || len(e.Columns) > 0
	}
	if h.OldTable != nil {
		t.OldTable = h.OldTable.Name
	}
	if h.NewTable != nil {
		t.NewTable = h.NewTable.Name
	}
	return t
}

// Check checks a body for one trigger. Shared is set if other triggers execute
// it too: then findings say for which.
func Check(w *types.World, f *schema.Function, block *ast.Block, t *Trigger, shared bool, r *diag.Report) {
	if block == nil {
		return
	}
	c := &checker{
		World: w, trigger: t, shared: shared, report: r, function: f, body: block,
		records: map[*variable]types.Type{},
	}
	c.under(f)
	c.columnsFirst = t.ColumnsFirst || option(block, "variable_conflict", "use_column")
	c.variablesFirst = option(block, "variable_conflict", "use_variable")
	c.makes = makesTables(block)
	c.names = c.root()
	c.fixed = c.settled(block)
	certain := certainly
	if t.Conditional || t.Table.Kind == ast.View && t.Timing != ast.InsteadOf {
		certain = perhaps // a view's triggers fire where INSTEAD OF does the work
	}
	if f != nil {
		for _, parameter := range f.Decl.Sets {
			c.role(f.Decl.Name.Span, strings.ToLower(parameter), certain)
		}
	}
	c.block(block, certain)
	c.ends(block, certain)
}

// under has names looked up by the search path of a function, if it has one of
// its own.
func (c *checker) under(f *schema.Function) {
	if f == nil || f.Decl.SearchPath == nil {
		return
	}
	if db := c.DB.Under(f.Decl.SearchPath); db != nil {
		own := *c.World
		own.DB, c.World, c.path = db, &own, true
	}
}

func option(b *ast.Block, name, value string) bool {
	for _, o := range b.Options {
		if o.Name.Name == name && o.Value.Name == value {
			return true
		}
	}
	return false
}

// likelihood tells whether a statement runs when the trigger fires.
type likelihood int

const (
	never    likelihood = iota
	expected            // a handler is there for it
	caught              // a handler of WHEN OTHERS catches it, whatever it is
	perhaps
	certainly
)

// A checker checks one body for one trigger.
type checker struct {
	*types.World
	trigger  *Trigger
	function *schema.Function // nil of a directive's body
	body     *ast.Block
	shared   bool
	path     bool // the function has a search path of its own, which DB knows
	report   *diag.Report
	names    *names

	columnsFirst, variablesFirst bool
	declarations                 bool            // the types of variables are looked at, and nothing else
	loops                        map[string]bool // names of loop variables, for declarations
	handled                      []*ast.Block    // around the statement, that have handlers
	makes                        bool            // the body makes tables, so that names are not known

	// records are the types that NEW, OLD and variables of type record have by
	// what was assigned last; the zero type if that is not known.
	records map[*variable]types.Type

	// fixed are the variables of the outermost block that are set once, to what the
	// trigger is for.
	fixed map[string]fixed
}

// constraints are the findings of what a constraint refuses, which have no
// SQLSTATE where there may be no row.
var constraints = map[diag.Code]string{"not-null": "23502", "state-check": "23514", "domain-check": "23514"}

// add reports what a statement does wrong, as likely as how and as handlers let
// it be seen.
func (c *checker) add(d diag.Diagnostic, how likelihood) {
	state := d.SQLState
	if state == "" {
		state = constraints[d.Code]
	}
	c.say(d, c.seen(state, how))
}

func (c *checker) say(d diag.Diagnostic, how likelihood) {
	switch {
	case how <= expected, how == perhaps && d.Code == "empty-setting":
		return // a handler, or a condition, may be there for it
	case how == caught:
		if d.Severity != diag.Error || c.shared && d.Code == "unknown-column" {
			return // the handler is there for some values, or for other tables
		}
		d.Severity = diag.Warning
		d.SQLState = ""
		d.Message += ", and the handler hides it"
	case c.function == nil && d.Code == "unknown-column":
		// The author of a directive means this very table.
	case how == perhaps && d.Severity == diag.Error:
		d.Severity = diag.Warning
		d.SQLState = ""
	}
	if c.shared {
		d.Message += " (of trigger \"" + c.trigger.Name + "\" on \"" + c.trigger.Table.Name + "\")"
		if !c.trigger.Decl.IsZero() {
			d.Related = append(d.Related, diag.Related{Span: c.trigger.Decl, Message: "trigger declared here"})
		}
	}
	c.report.Add(d)
}

func (c *checker) errorf(code diag.Code, how likelihood, at source.Span, state, help, msg string) {
	c.add(diag.Diagnostic{Code: code, Severity: diag.Error, Span: at, SQLState: state, Help: help, Message: msg}, how)
}

// typed runs a check of types and reports what it finds as likely as how.
func (c *checker) typed(how likelihood, check func(k *types.Checker, s *types.Scope)) {
	for _, d := range c.found(func(k *types.Checker) { check(k, c.scope(k)) }) {
		if to, ok := c.trigger.Renamed[d.Span.String()]; ok && d.Code == "unknown-column" {
			d.Help = fmt.Sprintf("the column was renamed to %q, which a body does not follow", to)
			c.say(d, max(how, certainly))
			continue
		}
		c.add(d, how)
	}
}

// found returns what a check of types finds.
func (c *checker) found(check func(k *types.Checker)) []diag.Diagnostic {
	var found diag.Report
	check(&types.Checker{World: c.World, Report: &found, Names: !c.makes, Loose: !c.path, Body: true, Filled: c.filled})
	return found.Sorted()
}

// transition returns a scope with the transition tables alone.
func (c *checker) transition() *types.Scope {
	var names []string
	for _, name := range []string{c.trigger.OldTable, c.trigger.NewTable} {
		if name != "" {
			names = append(names, name)
		}
	}
	return c.RowScope(c.trigger.Table, nil, names)
}

// scope is what names stand for in an expression: the transition tables, and
// the variables.
func (c *checker) scope(k *types.Checker) *types.Scope {
	s := c.transition()
	order := types.Ambiguous
	switch {
	case c.columnsFirst:
		order = types.ColumnFirst
	case c.variablesFirst:
		order = types.VariableFirst
	}
	return s.WithVariables(func(path []ast.Ident, must bool) (types.Type, bool) { return c.resolve(k, path, must) }, c.names.all(), order)
}

// has reports whether the trigger fires for an event.
func (c *checker) has(e ast.Event) bool {
	for _, o := range c.trigger.Events {
		if o == e {
			return true
		}
	}
	return false
}
