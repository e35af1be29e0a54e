package diag

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"
)

// fingerprints tell findings apart from run to run: by file, rule, message and
// the text of the line, so that a finding stays the same where its line moves.
// Of those that are alike the second is another one than the first.
type fingerprints map[string]int

func (f fingerprints) of(d Diagnostic) string {
	line := ""
	if !d.Span.IsZero() {
		line = d.Span.Line(d.Span.Pos().Line)
	}
	parts := []string{pathOf(d), string(d.Code), d.Message, strings.TrimSpace(line)}
	key := strings.Join(parts, "\x00")
	f[key]++
	sum := sha256.Sum256([]byte(key + "\x00" + strconv.Itoa(f[key])))
	return hex.EncodeToString(sum[:16])
}

func pathOf(d Diagnostic) string {
	if d.Span.IsZero() {
		return ""
	}
	return d.Span.Path()
}
