package types

import (
	"maps"
	"slices"
	"strings"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/pgname"
	"github.com/trigc/trigc/internal/schema"
)

// A Scope is what names stand for in an expression, from inside out.
type Scope struct {
	outer *Scope
	items []*Item
	ctes  map[string][]Output // queries of WITH; nil columns if they are not known
	// variable finds a variable of PL/pgSQL, or a field of one. must is set if
	// nothing else can be meant: then a field that is missing is reported.
	variable  func(path []ast.Ident, must bool) (t Type, found bool)
	variables []string // names that it finds, for what may be meant by others
	order     Conflict
	// clause is the one whose expressions are checked, if aggregates cannot
	// stand there; those elsewhere are noted.
	clause     string
	aggregates []*ast.Call
	windows    []*ast.Call
}

// Conflict is what counts where a name is that of a column and of a variable
// (#variable_conflict; manual, section 43.11.1).
type Conflict int

// The ways.
const (
	Ambiguous Conflict = iota
	ColumnFirst
	VariableFirst
)

// An Item is a relation that a query can name: one of FROM, OLD, NEW.
type Item struct {
	Schema  string // that its name can be qualified with; "" if none
	Name    string
	Columns []Output
	Row     Type // of the whole row; record if it has no name
	Open    bool // there may be more columns
	System  bool // it has system columns
	// merged are columns that stand for those of two sides of a JOIN USING: they
	// are not ambiguous.
	merged []Output
	hidden []Output // columns that are found by the item's name alone
	plain  bool     // it goes by the name of its relation, for want of an alias
	// For FOR UPDATE: a subquery, the view that it is, or what it is if its rows
	// cannot be locked.
	query      *ast.Query
	view       *schema.Relation
	unlockable string
}

// NewScope returns the scope of an expression over some relations.
func NewScope(items ...*Item) *Scope { return &Scope{items: items} }

// RowScope returns the scope of an expression over rows of a table, under the
// names given: "old", "new", or "" where its columns need none. Transition
// tables have the columns of the table.
func (w *World) RowScope(table *schema.Relation, rows, transition []string) *Scope {
	s := &Scope{ctes: map[string][]Output{}}
	for i, name := range rows {
		it := w.RelationItem(table, name)
		if name == "" {
			it.Name, it.Schema = table.Name, table.Schema
		}
		if i > 0 && rows[0] == "" {
			it.hidden = it.Columns // found by the row's name alone
			it.System = false
		}
		s.items = append(s.items, it)
	}
	for _, name := range transition {
		var columns []Output
		if !table.Open {
			columns = w.RelationItem(table, name).Columns
		}
		s.ctes[name] = columns
	}
	return s
}

// WithVariables returns a scope in which variables of PL/pgSQL stand beyond what
// queries name. Names are those that a misspelled one may mean.
func (s *Scope) WithVariables(find func(path []ast.Ident, must bool) (Type, bool), names []string, order Conflict) *Scope {
	return &Scope{outer: s, variable: find, variables: names, order: order}
}

// RelationItem returns a relation of the schema under a name.
func (w *World) RelationItem(rel *schema.Relation, name string) *Item {
	it := &Item{Name: name, Open: rel.Open, Row: w.rowOf(rel), System: rel.Kind != ast.View}
	for _, c := range rel.Columns {
		it.Columns = append(it.Columns, Output{Name: c.Name, Type: w.Of(c.Type), Collation: strings.TrimPrefix(c.Collation, "pg_catalog.")})
	}
	return it
}

// rowOf returns the type of a relation's rows.
func (w *World) rowOf(rel *schema.Relation) Type {
	t := rel.RowType()
	return Type{name: t.Name, def: t}
}

// find returns the type of a column of an item.
func (it *Item) find(name string) (t Type, n int) {
	for _, c := range it.merged {
		if c.Name == name {
			return c.Type, 1
		}
	}
	for _, c := range it.Columns {
		if c.Name == name {
			t, n = c.Type, n+1
		}
	}
	if n == 0 && it.System {
		if st, ok := systemColumns[name]; ok {
			return st, 1
		}
	}
	return t, n
}

var systemColumns = map[string]Type{
	"ctid": Builtin("tid"), "xmin": Builtin("xid"), "cmin": Builtin("cid"), "xmax": Builtin("xid"), "cmax": Builtin("cid"), "tableoid": Builtin("oid"),
}

// column resolves a reference (transformColumnRef of parse_expr.c).
func (c *Checker) column(ref *ast.ColumnRef, s *Scope) Type {
	parts := ref.Parts
	if ref.Star || len(parts) == 0 {
		if len(parts) > 0 && s != nil {
			if it, _ := s.item(parts); it != nil {
				return it.Row
			}
		}
		return Type{}
	}
	if s == nil {
		return Type{}
	}
	vars := s
	for vars != nil && vars.variable == nil {
		vars = vars.outer
	}
	if vars != nil && vars.order == VariableFirst {
		if t, found := vars.variable(parts, false); found {
			return t
		}
	}
	t, ok := c.columnOf(ref, s)
	if vars == nil {
		if !ok && c.Names {
			c.noColumn(ref, s)
		}
		return t
	}
	switch v, found := vars.variable(parts, !ok); {
	case ok && found && !t.IsKnown():
		return v // the relation is not known, nor whether it has the column
	case ok && found && vars.order == Ambiguous:
		c.Errorf("ambiguous-column", ref.Span(), "42702", "qualify the column, or rename the variable",
			"column reference %q is ambiguous: it could be a variable or a column", parts[len(parts)-1].Name)
		return Type{}
	case ok:
		return t
	case found:
		return v
	case c.Names:
		c.noColumn(ref, s)
	}
	return Type{}
}

// columnOf finds the column of a reference in the relations of a scope; it
// reports false if there is none, and says that there are several.
func (c *Checker) columnOf(ref *ast.ColumnRef, s *Scope) (Type, bool) {
	parts := ref.Parts
	if len(parts) == 1 {
		name := parts[0].Name
		for at := s; at != nil; at = at.outer {
			var t Type
			n, open := 0, false
			for _, it := range at.items {
				if containsName(it.hidden, name) {
					continue
				}
				if u, k := it.find(name); k > 0 {
					t, n = u, n+k
				}
				open = open || it.Open
			}
			switch {
			case n == 1:
				return t, true
			case n > 1:
				if c.Names {
					c.Errorf("ambiguous-column", ref.Span(), "42702", "qualify it", "column reference %q is ambiguous", name)
				}
				return t, true
			case open:
				return Type{}, true
			}
			for _, it := range at.items {
				if it.Name == name {
					return it.Row, true
				}
			}
		}
		return Type{}, false
	}
	it, rest := s.item(parts)
	if it == nil {
		return Type{}, false
	}
	if len(rest) == 0 {
		return it.Row, true
	}
	t, n := it.find(rest[0].Name)
	switch {
	case n == 0 && it.Open:
		return Type{}, true
	case n == 0:
		if c.Names {
			names := make([]string, len(it.Columns))
			for i, o := range it.Columns {
				names[i] = o.Name
			}
			c.Errorf("unknown-column", rest[0].Span, "42703", diag.DidYouMean(rest[0].Name, names), "column %s.%s does not exist", it.Name, rest[0].Name)
		}
		return Type{}, true
	}
	for _, f := range rest[1:] {
		u, ok := c.Field(t, f.Name)
		if !ok {
			return Type{}, true
		}
		t = u
	}
	return t, true
}

// TriggerVariables returns a scope with the variables that PL/pgSQL has in a
// trigger function beyond NEW and OLD (manual, section 43.10.1).
func (s *Scope) TriggerVariables() *Scope {
	return s.WithVariables(func(path []ast.Ident, _ bool) (Type, bool) {
		t, ok := triggerVariables[path[0].Name]
		return t, ok && len(path) == 1
	}, slices.Collect(maps.Keys(triggerVariables)), ColumnFirst)
}

// TriggerVariables returns the types of those variables, by name.
func TriggerVariables() map[string]Type { return maps.Clone(triggerVariables) }

// SystemColumn returns the type of a system column.
func SystemColumn(name string) (Type, bool) {
	t, ok := systemColumns[name]
	return t, ok
}

var triggerVariables = map[string]Type{
	"tg_name": nameType, "tg_when": text, "tg_level": text, "tg_op": text, "tg_relid": Builtin("oid"), "tg_relname": nameType,
	"tg_table_name": nameType, "tg_table_schema": nameType, "tg_nargs": integer, "tg_argv": text.arrayOf(), "found": boolean,
}

// item returns the relation that a path starts with, and what of the path is
// left.
func (s *Scope) item(parts []ast.Ident) (*Item, []ast.Ident) {
	for at := s; at != nil; at = at.outer {
		for _, it := range at.items {
			if it.Name == parts[0].Name && it.Name != "" {
				return it, parts[1:]
			}
			if len(parts) > 1 && it.Schema != "" && it.Schema == parts[0].Name && it.Name == parts[1].Name {
				return it, parts[2:]
			}
		}
	}
	return nil, parts
}

// noColumn reports a reference that stands for nothing.
func (c *Checker) noColumn(ref *ast.ColumnRef, s *Scope) {
	parts := ref.Parts
	if len(parts) == 1 {
		var names []string
		for at := s; at != nil; at = at.outer {
			names = append(names, at.variables...)
			for _, it := range at.items {
				for _, o := range it.Columns {
					names = append(names, o.Name)
				}
			}
		}
		if systemOf(s, parts[0].Name) > 1 {
			c.Errorf("ambiguous-column", ref.Span(), "42702", "write NEW or OLD before it", "column reference %q is ambiguous", parts[0].Name)
			return
		}
		help := diag.DidYouMean(parts[0].Name, names)
		if at := ref.Span(); strings.HasPrefix(at.String(), `"`) && help == "" {
			help = "a text is written in single quotes"
		}
		c.Errorf("unknown-column", ref.Span(), "42703", help, "column %q does not exist", parts[0].Name)
		return
	}
	var names []string
	for at := s; at != nil; at = at.outer {
		names = append(names, at.variables...)
		for _, it := range at.items {
			names = append(names, it.Name)
		}
	}
	help := diag.DidYouMean(parts[0].Name, names)
	if row := parts[0].Span; len(parts) == 3 && c.Body && !row.IsZero() {
		if name := strings.ToLower(parts[0].Name); name == "new" || name == "old" {
			help = "write (" + row.File.At(row.Start, parts[1].Span.End).String() + ")." + parts[2].Span.String()
		}
	}
	c.Errorf("unknown-table", parts[0].Span, "42P01", help, "missing FROM-clause entry for table %q", parts[len(parts)-2].Name)
}

// systemOf returns how many relations of a scope have a system column.
func systemOf(s *Scope, name string) (n int) {
	if _, ok := systemColumns[name]; !ok {
		return 0
	}
	for ; s != nil && n == 0; s = s.outer {
		for _, it := range s.items {
			if it.System {
				n++
			}
		}
	}
	return n
}

// cte returns the columns of a query of WITH, and whether there is one.
func (s *Scope) cte(name string) ([]Output, bool) {
	for at := s; at != nil; at = at.outer {
		if out, ok := at.ctes[name]; ok {
			return out, true
		}
	}
	return nil, false
}

// relation returns a relation that a query names, as an item; it reports one
// that does not exist.
func (c *Checker) relation(n *ast.Relation, s *Scope) *Item {
	name := n.Name
	it := &Item{Name: name.Name, Schema: name.Schema, Row: record}
	named := false // by WITH
	defer func() {
		it.plain = !named
		if n.Alias != "" {
			it.Name, it.Schema, it.plain = n.Alias, "", false
		}
	}()
	if name.Schema == "" && s != nil {
		if out, ok := s.cte(name.Name); ok {
			it.Columns, it.Open = out, out == nil
			it.unlockable, named = "no table", true
			return it
		}
	}
	at := name.Span
	if rel := c.DB.RelationAt(name, at.File, at.Start); rel != nil {
		it = c.RelationItem(rel, name.Name)
		it.Schema = rel.Schema
		if rel.Kind == ast.View {
			it.view = rel
		}
		return it
	}
	for _, rel := range c.Made {
		if rel.Name == name.Name && (name.Schema == rel.Schema || name.Schema == "" && slices.Contains(c.searched(name), rel.Schema)) {
			it = c.RelationItem(rel, name.Name)
			it.Schema = rel.Schema
			return it
		}
	}
	for in, relations := range c.Catalog.Relations {
		r := relations[name.Name]
		if r == nil {
			continue
		}
		if c.Catalog.Extensions[in] {
			var ok bool
			if in, ok = c.installed(in); !ok {
				continue
			}
		}
		if name.Schema == in || name.Schema == "" && slices.Contains(c.searched(name), in) {
			it.System = r.Kind == 'r'
			for _, col := range r.Columns {
				it.Columns = append(it.Columns, Output{Name: col.Name, Type: parse(col.Type)})
			}
			return it
		}
	}
	it.Open = true
	if c.Loose && name.Schema == "" && c.somewhere(name.Name) {
		return it // the search path of who fires the trigger may have it
	}
	if c.Names && !c.hidden && !c.DB.SystemRelation(name) && !c.DB.Elsewhere(name.Schema) {
		c.noRelation(name, s)
	}
	return it
}

func (c *Checker) noRelation(name ast.Name, s *Scope) {
	if strings.HasPrefix(name.Schema, "pg_") && c.DB.Schemas[name.Schema] == nil {
		return
	}
	if in := c.schemaOf(name); in != "" {
		c.Errorf("unknown-table", name.Span, "42P01", "write "+pgname.Qualify(in, name.Name)+", or put its schema into the search path of the function",
			"relation %q does not exist in the search path of the function", name.String())
		return
	}
	known := c.DB.RelationNames()
	for ; s != nil; s = s.outer {
		known = slices.AppendSeq(known, maps.Keys(s.ctes))
	}
	c.Errorf("unknown-table", name.Span, "42P01", diag.DidYouMean(name.String(), known), "relation %q does not exist", name.String())
}

// schemaOf returns a schema with a relation that is named without one, where the
// search path is known; "" if there is none.
func (c *Checker) schemaOf(name ast.Name) string {
	if name.Schema != "" || c.Loose {
		return ""
	}
	for _, in := range slices.Sorted(maps.Keys(c.DB.Schemas)) {
		if c.DB.Schemas[in].Relations[name.Name] != nil {
			return in
		}
	}
	return ""
}

// somewhere reports whether any schema has a relation of that name.
func (c *Checker) somewhere(name string) bool {
	for _, s := range c.DB.Schemas {
		if s.Relations[name] != nil {
			return true
		}
	}
	return false
}
