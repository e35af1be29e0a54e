package e2e

import (
	"strings"
	"testing"

	"github.com/trigc/trigc/internal/pgtest"
)

// TestEventTableGrows installs versions of a table with a history one over the
// other: the event table follows, its events stay, and what it cannot follow
// fails at once, with the statement that helps.
func TestEventTableGrows(t *testing.T) {
	dsn := pgtest.DB(t)
	conn := connect(t, dsn)
	table := func(columns string) string {
		return "-- pgtrigger: history log into posts_history\nCREATE TABLE posts (id int PRIMARY KEY, " + columns + ");\n"
	}
	first, _ := scripts(t, table("title varchar(5)"))
	mustRun(t, conn, table("title varchar(5)")+first+"INSERT INTO posts VALUES (1, 'a')")

	// A new column, and a wider one.
	wider, _ := scripts(t, table("title varchar(9), \"Ä%s\" int[]"))
	mustRun(t, conn, `ALTER TABLE posts ALTER COLUMN title TYPE varchar(9), ADD COLUMN "Ä%s" int[]`)
	for range 2 {
		if state := psql1(t, dsn, "", wider); state != "" {
			t.Fatalf("with a new column: %s", state)
		}
	}
	mustRun(t, conn, `UPDATE posts SET title = 'abcdefghi', "Ä%s" = '{1}'`)

	// One that goes: what was kept of it stays.
	fewer, uninstall := scripts(t, table("title varchar(9)"))
	mustRun(t, conn, `ALTER TABLE posts DROP COLUMN "Ä%s"`)
	if state := psql1(t, dsn, "", fewer); state != "" {
		t.Fatalf("with a column less: %s", state)
	}
	mustRun(t, conn, "UPDATE posts SET title = 'b'")

	// Another type.
	other, _ := scripts(t, table("title int"))
	mustRun(t, conn, "ALTER TABLE posts ALTER COLUMN title TYPE int USING 7")
	_, pgErr := run(t, conn, other)
	if pgErr == nil || pgErr.Code != "42804" || pgErr.Hint != "ALTER TABLE public.posts_history ALTER COLUMN title TYPE integer" {
		t.Fatalf("with another type: %+v", pgErr)
	}
	mustRun(t, conn, pgErr.Hint+" USING NULL")
	if state := psql1(t, dsn, "", other); state != "" {
		t.Fatalf("after what the hint says: %s", state)
	}
	mustRun(t, conn, "DELETE FROM posts")

	// The events outlive the triggers.
	if state := psql1(t, dsn, "", uninstall); state != "" {
		t.Fatalf("uninstall: %s", state)
	}
	results := mustRun(t, conn, `SELECT string_agg(history_op || ' ' || coalesce(title::text, '-') || coalesce("Ä%s"::text, ''), ', ' ORDER BY history_id),
		(SELECT count(*) FROM pg_trigger WHERE NOT tgisinternal) + (SELECT count(*) FROM pg_proc WHERE pronamespace = 'public'::regnamespace)
		FROM posts_history`)
	if got, want := string(results[0].Rows[0][0])+"; "+string(results[0].Rows[0][1]), "INSERT -, UPDATE -{1}, UPDATE -, DELETE 7; 0"; got != want {
		t.Errorf("the events are %s, want %s", got, want)
	}
}

// TestEventTableLocks installs over a table that is as it should be while
// somebody reads and writes the event table: nothing waits for him.
func TestEventTableLocks(t *testing.T) {
	dsn := pgtest.DB(t)
	const table = "-- pgtrigger: history log into posts_history not ignorable\nCREATE TABLE posts (id int PRIMARY KEY);\n"
	install, _ := scripts(t, table)
	mustRun(t, connect(t, dsn), table+install)
	// The part that looks after the table, without the triggers.
	_, tables, _ := strings.Cut(install, "-- The events of")
	tables, _, _ = strings.Cut("-- "+tables, "CREATE OR REPLACE")
	if strings.Count(tables, "DO $trigc$") != 1 {
		t.Fatalf("the install SQL has changed:\n%s", tables)
	}
	writer := connect(t, dsn)
	mustRun(t, writer, "BEGIN; LOCK TABLE posts_history IN ACCESS EXCLUSIVE MODE")
	if state := psql1(t, dsn, "SET lock_timeout = '2s'", tables); state != "" {
		t.Errorf("with a lock on the table: %s", state)
	}
}
