package silence

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/trigc/trigc/internal/diag"
)

// Changed are the lines of files that a diff adds or changes.
type Changed struct {
	lines map[string][]lineRange
	whole map[string]bool
}

type lineRange struct{ first, last int }

var hunk = regexp.MustCompile(`^@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@`)

// ParseDiff reads a unified diff without context, of git diff -U0. Paths are
// those behind "+++ b/".
func ParseDiff(text string) (*Changed, error) {
	c := &Changed{map[string][]lineRange{}, map[string]bool{}}
	file := ""
	skip := 0 // lines of the current hunk
	for n, line := range strings.Split(text, "\n") {
		if skip > 0 {
			if !strings.HasPrefix(line, `\`) { // no newline at end of file
				skip--
			}
			continue
		}
		if name, ok := strings.CutPrefix(line, "+++ "); ok {
			name = strings.TrimSuffix(strings.TrimSuffix(name, "\r"), "\t")
			if strings.HasPrefix(name, `"`) {
				unquoted, err := unquoteC(name)
				if err != nil {
					return nil, fmt.Errorf("line %d of the diff: %w", n+1, err)
				}
				name = unquoted
			}
			file = strings.TrimPrefix(name, "b/")
			continue
		}
		if !strings.HasPrefix(line, "@@ ") {
			continue
		}
		m := hunk.FindStringSubmatch(line)
		if m == nil || file == "" {
			return nil, fmt.Errorf("line %d of the diff is not understood: %q", n+1, line)
		}
		first, err := strconv.Atoi(m[1])
		if err != nil {
			return nil, fmt.Errorf("line %d of the diff: %w", n+1, err)
		}
		added := 1
		if m[2] != "" {
			if added, err = strconv.Atoi(m[2]); err != nil {
				return nil, fmt.Errorf("line %d of the diff: %w", n+1, err)
			}
		}
		removed := 1
		if _, rest, ok := strings.Cut(strings.Fields(line)[1], ","); ok {
			if removed, err = strconv.Atoi(rest); err != nil {
				return nil, fmt.Errorf("line %d of the diff: %w", n+1, err)
			}
		}
		skip = added + removed
		if added > 0 {
			c.lines[file] = append(c.lines[file], lineRange{first, first + added - 1})
		}
	}
	return c, nil
}

// unquoteC undoes the quotes of git: those of C, with bytes in octal.
func unquoteC(s string) (string, error) {
	if len(s) < 2 || s[len(s)-1] != '"' {
		return "", fmt.Errorf("a quote is missing: %s", s)
	}
	return strconv.Unquote(s)
}

// AddFile makes all lines of a file count as changed: it is new.
func (c *Changed) AddFile(file string) { c.whole[file] = true }

// Touches reports whether a finding is on a changed line: in its file, whose
// path in the repository is given, one of the lines it goes over. What is
// nowhere counts as changed.
func (c *Changed) Touches(d diag.Diagnostic, file string) bool {
	if d.Span.IsZero() || c.whole[file] {
		return true
	}
	first := d.Span.Pos().Line
	last := d.Span.Position(max(d.Span.Start, d.Span.End-1)).Line
	for _, r := range c.lines[file] {
		if r.first <= last && first <= r.last {
			return true
		}
	}
	return false
}
