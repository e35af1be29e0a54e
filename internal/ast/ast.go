// Package ast is what was written: the statements and directives of a schema
// file, with the place of everything. No name is resolved, no default filled
// in. Trees are made by package parser and never changed after.
package ast

import "github.com/trigc/trigc/internal/source"

// A File is one schema file, parsed.
type File struct {
	Source     *source.File
	Stmts      []Stmt       // in the order of the text
	Directives []*Directive // in the order of the text
	Failed     int          // directives left out, since they have mistakes
	Newer      []Newer      // what not all versions of Postgres take
}

// A Newer is a construct that only later versions of Postgres take, or earlier
// ones.
type Newer struct {
	Span     source.Span
	Version  int    // the first one that does; 0 if all earlier ones do
	Gone     int    // the first one that does no longer; 0 if all later ones do
	SQLState string // of the others
	What     string
	Help     string
}

// An Ident is a name as Postgres reads it (folded, unquoted) and where it
// stands.
type Ident struct {
	Name string
	Span source.Span
}

// A Name is a possibly qualified name.
type Name struct {
	Schema string // "" if not written
	Name   string
	Span   source.Span // of the whole, with the schema
}

// String returns the name as written in messages: schema.name or name.
func (n Name) String() string {
	if n.Schema == "" {
		return n.Name
	}
	return n.Schema + "." + n.Name
}

// A TypeName is a type as written.
type TypeName struct {
	Name
	Mods  []string // of numeric(10,2): "10", "2"
	Array int      // dimensions; 0 is no array
	SetOf bool
	Pct   bool // %TYPE: Name is the column's path
}

// Event is one of the four events of a trigger.
type Event int

// The events, in the order in which Postgres prints them.
const (
	Insert Event = iota + 1
	Update
	Delete
	Truncate
)

func (e Event) String() string {
	return [...]string{"", "INSERT", "UPDATE", "DELETE", "TRUNCATE"}[e]
}

// Timing is when a trigger fires.
type Timing int

// The timings.
const (
	Before Timing = iota + 1
	After
	InsteadOf
)

func (t Timing) String() string { return [...]string{"", "BEFORE", "AFTER", "INSTEAD OF"}[t] }

// Level is how often a trigger fires: for each row or for each statement.
type Level int

// The levels.
const (
	Row Level = iota + 1
	Statement
)

func (l Level) String() string { return [...]string{"", "ROW", "STATEMENT"}[l] }

// FiringState is when, in terms of session_replication_role, a trigger fires.
type FiringState int

// The firing states. Origin is what CREATE TRIGGER gives.
const (
	Origin   FiringState = iota + 1 // ENABLE
	Replica                         // ENABLE REPLICA
	Always                          // ENABLE ALWAYS
	Disabled                        // DISABLE
)

func (s FiringState) String() string {
	return [...]string{"", "ENABLE", "ENABLE REPLICA", "ENABLE ALWAYS", "DISABLE"}[s]
}
