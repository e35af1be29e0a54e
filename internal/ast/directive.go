package ast

import (
	"strings"

	"github.com/trigc/trigc/internal/source"
)

// A Directive is one `-- pgtrigger:` comment with its continuation lines.
//
//	directive := kind name [header] [kind clauses] [common clauses]
type Directive struct {
	Span   source.Span // from "pgtrigger:" to the last clause
	Kind   Ident
	Name   Ident
	Header Header
	Args   []*Arg // the kind's own clauses, in the order of the text
	Common Common
	At     Place
}

// Arg returns the argument for a parameter, or nil if it was not given.
func (d *Directive) Arg(p *Param) *Arg {
	for _, a := range d.Args {
		if a.Param == p {
			return a
		}
	}
	return nil
}

// A Header is the part of a directive that reads like CREATE TRIGGER.
// A zero field was not written.
type Header struct {
	Timing            Timing
	TimingSpan        source.Span
	Events            []EventSpec
	On                *Name
	Level             Level
	LevelSpan         source.Span
	OldTable          *Ident // REFERENCING OLD TABLE AS
	NewTable          *Ident // REFERENCING NEW TABLE AS
	Referencing       source.Span
	Deferrable        Tri
	InitiallyDeferred Tri
	DeferSpan         source.Span
	When              *SQL
	WhenSpan          source.Span // with the word WHEN
}

// Tri is yes, no, or not written.
type Tri int

// Yes and No are written, zero is not.
const (
	Yes Tri = iota + 1
	No
)

// An EventSpec is one event, with the columns of UPDATE OF.
type EventSpec struct {
	Event   Event
	Span    source.Span // of the event's word
	Columns []Ident     // of UPDATE OF; none means any
}

// Common holds the clauses that every kind has.
type Common struct {
	Message, ErrCode, Hint *Text
	Ignorable              Tri // No: NOT IGNORABLE
	IgnorableSpan          source.Span
	IgnorableBy            *Ident
	State                  FiringState // zero: not written
	StateSpan              source.Span
}

// Text is a string literal's value and place.
type Text struct {
	Value string
	Span  source.Span // with the quotes
}

// A Place is what a directive stands at. At most one field is set, Column
// with Relation or Alter; none if it stands at nothing.
type Place struct {
	Relation *Create         // CREATE TABLE, VIEW, FOREIGN TABLE, MATERIALIZED VIEW
	Column   *ColumnDef      // of Relation, or of Alter
	Alter    *AlterTable     // ALTER TABLE … ADD COLUMN, with Column
	Function *CreateFunction // that RETURNS trigger
	Trigger  *CreateTrigger
	// After is set if the directive stands behind the end of a statement on
	// the statement's last line: it belongs to nothing.
	After Stmt
}

// A Grammar is the kinds of directives and their clauses: all that the
// parser has to know of them.
type Grammar []KindSyntax

// A KindSyntax is a kind's name and clauses.
type KindSyntax struct {
	Name   string
	Params []*Param
	// NameOptional is set if the name may be left out: what the directive
	// stands at has one.
	NameOptional bool
}

// Kind returns the syntax of a kind, or nil.
func (g Grammar) Kind(name string) *KindSyntax {
	for i := range g {
		if g[i].Name == name {
			return &g[i]
		}
	}
	return nil
}

// A Param is a clause that a kind takes: a keyword and what follows it.
type Param struct {
	// Keyword introduces the clause, in upper case ("SET", "INTO", "="). It is
	// empty for a clause that is known by its form alone.
	Keyword string
	Form    Form
	Doc     string // one line for the manual
	Needed  bool
	Choices []string // of ChoiceForm, in lower case
}

// Form is what follows a keyword.
type Form int

// The forms of clauses.
const (
	ColumnsForm     Form = iota + 1 // ( a, b )
	AssignmentsForm                 // a = expr, b = expr; a value may be left out
	ExpressionForm                  // expr, up to the next clause
	ParenForm                       // ( expr )
	StatementsForm                  // ( statement ; statement )
	TransitionsForm                 // a -> b | c, d -> e, * -> f
	StatesForm                      // a | b
	FunctionForm                    // [EXECUTE] FUNCTION f ( literal, … )
	BodyForm                        // a string constant: $$ … $$
	TableForm                       // [schema.]table
	WordForm                        // a bare word
	StringForm                      // 'text'
	ChoiceForm                      // one of some words
	FlagForm                        // nothing: the keyword is all
	OperandForm                     // name, 'text' or ( expr )
	SourcesForm                     // a [WEIGHT 'A'], ( expr ) [WEIGHT 'B']
	ColumnForm                      // [schema.]table.column
	ColumnListForm                  // a | ( a, b )
)

// String returns what the clause looks like: "SET column = expression, …".
func (p *Param) String() string {
	form := [...]string{
		ColumnsForm: "(column, …)", AssignmentsForm: "column = expression, …",
		ExpressionForm: "expression", ParenForm: "(expression)", StatementsForm: "(statement; …)",
		TransitionsForm: "a -> b | c, * -> d", StatesForm: "a | b",
		FunctionForm: "FUNCTION name(…)", BodyForm: "$$ … $$", TableForm: "table",
		WordForm: "name", StringForm: "'text'",
		ChoiceForm: strings.Join(p.Choices, " | "), FlagForm: "", OperandForm: "name | 'text' | (expression)",
		SourcesForm: "column | (expression) [WEIGHT 'A'], …",
		ColumnForm:  "table.column", ColumnListForm: "column | (column, …)",
	}[p.Form]
	return strings.TrimSpace(p.Keyword + " " + form)
}

// An Arg is a clause as written.
type Arg struct {
	Param *Param
	Span  source.Span // with the keyword

	Columns     []Ident      // Columns, ColumnList, Column
	Assigns     []Assignment // Assignments
	Expr        *SQL         // Expression, Paren, Operand
	Stmts       []*SQL       // Statements; each Root is a *Query or Bad
	Transitions []Transition // Transitions
	States      []State      // States
	Name        *Name        // Function, Table, Operand: not qualified; Column: its table
	FuncArgs    []string     // Function: the literals' values
	Text        *Text        // Word, String, Choice, Operand
	Body        *Body        // Body
	Sources     []Source     // Sources
}

// A Body is PL/pgSQL text in a string constant of a directive.
type Body struct {
	Text string
	Span source.Span // with the quotes
	// Pieces tell where in the file the text stands: a body may go on over
	// comment lines. There is none if quotes were doubled or escaped in it.
	Pieces []Piece
	// Uses are the places that name the transition tables of the directive, in
	// the order of the text, if it also has a condition.
	Uses  []TableUse
	Block *Block // nil if it has a mistake
}

// A TableUse is a place in a body that names a transition table.
type TableUse struct {
	Kind       UseKind
	Table      string
	Start, End int // in the text: what stands for the table
	Span       source.Span
}

// UseKind tells what stands at a place for a table.
type UseKind int

// The kinds of uses.
const (
	PlainUse   UseKind = iota + 1 // the name, which is also the alias
	AliasedUse                    // the name; an alias stands behind it
	CommandUse                    // TABLE name
	TargetUse                     // what is written to
	DynamicUse                    // a text that the body may execute
	UnclearUse                    // could be the table
)

// A Piece is a run of text that stands as it is in the file.
type Piece struct {
	Start  int // offset in the text
	Offset int // offset in the file
}

// At returns the span of bytes start up to end of the text, or of the whole
// constant if its place in the file is not known.
func (b *Body) At(start, end int) source.Span {
	for i := len(b.Pieces) - 1; i >= 0; i-- {
		if p := b.Pieces[i]; p.Start <= start {
			off := p.Offset - p.Start
			return b.Span.File.At(start+off, end+off)
		}
	}
	return b.Span
}

// An Assignment is col = expr, or a column of (a, b) = (SELECT …), which is one
// for each of them with the same Value. Value is nil if it was left out.
type Assignment struct {
	Column Ident
	Value  *SQL
	Of     int // how many columns the value is for, if not one
}

// A Source is a column, or an expression, with its weight if it has one.
type Source struct {
	Column Ident // Name "" if it is an expression
	Expr   *SQL
	Weight *Text
}

// A Transition is from -> to | to.
type Transition struct {
	From State
	To   []State
	Span source.Span
}

// A State is a state of a machine: a word, a string, a number, NULL, or * for
// any.
type State struct {
	Value string // of a word the folded word
	Kind  StateKind
	Span  source.Span
}

// StateKind tells states apart.
type StateKind int

// The kinds of states.
const (
	Literal StateKind = iota + 1
	NullState
	AnyState
)
