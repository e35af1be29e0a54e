// Package expr checks the SQL in directives and triggers against the schema
// and renders it: the user's own bytes, in which only pseudo-functions are
// expanded and names qualified.
package expr

import (
	"fmt"
	"slices"
	"strings"

	"github.com/trigc/trigc/analyzer/types"
	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/pgname"
	"github.com/trigc/trigc/internal/schema"
	"github.com/trigc/trigc/internal/source"
)

// A Scope is where an expression stands: what it can refer to.
type Scope struct {
	DB     *schema.DB
	Report *diag.Report
	Table  *schema.Relation
	// Postgres is the major version that the text is for.
	Postgres int

	// Events are those of the trigger; OLD is missing in INSERT, NEW in DELETE.
	Events []ast.Event
	// Before is set if the row is not complete yet: generated columns of NEW
	// have no value.
	Before bool
	// Rows is unset where neither OLD nor NEW exist: in a trigger for each
	// statement whose condition Postgres evaluates.
	Rows bool
	// Transition is set if OLD and NEW are rows of transition tables.
	Transition bool
	// When is set if Postgres evaluates the text as a WHEN condition, and so
	// refuses what it refuses there. Subqueries may still be allowed.
	When bool
	// Subqueries is set if a subquery may stand in the expression.
	Subqueries bool
	// Pseudo is set if changed(…) and its kin may stand in it.
	Pseudo bool
	// Fresh is set if the row is a new one of a directive that is for UPDATE too:
	// its columns count as changed.
	Fresh bool
	// Maintained are the columns for which `auto` stands.
	Maintained []string
	// Bare is set if unqualified columns of Table can be used, as in UPDATE.
	Bare bool
	// Row is set if the expression is about one row of Table, whose columns are
	// unqualified, as in a CHECK. They come out as those of Row: OLD or NEW.
	Row string
	// Tables are names of transition tables.
	Tables []string
	// Several is set if a subquery may have several columns: in SET (a, b) = (…).
	Several bool
	// World is what types are resolved against.
	World *types.World
}

// An Expr is a checked expression.
type Expr struct {
	sql    *ast.SQL
	edits  []edit
	bad    bool
	rowOld bool
	rowNew bool
}

// Check checks an SQL text in a scope. The result of a text with mistakes is
// Bad, and renders as something harmless.
func (s *Scope) Check(sql *ast.SQL) *Expr {
	c := &checker{Scope: s, out: &Expr{sql: sql}}
	c.node(sql.Root, nil)
	c.types(sql.Root, "")
	return c.out
}

// Condition checks a text that must be boolean; clause is the word that it
// stands behind.
func (s *Scope) Condition(sql *ast.SQL, clause string) *Expr {
	c := &checker{Scope: s, out: &Expr{sql: sql}}
	c.node(sql.Root, nil)
	c.types(sql.Root, clause)
	return c.out
}

// types resolves the types of an expression in which every name stands for
// something. clause is that of a condition, "" of a value or a statement.
func (c *checker) types(n ast.Node, clause string) {
	if c.unresolved {
		return
	}
	check, scope := c.checker(), c.scope()
	if sub, ok := n.(*ast.SubLink); ok && c.Several {
		n = sub.Query
	}
	switch q, isQuery := n.(*ast.Query); {
	case isQuery:
		check.Query(q, scope)
	case clause != "":
		check.Boolean(n, scope, clause)
	default:
		check.Expr(n, scope)
	}
	if c.out.bad = c.out.bad || check.Failed; !c.out.bad {
		c.late(n)
	}
}

// checker returns what resolves types in this scope.
func (c *checker) checker() *types.Checker {
	check := &types.Checker{World: c.World, Report: c.Report, Names: true, Body: !c.When}
	if c.Pseudo {
		check.Pseudo = isPseudo
	}
	return check
}

// scope returns what names stand for.
func (c *checker) scope() *types.Scope {
	scope := c.World.RowScope(c.Table, c.rows(), c.Tables)
	if !c.When {
		scope = scope.TriggerVariables()
	}
	return scope
}

// rows returns the names by which the rows of the table are known.
func (c *checker) rows() []string {
	switch {
	case c.Row != "":
		return []string{""}
	case c.Bare:
		return []string{"", "old", "new"}
	}
	return []string{"old", "new"}
}

// Bad reports whether the expression had a mistake.
func (e *Expr) Bad() bool { return e.bad }

// UsesOld and UsesNew report whether a row is referred to.
func (e *Expr) UsesOld() bool { return e.rowOld }

// UsesNew reports whether NEW is referred to.
func (e *Expr) UsesNew() bool { return e.rowNew }

// SQL renders the expression or statement.
func (e *Expr) SQL() string { return splice(e.sql, e.sql.Span, e.edits) }

// Text returns the expression as the user wrote it, on one line.
func (e *Expr) Text() string { return splice(e.sql, e.sql.Span, nil) }

// Split renders the expression as conjuncts: plain are those without a
// subquery, which Postgres takes in WHEN, and tested those with one.
func (e *Expr) Split() (plain, tested []string) {
	and, ok := e.sql.Root.(*ast.Bool)
	if !ok || and.Op != ast.And || len(and.Arms) != len(and.Args) {
		if HasSubquery(e.sql.Root) {
			return nil, []string{e.SQL()}
		}
		return []string{e.SQL()}, nil
	}
	for i, arg := range and.Args {
		text := splice(e.sql, and.Arms[i], e.edits)
		if HasSubquery(arg) {
			tested = append(tested, text)
		} else {
			plain = append(plain, text)
		}
	}
	return plain, tested
}

// SplitNot renders the conjuncts of NOT (expression) as Split does: an OR is
// false if all of its arms are.
func (e *Expr) SplitNot() (plain, tested []string) {
	args, arms := []ast.Node{e.sql.Root}, []source.Span{e.sql.Span}
	if or, ok := e.sql.Root.(*ast.Bool); ok && or.Op == ast.Or && len(or.Arms) == len(or.Args) {
		args, arms = or.Args, or.Arms
	}
	for i, arg := range args {
		text := "NOT (" + splice(e.sql, arms[i], e.edits) + ")"
		if HasSubquery(arg) {
			tested = append(tested, text)
		} else {
			plain = append(plain, text)
		}
	}
	return plain, tested
}

// HasSubquery reports whether there is a subquery in n.
func HasSubquery(n ast.Node) bool {
	found := false
	ast.Walk(n, func(n ast.Node) bool {
		if _, ok := n.(*ast.SubLink); ok {
			found = true
		}
		return !found
	})
	return found
}

// checker walks one expression.
type checker struct {
	*Scope
	out *Expr
	// unresolved is set if a name stands for nothing, so that types are not
	// known; it is not by what Postgres finds when it has resolved them.
	unresolved bool
}

func (c *checker) add(d diag.Diagnostic) {
	if d.Severity == 0 {
		d.Severity = diag.Error
	}
	if d.Severity == diag.Error {
		c.out.bad = true
		c.unresolved = c.unresolved || d.Code == "transition-table" ||
			d.SQLState != "42P17" && d.SQLState != "0A000" && d.SQLState != "42803" && d.SQLState != "42P20"
	}
	c.Report.Add(d)
}

// names are the relations and aliases that a query brings into scope, from
// inside out.
type names struct {
	outer *names
	list  []string
	ctes  []string
	// tables are the relations of the list; one that does not exist could have
	// had any name.
	tables []*ast.Relation
	target *ast.Relation // what the query writes to: never a WITH query
}

func (n *names) has(name string) bool {
	for ; n != nil; n = n.outer {
		if slices.Contains(n.list, name) {
			return true
		}
	}
	return false
}

func (n *names) cte(name string) bool {
	for ; n != nil; n = n.outer {
		if slices.Contains(n.ctes, name) {
			return true
		}
	}
	return false
}

func (c *checker) node(n ast.Node, in *names) {
	switch n := n.(type) {
	case nil:
		return
	case *ast.Value:
		if c.Row != "" {
			c.inconstant(n.Span(), n.Name)
		}
	case *ast.Bad:
		c.out.bad = true
		return
	case *ast.ColumnRef:
		c.column(n, in)
		return
	case *ast.Call:
		if c.pseudoCall(n, in) {
			return
		}
		if c.Row != "" && n.Func.Schema == "" && slices.Contains(inconstantFunctions, n.Func.Name) && len(c.functions(n.Func)) == 0 {
			c.inconstant(n.Span(), n.Func.Name+"()")
		}
		c.call(n, in)
	case *ast.SubLink:
		if !c.Subqueries {
			c.add(diag.Diagnostic{
				Code: "subquery", Span: n.Span(), SQLState: "0A000",
				Message: "cannot use subquery in trigger WHEN condition",
			})
			return
		}
		c.node(n.Test, in)
		c.query(n.Query, in)
		return
	case *ast.Query:
		c.query(n, in)
		return
	case *ast.Relation:
		c.relation(n, in)
		return
	case *ast.Const:
		// A backslash means itself only if standard_conforming_strings is on.
		if at := n.Span(); n.Kind == ast.StringConst && strings.HasPrefix(at.SQL()[at.Start:], "'") && strings.Contains(n.Value, `\`) {
			c.out.edits = append(c.out.edits, edit{at, pgname.Literal(n.Value)})
		}
	case *ast.Cast:
		if n.Type.Name.Name == "regclass" {
			c.relationText(n.Arg)
		}
		if ref := c.typeName(n.Type); ref.Def != nil && ref.Array == 0 && ref.Enum() != nil {
			if k, ok := n.Arg.(*ast.Const); ok && k.Kind == ast.StringConst && !slices.Contains(ref.Enum().Labels, k.Value) {
				c.add(types.EnumLabel(ref.Enum(), k.Value, k.Span()))
			}
		}
	case *ast.ParamRef:
		c.add(diag.Diagnostic{
			Code: "parameter", Span: n.Span(), SQLState: "42P02", Message: "there is no parameter " + n.Span().String(),
		})
		return
	case *ast.Default:
		// A statement can have it, and so the SET of one.
		if in == nil && !(c.Bare && n == c.out.sql.Root) {
			c.add(diag.Diagnostic{
				Code: "default", Span: n.Span(), SQLState: "42601", Message: "DEFAULT is not allowed in this context",
			})
			return
		}
	case *ast.Other:
		if n.Field.Name != "" && c.field(n, in) {
			return
		}
		if n.Tag == "GroupingFunc" && c.When && in == nil {
			c.add(diag.Diagnostic{
				Code: "when-function", Span: n.Span(), SQLState: "42803", Message: "grouping operations are not allowed in trigger WHEN conditions",
			})
		}
	}
	for _, child := range ast.Children(n) {
		c.node(child, in)
	}
}

// query checks a query with the names that it brings.
func (c *checker) query(q *ast.Query, outer *names) {
	in := &names{outer: outer, target: q.Target}
	var collect func(n ast.Node)
	collect = func(n ast.Node) {
		switch n := n.(type) {
		case *ast.Relation:
			in.tables = append(in.tables, n)
			in.list = append(in.list, n.Name.Name)
			if n.Alias != "" {
				in.list = append(in.list, n.Alias)
			}
		case *ast.Alias:
			in.list = append(in.list, n.Name)
		case *ast.CTE:
			in.ctes = append(in.ctes, n.Name)
			return
		case *ast.Query, *ast.SubLink:
			return
		}
		for _, child := range ast.Children(n) {
			collect(child)
		}
	}
	for _, child := range q.Children {
		collect(child)
	}
	if q.Kind == ast.InsertQuery {
		in.list = append(in.list, "excluded") // of ON CONFLICT DO UPDATE
	}
	if q.Target != nil {
		collect(q.Target)
		if n := q.Target.Name; n.Schema == "" && slices.Contains(c.Tables, n.Name) {
			c.add(diag.Diagnostic{
				Code: "transition-table", Span: n.Span, SQLState: "0A000",
				Message: fmt.Sprintf("relation %q cannot be the target of a modifying statement: it is a transition table", n.Name),
			})
			return
		}
		target := c.relation(q.Target, nil) // never a WITH query
		if target != nil && !target.Open {
			for _, col := range q.Columns {
				c.columnOf(target, col.Name, col.Span)
			}
		}
	}
	for _, child := range q.Children {
		if child != ast.Node(q.Target) {
			c.node(child, in)
		}
	}
}

// relation checks a table named in a query and qualifies it.
func (c *checker) relation(r *ast.Relation, in *names) *schema.Relation {
	if r.Name.Schema == "" && (in.cte(r.Name.Name) || slices.Contains(c.Tables, r.Name.Name)) {
		return nil
	}
	switch r.Name.Schema {
	case "pg_catalog", "information_schema":
		return nil
	}
	at := r.Name.Span
	rel := c.DB.RelationAt(r.Name, at.File, at.Start)
	if rel == nil {
		known := c.DB.RelationNames()
		if len(c.Tables) > 0 {
			known = append(slices.Clone(known), c.Tables...)
		}
		if c.DB.Opaque || r.Name.Schema == "" && strings.HasPrefix(r.Name.Name, "pg_") {
			return nil
		}
		c.add(diag.Diagnostic{
			Code: "unknown-table", Span: at, SQLState: "42P01",
			Message: fmt.Sprintf("relation %q does not exist", r.Name.String()),
			Help:    diag.DidYouMean(r.Name.String(), known),
		})
		return nil
	}
	if r.Name.Schema == "" && !rel.Temp {
		c.out.edits = append(c.out.edits, edit{at, pgname.Qualify(rel.Schema, rel.Name)})
	}
	return rel
}

// column checks a reference to a column.
func (c *checker) column(ref *ast.ColumnRef, in *names) {
	parts := ref.Parts
	if len(parts) == 0 {
		return // a bare star
	}
	first := parts[0].Name
	switch {
	case c.Row != "":
		c.columnOfRow(ref)
	case in.has(first) && len(parts)+b2i(ref.Star) > 1:
		if rel := c.named(first, in); rel != nil && len(parts) == 2 && !ref.Star && !IsSystemColumn(parts[1].Name) {
			c.columnOf(rel, parts[1].Name, parts[1].Span)
		}
	case len(parts) == 1 && !ref.Star && c.columnOfQuery(first, in):
		return
	case first == "old" || first == "new":
		c.row(ref, first, in)
	case in != nil && len(parts) == 1 && !ref.Star:
		return // a column of the query around it
	case c.Bare && len(parts) == 1 && !ref.Star:
		c.columnOf(c.Table, first, ref.Span())
	case len(parts) == 1 && !ref.Star:
		c.bareColumn(ref)
	case in != nil && len(parts) > 1 && c.isSchema(first):
		return
	default:
		c.otherTable(ref, in)
	}
}

// columnOfQuery reports whether a name is that of a column of the queries
// around a reference, which comes before a row: OLD and NEW can be columns. One
// of a subquery in FROM is taken for a column only where there are no rows.
func (c *checker) columnOfQuery(name string, in *names) bool {
	for ; in != nil; in = in.outer {
		known := 0
		for _, r := range in.tables {
			known++
			if r.Alias != "" {
				known++
			}
			rel := c.DB.RelationAt(r.Name, r.Name.Span.File, r.Name.Span.Start)
			if r.Name.Schema == "" && slices.Contains(c.Tables, r.Name.Name) {
				rel = c.Table // a transition table has the columns of its table
			}
			if rel != nil && rel.Column(name) != nil && !(r.Name.Schema == "" && in.cte(r.Name.Name)) {
				return true
			}
		}
		if !c.Rows && known < len(in.list) {
			return true
		}
	}
	return false
}

// named returns the relation that a name or alias stands for in the queries
// around a reference; nil if it stands for something else, like a subquery.
func (c *checker) named(name string, in *names) *schema.Relation {
	for ; in != nil; in = in.outer {
		if !slices.Contains(in.list, name) {
			continue
		}
		for _, r := range in.tables {
			switch {
			case r.Alias != name && (r.Alias != "" || r.Name.Name != name):
			case r.Name.Schema == "" && in.cte(r.Name.Name) && r != in.target:
				return nil
			case r.Name.Schema == "" && slices.Contains(c.Tables, r.Name.Name):
				return c.Table // a transition table has the columns of its table
			default:
				return c.DB.RelationAt(r.Name, r.Name.Span.File, r.Name.Span.Start)
			}
		}
		return nil
	}
	return nil
}

func (c *checker) isSchema(name string) bool { return c.DB.Schemas[name] != nil }

// bareColumn reports a column without OLD or NEW.
func (c *checker) bareColumn(ref *ast.ColumnRef) {
	name := ref.Parts[0].Name
	if _, system := types.SystemColumn(name); c.Table.Column(name) != nil || system && c.When {
		d := diag.Diagnostic{
			Code: "ambiguous-column", Span: ref.Span(), SQLState: "42703",
			Message: fmt.Sprintf("column %q could be that of OLD or of NEW", name), Help: c.qualified(ref.Parts[0]),
		}
		if c.When {
			d.SQLState = "42702"
		}
		c.add(d)
		return
	}
	if !c.When && triggerVariables[name] {
		return
	}
	d := UnknownColumn(c.Table, name, ref.Span())
	if strings.HasPrefix(name, "tg_") {
		d.Help = "a condition has no " + strings.ToUpper(name) + "; say it in the header"
	} else if strings.HasPrefix(ref.Span().String(), `"`) && d.Help == "" {
		d.Help = "double quotes are for names; write '" + name + "' if it is text"
	}
	c.add(d)
}

// triggerVariables are what PL/pgSQL knows in a trigger's function beside the
// rows (manual, 43.10.1).
var triggerVariables = map[string]bool{
	"tg_name": true, "tg_when": true, "tg_level": true, "tg_op": true, "tg_relid": true, "tg_relname": true,
	"tg_table_name": true, "tg_table_schema": true, "tg_nargs": true, "tg_argv": true,
}

// qualified tells how to write a column as that of a row.
func (c *checker) qualified(column ast.Ident) string {
	name := pgname.Quote(column.Name)
	switch old, new := !c.missing("old"), !c.missing("new"); {
	case old && new:
		return "write OLD." + name + " or NEW." + name
	case old:
		return "write OLD." + name
	case new:
		return "write NEW." + name
	}
	return "write a trigger of its own for each event, and OLD." + name + " or NEW." + name
}

// otherTable reports a reference to a column of what is no row here.
func (c *checker) otherTable(ref *ast.ColumnRef, in *names) {
	for n := in; n != nil; n = n.outer {
		for _, t := range n.tables {
			if at := t.Name.Span; c.DB.RelationAt(t.Name, at.File, at.Start) == nil && !n.cte(t.Name.Name) {
				return // an echo: that table is unknown
			}
		}
	}
	parts := ref.Parts
	if len(parts) > 1 && !ref.Star {
		parts = parts[:len(parts)-1]
	}
	first, row := parts[0].Name, parts[len(parts)-1]
	last := ref.Parts[len(ref.Parts)-1]
	help := diag.DidYouMean(first, []string{"OLD", "NEW"})
	switch {
	case c.Row != "":
		help = fmt.Sprintf("only columns of %q can be used", c.Table.Name)
	case row.Name == c.Table.Name && !ref.Star:
		help = c.qualified(last)
	case first == "NEW" || first == "OLD":
		help = "write " + first + " without the quotes"
	case in != nil:
		help = "name it in FROM"
	case help != "":
	default:
		help = "only OLD and NEW can be referred to"
		if c.Subqueries {
			help += "; for another table write EXISTS (SELECT … FROM " + first + " …)"
		}
	}
	at, state := parts[0].Span.To(row.Span), "42P01"
	if len(ref.Parts) > 3 {
		state = "0A000" // another database
	}
	c.add(diag.Diagnostic{
		Code: "unknown-table", Span: at, SQLState: state, Message: fmt.Sprintf("there is no row %q here", strings.Trim(at.String(), `"`)), Help: help,
	})
}

// missing reports whether a row does not exist for one of the events.
func (c *checker) missing(row string) bool {
	if row == "old" {
		return slices.Contains(c.Events, ast.Insert)
	}
	return slices.Contains(c.Events, ast.Delete)
}

// row checks a reference to OLD or NEW, or to a column of one.
func (c *checker) row(ref *ast.ColumnRef, row string, in *names) {
	parts := ref.Parts
	upper := strings.ToUpper(row)
	if row == "old" {
		c.out.rowOld = true
	} else {
		c.out.rowNew = true
	}
	if len(parts) > 1 && !IsSystemColumn(parts[1].Name) && c.Table.Column(parts[1].Name) == nil && len(parts) == 2 {
		c.columnOf(c.Table, parts[1].Name, parts[1].Span)
		return
	}
	switch {
	case !c.Rows:
		d := diag.Diagnostic{
			Code: "statement-row", Span: ref.Span(), Message: "a trigger FOR EACH STATEMENT has no " + upper + " here", Help: "write FOR EACH ROW",
		}
		if c.When {
			d.SQLState = "42P17"
		}
		c.add(d)
		return
	case c.missing(row) && (c.When || len(c.Events) == 1):
		event := map[string]string{"old": "INSERT", "new": "DELETE"}[row]
		d := diag.Diagnostic{
			Code: map[string]diag.Code{"old": "old-in-insert", "new": "new-in-delete"}[row], Span: ref.Span(),
			Message: fmt.Sprintf("there is no %s in %s", upper, event), Help: "write " + map[string]string{"old": "NEW", "new": "OLD"}[row],
		}
		if c.When {
			d.SQLState = "42P17"
		}
		if len(c.Events) > 1 || c.Fresh {
			d.Help = "write a trigger of its own for " + event
		}
		c.add(d)
		return
	}
	if len(parts) == 1 {
		if row == "new" && c.Before && c.When && in == nil {
			if g := c.generated(); g != nil {
				c.add(diag.Diagnostic{
					Code: "generated-column", Span: ref.Span(), SQLState: "42P17",
					Message: fmt.Sprintf("BEFORE triggers see no generated columns of NEW, and %q is one", g.Name),
					Help:    "write changed(…), or fire AFTER",
					Related: []diag.Related{{Span: g.Decl, Message: "column declared here"}},
				})
			}
		}
		return
	}
	col := parts[1].Name
	if len(parts) > 2 {
		c.add(diag.Diagnostic{
			Code: "unknown-table", Span: parts[0].Span.To(parts[1].Span), SQLState: "42P01",
			Message: fmt.Sprintf("there is no row %q here", parts[0].Span.String()+"."+parts[1].Span.String()),
			Help:    "for a field of a composite column write (" + upper + "." + pgname.Quote(col) + ")." + pgname.Quote(parts[2].Name),
		})
		return
	}
	if IsSystemColumn(col) && c.Table.Column(col) == nil {
		if c.Transition {
			c.add(diag.Diagnostic{
				Code: "system-column", Span: ref.Span(), Help: "write FOR EACH ROW",
				Message: fmt.Sprintf("the rows of a statement have no system columns, and %q is one", col),
			})
			return
		}
		if row == "new" && c.Before && c.When {
			c.add(diag.Diagnostic{
				Code: "system-column", Span: ref.Span(), SQLState: "0A000",
				Message: fmt.Sprintf("BEFORE triggers see no system columns of NEW, and %q is one", col), Help: "fire AFTER",
			})
		}
		return
	}
	found := c.columnOf(c.Table, col, parts[1].Span)
	if found != nil && found.Generated && row == "new" && c.Before {
		d := diag.Diagnostic{
			Code: "generated-column", Span: ref.Span(),
			Message: fmt.Sprintf("BEFORE triggers see no generated columns of NEW, and %q is one", col),
			Help:    "use the columns it is made of, or fire AFTER",
			Related: []diag.Related{{Span: found.Decl, Message: "column declared here"}},
		}
		if c.When {
			d.SQLState = "42P17"
		}
		c.add(d)
	}
}

// field checks (x).field: a column of a row, or a field of a composite column.
// It reports whether n has been checked as a whole.
func (c *checker) field(n *ast.Other, in *names) bool {
	ref, ok := n.Children[0].(*ast.ColumnRef)
	if !ok || ref.Star || len(ref.Parts) > 2 || ref.Parts[0].Name != "old" && ref.Parts[0].Name != "new" || in.has(ref.Parts[0].Name) {
		return false
	}
	if len(ref.Parts) == 1 {
		c.row(&ast.ColumnRef{Pos: n.Pos, Parts: []ast.Ident{ref.Parts[0], n.Field}}, ref.Parts[0].Name, in)
		return true
	}
	col := c.Table.Column(ref.Parts[1].Name)
	if col == nil {
		return false
	}
	def := col.Type.Base().Def
	if def == nil || def.Kind != ast.Composite || col.Type.Base().Array > 0 || def.Rel != nil && def.Rel.Open {
		return false
	}
	var fields []string
	for _, f := range def.Attributes() {
		fields = append(fields, f.Name)
	}
	if !slices.Contains(fields, n.Field.Name) {
		c.add(diag.Diagnostic{
			Code: "unknown-column", Span: n.Field.Span, SQLState: "42703",
			Message: fmt.Sprintf("type %q has no field %q", def.Name, n.Field.Name), Help: diag.DidYouMean(n.Field.Name, fields),
			Fixes:   RespellName(n.Field.Span, n.Field.Name, fields),
			Related: []diag.Related{{Span: def.Decl, Message: "type declared here"}},
		})
	}
	return false
}

func (c *checker) generated() *schema.Column {
	for _, col := range c.Table.Columns {
		if col.Generated {
			return col
		}
	}
	return nil
}

// columnOf returns the column of a table, or reports that there is none.
func (c *checker) columnOf(t *schema.Relation, name string, at source.Span) *schema.Column {
	col := t.Column(name)
	if col == nil && !t.Open {
		c.add(UnknownColumn(t, name, at))
	}
	return col
}

// UnknownColumn is the diagnostic for a column that a table lacks.
func UnknownColumn(t *schema.Relation, name string, at source.Span) diag.Diagnostic {
	return diag.Diagnostic{
		Code: "unknown-column", Severity: diag.Error, Span: at, SQLState: "42703",
		Message: fmt.Sprintf("%s %q has no column %q", t.Kind, t.Name, name),
		Help:    diag.DidYouMean(name, t.ColumnNames()), Related: declared(t),
		Fixes: RespellName(at, name, t.ColumnNames()),
	}
}

func declared(t *schema.Relation) []diag.Related {
	if t.Decl.IsZero() {
		return nil
	}
	return []diag.Related{{Span: t.Decl, Message: t.Kind.String() + " declared here"}}
}

// IsSystemColumn reports whether every table has a column of that name
// (manual, section 5.5).
func IsSystemColumn(name string) bool {
	switch name {
	case "tableoid", "ctid", "xmin", "xmax", "cmin", "cmax":
		return true
	}
	return false
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}
