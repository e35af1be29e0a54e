package schema

import (
	"regexp"
	"strings"
)

// unnamed matches a call of set_config whose first argument is no literal.
var unnamed = regexp.MustCompile(`(?i)\bset_config\s*\(\s*[^'\s]`)

// MayHave reports whether a custom setting may have a value in a session: a text
// of the schema, in a function too, gives it one, or reads it as one that can be
// missing, or gives one to a setting whose name is not told.
func (db *DB) MayHave(setting string) bool {
	setting = strings.ToLower(setting)
	if known, ok := db.settings.Load(setting); ok {
		return known.(bool)
	}
	parts := strings.Split(setting, ".")
	for i, p := range parts {
		parts[i] = `"?` + regexp.QuoteMeta(p) + `"?`
	}
	literal := `\(\s*'` + regexp.QuoteMeta(setting) + `'\s*,`
	named := regexp.MustCompile(`(?i)\bset\s+((session|local)\s+)?` + strings.Join(parts, `\s*\.\s*`) + `\s*(=|to\b)|` +
		`\bset_config\s*` + literal + `|\bcurrent_setting\s*` + literal + `\s*true\b`)
	found := false
	for f := range db.sessions {
		text := f.SQL()
		found = found || named.MatchString(text) || strings.Contains(strings.ToLower(text), "set_config") && unnamed.MatchString(text)
	}
	db.settings.Store(setting, found)
	return found
}
