package kind

import (
	"slices"
	"strings"

	"github.com/trigc/trigc/analyzer/expr"
	"github.com/trigc/trigc/analyzer/rules"
	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/ir"
	"github.com/trigc/trigc/internal/pgname"
	"github.com/trigc/trigc/internal/schema"
)

// history keeps the versions of rows.
var history = &Kind{
	Name: "history",
	Doc: "Writes each version of a row to an event table: what was inserted, what an UPDATE that changed something made of a row, " +
		"and what was deleted. KEEP says which of the rows of an UPDATE are written. If the schema has no such table, install.sql makes it, " +
		"and adds columns that the table gets later; if it has one, its columns are checked. The event table is append-only. " +
		"A trigger FOR EACH STATEMENT does it, unless the header says FOR EACH ROW, the table has no transition tables, " +
		"or it is a partition or inherits: statements that name the table above it would pass by.",
	Example: "history posts_log into posts_history\n" +
		"history status_log update into status_history keep both context when (changed(status))",
	Notes: `
The event table has the columns that are kept, by name and type, and these:

| column | is |
|---|---|
| ~history_id~ | the order of events |
| ~history_op~ | INSERT, UPDATE or DELETE |
| ~history_at~ | when the transaction began |
| ~history_row~ | old or new, with KEEP BOTH |
| ~history_context~ | what the application said, with CONTEXT |

- The table that ~install.sql~ makes has them without NOT NULL, length and precision, so that the history can follow what is
  altered. A column of another type fails the install, with the statement to run. Declared in the schema it can have columns,
  types, indexes and partitions of its own, and other types that hold the same values; what it lacks is an error that names the
  ALTER TABLE to run.
- Events cannot be changed: a directive ~history_append_only~ of kind protect is made for the event table, ignorable on the same
  terms, the strictest if several directives write to it. TRUNCATE of the table itself leaves no events; protect it, if it matters.
- An UPDATE that changes nothing that is kept leaves no event. A changed key is a change. EXCEPT takes ~auto~.
- FOR EACH STATEMENT sees the rows of statements that name the table, and a row that moves to another partition as an UPDATE.
  FOR EACH ROW sees statements that name a partition too, and a move as a DELETE and an INSERT.
- A row that a trigger of the table writes again in the same statement has that event first, for the statement ends later: let the
  other trigger be FOR EACH STATEMENT, too, and of a later name; FOR EACH ROW a later name is enough.
- The role that writes rows needs INSERT on the event table.
- ~WithContext(ctx, tx, values)~ of the Go package attaches what CONTEXT keeps; in psql it is
  ~SELECT set_config('pgtrigger.context', '{"user": 7}', true)~. ~triggers.Posts.PostsLog.Of(ctx, db, id)~ reads the events of a row,
  but none with a time that is infinite, for which Go has no value.
`,
	Params: []*ast.Param{historyInto, historyExcept, historyKeep, historyContext},
	Lower:  lowerHistory,
}

var (
	historyInto    = &ast.Param{Keyword: "INTO", Form: ast.TableForm, Needed: true, Doc: "the event table"}
	historyExcept  = &ast.Param{Keyword: "EXCEPT", Form: ast.ColumnsForm, Doc: "columns that are not kept, and whose changes are none"}
	historyKeep    = &ast.Param{Keyword: "KEEP", Form: ast.ChoiceForm, Choices: []string{"old", "new", "both"}, Doc: "which row of an UPDATE is kept: as it was, as it became (the default), or both, told apart by history_row"}
	historyContext = &ast.Param{Keyword: "CONTEXT", Form: ast.FlagForm, Doc: "what the application said of its transaction is kept, too: see WithContext in the Go package"}
)

// contextSQL renders what the application attached to its transaction.
const contextSQL = "NULLIF(pg_catalog.current_setting('pgtrigger.context', true), '')"

func lowerHistory(p *Pass) *ir.Unit {
	h, ok := p.header(defaults{
		timings: []ast.Timing{ast.After},
		events:  []ast.Event{ast.Insert, ast.Update, ast.Delete}, event: []ast.Event{ast.Insert, ast.Update, ast.Delete},
		levels: []ast.Level{ast.Statement, ast.Row}, columns: true, when: true,
	})
	if !ok {
		return nil
	}
	l := &historian{Pass: p, keep: "new", columns: p.historyColumns()}
	if a := p.Directive.Arg(historyKeep); a != nil {
		l.keep = a.Text.Value
	}
	l.context = p.Directive.Arg(historyContext) != nil
	l.chooseLevel(&h)
	if p.failed || !p.rules(h) {
		return nil
	}
	cond := p.condition(&h)
	if p.failed {
		return nil
	}
	l.events = l.eventTable(&h)
	if p.failed {
		return nil
	}
	u := p.unit("writes rows to " + l.events.Name + " after " + eventNames(&h) + whenDoc(cond))
	for i, e := range h.Events {
		suffix := ""
		if i > 0 {
			suffix = strings.ToLower(e.Event.String())
		}
		one := withEvents(h, e)
		if h.Level == ast.Row {
			u.Triggers = append(u.Triggers, l.row(one, cond, suffix))
		} else {
			u.Triggers = append(u.Triggers, l.statement(one, cond, suffix))
		}
	}
	if p.failed {
		return nil
	}
	u.History = &ir.History{Table: l.events, Context: l.context}
	for _, c := range p.Table.RowKey() {
		u.History.Key = append(u.History.Key, l.events.Column(c.Name))
	}
	l.appendOnly()
	if cond == nil {
		w := ir.Write{On: ast.Insert, Table: l.events, Event: ast.Insert}
		for _, c := range l.columns {
			w.Sets = append(w.Sets, ir.WriteColumn{Column: c.Name, Of: c.Name})
		}
		u.Writes = []ir.Write{w}
	}
	return u
}

// A historian lowers one history directive.
type historian struct {
	*Pass
	columns []*schema.Column // of the table, that are kept
	keep    string           // of an UPDATE: "old", "new" or "both"
	context bool
	events  *schema.Relation
}

// historyColumns returns the columns that are kept. Without its key a row's
// history could not be found.
func (p *Pass) historyColumns() []*schema.Column {
	var not []*schema.Column
	if a := p.Directive.Arg(historyExcept); a != nil {
		not = p.named(a, func(c *schema.Column, id ast.Ident) {
			if slices.Contains(p.Table.RowKey(), c) {
				p.errorf("history-key", id.Span, "", "leave it out of EXCEPT", "column %q is of the key, by which the history of a row is found", c.Name)
			}
		})
	}
	var kept []*schema.Column
	for _, c := range p.Table.Columns {
		if !slices.Contains(not, c) && !c.Virtual { // a virtual column is no more than its expression
			kept = append(kept, c)
		}
	}
	return kept
}

// chooseLevel settles for FOR EACH ROW where rows of a statement are not to be
// had or not to be compared, if the directive leaves it open.
func (l *historian) chooseLevel(h *ast.Header) {
	if h.Level != ast.Statement {
		return
	}
	updates := slices.ContainsFunc(h.Events, func(e ast.EventSpec) bool { return e.Event == ast.Update })
	listed := slices.IndexFunc(h.Events, func(e ast.EventSpec) bool { return len(e.Columns) > 0 })
	unpaired := updates && !l.comparable() && (l.Table.RowKey() == nil || l.inherited())
	if l.Directive.Header.Level == 0 {
		above := l.Table.PartitionOf != nil || len(l.Table.Parents) > 0
		if l.Table.Kind == ast.ForeignTable || above || rules.ForeignRows(l.Table, h) != "" || listed >= 0 || unpaired {
			h.Level = ast.Row
		}
		return
	}
	if !l.rowsOfStatement(h) {
		return
	}
	if listed >= 0 {
		l.errorf("transition-table", h.Events[listed].Columns[0].Span, "0A000", "write FOR EACH ROW, or WHEN (changed(…))",
			"the rows of a statement cannot be had with a column list")
		return
	}
	if unpaired {
		l.needsKey(true, true, h)
	}
}

// inherited reports whether other tables' rows are among those of a statement.
func (l *historian) inherited() bool {
	return l.Table.Kind != ast.PartitionedTable && len(l.Table.Children) > 0
}

// comparable reports whether all columns have an equality by which Postgres
// can tell rows of two tables apart.
func (l *historian) comparable() bool {
	return !slices.ContainsFunc(l.columns, func(c *schema.Column) bool {
		return c.Type.Equality() != ast.Yes || c.Type.Foreign() != nil
	})
}

// kept returns the rows of an event that are written: "old", "new".
func (l *historian) kept(e ast.Event) []string {
	switch {
	case e == ast.Insert:
		return []string{"new"}
	case e == ast.Delete:
		return []string{"old"}
	case l.keep == "both":
		return []string{"old", "new"}
	}
	return []string{l.keep}
}

// into renders the head of the INSERT into the event table.
func (l *historian) into() string {
	names := []string{"history_op", "history_at"}
	if l.keep == "both" {
		names = append(names, "history_row")
	}
	if l.context {
		names = append(names, "history_context")
	}
	for _, c := range l.columns {
		names = append(names, c.Name)
	}
	return "INSERT INTO " + pgname.Qualify(l.events.Schema, l.events.Name) + " (" + pgname.List(names) + ")"
}

// values renders the values of a row; once tells whether they are computed for
// one row alone.
func (l *historian) values(e ast.Event, row, alias string, once bool) string {
	list := []string{pgname.Literal(e.String()), "pg_catalog.now()"}
	if l.keep == "both" {
		list = append(list, pgname.Literal(row))
	}
	if l.context {
		context := contextSQL + "::" + l.events.Column("history_context").Type.SQL()
		if !once {
			context = "(SELECT " + context + ")" // once for all rows
		}
		list = append(list, context)
	}
	for _, c := range l.columns {
		list = append(list, alias+"."+pgname.Quote(c.Name))
	}
	return strings.Join(list, ", ")
}

// row lowers one event to a trigger for each row.
func (l *historian) row(h *ast.Header, cond *expr.Expr, suffix string) *ir.Trigger {
	t := l.trigger(h, suffix)
	e := h.Events[0].Event
	var tested []string
	if cond != nil {
		t.When, tested = cond.Split()
	}
	if e == ast.Update {
		t.When = append([]string{expr.Compare(l.columns, true, false)}, t.When...)
	}
	var body []ir.Stmt
	for _, row := range l.kept(e) {
		body = append(body, ir.Exec{SQL: l.into() + "\nVALUES (" + l.values(e, row, strings.ToUpper(row), true) + ")"})
	}
	if len(tested) > 0 {
		body = []ir.Stmt{ir.If{Cond: conjunction(tested), Then: body}}
	}
	t.Function.Header = useColumn
	t.Function.Body = append(body, ir.Return{Row: "NULL"})
	return t
}

// statement lowers one event to a trigger for each statement.
//
// What an UPDATE changed is the new rows EXCEPT ALL the old ones, or the other
// way round: hashed, so linear in whatever plan a session has cached, and it
// sees a changed key. That takes an equality for each column, and a condition
// on no other row than the one that is kept; else the rows are paired by key.
func (l *historian) statement(h *ast.Header, cond *expr.Expr, suffix string) *ir.Trigger {
	t := l.trigger(h, suffix)
	e := h.Events[0].Event
	if e != ast.Insert {
		t.OldTable = oldTable
	}
	if e != ast.Delete {
		t.NewTable = newTable
	}
	tables := map[string]string{"old": oldTable, "new": newTable}
	usesOther := func(row string) bool {
		return cond != nil && (row == "old" && cond.UsesNew() || row == "new" && cond.UsesOld())
	}
	rows := l.kept(e)
	var with []string
	if e == ast.Update && (!l.comparable() || slices.ContainsFunc(rows, usesOther)) {
		if !l.needsKey(true, true, h) {
			return t
		}
		test := expr.Compare(l.columns, true, false)
		if cond != nil {
			test = conjunction([]string{test, cond.SQL()})
		}
		with = l.pairs(oldTable, newTable, true, true, test).with()
	}
	where := ""
	if cond != nil {
		where = "\nWHERE " + cond.SQL()
	}
	var selects []string
	for _, row := range rows {
		from := tables[row] + " AS " + row
		switch {
		case with != nil:
		case e == ast.Update:
			other := map[string]string{"old": "new", "new": "old"}[row]
			from = "(SELECT " + l.list(row) + "\n  FROM " + from + strings.ReplaceAll(where, "\n", "\n  ") +
				"\n  EXCEPT ALL SELECT " + l.list(other) + "\n  FROM " + tables[other] + " AS " + other + ") AS " + row
		default:
			from += where
		}
		selects = append(selects, "SELECT "+l.values(e, row, row, false)+"\nFROM "+from)
	}
	sql := l.into() + "\n" + strings.Join(selects, "\nUNION ALL ")
	if with != nil {
		sql = "WITH " + strings.Join(with, ",\n") + "\n" + sql
	}
	t.Function.Header = useColumn
	t.Function.Body = []ir.Stmt{ir.Exec{SQL: sql}, ir.Return{Row: "NULL"}}
	return t
}

// list renders the columns of a row.
func (l *historian) list(row string) string {
	names := make([]string, len(l.columns))
	for i, c := range l.columns {
		names[i] = row + "." + pgname.Quote(c.Name)
	}
	return strings.Join(names, ", ")
}

// appendOnly protects the event table, as a directive of its own there would,
// under the same terms of ignoring.
func (l *historian) appendOnly() {
	d := l.Directive
	event := func(e ast.Event) ast.EventSpec { return ast.EventSpec{Event: e, Span: d.Kind.Span} }
	guard := &Pass{
		Directive: &ast.Directive{
			Span: d.Span, Kind: ast.Ident{Name: protect.Name, Span: d.Kind.Span}, Name: ast.Ident{Name: appendOnlyName, Span: d.Name.Span},
			Header: ast.Header{Events: []ast.EventSpec{event(ast.Update), event(ast.Delete), event(ast.Truncate)}},
			Common: ast.Common{Ignorable: d.Common.Ignorable, IgnorableSpan: d.Common.IgnorableSpan, IgnorableBy: d.Common.IgnorableBy, State: d.Common.State, StateSpan: d.Common.StateSpan},
		},
		DB: l.DB, World: l.World, Table: l.events, Report: l.Report, Postgres: l.Postgres,
	}
	if u := protect.Lower(guard); u != nil {
		l.Others = append(l.Others, u)
	}
}

// appendOnlyName is the name of the trigger that protects an event table.
const appendOnlyName = "history_append_only"
