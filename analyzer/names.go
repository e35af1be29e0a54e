package analyzer

import (
	"fmt"
	"slices"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/ir"
	"github.com/trigc/trigc/internal/schema"
	"github.com/trigc/trigc/internal/source"
)

// names reports triggers and functions whose names are taken.
func names(prog *ir.Program, adopted map[*ast.CreateTrigger]bool, r *diag.Report) {
	type key struct {
		table *schema.Relation
		name  string
	}
	triggers := make(map[key]*ir.Unit, len(prog.Units))
	type owner struct {
		*ir.Unit
		function *ir.Function
	}
	functions := make(map[[2]string]owner, len(prog.Units))
	for _, u := range prog.Units {
		for i, t := range u.Triggers {
			clash := func(code diag.Code, state, help string, other source.Span, what, format string, args ...any) {
				d := diag.Diagnostic{
					Code: code, Severity: diag.Error, Span: u.NameSpan, SQLState: state, Help: help, Message: fmt.Sprintf(format, args...),
				}
				if !other.IsZero() {
					d.Related = []diag.Related{{Span: other, Message: what}}
				}
				r.Add(d)
			}
			second := ""
			if i > 0 {
				second = fmt.Sprintf(" (the second trigger of %q)", u.Name)
			}
			k := key{t.Table, t.Name}
			if other := triggers[k]; other != nil {
				clash("duplicate-trigger", "42710", "give it another name", other.NameSpan, "other trigger",
					"%s %q has a trigger %q already%s", t.Table.Kind, t.Table.Name, t.Name, second)
				continue
			}
			triggers[k] = u
			if hand := t.Table.Trigger(t.Name); hand != nil && !adopted[hand.Decl] {
				clash("duplicate-trigger", "42710", "give it another name, drop the other one, or adopt it: put `-- pgtrigger: trigger` above it",
					hand.Decl.Name.Span, "trigger declared here", "%s %q has a trigger %q already%s", t.Table.Kind, t.Table.Name, t.Name, second)
				continue
			}
			if t.Level == ast.Row && t.Table.Kind == ast.PartitionedTable {
				if at := cloned(t, prog.Units, adopted); !at.IsZero() {
					clash("duplicate-trigger", "42710", "give one of them another name", at, "trigger of a partition declared here",
						"trigger %q of partitioned table %q is cloned to its partitions, and one has a trigger of that name%s", t.Name, t.Table.Name, second)
					continue
				}
			}
			for _, p := range ancestors(t.Table) {
				if hand := p.Trigger(t.Name); hand != nil && hand.Decl.Header.Level == ast.Row && !adopted[hand.Decl] {
					clash("duplicate-trigger", "42710", "give it another name", hand.Decl.Name.Span, "trigger declared here",
						"partition %q has a trigger %q already, a clone of that of %q%s", t.Table.Name, t.Name, p.Name, second)
				}
			}
			if c := t.Table.Constraint(t.Name); c != nil && t.Constraint {
				clash("duplicate-constraint", "23505", "give it another name", c.Decl, "constraint declared here",
					"table %q has a constraint %q already, and a constraint trigger is one too", t.Table.Name, t.Name)
				continue
			}
			if !t.Function.Own {
				continue
			}
			f := [2]string{t.Function.Schema, t.Function.Name}
			other, taken := functions[f]
			if taken && other.function == t.Function {
				continue // shared
			}
			if taken {
				clash("duplicate-function", "42723", "give one of the triggers another name", other.NameSpan, "other trigger",
					"trigger function %q would be that of another trigger too", t.Function.Name)
				continue
			}
			functions[f] = owner{u, t.Function}
			for _, user := range prog.DB.Schemas[f[0]].Functions[f[1]] {
				if len(user.Args) == 0 {
					clash("duplicate-function", "42723", "give the trigger another name", user.Decl.Name.Span, "function declared here",
						"the trigger's function would be called %q, and there is one already", t.Function.Name)
				}
			}
		}
	}
}

// cloned returns where a partition has a trigger with the name of one that
// would be cloned to it, or nowhere.
func cloned(t *ir.Trigger, units []*ir.Unit, adopted map[*ast.CreateTrigger]bool) source.Span {
	for _, u := range units {
		for _, other := range u.Triggers {
			if other.Name == t.Name && slices.Contains(ancestors(other.Table), t.Table) {
				return u.NameSpan
			}
		}
	}
	var find func(r *schema.Relation) source.Span
	find = func(r *schema.Relation) source.Span {
		for _, child := range r.Children {
			if hand := child.Trigger(t.Name); hand != nil && !adopted[hand.Decl] {
				return hand.Decl.Name.Span
			}
			if at := find(child); !at.IsZero() {
				return at
			}
		}
		return source.Span{}
	}
	return find(t.Table)
}

// ancestors returns the partitioned tables of which a table is a partition.
func ancestors(r *schema.Relation) []*schema.Relation {
	var list []*schema.Relation
	for r = r.PartitionOf; r != nil; r = r.PartitionOf {
		list = append(list, r)
	}
	return list
}
