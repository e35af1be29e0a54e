package kind

import (
	"fmt"
	"strings"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/ir"
	"github.com/trigc/trigc/internal/pgname"
	"github.com/trigc/trigc/internal/schema"
)

// set derives columns.
var set = &Kind{
	Name: "set",
	Doc: "Assigns columns of the row before it is written: copies of others, values derived from them, looked up by a subquery, or stamps. " +
		"It fires before INSERT and UPDATE unless the header says otherwise. " +
		"A value sees what those before it have set. One subquery can give several columns: (a, b) = (SELECT …).",
	Example: "set fold_slug before insert or update of slug set slug = lower(NEW.slug)\n" +
		"set author set author_name = (SELECT a.name FROM authors AS a WHERE a.id = NEW.author_id)",
	Params:    []*ast.Param{setSet},
	Maintains: func(p *Pass) (*schema.Relation, []string) { return p.Table, p.assigned(setSet) },
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
	var list []assigned
	var names []string
	for _, a := range p.distinct(p.Directive.Arg(setSet).Assigns) {
		c := p.column(a.Column)
		if c == nil || !p.assignable(&h, c, a.Column.Span) {
			continue
		}
		names = append(names, c.Name)
		if n := len(list); n > 0 && a.Value != nil && list[n-1].sql == a.Value {
			list[n-1].columns = append(list[n-1].columns, c.Name)
			continue
		}
		if a.Value == nil {
			p.errorf("missing-value", a.Column.Span, "", "write SET column = value", "column %q is given no value", c.Name)
			continue
		}
		if !p.fits(a) {
			continue
		}
		p.literal(c, a.Value)
		scope.Several = severalColumns(p.Directive.Arg(setSet).Assigns, a)
		e := scope.Check(a.Value)
		if e.Bad() {
			p.failed = true
			continue
		}
		list = append(list, assigned{columns: []string{c.Name}, sql: a.Value, value: e.SQL()})
	}
	if p.failed {
		return nil
	}
	var assigns []ir.Stmt
	for _, a := range list {
		assigns = append(assigns, a.assignment())
	}
	u := p.unit("")
	u.Assigns = p.Directive.Arg(setSet).Assigns
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

// assigned are columns of NEW that get a value, or those of a subquery's row.
type assigned struct {
	columns []string
	sql     *ast.SQL
	value   string
}

// fits reports a value that gives more or fewer columns than are assigned.
func (p *Pass) fits(a ast.Assignment) bool {
	columns := 1
	link, _ := a.Value.Root.(*ast.SubLink)
	if link != nil && link.Kind == ast.ScalarLink && link.Width != 0 {
		columns = link.Width
	}
	_, bad := a.Value.Root.(*ast.Bad) // reported
	switch wanted := max(a.Of, 1); {
	case bad || columns == wanted:
		return true
	case a.Of > 0 && (link == nil || link.Kind != ast.ScalarLink):
		p.errorf("assigned-columns", a.Value.Span, "42601", "write (SELECT …), or each column with its value", "%d columns at once take a subquery", wanted)
	case columns < 0:
		p.errorf("assigned-columns", a.Value.Span, "", "list the columns", "it is not known how many columns * is")
	case wanted == 1:
		p.errorf("assigned-columns", a.Value.Span, "42601", "", "subquery must return only one column")
	default:
		p.errorf("assigned-columns", a.Value.Span, "42601", "", "number of columns does not match number of values: %d, and %d", wanted, columns)
	}
	return false
}

// assignment renders it. A subquery without a row gives NULLs, and STRICT refuses
// a second row, as an UPDATE does.
func (a assigned) assignment() ir.Stmt {
	if len(a.columns) == 1 {
		return ir.Assign{Column: a.columns[0], Value: a.value}
	}
	var names, targets []string
	for i, c := range a.columns {
		names = append(names, fmt.Sprintf("c%d", i+1))
		targets = append(targets, "NEW."+pgname.Quote(c))
	}
	list := strings.Join(names, ", ")
	return ir.Exec{SQL: "SELECT " + list + " INTO STRICT " + strings.Join(targets, ", ") +
		"\nFROM (SELECT) AS trigc_one LEFT JOIN " + a.value + " AS trigc_row (" + list + ") ON true"}
}

// severalColumns reports whether a value is that of several columns.
func severalColumns(list []ast.Assignment, a ast.Assignment) bool {
	n := 0
	for _, other := range list {
		if other.Value == a.Value {
			n++
		}
	}
	return n > 1
}
