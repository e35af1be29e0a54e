package parser

import (
	"fmt"
	"regexp"
	"strings"

	pg "github.com/pganalyze/pg_query_go/v5"
	"google.golang.org/protobuf/reflect/protoreflect"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/pgname"
	"github.com/trigc/trigc/internal/source"
)

// stmt converts a statement and appends what comes of it: nothing if it says
// nothing about what package ast models, several for CREATE SCHEMA with
// elements.
func (c *converter) stmt(raw *pg.RawStmt, out []ast.Stmt) []ast.Stmt {
	r := run{c.at(raw.StmtLocation), len(c.toks)}
	if raw.StmtLen > 0 {
		r.j = firstAt(c.toks, c.off(int(raw.StmtLocation+raw.StmtLen)))
	}
	for r.i < r.j && c.kind(r.i) == pg.Token_ASCII_59 {
		r.i++
	}
	for r.i < r.j && c.kind(r.j-1) == pg.Token_ASCII_59 {
		r.j--
	}
	return c.ddl(raw.Stmt, r, out)
}

// ddl converts the statement n, whose tokens are r.
func (c *converter) ddl(n *pg.Node, r run, out []ast.Stmt) []ast.Stmt {
	at := ast.At{Span: c.span(r)}
	w := &words{c: c, i: r.i, end: r.j}
	switch n := n.GetNode().(type) {
	case *pg.Node_CreateStmt:
		return append(out, c.createTable(at, r, n.CreateStmt, ast.Table))
	case *pg.Node_CreateForeignTableStmt:
		return append(out, c.createTable(at, r, n.CreateForeignTableStmt.BaseStmt, ast.ForeignTable))
	case *pg.Node_CreateTableAsStmt:
		return append(out, c.createTableAs(at, n.CreateTableAsStmt))
	case *pg.Node_SelectStmt:
		if into := intoClause(n.SelectStmt); into != nil {
			return append(out, c.selectInto(at, n.SelectStmt, into))
		}
		if p := c.setConfig(at, n.SelectStmt); p != nil {
			return append(out, p)
		}
		if d := c.calls(at, n.SelectStmt); d != nil {
			return append(out, d)
		}
	case *pg.Node_CallStmt:
		f := n.CallStmt.Funccall
		return append(out, &ast.Do{At: at, Calls: []ast.Name{c.name(f.GetFuncname(), c.nameAt(c.at(f.GetLocation())))}})
	case *pg.Node_ViewStmt:
		return append(out, c.createView(at, n.ViewStmt))
	case *pg.Node_CreateSeqStmt:
		s := n.CreateSeqStmt
		return append(out, &ast.Create{
			At: at, Kind: ast.Sequence, Name: c.relName(s.Sequence), IfNotExists: s.IfNotExists, Temp: isTemp(s.Sequence),
		})
	case *pg.Node_IndexStmt:
		return append(out, c.createIndex(at, w, n.IndexStmt))
	case *pg.Node_AlterTableStmt:
		return append(out, c.alterTable(at, r, n.AlterTableStmt))
	case *pg.Node_AlterDomainStmt:
		return append(out, c.alterDomain(at, r, w, n.AlterDomainStmt))
	case *pg.Node_CreateSchemaStmt:
		return c.createSchema(at, r, n.CreateSchemaStmt, out)
	case *pg.Node_CreateEnumStmt:
		t := &ast.CreateType{At: at, Kind: ast.Enum, Name: c.name(n.CreateEnumStmt.TypeName, w.nameBehind("TYPE"))}
		labels := c.split(w.paren())
		for i, v := range stringsOf(n.CreateEnumStmt.Vals) {
			t.Labels = append(t.Labels, ast.Ident{Name: v, Span: c.span(labels[min(i, len(labels)-1)])})
		}
		return append(out, t)
	case *pg.Node_CompositeTypeStmt:
		t := &ast.CreateType{At: at, Kind: ast.Composite, Name: c.relName(n.CompositeTypeStmt.Typevar)}
		w.nameBehind("TYPE")
		w.accept("AS")
		fields := c.split(w.paren())
		for i, f := range n.CompositeTypeStmt.Coldeflist {
			t.Fields = append(t.Fields, c.columnDef(f.GetColumnDef(), fields[min(i, len(fields)-1)]))
		}
		return append(out, t)
	case *pg.Node_CreateRangeStmt:
		t := &ast.CreateType{At: at, Kind: ast.Range, Name: c.name(n.CreateRangeStmt.TypeName, w.nameBehind("TYPE"))}
		for _, p := range n.CreateRangeStmt.Params {
			if d := p.GetDefElem(); d.GetDefname() == "subtype" {
				if tn := d.Arg.GetTypeName(); tn != nil {
					base, _ := c.typeName(tn)
					t.Base = &base
				}
			}
		}
		return append(out, t)
	case *pg.Node_CreateDomainStmt:
		return append(out, c.createDomain(at, r, w, n.CreateDomainStmt))
	case *pg.Node_DefineStmt:
		if s := c.define(at, w, n.DefineStmt); s != nil {
			return append(out, s)
		}
	case *pg.Node_CreateCastStmt:
		k := n.CreateCastStmt
		s := &ast.CreateOperator{At: at, Kind: "cast", Context: 'e'}
		switch k.Context {
		case pg.CoercionContext_COERCION_IMPLICIT:
			s.Context = 'i'
		case pg.CoercionContext_COERCION_ASSIGNMENT:
			s.Context = 'a'
		}
		for _, t := range []*pg.TypeName{k.Sourcetype, k.Targettype} {
			arg, _ := c.typeName(t)
			s.Args = append(s.Args, arg)
		}
		return append(out, s)
	case *pg.Node_AlterEnumStmt:
		return append(out, c.alterEnum(at, w, n.AlterEnumStmt))
	case *pg.Node_CreateFunctionStmt:
		return append(out, c.createFunction(at, w, n.CreateFunctionStmt))
	case *pg.Node_AlterFunctionStmt:
		return append(out, c.alterFunction(at, w, n.AlterFunctionStmt))
	case *pg.Node_DoStmt:
		return append(out, c.do(at, r, n.DoStmt))
	case *pg.Node_ImportForeignSchemaStmt:
		return append(out, &ast.Do{At: at})
	case *pg.Node_CreateTrigStmt:
		return append(out, c.createTrigger(at, w, n.CreateTrigStmt))
	case *pg.Node_DropStmt:
		return c.drop(at, r, w, n.DropStmt, out)
	case *pg.Node_DropRoleStmt:
		d := &ast.Drop{At: at, Kind: ast.OtherObject, IfExists: n.DropRoleStmt.MissingOk}
		for _, role := range n.DropRoleStmt.Roles {
			spec := role.GetRoleSpec()
			d.Names = append(d.Names, ast.Name{Name: spec.GetRolename(), Span: c.span(c.one(spec.GetLocation()))})
		}
		return append(out, d)
	case *pg.Node_RenameStmt:
		if s := c.rename(at, w, n.RenameStmt); s != nil {
			return append(out, s)
		}
	case *pg.Node_AlterObjectSchemaStmt:
		if s := c.setSchema(at, w, n.AlterObjectSchemaStmt); s != nil {
			return append(out, s)
		}
	case *pg.Node_VariableSetStmt:
		if s := setPath(at, n.VariableSetStmt); s != nil {
			return append(out, s)
		}
	case *pg.Node_DiscardStmt:
		if n.DiscardStmt.Target == pg.DiscardMode_DISCARD_ALL {
			return append(out, &ast.SetPath{At: at})
		}
	case *pg.Node_TransactionStmt:
		if s := transaction(at, n.TransactionStmt.Kind); s != nil {
			return append(out, s)
		}
	case *pg.Node_CreateExtensionStmt:
		e := &ast.CreateExtension{At: at, Name: n.CreateExtensionStmt.Extname}
		for _, o := range n.CreateExtensionStmt.Options {
			if d := o.GetDefElem(); d.GetDefname() == "schema" {
				e.Schema = d.Arg.GetString_().GetSval()
			}
		}
		return append(out, e)
	case *pg.Node_CreatePlangStmt:
		return append(out, &ast.CreateLanguage{At: at, Name: n.CreatePlangStmt.Plname})
	case *pg.Node_CreateRoleStmt:
		return append(out, &ast.CreateRole{At: at, Name: n.CreateRoleStmt.Role})
	case *pg.Node_InsertStmt:
		events := []ast.Event{ast.Insert}
		if n.InsertStmt.OnConflictClause.GetAction() == pg.OnConflictAction_ONCONFLICT_UPDATE {
			events = append(events, ast.Update)
		}
		return append(out, &ast.Write{At: at, Table: c.relName(n.InsertStmt.Relation), Events: events})
	case *pg.Node_UpdateStmt:
		return append(out, &ast.Write{At: at, Table: c.relName(n.UpdateStmt.Relation), Events: []ast.Event{ast.Update}})
	case *pg.Node_DeleteStmt:
		return append(out, &ast.Write{At: at, Table: c.relName(n.DeleteStmt.Relation), Events: []ast.Event{ast.Delete}})
	case *pg.Node_CopyStmt:
		if n.CopyStmt.IsFrom {
			return append(out, &ast.Write{At: at, Table: c.relName(n.CopyStmt.Relation), Events: []ast.Event{ast.Insert}})
		}
	case *pg.Node_ConstraintsSetStmt:
		if !n.ConstraintsSetStmt.Deferred {
			return append(out, &ast.SetConstraints{At: at})
		}
	case *pg.Node_RuleStmt:
		return append(out, &ast.CreateRule{At: at, Table: c.relName(n.RuleStmt.Relation)})
	case *pg.Node_CommentStmt:
		if s := c.comment(at, w, n.CommentStmt); s != nil {
			return append(out, s)
		}
	}
	return out
}

// words walks over the tokens of a statement to find the places of what the
// tree gives without one.
type words struct {
	c      *converter
	i, end int
}

// accept goes over the words if they are next.
func (w *words) accept(list ...string) bool {
	for k, word := range list {
		if w.i+k >= w.end || !w.c.is(w.i+k, word) {
			return false
		}
	}
	w.i += len(list)
	return true
}

// seek goes behind the next of the words that is not in brackets; if there is
// none it stays.
func (w *words) seek(list ...string) bool {
	for k := w.i; k < w.end; k++ {
		if m := w.c.match[k]; m > k && m < w.end {
			k = m
			continue
		}
		if w.c.is(k, list...) && !w.c.is(k-1, ".") {
			w.i = k + 1
			return true
		}
	}
	return false
}

// one goes over one token.
func (w *words) one() run {
	if w.i >= w.end {
		return run{}
	}
	w.i++
	return run{w.i - 1, w.i}
}

// name goes over a qualified name.
func (w *words) name() run {
	if w.i >= w.end {
		return run{}
	}
	r := w.c.nameAt(w.i)
	w.i = r.j
	return r
}

// nameBehind goes over the qualified name behind a word and IF [NOT] EXISTS.
func (w *words) nameBehind(word string) run {
	if !w.seek(word) {
		return run{}
	}
	w.accept("CONCURRENTLY")
	if !w.accept("IF", "NOT", "EXISTS") {
		w.accept("IF", "EXISTS")
	}
	return w.name()
}

// paren goes over the next parentheses that are not in others and returns
// what is in them.
func (w *words) paren() run {
	for ; w.i < w.end; w.i++ {
		if w.c.is(w.i, "(") {
			end := w.c.closing(w.i)
			if end == w.i {
				return run{}
			}
			r := run{w.i + 1, end - 1}
			w.i = end
			return r
		}
	}
	return run{}
}

// relName returns the name of a relation with its place.
func (c *converter) relName(v *pg.RangeVar) ast.Name {
	if v == nil {
		return ast.Name{}
	}
	return ast.Name{Schema: v.Schemaname, Name: v.Relname, Span: c.span(c.nameAt(c.at(v.Location)))}
}

func isTemp(v *pg.RangeVar) bool { return v.GetRelpersistence() == "t" }

// createSchema converts CREATE SCHEMA; what is made in it gets the schema.
func (c *converter) createSchema(at ast.At, r run, n *pg.CreateSchemaStmt, out []ast.Stmt) []ast.Stmt {
	name := n.Schemaname
	if name == "" {
		name = n.Authrole.GetRolename()
	}
	starts := []int{}
	for k := r.i + 1; k < r.j; k++ {
		if m := c.match[k]; m > k {
			k = m
			continue
		}
		if (c.kind(k) == pg.Token_CREATE || c.kind(k) == pg.Token_GRANT) && !c.is(k-1, "AS", ".") {
			starts = append(starts, k)
		}
	}
	if len(starts) > 0 {
		at.Span = c.span(run{r.i, starts[0]})
	}
	out = append(out, &ast.CreateSchema{At: at, Name: name})
	starts = append(starts, r.j)
	for i, el := range n.SchemaElts {
		if i+1 >= len(starts) {
			break
		}
		from := len(out)
		out = c.ddl(el, run{starts[i], starts[i+1]}, out)
		for _, s := range out[from:] {
			switch s := s.(type) {
			case *ast.Create:
				if s.Kind == ast.Index {
					s.IndexOn.Schema = or(s.IndexOn.Schema, name)
				} else {
					s.Name.Schema = or(s.Name.Schema, name)
				}
			case *ast.CreateTrigger:
				s.Header.On.Schema = or(s.Header.On.Schema, name)
			}
		}
	}
	return out
}

func or(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

func (c *converter) createDomain(at ast.At, r run, w *words, n *pg.CreateDomainStmt) *ast.CreateType {
	t := &ast.CreateType{At: at, Kind: ast.Domain, Name: c.name(n.Domainname, w.nameBehind("DOMAIN"))}
	if n.TypeName != nil {
		base, _ := c.typeName(n.TypeName)
		t.Base = &base
	}
	for i, k := range n.Constraints {
		con := k.GetConstraint()
		switch con.GetContype() {
		case pg.ConstrType_CONSTR_NOTNULL:
			t.NotNull = true
		case pg.ConstrType_CONSTR_CHECK:
			t.Checks = append(t.Checks, c.constraint(con, c.constraintRun(n.Constraints, i, r.j)).Check)
		}
	}
	return t
}

// alterDomain gives an AlterTable with the domain's name.
func (c *converter) alterDomain(at ast.At, r run, w *words, n *pg.AlterDomainStmt) *ast.AlterTable {
	s := &ast.AlterTable{At: at, Name: c.name(n.TypeName, w.nameBehind("DOMAIN"))}
	a := ast.Action{Span: c.span(run{w.i, r.j}), Name: n.Name, Missing: n.MissingOk, Cascade: n.Behavior == pg.DropBehavior_DROP_CASCADE}
	switch n.Subtype {
	case "T":
		a.Kind = ast.ColumnDefault
		a.Default = c.exprBehind(n.Def, run{w.i, r.j}, "DEFAULT")
	case "N":
		a.Kind = ast.DropNotNull
	case "O":
		a.Kind = ast.SetNotNull
	case "C":
		a.Kind = ast.AddConstraint
		if con := n.Def.GetConstraint(); con != nil {
			a.Constraint = c.constraint(con, run{c.at(con.Location), r.j})
		}
	case "X":
		a.Kind = ast.DropConstraint
	default:
		return s // VALIDATE CONSTRAINT
	}
	s.Actions = []ast.Action{a}
	return s
}

// define converts CREATE TYPE of a shell or C type, OPERATOR, AGGREGATE,
// COLLATION and TEXT SEARCH CONFIGURATION.
func (c *converter) define(at ast.At, w *words, n *pg.DefineStmt) ast.Stmt {
	switch n.Kind {
	case pg.ObjectType_OBJECT_TYPE:
		return &ast.CreateType{At: at, Kind: ast.BaseType, Name: c.name(n.Defnames, w.nameBehind("TYPE"))}
	case pg.ObjectType_OBJECT_OPERATOR:
		s := &ast.CreateOperator{At: at, Kind: "operator", Name: c.name(n.Defnames, w.nameBehind("OPERATOR")), Args: make([]ast.TypeName, 2)}
		for _, o := range n.Definition {
			d := o.GetDefElem()
			tn := d.GetArg().GetTypeName()
			if tn == nil {
				continue
			}
			switch d.Defname {
			case "leftarg":
				s.Args[0], _ = c.typeName(tn)
			case "rightarg":
				s.Args[1], _ = c.typeName(tn)
			case "function", "procedure":
				s.Func = c.name(tn.Names, run{})
			}
		}
		return s
	case pg.ObjectType_OBJECT_AGGREGATE:
		s := &ast.CreateOperator{At: at, Kind: "aggregate", Name: c.name(n.Defnames, w.nameBehind("AGGREGATE"))}
		if len(n.Args) > 0 {
			for _, p := range n.Args[0].GetList().GetItems() {
				s.Args = append(s.Args, c.parameter(p.GetFunctionParameter()).Type)
			}
		}
		for _, o := range n.Definition {
			d := o.GetDefElem()
			tn := d.GetArg().GetTypeName()
			if tn == nil {
				continue
			}
			switch d.Defname {
			case "basetype": // the old form
				arg, _ := c.typeName(tn)
				s.Args = append(s.Args, arg)
			case "stype":
				s.State, _ = c.typeName(tn)
			case "finalfunc":
				s.Func = c.name(tn.Names, run{})
			}
		}
		return s
	case pg.ObjectType_OBJECT_COLLATION:
		return &ast.CreateOperator{At: at, Kind: "collation", Name: c.name(n.Defnames, w.nameBehind("COLLATION"))}
	case pg.ObjectType_OBJECT_TSCONFIGURATION:
		return &ast.CreateOperator{At: at, Kind: "configuration", Name: c.name(n.Defnames, w.nameBehind("CONFIGURATION"))}
	}
	return nil
}

func (c *converter) alterEnum(at ast.At, w *words, n *pg.AlterEnumStmt) *ast.AlterEnum {
	s := &ast.AlterEnum{At: at, Name: c.name(n.TypeName, w.nameBehind("TYPE")), IfNotExists: n.SkipIfNewValExists}
	if n.OldVal != "" {
		s.Label, s.NewLabel = n.OldVal, n.NewVal
		return s
	}
	s.Label = n.NewVal
	if n.NewValIsAfter {
		s.After = n.NewValNeighbor
	} else {
		s.Before = n.NewValNeighbor
	}
	return s
}

// objectKind tells what kind package ast knows an object as; zero if none.
func objectKind(t pg.ObjectType) ast.ObjectKind {
	switch t {
	case pg.ObjectType_OBJECT_TABLE, pg.ObjectType_OBJECT_VIEW, pg.ObjectType_OBJECT_MATVIEW,
		pg.ObjectType_OBJECT_SEQUENCE, pg.ObjectType_OBJECT_INDEX, pg.ObjectType_OBJECT_FOREIGN_TABLE:
		return ast.RelationObject
	case pg.ObjectType_OBJECT_COLUMN:
		return ast.ColumnObject
	case pg.ObjectType_OBJECT_TABCONSTRAINT:
		return ast.ConstraintObject
	case pg.ObjectType_OBJECT_TYPE, pg.ObjectType_OBJECT_DOMAIN:
		return ast.TypeObject
	case pg.ObjectType_OBJECT_ATTRIBUTE:
		return ast.AttributeObject
	case pg.ObjectType_OBJECT_FUNCTION, pg.ObjectType_OBJECT_PROCEDURE, pg.ObjectType_OBJECT_ROUTINE:
		return ast.FunctionObject
	case pg.ObjectType_OBJECT_TRIGGER:
		return ast.TriggerObject
	case pg.ObjectType_OBJECT_SCHEMA:
		return ast.SchemaObject
	case pg.ObjectType_OBJECT_EXTENSION:
		return ast.ExtensionObject
	case pg.ObjectType_OBJECT_TSCONFIGURATION:
		return ast.ConfigurationObject
	}
	return 0
}

// object returns the name in any of the forms in which the tree names one,
// and of a function its argument types.
func (c *converter) object(n *pg.Node, r run) (name ast.Name, args []ast.TypeName, noArgs bool) {
	switch n := n.GetNode().(type) {
	case *pg.Node_String_:
		return ast.Name{Name: n.String_.Sval, Span: c.span(r)}, nil, false
	case *pg.Node_List:
		return c.name(n.List.Items, r), nil, false
	case *pg.Node_TypeName:
		return c.name(n.TypeName.Names, r), nil, false
	case *pg.Node_ObjectWithArgs:
		for _, a := range n.ObjectWithArgs.Objargs {
			t, _ := c.typeName(a.GetTypeName())
			args = append(args, t)
		}
		return c.name(n.ObjectWithArgs.Objname, r), args, n.ObjectWithArgs.ArgsUnspecified
	}
	return ast.Name{Span: c.span(r)}, nil, false
}

// drop converts DROP. Functions are dropped by one statement each: each has
// arguments of its own.
func (c *converter) drop(at ast.At, r run, w *words, n *pg.DropStmt, out []ast.Stmt) []ast.Stmt {
	kind := objectKind(n.RemoveType)
	if kind == 0 {
		kind = ast.OtherObject
	}
	d := ast.Drop{At: at, Kind: kind, IfExists: n.MissingOk, Cascade: n.Behavior == pg.DropBehavior_DROP_CASCADE}
	w.accept("DROP")
	w.one()
	w.accept("TABLE") // FOREIGN TABLE
	w.accept("VIEW")  // MATERIALIZED VIEW
	w.accept("SEARCH", "CONFIGURATION")
	w.accept("CONCURRENTLY")
	w.accept("IF", "EXISTS")
	parts := c.split(run{w.i, r.j})
	for i, o := range n.Objects {
		at := c.nameAt(parts[min(i, len(parts)-1)].i)
		switch n.RemoveType {
		case pg.ObjectType_OBJECT_TRIGGER, pg.ObjectType_OBJECT_RULE, pg.ObjectType_OBJECT_POLICY:
			items := o.GetList().GetItems()
			if len(items) < 2 {
				continue
			}
			w.seek("ON")
			d.Names = append(d.Names, c.name(items[:len(items)-1], w.name()))
			d.Trigger = items[len(items)-1].GetString_().GetSval()
			continue
		}
		name, args, noArgs := c.object(o, at)
		if kind == ast.FunctionObject {
			one := d
			one.Names, one.ArgTypes, one.NoArgs = []ast.Name{name}, [][]ast.TypeName{args}, noArgs
			out = append(out, &one)
			continue
		}
		d.Names = append(d.Names, name)
	}
	if kind == ast.FunctionObject {
		return out
	}
	return append(out, &d)
}

func (c *converter) rename(at ast.At, w *words, n *pg.RenameStmt) ast.Stmt {
	kind := objectKind(n.RenameType)
	if kind == 0 || kind == ast.ExtensionObject {
		return nil
	}
	s := &ast.Rename{At: at, Kind: kind, NewName: n.Newname, Sub: n.Subname, IfExists: n.MissingOk}
	start := *w
	switch kind {
	case ast.SchemaObject:
		s.Sub = ""
		s.Name = ast.Name{Name: n.Subname, Span: c.span(w.nameBehind("SCHEMA"))}
		return s
	case ast.TypeObject, ast.FunctionObject:
		s.Name, s.ArgTypes, s.NoArgs = c.object(n.Object, w.nameBehind(c.text(start.i+1)))
		return s
	case ast.ConfigurationObject:
		s.Name, _, _ = c.object(n.Object, w.nameBehind("CONFIGURATION"))
		return s
	}
	s.Name = c.relName(n.Relation)
	switch kind {
	case ast.TriggerObject:
		w.accept("ALTER", "TRIGGER")
		s.SubSpan = c.span(w.one())
	case ast.ColumnObject, ast.AttributeObject, ast.ConstraintObject:
		w.i = c.nameAt(c.at(n.Relation.GetLocation())).j
		w.seek("RENAME")
		if c.is(w.i+1, "TO") { // RENAME name TO
			s.SubSpan = c.span(w.one())
		} else {
			w.one()
			s.SubSpan = c.span(w.one())
		}
	}
	return s
}

func (c *converter) setSchema(at ast.At, w *words, n *pg.AlterObjectSchemaStmt) ast.Stmt {
	kind := objectKind(n.ObjectType)
	if kind == 0 {
		return nil
	}
	s := &ast.SetSchema{At: at, Kind: kind, Schema: n.Newschema, IfExists: n.MissingOk}
	if n.Relation != nil {
		s.Name = c.relName(n.Relation)
		return s
	}
	word := c.text(w.i + 1)
	if kind == ast.ConfigurationObject {
		word = "CONFIGURATION"
	}
	s.Name, s.ArgTypes, s.NoArgs = c.object(n.Object, w.nameBehind(word))
	return s
}

// setPath converts SET and RESET of search_path.
func setPath(at ast.At, n *pg.VariableSetStmt) ast.Stmt {
	s := &ast.SetPath{At: at, Local: n.IsLocal}
	switch n.Kind {
	case pg.VariableSetKind_VAR_RESET_ALL:
		return s
	case pg.VariableSetKind_VAR_SET_DEFAULT, pg.VariableSetKind_VAR_RESET:
		if n.Name == "search_path" {
			return s
		}
	case pg.VariableSetKind_VAR_SET_VALUE:
		if n.Name != "search_path" {
			return nil
		}
		s.Path = []string{}
		for _, a := range n.Args {
			if v := a.GetAConst().GetSval(); v != nil && v.Sval != "" {
				s.Path = append(s.Path, v.Sval)
			}
		}
		return s
	}
	return nil
}

// setConfig converts SELECT set_config('search_path', …), as pg_dump writes
// it; nil if the query is another one.
func (c *converter) setConfig(at ast.At, n *pg.SelectStmt) ast.Stmt {
	for _, t := range n.TargetList {
		f := t.GetResTarget().GetVal().GetFuncCall()
		if f == nil || len(f.Args) != 3 {
			continue
		}
		name := c.name(f.Funcname, run{})
		if name.Name != "set_config" || name.Schema != "" && name.Schema != "pg_catalog" {
			continue
		}
		setting, value := f.Args[0].GetAConst().GetSval(), f.Args[1].GetAConst().GetSval()
		if setting == nil || !strings.EqualFold(setting.Sval, "search_path") || value == nil {
			continue
		}
		return &ast.SetPath{At: at, Path: splitPath(value.Sval), Local: f.Args[2].GetAConst().GetBoolval().GetBoolval()}
	}
	return nil
}

// splitPath reads a list of names as the server reads the setting's value
// (SplitIdentifierString).
func splitPath(value string) []string {
	path := []string{}
	for value = strings.TrimSpace(value); value != ""; {
		var name string
		if strings.HasPrefix(value, `"`) {
			end := 1
			for end < len(value) && (value[end] != '"' || end+1 < len(value) && value[end+1] == '"') {
				if value[end] == '"' {
					end++
				}
				end++
			}
			name = strings.ReplaceAll(value[1:min(end, len(value))], `""`, `"`)
			value = value[min(end+1, len(value)):]
			_, value, _ = strings.Cut(value, ",")
		} else {
			name, value, _ = strings.Cut(value, ",")
			name = identValue(strings.TrimSpace(name))
		}
		if name != "" {
			path = append(path, name)
		}
		value = strings.TrimSpace(value)
	}
	return path
}

func transaction(at ast.At, kind pg.TransactionStmtKind) ast.Stmt {
	switch kind {
	case pg.TransactionStmtKind_TRANS_STMT_BEGIN, pg.TransactionStmtKind_TRANS_STMT_START:
		return &ast.Transaction{At: at}
	case pg.TransactionStmtKind_TRANS_STMT_COMMIT, pg.TransactionStmtKind_TRANS_STMT_PREPARE:
		return &ast.Transaction{At: at, Ends: true}
	case pg.TransactionStmtKind_TRANS_STMT_ROLLBACK:
		return &ast.Transaction{At: at, Ends: true, Rollback: true}
	}
	return nil
}

// makesTriggers finds, in the text of a block, SQL that makes or changes
// triggers, also in strings that it puts together.
var makesTriggers = regexp.MustCompile(
	`(?is)\bcreate\b[^;]*?\btrigger\b|\b(drop|alter)\s+trigger\b|\b(enable|disable)\s+((always|replica)\s+)?trigger\b`)

func (c *converter) do(at ast.At, r run, n *pg.DoStmt) *ast.Do {
	d := &ast.Do{At: at}
	for _, a := range n.Args {
		switch e := a.GetDefElem(); e.GetDefname() {
		case "language":
			d.Language = strings.ToLower(e.Arg.GetString_().GetSval())
		case "as":
			text := e.Arg.GetString_().GetSval()
			d.Body = &ast.Text{Value: text, Span: c.span(c.one(e.Location))}
			c.block(d, c.at(e.Location))
			d.MakesTriggers = makesTriggers.MatchString(d.Rest)
		}
	}
	return d
}

// calls converts a query that runs functions: what they do is not in the DDL.
// Those of pg_catalog, as pg_dump calls them, say nothing.
func (c *converter) calls(at ast.At, n *pg.SelectStmt) ast.Stmt {
	d := &ast.Do{At: at}
	eachCall(n.ProtoReflect(), func(f *pg.FuncCall) {
		if name := c.name(f.Funcname, c.nameAt(c.at(f.Location))); name.Schema != "pg_catalog" {
			d.Calls = append(d.Calls, name)
		}
	})
	if len(d.Calls) == 0 {
		return nil
	}
	return d
}

// eachCall calls f for the functions that a statement calls, also in FROM and in
// the arguments of others.
func eachCall(m protoreflect.Message, f func(*pg.FuncCall)) {
	if call, ok := m.Interface().(*pg.FuncCall); ok {
		f(call)
	}
	fields := m.Descriptor().Fields()
	for i := range fields.Len() {
		switch d := fields.Get(i); {
		case d.Kind() != protoreflect.MessageKind || !m.Has(d):
		case d.IsList():
			list := m.Get(d).List()
			for k := range list.Len() {
				eachCall(list.Get(k).Message(), f)
			}
		default:
			eachCall(m.Get(d).Message(), f)
		}
	}
}

// comment converts COMMENT ON TRIGGER, FUNCTION and PROCEDURE.
func (c *converter) comment(at ast.At, w *words, n *pg.CommentStmt) ast.Stmt {
	s := &ast.Comment{At: at, Kind: objectKind(n.Objtype), Text: n.Comment}
	switch s.Kind {
	case ast.TriggerObject:
		items := n.Object.GetList().GetItems()
		if len(items) < 2 {
			return nil
		}
		w.accept("COMMENT", "ON")
		w.seek("ON")
		s.Name = c.name(items[:len(items)-1], w.name())
		s.Sub = items[len(items)-1].GetString_().GetSval()
	case ast.FunctionObject:
		w.accept("COMMENT", "ON")
		w.one()
		s.Name, _, _ = c.object(n.Object, w.name())
	default:
		return nil
	}
	return s
}

// truncated warns of a name that the parser has cut. Only the names of
// triggers and their functions are told of: a user meets them again in
// settings, comments and migrations.
func (c *converter) truncated(what string, name source.Span) {
	if c.report == nil || name.IsZero() {
		return
	}
	text := name.String()
	if i := strings.LastIndexByte(text, '.'); i >= 0 && !strings.HasSuffix(text, `"`) {
		text = text[i+1:]
	}
	if written := identValue(text); len(written) > pgname.MaxLen {
		c.report.Add(diag.Diagnostic{
			Code: "name-truncated", Severity: diag.Warning, Span: name,
			Message: fmt.Sprintf("name of %s %q is %d bytes long; Postgres cuts names at %d bytes", what, written, len(written), pgname.MaxLen),
		})
	}
}
