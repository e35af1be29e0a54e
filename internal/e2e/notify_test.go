package e2e

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"

	"github.com/trigc/trigc/internal/pgname"
	"github.com/trigc/trigc/internal/pgtest"
)

const notifySchema = `
CREATE SCHEMA "My Shop";
-- pgtrigger: notify tell channel Posts
-- pgtrigger: notify renamed channel 'Renamed' after update of title payload (json_build_object('id', NEW.id, 'was', OLD.title)) when (changed(title) AND EXISTS (SELECT FROM loud AS l WHERE l.id = NEW.id))
-- pgtrigger: notify personal channel ('user_' || NEW.owner) insert payload (NEW)
-- pgtrigger: notify emptied channel wide insert or truncate payload (json_build_object('by', current_user::text = ''))
CREATE TABLE posts (id int PRIMARY KEY, title text, owner int, doc json, big text);
CREATE TABLE loud (id int PRIMARY KEY);

-- pgtrigger: notify "Jede Zeile" channel "Der Kanal" payload (NEW.big)
-- pgtrigger: notify bare channel keys
CREATE TABLE "My Shop"."Die Teile" (a int, "B ""quoted""" text, big text, PRIMARY KEY (a, "B ""quoted"""));

-- pgtrigger: notify counted channel bulk delete or insert for each statement referencing old table as gone new table as come
--   payload (SELECT json_build_object('gone', (SELECT count(*) FROM gone), 'ids', (SELECT json_agg(c.id ORDER BY c.id) FROM come AS c)))
-- pgtrigger: notify any_big channel big_rows insert or update for each statement when (NEW.n > 10)
-- pgtrigger: notify any_changed channel changed_rows update for each statement when (changed(n))
-- pgtrigger: notify stmt channel stmts update or truncate for each statement
CREATE TABLE bulk (id int PRIMARY KEY, n int NOT NULL);

-- pgtrigger: notify moves channel moves update
-- pgtrigger: notify life channel life
CREATE TABLE parted (id int, region text, n int, PRIMARY KEY (id, region)) PARTITION BY LIST (region);
CREATE TABLE parted_a PARTITION OF parted FOR VALUES IN ('a', 'aa');
CREATE TABLE parted_b PARTITION OF parted FOR VALUES IN ('b');

-- pgtrigger: notify late channel late insert payload (json_build_object('n', (SELECT count(*) FROM keyless))) deferrable initially deferred
-- pgtrigger: notify no_key channel no_key update when (true)
-- pgtrigger: notify new_row channel new_row payload (NEW)
-- pgtrigger: notify old_row channel (NULL::text) payload (old)
CREATE TABLE keyless (n int);
`

// A listener collects what a session is notified of.
type listener struct {
	t    *testing.T
	conn *pgx.Conn
	got  []*pgconn.Notification
}

func listen(t *testing.T, dsn string, channels ...string) *listener {
	t.Helper()
	l := &listener{t: t}
	cfg, err := pgx.ParseConfig(dsn)
	if err != nil {
		t.Fatal(err)
	}
	cfg.OnNotification = func(_ *pgconn.PgConn, n *pgconn.Notification) { l.got = append(l.got, n) }
	if l.conn, err = pgx.ConnectConfig(context.Background(), cfg); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.conn.Close(context.Background()) })
	for _, c := range append(channels, "end of the test's step") {
		if _, err := l.conn.Exec(context.Background(), "LISTEN "+pgname.Quote(c)); err != nil {
			t.Fatal(err)
		}
	}
	return l
}

// take returns what has come since the last call, "channel payload", sorted.
// Notifications come in the order of commits, so one more that the test sends
// tells that all have come.
func (l *listener) take(conn *pgconn.PgConn) []string {
	l.t.Helper()
	const end = "end of the test's step"
	mustRun(l.t, conn, "SELECT pg_notify("+pgname.Literal(end)+", '')")
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	for !slices.ContainsFunc(l.got, func(n *pgconn.Notification) bool { return n.Channel == end }) {
		if err := l.conn.PgConn().WaitForNotification(ctx); err != nil {
			l.t.Fatal(err)
		}
	}
	list := []string{}
	for _, n := range l.got {
		if n.Channel != end {
			list = append(list, n.Channel+" "+compact(n.Payload))
		}
	}
	l.got = nil
	slices.Sort(list)
	return list
}

// compact takes the blanks out of JSON, and leaves other text as it is.
func compact(payload string) string {
	var b strings.Builder
	var v json.RawMessage
	if json.Unmarshal([]byte(payload), &v) != nil {
		return payload
	}
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return payload
	}
	return strings.TrimSpace(b.String())
}

// TestNotify listens to what the triggers of a schema tell, step by step.
func TestNotify(t *testing.T) {
	install, _ := scripts(t, notifySchema)
	dsn := pgtest.DB(t)
	conn := connectStrict(t, dsn)
	mustRun(t, conn, notifySchema+install)
	l := listen(t, dsn, "posts", "Renamed", "user_7", "user_8", "wide", "Der Kanal", "keys", "bulk", "big_rows", "changed_rows", "stmts", "moves", "life", "late", "no_key", "new_row")
	mustRun(t, conn, "SET search_path = ''")

	key := func(table, op, more string) string {
		return fmt.Sprintf(`{"schema":"public","table":"%s","operation":"%s"%s}`, table, op, more)
	}
	part := func(op, more string) string {
		return fmt.Sprintf(`{"schema":"My Shop","table":"Die Teile","operation":"%s"%s}`, op, more)
	}
	wide := strings.Repeat("x", 8000)
	for _, step := range []struct {
		sql  string
		want []string
	}{
		{`INSERT INTO public.posts (id, title, owner) VALUES (1, 'a', 7), (2, 'b', NULL)`, []string{
			`posts ` + key("posts", "INSERT", `,"key":{"id":1}`), `posts ` + key("posts", "INSERT", `,"key":{"id":2}`),
			`user_7 {"id":1,"title":"a","owner":7,"doc":null,"big":null}`, // a channel that is NULL: nobody
			`wide {"by":false}`, // equal: once
		}},
		// What changes nothing is not told; json has no equality.
		{`UPDATE public.posts SET title = title, doc = NULL`, nil},
		{`UPDATE public.posts SET doc = '{}' WHERE id = 1`, []string{`posts ` + key("posts", "UPDATE", `,"key":{"id":1}`)}},
		{`UPDATE public.posts SET doc = '{}' WHERE id = 1`, nil},
		{`UPDATE public.posts SET id = 3 WHERE id = 2`, []string{`posts ` + key("posts", "UPDATE", `,"key":{"id":3},"old_key":{"id":2}`)}},
		{`DELETE FROM public.posts WHERE id = 3`, []string{`posts ` + key("posts", "DELETE", `,"key":{"id":3}`)}},
		// The condition with a subquery.
		{`UPDATE public.posts SET title = 'c' WHERE id = 1`, []string{`posts ` + key("posts", "UPDATE", `,"key":{"id":1}`)}},
		{`INSERT INTO public.loud VALUES (1)`, nil},
		{`UPDATE public.posts SET title = 'd' WHERE id = 1`, []string{`Renamed {"id":1,"was":"c"}`, `posts ` + key("posts", "UPDATE", `,"key":{"id":1}`)}},
		// Over 7,999 bytes: the key alone.
		{`INSERT INTO public.posts (id, owner, big) VALUES (4, 8, repeat('x', 8000))`, []string{
			`posts ` + key("posts", "INSERT", `,"key":{"id":4}`), `user_8 ` + key("posts", "INSERT", `,"key":{"id":4},"truncated":true`), `wide {"by":false}`,
		}},
		{`BEGIN; INSERT INTO public.posts (id) VALUES (9); ROLLBACK`, nil},
		{`TRUNCATE public.posts`, []string{`wide {"by":false}`}},

		// Ignored.
		{`BEGIN; SELECT set_config('pgtrigger.public.posts.tell', 'ignore', true); INSERT INTO public.posts VALUES (5); UPDATE public.posts SET owner = 1; COMMIT`, []string{`wide {"by":false}`}},
		{`DELETE FROM public.posts`, []string{`posts ` + key("posts", "DELETE", `,"key":{"id":5}`)}},

		// Quoted names; a payload of 7,999 bytes is whole, of 8,000 it is the key.
		{`INSERT INTO "My Shop"."Die Teile" VALUES (1, 'k', repeat('x', 7999))`, []string{
			`Der Kanal ` + wide[:7999], `keys ` + part("INSERT", `,"key":{"a":1,"B \"quoted\"":"k"}`),
		}},
		{`UPDATE "My Shop"."Die Teile" SET big = big || 'x'`, []string{
			`Der Kanal ` + part("UPDATE", `,"key":{"a":1,"B \"quoted\"":"k"},"truncated":true`), `keys ` + part("UPDATE", `,"key":{"a":1,"B \"quoted\"":"k"}`),
		}},
		// Bytes count, not characters.
		{`UPDATE "My Shop"."Die Teile" SET big = repeat('é', 4000)`, []string{
			`Der Kanal ` + part("UPDATE", `,"key":{"a":1,"B \"quoted\"":"k"},"truncated":true`), `keys ` + part("UPDATE", `,"key":{"a":1,"B \"quoted\"":"k"}`),
		}},
		{`UPDATE "My Shop"."Die Teile" SET big = repeat('é', 3999)`, []string{
			`Der Kanal ` + strings.Repeat("é", 3999), `keys ` + part("UPDATE", `,"key":{"a":1,"B \"quoted\"":"k"}`),
		}},
		// NULL is the empty text. NEW is NULL in DELETE.
		{`UPDATE "My Shop"."Die Teile" SET big = NULL`, []string{`Der Kanal `, `keys ` + part("UPDATE", `,"key":{"a":1,"B \"quoted\"":"k"}`)}},
		{`DELETE FROM "My Shop"."Die Teile"`, []string{`Der Kanal `, `keys ` + part("DELETE", `,"key":{"a":1,"B \"quoted\"":"k"}`)}},
		// A key that is too long itself: without.
		{`ALTER TABLE "My Shop"."Die Teile" DROP CONSTRAINT "Die Teile_pkey"`, nil}, // an index could not hold it
		{`INSERT INTO "My Shop"."Die Teile" VALUES (2, repeat('k', 9000), repeat('x', 9000))`, []string{
			`Der Kanal ` + part("INSERT", `,"truncated":true`), `keys ` + part("INSERT", `,"truncated":true`),
		}},

		// Statements.
		{`INSERT INTO public.bulk SELECT i, i FROM generate_series(1, 3) i`, []string{`bulk {"gone":0,"ids":[1,2,3]}`}},
		{`UPDATE public.bulk SET n = 11 WHERE id = 1`, []string{
			`big_rows ` + key("bulk", "UPDATE", ""), `changed_rows ` + key("bulk", "UPDATE", ""), `stmts ` + key("bulk", "UPDATE", ""),
		}},
		{`UPDATE public.bulk SET n = n WHERE id > 1`, []string{`stmts ` + key("bulk", "UPDATE", "")}},
		{`UPDATE public.bulk SET n = n WHERE false`, []string{`stmts ` + key("bulk", "UPDATE", "")}},
		{`UPDATE public.bulk SET id = 5 WHERE id = 3`, []string{`changed_rows ` + key("bulk", "UPDATE", ""), `stmts ` + key("bulk", "UPDATE", "")}},
		{`INSERT INTO public.bulk SELECT i, i FROM generate_series(11, 12) i`, []string{`big_rows ` + key("bulk", "INSERT", ""), `bulk {"gone":0,"ids":[11,12]}`}},
		{`INSERT INTO public.bulk SELECT i, 0 FROM generate_series(10000, 12000) i`, []string{`bulk ` + key("bulk", "INSERT", `,"truncated":true`)}},
		{`DELETE FROM public.bulk WHERE id > 10`, []string{`bulk {"gone":2003,"ids":null}`}},
		{`TRUNCATE public.bulk`, []string{`stmts ` + key("bulk", "TRUNCATE", "")}},

		// Partitions: the table's name is the directive's; a moved row is told of.
		{`INSERT INTO public.parted VALUES (1, 'a', 0)`, []string{`life ` + key("parted", "INSERT", `,"key":{"id":1,"region":"a"}`)}},
		{`UPDATE public.parted SET n = 1`, []string{
			`life ` + key("parted", "UPDATE", `,"key":{"id":1,"region":"a"}`), `moves ` + key("parted", "UPDATE", `,"key":{"id":1,"region":"a"}`),
		}},
		{`UPDATE public.parted SET region = 'aa'`, []string{ // the same partition
			`life ` + key("parted", "UPDATE", `,"key":{"id":1,"region":"aa"},"old_key":{"id":1,"region":"a"}`),
			`moves ` + key("parted", "UPDATE", `,"key":{"id":1,"region":"aa"},"old_key":{"id":1,"region":"a"}`),
		}},
		{`UPDATE public.parted SET region = 'b', n = 2`, []string{
			`life ` + key("parted", "DELETE", `,"key":{"id":1,"region":"aa"}`), `life ` + key("parted", "INSERT", `,"key":{"id":1,"region":"b"}`),
			`moves ` + key("parted", "UPDATE", `,"key":{"id":1,"region":"b"},"old_key":{"id":1,"region":"aa"}`),
		}},
		{`UPDATE public.parted SET region = region`, nil},
		{`SELECT set_config('pgtrigger.public.parted.moves', 'ignore', false), set_config('pgtrigger.public.parted.life', 'ignore', false);
			UPDATE public.parted SET region = 'a'; UPDATE public.parted SET n = 7; RESET pgtrigger.public.parted.life; RESET pgtrigger.public.parted.moves`, nil},

		// Deferred, the payload is made at COMMIT, and WHEN decides alone.
		{`BEGIN; INSERT INTO public.keyless VALUES (1); INSERT INTO public.keyless VALUES (2); COMMIT`, []string{`late {"n":2}`, `new_row {"n":1}`, `new_row {"n":2}`}},
		{`UPDATE public.keyless SET n = n`, []string{`no_key ` + key("keyless", "UPDATE", "")}},
		{`DELETE FROM public.keyless`, []string{`new_row `}},
	} {
		sql := strings.TrimSpace(step.sql)
		mustRun(t, conn, sql)
		if got := l.take(conn); !slices.Equal(got, step.want) && len(got)+len(step.want) > 0 {
			t.Errorf("%s\n  told  %s\n  wants %s", sql, cut(got), cut(step.want))
		}
	}
}

// cut shortens what is too long to show.
func cut(list []string) string {
	out := make([]string, len(list))
	for i, s := range list {
		if len(s) > 300 {
			s = fmt.Sprintf("%s… (%d bytes)", s[:300], len(s))
		}
		out[i] = s
	}
	return strings.Join(out, "\n        ")
}

// TestChannelNames proves which channels Postgres refuses.
func TestChannelNames(t *testing.T) {
	conn := connect(t, pgtest.DB(t))
	for name, want := range map[string]string{
		"": "22023", strings.Repeat("a", 63): "", strings.Repeat("a", 64): "22023", "é" + strings.Repeat("a", 61): "", "é" + strings.Repeat("a", 62): "22023",
		`A "b" 'c'`: "",
	} {
		_, pgErr := run(t, conn, "SELECT pg_notify("+pgname.Literal(name)+", '')")
		got := ""
		if pgErr != nil {
			got = pgErr.Code
		}
		if got != want {
			t.Errorf("channel %q: SQLSTATE %q, want %q", name, got, want)
		}
	}
	for n, want := range map[int]string{7999: "", 8000: "22023"} {
		_, pgErr := run(t, conn, fmt.Sprintf("SELECT pg_notify('a', repeat('x', %d))", n))
		got := ""
		if pgErr != nil {
			got = pgErr.Code
		}
		if got != want {
			t.Errorf("payload of %d bytes: SQLSTATE %q, want %q", n, got, want)
		}
	}
}
