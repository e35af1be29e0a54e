package types

import (
	"slices"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/pgname"
	"github.com/trigc/trigc/internal/source"
)

// A collation is what the collation of an expression is derived to be, and how
// strongly (manual, section 24.2.2; parse_collate.c).
type collation struct {
	strength collationStrength
	name     string // "" is the default of the database
	other    string // with which there is a conflict
}

type collationStrength int

const (
	noCollation       collationStrength = iota // of values that have none, and of what is not known
	implicitCollation                          // of columns and constants
	collationConflict                          // of two columns
	explicitCollation                          // of COLLATE
)

var texts = []Type{text, Builtin("varchar"), Builtin("bpchar"), nameType}

// collates reports two operands whose collations Postgres cannot choose between,
// if the operator compares by one: what two COLLATE clauses say is refused when
// the expression is parsed (42P21), what two columns have when it is computed
// (42P22).
func (c *Checker) collates(n ast.Node, op ast.Name, k candidate, left, right ast.Node, s *Scope) {
	if !slices.ContainsFunc(k.args, func(t Type) bool { return slices.Contains(texts, t) }) {
		return
	}
	l, known := c.collationOf(left, s)
	r, also := c.collationOf(right, s)
	if !known || !also {
		return
	}
	if l.strength == explicitCollation && r.strength == explicitCollation && l.name != r.name {
		c.Errorf("collation-conflict", n.Span(), "42P21", "write one COLLATE", "collation mismatch between explicit collations %q and %q", l.name, r.name)
		return
	}
	compares := slices.Contains([]string{"=", "<>", "!=", "<", "<=", ">", ">=", "~<~", "~<=~", "~>~", "~>=~", "~", "~*", "!~", "!~*"}, op.Name)
	if m := merge(l, r); m.strength == collationConflict && compares {
		c.Errorf("collation-conflict", n.Span(), "42P22", "say which: COLLATE "+pgname.Quote(m.name),
			"the operands are of collations %q and %q: Postgres cannot tell by which to compare", m.name, m.other)
	}
}

// Collate checks a COLLATE clause of a value, or a variable, of a type
// (LookupCollation and get_collation_oid).
func (c *Checker) Collate(name ast.Name, t Type, at source.Span) {
	switch e := c.entry(c.base(t)); {
	case name.Name != "" && !c.hidden && !c.DB.MayBeCollation(name):
		if !name.Span.IsZero() {
			at = name.Span
		}
		c.Errorf("unknown-collation", at, "42704", "", "collation %q does not exist", name.String())
	case e != nil && !e.Collatable && t != unknown:
		c.Errorf("type-mismatch", at, "42804", "leave out COLLATE", "collations are not supported by type %s", c.String(t))
	}
}

// merge combines the collations of two operands (merge_collation_state).
func merge(a, b collation) collation {
	if a.strength > b.strength {
		a, b = b, a
	}
	switch {
	case a.strength != implicitCollation || b.strength != implicitCollation || a.name == b.name:
		return b
	case a.name == "":
		return b
	case b.name == "":
		return a
	}
	return collation{collationConflict, a.name, b.name}
}

// collationOf derives the collation of an expression; it reports false if
// something in it is not known.
func (c *Checker) collationOf(n ast.Node, s *Scope) (collation, bool) {
	switch n := n.(type) {
	case *ast.Const:
		return collation{strength: implicitCollation}, true
	case *ast.ColumnRef:
		out, ok := s.output(n.Parts)
		if !ok || isDomain(out.Type) {
			return collation{}, false
		}
		if out.Collation == "" && out.Type == nameType {
			out.Collation = "C" // pg_type.typcollation of name
		}
		if out.Collation == "default" {
			out.Collation = ""
		}
		return collation{strength: implicitCollation, name: out.Collation}, true
	case *ast.Cast:
		switch t := c.quietly(n, s); {
		case isDomain(t) || !t.IsKnown():
			return collation{}, false
		case !slices.Contains(texts, t):
			return collation{strength: implicitCollation}, true
		}
		return c.collationOf(n.Arg, s)
	case *ast.Other:
		if n.Tag == "CollateClause" && n.Name.Name != "" {
			return collation{strength: explicitCollation, name: n.Name.Name}, true
		}
	case *ast.Op:
		if n.Kind == ast.PlainOp && n.Left != nil && n.Name.Name == "||" {
			l, known := c.collationOf(n.Left, s)
			r, also := c.collationOf(n.Right, s)
			return merge(l, r), known && also
		}
	}
	return collation{}, false
}

// quietly returns the type of an expression that has been checked.
func (c *Checker) quietly(n ast.Node, s *Scope) Type {
	quiet := *c
	quiet.Report = new(diag.Report)
	return quiet.Expr(n, s)
}

// output returns the column of a relation that a reference names; it reports
// false where a variable may be meant, or anything is not known.
func (s *Scope) output(parts []ast.Ident) (out Output, ok bool) {
	if s == nil || len(parts) == 0 {
		return Output{}, false
	}
	find := func(it *Item, name string) {
		for _, o := range it.Columns {
			if o.Name == name {
				out, ok = o, true
			}
		}
	}
	if len(parts) > 1 {
		it, rest := s.item(parts)
		if it == nil || len(rest) != 1 || len(it.merged) > 0 {
			return Output{}, false
		}
		find(it, rest[0].Name)
		return out, ok
	}
	for at := s; at != nil; at = at.outer {
		if at.variable != nil {
			return Output{}, false
		}
		for _, it := range at.items {
			if it.Open || len(it.merged) > 0 {
				return Output{}, false
			}
			if !containsName(it.hidden, parts[0].Name) {
				find(it, parts[0].Name)
			}
		}
		if ok {
			return out, true
		}
	}
	return Output{}, false
}
