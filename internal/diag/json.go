package diag

import (
	"encoding/json"
	"io"

	"github.com/trigc/trigc/internal/source"
)

// A Summary tells what a run looked at.
type Summary struct {
	Files    int
	Tables   int
	Triggers int // directives, and hand-written triggers alive at the end of the schema
}

// The shape of the JSON is a promise: fields are added behind the others, never
// renamed or left out, and a list is never null. Lines and columns count from
// 1, columns in bytes; the end is the first byte that is not meant. What is
// nowhere has file "" and line 0.
type (
	jsonReport struct {
		Version  int           `json:"version"`
		Findings []jsonFinding `json:"findings"`
		Summary  jsonSummary   `json:"summary"`
	}

	jsonFinding struct {
		jsonSpan
		Rule     Code          `json:"rule"`
		Severity string        `json:"severity"`
		Message  string        `json:"message"`
		Help     string        `json:"help"`
		SQLState string        `json:"sqlstate"`
		Related  []jsonRelated `json:"related"`
		Fixes    []jsonFix     `json:"fixes"`
	}

	jsonSpan struct {
		File      string `json:"file"`
		Line      int    `json:"line"`
		Column    int    `json:"column"`
		EndLine   int    `json:"end_line"`
		EndColumn int    `json:"end_column"`
	}

	jsonRelated struct {
		File    string `json:"file"`
		Line    int    `json:"line"`
		Column  int    `json:"column"`
		Message string `json:"message"`
	}

	jsonFix struct {
		Message string     `json:"message"`
		Edits   []jsonEdit `json:"edits"`
	}

	jsonEdit struct {
		jsonSpan
		Text string `json:"text"`
	}

	jsonSummary struct {
		Files    int `json:"files"`
		Tables   int `json:"tables"`
		Triggers int `json:"triggers"`
		Errors   int `json:"errors"`
		Warnings int `json:"warnings"`
	}
)

// JSON writes the diagnostics as one line of JSON. The error is of w.
func JSON(w io.Writer, list []Diagnostic, s Summary) error {
	report := jsonReport{
		Version:  1,
		Findings: make([]jsonFinding, 0, len(list)),
		Summary: jsonSummary{
			Files: s.Files, Tables: s.Tables, Triggers: s.Triggers,
			Errors: Count(list, Error), Warnings: Count(list, Warning),
		},
	}
	for _, d := range list {
		report.Findings = append(report.Findings, findingOf(d))
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return enc.Encode(report)
}

func findingOf(d Diagnostic) jsonFinding {
	f := jsonFinding{
		jsonSpan: spanOf(d.Span),
		Rule:     d.Code,
		Severity: d.Severity.String(),
		Message:  d.Message,
		Help:     d.Help,
		SQLState: d.SQLState,
		Related:  make([]jsonRelated, 0, len(d.Related)),
		Fixes:    make([]jsonFix, 0, len(d.Fixes)),
	}
	for _, r := range d.Related {
		s := spanOf(r.Span)
		f.Related = append(f.Related, jsonRelated{s.File, s.Line, s.Column, r.Message})
	}
	for _, fix := range d.Fixes {
		edits := make([]jsonEdit, 0, len(fix.Edits))
		for _, e := range fix.Edits {
			edits = append(edits, jsonEdit{spanOf(e.Span), e.Text})
		}
		f.Fixes = append(f.Fixes, jsonFix{fix.Message, edits})
	}
	return f
}

func spanOf(s source.Span) jsonSpan {
	if s.IsZero() {
		return jsonSpan{}
	}
	start, end := s.Pos(), s.Position(s.End)
	return jsonSpan{s.Path(), start.Line, start.Column, end.Line, end.Column}
}
