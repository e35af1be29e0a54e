package lint

import (
	"fmt"
	"slices"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
)

// unqualifiedName finds tables that a trigger function names without a schema
// beside others that it names with one: names are looked up when it runs, by the
// search path of whoever fires the trigger. Where none has a schema it is the
// search path of all that is meant to have it.
var unqualifiedName = &Check{
	Code: "unqualified-name", Severity: diag.Note,
	Doc: "A trigger function finds the tables it names by the search path of whoever fires the trigger, not by that of its CREATE FUNCTION. " +
		"Where it names the schemas of some, a table in another schema than public wants its own, too. The rights of SECURITY DEFINER are the business of security-definer.",
	Run: func(p *Pass) {
		told := map[*ast.Block]bool{}
		p.allBodies(func(b body) {
			if told[b.block] || !b.qualifies() {
				return
			}
			at, where, help := b.Decl.Name.Span, "in this trigger", ""
			switch {
			case b.unit != nil && b.unit.Block == nil: // trigc writes the schemas
				return
			case b.unit == nil:
				d := b.Func.Decl
				if d.SecDef || slices.Contains(d.Sets, "search_path") {
					return
				}
				at, where, help = d.Name.Span, "in this function", ", or add SET search_path to the function"
			}
			var names []ast.Name
			b.eachUnqualified(func(n ast.Name) {
				if rel := p.DB.RelationAt(n, n.Span.File, n.Span.Start); rel != nil && rel.Schema != "public" && !rel.Temp {
					names = append(names, ast.Name{Schema: rel.Schema, Name: rel.Name, Span: n.Span})
				}
			})
			if len(names) == 0 {
				return
			}
			told[b.block] = true
			p.Report(diag.Diagnostic{
				Span:    names[0].Span,
				Message: fmt.Sprintf("this is table %q only for those whose search path has schema %q", names[0].String(), names[0].Schema),
				Help:    "write " + names[0].String() + help,
				Related: []diag.Related{{Span: at, Message: where}},
			})
		})
	},
}

// eachUnqualified calls f for the names of tables in a body that say no schema
// and are none of the query's own.
func (b body) eachUnqualified(f func(ast.Name)) {
	ast.WalkStmt(b.block, func(s ast.PLStmt) {
		sql, _ := parts(s)
		for _, text := range sql {
			var ctes []string
			ast.Walk(text.Root, func(n ast.Node) bool {
				switch n := n.(type) {
				case *ast.CTE:
					ctes = append(ctes, n.Name)
				case *ast.Relation:
					if n.Name.Schema == "" && !slices.Contains(ctes, n.Name.Name) && !b.transition(n) {
						f(n.Name)
					}
				}
				return true
			})
		}
	})
}

// qualifies reports whether a body names a table with its schema.
func (b body) qualifies() bool {
	found := false
	ast.WalkStmt(b.block, func(s ast.PLStmt) {
		sql, _ := parts(s)
		for _, text := range sql {
			ast.Walk(text.Root, func(n ast.Node) bool {
				r, ok := n.(*ast.Relation)
				found = found || ok && r.Name.Schema != "" && r.Name.Schema != "pg_catalog" && r.Name.Schema != "information_schema"
				return !found
			})
		}
	})
	return found
}
