// Package input says what Postgres's input functions say of a text: whether
// the untyped literal 'abc' can be an integer. It knows the built-in types. It
// asks neither a server nor the settings of a session, so it speaks up only
// where no setting could make the text a value.
package input

import "strings"

// A Mistake is why an input function refuses a text.
type Mistake struct{ SQLState, Message string }

// The SQLSTATEs of most mistakes.
const (
	invalidText  = "22P02" // invalid_text_representation
	outOfRange   = "22003" // numeric_value_out_of_range
	badParameter = "22023" // invalid_parameter_value
	syntaxError  = "42601" // syntax_error
)

// A checker checks texts for one version of Postgres.
type checker struct {
	version int   // the major version
	doubt   *bool // set if a text is taken only because it cannot be known
}

// Check reports why the input function of a built-in type refuses a text. The
// name is pg_type's (int4, timestamptz), with [] behind it for an array; mods
// are the type's modifiers if the input function is given them. It returns nil
// if the text is taken, and also if that cannot be known.
func Check(typeName string, mods []string, text string, postgres int) *Mistake {
	c := checker{version: postgres, doubt: new(bool)}
	return c.check(typeName, mods, text)
}

// Array is Check for an array literal, given the name of the elements' type.
func Array(element string, mods []string, text string, postgres int) *Mistake {
	c := checker{version: postgres, doubt: new(bool)}
	return c.array(element, mods, text)
}

func (c checker) check(name string, mods []string, text string) *Mistake {
	if element, ok := strings.CutSuffix(name, "[]"); ok {
		return c.array(strings.TrimRight(element, "[]"), mods, text)
	}
	if name == "json" || name == "jsonb" {
		return c.json(text, name == "jsonb")
	}
	// Some C libraries take these bytes for spaces, in the midst of a letter.
	if strings.ContainsAny(text, "\u0085\u00a0") || strings.IndexByte(text, 0x85) >= 0 || strings.IndexByte(text, 0xa0) >= 0 {
		return nil
	}
	switch name {
	case "bool":
		return c.bool(text)
	case "int2":
		return c.integer(text, 16, "smallint")
	case "int4":
		return c.integer(text, 32, "integer")
	case "int8":
		return c.integer(text, 64, "bigint")
	case "oid":
		return c.oid(text)
	case "xid", "cid":
		if c.version >= 16 {
			return unsigned(text, 0, 32, name)
		}
	case "xid8":
		if c.version >= 16 {
			return unsigned(text, 0, 64, name)
		}
	case "int2vector", "oidvector":
		return c.vector(text, name)
	case "float4":
		return floating(text, 32)
	case "float8":
		return floating(text, 64)
	case "numeric":
		return c.numeric(text, mods)
	case "bytea":
		return bytea(text)
	case "bit", "varbit":
		return bits(text, name, mods)
	case "uuid":
		return uuid(text)
	case "pg_lsn":
		return lsn(text)
	case "tid":
		return c.tid(text)
	case "date", "time", "timetz", "timestamp", "timestamptz":
		return c.datetime(text, name)
	case "interval":
		return c.interval(text, mods)
	case "inet", "cidr":
		return c.network(text, name == "cidr")
	case "macaddr":
		return macaddr(text)
	case "macaddr8":
		return macaddr8(text)
	case "point", "lseg", "box", "path", "polygon", "circle", "line":
		return shape(text, name)
	case "tsvector":
		return tsvector(text)
	case "tsquery":
		return tsquery(text)
	case "jsonpath":
		if strings.Trim(text, " \t\n\r\f") == "" {
			return invalid("jsonpath", text)
		}
	default:
		if sub, ok := subtypes[name]; ok {
			return c.ranges(text, sub)
		}
		if sub, ok := subtypes[strings.Replace(name, "multirange", "range", 1)]; ok {
			return c.multirange(text, sub)
		}
	}
	return nil
}

// invalid is what most input functions say of most mistakes; the type is
// called as in SQL.
func invalid(sqlType, text string) *Mistake {
	return &Mistake{invalidText, "invalid input syntax for type " + sqlType + `: "` + text + `"`}
}

// tooLarge is what the input functions of numbers say.
func tooLarge(sqlType, text string) *Mistake {
	return &Mistake{outOfRange, `value "` + text + `" is out of range for type ` + sqlType}
}

// Postgres classifies bytes as C does in its own locale.

func isSpace(c byte) bool { return c == ' ' || c >= '\t' && c <= '\r' }
func isDigit(c byte) bool { return c >= '0' && c <= '9' }
func isAlpha(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
func isHex(c byte) bool   { return isDigit(c) || c|0x20 >= 'a' && c|0x20 <= 'f' }
func isPunct(c byte) bool { return c > ' ' && c < 0x7f && !isDigit(c) && !isAlpha(c) }

const spaces = " \t\n\v\f\r"

func trimLeft(s string) string { return strings.TrimLeft(s, spaces) }
func blank(s string) bool      { return trimLeft(s) == "" }

// at returns a byte of a text, or 0 behind its end as C has it.
func at(s string, i int) byte {
	if i < len(s) {
		return s[i]
	}
	return 0
}

// span returns how many bytes at the start of a text are of a class.
func span(s string, class func(byte) bool) int {
	n := 0
	for n < len(s) && class(s[n]) {
		n++
	}
	return n
}
