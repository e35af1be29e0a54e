package schema

import (
	"slices"

	"github.com/trigc/trigc/internal/ast"
)

// alterTable replays ALTER TABLE and its kin, of types and domains too.
func (e *replayer) alterTable(s *ast.AlterTable) {
	if t := e.scope().userType(s.Name); t != nil && e.scope().relation(s.Name) == nil {
		e.alterType(t, s)
		return
	}
	var r *Relation
	if slices.ContainsFunc(s.Actions, func(a ast.Action) bool { return a.Kind == ast.TriggerState }) {
		r = e.triggerTable(s.Name, s.IfExists)
	} else {
		r = e.altered(s.Name, s.Span, s.IfExists)
	}
	if r == nil {
		return
	}
	e.only = s.Only
	for i := range s.Actions {
		e.action(r, &s.Actions[i])
	}
	e.only = false
}

// action applies one action to r and, where Postgres does, to its children.
func (e *replayer) action(r *Relation, a *ast.Action) {
	switch a.Kind {
	case ast.AddColumn:
		e.actAddColumn(r, a)
		return
	case ast.AddConstraint:
		if a.Constraint != nil {
			e.addConstraint(r, declared{con: a.Constraint}, a.Constraint.Name.Name)
		}
		return
	case ast.ValidateConstraint:
		if c := r.Constraint(a.Name); c != nil {
			c.Unproved = false
		}
		return
	case ast.DropConstraint:
		if c := r.Constraint(a.Name); c != nil {
			e.dropConstraint(r, c)
		} else {
			e.refuseDropConstraint(r, a)
		}
		return
	case ast.AttachPartition, ast.DetachPartition, ast.AddInherit, ast.DropInherit:
		e.actChild(r, a)
		return
	case ast.TriggerState:
		e.setTriggerState(r, a)
		return
	}
	c := r.Column(a.Name)
	if c == nil {
		return
	}
	switch a.Kind {
	case ast.DropColumn:
		e.actDropColumn(r, c, a)
	case ast.AlterType:
		if a.Column != nil {
			e.refuseAlterType(r, c, a)
			def := *a.Column
			typ := e.typeRef(def.Type)
			collation := ""
			if def.Collation != nil {
				collation = def.Collation.String()
			}
			e.descend(r, c, func(r *Relation, c *Column) {
				c.Type, c.Collation = typ, collation
				r.usesType(typ)
			})
		}
	case ast.ColumnDefault:
		e.descend(r, c, func(_ *Relation, c *Column) { c.Default = a.Default })
	case ast.SetExpression:
		e.descend(r, c, func(_ *Relation, c *Column) {
			if c.Generated {
				c.Default = a.Default
			}
		})
	case ast.SetNotNull:
		e.setNotNull(r, c)
	case ast.DropNotNull:
		e.descend(r, c, func(_ *Relation, c *Column) { c.NotNull = false })
	case ast.DropExpression:
		e.descend(r, c, func(_ *Relation, c *Column) {
			if c.Generated {
				c.Default, c.Generated, c.Virtual = nil, false, false
			}
		})
	case ast.AddIdentity:
		e.actIdentity(r, c, a)
	case ast.DropIdentity:
		c.Identity = 0
		e.disown(r, c)
	}
}

// descend calls f for a column and for the columns that inherit from it.
func (e *replayer) descend(r *Relation, c *Column, f func(*Relation, *Column)) {
	f(r, c)
	if e.only {
		return
	}
	for _, child := range r.Children {
		if cc := child.Column(c.Name); cc != nil && cc.inherits > 0 {
			e.descend(child, cc, f)
		}
	}
}

func (e *replayer) setNotNull(r *Relation, c *Column) {
	e.descend(r, c, func(_ *Relation, c *Column) { c.NotNull = true })
}

func (e *replayer) actAddColumn(r *Relation, a *ast.Action) {
	if a.Column == nil {
		return
	}
	if old := r.Column(a.Column.Name.Name); old != nil {
		if !a.Missing && !e.db.Opaque {
			e.duplicateColumn(a.Column.Name.Span, old.Name, old)
		}
		if a.Missing || e.db.Opaque {
			e.db.colOf[a.Column] = old
		}
		return
	}
	c := e.newColumn(r, a.Column)
	e.addColumn(r, c)
	e.addToChildren(r, c)
	own := columnConstraints(a.Column, c)
	e.addConstraints(r, own, ast.Check)
	e.addConstraints(r, own, ast.PrimaryKey, ast.Unique, ast.Exclude)
	e.addConstraints(r, own, ast.ForeignKey)
}

func (e *replayer) addToChildren(r *Relation, c *Column) {
	for _, child := range r.Children {
		if cc := child.Column(c.Name); cc != nil { // merged, as in ATExecAddColumn
			cc.inherits++
			cc.Inherited = true
			continue
		}
		cc := c.handDown()
		e.addColumn(child, cc)
		e.addToChildren(child, cc)
	}
}

// actDropColumn drops a column as ALTER TABLE does: not while a trigger needs
// it, unless with CASCADE, which drops the trigger.
func (e *replayer) actDropColumn(r *Relation, c *Column, a *ast.Action) {
	if c.inherits > 0 {
		return // 42P16
	}
	if !a.Cascade && e.refuseDropColumn(r, c, a) {
		return
	}
	e.dropColumn(r, c, a.Cascade)
}

// dropColumn drops a column with its keys, checks and foreign keys and the
// columns that are generated from it, and with CASCADE the views that show it.
// Children that have it only by inheritance lose it too.
func (e *replayer) dropColumn(r *Relation, c *Column, cascade bool) {
	e.dropOwnColumn(r, c, cascade)
	for _, child := range r.Children {
		cc := child.Column(c.Name)
		if cc == nil || cc.inherits == 0 {
			continue
		}
		cc.inherits--
		cc.Inherited = cc.inherits > 0
		if cc.inherits > 0 {
			continue
		}
		if cc.local || e.only {
			cc.local = true
		} else {
			e.dropColumn(child, cc, cascade)
		}
	}
}

// dropOwnColumn drops a column of r and leaves the children alone, as what goes
// only because it depends on another column does.
func (e *replayer) dropOwnColumn(r *Relation, c *Column, cascade bool) {
	for _, v := range r.liveViewers() {
		if cascade && v.shows(r, c) {
			e.dropRelation(v, true)
		}
	}
	r.Columns = without(r.Columns, c)
	c.dropped = true
	e.disown(r, c)
	for _, g := range slices.Clone(r.Columns) {
		if g.Generated && !g.dropped && g.generatedFrom(c.Name) {
			e.dropOwnColumn(r, g, cascade)
		}
	}
	for _, k := range slices.Clone(r.Constraints) {
		if slices.Contains(k.Columns, c.Name) && slices.Contains(r.Constraints, k) {
			e.dropColumnConstraint(r, k)
		}
	}
	for _, x := range slices.Clone(r.indexes) {
		if slices.Contains(x.columns, c.Name) {
			e.dropIndex(x)
		}
	}
	for _, f := range r.referrers {
		e.dropReferences(f, func(k *Constraint) bool { return k.Ref == r && slices.Contains(k.RefColumns, c.Name) })
	}
	for _, t := range slices.Clone(r.Triggers) {
		if slices.Contains(t.pins.columns, c) {
			r.removeTrigger(t)
		}
	}
}

// generatedFrom reports whether the expression of a generated column names
// the column that is now called name.
func (c *Column) generatedFrom(name string) bool {
	if c.Default == nil {
		return false
	}
	found := false
	ast.Walk(c.Default.Root, func(n ast.Node) bool {
		if ref, ok := n.(*ast.ColumnRef); ok && len(ref.Parts) > 0 {
			text := ref.Parts[len(ref.Parts)-1].Name
			if now, ok := c.ColumnRenames[text]; ok {
				text = now
			}
			found = found || text == name
		}
		return !found
	})
	return found
}

func (e *replayer) dropColumnConstraint(r *Relation, k *Constraint) {
	if !k.IndexOnly {
		e.dropOwnConstraint(r, k)
		return
	}
	for _, x := range slices.Clone(r.indexes) {
		if x.con == k {
			e.dropIndex(x)
		}
	}
}

func (e *replayer) actIdentity(r *Relation, c *Column, a *ast.Action) {
	kind := byte('d')
	if a.Generated {
		kind = 'a'
	}
	if a.Column != nil && a.Column.Identity != 0 {
		kind = a.Column.Identity
	}
	if c.Identity == 0 {
		e.ownSequence(r, c, a.Sequence)
	}
	c.Identity, c.NotNull = kind, true
}

// actChild replays ATTACH and DETACH PARTITION, INHERIT and NO INHERIT.
func (e *replayer) actChild(r *Relation, a *ast.Action) {
	if a.Table == nil {
		return
	}
	if r.Kind == ast.Index { // ALTER INDEX … ATTACH PARTITION
		if child := e.scope().relation(*a.Table); child != nil && child.index != nil && r.index != nil {
			child.index.parent = r.index
			if k, p := child.index.con, r.index.con; k != nil && p != nil {
				k.inherited, k.parent = true, p
			}
		}
		return
	}
	other := e.altered(*a.Table, a.Table.Span, false)
	if other == nil {
		return
	}
	switch a.Kind {
	case ast.AttachPartition:
		if other.PartitionOf != nil || other.reaches(r) {
			return
		}
		if !e.refuseChild(other, "a partition", a.Table.Span) {
			e.refuseClones(r, other, a.Table.Span)
		}
		other.PartitionOf = r
		r.Children = append(r.Children, other)
		e.markInherited(other, r, false)
		e.inheritKeys(other, r)
	case ast.DetachPartition:
		if other.PartitionOf == r {
			for _, x := range other.indexes {
				x.parent = nil
			}
			e.disinherit(other, r)
		}
	case ast.AddInherit:
		if slices.Contains(r.Parents, other) || r.reaches(other) {
			return
		}
		e.refuseChild(r, "an inheritance child", a.Span)
		r.Parents = append(r.Parents, other)
		other.Children = append(other.Children, r)
		e.markInherited(r, other, true)
	case ast.DropInherit:
		if slices.Contains(r.Parents, other) {
			e.disinherit(r, other)
		}
	}
}

// reaches reports whether q is r or one of its descendants. Postgres refuses
// circular inheritance (42P07).
func (r *Relation) reaches(q *Relation) bool {
	return r == q || slices.ContainsFunc(r.Children, func(c *Relation) bool { return c.reaches(q) })
}

// markInherited notes which columns and checks of r are now the parent's too.
// Those of a partition are no longer its own.
func (e *replayer) markInherited(r, p *Relation, local bool) {
	for _, pc := range p.Columns {
		if c := r.Column(pc.Name); c != nil {
			c.inherits++
			c.Inherited, c.local = true, local
			c.NotNull = c.NotNull || pc.NotNull
		}
	}
	for _, pc := range p.Constraints {
		if c := r.Constraint(pc.Name); c != nil && pc.Kind == ast.Check {
			c.inherited = true
		}
	}
	if p.Open {
		r.Open = true
	}
}
