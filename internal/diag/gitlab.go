package diag

import (
	"encoding/json"
	"io"
)

type (
	gitlabIssue struct {
		Description string         `json:"description"`
		CheckName   Code           `json:"check_name"`
		Fingerprint string         `json:"fingerprint"`
		Severity    string         `json:"severity"`
		Location    gitlabLocation `json:"location"`
	}
	gitlabLocation struct {
		Path  string      `json:"path"`
		Lines gitlabLines `json:"lines"`
	}
	gitlabLines struct {
		Begin int `json:"begin"`
		End   int `json:"end"`
	}
)

// GitLab writes the diagnostics as a report of GitLab's Code Quality: an array
// of issues. A finding that is nowhere has the path "." and line 1, since an
// issue must have a place.
func GitLab(w io.Writer, list []Diagnostic) error {
	severity := map[Severity]string{Error: "major", Warning: "minor", Note: "info"}
	prints := fingerprints{}
	issues := make([]gitlabIssue, 0, len(list))
	for _, d := range list {
		i := gitlabIssue{
			Description: d.Message, CheckName: d.Code, Fingerprint: prints.of(d), Severity: severity[d.Severity],
			Location: gitlabLocation{".", gitlabLines{1, 1}},
		}
		if d.Help != "" {
			i.Description += " (" + d.Help + ")"
		}
		if !d.Span.IsZero() {
			start, end := d.Span.Pos(), d.Span.Position(max(d.Span.Start, d.Span.End-1))
			i.Location = gitlabLocation{d.Span.Path(), gitlabLines{start.Line, end.Line}}
		}
		issues = append(issues, i)
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return enc.Encode(issues)
}
