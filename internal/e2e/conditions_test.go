package e2e

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/trigc/trigc/internal/compile"
	"github.com/trigc/trigc/internal/config"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/pgtest"
)

// The table of the conditions has columns of all common types.
const conditionSchema = `
CREATE SCHEMA app;
CREATE TYPE app.mood AS ENUM ('sad', 'ok', 'happy');
CREATE TYPE app.pair AS (x int, y text);
CREATE TYPE app.odd AS (x int, j json);
CREATE DOMAIN app.email AS text CHECK (VALUE LIKE '%@%');
CREATE DOMAIN app.flag AS boolean;
CREATE FUNCTION app.is_ok(n int) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT n > 0';
CREATE TABLE app.other (id int PRIMARY KEY, t_id int, name text);
CREATE TABLE app.t (
  id     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  n      int, small smallint, num numeric(10, 2), dbl double precision,
  ok     boolean NOT NULL DEFAULT true, flag app.flag,
  s      text, vc varchar(20), ch char(3), "Größe" text, "select" int,
  d      date, ts timestamp, at timestamptz NOT NULL DEFAULT now(), iv interval, tm time,
  u      uuid, b bytea, ip inet, bits bit(3), money money,
  j      json, jb jsonb, x xml, p point, bx box, pl polygon,
  m      app.mood, em app.email, pr app.pair, od app.odd,
  arr    int[], sarr text[], jarr json[], r int4range, tsv tsvector,
  g      int GENERATED ALWAYS AS (n * 2) STORED
);
CREATE FUNCTION app.f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
SET search_path = app, public;
`

// conditions are by the header that they stand under.
var conditions = []struct {
	header string
	conds  []string
}{
	{"before update", []string{
		// types as they come
		`true`, `NULL`, `'yes'`, `'t'`, `'on'`, `'o'`, `'maybe'`, `'é'`, `1`, `0`, `1.5`, `B'1'`, `OLD.ok`, `NEW.flag`, `NOT OLD.ok`, `OLD.n`, `OLD.s`, `OLD."Größe"`,
		`OLD.ok AND OLD.n`, `OLD.ok OR NEW.s`, `NOT OLD.n`, `NOT 'x'`, `OLD.ok AND NULL`, `OLD.ok AND 'true'`, `OLD.ok IS TRUE`, `OLD.n IS TRUE`,
		`OLD.s IS NOT UNKNOWN`, `OLD.n IS NULL`, `OLD.n + 1`, `OLD.n + NEW.small`, `- OLD.n`, `OLD.n = 1`, `OLD.n + 1 > 2`, `OLD.ok::int`, `OLD.n::boolean`, `OLD.s::boolean`,
		`OLD.ok::text`, `CAST(OLD.n AS boolean)`, `OLD.ok = true`, `(OLD.n, OLD.s)`, `ROW(OLD.n)`, `ARRAY[true]`, `OLD`, `OLD.*`, `OLD IS NULL`, `NEW.s IS NOT NULL AND (OLD.n = 1)`,
		`coalesce(OLD.ok, true)`, `coalesce(OLD.n, 1)`, `greatest(OLD.n, 1)`, `nullif(OLD.ok, true)`, `current_user`, `current_user = 'x'`, `session_user = 'x'`, `current_date`,
		`current_timestamp > OLD.at`, `now() > OLD.at`, `CASE WHEN OLD.ok THEN true END`, `CASE WHEN OLD.n THEN true END`, `CASE OLD.n WHEN 1 THEN true ELSE false END`,
		`OLD.s || 'x'`, `OLD.s || 'x' = 'y'`,
		// names
		`OLD.nope = 1`, `NEW.Größe = 'x'`, `OLD."Größe" = 'x'`, `OLD.SELECT = 1`, `OLD."select" = 1`, `OLD.GROSS = 1`, `old.N = 1`, `"OLD".n = 1`, `"old".n = 1`, `"new"."n" = 1`,
		`n = 1`, `nope`, `t.n = 1`, `app.t.n = 1`, `excluded.n = 1`, `OLD.n.x = 1`, `(OLD.pr).x = 1`, `(OLD.pr).z = 1`, `(NEW).n = 1`, `(NEW).nope = 1`, `OLD.pr.x = 1`, `TG_OP = 'UPDATE'`, `NEW.s = "x"`,
		`OLD.t = 1`, `public.t.n = 1`, `db.app.t.n = 1`, `NEW.name = 'x'`,
		// generated and system columns
		`NEW.g = 1`, `OLD.g = 1`, `NEW.g IS NULL OR true`, `OLD IS DISTINCT FROM NEW`, `OLD.* IS DISTINCT FROM NEW.*`, `NEW IS NULL`, `row_to_json(NEW) IS NULL`, `(NEW.g)::text = '1'`,
		`NEW.ctid IS NULL`, `OLD.ctid IS NULL`, `NEW.tableoid = 1`, `OLD.xmin IS NULL`, `NEW.oid = 1`, `OLD.cmax IS NULL`,
		// what is not allowed in WHEN
		`$1`, `OLD.n = $1`, `DEFAULT`, `OLD.n = DEFAULT`, `count(*) > 1`, `max(OLD.n) > 1`, `sum(OLD.n) OVER () > 1`, `row_number() OVER () = 1`, `rank() = 1`,
		`generate_series(1, 2) = 1`, `unnest(OLD.arr) = 1`, `bool_and(OLD.ok)`, `string_agg(OLD.s, ',') = ''`, `jsonb_array_elements(OLD.jb) IS NULL`, `grouping(OLD.n) = 1`,
		// syntax
		`OLD.n =`, `OLD.n = 1, OLD.ok`, `OLD.n = 1 AND`, `SELECT true`, `VALUES (true)`, `OLD.n IN ()`, `OLD.n = 1 AS x`, `OLD.n == 1`, `OLD.n = 1;`, `OLD.n NOT 1`, `OLD.n IS`, `OLD.`, `OLD.n BETWEEN 1`,
		// functions and types
		`app.is_ok(OLD.n)`, `is_ok(OLD.n)`, `is_ok(OLD.n) AND is_ok(NEW.n)`, `nope.is_ok(OLD.n)`, `OLD.n::nope = 1`, `OLD.n::app.nope = 1`, `OLD.s::mood = 'ok'`, `OLD.s::app.mood = 'ok'`, `'ko'::mood = OLD.m`,
		`CAST(OLD.s AS nope) = 1`, `pg_trigger_depth() = 0`, `length(OLD.s) > 1`, `OLD.s LIKE 'x%'`, `OLD.s ~ '^x'`, `OLD.s SIMILAR TO 'x'`, `OLD.arr[1] = 1`, `OLD.arr @> ARRAY[1]`, `1 = ANY (OLD.arr)`,
		`OLD.jb ->> 'a' = 'x'`, `OLD.jb ? 'a'`, `(OLD.jb -> 'a') = NEW.jb`, `OLD.r @> 1`, `OLD.tsv @@ to_tsquery('x')`, `OLD.at AT TIME ZONE 'UTC' > OLD.ts`, `extract(year FROM OLD.d) = 2000`,
		`OLD.d + 1 = NEW.d`, `overlaps(OLD.ts, OLD.ts, NEW.ts, NEW.ts)`, `(OLD.ts, OLD.ts) OVERLAPS (NEW.ts, NEW.ts)`, `OLD.s COLLATE "C" < 'x'`, `OLD.n OPERATOR(pg_catalog.=) 1`,
		// equality
		`OLD.j = NEW.j`, `OLD.j = '{}'`, `OLD.j IS DISTINCT FROM NEW.j`, `OLD.j IS DISTINCT FROM NULL`, `OLD.j IS NOT DISTINCT FROM '{}'`, `OLD.j::text = NEW.j::text`, `OLD.j IN (NEW.j)`, `OLD.j NOT IN ('1', '2')`,
		`nullif(OLD.j, NEW.j) IS NULL`, `OLD.j BETWEEN '1' AND '2'`, `CASE OLD.j WHEN '1' THEN true END`, `OLD.jb = NEW.jb`, `OLD.jb = '{}'`, `OLD.x = NEW.x`, `OLD.x <> '<a/>'`, `OLD.p = NEW.p`, `OLD.p <> NEW.p`, `OLD.p ~= NEW.p`,
		`OLD.p < NEW.p`, `OLD.bx = NEW.bx`, `OLD.bx <> NEW.bx`, `OLD.bx > NEW.bx`, `OLD.bx IS DISTINCT FROM NEW.bx`, `OLD.pl = NEW.pl`, `OLD.pl ~= NEW.pl`, `OLD.pr = NEW.pr`, `OLD.pr IS DISTINCT FROM NEW.pr`, `OLD.arr = NEW.arr`,
		`OLD.sarr <> NEW.sarr`, `OLD.r = NEW.r`, `OLD.tsv = NEW.tsv`, `OLD.b = NEW.b`, `OLD.ip <> NEW.ip`, `OLD.money > NEW.money`, `OLD.u = NEW.u`, `OLD.iv < NEW.iv`, `OLD.tm = NEW.tm`, `OLD.bits = NEW.bits`, `OLD.em = NEW.em`, `OLD.ch = NEW.ch`,
		`OLD.od = NEW.od`, `OLD.jarr = NEW.jarr`, `NEW.od IS DISTINCT FROM OLD.od`,
		// enums
		`OLD.m = 'ok'`, `OLD.m = 'ko'`, `'ko' = NEW.m`, `OLD.m <> 'Happy'`, `OLD.m IN ('ok', 'ko')`, `OLD.m IN ('ok', NULL)`, `OLD.m IS DISTINCT FROM 'ko'`, `OLD.m > 'ok'`, `OLD.m BETWEEN 'sad' AND 'ko'`,
		`CASE OLD.m WHEN 'ko' THEN true END`, `OLD.m::text = 'ko'`, `OLD.m = ANY ('{ok,ko}')`, `OLD.m = ANY ('{ok,sad}')`, `OLD.m = 'ko'::text`, `OLD.m NOT IN ('ko')`, `coalesce(OLD.m, 'ko') = 'ok'`,
	}},
	{"before insert", []string{
		`NEW.n = 1`, `OLD.n = 1`, `NEW.g = 1`, `OLD IS NULL`, `OLD.nope = 1`, `n = 1`, `NEW.id IS NULL`, `OLD.n`, `NEW.n`, `NEW.ctid IS NULL`, `NEW IS NOT NULL`, `OLD.* IS NULL`, `NEW.ok AND OLD.ok`, `old.n IS NULL OR true`,
	}},
	{"after insert", []string{
		`NEW.g = 1`, `NEW.ctid IS NULL`, `OLD.g = 1`, `NEW IS NOT NULL`, `NEW.xmin IS NOT NULL`, `OLD.ctid IS NULL`,
	}},
	{"before delete", []string{
		`OLD.n = 1`, `NEW.n = 1`, `OLD.g = 1`, `NEW IS NULL`, `NEW.g = 1`, `NEW.ctid IS NULL`, `OLD.ctid IS NULL`, `NEW.nope = 1`, `s = 'x'`, `OLD IS NOT NULL`,
	}},
	{"after delete", []string{`OLD.g = 1`, `NEW.s = 'x'`, `OLD.tableoid = 1`, `OLD.ok`}},
	{"after update", []string{
		`NEW.g = 1`, `NEW.ctid <> OLD.ctid`, `NEW.g <> OLD.g`, `row_to_json(NEW) IS NOT NULL`, `NEW.tableoid = OLD.tableoid`, `OLD.n IS DISTINCT FROM NEW.n`, `NEW.nope = 1`, `NEW.n`, `OLD IS NOT DISTINCT FROM NEW`,
	}},
	{"after update of n, s", []string{`OLD.n <> NEW.n`, `OLD.ok`, `NEW.n`}},
	{"after insert or update", []string{`NEW.n = 1`, `OLD.n = 1`, `OLD.nope = 1`, `NEW.g > 1`}},
	{"after update or delete", []string{`OLD.n = 1`, `NEW.n = 1`, `OLD.ok AND NEW.ok`}},
	{"before insert or update or delete", []string{`true`, `OLD.n = 1`, `NEW.n = 1`, `current_user = 'x'`}},
}

// compiledAway are conditions that Postgres refuses in WHEN and trigc allows:
// what a pseudo-function or a subquery says is tested otherwise.
var compiledAway = []struct{ header, cond string }{
	{"before update", `changed(n, s)`},
	{"before update", `changed()`},
	{"before update", `all_changed_except(n, jb)`},
	{"after update", `changed(j, x, p, od, jarr) AND NOT unchanged(g)`},
	{"after update", `all_unchanged(n) OR OLD.ok`},
	{"after update", `EXISTS (SELECT FROM app.other AS o WHERE o.t_id = OLD.id)`},
	{"after update", `OLD.ok AND OLD.n IN (SELECT id FROM other)`},
	{"before delete", `OLD.n = (SELECT max(o.id) FROM other AS o)`},
	{"after insert", `NEW.n > ALL (SELECT id FROM other) AND NEW.ok`},
}

// fails are conditions that Postgres takes, and then fails with each row.
var fails = map[string]string{
	`OLD.od = NEW.od`:                "record_eq finds no operator for the field of type json",
	`NEW.od IS DISTINCT FROM OLD.od`: "the same",
	`OLD.jarr = NEW.jarr`:            "array_eq finds no operator for json",
	`OLD IS NOT DISTINCT FROM NEW`:   "the row has a column of type json",
}

func TestConditions(t *testing.T) {
	t.Parallel()
	dsn := pgtest.DB(t)
	conn := connect(t, dsn)
	mustRun(t, conn, conditionSchema)
	total := 0
	for _, group := range conditions {
		for _, cond := range group.conds {
			total++
			t.Run(group.header+"/"+cond, func(t *testing.T) {
				mustRun(t, conn, "BEGIN")
				_, pgErr := run(t, conn, "CREATE TRIGGER c "+group.header+" ON app.t FOR EACH ROW WHEN ("+cond+") EXECUTE FUNCTION app.f()")
				mustRun(t, conn, "ROLLBACK")
				install, findings := compileCondition(t, group.header, cond)
				switch {
				case fails[cond] != "":
					if pgErr != nil || len(findings) != 1 || findings[0].SQLState != "" {
						t.Errorf("it is not so any more: %s", fails[cond])
					}
				case pgErr == nil && findings != nil:
					t.Errorf("Postgres takes it, trigc says %s", findings)
				case pgErr != nil && findings == nil:
					t.Errorf("trigc takes it, Postgres says %s: %s", pgErr.Code, pgErr.Message)
				case pgErr != nil:
					// Of several mistakes Postgres tells the first that it comes to.
					if !slices.ContainsFunc(findings, func(f finding) bool { return f.SQLState == pgErr.Code }) {
						t.Errorf("trigc says %s, Postgres says %s: %s", findings, pgErr.Code, pgErr.Message)
					}
				default:
					installs(t, dsn, install)
				}
			})
		}
	}
	if total < 250 {
		t.Errorf("only %d conditions", total)
	}
	for _, c := range compiledAway {
		t.Run(c.header+"/"+c.cond, func(t *testing.T) {
			mustRun(t, conn, "BEGIN")
			_, pgErr := run(t, conn, "CREATE TRIGGER c "+c.header+" ON app.t FOR EACH ROW WHEN ("+c.cond+") EXECUTE FUNCTION app.f()")
			mustRun(t, conn, "ROLLBACK")
			if pgErr == nil {
				t.Error("Postgres takes it")
			}
			install, findings := compileCondition(t, c.header, c.cond)
			if findings != nil {
				t.Fatalf("trigc says %s", findings)
			}
			installs(t, dsn, install)
		})
	}
}

// installs runs the SQL that trigc made in a session of its own, and takes
// the trigger away again.
func installs(t *testing.T, dsn, sql string) {
	t.Helper()
	conn := connect(t, dsn)
	if _, pgErr := run(t, conn, sql); pgErr != nil {
		t.Errorf("install.sql: %s %s%s", pgErr.Code, pgErr.Message, where(sql, pgErr))
	}
	mustRun(t, conn, "ROLLBACK; DROP TRIGGER IF EXISTS c ON app.t")
}

// A finding is an error, as the test shows it.
type finding struct{ SQLState, Code, Message string }

// compileCondition compiles a protect directive with the condition and returns
// install.sql, or the errors.
func compileCondition(t *testing.T, header, cond string) (string, []finding) {
	t.Helper()
	schema := conditionSchema + "-- pgtrigger: protect c " + header + " on app.t when (" + cond + ")\n"
	cfg := config.Config{Postgres: pgtest.Major(t), Schema: []string{"schema.sql"}}
	cfg.SQL.Install = "install.sql"
	var r diag.Report
	result, err := compile.Compile(fstest.MapFS{"schema.sql": {Data: []byte(schema)}}, cfg, &r)
	if err != nil {
		t.Fatal(err)
	}
	var findings []finding
	for _, d := range r.Sorted() {
		if d.Severity == diag.Error {
			findings = append(findings, finding{d.SQLState, string(d.Code), d.Message})
			if !strings.Contains(schema[d.Span.Start:], "\n") || d.Span.Start < len(conditionSchema) {
				t.Errorf("%s: not in the directive", d.Message)
			}
		}
	}
	if findings != nil {
		return "", findings
	}
	return string(result.Outputs[0].Data), nil
}
