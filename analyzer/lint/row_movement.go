package lint

import (
	"fmt"
	"regexp"
	"slices"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/ir"
	"github.com/trigc/trigc/internal/schema"
)

// rowMovement finds triggers that take a row which moves to another partition
// for what it is not: an UPDATE that moves one deletes it here and inserts it
// there, and fires the triggers of both, and none AFTER UPDATE (manual, section
// 39.1).
var rowMovement = &Check{
	Code: "row-movement", Severity: diag.Warning,
	Doc: "A row that moves to another partition fires DELETE and INSERT triggers for each row. A guard of INSERT or DELETE " +
		"takes it for a row that comes or goes, and no trigger AFTER UPDATE for each row fires. Where the partition key is read-only no row moves.",
	Run: func(p *Pass) {
		fixed := map[*schema.Relation][]string{}
		for _, u := range p.Units {
			fixed[u.Table] = append(fixed[u.Table], u.Fixed...)
		}
		p.allBodies(func(b body) {
			if h := b.header(); h.Level == ast.Row && b.State != ast.Disabled && b.Table.Partitioned() && !p.adopted(b.Trigger) && keyMoves(b.Table, p.settled(b.Table, fixed)) {
				p.moved(b)
			}
		})
		for _, u := range p.Units {
			if !u.Table.Partitioned() || u.Machine == nil || !keyMoves(u.Table, fixed) {
				continue
			}
			if slices.ContainsFunc(u.Triggers, guardsInsert) {
				p.Report(diag.Diagnostic{
					Span:    u.NameSpan,
					Message: "a row that moves to another partition is inserted there, and is refused unless its state is one of INITIAL",
					Help:    "make the partition key read-only, or leave INITIAL out",
				})
			}
		}
	},
}

func guardsInsert(t *ir.Trigger) bool {
	return t.Violation != nil && t.Level == ast.Row &&
		slices.ContainsFunc(t.Events, func(e ir.Event) bool { return e.Event == ast.Insert })
}

// keyMoves reports whether an UPDATE can change the partition of a row: a
// column of the partition key of the table, or of one above or below it, is
// not read-only.
func keyMoves(t *schema.Relation, fixed map[*schema.Relation][]string) bool {
	var read []string
	for r := t; r != nil; r = r.PartitionOf {
		read = append(read, fixed[r]...)
	}
	var moves func(*schema.Relation) bool
	moves = func(r *schema.Relation) bool {
		for _, c := range r.PartitionKey {
			if !slices.Contains(read, c) {
				return true
			}
		}
		return slices.ContainsFunc(r.Children, moves)
	}
	for t.PartitionOf != nil {
		t = t.PartitionOf
	}
	return moves(t)
}

// creation matches the names of columns with the time of what a row tells.
var creation = regexp.MustCompile(`creat|insert|seen|occur|receiv|record|logged|event|start`)

// settled returns, with the columns that are read-only, those of partition keys
// that an UPDATE is not likely to change: their values are made when the row is,
// or a trigger looks at what they were.
func (p *Pass) settled(t *schema.Relation, fixed map[*schema.Relation][]string) map[*schema.Relation][]string {
	for t.PartitionOf != nil {
		t = t.PartitionOf
	}
	all := map[*schema.Relation][]string{}
	var add func(*schema.Relation)
	add = func(r *schema.Relation) {
		all[r] = append(all[r], fixed[r]...)
		for _, key := range r.PartitionKey {
			c := r.Column(key)
			switch {
			case c == nil: // an expression
				all[r] = append(all[r], key)
			case c.Identity != 0 || c.Default != nil && madeWithRow(c.Default.Root) || c.Type.IsDateTime() && creation.MatchString(c.Name):
				all[r] = append(all[r], key)
			}
		}
		for _, o := range r.Triggers {
			if o.Func != nil && o.Func.Decl.Block != nil && o.Decl.Header.Level == ast.Row {
				ast.WalkStmt(o.Func.Decl.Block, func(s ast.PLStmt) {
					sql, _ := parts(s)
					for _, text := range sql {
						eachRef(text, func(_ *ast.ColumnRef, row, column string) {
							if row == "old" && column != "" {
								all[r] = append(all[r], guarded(o, column)...)
							}
						})
					}
				})
			}
		}
		for _, c := range r.Children {
			add(c)
		}
	}
	add(t)
	// What holds of the table above holds below it, where keyMoves begins.
	for r := range all {
		if r != t {
			all[t] = append(all[t], all[r]...)
		}
	}
	return all
}

// guarded returns a column if a trigger raises an error, or sets it back, where
// an UPDATE changes it.
func guarded(t *schema.Trigger, column string) []string {
	b := body{t, t.Func.Decl.Block, nil}
	if b.has(ast.Update) && (ending([]ast.PLStmt{b.block}, ast.Update).raises || b.assigns("new", column)) {
		return []string{column}
	}
	return nil
}

// madeWithRow reports whether a default is another one for each row or time.
func madeWithRow(n ast.Node) bool {
	found := false
	ast.Walk(n, func(n ast.Node) bool {
		switch n.(type) {
		case *ast.Call, *ast.Value:
			found = true
		}
		return !found
	})
	return found
}

// moved reports what a trigger for each row makes of one that moves.
func (p *Pass) moved(b body) {
	h := b.header()
	say := func(message, help string) {
		p.Report(diag.Diagnostic{Span: b.Decl.Name.Span, Message: "a row that moves to another partition " + message, Help: "let no UPDATE change the partition key" + help})
	}
	inserts := func(e ast.Event) bool {
		for _, q := range b.effects(e) {
			if q.Kind == ast.InsertQuery && q.Clauses != nil && q.Clauses.Conflict == nil && !p.isTable(q, b.Table) {
				return true
			}
		}
		return false
	}
	// elsewhere is set if the function is executed for the event in any way.
	elsewhere := func(e ast.Event) bool {
		found := b.has(e)
		for r := b.Table; r != nil; r = r.PartitionOf {
			for _, o := range r.Triggers {
				found = found || b.Func != nil && o.Func == b.Func && body{o, b.block, nil}.has(e)
			}
		}
		return found
	}
	switch {
	case b.has(ast.Insert) && b.has(ast.Update) && b.has(ast.Delete):
		if h.When == nil && inserts(ast.Insert) && inserts(ast.Update) && inserts(ast.Delete) {
			as := "DELETE and INSERT"
			switch leaf := b.Table.Kind != ast.PartitionedTable; {
			case leaf && h.Timing == ast.Before:
				as = "UPDATE and DELETE, or as INSERT"
			case leaf:
				as = "DELETE, or as INSERT"
			case h.Timing == ast.Before:
				as = "UPDATE, DELETE and INSERT"
			}
			say("comes here as "+as, "")
		}
	case b.has(ast.Update) && h.Timing == ast.After && !elsewhere(ast.Insert) && !elsewhere(ast.Delete):
		if !idle(b.block) && b.seesKey() {
			say("is deleted and inserted, so this does not fire for it", ", or write one for INSERT or DELETE too")
		}
	case b.has(ast.Delete) && !elsewhere(ast.Insert) && h.When == nil:
		for _, q := range b.effects(ast.Delete) {
			if q.Kind == ast.DeleteQuery && !p.isTable(q, b.Table) {
				say(fmt.Sprintf("is deleted here, and with it what belongs to it in %q", q.Target.Name.String()), "")
				return
			}
		}
	}
}

// isTable reports whether a statement writes to a table.
func (p *Pass) isTable(q *ast.Query, t *schema.Relation) bool {
	at := q.Target.Name.Span
	return p.DB.RelationAt(q.Target.Name, at.File, at.Start) == t
}

// effects returns the statements that write, of those that may run for an event.
func (b body) effects(e ast.Event) (list []*ast.Query) {
	walkFor(b.block, e, func(s ast.PLStmt) {
		if exec, ok := s.(*ast.ExecSQL); ok {
			if q, ok := exec.SQL.Root.(*ast.Query); ok && q.Target != nil {
				list = append(list, q)
			}
		}
	})
	return list
}

// seesKey reports whether a trigger fires for an UPDATE of nothing but a column
// of the partition key.
func (b body) seesKey() bool {
	var key []string
	for r := b.Table; r != nil; r = r.PartitionOf {
		key = append(key, r.PartitionKey...)
	}
	isKey := func(c string) bool { return slices.Contains(key, c) }
	for _, e := range b.header().Events {
		if e.Event == ast.Update && len(e.Columns) > 0 &&
			!slices.ContainsFunc(e.Columns, func(c ast.Ident) bool { return isKey(b.Column(c.Name)) }) {
			return false
		}
	}
	when := b.header().When
	if b.unit != nil {
		when = b.unit.Condition
	}
	if when == nil {
		return true
	}
	names, sees := false, false
	ast.Walk(when.Root, func(n ast.Node) bool {
		if c := rowColumn(n); c != nil {
			names, sees = true, sees || isKey(b.Column(c[1]))
		}
		return true
	})
	return sees || !names
}
