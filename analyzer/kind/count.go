package kind

import (
	"fmt"
	"slices"
	"strings"

	"github.com/trigc/trigc/analyzer/expr"
	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/ir"
	"github.com/trigc/trigc/internal/pgname"
	"github.com/trigc/trigc/internal/schema"
)

// count keeps a counter.
var count = &Kind{
	Name: "count",
	Doc: "Keeps a column of another table, or of the same, equal to the number of rows that refer to its row, or of those that meet WHEN. " +
		"VIA names the foreign key, if the directive does not stand at it. WHEN is about a row as it is, and so without OLD and NEW. " +
		"A statement updates all its counters at once, in the order of their keys, so that writers do not deadlock.",
	Example: "count posts_count authors.post_count via author_id\n" +
		"count published_count authors.published_count via author_id when (status = 'published')",
	Params:    []*ast.Param{countTarget, countVia},
	Maintains: countMaintains,
	Lower:     lowerCount,
}

var (
	countTarget = &ast.Param{Form: ast.ColumnForm, Needed: true, Doc: "the counter: a column of the table that is referred to"}
	countVia    = &ast.Param{Keyword: "VIA", Form: ast.ColumnListForm, Doc: "the columns that refer to it, if the directive does not stand at the column"}
)

// A counter is what a count directive says.
type counter struct {
	parent *schema.Relation
	column *schema.Column
	via    []*schema.Column   // columns of the table
	keys   []*schema.Column   // the columns of parent that they refer to
	fk     *schema.Constraint // nil if none is declared
	when   *expr.Expr         // nil if all rows count
	// conditions are the condition about OLD, NEW and a row r.
	conditions map[string]string
}

// countMaintains returns the counter, for `auto`.
func countMaintains(p *Pass) (*schema.Relation, []string) {
	a := p.Directive.Arg(countTarget)
	return p.parent(a), []string{a.Columns[0].Name}
}

// parent returns the table of the counter, or nil.
func (p *Pass) parent(a *ast.Arg) *schema.Relation {
	return p.DB.RelationAt(*a.Name, a.Name.Span.File, a.Name.Span.Start)
}

func lowerCount(p *Pass) *ir.Unit {
	c, h := p.counter()
	if c == nil {
		return nil
	}
	doc := "counts the rows of each " + strings.Join(columnNames(c.via), ", ") + " in " + c.parent.Schema + "." + c.parent.Name + "." + c.column.Name
	u := p.unit(doc + whenDoc(c.when))
	if root(p.Table) == p.Table && !inherits(p.Table) {
		u.Note = "To count what is there already, run in the same transaction: " + c.recount(p.Table)
	}
	add := func(h *ast.Header) *ir.Trigger {
		suffix := ""
		if len(u.Triggers) > 0 {
			suffix = strings.ToLower(h.Events[0].Event.String())
		}
		t := p.trigger(h, suffix)
		u.Triggers = append(u.Triggers, t)
		return t
	}
	beside := p.beside(c)
	for _, e := range h.Events {
		t := add(withEvents(h, e))
		if h.Level == ast.Row {
			c.forRow(t, e.Event)
			continue
		}
		c.forStatement(t, e.Event, firesLater(t, e.Event, beside))
	}
	if c.parent != p.Table && (p.Table.Kind != ast.ForeignTable || p.Postgres >= 16) {
		truncate := *withEvents(h, ast.EventSpec{Event: ast.Truncate})
		truncate.Level = ast.Statement
		if p.Table.PartitionOf != nil || inherits(p.Table) {
			truncate.Timing = ast.Before
		}
		c.forTruncate(add(&truncate))
	}
	u.Triggers = append(u.Triggers, p.countKeys(c, &h)...)
	if c.when == nil {
		w := ir.Write{On: ast.Insert, Table: c.parent, Event: ast.Update, Sets: []ir.WriteColumn{{Column: c.column.Name}}}
		for i, k := range c.keys {
			w.Where = append(w.Where, ir.WriteColumn{Column: k.Name, Of: c.via[i].Name})
		}
		u.Writes = []ir.Write{w}
	}
	return u
}

// counter resolves what the directive says, and completes its header, or
// reports why it cannot.
func (p *Pass) counter() (*counter, ast.Header) {
	d := p.Directive
	if list := d.Header.Events; len(list) > 0 {
		p.errorf("header-not-allowed", list[0].Span, "", "leave it out, and write WHEN for the rows that count", "count is for all events")
		return nil, ast.Header{}
	}
	def := defaults{
		timings: []ast.Timing{ast.After}, events: []ast.Event{ast.Insert, ast.Update, ast.Delete}, event: []ast.Event{ast.Insert, ast.Update, ast.Delete},
		levels: []ast.Level{ast.Statement, ast.Row}, when: true,
	}
	if p.Table.Kind == ast.ForeignTable || p.Table.PartitionOf != nil || inherits(p.Table) {
		// A statement that names the table above it passes its triggers FOR EACH
		// STATEMENT.
		def.levels = []ast.Level{ast.Row, ast.Statement}
	}
	h, ok := p.header(def)
	if !ok || !p.rules(h) || h.Level == ast.Statement && !p.countsStatement(&h) {
		return nil, h
	}
	c := p.target()
	if c == nil || !p.via(c) {
		return nil, h
	}
	if slices.Contains(c.keys, c.column) {
		p.errorf("count-key", d.Arg(countTarget).Columns[0].Span, "", "name the column that counts", "column %q is what the rows refer to, and no counter", c.column.Name)
	}
	p.countedTwice(c, h.Level)
	if h.When != nil {
		c.conditions = map[string]string{}
		for i, row := range []string{"NEW", "OLD", "r"} {
			s := &expr.Scope{DB: p.DB, World: p.World, Report: p.Report, Table: p.Table, Postgres: p.Postgres, When: true, Row: row}
			if i > 0 {
				s.Report = new(diag.Report) // its mistakes have been reported
			}
			c.when = s.Condition(h.When, "WHEN")
			p.failed = p.failed || c.when.Bad()
			c.conditions[row] = c.when.SQL()
		}
	}
	if p.failed {
		return nil, h
	}
	return c, h
}

// A neighbour is a counter FOR EACH STATEMENT of the same table in the same
// rows.
type neighbour struct {
	*counter
	name string // of the directive
}

// beside returns the counters that a statement may write along with c.
func (p *Pass) beside(c *counter) []neighbour {
	var list []neighbour
	for _, o := range p.All {
		if o.Directive.Kind.Name != p.Directive.Kind.Name || o.Table != p.Table || o.Directive == p.Directive {
			continue
		}
		quiet := *o
		quiet.Report = new(diag.Report) // its mistakes are reported at its turn
		if other, h := quiet.counter(); other != nil && h.Level == ast.Statement && other.parent == c.parent && slices.Equal(other.keys, c.keys) {
			list = append(list, neighbour{other, o.Directive.Name.Name})
		}
	}
	return list
}

// firesLater returns the neighbours if all of their triggers of an event fire
// after t: by the order of their names.
func firesLater(t *ir.Trigger, event ast.Event, list []neighbour) []neighbour {
	for _, o := range list {
		name := o.name
		if event != ast.Insert { // the first of each unit has no suffix
			name = pgname.Fit(name + "_" + strings.ToLower(event.String()))
		}
		if name < t.Name {
			return nil
		}
	}
	return list
}

// inherits reports whether a table has parents or children by INHERITS.
func inherits(t *schema.Relation) bool {
	return len(t.Parents) > 0 || t.Kind != ast.PartitionedTable && len(t.Children) > 0
}

// countsStatement reports a table of which a statement's rows are not those
// that are counted.
func (p *Pass) countsStatement(h *ast.Header) bool {
	if !p.rowsOfStatement(h) {
		return false
	}
	if inherits(p.Table) {
		p.errorf("transition-table", h.LevelSpan, "", "write FOR EACH ROW, here and at the tables that inherit",
			"a statement has rows of more tables than %q if tables inherit, and the triggers of one", p.Table.Name)
	}
	return !p.failed
}

// target resolves the counter, or reports why it cannot.
func (p *Pass) target() *counter {
	a := p.Directive.Arg(countTarget)
	name, column := *a.Name, a.Columns[0]
	c := &counter{parent: p.parent(a)}
	switch {
	case c.parent == nil:
		state := "42P01"
		if name.Schema != "" && p.DB.Schemas[name.Schema] == nil {
			state = "3F000" // invalid_schema_name
		}
		p.errorf("unknown-table", name.Span, state, diag.DidYouMean(name.String(), p.DB.RelationNames()), "relation %q does not exist", name.String())
		return nil
	case c.parent.Kind != ast.Table && c.parent.Kind != ast.PartitionedTable || c.parent.Temp:
		what := c.parent.Kind.String()
		if c.parent.Temp {
			what = "temporary table"
		}
		p.add(diag.Diagnostic{
			Code: "wrong-relation", Severity: diag.Error, Span: name.Span, Related: related(c.parent.Decl, "declared here"),
			Message: fmt.Sprintf("%q is a %s, and a counter must be in a table that stays", c.parent.Name, what),
		})
		return nil
	}
	if c.column = c.parent.Column(column.Name); c.column == nil {
		p.add(expr.UnknownColumn(c.parent, column.Name, column.Span))
		return nil
	}
	switch t := c.column.Type; {
	case c.column.Generated || c.column.Identity == 'a':
		p.errorf("generated-column", column.Span, "428C9", "", "column %q is generated: it can only be updated to DEFAULT", c.column.Name)
	case !t.Unknown && !t.IsNumeric():
		p.errorf("column-type", column.Span, "", "count needs an integer", "column %q is of type %s, which cannot be counted up", c.column.Name, t)
	}
	if p.failed {
		return nil
	}
	return c
}

// via resolves the columns of VIA and what they refer to: by a foreign key
// that is declared, else to the primary key.
func (p *Pass) via(c *counter) bool {
	var names []ast.Ident
	if a := p.Directive.Arg(countVia); a != nil {
		names = a.Columns
	} else if in := p.inPlace(); in != nil {
		names = []ast.Ident{{Name: in.Name, Span: p.Directive.Name.Span}}
	} else {
		p.errorf("missing-clause", p.Directive.Name.Span, "", "write VIA and the column, or put the directive at it", "count does not say by which column the rows refer to %q", c.parent.Name)
		return false
	}
	for _, n := range names {
		col := p.column(n)
		if col == nil {
			continue
		}
		if col.Type.IsArray() || !col.Type.HasEquality() {
			p.errorf("via-columns", n.Span, "", "", "column %q is of type %s, by which rows cannot be counted", col.Name, col.Type)
		}
		c.via = append(c.via, col)
	}
	if p.failed {
		return false
	}
	at := names[0].Span.To(names[len(names)-1].Span)
	var others []string
	for _, k := range p.Table.Constraints {
		if k.Kind != ast.ForeignKey || k.Ref != c.parent || len(k.Columns) != len(k.RefColumns) {
			continue
		}
		if len(k.Columns) == len(c.via) && !slices.ContainsFunc(c.via, func(v *schema.Column) bool { return !slices.Contains(k.Columns, v.Name) }) {
			c.fk = k
			for _, v := range c.via {
				c.keys = append(c.keys, c.parent.Column(k.RefColumns[slices.Index(k.Columns, v.Name)]))
			}
			if !slices.Contains(c.keys, nil) {
				return true
			}
			c.fk, c.keys = nil, nil
			continue
		}
		text := pgname.List(k.Columns)
		if len(k.Columns) > 1 {
			text = "(" + text + ")"
		}
		others = append(others, text)
	}
	d := diag.Diagnostic{
		Code: "via-columns", Severity: diag.Error, Span: at,
		Message: fmt.Sprintf("(%s) of %q does not refer to %q", pgname.List(columnNames(c.via)), p.Table.Name, c.parent.Name),
		Help:    "declare a FOREIGN KEY, or name the columns that have one",
		Related: related(c.parent.Decl, "table declared here"),
	}
	if len(others) > 0 {
		d.Help = "write VIA " + strings.Join(others, " or ")
		p.add(d)
		return false
	}
	key := c.parent.PrimaryKey()
	switch {
	case key == nil:
		d.Help = "declare a FOREIGN KEY; there is no primary key either"
	case len(key) != len(c.via):
		d.Help = fmt.Sprintf("declare a FOREIGN KEY; the primary key has %d column", len(key))
		if len(key) > 1 {
			d.Help += "s"
		}
	default:
		for i, v := range c.via {
			if !fits(v.Type, key[i].Type) {
				d.Help = fmt.Sprintf("declare a FOREIGN KEY; column %q of the primary key is of type %s, not %s", key[i].Name, key[i].Type, v.Type)
				p.add(d)
				return false
			}
		}
		c.keys = key
		return true
	}
	p.add(d)
	return false
}

// fits reports whether values of one type are keys of another.
func fits(t, key *schema.TypeRef) bool {
	return t.Unknown || key.Unknown || t.Base().Same(key.Base()) || t.IsInteger() && key.IsInteger() || t.IsText() && key.IsText()
}

func columnNames(list []*schema.Column) []string {
	names := make([]string, len(list))
	for i, c := range list {
		names[i] = c.Name
	}
	return names
}

// countedTwice reports that another directive has the same counter, which would
// be the sum of both. Tables that inherit share one, each for its own rows.
func (p *Pass) countedTwice(c *counter, level ast.Level) {
	for _, o := range p.All {
		if o.Directive == p.Directive || o.Directive.Kind.Name != p.Directive.Kind.Name || o.Table.Temp {
			continue
		}
		a := o.Directive.Arg(countTarget)
		if o.parent(a) != c.parent || a.Columns[0].Name != c.column.Name {
			continue
		}
		d := diag.Diagnostic{
			Code: "count-twice", Severity: diag.Error, Span: p.Directive.Arg(countTarget).Span,
			Message: fmt.Sprintf("column %q of %q is the counter of another directive", c.column.Name, c.parent.Name),
			Help:    "give each a column of its own",
			Related: related(a.Span, "other directive"),
		}
		switch {
		case partitionOf(p.Table, o.Table):
			// What names the partition passes the triggers FOR EACH STATEMENT of the
			// table above, and the other way round.
			statement := o.Directive.Header.Level == ast.Statement || o.Directive.Header.Level == 0 && o.Table.PartitionOf == nil
			if statement && level == ast.Statement {
				continue
			}
			d.Message = fmt.Sprintf("rows of %q are counted by the directive at %q already", p.Table.Name, o.Table.Name)
			d.Help = "remove it"
			if statement {
				d.Help = "write FOR EACH STATEMENT: the other one then counts for statements that name its table, and this one for the rest"
			}
		case partitionOf(o.Table, p.Table), o.Table != p.Table && root(o.Table) == root(p.Table), o.Directive.Span.Compare(p.Directive.Span) > 0:
			continue // said there, or none
		}
		p.add(d)
		return
	}
}

// partitionOf reports whether a table is a partition of another, at any level.
func partitionOf(t, of *schema.Relation) bool {
	for t = t.PartitionOf; t != nil; t = t.PartitionOf {
		if t == of {
			return true
		}
	}
	return false
}

// root returns the table at the top of a hierarchy.
func root(t *schema.Relation) *schema.Relation {
	for {
		switch {
		case t.PartitionOf != nil:
			t = t.PartitionOf
		case len(t.Parents) > 0:
			t = t.Parents[0]
		default:
			return t
		}
	}
}
