package schema

import (
	"slices"
	"strings"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
)

func (e *replayer) createTrigger(s *ast.CreateTrigger) {
	if s.Header.On == nil {
		return
	}
	on := *s.Header.On
	r := e.scope().relation(on)
	if r == nil {
		switch {
		case e.db.SystemRelation(on): // refused for another reason
		case e.db.Opaque:
			e.unknownTable(on, diag.Warning)
		default:
			e.unknownTable(on, diag.Error)
		}
		return
	}
	t := &Trigger{Name: s.Name.Name, Table: r, Decl: s, State: ast.Origin}
	t.Func = e.triggerFunction(s)
	if old := r.Trigger(t.Name); old != nil {
		if !s.OrReplace {
			e.duplicateTrigger(s.Name, r, old)
			return
		}
		old.dropped = true
		r.Triggers[slices.Index(r.Triggers, old)] = t
	} else {
		if other := e.cloneNamed(r, t); other != nil {
			e.duplicateTrigger(s.Name, r, other)
			return
		}
		r.Triggers = append(r.Triggers, t)
	}
	if t.Func != nil {
		t.Func.triggers = append(t.Func.triggers, t)
	}
}

// cloneNamed returns a trigger that stands in the way of t because row
// triggers of a partitioned table are cloned to its partitions.
func (e *replayer) cloneNamed(r *Relation, t *Trigger) *Trigger {
	if c := r.clone(t.Name); c != nil {
		return c
	}
	if t.Decl.Header.Level != ast.Row || r.Kind != ast.PartitionedTable {
		return nil
	}
	for _, p := range r.descendants() {
		if other := p.Trigger(t.Name); other != nil {
			return other
		}
	}
	return nil
}

// clone returns the row trigger of a partitioned table of which r, a
// partition, has a clone under that name; nil if there is none.
func (r *Relation) clone(name string) *Trigger {
	for _, p := range r.ancestors() {
		if t := p.Trigger(name); t != nil && t.Decl.Header.Level == ast.Row {
			return t
		}
	}
	return nil
}

func (e *replayer) duplicateTrigger(at ast.Ident, r *Relation, old *Trigger) {
	e.report.Add(diag.Diagnostic{
		Code:     "duplicate-trigger",
		Severity: diag.Error,
		Span:     at.Span,
		Message:  `trigger "` + at.Name + `" of ` + r.Kind.String() + ` "` + r.Name + `" exists already`,
		Related:  related(old.Decl.Name.Span, "trigger declared here"),
		SQLState: "42710",
	})
}

// triggerFunction returns the function that a trigger executes: the one of
// that name without arguments. It reports what cannot be one.
func (e *replayer) triggerFunction(s *ast.CreateTrigger) *Function {
	sc := e.scope()
	list := sc.functions(s.Func)
	for _, f := range list {
		if len(f.args) > 0 || f.Decl.Procedure {
			continue
		}
		if !f.Trigger {
			e.report.Add(diag.Diagnostic{
				Code:     "not-a-trigger-function",
				Severity: diag.Error,
				Span:     s.Func.Span,
				Message:  `function "` + s.Func.String() + `" must return type trigger`,
				Related:  related(f.Decl.Name.Span, "function declared here"),
				SQLState: "42P17",
			})
		}
		return f
	}
	if e.mayExist(s.Func) {
		return nil
	}
	for _, f := range list {
		if f.Trigger && !f.Decl.Procedure {
			return nil // its arguments have been reported where it is declared
		}
	}
	e.pending = append(e.pending, pending{
		Diagnostic: diag.Diagnostic{
			Code:     "unknown-function",
			Severity: diag.Error,
			Span:     s.Func.Span,
			Message:  `function "` + s.Func.String() + `()" does not exist`,
			SQLState: "42883",
		},
		later: func(d *diag.Diagnostic) {
			list := sc.functions(s.Func)
			if len(list) == 0 {
				d.Help = didYouMean(s.Func, e.db.TriggerFunctionNames())
				return
			}
			switch f := list[0]; {
			case f.Decl.Procedure:
				d.Related = related(f.Decl.Name.Span, "procedure declared here")
				d.Help = "a trigger executes a function"
			case len(f.args) > 0:
				d.Related = related(f.Decl.Name.Span, "function declared here, with arguments")
				d.Help = "a trigger function is declared without arguments; it finds them in TG_ARGV"
			default:
				d.Related = related(f.Decl.Name.Span, "function declared here, too late")
				d.Help = orderHelp
			}
		},
	})
	return nil
}

// mayExist reports whether a function that is not in the DDL may exist all
// the same: one of Postgres, of an extension, or made by dynamic SQL.
func (e *replayer) mayExist(name ast.Name) bool {
	switch {
	case e.db.Opaque:
		return true
	case name.Schema == "pg_catalog":
		return true
	case name.Schema == "" && (triggerFunctions[name.Name] || strings.HasPrefix(name.Name, "RI_FKey_")):
		return true
	}
	return e.db.Extended()
}

func (e *replayer) dropTrigger(s *ast.Drop, table ast.Name) {
	r := e.scope().relation(table)
	if r == nil {
		if !s.IfExists && !e.db.Opaque && !e.db.SystemRelation(table) {
			e.unknownTable(table, diag.Warning)
		}
		return
	}
	if t := r.Trigger(s.Trigger); t != nil {
		r.removeTrigger(t)
		return
	}
	if t := r.clone(s.Trigger); t != nil {
		e.report.Add(diag.Diagnostic{
			Code:     "dependent-trigger",
			Severity: diag.Error,
			Span:     table.Span,
			Message:  `trigger "` + s.Trigger + `" of partition "` + r.Name + `" cannot be dropped: it is a clone of that of "` + t.Table.Name + `"`,
			Related:  related(t.Decl.Name.Span, "trigger declared here"),
			Help:     `drop the trigger of "` + t.Table.Name + `"`,
			SQLState: "2BP01",
		})
		return
	}
	if !s.IfExists {
		e.unknownTrigger(s.Trigger, r, table)
	}
}

// unknownTrigger reports that a statement is about a trigger that the table
// does not have. It points at the table: the name's own place is not kept.
func (e *replayer) unknownTrigger(name string, r *Relation, at ast.Name) {
	if e.db.Opaque {
		return
	}
	names := make([]string, len(r.Triggers))
	for i, t := range r.Triggers {
		names[i] = t.Name
	}
	e.report.Add(diag.Diagnostic{
		Code:     "unknown-trigger",
		Severity: diag.Warning,
		Span:     at.Span,
		Message:  r.Kind.String() + ` "` + r.Name + `" has no trigger "` + name + `"`,
		Help:     diag.DidYouMean(name, names),
		SQLState: "42704",
	})
}

func (e *replayer) renameTrigger(s *ast.Rename) {
	r := e.altered(s.Name, s.Span, s.IfExists)
	if r == nil {
		return
	}
	t := r.Trigger(s.Sub)
	if t == nil {
		if r.clone(s.Sub) == nil {
			e.unknownTrigger(s.Sub, r, ast.Name{Name: s.Sub, Span: spanOf(s.SubSpan, s.Name.Span)})
		}
		return
	}
	if other := r.Trigger(s.NewName); other != nil && other != t {
		return // 42710
	}
	t.Name = s.NewName
}

// setTriggerState replays ENABLE and DISABLE TRIGGER. Clones are not kept:
// they follow their parent's.
func (e *replayer) setTriggerState(r *Relation, a *ast.Action) {
	if a.Name == "" || a.User {
		for _, t := range r.Triggers {
			t.State = a.State
		}
		return
	}
	t := r.Trigger(a.Name)
	switch {
	case t != nil:
		t.State = a.State
	case r.clone(a.Name) == nil && !strings.HasPrefix(a.Name, "RI_ConstraintTrigger_"):
		e.unknownTrigger(a.Name, r, ast.Name{Span: a.Span})
	}
}

func (r *Relation) removeTrigger(t *Trigger) {
	r.Triggers = without(r.Triggers, t)
	t.dropped = true
}

// Column returns the name that a column, named in the trigger's statement,
// has at the end of the schema.
func (t *Trigger) Column(name string) string {
	if now, ok := t.ColumnRenames[name]; ok {
		return now
	}
	return name
}

// needs reports whether the trigger names the column in UPDATE OF or WHEN:
// Postgres then keeps the two together.
func (t *Trigger) needs(column string) bool {
	for _, ev := range t.Decl.Header.Events {
		for _, c := range ev.Columns {
			if t.Column(c.Name) == column {
				return true
			}
		}
	}
	if t.Decl.Header.When == nil {
		return false
	}
	found := false
	ast.Walk(t.Decl.Header.When.Root, func(n ast.Node) bool {
		if ref, ok := n.(*ast.ColumnRef); ok && len(ref.Parts) == 2 {
			row := ref.Parts[0].Name
			found = found || (row == "new" || row == "old") && t.Column(ref.Parts[1].Name) == column
		}
		return !found
	})
	return found
}

// refuseDropColumn reports that a trigger needs a column that is to be
// dropped without CASCADE.
func (e *replayer) refuseDropColumn(r *Relation, c *Column, a *ast.Action) bool {
	for _, t := range r.Triggers {
		if t.needs(c.Name) && !e.db.Opaque {
			e.report.Add(diag.Diagnostic{
				Code:     "dependent-trigger",
				Severity: diag.Warning,
				Span:     a.Span,
				Message:  `column "` + c.Name + `" cannot be dropped: trigger "` + t.Name + `" names it`,
				Related:  related(t.Decl.Name.Span, "trigger declared here"),
				Help:     "drop the trigger first; CASCADE would drop it too",
				SQLState: "2BP01",
			})
			return true
		}
	}
	return false
}

// refuseAlterType reports that a trigger names a column that is to get
// another type. What follows is judged by the new one.
func (e *replayer) refuseAlterType(r *Relation, c *Column, a *ast.Action) {
	for _, t := range r.Triggers {
		if t.needs(c.Name) && !e.db.Opaque {
			e.report.Add(diag.Diagnostic{
				Code:     "dependent-trigger",
				Severity: diag.Warning,
				Span:     a.Span,
				Message:  `the type of column "` + c.Name + `" cannot be altered: trigger "` + t.Name + `" names it`,
				Related:  related(t.Decl.Name.Span, "trigger declared here"),
				Help:     "drop the trigger first and create it again after",
				SQLState: "0A000",
			})
			return
		}
	}
}

// refuseAttach reports that a table to be attached has a trigger with the
// name of one that would be cloned to it.
func (e *replayer) refuseAttach(r, child *Relation, a *ast.Action) {
	for _, p := range append([]*Relation{r}, r.ancestors()...) {
		for _, t := range p.Triggers {
			if t.Decl.Header.Level != ast.Row {
				continue
			}
			for _, c := range append([]*Relation{child}, child.descendants()...) {
				if own := c.Trigger(t.Name); own != nil {
					e.duplicateTrigger(ast.Ident{Name: t.Name, Span: a.Table.Span}, c, own)
				}
			}
		}
	}
}
