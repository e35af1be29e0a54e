package types

import (
	"maps"
	"slices"
	"strings"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/schema"
)

// UnknownType is the diagnostic for the name of a type that there is not
// (SQLSTATE 42704, or 3F000 if it is the schema).
func UnknownType(db *schema.DB, t ast.TypeName) diag.Diagnostic {
	var known []string
	for _, s := range db.Schemas {
		known = append(known, slices.Collect(maps.Keys(s.Types))...)
	}
	if t.Schema == "" { // of that name there is one, but not where it is looked up
		known = slices.DeleteFunc(known, func(name string) bool { return name == t.Name.Name })
	}
	state := "42704"
	if t.Schema != "" && db.Schemas[t.Schema] == nil {
		state = "3F000" // invalid_schema_name
	}
	return diag.Diagnostic{
		Code: "unknown-type", Severity: diag.Error, Span: t.Span, SQLState: state,
		Message: "type \"" + strings.TrimPrefix(t.Schema+"."+t.Name.Name, ".") + "\" does not exist",
		Help:    diag.DidYouMean(t.Name.Name, known),
	}
}

// typeSomewhere reports whether a type, or a relation, has that name in the
// schema that is named, or else in any: the search path of who fires the trigger
// may have it.
func (w *World) typeSomewhere(t ast.TypeName) bool {
	if strings.HasPrefix(t.Schema, "pg_") || t.Schema == "information_schema" || w.DB.Elsewhere(t.Schema) {
		return true
	}
	for name, s := range w.DB.Schemas {
		if (t.Schema == "" || t.Schema == name) && (s.Types[t.Name.Name] != nil || s.Relations[t.Name.Name] != nil) {
			return true
		}
	}
	return false
}
