package input

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"
)

func bytea(text string) *Mistake {
	if digits, ok := strings.CutPrefix(text, `\x`); ok {
		return hexBytes(digits)
	}
	for i := 0; i < len(text); i++ {
		switch {
		case text[i] != '\\':
		case at(text, i+1) == '\\':
			i++
		case at(text, i+1) >= '0' && at(text, i+1) <= '3' && octal(at(text, i+2)) && octal(at(text, i+3)):
			i += 3
		default:
			return &Mistake{invalidText, "invalid input syntax for type bytea"}
		}
	}
	return nil
}

func octal(b byte) bool { return b >= '0' && b <= '7' }

func hexBytes(s string) *Mistake {
	for i := 0; i < len(s); i++ {
		if strings.IndexByte(" \t\n\r", s[i]) >= 0 {
			continue
		}
		for range 2 {
			if i >= len(s) {
				return &Mistake{badParameter, "invalid hexadecimal data: odd number of digits"}
			}
			if !isHex(s[i]) {
				return &Mistake{badParameter, "invalid hexadecimal digit: " + quoteRune(s[i:])}
			}
			i++
		}
		i--
	}
	return nil
}

// quoteRune quotes the first character.
func quoteRune(s string) string {
	_, n := utf8.DecodeRuneInString(s)
	return `"` + s[:n] + `"`
}

// bits checks a bit string: the length first, then the digits.
func bits(text, name string, mods []string) *Mistake {
	s, hex := text, false
	switch at(s, 0) {
	case 'b', 'B':
		s = s[1:]
	case 'x', 'X':
		s, hex = s[1:], true
	}
	length := len(s)
	if hex {
		length *= 4
	}
	if len(mods) > 0 {
		limit, err := strconv.Atoi(strings.TrimSpace(mods[0]))
		if err != nil {
			return nil
		}
		if name == "bit" && length != limit {
			return &Mistake{"22026", fmt.Sprintf("bit string length %d does not match type bit(%d)", length, limit)}
		}
		if name == "varbit" && length > limit {
			return &Mistake{"22001", fmt.Sprintf("bit string too long for type bit varying(%d)", limit)}
		}
	}
	for i := range len(s) {
		if hex && !isHex(s[i]) {
			return &Mistake{invalidText, quoteRune(s[i:]) + " is not a valid hexadecimal digit"}
		}
		if !hex && s[i] != '0' && s[i] != '1' {
			return &Mistake{invalidText, quoteRune(s[i:]) + " is not a valid binary digit"}
		}
	}
	return nil
}

// uuid checks 32 hexadecimal digits, with or without braces around them and
// hyphens after each fourth.
func uuid(text string) *Mistake {
	bad := invalid("uuid", text)
	s := text
	braces := at(s, 0) == '{'
	if braces {
		s = s[1:]
	}
	for i := range 16 {
		if !isHex(at(s, 0)) || !isHex(at(s, 1)) {
			return bad
		}
		s = s[2:]
		if at(s, 0) == '-' && i%2 == 1 && i < 15 {
			s = s[1:]
		}
	}
	if braces {
		if at(s, 0) != '}' {
			return bad
		}
		s = s[1:]
	}
	if s != "" {
		return bad
	}
	return nil
}

func lsn(text string) *Mistake {
	high := span(text, isHex)
	if high < 1 || high > 8 || at(text, high) != '/' {
		return invalid("pg_lsn", text)
	}
	low := span(text[high+1:], isHex)
	if low < 1 || low > 8 || high+1+low != len(text) {
		return invalid("pg_lsn", text)
	}
	return nil
}

// tid checks a pair (block,offset).
func (c checker) tid(text string) *Mistake {
	bad := invalid("tid", text)
	var parts []string
	for i := 0; i < len(text) && len(parts) < 2 && text[i] != ')'; i++ {
		if text[i] == ',' || text[i] == '(' && len(parts) == 0 {
			parts = append(parts, text[i+1:])
		}
	}
	if len(parts) < 2 {
		return bad
	}
	block, over, _ := strtoul(parts[0], 10)
	if over && c.version < 15 {
		return nil
	}
	if over || at(parts[0], block.length) != ',' || c.version >= 15 &&
		block.value != uint64(uint32(block.value)) && block.value != uint64(int64(int32(block.value))) {
		return bad
	}
	offset, over, _ := strtoul(parts[1], 10)
	if over || at(parts[1], offset.length) != ')' || offset.value > math.MaxUint16 {
		return bad
	}
	return nil
}
