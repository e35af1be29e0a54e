package schema

import (
	"slices"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/source"
)

// create replays CREATE TABLE, VIEW and the other CREATEs of relations.
func (e *replayer) create(s *ast.Create) {
	switch s.Kind {
	case ast.Index:
		e.createIndex(s)
		return
	case ast.Sequence:
		e.createSequence(s)
		return
	}
	schema := e.target(s.Name, s.Temp)
	if old := schema.Relations[s.Name.Name]; old != nil && old.Kind != ast.Index && old.Kind != ast.Sequence {
		e.db.relOf[s] = old
		switch {
		case s.IfNotExists:
		case s.OrReplace && s.Kind == ast.View && old.Kind == ast.View:
			e.defineView(old, s)
		default:
			e.duplicateTable(s.Name, old)
		}
		return
	}
	r := &Relation{
		Schema:       schema.Name,
		Name:         s.Name.Name,
		Kind:         s.Kind,
		Decl:         s.Name.Span,
		Temp:         s.Temp || s.Name.Schema == "pg_temp",
		PartitionKey: s.PartitionKey,
	}
	schema.Relations[r.Name] = r
	e.db.relOf[s] = r
	if s.AsQuery != nil || s.Kind == ast.View || s.Kind == ast.MatView {
		e.defineView(r, s)
		return
	}
	e.defineTable(r, s)
}

// defineTable gives a new table its columns and constraints, in the order of
// DefineRelation: columns of the parents, own columns, checks, keys, what LIKE
// brings, foreign keys.
func (e *replayer) defineTable(r *Relation, s *ast.Create) {
	if s.PartitionOf != nil {
		if p := e.parent(*s.PartitionOf, r); p != nil {
			e.refuseClones(p, r, s.PartitionOf.Span)
			r.PartitionOf = p
			p.Children = append(p.Children, r)
			e.inheritColumns(r, p)
		}
	}
	for _, name := range s.Inherits {
		if p := e.parent(name, r); p != nil {
			r.Parents = append(r.Parents, p)
			p.Children = append(p.Children, r)
			e.inheritColumns(r, p)
		}
	}
	if s.OfType != nil {
		if t := e.scope().userType(*s.OfType); t != nil {
			for _, f := range t.Attributes() {
				c := *f
				c.local = true
				e.addColumn(r, &c)
			}
		} else {
			r.Open = true
		}
	}
	var own []declared
	var likes []*ast.Like
	typed := s.OfType != nil || s.PartitionOf != nil
	for i := range s.Elements {
		switch el := &s.Elements[i]; {
		case el.Column != nil:
			if c := e.declareColumn(r, el.Column, typed); c != nil {
				own = append(own, columnConstraints(el.Column, c)...)
			}
		case el.Constraint != nil:
			own = append(own, declared{con: el.Constraint})
		case el.Like != nil:
			likes = append(likes, el.Like)
			e.likeColumns(r, el.Like)
		}
	}
	e.inheritChecks(r)
	e.addConstraints(r, own, ast.NotNull, ast.Check)
	e.addConstraints(r, own, ast.PrimaryKey, ast.Unique, ast.Exclude)
	for _, l := range likes {
		e.likeConstraints(r, l)
	}
	e.addConstraints(r, own, ast.ForeignKey)
	if r.PartitionOf != nil {
		e.inheritKeys(r, r.PartitionOf)
	}
}

// parent returns the relation that r inherits from. Without it, r may have
// columns that are not known.
func (e *replayer) parent(name ast.Name, r *Relation) *Relation {
	p := e.scope().relation(name)
	if p == nil || p == r {
		r.Open = true
		return nil
	}
	r.Open = r.Open || p.Open
	return p
}

// A sequence is a relation of kind Sequence that belongs to a column.
type sequence struct {
	rel *Relation
	col *Column
}

func (e *replayer) createSequence(s *ast.Create) {
	schema := e.target(s.Name, s.Temp)
	if schema.Relations[s.Name.Name] != nil {
		return
	}
	r := &Relation{Schema: schema.Name, Name: s.Name.Name, Kind: ast.Sequence, Decl: s.Name.Span, Temp: s.Temp}
	schema.Relations[r.Name] = r
	e.db.relOf[s] = r
}

// ownSequence makes the sequence of a serial or identity column. Its name is
// nil if Postgres makes one up.
func (e *replayer) ownSequence(r *Relation, c *Column, name *ast.Name) {
	schema := e.db.Schemas[r.Schema]
	seq := &Relation{Schema: r.Schema, Kind: ast.Sequence, Decl: c.Decl, Temp: r.Temp}
	if name == nil {
		seq.Name = schema.freeRelationName(r.Name, c.Name, "seq", false)
	} else {
		seq.Name = name.Name
		if other := e.db.Schemas[name.Schema]; other != nil {
			schema, seq.Schema = other, name.Schema
		}
	}
	schema.Relations[seq.Name] = seq
	r.owned = append(r.owned, &sequence{seq, c})
}

// disown drops the sequences of a column.
func (e *replayer) disown(r *Relation, c *Column) {
	r.owned = slices.DeleteFunc(r.owned, func(s *sequence) bool {
		if s.col == c {
			e.forget(s.rel)
		}
		return s.col == c
	})
}

// forget takes a relation out of its schema.
func (e *replayer) forget(r *Relation) {
	r.dropped = true
	if s := e.db.Schemas[r.Schema]; s != nil && s.Relations[r.Name] == r {
		delete(s.Relations, r.Name)
	}
}

// dropRelation drops a relation with all that cannot be without it.
func (e *replayer) dropRelation(r *Relation, cascade bool) {
	if r.dropped {
		return
	}
	switch {
	case r.Kind == ast.Index && r.index != nil:
		e.dropIndex(r.index)
		return
	case r.Kind == ast.CompositeRel:
		return
	}
	e.forget(r)
	for _, c := range r.Columns {
		c.dropped = true
	}
	for _, s := range r.owned {
		e.forget(s.rel)
	}
	for _, x := range r.indexes {
		e.forget(x.rel)
	}
	for _, c := range r.Constraints {
		e.releaseConstraint(r, c)
	}
	for _, t := range r.Triggers {
		t.dropped = true
	}
	for _, t := range append(slices.Clone(r.triggersFrom), r.namedBy()...) {
		t.Table.removeTrigger(t)
	}
	for _, f := range slices.Clone(r.referrers) {
		e.dropReferences(f, func(c *Constraint) bool { return c.Ref == r })
	}
	for _, v := range r.liveViewers() {
		e.dropRelation(v, cascade)
	}
	for _, child := range slices.Clone(r.Children) {
		if child.PartitionOf == r || cascade {
			e.dropRelation(child, cascade)
		} else {
			e.disinherit(child, r)
		}
	}
	if r.PartitionOf != nil {
		r.PartitionOf.Children = without(r.PartitionOf.Children, r)
	}
	for _, p := range r.Parents {
		p.Children = without(p.Children, r)
	}
	if r.rowType != nil {
		e.dropType(r.rowType, true)
	}
}

// liveViewers returns the views over r.
func (r *Relation) liveViewers() []*Relation {
	var list []*Relation
	for _, v := range r.viewers {
		if !v.dropped && slices.Contains(v.uses, r) {
			list = append(list, v)
		}
	}
	r.viewers = list
	return slices.Clone(list)
}

func without[T comparable](list []T, x T) []T {
	return slices.DeleteFunc(slices.Clone(list), func(y T) bool { return y == x })
}

// renameRelation renames any relation; the constraint of an index is renamed
// with it, as its names stay the same.
func (e *replayer) renameRelation(r *Relation, name string) {
	s := e.db.Schemas[r.Schema]
	if other := s.Relations[name]; other != nil {
		return
	}
	delete(s.Relations, r.Name)
	s.Relations[name] = r
	r.Name = name
	r.movedRowType()
	if x := r.index; x != nil && x.con != nil {
		if !x.con.IndexOnly {
			s.constraints[x.con.Name]--
			s.constraints[name]++
		}
		x.con.Name = name
	}
}

// moveRelation replays SET SCHEMA: indexes, constraints and sequences go along.
func (e *replayer) moveRelation(r *Relation, to *Schema) {
	from := e.db.Schemas[r.Schema]
	if from == to || to.Relations[r.Name] != nil {
		return
	}
	move := func(m *Relation) {
		delete(from.Relations, m.Name)
		m.Schema = to.Name
		to.Relations[m.Name] = m
	}
	move(r)
	for _, x := range r.indexes {
		move(x.rel)
	}
	for _, s := range r.owned {
		move(s.rel)
	}
	for _, c := range r.Constraints {
		if !c.IndexOnly {
			from.constraints[c.Name]--
			to.constraints[c.Name]++
		}
	}
	r.movedRowType()
}

func (r *Relation) movedRowType() {
	if r.rowType != nil {
		r.rowType.Schema, r.rowType.Name = r.Schema, r.Name
		r.rowType.moved()
	}
}

// ancestors returns the partitioned tables that r is a partition of, the
// nearest first.
func (r *Relation) ancestors() []*Relation {
	var list []*Relation
	for p := r.PartitionOf; p != nil; p = p.PartitionOf {
		list = append(list, p)
	}
	return list
}

// descendants returns the partitions of r and theirs.
func (r *Relation) descendants() []*Relation {
	var list []*Relation
	for _, c := range r.Children {
		if c.PartitionOf == r {
			list = append(append(list, c), c.descendants()...)
		}
	}
	return list
}

// spanOf returns the first span that is somewhere.
func spanOf(spans ...source.Span) source.Span {
	for _, s := range spans {
		if !s.IsZero() {
			return s
		}
	}
	return source.Span{}
}
