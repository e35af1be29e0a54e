package parser

import (
	"errors"
	"fmt"
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
	bodies []plText
	parsed []*plBody
	newer  *[]ast.Newer
	texts  []*ast.SQL // of EXECUTE
	raises []*ast.Raise
}

type fragmentKind int

const (
	exprFragment fragmentKind = iota + 1
	stmtFragment
	// In a body an expression can have all that a SELECT has behind its word.
	bodyExpr
	bodyStmt
	performStmt // without the word
	typeFragment
)

type fragment struct {
	kind fragmentKind
	toks []dtoken
	sql  *ast.SQL
	body *plBody      // of a fragment in a body
	typ  *ast.VarType // of a type
	put  []string     // the texts of toks in the older grammar; nil if that is theirs
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
	fs.list = append(fs.list, &fragment{kind: kind, toks: toks, sql: sql})
	return sql
}

// resolve parses all fragments: in one call if they are right, else those of
// each body together, and if those are not, one by one.
func (fs *fragments) resolve() {
	if !fs.together(fs.list) {
		for rest := fs.list; len(rest) > 0; {
			n := 1
			for n < len(rest) && rest[n].body == rest[0].body {
				n++
			}
			if group := rest[:n]; !fs.together(group) {
				fs.oneByOne(group)
			}
			rest = rest[n:]
		}
	}
	fs.finish()
}

// together parses fragments in one call. It reports false if one of them is
// not right.
func (fs *fragments) together(list []*fragment) bool {
	if len(list) == 0 {
		return true
	}
	var q query
	for _, f := range list {
		q.add(f)
	}
	tree, err := pg.Parse(q.text())
	if err != nil || len(tree.Stmts) != len(list) {
		return false
	}
	for i, f := range list {
		if !fs.accept(f, &q, tree.Stmts[i]) {
			return false
		}
	}
	return true
}

// oneByOne reports what is wrong with fragments; of a body that is the first
// mistake, and it stands before what the parser of the body has found.
func (fs *fragments) oneByOne(list []*fragment) {
	for _, f := range list {
		d := fs.alone(f)
		switch {
		case d == nil:
		case f.body == nil:
			fs.report.Add(*d)
		default:
			f.body.err = d
			return
		}
	}
}

// alone parses one fragment and returns what is wrong with it.
func (fs *fragments) alone(f *fragment) *diag.Diagnostic {
	var q query
	q.add(f)
	syntax := func(at source.Span, msg string) *diag.Diagnostic {
		return &diag.Diagnostic{Code: "syntax-error", Severity: diag.Error, Span: at, Message: msg, SQLState: "42601"}
	}
	if at, ok := f.unbalanced(); !ok {
		return syntax(at, "unbalanced parenthesis")
	}
	if at, ok := f.foreign(); !ok {
		return syntax(at, fmt.Sprintf("syntax error at or near %q", at.String()))
	}
	tree, err := pg.Parse(q.text())
	if err != nil && fs.older(f) {
		q = query{}
		q.add(f)
		tree, err = pg.Parse(q.text())
	}
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
		d := syntax(span, msg)
		d.Help, d.SQLState = f.help(), stateOf(msg)
		return d
	}
	if len(tree.Stmts) == 1 && f.kind == stmtFragment && tree.Stmts[0].Stmt.GetSelectStmt().GetIntoClause() != nil {
		return syntax(f.sql.Span, "SELECT INTO cannot stand in a trigger: write CREATE TABLE … AS")
	}
	if len(tree.Stmts) != 1 || !fs.accept(f, &q, tree.Stmts[0]) {
		if at, ok := f.setOperation(); ok {
			return syntax(at, fmt.Sprintf("syntax error at or near %q", at.String()))
		}
		return syntax(f.sql.Span, "expected one "+f.what())
	}
	return nil
}

// older puts a fragment into the older grammar; it reports false if there is
// nothing newer in it.
func (fs *fragments) older(f *fragment) bool {
	toks := make([]token, len(f.toks))
	for i, t := range f.toks {
		toks[i] = token{start: t.span.Start, end: t.span.End, kind: t.kind}
	}
	o := newOlder(toks, func(i int) string { return f.toks[i].text })
	if o == nil {
		return false
	}
	f.put = o.put
	*fs.newer = append(*fs.newer, o.newer(func(r run) source.Span { return f.toks[r.i].span.To(f.toks[r.j-1].span) })...)
	return true
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
	switch f.kind {
	case exprFragment, bodyExpr:
		return "expression"
	case typeFragment:
		return "type"
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
	c.newer = fs.newer
	if f.kind == stmtFragment {
		if raw.Stmt.GetSelectStmt().GetIntoClause() != nil {
			return false // PL/pgSQL takes it for an assignment
		}
		f.sql.Root = c.query(raw.Stmt)
		return true
	}
	sel := raw.Stmt.GetSelectStmt()
	switch f.kind {
	case bodyStmt, performStmt:
		f.sql.Root = c.query(raw.Stmt)
		return true
	case bodyExpr:
		return f.acceptExpr(c, raw)
	case typeFragment:
		return f.acceptType(c, sel)
	}
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

// acceptExpr converts an expression of a body (PLpgSQL_Expr).
func (f *fragment) acceptExpr(c *converter, raw *pg.RawStmt) bool {
	sel := raw.Stmt.GetSelectStmt()
	if sel == nil || sel.Op != pg.SetOperation_SETOP_NONE || sel.IntoClause != nil {
		return false
	}
	plain := len(sel.TargetList) == 1 && sel.FromClause == nil && sel.WhereClause == nil && sel.GroupClause == nil &&
		sel.HavingClause == nil && sel.WindowClause == nil && sel.SortClause == nil && sel.LimitCount == nil &&
		sel.LimitOffset == nil && sel.LockingClause == nil && sel.DistinctClause == nil
	if plain {
		if t := sel.TargetList[0].GetResTarget(); t.Name == "" && t.Indirection == nil && !isStar(t.Val) {
			f.sql.Root = c.expr(t.Val)
			return true
		}
	}
	f.sql.Root = c.query(raw.Stmt)
	return true
}

// acceptType converts the type of a variable.
func (f *fragment) acceptType(c *converter, sel *pg.SelectStmt) bool {
	if sel == nil || len(sel.TargetList) != 1 {
		return false
	}
	t := sel.TargetList[0].GetResTarget()
	cast := t.Val.GetTypeCast()
	if cast == nil || t.Name != "" || !cast.Arg.GetAConst().GetIsnull() || cast.TypeName.Setof || cast.TypeName.PctType || sel.FromClause != nil || sel.WhereClause != nil {
		return false
	}
	f.typ.Name, _ = c.typeName(cast.TypeName)
	return true
}

// setOperation returns the first word of a body's expression that makes more
// than one SELECT of it, or INTO.
func (f *fragment) setOperation() (source.Span, bool) {
	depth := 0
	for _, t := range f.toks {
		switch strings.ToUpper(t.text) {
		case "(":
			depth++
		case ")":
			depth--
		case "UNION", "INTERSECT", "EXCEPT", "INTO":
			if depth == 0 && f.kind == bodyExpr {
				return t.span, true
			}
		}
	}
	return source.Span{}, false
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
	switch f.kind {
	case exprFragment:
		q.b.WriteString("SELECT (")
	case bodyExpr, performStmt:
		q.b.WriteString("SELECT ")
	case typeFragment:
		q.b.WriteString("SELECT CAST(NULL AS ")
	}
	for i, t := range f.toks {
		if i > 0 && f.toks[i-1].span.End < t.span.Start {
			q.b.WriteByte(' ')
		}
		q.pieces = append(q.pieces, ast.Piece{Start: q.b.Len(), Offset: t.span.Start})
		if f.put != nil {
			q.b.WriteString(f.put[i])
		} else {
			q.b.WriteString(t.text)
		}
	}
	q.end = q.b.Len()
	if f.kind == exprFragment || f.kind == typeFragment {
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
