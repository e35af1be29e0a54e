package schema

import (
	"maps"
	"slices"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
)

// A declared is a constraint as written, and the column it stands at; nil if
// it is one of the table.
type declared struct {
	con *ast.Constraint
	col *Column
}

func columnConstraints(def *ast.ColumnDef, c *Column) []declared {
	list := make([]declared, len(def.Constraints))
	for i, k := range def.Constraints {
		list[i] = declared{k, c}
	}
	return list
}

func (d declared) columns() []string {
	if len(d.con.Columns) == 0 && d.col != nil {
		return []string{d.col.Name}
	}
	names := make([]string, len(d.con.Columns))
	for i, c := range d.con.Columns {
		names[i] = c.Name
	}
	return names
}

// addConstraints adds those of the list that are of the kinds. The primary key
// comes before other keys, and of keys over the same columns only the first is
// made (transformIndexConstraints, parse_utilcmd.c).
func (e *replayer) addConstraints(r *Relation, list []declared, kinds ...ast.ConstraintKind) {
	var of []declared
	for _, d := range list {
		if slices.Contains(kinds, d.con.Kind) {
			of = append(of, d)
		}
	}
	slices.SortStableFunc(of, func(a, b declared) int {
		return btoi(b.con.Kind == ast.PrimaryKey) - btoi(a.con.Kind == ast.PrimaryKey)
	})
	for i, d := range of {
		name := d.con.Name.Name
		if isKey(d.con.Kind) && d.con.UsingIndex == "" {
			same := func(o declared) bool {
				return isKey(o.con.Kind) && slices.Equal(o.columns(), d.columns()) && o.con.Deferrable == d.con.Deferrable
			}
			if slices.ContainsFunc(of[:i], same) {
				continue
			}
			for _, o := range of[i+1:] {
				if name == "" && same(o) {
					name = o.con.Name.Name
				}
			}
		}
		e.addConstraint(r, d, name)
	}
}

func isKey(k ast.ConstraintKind) bool { return k == ast.PrimaryKey || k == ast.Unique }

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// addConstraint adds a constraint under the name, or under Postgres's own if
// that is empty. A name that the table has already is refused by Postgres
// (42710): the first stays.
func (e *replayer) addConstraint(r *Relation, d declared, name string) {
	if d.con.Kind == ast.NotNull {
		for _, col := range d.columns() {
			if c := r.Column(col); c != nil {
				e.setNotNull(r, c)
			}
		}
		return
	}
	if name != "" && r.Constraint(name) != nil {
		return
	}
	if t := r.constraintTrigger(name); t != nil && !e.db.Opaque {
		e.report.Add(diag.Diagnostic{
			Code:     "duplicate-constraint",
			Severity: diag.Error,
			Span:     spanOf(d.con.Name.Span, d.con.Span),
			Message:  `constraint "` + name + `" exists already: constraint trigger "` + t.Name + `" has one`,
			Related:  related(t.Decl.Name.Span, "trigger declared here"),
			SQLState: "42710",
		})
		return
	}
	s := e.db.Schemas[r.Schema]
	k := d.con
	c := &Constraint{
		Name:       name,
		Kind:       k.Kind,
		Decl:       spanOf(k.Name.Span, k.Span),
		Columns:    d.columns(),
		Check:      k.Check,
		Deferrable: k.Deferrable,
		Unproved:   k.NotEnforced || k.NotValid,
		OnDelete:   k.OnDelete,
		OnUpdate:   k.OnUpdate,
		local:      true,
	}
	switch k.Kind {
	case ast.Check:
		c.Columns = r.checkColumns(k.Check)
		if c.Name == "" {
			var column string
			if len(c.Columns) == 1 {
				column = c.Columns[0]
			}
			c.Name = s.freeConstraintName(r.Name, column, "check")
		}
	case ast.PrimaryKey, ast.Unique, ast.Exclude:
		if k.UsingIndex != "" {
			e.useIndex(r, c, k.UsingIndex)
			return
		}
		if k.Kind == ast.PrimaryKey && r.PrimaryKey() != nil {
			return // 42P16
		}
		e.addKey(r, c)
		return
	case ast.ForeignKey:
		c.RefName = k.RefTable
		for _, col := range k.RefColumns {
			c.RefColumns = append(c.RefColumns, col.Name)
		}
		if !k.NotEnforced { // else it is no more than a name
			e.resolveReference(r, c, e.scope())
		}
		if c.Name == "" {
			c.Name = s.freeConstraintName(r.Name, columnsName(c.Columns), "fkey")
		}
	}
	e.register(r, c)
}

// checkColumns returns the columns that an expression over r names, each once.
func (r *Relation) checkColumns(x *ast.SQL) []string {
	var names []string
	if x == nil {
		return nil
	}
	ast.Walk(x.Root, func(n ast.Node) bool {
		if ref, ok := n.(*ast.ColumnRef); ok && len(ref.Parts) > 0 {
			name := ref.Parts[len(ref.Parts)-1].Name
			if r.Column(name) != nil && !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
		return true
	})
	return names
}

func (e *replayer) resolveReference(r *Relation, c *Constraint, sc scope) {
	c.Ref = sc.relation(c.RefName)
	if c.Ref == nil {
		return
	}
	if len(c.RefColumns) == 0 {
		for _, k := range c.Ref.PrimaryKey() {
			c.RefColumns = append(c.RefColumns, k.Name)
		}
	}
	c.Ref.referrers = append(c.Ref.referrers, r)
}

// register adds a complete constraint to r and hands it down: a check to all
// children, a foreign key to partitions.
func (e *replayer) register(r *Relation, c *Constraint) {
	r.Constraints = append(r.Constraints, c)
	e.db.Schemas[r.Schema].constraints[c.Name]++
	for _, child := range r.Children {
		switch {
		case c.Kind == ast.Check && !e.only:
			e.inheritCheck(child, c)
		case c.Kind == ast.ForeignKey && child.PartitionOf == r:
			e.inheritReference(child, c)
		}
	}
}

// inheritChecks gives a new table the checks of its parents.
func (e *replayer) inheritChecks(r *Relation) {
	parents := r.Parents
	if r.PartitionOf != nil {
		parents = append([]*Relation{r.PartitionOf}, parents...)
	}
	for _, p := range parents {
		for _, c := range p.Constraints {
			if c.Kind == ast.Check {
				e.inheritCheck(r, c)
			}
		}
	}
}

func (e *replayer) inheritCheck(r *Relation, c *Constraint) {
	if own := r.Constraint(c.Name); own != nil {
		own.inherited = true
		return
	}
	e.register(r, c.handDown())
}

// handDown returns a copy of c for a child.
func (c *Constraint) handDown() *Constraint {
	d := *c
	d.Columns = slices.Clone(c.Columns)
	d.RefColumns = slices.Clone(c.RefColumns)
	d.ColumnRenames = maps.Clone(c.ColumnRenames)
	d.inherited, d.local, d.parent = true, false, c
	return &d
}

// inheritKeys gives a partition the indexes and foreign keys of its parent.
// One that it has already becomes the parent's part.
func (e *replayer) inheritKeys(r, p *Relation) {
	for _, x := range p.indexes {
		e.inheritIndex(r, x)
	}
	for _, c := range p.Constraints {
		if c.Kind == ast.ForeignKey {
			e.inheritReference(r, c)
		}
	}
}

func (e *replayer) inheritReference(r *Relation, c *Constraint) {
	for _, own := range r.Constraints {
		if own.Kind == ast.ForeignKey && own.parent == nil && own.Ref == c.Ref && own.Ref != nil &&
			slices.Equal(own.Columns, c.Columns) && slices.Equal(own.RefColumns, c.RefColumns) {
			own.inherited, own.parent = true, c
			return
		}
	}
	d := c.handDown()
	if r.Constraint(d.Name) != nil {
		d.Name = e.db.Schemas[r.Schema].freeConstraintName(r.Name, columnsName(d.Columns), "fkey")
	}
	if d.Ref != nil {
		d.Ref.referrers = append(d.Ref.referrers, r)
	}
	e.register(r, d)
}

// likeConstraints adds the checks, keys and indexes of LIKE INCLUDING. Checks
// keep their names, indexes get new ones.
func (e *replayer) likeConstraints(r *Relation, l *ast.Like) {
	src := e.scope().relation(l.Table)
	if src == nil || src == r {
		return
	}
	if l.Constraints {
		for _, c := range src.Constraints {
			if c.Kind == ast.Check && r.Constraint(c.Name) == nil {
				d := c.handDown()
				d.inherited, d.local, d.parent = false, true, nil
				e.register(r, d)
			}
		}
	}
	if l.Indexes {
		for _, x := range src.indexes {
			if x.con != nil && x.con.Kind == ast.PrimaryKey && r.PrimaryKey() != nil {
				continue
			}
			e.copyIndex(r, x)
		}
	}
}

// releaseConstraint frees the name of a constraint that is no more.
func (e *replayer) releaseConstraint(r *Relation, c *Constraint) {
	if s := e.db.Schemas[r.Schema]; s != nil && !c.IndexOnly {
		s.constraints[c.Name]--
	}
}

// dropConstraint drops a constraint of r with its index, the foreign keys that
// need it, and what children have of it only by inheritance.
func (e *replayer) dropConstraint(r *Relation, c *Constraint) {
	e.dropOwnConstraint(r, c)
	for _, child := range r.Children {
		for _, k := range slices.Clone(child.Constraints) {
			switch {
			case !k.inherited || k.Kind != c.Kind:
			case c.Kind == ast.Check && k.Name == c.Name && !child.otherParentHas(r, c.Name):
				k.inherited = false
				if !k.local || child.PartitionOf == r {
					e.dropConstraint(child, k)
				}
			case c.Kind != ast.Check && k.parent == c:
				e.dropConstraint(child, k)
			}
		}
	}
}

// dropOwnConstraint drops a constraint of r and leaves the children alone.
func (e *replayer) dropOwnConstraint(r *Relation, c *Constraint) {
	r.Constraints = without(r.Constraints, c)
	e.releaseConstraint(r, c)
	for _, x := range r.indexes {
		if x.con == c {
			e.forget(x.rel)
			r.indexes = without(r.indexes, x)
			break
		}
	}
	if isKey(c.Kind) {
		for _, f := range r.referrers {
			e.dropReferences(f, func(k *Constraint) bool {
				return k.Ref == r && sameSet(k.RefColumns, c.Columns) && !r.HasKey(k.RefColumns)
			})
		}
	}
}

// HasKey reports whether r has a key over the columns.
func (r *Relation) HasKey(columns []string) bool {
	return slices.ContainsFunc(r.Constraints, func(c *Constraint) bool {
		return isKey(c.Kind) && sameSet(c.Columns, columns)
	})
}

// otherParentHas reports whether a parent other than p has a check with that
// name.
func (r *Relation) otherParentHas(p *Relation, check string) bool {
	return slices.ContainsFunc(r.Parents, func(q *Relation) bool { return q != p && q.Constraint(check) != nil })
}

func sameSet(a, b []string) bool {
	return len(a) == len(b) && !slices.ContainsFunc(a, func(x string) bool { return !slices.Contains(b, x) })
}

// dropReferences drops those foreign keys of r for which f is true.
func (e *replayer) dropReferences(r *Relation, f func(*Constraint) bool) {
	r.Constraints = slices.DeleteFunc(r.Constraints, func(c *Constraint) bool {
		gone := c.Kind == ast.ForeignKey && f(c)
		if gone && !r.dropped {
			e.releaseConstraint(r, c)
		}
		return gone
	})
}

func (e *replayer) renameConstraint(r *Relation, c *Constraint, name string) {
	if r.Constraint(name) != nil {
		return
	}
	for _, x := range r.indexes {
		if x.con == c {
			e.renameRelation(x.rel, name)
			return
		}
	}
	old := c.Name
	s := e.db.Schemas[r.Schema]
	s.constraints[old]--
	s.constraints[name]++
	c.Name = name
	if c.Kind == ast.Check {
		for _, child := range r.Children {
			if k := child.Constraint(old); k != nil && k.inherited {
				e.renameConstraint(child, k, name)
			}
		}
	}
}
