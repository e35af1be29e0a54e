package config

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"

	"github.com/trigc/trigc/internal/diag"
)

// policies reads [[policy]].
func (t table) policies() []Policy {
	var list []Policy
	named := map[string]extent{}
	for _, e := range t.tables("policy") {
		e.name = "policy"
		e.unknown([]string{"name", "tables", "except", "having", "require", "severity", "message"})
		p := Policy{Name: e.str("name"), Severity: e.oneOf("severity", severities()[:3]), Message: e.str("message")}
		head := t.p.spans.key[e.path]
		p.At = t.p.at(head)
		switch first, dup := named[p.Name]; {
		case !e.has("name"):
			t.p.add("missing-key", head, `a policy needs a "name"`, `name = "touched"`)
		case e.m["name"] == "":
			t.p.add("bad-value", e.val("name"), "the name of a policy is empty", "")
		case dup:
			t.p.report.Add(diag.Diagnostic{
				Code: "bad-value", Severity: diag.Error, Span: t.p.at(e.val("name")),
				Message: fmt.Sprintf("two policies are named %q", p.Name),
				Related: []diag.Related{{Span: t.p.at(first), Message: "the other one"}},
			})
		default:
			p.At = t.p.at(e.val("name"))
			named[p.Name] = e.val("name")
		}
		if p.Severity == "" {
			p.Severity = "error"
		}
		p.Tables = e.globs("tables")
		if !e.has("tables") {
			p.Tables = []string{"*"}
		} else if l, ok := e.m["tables"].([]any); ok && len(l) == 0 {
			t.p.add("bad-value", e.val("tables"), `"policy.tables" names no tables`, `tables = ["public.*"]`)
		}
		p.Except = e.globs("except")
		for _, s := range e.strings("having") {
			p.Having = append(p.Having, columnPattern(s.value))
		}
		required := e.strings("require")
		for _, s := range required {
			r, ok := parseRequirement(s.value)
			if !ok {
				t.p.report.Add(diag.Diagnostic{
					Code: "bad-value", Severity: diag.Error, Span: s.at,
					Message: fmt.Sprintf("%q does not say which directive is required", s.value),
					Help:    `write a kind, its columns and events, as "touch (updated_at)" or "protect update or delete"`,
				})
				continue
			}
			r.At = s.at
			p.Require = append(p.Require, r)
		}
		if l, isArray := e.m["require"].([]any); !e.has("require") || isArray && len(l) == 0 {
			t.p.add("missing-key", head, `a policy needs a "require"`, `require = ["touch"]`)
		}
		list = append(list, p)
	}
	return list
}

// Covers reports whether a policy is for a table of a name.
func (p Policy) Covers(schema, table string) bool {
	in := func(list []string) bool {
		return slices.ContainsFunc(list, func(pattern string) bool {
			name := table
			if strings.Contains(pattern, ".") {
				name = schema + "." + table
			}
			ok, _ := doublestar.Match(pattern, name)
			return ok
		})
	}
	return in(p.Tables) && !in(p.Except)
}

// CheckPolicies reports what policies require that is none of the kinds.
func (c Config) CheckPolicies(kinds []string, r *diag.Report) {
	for _, p := range c.Policies {
		for _, q := range p.Require {
			if slices.Contains(kinds, q.Kind) {
				continue
			}
			help := diag.DidYouMean(q.Kind, kinds)
			if help == "" {
				help = "there are " + quoted(kinds)
			}
			r.Add(diag.Diagnostic{
				Code: "bad-value", Severity: diag.Error, Span: q.At,
				Message: fmt.Sprintf("there is no kind %q", q.Kind), Help: help,
			})
		}
	}
}

// globs returns the patterns of a key.
func (t table) globs(key string) []string {
	var list []string
	for _, s := range t.strings(key) {
		if t.p.checkGlob(s.value, extent{s.at.Start, s.at.End}) {
			list = append(list, s.value)
		}
	}
	return list
}

// columnPattern reads a column and its type. A name with blanks is in double
// quotes.
func columnPattern(text string) ColumnPattern {
	text = strings.TrimSpace(text)
	if rest, ok := strings.CutPrefix(text, `"`); ok {
		if name, typ, ok := strings.Cut(rest, `"`); ok {
			return ColumnPattern{name, strings.TrimSpace(typ)}
		}
	}
	name, typ, _ := strings.Cut(text, " ")
	return ColumnPattern{name, strings.TrimSpace(typ)}
}

// requirement matches a kind, its columns in parentheses and its events.
var requirement = regexp.MustCompile(`^([A-Za-z]+)(?:\s*\(([^()]+)\))?((?:\s+[A-Za-z]+(?:\s+(?i:or)\s+[A-Za-z]+)*)?)$`)

func parseRequirement(text string) (Requirement, bool) {
	r := Requirement{Text: text}
	m := requirement.FindStringSubmatch(strings.TrimSpace(text))
	if m == nil {
		return r, false
	}
	r.Kind = strings.ToLower(m[1])
	for _, c := range strings.Split(m[2], ",") {
		switch c = strings.TrimSpace(c); {
		case c != "":
			r.Columns = append(r.Columns, strings.Trim(c, `"`))
		case m[2] != "":
			return r, false
		}
	}
	for i, w := range strings.Fields(m[3]) {
		if i%2 == 1 {
			continue // or
		}
		switch w = strings.ToUpper(w); w {
		case "INSERT", "UPDATE", "DELETE", "TRUNCATE":
			r.Events = append(r.Events, w)
		default:
			return r, false
		}
	}
	return r, true
}
