package lint

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/ir"
	"github.com/trigc/trigc/internal/pgname"
	"github.com/trigc/trigc/internal/schema"
	"github.com/trigc/trigc/internal/source"
)

// A beforeRow is a trigger BEFORE each row: what it reads of NEW, and sets.
// Those of a table fire in the order of the bytes of their names (manual,
// section 39.1).
type beforeRow struct {
	name   string
	at     source.Span // of the name
	unit   *ir.Unit    // nil if it is hand-written
	events []ir.Event
	when   []string   // all that WHEN says
	cond   *condition // WHEN as written, or nil
	guard  bool       // it raises
	sets   []setting
	reads  []string // columns of NEW
}

// A setting is a column of NEW that a trigger sets.
type setting struct {
	column string
	// always is set if it is set whenever the trigger fires.
	always bool
	reads  []string // columns of NEW that the value is made of
}

// title returns the name that it is declared with.
func (b *beforeRow) title() string {
	if b.unit != nil {
		return b.unit.Name
	}
	return b.name
}

// set returns what a trigger does to a column, or nil.
func (b *beforeRow) set(column string) *setting {
	for i := range b.sets {
		if b.sets[i].column == column {
			return &b.sets[i]
		}
	}
	return nil
}

// beforeRows returns the triggers BEFORE each row of each table in the order in
// which they fire.
func (p *Pass) beforeRows() map[*schema.Relation][]*beforeRow {
	all := map[*schema.Relation][]*beforeRow{}
	for _, u := range p.Units {
		for _, t := range u.Triggers {
			if t.Timing == ast.Before && t.Level == ast.Row && t.Function.Own && t.State != ast.Disabled && u.Block == nil {
				all[t.Table] = append(all[t.Table], unitRow(u, t))
			}
		}
	}
	p.allBodies(func(b body) {
		if b.unit != nil && b.unit.Block == nil {
			return // seen above
		}
		if h := b.header(); h.Timing == ast.Before && h.Level == ast.Row && b.State != ast.Disabled && !p.adopted(b.Trigger) && !assignsWhole(b.block) {
			all[b.Table] = append(all[b.Table], b.beforeRow())
		}
	})
	for _, list := range all {
		slices.SortFunc(list, func(a, b *beforeRow) int { return cmp.Compare(a.name, b.name) })
	}
	return all
}

func unitRow(u *ir.Unit, t *ir.Trigger) *beforeRow {
	b := &beforeRow{name: t.Name, at: u.NameSpan, unit: u, events: t.Events, when: t.When, guard: t.Violation != nil}
	if u.Condition != nil {
		b.cond = &condition{sql: u.Condition, table: u.Table, name: u.NameSpan, before: true}
		b.reads = newColumns(u.Table, u.Condition.Root, b.reads)
	}
	var body func(list []ir.Stmt, always bool)
	body = func(list []ir.Stmt, always bool) {
		for _, s := range list {
			switch s := s.(type) {
			case ir.Assign:
				set := setting{column: s.Column, always: always}
				if strings.Contains(s.Value, "NEW."+pgname.Quote(s.Column)) {
					set.reads = []string{s.Column} // a value that is the kind's own
				}
				b.sets = append(b.sets, set)
			case ir.Exec:
				for _, a := range u.Assigns {
					if a.Of > 0 && b.set(a.Column.Name) == nil {
						b.sets = append(b.sets, setting{column: a.Column.Name, always: always})
					}
				}
			case ir.If:
				body(s.Then, false)
				body(s.Else, false)
			}
		}
	}
	body(t.Function.Body, true)
	for _, a := range u.Assigns {
		if s := b.set(a.Column.Name); s != nil && a.Value != nil {
			s.reads = newColumns(u.Table, a.Value.Root, nil)
			b.reads = append(b.reads, s.reads...)
		}
	}
	return b
}

// beforeRow returns what a hand-written trigger does to the row.
func (b body) beforeRow() *beforeRow {
	h := b.header()
	r := &beforeRow{name: b.Name, at: b.Decl.Name.Span}
	if b.unit != nil {
		r.name = b.unit.Triggers[0].Name
	}
	for _, e := range h.Events {
		var columns []string
		for _, c := range e.Columns {
			columns = append(columns, b.Column(c.Name))
		}
		r.events = append(r.events, ir.Event{Event: e.Event, Columns: columns})
	}
	if h.When != nil {
		r.when = []string{oneLine(h.When.Span)}
		if len(b.ColumnRenames) == 0 {
			r.cond = &condition{sql: h.When, table: b.Table, name: r.at, before: true}
			r.reads = newColumns(b.Table, h.When.Root, r.reads)
		}
	}
	var body func(s ast.PLStmt, always bool)
	body = func(s ast.PLStmt, always bool) {
		if raise, ok := s.(*ast.Raise); ok && (raise.Level == "" || raise.Level == "EXCEPTION") {
			r.guard = true
		}
		sql, targets := parts(s)
		var reads []string
		for _, text := range sql {
			reads = newColumns(b.Table, text.Root, reads)
		}
		r.reads = append(r.reads, reads...)
		for _, v := range targets {
			row, column := rowOf(v.Names, false)
			if row != "new" {
				continue
			}
			if set := r.set(column); set != nil {
				set.always = set.always || always
				set.reads = append(set.reads, reads...)
			} else {
				r.sets = append(r.sets, setting{column: column, always: always, reads: reads})
			}
		}
		_, block := s.(*ast.Block)
		for _, list := range ast.Nested(s) {
			for _, s := range list {
				body(s, always && block)
			}
		}
	}
	body(b.block, true)
	for i := range r.sets { // a test of the column before it is set is as good as a value
		if slices.Contains(r.reads, r.sets[i].column) {
			r.sets[i].reads = append(r.sets[i].reads, r.sets[i].column)
		}
	}
	return r
}

// newColumns adds the columns of NEW that n reads to a list.
func newColumns(t *schema.Relation, n ast.Node, list []string) []string {
	ast.Walk(n, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ColumnRef:
			if c := rowColumn(n); c != nil && c[0] == "new" && !slices.Contains(list, c[1]) {
				list = append(list, c[1])
			}
		case *ast.Call:
			name := strings.TrimPrefix(strings.TrimPrefix(n.Func.Name, "all_"), "un")
			if n.Func.Schema == "" && name == "changed" {
				for _, a := range n.Args {
					if ref, ok := a.(*ast.ColumnRef); ok && len(ref.Parts) == 1 && t.Column(ref.Parts[0].Name) != nil && !slices.Contains(list, ref.Parts[0].Name) {
						list = append(list, ref.Parts[0].Name)
					}
				}
			}
		}
		return true
	})
	return list
}

// apart reports whether no row can meet the conditions of both.
func (p *Pass) apart(a, b *beforeRow) bool {
	if a.cond == nil || b.cond == nil {
		return false
	}
	both := &ast.Bool{Op: ast.And, Args: []ast.Node{a.cond.sql.Root, b.cond.sql.Root}}
	c := *a.cond
	c.sql = &ast.SQL{Span: a.cond.sql.Span, Root: both}
	return p.judge(c).of(both)&isTrue == 0
}

// shared returns the events at which both fire.
func shared(a, b []ir.Event) []ast.Event {
	var list []ast.Event
	for _, x := range a {
		if slices.ContainsFunc(b, func(y ir.Event) bool { return x.Event == y.Event }) {
			list = append(list, x.Event)
		}
	}
	return list
}

// told reports whether two names tell the order in which they fire: "10_a" and
// "20_b", "a_1" and "a_2", "z_last", "~moved".
func told(first, second string) bool {
	n := 0
	for n < len(first) && n < len(second) && first[n] == second[n] {
		n++
	}
	a, b := first[n:], second[n:]
	digit := func(s string) bool { return s != "" && unicode.IsDigit(rune(s[0])) }
	if digit(a) && (digit(b) || n > 0 && digit(first[n-1:])) || digit(b) && n > 0 && digit(second[n-1:]) {
		return true
	}
	early := func(s string) bool {
		return digit(s) || strings.HasPrefix(s, "_") || strings.HasPrefix(s, "a_") || strings.HasPrefix(s, "aa")
	}
	late := func(s string) bool {
		return strings.HasPrefix(s, "~") || strings.HasPrefix(s, "z_") || strings.HasPrefix(s, "zz")
	}
	return early(first) || late(second)
}

// behind returns a name like one that sorts behind another.
func behind(name, other string) string {
	if n := "z_" + name; n > other {
		return n
	}
	return fmt.Sprintf("%s_%s", other, name)
}
