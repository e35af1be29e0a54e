package kind

import (
	"fmt"
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
		"With a condition on rows, a trigger FOR EACH STATEMENT sees only the rows that meet it in its transition tables.",
	Example: "run outbox after insert or update do (INSERT INTO outbox (post_id, slug) VALUES (NEW.id, NEW.slug))\n" +
		"run forget after delete for each statement referencing old table as gone\n" +
		"  do (DELETE FROM locks AS l USING gone AS g WHERE l.post_id = g.id)",
	Params: []*ast.Param{runDo},
	Lower:  lowerRun,
}

var runDo = &ast.Param{Keyword: "DO", Form: ast.StatementsForm, Needed: true, Doc: "the statements"}

func lowerRun(p *Pass) *ir.Unit {
	h, ok := p.header(defaults{
		timings: []ast.Timing{ast.After, ast.Before, ast.InsteadOf},
		events:  []ast.Event{ast.Insert, ast.Update, ast.Delete, ast.Truncate},
		levels:  []ast.Level{ast.Row, ast.Statement},
		columns: true, transition: true, deferrable: true, when: true,
	})
	if !ok || !p.rules(h) {
		return nil
	}
	cond := p.condition(&h)
	if p.failed {
		return nil
	}
	t := p.trigger(&h, "")
	scope := p.value(&h)
	scope.Pseudo = false
	scope.Rows = h.Level == ast.Row
	for _, name := range []string{t.OldTable, t.NewTable} {
		if name != "" {
			scope.Tables = append(scope.Tables, name)
		}
	}
	var with []string
	if cond != nil && h.Level == ast.Statement && (cond.UsesOld() || cond.UsesNew()) {
		if with = p.filtered(t, &h, cond); p.failed {
			return nil
		}
	}
	var body []ir.Stmt
	for _, sql := range p.Directive.Arg(runDo).Stmts {
		e := scope.Check(sql)
		if e.Bad() {
			p.failed = true
			continue
		}
		body = append(body, p.statement(sql, e, with))
	}
	if p.failed {
		return nil
	}
	if slices.ContainsFunc(body, func(s ir.Stmt) bool { e, ok := s.(ir.Exec); return ok && strings.HasPrefix(e.SQL, "FOR "+loopVariable) }) {
		t.Function.Vars = [][2]string{{loopVariable, "record"}}
	}
	if cond != nil && with == nil {
		var tested []string
		t.When, tested = cond.Split()
		if len(tested) > 0 {
			body = []ir.Stmt{ir.If{Cond: conjunction(tested), Then: body}}
		}
	}
	t.Function.Header = useColumn
	t.Function.Body = append(body, runReturn(&h))
	return one(p.unit("runs statements "+strings.ToLower(h.Timing.String())+" "+eventNames(&h)+whenDoc(cond)), t)
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
func (p *Pass) statement(sql *ast.SQL, e *expr.Expr, with []string) ir.Stmt {
	q, ok := sql.Root.(*ast.Query)
	text := e.SQL()
	first, rest := cutWord(text)
	if state := refused[strings.ToUpper(first)]; state != "" {
		p.errorf("run-statement", source.Span{File: sql.Span.File, Start: sql.Span.Start, End: sql.Span.Start + len(first)}, state, "",
			"%s cannot run in a trigger", strings.ToUpper(first))
		return nil
	}
	if len(with) > 0 {
		second, _ := cutWord(rest)
		recursive := strings.EqualFold(first, "WITH") && strings.EqualFold(second, "RECURSIVE")
		switch {
		case !ok || q.Kind == ast.OtherQuery || recursive:
			p.errorf("run-statement", sql.Span, "", "leave out the condition, and write it in the statement",
				"the transition tables cannot be filtered for this statement")
			return nil
		case strings.EqualFold(first, "WITH"):
			text = "WITH " + strings.Join(with, ",\n") + ",\n" + rest
		default:
			text = "WITH " + strings.Join(with, ",\n") + "\n" + text
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

// filtered returns WITH queries that stand for the transition tables, with
// only the rows that meet the condition. Where it compares old and new rows
// they are paired by key, once, by a FULL JOIN (see statementGuard); a row
// whose key changed has no other half, and each half is passed on.
func (p *Pass) filtered(t *ir.Trigger, h *ast.Header, cond *expr.Expr) []string {
	if len(h.Events) != 1 || h.OldTable == nil && h.NewTable == nil {
		p.errorf("transition-table", h.WhenSpan, "42P17", "write REFERENCING OLD TABLE AS … NEW TABLE AS …",
			"a condition on the rows of a statement filters its transition tables, and there are none")
		return nil
	}
	// Either table's rows may hang on the other's.
	pair := h.Events[0].Event == ast.Update &&
		(cond.UsesOld() && (cond.UsesNew() || h.NewTable != nil) || cond.UsesNew() && h.OldTable != nil)
	if !pair {
		name, alias := t.OldTable, "old"
		if name == "" {
			name, alias = t.NewTable, "new"
		}
		name = pgname.Quote(name)
		return []string{name + " AS (SELECT " + alias + ".* FROM " + name + " AS " + alias + " WHERE " + cond.SQL() + ")"}
	}
	if !p.needsKey(true, true, h) {
		return nil
	}
	if t.OldTable == "" {
		t.OldTable = oldTable
	}
	if t.NewTable == "" {
		t.NewTable = newTable
	}
	var on, list, olds, news []string
	for _, c := range p.Table.RowKey() {
		on = append(on, same("OLD", "NEW", c))
	}
	for i, c := range p.Table.Columns {
		n := pgname.Quote(c.Name)
		o, w := fmt.Sprintf("o%d", i+1), fmt.Sprintf("n%d", i+1)
		list = append(list, "OLD."+n+" AS "+o, "NEW."+n+" AS "+w)
		olds, news = append(olds, o+" AS "+n), append(news, w+" AS "+n)
	}
	key := pgname.Quote(p.Table.RowKey()[0].Name)
	at := slices.Index(p.Table.Columns, p.Table.RowKey()[0]) + 1
	with := []string{"trigc_pairs AS MATERIALIZED (SELECT " + strings.Join(list, ", ") + " FROM " + pgname.Quote(t.OldTable) + " AS old FULL JOIN " +
		pgname.Quote(t.NewTable) + " AS new ON " + strings.Join(on, " AND ") +
		" WHERE OLD." + key + " IS NULL OR NEW." + key + " IS NULL OR (" + cond.SQL() + "))"}
	if h.OldTable != nil {
		with = append(with, fmt.Sprintf("%s AS (SELECT %s FROM trigc_pairs WHERE o%d IS NOT NULL)", pgname.Quote(h.OldTable.Name), strings.Join(olds, ", "), at))
	}
	if h.NewTable != nil {
		with = append(with, fmt.Sprintf("%s AS (SELECT %s FROM trigc_pairs WHERE n%d IS NOT NULL)", pgname.Quote(h.NewTable.Name), strings.Join(news, ", "), at))
	}
	return with
}
