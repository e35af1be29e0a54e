package types

import (
	"fmt"
	"slices"

	"github.com/trigc/trigc/internal/ast"
)

// in checks an expression of a clause that has no aggregates of its own query.
func (s *Scope) in(clause string, check func()) {
	outer := s.clause
	s.clause = clause
	check()
	s.clause = outer
}

// grouped notes an aggregate or window function of a query, or reports it where
// it cannot stand (check_agglevels_and_constraints of parse_agg.c).
func (c *Checker) grouped(n *ast.Call, s *Scope) {
	if s == nil || !s.owns(n) {
		return
	}
	switch {
	case s.clause != "" && n.Over:
		c.Errorf("grouping", n.Span(), "42P20", "", "window functions are not allowed in %s", s.clause)
	case s.clause == "WHERE":
		c.Errorf("grouping", n.Span(), "42803", "write HAVING", "aggregate functions are not allowed in WHERE")
	case s.clause != "":
		c.Errorf("grouping", n.Span(), "42803", "", "aggregate functions are not allowed in %s", s.clause)
	case n.Over:
		if c.within(n, s.windows) {
			c.Errorf("grouping", n.Span(), "42P20", "", "window function calls cannot be nested")
		}
		s.windows = append(s.windows, n)
	default:
		switch {
		case c.within(n, s.aggregates):
			c.Errorf("grouping", n.Span(), "42803", "write the inner one in a subquery", "aggregate function calls cannot be nested")
		case c.within(n, s.windows):
			c.Errorf("grouping", n.Span(), "42803", "write the inner one in a subquery", "aggregate function calls cannot contain window function calls")
		}
		s.aggregates = append(s.aggregates, n)
	}
}

// within reports whether one of some calls is in the arguments of another.
func (c *Checker) within(n *ast.Call, calls []*ast.Call) bool {
	found := false
	for _, a := range n.Args {
		ast.Walk(a, func(n ast.Node) bool {
			call, ok := n.(*ast.Call)
			found = found || ok && slices.Contains(calls, call)
			return !found
		})
	}
	return found
}

// owns reports whether an aggregate is one of this query: it is one of the
// innermost query that it names a column of.
func (s *Scope) owns(n *ast.Call) bool {
	own, other := false, false
	ast.Walk(n, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Query:
			other = true // its columns may be of any query
			return false
		case *ast.ColumnRef:
			for at := s; at != nil && !n.Star; at = at.outer {
				it, open := at.holder(n)
				if it != nil {
					own, other = own || at == s, other || at != s
					break
				}
				if open {
					other = true
					break
				}
			}
		}
		return true
	})
	return own || !other
}

// holder returns the item of this query alone that has the column of a
// reference; open is set if one that is not known may have it.
func (s *Scope) holder(ref *ast.ColumnRef) (found *Item, open bool) {
	for _, it := range s.items {
		open = open || it.Open
		name := ref.Parts[len(ref.Parts)-1].Name
		switch len(ref.Parts) {
		case 1:
		case 2:
			if it.Name != ref.Parts[0].Name {
				continue
			}
		default:
			return nil, true // of a schema, or of a row in a column
		}
		if slices.ContainsFunc(it.Columns, func(o Output) bool { return o.Name == name }) {
			found = it
		}
	}
	return found, open
}

// ungrouped reports a column that is neither grouped nor in an aggregate
// (check_ungrouped_columns). Where something else than columns is grouped,
// nothing is said.
func (c *Checker) ungrouped(k *ast.Clauses, s *Scope) {
	if len(s.aggregates) == 0 && len(k.Group) == 0 && k.Having == nil {
		return
	}
	type column struct {
		of   *Item
		name string
	}
	keys := map[column]bool{}
	for _, g := range k.Group {
		if i, ok := g.(*ast.Const); ok {
			var n int
			if _, err := fmt.Sscan(i.Value, &n); err != nil || n < 1 || n > len(k.Targets) {
				return
			}
			g = k.Targets[n-1].Expr
		}
		ref, ok := g.(*ast.ColumnRef)
		if !ok || ref.Star {
			return
		}
		it, _ := s.holder(ref)
		if it == nil {
			return // the name of an output column, or not known
		}
		keys[column{it, ref.Parts[len(ref.Parts)-1].Name}] = true
	}
	done := false
	check := func(n ast.Node) bool {
		if done {
			return false
		}
		switch n := n.(type) {
		case *ast.Query:
			return false
		case *ast.Call:
			return !slices.Contains(s.aggregates, n)
		case *ast.Other: // an aggregate with ORDER BY or FILTER, which are parts of it
			call, ok := firstCall(n)
			return !ok || !slices.Contains(s.aggregates, call)
		case *ast.ColumnRef:
			it, open := s.holder(n)
			if n.Star || it == nil || open || it.Open || len(it.merged) > 0 || s.isVariable(n) {
				return true
			}
			name := n.Parts[len(n.Parts)-1].Name
			if keys[column{it, name}] {
				return true
			}
			if it.Row.def != nil && it.Row.def.Rel != nil {
				key := it.Row.def.Rel.PrimaryKey()
				whole := len(key) > 0
				for _, part := range key {
					whole = whole && keys[column{it, part.Name}]
				}
				if whole {
					return true // the others hang on it
				}
			}
			c.Errorf("grouping", n.Span(), "42803", "", "column \"%s.%s\" must appear in the GROUP BY clause or be used in an aggregate function", it.Name, name)
			done = true
		}
		return true
	}
	for _, t := range k.Targets {
		ast.Walk(t.Expr, check)
	}
	if k.Having != nil {
		ast.Walk(k.Having, check)
	}
	for _, o := range k.Order {
		if !isOutput(o, k.Targets) {
			ast.Walk(o, check)
		}
	}
}

// firstCall returns the call that a node adds FILTER, ORDER BY or OVER to.
func firstCall(n *ast.Other) (*ast.Call, bool) {
	if n.Tag != "FuncCall" {
		return nil, false
	}
	call, ok := n.Children[0].(*ast.Call)
	return call, ok
}

// isVariable reports whether a reference is of a variable though a column has
// its name.
func (s *Scope) isVariable(ref *ast.ColumnRef) bool {
	for at := s; at != nil; at = at.outer {
		if at.variable != nil && at.order == VariableFirst {
			_, found := at.variable(ref.Parts, false)
			return found
		}
	}
	return false
}
