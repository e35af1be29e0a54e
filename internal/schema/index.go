package schema

import (
	"slices"

	"github.com/trigc/trigc/internal/ast"
)

// An index is an index of a table.
type index struct {
	rel     *Relation // of kind Index
	table   *Relation
	columns []string // "" is an expression
	unique  bool
	partial bool
	con     *Constraint // the constraint, or key, that it makes; nil if none
	parent  *index      // of a partition: the parent's that it is part of
}

func (e *replayer) createIndex(s *ast.Create) {
	if s.IndexOn == nil {
		return
	}
	r := e.altered(*s.IndexOn, s.Span, false)
	if r == nil {
		return
	}
	schema := e.db.Schemas[r.Schema]
	name := s.Name.Name
	if name == "" {
		name = schema.freeRelationName(r.Name, columnsName(s.IndexColumns), "idx", false)
	}
	if schema.Relations[name] != nil {
		return
	}
	x := &index{table: r, columns: slices.Clone(s.IndexColumns), unique: s.IndexUnique, partial: s.IndexPartial}
	if x.isKey() {
		x.con = &Constraint{
			Name:      name,
			Kind:      ast.Unique,
			Decl:      spanOf(s.Name.Span, s.Span),
			Columns:   slices.Clone(x.columns),
			IndexOnly: true,
			local:     true,
		}
	}
	x.rel = &Relation{Schema: r.Schema, Name: name, Kind: ast.Index, Decl: spanOf(s.Name.Span, s.Span)}
	e.db.relOf[s] = x.rel
	e.only = s.IndexOnly
	e.addIndex(r, x)
	e.only = false
}

// isKey reports whether the index tells the rows of its table apart.
func (x *index) isKey() bool {
	return x.unique && !x.partial && len(x.columns) > 0 && !slices.Contains(x.columns, "")
}

// addIndex adds a complete index to r and, if r is partitioned, to its
// partitions.
func (e *replayer) addIndex(r *Relation, x *index) {
	s := e.db.Schemas[r.Schema]
	x.rel.index, x.rel.Temp = x, r.Temp
	s.Relations[x.rel.Name] = x.rel
	r.indexes = append(r.indexes, x)
	if c := x.con; c != nil {
		r.Constraints = append(r.Constraints, c)
		if !c.IndexOnly {
			s.constraints[c.Name]++
		}
		if c.Kind == ast.PrimaryKey {
			for _, name := range c.Columns {
				if col := r.Column(name); col != nil {
					e.setNotNull(r, col)
				}
			}
		}
	}
	if e.only {
		return
	}
	for _, child := range r.Children {
		if child.PartitionOf == r {
			e.inheritIndex(child, x)
		}
	}
}

// addKey adds a constraint that has an index, under its name or Postgres's.
func (e *replayer) addKey(r *Relation, c *Constraint) {
	s := e.db.Schemas[r.Schema]
	if c.Name == "" {
		switch c.Kind {
		case ast.PrimaryKey:
			c.Name = s.freeRelationName(r.Name, "", "pkey", true)
		case ast.Exclude:
			c.Name = s.freeRelationName(r.Name, columnsName(c.Columns), "excl", true)
		default:
			c.Name = s.freeRelationName(r.Name, columnsName(c.Columns), "key", true)
		}
	}
	e.addIndex(r, &index{
		rel:     &Relation{Schema: r.Schema, Name: c.Name, Kind: ast.Index, Decl: c.Decl},
		table:   r,
		columns: slices.Clone(c.Columns),
		unique:  isKey(c.Kind),
		con:     c,
	})
}

// useIndex makes a constraint of an index that exists; the index takes the
// constraint's name.
func (e *replayer) useIndex(r *Relation, c *Constraint, name string) {
	for _, x := range r.indexes {
		if x.rel.Name != name || x.con != nil && !x.con.IndexOnly {
			continue
		}
		if x.con != nil {
			r.Constraints = without(r.Constraints, x.con)
			x.con = nil
		}
		if c.Name == "" {
			c.Name = name
		}
		if c.Name != name {
			e.renameRelation(x.rel, c.Name)
		}
		c.Columns = slices.Clone(x.columns)
		r.indexes = without(r.indexes, x)
		x.con = c
		e.addIndex(r, x)
		return
	}
}

// inheritIndex gives a partition an index of its parent, unless it has one
// like it that is not yet part of another.
func (e *replayer) inheritIndex(r *Relation, x *index) {
	for _, own := range r.indexes {
		if own.parent == nil && own.unique == x.unique && own.partial == x.partial && slices.Equal(own.columns, x.columns) &&
			(x.con == nil || x.con.IndexOnly || own.con != nil && own.con.Kind == x.con.Kind) {
			own.parent = x
			if own.con != nil && x.con != nil {
				own.con.inherited, own.con.parent = true, x.con
			}
			return
		}
	}
	if x.con != nil && x.con.Kind == ast.PrimaryKey && r.PrimaryKey() != nil {
		return
	}
	y := e.copyIndex(r, x)
	y.parent = x
	if y.con != nil {
		y.con.inherited, y.con.local, y.con.parent = true, false, x.con
	}
}

// copyIndex makes an index like x, with its constraint, on another table,
// under a name of Postgres's making.
func (e *replayer) copyIndex(r *Relation, x *index) *index {
	s := e.db.Schemas[r.Schema]
	y := &index{table: r, columns: slices.Clone(x.columns), unique: x.unique, partial: x.partial}
	label, isConstraint, addition := "idx", false, columnsName(x.columns)
	if c := x.con; c != nil {
		d := *c
		d.Columns = slices.Clone(c.Columns)
		d.inherited, d.local, d.parent = false, true, nil
		y.con = &d
		if !c.IndexOnly {
			isConstraint = true
			switch c.Kind {
			case ast.PrimaryKey:
				label, addition = "pkey", ""
			case ast.Exclude:
				label = "excl"
			default:
				label = "key"
			}
		}
	}
	name := s.freeRelationName(r.Name, addition, label, isConstraint)
	if y.con != nil {
		y.con.Name = name
	}
	y.rel = &Relation{Schema: r.Schema, Name: name, Kind: ast.Index, Decl: x.rel.Decl}
	e.addIndex(r, y)
	return y
}

// dropIndex replays DROP INDEX; Postgres keeps the index of a constraint.
func (e *replayer) dropIndex(x *index) {
	r := x.table
	if x.con != nil {
		if !x.con.IndexOnly {
			return
		}
		r.Constraints = without(r.Constraints, x.con)
		for _, f := range r.referrers {
			e.dropReferences(f, func(k *Constraint) bool {
				return k.Ref == r && sameSet(k.RefColumns, x.columns) && !r.HasKey(k.RefColumns)
			})
		}
	}
	r.indexes = without(r.indexes, x)
	e.forget(x.rel)
	for _, child := range r.Children {
		for _, y := range slices.Clone(child.indexes) {
			if y.parent == x {
				e.dropIndex(y)
			}
		}
	}
}

// HasIndexes reports whether a table has unique indexes that are no keys: those
// over expressions or with a condition.
func (r *Relation) HasIndexes() bool {
	return slices.ContainsFunc(r.indexes, func(x *index) bool { return x.unique && !x.isKey() })
}
