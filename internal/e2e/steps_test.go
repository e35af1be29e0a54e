package e2e

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5/pgconn"
)

// A step is a block of the file "steps" of an archive. Blocks are parted by
// empty lines; # starts a comment line between them.
//
//	exec
//	UPDATE posts SET status = 'published';
//	----
//	ok 1
//
// is SQL, any number of statements, and what comes of it: "ok", "ok N" for
// the rows that the last statement affected, or
//
//	ERROR 23514: regular expression for the message
//	constraint: status_flow
//
// with any of the lines schema, table, column, constraint, message, detail
// and hint, each the exact text ("" is written as nothing).
//
//	query
//	SELECT id, status FROM posts ORDER BY id
//	----
//	1 | draft
//	2 | NULL
//
// wants these rows of the last statement, no line for none. Where a line has
// a tab, tabs part its values and not "|". The first line of SQL may stand
// behind the word.
//
// These have no expectation, save that one may be given as for exec:
//
//	conn name           what follows is done in that session; the first is "main"
//	begin               and commit, rollback
//	ignore a.b.c …      switches triggers off, schema.table.name each
//	end                 puts the settings of the last open ignore back
//	since 15            what follows, up to the next one, is run on that version
//	                    and later ones
type step struct {
	line  int    // in the archive
	word  string // exec, query, conn, begin, commit, rollback, ignore, end, since
	args  []string
	sql   string
	want  []string // lines behind ----
	given bool     // there is a ----
}

// parseSteps reads the blocks of text, whose first line is the archive's line
// first.
func parseSteps(text string, first int) ([]step, error) {
	var steps []step
	lines := strings.Split(text, "\n")
	for i := 0; i < len(lines); {
		head := strings.TrimRight(lines[i], " \t\r")
		if head == "" || strings.HasPrefix(head, "#") {
			i++
			continue
		}
		s := step{line: first + i}
		word, rest, _ := strings.Cut(head, " ")
		rest = strings.TrimSpace(rest)
		s.word = word
		i++
		switch word {
		case "exec", "query":
			var sql []string
			if rest != "" {
				sql = append(sql, rest)
			}
			for ; i < len(lines) && lines[i] != "----"; i++ {
				sql = append(sql, lines[i])
			}
			if i == len(lines) {
				return nil, fmt.Errorf("line %d: %s without ----", s.line, word)
			}
			s.sql = strings.Join(sql, "\n")
			if strings.TrimSpace(s.sql) == "" {
				return nil, fmt.Errorf("line %d: %s without SQL", s.line, word)
			}
		case "begin", "commit", "rollback", "end":
			if rest != "" {
				return nil, fmt.Errorf("line %d: %s takes nothing, found %q", s.line, word, rest)
			}
		case "conn":
			s.args = strings.Fields(rest)
			if len(s.args) != 1 {
				return nil, fmt.Errorf("line %d: conn takes a name, found %q", s.line, rest)
			}
		case "since":
			if _, err := strconv.Atoi(rest); err != nil {
				return nil, fmt.Errorf("line %d: since takes a major version, found %q", s.line, rest)
			}
			s.args = []string{rest}
		case "ignore":
			s.args = strings.Fields(rest)
			if len(s.args) == 0 {
				return nil, fmt.Errorf("line %d: ignore takes triggers", s.line)
			}
		default:
			return nil, fmt.Errorf("line %d: unknown step %q", s.line, word)
		}
		if i < len(lines) && lines[i] == "----" {
			s.given = true
			for i++; i < len(lines) && strings.TrimSpace(lines[i]) != ""; i++ {
				s.want = append(s.want, strings.TrimRight(lines[i], "\r"))
			}
		}
		if s.given && word != "query" {
			if _, err := parseOutcome(s.want); err != nil {
				return nil, fmt.Errorf("line %d: %w", s.line, err)
			}
		}
		if s.given && (word == "conn" || word == "ignore" || word == "end" || word == "since") {
			return nil, fmt.Errorf("line %d: %s has no outcome", s.line, word)
		}
		if i < len(lines) && strings.TrimSpace(lines[i]) != "" && !s.given {
			return nil, fmt.Errorf("line %d: expected an empty line or ---- after %s", first+i, word)
		}
		steps = append(steps, s)
	}
	if len(steps) == 0 {
		return nil, fmt.Errorf("line %d: no steps", first)
	}
	return steps, nil
}

// An outcome is what an exec must come to.
type outcome struct {
	rows    int64 // -1: any
	code    string
	message *regexp.Regexp
	fields  map[string]string
}

var errorLine = regexp.MustCompile(`^ERROR ([0-9A-Z]{5})(?:: (.*))?$`)

func parseOutcome(lines []string) (outcome, error) {
	o := outcome{rows: -1, fields: map[string]string{}}
	if len(lines) == 0 {
		return o, fmt.Errorf(`expected "ok" or "ERROR" after ----`)
	}
	if m := errorLine.FindStringSubmatch(lines[0]); m != nil {
		re, err := regexp.Compile(m[2])
		if err != nil {
			return o, err
		}
		o.code, o.message = m[1], re
		for _, line := range lines[1:] {
			name, value, found := strings.Cut(line, ":")
			if _, known := errorFields(&pgconn.PgError{})[name]; !found || !known {
				return o, fmt.Errorf("no field of an error: %q", line)
			}
			o.fields[name] = strings.TrimSpace(value)
		}
		return o, nil
	}
	count, isOK := strings.CutPrefix(lines[0], "ok")
	if !isOK || len(lines) > 1 {
		return o, fmt.Errorf(`expected "ok", "ok N" or "ERROR code: message", found %q`, strings.Join(lines, "\n"))
	}
	if count = strings.TrimSpace(count); count != "" {
		n, err := strconv.ParseInt(count, 10, 64)
		if err != nil {
			return o, fmt.Errorf("rows: %w", err)
		}
		o.rows = n
	}
	return o, nil
}

func errorFields(e *pgconn.PgError) map[string]string {
	return map[string]string{
		"schema": e.SchemaName, "table": e.TableName, "column": e.ColumnName, "constraint": e.ConstraintName,
		"message": e.Message, "detail": e.Detail, "hint": e.Hint,
	}
}

// differs returns how a result is not the outcome, a line for each
// difference.
func (o outcome) differs(results []*pgconn.Result, e *pgconn.PgError) []string {
	switch {
	case e == nil && o.code != "":
		return []string{"- ERROR " + o.code + ": " + o.message.String(), "+ ok " + strconv.FormatInt(affected(results), 10)}
	case e != nil && o.code == "":
		want := "- ok"
		if o.rows >= 0 {
			want += " " + strconv.FormatInt(o.rows, 10)
		}
		return append([]string{want, "+ ERROR " + e.Code + ": " + e.Message}, fieldLines(e)...)
	case e == nil:
		if n := affected(results); o.rows >= 0 && o.rows != n {
			return []string{fmt.Sprintf("- ok %d", o.rows), fmt.Sprintf("+ ok %d", n)}
		}
		return nil
	}
	var diff []string
	if e.Code != o.code || !o.message.MatchString(e.Message) {
		diff = append(diff, "- ERROR "+o.code+": "+o.message.String(), "+ ERROR "+e.Code+": "+e.Message)
	}
	got := errorFields(e)
	for _, name := range []string{"schema", "table", "column", "constraint", "message", "detail", "hint"} {
		if want, given := o.fields[name]; given && want != got[name] {
			diff = append(diff, "- "+name+": "+want, "+ "+name+": "+got[name])
		}
	}
	if diff != nil && e.Where != "" {
		diff = append(diff, "  context: "+strings.ReplaceAll(e.Where, "\n", "\n  "))
	}
	return diff
}

func fieldLines(e *pgconn.PgError) []string {
	var lines []string
	fields := errorFields(e)
	for _, name := range []string{"schema", "table", "column", "constraint", "detail", "hint"} {
		if fields[name] != "" {
			lines = append(lines, "+ "+name+": "+fields[name])
		}
	}
	if e.Where != "" {
		lines = append(lines, "  context: "+strings.ReplaceAll(e.Where, "\n", "\n  "))
	}
	return lines
}

func affected(results []*pgconn.Result) int64 {
	if len(results) == 0 {
		return 0
	}
	return results[len(results)-1].CommandTag.RowsAffected()
}

// rowsDiffer returns how the rows of the last result are not those wanted.
func rowsDiffer(want []string, results []*pgconn.Result) []string {
	var got [][]string
	if len(results) > 0 {
		for _, row := range results[len(results)-1].Rows {
			cells := make([]string, len(row))
			for i, v := range row {
				cells[i] = "NULL"
				if v != nil {
					cells[i] = string(v)
				}
			}
			got = append(got, cells)
		}
	}
	var diff []string
	differ := false
	for i := range max(len(want), len(got)) {
		switch {
		case i >= len(got):
			diff = append(diff, "- "+want[i])
			differ = true
		case i >= len(want):
			diff = append(diff, "+ "+strings.Join(got[i], " | "))
			differ = true
		case !sameRow(want[i], got[i]):
			diff = append(diff, "- "+want[i], "+ "+strings.Join(got[i], " | "))
			differ = true
		default:
			diff = append(diff, "  "+want[i])
		}
	}
	if !differ {
		return nil
	}
	return diff
}

func sameRow(want string, got []string) bool {
	sep := "|"
	if strings.Contains(want, "\t") {
		sep = "\t"
	}
	cells := strings.Split(want, sep)
	if len(cells) != len(got) {
		return false
	}
	for i := range cells {
		if strings.TrimSpace(cells[i]) != strings.TrimSpace(got[i]) {
			return false
		}
	}
	return true
}

func TestParseSteps(t *testing.T) {
	steps, err := parseSteps(`# a comment
exec INSERT INTO t VALUES (1)
----
ok 1

query
SELECT 1;

SELECT 2
----
1 | a

begin

conn b

ignore public.t.a public.t.b

commit
----
ERROR 23514: no
constraint: c

end
`, 10)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, s := range steps {
		got = append(got, fmt.Sprintf("%d %s %q %q %q", s.line, s.word, s.args, s.sql, s.want))
	}
	want := []string{
		`11 exec [] "INSERT INTO t VALUES (1)" ["ok 1"]`,
		`15 query [] "SELECT 1;\n\nSELECT 2" ["1 | a"]`,
		`22 begin [] "" []`,
		`24 conn ["b"] "" []`,
		`26 ignore ["public.t.a" "public.t.b"] "" []`,
		`28 commit [] "" ["ERROR 23514: no" "constraint: c"]`,
		`33 end [] "" []`,
	}
	if g, w := strings.Join(got, "\n"), strings.Join(want, "\n"); g != w {
		t.Errorf("got\n%s\nwant\n%s", g, w)
	}

	for text, message := range map[string]string{
		"":                                    "no steps",
		"exec SELECT 1":                       "without ----",
		"exec\n----\nok":                      "without SQL",
		"select 1\n----\nok":                  "unknown step",
		"begin now":                           "takes nothing",
		"conn":                                "takes a name",
		"ignore":                              "takes triggers",
		"exec SELECT 1\n----":                 `expected "ok"`,
		"exec SELECT 1\n----\nOK":             `found "OK"`,
		"exec SELECT 1\n----\nok one":         "rows",
		"exec SELECT 1\n----\nok\nhint: x":    "found",
		"exec SELECT 1\n----\nERROR 23514: (": "missing closing",
		"exec SELECT 1\n----\nERROR 23514: x\nfoo: y": "no field",
		"begin\nexec SELECT 1\n----\nok":              "empty line",
		"end\n----\nok":                               "has no outcome",
	} {
		if _, err := parseSteps(text, 1); err == nil || !strings.Contains(err.Error(), message) {
			t.Errorf("parseSteps(%q): %v, want an error with %q", text, err, message)
		}
	}
}

func TestOutcomeDiffers(t *testing.T) {
	two := []*pgconn.Result{{CommandTag: pgconn.NewCommandTag("INSERT 0 1")}, {CommandTag: pgconn.NewCommandTag("UPDATE 2")}}
	violation := &pgconn.PgError{Code: "23514", Message: "no way", ConstraintName: "c"}
	for _, test := range []struct {
		want    string
		results []*pgconn.Result
		err     *pgconn.PgError
		diff    string
	}{
		{"ok", two, nil, ""},
		{"ok 2", two, nil, ""},
		{"ok 0", nil, nil, ""},
		{"ok 1", two, nil, "- ok 1\n+ ok 2"},
		{"ok", nil, violation, "- ok\n+ ERROR 23514: no way\n+ constraint: c"},
		{"ERROR 23514: no", nil, violation, ""},
		{"ERROR 23514", nil, violation, ""},
		{"ERROR 23514: way\nconstraint: c\nhint:\nmessage: no way", nil, violation, ""},
		{"ERROR 23514: no", two, nil, "- ERROR 23514: no\n+ ok 2"},
		{"ERROR 23001: no", nil, violation, "- ERROR 23001: no\n+ ERROR 23514: no way"},
		{"ERROR 23514: yes", nil, violation, "- ERROR 23514: yes\n+ ERROR 23514: no way"},
		{"ERROR 23514: no\ncolumn: x", nil, violation, "- column: x\n+ column: "},
	} {
		o, err := parseOutcome(strings.Split(test.want, "\n"))
		if err != nil {
			t.Errorf("%q: %v", test.want, err)
			continue
		}
		if diff := strings.Join(o.differs(test.results, test.err), "\n"); diff != test.diff {
			t.Errorf("%q differs by\n%s\nwant\n%s", test.want, diff, test.diff)
		}
	}
}

func TestRowsDiffer(t *testing.T) {
	rows := []*pgconn.Result{{Rows: [][][]byte{{[]byte("1"), nil}, {[]byte("a|b"), []byte("")}}}}
	for want, diff := range map[string]string{
		"1 | NULL\na|b\t":         "",
		"1 | NULL":                "  1 | NULL\n+ a|b | ",
		"1 | \na|b\t":             "- 1 | \n+ 1 | NULL\n  a|b\t",
		"1 | NULL | 2\na|b\t\n-3": "- 1 | NULL | 2\n+ 1 | NULL\n  a|b\t\n- -3",
	} {
		if got := strings.Join(rowsDiffer(strings.Split(want, "\n"), rows), "\n"); got != diff {
			t.Errorf("%q differs by\n%q\nwant\n%q", want, got, diff)
		}
	}
	if got := rowsDiffer(nil, nil); got != nil {
		t.Errorf("no rows differ from none by %q", got)
	}
}
