package lint

import (
	"slices"
	"strings"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/ir"
	"github.com/trigc/trigc/internal/schema"
)

// A body is a trigger with the PL/pgSQL that it executes.
type body struct {
	*schema.Trigger // of a directive, it has a name, a table, a header and a state alone
	block           *ast.Block
	unit            *ir.Unit // nil if it is hand-written
}

// bodies calls f for each hand-written trigger whose function is PL/pgSQL
// that could be parsed.
func (p *Pass) bodies(f func(body)) {
	for _, rel := range p.DB.Relations() {
		for _, t := range rel.Triggers {
			if t.Table == rel && t.Func != nil && t.Func.Decl.Block != nil {
				f(body{t, t.Func.Decl.Block, nil})
			}
		}
	}
}

// allBodies calls f for what directives run, too: a body, or statements that
// are one.
func (p *Pass) allBodies(f func(body)) {
	p.bodies(f)
	for _, u := range p.Units {
		block := u.Block
		if block == nil && len(u.Statements) > 0 {
			block = &ast.Block{Pos: ast.Pos{At: u.Span}}
			for _, s := range u.Statements {
				block.Stmts = append(block.Stmts, &ast.ExecSQL{Pos: ast.Pos{At: s.Span}, SQL: s})
			}
		}
		if block == nil {
			continue
		}
		decl := &ast.CreateTrigger{Name: ast.Ident{Name: u.Name, Span: u.NameSpan}, Header: *u.Header}
		f(body{&schema.Trigger{Name: u.Name, Table: u.Table, Decl: decl, State: u.Triggers[0].State}, block, u})
	}
}

func (b body) header() *ast.Header { return &b.Decl.Header }

func (b body) has(e ast.Event) bool {
	return slices.ContainsFunc(b.header().Events, func(s ast.EventSpec) bool { return s.Event == e })
}

// says reports whether the text of the function has a word, in any case.
func (b body) says(word string) bool {
	return strings.Contains(strings.ToLower(b.block.Span().String()), word)
}

// parts returns the SQL of a statement, without that of statements in it, and
// the variables that it sets.
func parts(s ast.PLStmt) (sql []*ast.SQL, targets []ast.Variable) {
	into := func(i *ast.Into) {
		if i != nil {
			targets = append(targets, i.Targets...)
		}
	}
	args := func(list []ast.CursorArg) {
		for _, a := range list {
			sql = append(sql, a.Value)
		}
	}
	switch s := s.(type) {
	case *ast.Block:
		for _, d := range s.Decls {
			sql = append(sql, d.Default)
			if d.Cursor != nil {
				sql = append(sql, d.Cursor.Query)
			}
		}
	case *ast.Assign:
		sql, targets = []*ast.SQL{s.Value}, []ast.Variable{s.Target}
	case *ast.If:
		for _, a := range s.Arms {
			sql = append(sql, a.Cond)
		}
	case *ast.CaseStmt:
		sql = append(sql, s.Arg)
		for _, a := range s.Arms {
			sql = append(sql, a.Cond)
		}
	case *ast.While:
		sql = []*ast.SQL{s.Cond}
	case *ast.ForInteger:
		sql = []*ast.SQL{s.Lower, s.Upper, s.By}
	case *ast.ForQuery:
		sql, targets = []*ast.SQL{s.Query}, s.Targets
	case *ast.ForExecute:
		sql, targets = append([]*ast.SQL{s.Text}, s.Using...), s.Targets
	case *ast.ForCursor:
		args(s.Args)
	case *ast.Foreach:
		sql, targets = []*ast.SQL{s.Array}, s.Targets
	case *ast.Exit:
		sql = []*ast.SQL{s.When}
	case *ast.Return:
		sql = []*ast.SQL{s.Value}
	case *ast.Raise:
		sql = append(sql, s.Params...)
		for _, o := range s.Options {
			sql = append(sql, o.Value)
		}
	case *ast.Assert:
		sql = []*ast.SQL{s.Cond, s.Message}
	case *ast.Perform:
		sql = []*ast.SQL{s.Query}
	case *ast.ExecSQL:
		sql = []*ast.SQL{s.SQL}
		into(s.Into)
	case *ast.Execute:
		sql = append([]*ast.SQL{s.Text}, s.Using...)
		into(s.Into)
	case *ast.GetDiagnostics:
		for _, i := range s.Items {
			targets = append(targets, i.Target)
		}
	case *ast.Open:
		sql = append([]*ast.SQL{s.Query, s.Text}, s.Using...)
		args(s.Args)
	case *ast.Fetch:
		sql = []*ast.SQL{s.Count}
		into(s.Into)
	}
	return slices.DeleteFunc(sql, func(s *ast.SQL) bool { return s == nil || s.Root == nil }), targets
}

// eachSQL calls f for the texts of SQL in all bodies, for each trigger that
// executes them.
func (p *Pass) eachSQL(f func(b body, sql *ast.SQL)) {
	p.allBodies(func(b body) {
		ast.WalkStmt(b.block, func(s ast.PLStmt) {
			sql, _ := parts(s)
			for _, text := range sql {
				f(b, text)
			}
		})
	})
}

// testsNull reports whether a body asks somewhere whether a column of OLD or
// NEW is NULL.
func (b body) testsNull(column string) bool {
	found := false
	ast.WalkStmt(b.block, func(s ast.PLStmt) {
		sql, _ := parts(s)
		for _, text := range sql {
			found = found || testsNull(text.Root, column)
		}
	})
	return found
}

func testsNull(n ast.Node, column string) bool {
	found := false
	ast.Walk(n, func(n ast.Node) bool {
		if t, ok := n.(*ast.NullTest); ok {
			c := rowColumn(t.Arg)
			found = found || c != nil && c[1] == column
		}
		return !found
	})
	return found
}

// rowOf returns the row, "old" or "new", and the column of a reference or of
// what is assigned; the column is "" if it is the whole row.
func rowOf(names []ast.Ident, star bool) (row, column string) {
	if len(names) == 0 || names[0].Name != "old" && names[0].Name != "new" {
		return "", ""
	}
	if len(names) > 1 && !star {
		column = names[1].Name
	}
	return names[0].Name, column
}

// eachRef calls f for the references to OLD and NEW in a text.
func eachRef(sql *ast.SQL, f func(ref *ast.ColumnRef, row, column string)) {
	ast.Walk(sql.Root, func(n ast.Node) bool {
		if ref, ok := n.(*ast.ColumnRef); ok {
			if row, column := rowOf(ref.Parts, ref.Star); row != "" {
				f(ref, row, column)
			}
		}
		return true
	})
}

// An outcome is how a body ends when it is entered for an event.
type outcome struct {
	returns []*ast.Return
	raises  bool // RAISE on some path
	falls   bool // it goes on behind the statements
	unclear bool // a loop is left in the middle, or the like
	works   bool // something else is done on some path
}

// facts are what is known of a firing: the values of TG_OP and the like, by
// name, and which of OLD and NEW there is not.
type facts struct {
	words  map[string]string
	absent []string
}

// anyEvent is an event of which nothing is known.
const anyEvent ast.Event = 0

// during returns what is known of a firing for an event.
func during(e ast.Event) facts {
	if e == anyEvent {
		return facts{}
	}
	return facts{words: map[string]string{"tg_op": e.String()}}
}

// facts returns what is known where the trigger fires for an event.
func (b body) facts(e ast.Event) facts {
	h := b.header()
	f := during(e)
	f.words["tg_when"] = h.Timing.String()
	f.words["tg_level"] = "ROW"
	if b.unit == nil {
		f.words["tg_name"] = b.Name
	}
	if b.Table.Kind != ast.PartitionedTable || h.Level == ast.Statement { // of a row it is the name of its partition
		f.words["tg_table_name"], f.words["tg_relname"] = b.Table.Name, b.Table.Name
	}
	switch {
	case h.Level == ast.Statement:
		f.words["tg_level"] = "STATEMENT"
		f.absent = []string{"old", "new"}
	case e == ast.Insert:
		f.absent = []string{"old"}
	case e == ast.Delete:
		f.absent = []string{"new"}
	}
	return f
}

// ending follows the paths through statements for an event: conditions on TG_OP
// are decided, others can be true or false.
func ending(list []ast.PLStmt, e ast.Event) outcome { return during(e).ending(list) }

func endingOf(s ast.PLStmt, e ast.Event) outcome { return during(e).endingOf(s) }

// onOperation returns what a condition can be if TG_OP is that of an event.
func onOperation(n ast.Node, e ast.Event) truth { return during(e).of(n) }

// ending is as the function of that name, of all that is known.
func (f facts) ending(list []ast.PLStmt) outcome {
	o := outcome{falls: true}
	for _, s := range list {
		if !o.falls {
			break
		}
		next := f.endingOf(s)
		o.returns = append(o.returns, next.returns...)
		o.raises = o.raises || next.raises
		o.unclear = o.unclear || next.unclear
		o.works = o.works || next.works
		o.falls = next.falls
	}
	return o
}

func (f facts) endingOf(s ast.PLStmt) outcome {
	join := func(o, next outcome) outcome {
		return outcome{append(o.returns, next.returns...), o.raises || next.raises, o.falls || next.falls, o.unclear || next.unclear, o.works || next.works}
	}
	switch s := s.(type) {
	case *ast.Return:
		return outcome{returns: []*ast.Return{s}}
	case *ast.Raise:
		if s.Level == "" || s.Level == "EXCEPTION" {
			return outcome{raises: true}
		}
		return outcome{falls: true}
	case *ast.NullStmt:
		return outcome{falls: true}
	case *ast.Block:
		o := f.ending(s.Stmts)
		for _, h := range s.Handlers {
			o = join(o, f.ending(h.Stmts))
		}
		if s.Label.Name != "" {
			ast.WalkStmt(s, func(inside ast.PLStmt) {
				exit, ok := inside.(*ast.Exit)
				o.falls = o.falls || ok && exit.Label.Name == s.Label.Name
			})
		}
		return o
	case *ast.If:
		var o outcome
		for _, a := range s.Arms {
			switch f.of(a.Cond.Root) {
			case isFalse:
				continue
			case isTrue:
				return join(o, f.ending(a.Stmts))
			}
			o = join(o, f.ending(a.Stmts))
		}
		return join(o, f.ending(s.Else))
	case *ast.CaseStmt:
		var o outcome
		for _, a := range s.Arms {
			cond := f.ofArm(s.Arg, a)
			if cond == isFalse {
				continue
			}
			o = join(o, f.ending(a.Stmts))
			if cond == isTrue {
				return o
			}
		}
		if !s.HasElse {
			return join(o, outcome{raises: true}) // case_not_found
		}
		return join(o, f.ending(s.Else))
	case *ast.Exit:
		return outcome{falls: true, unclear: true}
	case *ast.Loop:
		o := f.ending(s.Body)
		o.works, o.falls = true, false // but by EXIT, or by CONTINUE of an outer loop
		ast.WalkStmt(s, func(s ast.PLStmt) {
			exit, ok := s.(*ast.Exit)
			o.falls = o.falls || ok && (!exit.Continue || exit.Label.Name != "")
		})
		return o
	}
	if lists := ast.Nested(s); lists != nil { // a loop, whose body may not run
		o := outcome{falls: true, works: true}
		for _, list := range lists {
			o = join(o, f.ending(list))
		}
		return o
	}
	return outcome{falls: true, works: true}
}

// of returns what a condition can be.
func (f facts) of(n ast.Node) truth {
	switch n := n.(type) {
	case *ast.Const:
		if n.Kind == ast.BoolConst {
			return truthOf(n.Value == "true")
		}
	case *ast.Bool:
		all := f.of(n.Args[0])
		for _, a := range n.Args[1:] {
			if n.Op == ast.And {
				all = and(all, f.of(a))
			} else {
				all = and(all.not(), f.of(a).not()).not()
			}
		}
		if n.Op == ast.Not {
			all = all.not()
		}
		return all
	case *ast.NullTest:
		if f.lacks(n.Arg) {
			return truthOf(!n.Not)
		}
	case *ast.Op:
		word, ok := f.word(n.Left)
		right := n.Right
		if !ok && n.Kind == ast.PlainOp { // 'INSERT' = TG_OP
			word, ok = f.word(n.Right)
			right = n.Left
		}
		if !ok {
			break
		}
		list, ok := constants(right)
		if k, one := constant(right); one {
			list, ok = []*ast.Const{k}, true
		}
		if !ok || n.Kind != ast.PlainOp && n.Kind != ast.InOp && n.Kind != ast.OpAny {
			break
		}
		in := slices.ContainsFunc(list, func(k *ast.Const) bool { return k.Value == word })
		switch n.Name.Name {
		case "=":
			return truthOf(in)
		case "<>", "!=":
			return truthOf(!in)
		}
	}
	return isAny
}

// ofArm returns what the condition of an arm of CASE can be.
func (f facts) ofArm(arg *ast.SQL, arm ast.Arm) truth {
	if arg == nil {
		return f.of(arm.Cond.Root)
	}
	if word, ok := f.word(arg.Root); ok {
		all := isFalse
		for _, n := range whens(arm.Cond.Root) {
			k, ok := constant(n)
			if !ok {
				return isAny
			}
			if k.Value == word {
				all = isTrue
			}
		}
		return all
	}
	return isAny
}

// word returns the value of TG_OP or the like.
func (f facts) word(n ast.Node) (string, bool) {
	switch n := n.(type) {
	case *ast.Cast:
		return f.word(n.Arg)
	case *ast.Call:
		change := map[string]func(string) string{"lower": strings.ToLower, "upper": strings.ToUpper}[n.Func.Name]
		if change != nil && len(n.Args) == 1 {
			word, ok := f.word(n.Args[0])
			return change(word), ok
		}
	case *ast.ColumnRef:
		if len(n.Parts) == 1 {
			word, ok := f.words[n.Parts[0].Name]
			return word, ok
		}
	}
	return "", false
}

// lacks reports whether n is OLD or NEW, or a column of it, where there is none.
func (f facts) lacks(n ast.Node) bool {
	ref, ok := n.(*ast.ColumnRef)
	if !ok {
		return false
	}
	row, _ := rowOf(ref.Parts, ref.Star)
	return slices.Contains(f.absent, row)
}
