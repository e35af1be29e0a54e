package e2e

import (
	"context"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/jackc/pgx/v5/pgconn"

	"github.com/trigc/trigc/analyzer/lint"
	"github.com/trigc/trigc/internal/compile"
	"github.com/trigc/trigc/internal/config"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/pgtest"
)

// randomFound is the share, in percent, of the mistakes seen only when the
// trigger fires that trigc finds; it may become larger and not smaller. It is
// what other seeds find too (99), less their noise.
const randomFound = 98

// randomVerdict installs a trigger and fires it by each of some statements, and
// undoes it all: ” if nothing failed, or else where, the SQLSTATE and the message.
const randomVerdict = `
SET client_min_messages = error;
CREATE FUNCTION verdict(setup text, install text, fires text[]) RETURNS text LANGUAGE plpgsql AS $$
DECLARE place text := 'setup'; fire text; state text; msg text;
BEGIN
  EXECUTE setup;
  place := 'create';
  EXECUTE install;
  place := 'fire';
  FOREACH fire IN ARRAY fires LOOP
    BEGIN
      EXECUTE fire;
      SET CONSTRAINTS ALL IMMEDIATE;
      RAISE SQLSTATE 'TR000';
    EXCEPTION WHEN SQLSTATE 'TR000' THEN NULL;
    END;
  END LOOP;
  RAISE SQLSTATE 'TR000';
EXCEPTION
  WHEN SQLSTATE 'TR000' THEN RETURN '';
  WHEN OTHERS OR assert_failure THEN -- which OTHERS is not
    GET STACKED DIAGNOSTICS state = RETURNED_SQLSTATE, msg = MESSAGE_TEXT;
    RETURN place || ' ' || state || ' ' || msg;
END $$;`

// TestRandomTriggers makes hand-written triggers at random, half of them with
// one mistake, and compares what trigc says with what the server says when they
// are created and fired.
func TestRandomTriggers(t *testing.T) {
	t.Parallel()
	n, seed := 500, uint64(3)
	if v, err := strconv.Atoi(os.Getenv("TRIGC_TEST_RANDOM")); err == nil {
		n, seed = v, rand.Uint64()
		if v, err := strconv.ParseUint(os.Getenv("TRIGC_TEST_RANDOM_SEED"), 10, 64); err == nil {
			seed = v
		}
		t.Logf("seed %d", seed)
	}
	samples, verdicts := make([]*randomSample, n), make([]string, n)
	for i := range samples {
		samples[i] = randomTrigger(rand.New(rand.NewPCG(uint64(i), seed)), i%2 == 1)
	}
	// Each session has a database of its own, for the names are the same.
	const sessions = 4
	version := pgtest.Major(t)
	var asked sync.WaitGroup
	for k := range sessions {
		conn := connect(t, pgtest.DB(t))
		mustRun(t, conn, randomPrelude+randomVerdict)
		asked.Go(func() {
			for i := k; i < n; i += sessions {
				verdicts[i] = samples[i].ask(t, conn)
			}
		})
	}
	reports := make([]diag.Report, n)
	for i, s := range samples {
		cfg := config.Config{Postgres: version, Schema: []string{"schema.sql"}}
		if _, err := compile.Compile(fstest.MapFS{"schema.sql": {Data: []byte(randomPrelude + s.setup + s.install())}}, cfg, &reports[i]); err != nil {
			t.Fatal(err)
		}
	}
	asked.Wait()
	advice := map[string]bool{}
	for _, c := range lint.All {
		advice[string(c.Code)] = true
	}
	var accepted, atCreate, found, other, data int
	missed := map[string]int{}
	for i, s := range samples {
		verdict := verdicts[i]
		place, rest, _ := strings.Cut(verdict, " ")
		state, _, _ := strings.Cut(rest, " ")

		var first *diag.Diagnostic
		same := false
		for _, d := range reports[i].Sorted() {
			if d.Severity == diag.Error && first == nil {
				first = &d
			}
			// What is found in a branch that may not be taken has no SQLSTATE.
			same = same || d.SQLState == state || d.Severity == diag.Warning && place == "fire" && !advice[string(d.Code)]
		}
		say := func() string {
			said := "nothing"
			if first != nil {
				said = fmt.Sprintf("%s[%s] %s: %q", first.SQLState, first.Code, first.Message, first.Span)
			}
			return fmt.Sprintf("trigger %d, mutation %q\n\tPostgres: %s\n\ttrigc: %s\n%s%s%s", i, s.mutation, verdict, said, s.setup, s.install(), strings.Join(s.fires, ";\n"))
		}
		switch {
		case place == "setup":
			t.Errorf("the schema is wrong: %s", say())
		case state == "" && first != nil:
			t.Errorf("Postgres takes and runs it: %s", say())
		case state == "":
			accepted++
		case first != nil || same:
			if !same {
				// Of several mistakes Postgres tells the first that it comes to.
				if other++; other <= 5 {
					t.Logf("another SQLSTATE: %s", say())
				}
			}
			if place == "create" {
				atCreate++
			} else {
				found++
			}
		case randomData(state):
			data++
			if s.mutation == "" {
				t.Logf("of the data: %s", say())
			}
		case place == "create":
			t.Errorf("Postgres refuses it: %s", say())
		default:
			if missed[s.mutation+" "+state]++; missed[s.mutation+" "+state] <= 2 {
				t.Logf("missed: %s", say())
			}
		}
	}
	lost := 0
	for _, k := range slices.Sorted(maps.Keys(missed)) {
		lost += missed[k]
	}
	t.Logf("taken by both: %d; refused by both: %d when created, %d when fired (%d by another SQLSTATE); of the data: %d; missed: %v", accepted, atCreate, found, other, data, missed)
	if accepted < n/4 || atCreate < n/20 || found < n/20 {
		t.Error("the triggers are too much alike")
	}
	if found*100 < randomFound*(found+lost) {
		t.Errorf("trigc finds %d of %d of the mistakes that show when the trigger fires: less than %d %%", found, found+lost, randomFound)
	}
}

// randomData reports whether an SQLSTATE is of the data and not of the code.
func randomData(state string) bool {
	return state[:2] == "22" || state[:2] == "23" || state == "54001" || state == "P0001" || state == "P0004"
}

// A randomSample is a schema with a trigger.
type randomSample struct {
	setup    string // the schema
	rows     string // what is in its tables before the trigger
	declare  []string
	body     []string
	end      string // RETURN …; or nothing
	create   string // CREATE [CONSTRAINT] TRIGGER …
	timing   string
	events   []string
	on       string
	clauses  []string // in order: DEFERRABLE, REFERENCING, FOR EACH, WHEN
	fires    []string
	mutation string
}

// ask returns the verdict of the server.
func (s *randomSample) ask(t *testing.T, conn *pgconn.PgConn) string {
	var fires []string
	for _, f := range s.fires {
		fires = append(fires, quoteText(f))
	}
	sql := fmt.Sprintf("SELECT verdict(%s, %s, ARRAY[%s]::text[])", quoteText(s.setup+s.rows), quoteText(s.install()), strings.Join(fires, ", "))
	results, err := conn.Exec(context.Background(), sql).ReadAll()
	if err != nil {
		t.Errorf("%v\n%s", err, sql)
		return ""
	}
	return string(results[0].Rows[0][0])
}

// install returns the function and the trigger.
func (s *randomSample) install() string {
	var b strings.Builder
	b.WriteString("CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS $f$\nDECLARE\n")
	for _, d := range s.declare {
		b.WriteString("  " + d + ";\n")
	}
	b.WriteString("BEGIN\n")
	for _, x := range append(slices.Clone(s.body), s.end) {
		if x != "" {
			b.WriteString("  " + x + "\n")
		}
	}
	fmt.Fprintf(&b, "END $f$;\n%s trg %s %s ON %s %s EXECUTE FUNCTION tf();\n", s.create, s.timing, strings.Join(s.events, " OR "), s.on, strings.Join(s.clauses, " "))
	return b.String()
}

// A randomType is a type of columns: right values of it, and text that its
// input refuses.
type randomType struct {
	name  string
	good  []string
	bad   string // a literal of another type that is no value of this one
	equal bool   // there is an operator =
}

var randomTypes = []randomType{
	{"int", []string{"1", "42", "length('abc')", "1 + 2"}, "'abc'", true},
	{"bigint", []string{"3000000000", "7", "count_of(1)"}, "'abc'", true},
	{"smallint", []string{"1::smallint", "'3'"}, "'abc'", true},
	{"numeric(8,2)", []string{"1.5", "2", "round(2.345, 1)"}, "'1,5'", true},
	{"text", []string{"'abc'", "upper('x')", "'a' || 'b'", "md5('x')"}, "", true},
	{"varchar(20)", []string{"'abc'", "left('abc', 2)"}, "", true},
	{"boolean", []string{"true", "1 > 2", "'off'"}, "'maybe'", true},
	{"date", []string{"'2024-02-01'", "current_date"}, "'soon'", true},
	{"timestamptz", []string{"now()", "'2024-02-01 10:00+00'", "clock_timestamp()"}, "'later'", true},
	{"interval", []string{"'1 day'", "now() - now()"}, "'a while'", true},
	{"uuid", []string{"gen_random_uuid()", "'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'"}, "'u1'", true},
	{"jsonb", []string{`'{"a": 1}'`, "to_jsonb(1)", "jsonb_build_object('a', 1)"}, "'{a'", true},
	{"json", []string{`'{"a": 1}'`, "to_json(1)"}, "'{a'", false},
	{"point", []string{"'(1,2)'", "point(1, 2)"}, "'here'", false},
	{"int[]", []string{"'{1,2}'", "ARRAY[1, 2]"}, "'{a}'", true},
	{"text[]", []string{"'{a,b}'", "ARRAY['a']", "string_to_array('a,b', ',')"}, "'{a'", true},
	{"mood", []string{"'ok'", "'sad'::mood"}, "'glad'", true},
	{"posint", []string{"5", "5::posint"}, "'abc'", true},
	{"double precision", []string{"1.5", "random()", "1e10"}, "'x'", true},
}

const randomPrelude = `CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE DOMAIN posint AS int CHECK (VALUE > 0);
CREATE FUNCTION count_of(n bigint) RETURNS bigint LANGUAGE sql STABLE AS 'SELECT $1';
`

type randomColumn struct {
	name string
	randomType
}

type randomTable struct {
	name        string
	key         string
	columns     []randomColumn // without the key and those nobody writes
	generated   string         // "" or the name of a generated column
	identity    bool           // GENERATED ALWAYS
	partitioned bool
	view        bool
}

// A randomMaker makes a sample.
type randomMaker struct {
	rand    *rand.Rand
	tables  []*randomTable
	own     *randomTable // the one with the trigger
	other   *randomTable
	s       *randomSample
	row     bool
	old     bool // some event has an old row
	new     bool
	ids     int
	changed []string // transition tables
}

func (m *randomMaker) n(n int) int             { return m.rand.IntN(n) }
func (m *randomMaker) yes() bool               { return m.n(2) == 0 }
func (m *randomMaker) rarely() bool            { return m.n(4) == 0 }
func (m *randomMaker) pick(l ...string) string { return l[m.n(len(l))] }
func (m *randomMaker) column(t *randomTable) randomColumn {
	return t.columns[m.n(len(t.columns))]
}
func (m *randomMaker) good(c randomColumn) string { return m.pick(c.good...) }
func (m *randomMaker) id() int                    { m.ids++; return 100 + m.ids }

func randomTrigger(r *rand.Rand, broken bool) *randomSample {
	m := &randomMaker{rand: r, s: &randomSample{}}
	m.schema()
	m.header()
	m.function()
	if broken {
		for {
			x := randomMutations[m.n(len(randomMutations))]
			if x.do(m, m.s) {
				m.s.mutation = x.name
				break
			}
		}
	}
	return m.s
}

func (m *randomMaker) schema() {
	s := m.s
	if m.rarely() {
		s.setup = "CREATE SCHEMA app;\nSET search_path = app, public;\n"
	}
	names := []string{"orders", `"Line Items"`, "größen", "events"}
	m.rand.Shuffle(len(names), func(i, j int) { names[i], names[j] = names[j], names[i] })
	for _, name := range names[:2+m.n(5)/4] {
		t := &randomTable{name: name, key: m.pick("id", `"Id"`, "nr")}
		m.tables = append(m.tables, t)
		t.partitioned = m.n(6) == 0
		t.identity = !t.partitioned && m.n(5) == 0
		var defs []string
		if t.identity {
			defs = append(defs, t.key+" int GENERATED ALWAYS AS IDENTITY PRIMARY KEY")
		} else {
			defs = append(defs, t.key+m.pick(" int PRIMARY KEY", " bigint PRIMARY KEY", " int PRIMARY KEY"))
		}
		cols := []string{"a", "b", "status", `"Total"`, "größe", "note", `"order"`, "created"}
		m.rand.Shuffle(len(cols), func(i, j int) { cols[i], cols[j] = cols[j], cols[i] })
		for _, name := range cols[:2+m.n(5)] {
			c := randomColumn{name, randomTypes[m.n(len(randomTypes))]}
			t.columns = append(t.columns, c)
			def := c.name + " " + c.randomType.name
			if m.rarely() {
				def += " NOT NULL"
			}
			defs = append(defs, def)
		}
		if m.rarely() {
			t.generated = "gen"
			defs = append(defs, fmt.Sprintf("gen bigint GENERATED ALWAYS AS (%s * 2) STORED", t.key))
		}
		if t.partitioned {
			s.setup += fmt.Sprintf("CREATE TABLE %s (%s) PARTITION BY RANGE (%s);\nCREATE TABLE part_%d PARTITION OF %s DEFAULT;\n", name, strings.Join(defs, ", "), t.key, len(m.tables), name)
		} else {
			s.setup += fmt.Sprintf("CREATE TABLE %s (%s);\n", name, strings.Join(defs, ", "))
		}
		if !t.partitioned && m.n(8) == 0 {
			s.setup += fmt.Sprintf("CREATE TABLE child_%d (extra text) INHERITS (%s);\n", len(m.tables), name)
		}
		for range 2 {
			s.rows += m.insert(t, 1+m.ids) + ";\n"
			m.ids++
		}
	}
	m.own, m.other = m.tables[0], m.tables[1]
	if m.n(6) == 0 {
		s.setup += fmt.Sprintf("CREATE VIEW v AS SELECT %s, %s FROM %s;\n", m.own.key, m.names(m.own), m.own.name)
		v := *m.own
		// Without it a trigger for each statement never fires.
		s.setup += "CREATE FUNCTION instead() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN coalesce(NEW, OLD); END';\n" +
			"CREATE TRIGGER instead INSTEAD OF INSERT OR UPDATE OR DELETE ON v FOR EACH ROW EXECUTE FUNCTION instead();\n"
		v.name, v.view, v.generated, v.identity, v.partitioned = "v", true, "", false, false
		m.own = &v
	}
}

func (m *randomMaker) names(t *randomTable) string {
	var l []string
	for _, c := range t.columns {
		l = append(l, c.name)
	}
	return strings.Join(l, ", ")
}

// insert returns an INSERT of a whole row.
func (m *randomMaker) insert(t *randomTable, id int) string {
	cols, values := []string{}, []string{}
	if !t.identity {
		cols, values = []string{t.key}, []string{strconv.Itoa(id)}
	}
	for _, c := range t.columns {
		cols, values = append(cols, c.name), append(values, m.good(c))
	}
	return fmt.Sprintf("INSERT INTO %s (%s) VALUES (%s)", t.name, strings.Join(cols, ", "), strings.Join(values, ", "))
}

func (m *randomMaker) header() {
	s, t := m.s, m.own
	s.create, s.on = "CREATE TRIGGER", t.name
	m.row = m.n(3) > 0
	s.timing = m.pick("BEFORE", "AFTER")
	if t.view {
		s.timing, m.row = "INSTEAD OF", true
		if m.rarely() {
			s.timing, m.row = m.pick("BEFORE", "AFTER"), false
		}
	}
	constraint := s.timing == "AFTER" && m.row && m.n(3) == 0
	if constraint {
		s.create = "CREATE CONSTRAINT TRIGGER"
		if m.yes() {
			s.clauses = append(s.clauses, m.pick("DEFERRABLE", "DEFERRABLE INITIALLY DEFERRED", "NOT DEFERRABLE"))
		}
	}
	transition := s.timing == "AFTER" && !constraint && !t.view && (!m.row || !t.partitioned) && m.n(3) == 0
	events := []string{"INSERT", "UPDATE", "DELETE"}
	m.rand.Shuffle(3, func(i, j int) { events[i], events[j] = events[j], events[i] })
	events = events[:1+m.n(3)]
	if transition {
		events = events[:1]
	}
	if !m.row && !t.view && !transition && m.rarely() {
		events = append(events, "TRUNCATE")
	}
	change := m.column(t)
	for _, e := range events {
		switch e {
		case "INSERT":
			m.new = true
			s.fires = append(s.fires, m.insert(t, 50))
		case "UPDATE":
			m.new, m.old = true, true
			s.fires = append(s.fires, fmt.Sprintf("UPDATE %s SET %s = %s", t.name, change.name, m.good(change)))
			if s.timing != "INSTEAD OF" && !transition && m.rarely() {
				e += " OF " + change.name
				if m.yes() {
					e += ", " + t.key
				}
			}
		case "DELETE":
			m.old = true
			s.fires = append(s.fires, "DELETE FROM "+t.name)
		case "TRUNCATE":
			s.fires = append(s.fires, "TRUNCATE "+t.name)
		}
		s.events = append(s.events, e)
	}
	if transition {
		ref := "REFERENCING"
		if m.old {
			ref += " OLD TABLE AS old_rows"
			m.changed = append(m.changed, "old_rows")
		}
		if m.new {
			ref += " NEW TABLE AS new_rows"
			m.changed = append(m.changed, "new_rows")
		}
		s.clauses = append(s.clauses, ref)
	}
	if m.row {
		s.clauses = append(s.clauses, "FOR EACH ROW")
	} else {
		s.clauses = append(s.clauses, m.pick("FOR EACH STATEMENT", ""))
	}
	all := func(event string) bool { return len(events) == 1 && events[0] == event }
	if m.row && s.timing != "INSTEAD OF" && m.rarely() {
		c := m.column(t)
		switch {
		case all("UPDATE"):
			s.clauses = append(s.clauses, fmt.Sprintf("WHEN (OLD.%s IS DISTINCT FROM NEW.%[1]s)", c.name))
		case all("INSERT"):
			s.clauses = append(s.clauses, fmt.Sprintf("WHEN (NEW.%s IS NOT NULL)", c.name))
		case all("DELETE"):
			s.clauses = append(s.clauses, fmt.Sprintf("WHEN (OLD.%s = %s)", c.name, m.good(c)))
		default:
			s.clauses = append(s.clauses, "WHEN (pg_trigger_depth() < 2)")
		}
	}
}

func (m *randomMaker) function() {
	s := m.s
	c := m.column(m.other)
	s.declare = []string{"v_n int := 0", "v_t text", "v_r record", "v_b bigint", "v_arr int[] := '{1,2}'",
		fmt.Sprintf("v_row %s%%ROWTYPE", m.other.name), fmt.Sprintf("v_c %s.%s%%TYPE", m.other.name, c.name)}
	for range 3 + m.n(6) {
		s.body = append(s.body, m.stmt(2))
	}
	if m.yes() {
		s.body = append(s.body, fmt.Sprintf("SELECT o.%s INTO v_c FROM %s AS o LIMIT 1;", c.name, m.other.name))
	}
	switch {
	case s.timing == "AFTER" || !m.row:
		s.end = m.pick("RETURN NULL;", "RETURN NULL;", "RETURN NEW;", "RETURN OLD;")
	case !m.old:
		s.end = "RETURN NEW;"
	case !m.new:
		s.end = "RETURN OLD;"
	default:
		s.end = m.pick("RETURN NEW;", "RETURN coalesce(NEW, OLD);", "RETURN NULL;", "IF TG_OP = 'DELETE' THEN RETURN OLD; ELSE RETURN NEW; END IF;")
	}
}

// record returns a row that the trigger may read.
func (m *randomMaker) record() string {
	if m.new && (!m.old || m.yes()) {
		return "NEW"
	}
	return "OLD"
}

func (m *randomMaker) block(depth int) string {
	var l []string
	for range 1 + m.n(2) {
		l = append(l, m.stmt(depth))
	}
	return strings.Join(l, " ")
}

// stmt returns a statement that is right.
func (m *randomMaker) stmt(depth int) string {
	t, o := m.own, m.other
	c, oc := m.column(t), m.column(o)
	k := m.n(38)
	if depth == 0 {
		k = m.n(25)
	}
	switch k {
	case 0, 1:
		if m.row && m.new {
			return fmt.Sprintf("NEW.%s := %s;", c.name, m.good(c))
		}
	case 2:
		if m.row && m.new {
			return fmt.Sprintf("NEW.%s := coalesce(%s.%[1]s, %[3]s);", c.name, m.record(), m.good(c))
		}
	case 3:
		return m.pick("v_n := v_n + 1;", "v_t := format('%s on %I', TG_OP, TG_TABLE_NAME);", "v_b := cardinality(v_arr);", "v_t := current_user || v_n;", "v_arr := v_arr || v_n;", "v_arr[1] := 3;")
	case 4:
		return fmt.Sprintf("SELECT o.%s::text INTO v_t FROM %s AS o WHERE o.%s = %d;", oc.name, o.name, o.key, m.id())
	case 5:
		if m.row {
			return fmt.Sprintf("SELECT * INTO v_row FROM %s AS o WHERE o.%s = %s.%s;", o.name, o.key, m.record(), t.key)
		}
		return fmt.Sprintf("SELECT * INTO v_r FROM %s LIMIT 1;", o.name)
	case 6:
		return m.insert(o, m.id()) + m.pick(";", ";", " ON CONFLICT DO NOTHING;", fmt.Sprintf(" RETURNING %s INTO v_n;", o.key), fmt.Sprintf(" ON CONFLICT (%s) DO UPDATE SET %s = excluded.%[2]s;", o.key, oc.name))
	case 7:
		return fmt.Sprintf("UPDATE %s SET %s = %s WHERE %s = %d;", o.name, oc.name, m.good(oc), o.key, m.id())
	case 8:
		if m.row {
			return fmt.Sprintf("UPDATE %s AS o SET %s = %s FROM %[1]s AS p WHERE o.%[4]s = p.%[4]s AND p.%[4]s > %[5]s.%[6]s;", o.name, oc.name, m.good(oc), o.key, m.record(), t.key)
		}
	case 9:
		if oc.equal {
			return fmt.Sprintf("DELETE FROM %s WHERE %s = %s;", o.name, oc.name, m.good(oc))
		}
		return fmt.Sprintf("DELETE FROM %s WHERE %s IS NULL;", o.name, oc.name)
	case 10:
		return fmt.Sprintf("PERFORM %s FROM %s AS o WHERE o.%s > v_n;", m.pick("1", "count(*)", "max(o."+o.key+")", "o."+oc.name), o.name, o.key)
	case 11:
		if m.row {
			return fmt.Sprintf("RAISE NOTICE '%% by %%', %s.%s, v_n;", m.record(), c.name)
		}
		return "RAISE NOTICE '%', TG_NAME;"
	case 12:
		return fmt.Sprintf("EXECUTE 'UPDATE %s SET %s = $1 WHERE %s = $2' USING (%s)::%s, v_n;", o.name, oc.name, o.key, m.good(oc), oc.randomType.name)
	case 13:
		return m.pick("EXECUTE format('SELECT count(*) FROM %I.%I', TG_TABLE_SCHEMA, TG_TABLE_NAME) INTO v_n;", "PERFORM pg_notify('ch', TG_OP);", "GET DIAGNOSTICS v_n = ROW_COUNT;", "PERFORM set_config('app.x', 'y', true);")
	case 14:
		if m.changed != nil {
			tt := m.pick(m.changed...)
			return m.pick("SELECT count(*) INTO v_n FROM "+tt+";", fmt.Sprintf("PERFORM x.%s FROM %s AS x;", c.name, tt),
				fmt.Sprintf("UPDATE %s AS o SET %s = %s FROM %s AS x WHERE x.%s = o.%s;", o.name, oc.name, m.good(oc), tt, t.key, o.key))
		}
	case 15:
		if m.row {
			return m.pick("v_t := to_jsonb("+m.record()+")::text;", "v_r := "+m.record()+";", "v_t := "+m.record()+"::text;", fmt.Sprintf("v_t := quote_nullable(%s.%s::text);", m.record(), c.name))
		}
	case 16:
		return fmt.Sprintf("SELECT count(*), max(%s) INTO v_n, v_b FROM %s;", o.key, o.name)
	case 17:
		return fmt.Sprintf("v_n := (SELECT count(*) FROM %s WHERE %s IS NOT NULL);", o.name, oc.name)
	case 18:
		return fmt.Sprintf("SELECT %s, count(*) AS n INTO v_r FROM %s AS o GROUP BY %[1]s HAVING count(*) > 0 LIMIT 1;", "o."+o.key, o.name)
	case 19:
		return fmt.Sprintf("v_t := to_jsonb(%s)::text FROM %[1]s LIMIT 1;", o.name)
	case 20:
		return fmt.Sprintf("v_row := o FROM %s AS o ORDER BY o.%s LIMIT 1;", o.name, o.key)
	case 21:
		return fmt.Sprintf("WITH x AS (SELECT %s AS k, %s FROM %s) UPDATE %[3]s AS o SET %[2]s = x.%[2]s FROM x WHERE x.k = o.%[1]s AND v_n > 9;", o.key, oc.name, o.name)
	case 22:
		return fmt.Sprintf("ASSERT v_n IS NOT NULL, 'none of %s';", strings.Trim(o.name, `"`))
	case 23:
		return fmt.Sprintf("SELECT max(x.n) INTO v_n FROM (SELECT row_number() OVER (ORDER BY o.%s) AS n FROM %s AS o) AS x;", o.key, o.name)
	case 24:
		return m.pick("v_arr[1:2] := '{3,4}';", "v_arr := array_remove(v_arr, v_n);", "v_n := v_arr[1] + coalesce(array_length(v_arr, 1), 0);")
	case 25, 26:
		return fmt.Sprintf("IF TG_OP = '%s' THEN %s ELSE %s END IF;", m.pick("INSERT", "UPDATE", "DELETE"), m.block(depth-1), m.block(depth-1))
	case 27, 28:
		if m.row && m.old && m.new {
			if c.equal {
				return fmt.Sprintf("IF NEW.%s IS DISTINCT FROM OLD.%[1]s THEN %s END IF;", c.name, m.block(depth-1))
			}
			return fmt.Sprintf("IF NEW.%s IS NULL THEN %s END IF;", c.name, m.block(depth-1))
		}
		return fmt.Sprintf("IF v_n > 3 THEN %s END IF;", m.block(depth-1))
	case 29:
		return fmt.Sprintf("FOR v_r IN SELECT * FROM %s LOOP v_t := v_r.%s::text; %s END LOOP;", o.name, oc.name, m.stmt(0))
	case 30:
		return fmt.Sprintf("FOR i IN 1..2 LOOP v_n := v_n + i; %s END LOOP;", m.stmt(0))
	case 31:
		return fmt.Sprintf("FOREACH v_n IN ARRAY v_arr LOOP %s END LOOP;", m.stmt(0))
	case 32:
		return fmt.Sprintf("BEGIN %s EXCEPTION WHEN %s THEN %s END;", m.block(depth-1), m.pick("unique_violation", "others", "SQLSTATE '22012'"), m.stmt(0))
	case 33:
		return fmt.Sprintf("CASE v_n WHEN 1, 2 THEN %s ELSE %s END CASE;", m.stmt(0), m.stmt(0))
	case 34:
		return fmt.Sprintf("IF EXISTS (SELECT FROM %s WHERE %s > 5) THEN %s ELSIF FOUND THEN %s END IF;", o.name, o.key, m.stmt(0), m.stmt(0))
	case 35:
		return fmt.Sprintf("<<outside>> WHILE v_n < 3 LOOP v_n := coalesce(v_n, 0) + 1; %s EXIT outside WHEN v_n > 1; v_n := v_n + 1; END LOOP outside;", m.pick("CONTINUE WHEN v_n = 2;", ""))
	case 36:
		return fmt.Sprintf("BEGIN %s EXCEPTION WHEN unique_violation OR not_null_violation THEN GET STACKED DIAGNOSTICS v_t = MESSAGE_TEXT; END;", m.stmt(0))
	case 37:
		return fmt.Sprintf("DECLARE cur CURSOR (low bigint) FOR SELECT * FROM %s AS o WHERE o.%s > low; BEGIN FOR each_row IN cur(0) LOOP v_t := each_row.%s::text; END LOOP; END;", o.name, o.key, oc.name)
	}
	return "v_n := v_n * 2;"
}

// A randomMutation makes one mistake; do reports whether it could.
type randomMutation struct {
	name string
	do   func(m *randomMaker, s *randomSample) bool
}

// add puts a statement somewhere at the top of the body.
func (m *randomMaker) add(format string, args ...any) bool {
	i := m.n(len(m.s.body) + 1)
	m.s.body = slices.Insert(m.s.body, i, fmt.Sprintf(format, args...))
	return true
}

// misspelled returns a name that nothing has.
func misspelled(name string) string {
	if s, ok := strings.CutSuffix(name, `"`); ok {
		return s + `x"`
	}
	return name + "x"
}

var randomMutations = []randomMutation{
	{"column of NEW", func(m *randomMaker, s *randomSample) bool {
		return m.row && m.new && m.add("NEW.%s := NULL;", misspelled(m.column(m.own).name))
	}},
	{"column of a row that is read", func(m *randomMaker, s *randomSample) bool {
		return m.row && m.add("v_t := %s.%s;", m.record(), misspelled(m.column(m.own).name))
	}},
	{"any column misspelled", func(m *randomMaker, s *randomSample) bool {
		c := m.column(m.other).name
		for _, i := range m.rand.Perm(len(s.body)) {
			if at := strings.Index(s.body[i], "."+c); at >= 0 {
				s.body[i] = strings.Replace(s.body[i], "."+c, "."+misspelled(c), 1)
				return true
			}
		}
		return false
	}},
	{"column of an INSERT", func(m *randomMaker, s *randomSample) bool {
		return m.add("INSERT INTO %s (%s) VALUES (NULL);", m.other.name, misspelled(m.column(m.other).name))
	}},
	{"column of an UPDATE", func(m *randomMaker, s *randomSample) bool {
		return m.add("UPDATE %s SET %s = NULL;", m.other.name, misspelled(m.column(m.other).name))
	}},
	{"column of a WHERE", func(m *randomMaker, s *randomSample) bool {
		return m.add("DELETE FROM %s WHERE %s IS NULL;", m.other.name, misspelled(m.column(m.other).name))
	}},
	{"table", func(m *randomMaker, s *randomSample) bool {
		return m.add(m.pick("DELETE FROM %s;", "SELECT count(*) INTO v_n FROM %s;", "PERFORM 1 FROM %s;", "v_n := (SELECT max(1) FROM %s);", "FOR v_r IN SELECT * FROM %s LOOP NULL; END LOOP;"), misspelled(m.other.name))
	}},
	{"literal of an UPDATE", func(m *randomMaker, s *randomSample) bool {
		c := m.column(m.other)
		return c.bad != "" && m.add("UPDATE %s SET %s = %s WHERE false;", m.other.name, c.name, c.bad)
	}},
	{"literal of an assignment", func(m *randomMaker, s *randomSample) bool {
		c := m.column(m.own)
		return m.row && m.new && c.bad != "" && m.add("NEW.%s := %s;", c.name, c.bad)
	}},
	{"literal of a comparison", func(m *randomMaker, s *randomSample) bool {
		c := m.column(m.other)
		return c.bad != "" && c.equal && m.add("DELETE FROM %s WHERE %s = %s;", m.other.name, c.name, c.bad)
	}},
	{"value of another type", func(m *randomMaker, s *randomSample) bool {
		a := m.column(m.other)
		return m.add("UPDATE %s SET %s = %s WHERE false;", m.other.name, a.name, m.pick("now()", "3.5", "true", "ARRAY[1]", "'x'::text", "point(1, 2)", "current_date", "1"))
	}},
	{"no RETURN", func(m *randomMaker, s *randomSample) bool { s.end = ""; return true }},
	{"RETURN of a scalar", func(m *randomMaker, s *randomSample) bool {
		s.end = m.pick("RETURN v_n;", "RETURN 1;", "RETURN true;", "RETURN v_t;", "RETURN;", "RETURN 'x';")
		return true
	}},
	{"RETURN of another row", func(m *randomMaker, s *randomSample) bool { s.end = "RETURN v_row;"; return true }},
	{"row that no event has in WHEN", func(m *randomMaker, s *randomSample) bool {
		if !m.row || m.old && m.new || strings.HasPrefix(s.clauses[len(s.clauses)-1], "WHEN") {
			return false
		}
		row := "OLD"
		if m.old {
			row = "NEW"
		}
		s.clauses = append(s.clauses, fmt.Sprintf("WHEN (%s.%s IS NULL)", row, m.column(m.own).name))
		return true
	}},
	{"row in WHEN of a statement", func(m *randomMaker, s *randomSample) bool {
		if m.row {
			return false
		}
		s.clauses = append(s.clauses, fmt.Sprintf("WHEN (NEW.%s IS NULL)", m.column(m.own).name))
		return true
	}},
	{"WHEN that is not boolean", func(m *randomMaker, s *randomSample) bool {
		if !m.row || strings.HasPrefix(s.clauses[len(s.clauses)-1], "WHEN") {
			return false
		}
		s.clauses = append(s.clauses, fmt.Sprintf("WHEN (%s.%s)", m.record(), m.column(m.own).name))
		return true
	}},
	{"row in a statement's body", func(m *randomMaker, s *randomSample) bool {
		return !m.row && m.add(m.pick("v_t := NEW.%s;", "NEW.%s := NULL;", "PERFORM OLD.%s;"), m.column(m.own).name)
	}},
	{"SELECT without INTO", func(m *randomMaker, s *randomSample) bool {
		return m.add("SELECT count(*) FROM %s;", m.other.name)
	}},
	{"variable", func(m *randomMaker, s *randomSample) bool {
		return m.add("%s", m.pick("v_x := 1;", "v_n := v_x;", "SELECT 1 INTO v_x;", "RAISE NOTICE '%', v_x;", "IF v_x THEN NULL; END IF;", "PERFORM v_x;"))
	}},
	{"variable that is gone", func(m *randomMaker, s *randomSample) bool {
		i := m.n(len(s.declare))
		s.declare = slices.Delete(s.declare, i, i+1)
		return true
	}},
	{"column too many", func(m *randomMaker, s *randomSample) bool {
		c := m.column(m.other)
		return m.add(m.pick("INSERT INTO %s (%s) VALUES (%s, 1);", "INSERT INTO %s (%s) SELECT %s, 1;"), m.other.name, c.name, m.good(c))
	}},
	{"column too few", func(m *randomMaker, s *randomSample) bool {
		c := m.column(m.other)
		return m.add("INSERT INTO %s (%s, %s) VALUES (%s);", m.other.name, m.other.key, c.name, m.good(c))
	}},
	{"column twice", func(m *randomMaker, s *randomSample) bool {
		c := m.column(m.other)
		return m.add(m.pick("UPDATE %s SET %s = %s, %[2]s = NULL;", "INSERT INTO %s (%s, %[2]s) VALUES (%s, NULL);"), m.other.name, c.name, m.good(c))
	}},
	{"operator", func(m *randomMaker, s *randomSample) bool {
		c := m.column(m.other)
		return m.add("PERFORM %s %s %s FROM %s;", c.name, m.pick("=", "+", "||", "->>", "~", "&&", ">", "*"), m.pick("true", "1", "'x'::text", "now()", c.name), m.other.name)
	}},
	{"equality in IF", func(m *randomMaker, s *randomSample) bool {
		c, d := m.column(m.own), m.column(m.own)
		return m.row && m.add("IF %s.%s = %s.%s THEN v_n := 1; END IF;", m.record(), c.name, m.record(), d.name)
	}},
	{"function", func(m *randomMaker, s *randomSample) bool {
		c := m.column(m.own)
		return m.row && m.add("v_t := %s(%s.%s);", m.pick("lower", "length", "date_trunc", "abs", "jsonb_typeof", "nosuch", "cardinality", "to_json"), m.record(), c.name)
	}},
	{"generated column", func(m *randomMaker, s *randomSample) bool {
		return m.other.generated != "" && m.add(m.pick("UPDATE %s SET %s = 1;", "INSERT INTO %s (%s) VALUES (1);"), m.other.name, m.other.generated)
	}},
	{"identity", func(m *randomMaker, s *randomSample) bool {
		return m.other.identity && m.add(m.pick("UPDATE %s SET %s = 1;", "INSERT INTO %s (%s) VALUES (1);"), m.other.name, m.other.key)
	}},
	{"condition that is not boolean", func(m *randomMaker, s *randomSample) bool {
		return m.add("IF %s THEN NULL; END IF;", m.pick("v_n", "v_arr", "v_t || 'x'", "now()", "v_n + 1", "TG_NAME"))
	}},
	{"RAISE with a parameter too few", func(m *randomMaker, s *randomSample) bool {
		return m.add("%s", m.pick("RAISE NOTICE '% %', v_n;", "RAISE NOTICE 'x', v_n;"))
	}},
	{"label", func(m *randomMaker, s *randomSample) bool {
		return m.add("FOR i IN 1..2 LOOP EXIT nowhere WHEN i = 1; END LOOP;")
	}},
	{"INTO of several", func(m *randomMaker, s *randomSample) bool {
		return m.add("SELECT %s INTO v_n, v_t FROM %s LIMIT 1;", m.other.key, m.other.name)
	}},
	{"ON CONFLICT without a key", func(m *randomMaker, s *randomSample) bool {
		return m.add("%s ON CONFLICT (%s) DO NOTHING;", m.insert(m.other, m.id()), m.column(m.other).name)
	}},
	{"aggregate in WHERE", func(m *randomMaker, s *randomSample) bool {
		return m.add("PERFORM 1 FROM %s WHERE count(*) > 1;", m.other.name)
	}},
	{"column without GROUP BY", func(m *randomMaker, s *randomSample) bool {
		return m.add("PERFORM %s, count(*) FROM %s%s;", m.column(m.other).name, m.other.name, m.pick("", " GROUP BY "+m.other.key))
	}},
	{"field of a scalar", func(m *randomMaker, s *randomSample) bool {
		return m.add("%s", m.pick("v_row."+m.other.key+".x := 1;", "v_arr[1].x := 1;", "v_n.x := 1;", "v_n[1] := 1;", "v_row."+m.other.key+"[1] := 1;"))
	}},
	{"several columns for one", func(m *randomMaker, s *randomSample) bool {
		return m.add(m.pick("v_n := %s, 1 FROM %s LIMIT 1;", "IF %s, true FROM %s LIMIT 1 THEN NULL; END IF;", "RAISE NOTICE '%%', %s, 2 FROM %s;"), m.other.key, m.other.name)
	}},
	{"FOREACH of another type", func(m *randomMaker, s *randomSample) bool {
		return m.add("FOREACH %s LOOP NULL; END LOOP;", m.pick("v_n IN ARRAY v_n", "v_n IN ARRAY v_t", "v_arr IN ARRAY v_arr", "v_n SLICE 1 IN ARRAY v_arr", "v_r IN ARRAY v_arr"))
	}},
	{"command of a transaction", func(m *randomMaker, s *randomSample) bool {
		return m.add("%s", m.pick("START TRANSACTION;", "SAVEPOINT x;", "COMMIT;", "ROLLBACK;", "ABORT;", "RELEASE x;"))
	}},
	{"STACKED outside of a handler", func(m *randomMaker, s *randomSample) bool {
		return m.add("GET STACKED DIAGNOSTICS v_t = %s;", m.pick("MESSAGE_TEXT", "RETURNED_SQLSTATE"))
	}},
	{"field of a record that is not assigned", func(m *randomMaker, s *randomSample) bool {
		return m.add("DECLARE v_q record; BEGIN %s END;", m.pick("v_q.a := 1;", "v_t := v_q.a;", "SELECT 1 INTO v_q.a;", "v_q.* := v_row;"))
	}},
	{"aggregate out of place", func(m *randomMaker, s *randomSample) bool {
		return m.add(m.pick("UPDATE %[1]s SET %[2]s = max(%[2]s);", "PERFORM 1 FROM %[1]s AS x JOIN %[1]s AS y ON count(*) > 1;", "PERFORM 1 FROM %[1]s GROUP BY count(*);", "PERFORM 1 FROM %[1]s WHERE row_number() OVER () > 1;",
			"DELETE FROM %[1]s RETURNING count(*) INTO v_n;"), m.other.name, m.other.key)
	}},
	{"ambiguous column", func(m *randomMaker, s *randomSample) bool {
		return m.add("PERFORM %s FROM %s AS x, %[2]s AS y;", m.column(m.other).name, m.other.name)
	}},
	{"transition table", func(m *randomMaker, s *randomSample) bool {
		return m.add("PERFORM 1 FROM %s;", m.pick("old_rows", "new_rows"))
	}},
	{"event twice", func(m *randomMaker, s *randomSample) bool { s.events = append(s.events, s.events[0]); return true }},
	{"UPDATE OF a missing column", func(m *randomMaker, s *randomSample) bool {
		s.events = append(s.events, "UPDATE OF "+misspelled(m.own.key))
		return true
	}},
	{"one more event", func(m *randomMaker, s *randomSample) bool {
		s.events = append(s.events, m.pick("TRUNCATE", "INSERT", "DELETE", "UPDATE OF "+m.own.key))
		return true
	}},
	{"timing", func(m *randomMaker, s *randomSample) bool {
		s.timing = m.pick("BEFORE", "AFTER", "INSTEAD OF")
		return true
	}},
	{"level", func(m *randomMaker, s *randomSample) bool {
		for i, c := range s.clauses {
			if strings.HasPrefix(c, "FOR EACH") {
				s.clauses[i] = m.pick("FOR EACH ROW", "FOR EACH STATEMENT")
				return s.clauses[i] != c
			}
		}
		return false
	}},
	{"constraint", func(m *randomMaker, s *randomSample) bool {
		s.create = m.pick("CREATE CONSTRAINT TRIGGER", "CREATE OR REPLACE CONSTRAINT TRIGGER", "CREATE OR REPLACE TRIGGER")
		return true
	}},
	{"deferrable", func(m *randomMaker, s *randomSample) bool {
		s.clauses = slices.Insert(s.clauses, 0, m.pick("DEFERRABLE", "INITIALLY DEFERRED", "NOT DEFERRABLE INITIALLY DEFERRED"))
		return true
	}},
	{"referencing", func(m *randomMaker, s *randomSample) bool {
		s.clauses = slices.Insert(s.clauses, 0, m.pick("REFERENCING OLD TABLE AS old_rows", "REFERENCING NEW TABLE AS new_rows", "REFERENCING NEW ROW AS n", "REFERENCING NEW TABLE AS x OLD TABLE AS x"))
		return true
	}},
	{"table of the trigger", func(m *randomMaker, s *randomSample) bool { s.on = misspelled(s.on); return true }},
	{"word of the body", func(m *randomMaker, s *randomSample) bool {
		i := m.n(len(s.body))
		words := strings.Split(s.body[i], " ")
		j := m.n(len(words))
		if words[j] == "WHERE" || len(words) < 3 {
			return false
		}
		s.body[i] = strings.Join(slices.Delete(words, j, j+1), " ")
		return true
	}},
	{"words of the body swapped", func(m *randomMaker, s *randomSample) bool {
		i := m.n(len(s.body))
		words := strings.Split(s.body[i], " ")
		if len(words) < 4 {
			return false
		}
		j := m.n(len(words) - 1)
		words[j], words[j+1] = words[j+1], words[j]
		s.body[i] = strings.Join(words, " ")
		return true
	}},
}
