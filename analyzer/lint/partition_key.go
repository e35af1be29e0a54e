package lint

import (
	"fmt"
	"slices"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/ir"
)

// partitionKey finds hand-written triggers that would take a new row to another
// partition: it has one before they fire (ExecBRInsertTriggers, SQLSTATE
// 0A000). Of directives their kinds say it.
var partitionKey = &Check{
	Code: "partition-key", Severity: diag.Warning,
	Doc: "A trigger BEFORE INSERT sets a column that decides the partition of the row. The row has one by then, and the INSERT fails if the value is of another.",
	Run: func(p *Pass) {
		for table, list := range p.beforeRows() {
			for _, b := range list {
				if b.unit != nil && b.unit.Block == nil || !slices.ContainsFunc(b.events, func(e ir.Event) bool { return e.Event == ast.Insert }) {
					continue
				}
				for _, s := range b.sets {
					if s.column != "" && table.Routes(s.column) {
						p.Report(diag.Diagnostic{
							Span:    b.at,
							Message: fmt.Sprintf("column %q decides the partition of a row: an INSERT is refused (0A000) if this gives it a value of another partition", s.column),
							Help:    "let the INSERT give it, or write BEFORE UPDATE",
						})
					}
				}
			}
		}
	},
}
