package input

import (
	"fmt"
	"strings"
)

// json checks JSON. Postgres looks one token ahead, so where there are two
// mistakes, one of the token after a value is the one it finds.
func (c checker) json(text string, binary bool) *Mistake {
	p := jsonParser{text: text, binary: binary, checker: c}
	p.next()
	p.value(0)
	if p.mistake == nil && !p.deep && p.token != 0 {
		p.fail()
	}
	if p.deep {
		return nil
	}
	return p.mistake
}

type jsonParser struct {
	checker
	text    string
	binary  bool // jsonb: strings and numbers are converted
	pos     int
	token   byte   // the token's first byte; t for words, 1 for numbers, 0 at the end
	number  string // if it is one
	mistake *Mistake
	deep    bool // the server may run out of stack
}

// maxJSONDepth is nesting that a server has stack enough for.
const maxJSONDepth = 1000

func (p *jsonParser) fail() {
	if p.mistake == nil {
		p.mistake = &Mistake{invalidText, "invalid input syntax for type json"}
	}
}

func (p *jsonParser) stopped() bool { return p.mistake != nil || p.deep }

func (p *jsonParser) value(depth int) {
	if p.stopped() {
		return
	}
	if depth > maxJSONDepth {
		p.deep = true
		return
	}
	switch token := p.token; token {
	case '{':
		p.members('}', depth, func() {
			if p.token != '"' {
				p.fail()
				return
			}
			p.next()
			p.expect(':')
			p.value(depth + 1)
		})
	case '[':
		p.members(']', depth, func() { p.value(depth + 1) })
	case '"', 't':
		p.next()
	case 1:
		number := p.number
		p.next()
		if p.binary && !p.stopped() {
			_, p.mistake = p.decimal(number)
		}
	default:
		p.fail()
	}
}

func (p *jsonParser) members(end byte, depth int, member func()) {
	p.next()
	if p.token != end {
		member()
		for !p.stopped() && p.token == ',' {
			p.next()
			member()
		}
	}
	p.expect(end)
}

func (p *jsonParser) expect(token byte) {
	if p.stopped() {
		return
	}
	if p.token != token {
		p.fail()
		return
	}
	p.next()
}

// next reads a token.
func (p *jsonParser) next() {
	if p.stopped() {
		return
	}
	s := p.text[p.pos:]
	s = strings.TrimLeft(s, " \t\n\r")
	p.pos = len(p.text) - len(s)
	if s == "" {
		p.token = 0
		return
	}
	p.token = s[0]
	switch b := s[0]; {
	case strings.IndexByte("{}[],:", b) >= 0:
		p.pos++
	case b == '"':
		p.string()
	case b == '-' || isDigit(b):
		p.token = 1
		n := jsonNumber(s)
		if n == 0 {
			p.fail()
			return
		}
		p.number = s[:n]
		p.pos += n
	default:
		n := span(s, isWord)
		switch s[:n] {
		case "true", "false", "null":
			p.token = 't'
			p.pos += n
		default:
			p.fail()
		}
	}
}

func isWord(b byte) bool { return isAlpha(b) || isDigit(b) || b == '_' || b >= 0x80 }

// jsonNumber returns the length of a number, or 0 if it is none.
func jsonNumber(s string) int {
	i := 0
	if s[0] == '-' {
		i++
	}
	switch n := span(s[i:], isDigit); {
	case n == 0:
		return 0
	case s[i] == '0':
		i++
	default:
		i += n
	}
	if at(s, i) == '.' {
		n := span(s[i+1:], isDigit)
		if n == 0 {
			return 0
		}
		i += 1 + n
	}
	if at(s, i)|0x20 == 'e' {
		i++
		if at(s, i) == '-' || at(s, i) == '+' {
			i++
		}
		n := span(s[min(i, len(s)):], isDigit)
		if n == 0 {
			return 0
		}
		i += n
	}
	if i < len(s) && isWord(s[i]) {
		return 0
	}
	return i
}

// string reads a string. jsonb decodes its escapes, json only looks at their
// form.
func (p *jsonParser) string() {
	high := rune(0) // a surrogate that waits for the other half
	for p.pos++; ; p.pos++ {
		b := at(p.text, p.pos)
		if b < ' ' { // the end too
			p.fail()
			return
		}
		if b == '\\' {
			p.pos++
			if at(p.text, p.pos) == 'u' {
				if high = p.unicode(high); p.stopped() {
					return
				}
				continue
			}
			if i := at(p.text, p.pos); i == 0 || strings.IndexByte(`"\/bfnrt`, i) < 0 {
				p.fail()
				return
			}
		}
		if high != 0 {
			p.fail()
			return
		}
		if b == '"' {
			p.pos++
			return
		}
	}
}

// unicode reads the four digits of \u and returns a high surrogate.
func (p *jsonParser) unicode(high rune) rune {
	if p.pos+4 >= len(p.text) || span(p.text[p.pos+1:p.pos+5], isHex) < 4 {
		p.fail()
		return 0
	}
	var r rune
	if _, err := fmt.Sscanf(p.text[p.pos+1:p.pos+5], "%x", &r); err != nil {
		panic(err) // four digits
	}
	p.pos += 4
	if !p.binary {
		return 0
	}
	switch {
	case r >= 0xd800 && r < 0xdc00:
		if high != 0 {
			p.fail()
		}
		return r
	case r >= 0xdc00 && r < 0xe000:
		if high == 0 {
			p.fail()
		}
	case high != 0:
		p.fail()
	case r == 0:
		p.mistake = &Mistake{"22P05", "unsupported Unicode escape sequence"}
	}
	return 0
}
