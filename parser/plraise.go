package parser

import (
	"strings"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
)

var (
	raiseLevels  = []string{"exception", "warning", "notice", "info", "log", "debug"}
	raiseOptions = []string{"errcode", "message", "detail", "hint", "column", "constraint", "datatype", "table", "schema"}
)

func (p *plParser) raise(start int) ast.PLStmt {
	s := &ast.Raise{}
	l := p.next()
	if l.kind == endLex {
		p.unexpected(l, "unexpected end of function definition")
	}
	if l.is(";") {
		s.Pos = p.closed(start)
		return s
	}
	for _, level := range raiseLevels {
		if l.word(level) {
			s.Level = strings.ToUpper(level)
			l = p.next()
			break
		}
	}
	switch {
	case l.kind == endLex:
		p.unexpected(l, "unexpected end of function definition")
	case l.kind == stringLex:
		s.Format = p.text(l)
		if l = p.next(); !l.is(",", ";", "using") {
			p.unexpected(l, syntaxError, `","`, "USING", `";"`)
		}
		for l.is(",") {
			var e *ast.SQL
			e, l = p.expr(",", ";", "using")
			s.Params = append(s.Params, e)
		}
	case l.is("using"):
	default:
		if l.word("sqlstate") {
			s.SQLState = p.sqlstate()
		} else {
			if l.kind != wordLex && l.kind != keywordLex {
				p.unexpected(l, syntaxError, "a level", "a format", "a condition", "SQLSTATE", "USING")
			}
			s.Condition = p.ident(l.i)
			p.knownCondition(s.Condition)
		}
		if l = p.next(); !l.is(";", "using") {
			p.unexpected(l, syntaxError, "USING", `";"`)
		}
	}
	if l.is("using") {
		p.raiseOptions(s)
		p.frags.raises = append(p.frags.raises, s)
	}
	s.Pos = p.closed(start)
	p.raiseParams(s)
	return s
}

func (p *plParser) raiseOptions(s *ast.Raise) {
	for {
		l := p.next()
		if l.kind == endLex {
			p.unexpected(l, "unexpected end of function definition")
		}
		o := ast.RaiseOption{}
		for _, option := range raiseOptions {
			if l.word(option) {
				o.Name = p.ident(l.i)
			}
		}
		if o.Name.Name == "" {
			at := p.toks[l.i]
			panic(plError{diag.Diagnostic{
				Code: "syntax-error", Severity: diag.Error, SQLState: "42601", Span: at.span,
				Message: "unrecognized RAISE statement option \"" + at.text + "\"", Help: diag.DidYouMean(at.val, raiseOptions),
			}})
		}
		if l = p.next(); !l.is("=", ":=") {
			p.unexpected(l, syntaxError, `"="`)
		}
		o.Value, l = p.expr(",", ";")
		s.Options = append(s.Options, o)
		if l.is(";") {
			return
		}
	}
}

// errcode looks up the condition of ERRCODE, which Postgres does when it comes to
// raise (plpgsql_recognize_err_condition).
func errcode(o *ast.RaiseOption) {
	k, ok := o.Value.Root.(*ast.Const)
	if !ok || o.Name.Name != "errcode" || k.Kind != ast.StringConst && k.Kind != ast.IntConst || conditionStates[k.Value] != nil {
		return
	}
	if len(k.Value) == 5 && strings.Trim(k.Value, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ") == "" {
		return
	}
	o.Unknown, o.Help = true, diag.DidYouMean(k.Value, sortedKeys(conditionStates))
}

// raiseParams compares the parameters of RAISE with the % of its format.
func (p *plParser) raiseParams(s *ast.Raise) {
	if s.Format == nil {
		return
	}
	want := strings.Count(strings.ReplaceAll(s.Format.Value, "%%", ""), "%")
	switch n := len(s.Params); {
	case n > want:
		p.fail("syntax-error", "42601", s.Params[want].Span, "too many parameters specified for RAISE: its format has %d", want)
	case n < want:
		p.fail("syntax-error", "42601", s.Format.Span, "too few parameters specified for RAISE: its format has %d, given are %d", want, n)
	}
}

// diagnosticsItems are the items of GET DIAGNOSTICS: which of them CURRENT
// has, and which STACKED.
var diagnosticsItems = map[string]struct{ current, stacked bool }{
	"row_count": {true, false}, "pg_routine_oid": {true, false}, "pg_context": {true, true},
	"returned_sqlstate": {false, true}, "column_name": {false, true}, "constraint_name": {false, true},
	"pg_datatype_name": {false, true}, "message_text": {false, true}, "table_name": {false, true}, "schema_name": {false, true},
	"pg_exception_detail": {false, true}, "pg_exception_hint": {false, true}, "pg_exception_context": {false, true},
}

func (p *plParser) getDiagnostics(first lexeme) ast.PLStmt {
	s := &ast.GetDiagnostics{}
	l := p.next()
	area := "CURRENT"
	if l.kind == keywordLex && (l.text == "current" || l.text == "stacked") {
		s.Stacked = l.text == "stacked"
		area = strings.ToUpper(l.text)
		l = p.next()
	}
	if l.kind != keywordLex || l.text != "diagnostics" {
		p.unexpected(l, syntaxError, "DIAGNOSTICS")
	}
	for {
		l = p.next()
		if l.kind != datumLex {
			p.notVariable(l)
		}
		if l.v.kind == recordVar && !l.field || p.raw(l.j) == "[" {
			p.notScalar(l)
		}
		p.assignable(l)
		item := ast.DiagnosticsItem{Target: p.variable(l)}
		if l = p.next(); !l.is("=", ":=") {
			p.unexpected(l, syntaxError, `"="`)
		}
		l = p.next()
		known := false
		for name := range diagnosticsItems {
			known = known || l.word(name)
		}
		if !known {
			p.unexpected(l, "unrecognized GET DIAGNOSTICS item")
		}
		item.Item = p.ident(l.i)
		if item.Item.Name == "pg_routine_oid" {
			*p.frags.newer = append(*p.frags.newer, ast.Newer{
				Span: item.Item.Span, Version: 16, SQLState: "42601", What: "PG_ROUTINE_OID",
			})
		}
		s.Items = append(s.Items, item)
		if l = p.next(); !l.is(",") {
			break
		}
	}
	if !l.is(";") {
		p.unexpected(l, syntaxError, `","`, `";"`)
	}
	s.Pos = p.closed(first.i)
	for _, item := range s.Items {
		if in := diagnosticsItems[item.Item.Name]; s.Stacked && !in.stacked || !s.Stacked && !in.current {
			p.fail("syntax-error", "42601", item.Item.Span, "diagnostics item %s is not allowed in GET %s DIAGNOSTICS",
				strings.ToUpper(item.Item.Name), area)
		}
	}
	return s
}
