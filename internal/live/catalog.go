package live

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/jackc/pgx/v5"

	"github.com/trigc/trigc/codegen"
	"github.com/trigc/trigc/internal/ir"
)

// A Snapshot is what the catalogs say of the tables that are wanted.
type Snapshot struct {
	relations map[Table]*relation
	functions map[[2]string]*function
}

// A relation is a table of the server.
type relation struct {
	Table
	ancestors []Table // of which it is a partition, at whatever depth
	eventsOf  string  // the table whose events it keeps, if trigc made it
	columns   []column
	triggers  map[string]*trigger
}

// A trigger is a row of pg_trigger.
type trigger struct {
	table      Table
	name       string
	oid        uint32
	parent     uint32 // of which it is the clone, or 0
	firing     string
	comment    string // "" if there is none
	functionID uint32
	seal       string // what the seal would be now
	catalog    codegen.Catalog
	clones     []*trigger
}

// marked reports whether trigc made the trigger.
func (t *trigger) marked() bool { return strings.HasPrefix(t.comment, codegen.Mark) }

// mark returns the mark without the seal.
func (t *trigger) mark() string {
	mark, _, _ := strings.Cut(strings.TrimPrefix(t.comment, codegen.Mark), " ")
	return mark
}

// declared returns the firing state with which the trigger was installed, or "".
func (t *trigger) declared() string {
	_, seal, _ := strings.Cut(t.comment, " ")
	firing, _, found := strings.Cut(seal, "/")
	if !found {
		return ""
	}
	return firing
}

// sealState is what the seal says.
type sealState int

const (
	noSeal sealState = iota // there is none, or it is of another trigger: of one that a dump restored
	whole
	broken
)

func (t *trigger) sealed() sealState {
	_, seal, _ := strings.Cut(t.comment, " ")
	_, seal, _ = strings.Cut(seal, "/")
	seal = "/" + seal
	of := t.seal[:strings.LastIndexByte(t.seal, '/')+1]
	switch {
	case seal == t.seal:
		return whole
	case strings.HasPrefix(seal, of):
		return broken
	}
	return noSeal
}

// A function is a trigger function of the server.
type function struct {
	Function
	comment string
	hash    string // of what codegen.Catalog.Body says
	users   int    // the number of triggers that execute it, clones too
}

func (f *function) marked() bool { return strings.HasPrefix(f.comment, codegen.Mark) }

// A column is one of an event table that is not as wanted.
type column struct {
	Name, Kind string
	Missing    bool
	Extra      bool // it is not wanted any more, but NOT NULL
}

// The catalogs are read by two queries, however many tables there are. Names
// are compared as they are, whatever the search path is. pg_partition_tree would
// lock the partitions.
const (
	triggersSQL = `
WITH RECURSIVE wanted AS (
	SELECT n.nspname, c.relname, c.relkind, c.oid
	FROM pg_catalog.json_array_elements($1::pg_catalog.text::pg_catalog.json) AS w (names)
	JOIN pg_catalog.pg_namespace AS n ON n.nspname = w.names ->> 0
	JOIN pg_catalog.pg_class AS c ON c.relnamespace = n.oid AND c.relname = w.names ->> 1
), marked AS MATERIALIZED (
	SELECT d.objoid AS oid, pg_catalog.substr(d.description, pg_catalog.length($2::pg_catalog.text) + 1) AS of
	FROM pg_catalog.pg_description AS d
	WHERE d.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objsubid = 0 AND pg_catalog.starts_with(d.description, $2)
), events AS (
	SELECT m.oid, m.of
	FROM marked AS m
	WHERE m.of IN (SELECT pg_catalog.concat(w.nspname, '.', w.relname) FROM wanted AS w)
), partitions AS (
	SELECT w.oid
	FROM wanted AS w
	WHERE w.relkind = 'p'
	UNION
	SELECT i.inhrelid
	FROM partitions AS p
	JOIN pg_catalog.pg_inherits AS i ON i.inhparent = p.oid
), relations AS (
	SELECT a.oid, max(e.of) AS events_of
	FROM (SELECT w.oid FROM wanted AS w UNION SELECT e.oid FROM events AS e UNION SELECT p.oid FROM partitions AS p) AS a
	LEFT JOIN events AS e USING (oid)
	GROUP BY a.oid
), columns (oid, name, kind, missing, extra) AS MATERIALIZED (
	SELECT c.oid, w.names ->> 2, w.names ->> 3, a.attname IS NULL, false
	FROM pg_catalog.json_array_elements($3::pg_catalog.text::pg_catalog.json) AS w (names)
	JOIN pg_catalog.pg_namespace AS n ON n.nspname = w.names ->> 0
	JOIN pg_catalog.pg_class AS c ON c.relnamespace = n.oid AND c.relname = w.names ->> 1
	LEFT JOIN pg_catalog.pg_attribute AS a ON a.attrelid = c.oid AND a.attname = w.names ->> 2 AND NOT a.attisdropped
	WHERE a.atttypid IS DISTINCT FROM pg_catalog.to_regtype(w.names ->> 3)
	UNION ALL
	SELECT t.oid, a.attname, '', false, true
	FROM wanted AS t
	JOIN pg_catalog.pg_attribute AS a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
		AND a.attnotnull AND NOT a.atthasdef AND a.attidentity = ''
	WHERE t.oid IN (SELECT m.oid FROM marked AS m)
		AND NOT EXISTS (SELECT FROM pg_catalog.json_array_elements($3::pg_catalog.text::pg_catalog.json) AS w (names)
			WHERE w.names ->> 0 = t.nspname AND w.names ->> 1 = t.relname AND w.names ->> 2 = a.attname)
)
SELECT n.nspname, c.relname, coalesce(r.events_of, ''),
	(SELECT coalesce(pg_catalog.json_agg(pg_catalog.json_build_array(an.nspname, ac.relname)), '[]')::pg_catalog.text
		FROM pg_catalog.pg_partition_ancestors(r.oid) AS a
		JOIN pg_catalog.pg_class AS ac ON ac.oid = a.relid
		JOIN pg_catalog.pg_namespace AS an ON an.oid = ac.relnamespace
		WHERE a.relid <> r.oid),
	(SELECT coalesce(pg_catalog.json_agg(k ORDER BY k.extra, k.name), '[]')::pg_catalog.text
		FROM columns AS k
		WHERE k.oid = r.oid),
	coalesce(t.tgname, ''), coalesce(t.oid, 0), coalesce(t.tgparentid, 0), coalesce(t.tgenabled::pg_catalog.text, ''),
	coalesce(pg_catalog.obj_description(t.oid, 'pg_trigger'), ''), coalesce(t.tgfoid, 0), SEAL,
	coalesce(fn.nspname, ''), coalesce(f.proname, ''), coalesce(t.tgtype, 0),
	coalesce(t.tgconstraint <> 0, false), coalesce(t.tgdeferrable, false), coalesce(t.tginitdeferred, false),
	coalesce(rn.nspname, ''), coalesce(rc.relname, ''),
	(SELECT coalesce(pg_catalog.string_agg(a.attname, ',' ORDER BY u.n), '')
		FROM pg_catalog.unnest(t.tgattr::pg_catalog.int2[]) WITH ORDINALITY AS u (attnum, n)
		JOIN pg_catalog.pg_attribute AS a ON a.attrelid = t.tgrelid AND a.attnum = u.attnum),
	coalesce(t.tgoldtable, ''), coalesce(t.tgnewtable, ''),
	coalesce(pg_catalog.convert_from(pg_catalog.decode(
		pg_catalog.replace(pg_catalog.encode(t.tgargs, 'escape'), E'\\000', E'\\012'), 'escape'), pg_catalog.getdatabaseencoding()), '')
FROM relations AS r
JOIN pg_catalog.pg_class AS c ON c.oid = r.oid
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
LEFT JOIN pg_catalog.pg_trigger AS t ON t.tgrelid = r.oid AND (NOT t.tgisinternal OR t.tgparentid <> 0)
LEFT JOIN pg_catalog.pg_proc AS f ON f.oid = t.tgfoid
LEFT JOIN pg_catalog.pg_namespace AS fn ON fn.oid = f.pronamespace
LEFT JOIN pg_catalog.pg_class AS rc ON rc.oid = t.tgconstrrelid
LEFT JOIN pg_catalog.pg_namespace AS rn ON rn.oid = rc.relnamespace`

	// The class of who depends is cast so that no index begins with it: without
	// statistics, as after the first install, the planner takes that one.
	functionsSQL = `
SELECT n.nspname, f.proname, coalesce(d.description, ''),
	pg_catalog.substr(pg_catalog.encode(pg_catalog.sha256(pg_catalog.convert_to(
		pg_catalog.concat_ws(E'\n', l.lanname, f.prosecdef, f.provolatile, coalesce(f.proconfig::pg_catalog.text, ''), f.prosrc),
		CASE pg_catalog.getdatabaseencoding() WHEN 'SQL_ASCII' THEN 'SQL_ASCII' ELSE 'UTF8' END)), 'hex'), 1, 16),
	(SELECT pg_catalog.count(*) FROM pg_catalog.pg_depend AS k
		WHERE k.refclassid = f.tableoid AND k.refobjid = f.oid
			AND k.classid::pg_catalog.int8 = 'pg_catalog.pg_trigger'::pg_catalog.regclass::pg_catalog.int8)
FROM pg_catalog.pg_proc AS f
JOIN pg_catalog.pg_namespace AS n ON n.oid = f.pronamespace
JOIN pg_catalog.pg_language AS l ON l.oid = f.prolang
LEFT JOIN pg_catalog.pg_description AS d ON d.objoid = f.oid AND d.classoid = f.tableoid AND d.objsubid = 0
WHERE n.nspname = ANY ($1::pg_catalog.text[]) AND f.pronargs = 0 AND f.prorettype = 'pg_catalog.trigger'::pg_catalog.regtype`
)

// A querier is a connection or a transaction.
type querier interface {
	Query(ctx context.Context, sql string, args ...any) (pgx.Rows, error)
}

// Schemas returns the schemas of a server, but for those of Postgres itself.
func Schemas(ctx context.Context, q querier) ([]string, error) {
	rows, err := q.Query(ctx, `SELECT nspname::pg_catalog.text FROM pg_catalog.pg_namespace
		WHERE NOT pg_catalog.starts_with(nspname::pg_catalog.text, 'pg_') AND nspname <> 'information_schema' ORDER BY 1`)
	if err != nil {
		return nil, err
	}
	return pgx.CollectRows(rows, pgx.RowTo[string])
}

// Read looks in a transaction of its own: at one moment, for as long as it takes,
// whatever statement_timeout says.
func Read(ctx context.Context, conn *pgx.Conn, wanted ...*Wanted) (_ *Snapshot, err error) {
	if _, err := conn.Exec(ctx, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL statement_timeout = 0"); err != nil {
		return nil, err
	}
	defer func() {
		if !conn.IsClosed() {
			_, ended := conn.Exec(context.WithoutCancel(ctx), "ROLLBACK")
			err = errors.Join(err, ended)
		}
	}()
	return Look(ctx, conn, wanted...)
}

// Look reads what the catalogs say of all that is wanted, in two queries.
func Look(ctx context.Context, q querier, wanted ...*Wanted) (*Snapshot, error) {
	tables, schemas := map[Table]bool{}, map[string]bool{}
	var events []*ir.Table
	for _, w := range wanted {
		maps.Copy(tables, w.tables)
		maps.Copy(schemas, w.schemas)
		events = append(events, w.events...)
	}
	s := &Snapshot{relations: map[Table]*relation{}, functions: map[[2]string]*function{}}
	if err := s.readTriggers(ctx, q, tables, events); err != nil {
		return nil, fmt.Errorf("reading the triggers: %w", err)
	}
	if err := s.readFunctions(ctx, q, slices.Collect(maps.Keys(schemas))); err != nil {
		return nil, fmt.Errorf("reading the trigger functions: %w", err)
	}
	return s, nil
}

func (s *Snapshot) readTriggers(ctx context.Context, q querier, tables map[Table]bool, events []*ir.Table) error {
	var columns [][4]string
	for _, t := range events {
		for _, c := range t.Columns {
			columns = append(columns, [4]string{t.Schema, t.Name, c.Name, c.Type.SQL()})
		}
	}
	var names [][2]string
	for t := range tables {
		names = append(names, [2]string{t.Schema, t.Name})
	}
	rows, err := q.Query(ctx, strings.Replace(triggersSQL, "SEAL", codegen.SealSQL, 1), asJSON(names), codegen.EventsMark, asJSON(columns))
	if err != nil {
		return err
	}
	byOID := map[uint32]*trigger{}
	var clones []*trigger
	var r relation
	var ancestors, differ string
	var t trigger
	c := &t.catalog
	_, err = pgx.ForEachRow(rows, []any{
		&r.Schema, &r.Name, &r.eventsOf, &ancestors, &differ,
		&t.name, &t.oid, &t.parent, &t.firing, &t.comment, &t.functionID, &t.seal,
		&c.Schema, &c.Function, &c.Type, &c.Constraint, &c.Deferrable, &c.InitiallyDeferred,
		&c.FromSchema, &c.FromTable, &c.Columns, &c.OldTable, &c.NewTable, &c.Args,
	}, func() error {
		rel := s.relations[r.Table]
		if rel == nil {
			rel = &relation{Table: r.Table, eventsOf: r.eventsOf, triggers: map[string]*trigger{}}
			var names [][2]string
			if err := json.Unmarshal([]byte(ancestors), &names); err != nil {
				return err
			}
			for _, n := range names {
				rel.ancestors = append(rel.ancestors, Table{n[0], n[1]})
			}
			if err := json.Unmarshal([]byte(differ), &rel.columns); err != nil {
				return err
			}
			s.relations[r.Table] = rel
		}
		if t.name == "" {
			return nil
		}
		one := t
		one.table = r.Table
		byOID[one.oid] = &one
		if one.parent != 0 {
			clones = append(clones, &one)
		} else {
			rel.triggers[one.name] = &one
		}
		return nil
	})
	for _, clone := range clones {
		of := byOID[clone.parent]
		for of != nil && of.parent != 0 {
			of = byOID[of.parent]
		}
		if of != nil {
			of.clones = append(of.clones, clone)
		}
	}
	for _, t := range byOID {
		slices.SortFunc(t.clones, func(a, b *trigger) int { return a.table.Compare(b.table) })
	}
	return err
}

func (s *Snapshot) readFunctions(ctx context.Context, q querier, schemas []string) error {
	rows, err := q.Query(ctx, functionsSQL, schemas)
	if err != nil {
		return err
	}
	var f function
	_, err = pgx.ForEachRow(rows, []any{&f.Schema, &f.Name, &f.comment, &f.hash, &f.users}, func() error {
		one := f
		s.functions[[2]string{f.Schema, f.Name}] = &one
		return nil
	})
	return err
}

func asJSON(v any) string {
	text, err := json.Marshal(v)
	if err != nil {
		panic(err) // there is none of strings
	}
	if string(text) == "null" {
		return "[]"
	}
	return string(text)
}
