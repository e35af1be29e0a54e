package parser

import (
	"fmt"
	"slices"
	"strings"

	pg "github.com/pganalyze/pg_query_go/v5"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/source"
)

// plReserved are the key words that are no names in PL/pgSQL
// (pl_reserved_kwlist.h), plUnreserved those that are key words only where no
// variable of the name is known (pl_unreserved_kwlist.h).
var (
	plReserved = wordSet(`all begin by case declare else end execute for foreach from if in into loop not null or strict
		then to using when while`)
	plUnreserved = wordSet(`absolute alias and array assert backward call chain close collate column column_name commit
		constant constraint constraint_name continue current cursor datatype debug default detail diagnostics do dump
		elseif elsif errcode error exception exit fetch first forward get hint import info insert is last log merge
		message message_text move next no notice open option perform pg_context pg_datatype_name pg_exception_context
		pg_exception_detail pg_exception_hint pg_routine_oid print_strict_params prior query raise relative return
		returned_sqlstate reverse rollback row_count rowtype schema schema_name scroll slice sqlstate stacked table
		table_name type use_column use_variable variable_conflict warning`)
)

func wordSet(list string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(list) {
		set[w] = true
	}
	return set
}

type lexKind int

const (
	endLex      lexKind = iota + 1 // the end of the body
	symbolLex                      // a symbol, number, or what else is no word
	stringLex                      // '…' and $$…$$
	reservedLex                    // a reserved key word
	keywordLex                     // another key word
	wordLex                        // a name
	namesLex                       // names joined by dots
	datumLex                       // a variable, or a field of one
)

// A lexeme is what plpgsql_yylex returns: one token, or a name of several.
type lexeme struct {
	kind  lexKind
	text  string // as written; of key words in lower case
	i, j  int    // the tokens
	names []ast.Ident
	v     *variable // of a datum
	field bool      // the datum is a field of the variable
}

// is reports whether the lexeme is one of the symbols or reserved key words.
func (l lexeme) is(texts ...string) bool {
	return (l.kind == symbolLex || l.kind == reservedLex) && slices.Contains(texts, l.text)
}

// word reports whether the lexeme is a key word, even if there is a variable
// of its name (tok_is_keyword).
func (l lexeme) word(w string) bool {
	switch l.kind {
	case keywordLex, reservedLex:
		return l.text == w
	case datumLex:
		return len(l.names) == 1 && l.names[0].Name == w && !strings.HasPrefix(l.text, `"`)
	}
	return false
}

// plMode tells whether variables are looked up (plpgsql_IdentifierLookup).
type plMode int

const (
	normalMode  plMode = iota + 1
	declareMode        // not at all
	exprMode           // names of several parts alone
)

// raw returns the text of token i if it is a symbol or reserved key word, the
// latter in lower case, and "" otherwise.
func (p *plParser) raw(i int) string {
	if i >= len(p.toks) {
		return ""
	}
	t := &p.toks[i]
	if !t.word {
		if t.kind == pg.Token_SCONST || t.kind == pg.Token_PARAM {
			return ""
		}
		return t.text
	}
	if t.text[0] != '"' && plReserved[t.val] {
		return t.val
	}
	return ""
}

// isName reports whether token i can be a name.
func (p *plParser) isName(i int) bool {
	return i < len(p.toks) && (p.toks[i].kind == pg.Token_PARAM || p.toks[i].word && p.toks[i].kind != pg.Token_UIDENT) && p.raw(i) != p.toks[i].val
}

// next reads a lexeme.
func (p *plParser) next() lexeme {
	if p.pushed != nil {
		l := *p.pushed
		p.pushed = nil
		p.pos, p.last = l.j, l
		return l
	}
	l := p.lex()
	p.pos, p.last = l.j, l
	return l
}

// back puts the last lexeme back; what it is stays decided.
func (p *plParser) back(l lexeme) {
	p.pos = l.i
	p.pushed = &l
}

func (p *plParser) lex() lexeme {
	i := p.pos
	if i >= len(p.toks) {
		return lexeme{kind: endLex, i: i, j: i}
	}
	t := &p.toks[i]
	if t.kind == pg.Token_NUL {
		p.fail("syntax-error", "42601", t.span, "%s", t.val)
	}
	one := lexeme{kind: symbolLex, text: t.text, i: i, j: i + 1}
	switch {
	case t.kind == pg.Token_SCONST:
		one.kind = stringLex
		return one
	case !p.isName(i):
		if r := p.raw(i); r != "" {
			one.text = r
			if t.word {
				one.kind = reservedLex
			}
		}
		return one
	}
	one.names = []ast.Ident{p.ident(i)}
	if p.raw(i+1) == "." && p.isName(i+2) {
		l := one
		l.kind, l.j = namesLex, i+3
		l.names = append(l.names, p.ident(i+2))
		if p.raw(i+3) == "." && p.isName(i+4) {
			l.j = i + 5
			l.names = append(l.names, p.ident(i+4))
		}
		if p.mode == declareMode {
			return l
		}
		if v, n := p.lookup(l.names); v != nil {
			l.kind, l.v, l.field = datumLex, v, n < len(l.names)
		}
		return l
	}
	lookup := p.mode == normalMode
	if lookup && p.atStatement() && p.raw(i+1) != "." {
		next := p.raw(i + 1)
		lookup = next == "=" || next == ":=" || next == "["
	}
	if lookup {
		if v, _ := p.lookup(one.names); v != nil {
			one.kind, one.v = datumLex, v
			return one
		}
	}
	one.kind = wordLex
	if t.text[0] != '"' && plUnreserved[t.val] {
		one.kind, one.text = keywordLex, t.val
	}
	return one
}

// atStatement reports whether a statement may begin here (AT_STMT_START).
func (p *plParser) atStatement() bool { return p.last.is(";", "begin", "then", "else", "loop") }

func (p *plParser) ident(i int) ast.Ident {
	return ast.Ident{Name: p.toks[i].val, Span: p.toks[i].span}
}

// span returns the place of tokens i up to j; of none the place where they
// would be.
func (p *plParser) span(i, j int) source.Span {
	if i < j {
		return p.toks[i].span.To(p.toks[j-1].span)
	}
	return p.end
}

func (p *plParser) at(l lexeme) source.Span {
	if l.kind == endLex {
		return p.end
	}
	return p.span(l.i, l.j)
}

// plError is what a parser gives up with.
type plError struct{ d diag.Diagnostic }

func (p *plParser) fail(code diag.Code, state string, at source.Span, format string, args ...any) {
	panic(plError{diag.Diagnostic{
		Code: code, Severity: diag.Error, SQLState: state, Span: at, Message: fmt.Sprintf(format, args...),
	}})
}

// unexpected fails at a lexeme as plpgsql_yyerror does.
func (p *plParser) unexpected(l lexeme, what string, wanted ...string) {
	d := diag.Diagnostic{Code: "syntax-error", Severity: diag.Error, SQLState: "42601", Span: p.end}
	if l.kind == endLex {
		d.Message = what + " at the end of the body"
	} else {
		text := p.toks[l.i].text
		for _, t := range p.toks[l.i+1 : l.j] {
			text += t.text
		}
		d.Span, d.Message = p.at(l), fmt.Sprintf("%s at or near %q", what, text)
	}
	if len(wanted) > 0 {
		d.Help = "expected " + either(wanted)
	}
	panic(plError{d})
}

const syntaxError = "syntax error"

// expect reads a lexeme that must be a symbol or reserved key word.
func (p *plParser) expect(text string) lexeme {
	l := p.next()
	if !l.is(text) {
		p.unexpected(l, syntaxError, shownWord(text))
	}
	return l
}

// keyword reads a lexeme that must be a key word that is not reserved.
func (p *plParser) keyword(text string) lexeme {
	l := p.next()
	if l.kind != keywordLex || l.text != text {
		p.unexpected(l, syntaxError, strings.ToUpper(text))
	}
	return l
}

func shownWord(text string) string {
	if text[0] >= 'a' && text[0] <= 'z' {
		return strings.ToUpper(text)
	}
	return fmt.Sprintf("%q", text)
}
