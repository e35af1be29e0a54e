package ast

import "github.com/trigc/trigc/internal/source"

// A Stmt is one statement. Statements that say nothing about what trigc
// keeps of a schema are not in the tree.
type Stmt interface {
	StmtSpan() source.Span // from the first word up to the semicolon
}

// At is the span of a statement, embedded in each.
type At struct{ Span source.Span }

// StmtSpan returns where the statement stands.
func (a At) StmtSpan() source.Span { return a.Span }

// RelKind is the kind of a relation.
type RelKind int

// The kinds of relations.
const (
	Table RelKind = iota + 1
	PartitionedTable
	View
	MatView
	ForeignTable
	Sequence
	Index
	CompositeRel // CREATE TYPE … AS (…)
)

func (k RelKind) String() string {
	return [...]string{"", "table", "partitioned table", "view", "materialized view",
		"foreign table", "sequence", "index", "composite type"}[k]
}

type (
	// Create is CREATE TABLE, VIEW, MATERIALIZED VIEW, FOREIGN TABLE,
	// SEQUENCE, INDEX, and TABLE AS.
	Create struct {
		At
		Kind        RelKind
		Name        Name
		IfNotExists bool
		OrReplace   bool
		Temp        bool
		Elements    []Element // of a table, in the order of the text
		// Open and Close are the offsets of the parentheses around Elements;
		// equal if there are none.
		Open, Close int
		Inherits    []Name
		PartitionOf *Name
		// PartitionKey are the columns of PARTITION BY; "" is an expression.
		PartitionKey []string
		OfType       *Name
		// AsQuery is set for views and TABLE AS: the columns come from a query.
		AsQuery *Query
		// OutColumns are the column names that a view or TABLE AS gives: from
		// its column list, or the query's targets; "" where it is not plain,
		// "*" where a star stands.
		OutColumns []OutColumn
		// Plain is set if AsQuery is one SELECT from one relation without WITH,
		// DISTINCT, GROUP BY, HAVING, WINDOW, LIMIT, OFFSET and set operations:
		// what a view that Postgres can write to by itself has to be.
		Plain bool
		// IndexOn is the table of an index, IndexColumns its plain columns,
		// IndexUnique and IndexPartial say what it is.
		IndexOn      *Name
		IndexColumns []string
		IndexUnique  bool
		IndexPartial bool
		IndexOnly    bool // ON ONLY: the partitions get none
	}

	// OutColumn is a column of a view: its name and, if it is a plain
	// reference, of which column it is.
	OutColumn struct {
		Name string
		Ref  []string // ["p", "id"]; nil if it is an expression
		Star bool     // Ref is the qualifier, if any
		Cast *TypeName
	}

	// Element is what stands between the commas of CREATE TABLE. One field
	// is set.
	Element struct {
		Span       source.Span // up to the comma
		Column     *ColumnDef
		Constraint *Constraint
		Like       *Like
	}

	// ColumnDef is a column as declared.
	ColumnDef struct {
		Name        Ident
		Span        source.Span // the whole definition
		Type        TypeName
		Collation   *Name
		NotNull     bool
		Default     *SQL  // nil if none
		Generated   bool  // GENERATED ALWAYS AS (…) STORED
		Virtual     bool  // … VIRTUAL
		Identity    byte  // 'a' ALWAYS, 'd' BY DEFAULT, 0
		Sequence    *Name // SEQUENCE NAME of the identity
		Constraints []*Constraint
	}

	// Like is LIKE table INCLUDING …
	Like struct {
		Table                                               Name
		Defaults, Constraints, Generated, Identity, Indexes bool
	}

	// Constraint is a table or column constraint.
	Constraint struct {
		Kind       ConstraintKind
		Name       Ident // Name "" if not given
		Span       source.Span
		Columns    []Ident // PRIMARY KEY, UNIQUE, FOREIGN KEY; of EXCLUDE "" is an expression
		Check      *SQL
		RefTable   Name
		RefColumns []Ident
		OnDelete   FKAction
		OnUpdate   FKAction
		Deferrable bool
		// NotEnforced is set if nothing holds rows to it.
		NotEnforced bool
		// NotValid is set if rows that were there before may break it.
		NotValid   bool
		UsingIndex string
	}

	// AlterTable is ALTER TABLE, VIEW, FOREIGN TABLE … with its actions.
	AlterTable struct {
		At
		Name     Name
		Only     bool // ONLY: children stay as they are
		IfExists bool
		Actions  []Action
	}

	// Action is one action of ALTER TABLE.
	Action struct {
		Kind       ActionKind
		Span       source.Span
		Name       string     // column, constraint or trigger
		NewName    string     // of a rename
		Column     *ColumnDef // AddColumn, AlterType (Type, Collation)
		Constraint *Constraint
		Default    *SQL // ColumnDefault; nil drops it
		Missing    bool // IF EXISTS, IF NOT EXISTS
		Cascade    bool
		Table      *Name       // Attach, Detach, Inherit, NoInherit
		State      FiringState // of a trigger; Name "" is all, "user" all of the user
		User       bool        // DISABLE TRIGGER USER
		Generated  bool        // of an identity or expression: which
		Sequence   *Name       // SEQUENCE NAME of an identity
	}

	// CreateSchema is CREATE SCHEMA; statements in it follow as their own.
	CreateSchema struct {
		At
		Name string
	}

	// CreateType is CREATE TYPE and CREATE DOMAIN.
	CreateType struct {
		At
		Kind    TypeKind
		Name    Name
		Labels  []Ident      // of an enum
		Base    *TypeName    // of a domain, of a range its subtype
		NotNull bool         // of a domain
		Checks  []*SQL       // of a domain, over VALUE
		Fields  []*ColumnDef // of a composite type
	}

	// AlterEnum is ALTER TYPE … ADD VALUE, RENAME VALUE.
	AlterEnum struct {
		At
		Name          Name
		Label         string
		NewLabel      string // RENAME VALUE Label TO NewLabel; else ADD VALUE Label
		Before, After string
		IfNotExists   bool
	}

	// CreateFunction is CREATE FUNCTION and PROCEDURE.
	CreateFunction struct {
		At
		Name      Name
		OrReplace bool
		Procedure bool
		Args      []FuncArg
		Returns   *TypeName // nil for procedures and OUT-only functions
		Language  string    // "" if not given
		// LanguageSpan is the place of Language's name, or zero.
		LanguageSpan source.Span
		As           bool  // AS '…' is given
		Inline       bool  // BEGIN ATOMIC … END, or RETURN, is
		Body         *Text // AS '…'; nil for BEGIN ATOMIC, RETURN and C functions
		BodyOffset   int   // offset in the file of the body's first byte
		Verbatim     bool  // the body is the file's own bytes
		SecDef       bool
		Sets         []string // names of SET clauses
		SearchPath   []string // of SET search_path; nil if it is not given so
		Volatility   byte     // 'i', 's' or 'v'; 0 if not given
		Block        *Block   // of a trigger function in PL/pgSQL; nil if it has a mistake
	}

	// FuncArg is a declared argument.
	FuncArg struct {
		Name    string
		Type    TypeName
		Mode    byte // 'i', 'o', 'b' (INOUT), 'v' (VARIADIC), 't' (TABLE)
		Default bool
	}

	// CreateTrigger is CREATE [CONSTRAINT] TRIGGER.
	CreateTrigger struct {
		At
		Name       Ident
		OrReplace  bool
		Constraint bool
		Header     Header // On is never nil; Level is never zero
		From       *Name
		Func       Name
		FuncArgs   []string
		ArgSpans   []source.Span // of FuncArgs
	}

	// Drop is DROP TABLE, VIEW, TYPE, FUNCTION, TRIGGER, SCHEMA …
	Drop struct {
		At
		Kind     ObjectKind
		Names    []Name // of a trigger, rule or policy: the table's name
		Trigger  string // with one name, for TRIGGER
		ArgTypes [][]TypeName
		NoArgs   bool // function named without an argument list
		IfExists bool
		Cascade  bool
	}

	// Rename is ALTER … RENAME of a relation, column, type, function, trigger,
	// schema, constraint or attribute.
	Rename struct {
		At
		Kind     ObjectKind
		Name     Name   // the object, or what holds it
		Sub      string // column, trigger, constraint, attribute
		SubSpan  source.Span
		NewName  string
		ArgTypes []TypeName // of a function
		NoArgs   bool       // function named without an argument list
		IfExists bool
	}

	// SetSchema is ALTER … SET SCHEMA.
	SetSchema struct {
		At
		Kind     ObjectKind
		Name     Name
		Schema   string
		ArgTypes []TypeName // of a function
		NoArgs   bool       // function named without an argument list
		IfExists bool
	}

	// AlterFunction is ALTER FUNCTION of what CREATE FUNCTION says, too.
	AlterFunction struct {
		At
		Name       Name
		ArgTypes   []TypeName
		NoArgs     bool     // named without an argument list
		SecDef     Tri      // SECURITY DEFINER or INVOKER
		Volatility byte     // as of CreateFunction
		Sets       []string // names of SET clauses
		SearchPath []string // of SET search_path
		Resets     []string // names of RESET clauses; "" is ALL
	}

	// SetPath is SET search_path and set_config('search_path', …).
	SetPath struct {
		At
		Path  []string // nil resets it
		Local bool
	}

	// Transaction is BEGIN, COMMIT or ROLLBACK: the end of SET LOCAL.
	Transaction struct {
		At
		Ends     bool
		Rollback bool
	}

	// CreateExtension is CREATE EXTENSION.
	CreateExtension struct {
		At
		Name   string
		Schema string
	}

	// CreateRole is CREATE ROLE, USER or GROUP.
	CreateRole struct {
		At
		Name string
	}

	// CreateOperator is CREATE OPERATOR, AGGREGATE, CAST, COLLATION, or TEXT
	// SEARCH CONFIGURATION: what makes names that expressions use.
	CreateOperator struct {
		At
		Kind string // "operator", "aggregate", "cast", "collation", "configuration"
		Name Name
		// Args are the types of an operator's operands, the first without a name
		// if it is a prefix operator, of an aggregate's arguments, or the source
		// and the target of a cast.
		Args []TypeName
		// Func is the function behind an operator, or the last one of an
		// aggregate; without it an aggregate yields its State.
		Func    Name
		State   TypeName
		Context byte // of a cast: 'i' implicit, 'a' assignment, 'e' explicit
	}

	// Do is DO, or any other statement whose effect trigc cannot follow.
	Do struct {
		At
		Language string
		Body     *Text
		// Steps are the statements of DDL in Body that run, in order.
		Steps []Step
		// Rest is what Body says besides.
		Rest string
		// MakesTriggers is set if the rest speaks of triggers.
		MakesTriggers bool
		// Calls are the functions that a SELECT or CALL runs; it has no Body.
		Calls []Name
	}

	// Step is a statement of DDL in a block.
	Step struct {
		Stmt Stmt
		// Guarded is set if it runs only where it can: behind IF NOT EXISTS, or
		// with a handler for its error.
		Guarded bool
	}

	// CreateLanguage is CREATE LANGUAGE.
	CreateLanguage struct {
		At
		Name string
	}

	// Write is INSERT, UPDATE, DELETE or COPY … FROM.
	Write struct {
		At
		Table  Name
		Events []Event
	}

	// SetConstraints is SET CONSTRAINTS … IMMEDIATE.
	SetConstraints struct{ At }

	// CreateRule is CREATE RULE.
	CreateRule struct {
		At
		Table Name
	}

	// Comment is COMMENT ON TRIGGER, and of other things that trigc marks.
	Comment struct {
		At
		Kind ObjectKind
		Name Name
		Sub  string
		Text string
	}
)

// ConstraintKind is the kind of a constraint.
type ConstraintKind int

// The kinds of constraints.
const (
	PrimaryKey ConstraintKind = iota + 1
	Unique
	ForeignKey
	Check
	Exclude
	NotNull // of a table
)

// FKAction is ON DELETE or ON UPDATE of a foreign key.
type FKAction int

// The actions. NoAction is the default.
const (
	NoAction FKAction = iota
	Restrict
	Cascade
	SetNull
	SetDefault
)

// TypeKind is the kind of a type.
type TypeKind int

// The kinds of types.
const (
	Enum TypeKind = iota + 1
	Domain
	Composite
	Range
	BaseType // shell or C type
)

// ObjectKind is what DROP, RENAME and COMMENT name.
type ObjectKind int

// The kinds of objects. RelationObject is any of table, view, sequence, index.
const (
	RelationObject ObjectKind = iota + 1
	ColumnObject
	ConstraintObject
	TypeObject // type or domain
	AttributeObject
	FunctionObject
	TriggerObject
	SchemaObject
	ExtensionObject
	OtherObject
	ConfigurationObject // TEXT SEARCH CONFIGURATION
)

// ActionKind is the kind of an action of ALTER TABLE.
type ActionKind int

// The actions trigc follows.
const (
	AddColumn ActionKind = iota + 1
	DropColumn
	AlterType
	ColumnDefault
	SetNotNull
	DropNotNull
	AddIdentity
	DropIdentity
	DropExpression
	AddConstraint
	DropConstraint
	ValidateConstraint
	AttachPartition
	DetachPartition
	AddInherit
	DropInherit
	TriggerState
	SetExpression
)
