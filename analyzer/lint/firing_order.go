package lint

import (
	"fmt"
	"slices"
	"strings"

	"github.com/trigc/trigc/internal/diag"
)

// firingOrder finds triggers that read a column of NEW which a later one sets:
// they see what it was. Guards are the business of outrun-guard.
var firingOrder = &Check{
	Code: "firing-order", Severity: diag.Warning,
	Doc: "Triggers of one table, timing and event fire in the order of the bytes of their names. One that reads a column which a later one " +
		"sets reads what it was before. Names with digits in front tell the order that is meant.",
	Run: func(p *Pass) {
		for _, list := range p.beforeRows() {
			for i, b := range list {
				for _, later := range list[i+1:] {
					if b.guard || b.unit != nil && b.unit == later.unit || told(b.name, later.name) || len(shared(b.events, later.events)) == 0 {
						continue
					}
					var columns []string
					for _, s := range later.sets {
						switch {
						case !slices.Contains(b.reads, s.column), b.set(s.column) != nil: // same-column
						case b.unit != nil && slices.Contains(b.unit.Reads, s.column): // outrun-source
						case slices.ContainsFunc(later.reads, func(c string) bool { return b.set(c) != nil }): // needs this one first
						case !slices.Contains(columns, s.column):
							columns = append(columns, s.column)
						}
					}
					if len(columns) == 0 || len(b.sets) > 0 && !slices.ContainsFunc(b.sets, func(s setting) bool { return later.set(s.column) == nil }) {
						continue // or it does what this one does anew
					}
					if p.apart(b, later) {
						continue
					}
					p.Report(diag.Diagnostic{
						Span:    b.at,
						Message: fmt.Sprintf("trigger %q fires after this one and sets %s, which this one reads", later.title(), columnList(columns)),
						Help:    fmt.Sprintf("triggers fire in the order of their names: rename this one, to %q for example", behind(b.title(), later.name)),
						Related: []diag.Related{{Span: later.at, Message: "trigger declared here"}},
					})
				}
			}
		}
	},
}

// columnList names columns: column "a", or columns "a", "b".
func columnList(columns []string) string {
	list := make([]string, len(columns))
	for i, c := range columns {
		list[i] = fmt.Sprintf("%q", c)
	}
	if len(list) == 1 {
		return "column " + list[0]
	}
	return "columns " + strings.Join(list, ", ")
}
