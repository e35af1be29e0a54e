package lint

import (
	"slices"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/schema"
	"github.com/trigc/trigc/internal/source"
)

// securityDefiner finds trigger functions that run with the rights of their
// owner what somebody else can put in the place of a table, a function or an
// operator (manual, CREATE FUNCTION, "Writing SECURITY DEFINER Functions Safely").
var securityDefiner = &Check{
	Code: "security-definer", Severity: diag.Warning,
	Doc: "A SECURITY DEFINER function finds the names in it by the search path of whoever fires the trigger, and tables in pg_temp before all others. " +
		"Functions and operators are names, too: one of another schema is taken in the place of lower() if its argument types fit better. " +
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
	var table, call diag.Related
	b.eachUnqualified(func(n ast.Name) {
		if table.Span.IsZero() {
			table = diag.Related{Span: n.Span, Message: "a name without a schema"}
		}
	})
	b.eachUnqualifiedCall(func(at source.Span, what string) {
		if call.Span.IsZero() {
			call = diag.Related{Span: at, Message: what + " without a schema: one that fits its arguments better may be found"}
		}
	})
	if table.Span.IsZero() {
		table = call
	}
	found := diag.Diagnostic{Span: d.Name.Span, Related: []diag.Related{table}}
	switch path := d.SearchPath; {
	case table.Span.IsZero():
		return
	case !slices.Contains(d.Sets, "search_path"):
		found.Message = "this runs with the rights of its owner what the search path of others decides"
		found.Help = "add SET search_path = '' and write names with their schemas, or list the schemas and pg_temp behind them"
	case table != call && len(path) > 0 && !slices.Contains(path, "pg_temp"): // functions and operators are not looked up in it
		found.Message = "names are looked up in pg_temp first, where anybody can make a table, since the search path does not list it"
		found.Help = "add pg_temp as the last schema of SET search_path"
	case table != call && len(path) > 1 && path[0] == "pg_temp":
		found.Message = "names are looked up in pg_temp first, where anybody can make a table, since the search path lists it first"
		found.Help = "move pg_temp behind the other schemas of SET search_path"
	default:
		return
	}
	p.Report(found)
}

// eachUnqualifiedCall calls f for the functions and operators in a body that say
// no schema. One of another schema is taken where its argument types fit better
// than those of pg_catalog's, or where pg_catalog is listed behind it.
func (b body) eachUnqualifiedCall(f func(at source.Span, what string)) {
	ast.WalkStmt(b.block, func(s ast.PLStmt) {
		sql, _ := parts(s)
		for _, text := range sql {
			ast.Walk(text.Root, func(n ast.Node) bool {
				switch n := n.(type) {
				case *ast.Call:
					if n.Func.Schema == "" {
						f(n.Func.Span, "a function")
					}
				case *ast.Op:
					if n.Name.Schema == "" && n.Left != nil {
						f(n.Left.Span().File.At(n.Left.Span().Start, n.Right.Span().End), "an operator")
					}
				}
				return true
			})
		}
	})
}
