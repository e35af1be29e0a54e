package kind

import (
	"slices"
	"strings"

	"github.com/trigc/trigc/analyzer/expr"
	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/ir"
	"github.com/trigc/trigc/internal/pgname"
	"github.com/trigc/trigc/internal/source"
)

// run runs statements.
var run = &Kind{
	Name: "run",
	Doc: "Runs SQL statements with NEW and OLD, or FOR EACH STATEMENT with transition tables: " +
		"companion rows, cascades, an outbox, a touched parent, a derived table. " +
		"With a condition on rows, a trigger FOR EACH STATEMENT sees only the rows that meet it in its transition tables. " +
		"With transition tables, each of several events has a trigger of its own, and a table that the event lacks is empty. " +
		"INSTEAD OF a row's INSERT or UPDATE, a statement whose RETURNING gives no row ends the function: no row was written.",
	Example: "run outbox after insert or update do (INSERT INTO outbox (post_id, slug) VALUES (NEW.id, NEW.slug))\n" +
		"run forget after delete for each statement referencing old table as gone\n" +
		"  do (DELETE FROM locks AS l USING gone AS g WHERE l.post_id = g.id)",
	Params: []*ast.Param{runDo},
	Lower:  lowerRun,
}

var runDo = &ast.Param{Keyword: "DO", Form: ast.StatementsForm, Needed: true, Doc: "the statements; EXECUTE format('…', …) runs a text; BEFORE and INSTEAD OF a row's INSERT or UPDATE, what RETURNING gives, of its first row, goes into the columns of NEW of those names; BEFORE they are NULL if it gives none"}

func lowerRun(p *Pass) *ir.Unit {
	h, ok := p.header(defaults{
		timings: []ast.Timing{ast.After, ast.Before, ast.InsteadOf},
		events:  []ast.Event{ast.Insert, ast.Update, ast.Delete, ast.Truncate},
		levels:  []ast.Level{ast.Row, ast.Statement},
		columns: true, transition: true, deferrable: true, when: true,
	})
	if !ok {
		return nil
	}
	headers := apart(h)
	for _, one := range headers {
		if !p.rules(*one) {
			return nil
		}
	}
	u := p.unit("")
	for i, one := range headers {
		cond := p.conditionIn(one, &h)
		if p.failed {
			return nil
		}
		u.Doc = "runs statements " + strings.ToLower(h.Timing.String()) + " " + eventNames(&h) + whenDoc(cond)
		t := p.runTrigger(one, &h, cond, suffixOf(i, one))
		if p.failed {
			return nil
		}
		share(u, t)
		u.Triggers = append(u.Triggers, t)
	}
	u.Statements, u.Header = p.Directive.Arg(runDo).Stmts, &h
	return u
}

// emptyTable returns a WITH query that stands for a transition table that an
// event has not.
func (p *Pass) emptyTable(name string) string {
	return pgname.Quote(name) + " AS (SELECT (NULL::" + pgname.Qualify(p.Table.Schema, p.Table.Name) + ").* WHERE false)"
}

// runTrigger returns the trigger under a header, which may be for one of
// the events of the whole.
func (p *Pass) runTrigger(h, whole *ast.Header, cond *expr.Expr, suffix string) *ir.Trigger {
	t := p.trigger(h, suffix)
	scope := p.value(whole)
	scope.Pseudo = false
	scope.Rows = h.Level == ast.Row
	var with withQueries
	for _, table := range []struct{ whole, here *ast.Ident }{{whole.OldTable, h.OldTable}, {whole.NewTable, h.NewTable}} {
		if table.whole == nil {
			continue
		}
		scope.Tables = append(scope.Tables, table.whole.Name)
		if table.here == nil { // no row of the event has it
			with.empty = append(with.empty, p.emptyTable(table.whole.Name))
		}
	}
	if cond != nil && h.Level == ast.Statement && (cond.UsesOld() || cond.UsesNew()) {
		f := p.filtered(t, h, cond)
		if f == nil {
			return nil
		}
		with.filtered = f.with()
	}
	var body []ir.Stmt
	for _, sql := range p.Directive.Arg(runDo).Stmts {
		e := scope.Check(sql)
		if e.Bad() {
			p.failed = true
			continue
		}
		if cond == nil {
			p.endless(h, sql)
		}
		stmt := p.statement(sql, e, with)
		if q, ok := sql.Root.(*ast.Query); ok && len(q.Returning) > 0 {
			body = append(body, p.returned(h, q, stmt)...)
			continue
		}
		body = append(body, stmt)
	}
	if p.failed {
		return nil
	}
	if slices.ContainsFunc(body, func(s ir.Stmt) bool { e, ok := s.(ir.Exec); return ok && strings.HasPrefix(e.SQL, "FOR "+loopVariable) }) {
		t.Function.Vars = [][2]string{{loopVariable, "record"}}
	}
	if with.filtered == nil {
		var tested []string
		if t.When, tested = conjuncts(cond); len(tested) > 0 {
			body = []ir.Stmt{ir.If{Cond: conjunction(tested), Then: body}}
		}
	}
	t.Function.Header = useColumn
	t.Function.Body = append(body, runReturn(h))
	return t
}

// withQueries stand for transition tables in the statements.
type withQueries struct {
	filtered []string // with only the rows that meet the condition
	empty    []string // which the event does not have
}

// endless reports a statement that fires its own trigger again, whatever the
// rows are.
func (p *Pass) endless(h *ast.Header, sql *ast.SQL) {
	q, ok := sql.Root.(*ast.Query)
	if !ok || q.Target == nil || h.Level != ast.Statement || p.DB.RelationAt(q.Target.Name, sql.Span.File, sql.Span.Start) != p.Table {
		return
	}
	event := map[ast.QueryKind]ast.Event{ast.InsertQuery: ast.Insert, ast.UpdateQuery: ast.Update, ast.DeleteQuery: ast.Delete}[q.Kind]
	if slices.ContainsFunc(h.Events, func(e ast.EventSpec) bool { return e.Event == event && len(e.Columns) == 0 }) {
		p.errorf("endless-recursion", sql.Span, "54001", "guard it by WHEN (pg_trigger_depth() < 1)",
			"the statement fires this trigger again, without end: stack depth limit exceeded")
	}
}

// runReturn ends the function so that the row goes on as it is.
func runReturn(h *ast.Header) ir.Stmt {
	if h.Timing == ast.InsteadOf {
		before := *h
		before.Timing = ast.Before
		return passOn(&before)
	}
	return passOn(h)
}

// statement renders one statement. PL/pgSQL wants PERFORM where a query's
// result is not used.
func (p *Pass) statement(sql *ast.SQL, e *expr.Expr, with withQueries) ir.Stmt {
	q, ok := sql.Root.(*ast.Query)
	text := e.SQL()
	first, rest := cutWord(text)
	if state := refused[strings.ToUpper(first)]; state != "" {
		p.errorf("run-statement", source.Span{File: sql.Span.File, Start: sql.Span.Start, End: sql.Span.Start + len(first)}, state, "",
			"%s cannot run in a trigger", strings.ToUpper(first))
		return nil
	}
	if strings.EqualFold(first, "EXECUTE") {
		// In PL/pgSQL it takes a text, and no name of a prepared statement.
		name, args := cutWord(rest)
		if !strings.EqualFold(name, "format") || !strings.HasPrefix(args, "(") {
			p.errorf("run-statement", sql.Span, "", "write EXECUTE format('…', …)", "EXECUTE takes a text, which only format() can make here")
			return nil
		}
		text = "EXECUTE pg_catalog." + rest
	}
	if list := append(with.filtered, with.empty...); len(list) > 0 {
		second, more := cutWord(rest)
		recursive := strings.EqualFold(first, "WITH") && strings.EqualFold(second, "RECURSIVE")
		queries := strings.Join(list, ",\n")
		switch {
		case (!ok || q.Kind == ast.OtherQuery) && len(with.filtered) == 0:
			p.errorf("run-statement", sql.Span, "", "write a directive for each event", "this statement cannot be told which transition tables its event has")
			return nil
		case !ok || q.Kind == ast.OtherQuery || recursive && len(with.filtered) > 0:
			p.errorf("run-statement", sql.Span, "", "leave out the condition, and write it in the statement",
				"the transition tables cannot be filtered for this statement")
			return nil
		case recursive:
			text = "WITH RECURSIVE " + queries + ",\n" + more
		case strings.EqualFold(first, "WITH"):
			text = "WITH " + queries + ",\n" + rest
		default:
			text = "WITH " + queries + "\n" + text
		}
		first, rest = cutWord(text)
	}
	if !ok || q.Kind != ast.SelectQuery {
		return ir.Exec{SQL: text}
	}
	if strings.EqualFold(first, "SELECT") {
		return ir.Exec{SQL: "PERFORM " + rest}
	}
	// WITH can hold what writes, which a subquery cannot.
	return ir.Exec{SQL: "FOR " + loopVariable + " IN " + text + " LOOP\nEND LOOP"}
}

// returned completes a statement with RETURNING: what it returns goes into the
// columns of NEW of the same names, where the row can still be changed. An
// INSTEAD OF that comes to no row has written none.
func (p *Pass) returned(h *ast.Header, q *ast.Query, stmt ir.Stmt) []ir.Stmt {
	deletes := slices.ContainsFunc(h.Events, func(e ast.EventSpec) bool { return e.Event == ast.Delete })
	if h.Level != ast.Row || h.Timing == ast.After || deletes {
		p.errorf("run-returning", q.Returning[0].Span, "42601", "leave out RETURNING",
			"nothing takes what the statement returns: only BEFORE and INSTEAD OF an INSERT or UPDATE of a row does it go into the row")
		return nil
	}
	var into []string
	seen := map[string]bool{}
	for _, r := range q.Returning {
		if help := map[string]string{"*": "list the columns", "?column?": "write AS and the column"}[r.Name]; help != "" {
			p.errorf("run-returning", r.Span, "", help, "RETURNING must name the columns of %q that it sets", p.Table.Name)
			return nil
		}
		c := p.column(r)
		if c == nil || !p.assignable(h, c, r.Span) {
			return nil
		}
		if seen[c.Name] {
			p.errorf("duplicate-column", r.Span, "42601", "leave one out", "column %q is returned twice", c.Name)
			return nil
		}
		seen[c.Name] = true
		into = append(into, "NEW."+pgname.Quote(c.Name))
	}
	exec, ok := stmt.(ir.Exec)
	if !ok {
		return nil
	}
	exec.SQL += " INTO " + strings.Join(into, ", ")
	list := []ir.Stmt{exec}
	if h.Timing == ast.InsteadOf {
		list = append(list, ir.If{Cond: "NOT FOUND", Then: []ir.Stmt{ir.Return{Row: "NULL"}}})
	}
	return list
}

// refused are commands that Postgres, or PL/pgSQL, refuses in a trigger's
// function, by their first word, with the SQLSTATE.
var refused = map[string]string{
	"ABORT": "0A000", "BEGIN": "0A000", "COMMIT": "2D000", "COPY": "0A000", "END": "2D000", "PREPARE": "0A000",
	"RELEASE": "0A000", "ROLLBACK": "2D000", "SAVEPOINT": "0A000", "START": "0A000", "VACUUM": "25001",
}

// loopVariable takes the rows that nobody wants.
const loopVariable = "trigc_row"

func cutWord(text string) (first, rest string) {
	i := strings.IndexFunc(text, func(c rune) bool { return !('a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || c == '_') })
	if i < 0 {
		return text, ""
	}
	return text[:i], strings.TrimLeft(text[i:], " \n\t")
}
