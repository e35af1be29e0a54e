package diag

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/trigc/trigc/internal/source"
)

// TextOptions say how [Text] looks. The zero value is plain text with
// snippets.
type TextOptions struct {
	// Color uses the escape sequences of ANSI terminals.
	Color bool
	// NoSnippets leaves out the source lines: help and notes follow the
	// message directly.
	NoSnippets bool
}

// Text writes the diagnostics for people to read, an empty line between two:
//
//	schema/posts.sql:14:33: error[unknown-column]: table "posts" has no column "statsu"
//	   |
//	14 |   -- pgtrigger: readonly fixed (statsu)
//	   |                                 ^^^^^^ did you mean "status"?
//	   = note: table declared at schema/posts.sql:9:14
//	   = Postgres: ERROR 42703
//
// The column in the first line is a byte, counted from 1; the carets stand
// under what a terminal shows. Nothing the user wrote can steer the terminal.
func Text(w io.Writer, list []Diagnostic, o TextOptions) error {
	buf := bufio.NewWriter(w)
	for i, d := range list {
		if i > 0 && !o.NoSnippets {
			fmt.Fprintln(buf)
		}
		t := textWriter{w: buf, palette: plain}
		if o.Color {
			t.palette = colored
		}
		t.diagnostic(d, !o.NoSnippets)
	}
	return buf.Flush()
}

// maxCells is how much of a source line is shown. Lines of people are
// shorter; those of dumps and minifiers are not.
const maxCells = 160

type palette struct {
	place, code, gutter, reset string
	severity                   [Note + 1]string
}

var (
	plain   = palette{}
	colored = palette{
		place: "\x1b[1m", code: "\x1b[1m", gutter: "\x1b[34m", reset: "\x1b[0m",
		severity: [...]string{Error: "\x1b[1;31m", Warning: "\x1b[1;33m", Note: "\x1b[1;36m"},
	}
)

type textWriter struct {
	w io.Writer
	palette
}

func (t *textWriter) diagnostic(d Diagnostic, snippet bool) {
	place := "trigc"
	if !d.Span.IsZero() {
		place = placeOf(d.Span)
	}
	fmt.Fprintf(t.w, "%s%s:%s %s%s[%s]:%s %s%s%s\n", t.place, place, t.reset,
		t.severity[d.Severity], d.Severity, d.Code, t.reset, t.code, printable(d.Message), t.reset)

	// What follows the first line is indented as far as the bar of the
	// snippet, or by two if there is none.
	indent := "  "
	help := d.Help
	if snippet && !d.Span.IsZero() {
		beside := ""
		if strings.HasPrefix(help, "did you mean ") && !strings.Contains(help, "\n") {
			beside, help = help, ""
		}
		indent = strings.Repeat(" ", len(strconv.Itoa(d.Span.Pos().Line))+1)
		t.snippet(d.Span, d.Severity, indent, beside)
	}
	if help != "" {
		t.trailer(indent, "help: ", help)
	}
	for _, r := range d.Related {
		t.trailer(indent, "note: ", withPlace(r))
	}
	if d.SQLState != "" {
		t.trailer(indent, "Postgres: ", "ERROR "+d.SQLState)
	}
}

// trailer writes a line that starts with "=". Further lines of the text stand
// under its first.
func (t *textWriter) trailer(indent, label, text string) {
	for i, line := range strings.Split(text, "\n") {
		if i == 0 {
			fmt.Fprintf(t.w, "%s%s=%s %s%s\n", indent, t.gutter, t.reset, label, printable(line))
		} else {
			fmt.Fprintf(t.w, "%s  %*s%s\n", indent, len(label), "", printable(line))
		}
	}
}

// snippet writes the first line of a span and carets under the span.
func (t *textWriter) snippet(s source.Span, severity Severity, indent, beside string) {
	pos := s.Pos()
	line := s.Line(pos.Line)
	start := min(pos.Column-1, len(line)) // the span may start at the line's end
	end := min(start+max(s.End-s.Start, 0), len(line))
	if trimmed := strings.TrimRight(line[start:end], " \t"); s.End-s.Start > end-start {
		end = start + len(trimmed) // the span goes on in the next line
	}

	before, on, after := layout(line, start, end)
	before, on, after = window(before, on, after)
	underline := strings.Repeat("^", max(cellsOf(on), 1))

	number := strconv.Itoa(pos.Line)
	text := strings.TrimRight(glyphs(before)+glyphs(on)+glyphs(after), " ")
	if text != "" {
		text = " " + text
	}
	fmt.Fprintf(t.w, "%s%s|%s\n", indent, t.gutter, t.reset)
	fmt.Fprintf(t.w, "%s%s |%s%s\n", t.gutter, number, t.reset, text)
	fmt.Fprintf(t.w, "%s%s|%s %*s%s%s", indent, t.gutter, t.reset, cellsOf(before), "", t.severity[severity], underline)
	if beside != "" {
		fmt.Fprintf(t.w, " %s", printable(beside))
	}
	fmt.Fprintf(t.w, "%s\n", t.reset)
}

// window cuts a line that is too long down to the surroundings of the span.
func window(before, on, after []glyph) (b, o, a []glyph) {
	ellipsis := glyph{"…", 1}
	if cellsOf(before)+cellsOf(on)+cellsOf(after) <= maxCells {
		return before, on, after
	}
	if cellsOf(on) > maxCells/2 {
		on = append(takeFirst(on, maxCells/2-1), ellipsis)
	}
	if rest := maxCells - cellsOf(on) - min(cellsOf(after), maxCells/4); cellsOf(before) > rest {
		before = append([]glyph{ellipsis}, takeLast(before, rest-1)...)
	}
	if rest := maxCells - cellsOf(on) - cellsOf(before); cellsOf(after) > rest {
		after = append(takeFirst(after, rest-1), ellipsis)
	}
	return before, on, after
}

// withPlace returns the message of a related place with the place in it:
// "table declared here" becomes "table declared at schema/posts.sql:9:14".
func withPlace(r Related) string {
	if r.Span.IsZero() {
		return r.Message
	}
	if msg, ok := strings.CutSuffix(r.Message, " here"); ok {
		return msg + " at " + placeOf(r.Span)
	}
	return r.Message + " (" + placeOf(r.Span) + ")"
}

// placeOf returns path:line:column of the start of a span.
func placeOf(s source.Span) string {
	pos := s.Pos()
	return fmt.Sprintf("%s:%d:%d", printable(s.Path()), pos.Line, pos.Column)
}
