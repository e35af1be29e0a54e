package lint

import (
	"fmt"
	"slices"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/pgname"
	"github.com/trigc/trigc/internal/schema"
)

// missedUpdate finds triggers of UPDATE OF a column that a trigger BEFORE the row
// sets: that is no SET of the UPDATE, so they do not fire for it (manual, CREATE
// TRIGGER).
var missedUpdate = &Check{
	Code: "missed-update", Severity: diag.Warning,
	Doc: "UPDATE OF a does not fire where a trigger BEFORE the row changes a and SET does not name it. Nothing is said if what makes that " +
		"trigger change the column is among those of OF too.",
	Run: func(p *Pass) {
		setters := map[*schema.Relation][]*setter{}
		p.allBodies(func(b body) {
			if s := p.setter(b); s != nil {
				setters[b.Table] = append(setters[b.Table], s)
			}
		})
		p.allBodies(func(b body) {
			h := b.header()
			i := slices.IndexFunc(h.Events, func(e ast.EventSpec) bool { return e.Event == ast.Update && len(e.Columns) > 0 })
			if i < 0 || h.Timing == ast.Before && h.Level == ast.Statement || b.State == ast.Disabled || p.adopted(b.Trigger) || idle(b.block) && !assignsAny(b) {
				return
			}
			var of []string
			for _, c := range h.Events[i].Columns {
				of = append(of, b.Column(c.Name))
			}
			for _, s := range setters[b.Table] {
				if s.block == b.block || h.Timing == ast.Before && b.fires() <= s.fires() {
					continue
				}
				j := slices.IndexFunc(of, func(c string) bool { return s.changes(c, of) })
				if j < 0 {
					continue
				}
				d := diag.Diagnostic{
					Span:    h.Events[i].Columns[j].Span,
					Message: fmt.Sprintf("trigger %q sets column %q where SET does not name it, and this does not fire for that", s.Name, of[j]),
					Help:    "write UPDATE without OF",
					Related: []diag.Related{{Span: s.Decl.Name.Span, Message: "trigger declared here"}},
				}
				if c := b.Table.Column(of[j]); len(h.Events) == 1 && h.When == nil && h.Level == ast.Row && c != nil && c.Type.Equality() != ast.No {
					d.Help += fmt.Sprintf(", and WHEN (OLD.%s IS DISTINCT FROM NEW.%[1]s)", pgname.Quote(of[j]))
				}
				p.Report(d)
				return
			}
		})
	},
}

// A setter is a trigger BEFORE UPDATE of each row that sets columns.
type setter struct {
	body
	of     []string // of UPDATE OF
	tested []string // columns of the row that conditions name
	reads  []string // all that the body reads
	sets   []change
}

// A change is a column that is set, to a value if that is plain to see.
type change struct {
	column string
	value  ast.Node
}

// fires returns the name in whose order the trigger fires.
func (b body) fires() string {
	if b.unit != nil {
		return b.unit.Triggers[0].Name
	}
	return b.Name
}

// setter returns what a trigger sets BEFORE an UPDATE of each row, or nil.
func (p *Pass) setter(b body) *setter {
	h := b.header()
	i := slices.IndexFunc(h.Events, func(e ast.EventSpec) bool { return e.Event == ast.Update })
	if i < 0 || h.Timing != ast.Before || h.Level != ast.Row || b.State == ast.Disabled || p.adopted(b.Trigger) || assignsWhole(b.block) {
		return nil
	}
	s := &setter{body: b}
	for _, c := range h.Events[i].Columns {
		s.of = append(s.of, b.Column(c.Name))
	}
	rowColumns := func(n ast.Node, list []string) []string {
		ast.Walk(n, func(n ast.Node) bool {
			if c := rowColumn(n); c != nil {
				list = append(list, c[1])
			}
			return true
		})
		return list
	}
	when := h.When
	if b.unit != nil {
		when = b.unit.Condition
	}
	if when != nil {
		s.tested = rowColumns(when.Root, nil)
		s.tested = newColumns(b.Table, when.Root, s.tested) // changed(a)
		for j, c := range s.tested {
			s.tested[j] = b.Column(c)
		}
	}
	walkFor(b.block, ast.Update, func(stmt ast.PLStmt) {
		sql, targets := parts(stmt)
		switch stmt := stmt.(type) {
		case *ast.If, *ast.CaseStmt, *ast.While:
			for _, text := range sql {
				s.tested = rowColumns(text.Root, s.tested)
			}
			if c, ok := stmt.(*ast.CaseStmt); ok {
				for _, a := range c.Arms {
					s.tested = rowColumns(a.Cond.Root, s.tested)
				}
			}
		}
		for _, text := range sql {
			s.reads = rowColumns(text.Root, s.reads)
		}
		for _, v := range targets {
			if row, column := rowOf(v.Names, false); row == "new" {
				set := change{column: column}
				if a, ok := stmt.(*ast.Assign); ok && len(v.Steps) == 0 {
					set.value = a.Value.Root
				}
				s.sets = append(s.sets, set)
			}
		}
	})
	if len(s.sets) == 0 {
		return nil
	}
	return s
}

// changes reports whether a column may get another value by the trigger in an
// UPDATE that sets none of those of OF.
func (s *setter) changes(column string, of []string) bool {
	named := func(c string) bool { return slices.Contains(of, c) }
	if len(s.of) > 0 && !slices.ContainsFunc(s.of, func(c string) bool { return !named(c) }) || slices.ContainsFunc(s.tested, named) {
		return false
	}
	others := slices.DeleteFunc(slices.Clone(s.reads), func(c string) bool { return c == column })
	if len(others) > 0 && !slices.ContainsFunc(others, func(c string) bool { return !named(c) }) {
		return false // made of what OF names
	}
	return slices.ContainsFunc(s.sets, func(set change) bool {
		if set.column != column {
			return false
		}
		own, reckons := false, false
		ast.Walk(set.value, func(n ast.Node) bool {
			c := rowColumn(n)
			own = own || c != nil && c[1] == column
			op, ok := n.(*ast.Op)
			reckons = reckons || ok && op.Kind == ast.PlainOp && op.Left != nil && slices.Contains([]string{"+", "-", "*", "/", "||"}, op.Name.Name)
			return true
		})
		return !own || reckons // lower(NEW.a) is what it was
	})
}

// assignsAny reports whether a body sets a column of NEW.
func assignsAny(b body) bool { return assignsNew(b.block) != nil }
