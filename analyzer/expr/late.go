package expr

import (
	"fmt"
	"slices"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/pgname"
	"github.com/trigc/trigc/internal/schema"
	"github.com/trigc/trigc/internal/source"
)

// late reports comparisons that Postgres takes, since there is an operator for
// any row and any array, and that fail when it comes to compare what is in
// them: a type without equality.
func (c *checker) late(n ast.Node) {
	ast.Walk(n, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Op:
			c.operands(n)
		case *ast.Case:
			if n.Arg != nil {
				for _, w := range n.Whens {
					c.compare(n.Arg, w.Cond)
				}
			}
		case *ast.Query, *ast.SubLink:
			return false
		}
		return true
	})
}

var comparisons = []string{"=", "<>", "!=", "<", ">", "<=", ">="}

func (c *checker) operands(n *ast.Op) {
	switch n.Kind {
	case ast.PlainOp:
		if n.Left != nil && slices.Contains(comparisons, n.Name.Name) && (n.Name.Schema == "" || n.Name.Schema == "pg_catalog") {
			c.compare(n.Left, n.Right)
		}
	case ast.DistinctOp, ast.NotDistinct, ast.NullIfOp:
		c.compare(n.Left, n.Right)
	case ast.InOp, ast.BetweenOp:
		if list, ok := n.Right.(*ast.List); ok {
			for _, r := range list.Args {
				if !c.compare(n.Left, r) {
					return
				}
			}
		}
	}
}

// compare reports that two operands cannot be compared.
func (c *checker) compare(left, right ast.Node) bool {
	l, lWhole := c.operand(left)
	r, rWhole := c.operand(right)
	if lWhole && rWhole {
		for _, col := range c.Table.Columns {
			if !col.Type.HasEquality() {
				c.unequal(left.Span().To(right.Span()), col, "rows cannot be compared: ", "write changed(), which compares such columns by their binary image")
				return false
			}
		}
		return true
	}
	if l == nil || r == nil {
		return true
	}
	for i, col := range []*schema.Column{l, r} {
		if base := col.Type.Base(); !col.Type.HasEquality() && (base.Array > 0 || base.Def != nil) {
			c.unequal([]ast.Node{left, right}[i].Span(), col, "", "compare the text (::text), or write changed("+pgname.Quote(col.Name)+")")
			return false
		}
	}
	return true
}

func (c *checker) unequal(at source.Span, col *schema.Column, what, help string) {
	c.add(diag.Diagnostic{
		Code: "no-equality", Span: at, Help: help,
		Message: fmt.Sprintf("%stype %s of column %q has no equality operator", what, col.Type, col.Name),
		Related: []diag.Related{{Span: col.Decl, Message: "column declared here"}},
	})
}

// operand returns the column of OLD or NEW that a side of a comparison is, or
// whether it is the whole row.
func (c *checker) operand(n ast.Node) (col *schema.Column, whole bool) {
	ref, ok := n.(*ast.ColumnRef)
	if !ok || len(ref.Parts) == 0 || ref.Parts[0].Name != "old" && ref.Parts[0].Name != "new" {
		return nil, false
	}
	if len(ref.Parts) == 2 && !ref.Star {
		col = c.Table.Column(ref.Parts[1].Name)
	}
	return col, len(ref.Parts) == 1
}
