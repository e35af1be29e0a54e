package schema

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/source"
)

// A replayer applies statements to a database. Each file is a session of its
// own: it starts with the default search path and without temporary objects.
//
// The user's DDL ran, or will run, on a real server, and may be a part of the
// whole: what it names but does not make is taken to exist, and a DROP without
// CASCADE takes along what Postgres would have kept it for, since that must
// have been gone. Only triggers are held to Postgres's rules.
type replayer struct {
	db     *DB
	report *diag.Report
	judge  Judge
	major  int // version of Postgres

	session     *session
	only        bool     // the statement says ONLY: it does not reach children
	path        []string // in force
	sessionPath []string // without what SET LOCAL did
	creates     map[string]bool
	told        map[string]bool // what has been reported once
	pending     []pending
	makers      []*Function // those that put together statements about triggers
}

// A Judge holds each CREATE TRIGGER to the rules that need no more than the
// trigger and its table. It is asked when the statement runs, with the database
// as it is then, at the two points at which the server looks at them: the
// answer is whether the statement goes on.
type Judge interface {
	// Trigger looks at all but the function, the name and the columns of UPDATE
	// OF.
	Trigger(db *DB, t *Trigger) bool
	// Columns looks at the rest, once the function is found and the name free.
	Columns(db *DB, t *Trigger) bool
}

// Replay applies the statements of the files in order, as a major version of
// Postgres does, and reports what cannot be. Without a judge, triggers are held
// only to the rules that are about other objects. What the files make without saying in
// which schema is made in home; "" is public.
func Replay(files []*ast.File, postgres int, home string, judge Judge, r *diag.Report) *DB {
	e := &replayer{
		db: &DB{
			Home:       home,
			Schemas:    map[string]*Schema{"public": newSchema("public", source.Span{})},
			Extensions: map[string]string{},
			Languages:  map[string]bool{},
			Roles:      map[string]bool{},
			sessions:   map[*source.File]*session{},
			relOf:      map[ast.Stmt]*Relation{},
			colOf:      map[*ast.ColumnDef]*Column{},
		},
		report:  r,
		judge:   judge,
		major:   postgres,
		creates: map[string]bool{},
		told:    map[string]bool{},
	}
	e.usePathOf(nil)
	for _, f := range files {
		for _, s := range f.Stmts {
			if s, ok := s.(*ast.CreateSchema); ok {
				e.creates[s.Name] = true
			}
		}
	}
	e.db.made = e.creates
	for _, f := range files {
		e.usePathOf(f.Source)
		undone := rolledBack(f.Stmts)
		for i, s := range f.Stmts {
			if !undone[i] {
				e.stmt(s)
			}
		}
	}
	e.db.Path, e.db.temp = e.path, e.session.temp
	e.db.sorted = e.db.Relations()
	e.db.setUpdatable()
	e.reportPending()
	return e.db
}

// usePathOf begins the session of a file.
func (e *replayer) usePathOf(f *source.File) {
	e.session = &session{}
	e.sessionPath = e.db.defaultPath()
	e.usePath(e.sessionPath, 0)
	if f != nil {
		e.db.sessions[f] = e.session
	}
}

// tempSchema returns the session's schema of temporary objects.
func (e *replayer) tempSchema() *Schema {
	if e.session.temp == "" {
		n := 1
		for e.db.Schemas["pg_temp_"+strconv.Itoa(n)] != nil {
			n++
		}
		e.session.temp = "pg_temp_" + strconv.Itoa(n)
	}
	return e.schema(e.session.temp)
}

// rolledBack tells which statements a later ROLLBACK undoes. A transaction
// that does not end is taken to be committed by what runs the file.
func rolledBack(stmts []ast.Stmt) map[int]bool {
	undone := map[int]bool{}
	begin := -1
	for i, s := range stmts {
		t, ok := s.(*ast.Transaction)
		switch {
		case !ok:
		case !t.Ends:
			if begin < 0 && !t.Rollback {
				begin = i
			}
		default:
			if t.Rollback && begin >= 0 {
				for k := begin; k < i; k++ {
					undone[k] = true
				}
			}
			begin = -1
		}
	}
	return undone
}

func (e *replayer) stmt(s ast.Stmt) {
	switch s := s.(type) {
	case *ast.Create:
		e.create(s)
	case *ast.AlterTable:
		e.alterTable(s)
	case *ast.CreateSchema:
		e.createSchema(s)
	case *ast.CreateType:
		e.createType(s)
	case *ast.AlterEnum:
		e.alterEnum(s)
	case *ast.CreateFunction:
		e.createFunction(s)
	case *ast.CreateTrigger:
		e.createTrigger(s)
	case *ast.Drop:
		e.drop(s)
	case *ast.Rename:
		e.rename(s)
	case *ast.SetSchema:
		e.setSchema(s)
	case *ast.AlterFunction:
		e.alterFunction(s)
	case *ast.SetPath:
		e.setPath(s)
	case *ast.Transaction:
		e.endTransaction(s)
	case *ast.CreateExtension:
		e.createExtension(s)
	case *ast.CreateRole:
		e.db.Roles[s.Name] = true
	case *ast.CreateOperator:
		e.createOperator(s)
	case *ast.Do:
		e.do(s)
	case *ast.CreateLanguage:
		e.db.Languages[s.Name] = true
	case *ast.Comment:
		e.comment(s)
	case *ast.Write:
		if r := e.scope().relation(s.Table); r != nil {
			e.session.written = append(e.session.written, written{r, s})
		}
	case *ast.SetConstraints:
		e.session.written = nil
	case *ast.CreateRule:
		if r := e.scope().relation(s.Table); r != nil {
			r.Rules = true
		}
	default:
		panic(fmt.Sprintf("schema: unexpected %T", s))
	}
}

func (e *replayer) createSchema(s *ast.CreateSchema) {
	if old := e.db.Schemas[s.Name]; old != nil {
		if old.Decl.IsZero() && s.Name != "public" {
			old.Decl = s.Span
		}
		return
	}
	e.db.Schemas[s.Name] = newSchema(s.Name, s.Span)
}

func (e *replayer) createOperator(s *ast.CreateOperator) {
	args := make([]*TypeRef, len(s.Args))
	for i, a := range s.Args {
		if a.Name.Name != "" {
			args[i] = e.typeRef(a)
		}
	}
	switch s.Kind {
	case "operator":
		if len(args) == 2 {
			schema := e.target(s.Name, false)
			schema.Operators[s.Name.Name] = append(schema.Operators[s.Name.Name],
				&Operator{schema.Name, s.Name.Name, args[0], args[1], e.resultOf(s.Func, args)})
		}
	case "aggregate":
		schema := e.target(s.Name, false)
		a := &Aggregate{Schema: schema.Name, Name: s.Name.Name, Args: args, Result: unknownType()}
		if s.State.Name.Name != "" {
			a.Result = e.typeRef(s.State)
		}
		if s.Func.Name != "" {
			a.Result = e.resultOf(s.Func, []*TypeRef{a.Result})
		}
		schema.Aggregates[a.Name] = append(schema.Aggregates[a.Name], a)
	case "collation":
		e.target(s.Name, false).Collations[s.Name.Name] = true
	case "configuration":
		e.target(s.Name, false).Configurations[s.Name.Name] = true
	case "cast":
		if len(args) == 2 {
			e.db.Casts = append(e.db.Casts, &Cast{args[0], args[1], s.Context})
		}
	}
}

// resultOf returns what a function yields for these arguments; it is not known
// of those that are not in the DDL.
func (e *replayer) resultOf(name ast.Name, args []*TypeRef) *TypeRef {
	given := slices.DeleteFunc(slices.Clone(args), func(t *TypeRef) bool { return t == nil })
	for _, f := range e.scope().functions(name) {
		if sameArgs(f.Args, given) && f.Returns != nil {
			return f.Returns
		}
	}
	return unknownType()
}

func (e *replayer) drop(s *ast.Drop) {
	for i, name := range s.Names {
		switch s.Kind {
		case ast.RelationObject:
			if r := e.scope().relation(name); r != nil && (s.Cascade || !e.refuseDropRelation(r, name, s)) {
				e.dropRelation(r, s.Cascade)
			}
		case ast.TypeObject:
			if t := e.scope().userType(name); t != nil && (s.Cascade || !e.refuseDropType(t, name)) {
				e.dropType(t, s.Cascade)
			}
		case ast.FunctionObject:
			e.dropFunction(s, i)
		case ast.TriggerObject:
			e.dropTrigger(s, name)
		case ast.SchemaObject:
			e.dropSchema(name.Name, s.Cascade)
		case ast.ExtensionObject:
			delete(e.db.Extensions, name.Name)
		case ast.ConfigurationObject:
			e.moveConfiguration(name, nil, "")
		}
	}
}

// dropSchema drops a schema and, with CASCADE, what is in it. One that is not
// empty stays without.
func (e *replayer) dropSchema(name string, cascade bool) {
	s := e.db.Schemas[name]
	if s == nil || !cascade && len(s.Relations)+len(s.Types)+len(s.Functions)+len(s.Configurations) > 0 {
		return
	}
	for _, r := range s.Relations {
		e.dropRelation(r, true)
	}
	for name, list := range s.Functions {
		for _, f := range list {
			e.removeFunction(s, name, f)
		}
	}
	for _, t := range s.Types {
		e.dropType(t, true)
	}
	delete(e.db.Schemas, name)
}

func (e *replayer) rename(s *ast.Rename) {
	switch s.Kind {
	case ast.RelationObject:
		if r := e.altered(s.Name, s.Span, s.IfExists); r != nil {
			e.renameRelation(r, s.NewName)
		}
	case ast.ColumnObject, ast.AttributeObject:
		if t := e.scope().userType(s.Name); t != nil && e.scope().relation(s.Name) == nil {
			if i := fieldIndex(t, s.Sub); i >= 0 {
				t.Fields[i].Name = s.NewName
			}
		} else if r := e.altered(s.Name, s.Span, s.IfExists); r != nil {
			if c := r.Column(s.Sub); c != nil && r.Column(s.NewName) == nil {
				e.renameColumn(r, c, s.NewName)
			}
		}
	case ast.ConstraintObject:
		if r := e.scope().relation(s.Name); r != nil {
			if c := r.Constraint(s.Sub); c != nil {
				e.renameConstraint(r, c, s.NewName)
			}
		}
	case ast.TypeObject:
		if t := e.scope().userType(s.Name); t != nil {
			e.moveType(t, e.db.Schemas[t.Schema], s.NewName)
		}
	case ast.FunctionObject:
		if f := e.namedFunction(s.Name, s.ArgTypes, s.NoArgs); f != nil && !e.refuseMove(f, e.db.Schemas[f.Schema], s.NewName, s.Name.Span) {
			e.moveFunction(f, e.db.Schemas[f.Schema], s.NewName)
		}
	case ast.TriggerObject:
		e.renameTrigger(s)
	case ast.SchemaObject:
		e.renameSchema(s.Name.Name, s.NewName)
	case ast.ConfigurationObject:
		e.moveConfiguration(s.Name, e.scope().configuration(s.Name), s.NewName)
	}
}

func (e *replayer) setSchema(s *ast.SetSchema) {
	switch s.Kind {
	case ast.RelationObject:
		if r := e.altered(s.Name, s.Span, s.IfExists); r != nil {
			e.moveRelation(r, e.schema(s.Schema))
		}
	case ast.TypeObject:
		if t := e.scope().userType(s.Name); t != nil {
			e.moveType(t, e.schema(s.Schema), t.Name)
		}
	case ast.FunctionObject:
		if f := e.namedFunction(s.Name, s.ArgTypes, s.NoArgs); f != nil && !e.refuseMove(f, e.schema(s.Schema), f.Name, s.Name.Span) {
			e.moveFunction(f, e.schema(s.Schema), f.Name)
		}
	case ast.ExtensionObject:
		if _, ok := e.db.Extensions[s.Name.Name]; ok {
			e.db.Extensions[s.Name.Name] = s.Schema
		}
	case ast.ConfigurationObject:
		e.moveConfiguration(s.Name, e.schema(s.Schema), s.Name.Name)
	}
}

func (e *replayer) moveType(t *Type, to *Schema, name string) {
	if to.Types[name] != nil {
		return
	}
	delete(e.db.Schemas[t.Schema].Types, t.Name)
	t.Schema, t.Name = to.Name, name
	to.Types[name] = t
	t.moved()
}

func (e *replayer) renameSchema(name, to string) {
	s := e.db.Schemas[name]
	if s == nil || e.db.Schemas[to] != nil {
		return
	}
	delete(e.db.Schemas, name)
	s.Name = to
	e.db.Schemas[to] = s
	for _, r := range s.Relations {
		r.Schema = to
		r.movedRowType()
	}
	for _, t := range s.Types {
		t.Schema = to
		t.moved()
	}
	for _, list := range s.Functions {
		for _, f := range list {
			f.Schema = to
		}
	}
}
