package kind

import (
	"github.com/trigc/trigc/analyzer/rules"
	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/schema"
	"github.com/trigc/trigc/internal/source"
)

// A row that is inserted has its partition before triggers fire, and Postgres
// refuses one that they would take to another.

// routed warns of a column that a trigger BEFORE INSERT assigns although it
// decides to which partition the row goes. A directive that gives it the value
// that the row came with is right, so it is no error.
func (p *Pass) routed(h *ast.Header, c *schema.Column, at source.Span) {
	if h.Timing != ast.Before || !rules.Has(h, ast.Insert) || !p.Table.Routes(c.Name) {
		return
	}
	p.warnf("partition-key", at, "let the INSERT give it, or write BEFORE UPDATE",
		"column %q decides the partition of a row: an INSERT is refused (0A000) if the trigger gives it a value of another partition", c.Name)
}
