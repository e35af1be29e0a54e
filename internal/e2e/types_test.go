package e2e

import (
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/trigc/trigc/internal/catalog"
	"github.com/trigc/trigc/internal/compile"
	"github.com/trigc/trigc/internal/config"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/pgtest"
)

const typesSchema = `
CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE DOMAIN posint AS int CHECK (VALUE > 0);
CREATE DOMAIN email AS text;
CREATE TYPE address AS (street text, zip int);
CREATE TYPE span AS RANGE (subtype = float8);
CREATE FUNCTION twice(int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT $1 * 2';
CREATE FUNCTION twice(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1 || $1';
CREATE FUNCTION pick(a anyelement, b anyelement) RETURNS anyelement LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE FUNCTION opt(a int, b text DEFAULT 'x', c date DEFAULT '2020-01-01') RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $2';
CREATE FUNCTION many(VARIADIC int[]) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 1';
CREATE FUNCTION moody(mood) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT ''x''';
CREATE FUNCTION same_mood(mood, text) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT true';
CREATE OPERATOR === (LEFTARG = mood, RIGHTARG = text, FUNCTION = same_mood);
CREATE TABLE t (
  i2 smallint, i int, i8 bigint, n numeric(10,2), r real, d double precision, b boolean, s text, v varchar(10), c char(3), nm name,
  dt date, ts timestamp, tz timestamptz, ti time, iv interval, u uuid, j json, jb jsonb, ia int[], ta text[], m mood, ma mood[],
  p posint, e email, ad address, ir int4range, sp span, by bytea, o oid, x xml, ip inet, bt bit(4), pt point, tv tsvector, mr int4multirange
);
`

// TestTypes makes expressions at random, right ones and wrong ones, and compares
// what trigc says of their types with what the server says.
func TestTypes(t *testing.T) {
	t.Parallel()
	n, seed := 3000, uint64(11)
	if v, err := strconv.Atoi(os.Getenv("TRIGC_TEST_EXPRESSIONS")); err == nil {
		n, seed = v, rand.Uint64()
		t.Logf("seed %d", seed)
	}
	dsn := pgtest.DB(t)
	conn := connect(t, dsn)
	mustRun(t, conn, typesSchema+`
CREATE FUNCTION verdict(expr text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE state text; msg text;
BEGIN
  EXECUTE 'PREPARE verdict_p AS SELECT ' || expr || ' FROM t AS old, t AS new';
  DEALLOCATE verdict_p;
  RETURN '';
EXCEPTION WHEN OTHERS THEN
  GET STACKED DIAGNOSTICS state = RETURNED_SQLSTATE, msg = MESSAGE_TEXT;
  RETURN state || ' ' || msg;
END $$;`)
	version := pgtest.Major(t)
	g := &typesGenerator{rand: rand.New(rand.NewPCG(7, seed)), catalog: catalog.For(version)}
	exprs := make([]string, n)
	var b strings.Builder
	b.WriteString(typesSchema)
	first := strings.Count(typesSchema, "\n") + 1
	for i := range exprs {
		exprs[i] = g.expr(3)
		fmt.Fprintf(&b, "-- pgtrigger: protect c%d on t update when ((%s) IS NULL)\n", i, exprs[i])
	}
	var r diag.Report
	cfg := config.Config{Postgres: version, Schema: []string{"schema.sql"}}
	if _, err := compile.Compile(fstest.MapFS{"schema.sql": {Data: []byte(b.String())}}, cfg, &r); err != nil {
		t.Fatal(err)
	}
	found := map[int][]diag.Diagnostic{}
	for _, d := range r.Sorted() {
		if line := d.Span.Pos().Line; d.Severity == diag.Error {
			found[line-first] = append(found[line-first], d)
		}
	}
	var list []string
	for _, e := range exprs {
		list = append(list, "("+quoteText(e)+")")
	}
	results := mustRun(t, conn, "SELECT verdict(e) FROM (VALUES "+strings.Join(list, ", ")+") AS v (e)")
	accepted, refused, missed, other := 0, 0, map[string]int{}, 0
	for i, row := range results[0].Rows {
		state, _, _ := strings.Cut(string(row[0]), " ")
		all := found[i]
		switch {
		case state == "" && all != nil:
			t.Errorf("Postgres takes %s\n\ttrigc: %s[%s] %s", exprs[i], all[0].SQLState, all[0].Code, all[0].Message)
		case state == "":
			accepted++
		case all == nil:
			missed[state]++
			if missed[state] <= 5 {
				t.Logf("missed: %s\n\tPostgres: %s", exprs[i], row[0])
			}
		case !slices.ContainsFunc(all, func(d diag.Diagnostic) bool { return d.SQLState == state }):
			// Of several mistakes Postgres tells the first that it comes to.
			other++
			if other < 10 {
				t.Logf("%s\n\tPostgres: %s\n\ttrigc: %s[%s] %s", exprs[i], row[0], all[0].SQLState, all[0].Code, all[0].Message)
			}
			refused++
		default:
			refused++
		}
	}
	t.Logf("%d taken by both, %d refused by both (%d by another SQLSTATE), missed: %v", accepted, refused, other, missed)
	if accepted < n/10 || refused < n/10 {
		t.Errorf("the expressions are too much alike: %d taken, %d refused", accepted, refused)
	}
}

func quoteText(s string) string { return "'" + strings.ReplaceAll(s, "'", "''") + "'" }

// A typesGenerator makes expressions.
type typesGenerator struct {
	rand    *rand.Rand
	catalog *catalog.Catalog
	names   []string
}

func one[T any](g *typesGenerator, list []T) T { return list[g.rand.IntN(len(list))] }

var typesColumns = strings.Fields("i2 i i8 n r d b s v c nm dt ts tz ti iv u j jb ia ta m ma p e ad ir sp by o x ip bt pt tv mr")

var typesLiterals = []string{
	"1", "2.5", "'abc'", "'1'", "'2020-01-01'", "NULL", "true", "'ok'", "'{1,2}'", "'[1,2)'", "'{\"a\": 1}'", "'t'", "3000000000", "'x'::text", "1::bigint",
	"ARRAY[1,2]", "ARRAY['a','b']", "'happy'::mood", "current_date", "now()", "B'1010'", "interval '1 day'", "'1 day'", "'00:00'", "-1", "'sad'", "ROW(1,'a')",
}

var typesOperators = strings.Fields("= <> < > <= >= + - * / % || ~ ~* -> ->> #> @> <@ && ? ^ & | << >> === @@ ~~ !~")

var typesFunctions = strings.Fields(`lower upper length coalesce abs round trunc date_trunc to_char array_length array_append array_to_string
	now age extract concat concat_ws format jsonb_build_object jsonb_typeof to_jsonb md5 substr substring replace position left greatest least
	twice pick opt many moody int4 text numeric date lower upper isempty unnest num_nulls make_date justify_days string_to_array
	cardinality array_position regexp_replace split_part quote_literal mod power sqrt sign char_length bit_length host network`)

var typesCasts = strings.Fields("int bigint text numeric boolean date timestamptz jsonb uuid mood posint int[] text[] varchar(5) interval oid regclass address float8 inet")

func (g *typesGenerator) expr(depth int) string {
	if depth == 0 || g.rand.IntN(6) == 0 {
		if g.rand.IntN(3) == 0 {
			return one(g, typesLiterals)
		}
		return one(g, []string{"OLD.", "NEW."}) + one(g, typesColumns)
	}
	sub := func() string { return g.expr(depth - 1) }
	switch g.rand.IntN(16) {
	case 0, 1, 2, 3, 4:
		return "(" + sub() + " " + one(g, typesOperators) + " " + sub() + ")"
	case 5, 6, 7:
		name := one(g, typesFunctions)
		if g.rand.IntN(3) == 0 {
			name = g.function()
		}
		if name == "extract" {
			return "extract(day FROM " + sub() + ")"
		}
		args := make([]string, 1+g.rand.IntN(3))
		for i := range args {
			args[i] = sub()
		}
		if name == "now" || g.rand.IntN(12) == 0 {
			args = nil
		}
		return name + "(" + strings.Join(args, ", ") + ")"
	case 8:
		return "(" + sub() + ")::" + one(g, typesCasts)
	case 9:
		return "CASE WHEN " + sub() + " THEN " + sub() + " ELSE " + sub() + " END"
	case 10:
		return "(" + sub() + " IN (" + sub() + ", " + sub() + "))"
	case 11:
		return "(" + sub() + " = ANY (" + sub() + "))"
	case 12:
		return "(" + sub() + " BETWEEN " + sub() + " AND " + sub() + ")"
	case 13:
		return "(" + sub() + " IS DISTINCT FROM " + sub() + ")"
	case 14:
		return one(g, []string{"NOT ", "- ", "+ "}) + "(" + sub() + ")"
	}
	return one(g, []string{"ARRAY[" + sub() + ", " + sub() + "]", "nullif(" + sub() + ", " + sub() + ")", "(" + sub() + " AND " + sub() + ")", "(" + sub() + " LIKE " + sub() + ")", "(OLD.ad).zip", "(OLD.ia)[1]", "(" + sub() + ")[1]"})
}

// function returns the name of any plain function of the catalog.
func (g *typesGenerator) function() string {
	if g.names == nil {
		for _, name := range g.catalog.FunctionNames() {
			plain := !slices.ContainsFunc(g.catalog.Functions(name), func(f *catalog.Function) bool {
				return f.Kind != 'f' || f.Set || f.Extension != "" || f.Returns == "trigger" || f.Returns == "void" || f.Returns == "internal"
			})
			if plain && !slices.Contains([]string{"overlay", "position", "substring", "trim", "xmlexists", "normalize"}, name) && !strings.ContainsAny(name, "- ") {
				g.names = append(g.names, name)
			}
		}
		slices.Sort(g.names)
	}
	return one(g, g.names)
}
