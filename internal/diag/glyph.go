package diag

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"
)

// A glyph is what a terminal shows for one character, and how many cells it
// takes.
type glyph struct {
	text  string
	cells int
}

// tabStop is the distance of tab stops in cells.
const tabStop = 4

// layout returns the glyphs of a line: those before start, those from start up
// to end, and the rest. Offsets are bytes; one within a character counts for
// the whole of it.
func layout(line string, start, end int) (before, on, after []glyph) {
	col := 0
	for off := 0; off < len(line); {
		r, size := utf8.DecodeRuneInString(line[off:])
		g := glyphOf(r, line[off:off+size])
		switch {
		case r == '\t':
			g = glyph{strings.Repeat(" ", tabStop-col%tabStop), tabStop - col%tabStop}
		case r == '\ufeff' && off == 0: // a byte order mark is not text
			g = glyph{}
		}
		col += g.cells
		switch next := off + size; {
		case next <= start:
			before = append(before, g)
		case off < end || off < start:
			on = append(on, g)
		default:
			after = append(after, g)
		}
		off += size
	}
	return before, on, after
}

// glyphOf returns how a character that is no tab is shown: what cannot be
// seen, and what would steer the terminal, is shown by its number.
func glyphOf(r rune, text string) glyph {
	switch {
	case r == utf8.RuneError && len(text) == 1:
		return named(fmt.Sprintf(`\x%02x`, text[0]))
	case r == '\u200c' || r == '\u200d': // joiners, part of words and emoji
		return glyph{text, 0}
	case unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp):
		return named(fmt.Sprintf("<U+%04X>", r))
	case unicode.In(r, unicode.Mn, unicode.Me):
		return glyph{text, 0}
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return glyph{text, 2}
	}
	return glyph{text, 1}
}

func named(text string) glyph { return glyph{text, len(text)} }

// printable returns text with what would steer the terminal made visible.
func printable(text string) string {
	if !strings.ContainsFunc(text, func(r rune) bool { return r < ' ' || r >= 0x7f }) {
		return text
	}
	before, on, after := layout(text, 0, 0)
	return glyphs(before) + glyphs(on) + glyphs(after)
}

func glyphs(list []glyph) string {
	var b strings.Builder
	for _, g := range list {
		b.WriteString(g.text)
	}
	return b.String()
}

// cellsOf returns the cells that glyphs take.
func cellsOf(list []glyph) int {
	n := 0
	for _, g := range list {
		n += g.cells
	}
	return n
}

// takeFirst returns as many glyphs from the start as fit into cells.
func takeFirst(list []glyph, cells int) []glyph {
	n := 0
	for n < len(list) && list[n].cells <= cells {
		cells -= list[n].cells
		n++
	}
	return slices.Clone(list[:n])
}

// takeLast returns as many glyphs from the end as fit into cells.
func takeLast(list []glyph, cells int) []glyph {
	n := len(list)
	for n > 0 && list[n-1].cells <= cells {
		cells -= list[n-1].cells
		n--
	}
	return list[n:]
}
