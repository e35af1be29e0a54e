package e2e

import (
	"os"
	"slices"
	"strings"
	"testing"
)

// The examples that the introduction and the cookbook of the reference have,
// in their order, and the headings below which the cookbook has them.
var referenceExamples = []struct{ example, heading string }{
	{"protect deletes", "A table that keeps its rows"},
	{"protect deletes of active rows", "A table that keeps some rows"},
	{"FSM", "Field transitions"},
	{"FSM with a condition", "Field transitions under a condition"},
	{"mirror a field", "Mirroring a field"},
	{"SoftDelete", "Soft delete"},
	{"SoftDelete, and a manager that filters", "Soft delete, and only what is left"},
	{"append-only, with TRUNCATE", "Append-only tables"},
	{"official interfaces", "Official interfaces"},
	{"conditional deletion protection", "Deletes that a column allows"},
	{"redundant update protection", "Redundant updates"},
	{"freeze published", "Frozen rows"},
	{"freeze published, but for deactivation", "Frozen rows, with a way out"},
	{"versioned", "Versioned rows"},
	{"UpdateSearchVector", "A search vector that keeps up"},
	{"statement level, transition tables", "History for each statement"},
	{"child rows exist, deferrable", "A child for every row"},
	{"history, with context of the application", "History that knows who"},
}

// readDocument reads a page of docs.
func readDocument(t *testing.T, file string) *document {
	t.Helper()
	text, err := os.ReadFile("../../" + file)
	if err != nil {
		t.Fatal(err)
	}
	d, err := parseDocument(file, string(text))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// TestCookbook does what the cookbook says, and holds it to the examples of
// the reference: each has its heading, with code that is run, in their order.
func TestCookbook(t *testing.T) {
	t.Parallel()
	d := readDocument(t, "docs/cookbook.md")
	var headings []string
	for _, e := range d.examples {
		headings = append(headings, e.heading)
	}
	for i, r := range referenceExamples {
		if i >= len(headings) || headings[i] != r.heading {
			t.Errorf("%s: want example %d under %q, it is %q", r.example, i+1, r.heading, slices.Concat(headings, make([]string, i+1))[i])
		}
	}
	for _, h := range d.headings[1:] {
		if title, found := strings.CutPrefix(h, "## "); !found || !slices.Contains(headings, title) {
			t.Errorf("heading %q has no example", h)
		}
	}
	d.run(t)
}
