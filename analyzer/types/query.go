package types

import (
	"fmt"
	"slices"
	"strings"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/schema"
	"github.com/trigc/trigc/internal/source"
)

// Query checks a statement and returns its output columns: nil if they are not
// known.
func (c *Checker) Query(q *ast.Query, outer *Scope) []Output {
	k := q.Clauses
	if q.Call != nil {
		c.procedure(q.Call, outer)
	}
	if k == nil {
		return nil // a utility statement; its parts are not expressions over rows
	}
	s := &Scope{outer: outer}
	c.with(k, s)
	switch q.Kind {
	case ast.SelectQuery:
		out := c.selects(k, s)
		c.locked(q, s)
		return out
	case ast.InsertQuery:
		return c.insert(q, s)
	case ast.UpdateQuery:
		return c.update(q, s)
	case ast.DeleteQuery:
		target := c.relation(q.Target, nil)
		c.writable(q.Target.Name, ast.Delete)
		s.items = append(s.items, target)
		c.from(k.From, s)
		c.where(k.Where, s)
		return c.returning(k, target, s)
	case ast.MergeQuery:
		return c.merge(q, s)
	}
	return nil
}

// with checks the queries of WITH, each of which the later ones can name.
func (c *Checker) with(k *ast.Clauses, s *Scope) {
	if len(k.With) == 0 {
		return
	}
	s.ctes = map[string][]Output{}
	for _, w := range k.With {
		if k.Recursive {
			s.ctes[w.Name] = c.recursive(w, s)
		}
		out := c.Query(w.Query, &Scope{outer: s})
		if k.Recursive && s.ctes[w.Name] != nil {
			continue
		}
		s.ctes[w.Name] = rename(out, w.Columns)
	}
}

// recursive returns the columns of a query of WITH RECURSIVE by its first part,
// which does not name it.
func (c *Checker) recursive(w *ast.CTE, s *Scope) []Output {
	first := w.Query
	if first == nil || first.Clauses == nil || first.Clauses.SetOp != "UNION" {
		return nil
	}
	quiet := *c
	quiet.Report = new(diag.Report)
	inner := &Scope{outer: s}
	quiet.with(first.Clauses, inner)
	return rename(quiet.Query(first.Clauses.Left, inner), w.Columns)
}

func rename(out []Output, names []string) []Output {
	if out == nil {
		return nil
	}
	list := make([]Output, len(out))
	copy(list, out)
	for i, n := range names {
		if i < len(list) {
			list[i].Name = n
		}
	}
	for i := range list {
		if list[i].Type == unknown {
			list[i].Type = text
		}
	}
	return list
}

// selects checks a SELECT, VALUES or UNION.
func (c *Checker) selects(k *ast.Clauses, s *Scope) []Output {
	switch {
	case k.SetOp != "":
		return c.setOperation(k, s)
	case k.Values != nil:
		return c.values(k, s)
	}
	c.from(k.From, s)
	c.where(k.Where, s)
	out := c.targets(k.Targets, s)
	s.in("GROUP BY", func() {
		for _, g := range k.Group {
			c.key(g, k.Targets, out, "GROUP BY", s)
		}
	})
	if k.Having != nil {
		c.boolean(k.Having, s, "HAVING")
	}
	for _, n := range k.DistinctOn {
		c.key(n, k.Targets, out, "DISTINCT ON", s)
	}
	for _, o := range k.Order {
		c.key(o, k.Targets, out, "ORDER BY", s)
	}
	c.limits(k, s)
	c.ungrouped(k, s)
	c.distinct(k, s)
	return out
}

// key checks an expression of a clause that may be the number or the name of an
// output column (findTargetlistEntrySQL92 of parse_clause.c).
func (c *Checker) key(n ast.Node, targets []ast.Target, out []Output, clause string, s *Scope) {
	if c.position(n, out, clause) {
		return
	}
	if ref, ok := n.(*ast.ColumnRef); ok && len(ref.Parts) == 1 && !ref.Star {
		for _, t := range targets {
			if t.Name == ref.Parts[0].Name {
				return
			}
		}
	}
	c.Expr(n, s)
}

func (c *Checker) where(n ast.Node, s *Scope) {
	if n != nil {
		s.in("WHERE", func() { c.boolean(n, s, "WHERE") })
	}
}

// targets checks output columns and returns them.
func (c *Checker) targets(list []ast.Target, s *Scope) []Output {
	out := make([]Output, 0, len(list))
	known := true
	for _, t := range list {
		if ref, ok := t.Expr.(*ast.ColumnRef); ok && ref.Star {
			cols, ok := c.star(ref, s)
			out, known = append(out, cols...), known && ok
			continue
		}
		if o, ok := t.Expr.(*ast.Other); ok && o.Tag == "A_Indirection" && len(o.Steps) > 0 && o.Steps[len(o.Steps)-1].Star {
			row := c.base(c.Expr(o.Children[0], s))
			if !c.isComposite(row) || row.def.Rel != nil && row.def.Rel.Open {
				known = false
				continue
			}
			for _, a := range row.def.Attributes() {
				out = append(out, Output{Name: a.Name, Type: c.Of(a.Type)})
			}
			continue
		}
		out = append(out, Output{Name: t.Name, Type: c.Expr(t.Expr, s)})
	}
	if !known {
		return nil
	}
	return out
}

// star returns the columns that * or t.* stands for.
func (c *Checker) star(ref *ast.ColumnRef, s *Scope) (out []Output, known bool) {
	known = true
	if len(ref.Parts) > 0 {
		it, rest := s.item(ref.Parts)
		if it == nil || len(rest) > 0 || it.Open {
			if it == nil {
				for at := s; at != nil; at = at.outer {
					if at.variable == nil {
						continue
					}
					if t, ok := at.variable(ref.Parts, true); ok && c.isComposite(c.base(t)) {
						for _, a := range c.base(t).def.Attributes() {
							out = append(out, Output{Name: a.Name, Type: c.Of(a.Type)})
						}
						return out, true
					} else if ok {
						return nil, false
					}
				}
				if c.Names {
					c.noColumn(&ast.ColumnRef{Pos: ref.Pos, Parts: append(ref.Parts[:len(ref.Parts):len(ref.Parts)], ast.Ident{Name: "*"})}, s)
				}
			}
			return nil, false
		}
		return it.Columns, true
	}
	for _, it := range s.items {
		if it.Open {
			return nil, false
		}
		out = append(out, it.merged...)
		for _, o := range it.Columns {
			if !containsName(it.hidden, o.Name) {
				out = append(out, o)
			}
		}
	}
	return out, known
}

func containsName(list []Output, name string) bool {
	for _, o := range list {
		if o.Name == name {
			return true
		}
	}
	return false
}

func (c *Checker) setOperation(k *ast.Clauses, s *Scope) []Output {
	left, right := c.Query(k.Left, s), c.Query(k.Right, s)
	if left == nil || right == nil {
		return nil
	}
	if len(left) != len(right) {
		c.Errorf("query-columns", k.Right.Span(), "42601", "", "each %s query must have the same number of columns: %d and %d", k.SetOp, len(left), len(right))
		return nil
	}
	out := make([]Output, len(left))
	for i := range left {
		t, bad := c.common([]Type{left[i].Type, right[i].Type})
		if bad >= 0 {
			if !c.hidden {
				at := k.Right.Span()
				if r := k.Right.Clauses; r != nil && i < len(r.Targets) && r.SetOp == "" {
					at = r.Targets[i].Expr.Span()
				}
				c.Errorf("type-mismatch", at, "42804", "cast one of them", "%s types %s and %s cannot be matched", k.SetOp, c.String(left[i].Type), c.String(right[i].Type))
			}
			return nil
		}
		out[i] = Output{Name: left[i].Name, Type: t}
		c.side(k.Left, left, i, t)
		c.side(k.Right, right, i, t)
	}
	c.united(k, out, s)
	return out
}

// side checks a literal that is a column of one side of a UNION, and so of the
// type that both have.
func (c *Checker) side(q *ast.Query, columns []Output, i int, to Type) {
	k := q.Clauses
	if columns[i].Type == unknown && k != nil && k.SetOp == "" && k.Values == nil && len(k.Targets) == len(columns) {
		c.literal(k.Targets[i].Expr, unknown, to)
	}
}

func (c *Checker) values(k *ast.Clauses, s *Scope) []Output {
	var out []Output
	for i := range k.Values[0] {
		var column []ast.Node
		for _, row := range k.Values {
			if len(row) != len(k.Values[0]) {
				c.Errorf("query-columns", row[0].Span(), "42601", "", "VALUES lists must all be the same length: %d and %d", len(k.Values[0]), len(row))
				return nil
			}
			if _, ok := row[i].(*ast.Default); !ok {
				column = append(column, row[i])
			}
		}
		t := Type{}
		if len(column) > 0 {
			t = c.commonOf(column, s, "VALUES")
		}
		out = append(out, Output{Name: "column", Type: t})
	}
	return out
}

// from brings the items of FROM into a scope. Functions and LATERAL queries see
// those before them.
func (c *Checker) from(list []*ast.From, s *Scope) {
	for _, f := range list {
		items := c.fromItem(f, s)
		c.twice(s.items, items, c.at(f))
		s.items = append(s.items, items...)
	}
}

func (c *Checker) fromItem(f *ast.From, s *Scope) []*Item {
	named := func(it *Item) []*Item {
		if f.Alias != "" {
			it.Name, it.Schema, it.plain = f.Alias, "", false
		}
		if f.Defs == nil {
			it.Columns = rename(it.Columns, f.Columns)
		}
		return []*Item{it}
	}
	switch f.Kind {
	case ast.FromRelation:
		if f.Relation == nil {
			return []*Item{{Open: true}}
		}
		return named(c.relation(f.Relation, s))
	case ast.FromQuery:
		inner := &Scope{outer: s.outer, ctes: s.ctes}
		if f.Lateral {
			inner = s
		}
		var out []Output
		if f.Query != nil {
			out = c.Query(f.Query, inner)
		}
		return named(&Item{Columns: rename(out, nil), Open: out == nil, Row: record, query: f.Query})
	case ast.FromFunction:
		return named(c.functionItem(f, s))
	case ast.FromJoin:
		return c.join(f, s)
	}
	return []*Item{{Name: f.Alias, Open: true, Row: record}}
}

// functionItem returns what a function in FROM yields.
func (c *Checker) functionItem(f *ast.From, s *Scope) *Item {
	it := &Item{Row: record, unlockable: "a function"}
	calls := apart(f)
	for _, call := range calls {
		t := c.Expr(call, s)
		n, isCall := call.(*ast.Call)
		if !isCall {
			it.Open = it.Open || !t.IsKnown()
			it.Columns = append(it.Columns, Output{Name: f.Alias, Type: t})
			continue
		}
		if it.Name == "" {
			it.Name = n.Func.Name
		}
		out, known := c.outputs(n, t, s)
		it.Columns, it.Open = append(it.Columns, out...), it.Open || !known
		if len(calls) == 1 && len(out) == 1 && f.Alias != "" && len(f.Columns) == 0 && !c.hasOutputs(n, s) {
			it.Columns[len(it.Columns)-1].Name = f.Alias // the column of a scalar is called like its function
		}
	}
	if f.Defs != nil {
		it.Columns, it.Open = nil, false
		for i, d := range f.Defs {
			it.Columns = append(it.Columns, Output{Name: f.Columns[i], Type: c.typeAt(d, d.Span)})
		}
	}
	if f.Ordinality {
		it.Columns = append(it.Columns, Output{Name: "ordinality", Type: bigint})
	}
	return it
}

// apart returns the functions of FROM. There, and with no schema, unnest(a, b) is
// a call for each array (transformRangeFunction of parse_clause.c).
func apart(f *ast.From) []ast.Node {
	var calls []ast.Node
	for _, n := range f.Calls {
		call, ok := n.(*ast.Call)
		if !ok || call.Func.Schema != "" || call.Func.Name != "unnest" || len(call.Args) < 2 || call.Variadic || f.Defs != nil {
			calls = append(calls, n)
			continue
		}
		for _, a := range call.Args {
			one := *call
			one.Args = []ast.Node{a}
			calls = append(calls, &one)
		}
	}
	return calls
}

func (c *Checker) resolve(n *ast.Call, s *Scope) (candidate, bool) {
	quiet := *c
	quiet.Report = new(diag.Report)
	args := make([]argument, len(n.Args))
	given := make([]Type, len(n.Args))
	for i, a := range n.Args {
		args[i].t = quiet.Expr(a, s)
		given[i] = args[i].t
		if i < len(n.ArgNames) {
			args[i].name = n.ArgNames[i]
		}
	}
	name := n.Func
	if name.Span.IsZero() {
		name.Span = n.Span()
	}
	list, _ := quiet.functions(name, args, n.Variadic, "function")
	k, ok := exact(given, list)
	if !ok {
		match, maybe := quiet.matching(given, list)
		switch {
		case maybe || len(match) == 0:
			return candidate{}, false
		case len(match) == 1:
			k = match[0]
		default:
			if k, ok = quiet.choose(given, match); !ok {
				return candidate{}, false
			}
		}
	}
	declared := k.args
	k, ok = quiet.settle(n, k, n.Args, given)
	if ok {
		sol, solved := quiet.solve(given, declared)
		if solved == ast.Yes {
			outs := make([]Output, len(k.outputs))
			for i, o := range k.outputs {
				outs[i] = Output{Name: o.Name, Type: sol.result(c.World, o.Type)}
			}
			k.outputs = outs
		}
	}
	return k, ok
}

// hasOutputs reports whether a function names its output columns.
func (c *Checker) hasOutputs(n *ast.Call, s *Scope) bool {
	k, ok := c.resolve(n, s)
	return ok && len(k.outputs) > 0
}

// outputs returns the columns of a function in FROM.
func (c *Checker) outputs(n *ast.Call, t Type, s *Scope) ([]Output, bool) {
	k, ok := c.resolve(n, s)
	switch {
	case !ok:
		return nil, false
	case len(k.outputs) > 0:
		return k.outputs, true
	case !t.IsKnown() || t == record:
		return nil, false
	case c.isComposite(c.base(t)):
		def := c.base(t).def
		if def.Rel != nil && def.Rel.Open {
			return nil, false
		}
		var out []Output
		for _, a := range def.Attributes() {
			out = append(out, Output{Name: a.Name, Type: c.Of(a.Type)})
		}
		return out, true
	}
	return []Output{{Name: n.Func.Name, Type: t}}, true
}

// join checks a JOIN; the columns of USING are those of both sides.
func (c *Checker) join(f *ast.From, s *Scope) []*Item {
	if f.Left == nil || f.Right == nil {
		return []*Item{{Open: true}}
	}
	left := c.fromItem(f.Left, s)
	inner := &Scope{outer: s.outer, ctes: s.ctes, items: append(s.items[:len(s.items):len(s.items)], left...)}
	right := c.fromItem(f.Right, inner)
	c.twice(left, right, c.at(f))
	both := &Scope{outer: s.outer, ctes: s.ctes, items: append(left[:len(left):len(left)], right...)}
	using := f.Using
	if f.Natural {
		for _, it := range left {
			for _, o := range it.Columns {
				if _, n := find(right, o.Name); n > 0 {
					using = append(using, ast.Ident{Name: o.Name})
				}
			}
		}
	}
	var merged []Output
	for _, u := range using {
		l, nl := find(left, u.Name)
		r, nr := find(right, u.Name)
		if (nl == 0 && !open(left) || nr == 0 && !open(right)) && c.Names {
			side := "left"
			if nl > 0 {
				side = "right"
			}
			c.Errorf("unknown-column", c.at(f), "42703", "", "column %q specified in USING clause does not exist in %s table", u.Name, side)
			continue
		}
		t, bad := c.common([]Type{l, r})
		if bad >= 0 {
			t = Type{}
		}
		merged = append(merged, Output{Name: u.Name, Type: t})
	}
	if f.On != nil {
		both.in("JOIN conditions", func() { c.boolean(f.On, both, "JOIN/ON") })
	}
	items := both.items
	if len(merged) > 0 {
		// The merged columns stand before all; those of the sides need their names.
		for i, it := range items {
			copied := *it
			copied.hidden = append(copied.hidden[:len(copied.hidden):len(copied.hidden)], merged...)
			items[i] = &copied
		}
		items = append([]*Item{{merged: merged, Open: false, Row: record}}, items...)
	}
	if f.Alias != "" {
		one := &Item{Name: f.Alias, Row: record}
		for _, it := range items {
			one.Columns = append(append(one.Columns, it.merged...), it.Columns...)
			one.Open = one.Open || it.Open
		}
		one.Columns = rename(one.Columns, f.Columns)
		return []*Item{one}
	}
	return items
}

// at returns a place for what is wrong with a JOIN.
func (c *Checker) at(f *ast.From) source.Span {
	for f != nil && f.Kind == ast.FromJoin {
		f = f.Right
	}
	switch {
	case f == nil:
	case f.Relation != nil:
		return f.Relation.Span()
	case f.Query != nil:
		return f.Query.Span()
	case len(f.Calls) > 0:
		return f.Calls[0].Span()
	}
	return source.Span{}
}

func find(items []*Item, name string) (t Type, n int) {
	for _, it := range items {
		u, k := it.find(name)
		if k > 0 {
			t, n = u, n+k
		}
	}
	return t, n
}

func open(items []*Item) bool {
	for _, it := range items {
		if it.Open {
			return true
		}
	}
	return false
}

func (c *Checker) insert(q *ast.Query, s *Scope) []Output {
	k := q.Clauses
	if q.Target == nil {
		return nil
	}
	target := c.relation(q.Target, nil)
	c.writable(q.Target.Name, ast.Insert)
	c.inserted(insertion{rel: c.target(q), target: target, at: q.Target.Span(), columns: q.Columns, source: k.Source, overriding: k.Overriding}, s)
	if k.Conflict != nil {
		c.conflict(q, k.Conflict, target, s)
	}
	return c.returning(k, target, &Scope{outer: s, items: []*Item{target}})
}

// An insertion is what INSERT writes, that of MERGE too.
type insertion struct {
	rel        *schema.Relation // nil if not known
	target     *Item
	at         source.Span // for what is missing
	columns    []ast.Ident // those that it names
	source     *ast.Query  // nil with DEFAULT VALUES
	overriding string
	perhaps    bool // there may be no row
}

func (c *Checker) inserted(in insertion, s *Scope) {
	columns, known := in.target.Columns, !in.target.Open
	if len(in.columns) > 0 {
		columns, known = nil, true
		for _, col := range in.columns {
			t, n := in.target.find(col.Name)
			if n == 0 && !in.target.Open && c.Names {
				c.noTargetColumn(col, in.target)
			}
			if isPart(col) {
				t = Type{}
			} else if containsName(columns, col.Name) {
				c.Errorf("duplicate-column", col.Span, "42701", "leave one out", "column %q is specified twice", col.Name)
			}
			known = known && (n > 0 || in.target.Open)
			columns = append(columns, Output{Name: col.Name, Type: t})
		}
	}
	if in.source == nil {
		columns = nil
	} else {
		rows, n := c.source(in.source, columns, known, len(in.columns) > 0, s)
		if n < 0 {
			return
		}
		columns = columns[:n]
		in.perhaps = in.perhaps || in.source.Clauses.Values == nil || in.source.Clauses.Limit != nil
		c.given(in, columns, rows)
	}
	c.missing(in, columns)
}

// given reports values for columns that Postgres generates, and those that a
// constraint refuses. Rows are nil if they are those of a query.
func (c *Checker) given(in insertion, columns []Output, rows [][]ast.Node) {
	if in.rel == nil {
		return
	}
	for i, o := range columns {
		col := in.rel.Column(o.Name)
		if col == nil {
			continue
		}
		at := in.at
		if i < len(in.columns) {
			at = in.columns[i].Span
		}
		generated := "" // if no value can be given
		switch {
		case col.Generated:
			generated = "it is generated"
		case col.Identity == 'a' && in.overriding == "":
			generated = "it is GENERATED ALWAYS AS IDENTITY"
		}
		all := rows != nil
		for _, row := range rows {
			if _, isDefault := row[i].(*ast.Default); isDefault {
				continue
			}
			all = false
			if generated == "" && (col.Identity == 0 || in.overriding != "USER") {
				c.stored(in.rel, col, row[i], ast.Insert, in.perhaps)
			}
		}
		if generated != "" && !all {
			c.Errorf("generated-column", at, "428C9", "leave it out", "cannot insert a non-DEFAULT value into column %q: %s", o.Name, generated)
		}
	}
}

// missing reports columns that are NOT NULL and get no value.
func (c *Checker) missing(in insertion, columns []Output) {
	if in.rel == nil || !c.asGiven(in.rel, ast.Insert) {
		return
	}
	var names []string
	for _, col := range in.rel.Columns {
		isNull := col.Default == nil || isNull(col.Default.Root)
		if col.NotNull && isNull && !col.Generated && col.Identity == 0 && !isDomain(c.Of(col.Type)) && !containsName(columns, col.Name) {
			names = append(names, fmt.Sprintf("%q", col.Name))
		}
	}
	switch len(names) {
	case 0:
	case 1:
		c.violates(in.perhaps, diag.Diagnostic{Code: "not-null", Span: in.at, SQLState: "23502", Help: "give it a value, or a DEFAULT",
			Message: fmt.Sprintf("INSERT leaves out column %s of relation %q, which is NOT NULL and has no default", names[0], in.rel.Name)})
	default:
		c.violates(in.perhaps, diag.Diagnostic{Code: "not-null", Span: in.at, SQLState: "23502", Help: "give them values, or a DEFAULT",
			Message: fmt.Sprintf("INSERT leaves out columns %s of relation %q, which are NOT NULL and have no default", strings.Join(names, ", "), in.rel.Name)})
	}
}

// stored reports a constant that a column cannot hold.
func (c *Checker) stored(rel *schema.Relation, col *schema.Column, n ast.Node, e ast.Event, perhaps bool) {
	if cast, ok := n.(*ast.Cast); ok {
		n = cast.Arg
	}
	c.Fits(n, col.Type, perhaps)
	if !c.asGiven(rel, e) {
		return
	}
	for _, check := range rel.ChecksOf(col) {
		if holds(check.SQL.Root, check.Column, n) == ast.No {
			c.violates(perhaps, diag.Diagnostic{
				Code: "state-check", Span: n.Span(), SQLState: "23514",
				Message: fmt.Sprintf("a CHECK of column %q does not allow %s", col.Name, n.Span()),
				Related: []diag.Related{{Span: check.SQL.Span, Message: "CHECK declared here"}},
			})
		}
	}
	k, ok := n.(*ast.Const)
	if !ok {
		return
	}
	switch {
	case k.Kind == ast.NullConst && col.NotNull:
		c.violates(perhaps, diag.Diagnostic{Code: "not-null", Span: k.Span(), SQLState: "23502", Message: fmt.Sprintf("column %q is NOT NULL", col.Name)})
	case k.Kind == ast.StringConst && col.ExactText():
		if allowed, check := rel.Allowed(col); check != nil && !slices.Contains(allowed, k.Value) {
			c.violates(perhaps, diag.Diagnostic{
				Code: "state-check", Span: k.Span(), SQLState: "23514", Help: diag.DidYouMean(k.Value, allowed),
				Message: fmt.Sprintf("a CHECK of column %q does not allow '%s'", col.Name, k.Value),
				Related: []diag.Related{{Span: *check, Message: "CHECK declared here"}},
			})
		}
	}
}

// violates reports what a constraint refuses: perhaps there is no row.
func (c *Checker) violates(perhaps bool, d diag.Diagnostic) {
	d.Severity = diag.Error
	if perhaps {
		d.Severity, d.SQLState = diag.Warning, ""
	} else {
		c.Failed = true
	}
	c.Report.Add(d)
}

// asGiven reports whether a row of a table is written as a statement gives it:
// no trigger or rule changes it before its constraints are tested.
func (w *World) asGiven(rel *schema.Relation, e ast.Event) bool {
	if w.hidden || rel.Open || rel.Rules || rel.Kind != ast.Table && rel.Kind != ast.PartitionedTable {
		return false
	}
	for at := rel; at != nil; at = at.PartitionOf {
		if w.changed(at, e) {
			return false
		}
	}
	return !slices.ContainsFunc(rel.Children, func(child *schema.Relation) bool { return !w.asGiven(child, e) })
}

// changed reports whether triggers of a table may change a row.
func (w *World) changed(rel *schema.Relation, e ast.Event) bool {
	return w.Assigning[rel] || slices.ContainsFunc(rel.Triggers, func(t *schema.Trigger) bool {
		return t.Decl.Header.Timing == ast.Before && t.Decl.Header.Level == ast.Row &&
			slices.ContainsFunc(t.Decl.Header.Events, func(s ast.EventSpec) bool { return s.Event == e })
	})
}

// returning checks RETURNING and returns its columns. Since Postgres 18 it knows
// the rows as they were and as they are, under names that nothing else has there
// (addNSItemForReturning of parse_relation.c).
func (c *Checker) returning(k *ast.Clauses, target *Item, s *Scope) []Output {
	rows := &Scope{outer: s.outer, ctes: s.ctes, items: slices.Clone(s.items), clause: "RETURNING"}
	if len(k.Returning) == 0 || c.Catalog.Version < 18 {
		return c.targets(k.Returning, rows)
	}
	for _, row := range []struct{ given, name string }{{k.OldName, "old"}, {k.NewName, "new"}} {
		it := *target
		it.Name, it.Schema, it.System, it.hidden = row.given, "", false, it.Columns
		if row.given == "" {
			it.Name = row.name
			if slices.ContainsFunc(s.items, func(o *Item) bool { return o.Name == row.name }) {
				continue
			}
		}
		rows.items = append(rows.items, &it)
	}
	return c.targets(k.Returning, rows)
}

// isPart reports whether only a field or an element of a column of INSERT is
// written, of which there may be several.
func isPart(col ast.Ident) bool {
	rest := strings.TrimLeft(col.Span.File.SQL()[col.Span.End:], " \t\r\n")
	return rest != "" && (rest[0] == '.' || rest[0] == '[')
}

// source checks the rows that INSERT writes to columns. It returns how many
// columns they have, -1 if that is not known or wrong, and the rows themselves
// where they stand in the statement.
func (c *Checker) source(src *ast.Query, columns []Output, known, listed bool, s *Scope) (all [][]ast.Node, width int) {
	k := src.Clauses
	rows := [][]ast.Node(nil)
	if k != nil && k.Values != nil && len(k.With) == 0 && len(k.Order) == 0 {
		rows = k.Values
	}
	size := func(n int, at ast.Node) bool {
		switch {
		case !known:
			return false
		case n > len(columns):
			c.Errorf("insert-columns", at.Span(), "42601", "", "INSERT has more expressions than target columns: %d and %d", n, len(columns))
			return false
		case n < len(columns) && listed:
			c.Errorf("insert-columns", at.Span(), "42601", "", "INSERT has more target columns than expressions: %d and %d", len(columns), n)
			return false
		}
		return true
	}
	if rows == nil {
		out := c.Query(src, s)
		if out == nil || !size(len(out), src) {
			return nil, -1
		}
		var one []ast.Node
		for i, o := range out {
			var at ast.Node = src
			if k != nil && len(k.Targets) == len(out) {
				at = k.Targets[i].Expr
			}
			c.Assign(at, o.Type, columns[i].Type, "column %q", columns[i].Name)
			one = append(one, at)
		}
		return [][]ast.Node{one}, len(out)
	}
	width = -1
	for _, row := range rows {
		if len(row) != len(rows[0]) {
			c.Errorf("query-columns", row[0].Span(), "42601", "", "VALUES lists must all be the same length: %d and %d", len(rows[0]), len(row))
			return nil, -1
		}
		var given []Type
		var at []ast.Node
		ok := true
		for _, v := range row {
			if ref, isRef := v.(*ast.ColumnRef); isRef && ref.Star { // NEW.*
				cols, found := c.star(ref, s)
				ok = ok && found
				for _, o := range cols {
					given, at = append(given, o.Type), append(at, v)
				}
				continue
			}
			s.in("VALUES", func() { given, at = append(given, c.Expr(v, s)), append(at, v) })
		}
		if !ok || !size(len(given), row[0]) {
			return nil, -1
		}
		all, width = append(all, at), len(given)
		for i, t := range given {
			if _, isDefault := at[i].(*ast.Default); !isDefault {
				c.Assign(at[i], t, columns[i].Type, "column %q", columns[i].Name)
			}
		}
	}
	return all, width
}

func (c *Checker) noTargetColumn(col ast.Ident, target *Item) {
	names := make([]string, len(target.Columns))
	for i, o := range target.Columns {
		names[i] = o.Name
	}
	c.Errorf("unknown-column", col.Span, "42703", diag.DidYouMean(col.Name, names), "column %q of relation %q does not exist", col.Name, target.Name)
}

func (c *Checker) target(q *ast.Query) *schema.Relation {
	if q.Target == nil {
		return nil
	}
	at := q.Target.Name.Span
	return c.DB.RelationAt(q.Target.Name, at.File, at.Start)
}

// conflict checks ON CONFLICT: its columns must be those of a key.
func (c *Checker) conflict(q *ast.Query, k *ast.Conflict, target *Item, s *Scope) {
	rel := c.target(q)
	var names []string
	for _, col := range k.Columns {
		if _, n := target.find(col.Name); n == 0 && !target.Open && c.Names {
			c.noTargetColumn(col, target)
			return
		}
		names = append(names, col.Name)
	}
	if rel != nil && !rel.Open && len(k.Exprs) == 0 && len(names) > 0 && !rel.HasKey(names) && k.Where == nil && !rel.HasIndexes() {
		c.Errorf("conflict-target", k.Span(), "42P10", "name the columns of a primary key or unique constraint",
			"there is no unique or exclusion constraint matching the ON CONFLICT specification")
	}
	if k.Update && len(names) == 0 && len(k.Exprs) == 0 && k.Constraint == "" {
		c.Errorf("conflict-target", k.Span(), "42601", "write ON CONFLICT (columns) DO UPDATE", "ON CONFLICT DO UPDATE requires inference specification or constraint name")
	}
	c.arbiter(rel, k)
	row := &Scope{outer: s, items: []*Item{target}}
	if k.Where != nil {
		c.boolean(k.Where, row, "WHERE")
	}
	excluded := *target
	excluded.Name, excluded.Schema = "excluded", ""
	both := &Scope{outer: s, items: []*Item{target, &excluded}}
	c.sets(k.Sets, target, both, row)
	c.updatable(q, k.Sets)
	c.where(k.DoWhere, both)
}

// updatable reports assignments that Postgres refuses: of a column twice, of one
// that it generates, and of what a column cannot hold.
func (c *Checker) updatable(q *ast.Query, list []ast.Set) {
	rel := c.target(q)
	seen := map[string]bool{}
	for _, set := range list {
		for i, col := range set.Columns {
			if seen[col.Name] && !col.Part {
				c.Errorf("duplicate-column", col.Span, "42601", "leave one out", "column %q is assigned twice", col.Name)
			}
			seen[col.Name] = true
			value := set.Value
			if row, ok := value.(*ast.List); ok && set.Several && i < len(row.Args) {
				value = row.Args[i]
			}
			if _, isDefault := value.(*ast.Default); isDefault || value == nil || rel == nil {
				continue
			}
			column := rel.Column(col.Name)
			switch {
			case column == nil:
			case column.Generated || column.Identity == 'a':
				c.Errorf("generated-column", col.Span, "428C9", "leave it out", "column %q is generated: it can only be updated to DEFAULT", col.Name)
			case !col.Part:
				c.stored(rel, column, value, ast.Update, true)
			}
		}
	}
}

func (c *Checker) update(q *ast.Query, s *Scope) []Output {
	k := q.Clauses
	if q.Target == nil {
		return nil
	}
	target := c.relation(q.Target, nil)
	c.writable(q.Target.Name, ast.Update)
	s.items = append(s.items, target)
	c.from(k.From, s)
	s.in("UPDATE", func() { c.sets(k.Sets, target, s, s) })
	c.updatable(q, k.Sets)
	c.where(k.Where, s)
	return c.returning(k, target, s)
}

// sets checks assignments of UPDATE.
func (c *Checker) sets(list []ast.Set, target *Item, s, _ *Scope) {
	for _, set := range list {
		var columns []Output
		for _, col := range set.Columns {
			t, n := target.find(col.Name)
			if n == 0 && !target.Open && c.Names {
				c.noTargetColumn(col.Ident, target)
			}
			if col.Part {
				t = Type{}
			}
			columns = append(columns, Output{Name: col.Name, Type: t})
		}
		if _, isDefault := set.Value.(*ast.Default); isDefault || set.Value == nil {
			continue
		}
		if !set.Several {
			c.Assign(set.Value, c.Expr(set.Value, s), columns[0].Type, "column %q", columns[0].Name)
			continue
		}
		switch v := set.Value.(type) {
		case *ast.List:
			if slices.ContainsFunc(v.Args, isStar) {
				for _, a := range v.Args {
					c.Expr(a, s)
				}
				continue
			}
			if len(v.Args) != len(columns) {
				c.Errorf("row-size", v.Span(), "42601", "", "number of columns does not match number of values: %d and %d", len(columns), len(v.Args))
				continue
			}
			for i, a := range v.Args {
				if _, isDefault := a.(*ast.Default); !isDefault {
					c.Assign(a, c.Expr(a, s), columns[i].Type, "column %q", columns[i].Name)
				}
			}
		case *ast.SubLink:
			out := c.Query(v.Query, s)
			if out != nil && len(out) != len(columns) {
				c.Errorf("row-size", v.Span(), "42601", "", "number of columns does not match number of values: %d and %d", len(columns), len(out))
				continue
			}
			for i, o := range out {
				c.Assign(v, o.Type, columns[i].Type, "column %q", columns[i].Name)
			}
		default:
			c.Expr(set.Value, s)
			c.Errorf("row-size", set.Value.Span(), "0A000", "write ROW(…), a subquery, or as many values as there are columns",
				"source for a multiple-column UPDATE item must be a sub-SELECT or ROW() expression")
		}
	}
}

func (c *Checker) merge(q *ast.Query, s *Scope) []Output {
	k := q.Clauses
	if q.Target == nil {
		return nil
	}
	target := c.relation(q.Target, nil)
	s.items = append(s.items, target)
	c.from(k.From, s)
	if k.On != nil {
		c.boolean(k.On, s, "JOIN/ON")
	}
	for _, w := range k.Whens {
		if w.Cond != nil {
			c.boolean(w.Cond, s, "WHEN")
		}
		c.sets(w.Sets, target, s, s)
		c.updatable(q, w.Sets)
		if w.Insert != nil {
			in := insertion{rel: c.target(q), target: target, at: q.Target.Span(), columns: w.Insert.Columns, overriding: w.Insert.Overriding, perhaps: true}
			if w.Insert.Values != nil {
				in.source = &ast.Query{Clauses: &ast.Clauses{Values: [][]ast.Node{w.Insert.Values}}}
			}
			c.inserted(in, s)
		}
	}
	// What * stands for begins with the columns of the source.
	rows := &Scope{outer: s.outer, ctes: s.ctes, items: append(slices.Clone(s.items[1:]), target)}
	return c.returning(k, target, rows)
}
