package schema

import (
	"slices"
	"strings"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/catalog"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/source"
)

func (e *replayer) createTrigger(s *ast.CreateTrigger) {
	if s.Header.On == nil {
		return
	}
	on := *s.Header.On
	r := e.scope().relation(on)
	if r == nil {
		switch def := e.scope().userType(on); {
		case def != nil && def.Kind == ast.Composite:
			e.report.Add(diag.Diagnostic{
				Code:     "wrong-relation",
				Severity: diag.Error,
				Span:     on.Span,
				Message:  `a composite type cannot have triggers, and "` + on.String() + `" is one`,
				Related:  related(def.Decl, "type declared here"),
				SQLState: "42809",
			})
		case e.db.SystemRelation(on): // refused for another reason
		case e.db.Elsewhere(on.Schema):
		case e.db.Opaque:
			e.unknownTable(on, diag.Warning)
		default:
			e.unknownTable(on, diag.Error)
		}
		return
	}
	t := &Trigger{Name: s.Name.Name, Table: r, Decl: s, State: ast.Origin}
	// The order is the server's (CreateTriggerFiringOn).
	good := (e.judge == nil || e.judge.Trigger(e.db, t)) && e.triggerFrom(t) && e.triggerFunction(t) && e.triggerName(t) &&
		(e.judge == nil || e.judge.Columns(e.db, t))
	if !good && (r.Trigger(t.Name) != nil || e.cloneNamed(r, t) != nil) {
		return
	}
	// One that is refused is kept all the same: what follows is not to be blamed
	// for its absence.
	if old := r.Trigger(t.Name); old != nil {
		old.dropped = true
		if old.State != ast.Origin {
			t.Reset, t.ResetSpan = old.State, old.stateSpan
		} else {
			t.Reset, t.ResetSpan = old.Reset, old.ResetSpan
		}
		r.Triggers[slices.Index(r.Triggers, old)] = t
	} else {
		r.Triggers = append(r.Triggers, t)
	}
	if t.Func != nil {
		t.Func.triggers = append(t.Func.triggers, t)
	}
	if t.From != nil {
		t.From.triggersFrom = append(t.From.triggersFrom, t)
	}
	e.pin(t)
}

// triggerFrom finds the table behind FROM.
func (e *replayer) triggerFrom(t *Trigger) bool {
	name := t.Decl.From
	if name == nil {
		return true
	}
	t.From = e.scope().relation(*name)
	if t.From == nil && !e.db.Opaque && !e.db.SystemRelation(*name) && !e.db.Elsewhere(name.Schema) {
		e.unknownTable(*name, diag.Error)
		return false
	}
	return true
}

// triggerName reports a trigger whose name is taken, by a trigger or, of a
// constraint trigger, by a constraint of the table or of a partition that gets
// a clone.
func (e *replayer) triggerName(t *Trigger) bool {
	r, s := t.Table, t.Decl
	if c := r.clone(t.Name); c != nil {
		e.duplicateTrigger(s.Name, r, c)
		return false
	}
	tables := []*Relation{r}
	if s.Header.Level == ast.Row && r.Kind == ast.PartitionedTable {
		tables = append(tables, r.descendants()...)
	}
	for _, p := range tables {
		old := p.Trigger(t.Name)
		switch {
		case old == nil:
		case !s.OrReplace:
			e.duplicateTrigger(s.Name, p, old)
			return false
		case old.Decl.Constraint:
			e.report.Add(diag.Diagnostic{
				Code:     "duplicate-trigger",
				Severity: diag.Error,
				Span:     s.Name.Span,
				Message:  `trigger "` + t.Name + `" of ` + p.Kind.String() + ` "` + p.Name + `" is a constraint trigger, which cannot be replaced`,
				Related:  related(old.Decl.Name.Span, "trigger declared here"),
				Help:     "drop it first",
				SQLState: "42710",
			})
			return false
		case p != r: // becomes the clone
			p.removeTrigger(old)
		}
		if !s.Constraint {
			continue
		}
		if at, taken := e.constraintNamed(p, t.Name); taken {
			e.report.Add(diag.Diagnostic{
				Code:     "duplicate-constraint",
				Severity: diag.Error,
				Span:     s.Name.Span,
				Message:  p.Kind.String() + ` "` + p.Name + `" has a constraint "` + t.Name + `" already, and a constraint trigger is one too`,
				Related:  related(at, "constraint declared here"),
				SQLState: "23505",
			})
			return false
		}
	}
	return true
}

// constraintNamed finds the constraint of a table that has the name. Since
// Postgres 18, NOT NULL is one too.
func (e *replayer) constraintNamed(r *Relation, name string) (source.Span, bool) {
	if c := r.Constraint(name); c != nil {
		return c.Decl, true
	}
	for _, c := range r.Columns {
		if e.major >= 18 && c.NotNull && objectName(r.Name, c.Name, "not_null") == name {
			return c.Decl, true
		}
	}
	return source.Span{}, false
}

// constraintTrigger returns the constraint trigger of a table that has the name
// of a constraint, or nil.
func (r *Relation) constraintTrigger(name string) *Trigger {
	if t := r.Trigger(name); t != nil && t.Decl.Constraint {
		return t
	}
	return nil
}

// refuseDropConstraint reports that a constraint is that of a constraint
// trigger.
func (e *replayer) refuseDropConstraint(r *Relation, a *ast.Action) {
	t := r.constraintTrigger(a.Name)
	if t == nil || e.db.Opaque {
		return
	}
	e.report.Add(diag.Diagnostic{
		Code:     "dependent-trigger",
		Severity: diag.Error,
		Span:     a.Span,
		Message:  `constraint "` + a.Name + `" cannot be dropped: it is that of constraint trigger "` + t.Name + `"`,
		Related:  related(t.Decl.Name.Span, "trigger declared here"),
		Help:     "write DROP TRIGGER",
		SQLState: "2BP01",
	})
}

// foreignClone reports that a constraint trigger of a partitioned table would
// be cloned to a partition that is a foreign table.
func (e *replayer) foreignClone(t *Trigger, p *Relation, at source.Span) {
	e.report.Add(diag.Diagnostic{
		Code:     "wrong-relation",
		Severity: diag.Error,
		Span:     at,
		Message:  `a foreign table has no constraint triggers, and partition "` + p.Name + `" of "` + t.Table.Name + `" is one`,
		Related:  append(related(t.Decl.Name.Span, "trigger declared here"), related(p.Decl, "partition declared here")...),
		SQLState: "42809",
	})
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
		for _, t := range p.Triggers {
			if t.Decl.Header.Level == ast.Row && t.cloneName(r) == name {
				return t
			}
		}
	}
	return nil
}

// cloneName returns the name of a trigger's clone in a partition: before
// Postgres 15 each is renamed by itself.
func (t *Trigger) cloneName(r *Relation) string {
	if name, ok := t.clones[r]; ok {
		return name
	}
	return t.Name
}

func (t *Trigger) nameClone(r *Relation, name string) {
	if t.clones == nil {
		t.clones = map[*Relation]string{}
	}
	t.clones[r] = name
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

// triggerFunction finds the function that a trigger executes: the one of that
// name without arguments. It reports what cannot be one.
func (e *replayer) triggerFunction(t *Trigger) bool {
	s := t.Decl
	sc := e.scope()
	list := sc.functions(s.Func)
	for _, f := range list {
		if len(f.args) > 0 || f.Decl.Procedure {
			continue
		}
		t.Func = f
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
		return f.Trigger
	}
	if e.mayExist(s.Func) {
		return true
	}
	for _, f := range list {
		if f.Trigger && !f.Decl.Procedure {
			return true // its arguments have been reported where it is declared
		}
	}
	if len(list) == 0 && e.ofPostgres(s.Func) {
		e.report.Add(diag.Diagnostic{
			Code: "not-a-trigger-function", Severity: diag.Error, Span: s.Func.Span, SQLState: "42P17",
			Message: `function "` + s.Func.String() + `" must return type trigger`,
		})
		return false
	}
	e.pending = append(e.pending, pending{
		Diagnostic: diag.Diagnostic{
			Code:     "unknown-function",
			Severity: diag.Error,
			Span:     s.Func.Span,
			Message:  `function "` + s.Func.String() + `()" does not exist`,
			SQLState: e.missing(s.Func, "42883"),
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
	return false
}

// ofPostgres reports whether Postgres itself has a function of that name that
// takes no arguments.
func (e *replayer) ofPostgres(name ast.Name) bool {
	return (name.Schema == "" || name.Schema == "pg_catalog") &&
		slices.ContainsFunc(catalog.For(e.major).Functions(name.Name), func(f *catalog.Function) bool {
			return f.Extension == "" && f.Kind == 'f' && len(f.Args) == 0
		})
}

// mayExist reports whether a function that is not in the DDL may exist all
// the same: one of Postgres, of an extension, or made by dynamic SQL.
func (e *replayer) mayExist(name ast.Name) bool {
	switch {
	case e.db.Opaque:
		return true
	case (name.Schema == "" || name.Schema == "pg_catalog") && (triggerFunctions[name.Name] || strings.HasPrefix(name.Name, "RI_FKey_")):
		return true
	}
	return e.db.Extended()
}

// triggerTable returns the table of a statement about a trigger; if there is
// none it says so, unless it may exist all the same.
func (e *replayer) triggerTable(name ast.Name, ifExists bool) *Relation {
	r := e.scope().relation(name)
	if r == nil && !ifExists && !e.db.Opaque && !e.db.SystemRelation(name) && !e.db.Elsewhere(name.Schema) {
		e.unknownTable(name, diag.Error)
	}
	return r
}

// comment replays COMMENT ON TRIGGER, which says nothing about the catalog but
// that the trigger is there.
func (e *replayer) comment(s *ast.Comment) {
	if s.Kind != ast.TriggerObject {
		return
	}
	if r := e.triggerTable(s.Name, false); r != nil && r.Trigger(s.Sub) == nil && r.clone(s.Sub) == nil {
		e.unknownTrigger(s.Sub, r, s.Name)
	}
}

func (e *replayer) dropTrigger(s *ast.Drop, table ast.Name) {
	r := e.triggerTable(table, s.IfExists)
	if r == nil {
		return
	}
	if t := r.Trigger(s.Trigger); t != nil {
		e.pendingEvents(s, t)
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
		Severity: diag.Error,
		Span:     at.Span,
		Message:  r.Kind.String() + ` "` + r.Name + `" has no trigger "` + name + `"`,
		Help:     diag.DidYouMean(name, names),
		SQLState: "42704",
	})
}

// renameTrigger replays ALTER TRIGGER … RENAME, which clones follow. A clone by
// itself cannot be renamed, since Postgres 15.
func (e *replayer) renameTrigger(s *ast.Rename) {
	r := e.triggerTable(s.Name, s.IfExists)
	if r == nil {
		return
	}
	at := spanOf(s.SubSpan, s.Name.Span)
	t := r.Trigger(s.Sub)
	if t == nil {
		switch c := r.clone(s.Sub); {
		case c == nil:
			e.unknownTrigger(s.Sub, r, ast.Name{Name: s.Sub, Span: at})
		case e.major >= 15:
			e.report.Add(diag.Diagnostic{
				Code:     "dependent-trigger",
				Severity: diag.Error,
				Span:     at,
				Message:  `trigger "` + s.Sub + `" of partition "` + r.Name + `" cannot be renamed: it is a clone of that of "` + c.Table.Name + `"`,
				Related:  related(c.Decl.Name.Span, "trigger declared here"),
				Help:     `rename the trigger of "` + c.Table.Name + `"`,
				SQLState: e.renameState(),
			})
		case r.Trigger(s.NewName) == nil && r.clone(s.NewName) == nil:
			c.nameClone(r, s.NewName)
		}
		return
	}
	if s.NewName == s.Sub && e.major >= 15 {
		return
	}
	tables := []*Relation{r}
	if t.Decl.Header.Level == ast.Row && e.major >= 15 {
		tables = append(tables, r.descendants()...)
	}
	for _, p := range tables {
		if other := p.Trigger(s.NewName); other != nil {
			e.duplicateTrigger(ast.Ident{Name: s.NewName, Span: at}, p, other)
			return
		}
	}
	if other := r.clone(s.NewName); other != nil {
		e.duplicateTrigger(ast.Ident{Name: s.NewName, Span: at}, r, other)
		return
	}
	if e.major < 15 {
		for _, p := range r.descendants() {
			t.nameClone(p, t.cloneName(p))
		}
	}
	t.Name = s.NewName
}

// renameState is the SQLSTATE of renaming a clone: before 18 the server's own for
// what cannot be.
func (e *replayer) renameState() string {
	if e.major >= 18 {
		return "0A000"
	}
	return "XX000"
}

// setTriggerState replays ENABLE and DISABLE TRIGGER. Clones are not kept:
// they follow their parent's.
func (e *replayer) setTriggerState(r *Relation, a *ast.Action) {
	if r.Kind == ast.View || r.Kind == ast.MatView {
		e.report.Add(diag.Diagnostic{
			Code:     "wrong-relation",
			Severity: diag.Error,
			Span:     a.Span,
			Message:  `triggers of a ` + r.Kind.String() + ` cannot be enabled or disabled, and "` + r.Name + `" is one`,
			Related:  related(r.Decl, r.Kind.String()+" declared here"),
			SQLState: "42809",
		})
		return
	}
	if a.Name == "" || a.User {
		for _, t := range r.Triggers {
			t.setState(a)
		}
		return
	}
	t := r.Trigger(a.Name)
	switch {
	case t != nil:
		t.setState(a)
	case r.clone(a.Name) == nil && !strings.HasPrefix(a.Name, "RI_ConstraintTrigger_"):
		e.unknownTrigger(a.Name, r, ast.Name{Span: a.Span})
	}
}

func (t *Trigger) setState(a *ast.Action) {
	t.State, t.stateSpan = a.State, a.Span
	t.Reset, t.ResetSpan = 0, source.Span{}
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

// refuseDropColumn reports that a trigger needs a column that is to be
// dropped without CASCADE.
func (e *replayer) refuseDropColumn(r *Relation, c *Column, a *ast.Action) bool {
	t := e.pinning(r, c, func(child *Column) bool { return child.inherits == 1 && !child.local })
	if t == nil || e.db.Opaque {
		return false
	}
	e.report.Add(diag.Diagnostic{
		Code:     "dependent-trigger",
		Severity: diag.Error,
		Span:     a.Span,
		Message:  `column "` + c.Name + `" cannot be dropped: trigger "` + t.Name + `" names it`,
		Related:  related(t.Decl.Name.Span, "trigger declared here"),
		Help:     "drop the trigger first; CASCADE would drop it too",
		SQLState: "2BP01",
	})
	return true
}

// refuseAlterType reports that a trigger names a column that is to get
// another type. What follows is judged by the new one.
func (e *replayer) refuseAlterType(r *Relation, c *Column, a *ast.Action) {
	t := e.pinning(r, c, func(*Column) bool { return true })
	if t == nil || e.db.Opaque {
		return
	}
	e.report.Add(diag.Diagnostic{
		Code:     "dependent-trigger",
		Severity: diag.Error,
		Span:     a.Span,
		Message:  `the type of column "` + c.Name + `" cannot be altered: trigger "` + t.Name + `" names it`,
		Related:  related(t.Decl.Name.Span, "trigger declared here"),
		Help:     "drop the trigger first and create it again after",
		SQLState: "0A000",
	})
}

// refuseDropType reports that the condition of a trigger names a type that is to
// be dropped without CASCADE.
func (e *replayer) refuseDropType(def *Type, name ast.Name) bool {
	return e.refuseDropNamed("type", name, e.db.naming(def))
}

// refuseDropRelation reports that the condition of a trigger names a relation
// that is to be dropped without CASCADE, a sequence of its columns or its row
// type. A trigger that goes with its own table keeps nothing.
func (e *replayer) refuseDropRelation(r *Relation, name ast.Name, s *ast.Drop) bool {
	list := r.namedBy()
	if r.rowType != nil {
		list = append(list, e.db.naming(r.rowType)...)
	}
	list = slices.DeleteFunc(list, func(t *Trigger) bool {
		return slices.ContainsFunc(s.Names, func(n ast.Name) bool { return e.scope().relation(n) == t.Table })
	})
	return e.refuseDropNamed(r.Kind.String(), name, list)
}

// refuseDropNamed reports that one of the triggers keeps what they name in WHEN
// from being dropped, if there is one.
func (e *replayer) refuseDropNamed(what string, name ast.Name, list []*Trigger) bool {
	if len(list) == 0 || e.db.Opaque {
		return false
	}
	e.report.Add(diag.Diagnostic{
		Code:     "dependent-trigger",
		Severity: diag.Error,
		Span:     name.Span,
		Message:  what + ` "` + name.String() + `" cannot be dropped: trigger "` + list[0].Name + `" of "` + list[0].Table.Name + `" names it in WHEN`,
		Related:  related(list[0].Decl.Name.Span, "trigger declared here"),
		Help:     "drop the trigger first, or add CASCADE",
		SQLState: "2BP01",
	})
	return true
}

// refuseChild reports that a table cannot become a partition or a child: it has
// a row trigger with transition tables.
func (e *replayer) refuseChild(child *Relation, what string, at source.Span) bool {
	for _, t := range child.Triggers {
		if h := t.Decl.Header; h.Level == ast.Row && (h.OldTable != nil || h.NewTable != nil) {
			e.report.Add(diag.Diagnostic{
				Code:     "transition-table",
				Severity: diag.Error,
				Span:     at,
				Message:  child.Kind.String() + ` "` + child.Name + `" cannot become ` + what + `: its ROW trigger "` + t.Name + `" has transition tables`,
				Related:  related(t.Decl.Name.Span, "trigger declared here"),
				SQLState: "0A000",
			})
			return true
		}
	}
	return false
}

// refuseClones reports that a table cannot become a partition because of the
// row triggers that would be cloned to it or to its own partitions: one there
// has the name, or is a foreign table. at is where the statement says which
// table.
func (e *replayer) refuseClones(r, child *Relation, at source.Span) bool {
	for _, p := range append([]*Relation{r}, r.ancestors()...) {
		for _, t := range p.Triggers {
			if t.Decl.Header.Level != ast.Row {
				continue
			}
			for _, c := range append([]*Relation{child}, child.descendants()...) {
				if own := c.Trigger(t.Name); own != nil {
					e.duplicateTrigger(ast.Ident{Name: t.Name, Span: at}, c, own)
					return true
				}
				if t.Decl.Constraint && c.Kind == ast.ForeignTable {
					e.foreignClone(t, c, at)
					return true
				}
			}
		}
	}
	return false
}
