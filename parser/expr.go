package parser

import (
	"slices"
	"sort"
	"strings"

	pg "github.com/pganalyze/pg_query_go/v5"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/source"
)

// Postgres's trees have the offset at which a node starts, of an operator the
// operator's own, and no ends. So every node is given the run of tokens that
// it is made of: the union of its children's runs and its own words, widened
// by the parentheses that the tree does not keep.

// offsets maps an offset in the text that was parsed to one in the file.
type offsets func(int) int

// A converter makes trees of package ast from Postgres's. The text that was
// parsed consists of its tokens.
type converter struct {
	file     *source.File
	toks     []token // without comments
	comments []token
	depth    []int // open parentheses before each token; a parenthesis is outside itself
	match    []int // of a bracket the index of the other one, -1 otherwise
	off      offsets
	report   *diag.Report // where DDL is warned of; nil for fragments
	newer    *[]ast.Newer // nil if nobody wants to know
}

// newConverter returns a converter for text of f that was parsed. toks are
// its tokens, in order; off maps offsets of its tree to the file.
func newConverter(f *source.File, toks []token, off offsets) *converter {
	c := &converter{file: f, off: off, toks: make([]token, 0, len(toks))}
	for _, t := range toks {
		if t.isComment() {
			c.comments = append(c.comments, t)
		} else {
			c.toks = append(c.toks, t)
		}
	}
	c.depth, c.match = make([]int, len(c.toks)), make([]int, len(c.toks))
	var open []int
	depth := 0
	for i, t := range c.toks {
		c.match[i] = -1
		switch t.kind {
		case pg.Token_ASCII_40, pg.Token_ASCII_91: // ( [
			open = append(open, i)
		case pg.Token_ASCII_41, pg.Token_ASCII_93: // ) ]
			if len(open) > 0 {
				k := open[len(open)-1]
				open = open[:len(open)-1]
				c.match[i], c.match[k] = k, i
			}
		}
		if t.kind == pg.Token_ASCII_41 {
			depth--
		}
		c.depth[i] = depth
		if t.kind == pg.Token_ASCII_40 {
			depth++
		}
	}
	return c
}

// A run is the tokens from i up to, not including, j. It is empty if nothing
// is known of a node's place.
type run struct{ i, j int }

func (r run) empty() bool { return r.i >= r.j }

// span returns the place of a run, nowhere for an empty one.
func (c *converter) span(r run) source.Span {
	if r.empty() {
		return source.Span{}
	}
	return c.file.At(c.toks[r.i].start, c.toks[r.j-1].end)
}

func (c *converter) pos(r run) ast.Pos { return ast.Pos{At: c.span(r)} }

// text returns a token as written.
func (c *converter) text(i int) string {
	if i < 0 || i >= len(c.toks) {
		return ""
	}
	return c.file.SQL()[c.toks[i].start:c.toks[i].end]
}

// is reports whether token i is one of the words or symbols, case-blind.
func (c *converter) is(i int, words ...string) bool {
	if i < 0 || i >= len(c.toks) {
		return false
	}
	text := c.text(i)
	for _, w := range words {
		if strings.EqualFold(text, w) {
			return true
		}
	}
	return false
}

// kind returns the kind of a token, none outside of the text.
func (c *converter) kind(i int) pg.Token {
	if i < 0 || i >= len(c.toks) {
		return pg.Token_NUL
	}
	return c.toks[i].kind
}

// at returns the token at a location of the tree, or len(toks).
func (c *converter) at(loc int32) int {
	if loc < 0 {
		return len(c.toks)
	}
	return firstAt(c.toks, c.off(int(loc)))
}

// one returns the run of the single token at a location.
func (c *converter) one(loc int32) run {
	i := c.at(loc)
	if i == len(c.toks) {
		return run{}
	}
	return run{i, i + 1}
}

// closing returns the index behind the bracket that closes the one at i, or
// i itself if there is none.
func (c *converter) closing(i int) int {
	if i < len(c.match) && c.match[i] > i {
		return c.match[i] + 1
	}
	return i
}

// union returns the run from the first to the last token of the runs.
func union(runs ...run) run {
	var u run
	for _, r := range runs {
		switch {
		case r.empty():
		case u.empty():
			u = r
		default:
			u = run{min(u.i, r.i), max(u.j, r.j)}
		}
	}
	return u
}

// join returns the union of runs of operands and operators with the
// parentheses around some of them.
func (c *converter) join(runs ...run) run {
	u := union(runs...)
	if u.empty() {
		return u
	}
	level := c.depth[u.i]
	for _, r := range runs {
		if !r.empty() {
			level = min(level, c.depth[r.i])
		}
	}
	return c.widen(u, level)
}

// widen extends a run over the parentheses directly around it until its ends
// are at a level.
func (c *converter) widen(u run, level int) run {
	for u.i > 0 && c.depth[u.i] > level && c.kind(u.i-1) == pg.Token_ASCII_40 {
		u.i--
	}
	for u.j < len(c.toks) && c.depth[u.j-1] > level && c.kind(u.j) == pg.Token_ASCII_41 {
		u.j++
	}
	return u
}

// callRun returns the run of word(…), or of the word alone.
func (c *converter) callRun(i int) run {
	if i >= len(c.toks) {
		return run{}
	}
	return run{i, max(i+1, c.closing(i+1))}
}

// expr converts an expression; nil is nil.
func (c *converter) expr(n *pg.Node) ast.Node {
	node, _ := c.node(n)
	return node
}

// node converts an expression and tells its tokens.
func (c *converter) node(n *pg.Node) (ast.Node, run) {
	if n == nil {
		return nil, run{}
	}
	whole := n
	switch n := n.Node.(type) {
	case nil:
		return nil, run{}
	case *pg.Node_ColumnRef:
		return c.columnRef(n.ColumnRef)
	case *pg.Node_AConst:
		return c.constant(n.AConst)
	case *pg.Node_ParamRef:
		r := c.one(n.ParamRef.Location)
		return &ast.ParamRef{Pos: c.pos(r), Number: int(n.ParamRef.Number)}, r
	case *pg.Node_SetToDefault:
		r := c.one(n.SetToDefault.Location)
		return &ast.Default{Pos: c.pos(r)}, r
	case *pg.Node_FuncCall:
		return c.call(n.FuncCall)
	case *pg.Node_AExpr:
		return c.operator(n.AExpr)
	case *pg.Node_BoolExpr:
		return c.boolean(n.BoolExpr)
	case *pg.Node_NullTest:
		return c.nullTest(n.NullTest)
	case *pg.Node_BooleanTest:
		return c.boolTest(n.BooleanTest)
	case *pg.Node_TypeCast:
		return c.cast(n.TypeCast)
	case *pg.Node_CaseExpr:
		return c.caseExpr(n.CaseExpr)
	case *pg.Node_RowExpr:
		return c.row(n.RowExpr)
	case *pg.Node_AArrayExpr:
		r := c.one(n.AArrayExpr.Location)
		if c.is(r.i, "ARRAY") {
			r.j++
		}
		if k := c.closing(r.j - 1); k > r.j-1 {
			r.j = k
		}
		return c.list(ast.ArrayList, n.AArrayExpr.Elements, r)
	case *pg.Node_CoalesceExpr:
		return c.list(ast.CoalesceList, n.CoalesceExpr.Args, c.callRun(c.at(n.CoalesceExpr.Location)))
	case *pg.Node_MinMaxExpr:
		return c.list(ast.MinMaxList, n.MinMaxExpr.Args, c.callRun(c.at(n.MinMaxExpr.Location)))
	case *pg.Node_SqlvalueFunction:
		return c.value(n.SqlvalueFunction)
	case *pg.Node_SubLink:
		return c.subLink(n.SubLink)
	case *pg.Node_AIndirection:
		return c.indirection(n.AIndirection)
	case *pg.Node_CollateClause:
		arg, r := c.node(n.CollateClause.Arg)
		r = c.join(r, c.collation(n.CollateClause))
		return &ast.Other{Pos: c.pos(r), Tag: "CollateClause", Children: nodes(arg), Name: *c.collationName(n.CollateClause)}, r
	case *pg.Node_NamedArgExpr:
		arg, r := c.node(n.NamedArgExpr.Arg)
		r = c.join(c.one(n.NamedArgExpr.Location), r)
		return &ast.Other{Pos: c.pos(r), Tag: "NamedArgExpr", Children: nodes(arg)}, r
	case *pg.Node_List:
		return c.list(ast.InList, n.List.Items, run{})
	case *pg.Node_RangeVar:
		return c.relation(n.RangeVar)
	case *pg.Node_SelectStmt, *pg.Node_InsertStmt, *pg.Node_UpdateStmt, *pg.Node_DeleteStmt, *pg.Node_MergeStmt:
		return c.statement(held(whole))
	default:
		return c.other(held(whole))
	}
}

func nodes(list ...ast.Node) []ast.Node {
	var kept []ast.Node
	for _, n := range list {
		if n != nil {
			kept = append(kept, n)
		}
	}
	return kept
}

// columnRef converts a.b.c or a.*.
func (c *converter) columnRef(n *pg.ColumnRef) (ast.Node, run) {
	ref := &ast.ColumnRef{}
	i := c.at(n.Location)
	r := run{i, i}
	for _, f := range n.Fields {
		var at source.Span
		if r.j < len(c.toks) {
			at = c.span(run{r.j, r.j + 1})
			r.j++
		}
		switch f := f.Node.(type) {
		case *pg.Node_String_:
			ref.Parts = append(ref.Parts, ast.Ident{Name: f.String_.Sval, Span: at})
		case *pg.Node_AStar:
			ref.Star = true
		}
		if c.is(r.j, ".") {
			r.j++
		}
	}
	if !r.empty() && c.is(r.j-1, ".") { // of what follows the reference
		r.j--
	}
	ref.Pos = c.pos(r)
	return ref, r
}

// constant converts a literal. The grammar folds signs and parentheses into a
// negative number: -(1) is one.
func (c *converter) constant(n *pg.A_Const) (ast.Node, run) {
	r := c.one(n.Location)
	if !r.empty() && c.is(r.i, "-", "+") {
		open := 0
		for c.is(r.j-1, "-", "+", "(") && r.j < len(c.toks) {
			if c.is(r.j-1, "(") {
				open++
			}
			r.j++
		}
		for ; open > 0 && c.is(r.j, ")"); open-- {
			r.j++
		}
	}
	c.number(n, r)
	k := &ast.Const{Pos: c.pos(r)}
	switch v := n.Val.(type) {
	case *pg.A_Const_Ival:
		k.Kind, k.Value = ast.IntConst, itoa(v.Ival.Ival)
	case *pg.A_Const_Fval:
		k.Kind, k.Value = ast.FloatConst, v.Fval.Fval
	case *pg.A_Const_Boolval:
		k.Kind, k.Value = ast.BoolConst, "false"
		if v.Boolval.Boolval {
			k.Value = "true"
		}
	case *pg.A_Const_Sval:
		k.Kind, k.Value = ast.StringConst, v.Sval.Sval
	case *pg.A_Const_Bsval:
		k.Kind, k.Value = ast.BitConst, v.Bsval.Bsval
	default:
		k.Kind = ast.NullConst
	}
	return k, r
}

// call converts a function call. What is not an argument (FILTER, OVER, the
// order of an aggregate) is put beside it, into an Other around both.
func (c *converter) call(n *pg.FuncCall) (ast.Node, run) {
	i := c.at(n.Location)
	if c.is(i, "SYSTEM_USER") && !c.is(i+1, "(") {
		c.needs(run{i, i + 1}, 16, "42703", "SYSTEM_USER", "")
	}
	call := &ast.Call{
		Func: c.name(n.Funcname, run{}), Star: n.AggStar, Distinct: n.AggDistinct, Over: n.Over != nil,
		Agg:   n.AggDistinct || n.AggOrder != nil || n.AggFilter != nil || n.AggWithinGroup,
		Named: n.FuncVariadic, Variadic: n.FuncVariadic,
	}
	var runs []run
	for _, a := range n.Args {
		node, r := c.node(a)
		if named := a.GetNamedArgExpr(); named != nil {
			call.Named = true
			if call.ArgNames == nil {
				call.ArgNames = make([]string, len(n.Args))
			}
			call.ArgNames[len(call.Args)] = named.Name
		}
		call.Args = append(call.Args, node)
		runs = append(runs, r)
	}
	var r run
	switch {
	case i == len(c.toks):
		r = c.join(runs...)
	case n.Funcformat == pg.CoercionForm_COERCE_SQL_SYNTAX || c.is(i, "LIKE", "ILIKE", "SIMILAR", "NOT"):
		r = c.syntaxCall(i, runs)
		call.Func.Span = c.span(run{i, i + 1})
	default:
		name := run{i, i + 1}
		for c.is(name.j, ".") && name.j+1 < len(c.toks) {
			name.j += 2
		}
		call.Func.Span = c.span(name)
		r = run{i, max(name.j, c.closing(name.j))}
		call.ArgSpans = c.argSpans(run{name.j, r.j}, len(call.Args))
		if c.is(r.j, "WITHIN") && c.is(r.j+1, "GROUP") {
			r.j = c.closing(r.j + 2)
		}
		if c.is(r.j, "FILTER") && c.is(r.j+1, "(") {
			r.j = c.closing(r.j + 1)
		}
		if n.Over != nil && c.is(r.j, "OVER") {
			r.j = max(c.closing(r.j+1), r.j+2)
		}
	}
	call.Pos = c.pos(r)
	beside := &inside{c: c}
	for _, o := range n.AggOrder {
		beside.node(o)
	}
	beside.node(n.AggFilter)
	if n.Over != nil {
		beside.message(n.Over.ProtoReflect())
	}
	if beside.nodes == nil {
		return call, r
	}
	return &ast.Other{Pos: call.Pos, Tag: "FuncCall", Children: append([]ast.Node{call}, beside.nodes...)}, r
}

// syntaxCall returns the run of a call that SQL writes as words: EXTRACT(x
// FROM y), x AT TIME ZONE y, x IS NORMALIZED, (a, b) OVERLAPS (c, d).
func (c *converter) syntaxCall(i int, args []run) run {
	word := run{i, i + 1}
	switch {
	case c.is(i, "COLLATION"):
		word.j = c.closing(i + 2)
	case c.is(i, "OVERLAPS"):
		left := run{i - 1, i}
		if k := c.match[i-1]; k >= 0 {
			left.i = k
			if c.is(k-1, "ROW") {
				left.i--
			}
		}
		right := i + 1
		if c.is(right, "ROW") {
			right++
		}
		word = run{left.i, max(right, c.closing(right))}
	case c.is(i, "IS"):
		word.j = c.behindIs(i)
	case c.is(i+1, "(") && !c.is(i, "AT", "LIKE", "ILIKE", "TO", "NOT"):
		word.j = c.closing(i + 1)
	}
	return c.join(append(args, word)...)
}

// behindIs returns the index behind IS [NOT] DOCUMENT, NORMALIZED, JSON ….
func (c *converter) behindIs(i int) int {
	for i++; c.is(i, "NOT", "DOCUMENT", "NFC", "NFD", "NFKC", "NFKD", "NORMALIZED", "JSON", "VALUE", "ARRAY", "OBJECT",
		"SCALAR", "WITH", "WITHOUT", "UNIQUE", "KEYS"); i++ {
	}
	return i
}

// argSpans returns the texts of n arguments in parentheses, or nil if they
// cannot be told apart by their commas.
func (c *converter) argSpans(r run, n int) []source.Span {
	if n == 0 || r.j-r.i < 3 {
		return nil
	}
	var spans []source.Span
	for _, a := range c.split(run{r.i + 1, r.j - 1}) {
		if c.is(a.i, "DISTINCT", "ALL", "VARIADIC") && a.j-a.i > 1 {
			a.i++
		}
		for k := a.i; k < a.j; k++ {
			if c.kind(k) == pg.Token_ORDER && c.depth[k] == c.depth[a.i] && k > a.i {
				a.j = k
			}
		}
		if a.empty() {
			return nil
		}
		spans = append(spans, c.span(a))
		if len(spans) == n {
			break // more commas are those of ORDER BY
		}
	}
	if len(spans) != n {
		return nil
	}
	return spans
}

// split cuts a run at the commas that are not in brackets.
func (c *converter) split(r run) []run {
	var parts []run
	start := r.i
	for k := r.i; k < r.j; k++ {
		if m := c.match[k]; m > k && m < r.j {
			k = m
			continue
		}
		if c.kind(k) == pg.Token_ASCII_44 {
			parts = append(parts, run{start, k})
			start = k + 1
		}
	}
	return append(parts, run{start, r.j})
}

// operator converts all that the grammar makes an A_Expr of.
func (c *converter) operator(n *pg.A_Expr) (ast.Node, run) {
	left, lr := c.node(n.Lexpr)
	right, rr := c.node(n.Rexpr)
	op := run{}
	if i := c.at(n.Location); i < len(c.toks) {
		op = run{i, i + 1}
	}
	o := &ast.Op{Kind: opKind(n.Kind), Name: c.name(n.Name, op), Left: left, Right: right}
	r := c.join(lr, op, rr)
	switch o.Kind {
	case ast.NullIfOp:
		r = c.callRun(op.i)
	case ast.InOp:
		// The list begins behind IN; it may hold parentheses of its own.
		k := op.i
		for c.is(k, "NOT", "IN") {
			k++
		}
		list := run{k, max(k, c.closing(k))}
		if l, ok := right.(*ast.List); ok && !list.empty() {
			l.Pos = c.pos(list)
		}
		r = c.join(lr, op, list)
	case ast.BetweenOp:
		k := op.i
		for c.is(k, "NOT", "BETWEEN", "SYMMETRIC", "ASYMMETRIC") {
			k++
		}
		if l, ok := right.(*ast.List); ok {
			l.Pos = c.pos(run{k, r.j})
		}
	}
	o.Pos = c.pos(r)
	return o, r
}

func opKind(k pg.A_Expr_Kind) ast.OpKind {
	switch k {
	case pg.A_Expr_Kind_AEXPR_OP_ANY:
		return ast.OpAny
	case pg.A_Expr_Kind_AEXPR_OP_ALL:
		return ast.OpAll
	case pg.A_Expr_Kind_AEXPR_DISTINCT:
		return ast.DistinctOp
	case pg.A_Expr_Kind_AEXPR_NOT_DISTINCT:
		return ast.NotDistinct
	case pg.A_Expr_Kind_AEXPR_NULLIF:
		return ast.NullIfOp
	case pg.A_Expr_Kind_AEXPR_IN:
		return ast.InOp
	case pg.A_Expr_Kind_AEXPR_LIKE, pg.A_Expr_Kind_AEXPR_ILIKE, pg.A_Expr_Kind_AEXPR_SIMILAR:
		return ast.LikeOp
	case pg.A_Expr_Kind_AEXPR_BETWEEN, pg.A_Expr_Kind_AEXPR_NOT_BETWEEN, pg.A_Expr_Kind_AEXPR_BETWEEN_SYM,
		pg.A_Expr_Kind_AEXPR_NOT_BETWEEN_SYM:
		return ast.BetweenOp
	}
	return ast.PlainOp
}

// boolean converts AND, OR and NOT.
func (c *converter) boolean(n *pg.BoolExpr) (ast.Node, run) {
	if n.Boolop == pg.BoolExprType_NOT_EXPR {
		arg, r := c.node(n.Args[0])
		r = c.join(c.one(n.Location), r)
		return &ast.Bool{Pos: c.pos(r), Op: ast.Not, Args: []ast.Node{arg}}, r
	}
	b := &ast.Bool{Op: ast.And}
	word := pg.Token_AND
	if n.Boolop == pg.BoolExprType_OR_EXPR {
		b.Op, word = ast.Or, pg.Token_OR
	}
	var runs []run
	c.flatten(n, b, &runs)
	// The word before each arm but the first.
	words := make([]run, 0, len(runs))
	for _, r := range runs[1:] {
		k := r.i - 1
		for c.kind(k) == pg.Token_ASCII_40 {
			k--
		}
		if r.empty() || c.kind(k) != word {
			words = nil
			break
		}
		words = append(words, run{k, k + 1})
	}
	r := c.join(append(words, runs...)...)
	b.Pos = c.pos(r)
	if len(words) == len(runs)-1 {
		for i := range runs {
			arm := r
			if i > 0 {
				arm.i = words[i-1].j
			}
			if i < len(words) {
				arm.j = words[i].i
			}
			b.Arms = append(b.Arms, c.span(c.trim(arm)))
		}
	}
	return b, r
}

// flatten adds the arms of AND or OR, those of nested ones in their place.
func (c *converter) flatten(n *pg.BoolExpr, b *ast.Bool, runs *[]run) {
	for _, a := range n.Args {
		if inner := a.GetBoolExpr(); inner != nil && inner.Boolop == n.Boolop {
			c.flatten(inner, b, runs)
			continue
		}
		node, r := c.node(a)
		b.Args = append(b.Args, node)
		*runs = append(*runs, r)
	}
}

// trim takes off the parentheses at the ends of a run whose match is outside.
func (c *converter) trim(r run) run {
	for r.i < r.j && c.kind(r.i) == pg.Token_ASCII_40 && c.match[r.i] >= r.j {
		r.i++
	}
	for r.i < r.j && c.kind(r.j-1) == pg.Token_ASCII_41 && c.match[r.j-1] < r.i {
		r.j--
	}
	return r
}

func (c *converter) nullTest(n *pg.NullTest) (ast.Node, run) {
	arg, r := c.node(n.Arg)
	words := c.isWords(n.Location)
	r = c.join(r, words)
	return &ast.NullTest{Pos: c.pos(r), Arg: arg, Not: n.Nulltesttype == pg.NullTestType_IS_NOT_NULL}, r
}

func (c *converter) boolTest(n *pg.BooleanTest) (ast.Node, run) {
	arg, r := c.node(n.Arg)
	r = c.join(r, c.isWords(n.Location))
	test := strings.TrimPrefix(n.Booltesttype.String(), "IS_")
	return &ast.BoolTest{Pos: c.pos(r), Arg: arg, Test: strings.ReplaceAll(test, "_", " ")}, r
}

// isWords returns the run of IS [NOT] word, ISNULL or NOTNULL.
func (c *converter) isWords(loc int32) run {
	r := c.one(loc)
	if !r.empty() && c.is(r.i, "IS") {
		if c.is(r.j, "NOT") {
			r.j++
		}
		r.j = min(r.j+1, len(c.toks))
	}
	return r
}

// cast converts CAST(x AS t), x::t and t 'text'.
func (c *converter) cast(n *pg.TypeCast) (ast.Node, run) {
	arg, ar := c.node(n.Arg)
	tn, tr := c.typeName(n.TypeName)
	i := c.at(n.Location)
	var r run
	switch {
	case c.is(i, "AT"): // see older.atLocal
		r = c.join(ar, run{i, i + 2})
		return &ast.Call{
			Pos: c.pos(r), Func: ast.Name{Schema: "pg_catalog", Name: "timezone", Span: c.span(run{i, i + 2})}, Args: nodes(arg),
		}, r
	case c.is(i, "CAST"):
		r = c.callRun(i)
	case i < len(c.toks):
		r = c.join(ar, run{i, i + 1}, tr)
	default:
		r = c.join(ar, tr)
		if tn.Name.Name == "interval" && !ar.empty() && r.j == ar.j {
			r.j = c.fields(r.j)
		}
	}
	return &ast.Cast{Pos: c.pos(r), Arg: arg, Type: tn}, r
}

func (c *converter) caseExpr(n *pg.CaseExpr) (ast.Node, run) {
	e := &ast.Case{}
	r := c.one(n.Location)
	arg, ar := c.node(n.Arg)
	e.Arg = arg
	r = union(r, ar)
	for _, w := range n.Args {
		when := w.GetCaseWhen()
		cond, cr := c.node(when.Expr)
		result, rr := c.node(when.Result)
		e.Whens = append(e.Whens, ast.When{Cond: cond, Result: result})
		r = union(r, cr, rr)
	}
	def, dr := c.node(n.Defresult)
	e.Else = def
	r = union(r, dr)
	for k := r.j; k < len(c.toks) && c.is(k, ")", "END"); k++ {
		if c.kind(k) == pg.Token_END_P {
			r.j = k + 1
			break
		}
	}
	e.Pos = c.pos(r)
	return e, r
}

// row converts ROW(…) and (a, b).
func (c *converter) row(n *pg.RowExpr) (ast.Node, run) {
	i := c.at(n.Location)
	r := run{}
	switch {
	case i == len(c.toks):
	case c.is(i, "ROW"):
		r = c.callRun(i)
	default:
		r = run{i, max(i+1, c.closing(i))}
	}
	return c.list(ast.RowList, n.Args, r)
}

// list converts items; r is the whole, if it is known better than by them.
func (c *converter) list(kind ast.ListKind, items []*pg.Node, r run) (ast.Node, run) {
	l := &ast.List{Kind: kind}
	var runs []run
	for _, it := range items {
		if node, ir := c.node(it); node != nil {
			l.Args = append(l.Args, node)
			runs = append(runs, ir)
		}
	}
	if r.empty() {
		r = c.join(runs...)
	}
	l.Pos = c.pos(r)
	return l, r
}

// value converts current_user and its like.
func (c *converter) value(n *pg.SQLValueFunction) (ast.Node, run) {
	r := c.one(n.Location)
	name := strings.ToLower(strings.TrimPrefix(n.Op.String(), "SVFOP_"))
	if strings.HasSuffix(name, "_n") {
		name = strings.TrimSuffix(name, "_n")
		r.j = max(r.j, c.closing(r.j))
	}
	return &ast.Value{Pos: c.pos(r), Name: name}, r
}

func (c *converter) subLink(n *pg.SubLink) (ast.Node, run) {
	s := &ast.SubLink{Kind: map[pg.SubLinkType]ast.SubLinkKind{
		pg.SubLinkType_EXISTS_SUBLINK: ast.ExistsLink, pg.SubLinkType_ALL_SUBLINK: ast.AllLink,
		pg.SubLinkType_ANY_SUBLINK: ast.AnyLink, pg.SubLinkType_EXPR_SUBLINK: ast.ScalarLink,
		pg.SubLinkType_ARRAY_SUBLINK: ast.ArrayLink,
	}[n.SubLinkType]}
	test, tr := c.node(n.Testexpr)
	s.Test = test
	i := c.at(n.Location)
	if len(n.OperName) > 0 {
		s.Op = c.name(n.OperName, c.one(n.Location))
	}
	k := i
	if c.is(k, "OPERATOR") { // OPERATOR(schema.=) ANY (…)
		k = c.closing(k + 1)
	}
	for k < len(c.toks) && c.kind(k) != pg.Token_ASCII_40 {
		k++
	}
	word := run{}
	if i < len(c.toks) {
		word = run{i, max(i+1, c.closing(k))}
	}
	if s.Kind == ast.ScalarLink {
		s.Width = width(n.Subselect.GetSelectStmt())
	}
	q, qr := c.node(n.Subselect)
	s.Query, _ = q.(*ast.Query)
	if s.Query == nil {
		s.Query = &ast.Query{Kind: ast.OtherQuery, Pos: c.pos(qr), Children: nodes(q)}
	}
	if inner := (run{k + 1, word.j - 1}); !word.empty() && !inner.empty() {
		s.Query.Pos = c.pos(inner)
	}
	r := c.join(tr, word)
	s.Pos = c.pos(r)
	return s, r
}

// width returns how many columns a query gives, 0 for one and -1 if that is
// not known.
func width(n *pg.SelectStmt) int {
	if n == nil {
		return -1
	}
	n = leftmost(n)
	columns := n.TargetList
	if len(n.ValuesLists) > 0 {
		columns = n.ValuesLists[0].GetList().GetItems()
	}
	if slices.ContainsFunc(columns, func(t *pg.Node) bool { return isStar(t.GetResTarget().GetVal()) }) {
		return -1
	}
	if len(columns) == 1 {
		return 0
	}
	return len(columns)
}

// indirection converts (x).field, x[1] and the like.
func (c *converter) indirection(n *pg.A_Indirection) (ast.Node, run) {
	arg, r := c.node(n.Arg)
	o := &ast.Other{Tag: "A_Indirection", Children: nodes(arg)}
	for !r.empty() && c.is(r.j, ")") && c.is(r.i-1, "(") {
		r = run{r.i - 1, r.j + 1}
	}
	for _, item := range n.Indirection {
		step := ast.Access{Star: item.GetAStar() != nil}
		if ix := item.GetAIndices(); ix != nil {
			step.Slice = ix.IsSlice
			step.Lower, step.Upper = c.expr(ix.Lidx), c.expr(ix.Uidx)
			o.Children = append(o.Children, nodes(step.Lower, step.Upper)...)
		}
		if f := item.GetString_(); f != nil {
			step.Field = ast.Ident{Name: f.Sval}
			if c.is(r.j, ".") && r.j+1 < len(c.toks) {
				step.Field.Span = c.span(run{r.j + 1, r.j + 2})
			}
		}
		o.Steps = append(o.Steps, step)
		switch {
		case r.empty():
		case c.is(r.j, "["):
			r.j = c.closing(r.j)
		case c.is(r.j, ".") && r.j+1 < len(c.toks):
			if item == n.Indirection[0] && item.GetString_() != nil {
				o.Field = ast.Ident{Name: item.GetString_().GetSval(), Span: c.span(run{r.j + 1, r.j + 2})}
			}
			r.j += 2
		}
	}
	o.Pos = c.pos(r)
	return o, r
}

// name returns a qualified name; the catalog of a three-part name is left out.
func (c *converter) name(parts []*pg.Node, r run) ast.Name {
	list := stringsOf(parts)
	n := ast.Name{Span: c.span(r)}
	if len(list) > 0 {
		n.Name = list[len(list)-1]
	}
	if len(list) > 1 {
		n.Schema = list[len(list)-2]
	}
	return n
}

// stringsOf returns the values of String nodes.
func stringsOf(list []*pg.Node) []string {
	out := make([]string, 0, len(list))
	for _, n := range list {
		if s := n.GetString_(); s != nil {
			out = append(out, s.Sval)
		}
	}
	return out
}

// nameAt returns the run of a qualified name that begins at token i.
func (c *converter) nameAt(i int) run {
	if i >= len(c.toks) {
		return run{}
	}
	r := run{i, i + 1}
	for c.is(r.j, ".") && r.j+1 < len(c.toks) {
		r.j += 2
	}
	return r
}

// collation returns the run of COLLATE name.
func (c *converter) collation(n *pg.CollateClause) run {
	i := c.at(n.Location)
	if i == len(c.toks) {
		return run{}
	}
	return run{i, max(i+1, c.nameAt(i+1).j)}
}

// typeName converts the name of a type.
func (c *converter) typeName(n *pg.TypeName) (ast.TypeName, run) {
	if n == nil {
		return ast.TypeName{}, run{}
	}
	r := c.typeRun(n)
	t := ast.TypeName{Name: c.name(n.Names, r), Array: len(n.ArrayBounds), SetOf: n.Setof, Pct: n.PctType}
	if t.Pct {
		t.Schema, t.Name.Name = "", strings.Join(stringsOf(n.Names), ".")
	}
	for _, m := range n.Typmods {
		mod, mr := c.node(m)
		switch k, ok := mod.(*ast.Const); {
		case ok && k.Kind == ast.IntConst, mr.empty() && ok:
			t.Mods = append(t.Mods, k.Value)
		default:
			t.Mods = append(t.Mods, c.span(mr).String())
		}
	}
	return t, r
}

// typeRun returns the tokens of a type's name.
func (c *converter) typeRun(n *pg.TypeName) run {
	i := c.at(n.Location)
	if i >= len(c.toks) {
		return run{}
	}
	r := run{i, i + 1}
	take := func(words ...string) bool {
		if c.is(r.j, words...) {
			r.j++
			return true
		}
		return false
	}
	paren := func() {
		if c.is(r.j, "(") {
			r.j = max(r.j, c.closing(r.j))
		}
	}
	switch {
	case c.is(i, "DOUBLE") && c.is(i+1, "PRECISION"):
		r.j++
	case c.is(i, "NATIONAL"):
		take("CHARACTER", "CHAR")
		take("VARYING")
		paren()
	case c.is(i, "CHARACTER", "CHAR", "NCHAR", "BIT"):
		take("VARYING")
		paren()
	case c.is(i, "INTERVAL"):
		paren()
		r.j = c.fields(r.j)
	case c.is(i, "TIME", "TIMESTAMP"):
		paren()
		if c.is(r.j, "WITH", "WITHOUT") && c.is(r.j+1, "TIME") && c.is(r.j+2, "ZONE") {
			r.j += 3
		}
	default:
		r = c.nameAt(i)
		if len(n.Typmods) > 0 || c.is(i, "FLOAT") { // else it is what follows: OF type (…)
			paren()
		}
	}
	if n.PctType && c.is(r.j, "%") && r.j+1 < len(c.toks) {
		r.j += 2
	}
	if len(n.ArrayBounds) > 0 {
		take("ARRAY")
		for range n.ArrayBounds {
			if c.is(r.j, "[") {
				r.j = max(r.j, c.closing(r.j))
			}
		}
	}
	return r
}

// fields returns the index behind the fields of an interval: DAY TO SECOND(3).
func (c *converter) fields(i int) int {
	units := []string{"YEAR", "MONTH", "DAY", "HOUR", "MINUTE", "SECOND"}
	if !c.is(i, units...) {
		return i
	}
	i++
	if c.is(i, "TO") && c.is(i+1, units...) {
		i += 2
	}
	if c.is(i-1, "SECOND") && c.is(i, "(") {
		i = c.closing(i)
	}
	return i
}

// sql returns the expression as a piece of SQL that stands in the tokens r,
// with the comments in it as gaps.
func (c *converter) sql(root ast.Node, r run) *ast.SQL {
	s := &ast.SQL{Span: c.span(r), Root: root}
	i := sort.Search(len(c.comments), func(i int) bool { return c.comments[i].start >= s.Span.Start })
	for ; i < len(c.comments) && c.comments[i].end <= s.Span.End; i++ {
		s.Gaps = append(s.Gaps, c.file.At(c.comments[i].start, c.comments[i].end))
	}
	return s
}
