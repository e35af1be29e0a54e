package lint

import (
	"fmt"
	"slices"
	"strings"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
)

// uncountedRow finds triggers INSTEAD OF that write a row and say that they have
// not (manual, section 39.1).
var uncountedRow = &Check{
	Code: "uncounted-row", Severity: diag.Warning,
	Doc: "NULL of a trigger INSTEAD OF says that nothing was written: the statement counts 0 rows and RETURNING yields none. " +
		"NEW is NULL in DELETE, and OLD in INSERT. Nothing is said where the function writes nothing.",
	Run: func(p *Pass) {
		p.allBodies(func(b body) {
			h := b.header()
			if h.Timing != ast.InsteadOf || b.unit != nil && b.unit.Block == nil {
				return
			}
			var lasts []*ast.Return
			events := map[*ast.Return][]ast.Event{}
			for _, e := range h.Events {
				if r := p.uncounted(b, e.Event); r != nil {
					if events[r] == nil {
						lasts = append(lasts, r)
					}
					events[r] = append(events[r], e.Event)
				}
			}
			for _, r := range lasts {
				p.Report(uncounted(b, r, events[r]))
			}
		})
	},
}

// uncounted returns the last RETURN of a body that writes for an event and never
// returns a row, or nil.
func (p *Pass) uncounted(b body, e ast.Event) *ast.Return {
	f := b.facts(e)
	o := f.ending([]ast.PLStmt{b.block})
	if len(o.returns) == 0 || o.unclear || o.falls || !p.writesView(b.follow(f).reached) {
		return nil
	}
	for _, r := range o.returns {
		if r.Value == nil {
			return nil
		}
		row := b.returns(r)
		if row != "" && (!slices.Contains(f.absent, row) || assignsWhole(b.block) || b.fills(row, f)) {
			return nil
		}
	}
	return o.returns[len(o.returns)-1]
}

func uncounted(b body, r *ast.Return, events []ast.Event) diag.Diagnostic {
	var names []string
	for _, e := range events {
		names = append(names, e.String())
	}
	what := "NULL"
	if row := b.returns(r); row != "" {
		what = strings.ToUpper(row) + ", which is NULL,"
	}
	row := "NEW"
	if slices.Contains(events, ast.Delete) {
		row = "OLD"
	}
	d := diag.Diagnostic{
		Span:    r.Span(),
		Message: fmt.Sprintf("trigger %q returns %s in %s: the row is written, but the statement counts 0 rows and RETURNING yields none", b.Name, what, strings.Join(names, " or ")),
		Help:    "return " + row,
		Related: []diag.Related{{Span: b.Decl.Name.Span, Message: "trigger declared here"}},
	}
	switch all := len(b.header().Events); {
	case row == "OLD" && len(events) > 1:
		d.Help = "return NEW, or OLD where TG_OP is 'DELETE'"
	case all > len(events):
		d.Help += " where TG_OP is '" + strings.Join(names, "' or '") + "'"
	case all == 1 && !strings.EqualFold(r.Value.Span.String(), row):
		d.Fixes = []diag.Fix{{Message: "return " + row, Edits: []diag.Edit{{Span: r.Value.Span, Text: row}}}}
	}
	return d
}

// writesView reports whether statements write what they have of a row of a view,
// or leave that to a function.
func (p *Pass) writesView(list []ast.PLStmt) bool {
	reads, writes := false, false
	for _, s := range list {
		sql, _ := parts(s)
		for _, text := range sql {
			row := false
			eachRef(text, func(*ast.ColumnRef, string, string) { row = true })
			_, performed := s.(*ast.Perform)
			reads, writes = reads || row, writes || performed && row && p.callsOwn(text.Root)
		}
		switch s := s.(type) {
		case *ast.Execute:
			writes = true
		case *ast.ExecSQL:
			q, ok := s.SQL.Root.(*ast.Query)
			writes = writes || ok && (writesRows(q) || q.Call != nil)
		}
	}
	return reads && writes
}
