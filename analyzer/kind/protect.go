package kind

import (
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
	main, truncate := p.levels(h)
	if truncate != nil && !p.rules(*truncate) || !p.rules(*main) {
		return nil
	}
	cond := p.condition(main)
	if p.failed {
		return nil
	}
	if usesRows(cond) && p.truncateHasRows(&h, "leave out WHEN") {
		return nil
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
	case !usesRows(cond):
		u.Triggers = append(u.Triggers, p.protectStatement(main, cond, ""))
	default:
		test := rowTest{cond: cond.SQL(), usesOld: cond.UsesOld(), usesNew: cond.UsesNew()}
		u.Triggers = p.byEvent(main, test, func(one *ast.Header, row string) ir.Raise {
			var msg text
			return p.protectRaise(msg.lit("cannot ").verb(one).lit(" ").arg(row))
		})
	}
	if truncate != nil {
		u.Triggers = append(u.Triggers, p.protectStatement(truncate, cond, "truncate"))
	}
	if p.failed {
		return nil
	}
	return u
}

// usesRows reports whether a condition looks at rows.
func usesRows(cond *expr.Expr) bool { return cond != nil && (cond.UsesOld() || cond.UsesNew()) }

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
