package diag

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/trigc/trigc/internal/source"
)

func TestJSON(t *testing.T) {
	f := source.NewFile("schema/posts.sql", "-- é <b> statsu\nCREATE TABLE posts (\n)\n")
	list := []Diagnostic{
		{Code: "no-schema", Severity: Warning, Message: "m"},
		{
			Code: "unknown-column", Severity: Error, Span: spanOfText(t, f, "statsu"),
			Message:  `no column "statsu" in <b>`,
			Help:     `did you mean "status"?`,
			Related:  []Related{{spanOfText(t, f, "posts"), "table declared here"}},
			Fixes:    []Fix{{"write \"status\"", []Edit{{spanOfText(t, f, "statsu"), "status"}, {spanOfText(t, f, "(\n)"), "()"}}}, {"do nothing", nil}},
			SQLState: "42703",
		},
		{Code: "hint", Severity: Note, Message: "n"},
	}
	for _, test := range []struct {
		list    []Diagnostic
		summary Summary
		want    string
	}{
		{nil, Summary{}, `{"version":1,"findings":[],"summary":{"files":0,"tables":0,"triggers":0,"errors":0,"warnings":0}}`},
		{list, Summary{Files: 3, Tables: 12, Triggers: 7}, `{"version":1,
"findings":[
{"file":"","line":0,"column":0,"end_line":0,"end_column":0,
"rule":"no-schema","severity":"warning","message":"m","help":"","sqlstate":"","related":[],"fixes":[]},
{"file":"schema/posts.sql","line":1,"column":11,"end_line":1,"end_column":17,
"rule":"unknown-column","severity":"error","message":"no column \"statsu\" in <b>","help":"did you mean \"status\"?","sqlstate":"42703",
"related":[{"file":"schema/posts.sql","line":2,"column":14,"message":"table declared here"}],
"fixes":[{"message":"write \"status\"","edits":[
{"file":"schema/posts.sql","line":1,"column":11,"end_line":1,"end_column":17,"text":"status"},
{"file":"schema/posts.sql","line":2,"column":20,"end_line":3,"end_column":2,"text":"()"}]},
{"message":"do nothing","edits":[]}]},
{"file":"","line":0,"column":0,"end_line":0,"end_column":0,
"rule":"hint","severity":"note","message":"n","help":"","sqlstate":"","related":[],"fixes":[]}],
"summary":{"files":3,"tables":12,"triggers":7,"errors":1,"warnings":1}}`},
	} {
		var b bytes.Buffer
		if err := JSON(&b, test.list, test.summary); err != nil {
			t.Fatal(err)
		}
		if want := strings.ReplaceAll(test.want, "\n", "") + "\n"; b.String() != want {
			t.Errorf("got  %s\nwant %s", b.String(), want)
		}
		if !json.Valid(b.Bytes()) {
			t.Errorf("not JSON: %s", b.String())
		}
	}
}

func TestRelocate(t *testing.T) {
	f := source.NewFile("a.sql", "abc")
	s := source.Span{File: f, Start: 1, End: 2}
	list := []Diagnostic{
		{Code: "x", Severity: Note},
		{Code: "x", Severity: Note, Span: s, Related: []Related{{Span: s}}, Fixes: []Fix{{Edits: []Edit{{Span: s}}}}},
	}
	got := Relocate(list, func(p string) string { return "../" + p })
	if !got[0].Span.IsZero() {
		t.Errorf("nowhere became %v", got[0].Span.Path())
	}
	for _, span := range []source.Span{got[1].Span, got[1].Related[0].Span, got[1].Fixes[0].Edits[0].Span} {
		if span.Path() != "../a.sql" || span.String() != "b" || span.File != got[1].Span.File {
			t.Errorf("got %s %q", span.Path(), span)
		}
	}
	if list[1].Related[0].Span != s || list[1].Fixes[0].Edits[0].Span != s {
		t.Error("Relocate changed its argument")
	}
}

func TestCheckWording(t *testing.T) {
	good := Diagnostic{Code: "unknown-column", Severity: Error, Message: `table "posts" has no column "Illegal."`}
	with := func(change func(*Diagnostic)) Diagnostic {
		d := good
		change(&d)
		return d
	}
	for _, test := range []struct {
		name string
		d    Diagnostic
		want string // part of the error, "" for none
	}{
		{"plain", good, ""},
		{"keyword first", with(func(d *Diagnostic) { d.Message = "OLD is not there on INSERT" }), ""},
		{"reference first", with(func(d *Diagnostic) { d.Message = "NEW.id is assigned" }), ""},
		{"name first", with(func(d *Diagnostic) { d.Message = "Postgres's limit is 63 bytes" }), ""},
		{"quote first", with(func(d *Diagnostic) { d.Message = `"Posts" is a view` }), ""},
		{"help of two lines", with(func(d *Diagnostic) { d.Help = "write one\nof these" }), ""},
		{"user's text is rude", with(func(d *Diagnostic) { d.Message = `no state "invalid input"` }), ""},
		{"code", with(func(d *Diagnostic) { d.Code = "unknown_column" }), "kebab-case"},
		{"state", with(func(d *Diagnostic) { d.SQLState = "4270" }), "SQLSTATE"},
		{"no message", with(func(d *Diagnostic) { d.Message = "" }), "empty"},
		{"two lines", with(func(d *Diagnostic) { d.Message = "a\nb" }), "more than one line"},
		{"upper case", with(func(d *Diagnostic) { d.Message = "Table is missing" }), "upper case"},
		{"one upper-case letter", with(func(d *Diagnostic) { d.Message = "A table is missing" }), "upper case"},
		{"full stop", with(func(d *Diagnostic) { d.Message = "table is missing." }), "full stop"},
		{"space", with(func(d *Diagnostic) { d.Message = "table is missing " }), "white space"},
		{"illegal", with(func(d *Diagnostic) { d.Message = "name is Illegal here" }), `says "Illegal"`},
		{"invalid input", with(func(d *Diagnostic) { d.Message = "invalid input for a date" }), `says "invalid input"`},
		{"help", with(func(d *Diagnostic) { d.Help = "Write it so" }), "upper case"},
		{"related", with(func(d *Diagnostic) { d.Related = []Related{{Message: "declared here."}} }), "full stop"},
		{"fix", with(func(d *Diagnostic) { d.Fixes = []Fix{{Message: ""}} }), "empty"},
	} {
		err := CheckWording(test.d)
		switch {
		case test.want == "" && err != nil:
			t.Errorf("%s: %v", test.name, err)
		case test.want != "" && (err == nil || !strings.Contains(err.Error(), test.want)):
			t.Errorf("%s: got %v, want %q", test.name, err, test.want)
		}
	}
}
