package kind

import (
	"reflect"
	"slices"
	"strings"

	"github.com/trigc/trigc/analyzer/expr"
	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/ir"
)

// apart returns the headers of the triggers that a directive needs. With
// transition tables it is one for each event, which has the tables that exist
// in it. Where WHEN asks what changed, INSERT is parted from the rest: a new row
// has no OLD to be compared with, and counts as changed.
func apart(h ast.Header) []*ast.Header {
	var list []*ast.Header
	switch {
	case len(h.Events) == 1:
	case !h.Referencing.IsZero() && h.Level == ast.Statement:
		for _, e := range h.Events {
			one := withEvents(h, e)
			switch {
			case e.Event == ast.Insert && h.NewTable != nil:
				one.OldTable = nil
			case e.Event == ast.Delete && h.OldTable != nil:
				one.NewTable = nil
			}
			list = append(list, one)
		}
	case hasEvent(&h, ast.Insert) && hasEvent(&h, ast.Update) && h.When != nil && expr.ComparesRows(h.When):
		var insert, others []ast.EventSpec
		for _, e := range h.Events {
			if e.Event == ast.Insert {
				insert = append(insert, e)
			} else {
				others = append(others, e)
			}
		}
		list = []*ast.Header{withEvents(h, insert...), withEvents(h, others...)}
		if h.Events[0].Event != ast.Insert {
			slices.Reverse(list)
		}
	}
	if list == nil {
		list = []*ast.Header{&h}
	}
	return list
}

// conditionIn is condition for some of the events of a directive.
func (p *Pass) conditionIn(one, whole *ast.Header) *expr.Expr {
	if whole.When == nil {
		return nil
	}
	s := p.scope(whole)
	if expr.ComparesRows(whole.When) {
		s = p.scope(one)
		s.Fresh = hasEvent(one, ast.Insert) && !hasEvent(one, ast.Update) && hasEvent(whole, ast.Update)
	}
	e := s.Condition(whole.When, "WHEN")
	if e.Bad() {
		p.failed = true
	}
	return e
}

// conjuncts are those of a condition, which can be nil, without one that is
// always true: plain for WHEN, tested for the body.
func conjuncts(cond *expr.Expr) (plain, tested []string) {
	if cond == nil {
		return nil, nil
	}
	plain, tested = cond.Split()
	return slices.DeleteFunc(plain, func(s string) bool { return s == "true" }), tested
}

// suffixOf tells the triggers of headers apart.
func suffixOf(i int, h *ast.Header) string {
	if i == 0 {
		return ""
	}
	return strings.ToLower(h.Events[0].Event.String())
}

// share makes a trigger call the function of the unit's first, if its own does
// the same.
func share(u *ir.Unit, t *ir.Trigger) {
	if len(u.Triggers) == 0 {
		return
	}
	f, first := t.Function, u.Triggers[0].Function
	if reflect.DeepEqual(f.Body, first.Body) && reflect.DeepEqual(f.Vars, first.Vars) && reflect.DeepEqual(f.Header, first.Header) {
		t.Function = first
	}
}
