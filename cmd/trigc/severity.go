package main

import (
	"fmt"
	"maps"
	"slices"

	"github.com/trigc/trigc/internal/config"
	"github.com/trigc/trigc/internal/diag"
)

// setSeverities returns the findings with the severities of [vet.rules], and
// without those that are off. An error stays one, since nothing can be made of
// the schema: who wants it otherwise is told so.
func setSeverities(list []diag.Diagnostic, vet config.Vet) []diag.Diagnostic {
	if len(vet.Rules) == 0 {
		return list
	}
	var out []diag.Diagnostic
	refused := map[string]bool{}
	for _, d := range list {
		want, ok := vet.Rules[string(d.Code)]
		switch {
		case !ok:
		case d.Severity == diag.Error:
			if want != "error" {
				refused[string(d.Code)] = true
			}
		case want == "off":
			continue
		default:
			d.Severity = severityOf(want)
		}
		out = append(out, d)
	}
	for _, rule := range slices.Sorted(maps.Keys(refused)) {
		out = append(out, diag.Diagnostic{
			Code: "fixed-severity", Severity: diag.Error, Span: vet.Key(rule),
			Message: fmt.Sprintf("rule %q cannot be %q: it is an error", rule, vet.Rules[rule]),
			Help:    "nothing can be generated from a schema that breaks it",
		})
	}
	return out
}

// severityNames are the severities as they are written, worst first.
var severityNames = []string{diag.Error.String(), diag.Warning.String(), diag.Note.String()}

// severityOf returns the severity of that name, or zero.
func severityOf(name string) diag.Severity {
	return diag.Severity(slices.Index(severityNames, name) + 1)
}

// noFiles is the code of a file that is named but not there. It is a finding,
// since it stands in the configuration, but to scripts it is trouble: a check
// that looked at nothing must not pass for one that found something.
const noFiles diag.Code = "no-schema-files"

// exitOf returns the exit code for findings, of which those of a severity or
// worse count.
func exitOf(list []diag.Diagnostic, failOn diag.Severity) int {
	code := exitClean
	for _, d := range list {
		if d.Severity <= failOn { // the worst is the least
			code = exitFound
		}
		if d.Code == noFiles {
			return exitTrouble
		}
	}
	return code
}

// countText returns how many findings there are of each severity: "1 error,
// 2 warnings", or "no findings".
func countText(list []diag.Diagnostic) string {
	text := ""
	for _, s := range []diag.Severity{diag.Error, diag.Warning, diag.Note} {
		if n := diag.Count(list, s); n > 0 {
			if text != "" {
				text += ", "
			}
			text += plural(n, s.String())
		}
	}
	if text == "" {
		return "no findings"
	}
	return text
}

func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
