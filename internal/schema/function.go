package schema

import (
	"maps"
	"slices"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
)

func (e *replayer) createFunction(s *ast.CreateFunction) {
	schema := e.target(s.Name, false)
	f := &Function{Schema: schema.Name, Name: s.Name.Name, Decl: s}
	for _, a := range s.Args {
		if a.Mode == 'o' || a.Mode == 't' {
			continue
		}
		t := e.typeRef(a.Type)
		f.Args = append(f.Args, t)
		f.args = append(f.args, t)
	}
	if s.Returns != nil {
		f.Returns = e.typeRef(*s.Returns)
	}
	f.Trigger = !s.Procedure && f.Returns != nil && f.Returns.isBuiltin("trigger")
	e.triggerForm(f)
	list := schema.Functions[f.Name]
	if i := slices.IndexFunc(list, func(old *Function) bool { return sameArgs(old.args, f.args) }); i < 0 {
		schema.Functions[f.Name] = append(list, f)
	} else if s.OrReplace { // the same object: triggers keep it
		old := list[i]
		old.Decl, old.Args, old.args, old.Returns, old.Trigger = f.Decl, f.Args, f.args, f.Returns, f.Trigger
		f = old
	}
	if s.Body != nil && makesTriggers.MatchString(s.Body.Value) {
		e.makers = append(e.makers, f)
	}
}

// triggerForm reports a trigger function of a form that no trigger can have
// (manual, section 43.10.1; SQLSTATE 42P13).
func (e *replayer) triggerForm(f *Function) {
	d := diag.Diagnostic{Code: "trigger-function", Severity: diag.Error, Span: f.Decl.Name.Span, SQLState: "42P13"}
	switch {
	case !f.Trigger:
		return
	case f.Decl.Language == "sql":
		d.Message = "SQL functions cannot return type trigger"
		d.Help = "write LANGUAGE plpgsql"
	case f.Decl.Language == "plpgsql" && len(f.Decl.Args) > 0:
		d.Message = "trigger functions cannot have declared arguments"
		d.Help = "the arguments of the trigger are in TG_ARGV"
	default:
		return
	}
	e.report.Add(d)
}

func sameArgs(a, b []*TypeRef) bool {
	return slices.EqualFunc(a, b, (*TypeRef).Same)
}

// mentions reports whether an argument or the result of f is of the type.
func (f *Function) mentions(t *Type) bool {
	return f.Returns != nil && f.Returns.Def == t ||
		slices.ContainsFunc(f.args, func(a *TypeRef) bool { return a.Def == t })
}

// namedFunction finds the function that a statement names: by its arguments,
// or the only one if there is no list. OUT arguments may be in the list.
func (e *replayer) namedFunction(name ast.Name, types []ast.TypeName, noArgs bool) *Function {
	list := e.scope().functions(name)
	if noArgs {
		if len(list) == 1 {
			return list[0]
		}
		return nil
	}
	args := make([]*TypeRef, len(types))
	for i, t := range types {
		args[i] = e.typeRef(t)
	}
	for _, f := range list {
		if sameArgs(f.args, args) {
			return f
		}
	}
	for _, f := range list {
		var all []*TypeRef
		for _, a := range f.Decl.Args {
			all = append(all, e.typeRef(a.Type))
		}
		if len(all) > len(f.args) && sameArgs(all, args) {
			return f
		}
	}
	return nil
}

// dropFunction drops the i-th function that the statement names. Triggers go
// with CASCADE; without, Postgres keeps a function that has any.
func (e *replayer) dropFunction(s *ast.Drop, i int) {
	var types []ast.TypeName
	noArgs := s.NoArgs
	if i < len(s.ArgTypes) {
		types = s.ArgTypes[i]
		noArgs = noArgs && len(types) == 0
	}
	name := s.Names[i]
	f := e.namedFunction(name, types, noArgs)
	if f == nil {
		return
	}
	if live := f.liveTriggers(); len(live) > 0 && !s.Cascade && !e.db.Opaque {
		t := live[0]
		e.report.Add(diag.Diagnostic{
			Code:     "dependent-trigger",
			Severity: diag.Warning,
			Span:     name.Span,
			Message:  `function "` + name.String() + `" cannot be dropped: trigger "` + t.Name + `" of "` + t.Table.Name + `" executes it`,
			Related:  related(t.Decl.Name.Span, "trigger declared here"),
			Help:     "drop the trigger first, or add CASCADE",
			SQLState: "2BP01",
		})
		return
	}
	e.removeFunction(e.db.Schemas[f.Schema], f.Name, f)
}

// liveTriggers returns the triggers that execute f.
func (f *Function) liveTriggers() []*Trigger {
	var list []*Trigger
	for _, t := range f.triggers {
		if !t.dropped {
			list = append(list, t)
		}
	}
	f.triggers = list
	return slices.Clone(list)
}

// removeFunction drops a function and the triggers that execute it.
func (e *replayer) removeFunction(s *Schema, name string, f *Function) {
	for _, t := range f.liveTriggers() {
		t.Table.removeTrigger(t)
	}
	if list := without(s.Functions[name], f); len(list) > 0 {
		s.Functions[name] = list
	} else {
		delete(s.Functions, name)
	}
}

func (e *replayer) moveFunction(f *Function, to *Schema, name string) {
	for _, other := range to.Functions[name] {
		if sameArgs(other.args, f.args) {
			return
		}
	}
	from := e.db.Schemas[f.Schema]
	if list := without(from.Functions[f.Name], f); len(list) > 0 {
		from.Functions[f.Name] = list
	} else {
		delete(from.Functions, f.Name)
	}
	f.Schema, f.Name = to.Name, name
	to.Functions[name] = append(to.Functions[name], f)
}

// TriggerFunctionNames returns the names of the functions that return trigger,
// as [DB.RelationNames] does, for suggestions.
func (db *DB) TriggerFunctionNames() []string {
	names := map[string]bool{}
	visible := map[string]bool{}
	for _, n := range db.end().schemas(false) {
		visible[n] = true
	}
	for _, s := range db.Schemas {
		for name, list := range s.Functions {
			if !slices.ContainsFunc(list, func(f *Function) bool { return f.Trigger }) {
				continue
			}
			names[s.Name+"."+name] = true
			if visible[s.Name] {
				names[name] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(names))
}
