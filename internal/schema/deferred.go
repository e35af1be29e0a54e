package schema

import (
	"fmt"
	"slices"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
)

// A written is a statement that writes rows of a table.
type written struct {
	table *Relation
	stmt  *ast.Write
}

// pendingEvents reports DROP of a deferred trigger behind rows, written in the
// same file, that it is to fire for at COMMIT: ALTER TABLE is refused then, DROP
// TRIGGER is not, and what waits is lost.
func (e *replayer) pendingEvents(s *ast.Drop, t *Trigger) {
	h := t.Decl.Header
	if h.InitiallyDeferred != ast.Yes || t.State == ast.Disabled {
		return
	}
	for _, w := range e.session.written {
		made := t.Decl.Name.Span
		if w.table != t.Table && !slices.Contains(t.Table.descendants(), w.table) && !slices.Contains(w.table.descendants(), t.Table) ||
			made.File == w.stmt.Span.File && made.Start > w.stmt.Span.Start {
			continue
		}
		for _, event := range h.Events {
			if slices.Contains(w.stmt.Events, event.Event) {
				e.report.Add(diag.Diagnostic{
					Code: "pending-event", Severity: diag.Warning, Span: s.Span,
					Message: fmt.Sprintf("in one transaction with the %s above, this drops what trigger %q still has to do for its rows", event.Event, t.Name),
					Help:    "write SET CONSTRAINTS ALL IMMEDIATE before it",
					Related: []diag.Related{{Span: w.stmt.Table.Span, Message: "rows written here"}, {Span: made, Message: "trigger declared here"}},
				})
				return
			}
		}
	}
}
