package types

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/trigc/trigc/analyzer/input"
	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/pgname"
	"github.com/trigc/trigc/internal/schema"
	"github.com/trigc/trigc/internal/source"
)

// A Checker resolves the types of expressions and reports what Postgres would
// refuse in them.
type Checker struct {
	*World
	Report *diag.Report
	// Names is set if names that stand for nothing are reported; else somebody
	// else does it.
	Names bool
	// Loose is set where unqualified names are looked up by a search path that
	// is not known.
	Loose bool
	// Body is set for what runs in a function: what Postgres finds when it runs.
	Body bool
	// Params are the types of $1, $2 and so on, which a body has by USING alone.
	Params []Type
	// Filled tells what is not NULL; nil if that is not known of anything.
	Filled func(*ast.ColumnRef) bool
	// Pseudo tells functions of trigc's own, which take columns and are boolean;
	// nil if there are none.
	Pseudo func(name string) bool
	// Failed is set once a mistake has been reported.
	Failed bool
	// skipped is set in what a constant may keep from being computed.
	skipped int
	// behind is set in what another operand of AND or OR may keep from being
	// computed.
	behind int
}

// Errorf reports a mistake.
func (c *Checker) Errorf(code diag.Code, at source.Span, state, help, format string, args ...any) {
	c.Failed = true
	c.Report.Add(diag.Diagnostic{
		Code: code, Severity: diag.Error, Span: at, SQLState: state, Help: help, Message: fmt.Sprintf(format, args...),
	})
}

// Expr returns the type of an expression.
func (c *Checker) Expr(n ast.Node, s *Scope) (t Type) {
	switch n := n.(type) {
	case *ast.Const:
		return constant(n)
	case *ast.ColumnRef:
		return c.column(n, s)
	case *ast.Op:
		return c.op(n, s)
	case *ast.Bool:
		for i, a := range n.Args {
			c.after(n.Args[:i], func() { c.boolean(a, s, map[ast.BoolOp]string{ast.And: "AND", ast.Or: "OR", ast.Not: "NOT"}[n.Op]) })
		}
		return boolean
	case *ast.NullTest:
		c.Expr(n.Arg, s)
		return boolean
	case *ast.BoolTest:
		c.boolean(n.Arg, s, "IS "+n.Test)
		return boolean
	case *ast.Cast:
		return c.cast(n, s)
	case *ast.Case:
		c.unsure(true, func() { t = c.cases(n, s) })
		return t
	case *ast.List:
		return c.list(n, s)
	case *ast.SubLink:
		return c.subLink(n, s)
	case *ast.Call:
		return c.call(n, s)
	case *ast.Value:
		return valueTypes[n.Name]
	case *ast.Query:
		c.Query(n, s)
		return Type{}
	case *ast.Other:
		return c.other(n, s)
	case *ast.ParamRef:
		return c.param(n)
	}
	return Type{}
}

// param returns the type of $n.
func (c *Checker) param(n *ast.ParamRef) Type {
	switch {
	case n.Number > 0 && n.Number <= len(c.Params):
		return c.Params[n.Number-1]
	case c.Body:
		c.Errorf("parameter", n.Span(), "42P02", "", "there is no parameter $%d", n.Number)
	}
	return Type{}
}

var valueTypes = map[string]Type{
	"current_catalog": nameType, "current_role": nameType, "current_schema": nameType, "current_user": nameType, "session_user": nameType, "user": nameType,
	"current_date": Builtin("date"), "current_time": Builtin("timetz"), "current_timestamp": Builtin("timestamptz"),
	"localtime": Builtin("time"), "localtimestamp": Builtin("timestamp"),
}

// constant returns the type of a literal: an integer that does not fit int4 is
// an int8, or else numeric (make_const of parse_node.c).
func constant(k *ast.Const) Type {
	switch k.Kind {
	case ast.BoolConst:
		return boolean
	case ast.IntConst:
		return integer
	case ast.FloatConst:
		if _, err := strconv.ParseInt(k.Value, 10, 64); err == nil {
			return bigint
		}
		return numeric
	case ast.BitConst:
		return bitText
	}
	return unknown
}

// boolean checks an expression that must be a boolean; what is what demands it.
func (c *Checker) boolean(n ast.Node, s *Scope, what string) {
	t := c.Expr(n, s)
	switch c.coerces(t, boolean, implicit) {
	case ast.Yes:
		c.literal(n, t, boolean)
	case ast.No:
		c.Errorf("not-boolean", n.Span(), "42804", "write a comparison", "argument of %s must be of type boolean, not %s", what, c.String(t))
	}
}

// Boolean checks a condition; what is the clause that it stands in.
func (c *Checker) Boolean(n ast.Node, s *Scope, what string) { c.boolean(n, s, what) }

// Condition checks the condition of a statement of PL/pgSQL, whose type is t.
// What has no cast to boolean is written as a text and that is read as one
// (exec_eval_boolean of pl_exec.c). Values are all that it can be, nil if that is
// not known.
func (c *Checker) Condition(e *ast.SQL, t Type, values []string) {
	switch k, ok := e.Root.(*ast.Const); {
	case t == unknown:
		c.literal(e.Root, t, boolean)
		return
	case ok && (k.Kind == ast.IntConst || k.Kind == ast.FloatConst):
		values = []string{k.Value}
	}
	if c.coerces(t, boolean, assignment) != ast.No {
		return
	}
	bad := ""
	for _, v := range values {
		if input.Check(boolean.name, nil, v, c.Catalog.Version) != nil {
			bad = v
		}
	}
	switch {
	case values != nil && bad == "":
		return
	case len(values) == 1:
		c.Errorf("bad-literal", e.Span, "22P02", "write a comparison", "text %q is not of type boolean", bad)
		return
	}
	works, help := "for 'true', 'false' and what else reads as a boolean alone", "write a comparison, or a cast to boolean"
	switch base := c.base(t); {
	case c.category(base) == 'N' && base != Builtin("money"):
		works, help = "for 0 and 1 alone", "write a comparison, as <> 0 or IS NOT NULL"
	case strings.ContainsRune("ACDGIRT", rune(c.category(base))), slices.Contains([]Type{Builtin("uuid"), Builtin("bytea"), Builtin("money"), Builtin("tsvector")}, base):
		works, help = "for NULL alone", "write a comparison, as IS NOT NULL"
	}
	c.Report.Add(diag.Diagnostic{
		Code: "not-boolean", Severity: diag.Warning, Span: e.Span, Help: help,
		Message: fmt.Sprintf("a condition of type %s works %s, and fails for any other value", c.String(t), works),
	})
}

// Row returns the type of ROW(…).
func (c *Checker) Row(l *ast.List, s *Scope) Type {
	var fields []ast.Target
	for _, a := range l.Args {
		fields = append(fields, ast.Target{Expr: a})
	}
	out := c.targets(fields, s)
	if out == nil {
		return record
	}
	for i := range out {
		out[i].Name = "f" + strconv.Itoa(i+1)
	}
	return Type{name: "record", shape: &shape{out}}
}

// Assign checks that a value can be assigned to a column of type to.
func (c *Checker) Assign(n ast.Node, from, to Type, format string, args ...any) {
	switch c.coerces(from, to, assignment) {
	case ast.Yes:
		c.literal(n, from, to)
	case ast.No:
		what := fmt.Sprintf(format, args...)
		c.Errorf("type-mismatch", n.Span(), "42804", "cast it, if that is meant", "%s is of type %s but expression is of type %s", what, c.String(to), c.String(from))
	}
}

// op checks an operator.
func (c *Checker) op(n *ast.Op, s *Scope) Type {
	if left, ok := n.Left.(*ast.List); ok && left.Kind == ast.RowList && (n.Kind == ast.PlainOp || n.Kind == ast.DistinctOp || n.Kind == ast.NotDistinct) {
		if right, ok := n.Right.(*ast.List); ok && right.Kind == ast.RowList {
			return c.rows(n, left, right, s)
		}
	}
	switch n.Kind {
	case ast.PlainOp, ast.LikeOp:
		if n.Left == nil {
			return c.unary(n, s)
		}
		if sub, ok := n.Right.(*ast.SubLink); ok && sub.Kind == ast.ScalarLink {
			if left, ok := n.Left.(*ast.List); ok && left.Kind == ast.RowList {
				c.list(left, s)
				c.Query(sub.Query, s)
				return boolean
			}
		}
		return c.binary(n, n.Name, n.Left, n.Right, s)
	case ast.DistinctOp, ast.NotDistinct:
		if !isNull(n.Left) && !isNull(n.Right) {
			eq := n.Name
			eq.Name, eq.Schema = "=", ""
			c.binary(n, eq, n.Left, n.Right, s)
		} else {
			c.Expr(n.Left, s)
			c.Expr(n.Right, s)
		}
		return boolean
	case ast.NullIfOp:
		left, right := c.Expr(n.Left, s), c.Expr(n.Right, s)
		eq := n.Name
		eq.Name, eq.Schema = "=", ""
		k, ok := c.operator(n, eq, n.Left, n.Right, left, right)
		if !ok {
			return Type{}
		}
		c.collates(n, eq, k, n.Left, n.Right, s)
		if left == unknown {
			return k.args[0]
		}
		return left
	case ast.OpAny, ast.OpAll:
		return c.anyAll(n, s)
	case ast.InOp:
		c.in(n, s)
		return boolean
	case ast.BetweenOp:
		if l, ok := n.Right.(*ast.List); ok && len(l.Args) == 2 {
			for i, name := range []string{">=", "<="} {
				at := n.Name
				at.Name, at.Schema = name, ""
				if !c.binary(n, at, n.Left, l.Args[i], s).IsKnown() {
					break // the other one says the same
				}
			}
		}
		return boolean
	}
	return Type{}
}

func isNull(n ast.Node) bool {
	k, ok := n.(*ast.Const)
	return ok && k.Kind == ast.NullConst
}

func (c *Checker) binary(n ast.Node, name ast.Name, left, right ast.Node, s *Scope) Type {
	k, ok := c.operator(n, name, left, right, c.Expr(left, s), c.Expr(right, s))
	if !ok {
		return Type{}
	}
	c.divides(n, k, left, right, s)
	c.collates(n, name, k, left, right, s)
	return k.result
}

// operator resolves an operator with two operands (oper of parse_oper.c).
func (c *Checker) operator(n ast.Node, name ast.Name, left, right ast.Node, l, r Type) (candidate, bool) {
	if !l.IsKnown() || !r.IsKnown() {
		return candidate{}, false
	}
	l.shape, r.shape = nil, nil
	list := c.operators(name, false)
	given := []Type{l, r}
	k, ok := c.exactOperator(given, list)
	if !ok {
		match, maybe := c.matching(given, list)
		if maybe {
			return candidate{}, false
		}
		switch len(match) {
		case 0:
			c.noOperator(n, name, given)
			return candidate{}, false
		case 1:
			k = match[0]
		default:
			if k, ok = c.choose(given, match); !ok {
				c.Errorf("ambiguous-operator", n.Span(), "42725", "cast an operand", "operator is not unique: %s %s %s", c.String(l), name.Name, c.String(r))
				return candidate{}, false
			}
		}
	}
	return c.settle(n, k, []ast.Node{left, right}, given)
}

// exactOperator returns the operator for just these types; a literal is taken
// for the type of the other side (binary_oper_exact).
func (c *Checker) exactOperator(given []Type, list []candidate) (candidate, bool) {
	args := slices.Clone(given)
	literal := true
	switch {
	case args[0] == unknown && args[1] != unknown:
		args[0] = args[1]
	case args[1] == unknown && args[0] != unknown:
		args[1] = args[0]
	default:
		literal = false
	}
	if k, ok := exact(args, list); ok {
		return k, true
	}
	if literal {
		if b := c.base(args[0]); b != args[0] {
			return exact([]Type{b, b}, list)
		}
	}
	return candidate{}, false
}

func (c *Checker) noOperator(n ast.Node, name ast.Name, given []Type) {
	if c.hidden || c.Loose && c.operatorElsewhere(name) {
		return
	}
	parts := make([]string, len(given))
	for i, t := range given {
		parts[i] = c.String(t)
	}
	shown := parts[len(parts)-1]
	if len(parts) == 2 {
		shown = parts[0] + " " + name.Name + " " + parts[1]
	} else {
		shown = name.Name + " " + shown
	}
	if name.Schema == "" && len(c.operators(name, len(given) == 1)) == 0 && !knownOperator(c.World, name) {
		c.Errorf("no-operator", n.Span(), "42883", "", "there is no operator %s: %s", name.Name, shown)
		return
	}
	c.Errorf("no-operator", n.Span(), "42883", c.operatorHelp(name, given), "operator does not exist: %s", shown)
}

// operatorHelp says what to write instead of an operator that there is not.
func (c *Checker) operatorHelp(name ast.Name, given []Type) string {
	if slices.Contains([]string{"=", "<>", "!=", "<", ">", "<=", ">="}, name.Name) {
		for _, t := range given {
			switch {
			case isDomain(t) && c.isEnum(c.base(t)):
				return "compare it as the enum: cast it to " + c.String(c.base(t))
			case !t.array && t.def == nil && slices.Contains([]string{"json", "xml", "point"}, t.name):
				return "compare the text (::text), or write changed(column)"
			}
		}
	}
	if slices.Contains(given, unknown) {
		return ""
	}
	return "cast one of the operands"
}

func knownOperator(w *World, name ast.Name) bool {
	return len(w.Catalog.Operators(name.Name)) > 0
}

func (c *Checker) unary(n *ast.Op, s *Scope) Type {
	t := c.Expr(n.Right, s)
	if !t.IsKnown() {
		return Type{}
	}
	list := c.operators(n.Name, true)
	given := []Type{t}
	k, ok := exact(given, list)
	if !ok {
		match, maybe := c.matching(given, list)
		switch {
		case maybe:
			return Type{}
		case len(match) == 0:
			c.noOperator(n, n.Name, given)
			return Type{}
		case len(match) == 1:
			k = match[0]
		default:
			if k, ok = c.choose(given, match); !ok {
				c.Errorf("ambiguous-operator", n.Span(), "42725", "cast the operand", "operator is not unique: %s %s", n.Name.Name, c.String(t))
				return Type{}
			}
		}
	}
	k, _ = c.settle(n, k, []ast.Node{n.Right}, given)
	return k.result
}

// settle gives polymorphic arguments and the result of a candidate their types,
// and checks the literals that are coerced to them.
func (c *Checker) settle(n ast.Node, k candidate, args []ast.Node, given []Type) (candidate, bool) {
	if slices.ContainsFunc(k.args, isPolymorphic) || isPolymorphic(k.result) {
		sol, ok := c.solve(given, k.args)
		if ok != ast.Yes {
			return candidate{}, false
		}
		declared := k.args
		k.args = slices.Clone(k.args)
		for i, t := range declared {
			k.args[i] = sol.result(c.World, t)
			if families[t.name] == "any" && isPolymorphic(t) && !k.args[i].IsKnown() && given[i] == unknown && !c.hidden {
				c.Errorf("type-mismatch", n.Span(), "42804", "cast the literal", "could not determine polymorphic type because input has type unknown")
				return candidate{}, false
			}
		}
		k.result = sol.result(c.World, k.result)
	}
	for i, a := range args {
		if i < len(k.args) {
			c.literal(a, given[i], k.args[i])
		}
	}
	return k, true
}

// rows checks a comparison of rows field by field.
func (c *Checker) rows(n *ast.Op, left, right *ast.List, s *Scope) Type {
	if len(left.Args) != len(right.Args) {
		c.list(left, s)
		c.list(right, s)
		c.Errorf("row-size", n.Span(), "42601", "", "unequal number of entries in row expressions: %d and %d", len(left.Args), len(right.Args))
		return boolean
	}
	name := n.Name
	if n.Kind != ast.PlainOp {
		name.Name, name.Schema = "=", ""
	}
	for i := range left.Args {
		c.binary(n, name, left.Args[i], right.Args[i], s)
	}
	return boolean
}

// anyAll checks a = ANY (b) of an array.
func (c *Checker) anyAll(n *ast.Op, s *Scope) Type {
	l, r := c.Expr(n.Left, s), c.Expr(n.Right, s)
	if !l.IsKnown() || !r.IsKnown() {
		return boolean
	}
	element := unknown
	if r != unknown {
		e, ok := c.elementOf(r)
		if !ok {
			c.Errorf("not-an-array", n.Right.Span(), "42809", "write an array, or a list with IN", "op ANY/ALL (array) requires array on right side, not %s", c.String(r))
			return boolean
		}
		element = e
	}
	k, ok := c.operator(n, n.Name, n.Left, nil, l, element)
	if ok && k.result.IsKnown() && k.result != boolean {
		c.Errorf("type-mismatch", n.Span(), "42809", "", "op ANY/ALL (array) requires operator to yield boolean, not %s", c.String(k.result))
		return boolean
	}
	if ok && r == unknown && k.args[1].IsKnown() {
		c.literal(n.Right, unknown, c.arrayOf(k.args[1]))
	}
	return boolean
}

// in checks a IN (b, c). What has no column in it is coerced to one type for
// all (transformAExprIn of parse_expr.c).
func (c *Checker) in(n *ast.Op, s *Scope) {
	list, ok := n.Right.(*ast.List)
	if !ok {
		c.Expr(n.Left, s)
		c.Expr(n.Right, s)
		return
	}
	if left, ok := n.Left.(*ast.List); ok && left.Kind == ast.RowList {
		for _, r := range list.Args {
			if right, ok := r.(*ast.List); ok && right.Kind == ast.RowList {
				c.rows(&ast.Op{Pos: n.Pos, Kind: ast.PlainOp, Name: ast.Name{Name: n.Name.Name, Span: n.Name.Span}, Left: left, Right: right}, left, right, s)
			} else {
				c.Expr(r, s)
			}
		}
		return
	}
	l := c.Expr(n.Left, s)
	given := make([]Type, len(list.Args))
	var plain []int
	all := []Type{l}
	for i, a := range list.Args {
		given[i] = c.Expr(a, s)
		if !hasColumn(a) {
			plain = append(plain, i)
			all = append(all, given[i])
		}
	}
	if len(plain) > 1 && !slices.ContainsFunc(all, func(t Type) bool { return !t.IsKnown() || t == record || c.isComposite(t) }) {
		if t, bad := c.common(all); bad < 0 && t.IsKnown() {
			for _, i := range plain {
				c.literal(list.Args[i], given[i], t)
				given[i] = t
			}
		}
	}
	name := n.Name
	seen := map[Type]bool{}
	for i, a := range list.Args {
		if !given[i].IsKnown() || given[i] != unknown && seen[given[i]] {
			continue
		}
		seen[given[i]] = true
		node := a
		if given[i] != unknown {
			node = nil // a literal of it has been checked
		}
		k, ok := c.operator(n, name, n.Left, node, l, given[i])
		if ok {
			c.collates(n, name, k, n.Left, a, s)
		} else {
			return
		}
	}
}

// hasColumn reports whether there is a column in an expression.
func hasColumn(n ast.Node) bool {
	found := false
	ast.Walk(n, func(n ast.Node) bool {
		if _, ok := n.(*ast.ColumnRef); ok {
			found = true
		}
		return !found
	})
	return found
}

// cast checks CAST(x AS t).
func (c *Checker) cast(n *ast.Cast, s *Scope) Type {
	to := c.typeAt(n.Type, n.Span())
	if l, ok := n.Arg.(*ast.List); ok && l.Kind == ast.ArrayList {
		if e, array := c.elementOf(to); array {
			c.arrayTo(l, e, s)
			return to
		}
	}
	from := c.Expr(n.Arg, s)
	switch c.coerces(from, to, explicit) {
	case ast.Yes:
		c.literal(n.Arg, from, to)
		c.textTo(n.Arg, from, to)
		c.domainTakes(n, to)
	case ast.No:
		c.Errorf("no-cast", n.Span(), "42846", "", "cannot cast type %s to %s", c.String(from), c.String(to))
	}
	return to
}

// arrayTo checks the elements of an array that is cast.
func (c *Checker) arrayTo(l *ast.List, element Type, s *Scope) {
	for _, a := range l.Args {
		if inner, ok := a.(*ast.List); ok && inner.Kind == ast.ArrayList {
			c.arrayTo(inner, element, s)
			continue
		}
		from := c.Expr(a, s)
		if e, array := c.elementOf(from); array && c.coerces(e, element, explicit) != ast.No {
			continue
		}
		switch c.coerces(from, element, explicit) {
		case ast.Yes:
			c.literal(a, from, element)
		case ast.No:
			c.Errorf("no-cast", a.Span(), "42846", "", "cannot cast type %s to %s", c.String(from), c.String(element))
		}
	}
}

// typeAt returns the type that a name in the text stands for.
func (c *Checker) typeAt(tn ast.TypeName, at source.Span) Type {
	ref := c.DB.LookupTypeAt(tn, at.File, at.Start)
	t := c.Of(ref)
	if tn.SetOf {
		return Type{}
	}
	if c.Body && ref.Unknown && !t.IsKnown() && !c.hidden {
		if d := UnknownType(c.DB, tn); !c.typeSomewhere(tn) || !c.Loose && tn.Schema == "" {
			if d.Span.IsZero() {
				d.Span = at
			}
			c.Failed = true
			c.Report.Add(d)
		}
	}
	return t
}

func (c *Checker) cases(n *ast.Case, s *Scope) Type {
	var arg Type
	if n.Arg != nil {
		if arg = c.Expr(n.Arg, s); arg == unknown {
			arg = text
		}
	}
	var results []ast.Node
	for _, w := range n.Whens {
		if n.Arg == nil {
			c.boolean(w.Cond, s, "CASE/WHEN")
		} else {
			eq := ast.Name{Name: "=", Span: w.Cond.Span()}
			c.operator(w.Cond, eq, nil, w.Cond, arg, c.Expr(w.Cond, s))
		}
		results = append(results, w.Result)
	}
	// The ELSE is what counts first.
	if n.Else != nil {
		results = append([]ast.Node{n.Else}, results...)
	}
	return c.commonOf(results, s, "CASE")
}

// commonOf checks expressions that must have a type in common.
func (c *Checker) commonOf(list []ast.Node, s *Scope, what string) Type {
	given := make([]Type, len(list))
	for i, n := range list {
		given[i] = c.Expr(n, s)
	}
	t, bad := c.common(given)
	if bad >= 0 {
		other := given[0]
		if bad == 0 {
			other = t
		} else if t.IsKnown() {
			other = t
		}
		if !c.hidden {
			c.Errorf("type-mismatch", list[bad].Span(), "42804", "cast one of them", "%s types %s and %s cannot be matched", what, c.String(other), c.String(given[bad]))
		}
		return Type{}
	}
	for i, n := range list {
		c.literal(n, given[i], t)
	}
	return t
}

func (c *Checker) list(l *ast.List, s *Scope) (t Type) {
	switch l.Kind {
	case ast.RowList:
		for _, a := range l.Args {
			c.Expr(a, s)
		}
		return record
	case ast.CoalesceList:
		c.unsure(true, func() { t = c.commonOf(l.Args, s, "COALESCE") })
		return t
	case ast.MinMaxList:
		return c.commonOf(l.Args, s, "GREATEST/LEAST")
	case ast.ArrayList:
		if len(l.Args) == 0 {
			c.Errorf("type-mismatch", l.Span(), "42P18", "write ARRAY[]::type[]", "cannot determine type of empty array")
			return Type{}
		}
		if inner, ok := l.Args[0].(*ast.List); ok && inner.Kind == ast.ArrayList {
			var t Type
			for _, a := range l.Args {
				t = c.Expr(a, s)
			}
			return t
		}
		t := c.commonOf(l.Args, s, "ARRAY")
		return c.arrayOf(t)
	}
	for _, a := range l.Args {
		c.Expr(a, s)
	}
	return Type{}
}

func (c *Checker) subLink(n *ast.SubLink, s *Scope) Type {
	out := c.Query(n.Query, s)
	one := func() Type {
		switch {
		case out == nil:
			return Type{}
		case len(out) != 1:
			c.Errorf("subquery-columns", n.Span(), "42601", "", "subquery must return only one column")
			return Type{}
		case out[0].Type == unknown:
			return text
		}
		return out[0].Type
	}
	switch n.Kind {
	case ast.ExistsLink:
		return boolean
	case ast.ScalarLink:
		return one()
	case ast.ArrayLink:
		return c.arrayOf(one())
	}
	name := n.Op
	if name.Name == "" {
		name = ast.Name{Name: "=", Span: n.Span()}
	}
	left := []ast.Node{n.Test}
	if row, ok := n.Test.(*ast.List); ok && row.Kind == ast.RowList {
		left = row.Args
	}
	given := make([]Type, len(left))
	for i, l := range left {
		given[i] = c.Expr(l, s)
	}
	switch {
	case out == nil:
	case len(out) > len(left):
		c.Errorf("subquery-columns", n.Span(), "42601", "", "subquery has too many columns: %d, not %d", len(out), len(left))
	case len(out) < len(left):
		c.Errorf("subquery-columns", n.Span(), "42601", "", "subquery has too few columns: %d, not %d", len(out), len(left))
	default:
		for i, o := range out {
			t := o.Type
			if t == unknown {
				t = text
			}
			c.operator(n, name, left[i], nil, given[i], t)
		}
	}
	return boolean
}

// call resolves a function call.
func (c *Checker) call(n *ast.Call, s *Scope) Type {
	k, _ := c.routine(n, s, "function")
	c.setting(n, k, s)
	c.unit(n, k)
	c.argument(n, k, s)
	c.formats(n, k, s)
	if k.kind == 'a' || n.Agg || n.Over {
		c.grouped(n, s)
	}
	return k.result
}

// procedure checks CALL. Its arguments are also those that the procedure sets,
// which must be variables of PL/pgSQL.
func (c *Checker) procedure(n *ast.Call, s *Scope) {
	k, ok := c.routine(n, s, "procedure")
	f, made := k.owner.(*schema.Function)
	if !ok || !made || n.Named || !c.Body {
		return
	}
	for i, a := range f.Decl.Args {
		if a.Mode != 'o' && a.Mode != 'b' {
			continue
		}
		at := n.Func.Span // of one that is left out, whose default cannot be set
		if i < len(n.Args) {
			at = n.Args[i].Span()
			if _, isRef := n.Args[i].(*ast.ColumnRef); isRef {
				continue
			}
		}
		c.Errorf("no-destination", at, "42601", "write a variable", "procedure parameter %q is an output parameter but corresponding argument is not writable", a.Name)
		return
	}
}

// routine resolves a call of a function, or a procedure, as what says
// (ParseFuncOrColumn and func_get_detail).
func (c *Checker) routine(n *ast.Call, s *Scope, what string) (k candidate, ok bool) {
	none := candidate{}
	if c.Pseudo != nil && n.Func.Schema == "" && c.Pseudo(n.Func.Name) {
		return candidate{result: boolean}, true
	}
	if n.Func.Schema == "" && n.Func.Name == "merge_action" && len(n.Args) == 0 && c.Catalog.Version >= 17 {
		return candidate{result: text}, true
	}
	args := make([]argument, len(n.Args))
	known := true
	for i, a := range n.Args {
		args[i].t = c.Expr(a, s)
		if i < len(n.ArgNames) {
			args[i].name = n.ArgNames[i]
		}
		known = known && args[i].t.IsKnown()
	}
	if n.Star {
		args = nil
	}
	given := make([]Type, len(args))
	for i := range args {
		given[i] = args[i].t // with the shape of a record
		args[i].t.shape = nil
	}
	shaped := slices.Clone(given)
	for i := range given {
		given[i].shape = nil
	}
	name := n.Func
	if name.Span.IsZero() {
		name.Span = n.Span()
	}
	if n.Star {
		if name.Name == "count" {
			return candidate{result: bigint, kind: 'a'}, true
		}
	}
	list, any := c.functions(name, args, n.Variadic, what)
	if n.Agg && len(list) == 0 {
		return none, false // WITHIN GROUP: its arguments stand in two places
	}
	if !known {
		// All candidates may agree on the result.
		for i, k := range list {
			if isPolymorphic(k.result) || i > 0 && k.result != list[0].result {
				return none, false
			}
		}
		if len(list) > 0 {
			k := candidate{result: list[0].result, schema: list[0].schema}
			if slices.ContainsFunc(list, func(o candidate) bool { return o.schema != k.schema }) {
				k.schema = ""
			}
			return k, true
		}
		if !any {
			c.noFunction(n, name, args, false, what)
		}
		return none, false
	}
	if k, ok = exact(given, list); !ok {
		// A type's name is a cast, and a field's one of the row.
		if len(args) == 1 && args[0].name == "" && what == "function" {
			if t := c.typeNamed(name); t.IsKnown() && c.castCall(given[0], t) {
				c.literal(n.Args[0], given[0], t)
				return candidate{result: t}, true
			}
			if f, found := c.Field(shaped[0], name.Name); found && name.Schema == "" {
				return candidate{result: f}, true
			}
		}
		match, maybe := c.matching(given, list)
		switch {
		case maybe:
			return none, false
		case len(match) == 0:
			c.noFunction(n, name, args, any, what)
			return none, false
		case len(match) == 1:
			k = match[0]
		default:
			if k, ok = c.choose(given, match); !ok {
				if !c.hidden {
					c.Errorf("ambiguous-function", n.Func.Span, "42725", "cast an argument", "%s %s(%s) is not unique", what, name.String(), c.World.list(args))
				}
				return none, false
			}
		}
	}
	if c.Body && k.result.name == "trigger" && k.result.def == nil {
		c.Errorf("trigger-call", n.Func.Span, "0A000", "", "trigger functions can only be called as triggers, and %s() is one", name.String())
		return none, false
	}
	if what == "procedure" && k.kind != 'p' {
		c.Errorf("not-a-function", n.Func.Span, "42809", "write PERFORM", "%s(%s) is not a procedure", name.String(), c.World.list(args))
		return none, false
	}
	if what == "function" && k.kind == 'p' {
		c.Errorf("not-a-function", n.Func.Span, "42809", "write CALL", "%s(%s) is a procedure", name.String(), c.World.list(args))
		return none, false
	}
	if (n.Agg || n.Distinct) && k.kind == 'f' {
		c.Errorf("not-a-function", n.Func.Span, "42809", "leave out DISTINCT, ORDER BY and FILTER", "%s(%s) is not an aggregate function", name.String(), c.World.list(args))
		return none, false
	}
	if what == "function" && !n.Agg && !n.Distinct {
		switch {
		case k.kind == 'w' && !n.Over:
			c.Errorf("not-a-function", n.Func.Span, "42809", "write OVER (…)", "window function %s requires an OVER clause", name.String())
			return none, false
		case k.kind == 'f' && n.Over:
			c.Errorf("not-a-function", n.Func.Span, "42809", "leave out OVER", "OVER specified, but %s is not a window function nor an aggregate function", name.String())
			return none, false
		}
	}
	return c.settle(n, k, n.Args, given)
}

// castCall reports whether f(x) is a cast: from a literal, without a function,
// or by output and input between strings and others (func_get_detail).
func (c *Checker) castCall(from, to Type) bool {
	if from == unknown {
		return true
	}
	if c.coerces(from, to, explicit) != ast.Yes {
		return false
	}
	if k := c.Catalog.Casts(from.name, to.name); from.def == nil && to.def == nil && len(k) > 0 && k[0].Method == 'f' {
		return false // a function of that name does it, or none
	}
	return true
}

// jsonSyntax are the constructs of Postgres 17 that look like calls.
var jsonSyntax = map[string]bool{
	"json": true, "json_exists": true, "json_query": true, "json_scalar": true, "json_serialize": true, "json_table": true,
	"json_value": true,
}

func (c *Checker) noFunction(n *ast.Call, name ast.Name, args []argument, any bool, what string) {
	if c.hidden || c.DB.Elsewhere(name.Schema) || c.Loose && c.routineElsewhere(name) {
		return
	}
	if name.Name == "system_user" && c.Catalog.Version < 16 || name.Name == "timezone" && len(args) == 1 && c.Catalog.Version < 17 {
		return // newer syntax, which is told as such
	}
	if c.Catalog.Version >= 17 && name.Schema == "" && jsonSyntax[name.Name] {
		return // newer than the parser, which takes it for a call
	}
	if !any && !c.Names {
		// Functions of no name that is known are left to who checks names, but
		// for those that Postgres cannot have either.
		if name.Schema != "" && name.Schema != "pg_catalog" {
			return
		}
	}
	help := ""
	if any {
		help = "cast the arguments to what it takes"
	} else {
		known := c.routineNames(what)
		if name.Schema == "" { // of that name there is one, but not where it is looked up
			known = slices.DeleteFunc(known, func(known string) bool { return known == name.Name })
		}
		help = diag.DidYouMean(name.Name, known)
	}
	state := "42883"
	if name.Schema != "" && name.Schema != "pg_catalog" && c.DB.Schemas[name.Schema] == nil {
		state = "3F000"
		c.Errorf("no-function", n.Func.Span, state, "", "schema %q does not exist", name.Schema)
		return
	}
	c.Errorf("no-function", n.Func.Span, state, help, "%s %s(%s) does not exist", what, name.String(), c.World.list(args))
}

// other checks what package ast has no node for.
func (c *Checker) other(n *ast.Other, s *Scope) Type {
	switch n.Tag {
	case "A_Indirection":
		return c.indirection(n, s)
	case "CollateClause":
		t := c.Expr(n.Children[0], s)
		c.Collate(n.Name, t, n.Span())
		if t == unknown {
			return text
		}
		return t
	case "NamedArgExpr":
		return c.Expr(n.Children[0], s)
	case "FuncCall": // with FILTER, OVER or ORDER BY
		t := c.Expr(n.Children[0], s)
		for _, child := range n.Children[1:] {
			c.Expr(child, s)
		}
		return t
	case "GroupingFunc":
		return integer
	case "JsonIsPredicate":
		c.Expr(n.Children[0], s)
		return boolean
	}
	for _, child := range n.Children {
		c.Expr(child, s)
	}
	return Type{}
}

// indirection checks (x).field and x[1].
func (c *Checker) indirection(n *ast.Other, s *Scope) Type {
	if len(n.Children) == 0 {
		return Type{}
	}
	t := c.Expr(n.Children[0], s)
	for i, step := range n.Steps {
		for _, bound := range []ast.Node{step.Lower, step.Upper} {
			if bound != nil {
				c.Expr(bound, s)
			}
		}
		switch {
		case !t.IsKnown() || step.Star:
			return Type{}
		case step.Field.Name != "":
			f, ok := c.Field(t, step.Field.Name)
			if ref, isRef := n.Children[0].(*ast.ColumnRef); !ok && i == 0 && isRef && s != nil {
				if it, rest := s.item(ref.Parts); it != nil && len(rest) == 0 && it.System { // a whole row has those of the system
					f, ok = systemColumns[step.Field.Name]
				}
			}
			if !ok {
				c.noField(n, step.Field, t)
				return Type{}
			}
			t = f
		default:
			e, ok := c.Subscript(t, step.Slice)
			if !ok {
				c.Errorf("not-an-array", n.Span(), "42804", "", "cannot subscript type %s because it does not support subscripting", c.String(t))
			}
			t = e
		}
	}
	return t
}

// Subscript returns the type of an element, or of a slice, of a value of type t;
// the zero type if it is not known. It reports whether t can be subscripted.
func (w *World) Subscript(t Type, slice bool) (Type, bool) {
	b := w.base(t)
	entry := w.entry(b)
	switch {
	case b == unknown || entry != nil && entry.Extension != "":
		return Type{}, true
	case entry != nil && b.name == "jsonb":
		return t, true // an element of jsonb is jsonb
	}
	e, ok := w.elementOf(t)
	if entry != nil && entry.Element != "" {
		e, ok = parse(entry.Element), true // a point is no array, and has elements
	}
	if ok && slice {
		e = e.arrayOf()
	}
	return e, ok
}

func (c *Checker) noField(n ast.Node, field ast.Ident, t Type) {
	switch {
	case t == record, t == unknown:
	case c.isComposite(c.base(t)):
		b := c.base(t)
		if rel := b.def.Rel; rel != nil && rel.Open {
			return
		}
		names := make([]string, 0, 8)
		for _, a := range b.def.Attributes() {
			names = append(names, a.Name)
		}
		c.Errorf("unknown-column", field.Span, "42703", diag.DidYouMean(field.Name, names), "column %q not found in data type %s", field.Name, c.String(b))
	default:
		c.Errorf("no-field", field.Span, "42809", "", "column notation .%s applied to type %s, which is not a composite type", field.Name, c.String(t))
	}
}

// routineNames returns the names of functions or, as what says, of procedures.
func (w *World) routineNames(what string) []string {
	var names []string
	for _, s := range w.DB.Schemas {
		for name, list := range s.Functions {
			if slices.ContainsFunc(list, func(f *schema.Function) bool { return f.Decl.Procedure == (what == "procedure") }) {
				names = append(names, name)
			}
		}
	}
	if what == "function" {
		names = append(names, w.Catalog.FunctionNames()...)
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// literal checks a literal that is taken for a value of a type.
func (c *Checker) literal(n ast.Node, from, to Type) {
	if from == unknown {
		c.Frozen(n, to)
	}
	c.Literal(n, from, to)
}

// Literal checks a literal that is assigned to a variable of a type, which
// may be when the statement runs.
func (c *Checker) Literal(n ast.Node, from, to Type) {
	c.emptySetting(n, from, to)
	k, ok := n.(*ast.Const)
	if !ok || from != unknown || k.Kind != ast.StringConst {
		return
	}
	to = c.base(to)
	switch {
	case !to.IsKnown(), to == unknown:
	case c.isEnum(to):
		c.label(k, to, k.Value)
	case to.array && c.isEnum(c.base(to.element())):
		if m := input.Check("text[]", nil, k.Value, c.Catalog.Version); m != nil {
			c.Errorf("bad-literal", k.Span(), m.SQLState, "", "%s", badText(m.Message, k.Value))
		} else if !strings.ContainsAny(k.Value, "\"\\=") { // nothing to unquote
			for _, label := range strings.FieldsFunc(k.Value, func(r rune) bool { return strings.ContainsRune("{}, \t\n", r) }) {
				if !strings.EqualFold(label, "NULL") {
					c.label(k, c.base(to.element()), label)
				}
			}
		}
	case to == Builtin("regclass"):
		c.relationName(k)
	case to == Builtin("regconfig"):
		c.configuration(k)
	case c.isComposite(to):
		c.rowText(k, to)
	case to.def == nil:
		name := to.name
		if to.array {
			name = c.base(to.element()).name + "[]"
		}
		if m := input.Check(name, nil, k.Value, c.Catalog.Version); m != nil {
			help := ""
			if to == boolean {
				help = "write a comparison"
			}
			c.Errorf("bad-literal", k.Span(), m.SQLState, help, "%s", badText(m.Message, k.Value))
		}
	case to.array && c.base(to.element()).def == nil && c.base(to.element()).IsKnown():
		if m := input.Check(c.base(to.element()).name+"[]", nil, k.Value, c.Catalog.Version); m != nil {
			c.Errorf("bad-literal", k.Span(), m.SQLState, "", "%s", badText(m.Message, k.Value))
		}
	}
}

// relationName reports a text that names no relation (regclassin).
func (c *Checker) relationName(k *ast.Const) {
	parts, ok := pgname.Parse(k.Value)
	if !ok || len(parts) > 2 || c.Loose && !c.Body || c.hidden || strings.Trim(k.Value, "0123456789") == "" {
		return
	}
	name := ast.Name{Name: parts[len(parts)-1], Span: k.Span()}
	if len(parts) == 2 {
		name.Schema = parts[0]
	}
	if c.Body {
		if s := name.Schema; s != "" && c.Names && c.DB.Schemas[s] == nil && !c.DB.SystemRelation(name) && !c.DB.Elsewhere(s) && !strings.HasPrefix(s, "pg_") {
			c.Errorf("unknown-schema", k.Span(), "3F000", "", "schema %q does not exist", s)
			return
		}
		c.relation(&ast.Relation{Pos: k.Pos, Name: name}, nil)
		return
	}
	at := k.Span()
	if c.DB.RelationAt(name, at.File, at.Start) == nil && !c.DB.SystemRelation(name) {
		c.noRelation(name, nil)
	}
}

// label reports a text that is no label of an enum.
func (c *Checker) label(k *ast.Const, enum Type, text string) {
	if enum.def.Open || slices.Contains(enum.def.Labels, text) {
		return
	}
	c.Failed = true
	c.Report.Add(EnumLabel(enum.def, text, k.Span()))
}

// badText says what an input function says of a text, as trigc does.
func badText(message, text string) string {
	if t, ok := strings.CutPrefix(message, "invalid input syntax for type "); ok {
		t, _, _ = strings.Cut(t, ":")
		return fmt.Sprintf("text %q is not of type %s", text, t)
	}
	return strings.ToLower(message[:1]) + message[1:]
}
