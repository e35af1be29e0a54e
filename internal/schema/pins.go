package schema

import (
	"slices"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/pgname"
)

// pins is what a trigger holds on to by its condition and by UPDATE OF: the
// objects themselves, whatever they are renamed to. Postgres drops none of them
// without CASCADE, and with it the trigger too.
type pins struct {
	columns   []*Column
	functions []*Function
	types     []*Type
	relations []*Relation
}

// pin notes what the trigger's statement names.
func (e *replayer) pin(t *Trigger) {
	r, p := t.Table, &t.pins
	column := func(name string) {
		if c := r.Column(name); c != nil && !slices.Contains(p.columns, c) {
			p.columns = append(p.columns, c)
		}
	}
	for _, ev := range t.Decl.Header.Events {
		for _, c := range ev.Columns {
			column(c.Name)
		}
	}
	if t.Decl.Header.When == nil {
		return
	}
	relation := func(n ast.Node) {
		if r := e.relationText(n); r != nil && !slices.Contains(p.relations, r) {
			p.relations = append(p.relations, r)
			r.conditions = append(r.conditions, t)
		}
	}
	ast.Walk(t.Decl.Header.When.Root, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ColumnRef:
			if len(n.Parts) == 2 && isRow(n.Parts[0].Name) {
				column(n.Parts[1].Name)
			}
		case *ast.List:
			// In a row a star stands for the columns; elsewhere for the whole row,
			// which pins none.
			for _, arg := range n.Args {
				if ref, ok := arg.(*ast.ColumnRef); ok && n.Kind == ast.RowList && ref.Star && len(ref.Parts) == 1 && isRow(ref.Parts[0].Name) {
					for _, c := range r.Columns {
						column(c.Name)
					}
				}
			}
		case *ast.Call:
			if f := e.called(n); f != nil && !slices.Contains(p.functions, f) {
				p.functions = append(p.functions, f)
				f.triggers = append(f.triggers, t)
			} else if f == nil && len(n.Args) > 0 && takesRelation(n.Func) {
				relation(n.Args[0])
			}
		case *ast.Cast:
			if def := e.typeRef(n.Type).Def; def != nil && !slices.Contains(p.types, def) {
				p.types = append(p.types, def)
			} else if def == nil && n.Type.Name.Name == "regclass" {
				relation(n.Arg)
			}
		}
		return true
	})
}

func isRow(name string) bool { return name == "old" || name == "new" }

// called returns the function of the user that a call means, if it is plain to
// see: the only one of that name that takes as many arguments.
func (e *replayer) called(n *ast.Call) *Function {
	var found *Function
	for _, f := range e.scope().functions(n.Func) {
		if f.Decl.Procedure || n.Named || !f.takes(len(n.Args)) {
			continue
		}
		if found != nil {
			return nil
		}
		found = f
	}
	return found
}

// takes reports whether f can be called with n arguments.
func (f *Function) takes(n int) bool {
	least, most := 0, 0
	for _, a := range f.Decl.Args {
		switch {
		case a.Mode == 'o' || a.Mode == 't':
		case a.Mode == 'v':
			return n >= least
		default:
			most++
			if !a.Default {
				least++
			}
		}
	}
	return least <= n && n <= most
}

// pinning returns the trigger that keeps Postgres from dropping the column, of r
// or of a child that would lose it too; nil if none does.
func (e *replayer) pinning(r *Relation, c *Column, goes func(child *Column) bool) *Trigger {
	for _, t := range r.Triggers {
		if slices.Contains(t.pins.columns, c) {
			return t
		}
	}
	if e.only {
		return nil
	}
	for _, child := range r.Children {
		if cc := child.Column(c.Name); cc != nil && cc.inherits > 0 && goes(cc) {
			if t := e.pinning(child, cc, goes); t != nil {
				return t
			}
		}
	}
	return nil
}

// takesRelation reports whether a function of Postgres takes a relation first.
func takesRelation(name ast.Name) bool {
	return (name.Schema == "" || name.Schema == "pg_catalog") && slices.Contains([]string{"nextval", "currval", "setval"}, name.Name)
}

// relationText returns the relation that a literal of type regclass names, or
// nil.
func (e *replayer) relationText(n ast.Node) *Relation {
	if c, ok := n.(*ast.Cast); ok {
		n = c.Arg
	}
	k, ok := n.(*ast.Const)
	if !ok || k.Kind != ast.StringConst {
		return nil
	}
	parts, ok := pgname.Parse(k.Value)
	if !ok || len(parts) > 2 {
		return nil
	}
	name := ast.Name{Name: parts[len(parts)-1]}
	if len(parts) == 2 {
		name.Schema = parts[0]
	}
	return e.scope().relation(name)
}

// namedBy returns the triggers whose conditions name r, or a sequence of its
// columns.
func (r *Relation) namedBy() []*Trigger {
	list := slices.Clone(r.conditions)
	for _, s := range r.owned {
		list = append(list, s.rel.conditions...)
	}
	return slices.DeleteFunc(list, func(t *Trigger) bool { return t.dropped })
}

// naming returns the triggers whose conditions name a type.
func (db *DB) naming(def *Type) []*Trigger {
	var list []*Trigger
	for _, s := range db.Schemas {
		for _, r := range s.Relations {
			for _, t := range r.Triggers {
				if slices.Contains(t.pins.types, def) {
					list = append(list, t)
				}
			}
		}
	}
	return list
}
