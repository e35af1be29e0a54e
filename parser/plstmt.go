package parser

import (
	"strings"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
)

// statement reads a statement with its semicolon. If there is none next, it
// reads nothing and returns nil.
func (p *plParser) statement() ast.PLStmt {
	l := p.next()
	if l.is("<<") {
		label := p.label()
		first := p.next()
		switch {
		case first.is("declare", "begin"):
			return p.ended(p.block(label, first))
		case first.is("loop", "while", "for", "foreach"):
			return p.loop(label, l.i, first)
		}
		p.unexpected(first, syntaxError, "DECLARE", "BEGIN", "LOOP", "WHILE", "FOR", "FOREACH")
	}
	switch l.kind {
	case datumLex:
		return p.assign(l)
	case wordLex, namesLex:
		if next := p.next(); next.is("=", ":=", "[", ".") {
			p.unknown(l)
		} else {
			p.back(next)
		}
		return p.execSQL(l)
	case reservedLex:
		switch l.text {
		case "declare", "begin":
			return p.ended(p.block(ast.Ident{}, l))
		case "loop", "while", "for", "foreach":
			return p.loop(ast.Ident{}, l.i, l)
		case "if":
			return p.ifStmt(l.i)
		case "case":
			return p.caseStmt(l.i)
		case "execute":
			return p.execute(l.i)
		case "null":
			s := &ast.NullStmt{Pos: p.posOf(l.i)}
			p.expect(";")
			return s
		}
	case keywordLex:
		switch l.text {
		case "exit", "continue":
			return p.exit(l)
		case "return":
			return p.returnStmt(l)
		case "raise":
			return p.raise(l.i)
		case "assert":
			s := &ast.Assert{}
			var end lexeme
			if s.Cond, end = p.expr(",", ";"); end.is(",") {
				s.Message, _ = p.expr(";")
			}
			s.At = p.closed(l.i).At
			return s
		case "import", "insert", "merge":
			return p.execSQL(l)
		case "perform":
			if next := p.next(); next.is(";") { // an empty SELECT
				at := ast.Pos{At: p.at(l)}
				return &ast.Perform{Pos: at, Query: &ast.SQL{Span: at.At, Root: &ast.Query{Pos: at, Kind: ast.SelectQuery}}}
			} else {
				p.back(next)
			}
			i, end := p.construct(false, ";")
			s := &ast.Perform{Query: p.sql(i, end.i, performStmt)}
			s.Pos = p.closed(l.i)
			return s
		case "call", "do":
			p.back(l)
			s := &ast.ExecSQL{SQL: p.query()}
			s.Pos = p.closed(l.i)
			return s
		case "get":
			return p.getDiagnostics(l)
		case "open":
			return p.open(l.i)
		case "fetch", "move":
			return p.fetch(l)
		case "close":
			s := &ast.Close{Cursor: p.cursor().Variable}
			p.expect(";")
			s.Pos = p.closed(l.i)
			return s
		case "commit", "rollback":
			return p.endTransaction(l)
		}
	}
	p.back(l)
	return nil
}

// ended reads the semicolon behind a block.
func (p *plParser) ended(b *ast.Block) ast.PLStmt {
	p.expect(";")
	return b
}

// closed returns the place of a statement whose semicolon has been read.
func (p *plParser) closed(start int) ast.Pos { return ast.Pos{At: p.span(start, p.pos-1)} }

// unknown fails at a name that is no variable.
func (p *plParser) unknown(l lexeme) {
	names := make([]string, len(l.names))
	for i, n := range l.names {
		names[i] = n.Name
	}
	help := diag.DidYouMean(names[0], p.known())
	if v, _ := p.lookup(l.names[:1]); v != nil {
		help = "\"" + v.name + "\" is no record: it has no fields"
	}
	panic(plError{diag.Diagnostic{
		Code: "unknown-variable", Severity: diag.Error, SQLState: "42601", Span: p.at(l), Help: help,
		Message: "\"" + strings.Join(names, ".") + "\" is not a known variable",
	}})
}

// assignable fails at a variable that is CONSTANT.
func (p *plParser) assignable(l lexeme) {
	if !l.v.constant {
		return
	}
	d := diag.Diagnostic{
		Code: "constant-variable", Severity: diag.Error, SQLState: "22005", Span: p.at(l),
		Message: "variable \"" + l.v.name + "\" is declared CONSTANT",
	}
	if !l.v.decl.Span.IsZero() {
		d.Related = []diag.Related{{Span: l.v.decl.Span, Message: "declared here"}}
	}
	panic(plError{d})
}

func (p *plParser) variable(l lexeme) ast.Variable {
	return ast.Variable{Pos: ast.Pos{At: p.at(l)}, Names: l.names}
}

// assign reads an assignment to a variable.
func (p *plParser) assign(l lexeme) ast.PLStmt {
	p.assignable(l)
	p.back(l)
	i, end := p.construct(false, ";")
	s := &ast.Assign{Target: ast.Variable{}}
	k := i + 1
	s.Target.Names = []ast.Ident{p.ident(i)}
	if !p.toks[i].col {
		p.unexpected(lexeme{kind: wordLex, i: i, j: i + 1}, syntaxError)
	}
	bad := func(k int) {
		p.unexpected(lexeme{kind: symbolLex, i: min(k, end.i), j: min(k, end.i) + 1}, syntaxError)
	}
	for {
		switch p.raw(k) {
		case ":=", "=":
			s.Target.At = p.span(i, k)
			if k+1 >= end.i {
				bad(k + 1)
			}
			s.Value = p.sql(k+1, end.i, bodyExpr)
			s.Pos = p.closed(l.i)
			return s
		case ".":
			step := ast.VariableStep{}
			switch {
			case k+1 < end.i && p.toks[k+1].word:
				if step.Field = p.ident(k + 1); len(s.Target.Steps) == 0 {
					s.Target.Names = append(s.Target.Names, step.Field)
				} else {
					s.Target.Steps = append(s.Target.Steps, step)
				}
			case p.raw(k+1) == "*" && (p.raw(k+2) == "=" || p.raw(k+2) == ":="):
				step.Star = true
				s.Target.Steps = append(s.Target.Steps, step)
			default:
				bad(k + 1)
			}
			k += 2
		case "[":
			step, next := p.subscript(k, end.i, bad)
			s.Target.Steps = append(s.Target.Steps, step)
			k = next
		default:
			bad(k)
		}
	}
}

// subscript reads [i] or [i:j] of tokens up to end, and returns the index
// behind it.
func (p *plParser) subscript(k, end int, bad func(int)) (ast.VariableStep, int) {
	var step ast.VariableStep
	depth, colon, closing := 0, -1, k
	for ; closing < end; closing++ {
		switch p.raw(closing) {
		case "(", "[":
			depth++
		case ")", "]":
			depth--
		case ":":
			if depth == 1 {
				if colon >= 0 {
					bad(closing)
				}
				colon = closing
			}
		}
		if depth == 0 {
			break
		}
	}
	if p.raw(closing) != "]" {
		bad(closing)
	}
	if colon < 0 {
		if closing == k+1 {
			bad(closing)
		}
		step.Lower = p.sql(k+1, closing, exprFragment)
		return step, closing + 1
	}
	step.Slice = true
	if k+1 < colon {
		step.Lower = p.sql(k+1, colon, exprFragment)
	}
	if colon+1 < closing {
		step.Upper = p.sql(colon+1, closing, exprFragment)
	}
	return step, closing + 1
}

// execSQL reads a statement of SQL whose first word has been read, and cuts
// INTO out of it.
func (p *plParser) execSQL(first lexeme) ast.PLStmt {
	s := &ast.ExecSQL{}
	save := p.mode
	p.mode = exprMode
	importing := first.kind == keywordLex && first.text == "import"
	cut, behind := -1, -1
	prev := first
	var l lexeme
	depth := 0         // in parentheses: CREATE RULE has semicolons in them
	var routine nested // and so has the body of CREATE FUNCTION
	for {
		l = p.next()
		switch {
		case l.is("("):
			depth++
		case l.is(")"):
			depth--
		}
		if inside := routine.in(p, first.i, l, depth); l.is(";") && depth <= 0 && !inside {
			break
		}
		if l.kind == endLex {
			p.unexpected(l, "unexpected end of function definition", `";"`)
		}
		into := prev.kind != keywordLex || prev.text != "insert" && prev.text != "merge"
		if l.is("into") && into && !importing {
			if s.Into != nil {
				p.unexpected(l, "INTO specified more than once")
			}
			p.mode = normalMode
			s.Into = p.into(l.i, true)
			p.mode = exprMode
			cut, behind = l.i, p.pos
		}
		prev = l
	}
	p.mode = save
	if s.Into == nil {
		s.SQL = p.sql(first.i, l.i, bodyStmt)
	} else {
		toks := append(append([]dtoken(nil), p.toks[first.i:cut]...), p.toks[behind:l.i]...)
		s.SQL = p.frags.add(toks, bodyStmt)
		p.frags.list[len(p.frags.list)-1].body = p.body
		s.SQL.Span = p.span(first.i, l.i)
		s.SQL.Gaps = append(s.SQL.Gaps, p.span(cut, behind))
	}
	s.Pos = p.closed(first.i)
	return s
}

// nested counts BEGIN ATOMIC … END in CREATE FUNCTION.
type nested struct{ depth int }

// in reports whether a lexeme of the statement that begins at token first
// stands in such a body.
func (n *nested) in(p *plParser, first int, l lexeme, parens int) bool {
	word := func(i int) string {
		if i < len(p.toks) && p.toks[i].word {
			return p.toks[i].val
		}
		return ""
	}
	if word(first) != "create" || parens != 0 {
		return n.depth > 0
	}
	k := first + 1
	if word(k) == "or" && word(k+1) == "replace" {
		k += 2
	}
	switch {
	case word(k) != "function" && word(k) != "procedure":
	case l.is("begin"), l.is("case") && n.depth > 0:
		n.depth++
	case l.is("end") && n.depth > 0:
		n.depth--
	}
	return n.depth > 0
}

// into reads the targets behind INTO, the token at start.
func (p *plParser) into(start int, strict bool) *ast.Into {
	into := &ast.Into{}
	l := p.next()
	if strict && l.is("strict") {
		into.Strict = true
		l = p.next()
	}
	if l.kind != datumLex {
		p.notVariable(l)
	}
	into.Targets = p.targets(l, "record variable cannot be part of multiple-item INTO list")
	into.At = p.span(start, p.pos)
	return into
}

// targets reads the variables of a list whose first one has been read.
func (p *plParser) targets(l lexeme, multiple string) []ast.Variable {
	p.assignable(l)
	list := []ast.Variable{p.variable(l)}
	record := l.v.kind == recordVar && !l.field
	next := p.next()
	if record && next.is(",") {
		p.fail("syntax-error", "42601", p.at(next), "%s", multiple)
	}
	for ; next.is(","); next = p.next() {
		if l = p.next(); l.kind != datumLex {
			p.notVariable(l)
		}
		p.assignable(l)
		if l.v.kind == recordVar && !l.field {
			p.notScalar(l)
		}
		list = append(list, p.variable(l))
	}
	p.back(next)
	return list
}

func (p *plParser) notScalar(l lexeme) {
	p.fail("syntax-error", "42601", p.at(l), "%q is not a scalar variable", p.at(l).String())
}

func (p *plParser) notVariable(l lexeme) {
	if l.kind == wordLex || l.kind == namesLex {
		p.unknown(l)
	}
	p.unexpected(l, syntaxError, "a variable")
}

func (p *plParser) ifStmt(start int) ast.PLStmt {
	s := &ast.If{}
	cond, end := p.expr("then")
	arm := ast.Arm{Cond: cond, Stmts: p.statements()}
	arm.Pos = p.posOf(start)
	s.Arms = append(s.Arms, arm)
	l := p.next()
	for l.kind == keywordLex && (l.text == "elsif" || l.text == "elseif") {
		arm := ast.Arm{}
		arm.Cond, end = p.expr("then")
		arm.Stmts = p.statements()
		arm.Pos = p.posOf(l.i)
		s.Arms = append(s.Arms, arm)
		l = p.next()
	}
	_ = end
	if l.is("else") {
		s.HasElse = true
		s.Else = p.statements()
		l = p.next()
	}
	p.closing(l, "if", "a statement", "ELSIF", "ELSE", "END IF")
	s.Pos = p.closed(start)
	return s
}

// closing reads END word ;, of which END has been read as l.
func (p *plParser) closing(l lexeme, word string, wanted ...string) {
	if !l.is("end") {
		p.unexpected(l, syntaxError, wanted...)
	}
	p.expect(word)
	p.expect(";")
}

func (p *plParser) caseStmt(start int) ast.PLStmt {
	s := &ast.CaseStmt{}
	l := p.next()
	if !l.is("when") {
		p.back(l)
		s.Arg, l = p.expr("when")
	}
	for l.is("when") {
		arm := ast.Arm{}
		i := l.i
		arm.Cond, _ = p.expr("then")
		arm.Stmts = p.statements()
		arm.Pos = p.posOf(i)
		s.Arms = append(s.Arms, arm)
		l = p.next()
	}
	if l.is("else") {
		s.HasElse = true
		s.Else = p.statements()
		l = p.next()
	}
	p.closing(l, "case", "a statement", "WHEN", "ELSE", "END CASE")
	s.Pos = p.closed(start)
	return s
}

// commandText reads the text of EXECUTE.
func (p *plParser) commandText(until ...string) (*ast.SQL, lexeme) {
	e, end := p.expr(until...)
	p.frags.texts = append(p.frags.texts, e)
	return e, end
}

func (p *plParser) execute(start int) ast.PLStmt {
	s := &ast.Execute{}
	var end lexeme
	s.Text, end = p.commandText("into", "using", ";")
	for !end.is(";") {
		switch {
		case end.is("into") && s.Into == nil:
			s.Into = p.into(end.i, true)
			end = p.next()
		case end.is("using") && s.Using == nil:
			for {
				var e *ast.SQL
				e, end = p.expr(",", ";", "into")
				s.Using = append(s.Using, e)
				if !end.is(",") {
					break
				}
			}
		default:
			p.unexpected(end, syntaxError)
		}
	}
	s.Pos = p.closed(start)
	return s
}

func (p *plParser) exit(first lexeme) ast.PLStmt {
	s := &ast.Exit{Continue: first.text == "continue"}
	l := p.next()
	if !l.is(";", "when") {
		p.back(l)
		s.Label = p.anyIdent()
		l = p.next()
	}
	switch {
	case l.is("when"):
		s.When, _ = p.expr(";")
	case !l.is(";"):
		p.unexpected(l, syntaxError, "WHEN", `";"`)
	}
	s.Pos = p.closed(first.i)
	p.checkExit(s, first)
	return s
}

func (p *plParser) checkExit(s *ast.Exit, first lexeme) {
	var labels []string
	for i := len(p.scopes) - 1; i >= 0; i-- {
		sc := p.scopes[i]
		switch {
		case s.Label.Name == "":
			if sc.loop {
				return
			}
		case sc.label == s.Label.Name:
			if s.Continue && !sc.loop {
				p.fail("syntax-error", "42601", s.Label.Span, "block label %q cannot be used in CONTINUE", s.Label.Name)
			}
			return
		case sc.label != "":
			labels = append(labels, sc.label)
		}
	}
	switch {
	case s.Label.Name != "":
		panic(plError{diag.Diagnostic{
			Code: "syntax-error", Severity: diag.Error, SQLState: "42601", Span: s.Label.Span,
			Message: "there is no label \"" + s.Label.Name + "\" attached to any block or loop enclosing this statement",
			Help:    diag.DidYouMean(s.Label.Name, labels),
		}})
	case s.Continue:
		p.fail("syntax-error", "42601", p.at(first), "CONTINUE cannot be used outside a loop")
	}
	p.fail("syntax-error", "42601", p.at(first), "EXIT cannot be used outside a loop, unless it has a label")
}

// returnStmt reads RETURN of a trigger function.
func (p *plParser) returnStmt(first lexeme) ast.PLStmt {
	l := p.next()
	switch {
	case l.kind == endLex:
		p.unexpected(l, "unexpected end of function definition")
	case l.word("next"), l.word("query"):
		p.fail("body-statement", "42804", p.span(first.i, l.j), "cannot use RETURN %s in a trigger function", strings.ToUpper(p.toks[l.i].val))
	}
	s := &ast.Return{}
	if l.kind == datumLex && !l.field && p.raw(l.j) == ";" {
		// Postgres takes the variable as it is: it need not be an expression.
		p.next()
		at := ast.Pos{At: p.at(l)}
		s.Value = &ast.SQL{Span: at.At, Root: &ast.ColumnRef{Pos: at, Parts: l.names}}
	} else {
		p.back(l)
		s.Value, _ = p.expr(";")
	}
	s.Pos = p.closed(first.i)
	return s
}

func (p *plParser) endTransaction(first lexeme) ast.PLStmt {
	s := &ast.EndTransaction{Rollback: first.text == "rollback"}
	l := p.next()
	if l.kind == keywordLex && l.text == "and" {
		l = p.next()
		no := l.kind == keywordLex && l.text == "no"
		if no {
			l = p.next()
		}
		if l.kind != keywordLex || l.text != "chain" {
			p.unexpected(l, syntaxError, "CHAIN")
		}
		s.Chain = !no
		l = p.next()
	}
	if !l.is(";") {
		p.unexpected(l, syntaxError, `";"`)
	}
	s.Pos = p.closed(first.i)
	return s
}
