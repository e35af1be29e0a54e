package parser

import (
	"strings"

	"github.com/trigc/trigc/internal/ast"
)

// A cursorUse is a cursor variable where it is used.
type cursorUse struct {
	ast.Variable
	v *variable
}

// cursor reads the name of a cursor variable.
func (p *plParser) cursor() cursorUse {
	l := p.next()
	if l.kind != datumLex {
		p.notVariable(l)
	}
	if l.field || l.v.kind == recordVar || p.raw(l.j) == "[" {
		p.fail("cursor-variable", "42804", p.at(l), "cursor variable must be a simple variable")
	}
	if !l.v.ref && !l.v.unsure {
		p.fail("cursor-variable", "42804", p.at(l), "variable %q must be of type cursor or refcursor", l.v.name)
	}
	return cursorUse{p.variable(l), l.v}
}

// cursorArgs reads the arguments of a bound cursor, and what follows them.
func (p *plParser) cursorArgs(v *variable, until string) (args []ast.CursorArg) {
	params := v.cursor.Args
	l := p.next()
	if len(params) == 0 {
		if l.is("(") {
			p.fail("cursor-variable", "42601", p.at(l), "cursor %q has no arguments", v.name)
		}
		if !l.is(until) {
			p.unexpected(l, syntaxError, shownWord(until))
		}
		return nil
	}
	if !l.is("(") {
		p.fail("cursor-variable", "42601", p.at(l), "cursor %q has arguments", v.name)
	}
	given := make([]bool, len(params))
	for n := range params {
		a := ast.CursorArg{}
		at, first := n, p.pos
		if p.isName(p.pos) && (p.raw(p.pos+1) == ":=" || p.raw(p.pos+1) == "=>") {
			a.Name = p.ident(p.pos)
			at = -1
			for i, param := range params {
				if param.Name.Name == a.Name.Name {
					at = i
				}
			}
			if at < 0 {
				p.fail("cursor-variable", "42601", a.Name.Span, "cursor %q has no argument named %q", v.name, a.Name.Name)
			}
			if arrow := p.pos + 1; p.raw(arrow) == "=>" {
				*p.frags.newer = append(*p.frags.newer, ast.Newer{
					Span: p.span(arrow, arrow+1), Version: 18, SQLState: "42601", What: "=> for an argument of a cursor", Help: "write :=",
				})
			}
			p.pos += 2
		}
		if given[at] {
			p.fail("cursor-variable", "42601", p.span(first, first+1),
				"value for parameter %q of cursor %q specified more than once", params[at].Name.Name, v.name)
		}
		given[at] = true
		var end lexeme
		a.Value, end = p.expr(",", ")")
		args = append(args, a)
		switch last := n == len(params)-1; {
		case end.is(")") && !last:
			p.fail("cursor-variable", "42601", p.at(end), "not enough arguments for cursor %q", v.name)
		case end.is(",") && last:
			p.fail("cursor-variable", "42601", p.at(end), "too many arguments for cursor %q", v.name)
		}
	}
	p.expect(until)
	return args
}

func (p *plParser) open(start int) ast.PLStmt {
	c := p.cursor()
	s := &ast.Open{Cursor: c.Variable}
	if c.v.cursor != nil {
		s.Args = p.cursorArgs(c.v, ";")
		s.Pos = p.closed(start)
		return s
	}
	l := p.next()
	if l.word("no") {
		if l = p.next(); l.word("scroll") {
			s.Scroll = ast.No
			l = p.next()
		}
	} else if l.word("scroll") {
		s.Scroll = ast.Yes
		l = p.next()
	}
	if !l.is("for") {
		p.unexpected(l, syntaxError, "FOR")
	}
	if l = p.next(); !l.is("execute") {
		p.back(l)
		s.Query = p.query()
		s.Pos = p.closed(start)
		return s
	}
	var end lexeme
	s.Text, end = p.commandText("using", ";")
	for !end.is(";") {
		var e *ast.SQL
		e, end = p.expr(",", ";")
		s.Using = append(s.Using, e)
	}
	s.Pos = p.closed(start)
	return s
}

// fetch reads FETCH and MOVE.
func (p *plParser) fetch(first lexeme) ast.PLStmt {
	s := &ast.Fetch{Move: first.text == "move"}
	several := p.direction(s)
	s.Cursor = p.cursor().Variable
	if s.Move {
		p.expect(";")
		s.Pos = p.closed(first.i)
		return s
	}
	into := p.expect("into")
	s.Into = p.into(into.i, false)
	p.expect(";")
	if several {
		p.fail("body-statement", "0A000", p.at(first), "FETCH statement cannot return multiple rows")
	}
	s.Pos = p.closed(first.i)
	return s
}

// direction reads what stands between FETCH and the cursor
// (read_fetch_direction). It reports whether that can be several rows.
func (p *plParser) direction(s *ast.Fetch) (several bool) {
	count := func() { s.Count, _ = p.expr("from", "in") }
	l := p.next()
	if l.kind == endLex {
		p.unexpected(l, "unexpected end of function definition")
	}
	word := ""
	for _, w := range []string{"next", "prior", "first", "last", "absolute", "relative", "all", "forward", "backward"} {
		if l.word(w) {
			word = w
		}
	}
	s.Direction = strings.ToUpper(word)
	switch {
	case word == "absolute" || word == "relative":
		count()
		return false
	case word == "forward" || word == "backward":
		l = p.next()
		switch {
		case l.kind == endLex:
			p.unexpected(l, "unexpected end of function definition")
		case l.is("from", "in"):
			return false
		case l.is("all"):
			s.Direction += " ALL"
			several = true
		default:
			p.back(l)
			count()
			return true
		}
	case word == "all":
		several = true
	case word != "":
	case l.is("from", "in"):
		return false
	case l.kind == datumLex:
		p.back(l)
		return false
	default:
		p.back(l)
		count()
		return true
	}
	if l = p.next(); !l.is("from", "in") {
		p.unexpected(l, "expected FROM or IN")
	}
	return several
}
