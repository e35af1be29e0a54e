package kind

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/trigc/trigc/analyzer/expr"
	"github.com/trigc/trigc/analyzer/rules"
	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/ir"
	"github.com/trigc/trigc/internal/pgname"
	"github.com/trigc/trigc/internal/schema"
)

// A guard is a trigger that raises if a row is not as it should be. What can
// be decided by the row alone is decided in WHEN; the function raises.

// SQLSTATEs of guards, of class 23 so that programs take them for what they
// are: violations of integrity (manual, appendix A).
const (
	restrictViolation = "23001"
	checkViolation    = "23514"
)

// Names of the transition tables of guards for each statement.
const (
	oldTable = "trigc_old"
	newTable = "trigc_new"
)

// useColumn stands in functions with SQL of the user: a column that is called
// like a variable of PL/pgSQL (found, tg_op) is the column.
var useColumn = []string{"#variable_conflict use_column"}

// text is a message under construction: literal text and SQL expressions.
type text struct {
	format strings.Builder
	args   []string
}

// lit adds literal text.
func (t *text) lit(s string) *text {
	t.format.WriteString(strings.ReplaceAll(s, "%", "%%"))
	return t
}

// arg adds the value of an expression.
func (t *text) arg(sql string) *text {
	t.format.WriteString("%s")
	t.args = append(t.args, sql)
	return t
}

// SQL renders the message as an expression of type text.
func (t *text) SQL() string {
	f := t.format.String()
	if len(t.args) == 0 {
		return pgname.Literal(strings.ReplaceAll(f, "%%", "%"))
	}
	return "pg_catalog.format(" + pgname.Literal(f) + ", " + strings.Join(t.args, ", ") + ")"
}

// verb adds what is refused: "delete", or what the statement is.
func (t *text) verb(h *ast.Header) *text {
	if len(h.Events) == 1 {
		return t.lit(strings.ToLower(h.Events[0].Event.String()))
	}
	return t.arg("pg_catalog.lower(TG_OP)")
}

// value renders a column's value for a message, quoted and not too long.
func value(row string, c *schema.Column) string {
	return "pg_catalog.quote_nullable(pg_catalog.left(" + row + "." + pgname.Quote(c.Name) + "::pg_catalog.text, 200))"
}

// row adds what names the row: its key, if the table has one.
func (t *text) row(rel *schema.Relation, events []ast.EventSpec) *text {
	key := rel.RowKey()
	if key == nil {
		return t.lit("a row of table \"" + rel.Name + "\"")
	}
	names := make([]string, len(key))
	for i, c := range key {
		names[i] = c.Name
	}
	t.lit("row (" + strings.Join(names, ", ") + ")=(")
	for i, c := range key {
		if i > 0 {
			t.lit(", ")
		}
		t.arg(keyValue(c, events))
	}
	return t.lit(") of table \"" + rel.Name + "\"")
}

// keyValue renders a key column of the row as it was, or of the new row, not too
// long.
func keyValue(c *schema.Column, events []ast.EventSpec) string {
	name := pgname.Quote(c.Name)
	insert, other := false, false
	for _, e := range events {
		insert = insert || e.Event == ast.Insert
		other = other || e.Event != ast.Insert
	}
	v := "OLD." + name
	switch {
	case insert && other:
		v = "COALESCE(OLD." + name + ", NEW." + name + ")"
	case insert:
		v = "NEW." + name
	}
	if b := c.Type.Base(); c.Type.IsNumeric() || c.Type.IsDateTime() || c.Type.Enum() != nil || b.Schema == "pg_catalog" && b.Name == "uuid" {
		return v // never long
	}
	return "pg_catalog.left(" + v + "::pg_catalog.text, 200)"
}

// raise returns the statement that raises the guard's error, with what the
// directive says instead of the defaults.
func (p *Pass) raise(state, message, detail, hint, column string) ir.Raise {
	c := p.Directive.Common
	r := ir.Raise{SQLState: state, Message: message, Detail: detail, Hint: hint, Column: column}
	if c.ErrCode != nil {
		r.SQLState = c.ErrCode.Value
	}
	if c.Message != nil {
		r.Message = pgname.Literal(c.Message.Value)
	}
	if c.Hint != nil {
		r.Hint = pgname.Literal(c.Hint.Value)
	}
	return r
}

// bypass is the hint of guards that can be ignored.
func (p *Pass) bypass() string {
	c := p.Directive.Common
	if c.Ignorable == ast.No {
		return ""
	}
	name := p.Table.Schema + "." + p.Table.Name + "." + p.Directive.Name.Name
	if c.IgnorableBy != nil {
		return pgname.Literal("Members of role \"" + c.IgnorableBy.Name + "\" can ignore trigger " + name + " in a transaction.")
	}
	return pgname.Literal("If it is meant, ignore trigger " + name + " in the transaction.")
}

// passOn returns the statement that ends a guard that let the row through.
func passOn(h *ast.Header) ir.Stmt {
	if h.Timing == ast.After || h.Level == ast.Statement {
		return ir.Return{Row: "NULL"}
	}
	deletes, others := 0, 0
	for _, e := range h.Events {
		if e.Event == ast.Delete {
			deletes++
		} else {
			others++
		}
	}
	switch {
	case others == 0:
		return ir.Return{Row: "OLD"}
	case deletes == 0:
		return ir.Return{Row: "NEW"}
	}
	return ir.If{Cond: "TG_OP = 'DELETE'", Then: []ir.Stmt{ir.Return{Row: "OLD"}}, Else: []ir.Stmt{ir.Return{Row: "NEW"}}}
}

// rowGuard completes a trigger for each row that raises if all conjuncts
// hold: those without a subquery in WHEN, the rest in the body.
func rowGuard(t *ir.Trigger, h *ast.Header, when, tested []string, raise ir.Raise) {
	t.When = when
	t.Function.Body = []ir.Stmt{raise}
	if len(tested) > 0 {
		t.Function.Header = useColumn
		t.Function.Body = []ir.Stmt{ir.If{Cond: conjunction(tested), Then: []ir.Stmt{raise}}, passOn(h)}
	}
}

func conjunction(list []string) string {
	if len(list) == 1 {
		return list[0]
	}
	return "(" + strings.Join(list, ") AND (") + ")"
}

// A rowTest is what a guard for each statement looks for in its rows.
type rowTest struct {
	cond             string
	usesOld, usesNew bool // which rows the condition needs
	// half is what an old or new row without its other half must meet; "" if
	// it is a violation in any case.
	half string
}

// byEvent returns the guards for each statement of a header: the rows of a
// statement are in transition tables, which need a trigger for each event.
func (p *Pass) byEvent(h *ast.Header, test rowTest, raise func(one *ast.Header, row string) ir.Raise) []*ir.Trigger {
	if !p.rowsOfStatement(h) {
		return nil
	}
	var list []*ir.Trigger
	for i, e := range h.Events {
		one := withEvents(*h, e)
		if len(e.Columns) > 0 {
			p.errorf("transition-table", e.Columns[0].Span, "0A000", "write UPDATE, and changed(…) in the condition",
				"a condition on the rows of a statement cannot be combined with a column list")
			return nil
		}
		if !p.needsKey(test.usesOld, test.usesNew, h) {
			return nil
		}
		suffix := ""
		if i > 0 {
			suffix = strings.ToLower(e.Event.String())
		}
		t := p.trigger(one, suffix)
		p.statementGuard(t, e.Event, test, func(row string) ir.Raise {
			r := raise(one, row)
			t.Violation = &ir.Violation{SQLState: r.SQLState}
			return r
		})
		list = append(list, t)
	}
	return list
}

// levels divides a header: TRUNCATE has no rows, so beside other events it
// needs a trigger of its own, unless the user chose a level. The second is nil
// if there is no need.
func (p *Pass) levels(h ast.Header) (rows, truncate *ast.Header) {
	isTruncate := func(e ast.EventSpec) bool { return e.Event == ast.Truncate }
	i := slices.IndexFunc(h.Events, isTruncate)
	if p.Directive.Header.Level != 0 || h.Level != ast.Row || i < 0 {
		return &h, nil
	}
	truncate = withEvents(h, h.Events[i])
	truncate.Level, truncate.Deferrable, truncate.InitiallyDeferred = ast.Statement, 0, 0
	return withEvents(h, slices.DeleteFunc(slices.Clone(h.Events), isTruncate)...), truncate
}

// truncateHasRows reports TRUNCATE among the events of what looks at rows, of
// which it has none; help tells how to do without them.
func (p *Pass) truncateHasRows(h *ast.Header, help string) bool {
	for _, e := range h.Events {
		if e.Event == ast.Truncate {
			if len(h.Events) > 1 {
				help = "write a directive of its own for TRUNCATE"
			}
			p.errorf("truncate-condition", e.Span, "42P17", help, "TRUNCATE has no rows that could meet a condition")
			return true
		}
	}
	return false
}

// statementGuard completes a trigger for each statement, of one event, that
// raises if one of its rows meets the test.
//
// Old and new rows are paired by FULL JOIN on the key: Postgres never plans
// one as a nested loop, so the cost stays linear whatever plan a session has
// cached, and a row whose key was changed comes out without its other half
// and counts as changed.
func (p *Pass) statementGuard(t *ir.Trigger, event ast.Event, test rowTest, raise func(row string) ir.Raise) {
	var from, where string
	events := []ast.EventSpec{{Event: event}}
	key := p.Table.RowKey()
	switch {
	case test.usesOld && test.usesNew:
		var pairs []string
		for _, c := range key {
			pairs = append(pairs, same("OLD", "NEW", c))
		}
		first := pgname.Quote(key[0].Name)
		alone := "OLD." + first + " IS NULL OR NEW." + first + " IS NULL"
		if test.half != "" {
			alone = "(" + alone + ") AND " + test.half
		}
		from = oldTable + " AS old FULL JOIN " + newTable + " AS new ON " + strings.Join(pairs, " AND ")
		where = "(" + test.cond + ") OR " + alone
		events = []ast.EventSpec{{Event: ast.Insert}, {Event: event}} // either half may be missing
		t.OldTable, t.NewTable = oldTable, newTable
	case test.usesNew:
		from, where = newTable+" AS new", test.cond
		events = []ast.EventSpec{{Event: ast.Insert}}
		t.NewTable = newTable
	default:
		from, where = oldTable+" AS old", test.cond
		t.OldTable = oldTable
	}
	var row text
	row.row(p.Table, events)
	t.Function.Header = useColumn
	t.Function.Vars = [][2]string{{"violation", "pg_catalog.text"}}
	t.Function.Body = []ir.Stmt{
		ir.Exec{SQL: "SELECT " + row.SQL() + " INTO violation\nFROM " + from + "\nWHERE " + where + "\nLIMIT 1"},
		ir.If{Cond: "FOUND", Then: []ir.Stmt{raise("violation")}},
		ir.Return{Row: "NULL"},
	}
}

// same renders that two rows have the same value in a column that is not NULL.
func same(row, other string, c *schema.Column) string {
	return expr.Value(row, c) + " " + c.Type.Equals() + " " + expr.Value(other, c)
}

// rowsOfStatement reports a relation or a timing for which the rows of a
// statement are not known.
func (p *Pass) rowsOfStatement(h *ast.Header) bool {
	switch {
	case p.Table.Kind == ast.View || p.Table.Kind == ast.ForeignTable:
		p.errorf("transition-table", h.LevelSpan, "42809", "write FOR EACH ROW",
			"a %s has no transition tables, in which the rows of a statement are found, and %q is one", p.Table.Kind, p.Table.Name)
	case rules.ForeignRows(p.Table, h) != "":
		p.errorf("transition-table", h.LevelSpan, "0A000", "write FOR EACH ROW", "%s", rules.ForeignRows(p.Table, h))
	case h.Timing != ast.After:
		p.errorf("transition-table", h.TimingSpan, "42P17", "write AFTER, or FOR EACH ROW", "the rows of a statement are known only AFTER it")
	}
	return !p.failed
}

// needsKey reports that rows cannot be paired, if they cannot.
func (p *Pass) needsKey(usesOld, usesNew bool, h *ast.Header) bool {
	if !usesOld || !usesNew {
		return true
	}
	d := diag.Diagnostic{
		Code: "no-row-key", Severity: diag.Error, Span: h.LevelSpan, Help: "give the table a primary key, or write FOR EACH ROW",
		Message: fmt.Sprintf("table %q has no key by which the old and new rows of a statement could be paired", p.Table.Name),
	}
	switch {
	case p.Table.RowKey() == nil:
	case p.Table.Kind != ast.PartitionedTable && len(p.Table.Children) > 0:
		// Its statements change their rows too, and a key is of one table.
		d.Help = "write FOR EACH ROW, here and at the children"
		d.Message = fmt.Sprintf("rows of table %q and of tables that inherit from it can have the same key, so the old and new rows of a statement cannot be paired", p.Table.Name)
		d.Related = related(p.Table.Children[0].Decl, "child declared here")
	default:
		return true
	}
	p.add(d)
	return false
}

// movedSuffix marks the twin for moved rows. Its name also starts with "~",
// which sorts behind all letters, so that no other BEFORE trigger changes the
// row after it.
const movedSuffix = "moved"

// moved returns the twin of a guard of UPDATE on a partitioned table: a row
// that moves to another partition fires no AFTER UPDATE, but it does fire
// BEFORE UPDATE where it was. make builds the trigger under that header; if it
// does the same as the guard, it shares its function.
func (p *Pass) moved(guard *ir.Trigger, h *ast.Header, make func(h *ast.Header, suffix string) *ir.Trigger) []*ir.Trigger {
	if !p.Table.Partitioned() || h.Timing != ast.After || h.Level != ast.Row {
		return nil
	}
	for _, e := range h.Events {
		if e.Event != ast.Update {
			continue
		}
		before := *withEvents(*h, e)
		before.Timing = ast.Before
		before.Deferrable, before.InitiallyDeferred = 0, 0
		t := make(&before, movedSuffix)
		if t == nil {
			return nil
		}
		if reflect.DeepEqual(t.Function.Body, guard.Function.Body) {
			t.Function = guard.Function
		}
		if test := p.keyChanged(); test != "" {
			t.When = append([]string{test}, t.When...)
		}
		return []*ir.Trigger{t}
	}
	return nil
}

// keyChanged renders whether a row's partition may change, or "" if that
// cannot be told by its columns, or other directives may still change them.
func (p *Pass) keyChanged() string {
	var columns []*schema.Column
	top := p.Table
	for top.PartitionOf != nil {
		top = top.PartitionOf
	}
	var add func(rel *schema.Relation) bool
	add = func(rel *schema.Relation) bool {
		for _, name := range rel.PartitionKey {
			c := p.Table.Column(name)
			if c == nil || c.Generated || slices.Contains(p.Maintained, name) {
				return false
			}
			columns = append(columns, c)
		}
		for _, child := range rel.Children {
			if !add(child) {
				return false
			}
		}
		return true
	}
	if !add(top) || len(columns) == 0 {
		return ""
	}
	return expr.Compare(dedup(columns), true, false)
}

func dedup(list []*schema.Column) []*schema.Column {
	var out []*schema.Column
	seen := map[*schema.Column]bool{}
	for _, c := range list {
		if !seen[c] {
			seen[c] = true
			out = append(out, c)
		}
	}
	return out
}
