package schema

import (
	"regexp"
	"slices"

	"github.com/trigc/trigc/internal/ast"
)

// builtinCollations are those that Postgres brings, since any version.
var builtinCollations = []string{"default", "C", "POSIX", "ucs_basic", "unicode", "pg_c_utf8", "pg_unicode_fast"}

// locale matches names of collations that initdb takes over from the system, and
// from ICU: "de_DE.utf8", "en-US-x-icu", "C.UTF-8".
var locale = regexp.MustCompile(`^([a-z]{2,3}([_.@-].*)?|C\..*|.*-x-icu|[A-Z][a-z]+_.*)$`)

// MayBeCollation reports whether a name may be that of a collation: one that
// Postgres brings, that a schema has, or that the system may have.
func (db *DB) MayBeCollation(name ast.Name) bool {
	if slices.Contains(builtinCollations, name.Name) || locale.MatchString(name.Name) {
		return true
	}
	for _, s := range db.Schemas {
		if s.Collations[name.Name] {
			return true
		}
	}
	return false
}
