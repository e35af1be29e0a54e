package expr

import (
	"fmt"
	"slices"
	"strings"

	"github.com/trigc/trigc/analyzer/types"
	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/pgname"
	"github.com/trigc/trigc/internal/schema"
	"github.com/trigc/trigc/internal/source"
)

// Names of the user are looked up in the search path of the schema file and
// written with the schema they were found in: a trigger runs under the search
// path of whoever fires it.

// kind returns what functions of a name are for Postgres itself: 'a' aggregates,
// 'w' window functions, 's' of those that return sets, 0 otherwise.
func (c *checker) kind(name string) byte {
	for _, s := range c.DB.SearchedAt(ast.Name{Name: name}, c.out.sql.Span.File, c.out.sql.Span.Start) {
		if schema := c.DB.Schemas[s]; schema != nil && schema.Aggregates[name] != nil {
			return 'a'
		}
	}
	kinds := map[byte]bool{}
	for _, f := range c.World.Catalog.Functions(name) {
		switch {
		case f.Extension != "":
		case f.Kind == 'f' && f.Set:
			kinds['s'] = true
		default:
			kinds[f.Kind] = true
		}
	}
	switch {
	case kinds['f'] || kinds['p'] || len(kinds) == 0:
		return 0
	case kinds['w']:
		return 'w' // rank is an aggregate only WITHIN GROUP
	case kinds['a']:
		return 'a'
	}
	return 's'
}

func (c *checker) call(n *ast.Call, in *names) {
	name := n.Func.Name
	builtin := n.Func.Schema == "" || n.Func.Schema == "pg_catalog"
	if c.When && in == nil && builtin && len(c.functions(n.Func)) == 0 {
		d := diag.Diagnostic{Code: "when-function", Span: n.Span()}
		switch kind := c.kind(name); {
		case n.Over:
			d.SQLState, d.Message = "42P20", "window functions are not allowed in trigger WHEN conditions"
		case kind == 'a':
			d.SQLState, d.Message = "42803", "aggregate functions are not allowed in trigger WHEN conditions"
		case kind == 'w':
			d.SQLState, d.Message = "42809", "window function "+name+" requires an OVER clause"
		case kind == 's':
			d.SQLState, d.Message = "0A000", "set-returning functions are not allowed in trigger WHEN conditions"
		}
		if c.Subqueries && (d.SQLState == "42803" || d.SQLState == "0A000") {
			d.Help = "use it in a subquery"
		}
		if d.SQLState != "" {
			c.add(d)
			return
		}
	}
	if c.When && in == nil && c.userCall(n) {
		return
	}
	if builtin && slices.Contains(sequenceFunctions, name) && len(n.Args) > 0 {
		c.relationText(n.Args[0])
	}
	if n.Func.Schema != "" {
		if s := c.DB.Schemas[n.Func.Schema]; s == nil && n.Func.Schema != "pg_catalog" && n.Func.Schema != "information_schema" && !c.DB.Elsewhere(n.Func.Schema) && !c.DB.Opaque {
			c.add(diag.Diagnostic{
				Code: "unknown-function", Span: n.Func.Span, SQLState: "3F000",
				Message: fmt.Sprintf("schema %q does not exist", n.Func.Schema),
			})
		}
		return
	}
	if fs := c.functions(n.Func); len(fs) > 0 && !n.Func.Span.IsZero() {
		c.out.edits = append(c.out.edits, edit{n.Func.Span, pgname.Qualify(fs[0].Schema, fs[0].Name)})
	}
}

// userCall reports a function of the user's own that returns a set, which
// cannot be called in WHEN.
func (c *checker) userCall(n *ast.Call) bool {
	sets, others := 0, 0
	for _, f := range c.functions(n.Func) {
		switch {
		case len(f.Args) != len(n.Args): // perhaps with defaults: what it is cannot be told
		case f.Decl.Returns != nil && f.Decl.Returns.SetOf:
			sets++
		default:
			others++
		}
	}
	if sets == 0 || others > 0 {
		return false
	}
	d := diag.Diagnostic{
		Code: "when-function", Span: n.Span(), SQLState: "0A000", Message: "set-returning functions are not allowed in trigger WHEN conditions",
	}
	if c.Subqueries {
		d.Help = "use it in a subquery"
	}
	c.add(d)
	return true
}

// functions returns the user's functions of a name, as it is looked up at its
// place.
func (c *checker) functions(name ast.Name) []*schema.Function {
	if name.Span.IsZero() {
		return c.DB.LookupFunctions(name)
	}
	return c.DB.LookupFunctionsAt(name, name.Span.File, name.Span.Start)
}

// typeName qualifies a type of the user, and returns what it is.
func (c *checker) typeName(t ast.TypeName) *schema.TypeRef {
	ref := c.DB.LookupTypeAt(t, t.Span.File, t.Span.Start)
	if t.Span.IsZero() {
		return ref
	}
	switch {
	case t.Schema != "" && (!ref.Unknown || t.Schema == "pg_catalog" || t.Schema == "information_schema"):
	case ref.Def != nil:
		if name, ok := nameAt(t.Span, t.Name.Name); ok { // modifiers and array bounds stay behind it
			c.out.edits = append(c.out.edits, edit{name, pgname.Qualify(ref.Def.Schema, ref.Def.Name)})
		}
	case ref.Unknown && !c.DB.Extended() && !c.DB.Opaque:
		c.add(types.UnknownType(c.DB, t))
	}
	return ref
}

// nameAt returns the span of a name at the start of a text, quoted or not.
func nameAt(text source.Span, name string) (source.Span, bool) {
	for _, form := range []string{name, `"` + strings.ReplaceAll(name, `"`, `""`) + `"`} {
		if s := text.String(); len(s) >= len(form) && strings.EqualFold(s[:len(form)], form) {
			return text.File.At(text.Start, text.Start+len(form)), true
		}
	}
	return source.Span{}, false
}

// sequenceFunctions take the name of a relation as text.
var sequenceFunctions = []string{"nextval", "currval", "setval", "pg_get_serial_sequence"}

// relationText qualifies a relation that a literal names: nextval('seq').
// Postgres looks it up when the trigger fires, in whatever search path there
// is then.
func (c *checker) relationText(n ast.Node) {
	if cast, ok := n.(*ast.Cast); ok {
		n = cast.Arg
	}
	k, ok := n.(*ast.Const)
	if !ok || k.Kind != ast.StringConst || strings.ContainsAny(k.Value, `."`) {
		return
	}
	at := k.Span()
	if rel := c.DB.RelationAt(ast.Name{Name: strings.ToLower(k.Value)}, at.File, at.Start); rel != nil && !rel.Temp {
		c.out.edits = append(c.out.edits, edit{at, pgname.Literal(pgname.Qualify(rel.Schema, rel.Name))})
	}
}
