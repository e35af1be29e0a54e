package diag

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"strings"
	"testing"

	"github.com/trigc/trigc/internal/source"
)

func TestGitHub(t *testing.T) {
	f := source.NewFile("a,b:c%.sql", "é x\ny\n")
	list := []Diagnostic{
		{Code: "one", Severity: Error, Span: f.At(3, 4), Message: "100% of\r\nx: y", Help: "h"},
		{Code: "two", Severity: Warning, Span: f.At(3, 6), Message: "m"},
		{Code: "three", Severity: Note, Message: "m"},
	}
	want := "::error file=a%2Cb%3Ac%25.sql,line=1,endLine=1,col=3,endColumn=4,title=one::100%25 of%0D%0Ax: y%0Ahelp: h\n" +
		"::warning file=a%2Cb%3Ac%25.sql,line=1,endLine=2,title=two::m\n" +
		"::notice title=three::m\n"
	var b bytes.Buffer
	if err := GitHub(&b, list); err != nil || b.String() != want {
		t.Errorf("%v\n%swant\n%s", err, b.String(), want)
	}

	// What is too much for GitHub is text, with its place.
	list = nil
	for i := range 12 {
		list = append(list, Diagnostic{Code: "one", Severity: Error, Span: f.At(3, 4), Message: fmt.Sprintf("m%d", i)})
	}
	list = append(list, Diagnostic{Code: "two", Severity: Note, Span: f.At(3, 4), Message: "last"})
	b.Reset()
	if err := GitHub(&b, list); err != nil {
		t.Fatal(err)
	}
	out := b.String()
	if strings.Count(out, "::error ") != 10 || !strings.Contains(out, "\na,b:c%.sql:1:4: error[one]: m10\n") || !strings.Contains(out, "\n::notice ") {
		t.Errorf("%s", out)
	}
}

func TestGitLab(t *testing.T) {
	list := func(text string) []Diagnostic {
		f := source.NewFile("a.sql", text)
		at := strings.Index(text, "x")
		return []Diagnostic{
			{Code: "one", Severity: Error, Span: f.At(at, at+3), Message: "m", Help: "h"},
			{Code: "one", Severity: Warning, Span: f.At(at, at+1), Message: "m"},
			{Code: "two", Severity: Note, Message: "n"},
		}
	}
	read := func(list []Diagnostic) []gitlabIssue {
		var b bytes.Buffer
		if err := GitLab(&b, list); err != nil {
			t.Fatal(err)
		}
		var issues []gitlabIssue
		if err := json.Unmarshal(b.Bytes(), &issues); err != nil {
			t.Fatal(err)
		}
		return issues
	}
	a := read(list("x y\nz"))
	want := []gitlabIssue{
		{"m (h)", "one", a[0].Fingerprint, "major", gitlabLocation{"a.sql", gitlabLines{1, 1}}},
		{"m", "one", a[1].Fingerprint, "minor", gitlabLocation{"a.sql", gitlabLines{1, 1}}},
		{"n", "two", a[2].Fingerprint, "info", gitlabLocation{".", gitlabLines{1, 1}}},
	}
	for i := range want {
		if a[i] != want[i] {
			t.Errorf("got %+v, want %+v", a[i], want[i])
		}
	}
	if a[0].Fingerprint == a[1].Fingerprint || a[0].Fingerprint == a[2].Fingerprint {
		t.Error("two findings have one fingerprint")
	}
	// A finding stays the same where its line moves, and only there.
	for i, issue := range read(list("\n\n  x y\nz")) {
		if issue.Fingerprint != a[i].Fingerprint {
			t.Errorf("the fingerprint of %q changes with its line's number", issue.Description)
		}
	}
	if read(list("x yz"))[0].Fingerprint == a[0].Fingerprint {
		t.Error("the fingerprint stays though the line is another")
	}
	if got := read(nil); got == nil || len(got) != 0 {
		t.Errorf("of no findings: %v", got)
	}
}

func TestJUnit(t *testing.T) {
	f := source.NewFile("<a>.sql", "x\n")
	list := []Diagnostic{
		{Code: "one", Severity: Error, Span: f.At(0, 1), Message: "a < b & \x00 \x1b \"c\""},
		{Code: "two", Severity: Note, Message: "n"},
	}
	var b bytes.Buffer
	if err := JUnit(&b, list, []string{"<a>.sql", "b.sql"}); err != nil {
		t.Fatal(err)
	}
	var doc junitSuites
	if err := xml.Unmarshal(b.Bytes(), &doc); err != nil {
		t.Fatalf("%v\n%s", err, b.String())
	}
	if doc.Tests != 3 || doc.Failures != 2 || len(doc.Suites) != 3 {
		t.Errorf("%+v", doc)
	}
	if c := doc.Suites[0].Cases[0]; c.Name != "one at 1:1" || c.File != "<a>.sql" || c.Line != 1 || c.Failure.Type != "error" ||
		c.Failure.Message != "a < b & \ufffd \ufffd \"c\"" {
		t.Errorf("%+v %+v", c, c.Failure)
	}
	if s := doc.Suites[1]; s.Name != "trigc" || s.Failures != 1 {
		t.Errorf("%+v", s)
	}
	if s := doc.Suites[2]; s.Name != "b.sql" || s.Tests != 1 || s.Failures != 0 || s.Cases[0].Failure != nil {
		t.Errorf("%+v", s)
	}
}

func TestJSONLines(t *testing.T) {
	f := source.NewFile("a.sql", "x\n")
	var b bytes.Buffer
	if err := JSONLines(&b, []Diagnostic{{Code: "one", Severity: Error, Span: f.At(0, 1), Message: "<"}, {Code: "two", Severity: Note, Message: "n"}}); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSuffix(b.String(), "\n"), "\n")
	if len(lines) != 2 || !strings.Contains(lines[0], `"message":"<"`) {
		t.Fatalf("%q", lines)
	}
	for _, line := range lines {
		var m map[string]any
		if err := json.Unmarshal([]byte(line), &m); err != nil || m["rule"] == nil || m["related"] == nil {
			t.Errorf("%v: %s", err, line)
		}
	}
}
