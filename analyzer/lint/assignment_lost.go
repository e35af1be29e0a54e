package lint

import (
	"fmt"
	"strings"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
)

// assignmentLost finds assignments to a row that change nothing: AFTER it was
// written, to OLD, or to a generated column.
var assignmentLost = &Check{
	Code: "assignment-lost", Severity: diag.Warning,
	Doc: "What is assigned to NEW changes the row BEFORE it is written and not AFTER. OLD is never written, and a generated column is computed " +
		"after all BEFORE triggers. A variable named new or old hides the row. Nothing is said where the function reads what it has assigned.",
	Run: func(p *Pass) {
		p.allBodies(func(b body) {
			h := b.header()
			p.hiddenRow(b)
			if h.Level != ast.Row || b.says("tg_when") || assignsWhole(b.block) {
				return
			}
			ast.WalkStmt(b.block, func(s ast.PLStmt) {
				_, targets := parts(s)
				for _, v := range targets {
					row, column := rowOf(v.Names, false)
					if column == "" || b.shadows(v) || readsBack(b.block, row, column) {
						continue
					}
					d := diag.Diagnostic{
						Span: v.At, Related: []diag.Related{{Span: b.Decl.Name.Span, Message: "trigger declared here"}},
					}
					c := b.Table.Column(column)
					switch {
					case row == "old":
						d.Message, d.Help = "nothing comes of what is assigned to OLD", "assign to NEW"
					case h.Timing == ast.After && b.says("tg_op"): // the function may be for others too
						continue
					case h.Timing == ast.After:
						d.Message = fmt.Sprintf("trigger %q fires AFTER the row was written, so nothing comes of this", b.Name)
						d.Help = "fire it BEFORE, or write an UPDATE"
					case h.Timing == ast.Before && c != nil && c.Generated:
						d.Message = fmt.Sprintf("column %q is generated: Postgres computes it after this and drops what is assigned", c.Name)
						d.Help = "leave it out"
						d.Related = append(d.Related, diag.Related{Span: c.Decl, Message: "column declared here"})
					default:
						continue
					}
					p.Report(d)
				}
			})
		})
	},
}

// hiddenRow reports variables that have the name of a row which there is.
func (p *Pass) hiddenRow(b body) {
	if b.header().Level != ast.Row {
		return
	}
	ast.WalkStmt(b.block, func(s ast.PLStmt) {
		block, ok := s.(*ast.Block)
		if !ok {
			return
		}
		for _, d := range block.Decls {
			name := d.Name.Name
			if there := name == "new" && (b.has(ast.Insert) || b.has(ast.Update)) || name == "old" && (b.has(ast.Update) || b.has(ast.Delete)); !there || d.Default != nil || len(d.Alias) > 0 {
				continue
			}
			p.Report(diag.Diagnostic{
				Span:    d.Name.Span,
				Message: fmt.Sprintf("variable %q hides the row: what is read, assigned and returned as %s is the variable", name, strings.ToUpper(name)),
				Help:    "rename the variable, or leave it out",
				Related: []diag.Related{{Span: b.Decl.Name.Span, Message: "trigger declared here"}},
			})
		}
	})
}

// shadows reports whether a variable of the function's own has the row's name.
func (b body) shadows(v ast.Variable) bool {
	shadowed := false
	ast.WalkStmt(b.block, func(s ast.PLStmt) {
		if block, ok := s.(*ast.Block); ok {
			for _, d := range block.Decls {
				shadowed = shadowed || d.Name.Name == strings.ToLower(v.Names[0].Name)
			}
		}
	})
	return shadowed
}

// readsBack reports whether a body reads a column of a row, or the whole row,
// other than to return it or to assign to that column again.
func readsBack(block *ast.Block, row, column string) bool {
	found := false
	ast.WalkStmt(block, func(s ast.PLStmt) {
		if r, ok := s.(*ast.Return); ok && r.Value != nil && returnedRow(r.Value.Root) != "?" {
			return
		}
		sql, targets := parts(s)
		if len(targets) == 1 {
			if r, c := rowOf(targets[0].Names, false); r == row && c == column {
				return // NEW.n := NEW.n + 1
			}
		}
		for _, text := range sql {
			eachRef(text, func(_ *ast.ColumnRef, of, c string) { found = found || of == row && (c == column || c == "") })
		}
	})
	return found
}
