// Package schema is the database as the DDL leaves it: schemas, relations,
// types, functions and triggers, with the place each was declared at.
//
// [Replay] applies the statements of all files, in order, to an empty
// database. What comes out is read only.
package schema

import (
	"cmp"
	"slices"
	"sync"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/source"
)

// A DB is a database.
type DB struct {
	// Home is the schema that stands for public: of a tenant. "" is none.
	Home       string
	Schemas    map[string]*Schema
	Extensions map[string]string // name to schema
	Languages  map[string]bool   // made by CREATE LANGUAGE
	Roles      map[string]bool
	// Opaque is set if something was run that trigc cannot see into (dynamic
	// SQL, an unknown extension): what is missing may exist all the same.
	Opaque bool
	Casts  []*Cast
	// Path is the search path at the end of the schema.
	Path []string

	fixed    []string        // the search path everywhere, if not nil; see Under
	made     map[string]bool // schemas that some statement makes
	temp     string          // the temporary schema of the last file, or ""
	sessions map[*source.File]*session
	relOf    map[ast.Stmt]*Relation
	colOf    map[*ast.ColumnDef]*Column

	sorted       []*Relation // what Relations returns, once the replay is over
	names        []string    // what RelationNames returns, likewise
	references   sync.Once
	referencedBy map[*Relation][]Reference
	settings     sync.Map // what MayHave has found
}

// Extended reports whether an extension was made whose objects trigc does not
// know. plpgsql is in every database, and in every old dump.
func (db *DB) Extended() bool {
	for name := range db.Extensions {
		if name != "plpgsql" {
			return true
		}
	}
	return false
}

// A Schema is a namespace.
type Schema struct {
	Name      string
	Decl      source.Span // zero for public
	Relations map[string]*Relation
	Types     map[string]*Type
	Functions map[string][]*Function // overloads
	Operators map[string][]*Operator // overloads
	// Aggregates are the aggregates made by the user.
	Aggregates map[string][]*Aggregate
	// Configurations are the names of text search configurations made by the
	// user.
	Configurations map[string]bool
	// Collations are the names of collations that the user made; dropped ones
	// too.
	Collations map[string]bool

	// constraints counts the constraints by name: Postgres gives no new one a
	// name that any in the schema has.
	constraints map[string]int
}

// An Operator is an operator made by the user. Left is nil of a prefix
// operator, and Result unknown if its function is not in the DDL.
type Operator struct {
	Schema, Name        string
	Left, Right, Result *TypeRef
}

// An Aggregate is an aggregate made by the user.
type Aggregate struct {
	Schema, Name string
	Args         []*TypeRef
	Result       *TypeRef
}

// A Cast is a cast made by the user.
type Cast struct {
	Source, Target *TypeRef
	Context        byte // 'i' implicit, 'a' assignment, 'e' explicit
}

// A Relation is a table, view, or anything else of pg_class.
type Relation struct {
	Schema, Name string
	Kind         ast.RelKind
	Decl         source.Span // of the name in its CREATE
	Temp         bool
	Columns      []*Column // live, in order
	Constraints  []*Constraint
	Parents      []*Relation // INHERITS
	Children     []*Relation // of INHERITS and of partitioning
	PartitionOf  *Relation
	PartitionKey []string // column names; "" is an expression
	Triggers     []*Trigger
	// Open is set if there may be columns that trigc does not know: a view
	// with a star over an unknown table, a table that code alters.
	Open bool
	// Rules is set if CREATE RULE made one that may do something else in the
	// place of a write.
	Rules bool
	// Updatable is set for a view that Postgres can write to by itself, and
	// ReadOnly for one that it cannot; neither if that is not known.
	Updatable, ReadOnly bool

	dropped   bool
	rowType   *Type       // see RowType
	indexes   []*index    // all, those of keys too
	owned     []*sequence // of serial and identity columns
	viewers   []*Relation // views that were made over it; see liveViewers
	referrers []*Relation // tables that had a foreign key to it
	uses      []*Relation // of a view: what it was made over
	query     *ast.Query  // of a view
	base      *Relation   // of a view that may be updatable: what it writes to
	plain     bool        // of a view: it may be updatable
	index     *index      // of an index: what it is
	// triggersFrom are constraint triggers of others that say FROM this one.
	triggersFrom []*Trigger
	conditions   []*Trigger // that name it in WHEN, dropped ones too
}

// A Column is a column of a relation.
type Column struct {
	Name      string
	Decl      source.Span // of the name
	Type      *TypeRef
	NotNull   bool
	Default   *ast.SQL // nil if none; of serial a call of nextval that stands at the type
	Generated bool     // stored or virtual
	Virtual   bool
	Identity  byte // 'a' ALWAYS, 'd' BY DEFAULT, 0
	Collation string
	Inherited bool
	// ColumnRenames is as Trigger's, for the names in a generated column's
	// Default.
	ColumnRenames map[string]string
	// Shows is, of a column of a view, that of the relation behind it which it
	// has the values of; nil if it is not plain to see.
	Shows *Column

	local    bool // declared here, whether inherited or not
	inherits int  // parents that have it
	dropped  bool
}

// A TypeRef is a type with its modifiers, of a column or an argument.
type TypeRef struct {
	Schema string // "pg_catalog" for what Postgres brings
	Name   string // "int4", "timestamptz": Postgres's internal name
	Mods   []string
	Array  int   // dimensions; any number is an array
	Def    *Type // the user's type; nil if Postgres's own or unknown
	// Unknown is set if the type is neither Postgres's nor in the DDL.
	Unknown bool
}

// A Type is a type made by the DDL.
type Type struct {
	Schema, Name string
	Kind         ast.TypeKind
	Decl         source.Span
	Labels       []string   // of an enum
	Open         bool       // an enum may have labels that trigc does not know
	Base         *TypeRef   // of a domain, of a range its subtype
	NotNull      bool       // of a domain
	Checks       []*ast.SQL // of a domain
	Fields       []*Column  // of a composite type; see Attributes
	Rel          *Relation  // of a relation's row type

	refs  []*TypeRef  // all references to it
	users []*Relation // relations that had a column of it
}

// A Constraint is a constraint of a table. PRIMARY KEY and UNIQUE are keys;
// a unique index without condition is one too.
type Constraint struct {
	Name       string // as Postgres would name it if none was given
	Kind       ast.ConstraintKind
	Decl       source.Span
	Columns    []string
	Check      *ast.SQL
	Ref        *Relation // FOREIGN KEY; nil if unknown
	RefName    ast.Name
	RefColumns []string
	OnDelete   ast.FKAction
	OnUpdate   ast.FKAction
	IndexOnly  bool // a unique index, no constraint
	Deferrable bool
	Unproved   bool // rows may break it: NOT VALID, NOT ENFORCED
	// ColumnRenames is as Trigger's, for the names in Check.
	ColumnRenames map[string]string

	inherited bool        // came from a parent
	local     bool        // was declared here
	parent    *Constraint // of a partition: the parent's that this one is part of
}

// A Function is a function or procedure.
type Function struct {
	Schema, Name string
	Decl         *ast.CreateFunction
	Args         []*TypeRef // of those that a call gives
	Returns      *TypeRef   // nil for procedures
	Trigger      bool       // RETURNS trigger

	args     []*TypeRef // those that tell overloads apart
	triggers []*Trigger // that execute it or call it in WHEN; see liveTriggers
}

// A Trigger is a hand-written trigger that is alive.
type Trigger struct {
	Name  string
	Table *Relation
	Decl  *ast.CreateTrigger
	Func  *Function // nil if not in the DDL
	From  *Relation // of a constraint trigger that says FROM
	State ast.FiringState
	// ColumnRenames are the names of columns that later DDL changed, old to
	// new, so that the statement can be understood.
	ColumnRenames map[string]string
	// Reset is the state of the trigger that this one replaced, if no statement
	// has set it again; zero if that was Origin. ResetSpan is where it was set.
	Reset     ast.FiringState
	ResetSpan source.Span

	pins      pins
	clones    map[*Relation]string // names of clones in partitions that are not its own
	dropped   bool
	stateSpan source.Span // where State was set
}

// Column returns the column with that name, or nil.
func (r *Relation) Column(name string) *Column {
	for _, c := range r.Columns {
		if c.Name == name {
			return c
		}
	}
	return nil
}

// ColumnNames returns the names of the columns in order.
func (r *Relation) ColumnNames() []string {
	names := make([]string, len(r.Columns))
	for i, c := range r.Columns {
		names[i] = c.Name
	}
	return names
}

// PrimaryKey returns the columns of the primary key, or nil.
func (r *Relation) PrimaryKey() []*Column {
	for _, c := range r.Constraints {
		if c.Kind == ast.PrimaryKey {
			return r.columns(c.Columns)
		}
	}
	return nil
}

// Routes reports whether a column is in the partition key of a table, or of
// one above or below it.
func (r *Relation) Routes(column string) bool {
	for r.PartitionOf != nil {
		r = r.PartitionOf
	}
	var below func(r *Relation) bool
	below = func(r *Relation) bool {
		return slices.Contains(r.PartitionKey, column) || slices.ContainsFunc(r.Children, below)
	}
	return below(r)
}

// RowKey returns the columns that tell rows apart: the primary key, else the
// first unique key of which no column can be NULL, else nil.
func (r *Relation) RowKey() []*Column {
	if pk := r.PrimaryKey(); pk != nil {
		return pk
	}
	for _, c := range r.Constraints {
		if c.Kind != ast.Unique {
			continue
		}
		cols := r.columns(c.Columns)
		if cols != nil && !slices.ContainsFunc(cols, func(c *Column) bool { return !c.NotNull }) {
			return cols
		}
	}
	return nil
}

// columns returns the named columns, or nil if one does not exist.
func (r *Relation) columns(names []string) []*Column {
	var list []*Column
	for _, n := range names {
		c := r.Column(n)
		if c == nil {
			return nil
		}
		list = append(list, c)
	}
	return list
}

// Partitioned reports whether rows can move between r and other tables: r is
// a partitioned table or a partition.
func (r *Relation) Partitioned() bool {
	return r.Kind == ast.PartitionedTable || r.PartitionOf != nil
}

// ForeignChild returns a foreign table whose rows are among those of r, or nil.
func (r *Relation) ForeignChild() *Relation {
	for _, child := range r.Children {
		if child.Kind == ast.ForeignTable {
			return child
		}
		if found := child.ForeignChild(); found != nil {
			return found
		}
	}
	return nil
}

// Trigger returns the hand-written trigger with that name, or nil.
func (r *Relation) Trigger(name string) *Trigger {
	for _, t := range r.Triggers {
		if t.Name == name {
			return t
		}
	}
	return nil
}

// Constraint returns the constraint with that name, or nil.
func (r *Relation) Constraint(name string) *Constraint {
	for _, c := range r.Constraints {
		if c.Name == name && !c.IndexOnly {
			return c
		}
	}
	return nil
}

// Relations returns all relations of the kinds that can have triggers, sorted
// by schema and name. It must not be changed.
func (db *DB) Relations() []*Relation {
	if db.sorted != nil {
		return db.sorted
	}
	var list []*Relation
	for _, s := range db.Schemas {
		for _, r := range s.Relations {
			switch r.Kind {
			case ast.Table, ast.PartitionedTable, ast.View, ast.ForeignTable:
				list = append(list, r)
			}
		}
	}
	slices.SortFunc(list, func(a, b *Relation) int {
		return cmp.Or(cmp.Compare(a.Schema, b.Schema), cmp.Compare(a.Name, b.Name))
	})
	return list
}

// RelationOf returns the relation that a CREATE of the DDL made, or that it
// found in its place, under the name it has at the end; nil if it is gone.
func (db *DB) RelationOf(s ast.Stmt) *Relation {
	if r := db.relOf[s]; r != nil && !r.dropped {
		return r
	}
	return nil
}

// ColumnOf returns the column that a definition made, under the name it has at
// the end, or nil if it is gone or was never made.
func (db *DB) ColumnOf(def *ast.ColumnDef) *Column {
	if c := db.colOf[def]; c != nil && !c.dropped {
		return c
	}
	return nil
}
