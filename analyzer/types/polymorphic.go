package types

import (
	"slices"

	"github.com/trigc/trigc/internal/ast"
)

// Polymorphic types stand for others: in one call all of a family for the same
// one, or for those that follow from it (manual, section 38.2.5).

var families = map[string]string{
	"anyelement": "any", "anyarray": "any", "anynonarray": "any", "anyenum": "any", "anyrange": "any", "anymultirange": "any",
	"anycompatible": "compatible", "anycompatiblearray": "compatible", "anycompatiblenonarray": "compatible",
	"anycompatiblerange": "compatible", "anycompatiblemultirange": "compatible",
}

func isPolymorphic(t Type) bool { return t.def == nil && families[t.name] != "" }

// A solution is what polymorphic types stand for in a call.
type solution struct {
	element    Type // of the family any
	rng, multi Type
	compatible Type
	cRange     Type
	cMulti     Type
}

// consistent reports whether the given types fit the polymorphic ones among
// the declared (check_generic_type_consistency).
func (w *World) consistent(given, declared []Type) ast.Tri {
	_, ok := w.solve(given, declared)
	return ok
}

func (w *World) solve(given, declared []Type) (s solution, ok ast.Tri) {
	var compat []Type
	var nonArray, isEnum, cNonArray bool
	for i, d := range declared {
		if !isPolymorphic(d) {
			continue
		}
		t := given[i]
		switch {
		case !t.IsKnown():
			return s, 0
		case t == unknown:
			switch d.name {
			case "anynonarray":
				nonArray = true
			case "anyenum":
				isEnum = true
			case "anycompatiblenonarray":
				cNonArray = true
			}
			continue
		}
		same := func(to *Type, t Type) bool {
			if to.IsKnown() && *to != t {
				return false
			}
			*to = t
			return true
		}
		fits := true
		switch d.name {
		case "anyelement", "anynonarray", "anyenum":
			nonArray = nonArray || d.name == "anynonarray"
			isEnum = isEnum || d.name == "anyenum"
			fits = same(&s.element, t)
		case "anyarray":
			e, array := w.elementOf(t)
			if t.def == nil && t.name == "anyarray" {
				return s, 0 // of pg_statistic and the like
			}
			fits = array && same(&s.element, e)
		case "anyrange":
			t = w.base(t)
			e, _ := w.rangeElement(t)
			fits = w.isRange(t) && same(&s.rng, t) && (!e.IsKnown() || same(&s.element, e))
		case "anymultirange":
			t = w.base(t)
			e, isRange := w.rangeElement(t)
			if w.isRange(t) && t.def != nil {
				return s, 0 // a user's multirange is not told from its range
			}
			fits = isRange && w.isMultirange(t) && same(&s.multi, t) && same(&s.element, e)
		case "anycompatible", "anycompatiblenonarray":
			cNonArray = cNonArray || d.name == "anycompatiblenonarray"
			compat = append(compat, t)
		case "anycompatiblearray":
			e, array := w.elementOf(t)
			if fits = array; fits {
				compat = append(compat, e)
			}
		case "anycompatiblerange":
			t = w.base(t)
			e, _ := w.rangeElement(t)
			if fits = w.isRange(t) && same(&s.cRange, t); fits && e.IsKnown() {
				compat = append(compat, e)
			}
		case "anycompatiblemultirange":
			t = w.base(t)
			e, _ := w.rangeElement(t)
			if w.isRange(t) && t.def != nil {
				return s, 0
			}
			if fits = w.isMultirange(t) && same(&s.cMulti, t); fits {
				compat = append(compat, e)
			}
		}
		if !fits {
			return s, no(w.hidden && t.def == nil && w.entry(t) == nil && !t.array)
		}
	}
	if nonArray && s.element.IsKnown() {
		if _, array := w.elementOf(s.element); array {
			return s, ast.No
		}
	}
	if isEnum && s.element.IsKnown() && !w.isEnum(s.element) {
		return s, ast.No
	}
	if len(compat) > 0 {
		t, bad := w.common(compat)
		if bad >= 0 {
			return s, ast.No
		}
		if !t.IsKnown() {
			return s, 0
		}
		s.compatible = t
		if cNonArray {
			if _, array := w.elementOf(t); array {
				return s, ast.No
			}
		}
		if e, isRange := w.rangeElement(s.cRange); isRange && e.IsKnown() && e != t {
			return s, ast.No
		}
	}
	return s, ast.Yes
}

// result returns what a declared type stands for once a call is solved; the
// zero Type if literals alone do not tell (could not determine polymorphic
// type, 42804).
func (s solution) result(w *World, declared Type) Type {
	if !isPolymorphic(declared) {
		return declared
	}
	switch declared.name {
	case "anyelement", "anynonarray", "anyenum":
		return s.element
	case "anyarray":
		if !s.element.IsKnown() {
			return Type{}
		}
		return w.arrayOf(s.element)
	case "anyrange":
		if s.rng.IsKnown() {
			return s.rng
		}
	case "anymultirange":
		if s.multi.IsKnown() {
			return s.multi
		}
		if e := w.entry(s.rng); e != nil {
			return parse(e.Multirange)
		}
	case "anycompatible", "anycompatiblenonarray":
		if !s.compatible.IsKnown() {
			return text // literals alone
		}
		return s.compatible
	case "anycompatiblearray":
		if !s.compatible.IsKnown() {
			return text.arrayOf()
		}
		return w.arrayOf(s.compatible)
	case "anycompatiblerange":
		return s.cRange
	case "anycompatiblemultirange":
		return s.cMulti
	}
	return Type{}
}

// arrayOf returns the type of an array of t; an array of arrays is the same.
func (w *World) arrayOf(t Type) Type {
	if !t.IsKnown() || t.array {
		return t
	}
	if slices.Contains([]string{"unknown", "any", "trigger", "void"}, t.name) && t.def == nil {
		return Type{}
	}
	return t.arrayOf()
}
