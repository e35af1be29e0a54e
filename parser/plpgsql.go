package parser

import (
	"slices"
	"strings"

	pg "github.com/pganalyze/pg_query_go/v5"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/source"
)

// The parser of PL/pgSQL follows pl_gram.y rule by rule, since what a body
// means, and which mistake Postgres sees first, depends on the order in which
// that grammar reads it. SQL in a body is put aside and parsed together with
// that of the whole file. The first mistake ends a body: what follows it can
// mean anything.

// A plParser parses the body of one trigger function.
type plParser struct {
	toks   []dtoken
	end    source.Span // where the body ends
	pos    int
	pushed *lexeme
	last   lexeme // the last one read
	mode   plMode
	scopes []*scope
	frags  *fragments
	body   *plBody
}

// A plBody is what the fragments of a body have in common: its first mistake.
type plBody struct {
	block *ast.Block
	err   *diag.Diagnostic
	set   func(*ast.Block)
}

// parse parses a body. A mistake is kept in the body, until those in its SQL
// are known too.
func (p *plParser) parse(function string) (b *ast.Block) {
	defer func() {
		switch e := recover().(type) {
		case nil:
		case plError:
			p.body.err = &e.d
			b = nil
		default:
			panic(e)
		}
	}()
	p.mode = normalMode
	p.scopes = append(p.scopes, triggerScope(function))
	options := p.options()
	l := p.next()
	var label ast.Ident
	if l.is("<<") {
		label = p.label()
		l = p.next()
	}
	if !l.is("declare", "begin") {
		p.unexpected(l, syntaxError, "DECLARE", "BEGIN")
	}
	b = p.block(label, l)
	b.Options = options
	if l = p.next(); l.is(";") {
		l = p.next()
	}
	if l.kind != endLex {
		p.unexpected(l, syntaxError)
	}
	return b
}

// options reads the lines #name value at the head of a body.
func (p *plParser) options() (list []ast.BodyOption) {
	for {
		hash := p.next()
		if !hash.is("#") {
			p.back(hash)
			return list
		}
		name := p.next()
		values := map[string][]string{
			"option": {"dump"}, "print_strict_params": {"on", "off"}, "variable_conflict": {"error", "use_variable", "use_column"},
		}
		if name.kind != keywordLex || values[name.text] == nil {
			p.unexpected(name, syntaxError, "option", "print_strict_params", "variable_conflict")
		}
		value := p.next()
		switch {
		case name.text == "print_strict_params" && (value.kind == wordLex || value.kind == keywordLex):
			if v := p.toks[value.i].val; v != "on" && v != "off" {
				p.fail("syntax-error", "XX000", p.at(value), "unrecognized print_strict_params option %s", v)
			}
		case value.kind != keywordLex || !slices.Contains(values[name.text], value.text):
			p.unexpected(value, syntaxError, values[name.text]...)
		}
		list = append(list, ast.BodyOption{Pos: p.posOf(hash.i), Name: p.ident(name.i), Value: p.ident(value.i)})
	}
}

// posOf returns the place from token i up to the last one read.
func (p *plParser) posOf(i int) ast.Pos { return ast.Pos{At: p.span(i, p.pos)} }

// label reads a label behind <<.
func (p *plParser) label() ast.Ident {
	id := p.anyIdent()
	p.expect(">>")
	return id
}

// anyIdent reads a name that need not be unknown: any_identifier.
func (p *plParser) anyIdent() ast.Ident {
	l := p.next()
	switch {
	case l.kind == wordLex, l.kind == keywordLex, l.kind == datumLex && len(l.names) == 1:
		return p.ident(l.i)
	}
	p.unexpected(l, syntaxError, "a name")
	panic("unreachable")
}

// endLabel reads the label behind END, if there is one, up to the semicolon
// or the end of the body.
func (p *plParser) endLabel(label ast.Ident) ast.Ident {
	l := p.next()
	p.back(l)
	if l.kind == endLex || l.is(";") {
		return ast.Ident{}
	}
	return p.anyIdent()
}

func (p *plParser) checkLabel(label, end ast.Ident) {
	switch {
	case end.Name == "" || end.Name == label.Name:
	case label.Name == "":
		p.fail("syntax-error", "42601", end.Span, "end label %q specified for unlabeled block", end.Name)
	default:
		p.fail("syntax-error", "42601", end.Span, "end label %q differs from block's label %q", end.Name, label.Name)
	}
}

// block reads a block whose label and first word have been read.
func (p *plParser) block(label ast.Ident, first lexeme) *ast.Block {
	b := &ast.Block{Label: label}
	p.push(label.Name, false)
	start := first.i
	if label.Name != "" {
		start -= 3
	}
	if first.is("declare") {
		p.mode = declareMode
		b.Decls = p.declarations()
		p.mode = normalMode
	}
	b.Stmts = p.statements()
	l := p.next()
	if l.word("exception") && l.kind == keywordLex {
		for _, name := range []string{"sqlstate", "sqlerrm"} {
			p.top().vars = append(p.top().vars, &variable{name: name, kind: scalarVar, constant: true})
		}
		for l = p.expect("when"); l.is("when"); l = p.next() {
			b.Handlers = append(b.Handlers, p.handler(l.i))
		}
	}
	if !l.is("end") {
		p.unexpected(l, syntaxError, "a statement", "END")
	}
	b.EndLabel = p.endLabel(label)
	b.Pos = p.posOf(start)
	if p.pushed != nil {
		b.At = p.span(start, p.pushed.i)
	}
	// The label is compared when the semicolon or the end has been seen.
	p.checkLabel(label, b.EndLabel)
	p.pop()
	return b
}

func (p *plParser) handler(start int) ast.Handler {
	var h ast.Handler
	for {
		h.Conditions = append(h.Conditions, p.condition())
		l := p.next()
		if l.is("then") {
			break
		}
		if !l.is("or") {
			p.unexpected(l, syntaxError, "OR", "THEN")
		}
	}
	h.Stmts = p.statements()
	h.Pos = p.posOf(start)
	return h
}

// condition reads a condition of an exception handler.
func (p *plParser) condition() ast.Condition {
	id := p.anyIdent()
	if id.Name == "sqlstate" {
		state := p.sqlstate()
		return ast.Condition{SQLState: state, States: []string{state.Value}}
	}
	if id.Name != "others" {
		p.knownCondition(id)
	}
	return ast.Condition{Name: id, States: conditionStates[id.Name]}
}

func (p *plParser) knownCondition(id ast.Ident) {
	if conditionStates[id.Name] != nil {
		if v, ok := conditionVersions[id.Name]; ok {
			*p.frags.newer = append(*p.frags.newer, ast.Newer{
				Span: id.Span, Version: v.since, Gone: v.gone, SQLState: "42704", What: "the condition " + id.Name,
			})
		}
		return
	}
	panic(plError{diag.Diagnostic{
		Code: "unknown-condition", Severity: diag.Error, Span: id.Span, SQLState: "42704",
		Message: "unrecognized exception condition \"" + id.Name + "\"",
		Help:    diag.DidYouMean(id.Name, sortedKeys(conditionStates)),
	}})
}

// sqlstate reads the code behind SQLSTATE.
func (p *plParser) sqlstate() *ast.Text {
	l := p.next()
	if l.kind != stringLex {
		p.unexpected(l, syntaxError, "a string constant")
	}
	t := p.text(l)
	if len(t.Value) != 5 || strings.Trim(t.Value, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ") != "" {
		p.unexpected(l, "invalid SQLSTATE code")
	}
	return t
}

func (p *plParser) text(l lexeme) *ast.Text {
	return &ast.Text{Value: p.toks[l.i].val, Span: p.toks[l.i].span}
}

// statements reads statements up to what is none.
func (p *plParser) statements() (list []ast.PLStmt) {
	for {
		s := p.statement()
		if s == nil {
			return list
		}
		list = append(list, s)
	}
}

// sql puts the tokens from i up to j aside to be parsed.
func (p *plParser) sql(i, j int, kind fragmentKind) *ast.SQL {
	if kind == bodyExpr {
		if names := p.column(i, j); names != nil {
			at := ast.Pos{At: p.span(i, j)}
			return &ast.SQL{Span: at.At, Root: &ast.ColumnRef{Pos: at, Parts: names}}
		}
	}
	s := p.frags.add(p.toks[i:j], kind)
	p.frags.list[len(p.frags.list)-1].body = p.body
	return s
}

// column returns the parts of a.b.c, if the tokens from i up to j are that and
// nothing else: the most common expression needs no parser.
func (p *plParser) column(i, j int) (names []ast.Ident) {
	if t := p.toks[i]; (j-i)%2 == 0 || t.kind != pg.Token_IDENT && t.kind != pg.Token_NEW && t.kind != pg.Token_OLD {
		return nil
	}
	for k := i; k < j; k += 2 {
		if !p.toks[k].word || p.toks[k].kind == pg.Token_UIDENT || k > i && p.raw(k-1) != "." {
			return nil
		}
		names = append(names, p.ident(k))
	}
	return names
}

// expr reads an expression up to one of the symbols or key words, which is
// read too and returned.
func (p *plParser) expr(until ...string) (*ast.SQL, lexeme) {
	i, end := p.construct(true, until...)
	return p.sql(i, end.i, bodyExpr), end
}

// query reads a statement up to the semicolon.
func (p *plParser) query() *ast.SQL {
	i, end := p.construct(false, ";")
	return p.sql(i, end.i, bodyStmt)
}

// construct reads tokens up to one of the symbols or key words outside of
// parentheses (read_sql_construct), and returns the first one and the end.
func (p *plParser) construct(expr bool, until ...string) (int, lexeme) {
	what, missing := "expression", "missing expression"
	if !expr {
		what, missing = "statement", "missing SQL statement"
	}
	save := p.mode
	p.mode = exprMode
	start, depth := -1, 0
	var l lexeme
	for {
		l = p.next()
		if start < 0 {
			start = l.i
		}
		if depth == 0 && l.is(until...) {
			break
		}
		switch {
		case l.is("(", "["):
			depth++
		case l.is(")", "]"):
			if depth--; depth < 0 {
				p.unexpected(l, "mismatched parentheses")
			}
		case l.is(";") || l.kind == endLex:
			if depth != 0 {
				p.unexpected(l, "mismatched parentheses")
			}
			p.unexpected(l, "missing "+wantedList(until)+" at end of SQL "+what)
		}
	}
	p.mode = save
	if start >= l.i {
		p.unexpected(l, missing)
	}
	return start, l
}

func wantedList(until []string) string {
	list := make([]string, len(until))
	for i, u := range until {
		list[i] = shownWord(u)
	}
	return either(list)
}
