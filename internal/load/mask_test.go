package load

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"github.com/trigc/trigc/internal/diag"
)

// mask masks a text as a format does, and returns what was found as
// `code "text of the span"` lines.
func mask(t *testing.T, format, text string) (sql string, found []string) {
	t.Helper()
	var r diag.Report
	files, err := Files(fstest.MapFS{"x.sql": {Data: []byte(text)}}, ".", []string{"x.sql"}, format, &r)
	if err != nil {
		t.Fatal(err)
	}
	return files[0].SQL(), show(&r)
}

// show returns the diagnostics of a report in short.
func show(r *diag.Report) []string {
	var list []string
	for _, d := range r.Sorted() {
		s := string(d.Code)
		if !d.Span.IsZero() {
			s += fmt.Sprintf(" %q", d.Span)
		}
		list = append(list, s)
	}
	return list
}

// maskTests have the text and, for each line that changes, what it becomes;
// a middle dot is a blank.
var maskTests = []struct {
	name, format, text, want string
	found                    []string
}{
	{"plain SQL stays", "", "CREATE TABLE t (a int); -- x\nSELECT '\\', $$ \\i $$, \"\\x\", E'\\'\\n', $a$ \\ $$ $a$, 1::int;\n/* \\i /* \\ */ \\ */", "", nil},
	{"empty", "", "", "", nil},
	{"byte order mark", "", "\ufeffSELECT 1;", "···SELECT 1;", nil},
	{"Windows lines", "", "\\set a b\r\nSELECT 1;\r\n", "········\r\nSELECT 1;\r\n", nil},

	{"psql set", "", "\\set x 1\nSELECT 1;\n  \\echo hi\n", "········\nSELECT 1;\n··········\n", nil},
	{"psql restrict", "", "\\restrict abc\nSELECT 1;\n\\unrestrict abc\n", "·············\nSELECT 1;\n···············\n", nil},
	{"psql meta-command behind a statement", "", "SELECT 1; \\echo 'a;b' \\\\ SELECT 2;", "SELECT 1; ·············· SELECT 2;", nil},
	{"psql backslash in a quoted argument", "", "\\echo 'a\\'b' c\nSELECT 1;", "··············\nSELECT 1;", nil},
	{"psql two commands", "", "\\set a 1 \\set b 2\nSELECT 1;", "·················\nSELECT 1;", nil},
	{"psql gexec ends the statement", "", "SELECT 'x' \\gexec\nCREATE TABLE t ();", "SELECT 'x' ;·····\nCREATE TABLE t ();", []string{`not-followed "\\gexec"`}},
	{"psql gset ends the statement", "", "SELECT 1 AS a \\gset p_\nSELECT 2;", "SELECT 1 AS a ;·······\nSELECT 2;", nil},
	{"psql semicolon that does not send", "", "SELECT 1\\; SELECT 2;", "SELECT 1·; SELECT 2;", nil},
	{"psql colon that starts no variable", "", "SELECT a\\:b;", "SELECT a·:b;", nil},
	{"psql reset", "", "SELECT 1;\nSELEKT x\n  from y \\r\nSELECT 2;", "SELECT 1;\n········\n···········\nSELECT 2;", nil},
	{"psql include", "", "\\i a/b.sql\n\\ir c.sql  \nSELECT 1;", "··········\n···········\nSELECT 1;", []string{`not-followed "\\i a/b.sql"`, `not-followed "\\ir c.sql"`}},
	{"psql if", "", "\\if :{?a}\nSELECT 1;\n\\else\n\\quit\n\\endif\nSELECT 2;", "·········\nSELECT 1;\n·····\n·····\n······\nSELECT 2;", []string{`not-followed "\\if :{?a}"`}},
	{"psql quit", "", "SELECT 1;\n\\q\nSELECT 2;\n-- x", "SELECT 1;\n··\n·········\n····", []string{`not-followed "\\q"`}},
	{"psql quit at the end", "", "SELECT 1;\n\\q\n", "SELECT 1;\n··\n", nil},
	{"the first line of extension scripts", "", "\\echo Use \"CREATE EXTENSION x\" to load this file. \\quit\nSELECT 1;", strings.Repeat("·", 55) + "\nSELECT 1;", nil},
	{"psql shell takes the line", "", "\\! echo a \\\\ b\nSELECT 1;", "··············\nSELECT 1;", nil},

	{"psql variables", "", "CREATE TABLE :s.t (a :ty DEFAULT :'d', \"b\" int);\nGRANT ALL ON :\"s\".t TO x;\nSELECT a::int, :v::int, f(a := 1);",
		"CREATE TABLE _s.t (a _ty DEFAULT ·'d', \"b\" int);\nGRANT ALL ON _s··.t TO x;\nSELECT a::int, _v::int, f(a := 1);", []string{`placeholder ":s"`}},
	{"psql variables in quotes are none", "", "SELECT ':a', $$ :a $$, \":a\"; -- :a", "", nil},
	{"slices are none", "", "SELECT a[1:2], a[b:c], a[:n], a[f(x):y], a[b[1]:c], (a)[x:y];", "", nil},
	{"psql variables in brackets", "", "SELECT ARRAY[:a, :b], array[[:c]], a[1 + :d], a[f(:e)];", "SELECT ARRAY[_a, _b], array[[_c]], a[1 + _d], a[f(_e)];", []string{`placeholder ":a"`}},
	{"psql variable as a statement", "", ":setup\n:more;\nSELECT 1;", "······\n·····;\nSELECT 1;", []string{`placeholder ":setup"`}},

	{"COPY data", "", "COPY t (a, b) FROM stdin;\n1\tit's\n\\N\t$$\n\\.\nSELECT 1;\n", "COPY t (a, b) FROM stdin;\n······\n·····\n··\nSELECT 1;\n", nil},
	{"COPY data, Windows lines", "", "COPY t FROM STDIN WITH (FORMAT csv);\r\n1;'\r\n\\.\r\nSELECT 1;\r\n", "COPY t FROM STDIN WITH (FORMAT csv);\r\n···\r\n··\r\nSELECT 1;\r\n", nil},
	{"COPY data to the end", "", "copy t from stdin;\n'\n", "copy t from stdin;\n·\n", nil},
	{"COPY with no line after it", "", "copy t from stdin;", "", nil},
	{"the end of COPY data is a whole line", "", "COPY t FROM stdin;\n\\.x\n \\.\n\\.\n'a'", "COPY t FROM stdin;\n···\n···\n··\n'a'", nil},
	{"what follows COPY on its line", "", "COPY t FROM stdin; SELECT :a;\n'\n\\.\nSELECT 2;", "COPY t FROM stdin; SELECT _a;\n·\n··\nSELECT 2;", []string{`placeholder ":a"`}},
	{"two COPY on a line", "", "COPY t FROM stdin; COPY u FROM stdin;\n'\n\\.\n''\n\\.\nSELECT 2;", "COPY t FROM stdin; COPY u FROM stdin;\n·\n··\n··\n··\nSELECT 2;", nil},
	{"COPY from and to elsewhere", "", "COPY t FROM 'stdin';\nCOPY t TO stdout;\nCOPY (SELECT a FROM stdin) TO 'x';\nSELECT a FROM stdin;\n", "", nil},
	{"psql copy", "", "\\copy t from 'x.csv'\nSELECT 1;\n\\copy t from stdin\n'\n\\.\nSELECT 2;", "····················\nSELECT 1;\n··················\n·\n··\nSELECT 2;", nil},

	{"Go template", "", "CREATE TABLE {{ .Schema }}.t (a text DEFAULT '{{1,2}}', b int[] DEFAULT '{}');\nSELECT $${{ x }}$$;\n-- {{ x }}\n",
		"CREATE TABLE ____Schema___.t (a text DEFAULT '{{1,2}}', b int[] DEFAULT '{}');\nSELECT $${{ x }}$$;\n-- {{ x }}\n", []string{`placeholder "{{ .Schema }}"`}},
	{"a template makes a part of a name", "", "SELECT * FROM a_{{.X}}_b;", "SELECT * FROM a____X___b;", []string{`placeholder "{{.X}}"`}},
	{"template control", "", "{{- if .X }}\nCREATE TABLE t ({{ range $i, $c := .Cols }}{{ $c }} int,{{ end }} z int);\n{{end}}\n{{ $a := 1 }}{{/* x }} */}}",
		"············\nCREATE TABLE t (···························____c___ int,········· z int);\n·······\n···························",
		[]string{`placeholder "{{- if .X }}"`}},
	{"template quotes", "", "SELECT {{ printf \"}}'\" }};", "SELECT ___printf_________;", []string{`placeholder "{{ printf \"}}'\" }}"`}},
	{"template over lines", "", "SELECT {{ f\n  1 }};", "SELECT ___f\n······;", []string{"placeholder \"{{ f\\n  1 }}\""}},
	{"template as a statement", "", "{{ include \"x\" }}\nSELECT 1;", "·················\nSELECT 1;", []string{`placeholder "{{ include \"x\" }}"`}},
	{"template without an end", "", "SELECT {{ a;\nSELECT {{ b;", "", nil},
	{"Jinja", "", "{% if a %}\nSELECT {{ b }};\n{% endif %}{# it's #}", "··········\nSELECT ___b___;\n·····················", []string{`placeholder "{% if a %}"`}},
	{"other placeholders", "", "SELECT ${a}, t_${b}, {c}, $D, $1 FROM @extschema@.t, @extschema:y@.u WHERE a @> b AND @ x > 1;",
		"SELECT __a_, t___b_, _c_, _D, $1 FROM _extschema_.t, _extschema_y_.u WHERE a @> b AND @ x > 1;", []string{`placeholder "${a}"`}},

	{"invalid UTF-8", "", "SELECT 'caf\xe9', '\xff\x00';", "SELECT 'caf_', '_·';", []string{`invalid-utf8 "\xe9"`}},
	{"NUL", "", "SELECT 1\x00;", "SELECT 1·;", []string{`invalid-utf8 "\x00"`}},
	{"UTF-16", "", "\xff\xfeS\x00\n\x00", "····\n·", []string{`invalid-utf8 "\xff\xfe"`}},

	{"goose", "", "-- +goose Up\nCREATE TABLE t (a int);\n-- +goose Down\nDROP TABLE t; -- it's\n",
		"-- +goose Up\nCREATE TABLE t (a int);\n··············\n·····················\n", nil},
	{"goose is lenient about its own spelling", "goose", "--+goose up\nSELECT 1;\n--   +goose   DOWN  \nSELECT 2;", "--+goose up\nSELECT 1;\n····················\n·········", nil},
	{"goose Down in a comment or string of its own", "goose", "-- +goose Up\nSELECT 1; -- +goose Down\nSELECT '+goose Down';\n", "", nil},
	{"goose blocks", "goose", "-- x\n-- +goose NO TRANSACTION\n\n-- +goose Up\n-- +goose statementbegin\nCREATE FUNCTION f() RETURNS trigger AS $$\nBEGIN\n  RETURN NEW;\nEND $$ LANGUAGE plpgsql;\n-- +goose StatementEnd\n-- +goose Down\n-- +goose StatementBegin\nDROP FUNCTION f\n-- +goose StatementEnd",
		"-- x\n-- +goose NO TRANSACTION\n\n-- +goose Up\n-- +goose statementbegin\nCREATE FUNCTION f() RETURNS trigger AS $$\nBEGIN\n  RETURN NEW;\nEND $$ LANGUAGE plpgsql;\n-- +goose StatementEnd\n··············\n························\n···············\n······················", nil},
	{"goose without a block", "goose", "-- +goose Up\nCREATE FUNCTION f() RETURNS int AS $b$\nBEGIN\n  RETURN 1;\nEND $b$ LANGUAGE plpgsql;\n", "", []string{`migration-syntax "$b$"`}},
	{"goose no Up", "goose", "SELECT 1;\n", "·········\n", []string{`migration-syntax "SELECT 1;"`}},
	{"goose only comments", "goose", "-- SELECT 1;\n", "", []string{`migration-syntax ""`}},
	{"goose before Up", "goose", "SELECT 0;\n-- +goose Up\nSELECT 1;\n", "·········\n-- +goose Up\nSELECT 1;\n", []string{`migration-syntax "SELECT 0;"`}},
	{"goose two pairs", "goose", "-- +goose Up\nSELECT 1;\n-- +goose Down\nSELECT 2;\n-- +goose Up\nSELECT 3;\n",
		"-- +goose Up\nSELECT 1;\n··············\n·········\n············\n·········\n", []string{`migration-syntax "-- +goose Up"`}},
	{"goose indented", "goose", "-- +goose Up\nSELECT 1;\n  -- +goose Down\nSELECT 2;\n", "-- +goose Up\nSELECT 1;\n················\n·········\n", []string{`migration-syntax "-- +goose Down"`}},
	{"goose unknown", "goose", "-- +goose Up\n-- +goose StatmentBegin\nSELECT 1;\n", "", []string{`migration-syntax "-- +goose StatmentBegin"`}},
	{"goose unfinished", "goose", "-- +goose Up\nSELECT 1;\nSELECT\n  2\n\n-- +goose Down\n", "-- +goose Up\nSELECT 1;\nSELECT\n  2\n\n··············\n", []string{`migration-syntax "  2"`}},
	{"goose drops the line after an empty block", "goose", "-- +goose Up\n-- +goose StatementBegin\n-- x\n-- +goose StatementEnd\n-- y\nSELECT 1;\nSELECT 2;\n",
		"-- +goose Up\n-- +goose StatementBegin\n-- x\n-- +goose StatementEnd\n-- y\n·········\nSELECT 2;\n", []string{`migration-syntax "SELECT 1;"`}},
	{"goose environment", "goose", "-- +goose Up\n-- +goose ENVSUB ON\nSELECT '$A', $B, ${C:-x y}, $$ $D $$ FROM a$b;\n-- +goose ENVSUB OFF\nSELECT '$A';\n",
		"-- +goose Up\n-- +goose ENVSUB ON\nSELECT '_A', _B, __C__x_y_, $$ _D $$ FROM a_b;\n-- +goose ENVSUB OFF\nSELECT '$A';\n", []string{`placeholder "$A"`}},
	{"goose knows no psql", "goose", "-- +goose Up\n\\set x 1\nSELECT :x;\n", "", nil},
	{"goose with a byte order mark", "", "\ufeff-- +goose Up\nSELECT 1;\n-- +goose Down\nSELECT 2;\n", "···-- +goose Up\nSELECT 1;\n··············\n·········\n", nil},

	{"sql-migrate", "", "CREATE junk;\n-- x\n-- +migrate Up\nSELECT 1;\n-- +migrate Down notransaction\nSELECT 2;\n-- +migrate Up\nSELECT 3;\n",
		"············\n-- x\n-- +migrate Up\nSELECT 1;\n······························\n·········\n-- +migrate Up\nSELECT 3;\n", nil},
	{"sql-migrate is strict about its spelling", "sql-migrate", "-- +migrate Up\nSELECT 1;\n-- +migrate down\n--+migrate Down\nSELECT 2;\n", "", nil},
	{"sql-migrate blocks", "sql-migrate", "-- +migrate Up\n-- +migrate StatementBegin\nDO $$ BEGIN\n NULL;\nEND $$;\n-- +migrate StatementEnd\n", "", nil},
	{"sql-migrate without a block", "sql-migrate", "-- +migrate Up\nDO $$ BEGIN\n NULL;\nEND $$;\n", "", []string{`migration-syntax "$$"`}},
	{"sql-migrate no Up", "sql-migrate", "SELECT 1;", "·········", []string{`migration-syntax ""`}},
	{"sql-migrate unfinished", "sql-migrate", "-- +migrate Up\nSELECT 1\n", "", []string{`migration-syntax "SELECT 1"`}},
	{"sql-migrate open block", "sql-migrate", "-- +migrate Up\n-- +migrate StatementBegin\nSELECT 1;\n", "", []string{`migration-syntax "SELECT 1;"`}},

	{"dbmate", "", "-- it's\n\n-- migrate:up\nSELECT 1;\n\n-- migrate:down\nSELECT 'x;\n",
		"-- it's\n\n-- migrate:up\nSELECT 1;\n\n···············\n··········\n", nil},
	{"dbmate pairs", "", "--migrate:up transaction:false\nSELECT 1;\n-- migrate:down\nSELECT 2;\n-- migrate:up\nSELECT 3;\n-- migrate:down\n",
		"--migrate:up transaction:false\nSELECT 1;\n···············\n·········\n-- migrate:up\nSELECT 3;\n···············\n", nil},
	{"dbmate other words", "dbmate", "-- migrate:up\n-- migrate:downward\n -- migrate:down\nSELECT 1;\n-- migrate:down\n", "-- migrate:up\n-- migrate:downward\n -- migrate:down\nSELECT 1;\n···············\n", nil},
	{"dbmate no down", "dbmate", "-- migrate:up\nSELECT 1;\n", "", []string{`migration-syntax "-- migrate:up"`}},
	{"dbmate no up", "dbmate", "SELECT 1;\n", "·········\n", []string{`migration-syntax ""`}},
	{"dbmate before up", "dbmate", "SELECT 0;\n-- migrate:up\n-- migrate:down\n", "·········\n-- migrate:up\n···············\n", []string{`migration-syntax "SELECT 0;"`}},
	{"dbmate two down", "dbmate", "-- migrate:up\nSELECT 1;\n-- migrate:down\nSELECT 2;\n-- migrate:down\nSELECT 3;\n",
		"-- migrate:up\nSELECT 1;\n···············\n·········\n···············\n·········\n", []string{`migration-syntax "-- migrate:down"`}},

	{"tern", "", "CREATE TABLE t ();\n---- create above / drop below ----\nDROP TABLE t;\n", "CREATE TABLE t ();\n···································\n·············\n", nil},
	{"tern templates reach everywhere", "tern", "CREATE TABLE {{.s}}.t (a int[] DEFAULT '{{\"{{\"}}1,2}}', b text DEFAULT '{{ printf \"it's\" }}');\nSELECT $$ {{ .s }} $$;\n",
		"CREATE TABLE ___s__.t (a int[] DEFAULT '________1,2}}', b text DEFAULT '___printf__it_s____');\nSELECT $$ ____s___ $$;\n", []string{`placeholder "{{.s}}"`}},
	{"tern includes", "tern", "{{ template \"shared/x.sql\" . }}\n{{- install_snapshot \"a\" -}}\nSELECT 1;", "·······························\n····························\nSELECT 1;",
		[]string{`not-followed "{{ template \"shared/x.sql\" . }}"`, `not-followed "{{- install_snapshot \"a\" -}}"`}},
	{"tern as a statement", "tern", "{{ .stmt }}\n{{ .a }} x;\n", "···········\n____a___ x;\n", []string{`placeholder "{{ .stmt }}"`}},
	{"tern without an end", "tern", "SELECT '{{1,2';\n---- create above / drop below ----\n}}", "SELECT '{{1,2';\n···································\n··", []string{`migration-syntax "{{"`}},

	{"atlas delimiter", "", "-- atlas:delimiter -- end\n\nSELECT 1\n-- end\nSELECT 2 -- end\n", "-- atlas:delimiter -- end\n\nSELECT 1\n;·····\nSELECT 2 ;·····\n", nil},
	{"flyway", "flyway", "CREATE TABLE ${s}.t (a text DEFAULT '${x}');\nCREATE FUNCTION f() AS $$ SELECT ${s}.g() $$;\nCOPY t FROM STDIN;\n'\n\\.\nSELECT 1;\n",
		"CREATE TABLE __s_.t (a text DEFAULT '__x_');\nCREATE FUNCTION f() AS $$ SELECT __s_.g() $$;\nCOPY t FROM STDIN;\n·\n··\nSELECT 1;\n", []string{`placeholder "${s}"`}},
	{"golang-migrate changes nothing", "golang-migrate", "SELECT 1;\n\\set\n-- +goose Down\n", "", nil},
}

func TestMask(t *testing.T) {
	for _, tt := range maskTests {
		t.Run(tt.name, func(t *testing.T) {
			want := strings.ReplaceAll(tt.want, "·", " ")
			if want == "" {
				want = tt.text
			}
			sql, found := mask(t, tt.format, tt.text)
			if sql != want {
				t.Errorf("text %q\ngot  %q\nwant %q", tt.text, sql, want)
			}
			if fmt.Sprint(found) != fmt.Sprint(tt.found) {
				t.Errorf("text %q\nfound %q\nwant  %q", tt.text, found, tt.found)
			}
		})
	}
}

// No line is too long, and a large file is quick: the time goes up with the
// length and no faster, whatever the text is.
func TestLargeFile(t *testing.T) {
	long := strings.Repeat("x", 1<<20)
	sql, found := mask(t, "goose", "-- +goose Up\nSELECT '"+long+"';\n-- +goose Down\nDROP '"+long+"';\n")
	if len(found) > 0 || !strings.HasPrefix(sql, "-- +goose Up\nSELECT '"+long+"';\n") || strings.Contains(sql, "DROP") {
		t.Error("a long line was cut", found)
	}
}

// FuzzMask masks any text as each tool: it keeps the length and all line
// ends, and what is found is within the text.
func FuzzMask(f *testing.F) {
	for _, tt := range maskTests {
		f.Add(tt.text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, tool := range append(tools(), plain) {
			var r diag.Report
			m := &masker{path: "x.sql", text: text, beside: func(string) string { return "" }}
			file := m.file(tool, &r)
			if len(file.SQL()) != len(text) {
				t.Fatalf("%s: %d bytes became %d", tool.name, len(text), len(file.SQL()))
			}
			for i := range len(text) {
				if c := file.SQL()[i]; (c == '\n') != (text[i] == '\n') {
					t.Fatalf("%s: byte %d %q became %q", tool.name, i, text[i], c)
				}
			}
			for _, d := range r.Sorted() {
				if d.Span.Start < 0 || d.Span.Start > d.Span.End || d.Span.End > len(text) {
					t.Fatalf("%s: %s at %d-%d of %d", tool.name, d.Code, d.Span.Start, d.Span.End, len(text))
				}
			}
			// Without a byte that starts something, nothing changes.
			if tool == plain && utf8.ValidString(text) && !strings.ContainsAny(text, "\x00\ufeff\\{$:@") &&
				!strings.Contains(strings.ToLower(text), "stdin") && file.SQL() != text {
				t.Fatalf("%q became %q", text, file.SQL())
			}
		}
	})
}

func BenchmarkMask(b *testing.B) {
	var text strings.Builder
	for i := 0; text.Len() < 5<<20; i++ {
		fmt.Fprintf(&text, "CREATE TABLE public.table_%d (\n    id bigint NOT NULL,\n    name text DEFAULT 'it''s'::text\n);\n\n", i)
		fmt.Fprintf(&text, "CREATE FUNCTION public.f_%d() RETURNS trigger\n    LANGUAGE plpgsql\n    AS $$\nBEGIN\n  NEW.a := 1; -- x\n  RETURN NEW;\nEND;\n$$;\n", i)
		if i%10 == 0 {
			fmt.Fprintf(&text, "COPY public.table_%d (id, name) FROM stdin;\n%s\\.\n", i, strings.Repeat("1\tsome data\n", 20))
		}
	}
	for _, tool := range append(tools(), plain) {
		b.Run(tool.name, func(b *testing.B) {
			b.SetBytes(int64(text.Len()))
			for b.Loop() {
				m := &masker{path: "x.sql", text: text.String(), beside: func(string) string { return "" }}
				m.file(tool, new(diag.Report))
			}
		})
	}
}

// dbmateMarkers finds what dbmate's own expression does.
func FuzzDbmateMarkers(f *testing.F) {
	own := regexp.MustCompile(`(?m)^--\s*migrate:up(\s*$|\s+\S+)`)
	for _, text := range []string{
		"-- migrate:up", "--migrate:up \n", "--\n\n migrate:up\n\n\n--\tmigrate:up x\n", "-- migrate:upper\n-- migrate:up\v\n",
		" -- migrate:up\n--- migrate:up\n-- migrate:up\r\n--\u00a0migrate:up\n", "-- migrate:up-- migrate:up\n-- migrate:up",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var want []int
		for _, m := range own.FindAllStringIndex(text, -1) {
			want = append(want, m[0])
		}
		if got := dbmateMarkers(text, "up", -1); !slices.Equal(got, want) {
			t.Errorf("%q: got %v, want %v", text, got, want)
		}
	})
}
