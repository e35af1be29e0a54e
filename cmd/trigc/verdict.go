package main

import (
	"slices"
	"strings"

	"github.com/trigc/trigc/internal/compile"
	"github.com/trigc/trigc/internal/config"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/silence"
)

// A verdict is a finding and what the user has said of it: in the
// configuration, in a comment, or by a baseline.
type verdict struct {
	diag.Diagnostic               // with the severity that the user wants
	own             diag.Severity // the severity of the rule
	ignored         bool          // by a comment
	silenced        bool          // by anything
}

// shown returns the findings that are not silenced.
func shown(list []verdict) []diag.Diagnostic {
	var out []diag.Diagnostic
	for _, v := range list {
		if !v.silenced {
			out = append(out, v.Diagnostic)
		}
	}
	return out
}

// judge applies the configuration of a database; path makes the path of a
// finding one that is relative to the configuration.
func judge(list []diag.Diagnostic, vet config.Vet, ignores *silence.Ignores, path func(string) string) []verdict {
	out := make([]verdict, 0, len(list))
	for _, d := range list {
		v := verdict{Diagnostic: d, own: d.Severity}
		v.ignored = ignores.Ignored(d)
		switch want := vet.Rules[string(d.Code)]; want {
		case "":
		case "off":
			v.silenced = true
		default:
			v.Severity = severityOf(want)
		}
		excluded := !d.Span.IsZero() && vet.Excludes(string(d.Code), path(d.Span.Path()))
		v.silenced = v.silenced || v.ignored || excluded
		if d.Code == noFiles { // a check that looked at nothing must not pass
			v = verdict{Diagnostic: d, own: d.Severity}
		}
		out = append(out, v)
	}
	return out
}

// judgeIgnores returns what there is to say of the comments themselves. Which
// of them are used is known only if all checks were made, so not while there
// is an error that none of them is for.
func judgeIgnores(judged []verdict, all []*compile.Result, databases []config.Config, ignores *silence.Ignores, path func(string) string) []verdict {
	list := ignores.Bad()
	if !slices.ContainsFunc(judged, func(v verdict) bool {
		return v.own == diag.Error && (!v.ignored || v.Code == "syntax-error")
	}) {
		list = append(list, ignores.Unused()...)
	}
	var out []verdict
	for _, d := range list {
		// A file of several databases obeys the first.
		for i, result := range all {
			if slices.ContainsFunc(result.Files, d.Span.File.SamePath) {
				out = append(out, judge([]diag.Diagnostic{d}, databases[i].Vet, ignores, path)...)
				break
			}
		}
	}
	return out
}

// insist takes back, for generate, what was said of errors in directives: what
// does not compile cannot be made, and leaving it out in silence would install
// a schema without a trigger that it asks for. Errors elsewhere may be
// silenced, unless a directive failed for one of them.
func insist(list []verdict, all []*compile.Result) {
	failed := slices.ContainsFunc(all, func(r *compile.Result) bool { return r.Program != nil && r.Program.Failed > 0 })
	left := false
	var directives silence.Directives
	restore := func(v *verdict) {
		v.silenced, v.Severity = false, diag.Error
	}
	for i := range list {
		v := &list[i]
		if v.own == diag.Error && (v.silenced || v.Severity != diag.Error) && directives.Has(v.Span) {
			restore(v)
		}
		left = left || !v.silenced && v.Severity == diag.Error
	}
	if !failed || left {
		return
	}
	for i := range list {
		if list[i].own == diag.Error {
			restore(&list[i])
		}
	}
}

// sortVerdicts sorts by place, as findings are.
func sortVerdicts(list []verdict) {
	slices.SortStableFunc(list, func(a, b verdict) int {
		if c := a.Span.Compare(b.Span); c != 0 {
			return c
		}
		return strings.Compare(string(a.Code), string(b.Code))
	})
}
