package kind

import (
	"fmt"
	"slices"
	"strings"

	"github.com/trigc/trigc/analyzer/expr"
	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/ir"
	"github.com/trigc/trigc/internal/pgname"
)

// A filter is what stands for the transition tables of a statement if its
// trigger has a condition on rows: only those that meet it.
type filter struct {
	pairs  string // the WITH query of old and new rows; "" if there is no need of it
	tables []filteredTable
}

// A filteredTable is a query that stands for a transition table.
type filteredTable struct{ name, query string }

// pairsName is the name of the pairs of old and new rows.
const pairsName = "trigc_pairs"

// with returns the queries for a WITH in front of a statement.
func (f *filter) with() []string {
	var list []string
	if f.pairs != "" {
		list = append(list, f.pairs)
	}
	for _, t := range f.tables {
		list = append(list, pgname.Quote(t.name)+" AS ("+t.query+")")
	}
	return list
}

// table returns a subquery that stands for a transition table anywhere. The
// pairs are MATERIALIZED, so that no condition around it turns their FULL JOIN
// into one that could be planned as a nested loop.
func (f *filter) table(name string) string {
	i := slices.IndexFunc(f.tables, func(t filteredTable) bool { return t.name == name })
	query := f.tables[i].query
	if f.pairs != "" {
		query = "WITH " + f.pairs + " " + query
	}
	return "(" + query + ")"
}

// any renders whether there are rows that meet the condition.
func (f *filter) any() string {
	if f.pairs != "" {
		return "EXISTS (WITH " + f.pairs + " SELECT FROM " + pairsName + ")"
	}
	return "EXISTS " + f.table(f.tables[0].name)
}

// filtered returns the filter of a trigger of one event. Where its condition
// compares old and new rows they are paired by key, once, by a FULL JOIN (see
// statementGuard); a row whose key changed has no other half, and each half is
// passed on.
func (p *Pass) filtered(t *ir.Trigger, h *ast.Header, cond *expr.Expr) *filter {
	if len(h.Events) != 1 || h.OldTable == nil && h.NewTable == nil {
		p.errorf("transition-table", h.WhenSpan, "42P17", "write REFERENCING OLD TABLE AS … NEW TABLE AS …",
			"a condition on the rows of a statement filters its transition tables, and there are none")
		return nil
	}
	// Either table's rows may hang on the other's.
	pair := h.Events[0].Event == ast.Update &&
		(cond.UsesOld() && (cond.UsesNew() || h.NewTable != nil) || cond.UsesNew() && h.OldTable != nil)
	if !pair {
		name, alias := t.OldTable, "old"
		if name == "" {
			name, alias = t.NewTable, "new"
		}
		return &filter{tables: []filteredTable{{name, "SELECT " + alias + ".* FROM " + pgname.Quote(name) + " AS " + alias + " WHERE " + cond.SQL()}}}
	}
	if !p.needsKey(true, true, h) {
		return nil
	}
	if t.OldTable == "" {
		t.OldTable = oldTable
	}
	if t.NewTable == "" {
		t.NewTable = newTable
	}
	return p.pairs(t.OldTable, t.NewTable, h.OldTable != nil, h.NewTable != nil, cond.SQL())
}

// pairs returns the filter of the transition tables that are wanted: the rows
// that meet a test of OLD and NEW, and those whose key changed.
func (p *Pass) pairs(oldName, newName string, wantOld, wantNew bool, test string) *filter {
	var on, list, olds, news []string
	for _, c := range p.Table.RowKey() {
		on = append(on, same("OLD", "NEW", c))
	}
	for i, c := range p.Table.Columns {
		n := pgname.Quote(c.Name)
		o, w := fmt.Sprintf("o%d", i+1), fmt.Sprintf("n%d", i+1)
		list = append(list, "OLD."+n+" AS "+o, "NEW."+n+" AS "+w)
		olds, news = append(olds, o+" AS "+n), append(news, w+" AS "+n)
	}
	key := pgname.Quote(p.Table.RowKey()[0].Name)
	at := slices.Index(p.Table.Columns, p.Table.RowKey()[0]) + 1
	f := &filter{pairs: pairsName + " AS MATERIALIZED (SELECT " + strings.Join(list, ", ") + " FROM " + pgname.Quote(oldName) + " AS old FULL JOIN " +
		pgname.Quote(newName) + " AS new ON " + strings.Join(on, " AND ") +
		" WHERE OLD." + key + " IS NULL OR NEW." + key + " IS NULL OR (" + test + "))"}
	if wantOld {
		f.tables = append(f.tables, filteredTable{oldName, fmt.Sprintf("SELECT %s FROM %s WHERE o%d IS NOT NULL", strings.Join(olds, ", "), pairsName, at)})
	}
	if wantNew {
		f.tables = append(f.tables, filteredTable{newName, fmt.Sprintf("SELECT %s FROM %s WHERE n%d IS NOT NULL", strings.Join(news, ", "), pairsName, at)})
	}
	return f
}
