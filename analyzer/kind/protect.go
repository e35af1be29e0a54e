package kind

import (
	"strings"

	"github.com/trigc/trigc/analyzer/expr"
	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/ir"
)

// protect refuses events.
var protect = &Kind{
	Name: "protect",
	Doc: "Refuses the events of its header: all of them, or those that meet WHEN. " +
		"It fires AFTER each row, when no other trigger can change the row any more, unless the header says otherwise. " +
		"FOR EACH STATEMENT looks at all rows of a statement at once; TRUNCATE can be refused too.",
	Example: "protect no_delete before delete when (OLD.status = 'published')\n" +
		"protect append_only update or delete or truncate for each statement\n" +
		"protect locked update when (EXISTS (SELECT FROM locks AS l WHERE l.post_id = OLD.id)) message 'this post is locked'",
	Lower: lowerProtect,
}

func lowerProtect(p *Pass) *ir.Unit {
	h, ok := p.header(defaults{
		timings: []ast.Timing{ast.After, ast.Before, ast.InsteadOf},
		events:  []ast.Event{ast.Insert, ast.Update, ast.Delete, ast.Truncate},
		levels:  []ast.Level{ast.Row, ast.Statement},
		columns: true, deferrable: true, when: true, raises: true,
	})
	if !ok {
		return nil
	}
	// Rows and TRUNCATE need a trigger each, unless the user chose a level.
	rows, truncate := h.Events, []ast.EventSpec(nil)
	if p.Directive.Header.Level == 0 && h.Level == ast.Row {
		rows = nil
		for _, e := range h.Events {
			if e.Event == ast.Truncate {
				truncate = append(truncate, e)
			} else {
				rows = append(rows, e)
			}
		}
	}
	main := withEvents(h, rows...)
	whole := withEvents(h, truncate...)
	whole.Level = ast.Statement
	if truncate != nil && p.Table.Kind == ast.View {
		p.rules(*whole)
	}
	if p.failed || !p.rules(*main) {
		return nil
	}
	cond := p.condition(main)
	if p.failed {
		return nil
	}
	if cond != nil && (cond.UsesOld() || cond.UsesNew()) {
		for _, e := range h.Events {
			if e.Event == ast.Truncate {
				help := "leave out WHEN"
				if len(h.Events) > 1 {
					help = "write a directive of its own for TRUNCATE"
				}
				p.errorf("truncate-condition", e.Span, "42P17", help, "TRUNCATE has no rows that could meet a condition")
				return nil
			}
		}
	}
	u := p.unit("refuses " + eventNames(&h) + whenDoc(cond))
	switch {
	case main.Level == ast.Row:
		guard := p.protectRows(main, cond, "")
		u.Triggers = append(u.Triggers, guard)
		u.Triggers = append(u.Triggers, p.moved(guard, main, func(before *ast.Header, suffix string) *ir.Trigger {
			again, ok := p.conditionBefore(before)
			if !ok {
				return nil
			}
			return p.protectRows(before, again, suffix)
		})...)
	case cond == nil || !cond.UsesOld() && !cond.UsesNew():
		u.Triggers = append(u.Triggers, p.protectStatement(main, cond, ""))
	default:
		u.Triggers = p.protectTransition(main, cond)
	}
	if truncate != nil {
		whole.Deferrable, whole.InitiallyDeferred = 0, 0
		u.Triggers = append(u.Triggers, p.protectStatement(whole, cond, "truncate"))
	}
	if p.failed {
		return nil
	}
	return u
}

func (p *Pass) protectRows(h *ast.Header, cond *expr.Expr, suffix string) *ir.Trigger {
	t := p.trigger(h, suffix)
	var msg text
	msg.lit("cannot ").verb(h).lit(" ").row(p.Table, h.Events)
	var when, tested []string
	if cond != nil {
		when, tested = cond.Split()
	}
	raise := p.protectRaise(&msg)
	rowGuard(t, h, when, tested, raise)
	t.Violation = &ir.Violation{SQLState: raise.SQLState}
	return t
}

func (p *Pass) protectRaise(msg *text) ir.Raise {
	msg.lit(": protected by \"" + p.Directive.Name.Name + "\"")
	return p.raise(restrictViolation, msg.SQL(), "", p.bypass(), "")
}

// protectStatement refuses whole statements, whatever rows they have.
func (p *Pass) protectStatement(h *ast.Header, cond *expr.Expr, suffix string) *ir.Trigger {
	t := p.trigger(h, suffix)
	var msg text
	if len(h.Events) == 1 && h.Events[0].Event == ast.Truncate {
		msg.lit("cannot truncate table \"" + p.Table.Name + "\"")
	} else {
		msg.lit("cannot ").verb(h).lit(" rows of table \"" + p.Table.Name + "\"")
	}
	var when, tested []string
	if cond != nil {
		when, tested = cond.Split()
	}
	raise := p.protectRaise(&msg)
	rowGuard(t, h, when, tested, raise)
	t.Violation = &ir.Violation{SQLState: raise.SQLState}
	return t
}

// protectTransition refuses statements of which a row meets the condition.
// Transition tables need a trigger for each event.
func (p *Pass) protectTransition(h *ast.Header, cond *expr.Expr) []*ir.Trigger {
	if !p.rowsOfStatement(h) {
		return nil
	}
	var list []*ir.Trigger
	for i, e := range h.Events {
		one := withEvents(*h, e)
		usesOld, usesNew := cond.UsesOld(), cond.UsesNew()
		if len(e.Columns) > 0 {
			p.errorf("transition-table", e.Columns[0].Span, "0A000", "write UPDATE, and changed(…) in the condition",
				"a condition on the rows of a statement cannot be combined with a column list")
			return nil
		}
		if !p.needsKey(usesOld, usesNew, h) {
			return nil
		}
		suffix := ""
		if i > 0 {
			suffix = strings.ToLower(e.Event.String())
		}
		t := p.trigger(one, suffix)
		state := ""
		p.statementGuard(t, e.Event, cond.SQL(), usesOld, usesNew, func(row string) ir.Raise {
			var msg text
			msg.lit("cannot ").verb(one).lit(" ").arg(row)
			r := p.protectRaise(&msg)
			state = r.SQLState
			return r
		})
		t.Violation = &ir.Violation{SQLState: state}
		list = append(list, t)
	}
	return list
}
