package lint

import (
	"fmt"
	"slices"
	"strings"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
)

// statementDefault finds triggers that were meant for each row: without FOR
// EACH ROW a trigger is for each statement, and OLD and NEW are NULL there.
var statementDefault = &Check{
	Code: "statement-default", Severity: diag.Warning,
	Doc: "Without FOR EACH ROW a trigger fires once for each statement. Its function then reads NULL from OLD and NEW, and raises no error.",
	Run: func(p *Pass) {
		p.bodies(func(b body) {
			h := b.header()
			if !b.byDefault() || b.says("tg_level") {
				return
			}
			ref := usesRow(b.block)
			if ref == nil {
				return
			}
			d := diag.Diagnostic{
				Span:    b.Decl.Name.Span,
				Message: fmt.Sprintf("this fires once for each statement, where %s is NULL", strings.ToUpper(ref.Parts[0].Name)),
				Help:    "write FOR EACH ROW",
				Related: []diag.Related{{Span: ref.Span(), Message: "read here"}},
			}
			if at := h.On.Span; h.When == nil && h.DeferSpan.IsZero() && !b.has(ast.Truncate) {
				d.Fixes = []diag.Fix{{Message: "write FOR EACH ROW", Edits: []diag.Edit{{Span: at.File.At(at.End, at.End), Text: " FOR EACH ROW"}}}}
			}
			p.Report(d)
		})
	},
}

// byDefault reports whether a trigger is for each statement, and could be for each row,
// because it does not say.
func (b body) byDefault() bool {
	h := b.header()
	return h.Level == ast.Statement && h.LevelSpan.IsZero() && h.OldTable == nil && h.NewTable == nil &&
		slices.ContainsFunc(h.Events, func(e ast.EventSpec) bool { return e.Event != ast.Truncate })
}

// usesRow returns a place where a body reads a column of OLD or NEW.
func usesRow(block *ast.Block) *ast.ColumnRef {
	var found *ast.ColumnRef
	ast.WalkStmt(block, func(s ast.PLStmt) {
		sql, targets := parts(s)
		for _, text := range sql {
			eachRef(text, func(ref *ast.ColumnRef, _, column string) {
				if found == nil && column != "" {
					found = ref
				}
			})
		}
		for _, v := range targets {
			if row, column := rowOf(v.Names, false); found == nil && row != "" && column != "" {
				found = &ast.ColumnRef{Pos: ast.Pos{At: v.At}, Parts: v.Names}
			}
		}
	})
	return found
}
