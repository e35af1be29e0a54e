package parser

import (
	"slices"

	"github.com/trigc/trigc/internal/ast"
)

// In PL/pgSQL what a word is depends on the variables that are known where it
// stands: the names of pl_gram.y's T_DATUM, T_WORD and T_CWORD. So the parser
// keeps the scopes of pl_funcs.c's namespace.

type varKind int

const (
	scalarVar varKind = iota + 1
	recordVar
	// unknownVar is a variable of a type that only a catalog knows: it is taken
	// for whatever fits.
	unknownVar
)

// A variable is one known in a scope.
type variable struct {
	name     string
	kind     varKind
	constant bool
	ref      bool // a cursor: refcursor
	unsure   bool // may be a refcursor: %TYPE
	cursor   *ast.CursorDecl
	decl     ast.Ident // where it is declared; none of those that are always there
}

type scope struct {
	label string
	loop  bool
	vars  []*variable
}

// triggerScope holds what a trigger function knows before its block.
func triggerScope(function string) *scope {
	s := &scope{label: function}
	for _, name := range []string{
		"tg_name", "tg_when", "tg_level", "tg_op", "tg_relid", "tg_relname", "tg_table_name", "tg_table_schema",
		"tg_nargs", "tg_argv", "found",
	} {
		s.vars = append(s.vars, &variable{name: name, kind: scalarVar})
	}
	for _, name := range []string{"new", "old"} {
		s.vars = append(s.vars, &variable{name: name, kind: recordVar})
	}
	return s
}

// find returns the variable of a name in the scope; the last one hides others.
func (s *scope) find(name string) *variable {
	for _, v := range slices.Backward(s.vars) {
		if v.name == name {
			return v
		}
	}
	return nil
}

// lookup finds the variable that one to three names mean, and how many of
// them name it: the rest are fields. It follows plpgsql_ns_lookup.
func (p *plParser) lookup(names []ast.Ident) (v *variable, n int) {
	for _, s := range slices.Backward(p.scopes) {
		if v := s.find(names[0].Name); v != nil && (len(names) == 1 || v.kind != scalarVar) {
			return v, 1
		}
		if len(names) > 1 && s.label != "" && s.label == names[0].Name {
			if v := s.find(names[1].Name); v != nil && (len(names) == 2 || v.kind != scalarVar) {
				return v, 2
			}
		}
	}
	return nil, 0
}

func (p *plParser) push(label string, loop bool) *scope {
	s := &scope{label: label, loop: loop}
	p.scopes = append(p.scopes, s)
	return s
}

func (p *plParser) pop() { p.scopes = p.scopes[:len(p.scopes)-1] }

func (p *plParser) top() *scope { return p.scopes[len(p.scopes)-1] }

// known returns the names of all variables that are known.
func (p *plParser) known() []string {
	var list []string
	for _, s := range p.scopes {
		for _, v := range s.vars {
			list = append(list, v.name)
		}
	}
	return list
}
