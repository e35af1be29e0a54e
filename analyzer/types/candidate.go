package types

import (
	"slices"

	"github.com/trigc/trigc/internal/ast"
)

// A candidate is a function or operator that a call may mean.
type candidate struct {
	schema  string // where it is: "pg_catalog" or one of the user's
	args    []Type // as many as the call has, VARIADIC and defaults reckoned in
	result  Type
	kind    byte // as prokind
	set     bool
	nvar    int // arguments that VARIADIC took, 0 if none
	ndef    int // arguments that have their defaults
	owner   any // *catalog.Function, *schema.Function …
	outputs []Output
}

// An Output is a column of what a function returns.
type Output struct {
	Name string
	Type Type
	// Collation is that of a column that declares one; "" is the default, or not
	// known.
	Collation string
}

// matching returns the candidates whose arguments the given types can be
// coerced to (func_match_argtypes); maybe is set if that is not known of one.
func (w *World) matching(given []Type, list []candidate) (match []candidate, maybe bool) {
	for _, c := range list {
		switch w.canCoerce(given, c.args) {
		case ast.Yes:
			match = append(match, c)
		case 0:
			maybe = true
		}
	}
	return match, maybe
}

// canCoerce is can_coerce_type for lists of types.
func (w *World) canCoerce(given, declared []Type) ast.Tri {
	result := ast.Yes
	generic := false
	for i, d := range declared {
		if isPolymorphic(d) {
			generic = true
			continue
		}
		switch w.coerces(given[i], d, implicit) {
		case ast.No:
			return ast.No
		case 0:
			result = 0
		}
	}
	if generic {
		switch w.consistent(given, declared) {
		case ast.No:
			return ast.No
		case 0:
			return 0
		}
	}
	return result
}

// choose picks among candidates that all take the given types
// (func_select_candidate; manual, sections 10.2 and 10.3). It reports false if
// none is better than the others.
func (w *World) choose(given []Type, list []candidate) (candidate, bool) {
	input := make([]Type, len(given))
	literals := 0
	for i, t := range given {
		input[i] = t
		if t == unknown {
			literals++
		} else {
			input[i] = w.base(t)
		}
	}
	// Most exact matches on known types.
	list = best(list, func(c candidate) int {
		n := 0
		for i, t := range input {
			if t != unknown && c.args[i] == t {
				n++
			}
		}
		return n
	})
	if len(list) == 1 {
		return list[0], true
	}
	// Most exact matches or preferred types, where coercion is needed.
	list = best(list, func(c candidate) int {
		n := 0
		for i, t := range input {
			if t != unknown && (c.args[i] == t || w.category(c.args[i]) == w.category(t) && w.preferred(c.args[i])) {
				n++
			}
		}
		return n
	})
	if len(list) == 1 {
		return list[0], true
	}
	if literals == 0 {
		return candidate{}, false
	}
	// By the category of the literals' places: that of strings, if one takes it.
	slots := make([]byte, len(input))
	resolved := true
	slotPreferred := make([]bool, len(input))
	for i, t := range input {
		if t != unknown {
			continue
		}
		conflict := false
		for k, c := range list {
			cat, pref := w.category(c.args[i]), w.preferred(c.args[i])
			switch {
			case k == 0:
				slots[i], slotPreferred[i] = cat, pref
			case cat == slots[i]:
				slotPreferred[i] = slotPreferred[i] || pref
			case cat == 'S':
				slots[i], slotPreferred[i] = cat, pref
			case slots[i] != 'S':
				conflict = true
			}
		}
		if conflict && slots[i] != 'S' {
			resolved = false
			break
		}
	}
	if resolved {
		var keep []candidate
		for _, c := range list {
			ok := true
			for i, t := range input {
				if t != unknown {
					continue
				}
				if w.category(c.args[i]) != slots[i] || slotPreferred[i] && !w.preferred(c.args[i]) {
					ok = false
				}
			}
			if ok {
				keep = append(keep, c)
			}
		}
		if len(keep) > 0 {
			list = keep
		}
		if len(list) == 1 {
			return list[0], true
		}
	}
	// If all known types are the same, try it for the literals.
	if literals < len(input) {
		var known Type
		for _, t := range input {
			switch {
			case t == unknown:
			case !known.IsKnown():
				known = t
			case known != t:
				return candidate{}, false
			}
		}
		all := slices.Repeat([]Type{known}, len(input))
		var keep []candidate
		for _, c := range list {
			if w.canCoerce(all, c.args) == ast.Yes {
				keep = append(keep, c)
			}
		}
		if len(keep) == 1 {
			return keep[0], true
		}
	}
	return candidate{}, false
}

// best returns the candidates of the highest score.
func best(list []candidate, score func(candidate) int) []candidate {
	high := -1
	var keep []candidate
	for _, c := range list {
		switch n := score(c); {
		case n > high:
			high, keep = n, []candidate{c}
		case n == high:
			keep = append(keep, c)
		}
	}
	return keep
}

// exact returns the candidate with just the given types.
func exact(given []Type, list []candidate) (candidate, bool) {
	i := slices.IndexFunc(list, func(c candidate) bool { return slices.Equal(c.args, given) })
	if i < 0 {
		return candidate{}, false
	}
	return list[i], true
}
