package input

import "strings"

// tsvector checks lexemes, each with positions behind a colon.
func tsvector(text string) *Mistake {
	bad := &Mistake{syntaxError, `syntax error in tsvector: "` + text + `"`}
	s := text
	for {
		s = trimLeft(s)
		if s == "" {
			return nil
		}
		rest, ok := lexeme(s, false)
		if !ok {
			return bad
		}
		s = rest
		if at(s, 0) != ':' {
			continue
		}
		for more := true; more; {
			s = s[1:]
			n := span(s, isDigit)
			if n == 0 {
				return bad
			}
			if n > 9 {
				return nil // the number may wrap
			}
			if strings.Trim(s[:n], "0") == "" {
				return &Mistake{syntaxError, `wrong position info in tsvector: "` + text + `"`}
			}
			s = s[n:]
			weights := span(s, func(b byte) bool { return b == '*' || b|0x20 >= 'a' && b|0x20 <= 'd' })
			if weights > 1 || weights > 0 && isDigit(at(s, weights)) {
				return nil // which of them count together is intricate
			}
			s = s[weights:]
			more = at(s, 0) == ','
		}
		if s != "" && !isSpace(s[0]) {
			return bad
		}
	}
}

// lexeme skips a word or a quoted one. In a tsquery operators end it.
func lexeme(s string, query bool) (rest string, ok bool) {
	if s[0] == '\'' {
		empty := true
		for s = s[1:]; ; s = s[1:] {
			switch {
			case s == "":
				return "", false
			case s[0] == '\\':
				if s = s[1:]; s == "" {
					return "", false
				}
			case s[0] == '\'' && at(s, 1) == '\'':
				s = s[1:]
			case s[0] == '\'':
				return s[1:], !empty
			}
			empty = false
		}
	}
	start := len(s)
	if !query && s[0] == ':' {
		s = s[1:] // not at the start
	}
	for s != "" && !isSpace(s[0]) {
		if s[0] == '\\' {
			if s = s[1:]; s == "" {
				return "", false
			}
		} else if s[0] == ':' || query && strings.IndexByte("!|&()<", s[0]) >= 0 {
			break
		}
		s = s[1:]
	}
	return s, len(s) < start
}

// tsquery checks operands with operators between them.
func tsquery(text string) *Mistake {
	bad := &Mistake{syntaxError, `syntax error in tsquery: "` + text + `"`}
	if blank(text) {
		return nil
	}
	s, depth, operand := text, 0, false
	for {
		s = trimLeft(s)
		switch {
		case s == "":
			if !operand || depth > 0 {
				return bad
			}
			return nil
		case !operand && s[0] == '!':
			s = s[1:]
		case !operand && s[0] == '(':
			depth++
			s = s[1:]
		case operand && (s[0] == '&' || s[0] == '|'):
			operand = false
			s = s[1:]
		case operand && s[0] == '<':
			n := span(s[1:], isDigit)
			if n == 0 && at(s, 1) == '-' {
				n = 1
			}
			if n > 4 {
				return nil // the distance may be too great
			}
			if n == 0 || at(s, 1+n) != '>' {
				return bad
			}
			operand = false
			s = s[n+2:]
		case operand && s[0] == ')':
			if depth--; depth < 0 {
				return bad
			}
			s = s[1:]
		case operand:
			return bad
		default:
			rest, ok := lexeme(s, true)
			if !ok {
				return bad
			}
			if at(rest, 0) == ':' {
				rest = rest[1:]
				n := span(rest, func(b byte) bool { return b == '*' || b|0x20 >= 'a' && b|0x20 <= 'd' })
				rest = rest[n:]
			}
			s, operand = rest, true
		}
	}
}
