package analyzer

import (
	"slices"

	"github.com/trigc/trigc/analyzer/expr"
	"github.com/trigc/trigc/analyzer/rules"
	"github.com/trigc/trigc/analyzer/types"
	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/schema"
)

// handWritten holds each CREATE TRIGGER of the schema to the rules, with the
// database as it is when the statement runs. It is a [schema.Judge].
type handWritten struct {
	postgres int
	report   *diag.Report
}

func (w *handWritten) def(t *schema.Trigger) *rules.Def {
	s := t.Decl
	return &rules.Def{Span: s.Name.Span, Table: t.Table, Header: s.Header, Constraint: s.Constraint, Postgres: w.postgres}
}

// Trigger checks the header and the condition.
func (w *handWritten) Trigger(db *schema.DB, t *schema.Trigger) bool {
	h := &t.Decl.Header
	if !rules.Shape(w.def(t), w.report) {
		return false
	}
	if h.When == nil {
		return true
	}
	scope := &expr.Scope{
		DB: db, World: types.NewWorld(db, w.postgres), Report: w.report, Table: t.Table, Postgres: w.postgres, Before: h.Timing == ast.Before,
		Rows: h.Level == ast.Row, When: true,
	}
	for _, e := range h.Events {
		scope.Events = append(scope.Events, e.Event)
	}
	slices.Sort(scope.Events)
	return !scope.Condition(h.When, "WHEN").Bad()
}

// Columns checks the columns of UPDATE OF, and how a function that is not the
// user's is fired.
func (w *handWritten) Columns(db *schema.DB, t *schema.Trigger) bool {
	def, s := w.def(t), t.Decl
	return rules.Columns(def, w.report) && (t.Func != nil || rules.Builtin(def, db, s.Func, s.FuncArgs, s.ArgSpans, w.report))
}

// systemTriggers reports the triggers on relations of Postgres itself, which
// the replay does not know.
func systemTriggers(files []*ast.File, db *schema.DB, r *diag.Report) {
	for _, f := range files {
		for _, s := range f.Stmts {
			if t, ok := s.(*ast.CreateTrigger); ok && t.Header.On != nil && t.Header.On.Schema != "information_schema" &&
				db.SystemRelation(*t.Header.On) && db.RelationAt(*t.Header.On, f.Source, t.Span.Start) == nil {
				systemRelation(*t.Header.On, r)
			}
		}
	}
}
