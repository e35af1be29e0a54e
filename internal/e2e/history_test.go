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
	if pgErr == nil || pgErr.Code != "42804" || pgErr.Hint != "ALTER TABLE public.posts_history ALTER COLUMN title TYPE integer USING title::integer" {
		t.Fatalf("with another type: %+v", pgErr)
	}
	mustRun(t, conn, "ALTER TABLE posts_history DISABLE TRIGGER USER; UPDATE posts_history SET title = NULL; ALTER TABLE posts_history ENABLE TRIGGER USER")
	mustRun(t, conn, pgErr.Hint)
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

// TestEventTableKeys installs over a table whose key was renamed, and over one
// that has another key: what was the key need not be written.
func TestEventTableKeys(t *testing.T) {
	dsn := pgtest.DB(t)
	conn := connect(t, dsn)
	table := func(columns string) string {
		return "-- pgtrigger: history log into posts_history\nCREATE TABLE posts (" + columns + ");\n"
	}
	first, _ := scripts(t, table("id int PRIMARY KEY, slug text"))
	mustRun(t, conn, table("id int PRIMARY KEY, slug text")+first+"INSERT INTO posts VALUES (1, 'a')")
	mustRun(t, conn, "ALTER TABLE posts RENAME id TO post_id")
	for _, columns := range []string{"post_id int PRIMARY KEY, slug text", "post_id int, slug text PRIMARY KEY"} {
		install, _ := scripts(t, table(columns))
		for range 2 {
			if state := psql1(t, dsn, "", install); state != "" {
				t.Fatalf("%s: %s", columns, state)
			}
		}
		mustRun(t, conn, "INSERT INTO posts (post_id, slug) VALUES (2, 'b'); DELETE FROM posts WHERE post_id = 2")
		mustRun(t, conn, "ALTER TABLE posts DROP CONSTRAINT posts_pkey; ALTER TABLE posts ALTER post_id DROP NOT NULL, ADD PRIMARY KEY (slug)")
	}
	mustRun(t, conn, "INSERT INTO posts (slug) VALUES ('c')")
	results := mustRun(t, conn, `SELECT string_agg(concat_ws(' ', history_op, id, post_id, slug), ', ' ORDER BY history_id) FROM posts_history`)
	want := "INSERT 1 a, INSERT 2 b, DELETE 2 b, INSERT 2 b, DELETE 2 b, INSERT c"
	if got := string(results[0].Rows[0][0]); got != want {
		t.Errorf("the events are %s, want %s", got, want)
	}

	// What is not trigc's stays as it is.
	mustRun(t, conn, "COMMENT ON TABLE posts_history IS NULL; ALTER TABLE posts_history ADD own int NOT NULL DEFAULT 1, ADD other int NOT NULL DEFAULT 1; ALTER TABLE posts_history ALTER other DROP DEFAULT")
	install, _ := scripts(t, table("post_id int, slug text PRIMARY KEY"))
	mustRun(t, conn, install)
	results = mustRun(t, conn, "SELECT count(*) FROM pg_attribute WHERE attrelid = 'posts_history'::regclass AND attname IN ('own', 'other') AND attnotnull")
	if got := string(results[0].Rows[0][0]); got != "2" {
		t.Errorf("%s columns are still NOT NULL", got)
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
