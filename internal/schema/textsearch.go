package schema

import (
	"maps"
	"slices"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/source"
)

// builtinConfigurations are the text search configurations of pg_catalog, each
// with the version of Postgres that brought it, 0 if that was 14 or an older
// one:
//
//	SELECT cfgname FROM pg_ts_config WHERE cfgnamespace = 'pg_catalog'::regnamespace
var builtinConfigurations = map[string]int{
	"arabic": 0, "armenian": 0, "basque": 0, "catalan": 0, "danish": 0, "dutch": 0, "english": 0, "estonian": 18,
	"finnish": 0, "french": 0, "german": 0, "greek": 0, "hindi": 0, "hungarian": 0, "indonesian": 0, "irish": 0,
	"italian": 0, "lithuanian": 0, "nepali": 0, "norwegian": 0, "portuguese": 0, "romanian": 0, "russian": 0,
	"serbian": 0, "simple": 0, "spanish": 0, "swedish": 0, "tamil": 0, "turkish": 0, "yiddish": 0,
}

// configuration returns the schema that has the configuration of the user with
// that name, or nil.
func (s scope) configuration(name ast.Name) (found *Schema) {
	s.find(name, false, func(schema *Schema) bool {
		if schema.Configurations[name.Name] {
			found = schema
		}
		return found != nil
	})
	return found
}

// moveConfiguration moves a configuration to a schema and a name; with none,
// it is dropped.
func (e *replayer) moveConfiguration(name ast.Name, to *Schema, as string) {
	s := e.scope().configuration(name)
	if s == nil || to != nil && to.Configurations[as] {
		return
	}
	delete(s.Configurations, name.Name)
	if to != nil {
		to.Configurations[as] = true
	}
}

// ConfigurationAt returns the schema of the text search configuration that, at
// the end of the schema, has that name, looked up as [DB.RelationAt] does; ""
// if there is none.
func (db *DB) ConfigurationAt(name ast.Name, postgres int, file *source.File, offset int) string {
	s := db.at(file, offset)
	since, builtin := builtinConfigurations[name.Name]
	builtin = builtin && postgres >= since
	if name.Schema == "pg_catalog" && builtin {
		return "pg_catalog"
	}
	schemas := []string{name.Schema}
	if name.Schema == "" {
		schemas = s.schemas(false)
	}
	for _, n := range schemas {
		if schema := db.Schemas[n]; n == "pg_catalog" && builtin || schema != nil && schema.Configurations[name.Name] {
			return n
		}
	}
	return ""
}

// ConfigurationNames returns the names of the text search configurations that
// there are in a version of Postgres, of the user's qualified. It is sorted.
func (db *DB) ConfigurationNames(postgres int) []string {
	names := map[string]bool{}
	for n, since := range builtinConfigurations {
		if postgres >= since {
			names[n] = true
		}
	}
	for _, s := range db.Schemas {
		for n := range s.Configurations {
			names[s.Name+"."+n] = true
		}
	}
	return slices.Sorted(maps.Keys(names))
}
