package e2e

import (
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/jackc/pgx/v5/pgconn"

	"github.com/trigc/trigc/internal/compile"
	"github.com/trigc/trigc/internal/config"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/pgtest"
)

// A document is a page whose code is run as it stands. Each heading that has
// code below it is an example, with a database of its own; smaller headings
// belong to it. Its code blocks are of the following forms, and a block of none
// of them fails the test.
//
// The first, of sql, starts with CREATE or a directive: the schema. It is
// loaded and compiled, without a finding, and what came out is installed.
//
// Each other block of sql is a session: statements, each ending a line with
// its semicolon, and below it, up to an empty line or the next statement, what
// it comes to, as psql prints it but in comments: a table of rows, a
// command's tag, or the error with its DETAIL and HINT.
//
//	UPDATE posts SET status = 'draft';
//	-- ERROR 23514: cannot change …
//	-- HINT: …
//
//	SELECT id, status FROM posts;
//	--  id | status
//	-- ----+-----------
//	--   1 | published
//
// A statement with nothing below it succeeds, and returns no rows. DETAIL and
// HINT of an error can be left out. The line "\i install.sql" is a statement too.
//
// A block of go is declarations, or statements in a function that has a
// context ctx and a connection conn, and returns an error. Either compiles
// against the package that is generated of the schema. Statements that end in
// a comment "// Output:", with what they print, are run where they stand.
type document struct {
	file     string // below the root of the repository
	examples []*docExample
	headings []string // all of them, with their marks
}

// A docExample is the code below a heading.
type docExample struct {
	heading string
	level   int // of the heading: how many marks it has
	schema  string
	line    int // of the schema
	parts   []docPart

	install string
	goFiles map[string][]byte // the package, by path
}

// A docPart is a session or a block of Go.
type docPart struct {
	line       int
	statements []docStatement // of a session
	code       string         // of a block of Go
	decls      bool           // it is declarations
	output     *string        // what it prints; nil if it is not run
}

// A docStatement is a statement and what it comes to.
type docStatement struct {
	line int
	sql  string
	want []string // the comments below it, without their marks
}

// installLine is the command of psql that runs install.sql.
const installLine = `\i install.sql`

var fence = regexp.MustCompile("^```(.*)$")

// parseDocument reads a page.
func parseDocument(file, text string) (*document, error) {
	d := &document{file: file}
	current := &docExample{level: 7} // no heading is smaller
	lines := strings.Split(text, "\n")
	for i := 0; i < len(lines); i++ {
		if strings.HasPrefix(lines[i], "#") {
			d.headings = append(d.headings, lines[i])
			title := strings.TrimLeft(lines[i], "#")
			if level := len(lines[i]) - len(title); current.schema == "" || level <= current.level {
				current = &docExample{heading: strings.TrimSpace(title), level: level}
			}
			continue
		}
		m := fence.FindStringSubmatch(lines[i])
		if m == nil {
			if strings.Contains(lines[i], "```") {
				return nil, fmt.Errorf("%s:%d: a code block starts at the start of a line", file, i+1)
			}
			continue
		}
		start := i + 1
		for i++; i < len(lines) && lines[i] != "```"; i++ {
		}
		if i == len(lines) {
			return nil, fmt.Errorf("%s:%d: the code block has no end", file, start)
		}
		block := lines[start:i]
		part := docPart{line: start + 1}
		switch {
		case m[1] == "sql" && isSchema(block):
			if current.schema != "" {
				return nil, fmt.Errorf("%s:%d: a second schema below one heading", file, start+1)
			}
			current.schema, current.line = strings.Join(block, "\n")+"\n", start+1
			d.examples = append(d.examples, current)
			continue
		case m[1] != "sql" && m[1] != "go":
			return nil, fmt.Errorf("%s:%d: a code block of %q", file, start, m[1])
		case current.schema == "":
			return nil, fmt.Errorf("%s:%d: code without a schema before it", file, start+1)
		case m[1] == "sql":
			var err error
			if part.statements, err = parseSession(block, start+1); err != nil {
				return nil, fmt.Errorf("%s:%w", file, err)
			}
		default:
			if err := part.parseGo(strings.Join(block, "\n")); err != nil {
				return nil, fmt.Errorf("%s:%d: %w", file, start+1, err)
			}
		}
		current.parts = append(current.parts, part)
	}
	for _, e := range d.examples {
		if len(e.parts) == 0 {
			return nil, fmt.Errorf("%s:%d: a schema that nothing is done with", file, e.line)
		}
	}
	return d, nil
}

func isSchema(block []string) bool {
	return len(block) > 0 && (strings.HasPrefix(block[0], "CREATE ") || strings.HasPrefix(block[0], "-- pgtrigger:"))
}

// parseSession reads the statements of a block that starts at a line.
func parseSession(block []string, first int) ([]docStatement, error) {
	var list []docStatement
	var s *docStatement // that is not ended yet
	below := false      // what comes next stands below a statement
	for i, line := range block {
		at := first + i
		switch comment, isComment := strings.CutPrefix(line, "--"); {
		case s != nil && strings.TrimSpace(line) == "":
			return nil, fmt.Errorf("%d: an empty line in a statement", at)
		case s != nil:
			s.sql += "\n" + line
		case strings.TrimSpace(line) == "":
			below = false
		case isComment && !below:
			return nil, fmt.Errorf("%d: a comment that stands below no statement", at)
		case isComment:
			comment, ok := strings.CutPrefix(comment, " ")
			if !ok {
				return nil, fmt.Errorf("%d: a comment without a blank", at)
			}
			last := &list[len(list)-1]
			last.want = append(last.want, comment)
		default:
			list = append(list, docStatement{line: at, sql: line})
			s = &list[len(list)-1]
		}
		if s != nil && (strings.HasSuffix(line, ";") || s.sql == installLine) {
			s, below = nil, true
		}
	}
	if s != nil {
		return nil, fmt.Errorf("%d: a statement without a semicolon at the end of a line", s.line)
	}
	if len(list) == 0 {
		return nil, fmt.Errorf("%d: no statements", first)
	}
	for _, s := range list {
		if err := checkWant(s.want); err != nil {
			return nil, fmt.Errorf("%d: %w", s.line, err)
		}
	}
	return list, nil
}

var (
	wantError = regexp.MustCompile(`^ERROR [0-9A-Z]{5}: \S`)
	wantField = regexp.MustCompile(`^(DETAIL|HINT): \S`)
	wantTag   = regexp.MustCompile(`^[A-Z]+(?: [A-Z]+)*(?: [0-9]+)*$`)
	wantRule  = regexp.MustCompile(`^-+(?:\+-+)*$`)
)

// checkWant says whether a comment is of a form that a result can have.
func checkWant(want []string) error {
	switch {
	case len(want) == 0:
		return nil
	case wantError.MatchString(want[0]):
		for _, line := range want[1:] {
			if !wantField.MatchString(line) {
				return fmt.Errorf("%q is neither DETAIL nor HINT of an error", line)
			}
		}
		return nil
	case len(want) == 1 && wantTag.MatchString(want[0]):
		return nil
	case len(want) > 2 && wantRule.MatchString(want[1]):
		for _, line := range want[2:] {
			if line == "(0 rows)" && len(want) == 3 {
				return nil
			}
			if strings.Count(line, "|") != strings.Count(want[0], "|") {
				return fmt.Errorf("row %q has not the columns of %q", line, want[0])
			}
		}
		return nil
	}
	return fmt.Errorf("%q is no result", strings.Join(want, "\n"))
}

// result is what a statement came to, as a document would have it.
func docResult(results []*pgconn.Result, e *pgconn.PgError) []string {
	if e != nil {
		lines := []string{"ERROR " + e.Code + ": " + e.Message}
		if e.Detail != "" {
			lines = append(lines, "DETAIL: "+e.Detail)
		}
		if e.Hint != "" {
			lines = append(lines, "HINT: "+e.Hint)
		}
		return lines
	}
	if len(results) != 1 {
		return []string{fmt.Sprintf("%d results", len(results))}
	}
	r := results[0]
	if len(r.FieldDescriptions) == 0 {
		return []string{r.CommandTag.String()}
	}
	names := make([]string, len(r.FieldDescriptions))
	for i, f := range r.FieldDescriptions {
		names[i] = f.Name
	}
	lines := []string{strings.Join(names, " | "), "-"}
	for _, row := range r.Rows {
		cells := make([]string, len(row))
		for i, v := range row {
			cells[i] = string(v)
			if v == nil {
				cells[i] = "NULL"
			}
		}
		lines = append(lines, strings.Join(cells, " | "))
	}
	if len(r.Rows) == 0 {
		lines = append(lines, "(0 rows)")
	}
	return lines
}

// sameResult says whether a document's lines are a result: blanks around the
// cells of a table are as they please.
func sameResult(want, got []string) bool {
	if len(want) == 0 { // it succeeds and returns nothing
		return len(got) == 1 && !wantError.MatchString(got[0])
	}
	if wantError.MatchString(want[0]) {
		return want[0] == got[0] && !slices.ContainsFunc(want[1:], func(line string) bool { return !slices.Contains(got[1:], line) })
	}
	if len(want) != len(got) {
		return false
	}
	table := len(want) > 2 && wantRule.MatchString(want[1])
	for i := range want {
		if !table {
			if want[i] != got[i] {
				return false
			}
		} else if i != 1 && !slices.Equal(cells(want[i]), cells(got[i])) {
			return false
		}
	}
	return true
}

func cells(line string) []string {
	list := strings.Split(line, "|")
	for i := range list {
		list[i] = strings.TrimSpace(list[i])
	}
	return list
}

// parseGo finds out what a block of Go is.
func (p *docPart) parseGo(code string) error {
	p.code = code
	_, err := parser.ParseFile(token.NewFileSet(), "", "package p\n"+code, 0)
	p.decls = err == nil
	if p.decls {
		return nil
	}
	if _, err := parser.ParseFile(token.NewFileSet(), "", "package p\nfunc _() error {\n"+code+"\n}", 0); err != nil {
		return errors.New("neither declarations nor statements: " + err.Error())
	}
	if _, comment, found := strings.Cut(code, "\n// Output:"); found {
		var lines []string
		for i, line := range strings.Split(comment, "\n") {
			text, ok := strings.CutPrefix(line, "//")
			if i > 0 && !ok {
				return errors.New("code below the output")
			}
			if i == 0 {
				text = line
			}
			lines = append(lines, strings.TrimSpace(text))
		}
		output := strings.TrimSpace(strings.Join(lines, "\n"))
		p.output = &output
	}
	return nil
}

// run compiles the examples, and does what they say.
func (d *document) run(t *testing.T) {
	t.Helper()
	compiled := true
	for _, e := range d.examples {
		compiled = e.compile(t, d.file) && compiled
	}
	if !compiled {
		return
	}
	program := d.program(t)
	for i, e := range d.examples {
		t.Run(e.heading, func(t *testing.T) {
			t.Parallel()
			d.play(t, e, i, program)
		})
	}
}

// play does what an example says, in a database of its own.
func (d *document) play(t *testing.T, e *docExample, index int, program string) {
	dsn := pgtest.DB(t)
	conn := connectStrict(t, dsn)
	mustRun(t, conn, e.schema)
	mustRun(t, conn, "BEGIN;\n"+e.install+"\n;COMMIT")
	for j, p := range e.parts {
		for _, s := range p.statements {
			d.do(t, conn, e, s)
		}
		if p.output == nil {
			continue
		}
		cmd := exec.Command(program, docFunc(index, j))
		cmd.Env = append(os.Environ(), "DATABASE_URL="+dsn)
		out, err := cmd.CombinedOutput()
		if got := strings.TrimSpace(string(out)); err != nil || got != *p.output {
			t.Errorf("%s:%d: %v, and it prints\n%s\nbut it says\n%s", d.file, p.line, err, got, *p.output)
		}
	}
}

// do runs a statement, which comes to what the document says.
func (d *document) do(t *testing.T, conn *pgconn.PgConn, e *docExample, s docStatement) {
	t.Helper()
	if s.sql == installLine {
		mustRun(t, conn, e.install)
		return
	}
	results, pgErr := runDescribed(t, conn, s.sql)
	if got := docResult(results, pgErr); !sameResult(s.want, got) {
		t.Errorf("%s:%d: %s\n-- %s\nbut it says\n-- %s", d.file, s.line, s.sql, strings.Join(got, "\n-- "), strings.Join(s.want, "\n-- "))
	}
}

// runDescribed is run with the columns of results that have no rows too.
func runDescribed(t *testing.T, conn *pgconn.PgConn, sql string) ([]*pgconn.Result, *pgconn.PgError) {
	t.Helper()
	var results []*pgconn.Result
	reader := conn.Exec(t.Context(), sql)
	for reader.NextResult() {
		columns := slices.Clone(reader.ResultReader().FieldDescriptions())
		result := reader.ResultReader().Read()
		result.FieldDescriptions = columns
		results = append(results, result)
	}
	err := reader.Close()
	var pgErr *pgconn.PgError
	if err != nil && !errors.As(err, &pgErr) {
		t.Fatalf("%v\n%s", err, sql)
	}
	return results, pgErr
}

// compile fills in what comes out, and reports whether there is nothing to say.
func (e *docExample) compile(t *testing.T, file string) bool {
	t.Helper()
	report := &diag.Report{}
	cfg := config.Config{
		Postgres: pgtest.Major(t), Schema: []string{"schema.sql"}, SQL: config.SQL{Install: "install.sql"},
		Go: config.Go{Out: "triggers", Package: "triggers", Driver: "pgx/v5"},
	}
	result, err := compile.Compile(fstest.MapFS{"schema.sql": {Data: []byte(e.schema)}}, cfg, report)
	if err != nil {
		t.Fatal(err)
	}
	if len(report.Sorted()) > 0 {
		t.Errorf("%s:%d: the schema has findings:\n%s", file, e.line, diagnostics(t, report))
		return false
	}
	e.goFiles = map[string][]byte{}
	for _, o := range result.Outputs {
		if o.Path == "install.sql" {
			e.install = string(o.Data)
		} else {
			e.goFiles[o.Path] = o.Data
		}
	}
	return true
}

// docImports are the packages that Go in a document can name without an import.
var docImports = map[string]string{
	"context": "context", "errors": "errors", "fmt": "fmt", "log": "log", "time": "time", "http": "net/http",
	"pgx": "github.com/jackc/pgx/v5", "pgconn": "github.com/jackc/pgx/v5/pgconn", "pgxpool": "github.com/jackc/pgx/v5/pgxpool",
}

func docFunc(example, part int) string { return fmt.Sprintf("Run%d_%d", example, part) }

// program builds the Go of all examples into one program, which runs the block
// that its argument names on the database of DATABASE_URL. It returns "" if
// there is no Go.
func (d *document) program(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	tourModule(t, dir)
	write := func(path, text string) {
		t.Helper()
		path = filepath.Join(dir, path)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	var imports, cases strings.Builder
	for i, e := range d.examples {
		var code strings.Builder
		name := "_" // of a package that is compiled, and not called
		for j, p := range e.parts {
			switch place := fmt.Sprintf("//line %s:%d\n", d.file, p.line); {
			case p.code == "":
			case p.decls:
				code.WriteString(place + p.code + "\n")
			default:
				fmt.Fprintf(&code, "func %s(ctx context.Context, conn *pgx.Conn) error {\n%s%s\nreturn nil\n}\n", docFunc(i, j), place, p.code)
				name = fmt.Sprintf("ex%d", i)
				fmt.Fprintf(&cases, "case %q:\nrun = ex%d.%[1]s\n", docFunc(i, j), i)
			}
		}
		if code.Len() == 0 {
			continue
		}
		pkg := fmt.Sprintf("ex%d", i)
		for path, data := range e.goFiles {
			write(filepath.Join(pkg, path), string(data))
		}
		write(filepath.Join(pkg, "code.go"), goFile(t, pkg, code.String()))
		fmt.Fprintf(&imports, "%s %q\n", name, "example.com/blog/"+pkg)
	}
	if imports.Len() == 0 {
		return ""
	}
	write("main.go", `package main

import (
	"context"
	"log"
	"os"

	"github.com/jackc/pgx/v5"
`+imports.String()+`)

func main() {
	var run func(context.Context, *pgx.Conn) error
	switch os.Args[1] {
`+cases.String()+`}
	ctx := context.Background()
	conn, err := pgx.Connect(ctx, os.Getenv("DATABASE_URL"))
	if err != nil {
		log.Fatal(err)
	}
	if _, err := conn.Exec(ctx, "SET lock_timeout = '5s'"); err != nil {
		log.Fatal(err)
	}
	if err := run(ctx, conn); err != nil {
		log.Fatal(err)
	}
}
`)
	program := filepath.Join(dir, "program")
	build := exec.Command("go", "build", "-o", program, ".")
	build.Dir, build.Env = dir, append(os.Environ(), "GOFLAGS=-mod=mod")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%s: %v\n%s", d.file, err, out)
	}
	return program
}

// goFile is a file with the code and the imports that it names.
func goFile(t *testing.T, pkg, code string) string {
	t.Helper()
	f, err := parser.ParseFile(token.NewFileSet(), "", "package p\n"+code, 0)
	if err != nil {
		t.Fatal(err)
	}
	named := map[string]bool{}
	ast.Inspect(f, func(n ast.Node) bool {
		if sel, ok := n.(*ast.SelectorExpr); ok {
			if id, ok := sel.X.(*ast.Ident); ok && id.Obj == nil {
				named[id.Name] = true
			}
		}
		return true
	})
	var b strings.Builder
	fmt.Fprintf(&b, "package %s\n\nimport (\n", pkg)
	if named["triggers"] {
		fmt.Fprintf(&b, "%q\n", "example.com/blog/"+pkg+"/triggers")
	}
	for name, path := range docImports {
		if named[name] {
			fmt.Fprintf(&b, "%q\n", path)
		}
	}
	b.WriteString(")\n\n" + code)
	return b.String()
}

func TestParseDocument(t *testing.T) {
	const page = "# Page\n\n## One\n\nText.\n\n```sql\nCREATE TABLE t (a int);\n```\n\n```sql\nINSERT INTO t\nVALUES (1);\n-- INSERT 0 1\nSELECT a\nFROM t;\n--  a\n-- ---\n--  1\n\nDELETE FROM t;\n```\n" +
		"```go\nfunc f() {}\n```\n```go\nf()\nfmt.Println(1)\n// Output: 1\n// 2\n```\n"
	d, err := parseDocument("page.md", page)
	if err != nil {
		t.Fatal(err)
	}
	e := d.examples[0]
	if len(d.examples) != 1 || e.heading != "One" || e.line != 8 || e.schema != "CREATE TABLE t (a int);\n" || len(e.parts) != 3 {
		t.Fatalf("examples are %+v", e)
	}
	want := []docStatement{
		{12, "INSERT INTO t\nVALUES (1);", []string{"INSERT 0 1"}},
		{15, "SELECT a\nFROM t;", []string{" a", "---", " 1"}},
		{21, "DELETE FROM t;", nil},
	}
	if got := fmt.Sprintf("%+v", e.parts[0].statements); got != fmt.Sprintf("%+v", want) {
		t.Errorf("statements are %s", got)
	}
	if p := e.parts[1]; !p.decls || p.output != nil {
		t.Errorf("the declaration is %+v", p)
	}
	if p := e.parts[2]; p.decls || p.output == nil || *p.output != "1\n2" {
		t.Errorf("the statements are %+v", p)
	}

	const schema = "```sql\nCREATE TABLE t (a int);\n```\n"
	for page, want := range map[string]string{
		"```sql\nSELECT 1;\n":                                        "has no end",
		"  ```sql\n  SELECT 1;\n  ```\n":                             "start of a line",
		"```sql\nSELECT 1;\n```\n":                                   "without a schema",
		"```python\nx\n```\n":                                        `of "python"`,
		schema:                                                       "nothing is done",
		schema + "# Next\n```sql\nSELECT 1;\n```\n":                  "without a schema",
		schema + schema:                                              "second schema",
		schema + "```sql\n-- x\nSELECT 1;\n```\n":                    "below no statement",
		schema + "```sql\nSELECT 1;\n\n-- SELECT 1\n```\n":           "below no statement",
		schema + "```sql\nSELECT 1\n```\n":                           "without a semicolon",
		schema + "```sql\nSELECT\n\n1;\n```\n":                       "empty line in a statement",
		schema + "```sql\nSELECT 1;\n--1\n```\n":                     "without a blank",
		schema + "```sql\nSELECT 1;\n-- it is one\n```\n":            "is no result",
		schema + "```sql\nSELECT 1;\n--  a\n-- ---\n```\n":           "is no result",
		schema + "```sql\nSELECT 1;\n--  a\n-- ---\n--  1|2\n```\n":  "has not the columns",
		schema + "```sql\nSELECT 1;\n-- ERROR: x\n```\n":             "is no result",
		schema + "```sql\nSELECT 1;\n-- ERROR 23514: x\n-- y\n```\n": "neither DETAIL nor HINT",
		schema + "```sql\n\n```\n":                                   "no statements",
		schema + "```go\nf(\n```\n":                                  "neither declarations nor statements",
		schema + "```go\nf()\n// Output: 1\nf()\n```\n":              "code below the output",
	} {
		if _, err := parseDocument("page.md", page); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s\nerror %v, want one with %q", page, err, want)
		}
	}
}

func TestSameResult(t *testing.T) {
	rows := []*pgconn.Result{{
		FieldDescriptions: []pgconn.FieldDescription{{Name: "a"}, {Name: "b"}},
		Rows:              [][][]byte{{[]byte("1"), nil}},
	}}
	none := []*pgconn.Result{{FieldDescriptions: rows[0].FieldDescriptions}}
	tag := []*pgconn.Result{{CommandTag: pgconn.NewCommandTag("UPDATE 2")}}
	refused := &pgconn.PgError{Code: "23514", Message: "no way", Hint: "go away"}
	for _, test := range []struct {
		want    string
		results []*pgconn.Result
		err     *pgconn.PgError
		same    bool
	}{
		{"UPDATE 2", tag, nil, true},
		{"", tag, nil, true},
		{"UPDATE 1", tag, nil, false},
		{"ERROR 23514: no way\nHINT: go away", nil, refused, true},
		{"ERROR 23514: no way", nil, refused, true},
		{"ERROR 23514: no way\nHINT: go", nil, refused, false},
		{"ERROR 23514: no way\nDETAIL: go away", nil, refused, false},
		{"ERROR 23514: no  way\nHINT: go away", nil, refused, false},
		{"ERROR 23001: no way\nHINT: go away", nil, refused, false},
		{"ERROR 23514: no way\nHINT: go away", tag, nil, false},
		{"UPDATE 2", nil, refused, false},
		{"", nil, refused, false},
		{"", nil, &pgconn.PgError{Code: "23514", Message: "no"}, false},
		{" a | b\n---+------\n 1 | NULL", rows, nil, true},
		{" a | c\n---+------\n 1 | NULL", rows, nil, false},
		{" a | b\n---+------\n 1 | ", rows, nil, false},
		{" a | b\n---+------\n 1 | NULL\n 2 | 3", rows, nil, false},
		{" a | b\n---+------\n(0 rows)", rows, nil, false},
		{" a | b\n---+------\n(0 rows)", none, nil, true},
		{"", rows, nil, false},
		{"", none, nil, false},
	} {
		var want []string
		if test.want != "" {
			want = strings.Split(test.want, "\n")
		}
		if got := sameResult(want, docResult(test.results, test.err)); got != test.same {
			t.Errorf("%q is the result: %v, want %v", test.want, got, test.same)
		}
	}
}
