package kind

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/trigc/trigc/analyzer/expr"
	"github.com/trigc/trigc/analyzer/types"
	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/ir"
	"github.com/trigc/trigc/internal/pgname"
	"github.com/trigc/trigc/internal/schema"
	"github.com/trigc/trigc/internal/source"
)

// fsm lets a column change only along transitions.
var fsm = &Kind{
	Name: "fsm",
	Doc: "Lets a column change only along its transitions; `* -> x` allows x from anywhere, and a value that does not change is no transition. " +
		"INITIAL names the states that a new row can have. A label of an enum, or a value that a CHECK lists, that stands nowhere is warned of. The column can be of any type with equality, and NULL can be a state.",
	Example: "fsm status_flow (status) draft -> published, published -> archived | draft, * -> deleted initial draft",
	Params:  []*ast.Param{fsmColumn, fsmTransitions, fsmInitial},
	Lower:   lowerFSM,
}

var (
	fsmColumn      = &ast.Param{Form: ast.ColumnsForm, Doc: "the column, if the directive does not stand at it"}
	fsmTransitions = &ast.Param{Form: ast.TransitionsForm, Needed: true, Doc: "what can become what"}
	fsmInitial     = &ast.Param{Keyword: "INITIAL", Form: ast.StatesForm, Doc: "the states of a new row"}
)

func lowerFSM(p *Pass) *ir.Unit {
	h, ok := p.header(defaults{
		timings: []ast.Timing{ast.After, ast.Before},
		events:  []ast.Event{ast.Update}, event: []ast.Event{ast.Update},
		levels:     []ast.Level{ast.Row},
		deferrable: true, when: true, raises: true,
	})
	if !ok || !p.rules(h) {
		return nil
	}
	c := p.columnArg(fsmColumn)
	if c == nil {
		return nil
	}
	if !c.Type.HasEquality() {
		p.errorf("no-equality", p.columnSpan(fsmColumn), "42883", "", "type %s of column %q has no equality operator", c.Type, c.Name)
		return nil
	}
	if c.Generated && h.Timing == ast.Before {
		p.errorf("generated-column", p.columnSpan(fsmColumn), "42P17", "leave out BEFORE", "BEFORE triggers see no generated columns of NEW, and %q is one", c.Name)
		return nil
	}
	m := p.machine(c)
	cond := p.condition(&h)
	if p.failed {
		return nil
	}
	p.deadStates()
	p.unusedStates(c)
	u := p.unit("lets " + c.Name + " change only along its transitions" + whenDoc(cond))
	u.Machine = &m.Machine
	row := func(h *ast.Header, cond *expr.Expr, suffix string) *ir.Trigger {
		t := p.trigger(h, suffix)
		var when, tested []string
		if cond != nil {
			when, tested = cond.Split()
		}
		raise := p.fsmRaise(m)
		when = append([]string{expr.CompareColumn(c, true), m.allowed() + " IS NOT TRUE"}, when...)
		rowGuard(t, h, when, tested, raise)
		t.Violation = &ir.Violation{SQLState: raise.SQLState, Column: c.Name}
		return t
	}
	guard := row(&h, cond, "")
	u.Triggers = append(u.Triggers, guard)
	if len(m.Initial) > 0 || m.initialNull {
		u.Triggers = append(u.Triggers, p.fsmInitial(&h, m))
	}
	u.Triggers = append(u.Triggers, p.moved(guard, &h, func(before *ast.Header, suffix string) *ir.Trigger {
		again, ok := p.conditionBefore(before)
		if !ok || c.Generated {
			return nil
		}
		return row(before, again, suffix)
	})...)
	if p.failed {
		return nil
	}
	return u
}

func (p *Pass) fsmInitial(h *ast.Header, m *machine) *ir.Trigger {
	c := m.Column
	insert := *withEvents(*h, ast.EventSpec{Event: ast.Insert, Span: p.Directive.Kind.Span})
	t := p.trigger(&insert, "insert")
	var msg text
	msg.lit("cannot insert ").row(p.Table, insert.Events).lit(" with \"" + c.Name + "\" ").arg(value("NEW", c))
	hint := pgname.Literal("A new row starts with " + strings.Join(quoteStates(m.Initial, m.initialNull), " or ") + ".")
	raise := p.raise(checkViolation, msg.SQL(), "", hint, pgname.Literal(c.Name))
	rowGuard(t, &insert, []string{oneOf("NEW", c, m.Initial, m.initialNull) + " IS NOT TRUE"}, nil, raise)
	t.Violation = &ir.Violation{SQLState: raise.SQLState, Column: c.Name}
	return t
}

func (p *Pass) fsmRaise(m *machine) ir.Raise {
	c := m.Column
	var msg text
	msg.lit("cannot change \""+c.Name+"\" of ").row(p.Table, []ast.EventSpec{{Event: ast.Update}}).
		lit(" from ").arg(value("OLD", c)).lit(" to ").arg(value("NEW", c))
	return p.raise(checkViolation, msg.SQL(), "", m.hint(), pgname.Literal(c.Name))
}

// machine is the state machine while it is lowered: targets by source.
type machine struct {
	ir.Machine
	initialNull bool
	froms       []fsmFrom
}

// fsmFrom is the sources that have the same targets.
type fsmFrom struct {
	any    bool
	states []string
	null   bool
	to     []string
	toNull bool
}

// machine checks the states and gathers the transitions.
func (p *Pass) machine(c *schema.Column) *machine {
	d := p.Directive
	m := &machine{Machine: ir.Machine{Column: c, Integer: c.Type.IsInteger()}}
	state := func(s ast.State) {
		if s.Kind != ast.Literal {
			if s.Kind == ast.NullState && c.NotNull {
				p.warnf("fsm-null", s.Span, "", "column %q is NOT NULL, so this state cannot be", c.Name)
			}
			return
		}
		p.stateValue(c, s)
		if !slices.Contains(m.States, s.Value) {
			m.States = append(m.States, s.Value)
		}
	}
	type pair struct{ from, to string }
	seen := map[pair]source.Span{}
	bySource := map[string]*fsmFrom{}
	var order []string
	for _, t := range d.Arg(fsmTransitions).Transitions {
		state(t.From)
		key := fmt.Sprint(t.From.Kind, t.From.Value)
		f := bySource[key]
		if f == nil {
			f = &fsmFrom{any: t.From.Kind == ast.AnyState, null: t.From.Kind == ast.NullState}
			if t.From.Kind == ast.Literal {
				f.states = []string{t.From.Value}
			}
			bySource[key] = f
			order = append(order, key)
		}
		for _, to := range t.To {
			state(to)
			pr := pair{key, fmt.Sprint(to.Kind, to.Value)}
			if other, dup := seen[pr]; dup {
				p.add(diag.Diagnostic{
					Code: "fsm-duplicate", Severity: diag.Warning, Span: to.Span, Message: "this transition is given twice", Help: "leave it out",
					Related: []diag.Related{{Span: other, Message: "other one"}},
				})
				continue
			}
			seen[pr] = to.Span
			if pr.from == pr.to {
				p.warnf("fsm-self", to.Span, "leave it out", "a state may always stay as it is")
			}
			m.Transitions = append(m.Transitions, ir.Transition{
				From: t.From.Value, To: to.Value, FromAny: f.any, FromNull: f.null, ToNull: to.Kind == ast.NullState,
			})
			if to.Kind == ast.NullState {
				f.toNull = true
			} else {
				f.to = append(f.to, to.Value)
			}
		}
	}
	for _, key := range order {
		m.froms = append(m.froms, *bySource[key])
	}
	if a := d.Arg(fsmInitial); a != nil {
		for _, s := range a.States {
			state(s)
			if s.Kind == ast.NullState {
				m.initialNull, m.InitialNull = true, true
			} else {
				m.Initial = append(m.Initial, s.Value)
			}
		}
	}
	return m
}

// stateValue reports a state that the column's type or a CHECK refuses.
func (p *Pass) stateValue(c *schema.Column, s ast.State) {
	if enum := c.Type.Enum(); enum != nil {
		if !slices.Contains(enum.Labels, s.Value) {
			d := types.EnumLabel(enum, s.Value, s.Span)
			for _, l := range enum.Labels {
				if strings.EqualFold(l, s.Value) {
					d.Help = "write " + pgname.Literal(l)
				}
			}
			p.add(d)
		}
		return
	}
	wrong := func(state, help string) {
		p.errorf("state-type", s.Span, state, help, "state %q is no value of column %q, which is of type %s", s.Value, c.Name, c.Type)
	}
	switch {
	case c.Type.IsInteger():
		bits := map[string]int{"int2": 16, "int4": 32, "int8": 64}[c.Type.Base().Name]
		if _, err := strconv.ParseInt(s.Value, 10, bits); errors.Is(err, strconv.ErrRange) {
			wrong("22003", "")
		} else if err != nil {
			wrong("22P02", "")
		}
		return
	case c.Type.IsNumeric():
		if _, err := strconv.ParseFloat(s.Value, 64); err != nil && !errors.Is(err, strconv.ErrRange) {
			wrong("22P02", "")
		}
		return
	case c.Type.IsBoolean() && !slices.Contains([]string{"true", "false"}, s.Value):
		state := "22P02"
		if expr.IsBoolInput(s.Value) {
			state = "" // another word for it, which messages would not show
		}
		wrong(state, "write true or false")
		return
	}
	if allowed, check := p.Table.Allowed(c); check != nil && !slices.Contains(allowed, s.Value) {
		help := diag.DidYouMean(s.Value, allowed)
		if help == "" {
			help = "it allows " + strings.Join(quoteStates(allowed, false), ", ")
		}
		for _, v := range allowed {
			if strings.EqualFold(v, s.Value) {
				help = "write " + pgname.Literal(v)
			}
		}
		p.add(diag.Diagnostic{
			Code: "state-check", Severity: diag.Error, Span: s.Span, SQLState: "23514",
			Message: fmt.Sprintf("a CHECK of column %q does not allow state %q", c.Name, s.Value), Help: help,
			Related: []diag.Related{{Span: *check, Message: "CHECK declared here"}},
		})
	}
}

// unusedStates warns of labels of the enum, or values that a CHECK lists, that
// stand nowhere in the directive: no row can come to them by an UPDATE.
func (p *Pass) unusedStates(c *schema.Column) {
	all, where := []string(nil), source.Span{}
	what := "CHECK declared here"
	if enum := c.Type.Enum(); enum != nil {
		all, where, what = enum.Labels, enum.Decl, "type declared here"
	} else if allowed, check := p.Table.Allowed(c); check != nil {
		all, where = allowed, *check
	}
	used := map[string]bool{}
	for _, a := range p.Directive.Args {
		for _, t := range a.Transitions {
			used[t.From.Value] = true
			for _, to := range t.To {
				used[to.Value] = true
			}
		}
		for _, s := range a.States {
			used[s.Value] = true
		}
	}
	var unused []string
	for _, v := range all {
		if !used[v] {
			unused = append(unused, fmt.Sprintf("%q", v))
		}
	}
	if len(unused) == 0 {
		return
	}
	noun := "state "
	if len(unused) > 1 {
		noun = "states "
	}
	p.add(diag.Diagnostic{
		Code: "fsm-unused-state", Severity: diag.Warning, Span: p.columnSpan(fsmColumn),
		Message: "no transition has " + noun + strings.Join(unused, ", ") + " of column \"" + c.Name + "\"",
		Help:    "add transitions, or name it after INITIAL if rows only start there",
		Related: related(where, what),
	})
}

// deadStates warns of states that no row can reach.
func (p *Pass) deadStates() {
	d := p.Directive
	initial := d.Arg(fsmInitial)
	if initial == nil {
		return // rows may start anywhere
	}
	type mark struct {
		state   ast.State
		reached bool
	}
	states := map[string]*mark{}
	var order []string
	at := func(s ast.State) *mark {
		key := fmt.Sprint(s.Kind, s.Value)
		if states[key] == nil {
			states[key] = &mark{state: s}
			order = append(order, key)
		}
		return states[key]
	}
	for _, s := range initial.States {
		at(s).reached = true
	}
	transitions := d.Arg(fsmTransitions).Transitions
	for changed := true; changed; {
		changed = false
		for _, t := range transitions {
			from := t.From.Kind == ast.AnyState || at(t.From).reached
			for _, to := range t.To {
				if m := at(to); from && !m.reached {
					m.reached, changed = true, true
				}
			}
		}
	}
	for _, key := range order {
		if m := states[key]; !m.reached {
			name := m.state.Value
			if m.state.Kind == ast.NullState {
				name = "NULL"
			}
			p.warnf("fsm-unreachable", m.state.Span, "add a transition to it, or name it after INITIAL", "no row can ever come to state %q", name)
		}
	}
}

// allowed renders the test for an allowed transition; it is NULL where a
// comparison with NULL decides nothing.
func (m *machine) allowed() string {
	var arms []string
	for _, f := range m.froms {
		to := oneOf("NEW", m.Column, f.to, f.toNull)
		if f.any {
			arms = append(arms, to)
			continue
		}
		arms = append(arms, oneOf("OLD", m.Column, f.states, f.null)+" AND "+to)
	}
	return "(" + strings.Join(arms, " OR ") + ")"
}

// oneOf renders that a row's column has one of some states.
func oneOf(row string, c *schema.Column, states []string, null bool) string {
	value := expr.Value(row, c)
	lits := make([]string, len(states))
	for i, s := range states {
		lits[i] = pgname.Literal(s)
	}
	test := ""
	switch eq := c.Type.Equals(); {
	case len(lits) == 0:
		return value + " IS NULL"
	case len(lits) == 1:
		test = value + " " + eq + " " + lits[0]
	case eq == "=":
		test = value + " IN (" + strings.Join(lits, ", ") + ")"
	default:
		test = value + " " + eq + " ANY (ARRAY[" + strings.Join(lits, ", ") + "]::" + c.Type.Foreign().SQL() + "[])"
	}
	if null {
		return "(" + test + " OR " + value + " IS NULL)"
	}
	return test
}

// hint tells where the row could have gone.
func (m *machine) hint() string {
	var any []string
	anyNull := false
	for _, f := range m.froms {
		if f.any {
			any, anyNull = append(any, f.to...), anyNull || f.toNull
		}
	}
	var b strings.Builder
	b.WriteString("CASE")
	arms := 0
	for _, f := range m.froms {
		if f.any {
			continue
		}
		arms++
		to := quoteStates(append(slices.Clone(f.to), any...), f.toNull || anyNull)
		slices.Sort(to)
		b.WriteString(" WHEN " + oneOf("OLD", m.Column, f.states, f.null) + " THEN " +
			pgname.Literal("From here it can go to "+strings.Join(slices.Compact(to), ", ")+"."))
	}
	rest := pgname.Literal("From here it can go nowhere.")
	if len(any) > 0 || anyNull {
		rest = pgname.Literal("From here it can go to " + strings.Join(quoteStates(any, anyNull), ", ") + ".")
	}
	if arms == 0 {
		return rest
	}
	return b.String() + " ELSE " + rest + " END"
}

func quoteStates(states []string, null bool) []string {
	list := make([]string, len(states), len(states)+1)
	for i, s := range states {
		list[i] = pgname.Literal(s)
	}
	if null {
		list = append(list, "NULL")
	}
	return list
}
