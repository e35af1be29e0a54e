package kind

import (
	"slices"
	"strings"

	"github.com/trigc/trigc/analyzer/expr"
	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/ir"
	"github.com/trigc/trigc/internal/pgname"
)

// assert demands that an expression holds.
var assert = &Kind{
	Name: "assert",
	Doc: "Raises where a condition does not hold; as in a CHECK constraint NULL passes, but it may look at other rows and tables. " +
		"It is for each row that is inserted or updated unless the header says otherwise; WHEN narrows it. " +
		"DEFERRABLE INITIALLY DEFERRED makes it wait for the COMMIT, and then it looks at the row as it has become: a row that is gone by then has nothing to hold. " +
		"FOR EACH STATEMENT it looks at the whole table, at transition tables, or at all rows of the statement. " +
		"It sees only changes of its own table: what is changed in the others that it looks at needs an assert there. " +
		"Two transactions at once do not see each other's changes and can both pass; where that matters, run them SERIALIZABLE or let them lock what they look at.",
	Example: "assert has_outbox after insert deferrable initially deferred\n" +
		"  check (EXISTS (SELECT FROM outbox AS o WHERE o.post_id = NEW.id))\n" +
		"assert few_drafts insert or update of status when (NEW.status = 'draft')\n" +
		"  check ((SELECT count(*) FROM posts AS p WHERE p.author_id = NEW.author_id AND p.status = 'draft') <= 10)\n" +
		"assert some_left delete or truncate for each statement check (EXISTS (SELECT FROM posts))",
	Params: []*ast.Param{assertCheck},
	Lower:  lowerAssert,
}

var assertCheck = &ast.Param{Keyword: "CHECK", Form: ast.ParenForm, Needed: true, Doc: "the condition, over NEW, OLD and subqueries"}

// An assertion is the directive's condition, and WHEN, which says for which
// rows it is due.
type assertion struct {
	*Pass
	when  *expr.Expr // nil: always
	check *expr.Expr
}

func lowerAssert(p *Pass) *ir.Unit {
	h, ok := p.header(defaults{
		timings: []ast.Timing{ast.After},
		events:  []ast.Event{ast.Insert, ast.Update, ast.Delete, ast.Truncate}, event: []ast.Event{ast.Insert, ast.Update},
		levels:  []ast.Level{ast.Row, ast.Statement},
		columns: true, transition: true, deferrable: true, when: true, raises: true,
	})
	if !ok {
		return nil
	}
	main, truncate := p.levels(h)
	if truncate != nil && !p.rules(*truncate) || !p.rules(*main) {
		return nil
	}
	a := &assertion{Pass: p, when: p.condition(main)}
	if a.check = a.holds(main); p.failed {
		return nil
	}
	rows := usesRows(a.when) || usesRows(a.check)
	if rows && p.truncateHasRows(&h, "leave out NEW and OLD") {
		return nil
	}
	u := p.unit("asserts after " + eventNames(&h) + whenDoc(a.when) + " that " + strings.Join(strings.Fields(a.check.Text()), " "))
	u.Check = a.sql()
	switch {
	case main.Level == ast.Row:
		guard := a.row(main, "")
		u.Triggers = append(u.Triggers, guard)
		u.Triggers = append(u.Triggers, a.movedRows(guard, main)...)
	case !rows:
		u.Triggers = append(u.Triggers, a.statement(main, ""))
	case h.Referencing.IsZero():
		u.Triggers = a.rowsOf(main)
	default:
		u.Triggers = append(u.Triggers, a.tables(main))
	}
	if truncate != nil {
		u.Triggers = append(u.Triggers, a.statement(truncate, "truncate"))
	}
	if p.failed {
		return nil
	}
	a.constraint(main, truncate)
	return u
}

// holds checks the directive's CHECK under a header.
func (a *assertion) holds(h *ast.Header) *expr.Expr {
	s := a.scope(h)
	for _, name := range []*ast.Ident{h.OldTable, h.NewTable} {
		if name != nil {
			s.Tables = append(s.Tables, name.Name)
		}
	}
	e := s.Condition(a.sql(), "CHECK")
	if e.Bad() {
		a.failed = true
	}
	return e
}

// sql is the condition as written.
func (a *assertion) sql() *ast.SQL { return a.Directive.Arg(assertCheck).Expr }

// broken renders that the condition does not hold.
func (a *assertion) broken() string { return "NOT (" + a.check.SQL() + ")" }

// raise returns the error, for what breaks the assertion.
func (a *assertion) raise(what *text) ir.Raise {
	what.lit(" violates assertion \"" + a.Directive.Name.Name + "\"")
	return a.Pass.raise(checkViolation, what.SQL(), "", a.bypass(), "")
}

// raiseRow names the row as it has become, or as it was if it is deleted.
func (a *assertion) raiseRow(h *ast.Header) ir.Raise {
	deletes := func(e ast.EventSpec) bool { return e.Event == ast.Delete }
	events := h.Events
	if !slices.ContainsFunc(events, deletes) {
		events = []ast.EventSpec{{Event: ast.Insert}}
	}
	var msg text
	return a.raise(msg.row(a.Table, events))
}

// row returns the trigger for each row. What hangs on the row alone is decided
// in WHEN.
func (a *assertion) row(h *ast.Header, suffix string) *ir.Trigger {
	t := a.trigger(h, suffix)
	var when, tested []string
	if a.when != nil {
		when, tested = a.when.Split()
	}
	now, later := a.check.SplitNot()
	raise := a.raiseRow(h)
	t.Violation = &ir.Violation{SQLState: raise.SQLState}
	if !isConstraint(h) || !a.ofNew() {
		rowGuard(t, h, slices.Concat(when, now), append(tested, later...), raise)
		return t
	}
	t.When = slices.Concat(when, now)
	body := a.latest(t, h, raise)
	if len(tested) > 0 && !a.whenAgain() {
		body = []ir.Stmt{ir.If{Cond: conjunction(tested), Then: body}}
	}
	t.Function.Header = useColumn
	t.Function.Body = append(body, passOn(h))
	return t
}

// ofNew reports whether the assertion is about the new row: one of the old row
// alone holds or not whatever becomes of the new one.
func (a *assertion) ofNew() bool {
	return a.check.UsesNew() || a.when != nil && a.when.UsesNew() && !a.check.UsesOld()
}

// whenAgain reports whether WHEN is about the row as it is, not about how it
// changed: then it must still be met.
func (a *assertion) whenAgain() bool { return a.when != nil && a.when.UsesNew() && !a.when.UsesOld() }

// latestRow is the variable for a row as it has become.
const latestRow = "trigc_latest"

// latest returns the statements of a trigger that may be deferred: the row of
// the event may have been changed since, or be gone. By its key it is found as
// it is now, and judged so. A row without a key is found only in its place, so
// every later UPDATE of it must fire the trigger again.
func (a *assertion) latest(t *ir.Trigger, h *ast.Header, raise ir.Raise) []ir.Stmt {
	a.noSystemColumns()
	from := "FROM ONLY "
	if a.Table.Kind == ast.PartitionedTable {
		from = "FROM "
	}
	cond := a.broken()
	if a.whenAgain() {
		cond = conjunction([]string{a.when.SQL(), cond})
	}
	from += pgname.Qualify(a.Table.Schema, a.Table.Name) + " AS trigc_row"
	judge := ir.If{Cond: cond, Then: []ir.Stmt{raise}}
	key := a.Table.RowKey()
	if key == nil {
		if !everyUpdate(h) {
			a.errorf("no-row-key", h.DeferSpan, "", "give the table a primary key, or let the trigger fire on every UPDATE: no column list, no WHEN",
				"table %q has no key by which a row that is updated before the COMMIT could be found again", a.Table.Name)
		}
		return []ir.Stmt{
			ir.Exec{SQL: "PERFORM " + from + "\nWHERE trigc_row.ctid = NEW.ctid AND trigc_row.tableoid = NEW.tableoid"},
			ir.If{Cond: "FOUND", Then: []ir.Stmt{judge}},
		}
	}
	var where []string
	for _, c := range key {
		where = append(where, same("trigc_row", "NEW", c))
	}
	t.Function.Vars = [][2]string{{latestRow, pgname.Qualify(a.Table.Schema, a.Table.Name) + "%ROWTYPE"}}
	return []ir.Stmt{
		ir.Exec{SQL: "SELECT trigc_row.* INTO " + latestRow + "\n" + from + "\nWHERE " + strings.Join(where, " AND ")},
		ir.If{Cond: "FOUND", Then: []ir.Stmt{ir.Exec{SQL: "NEW := " + latestRow}, judge}},
	}
}

// everyUpdate reports whether a trigger fires on all updates.
func everyUpdate(h *ast.Header) bool {
	return h.When == nil && slices.ContainsFunc(h.Events, func(e ast.EventSpec) bool { return e.Event == ast.Update && len(e.Columns) == 0 })
}

// noSystemColumns reports those of NEW, which a row that is read again is
// without.
func (a *assertion) noSystemColumns() {
	find := func(n ast.Node) bool {
		var parts []ast.Ident
		switch n := n.(type) {
		case *ast.ColumnRef:
			parts = n.Parts
		case *ast.Other: // (NEW).column
			if n.Field.Name == "" {
				break
			}
			if ref, ok := n.Children[0].(*ast.ColumnRef); ok {
				parts = append(slices.Clone(ref.Parts), n.Field)
			}
		}
		if len(parts) == 2 && parts[0].Name == "new" && expr.IsSystemColumn(parts[1].Name) {
			a.errorf("system-column", n.Span(), "", "leave out DEFERRABLE",
				"an assert that can be deferred sees the row as it has become, without system columns, and %q is one", parts[1].Name)
		}
		return true
	}
	ast.Walk(a.sql().Root, find)
	if a.whenAgain() {
		ast.Walk(a.Directive.Header.When.Root, find)
	}
}

// movedRows returns the twin for rows that move to another partition, which is
// an INSERT there and no UPDATE. BEFORE the move only the row itself is as it
// will be.
func (a *assertion) movedRows(guard *ir.Trigger, h *ast.Header) []*ir.Trigger {
	has := func(event ast.Event) bool {
		return slices.ContainsFunc(h.Events, func(e ast.EventSpec) bool { return e.Event == event })
	}
	if !a.Table.Partitioned() || !has(ast.Update) || has(ast.Insert) {
		return nil
	}
	if isConstraint(h) || expr.HasSubquery(a.sql().Root) {
		help := "write INSERT OR UPDATE"
		if a.check.UsesOld() || a.when != nil && a.when.UsesOld() || has(ast.Delete) {
			help = "write FOR EACH STATEMENT, or a directive of its own for INSERT"
		}
		a.warnf("moved-rows", a.Directive.Name.Span, help, "rows that move to another partition are not looked at: for Postgres they are deleted and inserted")
		return nil
	}
	return a.moved(guard, h, func(before *ast.Header, suffix string) *ir.Trigger {
		again := &assertion{Pass: a.Pass}
		var ok bool
		if again.when, ok = a.conditionBefore(before); !ok {
			return nil
		}
		s := a.scope(before)
		s.Report = new(diag.Report) // its mistakes have been reported
		if again.check = s.Condition(a.sql(), "CHECK"); again.check.Bad() {
			a.warnMoved(a.sql().Span)
			return nil
		}
		return again.row(before, suffix)
	})
}

// statement returns the trigger for each statement of a condition that looks
// at no rows of it.
func (a *assertion) statement(h *ast.Header, suffix string) *ir.Trigger {
	t := a.trigger(h, suffix)
	var when, tested []string
	if a.when != nil {
		when, tested = a.when.Split()
	}
	now, later := a.check.SplitNot()
	raise := a.raiseTable()
	t.Violation = &ir.Violation{SQLState: raise.SQLState}
	rowGuard(t, h, append(when, now...), append(tested, later...), raise)
	return t
}

func (a *assertion) raiseTable() ir.Raise {
	var msg text
	return a.raise(msg.lit("table \"" + a.Table.Name + "\""))
}

// rowsOf returns the triggers for each statement of a condition that looks at
// its rows. A row whose key changed has no other half: it counts as changed,
// and is judged by the half that CHECK looks at, if it looks at one alone.
func (a *assertion) rowsOf(h *ast.Header) []*ir.Trigger {
	test := rowTest{cond: a.broken(), usesOld: a.check.UsesOld(), usesNew: a.check.UsesNew()}
	if a.when != nil {
		test.cond = conjunction([]string{a.when.SQL(), test.cond})
		if key := a.Table.RowKey(); key != nil && test.usesOld != test.usesNew {
			row := "OLD."
			if test.usesNew {
				row = "NEW."
			}
			test.half = row + pgname.Quote(key[0].Name) + " IS NOT NULL AND " + a.broken()
		}
		test.usesOld, test.usesNew = test.usesOld || a.when.UsesOld(), test.usesNew || a.when.UsesNew()
	}
	return a.byEvent(h, test, func(_ *ast.Header, row string) ir.Raise {
		var msg text
		return a.raise(msg.arg(row))
	})
}

// tables returns the trigger of a condition over transition tables, with the
// rows in them that meet WHEN; without any it is not due.
func (a *assertion) tables(h *ast.Header) *ir.Trigger {
	if usesRows(a.check) {
		a.errorf("transition-table", h.Referencing, "", "leave out REFERENCING, or write a subquery over the transition table",
			"CHECK looks at the rows of the statement one by one, so it has no use for transition tables of your own")
		return nil
	}
	t := a.trigger(h, "")
	f := a.filtered(t, h, a.when)
	if f == nil {
		return nil
	}
	raise := a.raiseTable()
	t.Violation = &ir.Violation{SQLState: raise.SQLState}
	t.Function.Header = useColumn
	t.Function.Body = []ir.Stmt{
		ir.If{Cond: "(WITH " + strings.Join(f.with(), ",\n") + "\nSELECT (" + anyRow(h) + ") AND " + a.broken() + ")", Then: []ir.Stmt{raise}},
		ir.Return{Row: "NULL"},
	}
	return t
}

// anyRow renders whether the transition tables of a header have rows.
func anyRow(h *ast.Header) string {
	var list []string
	for _, name := range []*ast.Ident{h.OldTable, h.NewTable} {
		if name != nil {
			list = append(list, "EXISTS (SELECT FROM "+pgname.Quote(name.Name)+")")
		}
	}
	return strings.Join(list, " OR ")
}

// constraint says so where a constraint would do the same, and more: a CHECK
// costs less, a foreign key is right among concurrent transactions and sees
// both tables.
func (a *assertion) constraint(h, truncate *ast.Header) {
	if truncate != nil || h.Level != ast.Row || h.When != nil || a.Table.Kind == ast.ForeignTable || len(h.Events) != 2 {
		return
	}
	c := a.Directive.Common
	if c.Message != nil || c.ErrCode != nil || c.Hint != nil || c.IgnorableBy != nil || c.State != 0 {
		return
	}
	var columns []string // of UPDATE OF
	for _, e := range h.Events {
		if e.Event != ast.Insert && e.Event != ast.Update {
			return
		}
		for _, c := range e.Columns {
			columns = append(columns, c.Name)
		}
	}
	add := "ALTER TABLE " + pgname.Qualify(a.Table.Schema, a.Table.Name) + " ADD CONSTRAINT " + pgname.Quote(a.Directive.Name.Name) + " "
	if ref := expr.AsReference(a.DB, a.Table, a.sql()); ref != nil {
		if columns != nil && slices.ContainsFunc(ref.Columns, func(c string) bool { return !slices.Contains(columns, c) }) {
			return
		}
		if isConstraint(h) {
			add += ref.SQL + " DEFERRABLE"
			if h.InitiallyDeferred == ast.Yes {
				add += " INITIALLY DEFERRED"
			}
		} else {
			add += ref.SQL
		}
		a.warnf("assert-reference", a.sql().Span, "write "+add,
			"this is a foreign key, which also sees changes of table %q, and those of concurrent transactions", ref.Table.Name)
		return
	}
	if check := expr.AsCheck(a.DB, a.Table, a.sql()); check != "" && columns == nil && !isConstraint(h) {
		a.warnf("assert-check", a.sql().Span, "write "+add+"CHECK ("+check+")",
			"this looks at nothing but the row, which a CHECK constraint does at less cost")
	}
}
