package config

import (
	"fmt"
	"maps"
	slashpath "path"
	"slices"

	"github.com/bmatcuk/doublestar/v4"

	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/source"
)

// severities are the values of a rule.
func severities() []string { return []string{"error", "warning", "note", "off"} }

// vet reads [vet].
func (t table) vet() Vet {
	t.unknown([]string{"rules", "exclude", "baseline"})
	v := Vet{Rules: map[string]string{}, Baseline: t.output("baseline")}
	rules := t.table("rules")
	for _, name := range slices.Sorted(maps.Keys(rules.m)) {
		v.named = append(v.named, namedRule{name, t.p.at(t.p.spans.key[rules.path.at(name)])})
		if s := rules.oneOf(name, severities()); s != "" {
			v.Rules[name] = s
		}
	}
	if !t.has("exclude") {
		return v
	}
	for _, e := range t.tables("exclude") {
		e.name = "vet.exclude"
		e.unknown([]string{"path", "rules"})
		x := Exclude{Path: e.str("path")}
		if !e.has("path") {
			t.p.add("missing-key", t.p.spans.key[e.path], `[[vet.exclude]] needs a "path"`, `path = "legacy/**"`)
		} else if x.Path != "" && t.p.checkPath(x.Path, e.val("path")) {
			t.p.checkGlob(x.Path, e.val("path"))
		}
		x.Path = slashpath.Clean(x.Path)
		for _, r := range e.strings("rules") {
			v.named = append(v.named, namedRule{r.value, r.at})
			x.Rules = append(x.Rules, r.value)
		}
		v.Exclude = append(v.Exclude, x)
	}
	return v
}

// Excludes reports whether a rule is off in a file.
func (v Vet) Excludes(rule, file string) bool {
	return slices.ContainsFunc(v.Exclude, func(x Exclude) bool {
		ok, _ := doublestar.Match(x.Path, file)
		return ok && (len(x.Rules) == 0 || slices.Contains(x.Rules, rule))
	})
}

// Check reports the rules that are set but not among the known ones, and those
// that cannot be set: they tell that nothing was looked at.
func (v Vet) Check(known []string, fixed []string, r *diag.Report) {
	for _, n := range v.named {
		switch {
		case !slices.Contains(known, n.name):
			help := diag.DidYouMean(n.name, known)
			if help == "" {
				help = "trigc explain lists the rules"
			}
			r.Add(diag.Diagnostic{
				Code: "unknown-rule", Severity: diag.Error, Span: n.at,
				Message: fmt.Sprintf("there is no rule %q", n.name), Help: help,
			})
		case slices.Contains(fixed, n.name) && v.Rules[n.name] != "error":
			r.Add(diag.Diagnostic{
				Code: "fixed-severity", Severity: diag.Error, Span: n.at,
				Message: fmt.Sprintf("rule %q is always an error", n.name),
				Help:    "a check that looked at nothing must not pass",
			})
		}
	}
}

// checkGlob reports a pattern that matches nothing since it is malformed.
func (p *parser) checkGlob(pattern string, at extent) bool {
	if doublestar.ValidatePattern(pattern) {
		return true
	}
	p.add("bad-value", at, fmt.Sprintf("the pattern %q is malformed", pattern), "brackets and braces come in pairs")
	return false
}

// A placed is a string and where it is.
type placed struct {
	value string
	at    source.Span
}

// strings returns the key's array of strings; none if there is none.
func (t table) strings(key string) []placed {
	v, ok := t.m[key]
	if !ok {
		return nil
	}
	list, ok := v.([]any)
	if !ok {
		help := ""
		if _, isString := v.(string); isString {
			help = "put it in brackets: [" + t.p.at(t.val(key)).String() + "]"
		}
		t.wrongType(key, "an array of strings", help)
		return nil
	}
	var out []placed
	for i, v := range list {
		at := t.p.spans.val[t.path.at(key).index(i)]
		s, ok := v.(string)
		switch {
		case !ok:
			t.p.add("wrong-type", at, fmt.Sprintf("%q is an array of strings, not of %ss", t.label(key), typeName(v)), "")
		case s == "":
			t.p.add("bad-value", at, fmt.Sprintf("a string of %q is empty", t.label(key)), "")
		default:
			out = append(out, placed{s, t.p.at(at)})
		}
	}
	return out
}
