package e2e

import (
	"fmt"
	"slices"
	"strings"
)

// A shape is a table, or what can be written to like one, as it can look. In
// its DDL
//
//	{s}     is the schema, quoted
//	{t}     the table with its schema, quoted
//	{d}     the place of its directives, on lines of their own
//	{c}     its columns, with commas between
//	{id}    its key, {a} a text, {b} an int and {at} a timestamptz column, quoted
type shape struct {
	name  string // in reports
	table string // of the table; "" is the shape's
	ddl   string // "" is a plain table of key
	key   string // the constraint of the default DDL
	extra string // more of the default DDL, after the table

	columns [4]string        // the names of id, a, b and at, if others
	id      func(int) string // the value of key n as SQL, if that is no int
	idType  string           // its type
	more    []extraColumn    // columns for which the shape is there
	needs   []string         // extensions that must be there
	lacks   string           // "conflict" on {id}, "merge", "truncate", "copy"
	few     bool             // only directives that look at whole rows
	sample  bool             // most directives are left to other shapes, but with -whole
	twin    string           // the schema of the table without triggers
}

// An extraColumn is a column of a type, with two different values, as SQL,
// and as states of fsm if the type has equality.
type extraColumn struct {
	name, typ string
	one, two  string
	states    [2]string
}

// quoteName quotes always.
func quoteName(name string) string { return `"` + strings.ReplaceAll(name, `"`, `""`) + `"` }

const oddName = `Tä"b'l%e $1\x$$`

var longName = strings.Repeat("ü", 31) + "x" // 63 bytes

// matrixTypes is what all shapes share: types in a schema that no search path
// has, whose name needs quotes.
const matrixTypes = `
CREATE SCHEMA "Ty pes";
CREATE TYPE "Ty pes"."Mood" AS ENUM ('a1', 'b''2', 'ü\n');
CREATE DOMAIN "Ty pes".word AS text CHECK (VALUE <> '');
CREATE DOMAIN "Ty pes".number AS int NOT NULL DEFAULT 3;
CREATE DOMAIN "Ty pes".small AS "Ty pes".number CHECK (VALUE < 1000);
CREATE DOMAIN "Ty pes".feeling AS "Ty pes"."Mood";
CREATE DOMAIN "Ty pes".doc AS json;
CREATE DOMAIN "Ty pes".words AS "Ty pes".word[];
CREATE TYPE "Ty pes".pair AS (x int, "Y y" text);
CREATE TYPE "Ty pes".loose AS (x int, j json);
CREATE DOMAIN "Ty pes".twin AS "Ty pes".pair;
CREATE TYPE "Ty pes".span AS RANGE (subtype = float8, multirange_type_name = "Ty pes".spans);
CREATE SCHEMA far;
CREATE SCHEMA counts;
CREATE SCHEMA elsewhere;
CREATE TABLE elsewhere.other (id int PRIMARY KEY, n int, old int, found text);
CREATE TABLE elsewhere.log (what text, id text);
CREATE FUNCTION elsewhere.noted(text) RETURNS json LANGUAGE sql AS $$ INSERT INTO elsewhere.log VALUES ('noted', $1) RETURNING to_json(id) $$;
CREATE FUNCTION elsewhere.noop() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO elsewhere.log VALUES (TG_NAME, TG_OP);
  IF TG_LEVEL = 'STATEMENT' OR TG_WHEN = 'AFTER' THEN RETURN NULL; END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$;
`

func matrixShapes() []shape {
	pk := "PRIMARY KEY ({id})"
	list := []shape{
		{name: "plain", key: pk, more: []extraColumn{vectorColumn("Se'arch")}},
		{name: "odd names", table: oddName, key: pk, columns: [4]string{`I"d %`, `a'$1\b`, `B%s`, "at $$"}, more: []extraColumn{vectorColumn(`V$$"\%`)}},
		{name: "long names", table: longName, key: pk, columns: [4]string{longName, strings.Repeat("a", 63), strings.Repeat("ß", 31), strings.Repeat("Ä", 31) + "y"}},
		{name: "keywords", table: "select", key: pk, columns: [4]string{"old", "new", "found", "user"},
			more: []extraColumn{intColumn("tg_op"), intColumn("Ctid"), intColumn("violation"), intColumn("trigc_row"), intColumn("auto"), intColumn("changed"), intColumn("excluded")}},
		{name: "more keywords", table: "old", key: pk, columns: [4]string{"ctid_", "trigc_old", "trigc_latest", "text"},
			more: []extraColumn{intColumn("new"), intColumn("select"), intColumn("record"), intColumn("tg_argv"), intColumn("history_old"), intColumn("lower")}},
		{name: "composite key", key: "PRIMARY KEY ({id}, {b})", lacks: "conflict"},
		{name: "no key", lacks: "conflict"},
		{name: "unique not null", key: "UNIQUE ({id}), CHECK ({id} > 0)", extra: "ALTER TABLE {t} ALTER COLUMN {id} SET NOT NULL;"},
		{name: "unique null", key: "UNIQUE ({id})"},
		{name: "unique index", extra: "CREATE UNIQUE INDEX ON {t} ({id}); ALTER TABLE {t} ALTER COLUMN {id} SET NOT NULL;"},
		{name: "partial unique index", extra: "CREATE UNIQUE INDEX ON {t} ({id}) WHERE {b} IS NOT NULL;", lacks: "conflict"},
		{name: "expression index", extra: "CREATE UNIQUE INDEX ON {t} (lower({id}::text));", lacks: "conflict"},
		{name: "unlogged", ddl: "{d}\nCREATE UNLOGGED TABLE {t} ({c}, PRIMARY KEY ({id}));"},
		{name: "hash partitioned", ddl: `{d}
CREATE TABLE {t} ({c}, PRIMARY KEY ({id})) PARTITION BY HASH ({id});
CREATE TABLE {s}.hash_0 PARTITION OF {t} FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE {s}.hash_1 PARTITION OF {t} FOR VALUES WITH (MODULUS 2, REMAINDER 1);`},
		{name: "list partitioned", more: []extraColumn{vectorColumn("old")}, ddl: `{d}
CREATE TABLE {t} ({c}) PARTITION BY LIST ({a});
CREATE TABLE {s}.list_a PARTITION OF {t} FOR VALUES IN ('a1', 'a2');
CREATE TABLE {s}."list b" PARTITION OF {t} FOR VALUES IN ('a3');
CREATE TABLE {s}.list_rest PARTITION OF {t} DEFAULT;`, lacks: "conflict"},
		{name: "two levels", columns: [4]string{"Id", "Reg'ion", "amo%unt", "at"}, ddl: `{d}
CREATE TABLE {t} ({c}, PRIMARY KEY ({id}, {b})) PARTITION BY RANGE ({b});
CREATE TABLE {s}.low PARTITION OF {t} FOR VALUES FROM (MINVALUE) TO (3);
CREATE TABLE {s}."Hi gh" PARTITION OF {t} FOR VALUES FROM (3) TO (MAXVALUE) PARTITION BY HASH ({id});
CREATE TABLE {s}.high_0 PARTITION OF {s}."Hi gh" FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE {s}.high_1 PARTITION OF {s}."Hi gh" FOR VALUES WITH (MODULUS 2, REMAINDER 1);`, lacks: "conflict"},
		{name: "partition", ddl: `CREATE TABLE {s}.whole ({c}, PRIMARY KEY ({id})) PARTITION BY RANGE ({id});
{d}
CREATE TABLE {t} PARTITION OF {s}.whole FOR VALUES FROM (MINVALUE) TO (5000);
CREATE TABLE {s}.whole_rest PARTITION OF {s}.whole DEFAULT;`},
		{name: "attached", ddl: `CREATE TABLE {s}.all_of ({at} timestamptz, {c_at}, PRIMARY KEY ({id})) PARTITION BY RANGE ({id});
{d}
CREATE TABLE {t} (gone_1 int, {c}, gone_2 json, PRIMARY KEY ({id}));
ALTER TABLE {t} DROP COLUMN gone_1, DROP COLUMN gone_2;
ALTER TABLE {s}.all_of ATTACH PARTITION {t} FOR VALUES FROM (MINVALUE) TO (5000);`},
		{name: "middle level", ddl: `CREATE TABLE {s}.top ({c}, PRIMARY KEY ({id})) PARTITION BY RANGE ({id});
{d}
CREATE TABLE {t} PARTITION OF {s}.top FOR VALUES FROM (MINVALUE) TO (5000) PARTITION BY HASH ({id});
CREATE TABLE {s}.bottom_0 PARTITION OF {t} FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE {s}.bottom_1 PARTITION OF {t} FOR VALUES WITH (MODULUS 2, REMAINDER 1);`},
		{name: "columns of partitions", ddl: `{d}
CREATE TABLE {t} ({c}, PRIMARY KEY ({id})) PARTITION BY RANGE ({id});
CREATE TABLE {s}.other_order (gone int, {at} timestamptz, {b} int, {a} text, {id} int PRIMARY KEY);
ALTER TABLE {s}.other_order DROP COLUMN gone;
ALTER TABLE {t} ATTACH PARTITION {s}.other_order FOR VALUES FROM (MINVALUE) TO (20);
CREATE TABLE {s}.same_order PARTITION OF {t} DEFAULT;`},
		{name: "inherited from", more: []extraColumn{vectorColumn("vec")}, ddl: `{d}
CREATE TABLE {t} ({c}, PRIMARY KEY ({id}));
CREATE TABLE {s}.heir (more int) INHERITS ({t});`, lacks: "merge"},
		{name: "inherits", ddl: `CREATE TABLE {s}.ancestor ({c});
{d}
CREATE TABLE {t} (more text, PRIMARY KEY ({id})) INHERITS ({s}.ancestor);`},
		{name: "dropped columns", ddl: `{d}
CREATE TABLE {t} (x1 int, {id} int PRIMARY KEY, x2 json, {a} text, x3 text, {b} int, {at} timestamptz, x4 int);
ALTER TABLE {t} DROP COLUMN x1, DROP COLUMN x2;
ALTER TABLE {t} DROP COLUMN x3;
ALTER TABLE {t} DROP COLUMN x4;
ALTER TABLE {t} ADD COLUMN x5 int DEFAULT 5;`},
		{name: "generated", ddl: `{d}
CREATE TABLE {t} ({id} int PRIMARY KEY, {c_id}, twice int GENERATED ALWAYS AS ({b} * 2) STORED, "Up %" text GENERATED ALWAYS AS (upper({a})) STORED, j json GENERATED ALWAYS AS ('{}') STORED);`},
		{name: "generated key", ddl: `{d}
CREATE TABLE {t} ({c}, gen int GENERATED ALWAYS AS ({id} + 1) STORED PRIMARY KEY);`, lacks: "conflict"},
		{name: "identity", ddl: `{d}
CREATE TABLE {t} ({id} int GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY, {c_id}, serial bigserial, n int GENERATED ALWAYS AS IDENTITY, u uuid NOT NULL DEFAULT '00000000-0000-0000-0000-000000000001');`},
		{name: "only generated", ddl: `CREATE TABLE {s}.referred (id int PRIMARY KEY);
{d}
CREATE TABLE {t} ({c}, PRIMARY KEY ({id}), EXCLUDE USING btree ({id} WITH =), UNIQUE ({id}, {a}));`},
		{name: "foreign keys", ddl: `CREATE TABLE {s}.parents (id int PRIMARY KEY);
INSERT INTO {s}.parents SELECT generate_series(0, 1000);
{d}
CREATE TABLE {t} ({c}, PRIMARY KEY ({id}), FOREIGN KEY ({id}) REFERENCES {s}.parents ON UPDATE CASCADE ON DELETE CASCADE);
CREATE TABLE {s}.children (id int PRIMARY KEY REFERENCES {t} ON UPDATE CASCADE ON DELETE SET NULL);`, lacks: "truncate"},
		{name: "like", ddl: `CREATE TABLE {s}.model ({c}, PRIMARY KEY ({id}));
{d}
CREATE TABLE {t} (LIKE {s}.model INCLUDING ALL, extra int DEFAULT 4);`},
		{name: "of type", ddl: `CREATE TYPE {s}.row_type AS ({c});
{d}
CREATE TABLE {t} OF {s}.row_type (PRIMARY KEY ({id}));`},
		{name: "renamed", ddl: `{d}
CREATE TABLE {s}.first_name (one int PRIMARY KEY, two text, {b} int, {at} timestamptz);
ALTER TABLE {s}.first_name RENAME COLUMN one TO {id};
ALTER TABLE {s}.first_name RENAME two TO {a};
ALTER TABLE {s}.first_name RENAME TO {name};`},
		{name: "row security", key: pk, extra: `ALTER TABLE {t} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY; CREATE POLICY p ON {t} USING (true);`},
		{name: "foreign", more: []extraColumn{vectorColumn("vec")}, ddl: `CREATE TABLE far.{s} ({c});
{d}
CREATE FOREIGN TABLE {t} ({c}) SERVER loopback OPTIONS (schema_name 'far', table_name {s_lit});`, needs: []string{"postgres_fdw"}, lacks: "conflict merge"},
		{name: "foreign partition", ddl: `CREATE TABLE far.{s} ({c});
{d}
CREATE TABLE {t} ({c}) PARTITION BY RANGE ({id});
CREATE TABLE {s}.near PARTITION OF {t} FOR VALUES FROM (MINVALUE) TO (5);
CREATE FOREIGN TABLE {s}.far PARTITION OF {t} DEFAULT SERVER loopback OPTIONS (schema_name 'far', table_name {s_lit});`, needs: []string{"postgres_fdw"}, lacks: "conflict merge"},
	}

	for _, k := range []struct {
		typ   string
		id    func(int) string
		needs string
	}{
		{typ: "text", id: func(n int) string { return fmt.Sprintf("'k''%d'", n) }},
		{typ: "uuid", id: func(n int) string { return fmt.Sprintf("'00000000-0000-0000-0000-%012d'", n) }},
		{typ: "numeric", id: func(n int) string { return fmt.Sprintf("%d.50", n) }},
		{typ: `"Ty pes".small`, id: func(n int) string { return fmt.Sprint(n) }},
		{typ: `"Ty pes".word`, id: func(n int) string { return fmt.Sprintf("'%d'", n) }},
		{typ: `"Ty pes".pair`, id: func(n int) string { return fmt.Sprintf(`ROW(%d, 'x')::"Ty pes".pair`, n) }},
		{typ: `"Ty pes".span`, id: func(n int) string { return fmt.Sprintf("'[%d,%d)'", n, n+1) }},
		{typ: "date", id: func(n int) string { return fmt.Sprintf("date '2025-01-01' + %d", n) }},
		{typ: "text[]", id: func(n int) string { return fmt.Sprintf("'{a,%d}'", n) }},
		{typ: "char(6)", id: func(n int) string { return fmt.Sprintf("'%d'", n) }},
		{typ: "ext.citext", id: func(n int) string { return fmt.Sprintf("'K%d'", n) }, needs: "citext"},
	} {
		s := shape{name: "key " + k.typ, key: pk, idType: k.typ, id: k.id, few: true}
		if k.needs != "" {
			s.needs = []string{k.needs}
		}
		list = append(list, s)
	}

	for i, s := range list {
		list[i].sample = !slices.Contains([]string{"odd names", "keywords", "no key", "list partitioned", "two levels", "foreign partition"}, s.name)
	}

	columns := typeColumns()
	const each = 8
	for i := 0; i < len(columns); i += each {
		list = append(list, shape{name: fmt.Sprintf("types %d", i/each+1), key: pk, more: columns[i:min(i+each, len(columns))], few: true})
	}
	list = append(list, shape{name: "citext", key: pk, needs: []string{"citext"}, few: true, more: []extraColumn{
		{name: "ci", typ: "ext.citext", one: "'a'", two: "'b'", states: [2]string{"a", "b"}},
		{name: "cia", typ: "ext.citext[]", one: "'{p}'", two: "'{q}'"},
	}})
	for i := range list {
		list[i].complete()
	}
	return list
}

func intColumn(name string) extraColumn {
	return extraColumn{name: name, typ: "int", one: "1", two: "2", states: [2]string{"1", "2"}}
}

func vectorColumn(name string) extraColumn {
	return extraColumn{name: name, typ: "tsvector", one: "'a'", two: "'b'"}
}

// typeColumns are columns of all kinds of types.
func typeColumns() []extraColumn {
	var list []extraColumn
	add := func(typ, one, two string, states ...string) {
		c := extraColumn{name: fmt.Sprintf("c%d", len(list)+1), typ: typ, one: one, two: two}
		copy(c.states[:], states)
		list = append(list, c)
	}
	add(`"Ty pes"."Mood"`, "'a1'", "'b''2'", "a1", "'b''2'")
	add(`"Ty pes".feeling`, "'a1'", "'b''2'", "a1", "'b''2'")
	add(`"Ty pes".word`, "'v'", "'w'", "v", "w")
	add(`"Ty pes".number`, "1", "2", "1", "2")
	add(`"Ty pes".small`, "1", "2", "1", "2")
	add(`"Ty pes".doc`, `'{"a": 1}'`, `'{"a": 2}'`)
	add(`"Ty pes".words`, "'{v}'", "'{w}'")
	add(`"Ty pes".pair`, "'(1,a)'", "'(1,b)'")
	add(`"Ty pes".loose`, "'(1,)'", `'(1,"[1]")'`)
	add(`"Ty pes".twin`, "'(1,a)'", "'(2,a)'")
	add(`"Ty pes".span`, "'[1,2)'", "'[1,3)'", "'[1,2)'", "'[1,3)'")
	add(`"Ty pes".spans`, "'{[1,2)}'", "'{}'")
	add(`"Ty pes"."Mood"[]`, "'{a1}'", "'{}'")
	add(`"Ty pes".feeling[]`, "'{a1}'", "'{}'")
	add(`"Ty pes".pair[]`, `'{"(1,a)"}'`, `'{}'`)
	add(`"Ty pes".loose[]`, `'{"(1,)"}'`, `'{}'`)
	add("json", `'{}'`, `'[]'`)
	add("jsonb", `'{}'`, `'[]'`, "'{}'", "'[]'")
	add("xml", "'<a/>'", "'<b/>'")
	add("point", "'(1,2)'", "'(1,3)'")
	add("point[]", `'{"(1,2)"}'`, `'{"(1,3)"}'`)
	add("json[]", `'{"1"}'`, `'{"2"}'`)
	add("box", "'(1,2),(0,0)'", "'(1,1),(0,0)'") // its = compares areas
	add("circle", "'<(1,2),3>'", "'<(1,2),4>'")
	add("polygon", "'((1,2),(3,4))'", "'((1,2),(3,5))'")
	add("path", "'((1,2),(3,4))'", "'((1,2),(3,5),(6,7))'")
	add("line", "'{1,2,3}'", "'{1,2,4}'")
	add("lseg", "'[(1,2),(3,4)]'", "'[(1,2),(3,5)]'")
	add("tsvector", "'a b'", "'a c'")
	add("tsquery", "'a & b'", "'a & c'")
	add("int4range", "'[1,5)'", "'[1,6)'", "'[1,5)'", "'[1,6)'")
	add("tstzmultirange", "'{}'", "'{[2025-01-01,2025-02-01)}'")
	add("boolean", "false", "true", "false", "true")
	add("char(3)", "'a'", "'b'", "a", "b")
	add(`"char"`, "'a'", "'b'", "a", "b")
	add("name", "'a'", "'b'", "a", "b")
	add("varchar(5)", "'a'", "'b'", "a", "b")
	add("numeric(8,2)", "1.5", "2.5", "'1.5'", "'2.5'")
	add("float8", "1.5", "'NaN'", "'1.5'", "'NaN'")
	add("bytea", `'\x01'`, `'\x02'`)
	add("uuid", "'00000000-0000-0000-0000-000000000001'", "'00000000-0000-0000-0000-000000000002'")
	add("inet", "'10.0.0.1'", "'10.0.0.2'")
	add("cidr", "'10.0.0.0/8'", "'11.0.0.0/8'")
	add("macaddr", "'00:00:00:00:00:01'", "'00:00:00:00:00:02'")
	add("bit(3)", "B'101'", "B'111'")
	add("varbit", "B'101'", "B'11'")
	add("money", "'1.50'", "'2.50'")
	add("interval", "'1 day'", "'2 days'", "'1 day'", "'2 days'")
	add("time", "'10:00'", "'11:00'")
	add("timetz", "'10:00+00'", "'11:00+00'")
	add("date", "'2025-01-01'", "'2025-01-02'", "'2025-01-01'", "'2025-01-02'")
	add("timestamp", "'2025-01-01'", "'2025-01-02'")
	add("int2", "1", "2", "1", "2")
	add("oid", "1", "2", "1", "2")
	add("regclass", "'pg_catalog.pg_class'", "'pg_catalog.pg_type'")
	add("xid", "'1'", "'2'")
	add("pg_lsn", "'0/1'", "'0/2'")
	add("jsonpath", "'$.a'", "'$.b'")
	add("int[]", "'{1}'", "'{2}'")
	add("text[][]", "'{{p}}'", "'{{q}}'")
	add("int2vector", "'1 2'", "'1 3'")
	add("txid_snapshot", "'1:1:'", "'1:2:'")
	return list
}

// complete fills in what the shape leaves open.
func (s *shape) complete() {
	for i, name := range [4]string{"id", "a", "b", "at"} {
		if s.columns[i] == "" {
			s.columns[i] = name
		}
	}
	if s.table == "" {
		s.table = s.name
	}
	if s.idType == "" {
		s.idType = "int"
		s.id = func(n int) string { return fmt.Sprint(n) }
	}
	if s.ddl == "" {
		s.ddl = "{d}\nCREATE TABLE {t} ({c}"
		if s.key != "" {
			s.ddl += ", " + s.key
		}
		s.ddl += ");\n" + s.extra
	}
}

// render fills the holes of a text for the table of a schema.
func (s *shape) render(text, schema, directives string) string {
	id, a, b, at := quoteName(s.columns[0]), quoteName(s.columns[1]), quoteName(s.columns[2]), quoteName(s.columns[3])
	columns := []string{id + " " + s.idType, a + " text", b + " int", at + " timestamptz"}
	for _, m := range s.more {
		columns = append(columns, quoteName(m.name)+" "+m.typ)
	}
	return strings.NewReplacer(
		"{d}", directives, "{s}", quoteName(schema), "{s_lit}", "'"+strings.ReplaceAll(schema, "'", "''")+"'",
		"{t}", quoteName(schema)+"."+quoteName(s.table), "{name}", quoteName(s.table),
		"{c}", strings.Join(columns, ", "), "{c_id}", strings.Join(columns[1:], ", "), "{c_at}", strings.Join(columns[:3], ", "),
		"{id}", id, "{a}", a, "{b}", b, "{at}", at,
	).Replace(text)
}

// statements are the DML of a table of the shape, whose rows have the keys 1
// to 5 first. A statement of which another made the row gone does nothing.
func (s *shape) statements() (keep, remove []string) {
	values := func(n int, rest ...string) string {
		list := append([]string{s.id(n)}, rest...)
		for i, m := range s.more {
			list = append(list, [2]string{m.one, m.two}[(n+i)%2])
		}
		return "(" + strings.Join(list, ", ") + ")"
	}
	columns := s.columnList()
	into := "INSERT INTO {t} (" + columns + ") VALUES "
	var sets, swap []string
	for _, m := range s.more {
		sets = append(sets, quoteName(m.name)+" = "+m.two)
		swap = append(swap, quoteName(m.name)+" = "+m.one)
	}
	set := func(list []string) string { return strings.Join(append([]string{"{b} = 7"}, list...), ", ") }
	rows := func(ids ...int) string {
		var list []string
		for _, n := range ids {
			list = append(list, s.id(n))
		}
		return "(" + strings.Join(list, ", ") + ")"
	}
	keep = []string{
		into + values(11, "'a1'", "1", "'2025-01-01'"),
		into + values(12, "'a2'", "2", "NULL") + ", " + values(13, "'a3'", "9", "'2025-03-03'") + ", " + values(14, "NULL", "4", "NULL"),
		"INSERT INTO {t} (" + columns + ") SELECT " + columns + " FROM {t} WHERE false",
		"UPDATE {t} SET {a} = 'a2', {b} = {b} + 1 WHERE {id} = " + s.id(1),
		"UPDATE {t} SET {a} = {a} WHERE {id} = " + s.id(2),
		"UPDATE {t} SET " + set(sets) + " WHERE {id} IN " + rows(1, 2),
		"UPDATE {t} SET " + set(swap) + ", {a} = 'a3', {at} = '2025-05-05' WHERE {id} IN " + rows(1, 2),
		"UPDATE {t} SET {b} = 2, {a} = 'a1'",
		"UPDATE {t} SET {id} = " + s.id(103) + " WHERE {id} = " + s.id(3),
		"UPDATE {t} SET {id} = " + s.id(104) + ", {a} = 'a2', {b} = 3 WHERE {id} = " + s.id(103),
		"UPDATE {t} SET {a} = 'none' WHERE {b} = 12345",
		into + values(15, "'a1'", "1", "NULL") + " ON CONFLICT DO NOTHING",
		"UPDATE {t} AS x SET {b} = y.{b} + 1 FROM {t} AS y WHERE x.{id} = y.{id}",
		"WITH gone AS (DELETE FROM {t} WHERE {id} = " + s.id(4) + " RETURNING *) INSERT INTO elsewhere.log SELECT 'x', {a} FROM gone",
		"DELETE FROM {t} WHERE {id} = " + s.id(5),
		"DELETE FROM {t} WHERE {b} = 12345",
		into + values(16, "'a1'", "1", "NULL"),
		"UPDATE ONLY {t} SET {b} = 3",
	}
	if !strings.Contains(s.lacks, "conflict") {
		keep = append(keep,
			into+values(11, "'a1'", "1", "NULL")+" ON CONFLICT ({id}) DO UPDATE SET {a} = 'a2', {b} = EXCLUDED.{b} + 5",
			into+values(12, "'a1'", "1", "NULL")+" ON CONFLICT ({id}) DO NOTHING",
			into+values(1, "'a1'", "1", "NULL")+", "+values(17, "'a1'", "1", "NULL")+" ON CONFLICT ({id}) DO UPDATE SET {b} = 6")
	}
	if !strings.Contains(s.lacks, "merge") {
		keep = append(keep, "MERGE INTO {t} AS m USING (SELECT {id} AS i FROM {t} UNION SELECT "+s.cast(s.id(18))+") AS s ON m.{id} = s.i"+
			" WHEN MATCHED AND m.{id} = "+s.id(13)+" THEN DELETE WHEN MATCHED AND m.{b} > 1 THEN UPDATE SET {a} = 'a3', {b} = 8 WHEN MATCHED THEN DO NOTHING"+
			" WHEN NOT MATCHED THEN INSERT ("+columns+") VALUES "+values(18, "'a1'", "1", "NULL"))
	}
	if !strings.Contains(s.lacks, "truncate") {
		remove = append(remove, "TRUNCATE {t}", into+values(19, "'a2'", "1", "NULL"))
	}
	return keep, append(remove, "DELETE FROM {t}")
}

func (s *shape) cast(value string) string { return "CAST(" + value + " AS " + s.idType + ")" }

func (s *shape) columnList() string {
	list := "{id}, {a}, {b}, {at}"
	for _, m := range s.more {
		list += ", " + quoteName(m.name)
	}
	return list
}

// rows is the statement that makes the first rows.
func (s *shape) rows() string {
	var list []string
	for n := 1; n <= 5; n++ {
		row := []string{s.id(n), fmt.Sprintf("'a%d'", n%3+1), fmt.Sprint(n), "'2025-01-01'"}
		for i, m := range s.more {
			row = append(row, [2]string{m.one, m.two}[(n+i)%2])
		}
		list = append(list, "("+strings.Join(row, ", ")+")")
	}
	return "INSERT INTO {t} (" + s.columnList() + ") VALUES " + strings.Join(list, ", ")
}
