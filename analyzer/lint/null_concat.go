package lint

import (
	"fmt"
	"slices"
	"strings"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/schema"
)

// nullConcat finds texts that are lost as a whole where a column is NULL (manual,
// section 9.4).
var nullConcat = &Check{
	Code: "null-concat", Severity: diag.Warning,
	Doc: "'author ' || NEW.author is NULL as a whole if the author is. What is stored then is NULL, what is sent by pg_notify is empty, and EXECUTE and RAISE … USING fail. " +
		"concat() and format() take NULL as nothing. Nothing is said of columns with a default, and where a condition is about the column.",
	Run: func(p *Pass) {
		n := p.nulls()
		told := map[*ast.Op]bool{}
		p.allBodies(func(b body) {
			if b.header().Level != ast.Row || len(b.ColumnRenames) > 0 {
				return
			}
			b.eachText(p.DB, func(value ast.Node, column, lost string) {
				chain, ok := stripped(value).(*ast.Op)
				if !ok || told[chain] {
					return
				}
				for _, operand := range b.textChain(chain) {
					name := rowColumn(operand)
					if name == nil || name[1] == column { // what is NULL stays NULL
						continue
					}
					col := n.column(b.Table, name[1])
					if col == nil || col.Default != nil || !inText(col.Type) || b.aboutNull(col.Name) {
						continue
					}
					told[chain] = true
					written := operand.Span().String()
					text := written
					if !col.Type.IsText() {
						text += "::text"
					}
					help := fmt.Sprintf("write COALESCE(%s, ''), or concat() or format() in the place of ||", text)
					if strings.HasPrefix(lost, "EXECUTE") {
						help = "write format() with %L or %I in the place of ||, or quote_nullable()"
					}
					p.Report(diag.Diagnostic{
						Span:    operand.Span(),
						Message: fmt.Sprintf("%s if %s is NULL: || with NULL is NULL as a whole", lost, written),
						Help:    help,
						Related: []diag.Related{{Span: col.Decl, Message: "column declared here"}},
					})
					return
				}
			})
		})
	},
}

// eachText calls f for the texts that a body stores, sends, raises or executes:
// the column that it is stored in, or "", and what becomes of it.
func (b body) eachText(db *schema.DB, f func(value ast.Node, column, lost string)) {
	used := map[string]bool{} // variables whose value is one of them
	all := func(value ast.Node, column, lost string) {
		for _, operand := range operands(value) {
			if ref, ok := operand.(*ast.ColumnRef); ok && len(ref.Parts) == 1 && !ref.Star {
				used[ref.Parts[0].Name] = true
			}
		}
		f(value, column, lost)
	}
	ast.WalkStmt(b.block, func(s ast.PLStmt) {
		switch s := s.(type) {
		case *ast.Assign:
			if row, column := rowOf(s.Target.Names, false); row == "new" && len(s.Target.Names) == 2 && b.header().Timing != ast.After {
				if c := b.Table.Column(column); c != nil && holdsText(c.Type) {
					all(s.Value.Root, column, fmt.Sprintf("column %q becomes NULL", column))
				}
			}
		case *ast.ExecSQL:
			if q, ok := s.SQL.Root.(*ast.Query); ok {
				eachStored(db, q, all)
			}
		case *ast.Perform:
			ast.Walk(s.Query.Root, func(n ast.Node) bool {
				if c, ok := n.(*ast.Call); ok && c.Func.Name == "pg_notify" && len(c.Args) == 2 {
					all(c.Args[0], "", "pg_notify fails, since its channel is NULL,")
					all(c.Args[1], "", "the payload is empty")
				}
				return true
			})
		case *ast.Raise:
			for _, o := range s.Options {
				all(o.Value.Root, "", "RAISE fails, since an option is NULL,")
			}
		case *ast.Execute:
			all(s.Text.Root, "", "EXECUTE fails, since its text is NULL,")
		}
	})
	// A variable stands between, whose type is a text.
	texts := map[string]bool{}
	value := func(name string, sql *ast.SQL) {
		if sql != nil && texts[name] && used[name] && !b.says("coalesce("+name) && !b.says(name+" is ") {
			f(sql.Root, "", fmt.Sprintf("%q becomes NULL", name))
		}
	}
	ast.WalkStmt(b.block, func(s ast.PLStmt) {
		switch s := s.(type) {
		case *ast.Block:
			for _, d := range s.Decls {
				if d.Type != nil && d.Type.Of == ast.PlainType && slices.Contains([]string{"text", "varchar"}, d.Type.Name.Name.Name) {
					texts[d.Name.Name] = true
					value(d.Name.Name, d.Default)
				}
			}
		case *ast.Assign:
			if len(s.Target.Names) == 1 && len(s.Target.Steps) == 0 {
				value(s.Target.Names[0].Name, s.Value)
			}
		}
	})
}

// eachStored calls f for the values of columns of type text that INSERT or UPDATE
// writes.
func eachStored(db *schema.DB, q *ast.Query, f func(value ast.Node, column, lost string)) {
	if q.Target == nil || q.Clauses == nil {
		return
	}
	at := q.Target.Name.Span
	rel := db.RelationAt(q.Target.Name, at.File, at.Start)
	if rel == nil {
		return
	}
	store := func(column string, value ast.Node) {
		c := rel.Column(column)
		if c == nil || !holdsText(c.Type) || value == nil {
			return
		}
		for _, operand := range operands(value) { // a row without it is not written
			if name := rowColumn(operand); name != nil && (mentions(q.Clauses.Where, name[1]) || q.Clauses.Source != nil && mentions(q.Clauses.Source.Clauses.Where, name[1])) {
				return
			}
		}
		f(value, column, fmt.Sprintf("column %q of %q becomes NULL", column, rel.Name))
	}
	sets := q.Clauses.Sets
	if q.Clauses.Conflict != nil {
		sets = append(slices.Clone(sets), q.Clauses.Conflict.Sets...)
	}
	for _, s := range sets {
		if !s.Several && len(s.Columns) == 1 && !s.Columns[0].Part {
			store(s.Columns[0].Name, s.Value)
		}
	}
	src := q.Clauses.Source
	if q.Kind != ast.InsertQuery || src == nil || src.Clauses == nil {
		return
	}
	columns := q.Columns
	if len(columns) == 0 {
		for _, c := range rel.Columns {
			columns = append(columns, ast.Ident{Name: c.Name})
		}
	}
	rows := src.Clauses.Values
	if rows == nil {
		var row []ast.Node
		for _, t := range src.Clauses.Targets {
			if ref, ok := t.Expr.(*ast.ColumnRef); ok && ref.Star {
				return
			}
			row = append(row, t.Expr)
		}
		rows = [][]ast.Node{row}
	}
	for _, row := range rows {
		for i, value := range row {
			if i < len(columns) {
				store(columns[i].Name, value)
			}
		}
	}
}

// operands returns what || puts together, or the value itself.
func operands(n ast.Node) []ast.Node {
	n = stripped(n)
	if op, ok := n.(*ast.Op); ok && op.Kind == ast.PlainOp && op.Name.Name == "||" && op.Left != nil {
		return append(operands(op.Left), operands(op.Right)...)
	}
	return []ast.Node{n}
}

// textChain returns the operands of || if they are put together to a text, or to
// a search vector.
func (b body) textChain(op *ast.Op) []ast.Node {
	list := operands(op)
	text := len(list) > 1 && slices.ContainsFunc(list, func(n ast.Node) bool {
		if c := rowColumn(n); c != nil {
			col := b.Table.Column(c[1])
			return col != nil && col.Type.IsText()
		}
		k, ok := n.(*ast.Const)
		return ok && k.Kind == ast.StringConst
	})
	if !text {
		return nil
	}
	return list
}

// strict are functions that yield NULL if their first argument is NULL.
var strict = []string{"lower", "upper", "initcap", "btrim", "ltrim", "rtrim", "left", "right", "substr", "replace", "to_char", "quote_literal", "quote_ident", "md5", "round", "setweight"}

// stripped returns what makes a value NULL if it is: without a cast, and without
// a function that yields NULL for NULL.
func stripped(n ast.Node) ast.Node {
	switch v := n.(type) {
	case *ast.Cast:
		if v.Type.Array == 0 {
			return stripped(v.Arg)
		}
	case *ast.Call:
		switch {
		case len(v.Args) > 0 && v.Func.Name == "to_tsvector":
			return stripped(v.Args[len(v.Args)-1])
		case len(v.Args) > 0 && slices.Contains(strict, v.Func.Name):
			return stripped(v.Args[0])
		}
	}
	return n
}

// holdsText reports whether a column has texts, or the search vectors of some.
func holdsText(t *schema.TypeRef) bool {
	return t.IsText() || t.Array == 0 && t.Base().Name == "tsvector"
}

// inText reports whether || of a literal and a value of the type is a text.
func inText(t *schema.TypeRef) bool {
	return t.Array == 0 && (t.IsText() || t.IsInteger() || t.IsNumeric() || t.IsBoolean() || t.IsDateTime() || t.IsTimestamp() || t.Enum() != nil || t.Base().Name == "uuid")
}

// aboutNull reports whether a body, or WHEN, asks anything of a column that it
// can answer only where the column is not NULL, or asks for NULL.
func (b body) aboutNull(column string) bool {
	if b.testsNull(column) {
		return true
	}
	asks := func(n ast.Node) bool {
		found := false
		ast.Walk(n, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.NullTest:
				c := rowColumn(n.Arg)
				found = found || c != nil && c[1] == column
			case *ast.Op:
				if n.Kind != ast.DistinctOp && n.Kind != ast.NotDistinct && n.Name.Name != "||" {
					found = found || slices.ContainsFunc([]ast.Node{n.Left, n.Right}, func(side ast.Node) bool { return side != nil && mentionsRow(side, column) })
				}
			}
			return !found
		})
		return found
	}
	if h := b.header(); h.When != nil && asks(h.When.Root) {
		return true
	}
	found := false
	ast.WalkStmt(b.block, func(s ast.PLStmt) {
		switch s.(type) {
		case *ast.If, *ast.CaseStmt, *ast.While, *ast.Exit, *ast.Assert:
			sql, _ := parts(s)
			found = found || slices.ContainsFunc(sql, func(text *ast.SQL) bool { return asks(text.Root) || isColumn(text.Root, column) })
		}
	})
	return found
}

// isColumn reports whether an expression is a column of OLD or NEW: the operand of CASE.
func isColumn(n ast.Node, column string) bool {
	c := rowColumn(n)
	return c != nil && c[1] == column
}

// mentionsRow reports whether an expression names a column of OLD or NEW.
func mentionsRow(n ast.Node, column string) bool {
	found := false
	ast.Walk(n, func(n ast.Node) bool {
		found = found || isColumn(n, column)
		return !found
	})
	return found
}
