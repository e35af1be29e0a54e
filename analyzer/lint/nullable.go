package lint

import (
	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/schema"
)

// nulls tells which columns of OLD and NEW nobody keeps from being NULL.
type nulls map[*schema.Relation]map[string]bool // columns that a trigger sets

// nulls returns them for all tables.
func (p *Pass) nulls() nulls {
	n := nulls{}
	set := func(rel *schema.Relation, column string) {
		if n[rel] == nil {
			n[rel] = map[string]bool{}
		}
		n[rel][column] = true
	}
	for _, u := range p.Units {
		for _, a := range u.Assigns {
			set(u.Table, a.Column.Name)
		}
	}
	p.allBodies(func(b body) {
		ast.WalkStmt(b.block, func(s ast.PLStmt) {
			_, targets := parts(s)
			for _, v := range targets {
				if row, column := rowOf(v.Names, false); row == "new" {
					set(b.Table, column) // "" is all of them
				}
			}
		})
	})
	return n
}

// column returns a column of a table if it can be NULL: it is not declared NOT
// NULL, no CHECK asks for NULL and no trigger sets it.
func (n nulls) column(rel *schema.Relation, name string) *schema.Column {
	c := rel.Column(name)
	if c == nil || !rel.MayBeNull(c) || c.Generated || n[rel][name] || n[rel][""] {
		return nil
	}
	for _, k := range rel.Constraints {
		asks := false
		if k.Check != nil {
			ast.Walk(k.Check.Root, func(node ast.Node) bool {
				t, ok := node.(*ast.NullTest)
				if ok {
					ref, isRef := t.Arg.(*ast.ColumnRef)
					asks = asks || isRef && ref.Parts[len(ref.Parts)-1].Name == name
				}
				return true
			})
		}
		if asks {
			return nil
		}
	}
	return c
}
