package kind

import (
	"github.com/trigc/trigc/analyzer/expr"
	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/ir"
	"github.com/trigc/trigc/internal/pgname"
	"github.com/trigc/trigc/internal/schema"
)

// version counts the versions of a row.
var version = &Kind{
	Name: "version",
	Doc: "Adds one to a column whenever an UPDATE changes another column of the row, and refuses to have it set by hand. " +
		"Check and count are one function, so no order of names can part them.",
	Example:   "version bump_version (version)",
	Params:    []*ast.Param{versionColumn},
	Maintains: func(p *Pass) (*schema.Relation, []string) { return p.Table, p.maintained(versionColumn) },
	Lower:     lowerVersion,
}

var versionColumn = &ast.Param{Form: ast.ColumnsForm, Doc: "the column, if the directive does not stand at it"}

func lowerVersion(p *Pass) *ir.Unit {
	h, ok := p.header(defaults{
		timings: []ast.Timing{ast.Before}, events: []ast.Event{ast.Update}, event: []ast.Event{ast.Update},
		levels: []ast.Level{ast.Row}, raises: true,
	})
	if !ok || !p.rules(h) {
		return nil
	}
	c := p.columnArg(versionColumn)
	if c == nil {
		return nil
	}
	at := p.columnSpan(versionColumn)
	switch {
	case c.Generated:
		p.errorf("generated-column", at, "", "", "column %q is generated and cannot be assigned", c.Name)
	case !c.Type.Unknown && !c.Type.IsNumeric():
		p.errorf("column-type", at, "", "version needs an integer", "column %q is of type %s, which cannot be counted up", c.Name, c.Type)
	}
	if p.failed {
		return nil
	}
	name := pgname.Quote(c.Name)
	var msg, detail text
	msg.lit("cannot change column \""+c.Name+"\" of ").row(p.Table, h.Events).lit(": it is counted by \"" + p.Directive.Name.Name + "\"")
	detail.lit("It was ").arg(value("OLD", c)).lit(", and would be ").arg(value("NEW", c)).lit(".")
	raise := p.raise(checkViolation, msg.SQL(), detail.SQL(), p.bypass(), pgname.Literal(c.Name))
	next := "OLD." + name + " + 1"
	if !c.NotNull {
		next = "COALESCE(OLD." + name + ", 0) + 1"
	}
	t := p.trigger(&h, "")
	t.When = []string{expr.AnyChanged(p.Table, true)}
	t.Function.Body = []ir.Stmt{
		ir.If{Cond: "NEW." + name + " IS DISTINCT FROM OLD." + name, Then: []ir.Stmt{raise}},
		ir.Assign{Column: c.Name, Value: next},
		ir.Return{Row: "NEW"},
	}
	t.Violation = &ir.Violation{SQLState: raise.SQLState, Column: c.Name}
	return one(p.unit("counts the versions of a row in "+c.Name), t)
}
