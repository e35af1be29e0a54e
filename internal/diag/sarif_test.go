package diag

import (
	"bytes"
	"encoding/json"
	"net/url"
	"strings"
	"testing"

	"github.com/trigc/trigc/internal/source"
)

// sarifObjects are the objects of SARIF 2.1.0 that trigc writes: their
// properties, those with "!" required, each with the object or the kind of
// value it holds. "[]" is an array.
var sarifObjects = map[string]map[string]string{
	"log":             {"$schema": "uri", "version!": "string", "runs!": "[]run"},
	"run":             {"tool!": "tool", "invocations": "[]invocation", "columnKind": "columnKind", "results": "[]result"},
	"tool":            {"driver!": "driver"},
	"driver":          {"name!": "string", "version": "string", "rules": "[]rule"},
	"rule":            {"id!": "string", "shortDescription": "multiText", "help": "multiText", "helpUri": "uri"},
	"multiText":       {"text!": "string", "markdown": "string"},
	"message":         {"text": "string", "markdown": "string"},
	"invocation":      {"executionSuccessful!": "bool", "toolExecutionNotifications": "[]notification"},
	"notification":    {"message!": "message", "level": "level", "associatedRule": "descriptor"},
	"descriptor":      {"id": "string", "index": "number"},
	"result":          {"ruleId": "string", "ruleIndex": "number", "level": "level", "message!": "message", "locations": "[]location", "relatedLocations": "[]location", "partialFingerprints": "strings", "fixes": "[]fix"},
	"location":        {"physicalLocation": "physical", "message": "message"},
	"physical":        {"artifactLocation": "artifact", "region": "region"},
	"artifact":        {"uri": "reference", "uriBaseId": "string"},
	"region":          {"startLine": "position", "startColumn": "position", "endLine": "position", "endColumn": "position"},
	"fix":             {"description": "message", "artifactChanges!": "[]change"},
	"change":          {"artifactLocation!": "artifact", "replacements!": "[]replacement"},
	"replacement":     {"deletedRegion!": "region", "insertedContent": "artifactContent"},
	"artifactContent": {"text": "string"},
}

func checkSARIF(t *testing.T, at, kind string, v any) {
	t.Helper()
	bad := func() { t.Errorf("%s is no %s: %v", at, kind, v) }
	if elem, ok := strings.CutPrefix(kind, "[]"); ok {
		list, ok := v.([]any)
		if !ok {
			bad()
		}
		for _, e := range list {
			checkSARIF(t, at+"[]", elem, e)
		}
		return
	}
	if props, ok := sarifObjects[kind]; ok {
		m, ok := v.(map[string]any)
		if !ok {
			bad()
			return
		}
		for name, kind := range props {
			name, required := strings.CutSuffix(name, "!")
			if e, ok := m[name]; ok {
				checkSARIF(t, at+"."+name, kind, e)
			} else if required {
				t.Errorf("%s has no %s", at, name)
			}
		}
		for name := range m {
			if props[name] == "" && props[name+"!"] == "" {
				t.Errorf("%s has a property %s, which the standard does not know", at, name)
			}
		}
		return
	}
	s, isString := v.(string)
	n, isNumber := v.(float64)
	switch kind {
	case "string":
		if !isString {
			bad()
		}
	case "bool":
		if _, ok := v.(bool); !ok {
			bad()
		}
	case "number", "position":
		if !isNumber || n < 0 || kind == "position" && n < 1 {
			bad()
		}
	case "level":
		if s != "error" && s != "warning" && s != "note" {
			bad()
		}
	case "columnKind":
		if s != "utf16CodeUnits" {
			bad()
		}
	case "strings":
		for _, e := range v.(map[string]any) {
			checkSARIF(t, at, "string", e)
		}
	case "uri", "reference":
		u, err := url.Parse(s)
		if err != nil || !isString || kind == "uri" && !u.IsAbs() {
			bad()
		}
	default:
		t.Fatalf("no kind %q", kind)
	}
}

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
	var v any
	if err := json.Unmarshal(b.Bytes(), &v); err != nil {
		t.Fatal(err)
	}
	checkSARIF(t, "log", "log", v)
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
