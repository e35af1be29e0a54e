package config

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/source"
)

const full = `# The triggers.
version  = 1
postgres = 16
schema   = [
  "schema/*.sql", # own
  '../common/**/*.sql',
]
schema_format = "goose"

[sql]
install   = "db/install.sql"
uninstall = "db/uninstall.sql"

[go]
out     = "internal/triggers/"
driver  = "pgx/v5"

[migrations]
dir    = "db/migrations"
format = "golang-migrate"

[vet.rules]
null-unsafe-comparison = "error"
"quoted" = "off"
`

func parse(text string) ([]Config, []diag.Diagnostic) {
	var r diag.Report
	list := Parse(source.NewFile("pgtrigger.toml", text), &r)
	return list, r.Sorted()
}

// plain leaves out what no one but Vet.Check sees.
func plain(list []Config) []Config {
	for i := range list {
		list[i].Vet.named = nil
	}
	return list
}

func TestParse(t *testing.T) {
	rules := map[string]string{}
	tests := []struct {
		name, text string
		want       []Config
	}{
		{"full", full, []Config{{
			Postgres: 16, Schema: []string{"schema/*.sql", "../common/**/*.sql"}, SchemaFormat: "goose",
			SQL:        SQL{"db/install.sql", "db/uninstall.sql"},
			Go:         Go{"internal/triggers/", "triggers", "pgx/v5"},
			Migrations: Migrations{"db/migrations", "golang-migrate"},
			Vet:        Vet{Rules: map[string]string{"null-unsafe-comparison": "error", "quoted": "off"}},
		}}},
		{"defaults", "version = 1\nschema = ['a.sql']\nschema_format = 'auto'\n", []Config{{
			Postgres: 15, Schema: []string{"a.sql"}, Go: Go{Driver: "pgx/v5"}, Vet: Vet{Rules: rules},
		}}},
		{"byte order mark and Windows lines", "\ufeffversion = 1\r\nschema = ['a.sql']\r\n", []Config{{
			Postgres: 15, Schema: []string{"a.sql"}, Go: Go{Driver: "pgx/v5"}, Vet: Vet{Rules: rules},
		}}},
		{"two databases", `
version = 1
[[database]]
name = "app"
schema = ["app.sql"]
[database.go]
out = "app"
package = "apptriggers"
[database.vet.rules]
x = "note"
[[database]]
name = "log"
postgres = 14
schema = ["log.sql"]
sql.install = "log-install.sql"
`, []Config{
			{Name: "app", Postgres: 15, Schema: []string{"app.sql"},
				Go: Go{"app", "apptriggers", "pgx/v5"}, Vet: Vet{Rules: map[string]string{"x": "note"}}},
			{Name: "log", Postgres: 14, Schema: []string{"log.sql"}, SQL: SQL{Install: "log-install.sql"},
				Go: Go{Driver: "pgx/v5"}, Vet: Vet{Rules: rules}},
		}},
		{"inline databases", `version = 1
database = [{name = "a", schema = ["a.sql"]}, {name = "b", schema = ["b.sql"], go = {out = "b"}}]`, []Config{
			{Name: "a", Postgres: 15, Schema: []string{"a.sql"}, Go: Go{Driver: "pgx/v5"}, Vet: Vet{Rules: rules}},
			{Name: "b", Postgres: 15, Schema: []string{"b.sql"}, Go: Go{"b", "b", "pgx/v5"}, Vet: Vet{Rules: rules}},
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, found := parse(tt.text)
			for _, d := range found {
				t.Errorf("%s at %v: %s", d.Code, d.Span.Pos(), d.Message)
			}
			if got := plain(got); !reflect.DeepEqual(got, tt.want) {
				t.Errorf("got\n%+v\nwant\n%+v", got, tt.want)
			}
		})
	}
}

// Each text has exactly one mistake; ‹ and › stand around the place of it.
func TestMistakes(t *testing.T) {
	const ok = "version = 1\nschema = ['a.sql']\n"
	tests := []struct {
		code            diag.Code
		text            string
		message, helped string
	}{
		{"unknown-key", ok + "‹postgre› = 15\n", `pgtrigger.toml has no key "postgre"`, `did you mean "postgres"?`},
		{"unknown-key", ok + "‹zzzzzzzzzzzz› = 15\n", `has no key "zzzzzzzzzzzz"`, `there are "version", "database"`},
		{"unknown-key", ok + "[sql]\n  ‹instal› = 'x.sql'\n", `[sql] has no key "instal"`, `"install"`},
		{"unknown-key", ok + "sql.‹instal› = 'x.sql'\n", `[sql] has no key "instal"`, `"install"`},
		{"unknown-key", ok + "sql = { ‹\"instal\"› = 'x.sql' }\n", `[sql] has no key "instal"`, `"install"`},
		{"unknown-key", ok + "[‹vte›.rules]\nx = 'off'\n", `has no key "vte"`, `"vet"`},
		{"unknown-key", ok + "[vet.‹rule›]\nx = 'off'\n", `[vet] has no key "rule"`, `"rules"`},
		{"unknown-key", ok + "[ 'vet' . ‹\"r\\u0075le\"› ]\nx = 'off'\n", `[vet] has no key "rule"`, `"rules"`},
		{"unknown-key", ok + "‹name› = 'x'\n", `has no key "name"`, ``},
		{"unknown-key", "version = 1\n[[database]]\nname='a'\nschema=['a']\n[[database]]\nname='b'\nschema=['b']\n[database.go]\nout='x'\n‹drivr›='pgx/v5'\n",
			`[go] has no key "drivr"`, `"driver"`},
		{"missing-key", "‹›schema = ['a.sql']\n", `the file needs a "version"`, "version = 1"},
		{"bad-value", "version = ‹2›\nschema = ['a.sql']\n", "version 2 of the file format is not known", "1 is"},
		{"wrong-type", "version = ‹\"1\"›\nschema = ['a.sql']\n", `"version" is an integer, not a string`, "version = 1"},
		{"missing-key", "‹›version = 1\n", `"schema" is missing`, "schema = ["},
		{"missing-key", "version = 1\n[[‹database›]]\nname = 'a'\n", `"schema" is missing`, "schema = ["},
		{"missing-key", "version = 1\n[[‹database›]]\nschema = ['a']\n", `a database needs a "name"`, ""},
		{"bad-value", "version = 1\n[[database]]\nname=‹''›\nschema = ['a']\n", `name of a database is empty`, ""},
		{"bad-value", "version = 1\n[[database]]\nname='a'\nschema = ['a']\n[[database]]\nname=‹'a'›\nschema = ['a']\n", `two databases are named "a"`, ""},
		{"misplaced-key", "version = 1\n‹schema› = ['a']\n[[database]]\nname='a'\nschema = ['a']\n", `"schema" of which database?`, ""},
		{"wrong-type", "version = 1\n[‹database›]\nname='a'\nschema = ['a']\n", `"database" is an array of tables, not a table`, "[[database]]"},
		{"wrong-type", "version = 1\nschema = ‹'a.sql'›\n", `"schema" is an array of strings, not a string`, `["a.sql"]`},
		{"wrong-type", "version = 1\nschema = ['a', # ]\n ‹5› ]\n", `"schema" is an array of strings, not of integers`, ""},
		{"wrong-type", "version = 1\nschema = ‹true›\n", `"schema" is an array of strings, not a boolean`, ""},
		{"bad-value", "version = 1\nschema = ‹[ ]›\n", `"schema" names no files`, ""},
		{"bad-path", "version = 1\nschema = [‹''›]\n", `the path is empty`, ""},
		{"bad-path", "version = 1\nschema = ['a', ‹'/etc/x.sql'›]\n", `"/etc/x.sql" is absolute`, "relative"},
		{"bad-path", "version = 1\nschema = [‹'C:/x.sql'›]\n", `is absolute`, "relative"},
		{"bad-path", "version = 1\nschema = [‹'db\\x.sql'›]\n", `has a backslash`, "slashes"},
		{"bad-path", ok + "[sql]\ninstall = ‹\"../x.sql\"›\n", `leads out of the directory`, "above"},
		{"bad-path", ok + "[go]\nout = ‹'a/../..'›\npackage='x'\n", `leads out of the directory`, "above"},
		{"bad-path", ok + "[migrations]\ndir = ‹'/m'›\n", `is absolute`, ""},
		{"bad-value", ok + "postgres = ‹13›\n", `postgres 13 is not supported`, "from 14 to 18 are"},
		{"wrong-type", ok + "postgres = ‹\"15\"› # why\n", `"postgres" is an integer, not a string`, "without the quotes: 15"},
		{"wrong-type", ok + "postgres = ‹15.4›\n", `not a float`, ""},
		{"wrong-type", ok + "postgres = ‹1979-05-27 07:32:00Z›  # date\n", `not a date`, ""},
		{"bad-value", ok + "schema_format = ‹'gooose'›\n", `"schema_format" cannot be "gooose"`, `did you mean "goose"?`},
		{"bad-value", ok + "[migrations]\ndir='m'\nformat = ‹'liquibase'›\n", `"migrations.format" cannot be "liquibase"`, ``},
		{"missing-key", ok + "[‹migrations›]\nformat = 'goose'\n", `needs a "dir"`, ``},
		{"missing-key", ok + "[‹go›]\npackage = 'x'\n", `needs an "out"`, ``},
		{"bad-value", ok + "[go]\nout='x'\ndriver = ‹'lib/pq'›\n", `"go.driver" cannot be "lib/pq"`, `possible: "pgx/v5" and "database/sql"`},
		{"bad-value", ok + "[go]\nout='x'\npackage = ‹'my-triggers'›\n", `"my-triggers" cannot name a Go package`, ``},
		{"bad-value", ok + "[go]\nout='x'\npackage = ‹'type'›\n", `"type" cannot name a Go package`, ``},
		{"bad-value", ok + "[go]\nout=‹'x/my-triggers'›\n", `the package cannot be named "my-triggers"`, `package =`},
		{"wrong-type", ok + "[sql]\ninstall = ‹{a = 1, b = [2, 3]}›\n", `"sql.install" is a string, not a table`, ``},
		{"wrong-type", ok + "sql = ‹'x'›\n", `"sql" is a table, not a string`, `[sql]`},
		{"bad-value", ok + "[sql]\ninstall='x.sql'\nuninstall=‹'./x.sql'›\n", `two outputs go to "x.sql"`, ``},
		{"bad-value", ok + "[vet.rules]\nx = ‹\"fatal\"›\n", `"vet.rules.x" cannot be "fatal"`, ``},
		{"wrong-type", ok + "[vet.rules]\nx = ‹false›\n", `"vet.rules.x" is a string, not a boolean`, ``},
		{"bad-toml", ok + "postgres = ‹tru›\n", `expected value but found "tru" instead`, ``},
		{"bad-toml", ok + "‹schema› = 1\n", `key 'schema' has already been defined`, ``},
		{"bad-toml", ok + "a = 1 ‹b› = 2\n", `expected a top-level item to end with a newline`, ``},
		{"bad-toml", ok + "a = \"‹\xff›\"\n", `this byte is not`, `UTF-8`},
		// Text in the way must not mislead about the places.
		{"bad-value", "version = 1 # schema = [\nschema = [\"\"\"a\\\"]\n\"\"\", '''b']'''', \"#\"]\nsql = { install = \"a\\\"}\" }\npostgres = ‹9›", `postgres 9`, ``},
	}
	for _, tt := range tests {
		start := strings.Index(tt.text, "‹")
		text := strings.Replace(tt.text, "‹", "", 1)
		end := strings.Index(text, "›")
		text = strings.Replace(text, "›", "", 1)
		_, found := parse(text)
		if len(found) != 1 {
			t.Errorf("%q: %d mistakes: %+v", tt.text, len(found), found)
			continue
		}
		d := found[0]
		if d.Code != tt.code || d.Severity != diag.Error || d.Span.Start != start || d.Span.End != end ||
			!strings.Contains(d.Message, tt.message) || !strings.Contains(d.Help, tt.helped) {
			t.Errorf("%q:\ngot  %s %q help %q at %d-%d %q\nwant %s %q help %q at %d-%d", tt.text,
				d.Code, d.Message, d.Help, d.Span.Start, d.Span.End, d.Span, tt.code, tt.message, tt.helped, start, end)
		}
	}
}

func TestCheckRules(t *testing.T) {
	list, found := parse("version = 1\nschema = ['a.sql']\n[vet.rules]\nnull-unsafe = 'off'\nnul-safe = 'error'\nfixed = 'note'\n")
	if len(found) != 0 {
		t.Fatal(found)
	}
	var r diag.Report
	list[0].Vet.Check([]string{"null-unsafe", "null-safe", "fixed"}, []string{"fixed"}, &r)
	got := r.Sorted()
	if len(got) != 2 || got[1].Code != "fixed-severity" || got[1].Span.String() != "fixed" {
		t.Errorf("got %+v", got)
	}
	if got[0].Code != "unknown-rule" || got[0].Span.String() != "nul-safe" ||
		got[0].Help != `did you mean "null-safe"?` {
		t.Errorf("got %+v", got)
	}
}

func TestFormatsAreDistinct(t *testing.T) {
	seen := slices.Compact(slices.Sorted(slices.Values(Formats())))
	if len(seen) != len(Formats()) {
		t.Error(Formats())
	}
}

// Whatever the text is, its mistakes are within it.
func FuzzParse(f *testing.F) {
	f.Add(full)
	f.Add("version = 1\n[[database]]\nname = \"a\"\nschema = [\"\"\"x\"\"\"]\n[database.go]\nout = 'x'\n")
	f.Add("database = [{name = 1}, 2]")
	f.Add("\x01") // the library places it before the start
	f.Add("a.b.c = [[1, {x = 2}], 'y']\n[a.b.d]\n[[a.e]]\n[[a.e.f]]\nz = 1e5")
	f.Fuzz(func(t *testing.T, text string) {
		_, found := parse(text)
		for _, d := range found {
			if d.Span.Start < 0 || d.Span.Start > d.Span.End || d.Span.End > len(text) {
				t.Fatalf("%s at %d-%d of %d", d.Code, d.Span.Start, d.Span.End, len(text))
			}
		}
	})
}
