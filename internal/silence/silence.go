// Package silence decides which findings a user has answered already: by a
// comment at the place, by a baseline of what was there before, or by asking
// for those on changed lines only.
//
// It changes no finding and makes none but about silence itself: a comment
// that silences nothing, an entry of a baseline that no longer occurs.
package silence

import (
	"strings"

	"github.com/trigc/trigc/internal/load"
	"github.com/trigc/trigc/internal/source"
)

// A text is what has to be known of a file's comments.
type text struct {
	ignores    []*ignore
	directives [][2]int // first and last line of each directive
}

// marker starts a directive, in any case.
const marker = "pgtrigger:"

// read finds the directives and the ignoring comments of a file.
func read(f *source.File) *text {
	t := &text{}
	sql := f.SQL()
	load.Comments(sql, func(start, end int) {
		body := sql[start+2 : end]
		trimmed := strings.TrimLeft(body, " \t")
		line := f.Position(start).Line
		alone := strings.TrimSpace(sql[f.LineStart(start):start]) == ""
		n := len(t.directives)
		switch {
		case len(trimmed) >= len(marker) && strings.EqualFold(trimmed[:len(marker)], marker):
			t.directives = append(t.directives, [2]int{line, line})
		case n > 0 && t.directives[n-1][1] == line-1 && alone &&
			(strings.HasPrefix(body, "  ") || strings.HasPrefix(body, "\t")):
			t.directives[n-1][1] = line // it goes on
		default:
			if i := parseIgnore(f, end-len(trimmed), end); i != nil {
				i.line, i.alone = line, alone
				t.ignores = append(t.ignores, i)
			}
		}
	})
	t.aim(f)
	return t
}

// aim tells each comment which lines it is for.
func (t *text) aim(f *source.File) {
	for k := len(t.ignores) - 1; k >= 0; k-- {
		i := t.ignores[k]
		if !i.alone {
			i.first, i.last = i.line, i.line
			continue
		}
		i.first, i.last = i.line+1, i.line+1
		if k+1 < len(t.ignores) {
			if next := t.ignores[k+1]; next.alone && next.line == i.line+1 {
				i.first, i.last = next.first, next.last // one stands above the other
			}
		}
		for _, d := range t.directives {
			if d[0] == i.first {
				i.last = max(i.last, d[1])
			}
		}
	}
}

// Directives know where the directives of files are. The zero value is ready.
type Directives struct{ files map[*source.File]*text }

// Has reports whether a place stands in a directive: in the comment that
// starts with "pgtrigger:", or in a line that goes on from it.
func (g *Directives) Has(s source.Span) bool {
	if s.IsZero() {
		return false
	}
	t := g.files[s.File]
	if t == nil {
		if g.files == nil {
			g.files = map[*source.File]*text{}
		}
		t = read(s.File)
		g.files[s.File] = t
	}
	pos := s.Pos()
	for _, d := range t.directives {
		if d[0] < pos.Line && pos.Line <= d[1] {
			return true
		}
		if d[0] == pos.Line {
			line := s.Line(pos.Line)
			at := strings.Index(strings.ToLower(line), marker)
			return at >= 0 && at < pos.Column
		}
	}
	return false
}
