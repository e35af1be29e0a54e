package e2e

import (
	"fmt"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// TestPatterns does what docs/patterns.md says, and holds its tables to its
// examples.
func TestPatterns(t *testing.T) {
	d := readDocument(t, "docs/patterns.md")
	text, err := os.ReadFile("../../docs/patterns.md")
	if err != nil {
		t.Fatal(err)
	}
	page := string(text)
	examples := map[string]*docExample{}
	for _, e := range d.examples {
		examples[anchor(e.heading)] = e
	}

	categories := patternTable(t, page, "category")
	needs, needsTriggers := []string{}, 0
	shown := map[string]bool{}
	for _, row := range categories {
		needsBody := false
		var kinds []string
		for _, link := range row.links {
			e := examples[link]
			if e == nil {
				t.Errorf("%s: no example at #%s", row.text, link)
				continue
			}
			shown[link] = true
			for _, k := range e.kinds() {
				if !slices.Contains(kinds, k) {
					kinds = append(kinds, k)
				}
			}
			needsBody = needsBody || e.hasBody()
		}
		slices.Sort(kinds)
		if !slices.Equal(kinds, row.kinds) {
			t.Errorf("%s: the table has the directives %v, its examples %v", row.text, row.kinds, kinds)
		}
		if needsBody != strings.Contains(row.directive, "of your own") {
			t.Errorf("%s: the table says %q, and it is %v that an example has a body of its own", row.text, row.directive, needsBody)
		}
		if needsBody {
			needs, needsTriggers = append(needs, row.text), needsTriggers+row.triggers
		}
	}
	if len(needs) > 3 {
		t.Errorf("%d categories need a body: %s", len(needs), strings.Join(needs, "; "))
	}
	all := sumOf(categories)
	if all != 3041 {
		t.Errorf("the categories have %d triggers", all)
	}
	claim := fmt.Sprintf("**%d of %d categories need no PL/pgSQL, and %s of %s triggers (%s) are of one of these.**", len(categories)-len(needs), len(categories),
		thousands(all-needsTriggers), thousands(all), percent(all-needsTriggers, all))
	if !strings.Contains(page, claim) {
		t.Errorf("the page does not say %s", claim)
	}

	other := patternTable(t, page, "what")
	for _, row := range other {
		var kinds []string
		for _, link := range row.links {
			shown[link] = true
			if examples[link] == nil {
				t.Errorf("%s: no example at #%s", row.text, link)
				continue
			}
			kinds = append(kinds, examples[link].kinds()...)
		}
		for _, k := range row.kinds {
			if !slices.Contains(kinds, k) {
				t.Errorf("%s: no example with %s", row.text, k)
			}
		}
	}
	if n := sumOf(other); n != 275 {
		t.Errorf("the other schema has %d triggers", n)
	}
	for link := range examples {
		if !shown[link] {
			t.Errorf("no table leads to #%s", link)
		}
	}
	d.run(t)
}

// A patternRow is a row of a table of the page.
type patternRow struct {
	text      string // of the first cell
	links     []string
	directive string
	kinds     []string // in it, sorted
	triggers  int
	share     string
}

var (
	pageLink = regexp.MustCompile(`\]\(#([^)]*)\)`)
	codeWord = regexp.MustCompile("`(\\w+)`")
)

// patternTable reads the table whose first column has that title.
func patternTable(t *testing.T, page, title string) []patternRow {
	t.Helper()
	_, table, found := strings.Cut(page, "\n| "+title+" | directive | triggers | share |\n|---|---|---|---|\n")
	if !found {
		t.Fatalf("no table of %s", title)
	}
	table, _, _ = strings.Cut(table, "\n\n")
	var rows []patternRow
	for _, line := range strings.Split(strings.TrimSpace(table), "\n") {
		cell := strings.Split(strings.Trim(line, "|"), "|")
		if len(cell) != 4 {
			t.Fatalf("no row: %s", line)
		}
		for i := range cell {
			cell[i] = strings.TrimSpace(cell[i])
		}
		row := patternRow{text: cell[0], directive: cell[1], share: cell[3]}
		for _, m := range pageLink.FindAllStringSubmatch(cell[0], -1) {
			row.links = append(row.links, m[1])
		}
		for _, m := range codeWord.FindAllStringSubmatch(cell[1], -1) {
			row.kinds = append(row.kinds, m[1])
		}
		slices.Sort(row.kinds)
		var err error
		if row.triggers, err = strconv.Atoi(strings.ReplaceAll(cell[2], ",", "")); err != nil {
			t.Fatalf("%v: %s", err, line)
		}
		if len(row.links) == 0 || len(row.kinds) == 0 {
			t.Fatalf("a row without a link or a directive: %s", line)
		}
		rows = append(rows, row)
	}
	for _, row := range rows {
		if want := percent(row.triggers, sumOf(rows)); row.share != want {
			t.Errorf("%s: the share is %s, not %s", row.text, want, row.share)
		}
	}
	return rows
}

func sumOf(rows []patternRow) int {
	n := 0
	for _, row := range rows {
		n += row.triggers
	}
	return n
}

func percent(n, of int) string { return fmt.Sprintf("%.1f %%", 100*float64(n)/float64(of)) }

func thousands(n int) string {
	s := strconv.Itoa(n)
	if len(s) > 3 {
		s = s[:len(s)-3] + "," + s[len(s)-3:]
	}
	return s
}

// anchor is what a link to a heading has behind its #.
func anchor(heading string) string {
	return strings.ReplaceAll(regexp.MustCompile(`[^\w -]`).ReplaceAllString(strings.ToLower(heading), ""), " ", "-")
}

var (
	directiveKind = regexp.MustCompile(`-- pgtrigger: (\w+)`)
	ownBody       = regexp.MustCompile(`(?i)\bplpgsql\b|-- pgtrigger: trigger [^$]*\bas \$`)
)

// kinds are those of the example's directives.
func (e *docExample) kinds() []string {
	var list []string
	for _, m := range directiveKind.FindAllStringSubmatch(e.schema, -1) {
		list = append(list, m[1])
	}
	return list
}

// hasBody reports whether PL/pgSQL stands in the schema.
func (e *docExample) hasBody() bool { return ownBody.MatchString(e.schema) }
