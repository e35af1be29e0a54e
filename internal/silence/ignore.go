package silence

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/source"
)

// An ignore is a comment that silences findings:
//
//	-- trigc:ignore RULE[, RULE]: reason
//	-- trigc:ignore-file RULE[, RULE]: reason
//
// The first is for the line that it stands on, or, on a line of its own, for
// the line below: of a directive for all its lines. Several can stand above
// each other. The second stands above all SQL and is for the whole file.
type ignore struct {
	span        source.Span // from "trigc:" to the end
	file        bool
	rules       []*ignoredRule
	bad         []diag.Diagnostic
	line        int
	alone       bool // on its line
	first, last int  // lines it is for
	doubt       bool // there is an error in them, behind which there may be more
}

type ignoredRule struct {
	code diag.Code
	span source.Span
	used bool
}

// ignoreHead matches the start of the comment's text.
var ignoreHead = regexp.MustCompile(`^(?i:trigc)[ \t]*:[ \t]*(?i:ignore)(?:[-_]((?i:file)))?(?:[ \t:]|$)`)

// ignoreWord matches one rule of the list.
var ignoreWord = regexp.MustCompile(`^[A-Za-z0-9_-]+$`)

// parseIgnore reads the text of a comment, which starts at an offset; nil if
// it is another comment.
func parseIgnore(f *source.File, start, end int) *ignore {
	text := f.SQL()[start:end]
	m := ignoreHead.FindStringSubmatchIndex(text)
	if m == nil {
		return nil
	}
	text = strings.TrimRight(text, " \t\r")
	i := &ignore{span: f.At(start, start+len(text)), file: m[2] >= 0}
	word := "ignore"
	if i.file {
		word = "ignore-file"
	}
	form := "write -- trigc:" + word + " RULE: reason"
	bad := func(span source.Span, help, message string) {
		i.bad = append(i.bad, diag.Diagnostic{
			Code: "bad-ignore", Severity: diag.Warning, Span: span, Message: message, Help: help,
		})
	}
	from := min(m[1], len(text))
	list, reason, colon := strings.Cut(text[from:], ":")
	if m[1] > 0 && m[1] <= len(text) && text[m[1]-1] == ':' { // trigc:ignore: …
		bad(i.span, form, "this comment does not say which rule it ignores")
		return i
	}
	for _, part := range strings.Split(list, ",") {
		at := start + from
		from += len(part) + 1
		name := strings.TrimSpace(part)
		at += strings.Index(part, name)
		switch {
		case name == "":
			bad(i.span, form, "this comment does not say which rule it ignores")
			return i
		case !ignoreWord.MatchString(name):
			bad(f.At(at, at+len(name)), form, fmt.Sprintf("%q is not the name of a rule", name))
			return i
		}
		i.rules = append(i.rules, &ignoredRule{code: diag.Code(name), span: f.At(at, at+len(name))})
	}
	if !colon || strings.TrimSpace(reason) == "" {
		bad(i.span, form, "this comment does not say why it ignores the rule")
		i.rules = nil // without a reason it does not count
	}
	return i
}

// Ignores are the comments of schema files that silence findings. The zero
// value is not usable; see [NewIgnores].
type Ignores struct {
	rules []string
	files map[string]*text
	order []*source.File
}

// NewIgnores returns an empty set of comments, which may name the given rules.
func NewIgnores(rules []string) *Ignores {
	return &Ignores{rules: rules, files: map[string]*text{}}
}

// Add reads the comments of files. A file that was added before, by another
// database, is the same one.
func (g *Ignores) Add(files []*source.File) {
	for _, f := range files {
		g.of(f)
	}
}

func (g *Ignores) of(f *source.File) *text {
	t, ok := g.files[f.Path()]
	if !ok {
		// Most files have no such comment.
		if strings.Contains(strings.ToLower(f.SQL()), "ignore") {
			t = read(f)
			t.check(f, g.rules)
		}
		g.files[f.Path()] = t
		g.order = append(g.order, f)
	}
	return t
}

// check reports what is wrong with the comments of a file, and forgets what
// cannot count.
func (t *text) check(f *source.File, known []string) {
	head := headEnd(f.SQL())
	for _, i := range t.ignores {
		if i.file && i.span.Start > head {
			i.bad = append(i.bad, diag.Diagnostic{
				Code: "bad-ignore", Severity: diag.Warning, Span: i.span,
				Message: "a comment for the whole file stands at its top",
				Help:    "move it above the first statement, or write trigc:ignore for a line",
			})
			i.rules = nil
		}
		i.rules = slices.DeleteFunc(i.rules, func(r *ignoredRule) bool {
			if slices.Contains(known, string(r.code)) {
				return false
			}
			help := diag.DidYouMean(string(r.code), known)
			if help == "" {
				help = "trigc explain lists the rules"
			}
			i.bad = append(i.bad, diag.Diagnostic{
				Code: "bad-ignore", Severity: diag.Warning, Span: r.span,
				Message: fmt.Sprintf("there is no rule %q", r.code), Help: help,
				Fixes: diag.Respell(r.span, string(r.code), known, func(s string) string { return s }),
			})
			return true
		})
	}
}

// headEnd returns the offset of the first byte of a text that is neither blank
// nor in a comment.
func headEnd(sql string) int {
	at := 0
	for {
		rest := strings.TrimLeft(strings.TrimPrefix(sql[at:], "\ufeff"), " \t\r\n\f")
		at = len(sql) - len(rest)
		switch {
		case strings.HasPrefix(rest, "--"):
			n := strings.IndexByte(rest, '\n')
			if n < 0 {
				return len(sql)
			}
			at += n
		case strings.HasPrefix(rest, "/*"):
			n := strings.Index(rest, "*/")
			if n < 0 {
				return len(sql)
			}
			at += n + 2
		default:
			return at
		}
	}
}

// Ignored reports whether a comment silences a finding.
func (g *Ignores) Ignored(d diag.Diagnostic) bool {
	if d.Span.IsZero() {
		return false
	}
	t := g.of(d.Span.File)
	if t == nil {
		return false
	}
	line := d.Span.Pos().Line
	found := false
	for _, i := range t.ignores {
		if !i.file && (line < i.first || i.last < line) {
			continue
		}
		i.doubt = i.doubt || d.Severity == diag.Error
		for _, r := range i.rules {
			if r.code == d.Code {
				r.used, found = true, true
			}
		}
	}
	return found
}

// Bad returns what is wrong with the comments.
func (g *Ignores) Bad() []diag.Diagnostic {
	var list []diag.Diagnostic
	for _, f := range g.sorted() {
		for _, i := range g.files[f.Path()].ignores {
			list = append(list, i.bad...)
		}
	}
	return list
}

// Unused returns the comments, by rule, that have silenced nothing, where all
// that they are for was checked.
func (g *Ignores) Unused() []diag.Diagnostic {
	var list []diag.Diagnostic
	for _, f := range g.sorted() {
		for _, i := range g.files[f.Path()].ignores {
			for _, r := range i.rules {
				if r.used || i.doubt {
					continue
				}
				place := "on this line"
				switch {
				case i.file:
					place = "in this file"
				case i.alone && i.last > i.first:
					place = "in the directive below"
				case i.alone:
					place = "on the line below"
				}
				list = append(list, diag.Diagnostic{
					Fixes: i.removal(),
					Code:  "unused-ignore", Severity: diag.Warning, Span: r.span,
					Message: fmt.Sprintf("there is no finding %q %s", r.code, place),
					Help:    "remove it, so that it does not hide one that comes later",
				})
			}
		}
	}
	return list
}

// removal returns the fix that removes a comment of one rule: with its line if
// nothing else stands there.
func (i *ignore) removal() []diag.Fix {
	if len(i.rules) != 1 {
		return nil
	}
	f := i.span.File
	text := f.Text()
	start := strings.LastIndex(text[:i.span.Start], "--")
	end := i.span.End
	if i.alone {
		start = f.LineStart(start)
		if n := strings.IndexByte(text[end:], '\n'); n >= 0 {
			end += n + 1
		}
	} else {
		start = len(strings.TrimRight(text[:start], " \t"))
	}
	return []diag.Fix{{Message: "remove the comment", Edits: []diag.Edit{{Span: f.At(start, end)}}}}
}

// sorted returns the files that have comments, by path.
func (g *Ignores) sorted() []*source.File {
	var list []*source.File
	for _, f := range g.order {
		if g.files[f.Path()] != nil {
			list = append(list, f)
		}
	}
	slices.SortFunc(list, func(a, b *source.File) int { return cmp.Compare(a.Path(), b.Path()) })
	return list
}
