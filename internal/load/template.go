package load

import (
	"regexp"
	"strings"
)

// replace puts an identifier in the place of a placeholder. If it is all of a
// statement, it becomes blank, as it most likely stands for statements.
func (s *scan) replace(e extent) {
	s.placeholder(e)
	if s.alone(e) {
		s.blank(e.start, e.end)
		s.pos = e.end
		return
	}
	s.fill(e.start, e.end)
	s.put(e, word)
}

// put makes the extent the token before the next one.
func (s *scan) put(e extent, k kind) {
	if !s.begun {
		s.begun, s.start = true, e.start
	}
	s.prev = token{kind: k, start: e.start, end: e.end}
	s.pos = e.end
}

// alone reports whether the extent is a statement by itself.
func (s *scan) alone(e extent) bool {
	if s.begun {
		return false
	}
	rest := strings.TrimLeft(s.src[e.end:], " \t")
	return rest == "" || rest[0] == ';' || rest[0] == '\n' || rest[0] == '\r'
}

// loneFill blanks out an identifier that the tool's placeholders left where a
// statement is, and reports whether there was one.
func (s *scan) loneFill(t token) bool {
	for len(s.filled) > 0 && s.filled[0].start < t.start {
		s.filled = s.filled[1:]
	}
	if len(s.filled) == 0 || s.filled[0].start != t.start || !s.alone(s.filled[0]) {
		return false
	}
	s.blank(s.filled[0].start, s.filled[0].end)
	s.pos = s.filled[0].end
	return true
}

// template handles the `{`, `$` or `@` at i, none of which has a meaning of
// its own in a Postgres schema where it starts a placeholder. It reports
// whether one was masked.
func (s *scan) template(i int) bool {
	t := s.src
	switch {
	case strings.HasPrefix(t[i:], "{{"):
		end := s.actionEnd(i)
		if end < 0 {
			return false
		}
		if isControl(t[i:end]) {
			s.placeholder(extent{i, end})
			s.blank(i, end)
			s.pos = end
		} else {
			s.replace(extent{i, end})
		}
		return true
	case strings.HasPrefix(t[i:], "{%"), strings.HasPrefix(t[i:], "{#"): // Jinja
		end := s.find(i+2, t[i+1:i+2]+"}")
		if end < 0 {
			return false
		}
		s.placeholder(extent{i, end})
		s.blank(i, end)
		s.pos = end
		return true
	}
	e := extent{i, i + len(simplePlaceholder.FindString(t[i:]))}
	if e.end == e.start {
		return false
	}
	// A word takes the dollar in that starts a placeholder.
	if t[i] == '{' && i > 0 && t[i-1] == '$' {
		e.start--
	}
	s.replace(e)
	return true
}

// simplePlaceholder matches ${x} of Flyway and the shell, {x} of Python, $x
// of the shell, and @extschema@ of an extension's script.
var simplePlaceholder = regexp.MustCompile(
	`^(?:\$?\{[^{}\s]*\}|\$[A-Za-z_][A-Za-z_0-9]*|@ext(?:schema(?::[^@\s]+)?|owner)@)`)

// actionEnd returns the end of the template action that starts at i, or -1.
// What is in quotes does not end it.
func (s *scan) actionEnd(i int) int {
	if !s.noEnd {
		if end := actionEnd(s.src, i); end >= 0 {
			return end
		}
		s.noEnd = true
	}
	return s.find(i+2, "}}")
}

// find returns the end of the next occurrence of end from i on, or -1. It
// remembers where there is none, so that no text is searched twice.
func (s *scan) find(i int, end string) int {
	if s.none[end] || i > len(s.src) {
		return -1
	}
	n := strings.Index(s.src[i:], end)
	if n < 0 {
		if s.none == nil {
			s.none = map[string]bool{}
		}
		s.none[end] = true
		return -1
	}
	return i + n + len(end)
}

// actionEnd returns the end of the Go template action that starts at i, or
// -1. A quote that is not closed on its line is no quote.
func actionEnd(t string, i int) int {
	if c := actionComment.FindString(t[i:min(len(t), i+8)]); c != "" {
		n := strings.Index(t[i:], "*/")
		if n < 0 {
			return -1
		}
		i += n
	}
	for i += 2; i < len(t); i++ {
		switch c := t[i]; c {
		case '}':
			if strings.HasPrefix(t[i:], "}}") {
				return i + 2
			}
		case '"', '\'', '`':
			for j := i + 1; j < len(t) && t[j] != '\n'; j++ {
				if t[j] == '\\' && c != '`' {
					j++
				} else if t[j] == c {
					i = j
					break
				}
			}
		}
	}
	return -1
}

// isControl reports whether a Go template action, with its braces, writes
// nothing itself: it steers, defines, sets or comments.
func isControl(action string) bool {
	body := strings.Trim(strings.TrimSuffix(strings.TrimPrefix(action, "{{"), "}}"), "- \t\r\n")
	if strings.HasPrefix(body, "/*") {
		return true
	}
	if strings.HasPrefix(body, "$") {
		v := strings.TrimLeft(body, "$"+identBytes)
		v = strings.TrimSpace(v)
		return strings.HasPrefix(v, ":=") || strings.HasPrefix(v, "=") || strings.HasPrefix(v, ",")
	}
	switch body[:len(body)-len(strings.TrimLeft(body, identBytes))] {
	case "if", "else", "end", "range", "with", "define", "break", "continue":
		return true
	}
	return false
}

const identBytes = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_0123456789"

var actionComment = regexp.MustCompile(`^\{\{-?\s*/\*`)
