package config

import (
	"strconv"
	"strings"
)

// An extent is the bytes from start up to, not including, end.
type extent struct{ start, end int }

// A path leads from the document to a value: keys and, in an array, indexes,
// each with a NUL behind it, which no TOML text can hold.
type path string

func (p path) at(key string) path { return p + path(key) + "\x00" }
func (p path) index(i int) path   { return p + path("\x01"+strconv.Itoa(i)+"\x00") }

// spans has the places of keys and values. The TOML library tells what is
// written, but not where; so the text is read once more for that.
type spans struct {
	key map[path]extent // the first place that names it
	val map[path]extent // of a table with a header, its name there
}

// scanSpans finds the places in a text that the TOML library accepts.
func scanSpans(text string) *spans {
	s := &spanScanner{
		text:   text,
		spans:  spans{map[path]extent{}, map[path]extent{}},
		tables: map[path]int{},
	}
	table := path("")
	for s.blanks(); s.pos < len(text); s.blanks() {
		switch {
		case s.accept("[["):
			table = s.header()
			n := s.tables[table]
			s.tables[table]++
			name := s.last
			table = table.index(n)
			s.key[table], s.val[table] = name, name
			s.accept("]]")
		case s.accept("["):
			table = s.header()
			s.accept("]")
		default:
			s.pair(table)
		}
	}
	return &s.spans
}

type spanScanner struct {
	spans
	text   string
	pos    int
	last   extent       // of the last part of a key
	tables map[path]int // length of each array of tables so far
}

// blanks goes over white space, line ends and comments.
func (s *spanScanner) blanks() {
	for s.pos < len(s.text) {
		switch s.text[s.pos] {
		case ' ', '\t', '\r', '\n':
			s.pos++
		case '#':
			if n := strings.IndexByte(s.text[s.pos:], '\n'); n >= 0 {
				s.pos += n
			} else {
				s.pos = len(s.text)
			}
		default:
			return
		}
	}
}

func (s *spanScanner) accept(prefix string) bool {
	if strings.HasPrefix(s.text[s.pos:], prefix) {
		s.pos += len(prefix)
		return true
	}
	return false
}

// header reads the name of a table. A part before the last one that is an
// array of tables means its last table.
func (s *spanScanner) header() path {
	p := path("")
	for {
		p = p.at(s.part())
		s.see(p, s.last)
		s.blanks()
		if !s.accept(".") {
			s.val[p] = s.last
			return p
		}
		if n := s.tables[p]; n > 0 {
			p = p.index(n - 1)
		}
	}
}

// pair reads a key, which may be dotted, and its value.
func (s *spanScanner) pair(p path) {
	for {
		p = p.at(s.part())
		s.see(p, s.last)
		s.blanks()
		if !s.accept(".") {
			break
		}
		s.val[p] = s.last
	}
	s.accept("=")
	s.blanks()
	s.value(p)
}

func (s *spanScanner) see(p path, e extent) {
	if _, ok := s.key[p]; !ok {
		s.key[p] = e
	}
}

// part reads one part of a key.
func (s *spanScanner) part() string {
	s.blanks()
	start := s.pos
	text := ""
	if s.pos < len(s.text) && (s.text[s.pos] == '"' || s.text[s.pos] == '\'') {
		s.quoted()
		text = s.text[start:s.pos]
		if text[0] == '"' {
			// TOML's escapes in a key are a part of Go's.
			if u, err := strconv.Unquote(text); err == nil {
				text = u
			}
		} else {
			text = strings.Trim(text, "'")
		}
	} else {
		for s.pos < len(s.text) && !strings.ContainsRune(" \t\r\n.=]#", rune(s.text[s.pos])) {
			s.pos++
		}
		text = s.text[start:s.pos]
		if text == "" {
			s.pos = len(s.text) // not TOML after all
		}
	}
	s.last = extent{start, s.pos}
	return text
}

// quoted reads a string of any of the four forms.
func (s *spanScanner) quoted() {
	q := s.text[s.pos]
	if triple := strings.Repeat(string(q), 3); s.accept(triple) {
		for s.pos < len(s.text) && !s.accept(triple) {
			s.char(q)
		}
		// A quote or two may stand before the closing ones.
		for s.accept(string(q)) {
		}
		return
	}
	s.pos++
	for s.pos < len(s.text) && !s.accept(string(q)) {
		s.char(q)
	}
}

// char goes over one character of a string that is quoted by q.
func (s *spanScanner) char(q byte) {
	if q == '"' && s.text[s.pos] == '\\' {
		s.pos++
	}
	s.pos = min(s.pos+1, len(s.text))
}

// value reads the value at p.
func (s *spanScanner) value(p path) {
	start := s.pos
	switch {
	case s.pos == len(s.text):
	case s.text[s.pos] == '"' || s.text[s.pos] == '\'':
		s.quoted()
	case s.accept("["):
		s.blanks()
		for i := 0; s.pos < len(s.text) && !s.accept("]"); i++ {
			s.value(p.index(i))
			s.blanks()
			s.accept(",")
			s.blanks()
		}
	case s.accept("{"):
		s.blanks()
		for s.pos < len(s.text) && !s.accept("}") {
			s.pair(p)
			s.blanks()
			s.accept(",")
			s.blanks()
		}
	default:
		// A number, date or boolean; a date may have a blank before its time.
		for s.pos < len(s.text) && !strings.ContainsRune(",]}#\r\n", rune(s.text[s.pos])) {
			s.pos++
		}
		s.pos = start + len(strings.TrimRight(s.text[start:s.pos], " \t"))
		if s.pos == start {
			s.pos = len(s.text) // not TOML after all
		}
	}
	s.val[p] = extent{start, s.pos}
}
