package live

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"testing"
)

// blog has a trigger of each shape: of rows and of statements, a constraint
// trigger, one with events, one that the schema makes and a directive adopts, and
// two that one directive makes.
const blog = `
CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.title := TG_ARGV[0]; RETURN NEW; END';
-- pgtrigger: protect no_delete delete when (OLD.status = 'published')
-- pgtrigger: protect no_truncate truncate
-- pgtrigger: assert has_title after insert deferrable initially deferred check (NEW.title <> '')
-- pgtrigger: readonly slug_fixed (slug) enable always
-- pgtrigger: fsm flow (status) draft -> published
-- pgtrigger: history log update or delete into posts_log
CREATE TABLE posts (
  id     bigint PRIMARY KEY,
  slug   text,
  status text NOT NULL DEFAULT 'draft',
  title  text NOT NULL DEFAULT ''
);
-- pgtrigger: trigger stamped
CREATE TRIGGER stamped BEFORE INSERT ON posts FOR EACH ROW WHEN (NEW.title = 'x') EXECUTE FUNCTION stamp('y');
-- pgtrigger: protect no_delete delete
CREATE TABLE notes (id bigint PRIMARY KEY, body text);
`

// TestStates changes one thing by hand at a time: ls and verify name it, install
// brings back what was declared, and nothing else is written.
func TestStates(t *testing.T) {
	const noDelete = "CREATE OR REPLACE TRIGGER no_delete AFTER DELETE ON posts FOR EACH ROW "
	tests := []struct {
		name, sql string
		want      []string
		changes   []string // what install writes then; nil for no_delete of posts alone
		stays     bool     // install leaves it
	}{
		{name: "nothing", stays: true},
		{
			name: "dropped", sql: "DROP TRIGGER no_delete ON posts",
			want: []string{"missing public.posts.no_delete"}, changes: []string{"+trigger posts.no_delete"},
		},
		{
			name: "dropped with its function", sql: "DROP FUNCTION trigc_posts__no_delete() CASCADE",
			want:    []string{"missing public.posts.no_delete"},
			changes: []string{"+function trigc_posts__no_delete", "+trigger posts.no_delete"},
		},
		{
			name: "constraint trigger dropped", sql: "DROP TRIGGER has_title ON posts",
			want: []string{"missing public.posts.has_title"}, changes: []string{"+trigger posts.has_title"},
		},
		{
			name: "events", sql: noDelete + "EXECUTE FUNCTION trigc_posts__no_delete()",
			want: []string{"altered public.posts.no_delete its WHEN"},
		},
		{
			name: "WHEN", sql: noDelete + "WHEN (OLD.status = 'draft') EXECUTE FUNCTION trigc_posts__no_delete()",
			want: []string{"altered public.posts.no_delete its WHEN"},
		},
		{
			name: "level", sql: strings.Replace(noDelete, "ROW", "STATEMENT", 1) + "EXECUTE FUNCTION trigc_posts__no_delete()",
			want: []string{"altered public.posts.no_delete its timing, events or level", "altered public.posts.no_delete its WHEN"},
		},
		{
			name: "columns", sql: strings.Replace(noDelete, "DELETE", "UPDATE OF slug", 1) + "EXECUTE FUNCTION trigc_posts__no_delete()",
			want: []string{
				"altered public.posts.no_delete its timing, events or level", "altered public.posts.no_delete its columns",
				"altered public.posts.no_delete its WHEN",
			},
		},
		{
			name: "arguments", sql: strings.Replace(noDelete, " ROW", " ROW WHEN (OLD.status = 'published' AND pg_catalog.current_setting('pgtrigger.public.posts.no_delete', true) IS DISTINCT FROM 'ignore')", 1) +
				"EXECUTE FUNCTION trigc_posts__no_delete('a', 'b')",
			want: []string{"altered public.posts.no_delete its arguments"},
		},
		{
			name: "transition tables", sql: `CREATE OR REPLACE TRIGGER no_delete AFTER DELETE ON notes REFERENCING OLD TABLE AS gone FOR EACH ROW
				WHEN (pg_catalog.current_setting('pgtrigger.public.notes.no_delete', true) IS DISTINCT FROM 'ignore') EXECUTE FUNCTION trigc_notes__no_delete()`,
			want: []string{"altered public.notes.no_delete its transition tables"}, changes: []string{"trigger notes.no_delete"},
		},
		{
			name: "nothing but the function", sql: `CREATE OR REPLACE TRIGGER no_delete AFTER DELETE ON notes FOR EACH ROW
				WHEN (pg_catalog.current_setting('pgtrigger.public.notes.no_delete', true) IS DISTINCT FROM 'ignore') EXECUTE FUNCTION trigc_posts__no_delete()`,
			want: []string{"altered public.notes.no_delete it executes another function"}, changes: []string{"trigger notes.no_delete"},
		},
		{
			name: "another function", sql: "CREATE OR REPLACE TRIGGER no_delete AFTER DELETE ON notes EXECUTE FUNCTION trigc_posts__no_delete()",
			want: []string{
				"altered public.notes.no_delete it executes another function", "altered public.notes.no_delete its timing, events or level",
				"altered public.notes.no_delete its WHEN",
			},
			changes: []string{"trigger notes.no_delete"},
		},
		{
			name: "not deferred", sql: `DO $$ DECLARE was text := obj_description((SELECT oid FROM pg_trigger WHERE tgname = 'has_title'));
				BEGIN
					DROP TRIGGER has_title ON posts;
					CREATE CONSTRAINT TRIGGER has_title AFTER INSERT ON posts FOR EACH ROW WHEN (NOT (NEW.title <> '') OR NULL) EXECUTE FUNCTION trigc_posts__has_title();
					EXECUTE format('COMMENT ON TRIGGER has_title ON posts IS %L', was);
				END $$`,
			want:    []string{"altered public.posts.has_title whether it can be deferred"},
			changes: []string{"trigger posts.has_title"},
		},
		{
			name: "body", sql: "CREATE OR REPLACE FUNCTION trigc_posts__no_delete() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'",
			want: []string{"altered public.posts.no_delete its function"}, changes: []string{"function trigc_posts__no_delete"},
		},
		{
			name: "SECURITY DEFINER", sql: "ALTER FUNCTION trigc_posts__no_delete() SECURITY DEFINER",
			want: []string{"altered public.posts.no_delete its function"}, changes: []string{"function trigc_posts__no_delete"},
		},
		{
			name: "SET", sql: "ALTER FUNCTION trigc_posts__no_delete() SET search_path = public",
			want: []string{"altered public.posts.no_delete its function"}, changes: []string{"function trigc_posts__no_delete"},
		},
		{
			name: "volatility", sql: "ALTER FUNCTION trigc_posts__no_delete() IMMUTABLE",
			want: []string{"altered public.posts.no_delete its function"}, changes: []string{"function trigc_posts__no_delete"},
		},
		{name: "owner", sql: "ALTER FUNCTION trigc_posts__no_delete() OWNER TO pg_monitor", stays: true},
		{name: "privileges", sql: "REVOKE ALL ON FUNCTION trigc_posts__no_delete() FROM PUBLIC", stays: true},
		{name: "body of an adopted function", sql: "CREATE OR REPLACE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'", stays: true},
		{
			name: "older version", sql: "COMMENT ON TRIGGER no_delete ON posts IS 'trigc:0123456789abcdef'",
			want: []string{"outdated public.posts.no_delete"},
		},
		{
			name: "older function", sql: "COMMENT ON FUNCTION trigc_posts__no_delete() IS 'trigc:0123456789abcdef'",
			want: []string{"outdated public.posts.no_delete its function"}, changes: []string{"function trigc_posts__no_delete"},
		},
		{
			name: "disabled", sql: "ALTER TABLE posts DISABLE TRIGGER no_delete", stays: true,
			want: []string{"disabled public.posts.no_delete"},
		},
		{
			name: "fires always", sql: "ALTER TABLE posts ENABLE ALWAYS TRIGGER no_delete", stays: true,
			want: []string{"firing public.posts.no_delete it fires always, not as declared"},
		},
		{
			name: "fires in replicas", sql: "ALTER TABLE posts ENABLE REPLICA TRIGGER slug_fixed", stays: true,
			want: []string{"firing public.posts.slug_fixed it fires in replicas alone, not as declared"},
		},
		{
			name: "no mark", sql: "COMMENT ON TRIGGER no_delete ON posts IS NULL", stays: true,
			want: []string{"unmarked public.posts.no_delete"},
		},
		{
			name: "no mark of the function", sql: "COMMENT ON FUNCTION trigc_posts__no_delete() IS 'mine'", stays: true,
			want: []string{"unmarked public.posts.no_delete function trigc_posts__no_delete"},
		},
		{
			name: "adopted and made again", sql: `DROP TRIGGER stamped ON posts;
				CREATE TRIGGER stamped BEFORE INSERT ON posts FOR EACH ROW WHEN (NEW.title = 'x') EXECUTE FUNCTION stamp('y')`,
			want: []string{"outdated public.posts.stamped"}, changes: []string{"trigger posts.stamped"},
		},
		{
			name: "orphaned", sql: `CREATE FUNCTION trigc_posts__old() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
				COMMENT ON FUNCTION trigc_posts__old() IS 'trigc:0123456789abcdef';
				CREATE TRIGGER old AFTER DELETE ON posts FOR EACH ROW EXECUTE FUNCTION trigc_posts__old();
				COMMENT ON TRIGGER old ON posts IS 'trigc:0123456789abcdef'`,
			want: []string{"orphaned public.posts.old"}, changes: []string{"-function trigc_posts__old", "-trigger posts.old"},
		},
		{
			name: "orphaned function", sql: `CREATE FUNCTION trigc_posts__old() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
				COMMENT ON FUNCTION trigc_posts__old() IS 'trigc:0123456789abcdef'`,
			want: []string{"orphaned public.trigc_posts__old function"}, changes: []string{"-function trigc_posts__old"},
		},
		{
			name: "shadowed", stays: true, sql: "CREATE TRIGGER twice AFTER DELETE ON posts FOR EACH ROW EXECUTE FUNCTION trigc_posts__no_delete()",
			want: []string{"shadowed public.posts.no_delete by twice"},
		},
		{
			name: "somebody's own", sql: "CREATE TRIGGER mine AFTER DELETE ON posts EXECUTE FUNCTION stamp(); COMMENT ON TRIGGER mine ON posts IS 'trig'", stays: true,
		},
		{
			name: "event table dropped", sql: "DROP TABLE posts_log",
			want: []string{
				"missing public.posts_log.history_append_only so is its table", "missing public.posts_log.history_append_only_truncate so is its table",
				"missing public.posts_log",
			},
			changes: []string{"+table posts_log", "+trigger posts_log.history_append_only", "+trigger posts_log.history_append_only_truncate"},
		},
		{
			name: "event column dropped", sql: "ALTER TABLE posts_log DROP title",
			want: []string{"outdated public.posts_log it has no column title"}, changes: []string{"table posts_log"},
		},
		{
			name: "another event column", sql: "ALTER TABLE posts_log ADD more int NOT NULL",
			want: []string{"outdated public.posts_log column more must be NULL now"}, changes: []string{"table posts_log"},
		},
		{
			name: "event column of another type", sql: "ALTER TABLE posts_log ALTER title TYPE varchar(9)", stays: true,
			want: []string{"altered public.posts_log column title is not of type text"},
		},
		{
			name: "two", sql: "DROP TRIGGER no_delete ON notes; ALTER FUNCTION trigc_posts__log() STABLE",
			want:    []string{"missing public.notes.no_delete", "altered public.posts.log its function"},
			changes: []string{"function trigc_posts__log", "+trigger notes.no_delete"},
		},
	}
	p := newProject(t, blog)
	p.must(install...)
	p.drift()
	p.quiet(install...)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p := p.on(t)
			defer func() {
				if !tt.stays {
					return
				}
				p.run(`DO $$ DECLARE name name; BEGIN
					FOR name IN SELECT tgname FROM pg_trigger WHERE tgname IN ('twice', 'mine', 'no_delete') AND tgrelid = 'posts'::regclass LOOP
						EXECUTE format('DROP TRIGGER %I ON posts', name);
					END LOOP; END $$;
					DROP FUNCTION IF EXISTS trigc_posts__no_delete();
					ALTER TABLE posts ENABLE ALWAYS TRIGGER slug_fixed;
					ALTER TABLE posts_log ALTER title TYPE text;
					CREATE OR REPLACE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.title := TG_ARGV[0]; RETURN NEW; END'`)
				p.must(install...)
			}()
			p.run(tt.sql)
			p.drift(tt.want...)
			if tt.stays {
				if got := p.changed(func() { p.trigc(install...) }); len(got) > 0 {
					t.Errorf("install changes %q", got)
				}
				return
			}
			if tt.changes == nil {
				tt.changes = []string{"trigger posts.no_delete"}
			}
			p.changes(install, tt.changes...)
			p.must("verify")
		})
	}
}

// TestStatesWithoutServer lists what is declared.
func TestStatesWithoutServer(t *testing.T) {
	p := newProject(t, blog)
	p.env = nil
	r := p.must("ls")
	if lines := strings.Split(strings.TrimSpace(r.stdout), "\n"); len(lines) != 11 || strings.Join(strings.Fields(lines[0]), " ") != "declared public.notes.no_delete protect" {
		t.Errorf("ls says\n%s", r.stdout)
	}
	if r := p.must("ls", "notes.*"); strings.Join(strings.Fields(r.stdout), " ") != "declared public.notes.no_delete protect" {
		t.Errorf("ls of one says\n%s", r.stdout)
	}
	for _, command := range []string{"verify", "install", "uninstall", "enable", "disable", "prune"} {
		p.fails(2, "no server is named", command)
	}
}

// partitioned has partitions of partitions, one of which sorts before the table
// that it is of.
const partitioned = `
-- pgtrigger: protect no_delete delete when (OLD.n > 0)
-- pgtrigger: set fold before insert set note = lower(NEW.note)
CREATE TABLE posts (id bigint NOT NULL, n int, note text) PARTITION BY RANGE (id);
CREATE TABLE a_posts PARTITION OF posts FOR VALUES FROM (0) TO (10) PARTITION BY RANGE (id);
CREATE TABLE a_low PARTITION OF a_posts FOR VALUES FROM (0) TO (5);
CREATE TABLE posts_rest PARTITION OF posts DEFAULT;
`

func TestPartitions(t *testing.T) {
	tests := []struct {
		name, schema string
		made         string
	}{
		{"declared", partitioned, ""},
		{"of the server alone", partitioned[:strings.Index(partitioned, "CREATE TABLE a_posts")], partitioned[strings.Index(partitioned, "CREATE TABLE a_posts"):]},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p := newProject(t, tt.schema)
			p.run(tt.made)
			p.must(install...)
			p.drift()
			p.quiet(install...)
			firing := func(want ...string) {
				t.Helper()
				got := p.column("SELECT concat_ws(' ', tgrelid::regclass, tgenabled::text) FROM pg_trigger WHERE tgname = 'fold' ORDER BY tgrelid::regclass::text")
				if !slices.Equal(got, want) {
					t.Errorf("fold fires %q, want %q", got, want)
				}
			}

			// The partition of a partition fires, and the one between does not.
			p.run("ALTER TABLE a_posts DISABLE TRIGGER fold; ALTER TABLE a_low ENABLE TRIGGER fold; ALTER TABLE posts_rest ENABLE ALWAYS TRIGGER fold")
			firing("a_low O", "a_posts D", "posts O", "posts_rest A")
			p.drift("disabled public.posts.fold in partition public.a_posts", "firing public.posts.fold in partition public.posts_rest it fires always, not as declared")
			p.quiet(install...)
			p.declare(strings.Replace(tt.schema, "lower(NEW.note)", "upper(NEW.note)", 1))
			p.must(install...)
			firing("a_low O", "a_posts D", "posts O", "posts_rest A")
			p.declare(strings.Replace(tt.schema, "before insert", "before insert or update", 1))
			p.must(install...)
			firing("a_low O", "a_posts D", "posts O", "posts_rest A")
			p.drift("disabled public.posts.fold in partition public.a_posts", "firing public.posts.fold in partition public.posts_rest it fires always, not as declared")
			p.quiet(install...)
			p.must("enable", "--yes", "posts.fold")
			p.drift()
			p.must("disable", "--yes", "posts.fold")
			firing("a_low D", "a_posts D", "posts D", "posts_rest D")
			p.drift("disabled public.posts.fold")
			p.must("enable", "--yes")
			p.drift()

			// On a partition alone.
			const alone = "DROP TRIGGER fold ON posts; CREATE TRIGGER fold BEFORE INSERT ON a_posts FOR EACH ROW EXECUTE FUNCTION trigc_posts__fold();"
			p.run(alone + "COMMENT ON TRIGGER fold ON a_posts IS 'trigc:0123456789abcdef'")
			p.drift("missing public.posts.fold", "partition-only public.posts.fold it is on public.a_posts")
			p.must(install...)
			p.drift()
			firing("a_low O", "a_posts O", "posts O", "posts_rest O")

			// Somebody else's is not replaced.
			p.run(alone)
			p.drift("missing public.posts.fold", "partition-only public.posts.fold it is on public.a_posts", "unmarked public.posts.fold in partition public.a_posts")
			p.fails(2, "does not carry trigc's mark", install...)
			p.must("install", "--yes", "--take-over")
			p.drift()
			firing("a_low O", "a_posts O", "posts O", "posts_rest O")

			// An orphan of a partition, and of the table.
			p.run(`CREATE TRIGGER old BEFORE INSERT ON a_low FOR EACH ROW EXECUTE FUNCTION trigc_posts__fold(); COMMENT ON TRIGGER old ON a_low IS 'trigc:0123456789abcdef';
				CREATE TRIGGER older BEFORE INSERT ON posts FOR EACH ROW EXECUTE FUNCTION trigc_posts__fold(); COMMENT ON TRIGGER older ON posts IS 'trigc:0123456789abcdef'`)
			p.drift("orphaned public.a_low.old", "shadowed public.posts.fold by older", "orphaned public.posts.older")
			p.must("prune", "--yes")
			p.drift()

			p.run("ALTER TABLE posts DETACH PARTITION posts_rest; CREATE TABLE more PARTITION OF posts DEFAULT")
			p.drift()
			p.must("uninstall", "--yes")
			if got := p.column("SELECT tgname::text FROM pg_trigger UNION ALL SELECT proname::text FROM pg_proc WHERE proname LIKE 'trigc%'"); len(got) > 0 {
				t.Errorf("uninstall leaves %q", got)
			}
		})
	}
}

// TestJSON holds the JSON to what trigc help output says of it.
func TestJSON(t *testing.T) {
	p := newProject(t, "-- pgtrigger: protect no_delete delete\nCREATE TABLE posts (id int);\n")
	const trigger = `{"version":1,"triggers":[{"schema":"public","table":"posts","name":"no_delete","directive":"no_delete","kind":"protect","states":[%]}],` +
		`"event_tables":[],"orphaned_functions":[`
	check := func(want string, args ...string) {
		t.Helper()
		r := p.trigc(append(args, "--format", "json")...)
		var got bytes.Buffer
		if err := json.Compact(&got, []byte(r.stdout)); err != nil || strings.TrimSpace(got.String()) != want {
			t.Errorf("trigc %s: %v\n%s\nwant\n%s", strings.Join(args, " "), err, got.String(), want)
		}
	}
	dsn := p.env
	p.env = nil
	check(strings.Replace(trigger, "%", "", 1)+`],"summary":{"triggers":1,"drift":0}}`, "ls")
	p.env = dsn
	check(strings.Replace(trigger, "%", `{"state":"missing"}`, 1)+`],"summary":{"triggers":1,"drift":1}}`, "ls")
	p.must(install...)
	check(strings.Replace(trigger, "%", `{"state":"installed"}`, 1)+`],"summary":{"triggers":1,"drift":0}}`, "verify")
	p.run(`ALTER TABLE posts DISABLE TRIGGER no_delete; CREATE OR REPLACE FUNCTION old() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
		COMMENT ON FUNCTION old() IS 'trigc:0123456789abcdef'; ALTER FUNCTION trigc_posts__no_delete() STABLE`)
	check(strings.Replace(trigger, "%", `{"state":"altered","detail":"its function"},{"state":"disabled"}`, 1)+
		`{"schema":"public","name":"old"}],"summary":{"triggers":1,"drift":2}}`, "verify")
	const steps = `"changes":[{"schema":"public","table":"posts","steps":[{"what":"enable trigger no_delete","lock":"SHARE ROW EXCLUSIVE",` +
		`"sql":"ALTER TABLE public.posts ENABLE TRIGGER no_delete;\n"}]}],"notes":[]}`
	check(`{"version":1,"applied":false,`+steps, "enable", "--dry-run")
	check(`{"version":1,"applied":true,`+steps, "enable", "--yes")
	check(`{"version":1,"applied":false,"changes":[],"notes":[]}`, "enable", "--yes")
	check(`{"version":1,"applied":true,"changes":[{"schema":"","table":"","steps":[{"what":"drop function public.old","sql":"DROP FUNCTION IF EXISTS public.old();\n"}]}],"notes":[]}`, "prune", "--yes")
}

// TestRenamed renames a directive: a session that deletes is refused throughout.
func TestRenamed(t *testing.T) {
	p := newProject(t, blog+"INSERT INTO notes VALUES (1);\n")
	p.must(install...)
	end := p.refuses("DELETE FROM notes")
	p.declare(strings.Replace(blog, "protect no_delete delete\n", "protect kept delete\n", 1))
	p.drift("missing public.notes.kept", "orphaned public.notes.no_delete")
	p.changes(install, "+function trigc_notes__kept", "-function trigc_notes__no_delete", "+trigger notes.kept", "-trigger notes.no_delete")
	p.declare(strings.Replace(blog, "protect no_delete delete\n", "protect Kept delete for each statement\n", 1))
	p.changes(install, "function trigc_notes__kept", "trigger notes.kept")
	p.declare(strings.Replace(blog, "protect no_delete delete\n", "assert kept delete deferrable check (false)\n", 1))
	p.must(install...)
	end()
	p.drift()
}
