package diag

import (
	"encoding/json"
	"fmt"
	"io"
	"net/url"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/trigc/trigc/internal/source"
)

// A Rule is what is told of a rule beside its findings.
type Rule struct {
	Code  Code
	Short string // a sentence
	Help  string // the rule's page, in Markdown
	URI   string // of the page, absolute
}

// The objects of SARIF 2.1.0 that are written; the names are the standard's.
type (
	sarifLog struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct {
		Tool        sarifTool         `json:"tool"`
		Invocations []sarifInvocation `json:"invocations"`
		ColumnKind  string            `json:"columnKind"`
		Results     []sarifResult     `json:"results"`
	}
	sarifTool struct {
		Driver sarifDriver `json:"driver"`
	}
	sarifDriver struct {
		Name    string      `json:"name"`
		Version string      `json:"version,omitempty"`
		Rules   []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID               Code            `json:"id"`
		ShortDescription sarifMessage    `json:"shortDescription"`
		Help             *sarifMultiText `json:"help,omitempty"`
		HelpURI          string          `json:"helpUri,omitempty"`
	}
	sarifMessage struct {
		Text string `json:"text"`
	}
	sarifMultiText struct {
		Text     string `json:"text"`
		Markdown string `json:"markdown"`
	}
	sarifInvocation struct {
		ExecutionSuccessful bool                `json:"executionSuccessful"`
		Notifications       []sarifNotification `json:"toolExecutionNotifications,omitempty"`
	}
	sarifNotification struct {
		Level      string              `json:"level"`
		Message    sarifMessage        `json:"message"`
		Descriptor *sarifRuleReference `json:"associatedRule,omitempty"`
	}
	sarifRuleReference struct {
		ID    Code `json:"id"`
		Index int  `json:"index"`
	}
	sarifResult struct {
		RuleID              Code              `json:"ruleId"`
		RuleIndex           int               `json:"ruleIndex"`
		Level               string            `json:"level"`
		Message             sarifMessage      `json:"message"`
		Locations           []sarifLocation   `json:"locations"`
		RelatedLocations    []sarifLocation   `json:"relatedLocations,omitempty"`
		PartialFingerprints map[string]string `json:"partialFingerprints"`
		Fixes               []sarifFix        `json:"fixes,omitempty"`
	}
	sarifLocation struct {
		PhysicalLocation sarifPhysical `json:"physicalLocation"`
		Message          *sarifMessage `json:"message,omitempty"`
	}
	sarifPhysical struct {
		ArtifactLocation sarifArtifact `json:"artifactLocation"`
		Region           sarifRegion   `json:"region"`
	}
	sarifArtifact struct {
		URI       string `json:"uri"`
		URIBaseID string `json:"uriBaseId,omitempty"`
	}
	sarifRegion struct {
		StartLine   int `json:"startLine"`
		StartColumn int `json:"startColumn"`
		EndLine     int `json:"endLine"`
		EndColumn   int `json:"endColumn"`
	}
	sarifFix struct {
		Description     sarifMessage  `json:"description"`
		ArtifactChanges []sarifChange `json:"artifactChanges"`
	}
	sarifChange struct {
		ArtifactLocation sarifArtifact      `json:"artifactLocation"`
		Replacements     []sarifReplacement `json:"replacements"`
	}
	sarifReplacement struct {
		DeletedRegion   sarifRegion   `json:"deletedRegion"`
		InsertedContent *sarifMessage `json:"insertedContent,omitempty"`
	}
)

// SARIF writes the diagnostics as a log of SARIF 2.1.0, with the rules that
// they are of. Columns count UTF-16 code units there. A finding that is
// nowhere says that the run did not see what it should have: it becomes a
// notification, and the run counts as failed.
func SARIF(w io.Writer, list []Diagnostic, rules []Rule, version string) error {
	run := sarifRun{
		Tool:        sarifTool{sarifDriver{Name: "trigc", Version: version, Rules: []sarifRule{}}},
		Invocations: []sarifInvocation{{ExecutionSuccessful: true}},
		ColumnKind:  "utf16CodeUnits",
		Results:     []sarifResult{},
	}
	known := map[Code]Rule{}
	for _, r := range rules {
		known[r.Code] = r
	}
	index := map[Code]int{}
	ruleOf := func(c Code) int {
		n, ok := index[c]
		if !ok {
			n = len(index)
			index[c] = n
			r := sarifRule{ID: c, ShortDescription: sarifMessage{string(c)}}
			if k, ok := known[c]; ok {
				r.ShortDescription.Text, r.HelpURI = k.Short, k.URI
				r.Help = &sarifMultiText{Text: k.Help, Markdown: k.Help}
			}
			run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, r)
		}
		return n
	}
	prints := fingerprints{}
	for _, d := range list {
		n := ruleOf(d.Code)
		message := d.Message
		if d.Help != "" {
			message += "\n" + d.Help
		}
		if d.Span.IsZero() {
			inv := &run.Invocations[0]
			inv.ExecutionSuccessful = inv.ExecutionSuccessful && d.Severity != Error
			inv.Notifications = append(inv.Notifications, sarifNotification{d.Severity.String(), sarifMessage{message}, &sarifRuleReference{d.Code, n}})
			continue
		}
		r := sarifResult{
			RuleID: d.Code, RuleIndex: n, Level: d.Severity.String(), Message: sarifMessage{message},
			Locations:           []sarifLocation{{PhysicalLocation: sarifPlace(d.Span)}},
			PartialFingerprints: map[string]string{"trigc/v1": prints.of(d)},
		}
		for i, rel := range d.Related {
			if !rel.Span.IsZero() && !slices.Contains(d.Related[:i], rel) { // the standard wants none twice
				r.RelatedLocations = append(r.RelatedLocations, sarifLocation{sarifPlace(rel.Span), &sarifMessage{rel.Message}})
			}
		}
		for _, f := range d.Fixes {
			r.Fixes = append(r.Fixes, sarifFixOf(f))
		}
		run.Results = append(run.Results, r)
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return enc.Encode(sarifLog{
		Schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json", Version: "2.1.0", Runs: []sarifRun{run},
	})
}

func sarifPlace(s source.Span) sarifPhysical {
	return sarifPhysical{sarifFile(s.Path()), sarifRegionOf(s)}
}

// sarifFile returns a path as a URI: one below the root of the repository is
// relative to it, whatever it is on the machine that reads the log.
func sarifFile(name string) sarifArtifact {
	u := url.URL{Path: name}
	switch {
	case path.IsAbs(name):
		u.Scheme = "file"
		return sarifArtifact{URI: u.String()}
	case len(name) > 2 && name[1:3] == ":/": // of Windows
		return sarifArtifact{URI: (&url.URL{Scheme: "file", Path: "/" + name}).String()}
	case strings.HasPrefix(name, "../"):
		return sarifArtifact{URI: u.String()}
	}
	return sarifArtifact{u.String(), "%SRCROOT%"}
}

func sarifRegionOf(s source.Span) sarifRegion {
	start, end := s.Pos(), s.Position(s.End)
	return sarifRegion{start.Line, utf16Column(s, start), end.Line, utf16Column(s, end)}
}

// utf16Column returns the column of a position in UTF-16 code units, from 1.
func utf16Column(s source.Span, p source.Position) int {
	line := s.Line(p.Line)
	n := 1
	for off := 0; off < min(p.Column-1, len(line)); {
		r, size := utf8.DecodeRuneInString(line[off:])
		n++
		if r > 0xffff {
			n++
		}
		off += size
	}
	return n
}

func sarifFixOf(f Fix) sarifFix {
	fix := sarifFix{Description: sarifMessage{f.Message}}
	for _, e := range f.Edits {
		r := sarifReplacement{DeletedRegion: sarifRegionOf(e.Span)}
		if e.Text != "" {
			r.InsertedContent = &sarifMessage{e.Text}
		}
		file := sarifFile(e.Span.Path())
		if n := len(fix.ArtifactChanges); n > 0 && fix.ArtifactChanges[n-1].ArtifactLocation == file {
			fix.ArtifactChanges[n-1].Replacements = append(fix.ArtifactChanges[n-1].Replacements, r)
			continue
		}
		fix.ArtifactChanges = append(fix.ArtifactChanges, sarifChange{file, []sarifReplacement{r}})
	}
	if len(fix.ArtifactChanges) == 0 {
		panic(fmt.Sprintf("diag: fix %q without edits", f.Message))
	}
	return fix
}
