package ast

import "github.com/trigc/trigc/internal/source"

// An SQL is a piece of SQL as the user wrote it: an expression, or one
// statement. What trigc emits of it are the user's own bytes, but for the
// edits of a splice and for the gaps.
type SQL struct {
	Span source.Span
	// Gaps are the parts of Span that are no SQL: comments, line ends with the
	// leader of the next comment line. Each is emitted as one blank.
	Gaps []source.Span
	Root Node // never nil; Bad if it did not parse
	// Dynamic is what EXECUTE runs if this is its text and constant; else nil.
	Dynamic *Dynamic
}

// A Dynamic is a constant text of EXECUTE.
type Dynamic struct {
	Null  bool // it is NULL
	Bad   *BadText
	Stmts []DynamicStmt
	Newer []Newer // what not all versions of Postgres take
}

// A DynamicStmt is a statement in the text of EXECUTE. Text is without the
// quotes and escapes of where it stands.
type DynamicStmt struct {
	SQL  *SQL
	Text string
	Into bool // it is SELECT INTO
}

// A BadText is why a text is not SQL.
type BadText struct {
	Span              source.Span
	SQLState, Message string
}

// A Node is a node of an expression or statement. Spans of inner nodes begin
// at the node's first byte; they end at its last one for ColumnRef, Call,
// Const, Relation and Cast's type, and may be short for operators.
type Node interface{ Span() source.Span }

// Pos is the span of a node, embedded in each.
type Pos struct{ At source.Span }

// Span returns where the node stands.
func (p Pos) Span() source.Span { return p.At }

type (
	// Bad stands for what did not parse; it has been reported.
	Bad struct{ Pos }

	// ColumnRef is a.b.c; Star is set for a.b.*. A part is folded.
	ColumnRef struct {
		Pos
		Parts []Ident
		Star  bool
	}

	// Const is a literal.
	Const struct {
		Pos
		Kind  ConstKind
		Value string // of a string the text, of true and false "true" and "false"
	}

	// ParamRef is $1.
	ParamRef struct {
		Pos
		Number int
	}

	// Default is the word DEFAULT in place of an expression.
	Default struct{ Pos }

	// Call is f(args). Its span ends behind the closing parenthesis.
	Call struct {
		Pos
		Func     Name
		Args     []Node
		ArgSpans []source.Span // of each argument's text, where they could be told apart
		Star     bool          // count(*)
		Distinct bool
		Over     bool // a window function call
		Agg      bool // has what only aggregates have: DISTINCT, ORDER BY, FILTER, WITHIN GROUP
		Named    bool // has a named or VARIADIC argument
		// ArgNames are the names of named arguments, "" for others; nil without.
		ArgNames []string
		Variadic bool
	}

	// Op is an operator expression: comparison, arithmetic, LIKE, IN, BETWEEN,
	// IS DISTINCT FROM … Left is nil for a prefix operator.
	Op struct {
		Pos
		Kind  OpKind
		Name  Name // "=", "<>"; Schema if OPERATOR(schema.=)
		Left  Node
		Right Node
	}

	// Bool is AND, OR or NOT. Args of AND and OR are flattened. Arms are the
	// texts of their arms, with their own parentheses balanced.
	Bool struct {
		Pos
		Op   BoolOp
		Args []Node
		Arms []source.Span
	}

	// NullTest is IS [NOT] NULL.
	NullTest struct {
		Pos
		Arg Node
		Not bool
	}

	// BoolTest is IS [NOT] TRUE, FALSE or UNKNOWN.
	BoolTest struct {
		Pos
		Arg  Node
		Test string // "TRUE", "NOT TRUE" …
	}

	// Cast is CAST(x AS t), x::t or t 'literal'.
	Cast struct {
		Pos
		Arg  Node
		Type TypeName
	}

	// Case is CASE; Arg is nil without an operand.
	Case struct {
		Pos
		Arg   Node
		Whens []When
		Else  Node
	}

	// List is (a, b) in IN, ROW(…), ARRAY[…], COALESCE(…), GREATEST(…), …
	List struct {
		Pos
		Kind ListKind
		Args []Node
	}

	// SubLink is a subquery in an expression.
	SubLink struct {
		Pos
		Kind SubLinkKind
		Test Node // left side of IN, ANY, ALL; nil otherwise
		Op   Name // of ANY and ALL; no name for IN
		// Query is the statement inside.
		Query *Query
		// Width is how many columns a scalar subquery gives, if not one; -1 if it
		// is not known for a *.
		Width int
	}

	// Query is a whole statement, top-level or inside a SubLink.
	Query struct {
		Pos
		Kind QueryKind
		// Target is what INSERT, UPDATE, DELETE or MERGE writes to; nil for
		// others.
		Target *Relation
		// Columns are those named after INSERT INTO t, or the left sides of
		// UPDATE … SET.
		Columns []Ident
		// Returning are the names of what INSERT, UPDATE or DELETE returns, "*" for
		// a row.
		Returning []Ident
		// Children are all parts, clauses and nested queries included.
		Children []Node
		// Clauses tells them apart; nil of an OtherQuery.
		Clauses *Clauses
		// Call is the call of CALL.
		Call *Call
	}

	// Relation is a table named in a query (FROM t, UPDATE t …).
	Relation struct {
		Pos
		Name  Name
		Alias string // "" if none
		Only  bool
	}

	// CTE is one WITH query: its name is a relation inside the statement.
	CTE struct {
		Pos
		Name    string
		Columns []string
		Query   *Query
	}

	// Alias is the alias of a subquery or function in FROM.
	Alias struct {
		Pos
		Name string
	}

	// Value is current_user, current_timestamp and the like: SQL's functions
	// without parentheses.
	Value struct {
		Pos
		Name string // "current_user"
	}

	// Other is any other construct, with what is inside.
	Other struct {
		Pos
		Tag      string // libpg_query's name of the node, "A_Indirection"
		Children []Node
		// Field is that of (x).field, the first of several.
		Field Ident
		// Steps are all of them, of A_Indirection; its first child is the value.
		Steps []Access
		// Name is the collation of a CollateClause.
		Name Name
	}

	// When is one arm of CASE.
	When struct{ Cond, Result Node }
)

// ConstKind is the kind of a literal.
type ConstKind int

// The kinds of literals.
const (
	NullConst ConstKind = iota + 1
	BoolConst
	IntConst
	FloatConst
	StringConst
	BitConst
)

// BoolOp is AND, OR or NOT.
type BoolOp int

// The boolean operators.
const (
	And BoolOp = iota + 1
	Or
	Not
)

// OpKind tells the forms of operator expressions apart.
type OpKind int

// The kinds of operators.
const (
	PlainOp     OpKind = iota + 1 // a = b, -a
	OpAny                         // a = ANY (b)
	OpAll                         // a = ALL (b)
	DistinctOp                    // a IS DISTINCT FROM b
	NotDistinct                   // a IS NOT DISTINCT FROM b
	NullIfOp                      // NULLIF(a, b)
	InOp                          // a IN (b), a NOT IN (b): Name is "=" or "<>"
	LikeOp                        // LIKE, ILIKE, SIMILAR TO
	BetweenOp                     // BETWEEN in all its forms
)

// ListKind tells lists apart.
type ListKind int

// The kinds of lists.
const (
	RowList ListKind = iota + 1
	ArrayList
	CoalesceList
	MinMaxList // GREATEST, LEAST
	InList     // right side of IN and of BETWEEN
)

// SubLinkKind tells subqueries apart.
type SubLinkKind int

// The kinds of subqueries.
const (
	ExistsLink SubLinkKind = iota + 1
	AllLink
	AnyLink // also IN
	ScalarLink
	ArrayLink
)

// QueryKind is the command of a statement.
type QueryKind int

// The kinds of statements. SelectQuery is also VALUES and TABLE.
const (
	SelectQuery QueryKind = iota + 1
	InsertQuery
	UpdateQuery
	DeleteQuery
	MergeQuery
	OtherQuery // REFRESH, CALL, NOTIFY, DDL …
)

// Children returns the nodes directly below n, in the order of the text.
func Children(n Node) []Node {
	switch n := n.(type) {
	case *Call:
		return n.Args
	case *Op:
		return nonNil(n.Left, n.Right)
	case *Bool:
		return n.Args
	case *NullTest:
		return []Node{n.Arg}
	case *BoolTest:
		return []Node{n.Arg}
	case *Cast:
		return []Node{n.Arg}
	case *Case:
		list := nonNil(n.Arg)
		for _, w := range n.Whens {
			list = append(list, w.Cond, w.Result)
		}
		return append(list, nonNil(n.Else)...)
	case *List:
		return n.Args
	case *SubLink:
		return append(nonNil(n.Test), n.Query)
	case *Query:
		return n.Children
	case *CTE:
		return []Node{n.Query}
	case *Other:
		return n.Children
	}
	return nil
}

func nonNil(nodes ...Node) []Node {
	list := make([]Node, 0, len(nodes))
	for _, n := range nodes {
		if n != nil {
			list = append(list, n)
		}
	}
	return list
}

// Walk calls f for n and, if f returns true, for all below it.
func Walk(n Node, f func(Node) bool) {
	if n == nil || !f(n) {
		return
	}
	for _, c := range Children(n) {
		Walk(c, f)
	}
}
