package codegen

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/trigc/trigc/internal/ir"
)

// A goState is the Go type of the states of a column. All machines of the
// column share it.
type goState struct {
	table   *goTable
	column  string
	name    string
	integer bool
	values  []string // the states as Go sees them, distinct
	consts  []string // by value
	byState map[string]string
}

// value returns a state as Go sees it: of numbers, 007 is 7.
func (s *goState) value(state string) string {
	if s.integer {
		n, _ := strconv.ParseInt(state, 10, 64)
		return strconv.FormatInt(n, 10)
	}
	return state
}

// constant returns the name of the constant of a state.
func (s *goState) constant(state string) string { return s.byState[s.value(state)] }

// nameStates makes the types of states, sets them in the tables and gives
// them and their constants names. A type that would be called as a table is
// called a State.
func nameStates(tables []*goTable, taken map[string]bool) []*goState {
	var states []*goState
	for _, t := range tables {
		byColumn := map[string]*goState{}
		machines := map[*goState][]*ir.Machine{}
		t.states = make([]*goState, len(t.units))
		for i, u := range t.units {
			m := u.Machine
			if m == nil {
				continue
			}
			s := byColumn[m.Column.Name]
			if s == nil {
				s = &goState{table: t, column: m.Column.Name, integer: true, byState: map[string]string{}}
				byColumn[s.column] = s
				states = append(states, s)
			}
			t.states[i] = s
			machines[s] = append(machines[s], m)
			s.integer = s.integer && m.Integer && allInt64(statesOf(m))
		}
		for s, list := range machines {
			for _, m := range list {
				for _, state := range statesOf(m) {
					v := s.value(state)
					if _, ok := s.byState[v]; !ok {
						s.byState[v] = ""
						s.values = append(s.values, v)
					}
				}
			}
		}
	}

	claims := make([]claim, len(states))
	for i, s := range states {
		name := join(s.table.name, words(s.column))
		if taken[name] {
			name += "State"
		}
		claims[i] = claim{name, s.table.schema + "\x00" + s.table.table + "\x00" + s.column}
	}
	for i, name := range settle(claims, taken) {
		states[i].name = name
	}

	ids := make([]string, len(claims))
	for i, c := range claims {
		ids[i] = c.id
	}
	claims = claims[:0]
	for i, s := range states {
		for _, v := range s.values {
			claims = append(claims, claim{join(s.name, s.words(v)), ids[i] + "\x00" + v})
		}
	}
	names := settle(claims, taken)
	for _, s := range states {
		s.consts, names = names[:len(s.values)], names[len(s.values):]
		for i, v := range s.values {
			s.byState[v] = s.consts[i]
		}
	}
	return states
}

// statesOf returns the states of a machine, those of its transitions and
// initial states among them, some perhaps twice.
func statesOf(m *ir.Machine) []string {
	list := m.States[:len(m.States):len(m.States)]
	for _, t := range m.Transitions {
		if !t.FromAny && !t.FromNull {
			list = append(list, t.From)
		}
		if !t.ToNull {
			list = append(list, t.To)
		}
	}
	return append(list, m.Initial...)
}

func allInt64(states []string) bool {
	for _, s := range states {
		if _, err := strconv.ParseInt(s, 10, 64); err != nil {
			return false
		}
	}
	return true
}

// words returns the words of a state in the name of its constant.
func (s *goState) words(value string) []string {
	switch {
	case value == "":
		return []string{"Empty"}
	case s.integer && strings.HasPrefix(value, "-"):
		return []string{"Minus", value[1:]}
	}
	return words(value)
}

// state prints the type of states and its constants.
func (g *goWriter) state(s *goState) {
	kind := "string"
	if s.integer {
		kind = "int64"
	}
	column := s.table.sqlName() + "." + docName(s.column)
	g.print("\n// ", s.name, " is a state of ", column, ".\ntype ", s.name, " ", kind, "\n")
	if len(s.values) == 0 {
		return
	}
	g.print("\n// The states of ", column, ".\nconst (\n")
	width := 0
	for _, c := range s.consts {
		width = max(width, utf8.RuneCountInString(c))
	}
	for i, c := range s.consts {
		g.print("\t", c)
		g.pad(width - utf8.RuneCountInString(c))
		g.print(" ", s.name, " = ")
		if s.integer {
			g.print(s.values[i])
		} else {
			g.quote(s.values[i])
		}
		g.print("\n")
	}
	g.print(")\n")
}

// machine prints the value of a state machine.
func (g *goWriter) machine(s *goState, m *ir.Machine) {
	g.print("Machine[", s.name, "]{")
	starts := len(m.Initial) > 0 || m.InitialNull
	if len(m.Transitions) == 0 && !starts {
		g.print("}")
		return
	}
	g.print("\n")
	if len(m.Transitions) > 0 {
		g.print("\t\t\ttransitions: []Transition[", s.name, "]{\n")
		for _, t := range m.Transitions {
			g.print("\t\t\t\t{")
			switch {
			case t.FromAny:
				g.print("FromAny: true")
			case t.FromNull:
				g.print("FromNull: true")
			default:
				g.print("From: ", s.constant(t.From))
			}
			if t.ToNull {
				g.print(", ToNull: true")
			} else {
				g.print(", To: ", s.constant(t.To))
			}
			g.print("},\n")
		}
		g.print("\t\t\t},\n")
	}
	if starts {
		g.print("\t\t\tinitial: ")
		if m.InitialNull {
			g.print("    ") // gofmt aligns it with initialNull
		}
		g.print("[]", s.name, "{")
		for i, state := range m.Initial {
			if i > 0 {
				g.print(", ")
			}
			g.print(s.constant(state))
		}
		g.print("},\n")
	}
	if m.InitialNull {
		g.print("\t\t\tinitialNull: true,\n")
	}
	g.print("\t\t}")
}
