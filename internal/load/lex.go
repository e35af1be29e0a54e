package load

import "strings"

// A kind is what the lexer tells apart: just enough of SQL to know what is
// text and what is code.
type kind uint8

const (
	eof     kind = iota
	word         // a keyword or a bare identifier
	number       // digits and dots
	literal      // '…', E'…'
	quoted       // "…"
	dollar       // $tag$…$tag$
	comment      // -- … or /* … */
	punct        // any other single byte
)

// A token is the bytes from start up to, not including, end.
type token struct {
	kind       kind
	open       bool // its closing quote is missing; then it ends with the text
	start, end int
}

// A lexer cuts SQL into tokens as Postgres and psql do, with
// standard_conforming_strings on.
type lexer struct {
	src string
	pos int
}

// next returns the next token; white space is left out.
func (l *lexer) next() token {
	t := l.src
	for l.pos < len(t) && isSpace(t[l.pos]) {
		l.pos++
	}
	tok := token{start: l.pos}
	if l.pos == len(t) {
		tok.end = l.pos
		return tok
	}
	switch c := t[l.pos]; {
	case (c == 'e' || c == 'E') && l.at(1) == '\'':
		l.pos++
		tok.kind, tok.open = literal, !l.escaped()
	case isIdentStart(c):
		tok.kind = word
		for l.pos++; l.pos < len(t) && isIdentCont(t[l.pos]); l.pos++ {
		}
	case isDigit(c):
		tok.kind = number
		for l.pos++; l.pos < len(t) && (isDigit(t[l.pos]) || t[l.pos] == '.'); l.pos++ {
		}
	case c == '\'':
		tok.kind, tok.open = literal, !l.until("'", 1)
	case c == '"':
		tok.kind, tok.open = quoted, !l.until(`"`, 1)
	case c == '-' && l.at(1) == '-':
		tok.kind = comment
		if n := strings.IndexAny(t[l.pos:], "\r\n"); n >= 0 {
			l.pos += n
		} else {
			l.pos = len(t)
		}
	case c == '/' && l.at(1) == '*':
		tok.kind, tok.open = comment, !l.block()
	case c == '$':
		if tag := dollarTag(t[l.pos:]); tag != "" {
			tok.kind, tok.open = dollar, !l.until(tag, len(tag))
			break
		}
		tok.kind = punct
		l.pos++
	default:
		tok.kind = punct
		l.pos++
	}
	tok.end = l.pos
	return tok
}

// at returns the byte n after the current one, 0 past the end.
func (l *lexer) at(n int) byte {
	if l.pos+n < len(l.src) {
		return l.src[l.pos+n]
	}
	return 0
}

// until goes over skip bytes and then past the next end. A doubled quote
// needs no care: what it ends, it begins anew.
func (l *lexer) until(end string, skip int) bool {
	if n := strings.Index(l.src[l.pos+skip:], end); n >= 0 {
		l.pos += skip + n + len(end)
		return true
	}
	l.pos = len(l.src)
	return false
}

// escaped goes over a string in which a backslash escapes. Pieces of it on
// further lines escape too.
func (l *lexer) escaped() bool {
	for {
		for l.pos++; ; l.pos++ {
			if l.pos >= len(l.src) {
				l.pos = len(l.src)
				return false
			}
			if l.src[l.pos] == '\\' {
				l.pos++
			} else if l.src[l.pos] == '\'' {
				break
			}
		}
		l.pos++
		next := l.pos
		for next < len(l.src) && isSpace(l.src[next]) {
			next++
		}
		// At once it is a doubled quote, on a later line a further piece.
		if next == len(l.src) || l.src[next] != '\'' ||
			next > l.pos && !strings.ContainsAny(l.src[l.pos:next], "\r\n") {
			return true
		}
		l.pos = next
	}
}

// block goes over a comment with comments in it.
func (l *lexer) block() bool {
	for depth := 0; l.pos < len(l.src); {
		switch {
		case l.src[l.pos] == '/' && l.at(1) == '*':
			depth++
			l.pos += 2
		case l.src[l.pos] == '*' && l.at(1) == '/':
			depth--
			l.pos += 2
			if depth == 0 {
				return true
			}
		default:
			l.pos++
		}
	}
	return false
}

// dollarTag returns the `$tag$` that s starts with, or "".
func dollarTag(s string) string {
	for i := 1; i < len(s); i++ {
		switch c := s[i]; {
		case c == '$':
			return s[:i+1]
		case !isIdentStart(c) && (i == 1 || !isDigit(c)):
			return ""
		}
	}
	return ""
}

func isSpace(c byte) bool {
	return c == ' ' || '\t' <= c && c <= '\r' // \t \n \v \f \r
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// isIdentStart reports whether a bare identifier may start with c. To
// Postgres every byte that is not ASCII is a letter.
func isIdentStart(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || c == '_' || c >= 0x80
}

func isIdentCont(c byte) bool { return isIdentStart(c) || isDigit(c) || c == '$' }
