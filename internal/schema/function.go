package schema

import (
	"maps"
	"slices"
	"strings"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/source"
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
	} else if e.refuseReplace(list[i], f) {
		return
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
// (manual, section 43.10.1), and what it lacks to be a function at all.
func (e *replayer) triggerForm(f *Function) {
	s := f.Decl
	d := diag.Diagnostic{Code: "trigger-function", Severity: diag.Error, Span: s.Name.Span, SQLState: "42P13"}
	switch {
	case s.Returns != nil && e.noTrigger(f):
		d = diag.Diagnostic{
			Code:     "unknown-type",
			Severity: diag.Error,
			Span:     s.Returns.Span,
			Message:  `type "` + s.Returns.Span.String() + `" does not exist`,
			Help:     "write RETURNS trigger",
			SQLState: "42704",
		}
	case !f.Trigger:
		return
	case s.Language == "" && !s.Inline:
		d.Message = "no language specified"
		d.Help = "write LANGUAGE plpgsql"
	case s.Language != "" && !e.hasLanguage(s.Language):
		d = diag.Diagnostic{
			Code:     "unknown-language",
			Severity: diag.Error,
			Span:     spanOf(s.LanguageSpan, s.Name.Span),
			Message:  `language "` + s.Language + `" does not exist`,
			Help:     e.languageHelp(s.Language),
			SQLState: "42704",
		}
	case s.Language == "sql" || s.Inline && s.Language == "":
		d.Message = "SQL functions cannot return type trigger"
		d.Help = "write LANGUAGE plpgsql"
	case s.Inline:
		d.Message = "only a function of LANGUAGE sql can have a body that is no string"
		d.Help = "write AS $$ … $$"
	case !s.As:
		d.Message = "no function body specified"
		d.Help = "write AS $$ … $$"
	case s.Language == "plpgsql" && len(s.Args) > 0:
		d.Message = "trigger functions cannot have declared arguments"
		d.Help = "the arguments of the trigger are in TG_ARGV"
	default:
		return
	}
	e.report.Add(d)
}

// noTrigger reports whether a function returns what is near to trigger and no
// type: opaque, as of old, or trigger[].
func (e *replayer) noTrigger(f *Function) bool {
	t := f.Returns
	return t.Unknown && t.Name == "opaque" && t.Schema == "" || t.Array > 0 && t.Def == nil && t.Schema == "pg_catalog" && t.Name == "trigger"
}

// hasLanguage reports whether functions can be written in a language: each
// but the first four comes with an extension of its name, or was made.
func (e *replayer) hasLanguage(name string) bool {
	switch name {
	case "c", "internal", "plpgsql", "sql":
		return true
	}
	_, extended := e.db.Extensions[name]
	return extended || e.db.Languages[name] || e.db.Opaque
}

// languageHelp tells how to come by a language that is not there.
func (e *replayer) languageHelp(name string) string {
	if plainExtensions[name] {
		return "write CREATE EXTENSION " + name + " before it"
	}
	known := []string{"c", "internal", "plpgsql", "sql"}
	return diag.DidYouMean(strings.ToLower(name), known)
}

// refuseReplace reports that a function that is there, and that is or would
// become a trigger function, cannot be made again like that.
func (e *replayer) refuseReplace(old, f *Function) bool {
	if e.db.Opaque || !old.Trigger && !f.Trigger {
		return false
	}
	d := diag.Diagnostic{
		Code:     "duplicate-function",
		Severity: diag.Error,
		Span:     f.Decl.Name.Span,
		Related:  related(old.Decl.Name.Span, "function declared here"),
	}
	switch {
	case !f.Decl.OrReplace:
		d.SQLState = "42723"
		d.Message = `function "` + f.Decl.Name.String() + `" already exists with the same argument types`
		d.Help = "write CREATE OR REPLACE FUNCTION"
	case old.Decl.Procedure != f.Decl.Procedure:
		d.SQLState = "42809"
		d.Message = `"` + f.Decl.Name.String() + `" cannot become a procedure: it is a function`
		if old.Decl.Procedure {
			d.Message = `"` + f.Decl.Name.String() + `" cannot become a function: it is a procedure`
		}
		d.Help = "drop it first"
	case old.Returns == nil || f.Returns == nil || !old.Returns.Same(f.Returns) || old.Decl.Returns.SetOf != f.Decl.Returns.SetOf:
		d.SQLState = "42P13"
		d.Message = "the return type of an existing function cannot be changed"
		d.Help = "drop it first"
	default:
		return false
	}
	e.report.Add(d)
	return true
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

// alterFunction gives a function a declaration of its own, in which it is as it
// was altered.
func (e *replayer) alterFunction(s *ast.AlterFunction) {
	f := e.namedFunction(s.Name, s.ArgTypes, s.NoArgs)
	if f == nil {
		return
	}
	d := *f.Decl
	if s.SecDef != 0 {
		d.SecDef = s.SecDef == ast.Yes
	}
	if s.Volatility != 0 {
		d.Volatility = s.Volatility
	}
	if len(s.Resets) > 0 || len(s.Sets) > 0 {
		gone := func(name string) bool {
			return slices.Contains(s.Resets, "") || slices.Contains(s.Resets, name) || slices.Contains(s.Sets, name)
		}
		d.Sets = slices.DeleteFunc(slices.Clone(d.Sets), gone)
		if gone("search_path") {
			d.SearchPath = s.SearchPath
		}
		d.Sets = append(d.Sets, s.Sets...)
	}
	f.Decl = &d
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
		does := "executes it"
		if t.Func != f {
			does = "calls it in WHEN"
		}
		e.report.Add(diag.Diagnostic{
			Code:     "dependent-trigger",
			Severity: diag.Error,
			Span:     name.Span,
			Message:  `function "` + name.String() + `" cannot be dropped: trigger "` + t.Name + `" of "` + t.Table.Name + `" ` + does,
			Related:  related(t.Decl.Name.Span, "trigger declared here"),
			Help:     "drop the trigger first, or add CASCADE",
			SQLState: "2BP01",
		})
		return
	}
	e.removeFunction(e.db.Schemas[f.Schema], f.Name, f)
}

// liveTriggers returns the triggers that execute f or call it in WHEN.
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

// refuseMove reports that the name a trigger function is to get is taken.
func (e *replayer) refuseMove(f *Function, to *Schema, name string, at source.Span) bool {
	for _, other := range to.Functions[name] {
		if other == f || !f.Trigger || e.db.Opaque || !sameArgs(other.args, f.args) {
			continue
		}
		e.report.Add(diag.Diagnostic{
			Code:     "duplicate-function",
			Severity: diag.Error,
			Span:     at,
			Message:  `function "` + to.Name + "." + name + `" already exists with the same argument types`,
			Related:  related(other.Decl.Name.Span, "function declared here"),
			SQLState: "42723",
		})
		return true
	}
	return false
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
