package body

import (
	"fmt"
	"slices"

	"github.com/trigc/trigc/analyzer/types"
	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/source"
)

// assigned notes which variables of a block anything assigns to.
func (c *checker) assigned(b *ast.Block) {
	mark := func(targets ...ast.Variable) {
		for _, t := range targets {
			if len(t.Names) > 0 {
				if v, rest := c.names.lookup(t.Names); v != nil && len(rest) == 0 {
					v.assigned = true // a field needs a record that has it
				}
			}
		}
	}
	all := func(s ast.PLStmt) {
		mark(targets(s)...)
		if s, ok := s.(*ast.ExecSQL); ok && firstWord(s.SQL.Span.String()) == "CALL" { // its arguments may be OUT
			for _, v := range c.names.vars {
				v.assigned = true
			}
		}
	}
	ast.WalkStmt(b, all)
}

// targets returns the variables that a statement sets, without those that
// statements in it set.
func targets(s ast.PLStmt) []ast.Variable {
	var into *ast.Into
	switch s := s.(type) {
	case *ast.Assign:
		return []ast.Variable{s.Target}
	case *ast.ForQuery:
		return s.Targets
	case *ast.ForExecute:
		return s.Targets
	case *ast.Foreach:
		return s.Targets
	case *ast.ExecSQL:
		into = s.Into
	case *ast.Execute:
		into = s.Into
	case *ast.Fetch:
		into = s.Into
	case *ast.GetDiagnostics:
		var list []ast.Variable
		for _, it := range s.Items {
			list = append(list, it.Target)
		}
		return list
	}
	if into == nil {
		return nil
	}
	return into.Targets
}

// assigns checks a value of type t, the node n if it is known, for where it goes.
func (c *checker) assigns(n ast.Node, at source.Span, t types.Type, to *destination, how likelihood) {
	if to == nil {
		return
	}
	if to.notNull != "" && isNull(n) {
		c.errorf("not-null-variable", how, n.Span(), "22004", "", fmt.Sprintf("null value cannot be assigned to variable %q declared NOT NULL", to.notNull))
		return
	}
	if !to.t.IsKnown() {
		return
	}
	c.typed(how, func(k *types.Checker, _ *types.Scope) {
		if n == nil {
			k.ConvertType(&ast.Const{Pos: ast.Pos{At: at}}, t, to.t)
			return
		}
		if to.field { // a variable takes what there is
			k.RowSize(n, to.t)
		}
		k.Convert(n, t, to.t)
	})
}

// columns returns the expressions of a query's columns, each nil if it is not
// known.
func columns(q *ast.Query, count int) []ast.Node {
	list := make([]ast.Node, count)
	if q == nil || q.Clauses == nil || q.Clauses.SetOp != "" {
		return list
	}
	targets := q.Clauses.Targets
	if q.Kind != ast.SelectQuery {
		targets = q.Clauses.Returning
	}
	if len(q.Clauses.Values) == 1 && q.Kind == ast.SelectQuery {
		targets = nil
		for _, v := range q.Clauses.Values[0] {
			targets = append(targets, ast.Target{Expr: v})
		}
	}
	if len(targets) != count {
		return list
	}
	for i, t := range targets {
		if ref, ok := t.Expr.(*ast.ColumnRef); !ok || !ref.Star {
			list[i] = t.Expr
		}
	}
	return list
}

// aggregates reports whether an aggregate of Postgres is among the columns.
func aggregates(list []ast.Target) bool {
	found := false
	for _, t := range list {
		ast.Walk(t.Expr, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.SubLink:
				return false
			case *ast.Call:
				found = found || !n.Over && slices.Contains([]string{"count", "sum", "min", "max", "avg", "bool_or", "bool_and", "every"}, n.Func.Name)
			}
			return true
		})
	}
	return found
}

// rows tells how likely it is that a query has a row.
func (c *checker) rows(q *ast.Query) likelihood {
	if q == nil || q.Clauses == nil || q.Clauses.SetOp != "" {
		return perhaps
	}
	k := q.Clauses
	switch {
	case q.Kind == ast.SelectQuery && k.Having == nil && k.Limit == nil && k.Offset == nil && (len(k.From) == 0 && k.Where == nil || len(k.Group) == 0 && aggregates(k.Targets)):
		return certainly
	case q.Kind == ast.InsertQuery && k.Conflict == nil && k.Source != nil && c.rows(k.Source) == certainly && q.Target != nil:
		if rel := c.DB.RelationAt(q.Target.Name, q.Target.Span().File, q.Target.Span().Start); rel != nil && rel.Kind == ast.Table && len(rel.Triggers) == 0 && !rel.Rules {
			return certainly
		}
	}
	return perhaps
}

// assignment checks target := value.
func (c *checker) assignment(s *ast.Assign, how likelihood) {
	v, rest := c.names.lookup(s.Target.Names)
	if v == nil {
		c.value(s.Value, how)
		return // the parser has said that there is no such variable
	}
	if len(rest) == 0 && len(s.Target.Steps) == 0 {
		c.assign(v, s.Value, how)
		c.typed(how, func(k *types.Checker, _ *types.Scope) { k.Frozen(s.Value.Root, v.t) })
		return
	}
	for _, step := range s.Target.Steps {
		c.value(step.Lower, how)
		c.value(step.Upper, how)
	}
	steps := append(fields(rest), s.Target.Steps...)
	to := &destination{field: len(steps) == 1 && steps[0].Field.Name != ""}
	c.typed(how, func(k *types.Checker, _ *types.Scope) {
		to.t = c.target(k, v, steps, s.Target.At)
	})
	c.expression(s.Value, to, assignedAs, how)
	c.typed(how, func(k *types.Checker, _ *types.Scope) { k.Frozen(s.Value.Root, to.t) })
	if c.IsRow(v.t) && how == certainly {
		v.full = true
	}
	if v.row && len(rest) == 1 && len(s.Target.Steps) == 0 {
		if col := c.trigger.Table.Column(rest[0].Name); col != nil {
			c.typed(how, func(k *types.Checker, _ *types.Scope) { k.Fits(s.Value.Root, col.Type, false) })
		}
	}
}

func fields(names []ast.Ident) []ast.VariableStep {
	list := make([]ast.VariableStep, len(names))
	for i, name := range names {
		list[i].Field = name
	}
	return list
}

// target returns the type of what is assigned in a variable, or reports that
// there is no such thing (transformAssignmentIndirection of parse_target.c).
func (c *checker) target(k *types.Checker, v *variable, steps []ast.VariableStep, at source.Span) types.Type {
	t := c.current(v)
	for i, s := range steps {
		f := s.Field
		switch {
		case s.Star:
			k.Errorf("body-statement", at, "0A000", "assign the whole variable", "row expansion via \"*\" is not supported here")
			return types.Type{}
		case i == 0 && v.record && !v.assigned:
			k.Errorf("record-unassigned", f.Span, "55000", "", "record %q is not assigned yet", v.name)
			return types.Type{}
		case !t.IsKnown():
			return types.Type{}
		case f.Name == "":
			e, ok := c.Subscript(t, s.Slice)
			if !ok {
				k.Errorf("not-an-array", at, "42804", "", "cannot subscript type %s because it does not support subscripting", c.String(t))
				return types.Type{}
			}
			t = e
			continue
		}
		field, ok := c.Field(t, f.Name)
		if !ok {
			known, open := c.Fields(t)
			switch {
			case open:
			case known != nil && i == 0:
				noField(k, v, f, known)
			case known != nil:
				k.Errorf("unknown-column", f.Span, "42703", diag.DidYouMean(f.Name, known),
					"cannot assign to field %q of column %q because there is no such column in data type %s", f.Name, v.name, c.String(t))
			case !c.IsRow(t):
				k.Errorf("no-field", f.Span, "42804", "",
					"cannot assign to field %q of column %q because its type %s is not a composite type", f.Name, v.name, c.String(t))
			}
			return types.Type{}
		}
		t = field
	}
	return t
}

// assign checks a value for a whole variable.
func (c *checker) assign(v *variable, value *ast.SQL, how likelihood) {
	if v.record || v.row {
		if t := c.expression(value, nil, assignedAs, how); c.IsRow(t) {
			c.records[v], v.full = t, isConstructor(value.Root)
		} else {
			delete(c.records, v)
		}
		return
	}
	v.full = how == certainly && isConstructor(value.Root)
	c.expression(value, v.destination(), assignedAs, how)
	c.typed(how, func(k *types.Checker, _ *types.Scope) { k.Fits(value.Root, v.decl, false) })
}

// isConstructor reports whether an expression makes a row: ROW(…).
func isConstructor(n ast.Node) bool {
	l, ok := n.(*ast.List)
	return ok && l.Kind == ast.RowList
}

// into checks the targets of a query's columns; they are nil if not known, as is
// the query.
func (c *checker) into(targets []ast.Variable, q *ast.Query, out []types.Output, how likelihood) {
	if v := c.recordOf(targets); v != nil {
		t := types.Record(out)
		if len(out) == 1 && c.IsRow(out[0].Type) && out[0].Type.IsKnown() {
			t = types.Type{} // a row in one column: Postgres takes it apart
		}
		c.records[v], v.full = t, false
		return
	}
	c.width(targets, out, how)
	list := columns(q, len(out))
	for i, t := range targets {
		if len(t.Names) == 0 {
			continue
		}
		v, rest := c.names.lookup(t.Names)
		if v == nil {
			continue
		}
		to := v.destination()
		if len(rest) > 0 {
			to = &destination{field: true}
			c.typed(how, func(k *types.Checker, _ *types.Scope) { to.t = c.target(k, v, fields(rest), t.At) })
		}
		if i >= len(out) || len(t.Steps) > 0 || len(rest) > 1 || len(rest) == 0 && (v.record || v.row) || len(targets) == 1 && len(rest) == 0 && c.IsRow(to.t) {
			continue
		}
		c.assigns(list[i], t.At, out[i].Type, to, min(how, c.rows(q)))
		if list[i] != nil && len(rest) == 0 {
			c.typed(min(how, c.rows(q)), func(k *types.Checker, _ *types.Scope) { k.Fits(list[i], v.decl, false) })
		}
	}
}

// width reports a query that has more columns than there are targets, or fewer
// (exec_move_row_from_fields of pl_exec.c).
func (c *checker) width(targets []ast.Variable, out []types.Output, how likelihood) {
	if len(out) == 0 || len(targets) == 0 || c.seen("", how) <= expected {
		return
	}
	names := make([]string, len(targets))
	for i, t := range targets {
		names[i] = t.At.String()
	}
	whole := len(targets) == 1
	if whole {
		v, rest := c.names.lookup(targets[0].Names)
		if v == nil {
			return
		}
		t := c.current(v)
		for _, f := range rest {
			t, _ = c.Field(t, f.Name)
		}
		if len(targets[0].Steps) > 0 || !t.IsKnown() {
			return
		}
		if c.IsRow(t) {
			fields, open := c.Fields(t)
			if open || fields == nil {
				return
			}
			names = fields
		}
	}
	first := out[0].Type
	if len(out) == len(names) || len(out) == 1 && (!first.IsKnown() || c.IsRow(first)) {
		return // a row in one column has a meaning of its own
	}
	d := diag.Diagnostic{
		Code: "into-columns", Severity: diag.Warning, Span: targets[0].At.File.At(targets[0].At.Start, targets[len(targets)-1].At.End),
		Message: fmt.Sprintf("the query has %s, and there %s: the value of the rest is dropped", count(len(out), "column"), are(len(names), "target")),
		Help:    "leave out what is not wanted, or name a target for it",
	}
	if len(out) < len(names) {
		d.Message = fmt.Sprintf("the query has %s, and there %s: %q becomes NULL", count(len(out), "column"), are(len(names), "target"), names[len(out)])
		d.Help = "leave out what is not wanted, or name a column for it"
	}
	c.report.Add(d) // it is the same for all triggers
}

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

func are(n int, what string) string {
	if n == 1 {
		return "is 1 " + what
	}
	return "are " + count(n, what)
}

// recordOf returns the record, or NEW or OLD, that is the only target, or nil.
func (c *checker) recordOf(targets []ast.Variable) *variable {
	if len(targets) != 1 || len(targets[0].Names) == 0 {
		return nil
	}
	if v, rest := c.names.lookup(targets[0].Names); v != nil && len(rest) == 0 && (v.record || v.row) {
		return v
	}
	return nil
}
