package pgname

import "strings"

// Parse reads text that names an object, as a cast to regclass, regconfig and
// their kin does (stringToQualifiedNameList): parts between dots, of which
// those without double quotes are folded. It reports false if the text is no
// such name.
func Parse(text string) (parts []string, ok bool) {
	const blank = " \t\n\r\f\v"
	rest := strings.Trim(text, blank)
	for {
		var part string
		if quoted, ok := strings.CutPrefix(rest, `"`); ok {
			var b strings.Builder
			for {
				before, after, closed := strings.Cut(quoted, `"`)
				if !closed {
					return nil, false
				}
				b.WriteString(before)
				if quoted, ok = strings.CutPrefix(after, `"`); !ok {
					rest = after
					break
				}
				b.WriteByte('"')
			}
			part = b.String()
		} else {
			end := strings.IndexAny(rest, "."+blank)
			if end < 0 {
				end = len(rest)
			}
			if end == 0 {
				return nil, false
			}
			part, rest = lower(rest[:end]), rest[end:]
		}
		parts = append(parts, part)
		rest = strings.TrimLeft(rest, blank)
		if rest == "" {
			return parts, true
		}
		if rest, ok = strings.CutPrefix(rest, "."); !ok {
			return nil, false
		}
		rest = strings.TrimLeft(rest, blank)
	}
}

// lower folds a name: only the letters of ASCII.
func lower(s string) string {
	return strings.Map(func(c rune) rune {
		if 'A' <= c && c <= 'Z' {
			return c + 'a' - 'A'
		}
		return c
	}, s)
}
