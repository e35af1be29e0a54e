package lint

import (
	"cmp"
	"slices"
	"strings"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/ir"
	"github.com/trigc/trigc/internal/schema"
	"github.com/trigc/trigc/internal/source"
)

// nullNotIn finds guards that let NULL pass, and those that a NULL switches off
// (manual, section 9.24).
var nullNotIn = &Check{
	Code: "null-not-in", Severity: diag.Warning,
	Doc: "a NOT IN ('x', 'y') is NULL, and so not true, if a is NULL: a guard that raises where it is true lets NULL pass. " +
		"And a NOT IN (SELECT b …) is never true if one b is NULL. Nothing is said where it is asked, too, whether the column is NULL.",
	Run: func(p *Pass) {
		n := p.nulls()
		for _, u := range p.Units {
			if u.Condition == nil || p.judge(condition{sql: u.Condition, table: u.Table}).of(u.Condition.Root)&isTrue == 0 {
				continue // when-never tells
			}
			if slices.ContainsFunc(u.Triggers, func(t *ir.Trigger) bool { return t.Violation != nil }) {
				p.letsPass(n, u.Table, u.Condition, func(column string) bool { return testsNull(u.Condition.Root, column) })
			}
		}
		told := map[*ast.SQL]bool{}
		p.allBodies(func(b body) {
			h := b.header()
			tested := func(column string) bool {
				return b.testsNull(column) || h.When != nil && testsNull(h.When.Root, column)
			}
			guard := func(cond *ast.SQL, list []ast.PLStmt) {
				o := ending(list, anyEvent)
				if h.Level == ast.Row && o.raises && !o.falls && !o.unclear && len(o.returns) == 0 && !told[cond] && len(b.ColumnRenames) == 0 {
					told[cond] = p.letsPass(n, b.Table, cond, tested)
				}
			}
			if h.When != nil && b.unit == nil {
				guard(h.When, b.block.Stmts)
			}
			ast.WalkStmt(b.block, func(s ast.PLStmt) {
				var arms []ast.Arm
				switch s := s.(type) {
				case *ast.If:
					arms = s.Arms
				case *ast.CaseStmt:
					if s.Arg == nil {
						arms = s.Arms
					}
				}
				for _, a := range arms {
					guard(a.Cond, a.Stmts)
				}
			})
		})
		subqueries := map[*ast.SQL]bool{}
		p.conditions(func(c condition) { p.neverIn(n, c.sql) })
		p.eachSQL(func(_ body, sql *ast.SQL) {
			if !subqueries[sql] {
				subqueries[sql] = true
				p.neverIn(n, sql)
			}
		})
	},
}

// letsPass reports the tests in the condition of a guard that NULL passes, and
// whether there are any.
func (p *Pass) letsPass(n nulls, t *schema.Relation, cond *ast.SQL, tested func(column string) bool) bool {
	found := false
	var walk func(node ast.Node, not bool)
	walk = func(node ast.Node, not bool) {
		switch node := node.(type) {
		case *ast.Bool:
			for _, a := range node.Args {
				walk(a, not != (node.Op == ast.Not))
			}
		case *ast.Op:
			if !notIn(node, not) {
				return
			}
			columns := rowColumns(node.Left)
			slices.SortStableFunc(columns, func(a, b [2]string) int { return cmp.Compare(strings.ToLower(a[0][:3]), strings.ToLower(b[0][:3])) }) // NEW first
			for _, c := range columns {
				col := n.column(t, c[1])
				if col == nil || tested(col.Name) {
					continue
				}
				found = true
				what := "NOT IN"
				if not {
					what = "this"
				}
				p.Report(diag.Diagnostic{
					Span:    at(node),
					Message: `column "` + col.Name + `" can be NULL, and NULL passes: ` + what + " is not true then",
					Help:    "add OR " + c[0] + " IS NULL, or AND … IS NOT NULL if NULL is right; or declare the column NOT NULL",
					Related: []diag.Related{{Span: col.Decl, Message: "column declared here"}},
				})
				return
			}
		}
	}
	walk(cond.Root, false)
	return found
}

// at returns the place of an operator with its operands.
func at(op *ast.Op) source.Span {
	end := op.Right.Span().End
	if text := op.Span().File.SQL(); (op.Kind == ast.OpAny || op.Kind == ast.OpAll) && strings.HasPrefix(text[end:], ")") {
		end++ // of ANY (…)
	}
	return op.Span().File.At(op.Left.Span().Start, end)
}

// notIn reports whether an operator asks if a value is none of a list.
func notIn(op *ast.Op, not bool) bool {
	if op.Left == nil {
		return false
	}
	list := false
	switch right := op.Right.(type) {
	case *ast.List:
		list = true
	case *ast.Cast:
		_, list = right.Arg.(*ast.List) // as pg_dump writes it
	}
	name := op.Name.Name
	switch op.Kind {
	case ast.InOp:
		return list && (name == "=") == not
	case ast.OpAny:
		return list && not && name == "="
	case ast.OpAll:
		return list && !not && (name == "<>" || name == "!=")
	}
	return false
}

// rowColumns returns the columns of OLD and NEW that the left side of IN is: how
// each is written, and its name.
func rowColumns(n ast.Node) [][2]string {
	switch n := n.(type) {
	case *ast.Cast:
		return rowColumns(n.Arg)
	case *ast.Call:
		if len(n.Args) == 1 && (n.Func.Name == "lower" || n.Func.Name == "upper") {
			return rowColumns(n.Args[0])
		}
	case *ast.List:
		var list [][2]string
		if n.Kind == ast.RowList {
			for _, a := range n.Args {
				list = append(list, rowColumns(a)...)
			}
		}
		return list
	case *ast.ColumnRef:
		if c := rowColumn(n); c != nil {
			return [][2]string{{n.Span().String(), c[1]}}
		}
	}
	return nil
}

// neverIn reports NOT IN of a list with NULL, and of a subquery that may have a
// NULL among its rows.
func (p *Pass) neverIn(nulls nulls, sql *ast.SQL) {
	ast.Walk(sql.Root, func(n ast.Node) bool {
		if op, ok := n.(*ast.Op); ok && op.Kind == ast.InOp && op.Name.Name == "<>" {
			if list, ok := op.Right.(*ast.List); ok {
				for _, a := range list.Args {
					if k, ok := a.(*ast.Const); ok && k.Kind == ast.NullConst {
						p.Report(diag.Diagnostic{Span: k.Span(), Message: "with NULL in the list NOT IN is never true", Help: "leave NULL out"})
					}
				}
			}
		}
		not, ok := n.(*ast.Bool)
		if !ok || not.Op != ast.Not {
			return true
		}
		link, ok := not.Args[0].(*ast.SubLink)
		if !ok || link.Kind != ast.AnyLink || link.Op.Name != "" || link.Query == nil || link.Query.Clauses == nil {
			return true
		}
		k := link.Query.Clauses
		if k.SetOp != "" || len(k.Targets) != 1 || len(k.From) != 1 || k.From[0].Kind != ast.FromRelation || len(k.Group) > 0 || len(k.With) > 0 {
			return true
		}
		ref, ok := k.Targets[0].Expr.(*ast.ColumnRef)
		table := k.From[0].Relation
		if !ok || ref.Star || len(ref.Parts) > 2 {
			return true
		}
		if len(ref.Parts) == 2 && ref.Parts[0].Name != table.Alias && ref.Parts[0].Name != table.Name.Name {
			return true
		}
		at := table.Name.Span
		rel := p.DB.RelationAt(table.Name, at.File, at.Start)
		if rel == nil || rel.Kind == ast.View {
			return true
		}
		name := ref.Parts[len(ref.Parts)-1].Name
		c := nulls.column(rel, name)
		if c == nil || c.Default != nil || mentions(k.Where, name) {
			return true
		}
		p.Report(diag.Diagnostic{
			Span:    ref.Span(),
			Message: `column "` + c.Name + `" can be NULL, and with one NULL in the subquery NOT IN is never true`,
			Help:    "write NOT EXISTS, or add WHERE " + ref.Span().String() + " IS NOT NULL",
			Related: []diag.Related{{Span: c.Decl, Message: "column declared here"}},
		})
		return true
	})
}

// mentions reports whether an expression names a column.
func mentions(n ast.Node, column string) bool {
	found := false
	ast.Walk(n, func(n ast.Node) bool {
		ref, ok := n.(*ast.ColumnRef)
		found = found || ok && len(ref.Parts) > 0 && ref.Parts[len(ref.Parts)-1].Name == column
		return !found
	})
	return found
}
