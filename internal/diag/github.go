package diag

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

// githubLimit is how many annotations of a severity GitHub shows for a step.
const githubLimit = 10

// GitHub writes the diagnostics as workflow commands, which GitHub Actions
// shows at the lines of a pull request; columns count UTF-16 code units. It
// shows few of them: what comes after those is written as text, so that the log
// has it with its place.
func GitHub(w io.Writer, list []Diagnostic) error {
	buf := bufio.NewWriter(w)
	command := map[Severity]string{Error: "error", Warning: "warning", Note: "notice"}
	n := map[Severity]int{}
	for _, d := range list {
		if n[d.Severity]++; n[d.Severity] > githubLimit {
			if err := Text(buf, []Diagnostic{d}, TextOptions{NoSnippets: true}); err != nil {
				return err
			}
			continue
		}
		fmt.Fprintf(buf, "::%s ", command[d.Severity])
		if !d.Span.IsZero() {
			start, end := d.Span.Pos(), d.Span.Position(d.Span.End)
			fmt.Fprintf(buf, "file=%s,line=%d", githubProperty.Replace(d.Span.Path()), start.Line)
			if end.Line == start.Line { // else it takes no columns
				fmt.Fprintf(buf, ",endLine=%d,col=%d,endColumn=%d", end.Line, utf16Column(d.Span, start), utf16Column(d.Span, end))
			} else {
				fmt.Fprintf(buf, ",endLine=%d", end.Line)
			}
			fmt.Fprint(buf, ",")
		}
		fmt.Fprintf(buf, "title=%s::%s\n", githubProperty.Replace(string(d.Code)), githubData.Replace(longMessage(d)))
	}
	return buf.Flush()
}

// What means something in a workflow command: in its text, and in a property.
var (
	githubData     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	githubProperty = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

// longMessage returns all that there is to say of a finding, for where there
// is one text for it.
func longMessage(d Diagnostic) string {
	var b strings.Builder
	b.WriteString(d.Message)
	if d.Help != "" {
		b.WriteString("\nhelp: " + d.Help)
	}
	for _, r := range d.Related {
		b.WriteString("\nnote: " + withPlace(r))
	}
	if d.SQLState != "" {
		b.WriteString("\nPostgres: ERROR " + d.SQLState)
	}
	return b.String()
}
