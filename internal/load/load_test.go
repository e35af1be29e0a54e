package load

import (
	"errors"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/trigc/trigc/internal/config"
	"github.com/trigc/trigc/internal/diag"
)

const (
	gooseText  = "-- +goose Up\nSELECT 1;\n-- +goose Down\nSELECT 2;\n"
	dbmateText = "-- migrate:up\nSELECT 1;\n-- migrate:down\nSELECT 2;\n"
	rubenvText = "-- +migrate Up\nSELECT 1;\n-- +migrate Down\nSELECT 2;\n"
	ternText   = "SELECT 1;\n---- create above / drop below ----\nSELECT 2;\n"
	plainText  = "SELECT 1;\n"
)

// tree is a file system: each field is a name, and after "=" what is in the
// file; plain SQL if that is not given.
func tree(files string) fstest.MapFS {
	fsys := fstest.MapFS{}
	for field := range strings.FieldsSeq(files) {
		name, text, _ := strings.Cut(field, "=")
		switch text {
		case "":
			text = plainText
		case "goose":
			text = gooseText
		case "dbmate":
			text = dbmateText
		case "rubenv":
			text = rubenvText
		case "tern":
			text = ternText
		case "checkpoint":
			text = "-- atlas:checkpoint\n\nSELECT 1;\n"
		}
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return fsys
}

var fileTests = []struct {
	name, tree, patterns, format string
	want                         string // paths, in order
	found                        []string
}{
	{"a file", "a.sql b.sql", "b.sql", "", "b.sql", nil},
	{"any extension", "a.ddl", "a.ddl", "", "a.ddl", nil},
	{"in the order of the patterns, each once", "a.sql b.sql s/c.sql", "s/c.sql *.sql ./b.sql **/*.sql", "", "s/c.sql a.sql b.sql", nil},
	{"a glob sorts by bytes", "s/a.sql s/B.sql s/é.sql s/10.sql s/9.sql", "s/*.sql", "", "s/10.sql s/9.sql s/B.sql s/a.sql s/é.sql", nil},
	{"two stars", "s/a.sql s/x/b.sql s/x/y/c.sql t.sql", "s/**/*.sql", "", "s/a.sql s/x/b.sql s/x/y/c.sql", nil},
	{"two stars to the end", "s/a.sql s/x/b.sql s/x/r.md", "s/**", "", "s/a.sql s/x/b.sql", nil},
	{"a glob with its own extension", "s/a.ddl s/a.sql", "s/*.ddl", "", "s/a.ddl", nil},
	{"a glob without one", "s/a.ddl s/a.sql s/.h.sql s/d/x.sql", "s/*", "", "s/a.sql s/d/x.sql", nil},
	{"a choice", "a.sql b.sql c.sql", "{c,a}.sql", "", "a.sql c.sql", nil},
	{"a file named like a glob", "[a].sql a.sql", "[a].sql", "", "[a].sql", nil},
	{"a glob of directories", "x/m/1.sql y/m/1.sql y/n/2.sql", "*/m", "", "x/m/1.sql y/m/1.sql", nil},
	{"a directory", "s/b.sql s/a.sql s/.h.sql s/x.md s/a.down.sql s/d/c.sql", "s", "", "s/a.sql s/b.sql", nil},
	{"the directory itself", "b.sql a.sql", ".", "", "a.sql b.sql", nil},
	{"no such file", "posts.sql", "post.sql", "", "", []string{"no-schema-files"}},
	{"no match", "a.sql", "b/*.sql a.sql", "", "a.sql", []string{"no-schema-files"}},
	{"no SQL in the directory", "s/x.md s/d/a.sql", "s", "", "", []string{"no-schema-files"}},
	{"a malformed glob", "a.sql", "[a", "", "", []string{"no-schema-files"}},
	{"out of the tree", "a.sql", "../a.sql", "", "", []string{"no-schema-files"}},

	{"goose by number", "m/10_c.sql=goose m/9_b.sql=goose m/001_a.sql=goose", "m", "", "m/001_a.sql m/9_b.sql m/10_c.sql", nil},
	{"goose skips what it does", "m/1_a.sql=goose m/2_b.sql=goose m/seed.sql m/0_z.sql=goose m/99999999999999999999_x.sql=goose m/3.sql=goose m/x.go=package m/4_x_test.go=package",
		"m", "", "m/1_a.sql m/2_b.sql", []string{`skipped-file ""`}},
	{"goose Go migrations", "m/1_a.sql=goose m/2_b.go=package m/3_c.sql=goose", "m", "", "m/1_a.sql m/3_c.sql", []string{`not-followed ""`}},
	{"goose duplicates", "m/1_a.sql=goose m/01_b.sql=goose m/1_c.go=package", "m", "", "m/01_b.sql m/1_a.sql",
		[]string{`duplicate-version ""`, `duplicate-version ""`, `not-followed ""`}},
	{"goose by a glob", "m/10_c.sql=goose m/9_b.sql=goose", "m/*.sql", "", "m/9_b.sql m/10_c.sql", nil},
	{"two directories by a glob", "m/10_c.sql=goose m/9_b.sql=goose s/a.sql s/10.sql s/9.sql", "*/*.sql", "", "m/9_b.sql m/10_c.sql s/10.sql s/9.sql s/a.sql", nil},
	{"one odd file is no tool", "s/1_a.sql=goose s/b.sql s/c.sql", "s", "", "s/1_a.sql s/b.sql s/c.sql", nil},
	{"goose by force", "m/2_a.sql=goose m/10_b.sql=goose m/x.sql m/y.sql m/z.sql", "m", "goose", "m/2_a.sql m/10_b.sql", []string{`skipped-file ""`}},
	{"plain by force", "m/10_c.sql=goose m/9_b.sql=goose", "m", "plain", "m/10_c.sql m/9_b.sql", nil},

	{"golang-migrate", "m/10_c.up.sql m/10_c.down.sql m/9_b.up.sql m/9_b.down.sql m/x.sql m/7.up.sql", "m", "", "m/9_b.up.sql m/10_c.up.sql", []string{`skipped-file ""`}},
	{"golang-migrate duplicates", "m/1_a.up.sql m/1_a.down.sql m/01_b.up.sql", "m", "", "m/01_b.up.sql m/1_a.up.sql", []string{`duplicate-version ""`}},
	{"golang-migrate takes a name with dots and other extensions", "m/1_a.b.up.sql m/1_a.b.down.sql m/2_c.up.pgsql", "m", "golang-migrate", "m/1_a.b.up.sql m/2_c.up.pgsql", nil},
	{"golang-migrate up to the largest version", "m/18446744073709551615_b.up.sql m/18446744073709551616_c.up.sql m/2_a.up.sql", "m", "", "m/2_a.up.sql m/18446744073709551615_b.up.sql", []string{`skipped-file ""`}},
	{"golang-migrate by a glob", "m/10_c.up.sql m/10_c.down.sql m/9_b.up.sql m/9_b.down.sql", "m/*.sql", "", "m/9_b.up.sql m/10_c.up.sql", nil},
	{"a down file by name", "m/9_b.up.sql m/9_b.down.sql", "m/9_b.down.sql", "", "m/9_b.down.sql", nil},

	{"dbmate by name", "m/10_c.sql=dbmate m/9_b.sql=dbmate m/1x.sql=dbmate m/x1.sql=dbmate", "m", "", "m/10_c.sql m/1x.sql m/9_b.sql", []string{`skipped-file ""`}},
	{"dbmate duplicates", "m/10_c.sql=dbmate m/10_d.sql=dbmate m/010_d.sql=dbmate", "m", "", "m/010_d.sql m/10_c.sql m/10_d.sql", []string{`duplicate-version ""`}},

	{"sql-migrate", "m/10_c.sql=rubenv m/9_b.sql=rubenv m/a.sql=rubenv m/9_a.sql=rubenv", "m", "", "m/9_a.sql m/9_b.sql m/10_c.sql m/a.sql", nil},
	{"sql-migrate too large", "m/99999999999999999999_c.sql=rubenv m/9_b.sql=rubenv", "m", "", "m/9_b.sql", []string{`bad-version ""`, `skipped-file ""`}},

	{"tern", "m/002_b.sql=tern m/1_a.sql m/3_c.sql=tern m/shared/v.sql m/10_x.md", "m", "", "m/1_a.sql m/002_b.sql m/3_c.sql", nil},
	{"tern by its configuration", "m/002_b.sql m/1_a.sql m/tern.conf", "m", "", "m/1_a.sql m/002_b.sql", nil},
	{"tern gap", "m/1_a.sql=tern m/3_c.sql=tern", "m", "", "m/1_a.sql m/3_c.sql", []string{`missing-version ""`}},
	{"tern twice", "m/1_a.sql=tern m/01_b.sql=tern m/2_c.sql=tern", "m", "", "m/01_b.sql m/1_a.sql m/2_c.sql", []string{`duplicate-version ""`}},
	{"tern no timestamps", "m/20060102150405_a.sql=tern m/1_a.sql=tern m/0_a.sql=tern", "m", "", "m/1_a.sql", []string{`bad-version ""`, `skipped-file ""`, `bad-version ""`}},

	{"atlas", "m/10_c.sql m/9_b.sql m/atlas.sum m/1.sql", "m", "", "m/1.sql m/10_c.sql m/9_b.sql", nil},
	{"atlas duplicates", "m/1_c.sql m/1_b.sql m/atlas.sum", "m", "", "m/1_b.sql m/1_c.sql", []string{`duplicate-version ""`}},
	{"atlas starts at a checkpoint", "m/1_a.sql m/2_b.sql=checkpoint m/3_c.sql m/atlas.sum", "m", "", "m/2_b.sql m/3_c.sql", []string{`skipped-file ""`}},
	{"goose with the sums of Atlas", "m/10_c.sql=goose m/9_b.sql=goose m/atlas.sum", "m", "", "m/9_b.sql m/10_c.sql", nil},

	{"flyway", "m/V10__c.sql m/V9__b.sql m/V9.1__x.sql m/V9_0_2__y.sql m/R__b_x.sql m/R__a.sql m/U9__b.sql m/V1__a.SQL", "m", "", "m/V1__a.SQL m/V9__b.sql m/V9_0_2__y.sql m/V9.1__x.sql m/V10__c.sql m/R__a.sql m/R__b_x.sql", nil},
	{"flyway baseline", "m/V1__a.sql m/V2__b.sql m/V3__c.sql m/B2__x.sql m/B1__y.sql m/R__r.sql", "m", "", "m/B2__x.sql m/V3__c.sql m/R__r.sql", nil},
	{"flyway directories", "m/a/V2__b.sql m/b/V1__a.sql m/b/.c/V3__z.sql", "m", "", "m/b/V1__a.sql m/a/V2__b.sql", nil},
	{"flyway duplicates", "m/V1__a.sql m/V1.0__b.sql m/V01_2__c.sql", "m", "", "m/V1.0__b.sql m/V1__a.sql m/V01_2__c.sql", []string{`duplicate-version ""`}},
	{"flyway names", "m/V1__a.sql m/Va__a.sql m/V1..2__a.sql m/R1__x.sql m/v1__x.sql m/afterMigrate.sql m/V2.sql m/V3__c.sql m/V4__d.sql m/V5__e.sql m/V6__e.sql", "m", "flyway", "m/V1__a.sql m/V2.sql m/V3__c.sql m/V4__d.sql m/V5__e.sql m/V6__e.sql", []string{`skipped-file ""`}},
}

func TestFiles(t *testing.T) {
	for _, tt := range fileTests {
		t.Run(tt.name, func(t *testing.T) {
			var r diag.Report
			files, err := Files(tree(tt.tree), ".", strings.Fields(tt.patterns), tt.format, &r)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, f := range files {
				got = append(got, f.Path())
				if strings.Contains(f.SQL(), "SELECT 2") && tt.format != "plain" {
					t.Errorf("%s: the way down is not masked: %q", f.Path(), f.SQL())
				}
				if !strings.Contains(f.SQL(), "SELECT 1") {
					t.Errorf("%s: the way up is masked: %q", f.Path(), f.SQL())
				}
			}
			if strings.Join(got, " ") != tt.want {
				t.Errorf("\ngot  %s\nwant %s", strings.Join(got, " "), tt.want)
			}
			found := show(&r)
			slices.Sort(found)
			slices.Sort(tt.found)
			if !slices.Equal(found, tt.found) {
				t.Errorf("found %q, want %q", found, tt.found)
				for _, d := range r.Sorted() {
					t.Log(d.Code, d.Message, d.Help)
				}
			}
		})
	}
}

// Paths are relative to the base, below it and above.
func TestBase(t *testing.T) {
	fsys := tree("a/b/s/x.sql a/y.sql z.sql ab/w.sql")
	var r diag.Report
	files, err := Files(fsys, "a/b", []string{"s", "../y.sql", "../../z.sql", "../../ab/*.sql", "../../../q.sql"}, "", &r)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, f := range files {
		got = append(got, f.Path())
	}
	if want := "s/x.sql ../y.sql ../../z.sql ../../ab/w.sql"; strings.Join(got, " ") != want {
		t.Errorf("got %s, want %s", got, want)
	}
	list := r.Sorted()
	if len(list) != 1 || list[0].Message != `no schema files match "../../../q.sql"` {
		t.Errorf("found %+v", list)
	}
}

func TestNoMatchSaysWhat(t *testing.T) {
	var r diag.Report
	if _, err := Files(tree("posts.sql s/d/x.sql"), ".", []string{"post.sql", "s"}, "", &r); err != nil {
		t.Fatal(err)
	}
	list := r.Sorted()
	if len(list) != 2 || list[0].Help != `did you mean "posts.sql"?` || !list[0].Span.IsZero() ||
		list[1].Message != `no schema files match "s"` || !strings.Contains(list[1].Help, `"s/**/*.sql"`) {
		t.Errorf("got %+v", list)
	}
}

func TestDuplicateNamesBoth(t *testing.T) {
	var r diag.Report
	if _, err := Files(tree("m/1_a.sql=goose m/01_b.sql=goose"), ".", []string{"m"}, "", &r); err != nil {
		t.Fatal(err)
	}
	d := r.Sorted()[0]
	if d.Span.Path() != "m/1_a.sql" || d.Related[0].Span.Path() != "m/01_b.sql" ||
		d.Message != `goose takes "01_b.sql" and "1_a.sql" for the same version, 1` {
		t.Errorf("got %+v", d)
	}
}

func TestFlywayConfiguration(t *testing.T) {
	fsys := fstest.MapFS{
		"V1__a.sql":      {Data: []byte("SELECT '${x}';")},
		"V2__b.sql":      {Data: []byte("SELECT '${x}';")},
		"V2__b.sql.conf": {Data: []byte("executeInTransaction=false\nplaceholderReplacement = false\r\n")},
	}
	var r diag.Report
	files, err := Files(fsys, ".", []string{"."}, "", &r)
	if err != nil || len(files) != 2 {
		t.Fatal(files, err)
	}
	if files[0].SQL() != "SELECT '__x_';" || files[1].SQL() != "SELECT '${x}';" {
		t.Errorf("got %q and %q", files[0].SQL(), files[1].SQL())
	}
}

// brokenFS cannot read one file.
type brokenFS struct{ fstest.MapFS }

var errBroken = errors.New("broken")

func (b brokenFS) ReadFile(name string) ([]byte, error) {
	if name == "s/b.sql" {
		return nil, errBroken
	}
	return b.MapFS.ReadFile(name)
}

func TestTroubleIsAnError(t *testing.T) {
	for _, pattern := range []string{"s", "s/*.sql", "s/b.sql"} {
		var r diag.Report
		_, err := Files(brokenFS{tree("s/a.sql s/b.sql")}, ".", []string{pattern}, "", &r)
		if !errors.Is(err, errBroken) || r.HasErrors() {
			t.Errorf("%s: got %v and %v", pattern, err, r.Sorted())
		}
	}
}

var _ fs.ReadFileFS = brokenFS{}

func TestSqlc(t *testing.T) {
	const files = "db/a.sql db/b.sql db/m/10_x.sql=goose db/m/9_y.sql=goose my/c.sql"
	tests := []struct {
		name, file, text, want string
		found                  []string
	}{
		{"version 2", "sqlc.yaml", `version: "2"
sql:
  - engine: postgresql
    schema: db/b.sql
    queries: q
  - engine: mysql
    schema: my
  - engine: "postgresql"
    schema:
      - "db/*.sql"
      - db/m
`, "db/b.sql db/a.sql db/m/9_y.sql db/m/10_x.sql", nil},
		{"version 1", "sqlc.yml", `version: 1
packages:
  - path: x
    schema: [db/a.sql, 'db/b.sql']
  - path: y
    engine: sqlite
    schema: my/c.sql
`, "db/a.sql db/b.sql", nil},
		{"JSON", "sqlc.json", `{"version": "2", "sql": [{"engine": "postgresql", "schema": ["db/a.sql", "db/x.sql"]}]}`, "db/a.sql", []string{`no-schema-files "\"db/x.sql\""`}},
		{"in a directory", "db/sqlc.yaml", "version: '2'\nsql:\n- engine: postgresql\n  schema: [a.sql, ../my/c.sql]\n", "db/a.sql my/c.sql", nil},
		{"a missing file", "sqlc.yaml", "version: '2'\nsql:\n- engine: postgresql\n  schema: é/x.sql # é\n", "", []string{`no-schema-files "é/x.sql"`}},
		{"an alias", "sqlc.yaml", "x: &s db/a.sql\nsql:\n- engine: postgresql\n  schema: [*s]\n", "db/a.sql", nil},
		{"no postgresql", "sqlc.yaml", "version: '2'\nsql:\n- engine: mysql\n  schema: my\n", "", []string{`no-schema-files ""`}},
		{"itself", "sqlc.yaml", "sql:\n- engine: postgresql\n  schema: [sqlc.yaml, db/a.sql]\n", "db/a.sql", nil},
		{"bad YAML", "sqlc.yaml", "version: '2'\nsql:\n\t- engine: x\n", "", []string{`bad-sqlc-config "- engine: x"`}},
		{"bad types", "sqlc.yaml", "version: '2'\nsql: 5\n", "", []string{`bad-sqlc-config "sql: 5"`}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			fsys := tree(files)
			fsys[tt.file] = &fstest.MapFile{Data: []byte(tt.text)}
			var r diag.Report
			list, err := Files(fsys, ".", []string{tt.file}, "", &r)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, f := range list {
				got = append(got, f.Path())
			}
			if strings.Join(got, " ") != tt.want {
				t.Errorf("got %s, want %s", got, tt.want)
			}
			if found := show(&r); !slices.Equal(found, tt.found) {
				t.Errorf("found %q, want %q", found, tt.found)
				for _, d := range r.Sorted() {
					t.Log(d.Code, d.Message, d.Help)
				}
			}
		})
	}
}

// Each format of the configuration is a tool here, and each tool a format.
func TestFormats(t *testing.T) {
	var names []string
	for _, tool := range append(tools(), plain) {
		names = append(names, tool.name)
	}
	if want := slices.Sorted(slices.Values(config.Formats())); !slices.Equal(slices.Sorted(slices.Values(names)), want) {
		t.Errorf("tools %v, formats %v", names, want)
	}
	if toolNamed("") != nil || toolNamed("auto") != nil || toolNamed("goose") != goose {
		t.Error("toolNamed")
	}
}
