package lint

import (
	"fmt"
	"slices"

	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/source"
)

// outrunSource finds columns that are made of others which a later BEFORE
// trigger still writes: they would be made of what those were.
var outrunSource = &Check{
	Code: "outrun-source", Severity: diag.Warning,
	Doc: "A column that is made of others BEFORE a row is written is made of what they are then. A BEFORE trigger whose name is later " +
		"in the alphabet can change them after it.",
	Run: func(p *Pass) {
		for _, list := range p.beforeRows() {
			told := map[[2]source.Span]bool{} // a directive may have several triggers
			for i, b := range list {
				if b.unit == nil {
					continue
				}
				for _, late := range list[i+1:] {
					j := slices.IndexFunc(late.sets, func(s setting) bool { return slices.Contains(b.unit.Reads, s.column) })
					if late.unit == b.unit || j < 0 || told[[2]source.Span{b.at, late.at}] || !overlap(b.events, late.events) {
						continue
					}
					told[[2]source.Span{b.at, late.at}] = true
					p.Report(diag.Diagnostic{
						Span:    b.at,
						Message: fmt.Sprintf("trigger %q fires after this one and still changes column %q, which is a source of it", late.title(), late.sets[j].column),
						Help:    "give this one a name behind it in the alphabet",
						Related: []diag.Related{{Span: late.at, Message: "trigger declared here"}},
					})
				}
			}
		}
	},
}
