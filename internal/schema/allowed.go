package schema

import (
	"slices"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/source"
)

// Allowed returns the texts that CHECK constraints allow for a column, where they
// list them: CHECK (col IN ('a', 'b')), or the same of its domain. The span is
// that of the constraint; nil if no constraint lists values.
func (r *Relation) Allowed(c *Column) ([]string, *source.Span) {
	for _, k := range r.ChecksOf(c) {
		if list := listedValues(k.SQL.Root, k.Column); list != nil {
			return list, &k.SQL.Span
		}
	}
	for def := c.Type.Def; def != nil && def.Kind == ast.Domain; def = def.Base.Def {
		for _, check := range def.Checks {
			if list := listedValues(check.Root, "value"); list != nil {
				return list, &check.Span
			}
		}
		if def.Base == nil {
			break
		}
	}
	return nil, nil
}

// A ColumnCheck is a CHECK of a table, with the name by which it calls a column:
// that of when it was made.
type ColumnCheck struct {
	SQL    *ast.SQL
	Column string
}

// ChecksOf returns the CHECK constraints that all rows of a table hold, for one of
// its columns.
func (r *Relation) ChecksOf(c *Column) []ColumnCheck {
	var list []ColumnCheck
	for _, k := range r.Constraints {
		if k.Check == nil || k.Unproved {
			continue
		}
		name := c.Name
		if _, other := k.ColumnRenames[name]; other {
			name = ""
		}
		for was, is := range k.ColumnRenames {
			if is == c.Name {
				name = was
			}
		}
		if name != "" {
			list = append(list, ColumnCheck{k.Check, name})
		}
	}
	return list
}

// ExactText reports whether a column is of text that is equal to nothing but
// itself.
func (c *Column) ExactText() bool {
	b := c.Type.Base()
	return b.Array == 0 && b.Def == nil && b.Schema == "pg_catalog" && (b.Name == "text" || b.Name == "varchar") && c.Collation == ""
}

// listedValues returns the constants that a condition demands of a column, or
// nil if it demands something else.
func listedValues(n ast.Node, column string) []string {
	switch n := n.(type) {
	case *ast.Bool:
		if n.Op == ast.And {
			for _, a := range n.Args {
				if list := listedValues(a, column); list != nil {
					return list
				}
			}
			return nil
		}
		if n.Op != ast.Or {
			return nil
		}
		var all []string
		for _, a := range n.Args {
			if t, ok := a.(*ast.NullTest); ok && !t.Not && isColumn(t.Arg, column) {
				continue
			}
			list := listedValues(a, column)
			if list == nil {
				return nil
			}
			all = append(all, list...)
		}
		return all
	case *ast.Op:
		if n.Name.Name != "=" || !isColumn(n.Left, column) {
			return nil
		}
		switch n.Kind {
		case ast.PlainOp:
			if v, ok := constText(n.Right); ok {
				return []string{v}
			}
		case ast.InOp, ast.OpAny:
			return constTexts(n.Right)
		}
	}
	return nil
}

func constTexts(n ast.Node) []string {
	n = uncast(n)
	list, ok := n.(*ast.List)
	if !ok || list.Kind != ast.InList && list.Kind != ast.ArrayList {
		return nil
	}
	var out []string
	for _, a := range list.Args {
		v, ok := constText(a)
		if !ok {
			return nil
		}
		out = append(out, v)
	}
	return slices.Clip(out)
}

func constText(n ast.Node) (string, bool) {
	k, ok := uncast(n).(*ast.Const)
	if !ok || k.Kind != ast.StringConst {
		return "", false
	}
	return k.Value, true
}

func isColumn(n ast.Node, name string) bool {
	switch n := uncast(n).(type) {
	case *ast.ColumnRef:
		return len(n.Parts) > 0 && n.Parts[len(n.Parts)-1].Name == name
	case *ast.Value:
		return n.Name == name
	}
	return false
}

// uncast removes casts, which pg_dump writes everywhere.
func uncast(n ast.Node) ast.Node {
	for {
		c, ok := n.(*ast.Cast)
		if !ok {
			return n
		}
		n = c.Arg
	}
}
