package kind

import (
	"strings"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/ir"
	"github.com/trigc/trigc/internal/pgname"
	"github.com/trigc/trigc/internal/schema"
)

// softDelete marks rows instead of deleting them.
var softDelete = &Kind{
	Name: "softdelete",
	Doc: "Turns a DELETE into an UPDATE of the row that sets columns. At a column the value may be left out: " +
		"false for a boolean, true if its default is false, now() for a date or time. The statement reports that no row was deleted.",
	Example:   "softdelete keep set deleted_at = now(), status = 'deleted'",
	Params:    []*ast.Param{softDeleteSet},
	Maintains: func(p *Pass) (*schema.Relation, []string) { return p.Table, p.assigned(softDeleteSet) },
	Lower:     lowerSoftDelete,
}

var softDeleteSet = &ast.Param{Keyword: "SET", Form: ast.AssignmentsForm, Doc: "the columns that mark a row as deleted"}

// deletedRow is the alias of the table in the UPDATE, so that OLD is the row of
// the trigger also if the table is called that.
const deletedRow = "trigc_row"

func lowerSoftDelete(p *Pass) *ir.Unit {
	h, ok := p.header(defaults{
		timings: []ast.Timing{ast.Before}, events: []ast.Event{ast.Delete}, event: []ast.Event{ast.Delete},
		levels: []ast.Level{ast.Row}, when: true,
	})
	if !ok || !p.rules(h) {
		return nil
	}
	assigns := p.softDeleteAssigns()
	cond := p.condition(&h)
	if p.failed {
		return nil
	}
	scope := p.value(&h)
	scope.Bare = true
	var sets, names []string
	for _, a := range assigns {
		c := p.column(a.Column)
		if c == nil || !p.updatable(c, a) {
			continue
		}
		value := p.deletedValue(c, a)
		if a.Value != nil {
			p.literal(c, a.Value)
			e := scope.Check(a.Value)
			p.failed = p.failed || e.Bad()
			value = e.SQL()
		}
		sets = append(sets, pgname.Quote(c.Name)+" = "+value)
		names = append(names, c.Name)
	}
	if p.failed {
		return nil
	}
	key := p.Table.RowKey()
	var where []string
	for _, c := range key {
		where = append(where, same(deletedRow, "OLD", c))
	}
	if key == nil {
		where = []string{deletedRow + ".ctid = OLD.ctid AND " + deletedRow + ".tableoid = OLD.tableoid"}
		p.warnf("softdelete-no-key", p.Directive.Name.Span, "give the table a primary key",
			"table %q has no key, so the row is found by its place (ctid), which is slow on partitions and wrong if a trigger moved it", p.Table.Name)
	}
	t := p.trigger(&h, "")
	var tested []string
	if cond != nil {
		t.When, tested = cond.Split()
	}
	body := []ir.Stmt{
		ir.Exec{SQL: "UPDATE " + only(p.Table) + " AS " + deletedRow +
			"\nSET " + strings.Join(sets, ", ") + "\nWHERE " + strings.Join(where, " AND ")},
		ir.Return{Row: "NULL"},
	}
	if len(tested) > 0 {
		body = []ir.Stmt{ir.If{Cond: conjunction(tested), Then: body}, ir.Return{Row: "OLD"}}
	}
	t.Function.Header = useColumn
	t.Function.Body = body
	u := one(p.unit("sets "+strings.Join(names, ", ")+" instead of deleting the row"+whenDoc(cond)), t)
	if p.Table.Partitioned() {
		u.Triggers = append(u.Triggers, p.moving(u, &h))
	}
	return u
}

// moving lets rows of a partitioned table move: to Postgres a move is a DELETE
// in one partition and an INSERT in another, and the soft delete would drop the
// UPDATE. It returns the trigger that notes, before the UPDATE, the place of a
// row that may move; the deletion of the row in that place is none. The note
// ends with the transaction, and nothing else takes that place so long.
func (p *Pass) moving(u *ir.Unit, h *ast.Header) *ir.Trigger {
	key := pgname.Literal(u.Key + "$move") // no key of a directive: "$" has two digits behind it
	const place = "pg_catalog.format('%s %s', OLD.tableoid, OLD.ctid)"
	t := u.Triggers[0]
	t.When = append(t.When, "pg_catalog.current_setting("+key+", true) IS DISTINCT FROM "+place)
	note := p.trigger(withEvents(*h, ast.EventSpec{Event: ast.Update, Span: p.Directive.Kind.Span}), "moved")
	if test := p.keyChanged(); test != "" {
		note.When = []string{test}
	}
	note.Function.Body = []ir.Stmt{
		ir.Exec{SQL: "PERFORM pg_catalog.set_config(" + key + ", " + place + ", true)"},
		ir.Return{Row: "NEW"},
	}
	return note
}

// softDeleteAssigns returns what SET says, or the column in whose place the
// directive stands.
func (p *Pass) softDeleteAssigns() []ast.Assignment {
	d := p.Directive
	if a := d.Arg(softDeleteSet); a != nil {
		for _, one := range a.Assigns {
			if one.Of > 0 {
				p.errorf("assigned-columns", one.Column.Span, "", "write each column with its value", "softdelete sets one column at a time")
				return nil
			}
		}
		return p.distinct(a.Assigns)
	}
	c := p.inPlace()
	if c == nil {
		p.errorf("missing-clause", d.Name.Span, "", "write SET column = value, or put the directive at the column", "softdelete does not say which column marks a deleted row")
		return nil
	}
	return []ast.Assignment{{Column: ast.Ident{Name: c.Name, Span: d.Name.Span}}}
}

// updatable reports a column that UPDATE can only set to DEFAULT.
func (p *Pass) updatable(c *schema.Column, a ast.Assignment) bool {
	if a.Value != nil {
		if _, ok := a.Value.Root.(*ast.Default); ok {
			return true
		}
	}
	if c.Generated || c.Identity == 'a' {
		p.errorf("generated-column", a.Column.Span, "428C9", "", "column %q is generated: it can only be updated to DEFAULT", c.Name)
		return false
	}
	return true
}

// deletedValue is the value of a column whose type alone says what marks a
// row as deleted.
func (p *Pass) deletedValue(c *schema.Column, a ast.Assignment) string {
	switch {
	case a.Value != nil:
	case c.Type.IsBoolean():
		if c.Default != nil && strings.EqualFold(c.Default.Span.String(), "false") {
			return "true" // "deleted", not "active"
		}
		return "false"
	case c.Type.IsDateTime():
		return "pg_catalog.now()"
	default:
		p.errorf("missing-value", a.Column.Span, "", "write SET "+pgname.Quote(c.Name)+" = value",
			"the type of column %q, %s, does not tell the value of a deleted row", c.Name, c.Type)
	}
	return ""
}
