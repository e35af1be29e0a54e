// Package rules holds the pages of the rules of findings: what each means, and
// an example of it and of how it is right.
//
// A page is a Markdown file with the name of the rule:
//
//	# unknown-column
//
//	Error, SQLSTATE 42703.
//
//	What it means, and why.
//
//	Bad:
//
//	(fenced SQL, which must give the finding)
//
//	Good:
//
//	(fenced SQL, which must give none)
//
// A fence may name the file that it is: ```sql migrations/001_posts.sql.
package rules

import (
	"embed"
	"io/fs"
	"strings"
)

//go:embed *.md
var pages embed.FS

// Page returns the page of a rule, and whether there is one.
func Page(rule string) (string, bool) {
	text, err := fs.ReadFile(pages, rule+".md")
	return string(text), err == nil
}

// Short returns the first sentence of what a page says.
func Short(page string) string {
	parts := strings.SplitN(page, "\n\n", 4)
	if len(parts) < 3 {
		return ""
	}
	text := strings.Join(strings.Fields(parts[2]), " ")
	if first, _, ok := strings.Cut(text, ". "); ok {
		return first + "."
	}
	return text
}
