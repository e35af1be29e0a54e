package parser

import (
	"regexp"
	"strings"

	pg "github.com/pganalyze/pg_query_go/v5"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/source"
)

// Directives are comments, so what is misspelled or misplaced would be passed
// over in silence. This file finds them, and what was most likely meant to be
// one.

// marker starts a directive's text, in any case.
const marker = "pgtrigger:"

// A comment is the text of one directive: the lines it goes over.
type comment struct {
	token int // index of the first comment token of the file's tokens
	lines []source.Span
}

// findDirectives finds the directives among the comments: a comment whose text
// starts with the marker, and the comment lines directly below that are
// indented by two or more blanks.
func findDirectives(f *source.File, toks []token, g ast.Grammar, r *diag.Report) []comment {
	var list []comment
	sql := f.SQL()
	open := false // the comment line above belongs to a directive
	lastLine := 0
	for i, t := range toks {
		if t.kind != pg.Token_SQL_COMMENT {
			continue
		}
		text := sql[t.start+2 : t.end]
		body := strings.TrimLeft(text, " \t")
		start := t.end - len(body)
		end := t.start + 2 + len(strings.TrimRight(text, " \t\r"))
		line := f.Position(t.start).Line
		below := open && line == lastLine+1 && strings.TrimSpace(sql[f.LineStart(t.start):t.start]) == ""
		switch {
		case len(body) >= len(marker) && strings.EqualFold(body[:len(marker)], marker):
			list = append(list, comment{i, []source.Span{f.At(start, max(start, end))}})
			open = true
		case below && (strings.HasPrefix(text, "  ") || strings.HasPrefix(text, "\t")):
			last := &list[len(list)-1]
			if start < end {
				// Blanks behind the leader are kept: a body has an indentation.
				lead := t.start + 2 + min(len(text)-len(body), 3)
				last.lines = append(last.lines, f.At(lead, end))
			}
		default:
			open = false
			if m := clauseStart.FindString(body); below && m != "" {
				r.Add(diag.Diagnostic{
					Code: "lost-continuation", Severity: diag.Warning, Span: f.At(start, start+len(strings.TrimRight(m, " \t"))),
					Message: "this line reads like a part of the directive above, and is none",
					Help:    `indent it by two or more blanks after "--", or leave a line between`,
				})
			}
			misspelled(f, start, body, g, r)
		}
		lastLine = line
	}
	masked(f, r)
	return list
}

// clauseStart matches how a line begins that was meant to go on a directive.
var clauseStart = regexp.MustCompile(`(?i)^(when\s*\(|do\s*\(|check\s*\(|(message|errcode|hint)\s+e?'|set\s+"?\w+"?\s*=|initial\s+['\w]|` +
	`not\s+(ignorable|deferrable)\b|ignorable\s+by\b|for\s+each\s+(row|statement)\b|referencing\s+(old|new)\b|as\s+\$|` +
	`execute\s+(function|procedure)\b|enable\s+(always|replica)\b|['\w]+\s*->)`)

// misspelled reports a comment that was most likely meant as a directive.
func misspelled(f *source.File, start int, body string, g ast.Grammar, r *diag.Report) {
	n := strings.IndexFunc(body, func(c rune) bool {
		return c != '_' && c != '-' && (c < 'a' || c > 'z') && (c < 'A' || c > 'Z')
	})
	if n < 4 || n > 14 {
		return
	}
	word := strings.ToLower(body[:n])
	rest, colon := strings.CutPrefix(strings.TrimLeft(body[n:], " "), ":")
	kind, _, _ := strings.Cut(strings.TrimLeft(rest, " "), " ")
	severity := diag.Error
	switch isKind := g.Kind(strings.ToLower(kind)) != nil; {
	case colon && isKind && (word == "trigc" || word == "trigger" || word == "triggers"):
	case colon && len(word) >= 7 && word[0] == 'p' && diag.Nearest(word, []string{"pgtrigger"}) != "":
		if !isKind {
			severity = diag.Warning // most likely prose
		}
	case word == "pgtrigger":
		severity = diag.Warning
		if isKind {
			severity = diag.Error
		}
	default:
		return
	}
	var fixes []diag.Fix
	if severity == diag.Error && colon {
		at := f.At(start, start+n+strings.IndexByte(body[n:], ':')+1)
		fixes = []diag.Fix{{Message: `write "` + marker + `"`, Edits: []diag.Edit{{Span: at, Text: marker}}}}
	}
	r.Add(diag.Diagnostic{
		Fixes: fixes,
		Code:  "misspelled-directive", Severity: severity, Span: f.At(start, start+n),
		Message: `comment looks like a directive, but does not start with "` + marker + `"`,
		Help:    `write "-- ` + marker + ` …", or start the comment with another word`,
	})
}

// masked warns of directives in text that is not read: the part of a
// migration that takes it back.
func masked(f *source.File, r *diag.Report) {
	text, sql := f.Text(), f.SQL()
	if text == sql {
		return
	}
	for at := 0; ; at += len(marker) {
		n := strings.Index(text[at:], marker)
		if n < 0 {
			return
		}
		at += n
		lead := strings.TrimSpace(text[f.LineStart(at):at])
		if sql[at:at+len(marker)] != marker && strings.HasSuffix(lead, "--") {
			r.Add(diag.Diagnostic{
				Code: "masked-directive", Severity: diag.Warning, Span: f.At(at, at+len(marker)),
				Message: "this directive stands in a part of the file that is not run, and makes nothing",
				Help:    "put it into the part that goes up",
			})
		}
	}
}
