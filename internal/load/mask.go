package load

import (
	"fmt"
	"iter"
	"strings"
	"unicode/utf8"

	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/source"
)

// A masker turns the text of a file into what Postgres would see of it. It
// only ever puts other bytes in the place of some; line ends stay.
type masker struct {
	path string
	text string // as on disk
	// beside returns the text of the file whose name is this one's and a
	// suffix, "" if there is none.
	beside func(suffix string) string

	out   []byte // text with the changes so far; nil if there are none
	found []finding

	// filled are the placeholders a tool replaces even in strings and
	// comments; they are identifiers in out already.
	filled []extent
	// The first placeholder that stands for something not known, and how
	// many there are.
	first        extent
	placeholders int
}

// An extent is the bytes from start up to, not including, end.
type extent struct{ start, end int }

// A finding is a diagnostic of a file that is yet to be made.
type finding struct {
	extent
	diag.Diagnostic
}

// file masks the text as the tool asks for, and reports what was found.
func (m *masker) file(t *tool, r *diag.Report) *source.File {
	m.encoding()
	t.mask(m)
	if m.placeholders > 0 {
		msg := "a placeholder is read as a name"
		if m.placeholders > 1 {
			msg = fmt.Sprintf("%d placeholders of the file are read as names", m.placeholders)
		}
		m.add("placeholder", diag.Note, m.first, msg, "")
	}
	f := source.NewMaskedFile(m.path, m.text, m.sql())
	for _, x := range m.found {
		x.Span = f.At(x.start, x.end)
		r.Add(x.Diagnostic)
	}
	return f
}

func (m *masker) add(code diag.Code, s diag.Severity, e extent, message, help string) {
	m.found = append(m.found, finding{e, diag.Diagnostic{Code: code, Severity: s, Message: message, Help: help}})
}

// refuse reports what the migration tool itself would not accept.
func (m *masker) refuse(e extent, message, help string) {
	m.add("migration-syntax", diag.Error, e, message, help)
}

// sql returns the text with the changes so far.
func (m *masker) sql() string {
	if m.out == nil {
		return m.text
	}
	return string(m.out)
}

func (m *masker) set(i int, c byte) {
	if m.out == nil {
		m.out = []byte(m.text)
	}
	m.out[i] = c
}

// blank puts blanks in the place of all but line ends.
func (m *masker) blank(start, end int) {
	for i := start; i < end; i++ {
		if c := m.text[i]; c != '\n' && c != '\r' {
			m.set(i, ' ')
		}
	}
}

// fill puts an identifier in the place of a placeholder: its own letters and
// digits, so that one placeholder is one name wherever it stands, and
// underscores. What is on further lines is blanked out.
func (m *masker) fill(start, end int) {
	if n := strings.IndexAny(m.text[start:end], "\r\n"); n >= 0 {
		m.blank(start+n, end)
		end = start + n
	}
	for i := start; i < end; i++ {
		if c := m.text[i]; c == '$' || !isIdentCont(c) {
			m.set(i, '_')
		}
	}
}

// placeholder counts one and remembers the first.
func (m *masker) placeholder(e extent) {
	if m.placeholders == 0 {
		m.first = e
	}
	m.placeholders++
}

// encoding blanks out a byte order mark and reports bytes that Postgres would
// not take. A NUL becomes blank, any other an underscore, so that nothing else
// goes wrong for them.
func (m *masker) encoding() {
	if strings.HasPrefix(m.text, "\xff\xfe") || strings.HasPrefix(m.text, "\xfe\xff") {
		m.invalid(extent{0, 2}, 0, "the file is UTF-16; save it as UTF-8")
		m.blank(0, len(m.text))
		return
	}
	if strings.HasPrefix(m.text, "\ufeff") {
		m.blank(0, len("\ufeff"))
	}
	if utf8.ValidString(m.text) && strings.IndexByte(m.text, 0) < 0 {
		return
	}
	first, more := -1, 0
	for i := 0; i < len(m.text); {
		c, size := utf8.DecodeRuneInString(m.text[i:])
		if c == 0 || c == utf8.RuneError && size == 1 {
			if c == 0 {
				m.set(i, ' ')
			} else {
				m.set(i, '_')
			}
			if first < 0 {
				first = i
			} else {
				more++
			}
		}
		i += size
	}
	help := ""
	if c := m.text[first]; c >= 0xa0 {
		help = fmt.Sprintf("if it is a Latin-1 %q, convert the file to UTF-8", rune(c))
	}
	m.invalid(extent{first, first + 1}, more, help)
}

func (m *masker) invalid(e extent, more int, help string) {
	msg := fmt.Sprintf(`invalid byte sequence for encoding "UTF8": 0x%02x`, m.text[e.start])
	if more > 0 {
		msg += fmt.Sprintf(", and %d more", more)
	}
	m.found = append(m.found, finding{e, diag.Diagnostic{
		Code: "invalid-utf8", Severity: diag.Error, Message: msg, Help: help, SQLState: "22021"}})
}

// A line is a line of a file without its line end; next is the start of the
// line after it.
type line struct {
	extent
	next int
	text string
}

// lines returns the lines of the file as Go programs read them: LF or CR LF
// ends one, and a byte order mark is no part of one. There is no limit to
// their length.
func (m *masker) lines() iter.Seq[line] {
	return func(yield func(line) bool) {
		start := 0
		if strings.HasPrefix(m.text, "\ufeff") {
			start = len("\ufeff")
		}
		for start < len(m.text) {
			end, next := len(m.text), len(m.text)
			if n := strings.IndexByte(m.text[start:], '\n'); n >= 0 {
				end, next = start+n, start+n+1
				if end > start && m.text[end-1] == '\r' {
					end--
				}
			}
			if !yield(line{extent{start, end}, next, m.text[start:end]}) {
				return
			}
			start = next
		}
	}
}

// isComment reports whether there is only a comment on the line.
func (l line) isComment() bool { return strings.HasPrefix(strings.TrimSpace(l.text), "--") }

// trimmed returns the place of the line's text without the blanks around it.
func (l line) trimmed() extent {
	start := l.start + len(l.text) - len(strings.TrimLeft(l.text, " \t"))
	return extent{start, max(start, l.start+len(strings.TrimRight(l.text, " \t")))}
}

// lastLine returns the last line between start and end that is not blank.
func (m *masker) lastLine(start, end int) extent {
	text := strings.TrimRight(m.text[start:end], " \t\r\n")
	end = start + len(text)
	return extent{start + strings.LastIndexByte(text, '\n') + 1, end}
}

// everywhere masks a placeholder that the tool replaces before it reads the
// SQL, be it in a string or in a comment. What writes nothing becomes blank.
func (m *masker) everywhere(e extent, writesNothing bool) {
	m.placeholder(e)
	if writesNothing {
		m.blank(e.start, e.end)
		return
	}
	m.fill(e.start, e.end)
	m.filled = append(m.filled, e)
}

// lineAt returns the line that starts at i.
func (m *masker) lineAt(i int) extent {
	end := len(m.text)
	if n := strings.IndexAny(m.text[i:], "\r\n"); n >= 0 {
		end = i + n
	}
	return extent{i, end}
}
