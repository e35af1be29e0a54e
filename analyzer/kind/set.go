package kind

import (
	"strings"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/ir"
)

// set derives columns.
var set = &Kind{
	Name: "set",
	Doc: "Assigns columns of the row before it is written: copies of others, values derived from them, looked up by a subquery, or stamps. " +
		"It fires before INSERT and UPDATE unless the header says otherwise.",
	Example: "set fold_slug before insert or update of slug set slug = lower(NEW.slug)\n" +
		"set author set author_name = (SELECT a.name FROM authors AS a WHERE a.id = NEW.author_id)",
	Params:    []*ast.Param{setSet},
	Maintains: func(p *Pass) []string { return p.assigned(setSet) },
	Lower:     lowerSet,
}

var setSet = &ast.Param{Keyword: "SET", Form: ast.AssignmentsForm, Needed: true, Doc: "the columns and their values, over NEW and OLD"}

func lowerSet(p *Pass) *ir.Unit {
	h, ok := p.header(defaults{
		timings: []ast.Timing{ast.Before},
		events:  []ast.Event{ast.Insert, ast.Update}, event: []ast.Event{ast.Insert, ast.Update},
		levels: []ast.Level{ast.Row}, columns: true, when: true,
	})
	if !ok || !p.rules(h) {
		return nil
	}
	scope := p.value(&h)
	scope.Pseudo = false
	var assigns []ir.Stmt
	var names []string
	for _, a := range p.distinct(p.Directive.Arg(setSet).Assigns) {
		c := p.column(a.Column)
		if c == nil || !p.assignable(c, a.Column.Span) {
			continue
		}
		if a.Value == nil {
			p.errorf("missing-value", a.Column.Span, "", "write SET column = value", "column %q is given no value", c.Name)
			continue
		}
		p.literal(c, a.Value)
		e := scope.Check(a.Value)
		if e.Bad() {
			p.failed = true
			continue
		}
		assigns = append(assigns, ir.Assign{Column: c.Name, Value: e.SQL()})
		names = append(names, c.Name)
	}
	if p.failed {
		return nil
	}
	u := p.unit("")
	for i, one := range apart(h) {
		cond := p.conditionIn(one, &h)
		if p.failed {
			return nil
		}
		u.Doc = "sets " + strings.Join(names, ", ") + " before " + eventNames(&h) + whenDoc(cond)
		t := p.trigger(one, suffixOf(i, one))
		var tested []string
		t.When, tested = conjuncts(cond)
		assign(t, tested, assigns...)
		share(u, t)
		u.Triggers = append(u.Triggers, t)
	}
	return u
}
