package kind

import (
	"slices"

	"github.com/trigc/trigc/analyzer/expr"
	"github.com/trigc/trigc/analyzer/types"
	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/ir"
	"github.com/trigc/trigc/internal/schema"
	"github.com/trigc/trigc/internal/source"
)

// Kinds that write columns of the row: touch, version, set, softdelete.

// assign completes a BEFORE trigger that assigns columns of NEW if the
// conditions hold that WHEN cannot test.
func assign(t *ir.Trigger, tested []string, assigns ...ir.Stmt) {
	if len(tested) > 0 {
		assigns = []ir.Stmt{ir.If{Cond: conjunction(tested), Then: assigns}}
	}
	t.Function.Header = useColumn
	t.Function.Body = append(assigns, ir.Return{Row: "NEW"})
}

// value returns the scope of a value assigned to a column of NEW.
func (p *Pass) value(h *ast.Header) *expr.Scope {
	s := p.scope(h)
	s.When = false
	return s
}

// assignable reports a column that cannot be assigned under a header.
func (p *Pass) assignable(h *ast.Header, c *schema.Column, at source.Span) bool {
	if c.Generated {
		p.errorf("generated-column", at, "", "", "column %q is generated: Postgres drops what is assigned to it", c.Name)
		return false
	}
	p.routed(h, c, at)
	return true
}

// changedBut renders whether a column other than c changed, before the row is
// complete; "" if there is no other.
func changedBut(rel *schema.Relation, c *schema.Column) string {
	var others []*schema.Column
	for _, o := range rel.Columns {
		if o != c && !o.Generated {
			others = append(others, o)
		}
	}
	if len(others) == 0 {
		return ""
	}
	return expr.Compare(others, true, false)
}

// columnSpan returns where the directive's one column is named, or its name.
func (p *Pass) columnSpan(param *ast.Param) source.Span {
	if a := p.Directive.Arg(param); a != nil {
		return a.Columns[0].Span
	}
	return p.Directive.Name.Span
}

// maintained returns the one column of a kind, for `auto`.
func (p *Pass) maintained(param *ast.Param) []string {
	if a := p.Directive.Arg(param); a != nil {
		return []string{a.Columns[0].Name}
	}
	if p.Column != nil {
		return []string{p.Column.Name}
	}
	return nil
}

// distinct reports a column that is assigned twice.
func (p *Pass) distinct(list []ast.Assignment) []ast.Assignment {
	for i, a := range list {
		for _, b := range list[:i] {
			if a.Column.Name == b.Column.Name {
				p.add(diag.Diagnostic{
					Code: "duplicate-column", Severity: diag.Error, Span: a.Column.Span, SQLState: "42601",
					Message: "column \"" + a.Column.Name + "\" is assigned twice",
					Related: []diag.Related{{Span: b.Column.Span, Message: "other assignment"}},
				})
			}
		}
	}
	return list
}

// assigned returns the columns of an assignments clause, for `auto`.
func (p *Pass) assigned(param *ast.Param) []string {
	a := p.Directive.Arg(param)
	if a == nil {
		if p.Column != nil {
			return []string{p.Column.Name}
		}
		return nil
	}
	var names []string
	for _, s := range a.Assigns {
		names = append(names, s.Column.Name)
	}
	return names
}

// literal reports a literal that a column cannot hold.
func (p *Pass) literal(c *schema.Column, sql *ast.SQL) {
	k, ok := sql.Root.(*ast.Const)
	if !ok {
		return
	}
	enum := c.Type.Enum()
	switch {
	case k.Kind == ast.NullConst && c.NotNull:
		p.errorf("not-null", k.Span(), "23502", "", "column %q is NOT NULL", c.Name)
	case k.Kind != ast.StringConst:
	case enum != nil && !slices.Contains(enum.Labels, k.Value):
		p.add(types.EnumLabel(enum, k.Value, k.Span()))
	default:
		if allowed, check := p.Table.Allowed(c); check != nil && !slices.Contains(allowed, k.Value) {
			p.add(diag.Diagnostic{
				Code: "state-check", Severity: diag.Error, Span: k.Span(), SQLState: "23514",
				Message: "a CHECK of column \"" + c.Name + "\" does not allow '" + k.Value + "'", Help: diag.DidYouMean(k.Value, allowed),
				Related: []diag.Related{{Span: *check, Message: "CHECK declared here"}},
			})
		}
	}
}
