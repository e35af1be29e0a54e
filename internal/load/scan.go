package load

import "strings"

// A reader says who runs a file, for what only some of them understand.
type reader struct {
	psql bool // meta-commands and variables
	copy bool // the lines after COPY … FROM stdin are data
}

// A scan goes over the tokens of a file once and masks what is no SQL outside
// of strings and comments.
type scan struct {
	*masker
	reader
	lexer
	statement
	whole  string // the text; src may be the part up to COPY data
	resume int    // where to go on at the end of that part, or 0
	filled []extent
	ifs    int             // open \if
	noEnd  bool            // there is no further }} outside of quotes
	none   map[string]bool // the ends of placeholders that do not come any more
}

// A statement is what is known of the statement up to the current token.
type statement struct {
	begun      bool
	start      int
	isCopy     bool   // it starts with COPY
	from, data bool   // … FROM, and then STDIN
	prev       token  // the token before; comments do not count
	nest       []byte // open parentheses '(', subscripts '[' and array constructors 'A'
}

// scan masks the rest, after the tool's own parts are out of the way.
func (m *masker) scan(by reader) {
	text := m.sql()
	s := &scan{masker: m, reader: by, lexer: lexer{src: text}, whole: text, filled: m.filled}
	for {
		t := s.next()
		switch t.kind {
		case eof:
			if s.resume == 0 {
				return
			}
			s.src, s.pos, s.resume = s.whole, s.resume, 0
			continue
		case comment:
			continue
		case word:
			if s.loneFill(t) {
				continue
			}
			s.copyWord(t)
		case punct:
			if s.punct(t) {
				continue
			}
		}
		if !s.begun {
			s.begun, s.start = true, t.start
		}
		s.prev = t
	}
}

func (s *scan) textOf(t token) string { return s.src[t.start:t.end] }

// punct handles a punctuation and reports whether that is all: it is then no
// token of the statement, or made one already.
func (s *scan) punct(t token) bool {
	switch s.src[t.start] {
	case ';':
		s.endStatement()
		return true
	case '(':
		s.nest = append(s.nest, '(')
	case '[':
		if s.endsOperand() {
			s.nest = append(s.nest, '[')
		} else {
			s.nest = append(s.nest, 'A')
		}
	case ')', ']':
		s.nest = s.nest[:max(0, len(s.nest)-1)]
	case '\\':
		if s.psql {
			s.pos = s.metaCommand(t.start)
			return true
		}
	case ':':
		return s.psql && s.variable(t.start)
	case '{', '$', '@':
		return s.template(t.start)
	}
	return false
}

// endsOperand reports whether an operand ends before the current token, so
// that a bracket is a subscript and a colon makes a slice.
func (s *scan) endsOperand() bool {
	if !s.begun {
		return false
	}
	switch s.prev.kind {
	case word:
		return !strings.EqualFold(s.textOf(s.prev), "array")
	case punct:
		c := s.src[s.prev.start]
		return c == ')' || c == ']'
	}
	return true
}

// copyWord follows COPY … FROM STDIN.
func (s *scan) copyWord(t token) {
	switch {
	case !s.copy:
	case !s.begun:
		s.isCopy = strings.EqualFold(s.textOf(t), "copy")
	case s.isCopy && len(s.nest) == 0:
		if s.from && strings.EqualFold(s.textOf(t), "stdin") {
			s.data = true
		}
		s.from = strings.EqualFold(s.textOf(t), "from")
	}
}

// endStatement ends the statement. If it was a COPY, its data is masked.
func (s *scan) endStatement() {
	if s.data {
		s.copyData()
	}
	s.statement = statement{nest: s.nest[:0]}
}

// copyData masks the data of a COPY: the lines after the current one up to
// and with the line `\.`. The rest of the current line is still SQL.
func (s *scan) copyData() {
	start := s.resume
	if start == 0 {
		n := strings.IndexByte(s.whole[s.pos:], '\n')
		if n < 0 {
			return
		}
		start = s.pos + n + 1
	}
	end := start
	for end < len(s.whole) {
		line := s.whole[end:]
		if n := strings.IndexByte(line, '\n'); n >= 0 {
			line = line[:n+1]
		}
		end += len(line)
		if strings.TrimRight(line, "\r\n") == `\.` {
			break
		}
	}
	s.blank(start, end)
	if s.resume == 0 {
		s.src = s.whole[:start]
	}
	s.resume = end
}
