package schema

import (
	"slices"
	"strconv"
	"strings"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/pgname"
)

// Pct and SETOF aside, a type name is looked up as parse_type.c does: the
// types of Postgres first, then those of the search path, row types of
// relations among them.
func (e *replayer) typeRef(tn ast.TypeName) *TypeRef {
	if tn.Pct {
		return e.columnType(tn)
	}
	return e.scope().typeRef(tn)
}

// columnType resolves relation.column%TYPE.
func (e *replayer) columnType(tn ast.TypeName) *TypeRef {
	path := strings.Split(tn.Name.Name, ".")
	if tn.Schema != "" {
		path = append(strings.Split(tn.Schema, "."), path...)
	}
	if n := len(path); n >= 2 {
		rel := ast.Name{Name: path[n-2]}
		if n >= 3 {
			rel.Schema = path[n-3]
		}
		if r := e.scope().relation(rel); r != nil {
			if c := r.Column(path[n-1]); c != nil {
				return c.Type.withArray(tn.Array)
			}
		}
	}
	return &TypeRef{Name: strings.Join(path, "."), Array: tn.Array, Unknown: true}
}

func (t *TypeRef) withArray(n int) *TypeRef {
	if n == 0 {
		return t
	}
	u := *t
	u.Array += n
	u.track()
	return &u
}

func (s scope) typeRef(tn ast.TypeName) *TypeRef {
	t := &TypeRef{Schema: tn.Schema, Name: tn.Name.Name, Mods: tn.Mods, Array: tn.Array}
	schemas := []string{tn.Schema}
	if tn.Schema == "" {
		schemas = s.schemas(true)
	} else if tn.Schema == "pg_temp" {
		schemas = []string{s.temp}
	}
	for _, name := range schemas {
		if name == "pg_catalog" && t.setBuiltin(t.Name) {
			return t
		}
		if schema := s.db.Schemas[name]; schema != nil {
			def := schema.Types[t.Name]
			if r := schema.Relations[t.Name]; def == nil && r != nil {
				def = r.RowType()
			}
			if def != nil {
				t.Schema, t.Def = name, def
				t.track()
				return t
			}
		}
	}
	if alias := typeAliases[t.Name]; tn.Schema == "" && alias != "" && t.setBuiltin(alias) {
		return t
	}
	t.Unknown = true
	if x, ok := extensionTypes[t.Name]; ok && tn.Schema == "" {
		t.Schema = s.db.Extensions[x.extension]
	}
	return t
}

// setBuiltin makes t the type of Postgres with that internal name, if there
// is one.
func (t *TypeRef) setBuiltin(name string) bool {
	if _, ok := builtinTypes[name]; !ok {
		elem, ok := strings.CutPrefix(name, "_") // _int4 is int4[]
		if _, is := builtinTypes[elem]; !ok || !is {
			return false
		}
		name = elem
		t.Array++
	}
	t.Schema, t.Name = "pg_catalog", name
	return true
}

// track notes t at its type, so that a rename of the type reaches it.
func (t *TypeRef) track() {
	if t.Def != nil {
		t.Def.refs = append(t.Def.refs, t)
	}
}

// moved brings the names in all references up to date.
func (d *Type) moved() {
	for _, t := range d.refs {
		t.Schema, t.Name = d.Schema, d.Name
	}
}

// Builtin returns a reference to a type of Postgres, by its internal name.
func Builtin(name string) *TypeRef { return &TypeRef{Schema: "pg_catalog", Name: name} }

// unknownType is the type of what could not be followed.
func unknownType() *TypeRef { return &TypeRef{Unknown: true} }

// LookupType returns the type with that name, resolved by db.Path. If there
// is none, the reference is Unknown.
func (db *DB) LookupType(name ast.TypeName) *TypeRef { return db.end().typeRef(name) }

// RowType returns the type of r's rows.
func (r *Relation) RowType() *Type {
	if r.rowType == nil {
		r.rowType = &Type{Schema: r.Schema, Name: r.Name, Kind: ast.Composite, Decl: r.Decl, Rel: r}
	}
	return r.rowType
}

// Attributes returns the fields of a composite type, of a relation's row type
// the columns.
func (d *Type) Attributes() []*Column {
	if d.Rel != nil {
		return d.Rel.Columns
	}
	return d.Fields
}

// Base returns what a domain is over, through domains over domains; any other
// type is its own base.
func (t *TypeRef) Base() *TypeRef {
	for n := 0; t.Array == 0 && t.Def != nil && t.Def.Kind == ast.Domain && t.Def.Base != nil && n < maxNesting; n++ {
		t = t.Def.Base
	}
	return t
}

// maxNesting bounds what is followed through domains and composite types. No
// schema is nested so deep; a loop, which Postgres refuses, ends.
const maxNesting = 64

// Enum returns the enum type that t is, or is a domain over; nil if it is none,
// or one whose labels are not all known.
func (t *TypeRef) Enum() *Type {
	if b := t.Base(); b.Array == 0 && b.Def != nil && b.Def.Kind == ast.Enum && !b.Def.Open {
		return b.Def
	}
	return nil
}

// Equality tells whether values of the type can be compared as IS DISTINCT
// FROM, GROUP BY and row comparison do: with an operator that a default btree
// or hash operator class names. It is zero if the type is not known well enough.
func (t *TypeRef) Equality() ast.Tri { return t.equality(0) }

func (t *TypeRef) equality(depth int) ast.Tri {
	switch {
	case depth > maxNesting:
		return 0
	case t.Def == nil && t.Schema == "pg_catalog":
		if b, ok := builtinTypes[t.Name]; ok {
			return tri(!b.noEquality)
		}
		return 0
	case t.Def == nil:
		if x, ok := extensionTypes[t.Name]; ok {
			return tri(!x.noEquality)
		}
		return 0
	}
	switch t.Def.Kind {
	case ast.Enum, ast.Range:
		return ast.Yes
	case ast.Domain:
		if t.Def.Base == nil {
			return 0
		}
		return t.Def.Base.equality(depth + 1)
	case ast.Composite:
		all := ast.Yes
		if t.Def.Rel != nil && t.Def.Rel.Open {
			all = 0
		}
		for _, f := range t.Def.Attributes() {
			switch f.Type.equality(depth + 1) {
			case ast.No:
				return ast.No
			case 0:
				all = 0
			}
		}
		return all
	}
	return 0
}

func tri(yes bool) ast.Tri {
	if yes {
		return ast.Yes
	}
	return ast.No
}

// HasEquality reports whether values of the type can be compared, or may be
// for all that is known. See [TypeRef.Equality].
func (t *TypeRef) HasEquality() bool { return t.Equality() != ast.No }

// Foreign returns the base type if it is neither Postgres's nor made of types
// by it (an array, enum, range or row type), so that its operators have to be
// found in other schemas than pg_catalog; nil if it is.
func (t *TypeRef) Foreign() *TypeRef {
	b := t.Base()
	if b.Array > 0 || b.Def == nil && b.Schema == "pg_catalog" || b.category() != 0 && b.Def != nil {
		return nil
	}
	return b
}

// Equals returns the operator that compares values of t for equality whatever
// the search path.
func (t *TypeRef) Equals() string {
	if base := t.Foreign(); base != nil && base.Schema != "" {
		return "OPERATOR(" + pgname.Quote(base.Schema) + ".=)"
	}
	return "="
}

// category returns pg_type.typcategory of the base type, 0 if it is unknown.
func (t *TypeRef) category() byte {
	b := t.Base()
	switch {
	case b.Array > 0:
		return 'A'
	case b.Def != nil:
		return map[ast.TypeKind]byte{ast.Enum: 'E', ast.Composite: 'C', ast.Range: 'R'}[b.Def.Kind]
	case b.Schema == "pg_catalog":
		return builtinTypes[b.Name].category
	}
	return extensionTypes[b.Name].category
}

// isBuiltin reports whether the base type is one of the named ones.
func (t *TypeRef) isBuiltin(names ...string) bool {
	b := t.Base()
	if b.Array > 0 || b.Def != nil || b.Schema != "pg_catalog" {
		return false
	}
	for _, n := range names {
		if b.Name == n {
			return true
		}
	}
	return false
}

// IsBoolean reports whether t is boolean, or a domain over it.
func (t *TypeRef) IsBoolean() bool { return t.isBuiltin("bool") }

// IsTimestamp reports whether t is a timestamp, with time zone or without, or
// a domain over one.
func (t *TypeRef) IsTimestamp() bool { return t.isBuiltin("timestamptz", "timestamp") }

// IsDateTime reports whether now() can be assigned to t: a date, time or
// timestamp, or a domain over one.
func (t *TypeRef) IsDateTime() bool {
	return t.isBuiltin("timestamptz", "timestamp", "date", "time", "timetz")
}

// IsInteger reports whether t is smallint, integer or bigint, or a domain over
// one.
func (t *TypeRef) IsInteger() bool { return t.isBuiltin("int2", "int4", "int8") }

// IsNumeric reports whether t is a number that can be counted up: an integer,
// numeric, real or double precision, or a domain over one.
func (t *TypeRef) IsNumeric() bool {
	return t.isBuiltin("int2", "int4", "int8", "numeric", "float4", "float8")
}

// IsText reports whether t is a string type, citext among them, or a domain
// over one.
func (t *TypeRef) IsText() bool { return t.category() == 'S' }

// IsArray reports whether t is an array, or a domain over one.
func (t *TypeRef) IsArray() bool { return t.category() == 'A' }

// IsPseudo reports whether t is a type that no column can have, such as
// trigger, void and record.
func (t *TypeRef) IsPseudo() bool {
	return t.Array == 0 && t.Def == nil && t.Schema == "pg_catalog" && builtinTypes[t.Name].category == 'P'
}

// Same reports whether t and u are the same type, modifiers aside.
func (t *TypeRef) Same(u *TypeRef) bool {
	return t.Def == u.Def && t.Name == u.Name && (t.Array > 0) == (u.Array > 0) &&
		(t.Schema == u.Schema || t.Unknown && u.Unknown)
}

// Loose returns t without modifiers, of a domain its base: a type that takes
// every value of t, even if t's modifiers are widened later.
func (t *TypeRef) Loose() *TypeRef {
	b := *t.Base()
	b.Mods = nil
	return &b
}

// Holds reports whether a column of type t can be assigned every value of
// type u, as far as that is known.
func (t *TypeRef) Holds(u *TypeRef) bool {
	if t.Unknown || u.Unknown || t.Same(u) && slices.Equal(t.Mods, u.Mods) {
		return true
	}
	if t.Def != nil && t.Def.Kind == ast.Domain && (len(t.Def.Checks) > 0 || t.Def.NotNull) {
		return t.Same(u)
	}
	t, u = t.Base(), u.Base()
	if t.Array == 0 && t.category() == 'S' && len(t.Mods) == 0 && t.Name != "name" && t.Name != "char" {
		return true // anything is assigned to a string type
	}
	if !t.Same(u) {
		return t.Array == u.Array && len(t.Mods) == 0 && slices.Contains(widened[u.Name], t.Name) && t.Def == nil && u.Def == nil
	}
	if len(t.Mods) == 0 || slices.Equal(t.Mods, u.Mods) {
		return true
	}
	if len(u.Mods) == 0 {
		return false
	}
	switch t.Name {
	case "varchar", "varbit", "bpchar":
		return atoi(t.Mods[0]) >= atoi(u.Mods[0])
	case "numeric":
		scale := func(mods []string) int {
			if len(mods) > 1 {
				return atoi(mods[1])
			}
			return 0
		}
		return scale(t.Mods) >= scale(u.Mods) && atoi(t.Mods[0])-scale(t.Mods) >= atoi(u.Mods[0])-scale(u.Mods)
	case "timestamp", "timestamptz", "time", "timetz":
		return atoi(t.Mods[0]) >= atoi(u.Mods[0])
	}
	return false
}

func atoi(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}

// widened are the types that take every value of another by assignment (SELECT
// castsource::regtype, casttarget::regtype FROM pg_cast WHERE castcontext <>
// 'e'), without loss.
var widened = map[string][]string{
	"int2":      {"int4", "int8", "numeric", "float4", "float8"},
	"int4":      {"int8", "numeric", "float8"},
	"int8":      {"numeric"},
	"float4":    {"float8"},
	"date":      {"timestamp", "timestamptz"},
	"timestamp": {"timestamptz"},
	"json":      {"jsonb"},
	"jsonb":     {"json"},
	"bit":       {"varbit"},
	"cidr":      {"inet"},
}

// String returns the type as the user knows it: "integer", "numeric(10,2)",
// "text[]", "shop.status". The schema public is left out. A type that is not
// known at all is "unknown".
func (t *TypeRef) String() string {
	if t.Schema == "public" {
		return t.format("")
	}
	return t.format(t.Schema)
}

// SQL returns the type as SQL names it whatever the search path.
func (t *TypeRef) SQL() string { return t.format(t.Schema) }

func (t *TypeRef) format(schema string) string {
	var name string
	switch b, ok := builtinTypes[t.Name]; {
	case t.Name == "":
		return "unknown"
	case t.Def == nil && t.Schema == "pg_catalog" && ok:
		name = t.formatBuiltin(b.sql)
	default:
		name = pgname.Qualify(schema, t.Name)
		if len(t.Mods) > 0 {
			name += "(" + strings.Join(t.Mods, ",") + ")"
		}
	}
	if t.Array > 0 {
		name += "[]" // as format_type: the number of dimensions says nothing
	}
	return name
}

// formatBuiltin puts the modifiers where format_type does: inside of the name
// for the types with time zone, as words for the fields of an interval.
func (t *TypeRef) formatBuiltin(sql string) string {
	switch {
	case t.Name == "bpchar" && len(t.Mods) == 0:
		return "bpchar" // "character" alone would be character(1)
	case t.Name == "bit" && len(t.Mods) == 0:
		return `"bit"` // and bit alone bit(1)
	case len(t.Mods) == 0:
		return sql
	case t.Name == "interval":
		return sql + intervalMods(t.Mods)
	case t.Name == "numeric" && len(t.Mods) == 1:
		return sql + "(" + t.Mods[0] + ",0)"
	}
	mods := "(" + strings.Join(t.Mods, ",") + ")"
	if i := strings.Index(sql, " with"); i >= 0 { // time(3) without time zone
		return sql[:i] + mods + sql[i:]
	}
	return sql + mods
}

// intervalMods writes the fields of an interval, which the grammar gives as a
// bit mask (INTERVAL_MASK of timestamp.h), and its precision.
func intervalMods(mods []string) string {
	const year, month, day, hour, minute, second, full = 1 << 2, 1 << 1, 1 << 3, 1 << 10, 1 << 11, 1 << 12, 0x7FFF
	mask, err := strconv.Atoi(mods[0])
	if err != nil {
		return "(" + strings.Join(mods, ",") + ")"
	}
	fields := map[int]string{
		year: " year", month: " month", day: " day", hour: " hour", minute: " minute", second: " second",
		year | month: " year to month", day | hour: " day to hour",
		day | hour | minute: " day to minute", day | hour | minute | second: " day to second",
		hour | minute: " hour to minute", hour | minute | second: " hour to second",
		minute | second: " minute to second", full: "",
	}[mask]
	if len(mods) > 1 {
		fields += "(" + mods[1] + ")"
	}
	return fields
}

func (e *replayer) createType(s *ast.CreateType) {
	schema := e.target(s.Name, false)
	if old := schema.Types[s.Name.Name]; old != nil && old.Kind != ast.BaseType {
		return // Postgres refuses it, 42710; the first stays
	}
	t := &Type{Schema: schema.Name, Name: s.Name.Name, Kind: s.Kind, Decl: s.Name.Span, NotNull: s.NotNull, Checks: s.Checks}
	for _, l := range s.Labels {
		t.Labels = append(t.Labels, l.Name)
	}
	if s.Base != nil {
		t.Base = e.typeRef(*s.Base)
	}
	for _, f := range s.Fields {
		t.Fields = append(t.Fields, e.newColumn(nil, f))
	}
	schema.Types[t.Name] = t
	if s.Kind == ast.Range {
		name := multirangeName(t.Name)
		if schema.Types[name] == nil {
			schema.Types[name] = &Type{Schema: schema.Name, Name: name, Kind: ast.Range, Decl: t.Decl, Base: t.Base}
		}
	}
}

// multirangeName names the multirange type that comes with a range type, as
// makeMultirangeTypeName does.
func multirangeName(name string) string {
	if i := strings.Index(name, "range"); i >= 0 {
		return clip(name[:i]+"multi"+name[i:], pgname.MaxLen)
	}
	return clip(name, pgname.MaxLen-len("_multirange")) + "_multirange"
}

func (e *replayer) alterEnum(s *ast.AlterEnum) {
	t := e.scope().userType(s.Name)
	if t == nil || t.Kind != ast.Enum {
		return
	}
	at := func(label string) int {
		for i, l := range t.Labels {
			if l == label {
				return i
			}
		}
		return -1
	}
	if s.NewLabel != "" {
		if i := at(s.Label); i >= 0 && at(s.NewLabel) < 0 {
			t.Labels[i] = s.NewLabel
		}
		return
	}
	if at(s.Label) >= 0 {
		return
	}
	i := len(t.Labels)
	if b := at(s.Before); s.Before != "" && b >= 0 {
		i = b
	}
	if a := at(s.After); s.After != "" && a >= 0 {
		i = a + 1
	}
	t.Labels = append(t.Labels[:i], append([]string{s.Label}, t.Labels[i:]...)...)
}

// alterType applies the actions of ALTER TYPE and ALTER DOMAIN.
func (e *replayer) alterType(t *Type, s *ast.AlterTable) {
	for i := range s.Actions {
		a := &s.Actions[i]
		switch a.Kind {
		case ast.AddColumn:
			if a.Column != nil && fieldIndex(t, a.Column.Name.Name) < 0 {
				t.Fields = append(t.Fields, e.newColumn(nil, a.Column))
			}
		case ast.DropColumn:
			if n := fieldIndex(t, a.Name); n >= 0 {
				t.Fields = append(t.Fields[:n], t.Fields[n+1:]...)
			}
		case ast.AlterType:
			if n := fieldIndex(t, a.Name); n >= 0 && a.Column != nil {
				t.Fields[n].Type = e.typeRef(a.Column.Type)
			}
		case ast.SetNotNull:
			t.NotNull = true
		case ast.DropNotNull:
			t.NotNull = false
		case ast.AddConstraint:
			if a.Constraint != nil && a.Constraint.Check != nil {
				t.Checks = append(t.Checks, a.Constraint.Check)
			}
		}
	}
}

func fieldIndex(t *Type, name string) int {
	for i, f := range t.Fields {
		if f.Name == name {
			return i
		}
	}
	return -1
}

// dropType drops a type. Without CASCADE, Postgres keeps one that columns
// have; with it, the columns go.
func (e *replayer) dropType(t *Type, cascade bool) {
	type use struct {
		rel *Relation
		col *Column
	}
	var uses []use
	for _, r := range t.users {
		for _, c := range r.Columns {
			if c.Type.Def == t && !r.dropped {
				uses = append(uses, use{r, c})
			}
		}
	}
	if len(uses) > 0 && !cascade {
		return
	}
	for _, trigger := range e.db.naming(t) {
		trigger.Table.removeTrigger(trigger)
	}
	for _, u := range uses {
		e.dropColumn(u.rel, u.col, true)
	}
	s := e.db.Schemas[t.Schema]
	delete(s.Types, t.Name)
	if t.Kind == ast.Range {
		delete(s.Types, multirangeName(t.Name))
	}
	if cascade {
		for _, s := range e.db.Schemas {
			for name, list := range s.Functions {
				for _, f := range list {
					if f.mentions(t) {
						e.removeFunction(s, name, f)
					}
				}
			}
			for _, d := range s.Types {
				if d.Kind == ast.Domain && d.Base != nil && d.Base.Def == t {
					e.dropType(d, true)
				}
			}
		}
	}
}
