package lint

import (
	"fmt"
	"strings"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
)

// rowWork finds triggers that run a statement for each row where one for all
// would do.
var rowWork = &Check{
	Code: "row-work", Severity: diag.Note,
	Doc: "A trigger AFTER each row whose function does nothing but INSERT values of the row does so as often as there are rows. FOR EACH STATEMENT, " +
		"one INSERT … SELECT of a transition table does the same and is several times as fast for many rows.",
	Run: func(p *Pass) {
		told := map[*ast.Block]bool{}
		p.allBodies(func(b body) {
			if b.unit != nil && b.unit.Block == nil {
				return // run says FOR EACH ROW by itself
			}
			h := b.header()
			if h.Timing != ast.After || h.Level != ast.Row || b.Decl.Constraint || !h.DeferSpan.IsZero() || len(h.Events) != 1 || len(h.Events[0].Columns) > 0 ||
				b.Table.Kind != ast.Table || len(b.Table.Children) > 0 || b.Table.PartitionOf != nil || len(b.Table.Parents) > 0 || told[b.block] {
				return
			}
			writes, row := rowInserts(b.block)
			if len(writes) == 0 || h.When != nil && b.unit == nil && !readsOnly(h.When.Root, row) {
				return
			}
			var at []diag.Related
			for _, q := range writes {
				name := q.Target.Name
				if p.DB.RelationAt(name, name.Span.File, name.Span.Start) == b.Table {
					return
				}
				at = append(at, diag.Related{Span: name.Span, Message: "the INSERT"})
			}
			told[b.block] = true
			p.Report(diag.Diagnostic{
				Span:    b.Decl.Name.Span,
				Message: fmt.Sprintf("this runs an INSERT into %q for each row; one for all rows of a statement is faster", writes[0].Target.Name.String()),
				Help:    fmt.Sprintf("write REFERENCING %s TABLE AS %s_rows FOR EACH STATEMENT, and INSERT … SELECT from it", strings.ToUpper(row), row),
				Related: at,
			})
		})
	},
}

// rowInserts returns the INSERTs that are all that a body does, if each could be one
// for many rows, and which of OLD and NEW they read.
func rowInserts(block *ast.Block) (writes []*ast.Query, row string) {
	if len(block.Decls) > 0 || len(block.Handlers) > 0 {
		return nil, ""
	}
	for i, s := range block.Stmts {
		if _, ok := s.(*ast.Return); ok && i > 0 && i == len(block.Stmts)-1 {
			break
		}
		exec, ok := s.(*ast.ExecSQL)
		if !ok || exec.Into != nil {
			return nil, ""
		}
		q, ok := exec.SQL.Root.(*ast.Query)
		if !ok || !manyRows(q) {
			return nil, ""
		}
		reads := ""
		eachRef(exec.SQL, func(_ *ast.ColumnRef, of, _ string) { reads = of })
		if reads == "" || row != "" && reads != row || !readsOnly(q, reads) {
			return nil, ""
		}
		writes, row = append(writes, q), reads
	}
	return writes, row
}

// manyRows reports whether a statement is an INSERT of values of a row, which
// could be one of those of many rows to the same effect.
func manyRows(q *ast.Query) bool {
	if q.Kind != ast.InsertQuery || q.Clauses == nil || q.Clauses.Source == nil || len(q.Clauses.With) > 0 || len(q.Returning) > 0 ||
		q.Clauses.Conflict != nil && q.Clauses.Conflict.Update {
		return false
	}
	src := q.Clauses.Source.Clauses
	if src == nil || src.SetOp != "" || len(src.From) > 0 || len(src.Values) > 1 {
		return false
	}
	plain := true
	ast.Walk(q.Clauses.Source, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.SubLink: // it sees what has been written for other rows
			plain = false
		case *ast.ColumnRef:
			row, _ := rowOf(n.Parts, n.Star)
			plain = plain && (row != "" || len(n.Parts) == 1 && strings.HasPrefix(n.Parts[0].Name, "tg_"))
		}
		return plain
	})
	return plain
}

// readsOnly reports whether an expression reads no other row of the trigger
// than the one.
func readsOnly(n ast.Node, row string) bool {
	only := true
	ast.Walk(n, func(n ast.Node) bool {
		if ref, ok := n.(*ast.ColumnRef); ok {
			of, _ := rowOf(ref.Parts, ref.Star)
			only = only && (of == "" || of == row)
		}
		return only
	})
	return only
}
