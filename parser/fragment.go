package parser

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"

	pg "github.com/pganalyze/pg_query_go/v5"
	pgparser "github.com/pganalyze/pg_query_go/v5/parser"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/source"
)

// fragments are the pieces of SQL in the directives of a file.
type fragments struct {
	file   *source.File
	report *diag.Report
	list   []*fragment
}

type fragmentKind int

const (
	exprFragment fragmentKind = iota + 1
	stmtFragment
)

type fragment struct {
	kind fragmentKind
	toks []dtoken
	sql  *ast.SQL
}

// add puts tokens aside and returns the SQL that resolve will complete.
func (fs *fragments) add(toks []dtoken, kind fragmentKind) *ast.SQL {
	first, last := toks[0].span, toks[len(toks)-1].span
	sql := &ast.SQL{Span: first.To(last), Root: &ast.Bad{Pos: ast.Pos{At: first.To(last)}}}
	for i := 1; i < len(toks); i++ {
		start, end := toks[i-1].span.End, toks[i].span.Start
		if strings.ContainsAny(fs.file.SQL()[start:end], "\n-/") {
			sql.Gaps = append(sql.Gaps, fs.file.At(start, end))
		}
	}
	fs.list = append(fs.list, &fragment{kind, toks, sql})
	return sql
}

// resolve parses all fragments: in one call if they are right, else one by
// one.
func (fs *fragments) resolve() {
	if len(fs.list) == 0 {
		return
	}
	var q query
	for _, f := range fs.list {
		q.add(f)
	}
	tree, err := pg.Parse(q.text())
	if err == nil && len(tree.Stmts) == len(fs.list) {
		for i, f := range fs.list {
			if !fs.accept(f, &q, tree.Stmts[i]) {
				fs.alone(f)
			}
		}
		return
	}
	for _, f := range fs.list {
		fs.alone(f)
	}
}

// alone parses one fragment and reports what is wrong with it.
func (fs *fragments) alone(f *fragment) {
	var q query
	q.add(f)
	if at, ok := f.unbalanced(); !ok {
		fs.syntax(at, "unbalanced parenthesis")
		return
	}
	if at, ok := f.foreign(); !ok {
		fs.syntax(at, fmt.Sprintf("syntax error at or near %q", at.String()))
		return
	}
	tree, err := pg.Parse(q.text())
	if err != nil {
		span, behind := f.sql.Span, strings.Contains(err.Error(), "at end of input")
		if n := cursor(err); n > 0 {
			at := source.ByteOffset(q.text(), n)
			span, behind = f.tokenAt(q.offset(at)), behind || at >= q.end
		}
		msg := err.Error()
		if behind {
			span, msg = f.end(), "syntax error at the end of "+f.what()
		}
		fs.report.Add(diag.Diagnostic{
			Code: "syntax-error", Severity: diag.Error, Span: span, Message: msg, Help: f.help(), SQLState: "42601",
		})
		return
	}
	if len(tree.Stmts) == 1 && f.kind == stmtFragment && tree.Stmts[0].Stmt.GetSelectStmt().GetIntoClause() != nil {
		fs.syntax(f.sql.Span, "SELECT INTO cannot stand in a trigger: write CREATE TABLE … AS")
		return
	}
	if len(tree.Stmts) != 1 || !fs.accept(f, &q, tree.Stmts[0]) {
		fs.syntax(f.sql.Span, "expected one "+f.what())
	}
}

func (fs *fragments) syntax(at source.Span, msg string) {
	fs.report.Add(diag.Diagnostic{
		Code: "syntax-error", Severity: diag.Error, Span: at, Message: msg, SQLState: "42601",
	})
}

// help is for a statement of PL/pgSQL where SQL is expected.
func (f *fragment) help() string {
	if f.kind != stmtFragment {
		return ""
	}
	switch strings.ToUpper(f.toks[0].text) {
	case "PERFORM":
		return "write SELECT: these are statements of SQL, not of PL/pgSQL"
	case "IF", "CASE", "LOOP", "WHILE", "FOR", "FOREACH", "EXIT", "CONTINUE", "RETURN", "RAISE", "ASSERT", "GET", "NULL", "OPEN", "<<":
		return "these are statements of SQL; for PL/pgSQL write trigger name … AS $$ … $$"
	case "NEW", "OLD":
		return "these are statements of SQL; to change the row write set name before … SET column = value"
	}
	return ""
}

func (f *fragment) what() string {
	if f.kind == exprFragment {
		return "expression"
	}
	return "statement"
}

// accept converts the tree of a fragment; it reports false if the text was
// not what it should be, such as two columns for a condition.
func (fs *fragments) accept(f *fragment, q *query, raw *pg.RawStmt) bool {
	if _, ok := f.unbalanced(); !ok {
		return false
	}
	if _, ok := f.foreign(); !ok {
		return false
	}
	toks := make([]token, len(f.toks))
	for i, t := range f.toks {
		toks[i] = token{start: t.span.Start, end: t.span.End, kind: t.kind}
	}
	c := newConverter(fs.file, toks, q.offset)
	f.sql.Newer = c.newer(run{0, len(c.toks)})
	if f.kind == stmtFragment {
		if raw.Stmt.GetSelectStmt().GetIntoClause() != nil {
			return false // PL/pgSQL takes it for an assignment
		}
		f.sql.Root = c.query(raw.Stmt)
		return true
	}
	sel := raw.Stmt.GetSelectStmt()
	if sel == nil || sel.Op != pg.SetOperation_SETOP_NONE || len(sel.TargetList) != 1 ||
		sel.FromClause != nil || sel.WhereClause != nil || sel.IntoClause != nil || sel.SortClause != nil {
		return false
	}
	target := sel.TargetList[0].GetResTarget()
	if target.Name != "" || target.Indirection != nil {
		return false
	}
	f.sql.Root = c.expr(target.Val)
	return true
}

// unbalanced returns the first parenthesis without its match, if there is
// one: wrapped in parentheses such a text could mean something else.
func (f *fragment) unbalanced() (source.Span, bool) {
	var open []source.Span
	for _, t := range f.toks {
		switch t.text {
		case "(":
			open = append(open, t.span)
		case ")":
			if len(open) == 0 {
				return t.span, false
			}
			open = open[:len(open)-1]
		}
	}
	if len(open) > 0 {
		return open[0], false
	}
	return source.Span{}, true
}

// foreign returns the first token that means something only because the text
// is parsed in parentheses: a comma makes a row of it, SELECT a subquery.
func (f *fragment) foreign() (source.Span, bool) {
	if f.kind != exprFragment {
		return source.Span{}, true
	}
	switch strings.ToUpper(f.toks[0].text) {
	case "SELECT", "WITH", "VALUES", "TABLE":
		return f.toks[0].span, false
	}
	depth := 0
	for _, t := range f.toks {
		switch t.text {
		case "(", "[":
			depth++
		case ")", "]":
			depth--
		case ",":
			if depth == 0 {
				return t.span, false
			}
		}
	}
	return source.Span{}, true
}

// tokenAt returns the span of the token that holds a place in the file.
func (f *fragment) tokenAt(offset int) source.Span {
	for _, t := range f.toks {
		if offset < t.span.End {
			return t.span
		}
	}
	return f.end()
}

func (f *fragment) end() source.Span { return f.toks[len(f.toks)-1].span }

// query is the text in which fragments are parsed, and where its bytes come
// from.
type query struct {
	b      strings.Builder
	pieces []ast.Piece
	end    int // of the last fragment
}

func (q *query) add(f *fragment) {
	if f.kind == exprFragment {
		q.b.WriteString("SELECT (")
	}
	for i, t := range f.toks {
		if i > 0 && f.toks[i-1].span.End < t.span.Start {
			q.b.WriteByte(' ')
		}
		q.pieces = append(q.pieces, ast.Piece{Start: q.b.Len(), Offset: t.span.Start})
		q.b.WriteString(t.text)
	}
	q.end = q.b.Len()
	if f.kind == exprFragment {
		q.b.WriteByte(')')
	}
	q.b.WriteString(";\n")
}

func (q *query) text() string { return q.b.String() }

// offset returns the place in the file of a byte of the text.
func (q *query) offset(at int) int {
	i, found := slices.BinarySearchFunc(q.pieces, at, func(p ast.Piece, at int) int { return p.Start - at })
	if !found {
		i--
	}
	i = max(i, 0)
	return max(at-q.pieces[i].Start, 0) + q.pieces[i].Offset
}

// cursor returns the position in characters, from 1, of an error of the
// parser, or 0.
func cursor(err error) int {
	var e *pgparser.Error
	if errors.As(err, &e) {
		return e.Cursorpos
	}
	return 0
}

// libpg_query's PL/pgSQL parser has no catalog, so it refuses some bodies that
// the server takes: fields of declared records, bound cursors, collations.
var unsureBody = regexp.MustCompile(`is not a known variable|must be of type cursor|collations are not supported|type "?-"?`)

// checkBody reports a body that is no PL/pgSQL. The parser names neither the
// column nor, for embedded SQL, the right line, so the place is that of the
// word it complains of, if that word stands there just once.
func (fs *fragments) checkBody(b *ast.Body) {
	tag := "$trigc_body$"
	for strings.Contains(b.Text, tag) {
		tag = tag[:len(tag)-1] + "x$"
	}
	_, err := pg.ParsePlPgSqlToJSON("CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS " + tag + b.Text + tag)
	if err == nil || unsureBody.MatchString(err.Error()) {
		return
	}
	span := b.Span
	if m := nearWord.FindStringSubmatch(err.Error()); m != nil && strings.Count(b.Text, m[1]) == 1 {
		at := strings.Index(b.Text, m[1])
		span = b.At(at, at+len(m[1]))
	} else if e := (*pgparser.Error)(nil); errors.As(err, &e) && boundCursor(b.Text, e) {
		return
	}
	fs.report.Add(diag.Diagnostic{
		Code: "syntax-error", Severity: diag.Error, Span: span, Message: firstLine(err.Error()) + " in the body", SQLState: "42601",
	})
}

var (
	nearWord   = regexp.MustCompile(`at or near "([^"]+)"`)
	cursorDecl = regexp.MustCompile(`(?i)\bcursor\b`)
)

// boundCursor reports whether an error may be the false one about FOR over a
// bound cursor.
func boundCursor(body string, e *pgparser.Error) bool {
	return cursorDecl.MatchString(body) && nearWord.MatchString(e.Message)
}

func firstLine(s string) string {
	line, _, _ := strings.Cut(s, "\n")
	return line
}
