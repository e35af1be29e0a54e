package lint

import (
	"fmt"
	"slices"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/schema"
)

// staleRead finds triggers AFTER a statement that look at its table and see it as
// it was before (manual, section 38.7).
var staleRead = &Check{
	Code: "stale-read", Severity: diag.Warning,
	Doc: "A function that is STABLE or IMMUTABLE sees the tables as they were when the statement began that fires its trigger: AFTER INSERT the new rows are not " +
		"there, AFTER DELETE the old ones still are. A deferred trigger does so too, where the statement is a transaction of its own. Declare it VOLATILE, or leave the word out.",
	Run: func(p *Pass) {
		told := map[*ast.Relation]bool{}
		p.bodies(func(b body) {
			d, h := b.Func.Decl, b.header()
			word := map[byte]string{'s': "STABLE", 'i': "IMMUTABLE"}[d.Volatility]
			if word == "" || h.Timing != ast.After {
				return
			}
			which := "that fires it"
			if h.InitiallyDeferred == ast.Yes {
				which = "if that is a transaction of its own" // each command but the last makes its rows be seen
			}
			b.eachRelation(b.live(), func(r *ast.Relation) {
				at := r.Name.Span
				if rel := p.DB.RelationAt(r.Name, at.File, at.Start); rel == nil || !related(b.Table, rel) || told[r] {
					return
				}
				told[r] = true
				p.Report(diag.Diagnostic{
					Span:    r.Span(),
					Message: fmt.Sprintf("trigger %q sees %q here as it was before the statement %s, since the function is %s", b.Name, r.Name.String(), which, word),
					Help:    "declare the function VOLATILE",
					Related: []diag.Related{{Span: d.Name.Span, Message: word}, {Span: b.Decl.Name.Span, Message: "trigger declared here"}},
				})
			})
		})
	},
}

// live returns the statements of a body that some event of the trigger gets to.
func (b body) live() map[ast.PLStmt]bool {
	live := map[ast.PLStmt]bool{}
	for _, e := range b.header().Events {
		w := &rowUses{body: b, facts: b.facts(e.Event)}
		w.stmts([]ast.PLStmt{b.block})
		for _, s := range w.reached {
			live[s] = true
		}
	}
	return live
}

// eachRelation calls f for the relations of the schema that the queries of live
// statements read.
func (b body) eachRelation(live map[ast.PLStmt]bool, f func(*ast.Relation)) {
	ast.WalkStmt(b.block, func(s ast.PLStmt) {
		if !live[s] {
			return
		}
		sql, _ := parts(s)
		for _, text := range sql {
			var ctes []string
			written := map[*ast.Relation]bool{}
			ast.Walk(text.Root, func(n ast.Node) bool {
				switch n := n.(type) {
				case *ast.Query:
					written[n.Target] = true
				case *ast.CTE:
					ctes = append(ctes, n.Name)
				case *ast.Relation:
					if !written[n] && !b.transition(n) && (n.Name.Schema != "" || !slices.Contains(ctes, n.Name.Name)) {
						f(n)
					}
				}
				return true
			})
		}
	})
}

// related reports whether rows of one table are among those of the other.
func related(a, b *schema.Relation) bool {
	return a == b || above(a, b) || above(b, a)
}

func above(a, b *schema.Relation) bool {
	return slices.ContainsFunc(a.Children, func(c *schema.Relation) bool { return c == b || above(c, b) })
}
