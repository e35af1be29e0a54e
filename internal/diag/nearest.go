package diag

import (
	"slices"
	"strings"
)

// Nearest returns the candidate that x is most likely a misspelling of, or ""
// if none is near. Case and underscores count for nothing; up to half of the
// longer word may differ. Of equally near candidates it is the first in the
// alphabet.
func Nearest(x string, candidates []string) string {
	norm := func(s string) string { return strings.ReplaceAll(strings.ToLower(s), "_", "") }
	x = norm(x)
	best, bestDist := "", -1
	for _, c := range slices.Sorted(slices.Values(candidates)) {
		y := norm(c)
		limit := max(len(x), len(y)) / 2
		if longer := len(x) - len(y); max(longer, -longer) > limit || bestDist >= 0 && max(longer, -longer) >= bestDist {
			continue // so many bytes must differ
		}
		if d := distance(x, y); d <= limit && (bestDist < 0 || d < bestDist) {
			best, bestDist = c, d
		}
	}
	return best
}

// DidYouMean returns `did you mean "x"?` for the nearest candidate, or "".
func DidYouMean(x string, candidates []string) string {
	if n := Nearest(x, candidates); n != "" {
		return `did you mean "` + n + `"?`
	}
	return ""
}

// distance is the number of bytes to insert, delete, replace or swap with the
// next one to get from a to b.
func distance(a, b string) int {
	prev2, prev, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range prev {
		prev[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(prev[j]+1, row[j-1]+1, prev[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], prev2[j-2]+1)
			}
		}
		prev2, prev, row = prev, row, prev2
	}
	return prev[len(b)]
}
