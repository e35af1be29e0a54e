package codegen

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"
	"strings"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/ir"
	"github.com/trigc/trigc/internal/pgname"
)

// A Definition is one trigger as the server is to have it: the SQL that makes
// it, in parts that can be run apart, and what tells from the server's catalogs
// whether it is there.
type Definition struct {
	Unit    *ir.Unit
	Trigger *ir.Trigger

	// Function makes the function; it is "" for one that is not trigc's own.
	// Triggers of a unit may share it.
	Function string
	// Create makes the trigger, or brings it up to date, which CREATE OR REPLACE
	// cannot do for constraint triggers: those are dropped first by Drop, which is
	// "" for others.
	Drop, Create string
	// Undo makes an adopted trigger again as the schema has it; it is "" for
	// others, which uninstalling drops.
	Undo string
	// State sets the firing state, to which neither is a change: CREATE TRIGGER
	// leaves it at 'O'. It is "" for that.
	State string

	// Mark is the hash of Create, and FunctionMark that of Catalog.Body, or "".
	// They stand in the comments of trigger and function.
	Mark, FunctionMark string
	// HomeMark is FunctionMark of the same definition in public, of one that a
	// tenant has in a schema of its own; there Mark is the other's, too. It is ""
	// if that is the same.
	HomeMark string
	// Firing is pg_trigger.tgenabled.
	Firing  string
	Catalog Catalog
}

// Definitions returns the definitions of a program's triggers, in the order in
// which they are installed.
func Definitions(p *ir.Program) []*Definition {
	var list []*Definition
	w := &sqlWriter{}
	for _, u := range p.Units {
		for i := range u.Triggers {
			list = append(list, w.define(u, i))
		}
	}
	return list
}

// TenantDefinitions are [Definitions] of a program that is a tenant's, with the
// marks of those of home, where it is written. So the Go package, which is the same
// for all, knows their versions.
func TenantDefinitions(p *ir.Program, home []*Definition) []*Definition {
	key := func(d *Definition) [3]string {
		t := d.Trigger
		schema := t.Table.Schema
		if schema == p.DB.Home {
			schema = "public"
		}
		return [3]string{schema, t.Table.Name, t.Name}
	}
	homes := map[[3]string]*Definition{}
	for _, d := range home {
		homes[key(d)] = d
	}
	list := Definitions(p)
	for _, d := range list {
		h := homes[key(d)]
		if h == nil {
			continue
		}
		d.Mark = h.Mark
		if h.FunctionMark != d.FunctionMark {
			d.HomeMark = h.FunctionMark
		}
	}
	return list
}

// define returns the definition of trigger i of a unit.
func (w *sqlWriter) define(u *ir.Unit, i int) *Definition {
	t := u.Triggers[i]
	d := &Definition{Unit: u, Trigger: t, Firing: firing(t.State)}
	cut := func() string {
		text := w.String()
		w.Reset()
		return text
	}
	w.Reset()
	var body []byte
	if t.Function.Own {
		// The first that uses it says what it is.
		body = w.functionBody(u, u.Triggers[slices.IndexFunc(u.Triggers, func(o *ir.Trigger) bool { return o.Function == t.Function })])
		w.function(t.Function, body)
		d.Function = cut()
	}
	table := pgname.Qualify(t.Table.Schema, t.Table.Name)
	if t.Constraint {
		d.Drop = "DROP TRIGGER IF EXISTS " + pgname.Quote(t.Name) + " ON " + table + ";\n"
	}
	w.trigger(u, t, true)
	d.Create = cut()
	d.Mark = shortHash(d.Create)
	w.state(table, t.Name, t.State)
	d.State = cut()
	if t.Adopted {
		w.undo(u, t)
		d.Undo = cut()
	}
	d.Catalog = catalogOf(t, body)
	if t.Function.Own {
		d.FunctionMark = shortHash(d.Catalog.Body)
	}
	return d
}

// first reports whether no trigger of the unit before this one has its function.
func (d *Definition) first() bool {
	i := slices.IndexFunc(d.Unit.Triggers, func(o *ir.Trigger) bool { return o.Function == d.Trigger.Function })
	return d.Unit.Triggers[i] == d.Trigger
}

// CommentOn is the statement that leaves the mark on the trigger. [Seal] adds
// to it.
func (d *Definition) CommentOn() string {
	t := d.Trigger
	return "COMMENT ON TRIGGER " + pgname.Quote(t.Name) + " ON " + pgname.Qualify(t.Table.Schema, t.Table.Name) +
		" IS " + pgname.Literal(Mark+d.Mark) + ";\n"
}

// CommentOnFunction is the statement that leaves the mark on the function; it is
// "" for one that is not trigc's own.
func (d *Definition) CommentOnFunction() string {
	if d.Function == "" {
		return ""
	}
	return "COMMENT ON FUNCTION " + functionName(d.Trigger.Function) + "() IS " + pgname.Literal(d.FunctionComment()) + ";\n"
}

// FunctionComment is the comment of the function: its marks.
func (d *Definition) FunctionComment() string {
	if d.HomeMark == "" {
		return Mark + d.FunctionMark
	}
	return Mark + d.FunctionMark + " " + d.HomeMark
}

func shortHash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:8])
}

// A Catalog is what the server's catalogs say of a trigger that they give back
// as it was written. Of WHEN, which the server rewrites, the seal tells.
type Catalog struct {
	Schema, Function              string // of the function
	Type                          int    // pg_trigger.tgtype
	Constraint                    bool
	Deferrable, InitiallyDeferred bool
	FromSchema, FromTable         string
	Columns                       string // of UPDATE OF, by commas
	OldTable, NewTable            string
	Args                          string // each and a line end
	Body                          string // of a function of trigc's own: what else there is to it, and the text
}

func catalogOf(t *ir.Trigger, body []byte) Catalog {
	c := Catalog{
		Schema: t.Function.Schema, Function: t.Function.Name, Type: triggerBits(t),
		Constraint: t.Constraint, Deferrable: t.Deferrable, InitiallyDeferred: t.InitiallyDeferred,
		OldTable: t.OldTable, NewTable: t.NewTable,
	}
	var columns []string
	for _, e := range t.Events {
		columns = append(columns, e.Columns...)
	}
	c.Columns = strings.Join(columns, ",")
	if t.From != nil {
		c.FromSchema, c.FromTable = t.From.Schema, t.From.Name
	}
	for _, a := range t.Args {
		// The catalogs' \000, which ends an argument, cannot be told from one that
		// is written.
		c.Args += strings.ReplaceAll(a, `\000`, `\012`) + "\n"
	}
	if t.Function.Own {
		volatility := "v"
		if t.Function.Stable {
			volatility = "s"
		}
		// plpgsql, SECURITY INVOKER, without SET.
		c.Body = "plpgsql\nf\n" + volatility + "\n\n" + string(body)
	}
	return c
}

// hash returns the hash of what verifySQL of the Go runtime puts together, which
// is all but Body.
func (c *Catalog) hash() string {
	return shortHash(strings.Join([]string{
		c.Schema, c.Function, strconv.Itoa(c.Type), catalogBool(c.Constraint), catalogBool(c.Deferrable), catalogBool(c.InitiallyDeferred),
		c.FromSchema, c.FromTable, c.Columns, c.OldTable, c.NewTable, c.Args,
	}, "\n"))
}

func catalogBool(b bool) string { return strconv.FormatBool(b)[:1] }

// triggerBits returns pg_trigger.tgtype (pg_trigger.h, TRIGGER_TYPE_ROW and so
// on).
func triggerBits(t *ir.Trigger) int {
	bits := map[ast.Timing]int{ast.Before: 1 << 1, ast.InsteadOf: 1 << 6}[t.Timing]
	if t.Level == ast.Row {
		bits |= 1 << 0
	}
	for _, e := range t.Events {
		bits |= map[ast.Event]int{ast.Insert: 1 << 2, ast.Delete: 1 << 3, ast.Update: 1 << 4, ast.Truncate: 1 << 5}[e.Event]
	}
	return bits
}

// firing returns pg_trigger.tgenabled; the zero state is that of CREATE
// TRIGGER.
func firing(s ast.FiringState) string {
	switch s {
	case ast.Replica:
		return "R"
	case ast.Always:
		return "A"
	case ast.Disabled:
		return "D"
	}
	return "O"
}
