package silence

import (
	"strings"
	"testing"

	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/source"
)

func TestDirectives(t *testing.T) {
	// The words in brackets stand in a directive, those in braces do not.
	text := `-- {a}
-- PGTRIGGER: [b] 'x
--   [c]
--	[d]
-- {e}
CREATE TABLE {f} (
  {g} int -- pgtrigger: [h]
  --   [i]
  , --   {j}
  k int /* -- pgtrigger: {k} */
  -- pgtrigger: [l]

  --   {m}
);
SELECT '-- pgtrigger: {n}';
CREATE FUNCTION f() AS $$
  -- pgtrigger: [o]
  {p}
$$;
`
	f := source.NewFile("a.sql", text)
	var g Directives
	for at, c := range text {
		if c != '[' && c != '{' {
			continue
		}
		if got := g.Has(f.At(at+1, at+2)); got != (c == '[') {
			t.Errorf("%s: in a directive: %v", text[at:at+3], got)
		}
	}
	if g.Has(source.Span{}) {
		t.Error("what is nowhere stands in a directive")
	}
}

func TestIgnored(t *testing.T) {
	// A finding "x" stands at each @; those at @! are silenced.
	text := `-- trigc:ignore x: one
SELECT @!;
SELECT @;
SELECT @!; -- trigc:ignore x: two
SELECT @;
-- trigc:ignore y: three
-- trigc:ignore x, z: four
SELECT @!;
-- trigc:ignore x: five

SELECT @;
-- trigc:ignore x: six
-- pgtrigger: @!
--   @!
-- @
SELECT 1 -- trigc:ignore x: seven
-- pgtrigger: @
/* -- trigc:ignore x: eight */
SELECT @;
-- trigc:ignore x eight
SELECT @;
-- trigc:ignore nope: nine
SELECT @;
CREATE FUNCTION f() AS $$
  -- trigc:ignore x: ten: with a colon
  @!
  @
$$;
--trigc:ignore x: eleven
SELECT @!;
-- Trigc: Ignore x : twelve
SELECT @!;
`
	f := source.NewFile("a.sql", text)
	g := NewIgnores([]string{"x", "y", "z"})
	g.Add([]*source.File{f})
	for at, c := range text {
		if c != '@' {
			continue
		}
		want := text[at+1] == '!'
		if got := g.Ignored(diag.Diagnostic{Code: "x", Span: f.At(at, at+1)}); got != want {
			t.Errorf("line %d: silenced: %v", f.Position(at).Line, got)
		}
		if g.Ignored(diag.Diagnostic{Code: "other", Span: f.At(at, at+1)}) {
			t.Errorf("line %d: another rule is silenced", f.Position(at).Line)
		}
	}
	var unused []string
	for _, d := range g.Unused() {
		if d.Span.String() == "x" {
			unused = append(unused, strings.TrimSpace(f.Line(d.Span.Pos().Line)))
		}
		if err := diag.CheckWording(d); err != nil {
			t.Error(err)
		}
	}
	if got := strings.Join(unused, "\n"); got != "-- trigc:ignore x: five\nSELECT 1 -- trigc:ignore x: seven" {
		t.Errorf("unused:\n%s", got)
	}
	bad := g.Bad()
	if len(bad) != 2 || bad[0].Span.String() != "x eight" || bad[1].Span.String() != "nope" {
		t.Errorf("bad: %v", bad)
	}
	for _, d := range bad {
		if err := diag.CheckWording(d); err != nil {
			t.Error(err)
		}
	}
}

func TestHeadEnd(t *testing.T) {
	for _, test := range []string{
		"@x", "\ufeff-- a\r\n@x", "/* a */ -- b\n\n/* c\n*/@x -- d", "-- a", "/* a", "", "@- -",
	} {
		want := strings.Index(test, "@")
		sql := strings.Replace(test, "@", "", 1)
		if want < 0 {
			want = len(sql)
		}
		if got := headEnd(sql); got != want {
			t.Errorf("%q: %d, want %d", sql, got, want)
		}
	}
}

func TestParseDiff(t *testing.T) {
	diff := `diff --git a/a.sql b/a.sql
index 1..2 100644
--- a/a.sql
+++ b/a.sql
@@ -3 +3,2 @@ CREATE TABLE
-+++ b/no.sql
+@@ -1 +1 @@
++++ b/no.sql
@@ -10,2 +11,0 @@
-a
-b
@@ -20 +20 @@
-a
\ No newline at end of file
+b
\ No newline at end of file
diff --git a/gone.sql b/gone.sql
--- a/gone.sql
+++ /dev/null
@@ -1 +0,0 @@
-a
diff --git "a/\303\266.sql" "b/\303\266.sql"
--- "a/\303\266.sql"
+++ "b/\303\266.sql"
@@ -0,0 +1 @@
+a
diff --git a/with blank.sql b/with blank.sql
--- /dev/null
+++ b/with blank.sql	
@@ -0,0 +1 @@
+a
`
	c, err := ParseDiff(diff)
	if err != nil {
		t.Fatal(err)
	}
	c.AddFile("whole.sql")
	text := strings.Repeat("x\n", 30)
	for _, test := range []struct {
		file        string
		first, last int
		want        bool
	}{
		{"a.sql", 2, 2, false}, {"a.sql", 3, 3, true}, {"a.sql", 4, 4, true}, {"a.sql", 5, 5, false},
		{"a.sql", 11, 11, false}, {"a.sql", 20, 20, true}, {"a.sql", 5, 25, true}, {"a.sql", 21, 25, false},
		{"ö.sql", 1, 1, true}, {"with blank.sql", 1, 1, true}, {"no.sql", 1, 1, false}, {"gone.sql", 1, 1, false},
		{"whole.sql", 9, 9, true}, {"other.sql", 1, 1, false},
	} {
		f := source.NewFile(test.file, text)
		d := diag.Diagnostic{Span: f.At(2*test.first-2, 2*test.last-1)}
		if got := c.Touches(d, test.file); got != test.want {
			t.Errorf("%s lines %d to %d: %v", test.file, test.first, test.last, got)
		}
	}
	if !c.Touches(diag.Diagnostic{}, "") {
		t.Error("what is nowhere is on no changed line")
	}
	for _, bad := range []string{"@@ -1 +1 @@", "+++ b/a\n@@ what", "+++ \"b/a\n", "+++ b/a\n@@ -1 +99999999999999999999 @@"} {
		if _, err := ParseDiff(bad); err == nil {
			t.Errorf("%q is a diff", bad)
		}
	}
}

func TestBaseline(t *testing.T) {
	same := func(p string) string { return p }
	f := source.NewFile("a.sql", "x <> y\n")
	d := diag.Diagnostic{Code: "r", Severity: diag.Error, Span: f.At(0, 1), Message: `a "b" <c>`}
	nowhere := diag.Diagnostic{Code: "r", Severity: diag.Error, Message: "m"}
	text := string(WriteBaseline([]diag.Diagnostic{d, nowhere, d, d}, same))
	if !strings.Contains(text, `"text":"x <> y","count":3}`) || strings.Count(text, "\n") != 3 {
		t.Errorf("%s", text)
	}
	b, err := ReadBaseline(source.NewFile("b.json", text))
	if err != nil {
		t.Fatal(err)
	}
	all := func(string) bool { return true }
	if b.Known(nowhere, same) || !b.Known(d, same) {
		t.Error("known are others")
	}
	gone := b.Gone(all)
	if len(gone) != 1 || !strings.Contains(gone[0].Message, "occurs 2 times fewer") || gone[0].Severity != diag.Note {
		t.Errorf("gone %v", gone)
	}
	if err := diag.CheckWording(gone[0]); err != nil {
		t.Error(err)
	}
	if b.Gone(func(string) bool { return false }) != nil {
		t.Error("gone from files that nobody looked at")
	}
	for i, want := range []bool{true, true, false} {
		if b.Known(d, same) != want {
			t.Errorf("after %d that are known, one more is: %v", i+1, !want)
		}
	}
	if b.Gone(all) != nil {
		t.Error("what occurs as often as it did is gone")
	}
	other := d
	for _, change := range []func(*diag.Diagnostic){
		func(d *diag.Diagnostic) { d.Code = "s" },
		func(d *diag.Diagnostic) { d.Message = "n" },
		func(d *diag.Diagnostic) { d.Span.File = source.NewFile("c.sql", "x <> y\n") },
		func(d *diag.Diagnostic) { d.Span.File = source.NewFile("a.sql", "x <> z\n") },
	} {
		b, _ := ReadBaseline(source.NewFile("b.json", text))
		e := other
		change(&e)
		if b.Known(e, same) {
			t.Errorf("known: %v", e)
		}
	}
	for _, bad := range []string{"", "[]", "{}", `{"version":1,"findings":[{"count":0}]}`, `{"version":1,"findings":[],"x":1}`, `{"version":1,"findings":[]} {}`} {
		if _, err := ReadBaseline(source.NewFile("b.json", bad)); err == nil || !strings.HasPrefix(err.Error(), "b.json is ") {
			t.Errorf("%q: %v", bad, err)
		}
	}
}
