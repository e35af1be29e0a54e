package schema

import (
	"slices"

	"github.com/trigc/trigc/internal/ast"
)

// defineView gives r the columns of its query: those of a new view, of one
// that is replaced, or of CREATE TABLE AS.
func (e *replayer) defineView(r *Relation, s *ast.Create) {
	r.uses, r.query, r.base, r.plain, r.Open = nil, s.AsQuery, nil, false, false
	old := r.Columns
	r.Columns = nil
	q := e.readQuery(s.AsQuery)
	for _, out := range s.OutColumns {
		e.outColumn(r, out, q)
	}
	if s.AsQuery == nil || len(s.OutColumns) == 0 {
		r.Open = true
	}
	for _, c := range r.Columns { // a replaced view's column stays what it was
		if i := slices.IndexFunc(old, func(o *Column) bool { return o.Name == c.Name }); i >= 0 {
			c.Default = old[i].Default
		}
	}
	if s.Kind != ast.View && s.Kind != ast.MatView {
		return
	}
	r.uses = q.uses
	for _, u := range r.uses {
		u.viewers = append(u.viewers, r)
	}
	if r.plain = s.Kind == ast.View && e.simple(s, q); r.plain && slices.ContainsFunc(s.OutColumns, func(o ast.OutColumn) bool { return o.Star || len(o.Ref) > 0 }) {
		r.base = q.from[0].rel
	}
}

// A queryScope is what the FROM of a query names.
type queryScope struct {
	from []fromItem
	// union is set if from is that of the first of several joined by UNION and
	// the like: their common types may be others.
	union bool
	// uses are the relations that the query reads, at any depth.
	uses []*Relation
}

// A fromItem is a relation under the name it has in the query; rel is nil if
// its columns are not known.
type fromItem struct {
	name string
	rel  *Relation
}

func (e *replayer) readQuery(q *ast.Query) *queryScope {
	s := &queryScope{}
	if q == nil {
		return s
	}
	ctes := map[string]bool{}
	ast.Walk(q, func(n ast.Node) bool {
		if n, ok := n.(*ast.CTE); ok {
			ctes[n.Name] = true
		}
		return true
	})
	// relation returns nil for a CTE: a name of one hides a table's.
	relation := func(n *ast.Relation) *Relation {
		if n.Name.Schema == "" && ctes[n.Name.Name] {
			return nil
		}
		return e.scope().relation(n.Name)
	}
	ast.Walk(q, func(n ast.Node) bool {
		if n, ok := n.(*ast.Relation); ok {
			if r := relation(n); r != nil && !slices.Contains(s.uses, r) {
				s.uses = append(s.uses, r)
			}
		}
		return true
	})
	for top := q; top != nil; {
		var arms []*ast.Query
		for _, n := range top.Children {
			if arm, ok := n.(*ast.Query); ok {
				arms = append(arms, arm)
				continue
			}
			ast.Walk(n, func(n ast.Node) bool {
				switch n := n.(type) {
				case *ast.Query, *ast.SubLink, *ast.CTE:
					return false
				case *ast.Relation:
					name := n.Alias
					if name == "" {
						name = n.Name.Name
					}
					s.from = append(s.from, fromItem{name, relation(n)})
				case *ast.Alias:
					s.from = append(s.from, fromItem{n.Name, nil})
				}
				return true
			})
		}
		top = nil
		if len(s.from) == 0 && len(arms) > 1 {
			top, s.union = arms[0], true
		}
	}
	return s
}

// column resolves a reference to a column of FROM: nil if it is not plain to see.
func (q *queryScope) column(ref []string) *Column {
	if len(ref) == 0 || q.union {
		return nil
	}
	var found *Column
	for _, f := range q.from {
		if len(ref) > 1 && f.name != ref[len(ref)-2] {
			continue
		}
		if f.rel == nil {
			if len(ref) > 1 {
				return nil
			}
			continue
		}
		if c := f.rel.Column(ref[len(ref)-1]); c != nil {
			if found != nil && !found.Type.Same(c.Type) {
				return nil
			}
			found = c
		}
	}
	return found
}

// outColumn adds what one item of the target list gives.
func (e *replayer) outColumn(r *Relation, out ast.OutColumn, q *queryScope) {
	add := func(name string, t *TypeRef, collation string, shows *Column) {
		if r.Column(name) == nil { // twice only for what a USING joins to one
			e.addColumn(r, &Column{Name: name, Decl: r.Decl, Type: t, Collation: collation, Shows: shows, local: true})
		}
	}
	if out.Star {
		matched := false
		for _, f := range q.from {
			if len(out.Ref) > 0 && f.name != out.Ref[len(out.Ref)-1] {
				continue
			}
			matched = true
			if f.rel == nil {
				r.Open = true
				continue
			}
			r.Open = r.Open || f.rel.Open
			for _, c := range f.rel.Columns {
				t, shows := c.Type, c
				if q.union {
					t, shows = unknownType(), nil
				}
				add(c.Name, t, c.Collation, shows)
			}
		}
		r.Open = r.Open || !matched
		return
	}
	if out.Name == "" {
		r.Open = true
		return
	}
	switch c := q.column(out.Ref); {
	case c != nil:
		add(out.Name, c.Type, c.Collation, c)
	case out.Cast != nil && !q.union:
		add(out.Name, e.typeRef(*out.Cast), "", nil)
	default:
		add(out.Name, unknownType(), "", nil)
	}
}

// MayBeNull reports whether a column of the relation can be NULL. Of a view's it is told
// by the column of a table that it shows, and false if that is not known.
func (r *Relation) MayBeNull(c *Column) bool {
	if r.Kind == ast.View && c.Shows == nil {
		return false
	}
	for c.Shows != nil {
		c = c.Shows
	}
	return !c.NotNull
}

// Query returns the query of a view, or nil.
func (r *Relation) Query() *ast.Query { return r.query }

// Behind returns the relation that a view shows rows of, as they are, or nil.
func (r *Relation) Behind() *Relation { return r.base }

// setUpdatable tells which views Postgres can write to by itself, at the end
// of the schema: a view that is replaced changes those over it.
func (db *DB) setUpdatable() {
	for _, s := range db.Schemas {
		for _, r := range s.Relations {
			if r.Kind == ast.View {
				w := r.writable(0)
				r.Updatable, r.ReadOnly = w == ast.Yes, w == ast.No
			}
		}
	}
}

// writable reports whether what a view is over can be written to, through
// views over views; 0 if that is not known.
func (r *Relation) writable(depth int) ast.Tri {
	switch r.Kind {
	case ast.Table, ast.PartitionedTable, ast.ForeignTable:
		return ast.Yes
	case ast.View:
		switch {
		case r.query == nil, r.plain && r.base == nil, depth == maxNesting:
			return 0
		case r.plain:
			return r.base.writable(depth + 1)
		}
	}
	return ast.No
}

// simple reports whether the query of a view is one that Postgres can write
// through (manual, CREATE VIEW, "Updatable Views"): one relation in FROM, no
// aggregate, window or set-returning function in the target list. To write more
// than DELETE, at least one of its columns must be a plain one.
func (e *replayer) simple(s *ast.Create, q *queryScope) bool {
	if !s.Plain || len(q.from) != 1 {
		return false
	}
	plain := true
	for _, n := range s.AsQuery.Children {
		ast.Walk(n, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.SubLink, *ast.CTE:
				return false
			case *ast.Query:
				plain = false
			case *ast.Other:
				plain = plain && n.Tag != "RangeTableSample"
			case *ast.Call:
				plain = plain && !n.Agg && !n.Over && !n.Star && !e.returnsSet(n.Func)
			}
			return plain
		})
	}
	return plain
}

// returnsSet reports whether a function is an aggregate or returns a set.
func (e *replayer) returnsSet(name ast.Name) bool {
	if (name.Schema == "" || name.Schema == "pg_catalog") && setFunctions[name.Name] {
		return true
	}
	aggregate := false
	e.scope().find(name, false, func(s *Schema) bool {
		aggregate = s.Aggregates[name.Name] != nil
		return aggregate
	})
	return aggregate || slices.ContainsFunc(e.scope().functions(name), func(f *Function) bool {
		return f.Decl.Returns != nil && f.Decl.Returns.SetOf ||
			slices.ContainsFunc(f.Decl.Args, func(a ast.FuncArg) bool { return a.Mode == 't' })
	})
}

// shows reports whether the view's query speaks of a column of r, by name or
// by a star.
func (v *Relation) shows(r *Relation, c *Column) bool {
	if v.query == nil {
		return true
	}
	found := false
	ast.Walk(v.query, func(n ast.Node) bool {
		if ref, ok := n.(*ast.ColumnRef); ok {
			found = found || ref.Star || len(ref.Parts) > 0 && ref.Parts[len(ref.Parts)-1].Name == c.Name
		}
		return !found
	})
	return found
}
