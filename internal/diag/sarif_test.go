package diag

import (
	"bytes"
	"encoding/json"
	"testing"

	"github.com/trigc/trigc/internal/sariftest"
	"github.com/trigc/trigc/internal/source"
)

func TestSARIF(t *testing.T) {
	f := source.NewFile("a b/ü.sql", "é🙂x\ny\n")
	outside := source.NewFile("../c.sql", "z")
	absolute := source.NewFile("/c.sql", "z")
	colon := source.NewFile("a:b.sql", "z")
	list := []Diagnostic{
		{Code: "nowhere", Severity: Warning, Message: "m"},
		{
			Code: "one", Severity: Error, Span: f.At(6, 9), Message: "m", Help: "h", SQLState: "42703",
			Related: []Related{{Span: outside.At(0, 1), Message: "r"}, {Message: "nowhere"}, {Span: outside.At(0, 1), Message: "r"}},
			Fixes:   []Fix{{Message: "x", Edits: []Edit{{f.At(6, 7), ""}, {f.At(8, 8), "y"}, {colon.At(0, 1), "y"}}}, {Message: "y", Edits: []Edit{{absolute.At(0, 1), "z"}}}},
		},
		{Code: "two", Severity: Note, Span: f.At(0, 0), Message: "m"},
		{Code: "one", Severity: Warning, Span: f.At(6, 9), Message: "m"},
		{Code: "two", Severity: Note, Span: absolute.At(1, 1), Message: "m"},
	}
	rules := []Rule{{"one", "short", "# help", "https://example.com/one.md"}, {"unused", "", "", ""}}
	log := writeSARIF(t, list, rules)
	run := log.Runs[0]
	if got := run.Results[0].Locations[0].PhysicalLocation; got.Region != (sarifRegion{1, 4, 2, 2}) ||
		got.ArtifactLocation != (sarifArtifact{"a%20b/%C3%BC.sql", "%SRCROOT%"}) {
		t.Errorf("place %+v", got)
	}
	if got := run.Results[0].RelatedLocations; len(got) != 1 || got[0].PhysicalLocation.ArtifactLocation != (sarifArtifact{"../c.sql", ""}) {
		t.Errorf("related %+v", got)
	}
	if got := run.Results[0].Fixes; len(got) != 2 || len(got[0].ArtifactChanges) != 2 || len(got[0].ArtifactChanges[0].Replacements) != 2 ||
		got[0].ArtifactChanges[1].ArtifactLocation.URI != "./a:b.sql" || got[1].ArtifactChanges[0].ArtifactLocation.URI != "file:///c.sql" {
		t.Errorf("fixes %+v", got)
	}
	if a, b := run.Results[0].PartialFingerprints["trigc/v1"], run.Results[2].PartialFingerprints["trigc/v1"]; a == b || len(a) != 32 {
		t.Errorf("fingerprints %q and %q of two findings that are alike", a, b)
	}
	if !run.Invocations[0].ExecutionSuccessful || len(run.Invocations[0].Notifications) != 1 {
		t.Errorf("invocation %+v", run.Invocations[0])
	}
	if len(run.Tool.Driver.Rules) != 3 || run.Tool.Driver.Rules[1].Help.Markdown != "# help" {
		t.Errorf("rules %+v", run.Tool.Driver.Rules)
	}

	empty := writeSARIF(t, nil, rules)
	if r := empty.Runs[0]; r.Results == nil || len(r.Tool.Driver.Rules) != 0 || !r.Invocations[0].ExecutionSuccessful {
		t.Errorf("of no findings: %+v", r)
	}
	list[0].Severity = Error
	if writeSARIF(t, list[:1], nil).Runs[0].Invocations[0].ExecutionSuccessful {
		t.Error("a run that did not see the files is a success")
	}
}

// writeSARIF writes a log, holds it to the standard, and reads it back.
func writeSARIF(t *testing.T, list []Diagnostic, rules []Rule) sarifLog {
	t.Helper()
	var b bytes.Buffer
	if err := SARIF(&b, list, rules, "v1.2.3"); err != nil {
		t.Fatal(err)
	}
	if err := sariftest.Validate(b.Bytes()); err != nil {
		t.Errorf("%v\n%s", err, b.String())
	}
	var log sarifLog
	if err := json.Unmarshal(b.Bytes(), &log); err != nil {
		t.Fatal(err)
	}
	for _, run := range log.Runs {
		seen := map[Code]bool{}
		for _, r := range run.Tool.Driver.Rules {
			if seen[r.ID] {
				t.Errorf("two rules %s", r.ID)
			}
			seen[r.ID] = true
		}
		for _, r := range run.Results {
			if r.RuleIndex >= len(run.Tool.Driver.Rules) || run.Tool.Driver.Rules[r.RuleIndex].ID != r.RuleID {
				t.Errorf("rule %d is not %s", r.RuleIndex, r.RuleID)
			}
		}
	}
	return log
}
