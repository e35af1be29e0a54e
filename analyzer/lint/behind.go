package lint

import (
	"strings"

	"github.com/trigc/trigc/internal/source"
)

// lineBehind returns the start of the line behind a statement, where another can
// be put; false if something else stands behind it on its last line.
func lineBehind(stmt source.Span) (source.Span, bool) {
	text := stmt.SQL()
	end := strings.IndexByte(text[stmt.End:], '\n')
	if end < 0 || strings.TrimSpace(text[stmt.End:stmt.End+end]) != ";" {
		return source.Span{}, false
	}
	return stmt.File.At(stmt.End+end+1, stmt.End+end+1), true
}
