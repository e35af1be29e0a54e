package lint

import (
	"slices"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
)

// definerUser finds trigger functions that ask who writes and are told who owns
// the function (manual, section 9.26).
var definerUser = &Check{
	Code: "definer-user", Severity: diag.Warning,
	Doc: "In a SECURITY DEFINER function current_user is the function's owner, not who fires the trigger: an audit column gets the same name for everybody. " +
		"session_user is who has logged in, and current_setting('role') what SET ROLE has set. A DEFAULT of current_user is evaluated there, too.",
	Run: func(p *Pass) {
		told := map[*ast.Block]bool{}
		p.bodies(func(b body) {
			if d := b.Func.Decl; !d.SecDef || slices.Contains(d.Sets, "role") || told[b.block] {
				return
			}
			told[b.block] = true
			ast.WalkStmt(b.block, func(s ast.PLStmt) {
				sql, _ := parts(s)
				for _, text := range sql {
					p.ownerNames(b, text)
				}
			})
		})
	},
}

const sessionUser = "write session_user; where a role is SET, current_setting('role') is its name"

// ownerNames reports what in a text is the name of the owner.
func (p *Pass) ownerNames(b body, sql *ast.SQL) {
	secdef := diag.Related{Span: b.Func.Decl.Name.Span, Message: "SECURITY DEFINER"}
	ast.Walk(sql.Root, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Op:
			// Whether the owner is it who writes can be asked in no other way.
			if n.Name.Name != "||" && (isValue(n.Left, "session_user") || isValue(n.Right, "session_user")) {
				return false
			}
		case *ast.Value:
			if isCurrentUser(n) {
				p.Report(diag.Diagnostic{
					Span: n.Span(), Message: n.Name + " is the owner of the function here, not who fires the trigger", Help: sessionUser,
					Related: []diag.Related{secdef},
				})
			}
		case *ast.Query:
			if n.Kind != ast.InsertQuery || n.Target == nil || len(n.Columns) == 0 {
				break
			}
			at := n.Target.Name.Span
			rel := p.DB.RelationAt(n.Target.Name, at.File, at.Start)
			if rel == nil {
				break
			}
			for _, c := range rel.Columns {
				if c.Default == nil || c.Generated || slices.ContainsFunc(n.Columns, func(i ast.Ident) bool { return i.Name == c.Name }) {
					continue
				}
				ast.Walk(c.Default.Root, func(d ast.Node) bool {
					if v, ok := d.(*ast.Value); ok && isCurrentUser(v) {
						p.Report(diag.Diagnostic{
							Span: at, Message: "the default of column \"" + c.Name + "\", " + v.Name + ", is the owner of the function here, not who fires the trigger",
							Help:    "name the column, and give it session_user or current_setting('role')",
							Related: []diag.Related{{Span: v.Span(), Message: "default declared here"}, secdef},
						})
					}
					return true
				})
			}
		}
		return true
	})
}

func isCurrentUser(v *ast.Value) bool {
	return v.Name == "current_user" || v.Name == "user" || v.Name == "current_role"
}

func isValue(n ast.Node, name string) bool {
	if c, ok := n.(*ast.Cast); ok {
		n = c.Arg
	}
	v, ok := n.(*ast.Value)
	return ok && v.Name == name
}
