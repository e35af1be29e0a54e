package body

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/trigc/trigc/analyzer/types"
	"github.com/trigc/trigc/internal/ast"
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

// setName matches SET name = value and RESET name; what Postgres has other words
// for, as SET TRANSACTION, is not among them.
var setName = regexp.MustCompile(`^(?:SET (?:LOCAL |SESSION )?"?([A-Z0-9_]+)"? ?(?:=|TO ).*|RESET "?([A-Z0-9_]+)"?)$`)

// returns checks RETURN.
func (c *checker) returns(s *ast.Return, how likelihood) {
	t := c.value(s.Value, how)
	if k, ok := s.Value.Root.(*ast.Const); ok && k.Kind == ast.NullConst {
		return
	}
	if ref, ok := s.Value.Root.(*ast.ColumnRef); ok && !c.rowOrKey(ref) {
		how = min(how, perhaps) // it may be NULL, which can be returned whatever its type
	}
	if _, ok := s.Value.Root.(*ast.SubLink); ok {
		how = min(how, perhaps) // likewise
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
