package analyzer

import (
	"slices"

	"github.com/trigc/trigc/analyzer/expr"
	"github.com/trigc/trigc/analyzer/rules"
	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/schema"
)

// handWritten holds the triggers that are alive at the end of the schema to
// the rules of CREATE TRIGGER. Those that a directive adopts have been checked
// with it.
func handWritten(files []*ast.File, db *schema.DB, postgres int, adopted map[*ast.CreateTrigger]bool, r *diag.Report) {
	for _, f := range files {
		for _, s := range f.Stmts {
			if t, ok := s.(*ast.CreateTrigger); ok && t.Header.On != nil && t.Header.On.Schema != "information_schema" &&
				db.SystemRelation(*t.Header.On) && db.RelationAt(*t.Header.On, f.Source, t.Span.Start) == nil {
				systemRelation(*t.Header.On, r)
			}
		}
	}
	for _, rel := range relations(db) {
		for _, t := range rel.Triggers {
			if t.Table != rel || adopted[t.Decl] || len(t.ColumnRenames) > 0 {
				continue // a rename has been followed by Postgres; the text is of before
			}
			s := t.Decl
			def := &rules.Def{Span: s.Name.Span, Table: rel, Header: s.Header, Constraint: s.Constraint, Postgres: postgres}
			if rules.Check(def, r) && s.Header.When != nil {
				scope := &expr.Scope{
					DB: db, Report: r, Table: rel, Before: s.Header.Timing == ast.Before,
					Rows: s.Header.Level == ast.Row, When: true,
				}
				for _, e := range s.Header.Events {
					scope.Events = append(scope.Events, e.Event)
				}
				slices.Sort(scope.Events)
				scope.Condition(s.Header.When, "WHEN")
			}
		}
	}
}

// relations returns all relations, those that can have no triggers too: a
// statement may have tried.
func relations(db *schema.DB) []*schema.Relation {
	var list []*schema.Relation
	for _, s := range db.Schemas {
		for _, r := range s.Relations {
			list = append(list, r)
		}
	}
	return list
}
