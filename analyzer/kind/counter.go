package kind

import (
	"fmt"
	"slices"
	"strings"

	"github.com/trigc/trigc/analyzer/expr"
	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/ir"
	"github.com/trigc/trigc/internal/pgname"
	"github.com/trigc/trigc/internal/schema"
)

// The function of a counter first adds up what a statement changed, by key, in
// arrays, and ends if that is nothing: a counter in the table itself would fire
// it again for ever. It then locks the rows to be updated in the order of their
// primary key, so that no two writers wait for each other, and updates them by
// one statement, so that triggers of the parent fire once.
//
// If a statement writes several counters of the same rows, the first trigger
// locks what any of them will update.
//
// That UPDATE joins, and PL/pgSQL would keep a plan that was made for few rows
// or a small table. So it is planned anew each time, but for one row, which is
// most often the case and where no plan can go wrong by much.

// countChange is the record of the arrays: k1, k2 … and n.
const countChange = "trigc_change"

// countLock is the record of the keys that are locked for several counters.
const countLock = "trigc_lock"

// forStatement completes a trigger for each statement. It locks for the
// neighbours, too.
func (c *counter) forStatement(t *ir.Trigger, event ast.Event, beside []neighbour) {
	if event != ast.Delete {
		t.NewTable = newTable
	}
	if event != ast.Insert {
		t.OldTable = oldTable
	}
	keys := []string{c.changes(event)}
	for _, o := range beside {
		if event == ast.Update || c.conditions != nil || !slices.Equal(c.via, o.via) {
			keys = append(keys, o.changes(event))
		}
	}
	if len(keys) == 1 {
		c.apply(t, keys[0], true)
		return
	}
	c.apply(t, keys[0], false)
	for i, k := range keys {
		keys[i] = "SELECT " + c.columns("r.k%d") + " FROM (\n  " + k + "\n) AS r"
	}
	t.Function.Vars = append(t.Function.Vars, [2]string{countLock, "record"})
	t.Function.Body = append([]ir.Stmt{
		ir.Exec{SQL: "SELECT " + c.columns("pg_catalog.array_agg(r.k%[1]d) AS k%[1]d") + " INTO " + countLock + "\nFROM (\n" + strings.Join(keys, "\nUNION\n") + "\n) AS r"},
		ir.If{Cond: "pg_catalog.cardinality(" + countLock + ".k1) > 1", Then: []ir.Stmt{c.lock(countLock)}},
	}, t.Function.Body...)
}

// changes renders the query for what a statement changed.
func (c *counter) changes(event ast.Event) string {
	switch event {
	case ast.Insert:
		return c.term("NEW", "pg_catalog.count(*)", newTable+" AS new")
	case ast.Delete:
		return c.term("OLD", "-pg_catalog.count(*)", oldTable+" AS old")
	}
	return c.sum([]string{c.term("NEW", "1", newTable+" AS new"), c.term("OLD", "-1", oldTable+" AS old")})
}

// forRow completes a trigger for each row. All that can be decided in WHEN is.
func (c *counter) forRow(t *ir.Trigger, event ast.Event) {
	if event == ast.Update {
		change := expr.Compare(c.via, true, false)
		if c.conditions != nil {
			change += " OR ((" + c.conditions["OLD"] + ") IS TRUE) <> ((" + c.conditions["NEW"] + ") IS TRUE)"
		}
		t.When = []string{change}
		c.apply(t, c.sum([]string{c.term("NEW", "1", ""), c.term("OLD", "-1", "")}), true)
		return
	}
	row, n := "NEW", c.operator("+")+" 1"
	if event == ast.Delete {
		row, n = "OLD", c.operator("-")+" 1"
	}
	t.When = c.counts(row)
	values := make([]string, len(c.via))
	for i := range c.via {
		values[i] = c.value(row, i)
	}
	t.Function.Header = useColumn
	t.Function.Body = []ir.Stmt{ir.Exec{SQL: c.update(n, "", values)}, ir.Return{Row: "NULL"}}
}

// forTruncate completes the trigger of TRUNCATE. No row is left of a table by
// itself; of one in a hierarchy its own rows are taken off before they go.
func (c *counter) forTruncate(t *ir.Trigger) {
	if t.Timing == ast.Before {
		c.apply(t, c.term("r", "-pg_catalog.count(*)", only(t.Table)+" AS r"), true)
		return
	}
	where := "p." + pgname.Quote(c.column.Name) + " " + c.operator("<>") + " 0"
	if !c.column.NotNull {
		where = "(" + where + ") IS NOT FALSE"
	}
	t.Function.Header = useColumn
	t.Function.Body = []ir.Stmt{
		ir.Exec{SQL: "PERFORM FROM " + only(c.parent) + " AS p\nWHERE " + where + "\nORDER BY " + c.order() + "\nFOR NO KEY UPDATE"},
		ir.Exec{SQL: "UPDATE " + only(c.parent) + " AS p\nSET " + pgname.Quote(c.column.Name) + " = 0\nWHERE " + where},
		ir.Return{Row: "NULL"},
	}
}

// countKeys returns the triggers of the parent. A row whose key changes takes
// its counter along, and must leave it to those that refer to the old key; where
// rows can be there before the row that they refer to, that one must count them.
func (p *Pass) countKeys(c *counter, h *ast.Header) []*ir.Trigger {
	deferrable := c.fk == nil || c.fk.Deferrable
	strict := !deferrable && (c.fk.OnUpdate == ast.NoAction || c.fk.OnUpdate == ast.Restrict)
	if strict && c.parent != p.Table {
		return nil // a key that is referred to cannot change
	}
	name := p.Table.Name + "_" + p.Directive.Name.Name
	if p.Table.Schema != c.parent.Schema {
		name = p.Table.Schema + "_" + name
	}
	make := func(event ast.Event, suffix string) *ir.Trigger {
		before := *withEvents(*h, ast.EventSpec{Event: event})
		before.Timing, before.Level = ast.Before, ast.Row
		t := p.trigger(&before, "parent"+suffix)
		t.Table, t.Name = c.parent, pgname.Fit("~"+name+suffix)
		t.Function.Header = useColumn
		return t
	}
	counter := "NEW." + pgname.Quote(c.column.Name)
	was := counter
	if !c.column.NotNull {
		was = "COALESCE(" + counter + ", 0)"
	}
	t := make(ast.Update, "")
	t.When = []string{expr.Compare(c.keys, true, false)}
	// Without an action of the foreign key, rows can follow only by the same
	// statement, and the trigger of its end counts them.
	t.Function.Stable = strict
	t.Function.Body = []ir.Stmt{
		ir.Assign{Column: c.column.Name, Value: was + "\n    " + c.operator("-") + " (" + c.referring(p.Table, "OLD") + ")\n    " + c.operator("+") + " (" + c.referring(p.Table, "NEW") + ")"},
		ir.Return{Row: "NEW"},
	}
	list := []*ir.Trigger{t}
	// A row that moves to another partition would be counted for again.
	if deferrable && !c.parent.Partitioned() {
		t := make(ast.Insert, "_insert")
		t.Function.Stable = true
		t.Function.Body = []ir.Stmt{
			ir.Assign{Column: c.column.Name, Value: was + " " + c.operator("+") + " (" + c.referring(p.Table, "NEW") + ")"},
			ir.Return{Row: "NEW"},
		}
		list = append(list, t)
	}
	return list
}

// referring renders the number of rows that refer to a row of the parent.
func (c *counter) referring(table *schema.Relation, row string) string {
	var where []string
	for i, k := range c.keys {
		where = append(where, c.value("r", i)+" "+k.Type.Equals()+" "+expr.Value(row, k))
	}
	if c.conditions != nil {
		where = append(where, "("+c.conditions["r"]+")")
	}
	return "SELECT pg_catalog.count(*) FROM " + only(table) + " AS r WHERE " + strings.Join(where, " AND ")
}

// recount renders the statement that counts anew.
func (c *counter) recount(table *schema.Relation) string {
	return "UPDATE " + only(c.parent) + " AS p SET " + pgname.Quote(c.column.Name) + " = (" + c.referring(table, "p") + ");"
}

// counts renders the tests of whether a row counts at all.
func (c *counter) counts(row string) []string {
	var tests []string
	for _, v := range c.via {
		if !v.NotNull {
			tests = append(tests, row+"."+pgname.Quote(v.Name)+" IS NOT NULL")
		}
	}
	if c.conditions != nil {
		tests = append(tests, c.conditions[row])
	}
	return tests
}

// term renders a query for the keys of rows and n, grouped if n is an
// aggregate. from is "" for one row that is at hand.
func (c *counter) term(row, n, from string) string {
	var list, group []string
	for i := range c.via {
		list = append(list, fmt.Sprintf("%s AS k%d", c.value(row, i), i+1))
		group = append(group, fmt.Sprint(i+1))
	}
	sql := "SELECT " + strings.Join(list, ", ") + ", " + n + " AS n"
	if from != "" {
		sql += " FROM " + from
	}
	if tests := c.counts(row); len(tests) > 0 {
		sql += " WHERE " + conjunction(tests)
	}
	if strings.Contains(n, "(") {
		sql += " GROUP BY " + strings.Join(group, ", ")
	}
	return sql
}

// sum adds terms up; keys whose sum is 0 do not change.
func (c *counter) sum(terms []string) string {
	keys := c.columns("u.k%d")
	return "SELECT " + keys + ", pg_catalog.sum(u.n) AS n\n  FROM (\n    " + strings.Join(terms, "\n    UNION ALL\n    ") +
		"\n  ) AS u\n  GROUP BY " + keys + "\n  HAVING pg_catalog.sum(u.n) <> 0"
}

// columns lists something of each column of the key.
func (c *counter) columns(format string) string {
	list := make([]string, len(c.via))
	for i := range c.via {
		list[i] = fmt.Sprintf(format, i+1)
	}
	return strings.Join(list, ", ")
}

// apply completes a trigger that changes the counters by what a query says,
// and locks them first unless that is done.
func (c *counter) apply(t *ir.Trigger, query string, lock bool) {
	var single, each, params []string
	for i := range c.via {
		field := fmt.Sprintf("%s.k%d", countChange, i+1)
		single, each, params = append(single, field+"[1]"), append(each, fmt.Sprintf("r.k%d", i+1)), append(params, field)
	}
	update := c.update(c.operator("+")+" r.n", " FROM "+arrays(len(c.via)+1)+c.columns("k%d")+", n)", each)
	several := []ir.Stmt{ir.Exec{
		SQL: "EXECUTE " + pgname.Literal(strings.ReplaceAll(update, "\n", " ")) + "\n  USING " + strings.Join(append(params, countChange+".n"), ", "),
	}}
	if lock {
		several = append([]ir.Stmt{c.lock(countChange)}, several...)
	}
	t.Function.Header = useColumn
	t.Function.Vars = [][2]string{{countChange, "record"}}
	t.Function.Body = []ir.Stmt{
		ir.Exec{SQL: "SELECT " + c.columns("pg_catalog.array_agg(r.k%[1]d) AS k%[1]d") + ", pg_catalog.array_agg(r.n) AS n INTO " + countChange +
			"\nFROM (\n  " + query + "\n) AS r"},
		ir.If{Cond: "pg_catalog.cardinality(" + countChange + ".n) = 1", Then: []ir.Stmt{ir.Exec{SQL: c.update(c.operator("+")+" "+countChange+".n[1]", "", single)}}},
		ir.If{Cond: "pg_catalog.cardinality(" + countChange + ".n) > 1", Then: several},
		ir.Return{Row: "NULL"},
	}
}

// lock locks rows of the parent, in order, by the arrays of a record.
func (c *counter) lock(record string) ir.Stmt {
	var each, params []string
	for i := range c.via {
		each, params = append(each, fmt.Sprintf("r.k%d", i+1)), append(params, fmt.Sprintf("%s.k%d", record, i+1))
	}
	sql := "SELECT FROM " + only(c.parent) + " AS p JOIN " + arrays(len(c.via)) + c.columns("k%d") + ") ON " + c.match(each) +
		" ORDER BY " + c.order() + " FOR NO KEY UPDATE OF p"
	return ir.Exec{SQL: "EXECUTE " + pgname.Literal(sql) + "\n  USING " + strings.Join(params, ", ")}
}

// arrays renders the head of a FROM item with the rows of n arrays.
func arrays(n int) string {
	list := make([]string, n)
	for i := range list {
		list[i] = fmt.Sprintf("pg_catalog.unnest($%d)", i+1)
	}
	return "ROWS FROM (" + strings.Join(list, ", ") + ") AS r ("
}

// operator renders an operator of the counter and an integer. Postgres has its
// own for integers; of other types it would take one of the search path that
// fits better.
func (c *counter) operator(name string) string {
	if t := c.column.Type; t.Def == nil && t.IsInteger() {
		return name
	}
	return "OPERATOR(pg_catalog." + name + ")"
}

// update renders the UPDATE of the counters of keys.
func (c *counter) update(change, from string, keys []string) string {
	name := pgname.Quote(c.column.Name)
	was := "p." + name
	if !c.column.NotNull {
		was = "COALESCE(p." + name + ", 0)"
	}
	return "UPDATE " + only(c.parent) + " AS p\nSET " + name + " = " + was + " " + change + from + "\nWHERE " + c.match(keys)
}

// match renders that the row p of the parent has a key.
func (c *counter) match(values []string) string {
	tests := make([]string, len(values))
	for i, k := range c.keys {
		tests[i] = expr.Value("p", k) + " " + k.Type.Equals() + " " + values[i]
	}
	return strings.Join(tests, " AND ")
}

// order renders the order in which rows of the parent are locked: the same for
// all counters in it.
func (c *counter) order() string {
	key := c.parent.RowKey()
	if key == nil {
		key = c.keys
	}
	list := make([]string, len(key))
	for i, k := range key {
		list[i] = "p." + pgname.Quote(k.Name)
	}
	return strings.Join(list, ", ")
}

// value renders what a row refers to: by the type of the key, whose equality
// counts, unless the two compare as they are.
func (c *counter) value(row string, i int) string {
	v, k := c.via[i].Type, c.keys[i].Type
	if v.Base().Same(k.Base()) || v.IsInteger() && k.IsInteger() || k.Unknown || v.Unknown {
		return expr.Value(row, c.via[i])
	}
	base := *k.Base()
	base.Mods = nil
	return row + "." + pgname.Quote(c.via[i].Name) + "::" + base.SQL()
}

// only renders a table with its own rows, and those of its partitions.
func only(t *schema.Relation) string {
	name := pgname.Qualify(t.Schema, t.Name)
	if t.Kind == ast.PartitionedTable {
		return name
	}
	return "ONLY " + name
}
