package parser

import (
	"reflect"
	"strings"

	pg "github.com/pganalyze/pg_query_go/v5"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/source"
)

// The text of EXECUTE that is made of constants alone is SQL like any other. It
// is parsed in a file of its own, in which it stands without quotes, and what
// comes out is moved to where the user wrote it.

// A written text is one made of constants, and where each of its bytes stands.
type written struct {
	text       strings.Builder
	start, end []int
	null       bool
}

// dynamicText reads the text of EXECUTE, if it is constant.
func (fs *fragments) dynamicText(sql *ast.SQL) {
	w := &written{}
	if !w.add(sql.Root) {
		return
	}
	sql.Dynamic = &ast.Dynamic{Null: w.null}
	if w.null {
		return
	}
	file := source.NewFile(fs.file.Path(), w.text.String())
	read(file, sql.Dynamic)
	whole := sql.Span
	move(reflect.ValueOf(sql.Dynamic), func(s source.Span) source.Span {
		if s.File != file {
			return s
		}
		if s.Start >= len(w.start) { // the end of the text
			return whole
		}
		start := w.start[s.Start]
		return fs.file.At(start, max(w.end[max(s.End-1, s.Start)], start))
	})
}

// add adds the constants of an expression; it reports false if there is
// anything else in it.
func (w *written) add(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.Const:
		switch n.Kind {
		case ast.NullConst:
			w.null = true
			return true
		case ast.StringConst:
			w.constant(n)
			return true
		}
	case *ast.Op:
		return n.Kind == ast.PlainOp && n.Name.Name == "||" && n.Name.Schema == "" && n.Left != nil && w.add(n.Left) && w.add(n.Right)
	}
	return false
}

func (w *written) constant(k *ast.Const) {
	at := k.Span()
	w.text.WriteString(k.Value)
	offsets := writtenOffsets(at.String(), k.Value)
	for i := range len(k.Value) {
		if offsets == nil {
			w.start, w.end = append(w.start, at.Start), append(w.end, at.End)
			continue
		}
		w.start, w.end = append(w.start, at.Start+offsets[i]), append(w.end, at.Start+offsets[i+1])
	}
}

// writtenOffsets is quotedOffsets of a constant in any quotes, also of one in a
// body that itself stands in single quotes.
func writtenOffsets(raw, value string) []int {
	if strings.HasPrefix(raw, "$") {
		tag := strings.IndexByte(raw[1:], '$') + 2
		if len(raw) != 2*tag+len(value) || raw[tag:tag+len(value)] != value {
			return nil
		}
		offsets := make([]int, len(value)+1)
		for i := range offsets {
			offsets[i] = tag + i
		}
		return offsets
	}
	if offsets := quotedOffsets(raw, value); offsets != nil {
		return offsets
	}
	var outer []int // of what the body's own quotes leave
	var single strings.Builder
	for i := 0; i < len(raw); i++ {
		outer = append(outer, i)
		single.WriteByte(raw[i])
		if strings.HasPrefix(raw[i:], "''") {
			i++
		}
	}
	offsets := quotedOffsets(single.String(), value)
	for i, at := range offsets {
		offsets[i] = outer[at]
	}
	return offsets
}

// read parses the statements of a text. Postgres parses all of them before it
// runs the first.
func read(file *source.File, d *ast.Dynamic) {
	text := file.SQL()
	toks := scanBroken(text)
	var r diag.Report
	rec := &recovery{file: file, sql: text, toks: toks, report: &r}
	for start := 0; start < len(toks); {
		end := cut(text, toks, start)
		if first := start; statementIn(toks[start:end], &first) {
			first += start
			tree, parsed, newer, err := parseStatement(file, text, toks[first:end])
			if err != nil {
				rec.syntax(first, end, toks[first].start, parsed, err)
				bad := r.Sorted()[0]
				d.Stmts = nil
				d.Bad = &ast.BadText{Span: bad.Span, SQLState: bad.SQLState, Message: bad.Message}
				return
			}
			d.Newer = append(d.Newer, newer...)
			base := toks[first].start
			c := newConverter(file, toks[first:end], func(i int) int { return base + i })
			c.report, c.newer = new(diag.Report), &d.Newer
			for _, raw := range tree.Stmts {
				at := file.At(base, lastOf(toks[first:end]).end)
				into := raw.Stmt.GetSelectStmt() != nil && intoClause(raw.Stmt.GetSelectStmt()) != nil
				d.Stmts = append(d.Stmts, ast.DynamicStmt{SQL: &ast.SQL{Span: at, Root: c.query(raw.Stmt)}, Text: at.String(), Into: into})
			}
		}
		start = end
	}
}

// statementIn reports whether there is more than comments and a semicolon in
// some tokens, and sets first to the first of it.
func statementIn(toks []token, first *int) bool {
	for i, t := range toks {
		if !t.isComment() && t.kind != pg.Token_ASCII_59 {
			*first = i
			return true
		}
	}
	return false
}

// lastOf returns the last token of a statement, without its semicolon.
func lastOf(toks []token) token {
	for i := len(toks) - 1; i > 0; i-- {
		if t := toks[i]; !t.isComment() && t.kind != pg.Token_ASCII_59 {
			return t
		}
	}
	return toks[0]
}
