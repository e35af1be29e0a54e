package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/trigc/trigc/docs/rules"
	"github.com/trigc/trigc/internal/compile"
)

// Each rule has a page, and nothing else has. Of its two examples trigc vet
// finds in the bad one what the page is about, and nothing but notes in the good
// one.
//
// A new rule needs docs/rules/<rule>.md; package docs/rules says what is in it.
func TestPages(t *testing.T) {
	known := map[string]bool{}
	for _, rule := range ruleNames() {
		known[rule] = true
		t.Run(rule, func(t *testing.T) {
			t.Parallel()
			page, ok := rules.Page(rule)
			if !ok {
				t.Fatalf("rule %s has no page docs/rules/%s.md; write one as the others are", rule, rule)
			}
			checkPage(t, rule, page)
		})
	}
	files, err := filepath.Glob("../../docs/rules/*.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if rule := strings.TrimSuffix(filepath.Base(f), ".md"); !known[rule] {
			t.Errorf("%s: there is no such rule", f)
		}
	}
}

var (
	pageForm = regexp.MustCompile("(?s)^# ([a-z0-9-]+)\n\n(Error|Warning|Note)(?:, SQLSTATE ([0-9A-Z]{5}))?\\.\n\n(.+?)\n\nBad:\n\n(```.*?```)\n\nGood:\n\n(```.*```)\n$")
	fence    = regexp.MustCompile("(?s)```([a-z]+)(?: (\\S+))?\n(.*?)\n```")
)

func checkPage(t *testing.T, rule, page string) {
	m := pageForm.FindStringSubmatch(page)
	if m == nil {
		t.Fatalf("the page has another form than the others:\n%s", page)
	}
	if m[1] != rule {
		t.Errorf("the page is about %q", m[1])
	}
	if lines := strings.Count(page, "\n"); lines > 60 {
		t.Errorf("the page is %d lines long", lines)
	}
	if strings.TrimSpace(rules.Short(page)) == "" || strings.Contains(rules.Short(page), "```") {
		t.Errorf("the page does not start with a sentence: %q", rules.Short(page))
	}
	severity := strings.ToLower(m[2])
	bad, good := vetExample(t, m[5]), vetExample(t, m[6])
	found := false
	for _, f := range bad {
		found = found || f.Rule == rule && f.Severity == severity && f.SQLState == m[3]
	}
	if !found {
		t.Errorf("the bad example does not give %s[%s] %s but %+v", severity, rule, m[3], bad)
	}
	for _, f := range good {
		if f.Rule == rule || f.Severity != "note" { // notes may be about anything
			t.Errorf("the good example gives %+v", f)
		}
	}
}

type exampleFinding struct{ Rule, Severity, SQLState, Message string }

// vetExample runs trigc vet on the files of an example.
func vetExample(t *testing.T, example string) []exampleFinding {
	t.Helper()
	dir := t.TempDir()
	write := func(name, text string) {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	schema := "schema.sql"
	for _, m := range fence.FindAllStringSubmatch(example, -1) {
		name := m[2]
		if name == "" {
			name = "schema.sql"
		}
		if d, _, ok := strings.Cut(name, "/"); ok {
			schema = d
		}
		write(name, strings.ReplaceAll(m[3], "<E9>", "\xe9")+"\n")
	}
	if _, err := os.Stat(filepath.Join(dir, "pgtrigger.toml")); err != nil {
		write("pgtrigger.toml", "version = 1\nschema = [\""+schema+"\"]\n")
	}
	var out, errs bytes.Buffer
	cmd := &trigc{
		dir: dir, getenv: func(string) string { return "" },
		stdin: strings.NewReader(""), stdout: &out, stderr: &errs, compile: compile.Compile,
	}
	cmd.run([]string{"vet", "--format", "json"})
	var report struct{ Findings []exampleFinding }
	if err := json.Unmarshal(out.Bytes(), &report); err != nil {
		t.Fatalf("%v\n%s%s", err, out.String(), errs.String())
	}
	return report.Findings
}
