package lint

import (
	"fmt"
	"slices"
	"strings"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/schema"
)

// What a function returns BEFORE a row is written is the row, and NULL makes
// Postgres go on without it (manual, section 39.1). NEW is NULL in DELETE, and
// OLD in INSERT.

// cancelledDelete finds triggers that let no row be deleted without saying so.
var cancelledDelete = &Check{
	Code: "cancelled-delete", Severity: diag.Warning,
	Doc: "A trigger BEFORE DELETE that returns NULL, or NEW, which is NULL there, lets no row be deleted, and no error says so. " +
		"ON DELETE CASCADE does not notice, either: rows stay that refer to nothing.",
	Run: func(p *Pass) {
		p.returned(ast.Delete, "new", func(r *ast.Return, b body) {
			p.Report(diag.Diagnostic{
				Span:    r.Span(),
				Message: fmt.Sprintf("trigger %q returns NEW in DELETE, which is NULL: no row of %q is ever deleted", b.Name, b.Table.Name),
				Help:    "return OLD where TG_OP is 'DELETE'",
				Related: []diag.Related{{Span: b.Decl.Name.Span, Message: "trigger declared here"}},
			})
		})
		p.returned(ast.Delete, "", func(r *ast.Return, b body) {
			if b.meansNull() {
				return
			}
			d := diag.Diagnostic{
				Span:    r.Span(),
				Message: fmt.Sprintf("trigger %q returns NULL in DELETE: no row of %q is ever deleted, and no error says so", b.Name, b.Table.Name),
				Help:    "return OLD, or raise an error",
				Related: []diag.Related{{Span: b.Decl.Name.Span, Message: "trigger declared here"}},
			}
			stranded(&d, b.Table, ast.Delete)
			p.Report(d)
		})
	},
}

// swallowedRow finds triggers that let no row be inserted or changed without
// saying so.
var swallowedRow = &Check{
	Code: "swallowed-row", Severity: diag.Warning,
	Doc: "A trigger BEFORE INSERT or UPDATE that returns NULL, or OLD in INSERT, which is NULL there, lets no row be written. BEFORE UPDATE, OLD undoes the change. " +
		"And what is assigned to NEW is lost if NULL is returned.",
	Run: func(p *Pass) {
		p.returned(ast.Insert, "old", func(r *ast.Return, b body) {
			p.Report(diag.Diagnostic{
				Span:    r.Span(),
				Message: fmt.Sprintf("trigger %q returns OLD in INSERT, which is NULL: no row of %q is ever inserted", b.Name, b.Table.Name),
				Help:    "return NEW",
				Related: []diag.Related{{Span: b.Decl.Name.Span, Message: "trigger declared here"}},
			})
		})
		p.returned(ast.Update, "old", func(r *ast.Return, b body) {
			p.Report(diag.Diagnostic{
				Span:    r.Span(),
				Message: fmt.Sprintf("trigger %q returns OLD in UPDATE: every change of a row of %q is undone, and no error says so", b.Name, b.Table.Name),
				Help:    "return NEW, or raise an error",
				Related: []diag.Related{{Span: b.Decl.Name.Span, Message: "trigger declared here"}},
			})
		})
		told := map[*schema.Trigger]bool{}
		for _, e := range []ast.Event{ast.Insert, ast.Update} {
			p.returned(e, "", func(r *ast.Return, b body) {
				at := assignsNew(b.block)
				if at == nil {
					return
				}
				told[b.Trigger] = true
				p.Report(diag.Diagnostic{
					Span:    r.Span(),
					Message: fmt.Sprintf("NULL makes Postgres go on without the row, so what trigger %q assigns to NEW is lost with it", b.Name),
					Help:    "return NEW",
					Related: []diag.Related{{Span: at.At, Message: "assigned here"}, {Span: b.Decl.Name.Span, Message: "trigger declared here"}},
				})
			})
		}
		for _, e := range []ast.Event{ast.Insert, ast.Update} {
			p.returned(e, "", func(r *ast.Return, b body) {
				if told[b.Trigger] || b.meansNull() {
					return
				}
				done := map[ast.Event]string{ast.Insert: "inserted", ast.Update: "updated"}[e]
				d := diag.Diagnostic{
					Span:    r.Span(),
					Message: fmt.Sprintf("trigger %q returns NULL in %s: no row of %q is ever %s, and no error says so", b.Name, e, b.Table.Name, done),
					Help:    "return NEW, or raise an error",
					Related: []diag.Related{{Span: b.Decl.Name.Span, Message: "trigger declared here"}},
				}
				stranded(&d, b.Table, e)
				p.Report(d)
			})
		}
	},
}

// stranded adds what becomes of foreign keys whose actions a trigger drops: Postgres
// does not look whether there is still a row.
func stranded(d *diag.Diagnostic, t *schema.Relation, e ast.Event) {
	words := map[ast.FKAction]string{ast.Cascade: "CASCADE", ast.SetNull: "SET NULL", ast.SetDefault: "SET DEFAULT"}
	for _, k := range t.Constraints {
		on, action := "DELETE", words[k.OnDelete]
		if e == ast.Update && k.OnDelete == ast.Cascade {
			action = ""
		}
		if e == ast.Update && action == "" {
			on, action = "UPDATE", words[k.OnUpdate]
		}
		if k.Kind != ast.ForeignKey || action == "" || e == ast.Delete && k.OnDelete != ast.Cascade || e == ast.Insert {
			continue
		}
		d.Message += fmt.Sprintf("; ON %s %s of %q leaves rows that refer to nothing", on, action, k.Name)
		d.Related = append(d.Related, diag.Related{Span: k.Decl, Message: "foreign key declared here"})
		return
	}
}

// meansNull reports whether NULL may be meant: what rows it is for is said, the
// body says a word to the client, or it is only for replicas.
func (b body) meansNull() bool {
	if b.State == ast.Disabled || b.State == ast.Replica || slices.ContainsFunc(b.header().Events, func(s ast.EventSpec) bool { return len(s.Columns) > 0 }) {
		return true
	}
	said := false
	ast.WalkStmt(b.block, func(s ast.PLStmt) {
		switch s := s.(type) {
		case *ast.Raise:
			said = said || s.Level == "WARNING" || s.Level == "NOTICE" || s.Level == "INFO"
		case *ast.Assert:
			said = true
		}
	})
	return said
}

// returned calls f for the triggers BEFORE each row that, for an event, return
// a row ("" is NULL) wherever they end, and never raise: with the last such
// RETURN. What writes rows itself may mean to put that in the row's place.
func (p *Pass) returned(e ast.Event, row string, f func(*ast.Return, body)) {
	p.allBodies(func(b body) {
		h := b.header()
		if h.Timing != ast.Before || h.Level != ast.Row || h.When != nil || b.unit != nil && b.unit.Condition != nil || !b.has(e) {
			return
		}
		o := ending([]ast.PLStmt{b.block}, e)
		if len(o.returns) == 0 || o.raises || o.unclear || o.falls {
			return
		}
		for _, r := range o.returns {
			if r.Value == nil || b.returns(r) != row {
				return
			}
		}
		if row == "new" && assignsWhole(b.block) || row != "new" && p.elsewhere(b) || row == "new" && b.fills(row, b.facts(e)) || row == "old" && e == ast.Insert && b.fills(row, b.facts(e)) {
			return
		}
		f(o.returns[len(o.returns)-1], b)
	})
}

// returnedRow returns "old" or "new", "" for NULL, or "?".
func returnedRow(n ast.Node) string {
	switch n := n.(type) {
	case *ast.ColumnRef:
		if row, column := rowOf(n.Parts, n.Star); row != "" && column == "" {
			return row
		}
	case *ast.Const:
		if n.Kind == ast.NullConst {
			return ""
		}
	case *ast.Cast:
		if returnedRow(n.Arg) == "" {
			return ""
		}
	}
	return "?"
}

// returns returns what returnedRow does, and "" for a row to which NULL has been
// assigned.
func (b body) returns(r *ast.Return) string {
	row := returnedRow(r.Value.Root)
	if row != "old" && row != "new" {
		return row
	}
	var whole []*ast.Assign
	others := 0
	ast.WalkStmt(b.block, func(s ast.PLStmt) {
		_, targets := parts(s)
		for _, v := range targets {
			if of, _ := rowOf(v.Names, false); of != row {
				continue
			}
			if a, ok := s.(*ast.Assign); ok && slices.Contains(b.block.Stmts, s) && len(v.Names) == 1 && returnedRow(a.Value.Root) == "" {
				whole = append(whole, a)
			} else {
				others++
			}
		}
	})
	if len(whole) == 1 && others == 0 && whole[0].Span().Start < r.Span().Start {
		return ""
	}
	return row
}

// elsewhere reports whether a body may put the row in another place: it has a
// statement that writes values of it, or a call that may.
func (p *Pass) elsewhere(b body) bool {
	found, variables := false, false
	ast.WalkStmt(b.block, func(s ast.PLStmt) {
		switch s := s.(type) {
		case *ast.Block:
			variables = variables || len(s.Decls) > 0
		case *ast.ForInteger, *ast.ForCursor:
			variables = true
		}
	})
	ast.WalkStmt(b.block, func(s ast.PLStmt) {
		sql, _ := parts(s)
		for _, text := range sql {
			found = found || p.callsOwn(text.Root)
		}
		switch s := s.(type) {
		case *ast.Execute:
			found = true
		case *ast.Perform:
			found = found || !onlyNotifies(s.Query.Root)
		case *ast.ExecSQL:
			q, ok := s.SQL.Root.(*ast.Query)
			switch {
			case !ok:
				found = true
			case writesRows(q):
				carries := variables
				eachRef(s.SQL, func(*ast.ColumnRef, string, string) { carries = true })
				found = found || carries
			case q.Kind == ast.OtherQuery:
				found = found || !strings.HasPrefix(strings.ToLower(s.SQL.Span.String()), "notify")
			}
		}
	})
	return found
}

// writesRows reports whether a query writes to a table, also in WITH.
func writesRows(q *ast.Query) bool {
	found := false
	ast.Walk(q, func(n ast.Node) bool {
		q, ok := n.(*ast.Query)
		found = found || ok && q.Target != nil
		return !found
	})
	return found
}

// onlyNotifies reports whether what is performed is pg_notify.
func onlyNotifies(n ast.Node) bool {
	q, ok := n.(*ast.Query)
	if !ok || q.Clauses == nil || len(q.Clauses.Targets) != 1 || len(q.Clauses.From) > 0 {
		return false
	}
	c, ok := q.Clauses.Targets[0].Expr.(*ast.Call)
	return ok && c.Func.Name == "pg_notify"
}

// callsOwn reports whether an expression calls a function that is not Postgres's own.
func (p *Pass) callsOwn(n ast.Node) bool {
	found := false
	ast.Walk(n, func(n ast.Node) bool {
		if c, ok := n.(*ast.Call); ok {
			own := c.Func.Schema != "" && c.Func.Schema != "pg_catalog"
			found = found || own || len(p.DB.LookupFunctionsAt(c.Func, c.Func.Span.File, c.Func.Span.Start)) > 0
		}
		return !found
	})
	return found
}

// assignsNew returns what of NEW a body assigns first, or nil.
func assignsNew(block *ast.Block) *ast.Variable {
	var found *ast.Variable
	ast.WalkStmt(block, func(s ast.PLStmt) {
		_, targets := parts(s)
		for _, v := range targets {
			if row, column := rowOf(v.Names, false); found == nil && row == "new" && column != "" {
				found = &v
			}
		}
	})
	return found
}

// assignsWhole reports whether a body assigns NEW or OLD as a whole.
func assignsWhole(block *ast.Block) bool {
	found := false
	ast.WalkStmt(block, func(s ast.PLStmt) {
		_, targets := parts(s)
		for _, v := range targets {
			row, column := rowOf(v.Names, false)
			found = found || row != "" && column == ""
		}
	})
	return found
}
