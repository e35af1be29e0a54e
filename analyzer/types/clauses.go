package types

import (
	"slices"
	"strconv"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/schema"
	"github.com/trigc/trigc/internal/source"
)

// position checks a key of ORDER BY and the like that is a constant, and reports
// whether it is one: only the number of an output column may be.
func (c *Checker) position(n ast.Node, out []Output, clause string) bool {
	if op, ok := n.(*ast.Op); ok && op.Kind == ast.PlainOp && op.Left == nil && op.Name.Schema == "" && op.Name.Name == "-" {
		if k, ok := op.Right.(*ast.Const); ok && k.Kind == ast.IntConst { // the parser makes one constant of it
			c.Errorf("sort-key", n.Span(), "42P10", "", "%s position -%s is not in select list", clause, k.Value)
			return true
		}
	}
	k, ok := n.(*ast.Const)
	if !ok {
		return false
	}
	if k.Kind != ast.IntConst {
		c.Errorf("sort-key", n.Span(), "42601", "leave it out, or name a column", "non-integer constant in %s", clause)
		return true
	}
	if i, err := strconv.Atoi(k.Value); out != nil && (err != nil || i < 1 || i > len(out)) {
		c.Errorf("sort-key", n.Span(), "42P10", "", "%s position %s is not in select list", clause, k.Value)
	}
	return true
}

// isOutput reports whether a key is the number or the name of an output column.
func isOutput(n ast.Node, targets []ast.Target) bool {
	switch n := n.(type) {
	case *ast.Const:
		return true
	case *ast.ColumnRef:
		return len(n.Parts) == 1 && !n.Star && slices.ContainsFunc(targets, func(t ast.Target) bool { return t.Name == n.Parts[0].Name })
	}
	return false
}

// united checks what stands behind a UNION and the like. ORDER BY sees the
// output columns alone (transformSetOperationStmt of analyze.c).
func (c *Checker) united(k *ast.Clauses, out []Output, s *Scope) {
	for _, n := range k.Order {
		if c.position(n, out, "ORDER BY") {
			continue
		}
		ref, ok := n.(*ast.ColumnRef)
		switch {
		case ok && ref.Star:
		case ok && len(ref.Parts) == 1 && containsName(out, ref.Parts[0].Name):
		case ok && s.isKnown(ref), !ok && isComputed(n):
			c.Errorf("sort-key", n.Span(), "0A000", "name an output column, or select from the "+k.SetOp, "invalid UNION/INTERSECT/EXCEPT ORDER BY clause: only result column names can be used, not expressions")
		case ok && len(ref.Parts) == 1 && c.Names:
			names := make([]string, len(out))
			for i, o := range out {
				names[i] = o.Name
			}
			c.Errorf("unknown-column", n.Span(), "42703", diag.DidYouMean(ref.Parts[0].Name, names), "column %q does not exist: ORDER BY of %s sees its output columns alone", ref.Parts[0].Name, k.SetOp)
		case ok && len(ref.Parts) == 2 && c.Names:
			c.Errorf("unknown-table", ref.Parts[0].Span, "42P01", "leave out the name of the table", "missing FROM-clause entry for table %q: ORDER BY of %s sees its output columns alone", ref.Parts[0].Name, k.SetOp)
		}
	}
	c.limits(k, s)
}

// isKnown reports whether a reference is of a variable, or of a query around.
func (s *Scope) isKnown(ref *ast.ColumnRef) bool {
	for at := s; at != nil; at = at.outer {
		if it, open := at.holder(ref); it != nil || open {
			return true
		}
		if at.variable != nil {
			if _, found := at.variable(ref.Parts, false); found {
				return true
			}
		}
	}
	return false
}

// isComputed reports whether a node is an expression and no column, whatever
// its types are.
func isComputed(n ast.Node) bool {
	switch n.(type) {
	case *ast.Op, *ast.Call:
		return true
	}
	return false
}

// A sortColumn is a column that a query sorts by.
type sortColumn struct {
	of   *Item
	name string
}

// sortColumn returns the column that a key stands for, by its number, its name
// among the output columns, or itself.
func (s *Scope) sortColumn(n ast.Node, targets []ast.Target) (sortColumn, bool) {
	switch k := n.(type) {
	case *ast.Const:
		i, err := strconv.Atoi(k.Value)
		if err != nil || i < 1 || i > len(targets) || slices.ContainsFunc(targets, func(t ast.Target) bool { return isStar(t.Expr) }) {
			return sortColumn{}, false
		}
		n = targets[i-1].Expr
	case *ast.ColumnRef:
		if len(k.Parts) == 1 && !k.Star {
			for _, t := range targets {
				if t.Name == k.Parts[0].Name {
					n = t.Expr
					break
				}
			}
		}
	}
	ref, ok := n.(*ast.ColumnRef)
	if !ok || ref.Star || len(ref.Parts) > 2 || s.isVariable(ref) {
		return sortColumn{}, false
	}
	it, open := s.holder(ref)
	name := ref.Parts[len(ref.Parts)-1].Name
	if it == nil || open || containsName(it.hidden, name) || len(it.merged) > 0 {
		return sortColumn{}, false
	}
	return sortColumn{it, name}, true
}

func isStar(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.ColumnRef:
		return n.Star
	case *ast.Other:
		return n.Tag == "A_Indirection" && len(n.Steps) > 0 && n.Steps[len(n.Steps)-1].Star
	}
	return false
}

// distinct reports what DISTINCT is sorted by and does not select, or not first
// (transformDistinctClause and transformDistinctOnClause).
func (c *Checker) distinct(k *ast.Clauses, s *Scope) {
	if !k.Distinct || len(k.Order) == 0 {
		return
	}
	if len(k.DistinctOn) > 0 {
		c.distinctOn(k, s)
		return
	}
	selected := map[sortColumn]bool{}
	for _, t := range k.Targets {
		ref, ok := t.Expr.(*ast.ColumnRef)
		if !ok || ref.Star {
			if _, isConst := t.Expr.(*ast.Const); isConst {
				continue
			}
			return // what it stands for may be the key
		}
		if col, ok := s.sortColumn(ref, nil); ok {
			selected[col] = true
		} else {
			return
		}
	}
	for _, n := range k.Order {
		col, ok := s.sortColumn(n, k.Targets)
		if isOutput(n, k.Targets) || ok && selected[col] || !ok && !isComputed(n) {
			continue
		}
		c.Errorf("sort-key", n.Span(), "42P10", "select it too, or sort by what is selected", "for SELECT DISTINCT, ORDER BY expressions must appear in select list")
		return
	}
}

func (c *Checker) distinctOn(k *ast.Clauses, s *Scope) {
	on := map[sortColumn]bool{}
	for _, n := range k.DistinctOn {
		col, ok := s.sortColumn(n, k.Targets)
		if !ok {
			return
		}
		on[col] = true
	}
	first := map[sortColumn]bool{}
	for _, n := range k.Order {
		col, ok := s.sortColumn(n, k.Targets)
		if !ok || len(first) == len(on) {
			return
		}
		if !on[col] {
			c.Errorf("sort-key", n.Span(), "42P10", "sort by the columns of DISTINCT ON first", "SELECT DISTINCT ON expressions must match initial ORDER BY expressions")
			return
		}
		first[col] = true
	}
}

// limits checks LIMIT and OFFSET, which see no column of their query.
func (c *Checker) limits(k *ast.Clauses, s *Scope) {
	for _, l := range []struct {
		n             ast.Node
		clause, state string
	}{{k.Limit, "LIMIT", "2201W"}, {k.Offset, "OFFSET", "2201X"}} {
		if l.n == nil {
			continue
		}
		outer := &Scope{outer: s.outer}
		t := c.Expr(l.n, outer)
		switch {
		case t == unknown:
			c.literal(l.n, t, bigint)
		case t.IsKnown() && c.coerces(t, bigint, assignment) == ast.No && !c.hidden:
			c.Errorf("type-mismatch", l.n.Span(), "42804", "", "argument of %s must be type bigint, not type %s", l.clause, c.String(t))
		}
		if v, ok := folded(l.n); ok && v <= -1 {
			d := diag.Diagnostic{Code: "row-limit", Span: l.n.Span(), SQLState: l.state, Message: l.clause + " must not be negative"}
			c.violates(c.behind > 0 || c.skipped > 0 || s.outer != nil && len(s.outer.items) > 0, d)
		}
	}
}

// twice reports items of FROM that have the name of one before
// (checkNameSpaceConflicts of parse_relation.c). Relations of two schemas may
// have one name.
func (c *Checker) twice(before, items []*Item, at source.Span) {
	for _, it := range items {
		if it.Name == "" {
			continue
		}
		for _, o := range before {
			if o.Name != it.Name || o.plain && it.plain && o.Schema != it.Schema {
				continue
			}
			c.Errorf("duplicate-alias", at, "42712", "write AS with another name", "table name %q specified more than once", it.Name)
			return
		}
	}
}

// arbiter reports ON CONFLICT ON CONSTRAINT of what is no key of the table.
func (c *Checker) arbiter(rel *schema.Relation, k *ast.Conflict) {
	if k.Constraint == "" || rel == nil || rel.Open || c.hidden || !c.Names || rel.Kind != ast.Table && rel.Kind != ast.PartitionedTable {
		return
	}
	var names []string
	for _, con := range rel.Constraints {
		switch {
		case con.IndexOnly:
			if con.Name == k.Constraint {
				c.Errorf("conflict-target", k.Span(), "42704", "write ON CONFLICT (columns)", "constraint %q for table %q does not exist: it is a unique index", k.Constraint, rel.Name)
				return
			}
		case con.Kind == ast.PrimaryKey, con.Kind == ast.Unique, con.Kind == ast.Exclude:
			if con.Name == k.Constraint {
				return
			}
			names = append(names, con.Name)
		case con.Name == k.Constraint:
			c.Errorf("conflict-target", k.Span(), "42809", diag.DidYouMean(k.Constraint, names), "constraint %q of ON CONFLICT has no index", k.Constraint)
			return
		}
	}
	c.Errorf("conflict-target", k.Span(), "42704", diag.DidYouMean(k.Constraint, names), "constraint %q for table %q does not exist", k.Constraint, rel.Name)
}

// locked reports FOR UPDATE of rows that are none of a table
// (CheckSelectLocking and transformLockingClause of analyze.c). Without OF it is
// for all that FROM has, and for what subqueries and views have.
func (c *Checker) locked(q *ast.Query, s *Scope) {
	for _, l := range q.Clauses.Locks {
		at := l.Span()
		if at.IsZero() {
			at = q.Span()
		}
		why := c.merged(q.Clauses)
		switch {
		case why != "":
		case len(s.aggregates) > 0:
			why = "aggregate functions"
		case len(s.windows) > 0:
			why = "window functions"
		}
		if why != "" {
			c.Errorf("row-lock", at, "0A000", "lock the rows in a query of their own", "FOR %s is not allowed with %s", l.Strength, why)
			return
		}
		for _, of := range l.Of {
			i := slices.IndexFunc(s.items, func(it *Item) bool { return it.Name == of.Name })
			switch {
			case i >= 0 && s.items[i].unlockable != "":
				c.Errorf("row-lock", of.Span, "0A000", "", "FOR %s cannot be applied to %q: it is %s", l.Strength, of.Name, s.items[i].unlockable)
				return
			case i < 0 && c.Names && !slices.ContainsFunc(q.Clauses.From, hides):
				c.Errorf("unknown-table", of.Span, "42P01", "", "relation %q in FOR %s clause not found in FROM clause", of.Name, l.Strength)
				return
			}
		}
		for _, it := range s.items {
			if len(l.Of) > 0 && !slices.ContainsFunc(l.Of, func(of ast.Ident) bool { return of.Name == it.Name }) {
				continue
			}
			inner := it.query
			if it.view != nil {
				inner = it.view.Query()
			}
			if why := c.unlockable(inner, s, 0); why != "" {
				c.Errorf("row-lock", at, "0A000", "lock the rows of tables alone, by OF", "FOR %s is not allowed with %s, which %q has", l.Strength, why, it.Name)
				return
			}
		}
	}
}

// hides reports whether an item of FROM may have names that are not known.
func hides(f *ast.From) bool {
	if f.Kind == ast.FromJoin {
		return f.Alias != "" || f.Left == nil || f.Right == nil || hides(f.Left) || hides(f.Right)
	}
	return f.Kind == ast.FromOther
}

// merged returns what of a query's clauses makes one row of several, or of none,
// "" if nothing does.
func (c *Checker) merged(k *ast.Clauses) string {
	switch {
	case k.SetOp != "":
		return "UNION/INTERSECT/EXCEPT"
	case k.Distinct:
		return "DISTINCT clause"
	case len(k.Group) > 0:
		return "GROUP BY clause"
	case k.Having != nil:
		return "HAVING clause"
	}
	return ""
}

// unlockable returns what keeps the rows of a subquery or a view from being
// locked, "" if nothing does that can be told.
func (c *Checker) unlockable(q *ast.Query, s *Scope, depth int) string {
	if q == nil || q.Clauses == nil || q.Kind != ast.SelectQuery || depth > 20 {
		return ""
	}
	k := q.Clauses
	if why := c.merged(k); why != "" {
		return why
	}
	why := ""
	for _, t := range k.Targets {
		ast.Walk(t.Expr, func(n ast.Node) bool {
			if _, ok := n.(*ast.Query); ok {
				return false
			}
			if call, ok := n.(*ast.Call); ok && why == "" {
				switch {
				case call.Over:
					why = "window functions"
				case c.aggregates(call):
					why = "aggregate functions"
				}
			}
			return why == ""
		})
	}
	var items func(f *ast.From)
	items = func(f *ast.From) {
		switch {
		case f == nil || why != "":
		case f.Kind == ast.FromJoin:
			items(f.Left)
			items(f.Right)
		case f.Query != nil:
			why = c.unlockable(f.Query, s, depth+1)
		case f.Relation != nil:
			name := f.Relation.Name
			if name.Schema == "" && slices.ContainsFunc(k.With, func(w *ast.CTE) bool { return w.Name == name.Name }) {
				return
			}
			if _, ok := s.cte(name.Name); ok && name.Schema == "" {
				return
			}
			if rel := c.DB.RelationAt(name, name.Span.File, name.Span.Start); rel != nil && rel.Kind == ast.View {
				why = c.unlockable(rel.Query(), nil, depth+1)
			}
		}
	}
	for _, f := range k.From {
		items(f)
	}
	return why
}

// aggregates reports whether a call is of an aggregate of Postgres's own.
func (c *Checker) aggregates(n *ast.Call) bool {
	if n.Func.Schema != "" && n.Func.Schema != "pg_catalog" {
		return false
	}
	own := c.Catalog.Functions(n.Func.Name)
	for _, s := range c.DB.Schemas {
		if len(s.Functions[n.Func.Name]) > 0 {
			return false
		}
	}
	for _, f := range own {
		if f.Kind != 'a' {
			return false
		}
	}
	return len(own) > 0
}
