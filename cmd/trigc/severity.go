package main

import (
	"fmt"
	"slices"

	"github.com/trigc/trigc/internal/diag"
)

// severityNames are the severities as they are written, worst first.
var severityNames = []string{diag.Error.String(), diag.Warning.String(), diag.Note.String()}

// severityOf returns the severity of that name; zero, which no finding has, of
// another, like never.
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
