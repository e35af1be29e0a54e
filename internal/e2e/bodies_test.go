package e2e

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5/pgconn"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/pgtest"
	"github.com/trigc/trigc/internal/source"
	"github.com/trigc/trigc/parser"
)

// bodiesNeedCatalog are bodies that Postgres refuses for what only a catalog
// knows: types and columns.
var bodiesNeedCatalog = map[string]string{
	"422_declare_unknown_type":        "the type does not exist",
	"423_declare_type_missing_column": "the column does not exist",
	"426_declare_pseudo_type":         "trigger is a pseudo-type",
}

// bodiesFailLater are bodies that Postgres takes and that fail whenever they
// run, which the parser says at once.
var bodiesFailLater = map[string]string{
	"assign_nothing": "an empty list of columns is no value",
}

// bodyPlaces are bodies where trigc points to a place that says more than the
// server's.
var bodyPlaces = map[string]string{
	"if_case":                "the last word is shown, not what is behind it",
	"case_nested":            "the last word is shown, not what is behind it",
	"do_broken":              "the last word is shown, not what is behind it",
	"decl_default_bad":       "the last word is shown, not what is behind it",
	"decl_type_paren":        "the parenthesis is shown that is not closed",
	"diag_stacked_row_count": "the item is shown, not the statement",
	"diag_current_message":   "the item is shown, not the statement",
}

// bodiesBefore are bodies of which versions before one say otherwise than trigc.
var bodiesBefore = map[string]struct {
	version int
	why     string
}{
	"junk_number":     {15, "1a is read as 1 AS a, and libpg_query is of a later version"},
	"pg16_underscore": {15, "it is read as 1 AS _000, which nobody means"},
	"pg16_hex":        {15, "it is read as 0 AS xFF, which nobody means"},
	"pg16_octal":      {15, "it is read as 0 AS o17, which nobody means"},
}

var bodyName = regexp.MustCompile(`(?m)^-- @([a-z0-9_]+)\n`)

// TestBodies asks the server and the parser about each body of
// testdata/bodies: what one takes the other takes, and where both refuse, the
// SQLSTATE is the same.
func TestBodies(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile(filepath.Join(testdata, "bodies", "bodies.sql"))
	if err != nil {
		t.Fatal(err)
	}
	marks := bodyName.FindAllStringSubmatchIndex(string(text), -1)
	if len(marks) == 0 {
		t.Fatal("no bodies")
	}
	conn := bodyServer(t)
	valid := 0
	for i, m := range marks {
		end := len(text)
		if i+1 < len(marks) {
			end = marks[i+1][0]
		}
		body := strings.TrimSuffix(string(text[m[1]:end]), "\n")
		if compareBody(t, conn, string(text[m[2]:m[3]]), body) {
			valid++
		}
	}
	if valid < len(marks)/4 || valid > len(marks)*3/4 {
		t.Errorf("%d of %d bodies are valid: too few of one sort", valid, len(marks))
	}
}

// TestConditionNames has the server say of each name whether it can be raised,
// and with which SQLSTATE.
func TestConditionNames(t *testing.T) {
	t.Parallel()
	conn := bodyServer(t)
	file, err := os.ReadFile("../../parser/plconditions.go")
	if err != nil {
		t.Fatal(err)
	}
	_, list, _ := strings.Cut(string(file), "`")
	list, _, _ = strings.Cut(list, "`")
	words := strings.Fields(list)
	if len(words) < 400 {
		t.Fatalf("%d names", len(words)/2)
	}
	for i := 1; i < len(words); i += 2 {
		name := words[i]
		state, _, _ := strings.Cut(words[i-1], ",")
		mustRun(t, conn, "SAVEPOINT raised")
		_, pgErr := run(t, conn, "DO $$ BEGIN RAISE "+name+"; END $$")
		mustRun(t, conn, "ROLLBACK TO raised")
		if known := pgErr != nil && pgErr.Message == name; known && pgErr.Code != state {
			t.Errorf("%s is %s, and not %s", name, pgErr.Code, state)
		}
		compareBody(t, conn, name, "BEGIN RAISE "+name+"; EXCEPTION WHEN "+name+" THEN RETURN NULL; END")
	}
}

// TestBodiesOfCases compares the bodies of the cases.
func TestBodiesOfCases(t *testing.T) {
	t.Parallel()
	n := 0
	dsn := pgtest.DB(t)
	for _, c := range loadCases(t) {
		conn := connect(t, dsn)
		mustRun(t, conn, "BEGIN; SET LOCAL client_min_messages = error; CREATE SCHEMA trigc_case; SET LOCAL search_path = trigc_case, public")
		for _, p := range c.phases {
			if p.name != "setup" && p.name != "install" {
				break
			}
			var r diag.Report
			file := source.NewFile("x.sql", p.sql)
			tree := parser.ParseAll([]*source.File{file}, nil, &r)[0]
			mustRun(t, conn, "SAVEPOINT phase")
			if _, pgErr := run(t, conn, p.sql); pgErr != nil {
				mustRun(t, conn, "ROLLBACK TO phase")
			}
			for _, s := range tree.Stmts {
				if f, ok := s.(*ast.CreateFunction); ok && f.Returns != nil && f.Returns.Name.Name == "trigger" && f.Language == "plpgsql" && f.Body != nil {
					n++
					compareBody(t, conn, c.name, f.Body.Value)
				}
			}
		}
		conn.Close(t.Context())
	}
	if n < 250 {
		t.Errorf("%d bodies", n)
	}
}

func bodyServer(t *testing.T) *pgconn.PgConn {
	conn := connect(t, pgtest.DB(t))
	mustRun(t, conn, `SET client_min_messages = error;
		CREATE TABLE t (id int, a int, b int, arr int[]); CREATE DOMAIN dom AS int; BEGIN`)
	return conn
}

// compareBody reports whether both take a body.
func compareBody(t *testing.T, conn *pgconn.PgConn, name, body string) bool {
	t.Helper()
	const head = "CREATE FUNCTION trigc_body() RETURNS trigger LANGUAGE plpgsql AS $trigc$"
	sql := head + body + "$trigc$"
	mustRun(t, conn, "SAVEPOINT body")
	_, pgErr := run(t, conn, sql)
	mustRun(t, conn, "ROLLBACK TO body")
	theirs, message := "ok", ""
	if pgErr != nil {
		theirs, message = pgErr.Code, pgErr.Message
	}
	ours, said, at, newer := "ok", "", 0, false
	var r diag.Report
	file := source.NewFile("body.sql", sql)
	trees := parser.ParseAll([]*source.File{file}, nil, &r)
	parser.CheckVersion(trees, pgtest.Major(t), &r)
	for _, d := range r.Sorted() {
		if d.SQLState == "42703" || d.SQLState == "42883" {
			continue // found when the body runs
		}
		at = d.Span.Start - len(head)
		newer = d.Code == "newer-syntax" // which shows the construct, not its first word that is unknown
		ours, said = d.SQLState, fmt.Sprintf("%s <%s>", d.Message, d.Span)
		break
	}
	if before := bodiesBefore[name]; pgtest.Major(t) < before.version {
		if ours == theirs {
			t.Errorf("%s: both say %s (%s)", name, ours, before.why)
		}
		return theirs == "ok"
	}
	if why, ok := bodiesNeedCatalog[name]; ok {
		if ours == theirs {
			t.Errorf("%s: both say %s: it needs no catalog (%s)", name, ours, why)
		}
		return theirs == "ok"
	}
	if _, later := bodiesFailLater[name]; later && theirs == "ok" && ours != "ok" {
		return true
	}
	if pgErr != nil && pgErr.Position > 0 && ours == theirs {
		if want := source.ByteOffset(sql, int(pgErr.Position)); at != want-len(head) && !newer && bodyPlaces[name] == "" {
			t.Errorf("%s: Postgres points to %.20q: %s, trigc to %s", name, sql[want:], message, said)
		}
	}
	if ours != theirs {
		t.Errorf("%s: Postgres says %s %s, trigc %s %s\n%s", name, theirs, message, ours, said, body)
	}
	return theirs == "ok"
}
