package lint

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/ir"
	"github.com/trigc/trigc/internal/source"
)

// recursion finds triggers that fire themselves, for ever: by what they write
// to their own table, or by way of the triggers of others.
var recursion = &Check{
	Code: "recursion", Severity: diag.Warning,
	Doc: "A trigger that writes its own table fires again for what it writes, until Postgres runs out of stack; and so do triggers of several tables that " +
		"write each other's: an error, endless-recursion, if they do so whatever rows are there. Only what is certain to run is looked at, in triggers without WHEN and functions that do not look at pg_trigger_depth(), and " +
		"only rows that the same values lead back to.",
	Run: func(p *Pass) {
		told := map[source.Span]bool{}
		for _, c := range p.cycles() {
			switch {
			case len(c) == 1:
				p.ownCycle(c)
			case slices.ContainsFunc(c, func(s cycleStep) bool { return told[s.write.at] }):
				continue // a shorter one, by the same statement
			default:
				p.cycle(c)
			}
			for _, s := range c {
				told[s.write.at] = true
			}
		}
	},
}

// ownCycle reports a trigger that fires itself.
func (p *Pass) ownCycle(c []cycleStep) {
	s := c[0]
	f := s.firing
	switch {
	case f.level == ast.Statement && len(f.of) == 0 && f.checked, // endless-recursion
		f.level == ast.Row && f.timing == ast.Before && f.event == ast.Update: // own-row
		return
	}
	p.endless(c, diag.Diagnostic{
		Span:    s.write.at,
		Message: fmt.Sprintf("this fires trigger %q again, which does it again, without an end", f.name),
		Help:    "set columns of NEW in a BEFORE trigger, or add WHEN (pg_trigger_depth() < 1)",
		Related: []diag.Related{{Span: f.decl, Message: "trigger declared here"}},
	})
}

// cycle reports triggers that fire each other, at the first of what they write.
func (p *Pass) cycle(c []cycleStep) {
	first := 0
	for i := range c {
		if c[i].write.at.Compare(c[first].write.at) < 0 {
			first = i
		}
	}
	c = append(slices.Clone(c[first:]), c[:first]...)
	d := diag.Diagnostic{Span: c[0].write.at, Help: "add WHEN (pg_trigger_depth() < 1) to one of them, or let one write only rows that differ"}
	var chain []string
	for i, s := range c {
		next := c[(i+1)%len(c)].firing
		chain = append(chain, fmt.Sprintf("fires trigger %q of %q", next.name, next.table.Name))
		d.Related = append(d.Related, diag.Related{Span: s.firing.decl, Message: fmt.Sprintf("trigger %q declared here", s.firing.name)})
		if i > 0 && s.write.at != s.firing.decl {
			d.Related = append(d.Related, diag.Related{Span: s.write.at, Message: fmt.Sprintf("%q written here", s.write.table.Name)})
		}
	}
	d.Message = "this " + strings.Join(chain, ", which ") + " again, without an end"
	p.endless(c, d)
}

// endless reports a cycle: as an error if one of its triggers never ends, by
// whatever row it was fired.
func (p *Pass) endless(c []cycleStep, d diag.Diagnostic) {
	if p.comesBack(c, false) {
		d.Code, d.Severity, d.SQLState = "endless-recursion", diag.Error, "54001"
	}
	p.Report(d)
}

// A cycleStep is a trigger of a cycle, and what it writes that fires the next.
type cycleStep struct {
	firing *firing
	write  *write
}

// The limits keep a schema where everything fires everything from taking long.
const (
	longestCycle = 5
	mostSteps    = 20000
)

// cycles returns the triggers that fire each other without end.
func (p *Pass) cycles() [][]cycleStep {
	list := p.firings()
	rank := map[*firing]int{}
	for i, f := range list {
		rank[f] = i
	}
	var found [][]cycleStep
	steps := 0
	var follow func(path []cycleStep, first, from *firing)
	follow = func(path []cycleStep, first, from *firing) {
		for i := range from.writes {
			w := &from.writes[i]
			for _, to := range list {
				if !w.fires(to) || rank[to] < rank[first] {
					continue // a cycle begins at the first of its triggers
				}
				if steps++; steps > mostSteps {
					return
				}
				next := append(slices.Clone(path), cycleStep{from, w})
				switch {
				case to == first:
					if p.comesBack(next, true) {
						found = append(found, next)
					}
				case len(next) < longestCycle && !slices.ContainsFunc(next, func(s cycleStep) bool { return s.firing == to }):
					follow(next, first, to)
				}
			}
		}
	}
	for _, f := range list {
		follow(nil, f, f)
	}
	slices.SortStableFunc(found, func(a, b []cycleStep) int { return cmp.Compare(len(a), len(b)) })
	return found
}

// comesBack reports whether triggers that fire each other in turn do so for
// ever, wherever in the cycle it begins.
func (p *Pass) comesBack(c []cycleStep, assume bool) bool {
	for i := range c {
		if p.comesBackFrom(append(slices.Clone(c[i:]), c[:i]...), assume) {
			return true
		}
	}
	return false
}

// comesBackFrom goes through a cycle of triggers with a row of which nothing is
// known. With assume, rows that a statement looks for are taken to be there the
// first time; else they must be among those that have been seen. What holds
// twice more, with the same values, holds for ever.
func (p *Pass) comesBackFrom(c []cycleStep, assume bool) bool {
	var w world
	row := w.row(c[0].firing)
	if f := c[0].firing; f.timing == ast.After {
		w.there = append(w.there, row)
	}
	var before *worldRow
	for pass := range 3 {
		for i, s := range c {
			next := c[(i+1)%len(c)].firing
			columns, ok := p.passes(next)
			if !ok {
				return false
			}
			if row, ok = w.write(s.write, row, next, assume && pass == 0); !ok {
				return false
			}
			for _, column := range columns {
				if row != nil {
					row.known[column] = w.fresh()
				}
			}
		}
		if pass > 0 && !before.alike(row) {
			return false
		}
		before = row.clone()
	}
	return true
}

// passes reports whether the rows of an event come past the triggers BEFORE it,
// and which columns those set.
func (p *Pass) passes(f *firing) (columns []string, ok bool) {
	if f.level == ast.Statement {
		return nil, true
	}
	for _, t := range f.table.Triggers {
		h := t.Decl.Header
		if t.Table != f.table || t.State == ast.Disabled || h.Timing != ast.Before || h.Level != ast.Row || t.Decl.Name.Span == f.decl ||
			!slices.ContainsFunc(h.Events, func(e ast.EventSpec) bool { return e.Event == f.event }) {
			continue
		}
		if t.Func == nil || t.Func.Decl.Block == nil || assignsWhole(t.Func.Decl.Block) {
			return nil, false
		}
		b := body{t, t.Func.Decl.Block, nil}
		for _, r := range ending([]ast.PLStmt{b.block}, f.event).returns {
			if r.Value == nil || returnedRow(r.Value.Root) != "new" {
				return nil, false
			}
		}
		for _, s := range b.beforeRow().sets {
			columns = append(columns, s.column)
		}
	}
	for _, u := range p.Units {
		for _, t := range u.Triggers {
			if t.Table != f.table || t.Timing != ast.Before || t.Level != ast.Row || u.NameSpan == f.decl || !slices.ContainsFunc(t.Events, func(e ir.Event) bool { return e.Event == f.event }) {
				continue
			}
			if !t.Function.Own || u.Block != nil || u.Statements != nil {
				if t.Adopted { // seen above
					continue
				}
				return nil, false
			}
			for _, s := range unitRow(u, t).sets {
				columns = append(columns, s.column)
			}
		}
	}
	return columns, true
}
