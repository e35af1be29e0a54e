// Package ir is what is meant: triggers with every name resolved and every
// default filled in. Each kind of directive becomes units of it; what renders
// SQL and Go knows no kinds.
package ir

import (
	"cmp"
	"slices"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/schema"
	"github.com/trigc/trigc/internal/source"
)

// A Program is all that one run makes.
type Program struct {
	DB     *schema.DB
	Units  []*Unit  // sorted by schema, table and name
	Tables []*Table // that have to be made, sorted by schema and name
	// Failed is the number of directives that made no unit: they have
	// mistakes, which have been reported.
	Failed int
}

// Table returns the table of that name among those to be made, or nil.
func (p *Program) Table(schema, name string) *Table {
	for _, t := range p.Tables {
		if t.Schema == schema && t.Name == name {
			return t
		}
	}
	return nil
}

// Add adds units that directives make beside their own, and sorts all again.
// Of those of the same table and name it adds the one that is the hardest to
// ignore.
func (p *Program) Add(units []*Unit) {
	if len(units) == 0 {
		return
	}
	order := func(a, b *Unit) int {
		return cmp.Or(cmp.Compare(a.Table.Schema, b.Table.Schema), cmp.Compare(a.Table.Name, b.Table.Name), cmp.Compare(a.Name, b.Name))
	}
	ease := [...]int{NotIgnorable: 0, ByRole: 1, Ignorable: 2}
	slices.SortStableFunc(units, func(a, b *Unit) int { return cmp.Or(order(a, b), cmp.Compare(ease[a.Ignore], ease[b.Ignore])) })
	units = slices.CompactFunc(units, func(a, b *Unit) bool { return order(a, b) == 0 })
	p.Units = append(p.Units, units...)
	slices.SortStableFunc(p.Units, order)
}

// A Unit is what one directive makes: one trigger, or several that share its
// name's meaning (a guard of UPDATE and its twin for INSERT). All of a unit
// are ignored together.
type Unit struct {
	Kind     string
	Name     string      // the directive's name, and that of its first trigger
	Doc      string      // one line of Go documentation: "refuses DELETE when …"
	Note     string      // one more line for install.sql, or ""
	Span     source.Span // of the directive
	NameSpan source.Span // of its name
	Table    *schema.Relation
	Triggers []*Trigger
	Ignore   Ignore
	Role     string // of ByRole
	Key      string // the setting that switches the unit off
	Machine  *Machine
	History  *History
	// Fixed are the columns that the unit lets nobody change.
	Fixed []string
	// Reads are the columns of NEW that the one which the unit writes is made
	// of, if it must be made of what they are in the end.
	Reads []string
	// Assigns are the columns of NEW that the directive sets, in order and as
	// written; a value that is the kind's own is nil.
	Assigns []ast.Assignment
	// Condition is the WHEN of the directive as written, or nil.
	Condition *ast.SQL
	// Block is the PL/pgSQL that the directive brings, or nil, and Header what the
	// directive says of when it is executed.
	Block  *ast.Block
	Header *ast.Header
	// Statements are those of SQL that the directive brings instead; Header is set
	// for them too.
	Statements []*ast.SQL
	// Writes are what triggers of the unit write by themselves for each row.
	Writes []Write
	// Check is what the directive asserts as written, or nil.
	Check *ast.SQL
}

// A Write is a statement that a trigger of an event is certain to run.
type Write struct {
	On    ast.Event // of the trigger
	Table *schema.Relation
	Event ast.Event
	Sets  []WriteColumn
	Where []WriteColumn // whose columns are equal to those of NEW
}

// A WriteColumn is a column of the table that is written, and the one of NEW
// that its value is; "" if that is something else.
type WriteColumn struct{ Column, Of string }

// Ignore tells whether a transaction can switch a unit off.
type Ignore int

// The ways.
const (
	Ignorable    Ignore = iota + 1
	NotIgnorable        // no test in SQL, no method in Go
	ByRole              // only members of a role
)

// A Trigger is one CREATE TRIGGER and its function.
type Trigger struct {
	Name              string
	Table             *schema.Relation
	Timing            ast.Timing
	Events            []Event
	Level             ast.Level
	Constraint        bool
	Deferrable        bool
	InitiallyDeferred bool
	OldTable          string // names of the transition tables, "" if none
	NewTable          string
	// When are the conjuncts of WHEN in SQL, without the ignore test.
	When []string
	// Function is what it executes; Args are its arguments.
	Function *Function
	Args     []string
	// Adopted is set if the schema makes the trigger too, without the test and
	// with SchemaState.
	Adopted     bool
	SchemaState ast.FiringState
	// From is the table of FROM of an adopted constraint trigger, or nil.
	From  *schema.Relation
	State ast.FiringState
	// Violation tells what the trigger raises; nil if it raises nothing by
	// itself.
	Violation *Violation
}

// An Event is an event, with the columns of UPDATE OF.
type Event struct {
	Event   ast.Event
	Columns []string
}

// A Violation is how a guard's error can be told in Go.
type Violation struct {
	SQLState string
	Column   string // "" if the error names none, or one of several
}

// A Function is a trigger function.
type Function struct {
	Schema, Name string
	// Own is set if trigc makes the function; the others exist.
	Own bool
	// Stable is set if its queries see what was there before the statement that
	// fires it, and nothing of that.
	Stable bool
	// Header lines stand before the block: "#variable_conflict use_column".
	Header []string
	// Vars are declared variables: name and type.
	Vars [][2]string
	Body []Stmt
}

// A Stmt is a PL/pgSQL statement.
type Stmt interface{ stmt() }

type (
	// Raise raises the error of a guard. Message, Detail, Hint and Column are
	// SQL expressions of type text; "" leaves them out.
	Raise struct {
		SQLState string
		Message  string
		Detail   string
		Hint     string
		Column   string
	}

	// If runs Then if Cond, an SQL expression, is true.
	If struct {
		Cond string
		Then []Stmt
		Else []Stmt
	}

	// Assign sets a column of NEW.
	Assign struct{ Column, Value string }

	// Exec runs an SQL statement without result.
	Exec struct{ SQL string }

	// Return leaves the function: "NEW", "OLD" or "NULL".
	Return struct{ Row string }

	// Raw is PL/pgSQL text of the user: a whole block, the last of a body.
	Raw struct{ Text string }
)

func (Raise) stmt()  {}
func (If) stmt()     {}
func (Assign) stmt() {}
func (Exec) stmt()   {}
func (Return) stmt() {}
func (Raw) stmt()    {}

// A Table is a table that triggers write to and the schema does not have. Of
// its columns Default is unset; the first, an identity, is the key.
type Table struct {
	*schema.Relation
	Of *schema.Relation // the table whose rows it keeps
	// Index are the columns by which rows are found, besides the key.
	Index []string
}

// A History is the event table of a history unit.
type History struct {
	Table   *schema.Relation
	Key     []*schema.Column // of the event table: those of the key of the rows that are kept
	Context bool             // the application can attach something
}

// A Machine is the state machine of an fsm unit.
type Machine struct {
	Column      *schema.Column
	States      []string // distinct, in the order they are first written
	Integer     bool     // the states are numbers
	Transitions []Transition
	Initial     []string // of a new row; none, without InitialNull: any
	InitialNull bool     // NULL may be the state of a new row, too
}

// A Transition allows From to become To. Any and Null tell "*" and NULL from
// states of that name.
type Transition struct {
	From, To         string
	FromAny          bool
	FromNull, ToNull bool
}
