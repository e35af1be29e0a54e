package codegen

import (
	"strings"

	"github.com/trigc/trigc/internal/ir"
	"github.com/trigc/trigc/internal/pgname"
)

// EventsMark starts the comment of an event table; schema and name of the table
// whose events it keeps follow.
const EventsMark = Mark + "events of "

// TableSQL renders the statement that makes a table which triggers write to, or
// adds what it lacks.
func TableSQL(t *ir.Table) string {
	var w sqlWriter
	w.table(t)
	return strings.TrimPrefix(w.String(), "\n")
}

// table prints a block that makes a table which triggers write to, if it is
// not there, or adds the columns that it lacks. A column of another type stays
// as it is, and the install fails: to change it may rewrite a large table,
// which is the user's to choose a time for.
//
// Nothing takes a lock on a table that is as it should be.
func (w *sqlWriter) table(t *ir.Table) {
	name := pgname.Qualify(t.Schema, t.Name)
	w.put("\n-- ", comment("The events of "+t.Of.Schema+"."+t.Of.Name+". It stays when the triggers are uninstalled."), "\n")
	var columns, wanted, notNull []string
	for _, c := range t.Columns {
		def := pgname.Quote(c.Name) + " " + c.Type.SQL()
		switch {
		case c.Identity == 'a':
			def += " GENERATED ALWAYS AS IDENTITY PRIMARY KEY"
		case c.NotNull:
			def += " NOT NULL"
		}
		if c.NotNull {
			notNull = append(notNull, pgname.Literal(c.Name))
		}
		columns = append(columns, def)
		wanted = append(wanted, "("+pgname.Literal(c.Name)+", "+pgname.Literal(c.Type.SQL())+")")
	}
	index := ""
	if len(t.Index) > 0 {
		index = "\n    CREATE INDEX ON " + name + " (" + pgname.List(t.Index) + ", " + pgname.Quote(t.Columns[0].Name) + ");"
	}
	w.do(`
DECLARE
  c record;
BEGIN
  IF pg_catalog.to_regclass(`, pgname.Literal(name), `) IS NULL THEN
    CREATE TABLE `, name, ` (
      `, strings.Join(columns, ",\n      "), `
    );`, index, `
    COMMENT ON TABLE `, name, ` IS `, pgname.Literal(EventsMark+t.Of.Schema+"."+t.Of.Name), `;
    RETURN;
  END IF;
  FOR c IN
    SELECT want.name, want.type, a.attname IS NULL AS missing
    FROM (VALUES
      `, strings.Join(wanted, ",\n      "), `
    ) AS want (name, type)
    LEFT JOIN pg_catalog.pg_attribute AS a
      ON a.attrelid = pg_catalog.to_regclass(`, pgname.Literal(name), `) AND a.attname = want.name AND NOT a.attisdropped
    WHERE a.atttypid IS DISTINCT FROM want.type::pg_catalog.regtype
  LOOP
    IF c.missing THEN
      EXECUTE pg_catalog.format('ALTER TABLE %s ADD COLUMN %I %s', `, pgname.Literal(name), `, c.name, c.type);
    ELSE
      RAISE EXCEPTION USING
        ERRCODE = '42804',
        MESSAGE = pg_catalog.format('column %I of table %s is not of type %s, as the column is whose events it keeps', c.name, `, pgname.Literal(name), `, c.type),
        HINT = pg_catalog.format('ALTER TABLE %1$s ALTER COLUMN %2$I TYPE %3$s USING %2$I::%3$s', `, pgname.Literal(name), `, c.name, c.type);
    END IF;
  END LOOP;
  FOR c IN
    SELECT a.attname AS name
    FROM pg_catalog.pg_attribute AS a
    WHERE a.attrelid = pg_catalog.to_regclass(`, pgname.Literal(name), `) AND a.attnum > 0 AND NOT a.attisdropped
      AND a.attnotnull AND NOT a.atthasdef AND a.attidentity = '' AND a.attname NOT IN (`, strings.Join(notNull, ", "), `)
      AND pg_catalog.obj_description(a.attrelid, 'pg_class') LIKE '`, Mark, `%'
  LOOP
    EXECUTE pg_catalog.format('ALTER TABLE %s ALTER COLUMN %I DROP NOT NULL', `, pgname.Literal(name), `, c.name);
  END LOOP;
END
`)
}
