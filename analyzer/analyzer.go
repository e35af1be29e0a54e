// Package analyzer resolves directives against the schema and lowers them to
// the IR. It also holds hand-written triggers to Postgres's rules.
package analyzer

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/trigc/trigc/analyzer/expr"
	"github.com/trigc/trigc/analyzer/kind"
	"github.com/trigc/trigc/analyzer/types"
	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/ir"
	"github.com/trigc/trigc/internal/pgname"
	"github.com/trigc/trigc/internal/schema"
	"github.com/trigc/trigc/internal/source"
)

// Check analyses the files of a schema for a major version of Postgres, and
// makes what they do not qualify in the schema home; "" is public.
// The program holds what has no mistake; it is complete only if the report
// has no errors.
func Check(files []*ast.File, postgres int, home string, r *diag.Report) *ir.Program {
	db := schema.Replay(files, postgres, home, &handWritten{postgres, r}, r)
	prog := &ir.Program{DB: db}
	world := types.NewWorld(db, postgres)
	directives := 0
	for _, f := range files {
		directives += len(f.Directives)
	}
	passes := make([]*kind.Pass, 0, directives)
	prog.Units = make([]*ir.Unit, 0, directives)
	for _, f := range files {
		prog.Failed += f.Failed + len(f.Directives)
		for _, d := range f.Directives {
			if p := resolve(world, d, postgres, r); p != nil {
				passes = append(passes, p)
			}
		}
	}
	maintain(passes)
	world.Assigning = assigning(passes)
	// The order of lowering must not depend on the order of files.
	rank := map[*schema.Relation]int{}
	for i, r := range db.Relations() {
		rank[r] = i + 1 // 0 is what can have no triggers
	}
	slices.SortFunc(passes, func(a, b *kind.Pass) int {
		if a.Table != b.Table {
			return cmp.Or(rank[a.Table]-rank[b.Table], cmp.Compare(a.Table.Schema, b.Table.Schema), cmp.Compare(a.Table.Name, b.Table.Name))
		}
		return cmp.Or(cmp.Compare(a.Directive.Name.Name, b.Directive.Name.Name), a.Directive.Span.Compare(b.Directive.Span))
	})
	adopted := map[*ast.CreateTrigger]bool{}
	var others []*ir.Unit
	for _, p := range passes {
		if t := p.Directive.At.Trigger; t != nil && p.Directive.Header.On == nil && kind.Lookup(p.Directive.Kind.Name).Adopts {
			adopted[t] = true
		}
		p.Made = prog.Table
		if u := kind.Lookup(p.Directive.Kind.Name).Lower(p); u != nil {
			prog.Units = append(prog.Units, u)
			prog.Tables = append(prog.Tables, p.Tables...)
			others = append(others, p.Others...)
		}
	}
	for _, t := range prog.Tables {
		world.Made = append(world.Made, t.Relation)
	}
	prog.Units = slices.DeleteFunc(prog.Units, func(u *ir.Unit) bool { return u.Block != nil && !bodyOf(world, u, r) })
	prog.Failed -= len(prog.Units)
	prog.Add(others)
	systemTriggers(files, db, r)
	bodies(world, r)
	names(prog, adopted, r)
	return prog
}

// resolve finds the table of a directive, or reports why it has none.
func resolve(world *types.World, d *ast.Directive, postgres int, r *diag.Report) *kind.Pass {
	at := d.At
	if d.Name.Name == "" {
		if at.Trigger == nil || d.Header.On != nil {
			r.Add(diag.Diagnostic{
				Code: "directive-syntax", Severity: diag.Error, Span: d.Kind.Span, SQLState: "42601",
				Message: "expected a name for the trigger after \"" + d.Kind.Name + "\"",
				Help:    "it can only be left out above a CREATE TRIGGER",
			})
			return nil
		}
		named := *d
		named.Name = ast.Ident{Name: at.Trigger.Name.Name, Span: d.Kind.Span}
		d = &named
	}
	db := world.DB
	p := &kind.Pass{Directive: d, DB: db, World: world, Report: r, Postgres: postgres}
	switch {
	case d.Header.On != nil:
		on := *d.Header.On
		p.Table = db.RelationAt(on, d.Span.File, d.Span.Start)
		if p.Table == nil && db.SystemRelation(on) {
			systemRelation(on, r)
			return nil
		}
		if p.Table == nil {
			state := "42P01"
			if on.Schema != "" && db.Schemas[on.Schema] == nil {
				state = "3F000" // invalid_schema_name
			}
			r.Add(diag.Diagnostic{
				Code: "unknown-table", Severity: diag.Error, Span: on.Span, SQLState: state,
				Message: fmt.Sprintf("relation %q does not exist", on.String()),
				Help:    diag.DidYouMean(on.String(), db.RelationNames()),
				Fixes:   respellTable(on, db),
			})
			return nil
		}
		p.Directive = adopting(d, p.Table)
		if at.Column != nil && db.RelationOf(at.Relation) == p.Table {
			p.Column = db.ColumnOf(at.Column)
		}
	case at.Relation != nil || at.Alter != nil:
		if p.Table, p.Column = standing(db, d, r); p.Table == nil {
			return nil
		}
	case at.Trigger != nil && kind.Lookup(d.Kind.Name).Adopts:
		p.Table = db.RelationAt(*at.Trigger.Header.On, d.Span.File, d.Span.Start)
		if p.Table == nil {
			if on := at.Trigger.Header.On.Span; !slices.ContainsFunc(r.Sorted(), func(d diag.Diagnostic) bool { return d.Span == on }) {
				r.Add(diag.Diagnostic{
					Code: "dead-trigger", Severity: diag.Error, Span: d.Name.Span,
					Message: fmt.Sprintf("table %q, whose trigger this is, does not exist at the end of the schema", at.Trigger.Header.On.String()),
					Help:    "remove the directive with its table",
					Related: []diag.Related{{Span: on, Message: "trigger made here"}},
				})
			}
			return nil // else the replay has said so
		}
	default:
		misplaced(d, r)
		return nil
	}
	if p.Table.Temp {
		r.Add(diag.Diagnostic{
			Code: "temporary-table", Severity: diag.Error, Span: d.Name.Span,
			Message: fmt.Sprintf("%s %q is temporary: it is gone when triggers are installed", p.Table.Kind, p.Table.Name),
		})
		return nil
	}
	return p
}

// respellTable returns the fix of a misspelled name of a table that has no
// schema.
func respellTable(on ast.Name, db *schema.DB) []diag.Fix {
	if on.Schema != "" {
		return nil
	}
	return expr.RespellName(on.Span, on.Name, db.RelationNames())
}

// adopting returns d as if it stood above the CREATE TRIGGER that it means: one
// that says no more than the name of a trigger and its table, which a dump
// leaves no other place for.
func adopting(d *ast.Directive, table *schema.Relation) *ast.Directive {
	live := table.Trigger(d.Name.Name)
	if live == nil || !kind.Lookup(d.Kind.Name).Adopts || d.At.Function != nil || kind.HasHeader(d) {
		return d
	}
	above := *d
	above.At, above.Header.On = ast.Place{Trigger: live.Decl}, nil
	return &above
}

// systemRelation reports a trigger on a relation of Postgres itself.
func systemRelation(on ast.Name, r *diag.Report) {
	d := diag.Diagnostic{
		Code: "wrong-relation", Severity: diag.Error, Span: on.Span,
		Message: fmt.Sprintf("%q is a relation of Postgres itself, which should have no triggers of yours", on.String()),
	}
	if on.Schema != "information_schema" {
		d.SQLState = "42501"
		d.Message = fmt.Sprintf("%q is a system catalog, which cannot have triggers", on.String())
	}
	r.Add(d)
}

// standing returns the table and the column that a directive stands at, or
// reports that they are gone.
func standing(db *schema.DB, d *ast.Directive, r *diag.Report) (*schema.Relation, *schema.Column) {
	at := d.At
	dead := func(code diag.Code, declared source.Span, help, what, name string) (*schema.Relation, *schema.Column) {
		r.Add(diag.Diagnostic{
			Code: code, Severity: diag.Error, Span: d.Name.Span,
			Message: fmt.Sprintf("%s %q, at which this directive stands, does not exist at the end of the schema", what, name),
			Help:    help, Related: []diag.Related{{Span: declared, Message: what + " declared here"}},
		})
		return nil, nil
	}
	const gone = "remove the directive with its table, or name another table with ON"
	var table *schema.Relation
	if at.Alter != nil {
		if table = db.RelationAt(at.Alter.Name, d.Span.File, d.Span.Start); table == nil {
			return dead("dead-table", at.Alter.Name.Span, gone, "table", at.Alter.Name.Name)
		}
	} else if table = db.RelationOf(at.Relation); table == nil {
		return dead("dead-table", at.Relation.Name.Span, gone, at.Relation.Kind.String(), at.Relation.Name.Name)
	}
	if at.Column == nil {
		return table, nil
	}
	column := db.ColumnOf(at.Column)
	if column == nil {
		return dead("dead-column", at.Column.Name.Span, "remove the directive, or move it to the table", "column", at.Column.Name.Name)
	}
	return table, column
}

// misplaced reports a directive that belongs to nothing.
func misplaced(d *ast.Directive, r *diag.Report) {
	help := "put it above a CREATE TABLE or into it, at an ADD COLUMN, above a CREATE FUNCTION or CREATE TRIGGER, or name the table with ON"
	msg, at := "this directive belongs to nothing", d.Span
	switch {
	case d.At.Function != nil:
		msg = "a directive above a function does not say which table it is for"
		help = "write ON table"
	case d.At.Trigger != nil:
		msg, at = fmt.Sprintf("only the kind trigger can stand above a CREATE TRIGGER, not %s", d.Kind.Name), d.Kind.Span
		help = "write -- pgtrigger: trigger " + pgname.Quote(d.At.Trigger.Name.Name) + ", or name a table with ON"
	case d.At.After != nil:
		msg = "this directive stands behind a statement, and so belongs to nothing"
		help = "put it above the statement"
	}
	r.Add(diag.Diagnostic{Code: "misplaced-directive", Severity: diag.Error, Span: at, Message: msg, Help: help})
}

// assigning returns the tables with directives whose triggers may assign to NEW,
// and the views with any.
func assigning(passes []*kind.Pass) map[*schema.Relation]bool {
	tables := map[*schema.Relation]bool{}
	for _, p := range passes {
		if kind.Lookup(p.Directive.Kind.Name).Maintains != nil || p.Directive.Header.Timing == ast.Before || p.Table.Kind == ast.View {
			tables[p.Table] = true
		}
	}
	return tables
}

// maintain tells each pass of the others, and which columns of its table
// directives write.
func maintain(passes []*kind.Pass) {
	columns := map[*schema.Relation][]string{}
	for _, p := range passes {
		if k := kind.Lookup(p.Directive.Kind.Name); k.Maintains != nil {
			table, names := k.Maintains(p)
			for _, c := range names {
				if !slices.Contains(columns[table], c) {
					columns[table] = append(columns[table], c)
				}
			}
		}
	}
	for _, p := range passes {
		p.All = passes
		// The row triggers of a partitioned table are cloned to its partitions.
		for t := p.Table; t != nil; t = t.PartitionOf {
			p.Maintained = append(p.Maintained, columns[t]...)
		}
		slices.Sort(p.Maintained)
		p.Maintained = slices.Compact(p.Maintained)
	}
}
