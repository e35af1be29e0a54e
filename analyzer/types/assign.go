package types

import (
	"fmt"
	"slices"
	"strings"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
)

// Convert checks a value that PL/pgSQL assigns to a variable or a field of one:
// what has no assignment cast is written as a text, and that is read as the type
// of the variable (exec_cast_value of pl_exec.c). n is nil if only the type of
// the value is known. Nothing is said of what some value passes.
func (c *Checker) Convert(n ast.Node, from, to Type) {
	switch n := n.(type) {
	case nil:
		return
	case *ast.Case:
		if from == text {
			c.oneOf(n, from, to)
			return
		}
	case *ast.List:
		base := c.base(to)
		switch {
		case n.Kind == ast.CoalesceList && from == text && !readsSetting(n.Args):
			for _, d := range c.converting(n.Args[len(n.Args)-1], from, to) {
				d.Severity, d.SQLState = diag.Warning, ""
				c.Report.Add(d)
			}
		case n.Kind == ast.ArrayList && base.array && from != to:
			for _, a := range n.Args {
				if l, ok := a.(*ast.List); ok && l.Kind == ast.ArrayList {
					c.Convert(a, from, base)
				} else {
					c.Convert(a, c.Constant(a, from.element()), base.element())
				}
			}
			return
		case n.Kind == ast.RowList && c.isComposite(base):
			for i, f := range base.def.Attributes() {
				if i < len(n.Args) {
					c.Convert(n.Args[i], c.Constant(n.Args[i], Type{}), c.Of(f.Type))
				}
			}
			return
		}
	}
	if sub, ok := n.(*ast.SubLink); ok && sub.Kind == ast.ScalarLink && sub.Query.Kind == ast.SelectQuery && sub.Query.Clauses != nil {
		if k := sub.Query.Clauses; len(k.Targets) == 1 && k.SetOp == "" && len(k.From) == 0 && k.Where == nil && k.Having == nil && k.Limit == nil && k.Offset == nil {
			c.Convert(k.Targets[0].Expr, c.Constant(k.Targets[0].Expr, from), to)
			return
		}
	}
	if isNull(n) || !from.IsKnown() || !to.IsKnown() {
		return
	}
	switch {
	case from == unknown, c.coerces(from, to, assignment) != ast.No:
		c.Literal(n, from, to)
	case c.never(from, to):
		c.noValue(n, from, to)
	default:
		c.emptySetting(n, from, to)
		if value, ok := c.written(n); ok {
			c.Literal(&ast.Const{Kind: ast.StringConst, Value: value, Pos: ast.Pos{At: n.Span()}}, unknown, to)
		}
	}
}

// ConvertType is Convert of a value of which only the type is known.
func (c *Checker) ConvertType(at ast.Node, from, to Type) {
	if from.IsKnown() && to.IsKnown() && from != unknown && c.coerces(from, to, assignment) == ast.No && c.never(from, to) {
		c.noValue(at, from, to)
	}
}

// Constant returns the type that a constant has, or a cast; of anything else t.
func (c *Checker) Constant(n ast.Node, t Type) Type {
	switch n := n.(type) {
	case *ast.Const:
		return constant(n)
	case *ast.Cast:
		return c.typeAt(n.Type, n.Span())
	}
	return t
}

// converting returns what Convert says.
func (c *Checker) converting(n ast.Node, from, to Type) []diag.Diagnostic {
	var found diag.Report
	quiet := *c
	quiet.Report = &found
	quiet.Convert(n, c.Constant(n, from), to)
	return found.Sorted()
}

// oneOf is Convert of the results of a CASE, of which one is taken.
func (c *Checker) oneOf(n *ast.Case, from, to Type) {
	var found []diag.Diagnostic
	all := n.Else != nil
	look := func(result ast.Node) {
		more := c.converting(result, from, to)
		all = all && len(more) > 0
		found = append(found, more...)
	}
	for _, w := range n.Whens {
		look(w.Result)
	}
	if n.Else != nil {
		look(n.Else)
	}
	for _, d := range found {
		if !all && d.Severity == diag.Error {
			d.Severity, d.SQLState = diag.Warning, ""
		}
		c.Report.Add(d)
	}
}

// readsSetting reports whether a setting is among some values.
func readsSetting(list []ast.Node) bool {
	return slices.ContainsFunc(list, func(n ast.Node) bool {
		at, _ := read(n)
		return at != nil
	})
}

func (c *Checker) noValue(n ast.Node, from, to Type) {
	state := "22P02"
	if strings.IndexByte("DHI", c.shapeOf(to)) >= 0 {
		state = "22007"
	}
	help := ""
	switch {
	case c.shapeOf(to) == 'J':
		help = "write to_" + c.String(c.base(to)) + "(…)"
	case c.shapeOf(from) == 'I' || c.shapeOf(from) == 'D' && c.shapeOf(to) == 'N':
		help = "extract(epoch FROM …) is a number"
	case c.shapeOf(from) == 'C':
		help = "name one of its columns"
	case c.coerces(from, to, explicit) == ast.Yes:
		help = "cast it to " + c.String(to)
	}
	if c.neverNull(n) {
		c.Errorf("type-mismatch", n.Span(), state, help, "a value of type %s is assigned to type %s by its text, which is none of that type", c.String(from), c.String(to))
		return
	}
	c.Report.Add(diag.Diagnostic{
		Code: "type-mismatch", Severity: diag.Warning, Span: n.Span(), Help: help,
		Message: fmt.Sprintf("assigning a value of type %s to type %s works for NULL alone, and fails for any other value", c.String(from), c.String(to)),
	})
}

// withoutNull are functions that return NULL for a NULL alone, or never.
var withoutNull = []string{
	"age", "clock_timestamp", "count", "date_trunc", "gen_random_uuid", "jsonb_build_object", "json_build_object", "jsonb_build_array", "now",
	"pg_trigger_depth", "row_to_json", "statement_timestamp", "to_json", "to_jsonb", "to_timestamp", "transaction_timestamp",
	"pg_advisory_xact_lock", "pg_advisory_lock", "pg_try_advisory_xact_lock", "pg_try_advisory_lock", "txid_current", "int4range", "tstzrange", "daterange", "starts_with",
}

// neverNull reports whether an expression cannot be NULL.
func (c *Checker) neverNull(n ast.Node) bool {
	all := func(list []ast.Node) bool {
		return !slices.ContainsFunc(list, func(n ast.Node) bool { return !c.neverNull(n) })
	}
	switch n := n.(type) {
	case *ast.Const:
		return n.Kind != ast.NullConst && !n.Span().IsZero() && n.Kind != 0
	case *ast.ColumnRef:
		return !n.Star && c.Filled != nil && c.Filled(n)
	case *ast.Value, *ast.NullTest, *ast.BoolTest:
		return true
	case *ast.Bool:
		return all(n.Args)
	case *ast.Cast:
		return c.neverNull(n.Arg)
	case *ast.SubLink:
		return n.Kind == ast.ExistsLink || n.Kind == ast.ArrayLink
	case *ast.Case:
		for _, w := range n.Whens {
			if !c.neverNull(w.Result) {
				return false
			}
		}
		return n.Else != nil && c.neverNull(n.Else)
	case *ast.List:
		switch n.Kind {
		case ast.ArrayList, ast.RowList:
			return true
		case ast.CoalesceList:
			return slices.ContainsFunc(n.Args, c.neverNull)
		}
	case *ast.Op:
		switch n.Kind {
		case ast.DistinctOp, ast.NotDistinct:
			return true
		case ast.PlainOp:
			return slices.Contains([]string{"+", "-", "*", "=", "<>", "!=", "<", ">", "<=", ">=", "||"}, n.Name.Name) && (n.Left == nil || c.neverNull(n.Left)) && c.neverNull(n.Right)
		}
	case *ast.Call:
		return (n.Func.Schema == "" || n.Func.Schema == "pg_catalog") && slices.Contains(withoutNull, n.Func.Name) && (n.Func.Name == "count" || all(n.Args))
	}
	return false
}

// refused tells by the shapes of two types that the texts of one are none of the
// other, whatever DateStyle and IntervalStyle say. Infinity, which is a number
// too, is not taken for a date.
var refused = map[byte]string{
	'V': "NBDHIUJARC", 'B': "NDHIUJARC", 'D': "NBIUJARC", 'H': "NBDUJARC", 'I': "NBDUJARC",
	'4': "UARC", 'N': "ARC", 'A': "NBR", 'U': "NBJARC", 'C': "NBUJA", 'R': "NBUJA", 'W': "NBJA",
}

// shapeOf sorts types by what their values are written as, 0 if that is not told.
func (c *Checker) shapeOf(t Type) byte {
	t = c.base(t)
	switch {
	case t.array:
		return 'A'
	case c.isComposite(t), t.name == "record" && t.def == nil:
		return 'C'
	case c.isRange(t) && t.def == nil:
		return 'R'
	case t.def != nil:
		return 0
	}
	switch t.name {
	case "void":
		return 'V'
	case "bool":
		return 'B'
	case "int2", "int4", "int8", "oid", "numeric", "float4", "float8":
		return 'N'
	case "date", "timestamp", "timestamptz":
		return 'D'
	case "time", "timetz":
		return 'H'
	case "interval":
		return 'I'
	case "uuid":
		return 'U'
	case "json", "jsonb":
		return 'J'
	case "inet", "cidr":
		return 'W'
	}
	return 0
}

// never reports whether no value of one type is, as a text, one of another.
func (c *Checker) never(from, to Type) bool {
	if bf, bt := c.base(from), c.base(to); c.isEnum(bf) || c.isEnum(bt) {
		return c.noLabel(bf, bt)
	}
	shape := c.shapeOf(from)
	if slices.Contains([]Type{Builtin("int2"), integer, bigint}, c.base(from)) {
		shape = '4' // without digits enough for a uuid
	}
	to1 := c.shapeOf(to)
	return to1 != 0 && strings.IndexByte(refused[shape], to1) >= 0
}

// noLabel is never of an enum: its labels are all that it can be.
func (c *Checker) noLabel(from, to Type) bool {
	if c.isEnum(from) {
		if from.def.Open || c.isEnum(to) && to.def.Open || !c.isEnum(to) && (to.def != nil || to.array || c.shapeOf(to) == 0) {
			return false
		}
		return !slices.ContainsFunc(from.def.Labels, func(label string) bool { return c.reads(label, to) })
	}
	if to.def.Open {
		return false
	}
	switch c.shapeOf(from) {
	case 'B':
		return !slices.Contains(to.def.Labels, "t") && !slices.Contains(to.def.Labels, "f")
	case 'A', 'C', 'R':
		return !slices.ContainsFunc(to.def.Labels, func(l string) bool { return strings.ContainsAny(l, "{([") })
	case '4', 'N', 'D', 'H', 'I':
		return !slices.ContainsFunc(to.def.Labels, func(l string) bool {
			return strings.ContainsAny(l, "0123456789") || strings.EqualFold(l, "infinity") || l == "NaN"
		})
	}
	return false
}

// reads reports whether a text is a value of a type, or may be.
func (c *Checker) reads(text string, to Type) bool {
	var found diag.Report
	quiet := *c
	quiet.Report = &found
	quiet.Literal(&ast.Const{Kind: ast.StringConst, Value: text}, unknown, to)
	return !found.HasErrors()
}

// written returns the text that a constant is written as.
func (c *Checker) written(n ast.Node) (string, bool) {
	switch n := n.(type) {
	case *ast.Const:
		switch n.Kind {
		case ast.StringConst:
			return n.Value, true
		case ast.IntConst, ast.FloatConst:
			return n.Value, strings.Trim(strings.TrimPrefix(n.Value, "-"), "0123456789") == ""
		}
	case *ast.Op:
		if k, ok := n.Right.(*ast.Const); ok && n.Left == nil && n.Kind == ast.PlainOp && n.Name.Name == "-" && (k.Kind == ast.IntConst || k.Kind == ast.FloatConst) {
			return "-" + k.Value, strings.Trim(k.Value, "0123456789") == ""
		}
	case *ast.Cast:
		if t := c.typeAt(n.Type, n.Span()); (t == text || t == varchar || t == nameType) && len(n.Type.Mods) == 0 {
			if k, ok := n.Arg.(*ast.Const); ok && k.Kind == ast.BoolConst {
				return k.Value, true // true, not t
			}
			return c.written(n.Arg)
		}
	}
	return "", false
}

// rowText reports a text that is no row of a composite type (record_in).
func (c *Checker) rowText(k *ast.Const, to Type) {
	rel := to.def.Rel
	bad := func() { c.Errorf("bad-literal", k.Span(), "22P02", "", "malformed record literal: %q", k.Value) }
	value := strings.Trim(k.Value, " \t\n\r\v\f")
	inner, opens := strings.CutPrefix(value, "(")
	inner, closes := strings.CutSuffix(inner, ")")
	switch {
	case !opens || !closes:
		bad()
	case rel != nil && rel.Open || strings.ContainsAny(inner, `"\()`): // what is quoted is left to the server
	default:
		fields := strings.Split(inner, ",")
		columns := to.def.Attributes()
		if len(columns) == 0 {
			return
		}
		if len(fields) != len(columns) {
			bad()
			return
		}
		for i, f := range fields {
			if f != "" {
				c.Literal(&ast.Const{Kind: ast.StringConst, Value: f, Pos: k.Pos}, unknown, c.Of(columns[i].Type))
			}
		}
	}
}

// RowSize reports ROW(…) that is read as a row of another number of fields.
func (c *Checker) RowSize(n ast.Node, to Type) {
	l, ok := n.(*ast.List)
	to = c.base(to)
	if !ok || l.Kind != ast.RowList || !c.isComposite(to) || to.def.Rel != nil && to.def.Rel.Open {
		return
	}
	for _, a := range l.Args {
		if ref, ok := a.(*ast.ColumnRef); ok && ref.Star {
			return
		}
	}
	if want := len(to.def.Attributes()); len(l.Args) != want && want > 0 {
		c.Errorf("row-size", l.Span(), "22P02", "", "malformed record literal: type %s has %d fields, not %d", c.String(to), want, len(l.Args))
	}
}

// Equal checks WHEN of a CASE over a value of a type.
func (c *Checker) Equal(arg Type, n ast.Node, s *Scope) {
	if arg == unknown {
		arg = text
	}
	c.operator(n, ast.Name{Name: "=", Span: n.Span()}, nil, n, arg, c.Expr(n, s))
}
