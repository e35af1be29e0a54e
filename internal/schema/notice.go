package schema

import (
	"strings"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/source"
)

// A pending diagnostic is about a name that nothing had when the statement
// ran. What to say of it depends on whether a later statement makes it.
type pending struct {
	diag.Diagnostic
	later func(d *diag.Diagnostic)
}

// reportPending reports what waited for the end of the schema.
func (e *replayer) reportPending() {
	for i := range e.pending {
		p := &e.pending[i]
		p.later(&p.Diagnostic)
		e.report.Add(p.Diagnostic)
	}
}

const orderHelp = "statements run in the order of the files: move it before this one"

// toolTables are the tables in which migration tools keep what has run. They
// make them by themselves, before the first migration.
var toolTables = words(`
__diesel_schema_migrations ar_internal_metadata atlas_schema_revisions flyway_schema_history goose_db_version
gopg_migrations gorp_migrations schema_migrations schema_version`)

// unknownTable reports that a statement is about a relation that does not
// exist. Once for each relation is enough of what is not an error.
func (e *replayer) unknownTable(name ast.Name, severity diag.Severity) {
	if toolTables[name.Name] {
		return
	}
	if key := "table " + name.String(); severity != diag.Error {
		if e.told[key] {
			return
		}
		e.told[key] = true
	}
	sc := e.scope()
	e.pending = append(e.pending, pending{
		Diagnostic: diag.Diagnostic{
			Code:     "unknown-table",
			Severity: severity,
			Span:     name.Span,
			Message:  `table "` + name.String() + `" does not exist`,
			SQLState: e.missing(name, "42P01"),
		},
		later: func(d *diag.Diagnostic) {
			r := sc.relation(name)
			if r == nil {
				d.Help = didYouMean(name, e.db.RelationNames())
				return
			}
			d.Help = orderHelp
			d.Related = append(d.Related, diag.Related{Span: r.Decl, Message: r.Kind.String() + " declared here, too late"})
		},
	})
}

// missing returns the SQLSTATE of a name that nothing has: that of a missing
// schema if it is that.
func (e *replayer) missing(name ast.Name, state string) string {
	if name.Schema != "" && name.Schema != "pg_temp" && name.Schema != "pg_catalog" && e.db.Schemas[name.Schema] == nil {
		return "3F000"
	}
	return state
}

// didYouMean offers what has the same name in another schema, else what has a
// name that is near, with the schema or without.
func didYouMean(name ast.Name, names []string) string {
	for _, n := range names {
		if strings.HasSuffix(n, "."+name.Name) {
			return diag.DidYouMean(n, []string{n})
		}
	}
	if help := diag.DidYouMean(name.String(), names); help != "" {
		return help
	}
	return diag.DidYouMean(name.Name, names)
}

// altered returns the relation that an ALTER or a CREATE INDEX is about. If
// there is none it says so, unless it may exist all the same.
func (e *replayer) altered(name ast.Name, stmt source.Span, ifExists bool) *Relation {
	r := e.scope().relation(name)
	if r == nil && !ifExists && !e.db.Opaque && !e.db.SystemRelation(name) && !e.db.Elsewhere(name.Schema) && isTableStmt(stmt) {
		e.unknownTable(name, diag.Warning)
	}
	return r
}

// isTableStmt reports whether a statement is about a table or view by its own
// words: the tree does not tell ALTER TABLE from ALTER INDEX, and the names of
// indexes and sequences are not all known.
func isTableStmt(stmt source.Span) bool {
	words := strings.Fields(strings.ToLower(stmt.String()))
	if len(words) < 2 || words[0] != "alter" {
		return true
	}
	switch words[1] {
	case "index", "sequence", "type", "domain":
		return false
	}
	return true
}

// duplicateTable reports a second CREATE of a relation.
func (e *replayer) duplicateTable(name ast.Name, old *Relation) {
	key := "duplicate " + old.Schema + "." + old.Name
	if e.db.Opaque || e.told[key] {
		return
	}
	e.told[key] = true
	e.report.Add(diag.Diagnostic{
		Code:     "duplicate-table",
		Severity: diag.Warning,
		Span:     name.Span,
		Message:  old.Kind.String() + ` "` + name.String() + `" already exists`,
		Related:  related(old.Decl, old.Kind.String()+" declared here"),
		SQLState: "42P07",
	})
}

func (e *replayer) duplicateColumn(at source.Span, name string, old *Column) {
	e.report.Add(diag.Diagnostic{
		Code:     "duplicate-column",
		Severity: diag.Error,
		Span:     at,
		Message:  `column "` + name + `" is declared twice`,
		Related:  related(old.Decl, "column declared here"),
		SQLState: "42701",
	})
}

// related returns a place as the list of a diagnostic, empty if it is nowhere.
func related(at source.Span, message string) []diag.Related {
	if at.IsZero() {
		return nil
	}
	return []diag.Related{{Span: at, Message: message}}
}
