package schema

import (
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/source"
)

// plainExtensions make functions, types and operators, and no relations but
// those of extensionRelations. Any other extension may make anything.
var plainExtensions = words(`
adminpack amcheck autoinc bloom btree_gin btree_gist citext cube dblink dict_int dict_xsyn earthdistance
file_fdw fuzzystrmatch hstore hstore_plperl hstore_plpython3u http insert_username intagg intarray isn lo
ltree moddatetime mysql_fdw oracle_fdw pageinspect pg_buffercache pg_freespacemap pg_hashids pg_ivm
pg_prewarm pg_repack pg_stat_statements pg_trgm pg_uuidv7 pg_visibility pg_walinspect pgaudit pgcrypto
pgjwt pgroonga pgrowlocks pgstattuple pgtap plperl plperlu plpgsql plpgsql_check plpython3u plv8
postgis postgis_raster postgres_fdw refint rum seg semver sslinfo supautils tablefunc tcn tds_fdw
tsm_system_rows tsm_system_time unaccent unit uuid-ossp vector xml2 zombodb`)

// extensionRelations are relations of extensions that schemas alter or
// reference.
var extensionRelations = map[string]map[string]ast.RelKind{
	"pg_buffercache":     {"pg_buffercache": ast.View},
	"pg_stat_statements": {"pg_stat_statements": ast.View},
	"postgis":            {"spatial_ref_sys": ast.Table, "geometry_columns": ast.View, "geography_columns": ast.View},
}

func (e *replayer) createExtension(s *ast.CreateExtension) {
	if _, ok := e.db.Extensions[s.Name]; ok {
		return
	}
	schema := e.target(ast.Name{Schema: s.Schema}, false)
	if schema.Name == e.db.Home && s.Schema == "" {
		schema = e.schema("public") // a database has it once, whatever its schemas are
	}
	e.db.Extensions[s.Name] = schema.Name
	if !plainExtensions[s.Name] {
		e.db.Opaque = true
	}
	for name, kind := range extensionRelations[s.Name] {
		if schema.Relations[name] == nil {
			schema.Relations[name] = &Relation{Schema: schema.Name, Name: name, Kind: kind, Decl: s.Span, Open: true}
		}
	}
}

// makesObjects finds, in the text of a DO block, what may change the catalog.
var makesObjects = regexp.MustCompile(`(?i)\b(create|alter|drop|execute|import)\b`)

// makesTriggers finds, in the text of a function, that it puts together
// statements about triggers.
var makesTriggers = regexp.MustCompile(`(?is)\bcreate\b[^;]*?\btrigger\b|\b(drop|alter)\s+trigger\b`)

// do replays a statement whose effect trigc cannot follow, or not as a whole: a
// block, a call, or IMPORT FOREIGN SCHEMA. It tells of triggers once for each such statement.
func (e *replayer) do(s *ast.Do) {
	triggers := s.MakesTriggers
	switch {
	case s.Body != nil:
		for _, f := range e.makers {
			triggers = triggers || strings.Contains(s.Rest, f.Name)
		}
		if triggers || makesObjects.MatchString(s.Rest) {
			e.db.Opaque = true
		}
		e.open(s.Rest)
		for _, step := range s.Steps {
			e.step(step)
		}
	case len(s.Calls) > 0:
		for _, name := range s.Calls {
			for _, f := range e.scope().functions(name) {
				if body := f.Decl.Body; body != nil && makesObjects.MatchString(body.Value) {
					e.db.Opaque = true
					e.open(body.Value + s.Span.String())
				}
				triggers = triggers || slices.Contains(e.makers, f)
			}
		}
	default:
		e.db.Opaque = true
	}
	if !triggers {
		return
	}
	at := firstLine(s.Span)
	e.report.Add(diag.Diagnostic{
		Code:     "dynamic-sql",
		Severity: diag.Note,
		Span:     at,
		Message:  "triggers made by dynamic SQL are not followed",
	})
}

// alters finds, in the text of code, SQL that gives a table columns or an enum
// labels.
var alters = regexp.MustCompile(`(?i)\balter\b`)

// names finds the words of a text, in quotes or not.
var names = regexp.MustCompile(`[\pL_][\pL\pN_$]*`)

// open takes every table and enum that code names which alters some to have
// columns and labels that are not in the DDL.
func (e *replayer) open(code string) {
	if !alters.MatchString(code) {
		return
	}
	for _, word := range names.FindAllString(code, -1) {
		for _, name := range []string{word, strings.ToLower(word)} {
			for _, s := range e.db.Schemas {
				if r := s.Relations[name]; r != nil {
					r.Open = true
				}
				if t := s.Types[name]; t != nil {
					t.Open = true
				}
			}
		}
	}
}

// step replays a statement of a block. One that is guarded may find that it is
// done already, which is no mistake; and unless it makes something, whether it
// ran can make a difference.
func (e *replayer) step(s ast.Step) {
	if !s.Guarded {
		e.stmt(s.Stmt)
		return
	}
	switch s.Stmt.(type) {
	case *ast.Drop, *ast.Rename, *ast.AlterTable, *ast.SetSchema:
		e.db.Opaque = true
	}
	report, pending, told := e.report, len(e.pending), maps.Clone(e.told)
	e.report = &diag.Report{}
	e.stmt(s.Stmt)
	e.report, e.pending, e.told = report, e.pending[:pending], told
}

// firstLine cuts a span at its first line end: a block need not be shown whole.
func firstLine(at source.Span) source.Span {
	for i := at.Start; i < at.End; i++ {
		if c := at.Text()[i]; c == '\n' || c == '\r' {
			return at.File.At(at.Start, i)
		}
	}
	return at
}
