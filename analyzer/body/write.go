package body

import (
	"fmt"
	"strings"

	"github.com/trigc/trigc/analyzer/types"
	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/source"
)

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
		} else if v == nil && len(s.Into.Targets) == 1 {
			// What has a type of its own becomes a row of it even without one.
			if v, rest := c.names.lookup(s.Into.Targets[0].Names); v != nil && len(rest) == 0 && c.IsRow(v.t) {
				v.full = how == certainly
			}
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
