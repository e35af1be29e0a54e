package body

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/trigc/trigc/analyzer/types"
	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/source"
)

// block checks a block in a scope of its own.
func (c *checker) block(b *ast.Block, how likelihood) {
	outer := c.names
	c.declare(b, how)
	c.assigned(b)
	declared := c.names
	f := c.fork()
	handled := c.handled
	if len(b.Handlers) > 0 {
		c.handled = append(handled[:len(handled):len(handled)], b)
	}
	f.branch(b.Stmts, how)
	c.handled = handled
	if len(b.Handlers) > 0 {
		c.records = f.before
		c.forget(b.Stmts) // one of them fails
	}
	for _, h := range b.Handlers {
		names := &names{outer: c.names, vars: map[string]*variable{
			"sqlstate": {name: "sqlstate", t: types.Builtin("text"), assigned: true},
			"sqlerrm":  {name: "sqlerrm", t: types.Builtin("text"), assigned: true},
		}}
		c.names, names = names, c.names
		handled := min(how, perhaps)
		if c.expects(h) {
			handled = min(handled, expected) // it may be for other tables
		}
		f.branch(h.Stmts, handled)
		c.names = names
	}
	f.join()
	c.unopened(declared)
	if b.Label.Name != "" {
		walk(b.Stmts, func(s ast.PLStmt) {
			if e, ok := s.(*ast.Exit); ok && e.Label.Name == b.Label.Name {
				c.forget(b.Stmts) // some of them may not have run
			}
		})
	}
	c.names = outer
}

// handler returns the scope of the handler that a statement stands in, or nil.
func (n *names) handler() *names {
	for ; n != nil; n = n.outer {
		if n.vars["sqlerrm"] != nil {
			return n
		}
	}
	return nil
}

// expects reports whether a handler is there for what this package finds:
// names that stand for nothing, or anything at all.
func (c *checker) expects(h ast.Handler) bool {
	for _, k := range h.Conditions {
		switch k.Name.Name {
		case "others", "division_by_zero", "undefined_column", "undefined_table", "undefined_function", "undefined_object", "syntax_error_or_access_rule_violation",
			"invalid_datetime_format", "datetime_field_overflow", "case_not_found", "data_exception", "invalid_text_representation", "numeric_value_out_of_range", "string_data_right_truncation",
			"syntax_error", "undefined_parameter", "insufficient_privilege", "null_value_not_allowed", "invalid_parameter_value":
			return true
		}
		if k.SQLState != nil && strings.HasPrefix(k.SQLState.Value, "42") {
			return true
		}
	}
	return false
}

// seen returns how likely it is that what is found in blocks with handlers is
// seen. A handler counts for what its conditions name; of what has no SQLSTATE
// it is not known which it is.
func (c *checker) seen(state string, how likelihood) likelihood {
	for _, b := range slices.Backward(c.handled) {
		if state == "" {
			how = min(how, perhaps)
			for _, h := range b.Handlers {
				switch {
				case !c.expects(h):
				case !catchesAll(h):
					how = min(how, expected)
				case !raises(h.Stmts):
					how = min(how, caught)
				}
			}
			continue
		}
		i := slices.IndexFunc(b.Handlers, func(h ast.Handler) bool { return catches(h, state) })
		switch {
		case i < 0, rethrows(b.Handlers[i].Stmts):
		case !catchesAll(b.Handlers[i]):
			return expected
		case !raises(b.Handlers[i].Stmts):
			return min(how, caught)
		default:
			how = min(how, perhaps)
		}
	}
	return how
}

// catches reports whether a handler catches an error (exception_matches_conditions
// of pl_exec.c): OTHERS leaves out two, and a class stands for all in it.
func catches(h ast.Handler, state string) bool {
	return slices.ContainsFunc(h.Conditions, func(k ast.Condition) bool {
		if k.Name.Name == "others" {
			return state != "57014" && state != "P0004"
		}
		return slices.ContainsFunc(k.States, func(s string) bool {
			return s == state || strings.HasSuffix(s, "000") && len(state) == 5 && s[:2] == state[:2]
		})
	})
}

// catchesAll reports whether a handler is there for no error of its own: WHEN
// OTHERS.
func catchesAll(h ast.Handler) bool {
	return len(h.Conditions) == 1 && h.Conditions[0].Name.Name == "others"
}

// raises reports whether statements end in an error.
func raises(list []ast.PLStmt) bool {
	for _, s := range list {
		switch s := s.(type) {
		case *ast.Raise:
			if s.Level == "" || s.Level == "EXCEPTION" {
				return true
			}
		case *ast.Return:
			return false
		}
	}
	return false
}

// rethrows reports whether statements raise the error again as it is, whatever
// the data.
func rethrows(list []ast.PLStmt) bool {
	for _, s := range list {
		switch s := s.(type) {
		case *ast.Raise:
			if s.Level == "" && s.Format == nil && s.Condition.Name == "" && s.SQLState == nil && len(s.Options) == 0 {
				return true
			}
			if raises([]ast.PLStmt{s}) {
				return false
			}
		case *ast.GetDiagnostics, *ast.Assign:
		default:
			return false
		}
	}
	return false
}

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

// stmts checks statements one after the other; those behind one that ends the
// function are not looked at.
func (c *checker) stmts(list []ast.PLStmt, how likelihood) {
	for _, s := range list {
		if how == never {
			return
		}
		c.stmt(s, how)
		if c.flow(s) == stops {
			return
		}
		if c.flow(s) == mayStop {
			how = min(how, perhaps)
		}
	}
}

func (c *checker) stmt(s ast.PLStmt, how likelihood) {
	switch s := s.(type) {
	case *ast.Block:
		c.block(s, how)
	case *ast.Assign:
		c.assignment(s, how)
	case *ast.If:
		c.arms(nil, s.Arms, s.Else, true, how)
	case *ast.CaseStmt:
		c.arms(s.Arg, s.Arms, s.Else, s.HasElse, how)
		c.unmatched(s, how)
	case *ast.Loop:
		c.loop(s.Body, s.Label, how)
	case *ast.While:
		c.condition(s.Cond, how)
		c.loop(s.Body, s.Label, min(how, perhaps))
	case *ast.ForInteger:
		c.bounds(s, how)
		c.within(s.Label, &variable{name: s.Var.Name, t: types.Builtin("int4"), assigned: true}, func() { c.loop(s.Body, ast.Ident{}, min(how, perhaps)) })
	case *ast.ForQuery:
		c.into(s.Targets, queryOf(s.Query), c.query(s.Query, how), how)
		c.loop(s.Body, s.Label, min(how, perhaps))
	case *ast.ForExecute:
		c.into(s.Targets, dynamicQuery(s.Text), c.dynamic(s, s.Text, s.Using, how), how)
		c.loop(s.Body, s.Label, min(how, perhaps))
	case *ast.ForCursor:
		c.opens(s.Cursor, how)
		c.cursorArgs(s.Cursor, s.Args, how)
		v := &variable{name: s.Var.Name, record: true, assigned: true}
		if cursor, rest := c.names.lookup(s.Cursor.Names); cursor != nil && len(rest) == 0 && cursor.query != nil {
			c.records[v] = types.Record(cursor.query)
		}
		c.within(s.Label, v, func() { c.loop(s.Body, ast.Ident{}, min(how, perhaps)) })
	case *ast.Foreach:
		c.foreach(s, how)
		c.loop(s.Body, s.Label, min(how, perhaps))
	case *ast.Exit:
		c.condition(s.When, how)
	case *ast.Return:
		c.returns(s, how)
	case *ast.Raise:
		for _, p := range s.Params {
			c.value(p, how)
		}
		for _, o := range s.Options {
			c.value(o.Value, how)
		}
		c.raise(s, how)
	case *ast.Assert:
		c.condition(s.Cond, how)
		c.value(s.Message, min(how, perhaps))
	case *ast.Perform:
		c.perform(s.Query, how)
	case *ast.ExecSQL:
		c.execSQL(s, how)
	case *ast.Execute:
		out := c.dynamic(s, s.Text, s.Using, how)
		c.returnsRows(s, how)
		if s.Into != nil {
			c.into(s.Into.Targets, dynamicQuery(s.Text), out, how)
		}
	case *ast.Open:
		c.opens(s.Cursor, how)
		c.cursorArgs(s.Cursor, s.Args, how)
		if s.Query != nil {
			c.query(s.Query, how)
		}
		if s.Text != nil {
			c.dynamic(s, s.Text, s.Using, how)
		}
	case *ast.GetDiagnostics:
		if s.Stacked && c.names.handler() == nil {
			c.errorf("raise-option", how, s.Span(), "0Z002", "leave out STACKED, or write it in a handler", "GET STACKED DIAGNOSTICS cannot be used outside an exception handler")
		}
	case *ast.Fetch:
		if s.Into != nil {
			var out []types.Output
			if cursor, rest := c.names.lookup(s.Cursor.Names); cursor != nil && len(rest) == 0 {
				out = cursor.query
			}
			c.into(s.Into.Targets, nil, out, how)
		}
	case *ast.EndTransaction:
		c.errorf("transaction-end", how, s.Span(), "2D000", "", "invalid transaction termination: a trigger cannot end the transaction that fires it")
	}
}

// within runs f with a variable of a loop in scope.
func (c *checker) within(label ast.Ident, v *variable, f func()) {
	outer := c.names
	c.names = &names{outer: outer, label: label.Name, vars: map[string]*variable{v.name: v}}
	f()
	c.names = outer
}

func (c *checker) loop(body []ast.PLStmt, _ ast.Ident, how likelihood) {
	// What is assigned further down counts further up in the next round.
	c.forget(body)
	c.stmts(body, how)
	c.forget(body)
}

// forget drops what is known of records that statements assign to.
func (c *checker) forget(list []ast.PLStmt) {
	walk(list, func(s ast.PLStmt) {
		for _, t := range targets(s) {
			if len(t.Names) > 0 {
				if v, rest := c.names.lookup(t.Names); v != nil && len(rest) == 0 {
					delete(c.records, v)
				}
			}
		}
	})
}

// arms checks IF and CASE. A condition on what the trigger is for is decided
// here.
func (c *checker) arms(arg *ast.SQL, arms []ast.Arm, otherwise []ast.PLStmt, falls bool, how likelihood) {
	t := c.value(arg, how)
	rest := how
	f := c.fork()
	reached := certainly
	for _, a := range arms {
		decided := c.decideArm(arg, a)
		if arg == nil {
			c.condition(a.Cond, rest)
		} else {
			c.when(t, a.Cond, min(rest, reached))
			reached = perhaps // one of those before it may hold
		}
		if decided.is(false) {
			continue
		}
		if decided.is(true) {
			f.branch(a.Stmts, rest)
			rest = never
			break
		}
		rest = min(rest, perhaps)
		f.branch(a.Stmts, rest)
	}
	if rest != never && falls && !(arg == nil && c.exhaustive(arms)) {
		f.branch(otherwise, rest)
	}
	f.join()
}

// when checks WHEN a, b of a CASE over a value of type t.
func (c *checker) when(t types.Type, e *ast.SQL, how likelihood) {
	list := []ast.Node{e.Root}
	if q := queryOf(e); q != nil && q.Clauses != nil && len(q.Clauses.From) == 0 { // several
		list = columns(q, len(q.Clauses.Targets))
	}
	c.typed(how, func(k *types.Checker, s *types.Scope) {
		for _, n := range list {
			if n != nil {
				k.Equal(t, n, s)
			}
		}
	})
	for _, n := range list {
		if n != nil {
			c.setsRole(n, how)
		}
	}
}

// A fork is where one of several branches is taken.
type fork struct {
	c      *checker
	before map[*variable]types.Type
	after  []map[*variable]types.Type // of those that do not end the function
}

func (c *checker) fork() *fork { return &fork{c: c, before: c.records} }

// branch checks the statements of a branch.
func (f *fork) branch(list []ast.PLStmt, how likelihood) {
	f.c.records = maps.Clone(f.before)
	f.c.stmts(list, how)
	if f.c.flowOf(list) != stops {
		f.after = append(f.after, f.c.records)
	}
}

// join goes on behind the branches: of a variable that has not the same type
// behind all of them nothing is known.
func (f *fork) join() {
	f.c.records = f.before
	if len(f.after) == 0 {
		return
	}
	f.c.records = f.after[0]
	for _, other := range f.after[1:] {
		maps.DeleteFunc(f.c.records, func(v *variable, t types.Type) bool { return other[v] != t })
	}
}

// value checks an expression and returns its type.
func (c *checker) value(e *ast.SQL, how likelihood) types.Type {
	if e == nil {
		return types.Type{}
	}
	return c.expression(e, nil, "query", how)
}

// condition checks what is true or false.
func (c *checker) condition(e *ast.SQL, how likelihood) {
	if e == nil {
		return
	}
	t := c.value(e, how)
	values := c.special(e.Root)
	if values == nil && isArgument(e.Root) {
		return
	}
	c.typed(how, func(k *types.Checker, _ *types.Scope) { k.Condition(e, t, values) })
}

// isArgument reports whether a node is an element of TG_ARGV.
func isArgument(n ast.Node) bool {
	at, ok := n.(*ast.Other)
	if !ok || at.Tag != "A_Indirection" {
		return false
	}
	ref, ok := at.Children[0].(*ast.ColumnRef)
	return ok && len(ref.Parts) == 1 && ref.Parts[0].Name == "tg_argv"
}

// A destination is what a value is assigned to.
type destination struct {
	t       types.Type
	field   bool   // it is a field of a record
	notNull string // the variable, if it is declared NOT NULL
}

// expression checks what has one value, and returns its type. It may be
// assigned to a variable. What is the name for it where it has several columns.
func (c *checker) expression(e *ast.SQL, to *destination, what string, how likelihood) (t types.Type) {
	c.typed(how, func(k *types.Checker, s *types.Scope) {
		switch root := e.Root.(type) {
		case *ast.Query: // more than an expression stands behind SELECT
			switch out := k.Query(root, s); {
			case len(out) == 1:
				t = out[0].Type
				c.assigns(columns(root, 1)[0], e.Span, t, to, min(how, c.rows(root)))
			case len(out) > 1:
				k.Errorf("query-columns", e.Span, "42601", "", "%s returned %d columns", what, len(out))
			}
			return
		case *ast.List:
			if root.Kind == ast.RowList && to == nil {
				t = k.Row(root, s)
				return
			}
		}
		t = k.Expr(e.Root, s)
		c.wholeRows(k, e.Root)
		c.setsRole(e.Root, how)
	})
	if _, isQuery := e.Root.(*ast.Query); !isQuery {
		c.assigns(e.Root, e.Span, t, to, how)
	}
	return t
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

// isNull reports whether a node is NULL, or a cast of it.
func isNull(n ast.Node) bool {
	for {
		cast, ok := n.(*ast.Cast)
		if !ok {
			break
		}
		n = cast.Arg
	}
	k, ok := n.(*ast.Const)
	return ok && k.Kind == ast.NullConst
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

// query checks a query and returns its columns.
func (c *checker) query(e *ast.SQL, how likelihood) (out []types.Output) {
	q, ok := e.Root.(*ast.Query)
	if !ok {
		return nil
	}
	c.typed(how, func(k *types.Checker, s *types.Scope) { out = k.Query(q, s) })
	c.setsRole(q, how)
	return out
}

// perform checks what may have several columns: PERFORM, whose text is a query
// without SELECT.
func (c *checker) perform(e *ast.SQL, how likelihood) {
	if _, ok := e.Root.(*ast.Query); ok {
		c.query(e, how)
		return
	}
	c.value(e, how)
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

// bounds checks the numbers of FOR (exec_stmt_fori of pl_exec.c).
func (c *checker) bounds(s *ast.ForInteger, how likelihood) {
	for i, e := range []*ast.SQL{s.Lower, s.Upper, s.By} {
		if e == nil {
			continue
		}
		what := []string{"lower bound", "upper bound", "BY value"}[i]
		c.expression(e, &destination{t: types.Builtin("int4")}, "query", how)
		if isNull(e.Root) {
			c.errorf("loop-bound", how, e.Span, "22004", "", what+" of FOR loop cannot be null")
		}
		if by := bound(e); i == 2 && by != nil && *by <= 0 {
			help := ""
			if *by < 0 {
				help = "write REVERSE, to count down"
			}
			c.errorf("loop-bound", how, e.Span, "22023", help, "BY value of FOR loop must be greater than zero")
		}
	}
}

// foreach checks what FOREACH goes through, and its variable
// (exec_stmt_foreach_a of pl_exec.c).
func (c *checker) foreach(s *ast.Foreach, how likelihood) {
	t := c.value(s.Array, how)
	if isNull(s.Array.Root) {
		c.errorf("loop-bound", how, s.Array.Span, "22004", "", "FOREACH expression must not be null")
		return
	}
	if !t.IsKnown() || t.IsUnknownLiteral() {
		return
	}
	e, ok := c.Element(t)
	if !ok {
		c.errorf("not-an-array", how, s.Array.Span, "42804", "", "FOREACH expression must yield an array, not type "+c.String(t))
		return
	}
	v, rest := c.names.lookup(s.Targets[0].Names)
	if v == nil || len(rest) > 0 {
		return
	}
	at := s.Targets[0].Span()
	if s.Slice > 0 {
		e = t
	}
	row := len(s.Targets) > 1 || v.record || v.row || c.IsRow(v.t)
	switch _, array := c.Element(v.t); {
	case s.Slice > 0 && (row || v.t.IsKnown() && !array):
		c.errorf("not-an-array", how, at, "42804", "", "FOREACH ... SLICE loop variable must be of an array type")
	case s.Slice == 0 && !row && array:
		c.errorf("not-an-array", how, at, "42804", "", "FOREACH loop variable must not be of an array type")
	case row && e.IsKnown() && !c.IsRow(e):
		c.errorf("type-mismatch", min(how, perhaps), at, "42804", "", "cannot assign a value of type "+c.String(e)+", which is not composite, to a row")
	case len(s.Targets) == 1:
		c.into(s.Targets, nil, []types.Output{{Type: e}}, how)
	}
	if l, ok := s.Array.Root.(*ast.List); ok && l.Kind == ast.ArrayList && s.Slice == 0 && !row {
		c.typed(how, func(k *types.Checker, _ *types.Scope) {
			for _, a := range l.Args {
				k.Convert(a, k.Constant(a, e), v.t)
			}
		})
	}
}

// queryOf returns the query that SQL is, or nil.
func queryOf(e *ast.SQL) *ast.Query {
	q, _ := e.Root.(*ast.Query)
	return q
}

// dynamicQuery returns the query that the text of EXECUTE is, or nil.
func dynamicQuery(text *ast.SQL) *ast.Query {
	if d := text.Dynamic; d != nil && len(d.Stmts) == 1 {
		return queryOf(d.Stmts[0].SQL)
	}
	return nil
}

// cursorArgs checks the arguments with which a cursor is opened.
func (c *checker) cursorArgs(at ast.Variable, args []ast.CursorArg, how likelihood) {
	cursor, rest := c.names.lookup(at.Names)
	for i, a := range args {
		var to *destination
		if cursor != nil && len(rest) == 0 {
			for j, p := range cursor.args {
				if a.Name.Name == p.name || a.Name.Name == "" && i == j {
					to = p.destination()
				}
			}
		}
		c.expression(a.Value, to, "query", how)
	}
}

// assignedAs is Postgres's name for what is assigned.
const assignedAs = "assignment source"

// assign checks a value for a whole variable.
func (c *checker) assign(v *variable, value *ast.SQL, how likelihood) {
	if v.record || v.row {
		if t := c.expression(value, nil, assignedAs, how); c.IsRow(t) {
			c.records[v], v.full = t, false
		} else {
			delete(c.records, v)
		}
		return
	}
	c.expression(value, v.destination(), assignedAs, how)
	c.typed(how, func(k *types.Checker, _ *types.Scope) { k.Fits(value.Root, v.decl, false) })
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

// execSQL checks a statement.
func (c *checker) execSQL(s *ast.ExecSQL, how likelihood) {
	q, ok := s.SQL.Root.(*ast.Query)
	if !ok || c.readOnly(q, how) {
		return
	}
	out := c.query(s.SQL, how)
	if q.Call != nil {
		for _, a := range q.Call.Args { // it may be OUT
			if ref, ok := a.(*ast.ColumnRef); ok && !ref.Star {
				if v, rest := c.names.lookup(ref.Parts); v != nil && len(rest) == 0 {
					delete(c.records, v)
				}
			}
		}
	}
	if c.command(s.SQL.Span, s.SQL.Span.String(), q, how) {
		return
	}
	returns := q.Kind == ast.SelectQuery || len(q.Returning) > 0
	switch {
	case s.Into == nil && returns && q.Kind != ast.OtherQuery:
		help := "write INTO, or PERFORM in the place of SELECT"
		if q.Kind != ast.SelectQuery {
			help = "write INTO, or leave out RETURNING"
		}
		c.errorf("no-destination", how, s.SQL.Span, "42601", help, "query has no destination for result data")
	case s.Into != nil && !returns && q.Kind != ast.OtherQuery:
		c.errorf("no-destination", how, s.Into.Span(), "42601", "write RETURNING", "INTO used with a command that cannot return data")
	case s.Into != nil:
		c.into(s.Into.Targets, q, out, how)
		if v := c.recordOf(s.Into.Targets); v != nil && q.Kind == ast.SelectQuery {
			v.full = q.Clauses != nil && q.Clauses.Where == nil && q.Clauses.Having == nil && q.Clauses.Limit == nil
		}
	}
	c.writes(s, s.SQL.Span, s.SQL.Span.String(), q, how)
}

// readOnly reports a statement that writes to a transition table.
func (c *checker) readOnly(q *ast.Query, how likelihood) bool {
	if q.Target == nil {
		return false
	}
	name := q.Target.Name
	if name.Schema != "" || name.Name == "" || name.Name != c.trigger.OldTable && name.Name != c.trigger.NewTable {
		return false
	}
	c.errorf("transition-table", how, q.Target.Span(), "0A000", "", fmt.Sprintf("relation %q cannot be the target of a modifying statement: it is a transition table", name.Name))
	return true
}

// setName matches SET name = value and RESET name; what Postgres has other words
// for, as SET TRANSACTION, is not among them.
var setName = regexp.MustCompile(`^(?:SET (?:LOCAL |SESSION )?"?([A-Z0-9_]+)"? ?(?:=|TO ).*|RESET "?([A-Z0-9_]+)"?)$`)

// command reports commands that cannot run in a trigger, and whether the
// statement is one that is no query.
func (c *checker) command(at source.Span, text string, q *ast.Query, how likelihood) bool {
	word := firstWord(text)
	text = oneLine(text)
	switch word {
	case "SAVEPOINT", "RELEASE", "START", "ABORT", "PREPARE":
		if word == "PREPARE" && !strings.HasPrefix(text, "PREPARE TRANSACTION") {
			break
		}
		help := ""
		if word == "SAVEPOINT" || word == "RELEASE" {
			help = "a block with EXCEPTION is one"
		}
		c.errorf("transaction-end", how, at, "0A000", help, "unsupported transaction command in PL/pgSQL: "+word)
	case "VACUUM":
		c.errorf("transaction-end", how, at, "25001", "", "VACUUM cannot run inside a transaction block")
	case "COPY":
		if strings.Contains(text, " STDIN") || strings.Contains(text, " STDOUT") {
			c.errorf("transaction-end", how, at, "0A000", "", "cannot COPY to/from client in PL/pgSQL")
		}
	case "SET", "RESET":
		if name := setName.FindStringSubmatch(text); name != nil && !types.IsSetting(name[1]+name[2]) {
			c.add(types.NoSetting(strings.ToLower(name[1]+name[2]), at), how)
		}
		words := strings.Fields(strings.NewReplacer("=", " ", "\"", "").Replace(text))[1:]
		if len(words) > 1 && (words[0] == "LOCAL" || words[0] == "SESSION" && words[1] != "AUTHORIZATION") {
			words = words[1:]
		}
		if len(words) > 1 && words[0] == "SESSION" && words[1] == "AUTHORIZATION" {
			words[0] = "SESSION_AUTHORIZATION"
		}
		if len(words) > 0 {
			c.role(at, strings.ToLower(words[0]), how)
		}
	case "ALTER", "TRUNCATE", "DROP":
		if word == "ALTER" && !strings.HasPrefix(text, "ALTER TABLE") || word == "DROP" && !strings.HasPrefix(text, "DROP TABLE") {
			break
		}
		for _, n := range q.Children {
			if rel, ok := n.(*ast.Relation); ok && c.own(rel) {
				c.errorf("own-table", how, rel.Span(), "55006", "",
					fmt.Sprintf("cannot %s %q because it is being used by active queries in this session", word+" TABLE", c.trigger.Table.Name))
			}
		}
	}
	return q.Kind == ast.OtherQuery
}

// own reports whether a relation is the table of the trigger.
func (c *checker) own(n *ast.Relation) bool {
	if n == nil {
		return false
	}
	at := n.Name.Span
	return c.DB.RelationAt(n.Name, at.File, at.Start) == c.trigger.Table
}

// writes reports what a statement that writes does to the trigger.
func (c *checker) writes(s ast.PLStmt, at source.Span, text string, q *ast.Query, how likelihood) {
	if q.Kind == ast.SelectQuery || q.Target == nil {
		return
	}
	if c.function != nil && (c.function.Decl.Volatility == 'i' || c.function.Decl.Volatility == 's') {
		c.errorf("volatility", how, at, "0A000", "declare the function VOLATILE", firstWord(text)+" is not allowed in a non-volatile function")
	}
	if !c.own(q.Target) {
		return
	}
	event := map[ast.QueryKind]ast.Event{ast.InsertQuery: ast.Insert, ast.UpdateQuery: ast.Update, ast.DeleteQuery: ast.Delete}[q.Kind]
	switch {
	case c.trigger.Level == ast.Statement && event != 0 && c.has(event) && c.seen("54001", how) == certainly && !c.narrowed(event):
		c.errorf("endless-recursion", how, at, "54001", "guard it by WHEN (pg_trigger_depth() < 1)",
			"the statement fires this trigger again, without end: stack depth limit exceeded")
	case c.trigger.Level == ast.Row && c.trigger.Timing == ast.Before && c.sameRow(q):
		c.ownRow(s, at, q, how)
	}
}

// ownRow reports a statement that changes the row for which the trigger fires
// BEFORE Postgres does so itself, which RETURN NULL keeps it from.
func (c *checker) ownRow(s ast.PLStmt, at source.Span, q *ast.Query, how likelihood) {
	for _, e := range []ast.Event{ast.Update, ast.Delete} {
		if !c.has(e) || q.Kind != ast.UpdateQuery && (q.Kind != ast.DeleteQuery || e == ast.Delete) {
			continue
		}
		one, trigger := *c, *c.trigger
		one.trigger, trigger.Events = &trigger, []ast.Event{e}
		runs, goesOn := false, true
		one.reach(c.body, func(o ast.PLStmt) {
			runs = runs || o == s
			if r, ok := o.(*ast.Return); ok {
				goesOn = goesOn && returnsRow(r, e)
			}
		})
		if !runs || !goesOn {
			continue
		}
		done, help := "updated", "assign NEW.column := value"
		switch {
		case e == ast.Delete:
			done, help = "deleted", "return NULL, if the row is to stay; else fire AFTER DELETE"
		case q.Kind == ast.DeleteQuery:
			help = "return NULL, or fire AFTER UPDATE"
		}
		c.errorf("own-row", how, at, "27000", help, "tuple to be "+done+" was already modified by an operation triggered by the current command")
		return
	}
}

// returnsRow reports whether RETURN gives the row that Postgres goes on with.
func returnsRow(r *ast.Return, e ast.Event) bool {
	if r.Value == nil {
		return false
	}
	if k, ok := r.Value.Root.(*ast.Const); ok {
		return k.Kind != ast.NullConst
	}
	ref, ok := r.Value.Root.(*ast.ColumnRef)
	return !ok || e != ast.Delete || len(ref.Parts) != 1 || ref.Parts[0].Name != "new"
}

// reach calls f for the statements that what the trigger is for does not rule out.
func (c *checker) reach(s ast.PLStmt, f func(ast.PLStmt)) {
	f(s)
	branches := func(arg *ast.SQL, arms []ast.Arm, otherwise []ast.PLStmt) {
		for _, a := range arms {
			decided := c.decideArm(arg, a)
			if decided.is(false) {
				continue
			}
			c.reachAll(a.Stmts, f)
			if decided.is(true) {
				return
			}
		}
		c.reachAll(otherwise, f)
	}
	switch s := s.(type) {
	case *ast.If:
		branches(nil, s.Arms, s.Else)
	case *ast.CaseStmt:
		branches(s.Arg, s.Arms, s.Else)
	default:
		for _, list := range ast.Nested(s) {
			c.reachAll(list, f)
		}
	}
}

func (c *checker) reachAll(list []ast.PLStmt, f func(ast.PLStmt)) {
	for _, s := range list {
		if c.reach(s, f); c.flow(s) == stops {
			return
		}
	}
}

// narrowed reports whether the trigger fires for an UPDATE of some columns
// alone, which the statement may not name.
func (c *checker) narrowed(e ast.Event) bool { return e == ast.Update && c.trigger.Columns }

// sameRow reports whether an UPDATE or DELETE is of the row that fires the trigger: WHERE
// its key is that of NEW or OLD, and nothing more.
func (c *checker) sameRow(q *ast.Query) bool {
	if q.Clauses == nil {
		return false
	}
	op, ok := q.Clauses.Where.(*ast.Op)
	key := c.trigger.Table.PrimaryKey()
	if !ok || op.Kind != ast.PlainOp || op.Name.Name != "=" || len(key) != 1 || len(q.Clauses.From) > 0 {
		return false
	}
	column := func(n ast.Node) (row, name string) {
		ref, ok := n.(*ast.ColumnRef)
		if !ok || ref.Star {
			return "", ""
		}
		switch len(ref.Parts) {
		case 1:
			return "", ref.Parts[0].Name
		case 2:
			return ref.Parts[0].Name, ref.Parts[1].Name
		}
		return "", ""
	}
	r1, n1 := column(op.Left)
	r2, n2 := column(op.Right)
	isRow := func(r string) bool { return r == "new" || r == "old" }
	return n1 == key[0].Name && n2 == n1 && isRow(r1) != isRow(r2)
}

// rowOrKey reports whether a reference is to NEW or OLD, to a column of one that is
// NULL in no row that is stored, or to what SELECT without condition put into a
// record: it is NULL only if there is no row at all.
func (c *checker) rowOrKey(ref *ast.ColumnRef) bool {
	if v, rest := c.names.lookup(ref.Parts); v != nil && len(rest) == 0 && v.full {
		return true
	}
	if name := ref.Parts[0].Name; name != "new" && name != "old" || len(ref.Parts) > 2 {
		return false
	}
	if len(ref.Parts) == 1 {
		return true
	}
	col := c.trigger.Table.Column(ref.Parts[1].Name)
	return col != nil && col.NotNull
}

// filled reports whether a reference is to what is not NULL, whatever the event.
func (c *checker) filled(ref *ast.ColumnRef) bool {
	switch ref.Parts[0].Name {
	case "new":
		return c.rowOrKey(ref) && !c.has(ast.Delete)
	case "old":
		return c.rowOrKey(ref) && !c.has(ast.Insert)
	}
	return c.rowOrKey(ref)
}

// returns checks RETURN.
func (c *checker) returns(s *ast.Return, how likelihood) {
	t := c.value(s.Value, how)
	if k, ok := s.Value.Root.(*ast.Const); ok && k.Kind == ast.NullConst {
		return
	}
	if ref, ok := s.Value.Root.(*ast.ColumnRef); ok && !c.rowOrKey(ref) {
		how = min(how, perhaps) // it may be NULL, which can be returned whatever its type
	}
	if t.IsUnknownLiteral() || t.IsKnown() && !c.IsRow(t) {
		switch s.Value.Root.(type) {
		case *ast.Const, *ast.ColumnRef:
		default:
			how = min(how, perhaps)
		}
		c.errorf("return-type", how, s.Value.Span, "42804", "return NEW, OLD or NULL", "cannot return non-composite value from function returning composite type")
		return
	}
	if c.trigger.Level == ast.Row && t.IsKnown() && !c.SameRow(t, c.trigger.Table) {
		c.errorf("return-type", how, s.Value.Span, "42804", "return NEW, OLD or NULL",
			"returned row structure does not match the structure of the triggering table")
	}
}

// raise reports options that Postgres refuses when it comes to raise.
func (c *checker) raise(s *ast.Raise, how likelihood) {
	if s.Level == "" && s.Format == nil && s.Condition.Name == "" && s.SQLState == nil && len(s.Options) == 0 && c.names.handler() == nil {
		c.errorf("raise-option", how, s.Span(), "0Z002", "", "RAISE without parameters cannot be used outside an exception handler")
	}
	seen := map[string]bool{}
	if s.Format != nil {
		seen["message"] = true
	}
	if s.Condition.Name != "" || s.SQLState != nil {
		seen["errcode"] = true
	}
	for _, o := range s.Options {
		if seen[o.Name.Name] {
			c.errorf("raise-option", how, o.Name.Span, "42601", "", "RAISE option already specified: "+strings.ToUpper(o.Name.Name))
			return
		}
		seen[o.Name.Name] = true
		if k, ok := o.Value.Root.(*ast.Const); ok && k.Kind == ast.NullConst {
			c.errorf("raise-option", how, k.Span(), "22004", "", "RAISE statement option cannot be null")
			return
		}
		if k, ok := o.Value.Root.(*ast.Const); ok && o.Unknown {
			c.errorf("unknown-condition", how, k.Span(), "42704", o.Help, fmt.Sprintf("unrecognized exception condition %q", k.Value))
			return
		}
	}
}

// wholeRows reports a comparison of whole rows of which a column cannot be
// compared.
func (c *checker) wholeRows(k *types.Checker, n ast.Node) {
	ast.Walk(n, func(n ast.Node) bool {
		op, ok := n.(*ast.Op)
		if !ok || op.Left == nil {
			return true
		}
		name := op.Name.Name
		if op.Kind != ast.DistinctOp && op.Kind != ast.NotDistinct && !slices.Contains([]string{"=", "<>", "!="}, name) || name == "*=" || name == "*<>" {
			return true
		}
		if c.rowRef(op.Left) && c.rowRef(op.Right) {
			for _, col := range c.trigger.Table.Columns {
				if !col.Type.HasEquality() {
					k.Errorf("no-equality", op.Span(), "42883", "compare the columns that matter", "could not identify an equality operator for type %s: rows of %q cannot be compared", col.Type, c.trigger.Table.Name)
					break
				}
			}
		}
		return true
	})
}

// rowRef reports whether a node is NEW or OLD, where the trigger has it.
func (c *checker) rowRef(n ast.Node) bool {
	ref, ok := n.(*ast.ColumnRef)
	if !ok || len(ref.Parts) != 1 || c.trigger.Level != ast.Row {
		return false
	}
	v, _ := c.names.lookup(ref.Parts)
	return v != nil && v.row && (c.has(ast.Update) || c.has(map[string]ast.Event{"new": ast.Insert, "old": ast.Delete}[v.name]))
}

// firstWord returns the first word of a statement, in capitals.
func firstWord(text string) string {
	text = strings.TrimLeft(text, " \t\n\r(")
	i := strings.IndexFunc(text, func(r rune) bool { return !('a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || r == '_') })
	if i >= 0 {
		text = text[:i]
	}
	return strings.ToUpper(text)
}

// oneLine returns a statement in capitals, with one blank between its words.
func oneLine(text string) string { return strings.ToUpper(strings.Join(strings.Fields(text), " ")) }

// walk calls f for statements at any depth.
func walk(list []ast.PLStmt, f func(ast.PLStmt)) {
	for _, s := range list {
		ast.WalkStmt(s, f)
	}
}
