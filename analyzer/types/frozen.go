package types

import (
	"fmt"
	"slices"
	"strings"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
)

// The words that a date or a time is read from when the literal is, and what has
// their value each time (manual, section 8.5.1.4).
var frozenWords = map[string]map[string]string{
	"date":        {"now": "current_date", "today": "current_date", "tomorrow": "current_date + 1", "yesterday": "current_date - 1"},
	"timestamp":   {"now": "localtimestamp", "today": "current_date", "tomorrow": "current_date + 1", "yesterday": "current_date - 1"},
	"timestamptz": {"now": "now()", "today": "current_date", "tomorrow": "current_date + 1", "yesterday": "current_date - 1"},
	"time":        {"now": "localtime"},
	"timetz":      {"now": "current_time"},
}

// Frozen reports a literal of a type that means the time at which Postgres reads
// it: of a WHEN when the trigger is made, of a body when a session first runs it.
func (c *Checker) Frozen(n ast.Node, to Type) {
	k, ok := n.(*ast.Const)
	if to = c.base(to); !ok || k.Kind != ast.StringConst || to.def != nil || to.array {
		return
	}
	words := frozenWords[to.name]
	text := strings.ToLower(strings.TrimSpace(k.Value))
	i := slices.IndexFunc(strings.Fields(text), func(w string) bool { return words[w] != "" })
	if i < 0 {
		return
	}
	word := strings.Fields(text)[i]
	when := "when the trigger is made, and means that time for ever"
	if c.Body {
		when = "when a session first runs it, and means that time as long as its plan is kept"
	}
	d := diag.Diagnostic{
		Code: "frozen-time", Severity: diag.Warning, Span: k.Span(), Message: fmt.Sprintf("'%s' is read %s", word, when),
		Help: fmt.Sprintf("write %s", words[word]),
	}
	// Behind a type's name stands a literal alone, and before :: nothing longer.
	before := strings.TrimRight(k.At.File.SQL()[:k.At.Start], " ")
	if text == word && !strings.Contains(words[word], " ") && before != "" && strings.ContainsAny(before[len(before)-1:], "<>=(,") {
		d.Fixes = []diag.Fix{{Message: d.Help, Edits: []diag.Edit{{Span: k.Span(), Text: words[word]}}}}
	}
	c.Report.Add(d)
}
