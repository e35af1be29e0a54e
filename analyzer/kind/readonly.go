package kind

import (
	"slices"
	"strings"

	"github.com/trigc/trigc/analyzer/expr"
	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/ir"
	"github.com/trigc/trigc/internal/pgname"
	"github.com/trigc/trigc/internal/schema"
)

// readonly refuses changes of columns.
var readonly = &Kind{
	Name: "readonly",
	Doc: "Refuses an UPDATE that changes columns: those listed, all but those after EXCEPT, all of the table if none are named, " +
		"or the column in whose place it stands. With WHEN only such rows are guarded: " +
		"`when (OLD.col IS NOT NULL)` lets a column be set once.",
	Example: "readonly fixed (slug, created_at)\n" +
		"readonly archived except (status) when (OLD.status = 'archived')\n" +
		"readonly publish_once (published_at) when (OLD.published_at IS NOT NULL)",
	Params: []*ast.Param{readonlyColumns, readonlyExcept},
	Lower:  lowerReadonly,
}

var (
	readonlyColumns = &ast.Param{Form: ast.ColumnsForm, Doc: "the columns that cannot change"}
	readonlyExcept  = &ast.Param{Keyword: "EXCEPT", Form: ast.ColumnsForm, Doc: "the columns that can change; all others cannot"}
)

func lowerReadonly(p *Pass) *ir.Unit {
	h, ok := p.header(defaults{
		timings: []ast.Timing{ast.After, ast.Before},
		events:  []ast.Event{ast.Update}, event: []ast.Event{ast.Update},
		levels:     []ast.Level{ast.Row, ast.Statement},
		deferrable: true, when: true, raises: true,
	})
	if !ok || !p.rules(h) {
		return nil
	}
	columns := p.readonlyColumns(&h)
	cond := p.condition(&h)
	if p.failed {
		return nil
	}
	names := make([]string, len(columns))
	for i, c := range columns {
		names[i] = c.Name
	}
	fixed := names
	if cond != nil {
		fixed = nil
	}
	u := p.unit("refuses changes of " + strings.Join(names, ", ") + whenDoc(cond))
	u.Fixed = fixed
	if h.Level == ast.Statement {
		return p.readonlyStatement(u, &h, columns, cond)
	}
	row := func(h *ast.Header, columns []*schema.Column, cond *expr.Expr, suffix string) *ir.Trigger {
		t := p.trigger(h, suffix)
		var when, tested []string
		if cond != nil {
			when, tested = cond.Split()
		}
		when = append([]string{expr.Compare(columns, true, false)}, when...)
		raise := p.readonlyRaise(columns)
		rowGuard(t, h, when, tested, raise)
		t.Violation = violation(raise, columns)
		return t
	}
	guard := row(&h, columns, cond, "")
	u.Triggers = append(u.Triggers, guard)
	u.Triggers = append(u.Triggers, p.moved(guard, &h, func(before *ast.Header, suffix string) *ir.Trigger {
		early := slices.DeleteFunc(slices.Clone(columns), func(c *schema.Column) bool { return c.Generated })
		again, ok := p.conditionBefore(before)
		if !ok || len(early) == 0 {
			return nil
		}
		return row(before, early, again, suffix)
	})...)
	if p.failed {
		return nil
	}
	return u
}

func violation(r ir.Raise, columns []*schema.Column) *ir.Violation {
	v := &ir.Violation{SQLState: r.SQLState}
	if len(columns) == 1 {
		v.Column = columns[0].Name
	}
	return v
}

// readonlyColumns returns the columns that the directive guards.
func (p *Pass) readonlyColumns(h *ast.Header) []*schema.Column {
	d := p.Directive
	list, except := d.Arg(readonlyColumns), d.Arg(readonlyExcept)
	if list != nil && except != nil {
		p.errorf("duplicate-clause", except.Span, "", "write one of them", "columns are listed and excepted at once")
		return nil
	}
	early := func(c *schema.Column, id ast.Ident) { p.generatedEarly(h, c, id) }
	switch {
	case list != nil:
		return p.named(list, early)
	case except == nil && p.Column != nil:
		c := p.inPlace()
		p.generatedEarly(h, c, d.Name)
		return []*schema.Column{c}
	case except == nil && d.At.Relation != nil && d.Span.Start > d.At.Relation.Open && d.Header.On == nil:
		p.warnf("column-placement", d.Name.Span, "put it behind a column on its line, or above the CREATE TABLE if all columns are meant",
			"this directive belongs to the table, and guards all of its columns")
	}
	var not []*schema.Column
	if except != nil {
		not = p.named(except, early)
	}
	var rest []*schema.Column
	for _, c := range p.Table.Columns {
		if !slices.Contains(not, c) && !(c.Generated && h.Timing == ast.Before) {
			rest = append(rest, c)
		}
	}
	if len(rest) == 0 && !p.failed {
		at := d.Kind.Span
		if except != nil {
			at = except.Span
		}
		p.errorf("no-columns", at, "", "", "no column is left that could be read-only")
	}
	return rest
}

func (p *Pass) generatedEarly(h *ast.Header, c *schema.Column, at ast.Ident) {
	if c.Generated && h.Timing == ast.Before {
		p.errorf("generated-column", at.Span, "42P17", "leave out BEFORE", "BEFORE triggers see no generated columns of NEW, and %q is one", c.Name)
	}
}

// readonlyRaise names the first column that changed.
func (p *Pass) readonlyRaise(columns []*schema.Column) ir.Raise {
	events := []ast.EventSpec{{Event: ast.Update}}
	var msg, detail text
	if len(columns) == 1 {
		c := columns[0]
		msg.lit("cannot change column \"" + c.Name + "\" of ")
		detail.lit("It was ").arg(value("OLD", c)).lit(", and would be ").arg(value("NEW", c)).lit(".")
	} else {
		msg.lit("cannot change column \"").arg(firstChanged(columns)).lit("\" of ")
	}
	msg.row(p.Table, events).lit(": read-only by \"" + p.Directive.Name.Name + "\"")
	r := p.raise(checkViolation, msg.SQL(), "", p.bypass(), firstChanged(columns))
	if len(columns) == 1 {
		r.Detail = detail.SQL()
	}
	return r
}

// firstChanged renders the name of the first of the columns that changed.
func firstChanged(columns []*schema.Column) string {
	if len(columns) == 1 {
		return pgname.Literal(columns[0].Name)
	}
	var b strings.Builder
	b.WriteString("CASE")
	for _, c := range columns {
		b.WriteString(" WHEN " + expr.CompareColumn(c, true) + " THEN " + pgname.Literal(c.Name))
	}
	return b.String() + " END"
}

func (p *Pass) readonlyStatement(u *ir.Unit, h *ast.Header, columns []*schema.Column, cond *expr.Expr) *ir.Unit {
	if !p.rowsOfStatement(h) {
		return nil
	}
	if !p.needsKey(true, true, h) {
		return nil
	}
	test := expr.Compare(columns, true, false)
	if cond != nil {
		test = conjunction([]string{test, cond.SQL()})
	}
	t := p.trigger(h, "")
	p.statementGuard(t, ast.Update, rowTest{cond: test, usesOld: true, usesNew: true}, func(row string) ir.Raise {
		var msg text
		what := "read-only columns"
		if len(columns) == 1 {
			what = "column \"" + columns[0].Name + "\""
		}
		msg.lit("cannot change " + what + " of ").arg(row).lit(": read-only by \"" + p.Directive.Name.Name + "\"")
		column := ""
		if len(columns) == 1 {
			column = pgname.Literal(columns[0].Name)
		}
		r := p.raise(checkViolation, msg.SQL(), "", p.bypass(), column)
		t.Violation = violation(r, columns)
		return r
	})
	u.Triggers = []*ir.Trigger{t}
	return u
}
