package kind

import (
	"fmt"
	"slices"
	"strings"

	"github.com/trigc/trigc/analyzer/expr"
	"github.com/trigc/trigc/analyzer/rules"
	"github.com/trigc/trigc/analyzer/types"
	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/ir"
	"github.com/trigc/trigc/internal/pgname"
	"github.com/trigc/trigc/internal/schema"
	"github.com/trigc/trigc/internal/source"
)

// A Pass is the lowering of one directive.
type Pass struct {
	Directive *ast.Directive
	DB        *schema.DB
	Table     *schema.Relation
	Column    *schema.Column // in whose place the directive stands, or nil
	World     *types.World   // for the types of expressions
	Report    *diag.Report
	Postgres  int
	// Maintained are the columns of the table that directives write.
	Maintained []string
	// All are the passes of all directives, this one among them.
	All []*Pass

	// Others are units that the directive makes beside its own, on other
	// tables; those of the same table and name are one.
	Others []*ir.Unit
	// Tables are those that the directive wants made: the schema has none.
	Tables []*ir.Table
	// Made returns the table of that name that another directive wants made, or
	// nil.
	Made   func(schema, name string) *ir.Table
	failed bool
}

// errorf reports a mistake; the directive makes nothing then.
func (p *Pass) errorf(code diag.Code, span source.Span, state, help, format string, args ...any) {
	p.add(diag.Diagnostic{
		Code: code, Severity: diag.Error, Span: span, SQLState: state, Help: help, Message: fmt.Sprintf(format, args...),
	})
}

func (p *Pass) warnf(code diag.Code, span source.Span, help, format string, args ...any) {
	p.add(diag.Diagnostic{Code: code, Severity: diag.Warning, Span: span, Help: help, Message: fmt.Sprintf(format, args...)})
}

func (p *Pass) add(d diag.Diagnostic) {
	if d.Severity == diag.Error {
		p.failed = true
	}
	p.Report.Add(d)
}

// defaults is what a kind fills in and allows where a header is silent.
type defaults struct {
	timings []ast.Timing // allowed; the first is the default
	events  []ast.Event  // allowed
	event   []ast.Event  // the default; none means that they must be given
	levels  []ast.Level  // allowed; the first is the default
	// columns is set if UPDATE OF makes sense.
	columns bool
	// transition is set if REFERENCING makes sense.
	transition bool
	// deferrable is set if the trigger can be a constraint trigger.
	deferrable bool
	// when is set if WHEN makes sense.
	when bool
	// raises is set if MESSAGE, ERRCODE and HINT make sense.
	raises bool
}

// header returns the header with the defaults filled in, and reports parts
// that make no sense for the kind, or that Postgres refuses.
func (p *Pass) header(def defaults) (ast.Header, bool) {
	d := p.Directive
	h := d.Header
	kind := d.Kind.Name
	refuse := func(span source.Span, help, format string, args ...any) {
		p.errorf("header-not-allowed", span, "", help, format, args...)
	}
	timings := def.timings
	if p.Table.Kind == ast.View && !slices.Contains(timings, ast.InsteadOf) {
		p.add(diag.Diagnostic{
			Code: "wrong-relation", Severity: diag.Error, Span: d.Kind.Span, SQLState: "42809",
			Message: fmt.Sprintf("%s is not for views, and %q is one", kind, p.Table.Name), Help: "put it at the table behind the view",
			Related: related(p.Table.Decl, "view declared here"),
		})
		return h, false
	}
	if p.Table.Kind == ast.View && slices.Contains(timings, ast.InsteadOf) && h.Level != ast.Statement {
		// Rows of a view are written by INSTEAD OF alone.
		timings = []ast.Timing{ast.InsteadOf, ast.Before, ast.After}
	}
	switch {
	case h.Timing == 0:
		h.Timing = timings[0]
		h.TimingSpan = d.Kind.Span
	case !slices.Contains(timings, h.Timing):
		refuse(h.TimingSpan, "leave it out", "%s fires %s, not %s", kind, timings[0], h.Timing)
	}
	if len(h.Events) == 0 {
		if len(def.event) == 0 {
			p.errorf("missing-event", d.Name.Span, "", "write INSERT, UPDATE, DELETE or TRUNCATE", "%s needs the events it is for", kind)
			return h, false
		}
		for _, e := range def.event {
			h.Events = append(h.Events, ast.EventSpec{Event: e, Span: d.Kind.Span})
		}
	}
	for _, e := range h.Events {
		if !slices.Contains(def.events, e.Event) {
			refuse(e.Span, "", "%s is not for %s", kind, e.Event)
		}
		if len(e.Columns) > 0 && !def.columns {
			refuse(e.Columns[0].Span, "leave it out", "%s takes no column list: it would miss changes made by other triggers", kind)
		}
	}
	switch {
	case h.Level == 0:
		h.Level = def.levels[0]
		h.LevelSpan = d.Kind.Span
		if slices.Contains(def.levels, ast.Statement) && !slices.ContainsFunc(h.Events, func(e ast.EventSpec) bool { return e.Event != ast.Truncate }) {
			h.Level = ast.Statement // TRUNCATE has no rows
		}
	case !slices.Contains(def.levels, h.Level):
		refuse(h.LevelSpan, "leave it out", "%s fires FOR EACH %s", kind, def.levels[0])
	}
	if !h.Referencing.IsZero() && !def.transition {
		refuse(h.Referencing, "leave it out", "%s has no use for transition tables of your own", kind)
	}
	if isConstraint(&h) && !def.deferrable {
		refuse(h.DeferSpan, "leave it out", "%s cannot be deferred", kind)
	}
	if h.When != nil && !def.when {
		refuse(h.WhenSpan, "leave it out", "%s takes no condition", kind)
	}
	if !def.raises {
		p.raisesNothing()
	}
	if d.Common.State != 0 && p.Table.Kind == ast.View {
		p.errorf("firing-state", d.Common.StateSpan, "42809", "leave it out", "triggers of views always fire, and %q is a view", p.Table.Name)
	}
	if c := d.Common.ErrCode; c != nil && !isSQLState(c.Value) {
		p.errorf("sqlstate", c.Span, "", "a SQLSTATE is five digits or upper-case letters, like 23514; not 00000", "%q is no SQLSTATE", c.Value)
	}
	return h, !p.failed
}

// raisesNothing reports clauses about an error that the kind does not raise.
func (p *Pass) raisesNothing() {
	c := p.Directive.Common
	for i, t := range []*ast.Text{c.Message, c.ErrCode, c.Hint} {
		if t != nil {
			p.errorf("clause-not-allowed", t.Span, "", "leave out "+[]string{"MESSAGE", "ERRCODE", "HINT"}[i], "%s raises no error of its own", p.Directive.Kind.Name)
		}
	}
}

// isSQLState reports whether RAISE takes the text as an error's code.
func isSQLState(s string) bool {
	if len(s) != 5 || s == "00000" {
		return false
	}
	return strings.Trim(s, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}

// isConstraint reports whether a header makes a constraint trigger.
func isConstraint(h *ast.Header) bool {
	return h.Deferrable == ast.Yes || h.InitiallyDeferred == ast.Yes
}

// rules checks a completed header against Postgres's rules.
func (p *Pass) rules(h ast.Header) bool {
	at := p.Directive.Name.Span
	if h.On != nil {
		at = h.On.Span
	}
	def := &rules.Def{
		Span: at, Table: p.Table, Header: h, Constraint: isConstraint(&h), Postgres: p.Postgres,
	}
	if !rules.Check(def, p.Report) {
		p.failed = true
	}
	return !p.failed
}

// scope returns the scope of a condition under a header.
func (p *Pass) scope(h *ast.Header) *expr.Scope {
	s := &expr.Scope{
		DB: p.DB, World: p.World, Report: p.Report, Table: p.Table, Postgres: p.Postgres, Before: h.Timing == ast.Before,
		Rows: true, Transition: h.Level == ast.Statement,
		When: true, Subqueries: true, Pseudo: true, Maintained: p.Maintained,
	}
	for _, e := range h.Events {
		s.Events = append(s.Events, e.Event)
	}
	return s
}

// condition checks the header's WHEN; the result is nil if there is none.
func (p *Pass) condition(h *ast.Header) *expr.Expr {
	if h.When == nil {
		return nil
	}
	e := p.scope(h).Condition(h.When, "WHEN")
	if e.Bad() {
		p.failed = true
	}
	return e
}

// conditionBefore checks the header's WHEN once more for a trigger that fires
// BEFORE. It reports false if the condition needs what is not known yet.
func (p *Pass) conditionBefore(before *ast.Header) (*expr.Expr, bool) {
	if before.When == nil {
		return nil, true
	}
	s := p.scope(before)
	s.Report = new(diag.Report) // its mistakes have been reported
	if e := s.Condition(before.When, "WHEN"); !e.Bad() {
		return e, true
	}
	p.warnMoved(before.WhenSpan)
	return nil, false
}

// warnMoved says that a condition cannot be tested for rows that move.
func (p *Pass) warnMoved(condition source.Span) {
	p.warnf("moved-rows", condition, "compare other columns",
		"rows that move to another partition are not guarded: for them the condition is tested BEFORE, when NEW has no generated or system columns")
}

// column returns the column that an identifier names, or reports it.
func (p *Pass) column(id ast.Ident) *schema.Column {
	c := p.Table.Column(id.Name)
	if c == nil {
		p.add(expr.UnknownColumn(p.Table, id.Name, id.Span))
	}
	return c
}

// named returns the columns that a clause lists, each checked; after EXCEPT
// `auto` stands for those that directives maintain.
func (p *Pass) named(a *ast.Arg, check func(c *schema.Column, id ast.Ident)) []*schema.Column {
	var columns []*schema.Column
	for _, id := range a.Columns {
		if a.Param.Keyword == "EXCEPT" && id.Name == "auto" && p.Table.Column("auto") == nil {
			for _, m := range p.Maintained {
				if c := p.Table.Column(m); c != nil {
					columns = append(columns, c)
				}
			}
			continue
		}
		if c := p.column(id); c != nil {
			check(c, id)
			columns = append(columns, c)
		}
	}
	return columns
}

// inPlace returns the column in whose place the directive stands, or nil. A
// directive on a line of its own belongs to the column above it; if it is
// indented like a column, it was perhaps meant for the one below.
func (p *Pass) inPlace() *schema.Column {
	if p.Column == nil {
		return nil
	}
	own, indent := ownLine(p.Directive.Span)
	column := p.Directive.At.Column.Name.Span
	if _, depth := ownLine(column); own && indent <= depth && p.Directive.At.Relation != nil {
		p.warnf("column-placement", p.Directive.Name.Span, "indent it deeper than the columns, put it behind the column on its line, or name the column",
			"this directive belongs to column %q above it", p.Column.Name)
	}
	return p.Column
}

// ownLine reports whether only a comment's leader or blanks stand before a
// span on its line, and by how much the line is indented.
func ownLine(s source.Span) (own bool, indent int) {
	before := s.SQL()[s.LineStart(s.Start):s.Start]
	rest := strings.TrimLeft(before, " \t")
	return rest == "" || strings.HasPrefix(rest, "--"), len(before) - len(rest)
}

// columnArg returns the one column of a kind that stands in a column's place
// or names it: `touch t (col)`.
func (p *Pass) columnArg(param *ast.Param) *schema.Column {
	if a := p.Directive.Arg(param); a != nil {
		if len(a.Columns) != 1 {
			p.errorf("one-column", a.Columns[1].Span, "", "write a directive for each", "%s is for one column", p.Directive.Kind.Name)
			return nil
		}
		return p.column(a.Columns[0])
	}
	c := p.inPlace()
	if c == nil {
		p.errorf("missing-column", p.Directive.Name.Span, "", "put the directive at the column, or write "+p.Directive.Kind.Name+" "+pgname.Quote(p.Directive.Name.Name)+" (column)",
			"%s does not say which column it is for", p.Directive.Kind.Name)
	}
	return c
}

// unit returns the unit of the directive without its triggers.
func (p *Pass) unit(doc string) *ir.Unit {
	d := p.Directive
	u := &ir.Unit{
		Kind: d.Kind.Name, Name: d.Name.Name, Doc: doc, Span: d.Span, NameSpan: d.Name.Span, Table: p.Table, Ignore: ir.Ignorable,
		Key: p.key(), Condition: d.Header.When,
	}
	switch {
	case d.Common.Ignorable == ast.No:
		u.Ignore = ir.NotIgnorable
	case d.Common.IgnorableBy != nil:
		u.Ignore, u.Role = ir.ByRole, d.Common.IgnorableBy.Name
	}
	return u
}

// trigger returns a trigger of the directive from a completed header, with an
// empty function of its own. suffix tells the triggers of a unit apart; the
// first has none.
func (p *Pass) trigger(h *ast.Header, suffix string) *ir.Trigger {
	d := p.Directive
	name := d.Name.Name
	if suffix != "" {
		name = pgname.Fit(name + "_" + suffix)
		if suffix == movedSuffix {
			name = pgname.Fit("~" + name)
		}
	}
	t := &ir.Trigger{
		Name: name, Table: p.Table, Timing: h.Timing, Level: h.Level,
		Constraint: isConstraint(h), Deferrable: isConstraint(h), InitiallyDeferred: h.InitiallyDeferred == ast.Yes,
		State: ast.Origin,
		Function: &ir.Function{
			Schema: p.Table.Schema, Own: true, Name: pgname.Fit("trigc_" + p.Table.Name + "__" + name),
		},
	}
	if d.Common.State != 0 {
		t.State = d.Common.State
	}
	for _, e := range h.Events {
		ev := ir.Event{Event: e.Event}
		for _, c := range e.Columns {
			ev.Columns = append(ev.Columns, c.Name)
		}
		t.Events = append(t.Events, ev)
	}
	if h.OldTable != nil {
		t.OldTable = h.OldTable.Name
	}
	if h.NewTable != nil {
		t.NewTable = h.NewTable.Name
	}
	return t
}

// withEvents returns the header for some of its events only.
func withEvents(h ast.Header, events ...ast.EventSpec) *ast.Header {
	h.Events = events
	return &h
}

// eventNames returns the events as a message names them: "UPDATE or DELETE".
func eventNames(h *ast.Header) string {
	names := make([]string, len(h.Events))
	for i, e := range h.Events {
		names[i] = e.Event.String()
	}
	return strings.Join(names, " or ")
}

func one(d *ir.Unit, t ...*ir.Trigger) *ir.Unit {
	d.Triggers = t
	return d
}

func related(span source.Span, msg string) []diag.Related {
	if span.IsZero() {
		return nil
	}
	return []diag.Related{{Span: span, Message: msg}}
}

func whenDoc(cond *expr.Expr) string {
	if cond == nil {
		return ""
	}
	return " when " + strings.Join(strings.Fields(cond.Text()), " ")
}

// key returns the setting that switches the directive off. It is the same for all
// tenants, since the generated Go is.
func (p *Pass) key() string {
	schema := p.Table.Schema
	if schema == p.DB.Home {
		schema = "public"
	}
	return pgname.SettingKey(schema, p.Table.Name, p.Directive.Name.Name)
}
