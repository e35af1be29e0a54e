package schema

import (
	"maps"
	"slices"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/source"
)

// newColumn makes a column of r as declared; r is nil for the field of a
// composite type.
func (e *replayer) newColumn(r *Relation, def *ast.ColumnDef) *Column {
	c := &Column{
		Name:      def.Name.Name,
		Decl:      def.Name.Span,
		NotNull:   def.NotNull,
		Default:   def.Default,
		Generated: def.Generated || def.Virtual,
		Virtual:   def.Virtual,
		Identity:  def.Identity,
		local:     true,
	}
	if def.Collation != nil {
		c.Collation = def.Collation.String()
	}
	if r == nil {
		c.Type = e.typeRef(def.Type)
		return c
	}
	if isSerial(def.Type) {
		c.Type = Builtin(typeAliases[def.Type.Name.Name])
		c.NotNull = true
		c.Default = serialDefault(def.Type.Span)
		e.ownSequence(r, c, nil)
	} else {
		c.Type = e.typeRef(def.Type)
	}
	e.db.colOf[def] = c
	if c.Identity != 0 {
		c.NotNull = true
		e.ownSequence(r, c, def.Sequence)
	}
	if slices.ContainsFunc(def.Constraints, func(k *ast.Constraint) bool { return k.Kind == ast.PrimaryKey }) {
		c.NotNull = true
	}
	return c
}

// isSerial reports whether a column of the type has a sequence of its own.
func isSerial(t ast.TypeName) bool {
	return t.Schema == "" && serialTypes[t.Name.Name] && t.Array == 0 && !t.Pct
}

// serialDefault is the default of a serial column; its place is the type's.
func serialDefault(at source.Span) *ast.SQL {
	return &ast.SQL{Span: at, Root: &ast.Call{
		Pos:  ast.Pos{At: at},
		Func: ast.Name{Schema: "pg_catalog", Name: "nextval", Span: at},
	}}
}

// addColumn appends a column to r and lets its type know.
func (e *replayer) addColumn(r *Relation, c *Column) {
	r.Columns = append(r.Columns, c)
	r.usesType(c.Type)
}

func (r *Relation) usesType(t *TypeRef) {
	if d := t.Def; d != nil && (len(d.users) == 0 || d.users[len(d.users)-1] != r) {
		d.users = append(d.users, r)
	}
}

// declareColumn adds a column that CREATE TABLE declares. One that a parent,
// or the type of a typed table, has already is merged with it; nil if the
// table declares it twice.
func (e *replayer) declareColumn(r *Relation, def *ast.ColumnDef, typed bool) *Column {
	old := r.Column(def.Name.Name)
	if old == nil {
		if typed && def.Type.Name.Name == "" {
			if !r.Open {
				return nil // Postgres: column does not exist, 42703
			}
			c := e.newColumn(r, &ast.ColumnDef{Name: def.Name, Span: def.Span, NotNull: def.NotNull, Default: def.Default})
			c.Type = unknownType()
			e.db.colOf[def] = c
			e.addColumn(r, c)
			return c
		}
		c := e.newColumn(r, def)
		e.addColumn(r, c)
		return c
	}
	if old.inherits == 0 && !typed || old.inherits > 0 && old.local && !typed {
		e.duplicateColumn(def.Name.Span, def.Name.Name, old)
		return nil
	}
	old.local = old.local || !typed
	old.Decl = spanOf(def.Name.Span, old.Decl)
	e.db.colOf[def] = old
	if def.NotNull || def.Identity != 0 {
		old.NotNull = true
	}
	if def.Default != nil {
		old.Default, old.Generated, old.Virtual = def.Default, def.Generated || def.Virtual, def.Virtual
	}
	if isSerial(def.Type) {
		old.NotNull, old.Default = true, serialDefault(def.Type.Span)
		e.ownSequence(r, old, nil)
	}
	if def.Identity != 0 && old.Identity == 0 {
		old.Identity = def.Identity
		e.ownSequence(r, old, def.Sequence)
	}
	return old
}

// inheritColumns merges the columns of a parent into r, as MergeAttributes
// does: what any parent says NOT NULL is NOT NULL. Identity is not inherited.
func (e *replayer) inheritColumns(r, p *Relation) {
	for _, pc := range p.Columns {
		if c := r.Column(pc.Name); c != nil {
			c.inherits++
			c.Inherited = true
			c.NotNull = c.NotNull || pc.NotNull
			if c.Default == nil {
				c.Default, c.Generated, c.Virtual = pc.Default, pc.Generated, pc.Virtual
			}
			continue
		}
		e.addColumn(r, pc.handDown())
	}
}

// handDown returns a copy of c for a child.
func (c *Column) handDown() *Column {
	d := *c
	d.ColumnRenames = maps.Clone(c.ColumnRenames)
	d.Identity, d.Inherited, d.local, d.inherits = 0, true, false, 1
	return &d
}

// disinherit ends that r inherits from p: its columns become r's own.
func (e *replayer) disinherit(r, p *Relation) {
	p.Children = without(p.Children, r)
	r.Parents = without(r.Parents, p)
	partition := r.PartitionOf == p
	if partition {
		r.PartitionOf = nil
	}
	for _, pc := range p.Columns {
		if c := r.Column(pc.Name); c != nil && c.inherits > 0 {
			c.inherits--
			c.Inherited = c.inherits > 0
			c.local = c.local || !c.Inherited
		}
	}
	for _, c := range r.Constraints {
		if c.inherited && (partition || c.Kind == ast.Check && p.Constraint(c.Name) != nil) {
			c.inherited, c.local, c.parent = false, true, nil
		}
	}
}

// likeColumns adds the columns of LIKE. Types, collations and NOT NULL always
// come along; the rest if it is named.
func (e *replayer) likeColumns(r *Relation, l *ast.Like) {
	src := e.scope().relation(l.Table)
	if src == nil || src == r {
		if t := e.scope().userType(l.Table); t != nil {
			for _, f := range t.Attributes() {
				e.addColumn(r, &Column{Name: f.Name, Decl: l.Table.Span, Type: f.Type, Collation: f.Collation, local: true})
			}
			return
		}
		r.Open = true
		return
	}
	r.Open = r.Open || src.Open
	for _, sc := range src.Columns {
		if old := r.Column(sc.Name); old != nil {
			if old.inherits > 0 && !old.local {
				old.local, old.NotNull = true, old.NotNull || sc.NotNull
				continue
			}
			e.duplicateColumn(l.Table.Span, sc.Name, old)
			continue
		}
		c := &Column{Name: sc.Name, Decl: l.Table.Span, Type: sc.Type, NotNull: sc.NotNull, Collation: sc.Collation, local: true}
		switch {
		case sc.Generated:
			if l.Generated {
				c.Default, c.Generated, c.Virtual = sc.Default, true, sc.Virtual
				c.ColumnRenames = maps.Clone(sc.ColumnRenames)
			}
		case l.Defaults:
			c.Default = sc.Default
		}
		e.addColumn(r, c)
		if l.Identity && sc.Identity != 0 {
			c.Identity = sc.Identity
			e.ownSequence(r, c, nil)
		}
	}
}

// renameColumn renames a column in r and its children, and follows it to all
// that speaks of it.
func (e *replayer) renameColumn(r *Relation, c *Column, name string) {
	old := c.Name
	c.Name = name
	for _, g := range r.Columns {
		if g.Generated {
			g.ColumnRenames = renamed(g.ColumnRenames, old, name)
		}
	}
	for i, k := range r.PartitionKey {
		if k == old {
			r.PartitionKey[i] = name
		}
	}
	for _, k := range r.Constraints {
		replace(k.Columns, old, name)
		if k.Check != nil {
			k.ColumnRenames = renamed(k.ColumnRenames, old, name)
		}
	}
	for _, x := range r.indexes {
		replace(x.columns, old, name)
	}
	for _, f := range r.referrers {
		for _, k := range f.Constraints {
			if k.Ref == r {
				replace(k.RefColumns, old, name)
			}
		}
	}
	for _, t := range r.Triggers {
		t.ColumnRenames = renamed(t.ColumnRenames, old, name)
	}
	for _, child := range r.Children {
		if cc := child.Column(old); cc != nil && cc.inherits > 0 {
			e.renameColumn(child, cc, name)
		}
	}
}

func replace(list []string, old, name string) {
	for i, n := range list {
		if n == old {
			list[i] = name
		}
	}
}

// renamed adds a rename to a map from the names in a text to those at the end.
func renamed(m map[string]string, old, name string) map[string]string {
	if m == nil {
		m = map[string]string{}
	}
	for text, now := range m {
		if now == old {
			m[text] = name
			return m
		}
	}
	if _, taken := m[old]; !taken {
		m[old] = name
	}
	return m
}
