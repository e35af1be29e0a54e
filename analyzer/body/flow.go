package body

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/pgname"
	"github.com/trigc/trigc/internal/source"
)

// outcome is whether what stands behind a statement runs.
type outcome int

const (
	goesOn  outcome = iota // always
	mayStop                // unless it returns or raises, by what the data say
	stops                  // never
)

// flow tells whether a statement ends the function. Branches that the trigger
// rules out do not count.
func (c *checker) flow(s ast.PLStmt) outcome {
	switch s := s.(type) {
	case *ast.Return:
		return stops
	case *ast.Raise:
		if s.Level == "" || s.Level == "EXCEPTION" {
			return stops
		}
	case *ast.Block:
		o := c.flowOf(s.Stmts)
		for _, h := range s.Handlers {
			if h := c.flowOf(h.Stmts); h != o {
				o = mayStop
			}
		}
		return o
	case *ast.If:
		return c.flowOfArms(nil, s.Arms, s.Else, s.HasElse)
	case *ast.CaseStmt:
		// Without ELSE a CASE that finds nothing is an error (20000).
		if !s.HasElse {
			all := stops
			for _, a := range s.Arms {
				d := c.decideArm(s.Arg, a)
				if d.is(true) && all == stops {
					return c.flowOf(a.Stmts)
				}
				if !d.is(false) && c.flowOf(a.Stmts) != stops {
					all = mayStop
				}
			}
			return all
		}
		return c.flowOfArms(s.Arg, s.Arms, s.Else, true)
	case *ast.Loop:
		if !exits(s.Body) {
			return stops
		}
		return loopFlow(c.flowOf(s.Body))
	case *ast.While:
		if c.decide(s.Cond.Root).is(true) && !exits(s.Body) {
			return stops
		}
		return loopFlow(c.flowOf(s.Body))
	case *ast.ForInteger:
		if runs(s) && !exits(s.Body) {
			return c.flowOf(s.Body)
		}
		return loopFlow(c.flowOf(s.Body))
	case *ast.ForQuery:
		return loopFlow(c.flowOf(s.Body))
	case *ast.ForExecute:
		return loopFlow(c.flowOf(s.Body))
	case *ast.ForCursor:
		return loopFlow(c.flowOf(s.Body))
	case *ast.Foreach:
		return loopFlow(c.flowOf(s.Body))
	}
	return goesOn
}

// runs reports whether the body of a loop is executed once or more, whatever
// the data.
func runs(s *ast.ForInteger) bool {
	from, to := bound(s.Lower), bound(s.Upper)
	return from != nil && to != nil && (s.Reverse && *from >= *to || !s.Reverse && *from <= *to)
}

// bound returns a bound of FOR that is a number, or nil.
func bound(s *ast.SQL) *int {
	n, sign := s.Root, 1
	if op, ok := n.(*ast.Op); ok && op.Kind == ast.PlainOp && op.Left == nil && op.Name.Name == "-" {
		n, sign = op.Right, -1
	}
	if k, ok := n.(*ast.Const); ok && k.Kind == ast.IntConst {
		if v, err := strconv.Atoi(k.Value); err == nil {
			v *= sign
			return &v
		}
	}
	return nil
}

func loopFlow(o outcome) outcome {
	if o == goesOn {
		return goesOn
	}
	return mayStop
}

// exits reports whether a loop may be left: by an EXIT in it.
func exits(list []ast.PLStmt) bool {
	found := false
	walk(list, func(s ast.PLStmt) {
		if e, ok := s.(*ast.Exit); ok && !e.Continue {
			found = true
		}
	})
	return found
}

func (c *checker) flowOf(list []ast.PLStmt) outcome {
	result := goesOn
	for _, s := range list {
		switch c.flow(s) {
		case stops:
			return stops
		case mayStop:
			result = mayStop
		}
		if _, ok := s.(*ast.Exit); ok {
			return mayStop
		}
	}
	return result
}

// flowOfArms is flow of IF, or of a CASE with the operand arg, nil if it has none.
func (c *checker) flowOfArms(arg *ast.SQL, arms []ast.Arm, otherwise []ast.PLStmt, hasElse bool) outcome {
	var outcomes []outcome
	for _, a := range arms {
		d := c.decideArm(arg, a)
		if d.is(false) {
			continue
		}
		outcomes = append(outcomes, c.flowOf(a.Stmts))
		if d.is(true) {
			return combine(outcomes)
		}
	}
	if !hasElse && c.exhaustive(arms) {
		return combine(outcomes)
	}
	return combine(append(outcomes, c.flowOf(otherwise)))
}

func combine(list []outcome) outcome {
	if len(list) == 0 {
		return goesOn
	}
	first := list[0]
	for _, o := range list[1:] {
		if o != first {
			return mayStop
		}
	}
	return first
}

// exhaustive reports whether conditions on TG_OP cover all events of the
// trigger.
func (c *checker) exhaustive(arms []ast.Arm) bool {
	for _, e := range c.trigger.Events {
		one, trigger := *c, *c.trigger
		one.trigger, trigger.Events = &trigger, []ast.Event{e}
		if len(c.fixed) > 0 {
			one.fixed = one.settled(c.body)
		}
		if !slices.ContainsFunc(arms, func(a ast.Arm) bool { return one.decide(a.Cond.Root).is(true) }) {
			return false
		}
	}
	return len(arms) > 0
}

// ends reports a body whose end can be reached without RETURN.
func (c *checker) ends(b *ast.Block, how likelihood) {
	o := c.flow(b)
	if o == stops {
		return
	}
	at := b.Span()
	end := at
	if i := strings.LastIndex(strings.ToUpper(at.String()), "END"); i >= 0 {
		end = at.File.At(at.Start+i, at.Start+i+len("END"))
	}
	if o == mayStop && !c.loopsOnly(b.Stmts) {
		how = min(how, perhaps)
	}
	help := "write RETURN NEW"
	if c.trigger.Timing == ast.After || c.trigger.Level == ast.Statement {
		help = "write RETURN NULL"
	}
	c.errorf("missing-return", how, end, "2F005", help, "control reached end of trigger procedure without RETURN")
}

// loopsOnly reports whether all that returns is in loops, which may run zero
// times.
func (c *checker) loopsOnly(list []ast.PLStmt) bool {
	for _, s := range list {
		switch s := s.(type) {
		case *ast.ForInteger:
			if runs(s) && c.flow(s) != goesOn {
				return false
			}
		case *ast.ForQuery, *ast.ForExecute, *ast.ForCursor, *ast.Foreach, *ast.While:
		case *ast.Block:
			if len(s.Handlers) > 0 || !c.loopsOnly(s.Stmts) {
				return false
			}
		default:
			if c.flow(s) != goesOn {
				return false
			}
		}
	}
	return true
}

// A decision is what a condition comes to for every firing of the trigger, if
// that can be told.
type decision struct{ known, value bool }

func (d decision) is(v bool) bool { return d.known && d.value == v }

// decide evaluates a condition on what the trigger is for: TG_OP, TG_WHEN,
// TG_LEVEL, TG_TABLE_NAME, TG_TABLE_SCHEMA, TG_NAME, TG_NARGS, TG_ARGV[n].
func (c *checker) decide(n ast.Node) decision {
	switch n := n.(type) {
	case *ast.Const:
		if n.Kind == ast.BoolConst {
			return decision{true, n.Value == "true"}
		}
	case *ast.Bool:
		switch n.Op {
		case ast.Not:
			d := c.decide(n.Args[0])
			return decision{d.known, !d.value}
		case ast.And, ast.Or:
			one, all := n.Op == ast.Or, true // one such argument is enough
			for _, a := range n.Args {
				d := c.decide(a)
				if d.is(one) {
					return d
				}
				all = all && d.known
			}
			return decision{all, !one}
		}
	case *ast.Op:
		values := c.special(n.Left)
		if values == nil {
			return decision{}
		}
		var list []ast.Node
		negate := false
		switch {
		case n.Kind == ast.PlainOp && (n.Name.Name == "=" || n.Name.Name == "<>" || n.Name.Name == "!="):
			list, negate = []ast.Node{n.Right}, n.Name.Name != "="
		case n.Kind == ast.InOp:
			if l, ok := n.Right.(*ast.List); ok {
				list, negate = l.Args, n.Name.Name == "<>"
			}
		}
		if n.Kind == ast.PlainOp || n.Kind == ast.LikeOp {
			if d := matches(values, n.Name.Name, n.Right); d.known {
				return d
			}
		}
		if n.Kind == ast.PlainOp && len(values) == 1 {
			if d := number(values[0], n.Name.Name, n.Right); d.known {
				return d
			}
		}
		if list == nil {
			return decision{}
		}
		if d := among(values, list); d.known {
			return decision{true, d.value != negate}
		}
	}
	return decision{}
}

// decideArm is decide of an arm of IF, or of a CASE with the operand arg, nil if
// it has none.
func (c *checker) decideArm(arg *ast.SQL, a ast.Arm) decision {
	if arg == nil {
		return c.decide(a.Cond.Root)
	}
	values := c.special(arg.Root)
	if values == nil {
		return decision{}
	}
	list := []ast.Node{a.Cond.Root}
	if q, ok := a.Cond.Root.(*ast.Query); ok { // WHEN a, b
		if q.Clauses == nil {
			return decision{}
		}
		list = nil
		for _, o := range q.Clauses.Targets {
			list = append(list, o.Expr)
		}
	}
	return among(values, list)
}

// among decides whether each of the values is in a list of literals.
func among(values []string, list []ast.Node) decision {
	hits := 0
	for _, v := range values {
		for _, r := range list {
			k, ok := r.(*ast.Const)
			if !ok || k.Kind != ast.StringConst && k.Kind != ast.IntConst {
				return decision{}
			}
			if k.Value == v {
				hits++
				break
			}
		}
	}
	switch hits {
	case 0:
		return decision{true, false}
	case len(values):
		return decision{true, true}
	}
	return decision{}
}

// simpleRegexp matches the regular expressions that mean the same to Go.
var simpleRegexp = regexp.MustCompile(`^[\pL\pN_^$|.()]*$`)

// matches decides whether each of the values matches a pattern of LIKE or of ~.
func matches(values []string, op string, pattern ast.Node) decision {
	k, ok := pattern.(*ast.Const)
	if !ok || k.Kind != ast.StringConst {
		return decision{}
	}
	plain, negate := strings.CutPrefix(op, "!")
	plain, fold := strings.CutSuffix(plain, "*")
	text := k.Value
	switch {
	case plain == "~" && simpleRegexp.MatchString(text):
	case plain == "~~" && !strings.Contains(text, `\`):
		text = "^" + strings.NewReplacer("%", "(?s:.*)", "_", "(?s:.)").Replace(regexp.QuoteMeta(text)) + "$"
	default:
		return decision{}
	}
	if fold {
		text = "(?i)" + text
	}
	re, err := regexp.Compile(text)
	if err != nil {
		return decision{}
	}
	hits := 0
	for _, v := range values {
		if re.MatchString(v) {
			hits++
		}
	}
	if hits > 0 && hits < len(values) {
		return decision{}
	}
	return decision{true, (hits > 0) != negate}
}

// number compares a number of the trigger's with a literal.
func number(value, op string, n ast.Node) decision {
	k, ok := n.(*ast.Const)
	if !ok || k.Kind != ast.IntConst {
		return decision{}
	}
	a, errA := strconv.Atoi(value)
	b, errB := strconv.Atoi(k.Value)
	if errA != nil || errB != nil {
		return decision{}
	}
	switch op {
	case "=":
		return decision{true, a == b}
	case "<>", "!=":
		return decision{true, a != b}
	case "<":
		return decision{true, a < b}
	case ">":
		return decision{true, a > b}
	case "<=":
		return decision{true, a <= b}
	case ">=":
		return decision{true, a >= b}
	}
	return decision{}
}

// special returns the values that a variable of the trigger can have, nil if
// that is not known.
func (c *checker) special(n ast.Node) []string {
	if cast, ok := n.(*ast.Cast); ok {
		n = cast.Arg
	}
	if call, ok := n.(*ast.Call); ok && len(call.Args) == 1 && (call.Func.Name == "lower" || call.Func.Name == "upper") {
		values := c.special(call.Args[0])
		out := make([]string, len(values))
		for i, v := range values {
			if out[i] = strings.ToLower(v); call.Func.Name == "upper" {
				out[i] = strings.ToUpper(v)
			}
		}
		if values == nil {
			return nil
		}
		return out
	}
	if at, ok := n.(*ast.Other); ok && at.Tag == "A_Indirection" && len(at.Steps) == 1 {
		ref, isRef := at.Children[0].(*ast.ColumnRef)
		k, isConst := at.Steps[0].Upper.(*ast.Const)
		if isRef && isConst && len(ref.Parts) == 1 && ref.Parts[0].Name == "tg_argv" && k.Kind == ast.IntConst {
			if i, err := strconv.Atoi(k.Value); err == nil && i >= 0 && i < len(c.trigger.Args) {
				return []string{c.trigger.Args[i]}
			}
		}
		return nil
	}
	ref, ok := n.(*ast.ColumnRef)
	if !ok || len(ref.Parts) != 1 || ref.Star {
		return nil
	}
	if v, _ := c.names.lookup(ref.Parts); v != nil && v.name != ref.Parts[0].Name {
		return nil
	}
	if k, ok := c.fixed[ref.Parts[0].Name]; ok && ref.At.File == k.file && ref.At.Start >= k.from {
		return k.values
	}
	t := c.trigger
	switch ref.Parts[0].Name {
	case "tg_op":
		var list []string
		for _, e := range t.Events {
			list = append(list, e.String())
		}
		return list
	case "tg_when":
		return []string{t.Timing.String()}
	case "tg_level":
		return []string{t.Level.String()}
	case "tg_table_name", "tg_relname":
		if t.Table.Kind == ast.PartitionedTable && t.Level == ast.Row {
			return nil // of a row the name is that of its partition
		}
		return []string{t.Table.Name}
	case "tg_table_schema":
		if t.Table.Kind == ast.PartitionedTable && t.Level == ast.Row && len(t.Table.Children) > 0 {
			return nil
		}
		return []string{t.Table.Schema}
	case "tg_name":
		return []string{t.Name}
	case "tg_nargs":
		return []string{strconv.Itoa(len(t.Args))}
	}
	return nil
}

// fixed is what a variable is set to, and from where on.
type fixed struct {
	values []string
	file   *source.File
	from   int
}

// settled finds the variables of a body that are set once, before anything else
// can be done: where they are declared, or by a statement of the outermost block.
// Their types are texts, so that they have the value as it is.
func (c *checker) settled(b *ast.Block) map[string]fixed {
	texts, times := map[string]bool{}, map[string]int{}
	for _, d := range b.Decls {
		if t := d.Type; t != nil && t.Of == ast.PlainType && len(t.Name.Mods) == 0 && t.Name.Array == 0 && slices.Contains([]string{"text", "varchar", "name"}, t.Name.Name.Name) {
			texts[d.Name.Name] = true
		}
	}
	opaque := false
	ast.WalkStmt(b, func(s ast.PLStmt) {
		for _, v := range targets(s) {
			times[v.Names[len(v.Names)-1].Name]++
			times[v.Names[0].Name]++
		}
		switch s := s.(type) {
		case *ast.Block:
			for _, d := range s.Decls {
				if d.Default != nil {
					times[d.Name.Name] += 2
				}
				if s != b { // another of that name
					times[d.Name.Name] += 3
				}
				opaque = opaque || d.Alias != nil
			}
		case *ast.ForInteger:
			times[s.Var.Name] += 3
		case *ast.ForCursor:
			times[s.Var.Name] += 3
		case *ast.ExecSQL:
			opaque = opaque || firstWord(s.SQL.Span.String()) == "CALL"
		}
	})
	if opaque {
		return nil
	}
	set := map[string]fixed{}
	note := func(name string, value *ast.SQL) bool {
		if value == nil || !texts[name] || times[name] != 2 {
			return false
		}
		values := c.specialIn(set, value.Root)
		if values == nil || slices.ContainsFunc(values, func(v string) bool { return len(v) > pgname.MaxLen }) { // a name is cut
			return false
		}
		set[name] = fixed{values, value.Span.File, value.Span.End}
		return true
	}
	for _, d := range b.Decls {
		note(d.Name.Name, d.Default)
	}
	for _, s := range b.Stmts {
		a, ok := s.(*ast.Assign)
		if ok = ok && len(a.Target.Names) == 1 && len(a.Target.Steps) == 0; ok {
			ok = note(a.Target.Names[0].Name, a.Value)
		}
		if !ok && len(b.Handlers) > 0 {
			break // a handler may run where this was not come to
		}
	}
	return set
}

// specialIn is special where variables are set so far.
func (c *checker) specialIn(set map[string]fixed, n ast.Node) []string {
	one := *c
	one.fixed = set
	return one.special(n)
}
