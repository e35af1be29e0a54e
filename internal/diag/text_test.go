package diag

import (
	"strings"
	"testing"

	"github.com/trigc/trigc/internal/source"
)

// spanOfText returns the span of the only occurrence of sub in text.
func spanOfText(t *testing.T, f *source.File, sub string) source.Span {
	t.Helper()
	i := strings.Index(f.Text(), sub)
	if i < 0 || strings.LastIndex(f.Text(), sub) != i {
		t.Fatalf("%q is not once in %q", sub, f.Text())
	}
	return source.Span{File: f, Start: i, End: i + len(sub)}
}

func render(list []Diagnostic, o TextOptions) string {
	var b strings.Builder
	Text(&b, list, o)
	return b.String()
}

func TestTextWhole(t *testing.T) {
	f := source.NewFile("schema/posts.sql", strings.Repeat("\n", 8)+
		"CREATE TABLE posts (\n  id int,\n  status text,\n  slug text,\n\n"+
		"  -- pgtrigger: readonly fixed (statsu)\n);\n")
	list := []Diagnostic{
		{
			Code: "no-schema", Severity: Error, Message: "no file matches \"db/*.sql\"",
			Help: "name the files of the schema in pgtrigger.toml\nor on the command line",
		},
		{
			Code: "unknown-column", Severity: Error, Span: spanOfText(t, f, "statsu"),
			Message:  `table "posts" has no column "statsu"`,
			Help:     `did you mean "status"?`,
			Related:  []Related{{spanOfText(t, f, "posts"), "table declared here"}},
			SQLState: "42703",
		},
		{
			Code: "shadowed", Severity: Warning, Span: spanOfText(t, f, "slug"),
			Message: `column "slug" has the name of a variable`,
			Help:    "write NEW.slug",
			Related: []Related{{spanOfText(t, f, "id"), "other one"}, {source.Span{}, "a note without a place"}},
		},
	}
	for _, test := range []struct {
		name    string
		options TextOptions
		want    string
	}{
		{"snippets", TextOptions{}, `
trigc: error[no-schema]: no file matches "db/*.sql"
  = help: name the files of the schema in pgtrigger.toml
          or on the command line

schema/posts.sql:14:33: error[unknown-column]: table "posts" has no column "statsu"
   |
14 |   -- pgtrigger: readonly fixed (statsu)
   |                                 ^^^^^^ did you mean "status"?
   = note: table declared at schema/posts.sql:9:14
   = Postgres: ERROR 42703

schema/posts.sql:12:3: warning[shadowed]: column "slug" has the name of a variable
   |
12 |   slug text,
   |   ^^^^
   = help: write NEW.slug
   = note: other one (schema/posts.sql:10:3)
   = note: a note without a place
`},
		{"no snippets", TextOptions{NoSnippets: true}, `
trigc: error[no-schema]: no file matches "db/*.sql"
  = help: name the files of the schema in pgtrigger.toml
          or on the command line
schema/posts.sql:14:33: error[unknown-column]: table "posts" has no column "statsu"
  = help: did you mean "status"?
  = note: table declared at schema/posts.sql:9:14
  = Postgres: ERROR 42703
schema/posts.sql:12:3: warning[shadowed]: column "slug" has the name of a variable
  = help: write NEW.slug
  = note: other one (schema/posts.sql:10:3)
  = note: a note without a place
`},
	} {
		if got := "\n" + render(list, test.options); got != test.want {
			t.Errorf("%s: got:%s\nwant:%s", test.name, got, test.want)
		}
	}
}

func TestTextSnippets(t *testing.T) {
	long := strings.Repeat("x", 300)
	for _, test := range []struct{ name, text, span, want string }{
		{"first line, single-digit gutter", "bad", "bad", `
f.sql:1:1: note[c]: m
  |
1 | bad
  | ^^^
`},
		{"a tab before and within the span", "a\tb\tc d", "b\tc", `
f.sql:1:3: note[c]: m
  |
1 | a   b   c d
  |     ^^^^^
`},
		{"a two-byte character before", "-- é bad", "bad", `
f.sql:1:7: note[c]: m
  |
1 | -- é bad
  |      ^^^
`},
		{"a combining accent takes no cell", "e\u0301 bad", "bad", `
f.sql:1:5: note[c]: m
  |
1 | ` + "e\u0301" + ` bad
  |   ^^^
`},
		{"wide characters before and within", "表 名前 x", "名前", `
f.sql:1:5: note[c]: m
  |
1 | 表 名前 x
  |    ^^^^
`},
		{"emoji", "'🔥' bad", "bad", `
f.sql:1:8: note[c]: m
  |
1 | '🔥' bad
  |      ^^^
`},
		{"control characters are shown, not sent", "\x1b[31m \u202e bad", "bad", `
f.sql:1:11: note[c]: m
  |
1 | <U+001B>[31m <U+202E> bad
  |                       ^^^
`},
		{"not UTF-8", "\xff bad", "bad", `
f.sql:1:3: note[c]: m
  |
1 | \xff bad
  |      ^^^
`},
		{"a byte order mark takes no cell", "\ufeffbad", "bad", `
f.sql:1:4: note[c]: m
  |
1 | bad
  | ^^^
`},
		{"CRLF", "a bad\r\nb", "bad", `
f.sql:1:3: note[c]: m
  |
1 | a bad
  |   ^^^
`},
		{"more lines underline the first", "a {one  \n two}", "{one  \n two}", `
f.sql:1:3: note[c]: m
  |
1 | a {one
  |   ^^^^
`},
		{"white space that is the mistake", "a  b", "  ", `
f.sql:1:2: note[c]: m
  |
1 | a  b
  |  ^^
`},
		{"a long line is cut at its end", "bad " + long, "bad", `
f.sql:1:1: note[c]: m
  |
1 | bad ` + long[:155] + `…
  | ^^^
`},
		{"a long line is cut at its start", long + " bad", "bad", `
f.sql:1:302: note[c]: m
  |
1 | …` + long[:155] + ` bad
  | ` + strings.Repeat(" ", 157) + `^^^
`},
		{"a long line is cut on both sides", long + "bad" + long, "bad", `
f.sql:1:301: note[c]: m
  |
1 | …` + long[:116] + "bad" + long[:39] + `…
  | ` + strings.Repeat(" ", 117) + `^^^
`},
		{"a long span is cut", "a " + long + " b", long, `
f.sql:1:3: note[c]: m
  |
1 | a ` + long[:79] + `… b
  |   ` + strings.Repeat("^", 80) + `
`},
	} {
		f := source.NewFile("f.sql", test.text)
		d := Diagnostic{Code: "c", Severity: Note, Message: "m", Span: spanOfText(t, f, test.span)}
		if got := "\n" + render([]Diagnostic{d}, TextOptions{}); got != test.want {
			t.Errorf("%s: got:%s\nwant:%s", test.name, got, test.want)
		}
	}
}

func TestTextAtEnd(t *testing.T) {
	for _, test := range []struct {
		name, text string
		at         int
		want       string
	}{
		{"an empty span behind the last character", "abc", 3, `
f.sql:1:4: note[c]: m
  |
1 | abc
  |    ^
`},
		{"an empty span behind the last line end", "abc\n", 4, `
f.sql:2:1: note[c]: m
  |
2 |
  | ^
`},
		{"an empty span at a line end", "abc\r\nd", 4, `
f.sql:1:5: note[c]: m
  |
1 | abc
  |    ^
`},
		{"an empty file", "", 0, `
f.sql:1:1: note[c]: m
  |
1 |
  | ^
`},
	} {
		f := source.NewFile("f.sql", test.text)
		d := Diagnostic{Code: "c", Severity: Note, Message: "m", Span: source.Span{File: f, Start: test.at, End: test.at}}
		if got := "\n" + render([]Diagnostic{d}, TextOptions{}); got != test.want {
			t.Errorf("%s: got:%s\nwant:%s", test.name, got, test.want)
		}
	}
}

func TestTextColor(t *testing.T) {
	f := source.NewFile("f\x07.sql", "a bad")
	d := Diagnostic{Code: "c", Severity: Error, Message: "m \x1b]0;title\x07", Span: spanOfText(t, f, "bad"), Help: "h"}
	want := "\x1b[1mf<U+0007>.sql:1:3:\x1b[0m \x1b[1;31merror[c]:\x1b[0m \x1b[1mm <U+001B>]0;title<U+0007>\x1b[0m\n" +
		"  \x1b[34m|\x1b[0m\n" +
		"\x1b[34m1 |\x1b[0m a bad\n" +
		"  \x1b[34m|\x1b[0m   \x1b[1;31m^^^\x1b[0m\n" +
		"  \x1b[34m=\x1b[0m help: h\n"
	if got := render([]Diagnostic{d}, TextOptions{Color: true}); got != want {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

// Carets stand under the span whatever the line holds, and nothing but what
// the renderer means gets to the terminal.
func FuzzText(f *testing.F) {
	f.Add("a\tb\xff\u0301é表\x1b\n", 2, 3)
	f.Fuzz(func(t *testing.T, text string, start, end int) {
		if start < 0 || end < start || end > len(text) {
			t.Skip()
		}
		d := Diagnostic{
			Code: "c", Severity: Note, Message: text, Help: text,
			Span: source.Span{File: source.NewFile(text, text), Start: start, End: end},
		}
		for _, r := range render([]Diagnostic{d}, TextOptions{}) {
			if r < ' ' && r != '\n' || r == 0x7f || r >= 0x80 && r < 0xa0 || r == '\u202e' {
				t.Fatalf("%q gets to the terminal", r)
			}
		}
	})
}
