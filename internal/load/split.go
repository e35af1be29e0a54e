package load

import (
	"strings"

	"github.com/trigc/trigc/internal/diag"
)

// goose and sql-migrate cut a file into statements by its lines, blind to
// quotes. checkSplit reports the first place where that cuts a statement in
// two; marker is the start of the tool's annotations.
func (m *masker) checkSplit(statements []extent, marker string) {
	for _, e := range statements {
		l := lexer{src: m.text[e.start:e.end]}
		for t := l.next(); t.kind != eof; t = l.next() {
			if !t.open {
				continue
			}
			opened := extent{e.start + t.start, e.start + t.start + 1}
			if t.kind == dollar {
				opened.end = opened.start + len(dollarTag(l.src[t.start:]))
			}
			m.found = append(m.found, finding{opened, diag.Diagnostic{
				Code: "migration-syntax", Severity: diag.Error, SQLState: "42601",
				Message: "the statement is cut at a semicolon before what opens here is closed",
				Help:    "put " + marker + " StatementBegin and " + marker + " StatementEnd around it",
			}})
			return
		}
	}
}

// endsWithSemicolon reports whether a line ends a statement for goose and
// sql-migrate: its last word before one that starts a comment ends in a
// semicolon.
func endsWithSemicolon(line string) bool {
	last := ""
	for word := range strings.FieldsSeq(line) {
		if strings.HasPrefix(word, "--") {
			break
		}
		last = word
	}
	return strings.HasSuffix(last, ";")
}
