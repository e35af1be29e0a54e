package lint

import (
	"fmt"
	"slices"
	"strings"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
)

// absentRow finds reads of OLD and NEW where there is none: they are NULL, and
// no error says so.
var absentRow = &Check{
	Code: "absent-row", Severity: diag.Warning,
	Doc: "There is no OLD in INSERT, no NEW in DELETE, and neither FOR EACH STATEMENT. In a body each column of them is NULL there, so a comparison with it is never true, and " +
		"what is assigned to it is lost. Nothing is said where the statement is also for another event, or NULL is meant: IS NULL, IS DISTINCT FROM, COALESCE.",
	Run: func(p *Pass) {
		var blocks []*ast.Block
		executed := map[*ast.Block][]body{}
		p.allBodies(func(b body) {
			if b.unit != nil && b.unit.Block == nil {
				return // an error says so
			}
			if executed[b.block] == nil {
				blocks = append(blocks, b.block)
			}
			executed[b.block] = append(executed[b.block], b)
		})
		for _, block := range blocks {
			p.absentRows(executed[block])
		}
	},
}

// A rowUse is a place where a body reads a row, or assigns to a column of it.
type rowUse struct {
	stmt     ast.PLStmt
	ref      *ast.ColumnRef // nil if it is assigned
	target   ast.Variable
	row      string
	column   string // "" of the whole row
	compared bool   // with something, to which NULL is never equal
}

func (u rowUse) key() ast.Pos {
	if u.ref != nil {
		return u.ref.Pos
	}
	return u.target.Pos
}

// absentRows reports on a body, for all triggers that execute it.
func (p *Pass) absentRows(list []body) {
	b := list[0]
	if slices.ContainsFunc(list, body.byDefault) || b.says("tg_argv") || b.keepsOperation() {
		return // statement-default says so, or what it is for is told otherwise
	}
	var uses []rowUse
	present := map[ast.Pos]bool{} // there is a row at some firing
	why := map[ast.Pos]string{}   // there is none
	for _, b := range list {
		for _, e := range b.header().Events {
			f := b.facts(e.Event)
			for _, u := range b.uses(f) {
				switch key := u.key(); {
				case !slices.Contains(f.absent, u.row):
					present[key] = true
				case why[key] == "":
					why[key] = "in " + e.Event.String()
					if b.header().Level == ast.Statement {
						why[key] = "FOR EACH STATEMENT"
					}
					uses = append(uses, u)
				}
			}
		}
	}
	if len(uses) == 0 {
		return
	}
	// What UPDATE of rows would not get to is kept for the firings without a row.
	open := map[ast.Pos]bool{}
	f := b.facts(ast.Update)
	f.words["tg_level"], f.absent = "ROW", nil
	for _, u := range b.uses(f) {
		open[u.key()] = true
	}
	type place struct {
		stmt ast.PLStmt
		row  string
	}
	best := map[place]*rowUse{}
	var order []place
	for _, u := range uses {
		if present[u.key()] || open[u.key()] && (p.DB.Opaque || !u.compared && b.says("tg_op")) {
			continue
		}
		at := place{u.stmt, u.row}
		if best[at] == nil {
			order = append(order, at)
		}
		if best[at] == nil || u.compared && !best[at].compared {
			best[at] = &u
		}
	}
	for _, at := range order {
		u := best[at]
		row := strings.ToUpper(u.row)
		d := diag.Diagnostic{
			Span: u.key().At, Related: []diag.Related{{Span: b.Decl.Name.Span, Message: "trigger declared here"}},
			Help: map[string]string{"old": "write NEW", "new": "write OLD"}[u.row],
		}
		d.Message = fmt.Sprintf("there is no %s %s", row, why[u.key()])
		if why[u.key()] == "FOR EACH STATEMENT" {
			d.Help = "write FOR EACH ROW, or read the rows from a transition table"
		}
		switch {
		case u.ref == nil:
			d.Message += ": nothing comes of what is assigned to it"
			if u.row == "new" && d.Help == "write OLD" {
				d.Help = "leave it out, and return OLD"
			}
		case u.compared:
			d.Message += ": this is NULL, and a comparison with it is never true"
		default:
			d.Message += ": this is NULL"
		}
		p.Report(d)
	}
}

// keepsOperation reports whether a body keeps TG_OP in a variable, and so may ask
// for it in ways that are not followed.
func (b body) keepsOperation() bool {
	kept := false
	operation := func(text *ast.SQL) {
		if text != nil {
			_, of := during(ast.Insert).word(text.Root)
			kept = kept || of
		}
	}
	ast.WalkStmt(b.block, func(s ast.PLStmt) {
		switch s := s.(type) {
		case *ast.Block:
			for _, d := range s.Decls {
				operation(d.Default)
				kept = kept || len(d.Alias) > 0
			}
		case *ast.Assign:
			operation(s.Value)
		}
	})
	return kept
}

// uses returns what a body does with OLD and NEW where it gets to at a firing,
// and where NULL is not meant.
func (b body) uses(f facts) []rowUse {
	return b.follow(f).list
}

// follow follows a body at a firing.
func (b body) follow(f facts) *rowUses {
	w := &rowUses{body: b, facts: f}
	w.stmts([]ast.PLStmt{b.block})
	return w
}

type rowUses struct {
	body
	facts facts
	// all is set if also what is done where NULL is meant counts, and sole if
	// COALESCE does, too.
	all, sole bool
	stmt      ast.PLStmt
	list      []rowUse
	// What it gets to: statements, and what they assign.
	reached []ast.PLStmt
	targets []ast.Variable
}

// stmts follows statements as ending does.
func (w *rowUses) stmts(list []ast.PLStmt) {
	for _, s := range list {
		w.reached = append(w.reached, s)
		w.one(s)
		if !w.facts.endingOf(s).falls {
			return
		}
	}
}

func (w *rowUses) one(s ast.PLStmt) {
	arms := func(arg *ast.SQL, list []ast.Arm, rest []ast.PLStmt) {
		for _, a := range list {
			w.sql(s, a.Cond)
			cond := w.facts.ofArm(arg, a)
			if cond == isFalse {
				continue
			}
			w.stmts(a.Stmts)
			if cond == isTrue {
				return
			}
		}
		w.stmts(rest)
	}
	switch s := s.(type) {
	case *ast.If:
		arms(nil, s.Arms, s.Else)
		return
	case *ast.CaseStmt:
		if s.Arg != nil {
			w.sql(s, s.Arg)
		}
		arms(s.Arg, s.Arms, s.Else)
		return
	case *ast.Return:
		if s.Value == nil || returnedRow(s.Value.Root) != "?" {
			return
		}
	}
	sql, targets := parts(s)
	w.sql(s, sql...)
	w.targets = append(w.targets, targets...)
	for _, v := range targets {
		row, column := rowOf(v.Names, false)
		if w.Table.Column(column) != nil && !w.shadows(v) && !readsBack(w.block, row, column) && (w.header().Level == ast.Statement || row == "new" && w.header().Timing != ast.After) {
			w.list = append(w.list, rowUse{stmt: s, target: v, row: row, column: column})
		}
	}
	for _, list := range ast.Nested(s) {
		w.stmts(list)
	}
}

// sql notes what the texts of a statement read.
func (w *rowUses) sql(s ast.PLStmt, texts ...*ast.SQL) {
	w.stmt = s
	from := len(w.list)
	other := map[string][]string{"old": nil, "new": nil}
	for _, text := range texts {
		if len(textRows(text)) == 0 {
			w.expr(text.Root, false)
		}
		eachRef(text, func(_ *ast.ColumnRef, row, column string) { other[row] = append(other[row], column) })
	}
	// OLD.a beside NEW.a, in a row of a log: NULL is what was, or what is to be.
	w.list = append(w.list[:from], slices.DeleteFunc(w.list[from:], func(u rowUse) bool {
		beside := map[string]string{"old": "new", "new": "old"}[u.row]
		return !w.all && !u.compared && !slices.Contains(w.facts.absent, beside) && slices.Contains(other[beside], u.column)
	})...)
}

// textRows returns the names of a query's own that are old or new.
func textRows(text *ast.SQL) (names []string) {
	note := func(name string) {
		if name == "old" || name == "new" {
			names = append(names, name)
		}
	}
	ast.Walk(text.Root, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Relation:
			note(n.Alias)
			note(n.Name.Name)
		case *ast.Alias:
			note(n.Name)
		case *ast.CTE:
			note(n.Name)
		}
		return true
	})
	return names
}

// comparing are the operators that are never true of NULL.
var comparing = []string{"=", "<>", "!=", "<", ">", "<=", ">=", "~", "~*", "!~", "!~*", "~~", "~~*", "!~~", "!~~*"}

// meansNull are functions that take a value that is NULL as one among others.
var meansNull = []string{
	"concat", "concat_ws", "format", "num_nulls", "num_nonnulls", "json_build_object", "jsonb_build_object", "json_build_array", "jsonb_build_array",
	"to_json", "to_jsonb", "row_to_json", "quote_nullable", "hstore",
}

func (w *rowUses) expr(n ast.Node, compared bool) {
	each := func(list []ast.Node, compared bool) {
		for _, n := range list {
			w.expr(n, compared)
		}
	}
	switch n := n.(type) {
	case nil:
		return
	case *ast.NullTest, *ast.BoolTest:
		if w.all {
			each(ast.Children(n), false)
		}
	case *ast.ColumnRef:
		row, column := rowOf(n.Parts, n.Star)
		if row == "" || column == "" && !n.Star && !compared || column != "" && (w.assigns(row, column) || w.Table.Column(column) == nil) || w.assigns(row, "") || w.shadows(ast.Variable{Names: n.Parts}) {
			return
		}
		w.list = append(w.list, rowUse{stmt: w.stmt, ref: n, row: row, column: column, compared: compared})
	case *ast.Bool:
		decides := map[ast.BoolOp]truth{ast.And: isFalse, ast.Or: isTrue}[n.Op]
		if decides != 0 && w.facts.of(n) == decides || !w.all && n.Op == ast.Or && w.either(n.Args) {
			return
		}
		each(n.Args, false)
	case *ast.Case:
		if n.Arg != nil {
			w.expr(n.Arg, true)
		}
		for _, arm := range n.Whens {
			var cond truth
			if n.Arg == nil {
				w.expr(arm.Cond, false)
				cond = w.facts.of(arm.Cond)
			} else {
				cond = w.facts.ofArm(&ast.SQL{Root: n.Arg}, ast.Arm{Cond: &ast.SQL{Root: arm.Cond}})
			}
			if cond != isFalse {
				w.expr(arm.Result, compared)
			}
			if cond == isTrue {
				return
			}
		}
		w.expr(n.Else, compared)
	case *ast.Op:
		switch {
		case !w.all && (n.Kind == ast.DistinctOp || n.Kind == ast.NotDistinct || n.Kind == ast.NullIfOp):
			return
		case n.Kind != ast.PlainOp, slices.Contains(comparing, n.Name.Name):
			compared = true
		}
		each(ast.Children(n), compared)
	case *ast.Call:
		if w.all || !slices.Contains(meansNull, n.Func.Name) {
			each(n.Args, false)
		}
	case *ast.List:
		if w.sole || n.Kind != ast.CoalesceList && (w.all || n.Kind != ast.MinMaxList && (n.Kind == ast.RowList || !w.either(n.Args))) {
			each(n.Args, compared)
		}
	case *ast.Cast:
		w.expr(n.Arg, compared)
	case *ast.SubLink:
		w.expr(n.Test, true)
		w.expr(n.Query, false)
	default:
		each(ast.Children(n), false)
	}
}

// either reports whether some of a list read a column of OLD, and others that
// of NEW: one of them may be missing.
func (w *rowUses) either(list []ast.Node) bool {
	rows := map[string][]string{} // by column, of those that read one row alone
	for _, n := range list {
		reads := map[string]string{}
		eachRef(&ast.SQL{Root: n}, func(_ *ast.ColumnRef, row, column string) {
			if of := reads[column]; of != "" && of != row {
				row = "both"
			}
			reads[column] = row
		})
		for column, row := range reads {
			rows[column] = append(rows[column], row)
		}
	}
	for _, of := range rows {
		if slices.Contains(of, "old") && slices.Contains(of, "new") {
			return true
		}
	}
	return false
}

// fills reports whether a body assigns to a column of a row where it gets to at a
// firing: a row that was NULL is none any more.
func (b body) fills(row string, f facts) bool {
	return slices.ContainsFunc(b.follow(f).targets, func(v ast.Variable) bool {
		of, column := rowOf(v.Names, false)
		return of == row && column != ""
	})
}
