package types

import (
	"slices"
	"strconv"

	"github.com/trigc/trigc/internal/ast"
)

// integral are the types that a division by zero is an error for, whatever is
// divided (int.c, int8.c, numeric.c, float.c).
var integral = []Type{Builtin("int2"), integer, bigint, numeric, Builtin("float4"), Builtin("float8")}

// divides reports a division of a constant by zero: Postgres computes constants
// when it plans, so that it fails even in a branch that is not reached.
func (c *Checker) divides(n ast.Node, k candidate, left, right ast.Node) {
	op, ok := n.(*ast.Op)
	if !ok || c.skipped > 0 || k.schema != "pg_catalog" || op.Name.Name != "/" && op.Name.Name != "%" || !slices.Contains(integral, k.result) {
		return
	}
	_, ok = folded(left)
	by, zero := folded(right)
	if ok && zero && by == 0 {
		c.Errorf("division-by-zero", n.Span(), "22012", "", "division by zero")
	}
}

// folded returns the value of an expression of numbers alone.
func folded(n ast.Node) (float64, bool) {
	switch n := n.(type) {
	case *ast.Const:
		if n.Kind == ast.IntConst || n.Kind == ast.FloatConst {
			v, err := strconv.ParseFloat(n.Value, 64)
			return v, err == nil && (v != 0 || isZero(n.Value))
		}
	case *ast.Op:
		if n.Kind != ast.PlainOp || n.Name.Schema != "" {
			break
		}
		right, ok := folded(n.Right)
		if n.Left == nil {
			return -right, ok && n.Name.Name == "-"
		}
		left, known := folded(n.Left)
		if !ok || !known {
			break
		}
		switch n.Name.Name {
		case "+":
			return left + right, true
		case "-":
			return left - right, true
		case "*":
			return left * right, true
		}
	}
	return 0, false
}

// isZero reports whether a number is 0 and not too small for a float.
func isZero(text string) bool {
	for _, r := range text {
		switch {
		case r == 'e' || r == 'E':
			return true
		case '1' <= r && r <= '9':
			return false
		}
	}
	return true
}

// after checks an expression that Postgres leaves out if one of those before it
// is a constant that decides. In a body a variable is one too.
func (c *Checker) after(before []ast.Node, check func()) {
	c.unsure(slices.ContainsFunc(before, func(n ast.Node) bool { return c.Body || !hasColumn(n) }), check)
}

// unsure checks an expression that, if skipped, a constant may keep from being
// computed.
func (c *Checker) unsure(skipped bool, check func()) {
	if skipped {
		c.skipped++
		defer func() { c.skipped-- }()
	}
	check()
}
