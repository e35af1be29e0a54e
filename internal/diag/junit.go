package diag

import (
	"encoding/xml"
	"fmt"
	"io"
)

type (
	junitSuites struct {
		XMLName  xml.Name     `xml:"testsuites"`
		Name     string       `xml:"name,attr"`
		Tests    int          `xml:"tests,attr"`
		Failures int          `xml:"failures,attr"`
		Suites   []junitSuite `xml:"testsuite"`
	}
	junitSuite struct {
		Name     string      `xml:"name,attr"`
		Tests    int         `xml:"tests,attr"`
		Failures int         `xml:"failures,attr"`
		Cases    []junitCase `xml:"testcase"`
	}
	junitCase struct {
		Name      string        `xml:"name,attr"`
		ClassName string        `xml:"classname,attr"`
		File      string        `xml:"file,attr,omitempty"`
		Line      int           `xml:"line,attr,omitempty"`
		Failure   *junitFailure `xml:"failure"`
	}
	junitFailure struct {
		Type    string `xml:"type,attr"`
		Message string `xml:"message,attr"`
		Text    string `xml:",chardata"`
	}
)

// JUnit writes the diagnostics as a test report: a suite for each file, and in
// it a failure for each finding, or one test that passes. The files are those
// that were looked at.
func JUnit(w io.Writer, list []Diagnostic, files []string) error {
	doc := junitSuites{Name: "trigc vet"}
	at := map[string]int{}
	suite := func(path string) *junitSuite {
		n, ok := at[path]
		if !ok {
			n = len(doc.Suites)
			at[path] = n
			name := path
			if name == "" {
				name = "trigc"
			}
			doc.Suites = append(doc.Suites, junitSuite{Name: name})
		}
		return &doc.Suites[n]
	}
	for _, d := range list {
		s := suite(pathOf(d))
		c := junitCase{
			Name: string(d.Code), ClassName: s.Name,
			Failure: &junitFailure{Type: d.Severity.String(), Message: d.Message, Text: longMessage(d)},
		}
		if !d.Span.IsZero() {
			pos := d.Span.Pos()
			c.File, c.Line = d.Span.Path(), pos.Line
			c.Name = fmt.Sprintf("%s at %d:%d", d.Code, pos.Line, pos.Column)
			c.Failure.Text = placeOf(d.Span) + ": " + c.Failure.Text
		}
		s.Cases = append(s.Cases, c)
		s.Tests++
		s.Failures++
	}
	for _, f := range files {
		if s := suite(f); s.Tests == 0 {
			s.Cases = []junitCase{{Name: "no findings", ClassName: f, File: f}}
			s.Tests = 1
		}
	}
	for _, s := range doc.Suites {
		doc.Tests += s.Tests
		doc.Failures += s.Failures
	}
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	enc := xml.NewEncoder(w)
	enc.Indent("", "  ")
	if err := enc.Encode(doc); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}
