package schema

import (
	"fmt"
	"maps"
	"slices"
	"sort"
	"strings"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/source"
)

// A scope is what unqualified names are looked up by: a search path and the
// session's schema of temporary objects.
type scope struct {
	db   *DB
	path []string
	temp string // "" if there is none
}

// schemas returns the names of the schemas to search, in order. As Postgres
// does, it searches pg_catalog first if the path does not name it, and, for
// relations and types, the temporary schema before that.
func (s scope) schemas(temp bool) []string {
	list := make([]string, 0, len(s.path)+2)
	if temp && s.temp != "" && !slices.Contains(s.path, "pg_temp") {
		list = append(list, s.temp)
	}
	if !slices.Contains(s.path, "pg_catalog") {
		list = append(list, "pg_catalog")
	}
	for _, name := range s.path {
		switch {
		case name == "pg_temp":
			if temp && s.temp != "" {
				list = append(list, s.temp)
			}
		case name != "" && name != "$user":
			list = append(list, name)
		}
	}
	return list
}

// find calls f for each schema that may hold the name until f returns true.
func (s scope) find(name ast.Name, temp bool, f func(*Schema) bool) {
	if name.Schema != "" {
		n := name.Schema
		if n == "pg_temp" {
			n = s.temp
		}
		if schema := s.db.Schemas[n]; schema != nil {
			f(schema)
		}
		return
	}
	for _, n := range s.schemas(temp) {
		if schema := s.db.Schemas[n]; schema != nil && f(schema) {
			return
		}
	}
}

func (s scope) relation(name ast.Name) (r *Relation) {
	s.find(name, true, func(schema *Schema) bool {
		r = schema.Relations[name.Name]
		return r != nil
	})
	return r
}

// userType returns the type with that name that the DDL made, or nil.
func (s scope) userType(name ast.Name) (t *Type) {
	s.find(name, true, func(schema *Schema) bool {
		t = schema.Types[name.Name]
		return t != nil
	})
	return t
}

// functions returns the functions with that name. One that a schema earlier
// in the path has hides those with the same arguments in later ones.
func (s scope) functions(name ast.Name) (list []*Function) {
	s.find(name, false, func(schema *Schema) bool {
		for _, f := range schema.Functions[name.Name] {
			if !slices.ContainsFunc(list, func(g *Function) bool { return sameArgs(f.args, g.args) }) {
				list = append(list, f)
			}
		}
		return false
	})
	return list
}

// A session is the life of one file: the search paths that were in force, and
// its temporary schema.
type session struct {
	paths []pathAt // by offset
	temp  string
	// written are the rows whose deferred triggers may wait for COMMIT.
	written []written
}

// A pathAt is a search path and the offset from which it is in force.
type pathAt struct {
	offset int
	path   []string
}

// defaultPath is search_path as Postgres ships it or, where public stands for
// another schema, with that before it.
func (db *DB) defaultPath() []string {
	if db.Home != "" {
		return []string{db.Home, "public"}
	}
	return []string{"$user", "public"}
}

// Under returns the database as it is seen under a search path, wherever a name
// stands: that of a function with SET search_path. It returns nil if the path
// names a schema that the DDL does not make, or that of the role.
func (db *DB) Under(path []string) *DB {
	for _, name := range path {
		if db.Schemas[name] == nil && name != "pg_catalog" && name != "pg_temp" && name != "information_schema" || name == "$user" || db.Home != "" {
			return nil
		}
	}
	return &DB{
		Home: db.Home, Schemas: db.Schemas, Extensions: db.Extensions, Languages: db.Languages, Roles: db.Roles, Opaque: db.Opaque, Casts: db.Casts,
		Path: path, fixed: append([]string{}, path...), sessions: db.sessions, relOf: db.relOf, colOf: db.colOf, sorted: db.sorted, names: db.names, made: db.made,
	}
}

// end is the scope at the end of the schema.
func (db *DB) end() scope { return scope{db, db.Path, db.temp} }

// at is the scope in force at a place.
func (db *DB) at(file *source.File, offset int) scope {
	if db.fixed != nil {
		return scope{db: db, path: db.fixed}
	}
	s := db.sessions[file]
	if s == nil {
		return scope{db: db, path: db.defaultPath()}
	}
	n := sort.Search(len(s.paths), func(i int) bool { return s.paths[i].offset > offset })
	path := db.defaultPath()
	if n > 0 {
		path = s.paths[n-1].path
	}
	return scope{db, path, s.temp}
}

// Relation returns the relation with that name, looked up by db.Path if it is
// not qualified, or nil. Indexes and sequences are relations too.
func (db *DB) Relation(name ast.Name) *Relation { return db.end().relation(name) }

// RelationAt returns the relation that, at the end of the schema, has that
// name, or nil. A name that is not qualified is looked up by the search path
// in force at offset in file.
func (db *DB) RelationAt(name ast.Name, file *source.File, offset int) *Relation {
	return db.at(file, offset).relation(name)
}

// LookupFunctions returns the functions with that name, looked up by db.Path
// if it is not qualified.
func (db *DB) LookupFunctions(name ast.Name) []*Function { return db.end().functions(name) }

// LookupFunctionsAt returns the functions with that name as [DB.RelationAt]
// looks them up.
func (db *DB) LookupFunctionsAt(name ast.Name, file *source.File, offset int) []*Function {
	return db.at(file, offset).functions(name)
}

// LookupTypeAt returns the type with that name as [DB.RelationAt] looks it up.
// If there is none, the reference is Unknown.
func (db *DB) LookupTypeAt(name ast.TypeName, file *source.File, offset int) *TypeRef {
	return db.at(file, offset).typeRef(name)
}

// PathAt returns the search path in force at offset in file.
func (db *DB) PathAt(file *source.File, offset int) []string { return db.at(file, offset).path }

// SearchedAt returns the schemas in which functions and operators of a name are
// looked up at offset in file, in order.
func (db *DB) SearchedAt(name ast.Name, file *source.File, offset int) []string {
	if name.Schema != "" {
		return []string{name.Schema}
	}
	return db.at(file, offset).schemas(false)
}

// SystemRelation reports whether name is, or as far as the name tells may be, a
// relation of Postgres itself: of pg_catalog or information_schema, or called
// pg_… and not in the DDL.
func (db *DB) SystemRelation(name ast.Name) bool {
	switch name.Schema {
	case "pg_catalog", "information_schema":
		return true
	case "":
		return len(name.Name) > 3 && name.Name[:3] == "pg_" && db.Relation(name) == nil
	}
	return false
}

// platformSchemas are those that a database has from where it runs: of a platform,
// or of a library that makes its own.
var platformSchemas = words(`
auth storage realtime vault extensions graphql graphql_public net cron pgsodium supabase_functions supabase_migrations
hdb_catalog graphile_worker pgboss topology tiger`)

// Elsewhere reports whether a schema is one that a platform brings, and nothing in
// the DDL makes: what it has is not known.
func (db *DB) Elsewhere(schema string) bool { return platformSchemas[schema] && !db.made[schema] }

// RelationNames returns the names of what can have triggers, as a user can
// write them: unqualified where the search path at the end finds them, and
// qualified. It is sorted.
func (db *DB) RelationNames() []string {
	if db.names != nil {
		return db.names
	}
	names := map[string]bool{}
	end := db.end()
	for _, r := range db.Relations() {
		names[r.Schema+"."+r.Name] = true
		if end.relation(ast.Name{Name: r.Name}) == r {
			names[r.Name] = true
		}
	}
	list := slices.Sorted(maps.Keys(names))
	if db.sorted != nil { // the replay is over
		db.names = list
	}
	return list
}

// scope is the scope in force at the statement that is replayed.
func (e *replayer) scope() scope { return scope{e.db, e.path, e.session.temp} }

// target returns the schema in which a new object of that name is made: the
// first of the path that exists. A schema that is named but that no statement
// makes is taken to exist all the same: it may be made elsewhere. Only if the
// files make others is it an error.
func (e *replayer) target(name ast.Name, temp bool) *Schema {
	if temp || name.Schema == "pg_temp" {
		return e.tempSchema()
	}
	if name.Schema != "" {
		e.noSchema(name)
		return e.schema(name.Schema)
	}
	for _, n := range e.path {
		switch {
		case n == "pg_temp":
			return e.tempSchema()
		case n == "" || n == "$user":
		case e.db.Schemas[n] != nil || !e.creates[n]:
			return e.schema(n)
		}
	}
	return e.schema("public")
}

// noSchema reports, once, a schema that is not among those that the files make.
func (e *replayer) noSchema(name ast.Name) {
	n := name.Schema
	if e.db.Schemas[n] != nil || len(e.creates) == 0 || e.creates[n] || e.db.Opaque || e.db.Elsewhere(n) || strings.HasPrefix(n, "pg_") || n == "information_schema" || name.Span.IsZero() {
		return
	}
	e.report.Add(diag.Diagnostic{
		Code: "unknown-schema", Severity: diag.Error, Span: name.Span, SQLState: "3F000", // invalid_schema_name
		Message: fmt.Sprintf("schema %q does not exist", n), Help: diag.DidYouMean(n, slices.Sorted(maps.Keys(e.creates))),
	})
}

// schema returns the schema with that name, made if need be.
func (e *replayer) schema(name string) *Schema {
	s := e.db.Schemas[name]
	if s == nil {
		s = newSchema(name, source.Span{})
		e.db.Schemas[name] = s
	}
	return s
}

func newSchema(name string, decl source.Span) *Schema {
	return &Schema{
		Name:           name,
		Decl:           decl,
		Relations:      map[string]*Relation{},
		Types:          map[string]*Type{},
		Functions:      map[string][]*Function{},
		Operators:      map[string][]*Operator{},
		Aggregates:     map[string][]*Aggregate{},
		Configurations: map[string]bool{},
		Collations:     map[string]bool{},
		constraints:    map[string]int{},
	}
}

// setPath replays SET search_path. A change made with LOCAL lasts until the
// transaction, or the file, ends.
func (e *replayer) setPath(s *ast.SetPath) {
	path := s.Path
	if path == nil {
		path = e.db.defaultPath()
	}
	if !s.Local {
		e.sessionPath = path
	}
	e.usePath(path, s.Span.End)
}

// endTransaction takes back what SET LOCAL did.
func (e *replayer) endTransaction(s *ast.Transaction) {
	e.session.written = nil
	if s.Ends {
		e.usePath(e.sessionPath, s.Span.End)
	}
}

func (e *replayer) usePath(path []string, from int) {
	e.path = path
	e.session.paths = append(e.session.paths, pathAt{from, path})
}
