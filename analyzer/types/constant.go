package types

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/trigc/trigc/analyzer/input"
	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/schema"
	"github.com/trigc/trigc/internal/source"
)

// integral are the types that a division by zero is an error for, whatever is
// divided (int.c, int8.c, numeric.c, float.c).
var integral = []Type{Builtin("int2"), integer, bigint, numeric, Builtin("float4"), Builtin("float8")}

// divides reports a division by a constant that is zero. Of a constant, Postgres
// computes it when it plans, so that it fails even in a branch that is not
// reached; of anything else, when it comes to it: NULL alone passes then.
func (c *Checker) divides(n ast.Node, k candidate, left, right ast.Node, s *Scope) {
	op, ok := n.(*ast.Op)
	if !ok || k.schema != "pg_catalog" || op.Name.Name != "/" && op.Name.Name != "%" || !slices.Contains(integral, k.result) {
		return
	}
	if by, zero := folded(right); !zero || by != 0 || isNull(left) {
		return
	}
	_, planned := folded(left)
	if planned && c.skipped > 0 {
		return
	}
	c.violates(!planned && c.mayNotRun(s), diag.Diagnostic{Code: "division-by-zero", Span: n.Span(), SQLState: "22012", Message: "division by zero"})
}

// textTo reports a constant text, cast to text before, that is cast to a type
// whose input function refuses it: Postgres computes constants when it plans.
func (c *Checker) textTo(n ast.Node, from, to Type) {
	if c.skipped > 0 || c.behind > 0 && !slices.Contains(integral, to) || from != text && from != varchar {
		return
	}
	for {
		cast, ok := n.(*ast.Cast)
		if !ok {
			break
		}
		if t := c.typeAt(cast.Type, cast.Span()); t != text && t != varchar || len(cast.Type.Mods) > 0 {
			return // which may cut it
		}
		n = cast.Arg
	}
	c.literal(n, unknown, to)
}

// domainTakes reports a cast of a constant to a domain of which a CHECK refuses it.
func (c *Checker) domainTakes(n *ast.Cast, to Type) {
	if c.skipped == 0 && isDomain(to) {
		// Unlike a division, a domain is looked at when the row is there.
		c.inDomain(n.Arg, n.Span(), to.def, c.behind > 0)
	}
}

// inDomain reports a constant that a domain, or one that it is over, refuses.
func (c *Checker) inDomain(n ast.Node, at source.Span, def *schema.Type, perhaps bool) {
	for ; def != nil && def.Kind == ast.Domain && def.Base != nil; def = def.Base.Def {
		if def.NotNull && isNull(n) {
			c.violates(perhaps, diag.Diagnostic{Code: "not-null", Span: at, SQLState: "23502", Message: fmt.Sprintf("domain %q does not allow null values", def.Name)})
			return
		}
		for _, check := range def.Checks {
			if holds(check.Root, "value", n) == ast.No {
				c.violates(perhaps, diag.Diagnostic{
					Code: "domain-check", Span: at, SQLState: "23514",
					Message: fmt.Sprintf("a CHECK of domain %q does not allow %s", def.Name, n.Span()),
					Related: []diag.Related{{Span: check.Span, Message: "CHECK declared here"}},
				})
				return
			}
		}
	}
}

// Fits reports a constant that is assigned to a place of a type and that does
// not fit there: of more characters, digits or bits than its modifier allows,
// beyond the range of an integer, or not in a domain. perhaps is set if there
// may be no row; what a modifier allows is asked when Postgres plans.
func (c *Checker) Fits(n ast.Node, to *schema.TypeRef, perhaps bool) {
	if c.skipped > 0 || to == nil || to.Array > 0 {
		return
	}
	c.inDomain(n, n.Span(), to.Def, perhaps || c.behind > 0)
	base := to.Base()
	refuse := func(state, format string, args ...any) {
		c.Errorf("does-not-fit", n.Span(), state, "", format, args...)
	}
	k, isConst := n.(*ast.Const)
	number, isNumber := folded(n)
	if op, ok := n.(*ast.Op); ok && isNumber && op.Left != nil || base.Def != nil || base.Schema != "pg_catalog" || !isNumber && (!isConst || k.Kind != ast.StringConst) {
		return
	}
	switch base.Name {
	case "varchar", "bpchar":
		limit := 0
		if len(base.Mods) == 1 {
			limit, _ = strconv.Atoi(strings.TrimSpace(base.Mods[0]))
		}
		if isConst && k.Kind != ast.FloatConst && limit > 0 && utf8.RuneCountInString(k.Value) > limit &&
			strings.Trim(string([]rune(k.Value)[limit:]), " ") != "" { // spaces are cut off
			refuse("22001", "value too long for type %s", base)
		}
	case "int2", "int4", "int8":
		limit := math.Ldexp(1, map[string]int{"int2": 15, "int4": 31, "int8": 63}[base.Name])
		near := 0.5 // is rounded up
		if base.Name == "int8" {
			near = -limit * 1e-9 // a float is not exact
		}
		if isNumber && (number >= limit-near || number <= -limit-math.Abs(near)) {
			refuse("22003", "%s out of range", base)
		}
	case "numeric", "bit", "varbit":
		text := ""
		switch {
		case isConst:
			text = k.Value
		default:
			text = "-" + n.(*ast.Op).Right.Span().String()
		}
		if m := input.Check(base.Name, base.Mods, text, c.Catalog.Version); m != nil && len(base.Mods) > 0 && input.Check(base.Name, nil, text, c.Catalog.Version) == nil {
			refuse(m.SQLState, "%s", m.Message)
		}
	}
}

// holds reports whether a CHECK of what is called by a name, a column or VALUE,
// holds for a constant, as far as it is made of comparisons of numbers; 0 if that
// cannot be told.
func holds(check ast.Node, name string, value ast.Node) ast.Tri {
	switch n := check.(type) {
	case *ast.Bool:
		if n.Op == ast.Not {
			break
		}
		decides := ast.No // of AND
		if n.Op == ast.Or {
			decides = ast.Yes
		}
		all := true
		for _, a := range n.Args {
			switch h := holds(a, name, value); h {
			case decides:
				return decides
			case 0:
				all = false
			}
		}
		if all {
			return tri(decides == ast.No)
		}
	case *ast.Op:
		if n.Kind != ast.PlainOp || n.Left == nil || n.Name.Schema != "" {
			break
		}
		if ref, ok := n.Left.(*ast.ColumnRef); ok && len(ref.Parts) == 1 && ref.Parts[0].Name == name {
			return compared(n.Name.Name, value, n.Right)
		}
		if ref, ok := n.Right.(*ast.ColumnRef); ok && len(ref.Parts) == 1 && ref.Parts[0].Name == name {
			return compared(n.Name.Name, n.Left, value)
		}
	}
	return 0
}

// compared returns what an operator says of two numbers.
func compared(op string, left, right ast.Node) ast.Tri {
	l, ok := folded(left)
	r, also := folded(right)
	if !ok || !also || l != r && math.Abs(l-r) <= 1e-9*max(math.Abs(l), math.Abs(r)) {
		return 0 // a float is not exact
	}
	switch op {
	case "=":
		return tri(l == r)
	case "<>", "!=":
		return tri(l != r)
	case "<":
		return tri(l < r)
	case "<=":
		return tri(l <= r)
	case ">":
		return tri(l > r)
	case ">=":
		return tri(l >= r)
	}
	return 0
}

func tri(b bool) ast.Tri {
	if b {
		return ast.Yes
	}
	return ast.No
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
	if len(before) > 0 {
		c.behind++
		defer func() { c.behind-- }()
	}
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
