// Package program is the program that the packages gen, for pgx, and gensql,
// for database/sql, are generated from.
package program

import (
	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/ir"
	"github.com/trigc/trigc/internal/pgname"
	"github.com/trigc/trigc/internal/schema"
)

// Odd are a schema and a table whose names need quotes everywhere.
const (
	OddSchema = "Odd Schema"
	OddTable  = `we"ird 100%`
)

// Tables makes the tables that the triggers are of, with rows.
const Tables = `
CREATE TABLE posts (
	id bigint PRIMARY KEY, title text NOT NULL DEFAULT '', slug text NOT NULL DEFAULT 'x',
	owner text DEFAULT 'me', status text, rank int, updated_at timestamptz
);
CREATE TABLE notes (id bigint PRIMARY KEY);
CREATE SCHEMA "Odd Schema";
CREATE TABLE "Odd Schema"."we""ird 100%" (id bigint PRIMARY KEY);
CREATE TABLE "Odd Schema".notes (id bigint PRIMARY KEY); -- with a trigger that the program knows nothing of

INSERT INTO posts (id, status, rank) SELECT g, 'draft', 0 FROM generate_series(1, 100) g;
INSERT INTO notes SELECT generate_series(1, 100);
INSERT INTO "Odd Schema"."we""ird 100%" SELECT generate_series(1, 100);
INSERT INTO "Odd Schema".notes VALUES (1);

CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION USING ERRCODE = TG_ARGV[0], MESSAGE = TG_NAME || ' refuses ' || TG_OP,
		CONSTRAINT = TG_NAME, SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
END $$;
CREATE TRIGGER no_delete AFTER DELETE ON "Odd Schema".notes FOR EACH ROW EXECUTE FUNCTION refuse('23514');
`

// Program returns the program.
func Program() *ir.Program {
	p := &ir.Program{DB: &schema.DB{Schemas: map[string]*schema.Schema{}}}
	tables := map[[2]string]*schema.Relation{}
	relation := func(schemaName, table string) *schema.Relation {
		rel := tables[[2]string{schemaName, table}]
		if rel == nil {
			rel = &schema.Relation{Schema: schemaName, Name: table, Kind: ast.Table}
			tables[[2]string{schemaName, table}] = rel
			s := p.DB.Schemas[schemaName]
			if s == nil {
				s = &schema.Schema{Name: schemaName, Relations: map[string]*schema.Relation{}}
				p.DB.Schemas[schemaName] = s
			}
			s.Relations[table] = rel
		}
		return rel
	}
	// trigger makes a trigger that raises an error.
	trigger := func(u *ir.Unit, name string, event ast.Event, state, column string, when ...string) *ir.Trigger {
		if column != "" {
			column = pgname.Literal(column)
		}
		t := &ir.Trigger{
			Name: name, Table: u.Table, Timing: ast.After, Events: []ir.Event{{Event: event}}, Level: ast.Row, When: when,
			Violation: &ir.Violation{SQLState: state}, State: ast.Origin,
			Function: &ir.Function{Schema: u.Table.Schema, Name: pgname.Fit("trigc_" + u.Table.Name + "__" + name), Own: true, Body: []ir.Stmt{ir.Raise{
				SQLState: state, Message: pgname.Literal(name + " refuses " + event.String()),
				Detail: "'the detail'", Hint: "'the hint'", Column: column,
			}}},
		}
		u.Triggers = append(u.Triggers, t)
		return t
	}
	unit := func(schemaName, table, name, kind, doc string) *ir.Unit {
		u := &ir.Unit{
			Kind: kind, Name: name, Doc: doc, Table: relation(schemaName, table),
			Ignore: ir.Ignorable, Key: pgname.SettingKey(schemaName, table, name),
		}
		p.Units = append(p.Units, u)
		return u
	}
	constraint := func(t *ir.Trigger, deferred bool) {
		t.Constraint, t.Deferrable, t.InitiallyDeferred = true, true, deferred
	}
	posts := func(name, kind, doc string) *ir.Unit { return unit("public", "posts", name, kind, doc) }
	const check = "23514"

	constraint(trigger(unit(OddSchema, OddTable, "Late", "assert", "refuses negative numbers"), "Late", ast.Insert, check, "", "NEW.id < 0"), false)
	trigger(unit(OddSchema, OddTable, "no delete", "protect", "refuses DELETE"), "no delete", ast.Delete, check, "")
	trigger(unit("public", "notes", "no_delete", "protect", "refuses DELETE"), "no_delete", ast.Delete, check, "")

	role := posts("admin_only", "protect", "refuses to change rank")
	role.Ignore, role.Role = ir.ByRole, "pg_monitor"
	trigger(role, "admin_only", ast.Update, check, "", "OLD.rank <> NEW.rank")

	// A function of the user's that raises any SQLSTATE.
	checked := posts("checked", "trigger", "runs refuse()")
	raw := trigger(checked, "checked", ast.Insert, "", "", "NEW.title = 'bad'")
	raw.Function, raw.Args = &ir.Function{Schema: "public", Name: "refuse"}, []string{"XX123", `it's \000`, ""}

	trigger(posts("no_delete", "protect", "refuses DELETE"), "no_delete", ast.Delete, check, "")
	never := posts("no_truncate", "protect", "refuses TRUNCATE")
	never.Ignore, never.Key = ir.NotIgnorable, ""
	truncate := trigger(never, "no_truncate", ast.Truncate, check, "")
	truncate.Timing, truncate.Level = ast.Before, ast.Statement
	trigger(posts("no_update", "protect", "refuses to change title"), "no_update", ast.Update, check, "title", "OLD.title <> NEW.title")
	owned := trigger(posts("owned", "assert", "refuses posts without an owner"), "owned", ast.Insert, check, "", "NEW.owner IS NULL")
	owned.Events = append(owned.Events, ir.Event{Event: ast.Update, Columns: []string{"owner", "id"}})
	constraint(owned, true)

	rank := posts("rank_flow", "fsm", "allows these changes of rank")
	trigger(rank, "rank_flow", ast.Update, check, "rank", "NEW.rank < 0").State = ast.Always
	rank.Machine = &ir.Machine{
		Column: &schema.Column{Name: "rank"}, Integer: true, InitialNull: true,
		States:      []string{"0", "1"},
		Transitions: []ir.Transition{{From: "0", To: "1"}},
	}

	twin := posts("slug_fixed", "readonly", "refuses to change slug, and to insert it empty")
	trigger(twin, "slug_fixed", ast.Update, check, "slug", "OLD.slug <> NEW.slug")
	trigger(twin, "slug_fixed_insert", ast.Insert, "23502", "slug", "NEW.slug = ''")

	status := posts("status_flow", "fsm", "allows these changes of status")
	trigger(status, "status_flow", ast.Update, check, "status", "NEW.status = 'lost'").Events[0].Columns = []string{"status"}
	status.Machine = &ir.Machine{
		Column: &schema.Column{Name: "status"},
		States: []string{"draft", "published", "archived"},
		Transitions: []ir.Transition{
			{FromNull: true, To: "draft"},
			{From: "draft", To: "published"},
			{From: "published", ToNull: true},
			{FromAny: true, To: "archived"},
		},
		Initial: []string{"draft"},
	}

	touch := trigger(posts("touch_updated", "touch", "sets updated_at"), "touch_updated", ast.Update, "", "")
	touch.Timing, touch.Violation = ast.Before, nil
	touch.Function.Body = []ir.Stmt{ir.Assign{Column: "updated_at", Value: "pg_catalog.now()"}, ir.Return{Row: "NEW"}}
	return p
}
