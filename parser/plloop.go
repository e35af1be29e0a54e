package parser

import (
	"strconv"

	"github.com/trigc/trigc/internal/ast"
)

// loop reads a loop whose label and first word have been read.
func (p *plParser) loop(label ast.Ident, start int, first lexeme) ast.PLStmt {
	p.push(label.Name, true)
	defer p.pop()
	switch first.text {
	case "while":
		s := &ast.While{Label: label}
		s.Cond, _ = p.expr("loop")
		s.Body = p.loopBody(label)
		s.Pos = p.closed(start)
		return s
	case "for":
		return p.forLoop(label, start)
	case "foreach":
		return p.foreach(label, start)
	}
	s := &ast.Loop{Label: label}
	s.Body = p.loopBody(label)
	s.Pos = p.closed(start)
	return s
}

// loopBody reads the statements behind LOOP, and END LOOP [label];
func (p *plParser) loopBody(label ast.Ident) []ast.PLStmt {
	list, end := p.loopEnd(label)
	p.checkLabel(label, end)
	return list
}

func (p *plParser) loopEnd(label ast.Ident) ([]ast.PLStmt, ast.Ident) {
	list := p.statements()
	l := p.next()
	if !l.is("end") {
		p.unexpected(l, syntaxError, "a statement", "END LOOP")
	}
	p.expect("loop")
	end := p.endLabel(label)
	p.expect(";")
	return list, end
}

// loopVar is for_variable: what stands behind FOR and FOREACH.
type loopVar struct {
	first   lexeme
	targets []ast.Variable // of variables that are known
	several bool
}

func (p *plParser) loopVar() loopVar {
	v := loopVar{first: p.next()}
	switch v.first.kind {
	case datumLex:
		if v.first.v.kind == recordVar && !v.first.field {
			v.targets = []ast.Variable{p.variable(v.first)}
			return v
		}
		next := p.next()
		p.back(next)
		if !next.is(",") {
			v.targets = []ast.Variable{p.variable(v.first)}
			return v
		}
		v.targets = p.targets(v.first, "")
		v.several = true
	case wordLex:
		next := p.next()
		if next.is(",") {
			p.unknown(v.first)
		}
		p.back(next)
	case namesLex:
		p.unknown(v.first)
	default:
		p.unexpected(v.first, syntaxError, "a variable")
	}
	return v
}

// own makes the variable of a loop of its own, in the loop's scope.
func (p *plParser) own(v loopVar, kind varKind, what string) ast.Ident {
	if v.several {
		p.fail("syntax-error", "42601", p.at(v.first), "%s FOR loop must have only one target variable", what)
	}
	id := ast.Ident{Name: v.first.names[len(v.first.names)-1].Name, Span: p.at(v.first)}
	p.top().vars = append(p.top().vars, &variable{name: id.Name, kind: kind, decl: id})
	return id
}

// rows checks that the variables of a loop over rows are known.
func (p *plParser) rows(v loopVar, state string) []ast.Variable {
	if len(v.targets) == 0 {
		p.fail("unknown-variable", state, p.at(v.first),
			"loop variable of loop over rows must be a record variable or list of scalar variables")
	}
	p.assignable(v.first)
	return v.targets
}

func (p *plParser) forLoop(label ast.Ident, start int) ast.PLStmt {
	v := p.loopVar()
	p.expect("in")
	l := p.next()
	switch {
	case l.is("execute"):
		s := &ast.ForExecute{Label: label}
		var end lexeme
		s.Text, end = p.commandText("loop", "using")
		s.Targets = p.rows(v, "42804")
		for end.is("using", ",") {
			var e *ast.SQL
			e, end = p.expr(",", "loop")
			s.Using = append(s.Using, e)
		}
		s.Body = p.loopBody(label)
		s.Pos = p.closed(start)
		return s
	case l.kind == datumLex && l.v.ref && !l.field:
		s := &ast.ForCursor{Label: label, Cursor: p.variable(l)}
		if v.several {
			p.own(v, recordVar, "cursor")
		}
		if l.v.cursor == nil {
			p.fail("cursor-variable", "42601", p.at(l), "cursor FOR loop must use a bound cursor variable")
		}
		s.Args = p.cursorArgs(l.v, "loop")
		s.Var = p.own(v, recordVar, "cursor")
		s.Body = p.loopBody(label)
		s.Pos = p.closed(start)
		return s
	}
	reverse := l.word("reverse")
	if !reverse {
		p.back(l)
	}
	i, end := p.construct(true, "..", "loop")
	if end.is("..") {
		s := &ast.ForInteger{Label: label, Reverse: reverse, Lower: p.sql(i, end.i, bodyExpr)}
		s.Upper, end = p.expr("loop", "by")
		if end.is("by") {
			s.By, _ = p.expr("loop")
		}
		s.Var = p.own(v, scalarVar, "integer")
		s.Body = p.loopBody(label)
		s.Pos = p.closed(start)
		return s
	}
	if reverse {
		p.fail("syntax-error", "42601", p.at(l), "cannot specify REVERSE in query FOR loop")
	}
	s := &ast.ForQuery{Label: label, Query: p.sql(i, end.i, bodyStmt)}
	s.Targets = p.rows(v, "42601")
	s.Body = p.loopBody(label)
	s.Pos = p.closed(start)
	return s
}

// foreach reads FOREACH v [SLICE n] IN ARRAY expr LOOP. Postgres looks at the
// variable when the whole loop has been read.
func (p *plParser) foreach(label ast.Ident, start int) ast.PLStmt {
	v := p.loopVar()
	s := &ast.Foreach{Label: label, Targets: v.targets}
	l := p.next()
	if l.kind == keywordLex && l.text == "slice" {
		n := p.next()
		slice, err := strconv.ParseInt(n.text, 0, 32)
		if err != nil || n.kind != symbolLex {
			p.unexpected(n, syntaxError, "a number")
		}
		s.Slice = int(slice)
		l = p.next()
	}
	if !l.is("in") {
		p.unexpected(l, syntaxError, "SLICE", "IN")
	}
	p.keyword("array")
	s.Array, _ = p.expr("loop")
	body, end := p.loopEnd(label)
	s.Body = body
	s.Pos = p.closed(start)
	if len(v.targets) == 0 {
		p.fail("unknown-variable", "42601", p.at(v.first), "loop variable of FOREACH must be a known variable or list of variables")
	}
	p.assignable(v.first)
	p.checkLabel(label, end)
	return s
}
