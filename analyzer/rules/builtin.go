package rules

import (
	"fmt"
	"slices"
	"strings"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/pgname"
	"github.com/trigc/trigc/internal/schema"
	"github.com/trigc/trigc/internal/source"
)

// A builtin is a trigger function that Postgres or an extension of its contrib
// brings. It takes any CREATE TRIGGER and raises an error when it is fired in
// a way that it is not made for.
type builtin struct {
	extension string      // "" if Postgres brings it
	timing    ast.Timing  // zero for any
	events    []ast.Event // nil for any
	state     string      // of the error about timing, events and level
	args      func(c *builtinCall) *diag.Diagnostic
}

// builtins are those of which the source is known: trigfuncs.c,
// tsvector_op.c, contrib/spi, contrib/lo and contrib/tcn of the server.
func builtins(postgres int) map[string]builtin {
	write := []ast.Event{ast.Insert, ast.Update}
	var refint ast.Timing
	if postgres >= 18 {
		refint = ast.After
	}
	return map[string]builtin{
		"suppress_redundant_updates_trigger": {"", ast.Before, []ast.Event{ast.Update}, "39P01", nil},
		"tsvector_update_trigger":            {"", ast.Before, write, "XX000", tsvectorArgs},
		"tsvector_update_trigger_column":     {"", ast.Before, write, "XX000", tsvectorArgs},
		"autoinc":                            {"autoinc", ast.Before, write, "XX000", autoincArgs},
		"insert_username":                    {"insert_username", ast.Before, write, "XX000", oneColumn("text")},
		"moddatetime":                        {"moddatetime", ast.Before, []ast.Event{ast.Update}, "XX000", oneColumn("timestamp", "timestamptz")},
		"lo_manage":                          {"lo", 0, []ast.Event{ast.Insert, ast.Update, ast.Delete}, "XX000", lobArgs},
		"check_primary_key":                  {"refint", refint, write, "XX000", primaryArgs},
		"check_foreign_key":                  {"refint", refint, []ast.Event{ast.Update, ast.Delete}, "XX000", foreignArgs},
		"triggered_change_notification":      {"tcn", ast.After, []ast.Event{ast.Insert, ast.Update, ast.Delete}, "39P01", notificationArgs},
	}
}

// A builtinCall is EXECUTE FUNCTION of a builtin.
type builtinCall struct {
	*Def
	db    *schema.DB
	name  ast.Name
	args  []string
	spans []source.Span // of args; nil if they are not known
}

// Builtin reports that a trigger fires a function of Postgres, or of an
// extension, in a way that makes it fail, and tells whether it does not. spans
// are the places of the arguments, if they are known.
func Builtin(d *Def, db *schema.DB, name ast.Name, args []string, spans []source.Span, r *diag.Report) bool {
	c := &builtinCall{Def: d, db: db, name: name, args: args, spans: spans}
	return first(d, r, func(*Def) *diag.Diagnostic { return c.check() })
}

func (c *builtinCall) check() *diag.Diagnostic {
	own := c.name.Schema == "" || c.name.Schema == "pg_catalog"
	if own && strings.HasPrefix(c.name.Name, "RI_FKey_") {
		return c.wrong(c.name.Span, "42P17", "only Postgres itself makes triggers that execute %s: they need a foreign key", c.name.Name)
	}
	b, ok := builtins(c.Postgres)[c.name.Name]
	if _, made := c.db.Extensions[b.extension]; !ok || b.extension == "" && !own || b.extension != "" && !made {
		return nil
	}
	h := &c.Header
	if h.Level != ast.Row {
		return c.wrong(h.LevelSpan, b.state, "%s is for triggers FOR EACH ROW", c.name.Name)
	}
	if b.timing != 0 && h.Timing != b.timing {
		return c.wrong(h.TimingSpan, b.state, "%s is for triggers %s the event", c.name.Name, b.timing)
	}
	for _, e := range h.Events {
		if b.events != nil && !slices.Contains(b.events, e.Event) {
			return c.wrong(e.Span, b.state, "%s is not for %s", c.name.Name, e.Event)
		}
	}
	if b.args == nil {
		return nil
	}
	return b.args(c)
}

func (c *builtinCall) wrong(at source.Span, state, format string, args ...any) *diag.Diagnostic {
	if at.IsZero() {
		at = c.name.Span
	}
	return &diag.Diagnostic{Code: "builtin-trigger", Span: at, SQLState: state, Message: fmt.Sprintf(format, args...)}
}

// at returns the place of an argument.
func (c *builtinCall) at(i int) source.Span {
	if i < len(c.spans) {
		return c.spans[i]
	}
	return c.name.Span
}

// column checks that an argument is a column, of one of the types if there are
// any. They are compared without looking through domains, as by the functions.
func (c *builtinCall) column(i int, missing, other string, types ...string) *diag.Diagnostic {
	col := c.Table.Column(c.args[i])
	if col == nil {
		if c.Table.Open {
			return nil
		}
		d := c.wrong(c.at(i), missing, "%s %q has no column %q", c.Table.Kind, c.Table.Name, c.args[i])
		d.Help = diag.DidYouMean(c.args[i], c.Table.ColumnNames())
		d.Related = tableNote(c.Table)
		return d
	}
	t := col.Type
	if len(types) == 0 || t.Unknown || t.Schema == "pg_catalog" && t.Array == 0 && slices.Contains(types, t.Name) {
		return nil
	}
	d := c.wrong(c.at(i), other, "column %q is not of type %s", col.Name, strings.Join(types, " or "))
	d.Related = []diag.Related{{Span: col.Decl, Message: "column declared here"}}
	return d
}

func tsvectorArgs(c *builtinCall) *diag.Diagnostic {
	if len(c.args) < 3 {
		return c.wrong(c.name.Span, "XX000", "%s takes a column for the vector, a configuration, and columns with texts", c.name.Name)
	}
	if d := c.column(0, "42703", "42804", "tsvector"); d != nil {
		return d
	}
	if strings.HasSuffix(c.name.Name, "_column") {
		if d := c.column(1, "42703", "42804", "regconfig"); d != nil {
			return d
		}
	} else if d := c.configuration(1); d != nil {
		return d
	}
	for i := 2; i < len(c.args); i++ {
		// Texts are told by whether they can be taken for text without a cast.
		if d := c.column(i, "42703", "42804", "text", "varchar", "bpchar"); d != nil {
			if col := c.Table.Column(c.args[i]); col == nil || col.Type.Def == nil {
				return d
			}
		}
	}
	return nil
}

// configuration checks that an argument is the name of a text search
// configuration, with its schema. It is looked up when the trigger fires: only
// those of Postgres cannot be made until then.
func (c *builtinCall) configuration(i int) *diag.Diagnostic {
	given := c.args[i]
	parts, ok := pgname.Parse(given)
	switch {
	case !ok || len(parts) > 2:
		return nil
	case len(parts) == 1:
		d := c.wrong(c.at(i), "22023", "the configuration %q has no schema", given)
		d.Help = "write 'pg_catalog." + given + "'"
		return d
	case parts[0] != "pg_catalog" || c.db.Opaque || c.db.Extended():
		return nil
	}
	at := c.at(i)
	if c.db.ConfigurationAt(ast.Name{Schema: parts[0], Name: parts[1]}, c.Postgres, at.File, at.Start) != "" {
		return nil
	}
	d := c.wrong(at, "42704", "text search configuration %q does not exist", given)
	if near := diag.Nearest(parts[1], c.db.ConfigurationNames(c.Postgres)); near != "" {
		d.Help = "did you mean \"pg_catalog." + near + "\"?"
	}
	return d
}

func oneColumn(types ...string) func(*builtinCall) *diag.Diagnostic {
	return func(c *builtinCall) *diag.Diagnostic {
		if len(c.args) != 1 {
			return c.wrong(c.name.Span, "XX000", "%s takes one argument, a column", c.name.Name)
		}
		return c.column(0, "09000", "09000", types...)
	}
}

func autoincArgs(c *builtinCall) *diag.Diagnostic {
	if len(c.args) == 0 || len(c.args)%2 != 0 {
		return c.wrong(c.name.Span, "XX000", "autoinc takes pairs of a column and a sequence")
	}
	for i := 0; i < len(c.args); i += 2 {
		if d := c.column(i, "09000", "09000", "int4"); d != nil {
			return d
		}
		seq := ast.Name{Name: c.args[i+1]}
		if s, n, ok := strings.Cut(seq.Name, "."); ok {
			seq = ast.Name{Schema: s, Name: n}
		}
		if at := c.name.Span; !c.db.Opaque && c.db.RelationAt(seq, at.File, at.Start) == nil {
			return c.wrong(c.at(i+1), "42P01", "sequence %q does not exist", c.args[i+1])
		}
	}
	return nil
}

func lobArgs(c *builtinCall) *diag.Diagnostic {
	if len(c.args) == 0 {
		return c.wrong(c.name.Span, "XX000", "lo_manage takes a column")
	}
	return c.column(0, "XX000", "XX000")
}

func primaryArgs(c *builtinCall) *diag.Diagnostic {
	if len(c.args)%2 == 0 || len(c.args) < 3 {
		return c.wrong(c.name.Span, "XX000", "check_primary_key takes columns, the table they refer to, and as many columns of it")
	}
	for i := range len(c.args) / 2 {
		if d := c.column(i, "42703", "42703"); d != nil {
			return d
		}
	}
	return nil
}

func foreignArgs(c *builtinCall) *diag.Diagnostic {
	if len(c.args) < 5 {
		return c.wrong(c.name.Span, "XX000", "check_foreign_key takes a number of tables, an action, columns, and each table with its columns")
	}
	if action := strings.ToLower(c.args[1]); !strings.ContainsAny(action[:min(1, len(action))], "rcs") {
		return c.wrong(c.at(1), "XX000", "check_foreign_key knows the actions cascade, restrict and setnull, not %q", c.args[1])
	}
	return nil
}

func notificationArgs(c *builtinCall) *diag.Diagnostic {
	if len(c.args) > 1 {
		return c.wrong(c.name.Span, "39P01", "triggered_change_notification takes no more than a channel")
	}
	if c.Table.PrimaryKey() == nil && !c.Table.Open {
		d := c.wrong(c.name.Span, "39P01", "triggered_change_notification needs a primary key, and %q has none", c.Table.Name)
		d.Related = tableNote(c.Table)
		return d
	}
	return nil
}
