package diag

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// CheckWording tells what is wrong with the words of a diagnostic; nil if they
// keep to the rules of this package. It is for tests.
//
// A text starts in lower case, unless with a name or an SQL keyword, and does
// not end in a full stop; a message is one line. What users read when they are
// frustrated is not called illegal or invalid input. What stands in quotes is
// the user's and may say anything.
func CheckWording(d Diagnostic) error {
	if !kebab.MatchString(string(d.Code)) {
		return fmt.Errorf("code %q is not kebab-case", d.Code)
	}
	if d.SQLState != "" && !sqlState.MatchString(d.SQLState) {
		return fmt.Errorf("%s: SQLSTATE %q is not five digits or upper-case letters", d.Code, d.SQLState)
	}
	if strings.Contains(d.Message, "\n") {
		return fmt.Errorf("%s: message has more than one line: %q", d.Code, d.Message)
	}
	texts := []string{d.Message}
	if d.Help != "" {
		texts = append(texts, d.Help)
	}
	for _, r := range d.Related {
		texts = append(texts, r.Message)
	}
	for _, f := range d.Fixes {
		texts = append(texts, f.Message)
	}
	for _, text := range texts {
		if what := badWording(text); what != "" {
			return fmt.Errorf("%s: %s: %q", d.Code, what, text)
		}
	}
	return nil
}

var (
	kebab    = regexp.MustCompile(`^[a-z][a-z0-9]*(-[a-z0-9]+)*$`)
	sqlState = regexp.MustCompile(`^[0-9A-Z]{5}$`)
	quoted   = regexp.MustCompile("\"[^\"]*\"|`[^`]*`")
	rude     = regexp.MustCompile(`(?i)\b(illegal(ly)?|invalid input)\b`)
	// properNames may start a text, though they start in upper case.
	properNames = []string{"Postgres", "PL/pgSQL", "Go", "GitHub", "Mermaid"}
)

// badWording returns what is wrong with a text, or "".
func badWording(text string) string {
	if strings.TrimSpace(text) == "" {
		return "text is empty"
	}
	if text != strings.TrimSpace(text) {
		return "text starts or ends with white space"
	}
	word, _, _ := strings.Cut(text, " ")
	word = strings.TrimSuffix(strings.TrimRight(word, ",:;"), "'s")
	first, _ := utf8.DecodeRuneInString(word)
	// A word without lower case is a keyword of SQL: OLD, WHEN, NEW.id.
	keyword, _, _ := strings.Cut(word, ".")
	if unicode.IsUpper(first) && !slices.Contains(properNames, word) &&
		(utf8.RuneCountInString(keyword) < 2 || strings.ContainsFunc(keyword, unicode.IsLower)) {
		return "text starts in upper case"
	}
	if strings.HasSuffix(text, ".") || strings.HasSuffix(text, "!") {
		return "text ends in a full stop"
	}
	if m := rude.FindString(quoted.ReplaceAllString(text, `""`)); m != "" {
		return fmt.Sprintf("text says %q", m)
	}
	return ""
}
