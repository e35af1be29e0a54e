// Package types resolves the types of SQL expressions as Postgres does
// (manual, chapter 10; parse_func.c, parse_oper.c, parse_coerce.c): which
// operator, function or cast a text means, and what it yields.
//
// What depends on objects that trigc cannot know has no known type, and
// nothing is said of what it is part of.
package types

import (
	"slices"
	"strings"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/catalog"
	"github.com/trigc/trigc/internal/pgname"
	"github.com/trigc/trigc/internal/schema"
)

// A Type is a type of SQL. The zero Type is one that is not known.
type Type struct {
	name  string // as in package catalog; of a user's type its own
	def   *schema.Type
	array bool
	shape *shape // of a record that a query made
}

// The types that rules name.
var (
	unknown  = Type{name: "unknown"} // of a literal that has no type yet
	boolean  = Type{name: "bool"}
	text     = Type{name: "text"}
	varchar  = Type{name: "varchar"}
	integer  = Type{name: "int4"}
	bigint   = Type{name: "int8"}
	numeric  = Type{name: "numeric"}
	record   = Type{name: "record"}
	anyType  = Type{name: "any"}
	bitText  = Type{name: "bit"}
	nameType = Type{name: "name"}
)

// Builtin returns a type of Postgres itself by its internal name.
func Builtin(name string) Type { return Type{name: name} }

// IsKnown reports whether anything is known of the type.
func (t Type) IsKnown() bool { return t.name != "" }

// IsUnknownLiteral reports whether t is that of a literal without a type.
func (t Type) IsUnknownLiteral() bool { return t == unknown }

// element returns the type of an array's elements.
func (t Type) element() Type {
	t.array = false
	return t
}

func (t Type) arrayOf() Type {
	t.array = true
	return t
}

// parse returns the type that package catalog calls name.
func parse(name string) Type {
	if n := len(name) - len("[]"); n > 0 && name[n:] == "[]" {
		return Type{name: name[:n], array: true}
	}
	return Type{name: name}
}

// A World is what types are resolved against: the catalog of a version of
// Postgres and a schema.
type World struct {
	DB      *schema.DB
	Catalog *catalog.Catalog
	// Made are the tables that directives want made; the DDL lacks them.
	Made []*schema.Relation
	// Assigning are the tables with directives that may assign to NEW, and the
	// views with any.
	Assigning map[*schema.Relation]bool
	// hidden is set if there may be objects that nobody told of.
	hidden bool
}

// NewWorld returns the world of a schema on a major version of Postgres.
func NewWorld(db *schema.DB, postgres int) *World {
	w := &World{DB: db, Catalog: catalog.For(postgres), hidden: db.Opaque}
	for name := range db.Extensions {
		if name != "plpgsql" && !w.Catalog.Extensions[name] {
			w.hidden = true
		}
	}
	// A column of a type that nobody made is of an extension that no file names.
	for _, r := range db.Relations() {
		w.hidden = w.hidden || slices.ContainsFunc(r.Columns, func(c *schema.Column) bool { return c.Type.Unknown && r.Kind != ast.View && !w.Of(c.Type).IsKnown() })
	}
	return w
}

// Of returns the type of a column, an argument or a cast.
func (w *World) Of(ref *schema.TypeRef) Type {
	switch {
	case ref == nil:
		return Type{}
	case ref.Def != nil:
		return Type{name: ref.Def.Name, def: ref.Def, array: ref.Array > 0}
	case ref.Unknown:
		for ext, in := range w.DB.Extensions {
			name := ext + ":" + ref.Name
			if w.Catalog.Types[name] != nil && (ref.Schema == "" || ref.Schema == in) {
				return Type{name: name, array: ref.Array > 0}
			}
		}
		return Type{}
	case ref.Schema != "pg_catalog" || w.Catalog.Types[ref.Name] == nil:
		return Type{}
	}
	return Type{name: ref.Name, array: ref.Array > 0}
}

// entry returns what the catalog says of a type that is no array; nil of a
// user's.
func (w *World) entry(t Type) *catalog.Type {
	if t.def != nil || t.array {
		return nil
	}
	return w.Catalog.Types[t.name]
}

// base returns the type under a domain.
func (w *World) base(t Type) Type {
	for t.def != nil && !t.array && t.def.Kind == ast.Domain && t.def.Base != nil {
		t = w.Of(t.def.Base)
	}
	return t
}

// isDomain reports whether t is a domain.
func isDomain(t Type) bool { return t.def != nil && !t.array && t.def.Kind == ast.Domain }

// category returns typcategory.
func (w *World) category(t Type) byte {
	t = w.base(t)
	switch {
	case !t.IsKnown():
		return 0
	case t.array:
		return 'A'
	case t.def != nil:
		switch t.def.Kind {
		case ast.Enum:
			return 'E'
		case ast.Range:
			return 'R'
		case ast.Composite:
			return 'C'
		}
		return 'U'
	}
	if e := w.entry(t); e != nil {
		return e.Category
	}
	return 0
}

// preferred returns typispreferred.
func (w *World) preferred(t Type) bool {
	e := w.entry(t)
	return e != nil && e.Preferred
}

func (w *World) isEnum(t Type) bool {
	return t.def != nil && !t.array && t.def.Kind == ast.Enum
}

// rangeElement returns the subtype of a range or multirange.
func (w *World) rangeElement(t Type) (Type, bool) {
	if t.def != nil && !t.array && t.def.Kind == ast.Range {
		return w.Of(t.def.Base), true
	}
	if e := w.entry(t); e != nil && (e.Kind == 'r' || e.Kind == 'm') {
		return parse(e.Element), true
	}
	return Type{}, false
}

func (w *World) isRange(t Type) bool {
	if t.def != nil && !t.array && t.def.Kind == ast.Range {
		return true // a user's range; its multirange is not told apart
	}
	e := w.entry(t)
	return e != nil && e.Kind == 'r'
}

func (w *World) isMultirange(t Type) bool {
	e := w.entry(t)
	return e != nil && e.Kind == 'm'
}

// isComposite reports whether t is a row type.
func (w *World) isComposite(t Type) bool {
	return t.def != nil && !t.array && (t.def.Kind == ast.Composite || t.def.Rel != nil)
}

// elementOf returns the type of the elements of an array, or of a type that
// is subscripted like one.
func (w *World) elementOf(t Type) (Type, bool) {
	t = w.base(t)
	if t.array {
		return t.element(), true
	}
	if e := w.entry(t); e != nil && e.Element != "" && e.Kind == 'b' && e.Category == 'A' {
		return parse(e.Element), true // int2vector, oidvector
	}
	return Type{}, false
}

// String returns the type as Postgres's messages name it.
func (w *World) String(t Type) string {
	var s string
	switch {
	case !t.IsKnown():
		return "unknown"
	case t.def != nil:
		s = pgname.Qualify(t.def.Schema, t.def.Name)
		if t.def.Schema == "public" {
			s = pgname.Quote(t.def.Name)
		}
	default:
		name := t.name
		for i := range name {
			if name[i] == ':' {
				name = name[i+1:]
				break
			}
		}
		s = strings.Trim(schema.Builtin(name).String(), `"`)
	}
	if t.array {
		s += "[]"
	}
	return s
}

// RowType returns the type of a relation's rows.
func (w *World) RowType(rel *schema.Relation) Type { return w.rowOf(rel) }

// Field returns the type of a field of a row type.
func (w *World) Field(t Type, name string) (Type, bool) {
	t = w.base(t)
	if t.shape != nil {
		for _, o := range t.shape.columns {
			if o.Name == name {
				return o.Type, true
			}
		}
		return Type{}, false
	}
	if !w.isComposite(t) {
		return Type{}, false
	}
	for _, a := range t.def.Attributes() {
		if a.Name == name {
			return w.Of(a.Type), true
		}
	}
	return Type{}, false
}

// Fields returns the names of the fields of a row type, nil if it is none; open
// is set if there may be more.
func (w *World) Fields(t Type) (names []string, open bool) {
	t = w.base(t)
	if t.shape != nil {
		names = []string{}
		for _, o := range t.shape.columns {
			names = append(names, o.Name)
		}
		return names, false
	}
	if !w.isComposite(t) {
		return nil, false
	}
	names = []string{}
	for _, a := range t.def.Attributes() {
		names = append(names, a.Name)
	}
	return names, t.def.Rel != nil && t.def.Rel.Open
}

// A shape is the columns of a record that a query made.
type shape struct{ columns []Output }

// Record returns the type of a record with these columns of a query, in which a
// literal without a type is a text; the zero type if
// they are not known.
func Record(columns []Output) Type {
	if columns == nil {
		return Type{}
	}
	for i := range columns {
		if columns[i].Type == unknown {
			columns[i].Type = text
		}
	}
	return Type{name: "record", shape: &shape{columns}}
}

// IsRow reports whether t is a row type, a record too.
func (w *World) IsRow(t Type) bool {
	t = w.base(t)
	return w.isComposite(t) || t.name == "record" && t.def == nil && !t.array
}

// Element returns the type of the elements of an array; ok is unset if t is
// none.
func (w *World) Element(t Type) (e Type, ok bool) { return w.elementOf(t) }

// SameRow reports whether a row of type t can be returned for one of a table:
// whether that is not known, too.
func (w *World) SameRow(t Type, rel *schema.Relation) bool {
	if rel.Open {
		return true
	}
	var columns []Output
	switch b := w.base(t); {
	case b.shape != nil:
		columns = b.shape.columns
	case w.isComposite(b):
		if b.def.Rel == rel {
			return true
		}
		if b.def.Rel != nil && b.def.Rel.Open {
			return true
		}
		for _, a := range b.def.Attributes() {
			columns = append(columns, Output{Name: a.Name, Type: w.Of(a.Type)})
		}
	default:
		return true
	}
	if len(columns) != len(rel.Columns) {
		return false
	}
	for i, o := range columns {
		want := w.Of(rel.Columns[i].Type)
		if o.Type.IsKnown() && want.IsKnown() && o.Type != want {
			return false
		}
	}
	return true
}

// Hidden reports whether there may be objects that nobody told of.
func (w *World) Hidden() bool { return w.hidden }
