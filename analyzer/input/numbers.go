package input

import (
	"math"
	"math/big"
	"strconv"
	"strings"
)

func (c checker) bool(text string) *Mistake {
	s := strings.ToLower(strings.Trim(text, spaces))
	for _, word := range []string{"true", "false", "yes", "no", "1", "0"} {
		if s != "" && strings.HasPrefix(word, s) {
			return nil
		}
	}
	if s == "on" || s == "of" || s == "off" {
		return nil
	}
	return invalid("boolean", text)
}

// integer checks a signed integer. Where a text is both too large and
// malformed the answer depends on which comes first.
func (c checker) integer(text string, size int, sqlType string) *Mistake {
	s := trimLeft(text)
	negative := at(s, 0) == '-'
	if negative || at(s, 0) == '+' {
		s = s[1:]
	}
	limit := uint64(1)<<(size-1) - 1
	if negative {
		limit++
	}
	base := uint64(10)
	if c.version >= 16 && at(s, 0) == '0' {
		switch at(s, 1) | 0x20 {
		case 'x':
			base = 16
		case 'o':
			base = 8
		case 'b':
			base = 2
		}
	}
	if base != 10 {
		s = s[2:]
	}
	if c.version < 16 {
		return oldInteger(text, s, limit, negative, sqlType)
	}
	var value uint64
	i := 0
	for ; i < len(s); i++ {
		if s[i] == '_' {
			// A digit must follow; one must stand before it too, or the prefix.
			if i == 0 && base == 10 || digit(at(s, i+1)) >= base {
				return invalid(sqlType, text)
			}
			continue
		}
		d := digit(s[i])
		if d >= base {
			break
		}
		if value > uint64(1)<<(size-1)/base {
			return tooLarge(sqlType, text)
		}
		value = value*base + d
	}
	switch {
	case i == 0 || !blank(s[i:]):
		return invalid(sqlType, text)
	case value > limit:
		return tooLarge(sqlType, text)
	}
	return nil
}

// oldInteger checks the digits of an integer as versions before 16 did.
func oldInteger(text, s string, limit uint64, negative bool, sqlType string) *Mistake {
	var value uint64
	i := 0
	for ; i < len(s) && isDigit(s[i]); i++ {
		d := uint64(s[i] - '0')
		// They gathered negative numbers, whose limit is one greater.
		most := limit
		if !negative {
			most++
		}
		if value > (most-d)/10 {
			return tooLarge(sqlType, text)
		}
		value = value*10 + d
	}
	switch {
	case i == 0 || !blank(s[i:]):
		return invalid(sqlType, text)
	case value > limit:
		return tooLarge(sqlType, text)
	}
	return nil
}

// digit returns the value of a digit, or one that no base has.
func digit(b byte) uint64 {
	switch {
	case isDigit(b):
		return uint64(b - '0')
	case isAlpha(b):
		return uint64(b|0x20-'a') + 10
	}
	return 99
}

func (c checker) oid(text string) *Mistake {
	if c.version >= 16 {
		return unsigned(text, 0, 32, "oid")
	}
	return unsigned(text, 10, 32, "oid")
}

// unsigned checks what C's strtoul takes, which minus signs are part of.
func unsigned(text string, base, size int, sqlType string) *Mistake {
	n, over, unsure := strtoul(text, base)
	switch {
	case unsure:
		return nil
	case n.length == 0:
		return invalid(sqlType, text)
	case over:
		return tooLarge(sqlType, text)
	case !blank(text[n.length:]):
		return invalid(sqlType, text)
	case size == 32 && n.value != uint64(uint32(n.value)) && n.value != uint64(int64(int32(n.value))):
		return tooLarge(sqlType, text)
	}
	return nil
}

type cNumber struct {
	value  uint64
	length int // bytes read, with spaces and sign; 0 if there is no number
}

// strtoul reads a number as the function of C does. It is unsure of 0b, which
// newer libraries read.
func strtoul(text string, base int) (n cNumber, over, unsure bool) {
	i := span(text, isSpace)
	negative := at(text, i) == '-'
	if negative || at(text, i) == '+' {
		i++
	}
	if base == 0 {
		base = 10
		if at(text, i) == '0' {
			base = 8
			switch at(text, i+1) | 0x20 {
			case 'x':
				if isHex(at(text, i+2)) {
					base = 16
					i += 2
				}
			case 'b':
				return n, false, true
			}
		}
	}
	start := i
	for ; i < len(text) && digit(text[i]) < uint64(base); i++ {
		d := digit(text[i])
		if n.value > (math.MaxUint64-d)/uint64(base) {
			over = true
		}
		n.value = n.value*uint64(base) + d
	}
	if i == start {
		return cNumber{}, false, false
	}
	if negative {
		n.value = -n.value
	}
	n.length = i
	return n, over, false
}

// vector checks numbers with spaces between them.
func (c checker) vector(text, name string) *Mistake {
	rest := text
	for n := 0; ; n++ {
		rest = trimLeft(rest)
		if rest == "" || n == 90 { // older versions have a limit that the build sets
			return nil
		}
		if name == "oidvector" {
			number, over, unsure := strtoul(rest, 10)
			zero := rest[0] == '0' || len(rest) > 1 && rest[1] == '0'
			switch {
			case unsure || zero && c.version >= 16:
				return nil // a base, maybe
			case number.length == 0:
				return invalid("oid", text)
			case over || number.value != uint64(uint32(number.value)) && number.value != uint64(int64(int32(number.value))):
				return tooLarge("oid", text)
			}
			rest = rest[number.length:]
			continue
		}
		word := rest
		if i := strings.IndexAny(rest, spaces); i >= 0 {
			word = rest[:i]
		}
		if rest = rest[len(word):]; rest != "" && rest[0] != ' ' {
			return nil // other spaces are not taken for one everywhere
		}
		if m := oldWord(word); m != nil {
			return m
		}
	}
}

// oldWord checks an element of an int2vector, which strtol reads.
func oldWord(word string) *Mistake {
	n, over, _ := strtoul(word, 10)
	value := int64(n.value)
	switch {
	case n.length == 0:
		return invalid("int2vector", word)
	case over || value < math.MinInt16 || value > math.MaxInt16:
		return tooLarge("smallint", word)
	case n.length < len(word):
		return invalid("int2vector", word)
	}
	return nil
}

func floating(text string, size int) *Mistake {
	sqlType := "double precision"
	if size == 32 {
		sqlType = "real"
	}
	n, ok := floatPrefix(text, size)
	switch {
	case n == 0:
		return invalid(sqlType, text)
	case !ok:
		return &Mistake{outOfRange, `"` + text + `" is out of range for type ` + sqlType}
	case !blank(text[n:]):
		return invalid(sqlType, text)
	}
	return nil
}

// floatPrefix reads a number as C's strtod does: it returns how many bytes it
// is long, 0 if there is none, and whether it can be represented.
func floatPrefix(text string, size int) (length int, ok bool) {
	i := span(text, isSpace)
	start := i
	if at(text, i) == '-' || at(text, i) == '+' {
		i++
	}
	if word := strings.ToLower(text[i:]); strings.HasPrefix(word, "inf") || strings.HasPrefix(word, "nan") {
		switch {
		case strings.HasPrefix(word, "infinity"):
			i += 8
		default:
			i += 3
			if word[0] == 'n' && at(text, i) == '(' { // a payload
				n := span(text[i+1:], func(b byte) bool { return isDigit(b) || isAlpha(b) || b == '_' })
				if at(text, i+1+n) == ')' {
					i += n + 2
				}
			}
		}
		return i, true
	}
	class, exponent, hex := isDigit, byte('e'), false
	if at(text, i) == '0' && at(text, i+1)|0x20 == 'x' && (isHex(at(text, i+2)) || at(text, i+2) == '.' && isHex(at(text, i+3))) {
		class, exponent, hex = isHex, 'p', true
		i += 2
	}
	mantissa := i
	i += span(text[i:], class)
	digits := i - mantissa
	if at(text, i) == '.' {
		n := span(text[i+1:], class)
		if digits+n > 0 {
			i += 1 + n
		}
		digits += n
	}
	if digits == 0 {
		return 0, false
	}
	zero := strings.Trim(text[mantissa:i], "0.") == ""
	number := text[start:i]
	if at(text, i)|0x20 == exponent {
		e := i + 1
		if at(text, e) == '-' || at(text, e) == '+' {
			e++
		}
		if n := span(text[min(e, len(text)):], isDigit); n > 0 {
			number = text[start : e+n]
			i = e + n
		} else if hex {
			number += "p0"
		}
	} else if hex {
		number += "p0"
	}
	value, err := strconv.ParseFloat(number, size)
	return i, err == nil && !math.IsInf(value, 0) && (zero || value != 0)
}

// A decimal is a number as it is written.
type decimal struct {
	negative bool
	digits   string // without leading zeros
	point    int    // digits before the decimal point; negative if zeros follow it
	special  string // nan or inf
}

func (c checker) numeric(text string, mods []string) *Mistake {
	n, m := c.decimal(text)
	if m != nil || len(mods) == 0 {
		return m
	}
	precision, err := strconv.Atoi(strings.TrimSpace(mods[0]))
	scale := 0
	if err == nil && len(mods) > 1 {
		scale, err = strconv.Atoi(strings.TrimSpace(mods[1]))
	}
	if err != nil || n.special == "nan" {
		return nil
	}
	if n.special == "inf" || n.rounded(scale) > precision-scale {
		return &Mistake{outOfRange, "numeric field overflow"}
	}
	return nil
}

// rounded returns how many digits stand before the decimal point after
// rounding; negative if zeros follow it.
func (n decimal) rounded(scale int) int {
	keep := n.point + scale
	if n.digits == "" || keep < 0 {
		return math.MinInt
	}
	if keep < len(n.digits) && n.digits[keep] >= '5' && strings.Trim(n.digits[:keep], "9") == "" {
		return n.point + 1 // nines that carry
	}
	if keep == 0 {
		return math.MinInt
	}
	return n.point
}

// decimal reads a numeric.
func (c checker) decimal(text string) (n decimal, m *Mistake) {
	bad := invalid("numeric", text)
	overflow := &Mistake{outOfRange, "value overflows numeric format"}
	s := trimLeft(text)
	lower := strings.ToLower(s)
	if strings.HasPrefix(lower, "nan") {
		if !blank(s[3:]) {
			return n, bad
		}
		return decimal{special: "nan"}, nil
	}
	if s != "" && (s[0] == '-' || s[0] == '+') {
		n.negative = s[0] == '-'
		s, lower = s[1:], lower[1:]
	}
	for _, word := range []string{"infinity", "inf"} {
		if strings.HasPrefix(lower, word) {
			if !blank(s[len(word):]) {
				return n, bad
			}
			n.special = "inf"
			return n, nil
		}
	}
	if c.version >= 16 && at(s, 0) == '0' && strings.IndexByte("xXoObB", at(s, 1)) >= 0 && len(s) > 1 {
		return c.wholeNumeric(s, n, bad)
	}
	var digits strings.Builder
	i, point, underscores := 0, -1, c.version >= 16
	if at(s, 0) == '.' {
		point, i = 0, 1
	}
	if !isDigit(at(s, i)) {
		return n, bad
	}
	for ; i < len(s); i++ {
		switch {
		case isDigit(s[i]):
			digits.WriteByte(s[i])
			continue
		case s[i] == '.' && point < 0:
			point = digits.Len()
			if underscores && at(s, i+1) == '_' {
				return n, bad
			}
			continue
		case s[i] == '.':
			return n, bad
		case s[i] == '_' && underscores:
			if !isDigit(at(s, i+1)) {
				return n, bad
			}
			continue
		}
		break
	}
	if point < 0 {
		point = digits.Len()
	}
	exponent := 0
	if at(s, i)|0x20 == 'e' {
		var length int
		var ok bool
		exponent, length, ok = c.exponent(s[i+1:])
		if length == 0 {
			return n, bad
		}
		if !ok {
			return n, overflow
		}
		i += 1 + length
	}
	if !blank(s[i:]) {
		return n, bad
	}
	all := digits.String()
	scale := max(len(all)-point-exponent, 0)
	n.digits = strings.TrimLeft(all, "0")
	n.point = point + exponent - (len(all) - len(n.digits))
	if scale > 16383 || n.digits != "" && n.point > 131072 {
		return n, overflow
	}
	return n, nil
}

// exponent reads what follows the e of a numeric. A length of 0 is a mistake
// of syntax, and not ok is too large a number.
func (c checker) exponent(s string) (value, length int, ok bool) {
	i := 0
	if c.version < 16 {
		i = span(s, isSpace) // strtol skips them
	}
	negative := at(s, i) == '-'
	if negative || at(s, i) == '+' {
		i++
	}
	if !isDigit(at(s, i)) {
		return 0, 0, false
	}
	for ; i < len(s); i++ {
		if c.version >= 16 && s[i] == '_' {
			if !isDigit(at(s, i+1)) {
				return 0, 0, false
			}
			continue
		}
		if !isDigit(s[i]) {
			break
		}
		if value = value*10 + int(s[i]-'0'); value > math.MaxInt32/2 {
			return 0, i, false
		}
	}
	if value >= math.MaxInt32/2 && c.version < 16 {
		return 0, i, false
	}
	if negative {
		value = -value
	}
	return value, i, true
}

// wholeNumeric reads a numeric with a base: 0x1F.
func (c checker) wholeNumeric(s string, n decimal, bad *Mistake) (decimal, *Mistake) {
	base := map[byte]uint64{'x': 16, 'o': 8, 'b': 2}[s[1]|0x20]
	s = s[2:]
	i := 0
	for ; i < len(s); i++ {
		if s[i] == '_' {
			if digit(at(s, i+1)) >= base {
				return n, bad
			}
			continue
		}
		if digit(s[i]) >= base {
			break
		}
	}
	if i == 0 || !blank(s[i:]) {
		return n, bad
	}
	value, ok := new(big.Int).SetString(strings.ReplaceAll(s[:i], "_", ""), int(base))
	if !ok {
		return n, bad
	}
	if value.Sign() != 0 {
		n.digits = value.String()
	}
	n.point = len(n.digits)
	if n.point > 131072 {
		return n, &Mistake{outOfRange, "value overflows numeric format"}
	}
	return n, nil
}

// compare orders two decimals. NaN is greater than all others.
func (n decimal) compare(o decimal) (order int, ok bool) {
	if a, b := n.special == "nan", o.special == "nan"; a && b {
		return 0, true
	} else if a {
		return 1, true
	} else if b {
		return -1, true
	}
	if s, t := n.sign(), o.sign(); s != t {
		return s - t, true
	} else if s == 0 {
		return 0, true
	} else if n.special != o.special {
		if n.special == "inf" {
			return s, true
		}
		return -s, true
	} else if n.point != o.point {
		return (n.point - o.point) * s, true
	} else {
		return strings.Compare(strings.TrimRight(n.digits, "0"), strings.TrimRight(o.digits, "0")) * s, true
	}
}

func (n decimal) sign() int {
	switch {
	case n.digits == "" && n.special == "":
		return 0
	case n.negative:
		return -1
	}
	return 1
}
