package main

import (
	"fmt"
	"io"
	"slices"

	"github.com/trigc/trigc/internal/compile"
	"github.com/trigc/trigc/internal/config"
	"github.com/trigc/trigc/internal/diag"
)

// formats are the ways to write findings.
var formats = []string{"text", "json", "jsonl", "sarif", "github", "gitlab", "junit"}

// formatFindings writes findings in a format. Those that a forge reads have
// paths from the root of the repository, the others from where the user is.
func (t *trigc) formatFindings(w io.Writer, format string, color bool, list []diag.Diagnostic, all []*compile.Result, files []string) error {
	switch format {
	case "sarif", "github", "gitlab":
		if root, ok := config.Root(t.dir); ok {
			list = diag.Relocate(list, t.relativeTo(root))
		}
	}
	switch format {
	case "text":
		return diag.Text(w, list, diag.TextOptions{Color: color})
	case "json":
		return diag.JSON(w, list, summaryOf(all))
	case "jsonl":
		return diag.JSONLines(w, list)
	case "sarif":
		return diag.SARIF(w, list, ruleTexts(), moduleVersion())
	case "github":
		return diag.GitHub(w, list)
	case "gitlab":
		return diag.GitLab(w, list)
	case "junit":
		return diag.JUnit(w, list, files)
	}
	panic(fmt.Sprintf("trigc: format %q", format))
}

// filesOf returns the files of the schemas as the user sees them, each once.
func (t *trigc) filesOf(dir string, all []*compile.Result) []string {
	var files []string
	for _, r := range all {
		for _, f := range r.Files {
			files = append(files, t.show(absIn(dir, f.Path())))
		}
	}
	slices.Sort(files)
	return slices.Compact(files)
}

// isFile reports whether findings go to a file, by the value of --output.
func isFile(output string) bool { return output != "" && output != "-" }
