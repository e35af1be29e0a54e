package expr

import (
	"strings"

	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/pgname"
	"github.com/trigc/trigc/internal/source"
)

// RespellName returns the fix of a misspelled name, if it stands at the end of
// a span and one candidate is meant beyond doubt; see [diag.Respell].
func RespellName(at source.Span, name string, candidates []string) []diag.Fix {
	text := at.String()
	parts, ok := pgname.Parse(text)
	if !ok || parts[len(parts)-1] != name {
		return nil
	}
	if len(parts) > 1 {
		dot := strings.LastIndexByte(text, '.')
		if strings.ContainsRune(text[dot:], '"') {
			return nil // the dot may stand in the name
		}
		rest := strings.TrimLeft(text[dot+1:], " \t\r\n\f")
		at = at.File.At(at.End-len(rest), at.End)
	}
	return diag.Respell(at, name, candidates, pgname.Quote)
}
