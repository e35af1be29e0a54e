package lint

import (
	"fmt"
	"slices"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/ir"
)

// outrunSource finds columns that are made of others which a later BEFORE
// trigger still writes: they would be made of what those were.
var outrunSource = &Check{
	Code: "outrun-source", Severity: diag.Warning,
	Doc: "A column that is made of others BEFORE a row is written is made of what they are then. A BEFORE trigger whose name is later " +
		"in the alphabet can change them after it.",
	Run: func(p *Pass) {
		for _, u := range p.Units {
			for _, late := range p.Units {
				if late == u || late.Table != u.Table {
					continue
				}
				column := ""
				for _, t := range u.Triggers {
					for _, w := range late.Triggers {
						if column == "" && w.Name > t.Name && w.Timing == ast.Before && overlap(t.Events, w.Events) {
							column = assigned(w.Function.Body, u.Reads)
						}
					}
				}
				if column != "" {
					p.Report(diag.Diagnostic{
						Span:    u.NameSpan,
						Message: fmt.Sprintf("trigger %q fires after this one and still changes column %q, which is a source of it", late.Name, column),
						Help:    "give this one a name behind it in the alphabet",
						Related: []diag.Related{{Span: late.NameSpan, Message: "trigger declared here"}},
					})
				}
			}
		}
	},
}

// assigned returns the first of the columns that a body assigns, or "".
func assigned(body []ir.Stmt, columns []string) string {
	for _, s := range body {
		switch s := s.(type) {
		case ir.Assign:
			if slices.Contains(columns, s.Column) {
				return s.Column
			}
		case ir.If:
			if c := assigned(append(slices.Clone(s.Then), s.Else...), columns); c != "" {
				return c
			}
		}
	}
	return ""
}
