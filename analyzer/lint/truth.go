package lint

import (
	"math"
	"slices"
	"strconv"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/schema"
)

// Which truth values can a condition have? The answer is never too small: what
// is not understood can be anything.
//
// A test is understood if it compares one operand (a column of a row, or the
// pair of it in OLD and NEW) with constants. It is tried with samples of all
// the operand's values: the labels of an enum, or each constant of the whole
// condition, what is between them, and NULL. Tests under one AND or OR that are
// of the same operand are tried together.

// A truth is a set of truth values.
type truth int

const (
	isTrue truth = 1 << iota
	isFalse
	isNull
	isAny = isTrue | isFalse | isNull
)

func truthOf(b bool) truth {
	if b {
		return isTrue
	}
	return isFalse
}

// not returns the truth of NOT.
func (t truth) not() truth { return t&isNull | t&isTrue<<1 | t&isFalse>>1 }

// An operand is what a test is about.
type operand struct {
	key  string // "old.a", "new.a", "a" for both, "()" for pg_trigger_depth()
	kind operandKind
	col  *schema.Column
}

type operandKind int

const (
	listed operandKind = iota + 1 // an enum, a boolean, or of a CHECK that lists what there is
	text                          // compared for equality
	integer
	opaque // only NULL is known of it
	pair
)

// A value is one of an operand: text, or nil for NULL. Of a pair it is "same",
// "differ", "one" if one of them is NULL, and nil if both are.
type value *string

func known(s string) value { return &s }

// A test is a condition on one operand.
type test struct {
	operand
	of func(value) truth
}

// truths judges one condition.
type truths struct {
	condition
	db     *schema.DB
	values map[string][]value
	consts map[string][]string
}

// judge returns what judges a condition.
func (p *Pass) judge(c condition) *truths {
	t := &truths{condition: c, db: p.DB, values: map[string][]value{}, consts: map[string][]string{}}
	ast.Walk(c.sql.Root, func(n ast.Node) bool {
		t.test(n) // notes the constants
		return true
	})
	return t
}

// of returns the values that a condition can have.
func (t *truths) of(n ast.Node) truth {
	if test, ok := t.test(n); ok {
		var all truth
		for _, v := range t.samples(test.operand) {
			all |= test.of(v)
		}
		return all
	}
	switch n := n.(type) {
	case *ast.Const:
		switch {
		case n.Kind == ast.BoolConst:
			return truthOf(n.Value == "true")
		case n.Kind == ast.NullConst:
			return isNull
		}
	case *ast.Op:
		if a, ok := constant(n.Left); ok && n.Kind == ast.PlainOp {
			if b, ok := constant(n.Right); ok && a.Kind == b.Kind && (a.Kind == ast.IntConst || a.Kind == ast.StringConst) {
				switch n.Name.Name {
				case "=":
					return truthOf(a.Value == b.Value)
				case "<>", "!=":
					return truthOf(a.Value != b.Value)
				}
			}
		}
	case *ast.Bool:
		if n.Op == ast.Not {
			return t.of(n.Args[0]).not()
		}
		// OR is AND of the negations, negated.
		flip := func(v truth) truth { return v }
		if n.Op == ast.Or {
			flip = truth.not
		}
		all, certain := isTrue, false
		for _, a := range n.Args {
			v := flip(t.of(a))
			certain = certain || v == isFalse
			all = and(all, v)
		}
		if !certain && !t.together(n, flip(isTrue)) {
			all &^= isTrue
		}
		if !certain && !t.together(n, flip(isTrue)|isNull) {
			all = isFalse
		}
		return flip(all)
	}
	return isAny
}

// and returns the truth of a AND b.
func and(a, b truth) truth {
	var all truth
	if a&isTrue != 0 {
		all |= b
	}
	if a&isFalse != 0 {
		all |= isFalse
	}
	if a&isNull != 0 {
		all |= b & isFalse
		if b&(isTrue|isNull) != 0 {
			all |= isNull
		}
	}
	return all
}

// together reports whether all that stands under n, an AND or OR, can have one
// of the wanted values at once.
func (t *truths) together(n ast.Node, want truth) bool {
	left := map[string][]value{}
	var narrow func(n ast.Node, want truth)
	narrow = func(n ast.Node, want truth) {
		if test, ok := t.test(n); ok {
			now, seen := left[test.key]
			if !seen {
				now = t.samples(test.operand)
			}
			left[test.key] = slices.DeleteFunc(slices.Clone(now), func(v value) bool { return test.of(v)&want == 0 })
			return
		}
		b, ok := n.(*ast.Bool)
		switch {
		case !ok:
		case b.Op == ast.Not:
			narrow(b.Args[0], want.not())
		case b.Op == ast.And && want&isFalse == 0, b.Op == ast.Or && want&isTrue == 0:
			for _, a := range b.Args {
				narrow(a, want)
			}
		}
	}
	narrow(n, want)
	for _, values := range left {
		if len(values) == 0 {
			return false
		}
	}
	return true
}

// samples returns values that stand for all of an operand.
func (t *truths) samples(o operand) []value {
	if list := t.values[o.key]; list != nil {
		return list
	}
	var list []value
	maybeNull := o.col != nil && t.maybeNull(o)
	switch o.kind {
	case listed:
		for _, s := range t.listed(o) {
			list = append(list, known(s))
		}
	case integer:
		low, high := integerRange(o)
		add := func(n int64) {
			if n >= low && n <= high {
				list = append(list, known(strconv.FormatInt(n, 10)))
			}
		}
		add(low)
		add(high)
		for _, s := range t.consts[o.key] {
			if n, err := strconv.ParseInt(s, 10, 64); err == nil && n > math.MinInt64 && n < math.MaxInt64 {
				add(n - 1)
				add(n)
				add(n + 1)
			}
		}
	case text:
		other := "x"
		for _, s := range t.consts[o.key] {
			list = append(list, known(s))
			other += s // longer than each
		}
		list = append(list, known(other))
	case opaque:
		list = append(list, known("x"))
	case pair:
		list = append(list, known("same"), known("differ"))
		if maybeNull {
			list = append(list, known("one"))
		}
	}
	if maybeNull {
		list = append(list, nil)
	}
	t.values[o.key] = list
	return list
}

// maybeNull reports whether an operand can be NULL, or one of a pair. A column
// that is NOT NULL has been tested for it when the row is written, not before.
func (t *truths) maybeNull(o operand) bool {
	return !o.col.NotNull || t.pairs || t.before && o.key != "old."+o.col.Name
}

// listed returns the values of an operand of which all are known.
func (t *truths) listed(o operand) []string {
	if o.col.Type.IsBoolean() {
		return []string{"true", "false"}
	}
	if enum := o.col.Type.Enum(); enum != nil {
		return enum.Labels
	}
	list, _ := t.allowed(o)
	return list
}

// allowed returns what a CHECK lists for a column, and the CHECK. It has been
// tested when the row is written.
func (t *truths) allowed(o operand) ([]string, *ast.SQL) {
	if o.col.Type.Array > 0 || t.before && o.key != "old."+o.col.Name {
		return nil, nil
	}
	list, at := t.table.Allowed(o.col)
	if at == nil {
		return nil, nil
	}
	return list, &ast.SQL{Span: *at}
}

func integerRange(o operand) (low, high int64) {
	if o.col == nil {
		return 0, math.MaxInt32 // pg_trigger_depth()
	}
	switch o.col.Type.Base().Name {
	case "int2":
		return math.MinInt16, math.MaxInt16
	case "int4":
		return math.MinInt32, math.MaxInt32
	}
	return math.MinInt64, math.MaxInt64
}

// operand returns what a node is about, if that is one operand.
func (t *truths) operand(n ast.Node) (operand, bool) {
	switch n := n.(type) {
	case *ast.Cast: // of varchar, as pg_dump writes it
		if o, ok := t.operand(n.Arg); ok && n.Type.Array == 0 && (n.Type.Name.Name == "text" || n.Type.Name.Name == "varchar") &&
			len(n.Type.Mods) == 0 && (o.kind == text || o.kind == listed && o.col.Type.IsText()) {
			return o, true
		}
	case *ast.ColumnRef:
		row, name := "row", ""
		switch {
		case n.Star:
			return operand{}, false
		case len(n.Parts) == 1:
			name = n.Parts[0].Name
			if name == "old" || name == "new" {
				return operand{}, false
			}
		case len(n.Parts) == 2:
			row, name = n.Parts[0].Name, n.Parts[1].Name
		}
		if c := t.table.Column(name); c != nil && (row == "row" || row == "old" || row == "new") {
			o := operand{key: row + "." + name, col: c}
			o.kind = t.kindOf(o)
			return o, true
		}
	case *ast.Call:
		if n.Func.Name == "pg_trigger_depth" && (n.Func.Schema == "" || n.Func.Schema == "pg_catalog") && len(n.Args) == 0 {
			return operand{key: "()", kind: integer}, true
		}
	}
	return operand{}, false
}

func (t *truths) kindOf(o operand) operandKind {
	typ := o.col.Type
	switch {
	case typ.IsBoolean(), typ.Enum() != nil:
		return listed
	case typ.IsInteger():
		return integer
	case o.col.ExactText():
		if list, _ := t.allowed(o); list != nil {
			return listed
		}
		return text
	}
	return opaque
}

// test returns n as a test of one operand.
func (t *truths) test(n ast.Node) (test, bool) {
	switch n := n.(type) {
	case *ast.ColumnRef:
		if o, ok := t.operand(n); ok && o.col.Type.IsBoolean() {
			return test{o, func(v value) truth { return isTrueValue(v) }}, true
		}
	case *ast.NullTest:
		if o, ok := t.operand(n.Arg); ok {
			return test{o, func(v value) truth { return truthOf((v == nil) != n.Not) }}, true
		}
	case *ast.BoolTest:
		if o, ok := t.operand(n.Arg); ok && o.col != nil && o.col.Type.IsBoolean() {
			return test{o, func(v value) truth { return truthOf(boolTest(n.Test, isTrueValue(v))) }}, true
		}
	case *ast.Call:
		return t.pseudo(n)
	case *ast.Op:
		if n.Left == nil || n.Name.Schema != "" && n.Name.Schema != "pg_catalog" || t.userOperator(n.Name.Name) {
			return test{}, false
		}
		return t.comparison(n)
	}
	return test{}, false
}

func isTrueValue(v value) truth {
	if v == nil {
		return isNull
	}
	return truthOf(*v == "true")
}

// boolTest returns IS [NOT] TRUE, FALSE or UNKNOWN of a value.
func boolTest(word string, v truth) bool {
	switch word {
	case "TRUE":
		return v == isTrue
	case "NOT TRUE":
		return v != isTrue
	case "FALSE":
		return v == isFalse
	case "NOT FALSE":
		return v != isFalse
	case "UNKNOWN":
		return v == isNull
	}
	return v != isNull
}

// userOperator reports whether the schema makes an operator of that name.
func (t *truths) userOperator(name string) bool {
	for _, s := range t.db.Schemas {
		if s.Operators[name] != nil {
			return true
		}
	}
	return false
}

// pseudo returns changed(a) or unchanged(a) as a test of the pair.
func (t *truths) pseudo(n *ast.Call) (test, bool) {
	if n.Func.Schema != "" || len(n.Args) != 1 || !t.update {
		return test{}, false
	}
	changed := n.Func.Name == "changed" || n.Func.Name == "all_changed"
	if !changed && n.Func.Name != "unchanged" && n.Func.Name != "all_unchanged" {
		return test{}, false
	}
	ref, ok := n.Args[0].(*ast.ColumnRef)
	if !ok || len(ref.Parts) != 1 || ref.Star || t.table.Column(ref.Parts[0].Name) == nil {
		return test{}, false
	}
	c := t.table.Column(ref.Parts[0].Name)
	return test{operand{key: c.Name, kind: pair, col: c}, func(v value) truth { return truthOf(differs(v) == changed) }}, true
}

// differs reports whether a pair IS DISTINCT.
func differs(v value) bool { return v != nil && *v != "same" }

// comparison returns a comparison of an operand with constants, with itself,
// or with the same column of the other row.
func (t *truths) comparison(n *ast.Op) (test, bool) {
	left, okLeft := t.operand(n.Left)
	right, okRight := t.operand(n.Right)
	name := n.Name.Name
	switch {
	case okLeft && okRight:
		if left.col == nil || right.col != left.col || left.col.Type.Equality() != ast.Yes {
			return test{}, false
		}
		return compareRows(n, left, right)
	case okRight:
		if n.Kind == ast.PlainOp {
			name = map[string]string{"<": ">", ">": "<", "<=": ">=", ">=": "<="}[name]
			if name == "" {
				name = n.Name.Name
			}
		}
		if n.Kind != ast.PlainOp && n.Kind != ast.DistinctOp && n.Kind != ast.NotDistinct {
			return test{}, false
		}
		if k, ok := constant(n.Left); ok {
			return t.compareConst(n.Kind, name, right, []*ast.Const{k})
		}
	case okLeft:
		if k, ok := constant(n.Right); ok {
			return t.compareConst(n.Kind, name, left, []*ast.Const{k})
		}
		if list, ok := constants(n.Right); ok && (n.Kind == ast.InOp || n.Kind == ast.OpAny && name == "=" || n.Kind == ast.OpAll && name == "<>") {
			return t.compareConst(ast.InOp, name, left, list)
		}
	}
	return test{}, false
}

// compareRows returns a comparison of a column with itself.
func compareRows(n *ast.Op, left, right operand) (test, bool) {
	o := left
	if left.key != right.key {
		o = operand{key: left.col.Name, kind: pair, col: left.col}
	}
	differ := func(v value) bool { return o.kind == pair && differs(v) }
	equal := func(want bool) func(value) truth {
		return func(v value) truth {
			if v == nil || o.kind == pair && *v == "one" {
				return isNull
			}
			return truthOf(differ(v) != want)
		}
	}
	switch {
	case n.Kind == ast.DistinctOp:
		return test{o, func(v value) truth { return truthOf(differ(v)) }}, true
	case n.Kind == ast.NotDistinct:
		return test{o, func(v value) truth { return truthOf(!differ(v)) }}, true
	case n.Kind == ast.PlainOp && n.Name.Name == "=":
		return test{o, equal(true)}, true
	case n.Kind == ast.PlainOp && (n.Name.Name == "<>" || n.Name.Name == "!="):
		return test{o, equal(false)}, true
	}
	return test{}, false
}

// compareConst returns a comparison of an operand with constants.
func (t *truths) compareConst(kind ast.OpKind, op string, o operand, list []*ast.Const) (test, bool) {
	if o.kind == opaque || o.kind == pair {
		return test{}, false
	}
	var texts []string
	for _, k := range list {
		s, ok := o.reads(k)
		if !ok {
			return test{}, false
		}
		texts = append(texts, s)
		if !slices.Contains(t.consts[o.key], s) {
			t.consts[o.key] = append(t.consts[o.key], s)
		}
	}
	first := texts[0]
	var f func(string) bool
	switch {
	case kind == ast.DistinctOp:
		return test{o, func(v value) truth { return truthOf(v == nil || *v != first) }}, true
	case kind == ast.NotDistinct:
		return test{o, func(v value) truth { return truthOf(v != nil && *v == first) }}, true
	case kind == ast.InOp, kind == ast.PlainOp && (op == "=" || op == "<>" || op == "!="):
		f = func(s string) bool { return slices.Contains(texts, s) == (op == "=") }
	case kind == ast.PlainOp && o.kind == integer:
		c, _ := strconv.ParseInt(first, 10, 64)
		compare := map[string]func(n int64) bool{
			"<": func(n int64) bool { return n < c }, "<=": func(n int64) bool { return n <= c },
			">": func(n int64) bool { return n > c }, ">=": func(n int64) bool { return n >= c },
		}[op]
		if compare == nil {
			return test{}, false
		}
		f = func(s string) bool {
			n, err := strconv.ParseInt(s, 10, 64)
			return err == nil && compare(n)
		}
	default:
		return test{}, false
	}
	return test{o, func(v value) truth {
		if v == nil {
			return isNull
		}
		return truthOf(f(*v))
	}}, true
}

// reads returns a constant as the operand's type reads it.
func (o operand) reads(k *ast.Const) (string, bool) {
	switch {
	case o.kind == integer && (k.Kind == ast.IntConst || k.Kind == ast.StringConst):
		n, err := strconv.ParseInt(k.Value, 10, 64)
		return strconv.FormatInt(n, 10), err == nil
	case o.col == nil:
		return "", false
	case o.col.Type.IsBoolean():
		return k.Value, k.Kind == ast.BoolConst
	}
	enum := o.col.Type.Enum()
	return k.Value, k.Kind == ast.StringConst && (enum == nil || slices.Contains(enum.Labels, k.Value))
}

// constant returns a literal, also one that says its type.
func constant(n ast.Node) (*ast.Const, bool) {
	if c, ok := n.(*ast.Cast); ok && c.Type.Array == 0 && len(c.Type.Mods) == 0 {
		n = c.Arg
	}
	k, ok := n.(*ast.Const)
	return k, ok
}

// constants returns the literals of a list.
func constants(n ast.Node) ([]*ast.Const, bool) {
	if c, ok := n.(*ast.Cast); ok { // ARRAY['a'::varchar]::text[]
		n = c.Arg
	}
	l, ok := n.(*ast.List)
	if !ok || l.Kind != ast.InList && l.Kind != ast.ArrayList || len(l.Args) == 0 {
		return nil, false
	}
	var list []*ast.Const
	for _, a := range l.Args {
		k, ok := constant(a)
		if c, again := a.(*ast.Cast); again && !ok {
			k, ok = constant(c.Arg)
		}
		if !ok {
			return nil, false
		}
		list = append(list, k)
	}
	return list, true
}
