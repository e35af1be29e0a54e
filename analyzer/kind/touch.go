package kind

import (
	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/ir"
	"github.com/trigc/trigc/internal/schema"
)

// touch keeps the time of the last change.
var touch = &Kind{
	Name: "touch",
	Doc: "Sets a column to now(), or to the expression after =, before an UPDATE that changes another column. " +
		"The header narrows it (UPDATE OF, WHEN) or adds INSERT; what the caller gave for the column does not count then.",
	Example: "touch touch_updated (updated_at)\n" +
		"touch stamp (created_at) before insert\n" +
		"touch published (published_at) = clock_timestamp() update of status when (NEW.status = 'published')",
	Params:    []*ast.Param{touchColumn, touchValue},
	Maintains: func(p *Pass) (*schema.Relation, []string) { return p.Table, p.maintained(touchColumn) },
	Lower:     lowerTouch,
}

var (
	touchColumn = &ast.Param{Form: ast.ColumnsForm, Doc: "the column, if the directive does not stand at it"}
	touchValue  = &ast.Param{Keyword: "=", Form: ast.ExpressionForm, Doc: "the value, now() by default"}
)

func lowerTouch(p *Pass) *ir.Unit {
	h, ok := p.header(defaults{
		timings: []ast.Timing{ast.Before}, events: []ast.Event{ast.Insert, ast.Update}, event: []ast.Event{ast.Update},
		levels: []ast.Level{ast.Row}, columns: true, when: true,
	})
	if !ok || !p.rules(h) {
		return nil
	}
	c := p.columnArg(touchColumn)
	if c == nil || !p.assignable(&h, c, p.columnSpan(touchColumn)) {
		return nil
	}
	value := "pg_catalog.now()"
	if a := p.Directive.Arg(touchValue); a != nil {
		p.literal(c, a.Expr)
		e := p.value(&h).Check(a.Expr)
		p.failed = p.failed || e.Bad()
		value = e.SQL()
	} else if !c.Type.Unknown && !c.Type.IsDateTime() {
		p.errorf("column-type", p.columnSpan(touchColumn), "42804", "write = and the value",
			"column %q is of type %s, which now() does not fit", c.Name, c.Type)
	}
	if p.failed {
		return nil
	}
	u := p.unit("")
	u.Assigns = []ast.Assignment{{Column: ast.Ident{Name: c.Name, Span: p.columnSpan(touchColumn)}}}
	if a := p.Directive.Arg(touchValue); a != nil {
		u.Assigns[0].Value = a.Expr
	}
	// OLD exists in UPDATE alone, so INSERT needs a trigger of its own.
	for i, e := range h.Events {
		one := withEvents(h, e)
		cond := p.conditionIn(one, &h)
		if p.failed {
			return nil
		}
		u.Doc = "sets " + c.Name + " before " + eventNames(&h) + whenDoc(cond)
		t := p.trigger(one, suffixOf(i, one))
		var tested []string
		t.When, tested = conjuncts(cond)
		if e.Event == ast.Update && len(e.Columns) == 0 {
			if others := changedBut(p.Table, c); others != "" {
				t.When = append([]string{others}, t.When...)
			}
		}
		assign(t, tested, ir.Assign{Column: c.Name, Value: value})
		u.Triggers = append(u.Triggers, t)
	}
	return u
}
