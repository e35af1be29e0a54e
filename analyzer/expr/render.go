package expr

import (
	"cmp"
	"slices"
	"strings"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/source"
)

// An edit replaces bytes of the user's text.
type edit struct {
	span source.Span
	text string
}

// splice returns the text of a span of sql with the edits made that lie in
// it. All other bytes are the user's, but that a gap becomes a blank.
func splice(sql *ast.SQL, span source.Span, edits []edit) string {
	list := make([]edit, 0, len(edits)+len(sql.Gaps))
	for _, g := range sql.Gaps {
		list = append(list, edit{g, " "})
	}
	list = append(list, edits...)
	slices.SortStableFunc(list, func(a, b edit) int {
		return cmp.Or(a.span.Start-b.span.Start, b.span.End-a.span.End)
	})
	var b strings.Builder
	text, at := span.SQL(), span.Start
	for _, e := range list {
		if e.span.Start < at || e.span.End > span.End {
			continue // outside, or inside of what was replaced
		}
		b.WriteString(text[at:e.span.Start])
		b.WriteString(e.text)
		at = e.span.End
	}
	b.WriteString(text[at:span.End])
	return b.String()
}
