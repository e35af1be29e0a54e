package kind

import (
	"maps"
	"slices"
	"strings"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/ir"
	"github.com/trigc/trigc/internal/pgname"
	"github.com/trigc/trigc/internal/schema"
	"github.com/trigc/trigc/internal/source"
)

// An event table has columns of the name and type of those of the table whose
// rows it keeps, and columns that tell of the event:
//
//	history_id       the order of events
//	history_op       INSERT, UPDATE or DELETE
//	history_at       when the transaction began
//	history_row      old or new, with KEEP BOTH
//	history_context  what the application said, with CONTEXT
//
// The schema can declare one, with columns and indexes of the user's own;
// else trigc makes it.

// eventTable returns the event table of the directive: that of the schema,
// checked, or one to be made.
func (l *historian) eventTable(h *ast.Header) *schema.Relation {
	name := *l.Directive.Arg(historyInto).Name
	rel := l.DB.RelationAt(name, name.Span.File, name.Span.Start)
	if s := l.DB.Schemas[l.Table.Schema]; rel == nil && name.Schema == "" && s != nil {
		rel = s.Relations[name.Name]
	}
	if rel != nil {
		l.checkEvents(rel, h, name.Span)
		return rel
	}
	if name.Schema == "" {
		name.Schema = l.Table.Schema
	}
	if l.DB.Schemas[name.Schema] == nil {
		l.errorf("history-table", name.Span, "3F000", diag.DidYouMean(name.Schema, slices.Sorted(maps.Keys(l.DB.Schemas))), "schema %q does not exist", name.Schema)
		return nil
	}
	return l.makeEvents(name)
}

// eventColumns returns the columns that tell of the event.
func (l *historian) eventColumns() []*schema.Column {
	text := func(name string) *schema.Column { return &schema.Column{Name: name, Type: schema.Builtin("text")} }
	op := text("history_op")
	op.NotNull = true
	list := []*schema.Column{
		{Name: "history_id", Type: schema.Builtin("int8"), NotNull: true, Identity: 'a'},
		op,
		{Name: "history_at", Type: schema.Builtin("timestamptz"), NotNull: true},
	}
	if l.keep == "both" {
		list = append(list, text("history_row"))
	}
	if l.context {
		list = append(list, &schema.Column{Name: "history_context", Type: schema.Builtin("jsonb")})
	}
	return list
}

// makeEvents returns an event table that is to be made, or adds to one that
// another directive wants what this one needs of it.
func (l *historian) makeEvents(name ast.Name) *schema.Relation {
	own := l.eventColumns()
	for _, c := range l.columns {
		if slices.ContainsFunc(own, func(o *schema.Column) bool { return o.Name == c.Name }) {
			l.errorf("history-column", name.Span, "42701", "leave it out with EXCEPT, or rename it",
				"column %q of table %q has the name of a column that tells of events", c.Name, l.Table.Name)
			return nil
		}
	}
	key := l.Table.RowKey()
	for _, c := range l.columns {
		own = append(own, &schema.Column{Name: c.Name, Type: c.Type.Loose(), NotNull: slices.Contains(key, c)})
	}
	if t := l.Made(name.Schema, name.Name); t != nil {
		if t.Of != l.Table {
			l.errorf("history-table", name.Span, "", "give each its own, or declare the table in the schema",
				"the event table %q is that of table %q", name.Name, t.Of.Name)
			return nil
		}
		for _, c := range own {
			if t.Column(c.Name) == nil {
				t.Columns = append(t.Columns, c)
			}
		}
		return t.Relation
	}
	t := &ir.Table{
		Relation: &schema.Relation{Schema: name.Schema, Name: name.Name, Kind: ast.Table, Columns: own,
			Constraints: []*schema.Constraint{{Kind: ast.PrimaryKey, Columns: []string{"history_id"}}}},
		Of: l.Table,
	}
	for _, c := range key {
		t.Index = append(t.Index, c.Name)
	}
	l.Tables = append(l.Tables, t)
	return t.Relation
}

// checkEvents reports what would keep rows out of an event table that the
// schema declares, with the statement that mends it.
func (l *historian) checkEvents(rel *schema.Relation, h *ast.Header, at source.Span) {
	table := pgname.Qualify(rel.Schema, rel.Name)
	report := func(code diag.Code, decl source.Span, what, state, help, msg string) {
		l.add(diag.Diagnostic{
			Code: code, Severity: diag.Error, Span: at, SQLState: state, Message: msg, Help: help,
			Related: append(related(rel.Decl, "event table declared here"), related(decl, what)...),
		})
	}
	switch rel.Kind {
	case ast.Table, ast.PartitionedTable, ast.ForeignTable:
	default:
		report("history-table", source.Span{}, "", "", "name a table", rel.Kind.String()+" \""+rel.Name+"\" cannot keep events")
		return
	}
	if rel == l.Table {
		report("history-table", source.Span{}, "", "", "name another table", "table \""+rel.Name+"\" cannot keep its own events")
		return
	}
	alter := func(what string) string { return "ALTER TABLE " + table + " " + what }
	written := map[string]bool{}
	need := func(c *schema.Column, decl source.Span) {
		quoted := pgname.Quote(c.Name)
		written[c.Name] = true
		got := rel.Column(c.Name)
		identity := ""
		if c.Identity != 0 && decl.IsZero() {
			identity = " GENERATED ALWAYS AS IDENTITY"
		}
		switch {
		case got == nil && rel.Open:
		case got == nil:
			report("history-column", decl, "column declared here", "42703", alter("ADD COLUMN "+quoted+" "+c.Type.Loose().SQL()+identity),
				"event table \""+rel.Name+"\" has no column \""+c.Name+"\"")
		case identity != "":
			// Whatever orders events; it is not written.
		case got.Generated:
			report("history-column", decl, "column declared here", "428C9", alter("ALTER COLUMN "+quoted+" DROP EXPRESSION"),
				"column \""+c.Name+"\" of event table \""+rel.Name+"\" is generated, and cannot be written")
		case got.Identity == 'a':
			report("history-column", decl, "column declared here", "428C9", alter("ALTER COLUMN "+quoted+" DROP IDENTITY"),
				"column \""+c.Name+"\" of event table \""+rel.Name+"\" is an identity, and cannot be written")
		case !got.Type.Holds(c.Type):
			report("history-type", decl, "column declared here", "", alter("ALTER COLUMN "+quoted+" TYPE "+c.Type.Loose().SQL()),
				"column \""+c.Name+"\" of event table \""+rel.Name+"\" is of type "+got.Type.String()+", which does not hold every "+c.Type.String())
		case got.NotNull && !c.NotNull:
			report("history-column", decl, "column declared here", "23502", alter("ALTER COLUMN "+quoted+" DROP NOT NULL"),
				"column \""+c.Name+"\" of event table \""+rel.Name+"\" is NOT NULL, and that of \""+l.Table.Name+"\" is not")
		}
	}
	for _, c := range l.eventColumns() {
		if c.Name == "history_row" {
			c.NotNull = true // what is written is
		}
		need(c, source.Span{})
	}
	for _, c := range l.columns {
		need(c, c.Decl)
	}
	for _, c := range rel.Columns {
		if !written[c.Name] && c.NotNull && c.Default == nil && c.Identity == 0 && !c.Generated {
			help := alter("ALTER COLUMN "+pgname.Quote(c.Name)+" DROP NOT NULL") + ", or give it a default"
			if slices.Contains(rel.PrimaryKey(), c) {
				help = "give it a default; it cannot be NULL, for it is of the primary key"
			}
			report("history-column", c.Decl, "column declared here", "23502", help,
				"column \""+c.Name+"\" of event table \""+rel.Name+"\" is NOT NULL and has no default, and events have no value for it")
		}
	}
	l.checkEventKeys(rel, h, alter, report)
}

// checkEventKeys reports keys of an event table that a second event of a row
// would violate, or that tie it to the row.
func (l *historian) checkEventKeys(rel *schema.Relation, h *ast.Header, alter func(string) string,
	report func(code diag.Code, decl source.Span, what, state, help, msg string)) {
	copied := func(name string) bool {
		return slices.ContainsFunc(l.columns, func(c *schema.Column) bool { return c.Name == name })
	}
	deletes := slices.ContainsFunc(h.Events, func(e ast.EventSpec) bool { return e.Event == ast.Delete })
	for _, k := range rel.Constraints {
		drop := alter("DROP CONSTRAINT " + pgname.Quote(k.Name))
		if k.IndexOnly {
			drop = "DROP INDEX " + pgname.Qualify(rel.Schema, k.Name)
		}
		list := "(" + strings.Join(k.Columns, ", ") + ")"
		switch {
		case (k.Kind == ast.PrimaryKey || k.Kind == ast.Unique) && len(k.Columns) > 0 && !slices.ContainsFunc(k.Columns, func(n string) bool { return !copied(n) }):
			report("history-key", k.Decl, "key declared here", "23505", drop,
				"a row can have one event only in table \""+rel.Name+"\": "+list+" is unique there")
		case k.Kind == ast.ForeignKey && k.Ref == l.Table && (k.OnDelete == ast.Cascade || k.OnDelete == ast.SetNull || k.OnDelete == ast.SetDefault):
			report("history-key", k.Decl, "foreign key declared here", "23001", drop,
				"a DELETE in \""+l.Table.Name+"\" would change events, which are append-only: the foreign key "+list+" says so")
		case k.Kind == ast.ForeignKey && k.Ref == l.Table && deletes:
			report("history-key", k.Decl, "foreign key declared here", "23503", drop,
				"no row of \""+l.Table.Name+"\" with events could be deleted: the foreign key "+list+" of \""+rel.Name+"\" refers to it")
		}
	}
}
