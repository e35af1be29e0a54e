package input

import (
	"math"
	"strings"
)

// subtypes are the types of the bounds of ranges.
var subtypes = map[string]string{
	"int4range": "int4", "int8range": "int8", "numrange": "numeric",
	"tsrange": "timestamp", "tstzrange": "timestamptz", "daterange": "date",
}

// A bound is an end of a range; without a text it is infinite.
type bound struct {
	text      string
	finite    bool
	inclusive bool
}

func (c checker) ranges(text, subtype string) *Mistake {
	lower, upper, empty, ok := parseRange(text)
	if !ok {
		return &Mistake{invalidText, `malformed range literal: "` + text + `"`}
	}
	if empty {
		return nil
	}
	for _, b := range []bound{lower, upper} {
		if b.finite {
			if m := c.check(subtype, nil, b.text); m != nil || *c.doubt {
				return m
			}
		}
	}
	if lower.finite && upper.finite {
		if order, known := c.compareBounds(lower.text, upper.text, subtype); !known {
			*c.doubt = true
			return nil
		} else if order > 0 {
			return &Mistake{"22000", "range lower bound must be less than or equal to range upper bound"}
		} else if order == 0 && !(lower.inclusive && upper.inclusive) {
			return nil // empty
		}
	}
	return c.canonical(lower, upper, subtype)
}

// canonical finds bounds that overflow when they are made [).
func (c checker) canonical(lower, upper bound, subtype string) *Mistake {
	last := map[string]int64{"int4": math.MaxInt32, "int8": math.MaxInt64}[subtype]
	if last == 0 {
		return nil
	}
	for _, b := range []struct {
		bound
		moves bool
	}{{lower, !lower.inclusive}, {upper, upper.inclusive}} {
		if n, ok := c.whole(b.text); ok && b.finite && b.moves && n == last {
			sqlType := "integer"
			if subtype == "int8" {
				sqlType = "bigint"
			}
			return &Mistake{outOfRange, sqlType + " out of range"}
		}
	}
	return nil
}

// whole reads a decimal integer.
func (c checker) whole(text string) (int64, bool) {
	s := strings.Trim(text, spaces)
	if c.version >= 16 {
		s = strings.ReplaceAll(s, "_", "")
	}
	n, rest, over := cInt64(s)
	return n, !over && rest == ""
}

// order compares two bounds that are known to be valid.
func (c checker) compareBounds(a, b, subtype string) (result int, known bool) {
	switch subtype {
	case "int4", "int8", "numeric":
		x, m := c.decimal(a)
		y, n := c.decimal(b)
		if m != nil || n != nil {
			return 0, false
		}
		return x.compare(y)
	}
	found := 0
	for i, dates := range []order{monthFirst, dayFirst, yearFirst} {
		m, x := c.moment(a, subtype, dates)
		n, y := c.moment(b, subtype, dates)
		if m != nil || n != nil || x.unsure || y.unsure || x.current || y.current || x.special == epoch || y.special == epoch {
			return 0, false
		}
		one, known := x.compare(&y, subtype)
		if !known || i > 0 && (one > 0) != (found > 0) {
			return 0, false
		}
		found = one
	}
	return found, true
}

// compare orders two moments. Zones are not reckoned with, so it knows only
// what is days apart.
func (m *moment) compare(o *moment, subtype string) (order int, known bool) {
	rank := func(m *moment) int { return map[int]int{minusInfinity: -1, infinity: 1}[m.special] }
	if m.special != 0 || o.special != 0 {
		return rank(m) - rank(o), true
	}
	days := int(m.julian()) - int(o.julian())
	switch {
	case subtype == "date":
		return days, true
	case subtype == "timestamp":
		x := int64(m.julian())*microsecondsInDay + m.microseconds()
		y := int64(o.julian())*microsecondsInDay + o.microseconds()
		switch {
		case x < y:
			return -1, true
		case x > y:
			return 1, true
		}
		return 0, true
	case days > 2 || days < -2:
		return days, true
	}
	return 0, false
}

func parseRange(text string) (lower, upper bound, empty, ok bool) {
	s := trimLeft(text)
	if len(s) >= 5 && strings.EqualFold(s[:5], "empty") {
		return lower, upper, true, blank(s[5:])
	}
	if b := at(s, 0); b != '[' && b != '(' {
		return lower, upper, false, false
	}
	lower.inclusive = s[0] == '['
	if lower, s, ok = parseBound(s[1:], lower); !ok || at(s, 0) != ',' {
		return lower, upper, false, false
	}
	if upper, s, ok = parseBound(s[1:], upper); !ok || at(s, 0) != ']' && at(s, 0) != ')' {
		return lower, upper, false, false
	}
	upper.inclusive = s[0] == ']'
	return lower, upper, false, blank(s[1:])
}

// parseBound reads up to the comma or bracket behind a bound.
func parseBound(s string, b bound) (bound, string, bool) {
	if s != "" && strings.IndexByte(",])", s[0]) >= 0 {
		return b, s, true
	}
	var text strings.Builder
	quoted := false
	for ; s != ""; s = s[1:] {
		switch {
		case !quoted && strings.IndexByte(",])", s[0]) >= 0:
			b.text, b.finite = text.String(), true
			return b, s, true
		case s[0] == '\\':
			if s = s[1:]; s == "" {
				return b, s, false
			}
			text.WriteByte(s[0])
		case s[0] == '"' && quoted && at(s, 1) == '"':
			text.WriteByte('"')
			s = s[1:]
		case s[0] == '"':
			quoted = !quoted
		default:
			text.WriteByte(s[0])
		}
	}
	return b, s, false
}

// multirange checks ranges in braces. Each is checked as soon as it is read.
func (c checker) multirange(text, subtype string) *Mistake {
	bad := &Mistake{invalidText, `malformed multirange literal: "` + text + `"`}
	s := trimLeft(text)
	if at(s, 0) != '{' {
		return bad
	}
	s = trimLeft(s[1:])
	if at(s, 0) == '}' {
		if !blank(s[1:]) {
			return bad
		}
		return nil
	}
	for {
		n := rangeLength(s)
		if n == 0 {
			return bad
		}
		if m := c.ranges(s[:n], subtype); m != nil || *c.doubt {
			return m
		}
		s = trimLeft(s[n:])
		switch at(s, 0) {
		case ',':
			s = trimLeft(s[1:])
		case '}':
			if !blank(s[1:]) {
				return bad
			}
			return nil
		default:
			return bad
		}
	}
}

// rangeLength returns the length of the range at the start of a text, or 0.
func rangeLength(s string) int {
	if len(s) >= 5 && strings.EqualFold(s[:5], "empty") {
		return 5
	}
	if b := at(s, 0); b != '[' && b != '(' {
		return 0
	}
	quoted := false
	for i := 1; i < len(s); i++ {
		switch {
		case s[i] == '\\':
			i++
		case quoted && s[i] == '"' && at(s, i+1) == '"':
			i++
		case s[i] == '"':
			quoted = !quoted
		case !quoted && (s[i] == ']' || s[i] == ')'):
			return i + 1
		}
	}
	return 0
}
