package lint

import (
	"slices"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/schema"
)

// securityDefiner finds trigger functions that run with the rights of their
// owner what somebody else can put in the place of a table (manual, CREATE
// FUNCTION, "Writing SECURITY DEFINER Functions Safely").
var securityDefiner = &Check{
	Code: "security-definer", Severity: diag.Warning,
	Doc: "A SECURITY DEFINER function finds the names in it by the search path of whoever fires the trigger, and in pg_temp before all others. " +
		"SET search_path, with pg_temp as the last, decides where they are found.",
	Run: func(p *Pass) {
		var told []*schema.Function
		p.bodies(func(b body) {
			if b.Func.Decl.SecDef && !slices.Contains(told, b.Func) {
				told = append(told, b.Func)
				p.definer(b)
			}
		})
	},
}

func (p *Pass) definer(b body) {
	d := b.Func.Decl
	var name ast.Name
	b.eachUnqualified(func(n ast.Name) {
		if name.Name == "" {
			name = n
		}
	})
	if name.Name == "" {
		return
	}
	found := diag.Diagnostic{Span: d.Name.Span, Related: []diag.Related{{Span: name.Span, Message: "a name without a schema"}}}
	switch path := d.SearchPath; {
	case !slices.Contains(d.Sets, "search_path"):
		found.Message = "this runs with the rights of its owner what the search path of others decides"
		found.Help = "add SET search_path = '' and write names with their schemas, or list the schemas and pg_temp behind them"
	case len(path) > 0 && !slices.Contains(path, "pg_temp"):
		found.Message = "names are looked up in pg_temp first, where anybody can make a table, since the search path does not list it"
		found.Help = "add pg_temp as the last schema of SET search_path"
	default:
		return
	}
	p.Report(found)
}
