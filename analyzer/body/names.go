package body

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/trigc/trigc/analyzer/types"
	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/pgname"
	"github.com/trigc/trigc/internal/schema"
)

// names are the variables of a block, from inside out.
type names struct {
	outer *names
	label string
	vars  map[string]*variable
}

// A variable is one of PL/pgSQL.
type variable struct {
	name     string
	t        types.Type
	record   bool           // of type record: its type is that of what was assigned
	row      bool           // NEW or OLD
	assigned bool           // somewhere in the body
	full     bool           // it is a row by its last assignment, and not NULL
	query    []types.Output // of a cursor: the columns of its query
	args     []*variable    // of a cursor
	notNull  bool           // declared so
	// Of a cursor that is declared with its query: where names of it are looked
	// up, what was known of records there, and whether an OPEN that always runs
	// has said what is wrong with it.
	cursor *ast.CursorDecl
	scope  *names
	before map[*variable]types.Type
	opened bool
	decl   *schema.TypeRef // of a scalar: its type, with modifiers; nil if not known
}

// destination returns what is assigned to if a whole variable is.
func (v *variable) destination() *destination {
	to := &destination{t: v.t}
	if v.notNull {
		to.notNull = v.name
	}
	return to
}

// root returns what every trigger function has.
func (c *checker) root() *names {
	n := &names{vars: map[string]*variable{}}
	for _, name := range []string{"new", "old"} {
		// One that the trigger does not have is NULL, with the fields of the table.
		v := &variable{name: name, row: true, assigned: true}
		n.vars[name], c.records[v] = v, c.RowType(c.trigger.Table)
	}
	for name, t := range types.TriggerVariables() {
		n.vars[name] = &variable{name: name, t: t, assigned: true}
	}
	return n
}

// all returns the names of variables.
func (n *names) all() []string {
	var list []string
	for ; n != nil; n = n.outer {
		list = slices.AppendSeq(list, maps.Keys(n.vars))
	}
	return list
}

// lookup finds the variable that a path starts with; rest is what of the path
// are fields of it.
func (n *names) lookup(path []ast.Ident) (v *variable, rest []ast.Ident) {
	for at := n; at != nil; at = at.outer {
		if v := at.vars[path[0].Name]; v != nil {
			return v, path[1:]
		}
		if len(path) > 1 && at.label != "" && at.label == path[0].Name {
			if v := at.vars[path[1].Name]; v != nil {
				return v, path[2:]
			}
		}
	}
	return nil, path
}

// current returns the type of a variable by what was assigned last.
func (c *checker) current(v *variable) types.Type {
	if v.record || v.row {
		return c.records[v]
	}
	return v.t
}

// resolve returns the type of what a path stands for, if it is a variable.
// must is set if it stands for nothing else.
func (c *checker) resolve(k *types.Checker, path []ast.Ident, must bool) (types.Type, bool) {
	v, rest := c.names.lookup(path)
	if v == nil || len(rest) > 1 { // a field of a field is (NEW.a).b
		return types.Type{}, false
	}
	if v.record && !v.assigned && must && len(rest) > 0 {
		k.Errorf("record-unassigned", path[0].Span, "55000", "", "record %q is not assigned yet", v.name)
		return types.Type{}, true
	}
	t := c.current(v)
	for _, f := range rest {
		if !t.IsKnown() {
			return types.Type{}, true
		}
		field, ok := c.Field(t, f.Name)
		if !ok && v.row && c.trigger.Table.Kind != ast.View {
			field, ok = types.SystemColumn(f.Name)
		}
		if !ok {
			if known, open := c.Fields(t); known != nil && !open && must {
				noField(k, v, f, known)
			}
			return types.Type{}, must
		}
		t = field
	}
	return t, true
}

// declare brings the declarations of a block into scope.
func (c *checker) declare(b *ast.Block, how likelihood) {
	n := &names{outer: c.names, label: b.Label.Name, vars: map[string]*variable{}}
	c.names = n
	for _, d := range b.Decls {
		v := &variable{name: d.Name.Name, notNull: d.NotNull}
		switch {
		case d.Alias != nil:
			if other, rest := n.lookup(d.Alias); other != nil && len(rest) == 0 {
				n.vars[v.name] = other
				continue
			}
		case d.Cursor != nil:
			v.t = types.Builtin("refcursor")
			v.assigned = true
			v.cursor, v.scope, v.before = d.Cursor, n, maps.Clone(c.records)
			v.query = c.cursor(v, never)
			for _, p := range d.Cursor.Args {
				a := &variable{name: p.Name.Name}
				a.t, a.record = c.typeOf(p.Type)
				v.args = append(v.args, a)
			}
		case d.Type != nil:
			v.t, v.record = c.typeOf(d.Type)
			v.decl = c.declared(d.Type)
		}
		if d.Default != nil {
			c.assign(v, d.Default, how)
			v.assigned = true
		}
		n.vars[v.name] = v
	}
}

// opens checks the query of a cursor where it is opened.
func (c *checker) opens(name ast.Variable, how likelihood) {
	if v, rest := c.names.lookup(name.Names); v != nil && len(rest) == 0 && v.cursor != nil && how == certainly && !v.opened {
		v.opened = true
		c.cursor(v, how)
	}
}

// unopened checks the queries of a block's cursors that nothing opens for
// certain.
func (c *checker) unopened(n *names) {
	for _, v := range n.vars {
		if v.cursor != nil && !v.opened && v.scope == n {
			records := c.records
			c.records = v.before
			c.cursor(v, perhaps)
			c.records = records
		}
	}
}

// cursor checks the query of a cursor and returns its columns. It sees the
// cursor's arguments, by the cursor's name too.
func (c *checker) cursor(v *variable, how likelihood) []types.Output {
	name, cursor := v.name, v.cursor
	if cursor.Query == nil {
		return nil
	}
	outer := c.names
	c.names = &names{outer: v.scope, label: name, vars: map[string]*variable{}}
	for _, p := range cursor.Args {
		v := &variable{name: p.Name.Name, assigned: true}
		v.t, v.record = c.typeOf(p.Type)
		c.names.vars[v.name] = v
	}
	out := c.query(cursor.Query, how)
	c.names = outer
	return out
}

// typeOf returns the type of a declaration; record is set of a record.
func (c *checker) typeOf(t *ast.VarType) (typ types.Type, record bool) {
	path := t.Path
	switch t.Of {
	case ast.ColumnType:
		if v, rest := c.names.lookup(path); v != nil {
			if !v.record && len(rest) <= 1 {
				typ = c.current(v)
				if len(rest) == 1 {
					typ, _ = c.Field(typ, rest[0].Name)
				}
				return typ, false
			}
			return types.Type{}, v.record && len(rest) == 0
		}
		if len(path) >= 2 {
			rel := c.relation(path[:len(path)-1])
			if rel != nil {
				last := path[len(path)-1]
				if col := rel.Column(last.Name); col != nil {
					return c.Of(col.Type), false
				}
				if c.declarations && !rel.Open && !c.Hidden() {
					state := "42703"
					if c.Catalog.Version < 17 {
						state = "42601" // "syntax error at %"
					}
					c.errorf("unknown-column", certainly, last.Span, state, diag.DidYouMean(last.Name, rel.ColumnNames()),
						fmt.Sprintf("column %q of relation %q does not exist", last.Name, rel.Name))
				}
			}
		}
		c.missing(path[:len(path)-1], path[len(path)-1])
		return types.Type{}, false
	case ast.RowType:
		if rel := c.relation(path); rel != nil {
			return c.RowType(rel), false
		}
		c.missing(path, ast.Ident{})
		return types.Type{}, false
	}
	if t.Name.Schema == "" || t.Name.Schema == "pg_catalog" {
		if t.Name.Name.Name == "record" {
			return types.Type{}, true
		}
	}
	at := t.Span()
	ref := c.DB.LookupTypeAt(t.Name, at.File, at.Start)
	switch {
	case !c.declarations:
	case ref.IsPseudo():
		c.errorf("variable-type", certainly, at, "0A000", "", fmt.Sprintf("a variable cannot have pseudo-type %s", ref))
	case ref.Unknown && !c.Hidden() && !c.DB.Elsewhere(t.Name.Schema) && (c.path || !c.somewhere(ref.Name)) && c.Of(ref) == (types.Type{}):
		c.errorf("variable-type", certainly, at, "42704", "", fmt.Sprintf("type %q does not exist", t.Name.Name.String()))
	}
	return c.Of(ref), false
}

// missing reports a relation that %ROWTYPE names, or one of which %TYPE names a
// column, or a variable of which it is, if there is none by that name anywhere.
// Before Postgres 17, the parser then took %TYPE for no type.
func (c *checker) missing(path []ast.Ident, of ast.Ident) {
	if !c.declarations || c.Hidden() {
		return
	}
	if len(path) == 0 {
		if _, special := types.TriggerVariables()[of.Name]; special || of.Name == "found" || c.loops[of.Name] {
			return
		}
		state := "42704"
		if c.Catalog.Version < 17 {
			state = "42601"
		}
		c.errorf("variable-type", certainly, of.Span, state, "", fmt.Sprintf("variable %q does not exist", of.Name))
		return
	}
	last := path[len(path)-1]
	name := ast.Name{Name: last.Name, Span: last.Span}
	state, what := "42P01", fmt.Sprintf("relation %q does not exist", last.Name)
	there := c.relation(path) != nil || c.somewhere(last.Name) && !c.path
	if len(path) > 1 {
		name.Schema = path[len(path)-2].Name
		s := c.DB.Schemas[name.Schema]
		if s == nil {
			state, what = "3F000", fmt.Sprintf("schema %q does not exist", name.Schema)
		}
		there = s != nil && (s.Relations[name.Name] != nil || s.Types[name.Name] != nil)
	}
	if there || c.DB.SystemRelation(name) || c.DB.Elsewhere(name.Schema) || strings.HasPrefix(name.Schema, "pg_") ||
		slices.ContainsFunc(c.Made, func(r *schema.Relation) bool { return r.Name == last.Name }) {
		return
	}
	if of.Name != "" && c.Catalog.Version < 17 {
		state = "42601"
	}
	c.errorf("variable-type", certainly, last.Span, state, diag.DidYouMean(name.String(), c.DB.RelationNames()), what)
}

// declared returns the type of a variable with its modifiers, or nil.
func (c *checker) declared(t *ast.VarType) *schema.TypeRef {
	switch {
	case t.Of == ast.PlainType:
		at := t.Span()
		return c.DB.LookupTypeAt(t.Name, at.File, at.Start)
	case t.Of == ast.ColumnType && len(t.Path) >= 2:
		if v, _ := c.names.lookup(t.Path); v != nil {
			return nil
		}
		if rel := c.relation(t.Path[:len(t.Path)-1]); rel != nil {
			if col := rel.Column(t.Path[len(t.Path)-1].Name); col != nil {
				return col.Type
			}
		}
	}
	return nil
}

// somewhere reports whether any schema has a type of that name.
func (c *checker) somewhere(name string) bool {
	for _, s := range c.DB.Schemas {
		if s.Types[name] != nil || s.Relations[name] != nil {
			return true
		}
	}
	return false
}

// noField reports a field that a record lacks.
func noField(k *types.Checker, v *variable, f ast.Ident, known []string) {
	d := diag.Diagnostic{
		Code: "unknown-column", Severity: diag.Error, Span: f.Span, SQLState: "42703",
		Message: fmt.Sprintf("record %q has no field %q", v.name, f.Name),
		Help:    diag.DidYouMean(f.Name, known),
	}
	if strings.EqualFold(f.Span.String(), f.Name) { // no quotes, nothing escaped
		d.Fixes = diag.Respell(f.Span, f.Name, known, pgname.Quote)
	}
	k.Report.Add(d)
	k.Failed = true
}

// Declarations checks the types of a function's variables, which Postgres looks
// up when the function is made.
func Declarations(w *types.World, f *schema.Function, r *diag.Report) {
	block := f.Decl.Block
	if block == nil {
		return
	}
	c := &checker{World: w, report: r, declarations: true, records: map[*variable]types.Type{}, names: &names{vars: map[string]*variable{}}, loops: map[string]bool{}}
	c.under(f)
	c.names.vars["new"] = &variable{name: "new", record: true}
	c.names.vars["old"] = &variable{name: "old", record: true}
	ast.WalkStmt(block, func(s ast.PLStmt) {
		if s, ok := s.(*ast.ForInteger); ok {
			c.loops[s.Var.Name] = true
		}
	})
	var enter func(s ast.PLStmt)
	inside := func(s ast.PLStmt) {
		for _, list := range ast.Nested(s) {
			for _, s := range list {
				enter(s)
			}
		}
	}
	enter = func(s ast.PLStmt) {
		b, ok := s.(*ast.Block)
		if !ok {
			inside(s)
			return
		}
		outer := c.names
		c.names = &names{outer: outer, label: b.Label.Name, vars: map[string]*variable{}}
		for _, d := range b.Decls {
			v := &variable{name: d.Name.Name, record: true}
			if d.Type != nil {
				v.t, v.record = c.typeOf(d.Type)
				if d.Collate.Name != "" {
					(&types.Checker{World: c.World, Report: c.report}).Collate(d.Collate, v.t, d.Collate.Span)
				}
			}
			c.names.vars[v.name] = v
		}
		inside(b)
		c.names = outer
	}
	enter(block)
}

// makesTables reports whether a body may make tables, or anything else, that
// later statements of it name.
func makesTables(b *ast.Block) bool {
	found := asksForObjects(b)
	ast.WalkStmt(b, func(s ast.PLStmt) {
		switch s := s.(type) {
		case *ast.ExecSQL:
			if slices.Contains([]string{"CREATE", "ALTER", "DROP", "SET"}, firstWord(s.SQL.Span.String())) {
				found = true
			}
		case *ast.Execute:
			found = found || !writesRowsOnly(s.Text)
		}
	})
	return found
}

// asksForObjects reports whether a body looks into the catalogs: then it may use
// a name only where it stands for something.
func asksForObjects(b *ast.Block) bool {
	text := strings.ToLower(b.Span().String())
	return slices.ContainsFunc([]string{"to_reg", "information_schema", "pg_class", "pg_tables", "pg_attribute"}, func(word string) bool {
		return strings.Contains(text, word)
	})
}

// writesRowsOnly reports whether the text of EXECUTE makes and drops nothing. Of
// one that is put together its first word tells.
func writesRowsOnly(text *ast.SQL) bool {
	n := text.Root
	if d := text.Dynamic; d != nil {
		return !slices.ContainsFunc(d.Stmts, func(s ast.DynamicStmt) bool {
			q, ok := s.SQL.Root.(*ast.Query)
			return s.Into || !ok || q.Kind == ast.OtherQuery && firstWord(s.Text) != "NOTIFY"
		})
	}
	several := false
	ast.Walk(n, func(n ast.Node) bool {
		k, ok := n.(*ast.Const)
		several = several || ok && k.Kind == ast.StringConst && strings.Contains(k.Value, ";")
		return true
	})
	words := strings.Fields(leading(n) + "?") // what goes on may be of the same word
	return !several && slices.Contains([]string{"SELECT", "INSERT", "UPDATE", "DELETE", "NOTIFY"}, strings.ToUpper(words[0]))
}

// leading returns the constant that a text begins with: of a || b, of
// format(a, b). It is "" if there is none.
func leading(n ast.Node) string {
	switch n := n.(type) {
	case *ast.Const:
		if n.Kind == ast.StringConst {
			return n.Value
		}
	case *ast.Op:
		if n.Kind == ast.PlainOp && n.Name.Name == "||" && n.Left != nil {
			return leading(n.Left)
		}
	case *ast.Call:
		if n.Func.Name == "format" && len(n.Args) > 0 {
			return leading(n.Args[0])
		}
	}
	return ""
}

// relation returns the relation that a path names, or nil.
func (c *checker) relation(path []ast.Ident) *schema.Relation {
	last := path[len(path)-1]
	name := ast.Name{Name: last.Name, Span: last.Span}
	if len(path) > 1 {
		name.Schema = path[len(path)-2].Name
	}
	return c.DB.RelationAt(name, last.Span.File, last.Span.Start)
}
