// Package source holds the text of schema files and the places in it.
//
// A place is a [Span]: bytes, half-open, and the file they are of. Lines and
// columns exist only where something is shown to a user.
package source

import (
	"sort"
	"strings"
	"unicode/utf8"
)

// A File is one schema file. It is immutable.
type File struct {
	path  string
	text  string
	sql   string
	lines []int // offset of the first byte of each line
}

// NewFile returns the file with the given path, as it is shown to the user,
// and text.
func NewFile(path, text string) *File {
	return NewMaskedFile(path, text, text)
}

// NewMaskedFile returns a file of which sql is what Postgres would be sent:
// text with the parts blanked out that a migration tool or psql keeps to
// itself (down sections, meta-commands, COPY data). The two have the same
// length in bytes, so that an offset means the same place in both.
func NewMaskedFile(path, text, sql string) *File {
	if len(text) != len(sql) {
		panic("source: masked text of " + path + " differs in length")
	}
	f := &File{path: path, text: text, sql: sql, lines: []int{0}}
	for i := 0; i < len(text); i++ {
		if text[i] == '\n' {
			f.lines = append(f.lines, i+1)
		}
	}
	return f
}

// Path returns the path as the user knows it.
func (f *File) Path() string { return f.path }

// WithPath returns the same file under another path.
func (f *File) WithPath(path string) *File {
	g := *f
	g.path = path
	return &g
}

// Text returns the text as it is on disk.
func (f *File) Text() string { return f.text }

// SQL returns the text as Postgres would see it; see [NewMaskedFile].
func (f *File) SQL() string { return f.sql }

// At returns the span of the bytes from start up to, not including, end.
func (f *File) At(start, end int) Span { return Span{f, start, end} }

// A Position is a line and a column, both from 1. Columns count bytes.
type Position struct{ Line, Column int }

// Position returns the line and column of a byte offset. An offset past the
// end is the position of the end.
func (f *File) Position(offset int) Position {
	offset = max(0, min(offset, len(f.text)))
	line := sort.SearchInts(f.lines, offset+1) // lines[line-1] <= offset
	return Position{line, offset - f.lines[line-1] + 1}
}

// Line returns the text of a line, counted from 1, without its line end.
// A line that does not exist is empty.
func (f *File) Line(n int) string {
	if n < 1 || n > len(f.lines) {
		return ""
	}
	end := len(f.text)
	if n < len(f.lines) {
		end = f.lines[n]
	}
	return strings.TrimRight(f.text[f.lines[n-1]:end], "\r\n")
}

// LineStart returns the offset of the first byte of the line that holds offset.
func (f *File) LineStart(offset int) int {
	return f.lines[f.Position(offset).Line-1]
}

// ByteOffset converts a 1-based position in characters, as Postgres reports
// errors in a query, to a byte offset in text. Zero or less is offset 0, a
// position past the end is the end.
func ByteOffset(text string, char int) int {
	off := 0
	for n := 1; n < char && off < len(text); n++ {
		_, size := utf8.DecodeRuneInString(text[off:])
		off += size
	}
	return off
}

// A Span is the bytes from Start up to, not including, End of a file.
// The zero Span is nowhere.
type Span struct {
	*File
	Start, End int
}

// IsZero reports whether the span is nowhere.
func (s Span) IsZero() bool { return s.File == nil }

// String returns the text of the span as it is on disk.
func (s Span) String() string {
	if s.IsZero() {
		return ""
	}
	return s.text[s.Start:s.End]
}

// Pos returns the position of the first byte.
func (s Span) Pos() Position { return s.Position(s.Start) }

// To returns the span from the start of s to the end of t, of the same file.
// If either is nowhere, it is the other.
func (s Span) To(t Span) Span {
	switch {
	case s.IsZero():
		return t
	case t.IsZero():
		return s
	}
	return Span{s.File, s.Start, t.End}
}

// Compare orders spans by path, start and end; nowhere comes first.
func (s Span) Compare(t Span) int {
	switch {
	case s.IsZero() && t.IsZero():
		return 0
	case s.IsZero():
		return -1
	case t.IsZero():
		return 1
	}
	if c := strings.Compare(s.path, t.path); c != 0 {
		return c
	}
	if c := s.Start - t.Start; c != 0 {
		return c
	}
	return s.End - t.End
}

// SamePath reports whether f and g are the same file to the user.
func (f *File) SamePath(g *File) bool { return f.path == g.path }
