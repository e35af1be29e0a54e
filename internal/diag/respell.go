package diag

import (
	"slices"
	"strings"

	"github.com/trigc/trigc/internal/source"
)

// Respell returns the fix of a misspelled word: the one candidate that is so
// near that nothing else can be meant, written as spell says. There is none if
// the word is far from all, or near to two.
func Respell(span source.Span, word string, candidates []string, spell func(string) string) []Fix {
	near := onlyNear(word, candidates)
	if near == "" || span.IsZero() {
		return nil
	}
	return []Fix{{Message: `write "` + near + `"`, Edits: []Edit{{span, spell(near)}}}}
}

// onlyNear returns the candidate that a word is a misspelling of beyond doubt,
// or "": a letter in four may differ but no digit, and no other candidate is
// that near.
func onlyNear(word string, candidates []string) string {
	x := strings.ToLower(word)
	best := ""
	for _, c := range slices.Compact(slices.Sorted(slices.Values(candidates))) {
		y := strings.ToLower(c)
		if distance(x, y) > min(len(x), len(y))/4 || digits(x) != digits(y) {
			continue
		}
		if best != "" {
			return ""
		}
		best = c
	}
	return best
}

func digits(s string) string {
	return strings.Map(func(c rune) rune {
		if '0' <= c && c <= '9' {
			return c
		}
		return -1
	}, s)
}
