// Package live compares the triggers of a program with those of a server, and
// brings the server up to date with as few and as weak locks as Postgres allows.
//
// [Look] reads the catalogs, [Snapshot.Triggers] says of each trigger how it
// stands, a [Command] turns that into steps, and [Apply] takes them: a
// transaction for each table, in which it looks again.
package live

import (
	"cmp"
	"context"
	"fmt"

	"github.com/jackc/pgx/v5"

	"github.com/trigc/trigc/codegen"
	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/ir"
	"github.com/trigc/trigc/internal/pgname"
)

// A Table names a table.
type Table struct{ Schema, Name string }

func (t Table) String() string { return t.Schema + "." + t.Name }

// SQL returns the name as it is written in SQL.
func (t Table) SQL() string { return pgname.Qualify(t.Schema, t.Name) }

// Compare orders tables by schema and name. All transactions take their locks in
// this order.
func (t Table) Compare(o Table) int {
	return cmp.Or(cmp.Compare(t.Schema, o.Schema), cmp.Compare(t.Name, o.Name))
}

func tableOf(schema, name string) Table { return Table{schema, name} }

// A Wanted is what a server is to have: the triggers of one program. With a
// schema for each tenant there is one for each.
type Wanted struct {
	definitions []*codegen.Definition
	byTable     map[Table][]*codegen.Definition
	events      []*ir.Table
	// tables are those that the schema knows, and on which triggers that carry
	// the mark are trigc's to remove.
	tables map[Table]bool
	// byHand are the triggers that the schema makes by itself.
	byHand map[[3]string]bool
	// functions are those of the definitions, by name.
	functions map[[2]string]bool
	schemas   map[string]bool
	part      bool // of another: what is on some tables
}

// Want returns what a program wants.
func Want(p *ir.Program) *Wanted { return want(p, codegen.Definitions(p)) }

// Tenant returns what a program wants that is the same but for the schema which
// stands for public.
func (w *Wanted) Tenant(p *ir.Program) *Wanted {
	return want(p, codegen.TenantDefinitions(p, w.definitions))
}

func want(p *ir.Program, definitions []*codegen.Definition) *Wanted {
	w := &Wanted{
		definitions: definitions, byTable: map[Table][]*codegen.Definition{}, events: p.Tables,
		tables: map[Table]bool{}, byHand: map[[3]string]bool{}, functions: map[[2]string]bool{}, schemas: map[string]bool{},
	}
	for _, d := range w.definitions {
		t := definedOn(d)
		w.byTable[t] = append(w.byTable[t], d)
		if f := d.Trigger.Function; d.Function != "" {
			w.functions[[2]string{f.Schema, f.Name}] = true
			w.schemas[f.Schema] = true
		}
	}
	add := func(schema, name string) {
		w.tables[Table{schema, name}] = true
		w.schemas[schema] = true
	}
	for _, r := range p.DB.Relations() {
		if r.Temp {
			continue
		}
		add(r.Schema, r.Name)
		for _, t := range r.Triggers {
			w.byHand[[3]string{r.Schema, r.Name, t.Name}] = true
		}
	}
	for _, t := range p.Tables {
		add(t.Schema, t.Name)
	}
	return w
}

// on returns what is wanted on some tables alone. What is on others is nobody's
// concern then.
func (w *Wanted) on(tables ...Table) *Wanted {
	part := &Wanted{byTable: w.byTable, tables: map[Table]bool{}, byHand: w.byHand, functions: w.functions, schemas: map[string]bool{}, part: true}
	for _, t := range tables {
		part.tables[t] = true
		part.schemas[t.Schema] = true
		part.definitions = append(part.definitions, w.byTable[t]...)
		for _, d := range w.byTable[t] {
			part.schemas[d.Trigger.Function.Schema] = true
		}
	}
	for _, e := range w.events {
		if part.tables[tableOf(e.Schema, e.Name)] {
			part.events = append(part.events, e)
		}
	}
	return part
}

func definedOn(d *codegen.Definition) Table {
	return tableOf(d.Trigger.Table.Schema, d.Trigger.Table.Name)
}

// partitioned reports whether a trigger has a clone in each partition.
func partitioned(d *codegen.Definition) bool {
	return d.Trigger.Table.Kind == ast.PartitionedTable && d.Trigger.Level == ast.Row
}

// Connect connects to a server: by a DSN, or, if that is empty, by what libpq's
// environment says. What is sent behaves behind PgBouncer in each of its modes:
// no statement has a name, and no setting outlives its transaction.
func Connect(ctx context.Context, dsn string) (*pgx.Conn, error) {
	cfg, err := pgx.ParseConfig(dsn)
	if err != nil {
		return nil, err
	}
	cfg.DefaultQueryExecMode = pgx.QueryExecModeExec
	if cfg.RuntimeParams["application_name"] == "" {
		cfg.RuntimeParams["application_name"] = "trigc"
	}
	cfg.RuntimeParams["client_encoding"] = "UTF8"
	conn, err := pgx.ConnectConfig(ctx, cfg)
	if err == nil && conn.PgConn().ParameterStatus("server_encoding") == "SQL_ASCII" {
		// It would refuse to send the bytes that somebody left there, if they are no UTF-8.
		conn.Close(ctx)
		cfg.RuntimeParams["client_encoding"] = "SQL_ASCII"
		conn, err = pgx.ConnectConfig(ctx, cfg)
	}
	if err != nil {
		return nil, err
	}
	if v := conn.PgConn().ParameterStatus("server_version"); major(v) < 14 {
		conn.Close(ctx)
		return nil, fmt.Errorf("the server is PostgreSQL %s; trigc needs 14 or later", v)
	}
	return conn, nil
}

// major returns the major version in server_version: "15.3 (Debian …)".
func major(version string) int {
	n := 0
	for _, c := range version {
		if c < '0' || c > '9' {
			break
		}
		n = 10*n + int(c-'0')
	}
	return n
}
