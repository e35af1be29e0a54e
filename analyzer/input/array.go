package input

import "strings"

// maxDimensions is how many an array may have.
const maxDimensions = 6

// An arrayReader reads an array literal. Since version 17 Postgres checks the
// elements as it meets them; before, it read the whole literal first, and was
// stricter with empty sub-arrays.
type arrayReader struct {
	checker
	element   string
	mods      []string
	delimiter byte
	text      string
	rest      string
	lengths   []int // of the dimensions; -1 while not known
	fixed     bool  // no more dimensions may come
	late      []string
}

func (c checker) array(element string, mods []string, text string) *Mistake {
	r := arrayReader{checker: c, element: element, mods: mods, delimiter: ',', text: text, rest: text}
	if element == "box" {
		r.delimiter = ';'
	}
	m, known := r.dimensions()
	if m != nil || !known {
		return m
	}
	if m := r.braces(); m != nil || *c.doubt {
		return m
	}
	if !blank(r.rest) {
		return r.malformed()
	}
	for _, text := range r.late {
		if m := c.check(element, mods, text); m != nil || *c.doubt {
			return m
		}
	}
	return nil
}

func (r *arrayReader) malformed() *Mistake {
	return &Mistake{invalidText, `malformed array literal: "` + r.text + `"`}
}

// dimensions reads [0:1][5]=. Numbers that may be too large are not known.
func (r *arrayReader) dimensions() (m *Mistake, known bool) {
	for {
		r.rest = trimLeft(r.rest)
		if at(r.rest, 0) != '[' {
			break
		}
		if len(r.lengths) >= maxDimensions {
			return &Mistake{"54000", "number of array dimensions exceeds the maximum allowed (6)"}, true
		}
		lower := 1
		bound, f := r.bound()
		if f != nil {
			return f, true
		}
		if at(r.rest, 0) == ':' {
			lower = bound
			if bound, f = r.bound(); f != nil {
				return f, true
			}
		}
		if at(r.rest, 0) != ']' {
			return r.malformed(), true
		}
		r.rest = r.rest[1:]
		if bound > 1e8 || bound < -1e8 || lower > 1e8 || lower < -1e8 {
			return nil, false
		}
		if bound < lower {
			return &Mistake{"2202E", "upper bound cannot be less than lower bound"}, true
		}
		r.lengths = append(r.lengths, bound-lower+1)
	}
	if len(r.lengths) > 0 {
		if at(r.rest, 0) != '=' {
			return r.malformed(), true
		}
		r.rest = trimLeft(r.rest[1:])
		r.fixed = true
	}
	if at(r.rest, 0) != '{' {
		return r.malformed(), true
	}
	return nil, true
}

// bound reads a number behind a bracket or colon.
func (r *arrayReader) bound() (int, *Mistake) {
	s := r.rest[1:]
	n := span(s, func(b byte) bool { return isDigit(b) || b == '-' || b == '+' })
	if n == 0 {
		return 0, r.malformed()
	}
	r.rest = s[n:]
	value, rest, over := cInt64(s[:n])
	switch {
	case over || value != int64(int32(value)):
		return 1e9, nil
	case rest != "" && r.version >= 17:
		return 0, r.malformed()
	}
	return int(value), nil
}

// braces reads the nested lists.
func (r *arrayReader) braces() *Mistake {
	var counts []int // of the open lists
	separated := true
	afterList, anyElement := false, false
	for {
		r.rest = trimLeft(r.rest)
		switch b := at(r.rest, 0); {
		case b == '{':
			if !separated || r.version < 17 && len(counts) > 0 && counts[len(counts)-1] > 0 && !afterList {
				return r.malformed()
			}
			if len(counts) >= maxDimensions {
				return &Mistake{"54000", "number of array dimensions exceeds the maximum allowed (6)"}
			}
			counts = append(counts, 0)
			if len(counts) > len(r.lengths) {
				if r.fixed {
					return r.malformed()
				}
				r.lengths = append(r.lengths, -1)
			}
			separated, afterList = true, false
			r.rest = r.rest[1:]
		case b == '}':
			level := len(counts) - 1
			if counts[level] > 0 && separated || r.version < 17 && counts[level] == 0 && level > 0 {
				return r.malformed()
			}
			if r.lengths[level] < 0 {
				r.lengths[level] = counts[level]
			} else if r.lengths[level] != counts[level] {
				return r.malformed()
			}
			counts = counts[:level]
			r.rest = r.rest[1:]
			if level == 0 {
				if r.version < 17 && anyElement && len(r.lengths) > 0 && r.lengths[len(r.lengths)-1] < 0 {
					return r.malformed()
				}
				return nil
			}
			counts[level-1]++
			separated, afterList = false, true
		case b == r.delimiter:
			if separated {
				return r.malformed()
			}
			separated = true
			r.rest = r.rest[1:]
		default:
			text, null, ok := r.read()
			if !ok || !separated {
				return r.malformed()
			}
			separated, anyElement = false, true
			if !null && r.version < 17 {
				r.late = append(r.late, text)
			} else if !null {
				if m := r.check(r.element, r.mods, text); m != nil || *r.doubt {
					return m
				}
			}
			r.fixed = true
			if len(counts) != len(r.lengths) {
				return r.malformed()
			}
			counts[len(counts)-1]++
			afterList = false
		}
	}
}

// read reads an element, quoted or not.
func (r *arrayReader) read() (text string, null, ok bool) {
	var b strings.Builder
	s := r.rest
	if at(s, 0) == '"' {
		for s = s[1:]; s != "" && s[0] != '"'; s = s[1:] {
			if s[0] == '\\' {
				if s = s[1:]; s == "" {
					return "", false, false
				}
			}
			b.WriteByte(s[0])
		}
		if s == "" {
			return "", false, false
		}
		r.rest = trimLeft(s[1:])
		next := at(r.rest, 0)
		return b.String(), false, next == r.delimiter || next == '}'
	}
	escaped, end := false, 0 // trailing spaces are not part of it, unless escaped
	for ; s != "" && s[0] != r.delimiter && s[0] != '}'; s = s[1:] {
		switch {
		case s[0] == '{' || s[0] == '"':
			return "", false, false
		case s[0] == '\\':
			if s = s[1:]; s == "" {
				return "", false, false
			}
			escaped = true
			b.WriteByte(s[0])
			end = b.Len()
			continue
		}
		b.WriteByte(s[0])
		if !isSpace(s[0]) {
			end = b.Len()
		}
	}
	if s == "" {
		return "", false, false
	}
	r.rest = s
	text = b.String()[:end]
	return text, !escaped && strings.EqualFold(text, "null"), true
}
