package lint

import (
	"fmt"
	"maps"
	"slices"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/ir"
	"github.com/trigc/trigc/internal/schema"
	"github.com/trigc/trigc/internal/source"
)

// A firing is a trigger at one of its events, if it fires whatever the rows
// are, with what it is certain to write then.
type firing struct {
	name   string
	decl   source.Span // of its name
	table  *schema.Relation
	timing ast.Timing
	level  ast.Level
	event  ast.Event
	of     []string // of UPDATE OF
	writes []write
	// checked is set if the analyzer looks for what fails at every firing.
	checked bool
}

// A write is a statement on a table.
type write struct {
	at    source.Span // of the table's name
	table *schema.Relation
	event ast.Event
	// row is set if it is known which rows it writes: an INSERT of one or more,
	// or an UPDATE of those where all columns of where are equal.
	row   bool
	where []equality
	sets  map[string]origin
}

type equality struct {
	column string
	from   origin
}

// An origin is a column of the row that fires the trigger, "new.id", a literal,
// or "" if it is neither.
type origin string

// fires reports whether a statement fires a trigger, if there is a row for one
// that is for each row.
func (w *write) fires(f *firing) bool {
	return w.table == f.table && w.event == f.event && (w.row || f.level == ast.Statement) &&
		(len(f.of) == 0 || slices.ContainsFunc(f.of, func(c string) bool { _, set := w.sets[c]; return set }))
}

// firings returns the triggers that write something.
func (p *Pass) firings() []*firing {
	var list []*firing
	p.allBodies(func(b body) {
		h := b.header()
		if h.When != nil || b.State == ast.Disabled || b.State == ast.Replica ||
			slices.ContainsFunc([]string{"pg_trigger_depth", "session_replication_role", "disable trigger", "pgtrigger."}, b.says) {
			return
		}
		for _, e := range h.Events {
			f := &firing{
				name: b.Name, decl: b.Decl.Name.Span, table: b.Table, timing: h.Timing, level: h.Level, event: e.Event,
				writes: p.writes(b, e.Event), checked: b.unit == nil || b.unit.Block != nil,
			}
			for _, c := range e.Columns {
				f.of = append(f.of, b.Column(c.Name))
			}
			list = append(list, f)
		}
	})
	for _, u := range p.Units {
		for _, w := range u.Writes {
			i := slices.IndexFunc(u.Triggers, func(t *ir.Trigger) bool {
				return t.Table == u.Table && slices.ContainsFunc(t.Events, func(e ir.Event) bool { return e.Event == w.On })
			})
			if i < 0 || len(u.Triggers[i].When) > 0 || u.Triggers[i].State == ast.Disabled || u.Triggers[i].State == ast.Replica {
				continue
			}
			made := write{at: u.NameSpan, table: w.Table, event: w.Event, row: true, sets: map[string]origin{}}
			for _, c := range w.Sets {
				made.sets[c.Column] = ofNew(c)
			}
			for _, c := range w.Where {
				made.where = append(made.where, equality{c.Column, ofNew(c)})
			}
			list = append(list, &firing{
				name: u.Name, decl: u.NameSpan, table: u.Table, timing: u.Triggers[i].Timing, level: u.Triggers[i].Level, event: w.On, writes: []write{made},
			})
		}
	}
	return slices.DeleteFunc(list, func(f *firing) bool { return len(f.writes) == 0 })
}

func ofNew(c ir.WriteColumn) origin {
	if c.Of == "" {
		return ""
	}
	return origin("new." + c.Of)
}

// certain returns the statements that run whenever a list of statements is
// entered for an event, and whether what is behind the list does.
func certain(list []ast.PLStmt, e ast.Event) (found []*ast.ExecSQL, on bool) {
	for _, s := range list {
		switch s := s.(type) {
		case *ast.ExecSQL:
			found = append(found, s)
		case *ast.If:
			if arm := s.Else; decided(s, e, &arm) {
				inner, on := certain(arm, e)
				if found = append(found, inner...); !on {
					return found, false
				}
				continue
			}
		case *ast.Block:
			if len(s.Handlers) == 0 {
				inner, on := certain(s.Stmts, e)
				if found = append(found, inner...); !on {
					return found, false
				}
				continue
			}
		}
		if o := endingOf(s, e); !o.falls || o.raises || o.unclear || len(o.returns) > 0 {
			return found, false
		}
	}
	return found, true
}

// decided finds the arm of an IF that is taken for an event, if TG_OP decides.
func decided(s *ast.If, e ast.Event, arm *[]ast.PLStmt) bool {
	for _, a := range s.Arms {
		switch onOperation(a.Cond.Root, e) {
		case isTrue:
			*arm = a.Stmts
			return true
		case isFalse:
		default:
			return false
		}
	}
	return true
}

// writes returns what a body is certain to write when it is entered for an
// event.
func (p *Pass) writes(b body, e ast.Event) []write {
	stmts, _ := certain([]ast.PLStmt{b.block}, e)
	var list []write
	for _, s := range stmts {
		q, ok := s.SQL.Root.(*ast.Query)
		if !ok || q.Target == nil || q.Clauses == nil {
			continue
		}
		at := q.Target.Name.Span
		w := write{at: at, table: p.DB.RelationAt(q.Target.Name, at.File, at.Start), sets: map[string]origin{}}
		if w.table == nil {
			continue
		}
		switch q.Kind {
		case ast.InsertQuery:
			w.event = ast.Insert
			b.inserts(&w, q)
		case ast.UpdateQuery:
			w.event = ast.Update
			b.updates(&w, q)
		case ast.DeleteQuery:
			w.event = ast.Delete // of its rows nothing is left to come back to
		default:
			continue
		}
		list = append(list, w)
	}
	return list
}

// inserts completes an INSERT.
func (b body) inserts(w *write, q *ast.Query) {
	if q.Clauses.Conflict != nil {
		return
	}
	if q.Clauses.Source == nil { // DEFAULT VALUES
		w.row = true
		return
	}
	src := q.Clauses.Source.Clauses
	if src == nil || src.SetOp != "" {
		return
	}
	names := b.rowNames(src.From)
	var values []ast.Node
	if len(src.Values) > 0 {
		w.row, values = true, src.Values[0]
	} else if src.Where == nil && src.Group == nil && src.Having == nil && src.Limit == nil && src.Offset == nil && (len(src.From) == 0 || len(src.From) == 1 && names[0] != (rowName{})) {
		w.row = true
		for _, t := range src.Targets {
			values = append(values, t.Expr)
		}
	}
	columns := make([]string, 0, len(values))
	for _, c := range q.Columns {
		columns = append(columns, c.Name)
	}
	if len(q.Columns) == 0 {
		columns = w.table.ColumnNames()
	}
	for i, v := range values {
		if ref, ok := v.(*ast.ColumnRef); ok && ref.Star {
			break // the columns behind it are not where they seem to be
		}
		if i < len(columns) {
			w.sets[columns[i]] = b.value(v, names)
		}
	}
}

// updates completes an UPDATE.
func (b body) updates(w *write, q *ast.Query) {
	for _, c := range q.Columns {
		w.sets[c.Name] = ""
	}
	names := b.rowNames(q.Clauses.From)
	for _, s := range q.Clauses.Sets {
		if !s.Several && len(s.Columns) == 1 && !s.Columns[0].Part && s.Value != nil {
			w.sets[s.Columns[0].Name] = b.value(s.Value, names)
		}
	}
	if len(q.Clauses.From) > 1 || len(q.Clauses.From) == 1 && names[0] == (rowName{}) {
		return
	}
	var tests []ast.Node
	switch n := q.Clauses.Where.(type) {
	case nil:
	case *ast.Bool:
		if n.Op != ast.And {
			return
		}
		tests = n.Args
	default:
		tests = []ast.Node{n}
	}
	for _, t := range tests {
		op, ok := t.(*ast.Op)
		if !ok || op.Kind != ast.PlainOp || op.Name.Name != "=" || op.Left == nil {
			return
		}
		column, v := targetColumn(op.Left, q.Target, w), b.value(op.Right, names)
		if column == "" || v == "" {
			column, v = targetColumn(op.Right, q.Target, w), b.value(op.Left, names)
		}
		if column == "" || v == "" {
			return
		}
		w.where = append(w.where, equality{column, v})
	}
	w.row = true
}

// targetColumn returns the column of the table of an UPDATE that an expression
// is, or "".
func targetColumn(n ast.Node, target *ast.Relation, w *write) string {
	ref, ok := n.(*ast.ColumnRef)
	if !ok || ref.Star || len(ref.Parts) > 2 || rowColumn(n) != nil {
		return ""
	}
	alias := target.Alias
	if alias == "" {
		alias = target.Name.Name
	}
	name := ref.Parts[len(ref.Parts)-1].Name
	if len(ref.Parts) == 2 && ref.Parts[0].Name != alias || w.table.Column(name) == nil {
		return ""
	}
	return name
}

// A rowName is how a query names the rows of a transition table.
type rowName struct{ alias, row string }

// rowNames returns the transition tables of FROM; what is none is zero.
func (b body) rowNames(from []*ast.From) []rowName {
	names := make([]rowName, len(from))
	h := b.header()
	for i, f := range from {
		if f.Kind != ast.FromRelation || f.Relation.Name.Schema != "" {
			continue
		}
		n := rowName{alias: f.Relation.Alias}
		if n.alias == "" {
			n.alias = f.Relation.Name.Name
		}
		switch {
		case h.NewTable != nil && f.Relation.Name.Name == h.NewTable.Name:
			n.row = "new"
		case h.OldTable != nil && f.Relation.Name.Name == h.OldTable.Name:
			n.row = "old"
		default:
			continue
		}
		names[i] = n
	}
	return names
}

// value returns what an expression is of the row that fires the trigger.
func (b body) value(n ast.Node, names []rowName) origin {
	if k, ok := constant(n); ok && k.Kind != ast.NullConst {
		return origin("'" + k.Value + "'")
	}
	ref, ok := n.(*ast.ColumnRef)
	if !ok || ref.Star || len(ref.Parts) != 2 {
		return ""
	}
	if c := rowColumn(n); c != nil && b.header().Level == ast.Row {
		return origin(c[0] + "." + c[1])
	}
	for _, name := range names {
		if name.row != "" && name.alias == ref.Parts[0].Name {
			return origin(name.row + "." + ref.Parts[1].Name)
		}
	}
	return ""
}

// A world is the rows that are known to be there.
type world struct {
	there []*worldRow
	last  int
}

// A worldRow is a row. A column that is not known has a value of its own: that of
// the row when it was first seen.
type worldRow struct {
	table  *schema.Relation
	number int
	known  map[string]string
	old    map[string]string // what columns were that have been set
}

func (w *world) row(of *firing) *worldRow {
	w.last++
	return &worldRow{table: of.table, number: w.last, known: map[string]string{}}
}

// fresh returns a value that is like no other.
func (w *world) fresh() string {
	w.last++
	return fmt.Sprintf("?%d", w.last)
}

func (r *worldRow) column(name string) string {
	if v, ok := r.known[name]; ok {
		return v
	}
	return fmt.Sprintf("%d.%s", r.number, name)
}

func (r *worldRow) clone() *worldRow {
	if r == nil {
		return nil
	}
	c := *r
	c.known = maps.Clone(r.known)
	return &c
}

// alike reports whether a row is the same, or another of which the same is
// known.
func (r *worldRow) alike(other *worldRow) bool {
	if r == nil || other == nil {
		return r == other
	}
	said := func(a, b *worldRow) bool {
		for c, v := range a.known {
			if v[0] != '?' && b.known[c] != v {
				return false
			}
		}
		return true
	}
	return r.number == other.number || said(r, other) && said(other, r)
}

// value returns a value in a trigger that a row fires.
func (w *world) value(v origin, row *worldRow) string {
	if len(v) < 4 || v[0] == '\'' {
		if v == "" {
			return w.fresh()
		}
		return string(v)
	}
	if row == nil {
		return w.fresh()
	}
	column := string(v[4:])
	if old, ok := row.old[column]; ok && v[:4] == "old." {
		return old
	}
	return row.column(column)
}

// write does what a trigger that a row fires writes, and returns the row that
// fires the next one. It is nil if that is for each statement and nothing is
// known of its rows. A row that an UPDATE looks for is among those that are
// there, or is taken to be.
func (w *world) write(s *write, row *worldRow, next *firing, assume bool) (*worldRow, bool) {
	values := map[string]string{}
	for _, c := range slices.Sorted(maps.Keys(s.sets)) {
		values[c] = w.value(s.sets[c], row)
	}
	switch {
	case !s.row:
		return nil, next.level == ast.Statement
	case s.event == ast.Insert:
		made := w.row(next)
		made.known = values
		if next.timing == ast.After {
			w.there = append(w.there, made)
		}
		return made, true
	}
	var found *worldRow
	looked := map[string]string{}
	for _, e := range s.where {
		looked[e.column] = w.value(e.from, row)
	}
	for _, r := range w.there {
		if r.table != s.table {
			continue
		}
		same := true
		for c, v := range looked {
			same = same && r.column(c) == v
		}
		if same && found == nil {
			found = r
		}
	}
	if found == nil {
		if !assume {
			return nil, next.level == ast.Statement
		}
		found = w.row(next)
		found.known = looked
		w.there = append(w.there, found)
	}
	if next.timing != ast.After { // the row is still what it was
		found = found.clone()
	} else {
		for _, r := range w.there {
			for c := range values {
				if r.table == s.table && r != found {
					r.known[c] = w.fresh()
				}
			}
		}
	}
	found.old = map[string]string{}
	for c, v := range values {
		found.old[c] = found.column(c)
		found.known[c] = v
	}
	return found, true
}
