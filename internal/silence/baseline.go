package silence

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/source"
)

// A Baseline is what was found before, so that only what is new is told. A
// finding is known by file, rule, message and the text of its line, not by the
// number of the line: what moves stays known.
type Baseline struct {
	file    *source.File
	entries map[entry]int
	left    map[entry]int // how often each may still be found
}

// An entry is what findings are known by.
type entry struct {
	File    string    `json:"file"` // relative to that of the baseline
	Rule    diag.Code `json:"rule"`
	Message string    `json:"message"`
	Text    string    `json:"text"` // of the line, without the blanks around it
}

type (
	jsonBaseline struct {
		Version  int         `json:"version"`
		Findings []jsonEntry `json:"findings"`
	}
	jsonEntry struct {
		entry
		Count int `json:"count"`
	}
)

// baselineVersion is that of the file's format.
const baselineVersion = 1

// ReadBaseline reads what [WriteBaseline] wrote.
func ReadBaseline(f *source.File) (*Baseline, error) {
	dec := json.NewDecoder(strings.NewReader(f.Text()))
	dec.DisallowUnknownFields()
	var doc jsonBaseline
	if err := dec.Decode(&doc); err != nil {
		return nil, fmt.Errorf("%s is not a baseline: %w", f.Path(), err)
	}
	if dec.More() {
		return nil, fmt.Errorf("%s is not a baseline: there is text behind it", f.Path())
	}
	if doc.Version != baselineVersion {
		return nil, fmt.Errorf("%s is a baseline of version %d, and this trigc knows %d; write it anew with --write-baseline", f.Path(), doc.Version, baselineVersion)
	}
	b := &Baseline{file: f, entries: map[entry]int{}, left: map[entry]int{}}
	for _, e := range doc.Findings {
		if e.Count < 1 {
			return nil, fmt.Errorf("%s is not a baseline: a count is %d", f.Path(), e.Count)
		}
		b.entries[e.entry] += e.Count
		b.left[e.entry] += e.Count
	}
	return b, nil
}

// entryOf returns what a finding is known by; path makes its file's path
// relative to the baseline. Findings that are nowhere are not kept.
func entryOf(d diag.Diagnostic, path func(string) string) (entry, bool) {
	if d.Span.IsZero() {
		return entry{}, false
	}
	line := d.Span.Line(d.Span.Pos().Line)
	return entry{path(d.Span.Path()), d.Code, d.Message, strings.TrimSpace(line)}, true
}

// Known reports whether a finding is in the baseline, and counts it.
func (b *Baseline) Known(d diag.Diagnostic, path func(string) string) bool {
	e, ok := entryOf(d, path)
	if !ok || b.left[e] == 0 {
		return false
	}
	b.left[e]--
	return true
}

// Gone returns a note for each entry that occurs less often than it did, of
// the files that looked tells.
func (b *Baseline) Gone(looked func(file string) bool) []diag.Diagnostic {
	var list []diag.Diagnostic
	for _, e := range sortedEntries(b.left) {
		n := b.left[e]
		if n == 0 || !looked(e.File) {
			continue
		}
		what := "no longer occurs"
		if n < b.entries[e] {
			what = fmt.Sprintf("occurs %d times fewer", n)
			if n == 1 {
				what = "occurs once less"
			}
		}
		list = append(list, diag.Diagnostic{
			Code: "stale-baseline", Severity: diag.Note, Span: b.file.At(0, 0),
			Message: fmt.Sprintf("%s of %q %s: %s", e.Rule, e.File, what, e.Message),
			Help:    "write the baseline anew with --write-baseline",
		})
	}
	return list
}

// WriteBaseline returns the file of a baseline with findings: sorted, one
// entry a line, so that version control shows what changed. What is about a
// baseline itself is left out.
func WriteBaseline(list []diag.Diagnostic, path func(string) string) []byte {
	counts := map[entry]int{}
	for _, d := range list {
		if e, ok := entryOf(d, path); ok && d.Code != "stale-baseline" {
			counts[e]++
		}
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	fmt.Fprintf(&b, "{\"version\":%d,\"findings\":[", baselineVersion)
	for i, e := range sortedEntries(counts) {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteByte('\n')
		if err := enc.Encode(jsonEntry{e, counts[e]}); err != nil {
			panic(fmt.Sprintf("silence: %v", err)) // strings and a number
		}
		b.Truncate(b.Len() - 1) // the encoder ends the line
	}
	b.WriteString("\n]}\n")
	return b.Bytes()
}

func sortedEntries(m map[entry]int) []entry {
	list := make([]entry, 0, len(m))
	for e := range m {
		list = append(list, e)
	}
	slices.SortFunc(list, func(a, b entry) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Text, b.Text), cmp.Compare(a.Message, b.Message))
	})
	return list
}
