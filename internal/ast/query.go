package ast

// Clauses are those of a query, each as it is written. The nodes are those
// of Children.
type Clauses struct {
	With      []*CTE
	Recursive bool

	// Of a UNION, INTERSECT or EXCEPT: "UNION", and its sides.
	SetOp       string
	Left, Right *Query

	Values [][]Node // of VALUES

	Distinct   bool
	DistinctOn []Node   // of DISTINCT ON
	Targets    []Target // of SELECT
	From       []*From  // of SELECT, UPDATE, DELETE (USING), MERGE (USING)
	Where      Node
	Group      []Node
	Having     Node
	Order      []Node // of the sort keys their expressions
	Limit      Node
	Offset     Node
	Locks      []Lock // FOR UPDATE and the like

	Source *Query // of INSERT; nil with DEFAULT VALUES
	// Overriding is "SYSTEM" or "USER" of INSERT … OVERRIDING … VALUE.
	Overriding string
	Conflict   *Conflict // ON CONFLICT
	Sets       []Set     // of UPDATE
	Returning  []Target
	// OldName and NewName are what RETURNING WITH calls the rows, "" if it does
	// not.
	OldName, NewName string

	On    Node // of MERGE
	Whens []MergeWhen
}

// A Lock is FOR UPDATE, FOR SHARE and the like.
type Lock struct {
	Pos             // zero if the place is not known
	Strength string // "UPDATE", "NO KEY UPDATE", "SHARE", "KEY SHARE"
	Of       []Ident
}

// A Target is an output column.
type Target struct {
	Expr Node // a ColumnRef with Star stands for several
	Name string
	// Named is set if AS names it.
	Named bool
}

// A Set is col = expr, or (a, b) = expr with Several.
type Set struct {
	Columns []SetColumn
	Value   Node // nil for DEFAULT
	Several bool
}

// A SetColumn is the left side of an assignment. Part is set if only a field or
// element of the column is assigned.
type SetColumn struct {
	Ident
	Part bool
}

// Conflict is ON CONFLICT.
type Conflict struct {
	Pos
	Constraint string // ON CONSTRAINT
	Columns    []Ident
	Exprs      []Node // expressions among the columns
	Where      Node   // of the index
	Update     bool   // DO UPDATE
	Sets       []Set
	DoWhere    Node
}

// A MergeWhen is one WHEN of MERGE.
type MergeWhen struct {
	Matched bool
	Cond    Node
	Sets    []Set // of UPDATE
	Insert  *MergeInsert
}

// A MergeInsert is INSERT of MERGE. Values are nil with DEFAULT VALUES.
type MergeInsert struct {
	Columns    []Ident
	Values     []Node
	Overriding string
}

// FromKind tells what stands in FROM.
type FromKind int

// The kinds.
const (
	FromRelation FromKind = iota + 1
	FromQuery
	FromFunction
	FromJoin
	FromOther // XMLTABLE, JSON_TABLE
)

// A From is an item of FROM.
type From struct {
	Kind     FromKind
	Relation *Relation
	Query    *Query
	Calls    []Node // of FromFunction; several with ROWS FROM
	Alias    string // "" if none
	Columns  []string
	// Defs is set if a column definition list gives the columns of a function:
	// then Columns are their names.
	Defs       []TypeName
	Ordinality bool
	Lateral    bool

	Left, Right *From
	Outer       string // "LEFT", "RIGHT", "FULL"; "" of an inner join
	Natural     bool
	Using       []Ident
	On          Node
}

// An Access is a field or subscript behind a value: .f, .*, [i], [i:j].
type Access struct {
	Field        Ident
	Star         bool
	Slice        bool
	Lower, Upper Node
}
