package load

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/trigc/trigc/internal/diag"
)

// tern: one file that a line divides; it is a Go template.
var tern = &tool{
	name: "tern",
	claims: func(name, text string) bool {
		// A byte that is rare in SQL comes first: such a search is fast.
		return strings.Contains(text, "/ drop below") && strings.Contains(text, ternDivider)
	},
	up:   ternUp,
	down: never,
	mask: maskTern,
}

const ternDivider = "---- create above / drop below ----"

var ternName = regexp.MustCompile(`\A(\d+)_.+\.sql\z`)

// ternUp takes the numbered files, which count from 1 without a gap.
func ternUp(d *directory) []string {
	var list []migration[int64]
	for _, name := range d.names {
		m := ternName.FindStringSubmatch(name)
		if m == nil {
			continue
		}
		n, err := strconv.ParseInt(m[1], 10, 32)
		if err != nil || n < 1 {
			d.refuse("bad-version", name, fmt.Sprintf("tern cannot number a migration %s", m[1]), "it counts 1, 2, 3")
			continue
		}
		list = append(list, migration[int64]{n, name})
	}
	slices.SortStableFunc(list, func(a, b migration[int64]) int { return cmp.Compare(a.version, b.version) })
	for i, want := 0, int64(1); i < len(list); i++ {
		if list[i].version > want {
			d.refuse("missing-version", list[i].name, fmt.Sprintf("tern finds no migration %d before this one", want),
				"it counts 1, 2, 3 without a gap")
			break
		}
		want = list[i].version + 1
	}
	return files(d, list)
}

// maskTern leaves what stands above the divider, wherever on a line that is.
func maskTern(m *masker) {
	up := len(m.text)
	if n := strings.Index(m.text, ternDivider); n >= 0 {
		up = n
		m.blank(up, len(m.text))
	}
	for i := 0; ; {
		n := strings.Index(m.text[i:up], "{{")
		if n < 0 {
			break
		}
		start := i + n
		end := actionEnd(m.text[:up], start)
		if end < 0 {
			m.refuse(extent{start, start + 2}, `the template action has no end "}}"`,
				`tern reads the file as a Go template; write {{"{{"}} for two braces`)
			break
		}
		i = end
		m.ternAction(extent{start, end})
	}
	m.scan(reader{})
}

var ternInclude = regexp.MustCompile(`^\{\{-?\s*(?:template|block|install_snapshot)\s`)

func (m *masker) ternAction(e extent) {
	action := m.text[e.start:e.end]
	switch {
	case ternInclude.MatchString(action):
		m.add("not-followed", diag.Note, e, "what this puts here is not seen", `name the file in "schema" to have it read`)
		m.blank(e.start, e.end)
	case ternConstant.MatchString(action):
		m.fill(e.start, e.end) // as much text as {{"{{"}}, and nothing unknown
	default:
		m.everywhere(e, isControl(action))
	}
}

// ternConstant matches an action that writes a string as it is.
var ternConstant = regexp.MustCompile("^\\{\\{-?\\s*(?:\"[^\"]*\"|`[^`]*`)\\s*-?\\}\\}$")
