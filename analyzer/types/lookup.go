package types

import (
	"slices"
	"strings"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/catalog"
	"github.com/trigc/trigc/internal/schema"
)

// searched returns the schemas in which a name is looked up, in order.
func (w *World) searched(name ast.Name) []string {
	return w.DB.SearchedAt(name, name.Span.File, name.Span.Start)
}

// installed returns the schema of an extension's objects, and whether there
// are any.
func (w *World) installed(extension string) (string, bool) {
	if extension == "" {
		return "pg_catalog", true
	}
	in, ok := w.DB.Extensions[extension]
	if in == "" {
		in = "public"
	}
	return in, ok
}

// operators returns the operators of a name for one or two operands.
func (w *World) operators(name ast.Name, unary bool) []candidate {
	if name.Name == "!=" {
		name.Name = "<>"
	}
	var list []candidate
	add := func(in string, left, right, result Type, owner any) {
		c := candidate{schema: in, args: []Type{left, right}, result: result, owner: owner}
		if unary {
			c.args = c.args[1:]
		}
		// One that is earlier in the path hides those with the same operands.
		if !slices.ContainsFunc(list, func(o candidate) bool { return slices.Equal(o.args, c.args) }) {
			list = append(list, c)
		}
	}
	for _, in := range w.searched(name) {
		if s := w.DB.Schemas[in]; s != nil {
			for _, o := range s.Operators[name.Name] {
				if (o.Left == nil) == unary {
					add(in, w.Of(o.Left), w.Of(o.Right), w.Of(o.Result), o)
				}
			}
		}
		for _, o := range w.Catalog.Operators(name.Name) {
			if at, ok := w.installed(o.Extension); ok && at == in && (o.Left == "") == unary {
				add(in, parse(o.Left), parse(o.Right), parse(o.Result), o)
			}
		}
	}
	return list
}

// routineElsewhere reports whether a schema that is not searched has a function of a
// name: the search path of who fires the trigger may have it.
func (w *World) routineElsewhere(name ast.Name) bool {
	searched := w.searched(name)
	for in, s := range w.DB.Schemas {
		if (len(s.Functions[name.Name]) > 0 || len(s.Aggregates[name.Name]) > 0) && name.Schema == "" && !slices.Contains(searched, in) {
			return true
		}
	}
	return name.Schema == "" && slices.ContainsFunc(w.Catalog.Functions(name.Name), func(f *catalog.Function) bool {
		in, ok := w.installed(f.Extension)
		return ok && !slices.Contains(searched, in)
	})
}

// operatorElsewhere is routineElsewhere of an operator.
func (w *World) operatorElsewhere(name ast.Name) bool {
	searched := w.searched(name)
	for in, s := range w.DB.Schemas {
		if len(s.Operators[name.Name]) > 0 && name.Schema == "" && !slices.Contains(searched, in) {
			return true
		}
	}
	return name.Schema == "" && slices.ContainsFunc(w.Catalog.Operators(name.Name), func(o *catalog.Operator) bool {
		in, ok := w.installed(o.Extension)
		return ok && !slices.Contains(searched, in)
	})
}

// An argument is one of a call.
type argument struct {
	t    Type
	name string // of a named one
}

// functions returns what a call of a function or, as what says, of a procedure
// of a name with arguments may mean: the
// candidates with so many arguments, VARIADIC and defaults reckoned in. any is
// set if there is a function of that name at all.
func (w *World) functions(name ast.Name, args []argument, variadic bool, what string) (list []candidate, any bool) {
	add := func(c candidate) {
		any = true
		// Of two with the same arguments the one without VARIADIC or defaults
		// counts, then the one earlier in the path (FuncnameGetCandidates).
		if i := slices.IndexFunc(list, func(o candidate) bool { return slices.Equal(o.args, c.args) }); i >= 0 {
			if o := list[i]; (o.nvar > 0 && c.nvar == 0) || (o.ndef > c.ndef) {
				list[i] = c
			}
			return
		}
		list = append(list, c)
	}
	for _, in := range w.searched(name) {
		if s := w.DB.Schemas[in]; s != nil {
			for _, f := range s.Functions[name.Name] {
				any = true
				if c, ok := w.userFunction(f, args, variadic, what); ok {
					add(c)
				}
			}
			for _, a := range s.Aggregates[name.Name] {
				any = true
				if c, ok := w.userAggregate(a, args); ok {
					add(c)
				}
			}
		}
		for _, f := range w.Catalog.Functions(name.Name) {
			if at, ok := w.installed(f.Extension); !ok || at != in {
				continue
			}
			any = true
			if c, ok := builtinFunction(f, in, args, variadic); ok {
				add(c)
			}
		}
	}
	return list, any
}

// builtinFunction returns a function of the catalog as a candidate for a call.
func builtinFunction(f *catalog.Function, in string, args []argument, variadic bool) (candidate, bool) {
	c := candidate{schema: in, result: parse(f.Returns), kind: f.Kind, set: f.Set, owner: f}
	for _, o := range f.Outputs {
		c.outputs = append(c.outputs, Output{Name: o.Name, Type: parse(o.Type)})
	}
	declared := make([]Type, len(f.Args))
	for i, a := range f.Args {
		declared[i] = parse(a)
	}
	var element Type
	if f.Variadic != "" {
		element = parse(f.Variadic)
	}
	return c.fit(declared, f.Names, f.Defaults, element, f.Variadic != "", args, variadic)
}

// userAggregate returns an aggregate of the schema as a candidate for a call.
func (w *World) userAggregate(a *schema.Aggregate, args []argument) (candidate, bool) {
	c := candidate{schema: a.Schema, kind: 'a', result: w.Of(a.Result), owner: a}
	for _, t := range a.Args {
		c.args = append(c.args, w.Of(t))
	}
	return c, len(a.Args) == len(args) && !slices.ContainsFunc(args, func(a argument) bool { return a.name != "" })
}

// userFunction returns a function of the schema as a candidate for a call.
func (w *World) userFunction(f *schema.Function, args []argument, variadic bool, what string) (candidate, bool) {
	c := candidate{schema: f.Schema, result: w.Of(f.Returns), kind: 'f', owner: f}
	if f.Decl.Procedure {
		c.kind, c.result = 'p', Builtin("void")
	}
	if f.Decl.Returns != nil {
		c.set = f.Decl.Returns.SetOf
	}
	var declared []Type
	var names []string
	var element Type
	isVariadic, defaults, i := false, 0, 0
	for _, a := range f.Decl.Args {
		switch a.Mode {
		case 'o', 't':
			out := Output{Name: a.Name, Type: w.Of(w.DB.LookupTypeAt(a.Type, f.Decl.Name.Span.File, f.Decl.Name.Span.Start))}
			c.outputs = append(c.outputs, out)
			c.set = c.set || a.Mode == 't'
			if what == "procedure" && a.Mode == 'o' {
				declared, names = append(declared, out.Type), append(names, a.Name)
			}
			continue
		}
		t := Type{}
		if i < len(f.Args) {
			t = w.Of(f.Args[i])
		}
		i++
		if a.Mode == 'b' {
			c.outputs = append(c.outputs, Output{Name: a.Name, Type: t})
		}
		if a.Mode == 'v' {
			isVariadic = true
			if t.array {
				element = t.element()
			}
		}
		if a.Default {
			defaults++
		}
		declared, names = append(declared, t), append(names, a.Name)
	}
	if f.Returns == nil && len(c.outputs) == 1 {
		c.result = c.outputs[0].Type
	} else if f.Returns == nil && len(c.outputs) > 1 {
		c.result = record
	}
	return c.fit(declared, names, defaults, element, isVariadic, args, variadic)
}

// fit gives a candidate as many arguments as the call has; it reports false if
// the function cannot be called so.
func (c candidate) fit(declared []Type, names []string, defaults int, element Type, isVariadic bool, args []argument, variadic bool) (candidate, bool) {
	n := len(args)
	positional := 0
	for positional < n && args[positional].name == "" {
		positional++
	}
	if positional < n { // named notation: never expands VARIADIC
		if len(names) == 0 || isVariadic && !variadic || n > len(declared) {
			return c, false
		}
		c.args = slices.Clone(declared[:positional])
		used := make([]bool, len(declared))
		for i := range positional {
			used[i] = true
		}
		for _, a := range args[positional:] {
			at := slices.Index(names, a.name)
			if at < 0 || at >= len(declared) || used[at] {
				return c, false
			}
			used[at] = true
			c.args = append(c.args, declared[at])
		}
		for i, u := range used {
			if !u {
				if i < len(declared)-defaults {
					return c, false
				}
				c.ndef++
			}
		}
		return c, true
	}
	switch {
	case isVariadic && !variadic && n >= len(declared):
		c.args = slices.Clone(declared[:len(declared)-1])
		for range n - len(c.args) {
			c.args = append(c.args, element)
			c.nvar++
		}
		return c, true
	case n == len(declared):
		if variadic && !isVariadic {
			return c, false
		}
		c.args = declared
		return c, true
	case n < len(declared) && n >= len(declared)-defaults:
		c.args = declared[:n]
		c.ndef = len(declared) - n
		return c, true
	}
	return c, false
}

// typeNamed returns the type that a function's name would be a cast to.
func (w *World) typeNamed(name ast.Name) Type {
	return w.Of(w.DB.LookupTypeAt(ast.TypeName{Name: name}, name.Span.File, name.Span.Start))
}

// list renders types for a message: "integer, text".
func (w *World) list(args []argument) string {
	parts := make([]string, len(args))
	for i, a := range args {
		parts[i] = w.String(a.t)
		if a.name != "" {
			parts[i] = a.name + " => " + parts[i]
		}
	}
	return strings.Join(parts, ", ")
}
