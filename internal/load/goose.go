package load

import (
	"cmp"
	"fmt"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/trigc/trigc/internal/diag"
)

// goose: one file with annotations `-- +goose Up` and `-- +goose Down`.
var goose = &tool{
	name: "goose",
	claims: func(name, text string) bool {
		for {
			n := strings.Index(text, "+goose")
			if n < 0 {
				return false
			}
			start := strings.LastIndexByte(text[:n], '\n') + 1
			line, rest, _ := strings.Cut(text[start:], "\n")
			if isGooseAnnotation(line) {
				return true
			}
			text = rest
		}
	},
	up:   gooseUp,
	down: never,
	mask: maskGoose,
}

func isGooseAnnotation(line string) bool {
	return strings.HasPrefix(strings.TrimSpace(line), "--") && strings.Contains(line, "+goose")
}

// gooseUp takes the files with a number and an underscore in front. Go
// migrations share the numbers, but what they do is not known.
func gooseUp(d *directory) []string {
	var list []migration[int64]
	for _, name := range d.names {
		ext := path.Ext(name)
		if ext != ".sql" && (ext != ".go" || strings.HasSuffix(name, "_test.go")) {
			continue
		}
		digits, _, found := strings.Cut(name, "_")
		version, err := strconv.ParseInt(digits, 10, 64)
		if !found || err != nil || version < 1 {
			continue
		}
		list = append(list, migration[int64]{version, name})
	}
	slices.SortStableFunc(list, func(a, b migration[int64]) int { return cmp.Compare(a.version, b.version) })
	names := files(d, list)
	return slices.DeleteFunc(names, func(name string) bool {
		if path.Ext(name) != ".go" {
			return false
		}
		d.report.Add(diag.Diagnostic{
			Code: "not-followed", Severity: diag.Note, Span: d.at(name),
			Message: "what this Go migration does to the schema is not seen",
		})
		return true
	})
}

// maskGoose leaves what is between Up and Down.
func maskGoose(m *masker) {
	m.checkGoose()
	up, down, envsub := len(m.text), len(m.text), false
	for l := range m.lines() {
		switch word := gooseWord(l.text); {
		case word == "Up":
			up = min(up, l.start)
		case word == "Down":
			down = min(down, l.start)
		case word == "ENVSUB ON":
			envsub = true
		case word == "ENVSUB OFF":
			envsub = false
		case l.start < up && !l.isComment():
			m.blank(l.start, l.end)
		case envsub && l.start < down:
			m.environment(l)
		}
	}
	m.blank(down, len(m.text))
	m.scan(reader{})
}

func gooseAnnotations() []string {
	return []string{"Up", "Down", "StatementBegin", "StatementEnd", "NO TRANSACTION", "ENVSUB ON", "ENVSUB OFF"}
}

// gooseWord returns the annotation on a line, spelled as in goose's manual;
// if goose knows none of its name, the text as it is; "" if there is none.
func gooseWord(line string) string {
	if !isGooseAnnotation(line) {
		return ""
	}
	text := strings.TrimSpace(strings.Replace(strings.ReplaceAll(line, "--", ""), "+goose", "", 1))
	for _, word := range gooseAnnotations() {
		if strings.EqualFold(word, text) {
			return word
		}
	}
	return strings.TrimSpace(line)
}

// checkGoose reports the first thing for which goose would refuse the file on
// the way up.
func (m *masker) checkGoose() {
	const (
		before = iota // no Up yet
		up
		down
	)
	state, block := before, false // block: in StatementBegin … StatementEnd
	begun, end := -1, 0           // the statement that is open
	swallow := false              // goose takes the next line for the end of an empty block
	var statements []extent
	unfinished := func() bool {
		if begun >= 0 && end > begun {
			m.refuse(m.lastLine(begun, end), "the last statement has no semicolon at the end of its line",
				"goose takes it for unfinished")
			return true
		}
		return false
	}
	for l := range m.lines() {
		word := gooseWord(l.text)
		if word != "" && (l.text[0] == ' ' || l.text[0] == '\t') {
			m.refuse(l.trimmed(), "goose refuses an annotation with blanks in front of it", "")
			return
		}
		switch word {
		case "":
			switch {
			case state == down:
			case begun < 0 && (l.text == "" || l.isComment()):
			case state == before && strings.TrimSpace(l.text) == "":
			case state == before:
				m.refuse(l.trimmed(), "a statement stands before the annotation -- +goose Up", "")
				return
			case swallow:
				swallow = false
				m.add("migration-syntax", diag.Warning, l.trimmed(), "goose drops this line, as the block before it is empty", "")
				m.blank(l.start, l.end)
			default:
				if begun < 0 {
					begun, end = l.start, l.start
				}
				if strings.TrimSpace(l.text) != "" {
					end = l.end
				}
				if !block && endsWithSemicolon(l.text) {
					statements = append(statements, extent{begun, l.end})
					begun = -1
				}
			}
		case "Up":
			if state != before {
				m.refuse(l.trimmed(), "a second annotation -- +goose Up", "a goose file has one Up and one Down")
				return
			}
			state = up
		case "Down":
			if state == down {
				m.refuse(l.trimmed(), "a second annotation -- +goose Down", "a goose file has one Up and one Down")
				return
			}
			if state == before {
				m.refuse(l.trimmed(), "-- +goose Down stands before -- +goose Up", "")
				return
			}
			if block {
				m.refuse(l.trimmed(), "-- +goose StatementEnd is missing before this", "")
				return
			}
			if unfinished() {
				return
			}
			m.checkSplit(statements, "-- +goose")
			statements, begun, swallow, state = nil, -1, false, down
		case "StatementBegin":
			if state == before {
				m.refuse(l.trimmed(), "-- +goose StatementBegin stands before -- +goose Up", "")
				return
			}
			if block {
				m.refuse(l.trimmed(), "-- +goose StatementEnd is missing before this", "")
				return
			}
			block, swallow = true, false
		case "StatementEnd":
			if !block {
				m.refuse(l.trimmed(), "-- +goose StatementEnd without a StatementBegin", "")
				return
			}
			swallow = state == up && begun < 0
			block, begun = false, -1
		case "NO TRANSACTION", "ENVSUB ON", "ENVSUB OFF":
		default:
			m.refuse(l.trimmed(), fmt.Sprintf("goose does not know the annotation %q", word),
				diag.DidYouMean(strings.TrimSpace(word[strings.Index(word, "+goose")+len("+goose"):]), gooseAnnotations()))
			return
		}
	}
	switch {
	case state == before:
		m.refuse(extent{}, "the file has no annotation -- +goose Up", "")
	case block:
		m.refuse(m.lastLine(0, len(m.text)), "-- +goose StatementEnd is missing after this", "")
	case state == up && !unfinished():
		m.checkSplit(statements, "-- +goose")
	}
}

// environment fills the $NAME and ${NAME} on a line: goose replaces them
// wherever they stand. The tags of dollar quotes are left alone.
func (m *masker) environment(l line) {
	for i := 0; i < len(l.text); {
		if l.text[i] != '$' {
			i++
			continue
		}
		if tag := dollarTag(l.text[i:]); tag != "" {
			i += len(tag)
			continue
		}
		n := len(environmentVariable.FindString(l.text[i:]))
		if n > 0 {
			m.everywhere(extent{l.start + i, l.start + i + n}, false)
		}
		i += max(1, n)
	}
}

var environmentVariable = regexp.MustCompile(`^\$(?:[A-Za-z_][A-Za-z_0-9]*|\{[^}]*\})`)
