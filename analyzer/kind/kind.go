// Package kind holds the kinds of directives. A kind is a value in a file of
// its own: name, documentation, clauses, and Lower, which turns a directive
// into units of the IR. Nothing behind Lower knows that kinds exist.
package kind

import (
	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/ir"
	"github.com/trigc/trigc/internal/schema"
)

// A Kind is a kind of directive.
type Kind struct {
	Name string
	// Doc says in a sentence or two what it is for, for the manual.
	Doc string
	// Example is directives of the kind, one a line, for the manual.
	Example string
	// Notes are paragraphs of the manual behind the clauses, in Markdown with ~
	// for the backtick.
	Notes string
	// Params are the clauses that only this kind has.
	Params []*ast.Param
	// Adopts is set if the directive can stand above a CREATE TRIGGER, and then
	// needs no name.
	Adopts bool
	// Maintains returns the table and the columns that the directive's triggers
	// write, for `auto` in conditions; nil if the kind writes none.
	Maintains func(*Pass) (*schema.Relation, []string)
	// Lower turns the directive into triggers, or reports why it cannot and
	// returns nil.
	Lower func(*Pass) *ir.Unit
}

// All are the kinds, by name.
var All = []*Kind{assert, count, fsm, history, notify, protect, readonly, run, searchVector, set, softDelete, touch, trigger, version}

// Lookup returns the kind with that name, or nil.
func Lookup(name string) *Kind {
	for _, k := range All {
		if k.Name == name {
			return k
		}
	}
	return nil
}

// Grammar returns what the parser has to know of the kinds.
func Grammar() ast.Grammar {
	var g ast.Grammar
	for _, k := range All {
		g = append(g, ast.KindSyntax{Name: k.Name, Params: k.Params, NameOptional: k.Adopts})
	}
	return g
}
