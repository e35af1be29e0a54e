package load

import (
	"slices"
	"strings"

	"github.com/trigc/trigc/internal/diag"
)

// metaCommand masks the psql meta-command whose backslash is at i, with its
// arguments, and returns where SQL goes on.
func (s *scan) metaCommand(i int) int {
	t := s.src
	nameEnd := i + 1
	switch c := s.lexer.at(0); c {
	case ';': // a semicolon that does not send the statement yet
		s.blank(i, i+1)
		s.endStatement()
		return i + 2
	case ':': // a colon that starts no variable
		s.blank(i, i+1)
		s.begun = true
		s.prev = token{kind: punct, start: i + 1, end: i + 2}
		return i + 2
	default:
		for nameEnd < len(t) && !isSpace(t[nameEnd]) && t[nameEnd] != '\\' {
			nameEnd++
		}
	}
	name := t[i+1 : nameEnd]
	end, next := s.arguments(name, nameEnd)
	arg := strings.TrimSpace(t[nameEnd:end])
	at := extent{i, nameEnd + len(strings.TrimRight(t[nameEnd:end], " \t"))}
	s.blank(i, next)

	switch name {
	case "i", "ir", "include", "include_relative":
		s.note(at, "the file included here is not read", `name it in "schema"`)
	case "if":
		s.ifs++
		s.note(at, "the condition is not evaluated: all branches are read", "")
	case "endif":
		s.ifs = max(0, s.ifs-1)
	case "q", "quit":
		// Extension scripts say \echo … \quit, for psql only.
		if s.ifs == 0 && !s.echoBefore(i) && strings.TrimSpace(t[next:]) != "" {
			s.note(at, "psql does not read on: what follows is left out", "")
			s.blank(next, len(s.whole))
			s.resume = 0
			s.src = t[:next]
		}
	case "r", "reset":
		if s.begun {
			s.blank(s.start, i)
			s.statement = statement{nest: s.nest[:0]}
		}
	case "copy":
		if slices.Contains(strings.Fields(strings.ToLower(arg)), "stdin") ||
			slices.Contains(strings.Fields(strings.ToLower(arg)), "pstdin") {
			s.lexer.pos = next
			s.copyData()
		}
	case "g", "gx", "gdesc", "gexec", "gset", "crosstabview", "watch":
		if name == "gexec" {
			s.note(at, "the statements that the query makes are not seen", "")
		}
		s.set(i, ';')
		s.lexer.pos = next
		s.endStatement()
	}
	return next
}

func (s *scan) note(at extent, message, help string) {
	s.add("not-followed", diag.Note, at, message, help)
}

// arguments returns where the arguments of a meta-command end, and where SQL
// or the next command goes on. A backslash ends them, as the end of the line
// does, but for the commands that take the whole line.
func (s *scan) arguments(name string, i int) (end, next int) {
	t := s.src
	eol := len(t)
	if n := strings.IndexAny(t[i:], "\r\n"); n >= 0 {
		eol = i + n
	}
	switch name {
	case "!", "copy", "ef", "ev", "h", "help", "sf", "sf+", "sv", "sv+":
		return eol, eol
	}
	for quote := byte(0); i < eol; i++ {
		switch c := t[i]; {
		case c == '\\' && quote == '\'':
			i++
		case c == '\\' && quote == 0:
			if i+1 < eol && t[i+1] == '\\' {
				return i, i + 2
			}
			return i, i
		case quote != 0 && c == quote:
			quote = 0
		case quote == 0 && (c == '\'' || c == '"' || c == '`'):
			quote = c
		}
	}
	return eol, eol
}

// echoBefore reports whether \echo starts the line of i.
func (s *scan) echoBefore(i int) bool {
	line := s.text[strings.LastIndexByte(s.text[:i], '\n')+1 : i]
	return strings.HasPrefix(strings.TrimSpace(line), `\echo`)
}

// variable handles the colon at i and reports whether a psql variable was
// masked. :name becomes a name, :'name' a string, :"name" a name.
func (s *scan) variable(i int) bool {
	t := s.src
	switch c := s.lexer.at(0); {
	case c == ':' || c == '=': // a cast, an assignment
		s.pos++
		return false
	case c == '\'' || c == '"':
		end := i + 2 + variableLen(t[i+2:])
		if end == i+2 || end == len(t) || t[end] != c {
			return false
		}
		e := extent{i, end + 1}
		s.placeholder(e)
		if c == '\'' {
			s.blank(i, i+1)
			s.put(e, literal)
			return true
		}
		// The name that :name becomes, then blanks.
		s.set(i, '_')
		copy(s.out[i+1:], t[i+2:end])
		s.blank(end-1, end+1)
		s.put(e, word)
		return true
	case c == '{' && s.lexer.at(1) == '?':
		end := i + 3 + variableLen(t[i+3:])
		if end == i+3 || end == len(t) || t[end] != '}' {
			return false
		}
		s.replace(extent{i, end + 1})
		return true
	default:
		n := variableLen(t[i+1:])
		name := t[i+1 : i+1+n]
		slice := len(s.nest) > 0 && s.nest[len(s.nest)-1] == '[' &&
			(s.endsOperand() || s.prev.kind == punct && t[s.prev.start] == '[')
		if n == 0 || strings.Trim(name, "0123456789") == "" || slice {
			return false
		}
		s.replace(extent{i, i + 1 + n})
		return true
	}
}

// variableLen returns the length of the name of a psql variable at the start of s.
func variableLen(s string) int {
	n := 0
	for n < len(s) && s[n] != '$' && isIdentCont(s[n]) {
		n++
	}
	return n
}
