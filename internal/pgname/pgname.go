// Package pgname is the one door through which names and literals get into
// SQL, and knows what Postgres says of them.
package pgname

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"unicode/utf8"
)

// MaxLen is the length in bytes past which Postgres cuts a name
// (NAMEDATALEN - 1; manual, section 4.1.1).
const MaxLen = 63

// Quote returns name as an identifier that Postgres reads back as name,
// in double quotes only where they are needed.
func Quote(name string) string {
	if isPlain(name) && !reserved[name] {
		return name
	}
	return `"` + strings.ReplaceAll(name, `"`, `""`) + `"`
}

// Qualify returns schema.name, quoted. An empty schema is left out.
func Qualify(schema, name string) string {
	if schema == "" {
		return Quote(name)
	}
	return Quote(schema) + "." + Quote(name)
}

// List returns the names quoted and separated by commas.
func List(names []string) string {
	quoted := make([]string, len(names))
	for i, n := range names {
		quoted[i] = Quote(n)
	}
	return strings.Join(quoted, ", ")
}

// Literal returns text as a string constant that Postgres reads as text
// whatever standard_conforming_strings says.
func Literal(text string) string {
	quoted := "'" + strings.ReplaceAll(text, "'", "''") + "'"
	if strings.Contains(text, `\`) {
		return "E" + strings.ReplaceAll(quoted, `\`, `\\`)
	}
	return quoted
}

// DollarTag returns dollar quotes that do not occur in a body.
func DollarTag(body []byte) string {
	tag := "$trigc"
	for n := 1; bytes.Contains(body, []byte(tag)); n++ {
		tag = "$trigc_" + strings.Repeat("a", n)
	}
	return tag + "$"
}

// Fit returns name if Postgres keeps it whole, else as much of it as fits
// before a hash of the whole, so that different names stay different.
func Fit(name string) string {
	if len(name) <= MaxLen {
		return name
	}
	sum := sha256.Sum256([]byte(name))
	suffix := "_" + hex.EncodeToString(sum[:])[:12]
	cut := MaxLen - len(suffix)
	for !utf8.RuneStart(name[cut]) {
		cut--
	}
	return name[:cut] + suffix
}

// SettingKey returns the name of the setting that switches a trigger off.
// Setting names are case-blind and made of parts of letters, digits, "_" and
// "$" (guc.c, valid_custom_variable_name), so every other byte, upper case
// too, is written as $xx: different triggers have different keys.
func SettingKey(schema, table, trigger string) string {
	return "pgtrigger." + settingPart(schema) + "." + settingPart(table) + "." + settingPart(trigger)
}

func settingPart(name string) string {
	const digits = "0123456789abcdef"
	var b strings.Builder
	for i := 0; i < len(name); i++ {
		c := name[i]
		switch {
		case c == '_' || 'a' <= c && c <= 'z' || i > 0 && '0' <= c && c <= '9':
			b.WriteByte(c)
		default:
			if i == 0 { // a part starts with a letter or "_"
				b.WriteString("_$")
			}
			b.Write([]byte{'$', digits[c>>4], digits[c&15]})
		}
	}
	return b.String()
}

func isPlain(name string) bool {
	for i := 0; i < len(name); i++ {
		c := name[i]
		if c != '_' && (c < 'a' || c > 'z') && (i == 0 || c < '0' || c > '9') {
			return false
		}
	}
	return name != ""
}
