package types

import (
	"slices"

	"github.com/trigc/trigc/internal/ast"
)

// A context is how a value comes to need another type: castcontext of pg_cast.
type context byte

const (
	implicit   context = iota + 1 // an operand or argument
	assignment                    // into a column
	explicit                      // a cast
)

var contexts = map[byte]context{'i': implicit, 'a': assignment, 'e': explicit}

// coerces reports whether a value of type from can become one of type to: yes,
// no, or, which is zero, that it cannot be known (can_coerce_type and
// find_coercion_pathway of parse_coerce.c). Polymorphic types are not for it.
func (w *World) coerces(from, to Type, ctx context) ast.Tri {
	from.shape, to.shape = nil, nil
	switch {
	case !from.IsKnown() || !to.IsKnown():
		return 0
	case from == to, from == unknown, to == anyType:
		return ast.Yes
	case isPolymorphic(to):
		return ast.Yes
	}
	baseFrom, baseTo := w.base(from), w.base(to)
	if !baseFrom.IsKnown() || !baseTo.IsKnown() {
		return 0
	}
	switch {
	case baseFrom == baseTo:
		return ast.Yes
	case to == record && w.isComposite(baseFrom), w.isComposite(baseTo) && baseFrom == record:
		return ast.Yes
	case to == record.arrayOf() && baseFrom.array && w.isComposite(baseFrom.element()):
		return ast.Yes
	case w.isComposite(baseFrom) && w.isComposite(baseTo):
		return w.inherits(baseFrom, baseTo)
	}
	if casts := w.casts(baseFrom, baseTo); len(casts) > 0 {
		if contexts[casts[0]] <= ctx {
			return ast.Yes
		}
		return no(w.hidden)
	}
	if baseFrom.array && baseTo.array {
		return w.coerces(baseFrom.element(), baseTo.element(), ctx)
	}
	switch {
	case ctx >= assignment && w.category(baseTo) == 'S', ctx == explicit && w.category(baseFrom) == 'S':
		if w.entry(baseTo) != nil && w.entry(baseTo).Kind == 'p' {
			return ast.No
		}
		return ast.Yes // by output and input
	}
	return no(w.hidden && (from.def != nil || to.def != nil))
}

// no is ast.No, unless something that nobody told of may be there.
func no(hidden bool) ast.Tri {
	if hidden {
		return 0
	}
	return ast.No
}

// casts returns the contexts of the casts between two types.
func (w *World) casts(from, to Type) []byte {
	var list []byte
	if from.def == nil && to.def == nil && !from.array && !to.array {
		for _, k := range w.Catalog.Casts(from.name, to.name) {
			if k.Extension == "" || w.DB.Extensions[k.Extension] != "" {
				list = append(list, k.Context)
			}
		}
	}
	for _, k := range w.DB.Casts {
		if w.Of(k.Source) == from && w.Of(k.Target) == to {
			list = append(list, k.Context)
		}
	}
	return list
}

// inherits reports whether rows of one table are rows of another.
func (w *World) inherits(from, to Type) ast.Tri {
	if from.def.Rel == nil || to.def.Rel == nil {
		return ast.No
	}
	for r := from.def.Rel; r != nil; r = r.PartitionOf {
		if r == to.def.Rel {
			return ast.Yes
		}
		for _, p := range r.Parents {
			if w.inherits(w.rowOf(p), to) == ast.Yes {
				return ast.Yes
			}
		}
	}
	return ast.No
}

// common returns the type that the arms of CASE, UNION, ARRAY and the like
// have in common (select_common_type; manual, section 10.5). bad is the first
// type that does not match what, -1 if all do.
func (w *World) common(list []Type) (t Type, bad int) {
	if len(list) == 0 {
		return text, -1
	}
	list = slices.Clone(list)
	for i, u := range list {
		if !u.IsKnown() {
			return Type{}, -1
		}
		list[i].shape = nil
	}
	first := list[0]
	same := true
	for _, u := range list[1:] {
		same = same && u == first
	}
	if same && first != unknown {
		return first, -1
	}
	t = w.base(first)
	cat, pref := w.category(t), w.preferred(t)
	for i, u := range list[1:] {
		u = w.base(u)
		if !u.IsKnown() {
			return Type{}, -1
		}
		switch {
		case u == unknown || u == t:
		case t == unknown:
			t, cat, pref = u, w.category(u), w.preferred(u)
		case w.category(u) != cat:
			if no(w.hidden) == 0 {
				return Type{}, -1
			}
			return t, i + 1
		case !pref && w.coerces(t, u, implicit) == ast.Yes && w.coerces(u, t, implicit) != ast.Yes:
			t, cat, pref = u, w.category(u), w.preferred(u)
		}
	}
	if t == unknown {
		t = text
	}
	for i, u := range list {
		switch w.coerces(u, t, implicit) {
		case ast.No:
			return t, i
		case 0:
			return Type{}, -1
		}
	}
	return t, -1
}
