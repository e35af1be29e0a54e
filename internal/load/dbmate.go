package load

import (
	"regexp"
	"strings"
)

// dbmate: one file with blocks `-- migrate:up` and `-- migrate:down`, of
// which there may be several pairs.
var dbmate = &tool{
	name: "dbmate",
	claims: func(name, text string) bool {
		return len(dbmateMarkers(text, "up", 1)) > 0
	},
	up: func(d *directory) []string {
		var list []migration[string]
		for _, name := range d.names { // dbmate sorts by name as well
			if m := dbmateName.FindStringSubmatch(name); m != nil {
				list = append(list, migration[string]{m[1], name})
			}
		}
		return files(d, list)
	},
	down: never,
	mask: maskDbmate,
}

var dbmateName = regexp.MustCompile(`^(\d+).*\.sql$`)

// dbmateMarkers returns where the first n markers of a direction start; of
// all, if n is negative. They are what dbmate finds with the expression
// (?m)^--\s*migrate:up(\s*$|\s+\S+), which is slow on a large file.
func dbmateMarkers(text, direction string, n int) []int {
	const blanks = " \t\n\f\r"
	if !strings.Contains(text, ":"+direction) { // a rare byte comes first: such a search is fast
		return nil
	}
	var starts []int
	word := "migrate:" + direction
	for i := 0; n < 0 || len(starts) < n; {
		at := strings.Index(text[i:], word)
		if at < 0 {
			break
		}
		at += i
		i = at + len(word)
		start := len(strings.TrimRight(text[:at], blanks)) - len("--")
		if start >= 0 && text[start:start+2] == "--" && (start == 0 || text[start-1] == '\n') &&
			(i == len(text) || strings.IndexByte(blanks, text[i]) >= 0) {
			starts = append(starts, start)
		}
	}
	return starts
}

// maskDbmate leaves the up blocks.
func maskDbmate(m *masker) {
	ups := dbmateMarkers(m.text, "up", -1)
	if ups == nil {
		m.refuse(extent{}, "the file has no block -- migrate:up", "")
		m.blank(0, len(m.text))
		return
	}
	refused := false
	for l := range m.lines() {
		if l.start >= ups[0] {
			break
		}
		if strings.TrimSpace(l.text) == "" || l.isComment() {
			continue
		}
		if !refused {
			m.refuse(l.trimmed(), "a statement stands before the block -- migrate:up", "")
			refused = true
		}
		m.blank(l.start, l.end)
	}
	for i, up := range ups {
		end := len(m.text)
		if i+1 < len(ups) {
			end = ups[i+1]
		}
		section := m.text[up:end]
		marker := m.lineAt(up)
		switch downs := dbmateMarkers(section, "down", 2); len(downs) {
		case 0:
			m.refuse(marker, "this block has no -- migrate:down after it", "dbmate wants both, even if one is empty")
		case 2:
			m.refuse(m.lineAt(up+downs[1]), "a second -- migrate:down for one -- migrate:up", "")
			fallthrough
		default:
			m.blank(up+downs[0], end)
		}
	}
	m.scan(reader{})
}
