package body

import (
	"fmt"
	"slices"
	"strings"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
)

// unmatched reports a CASE without ELSE of which no arm may hold: Postgres
// raises case_not_found then (manual, section 43.6.5).
func (c *checker) unmatched(s *ast.CaseStmt, how likelihood) {
	if s.HasElse {
		return
	}
	at := s.Span().File.At(s.Span().Start, s.Span().Start+len("CASE"))
	const help = "write ELSE, if only with NULL behind it"
	byData := false
	for _, e := range c.trigger.Events {
		one, trigger := *c, *c.trigger
		one.trigger, trigger.Events = &trigger, []ast.Event{e}
		met, open := false, false
		for _, a := range s.Arms {
			d := one.decideArm(s.Arg, a)
			met, open = met || d.is(true), open || !d.known
		}
		switch {
		case met:
		case open:
			byData = true
		case len(c.trigger.Events) == 1 || c.seen("20000", how) == certainly: // else a condition may be there for it
			c.errorf("case-not-found", how, at, "20000", help, fmt.Sprintf("no WHEN is for %s, and there is no ELSE: case not found", e))
			return
		}
	}
	if byData && !c.covers(s) {
		c.add(diag.Diagnostic{
			Code: "case-not-found", Severity: diag.Warning, Span: at, Help: help,
			Message: "a row for which no WHEN holds is refused, as there is no ELSE: case not found",
		}, how)
	}
}

// covers reports whether the arms of a CASE over a column of the row are all
// that the column can be: the labels of its enum, or what a CHECK lists.
func (c *checker) covers(s *ast.CaseStmt) bool {
	if s.Arg == nil {
		return false
	}
	ref, ok := s.Arg.Root.(*ast.ColumnRef)
	if !ok || len(ref.Parts) != 2 || ref.Parts[0].Name != "new" && ref.Parts[0].Name != "old" {
		return false
	}
	col := c.trigger.Table.Column(ref.Parts[1].Name)
	if col == nil {
		return false
	}
	allowed, _ := c.trigger.Table.Allowed(col)
	if enum := col.Type.Enum(); enum != nil {
		allowed = enum.Labels
	}
	if col.Type.Base().Name == "bool" {
		allowed = []string{"true", "false"}
	}
	var arms []string
	for _, a := range s.Arms {
		ast.Walk(a.Cond.Root, func(n ast.Node) bool {
			if k, ok := n.(*ast.Const); ok {
				arms = append(arms, strings.ToLower(k.Value))
			}
			return true
		})
	}
	return len(allowed) > 0 && !slices.ContainsFunc(allowed, func(v string) bool { return !slices.Contains(arms, strings.ToLower(v)) })
}
