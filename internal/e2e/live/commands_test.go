package live

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5"
)

// The ways in which blog changes.
var (
	otherBody       = strings.NewReplacer("protect no_delete delete\n", "protect no_delete delete errcode 'P0001'\n")
	otherWhen       = strings.NewReplacer("OLD.status = 'published'", "OLD.status <> 'draft'")
	otherConstraint = strings.NewReplacer("assert has_title after insert", "assert has_title after insert or update")
	otherFiring     = strings.NewReplacer("(slug) enable always", "(slug)")
	otherColumns    = strings.NewReplacer("  slug   text,", "  slug   text, more text,")
	withoutOne      = strings.NewReplacer("-- pgtrigger: protect no_truncate truncate\n", "")
)

type plan struct {
	Applied bool
	Changes []struct {
		Schema, Table string
		Steps         []struct{ What, Lock, SQL string }
	}
	Notes []string
}

// plan returns what a command is to do.
func (p *project) plan(args ...string) *plan {
	p.Helper()
	r := p.must(append(args, "--dry-run", "--format", "json")...)
	result := &plan{}
	if err := json.Unmarshal([]byte(r.stdout), result); err != nil {
		p.Fatalf("%v\n%s", err, r.stdout)
	}
	if result.Applied {
		p.Error("a dry run says that it is done")
	}
	return result
}

// TestLocks takes each step of plans in a transaction of its own and looks which
// locks it holds on tables.
func TestLocks(t *testing.T) {
	modes := []string{"", "SHARE ROW EXCLUSIVE", "ACCESS EXCLUSIVE"}
	tests := []struct {
		name    string
		change  *strings.Replacer
		columns string // SQL
		args    []string
		want    []string // steps
	}{
		{"body", otherBody, "", install[:1], []string{"replace function public.trigc_notes__no_delete"}},
		{"WHEN", otherWhen, "", install[:1], []string{"replace trigger no_delete: SHARE ROW EXCLUSIVE"}},
		{"constraint trigger", otherConstraint, "", install[:1], []string{"drop and create trigger has_title: ACCESS EXCLUSIVE"}},
		{"firing", otherFiring, "", install[:1], []string{
			"enable trigger slug_fixed: SHARE ROW EXCLUSIVE", "mark trigger slug_fixed",
		}},
		{"columns", otherColumns, "ALTER TABLE posts ADD more text", install[:1], []string{
			"alter table public.posts_log, which keeps the events of public.posts: ACCESS EXCLUSIVE",
			"replace function public.trigc_posts__log", "replace function public.trigc_posts__log_delete",
		}},
		{"undeclared", withoutOne, "", install[:1], []string{
			"drop trigger no_truncate: ACCESS EXCLUSIVE", "drop function public.trigc_posts__no_truncate",
		}},
		{"disable", strings.NewReplacer(), "", []string{"disable", "posts.no_delete"}, []string{"disable trigger no_delete: SHARE ROW EXCLUSIVE"}},
		{"uninstall", strings.NewReplacer(), "", []string{"uninstall", "posts.no_delete", "posts.stamped"}, []string{
			"drop trigger no_delete: ACCESS EXCLUSIVE",
			"make trigger stamped what the schema says: SHARE ROW EXCLUSIVE", "drop function public.trigc_posts__no_delete",
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p := newProject(t, blog)
			before := p.plan(install[:1]...)
			for _, c := range before.Changes {
				for _, s := range c.Steps {
					if !strings.HasPrefix(s.What, "create ") && s.What != "replace trigger stamped" {
						t.Errorf("%s is to be done in an empty database", s.What)
					}
				}
			}
			p.must(install...)
			p.run(tt.columns)
			p.declare(tt.change.Replace(blog))
			var got []string
			for _, c := range p.plan(tt.args...).Changes {
				for _, s := range c.Steps {
					got = append(got, strings.TrimSuffix(s.What+": "+s.Lock, ": "))
					// Those who take what others made have it.
					tx, err := p.conn.Begin(ctx)
					ok(t, err)
					if strings.HasPrefix(s.What, "drop function") {
						_, err := tx.Exec(ctx, strings.Replace(s.SQL, "()", "() CASCADE", 1))
						ok(t, err)
						ok(t, tx.Rollback(ctx))
						continue
					}
					_, err = tx.Exec(ctx, s.SQL)
					ok(t, err)
					rows, err := tx.Query(ctx, `SELECT DISTINCT l.mode FROM pg_locks AS l JOIN pg_class AS c ON c.oid = l.relation
						WHERE l.pid = pg_backend_pid() AND c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace`)
					ok(t, err)
					held, err := pgx.CollectRows(rows, pgx.RowTo[string])
					ok(t, err)
					strongest := 0
					for _, h := range held {
						strongest = max(strongest, slices.Index(modes, map[string]string{
							"AccessShareLock": "", "ShareRowExclusiveLock": modes[1], "AccessExclusiveLock": modes[2],
						}[h]))
					}
					if modes[strongest] != s.Lock {
						t.Errorf("%s holds %q, not %q", s.What, held, s.Lock)
					}
					ok(t, tx.Rollback(ctx))
				}
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("the plan is\n\t%s\nwant\n\t%s", strings.Join(got, "\n\t"), strings.Join(tt.want, "\n\t"))
			}
			p.must(append(tt.args, "--yes")...)
			if tt.args[0] == "install" {
				p.drift()
			}
		})
	}
}

// TestOthersGoOn changes triggers beside a session that uses the table.
func TestOthersGoOn(t *testing.T) {
	tests := []struct {
		name, session string
		change        *strings.Replacer
		waits         bool
	}{
		{"body beside ACCESS EXCLUSIVE", "LOCK TABLE posts, notes, posts_log IN ACCESS EXCLUSIVE MODE", otherBody, false},
		{"definition beside a reader", "SELECT FROM posts", otherWhen, false},
		{"definition beside a writer", "INSERT INTO posts VALUES (1, 's', 'draft', 't')", otherWhen, true},
		{"firing beside a reader", "SELECT FROM posts", otherFiring, false},
		{"constraint trigger beside a reader", "SELECT FROM posts", otherConstraint, true},
	}
	p := newProject(t, blog)
	p.must(install...)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p := p.on(t)
			p.declare(tt.change.Replace(blog))
			tx, err := connect(t, p.dsn).Begin(ctx)
			ok(t, err)
			_, err = tx.Exec(ctx, tt.session)
			ok(t, err)
			args := []string{"install", "--yes", "--lock-timeout", "100ms", "--retries", "1"}
			if tt.waits {
				got := p.changed(func() {
					p.fails(2, "trying again (1 of 1)", args...)
					p.fails(2, "canceling statement due to lock timeout", args...)
					p.fails(2, fmt.Sprintf("process %d of role", tx.Conn().PgConn().PID()), args...)
					p.fails(2, "holds a lock on the table, idle in transaction, in a transaction of ", args...)
				})
				if len(got) > 0 {
					t.Errorf("what got no lock changed %q", got)
				}
			} else {
				p.must(args...)
			}
			ok(t, tx.Rollback(ctx))
			p.must(install...)
			p.declare(blog)
			p.must(install...)
			p.must("verify")
		})
	}
}

// TestInstallWhole changes everything at once and back: with a transaction for
// each table, in one for all, and with psql.
func TestInstallWhole(t *testing.T) {
	other := blog
	for _, r := range []*strings.Replacer{otherBody, otherWhen, otherConstraint, otherFiring, withoutOne} {
		other = r.Replace(other)
	}
	for _, how := range []string{"each", "atomic", "psql", "psql atomic", "old strings"} {
		t.Run(how, func(t *testing.T) {
			p := newProject(t, blog)
			apply := func() {
				t.Helper()
				switch how {
				case "each":
					p.must(install...)
				case "atomic":
					p.must("install", "--yes", "--atomic")
				default:
					if how == "old strings" {
						p.env = append(p.env, "PGOPTIONS=-c standard_conforming_strings=off -c default_transaction_read_only=on -c default_transaction_isolation=serializable")
					}
					args := []string{"install", "--dry-run"}
					if how == "psql atomic" {
						args = append(args, "--atomic")
					}
					r := p.must(args...)
					p.write("plan.sql", r.stdout)
					p.psql("-f", "plan.sql")
				}
				p.drift()
				p.quiet(install...)
			}
			apply()
			p.refused("INSERT INTO posts VALUES (1)", "23514")
			p.declare(other)
			apply()
			if n := p.column("SELECT count(*)::text FROM pg_trigger WHERE NOT tgisinternal"); n[0] != "10" {
				t.Errorf("there are %s triggers", n)
			}
			p.declare(blog)
			apply()
			p.must("uninstall", "--yes")
			p.must("uninstall", "--yes")
			want := []string{"_ stamped"}
			if got := p.column("SELECT concat_ws(' ', coalesce(obj_description(oid), '_'), tgname) FROM pg_trigger WHERE NOT tgisinternal"); !slices.Equal(got, want) {
				t.Errorf("uninstall leaves %q", got)
			}
			if got := p.column("SELECT proname::text FROM pg_proc WHERE proname LIKE 'trigc%'"); len(got) > 0 {
				t.Errorf("uninstall leaves %q", got)
			}
			p.run("SELECT FROM posts_log")
		})
	}
}

// psql runs SQL in the project's directory; every statement of it must work.
func (p *project) psql(args ...string) {
	p.Helper()
	path, err := exec.LookPath("psql")
	if err != nil {
		p.Skip("NOT TESTED: there is no psql here")
	}
	cmd := exec.Command(path, append([]string{"-X", "-q", "-v", "ON_ERROR_STOP=1", "-d", p.dsn}, args...)...)
	cmd.Dir = p.dir
	cmd.Env = append(os.Environ(), p.env...)
	if out, err := cmd.CombinedOutput(); err != nil {
		p.Fatalf("psql: %v\n%s", err, out)
	}
}

// TestChoice has each command work on some triggers.
func TestChoice(t *testing.T) {
	p := newProject(t, blog)
	choose := func(want []string, args ...string) {
		t.Helper()
		all, _ := p.states(args...)
		for i, line := range all {
			all[i] = strings.Fields(line)[1]
		}
		if !slices.Equal(all, want) {
			t.Errorf("%q chooses %q, want %q", args, all, want)
		}
	}
	choose([]string{"public.notes.no_delete", "public.posts.no_delete"}, "*.no_delete")
	choose([]string{"public.notes.no_delete"}, "public.notes.*")
	choose([]string{"public.notes.no_delete", "public.posts.stamped"}, "notes.no_delete", "public.posts.stamped")
	choose([]string{"public.posts.log", "public.posts.log_delete"}, "posts.log") // the directive
	choose([]string{"public.posts.no_delete", "public.posts.no_truncate"}, "p?sts.no_[dt]*")
	for _, command := range []string{"ls", "verify", "install", "uninstall", "enable", "disable", "prune"} {
		p.fails(2, `there is no trigger "posts.missing"`, command, "posts.missing", "notes.*")
		p.fails(2, `"no_delete" is no [SCHEMA.]TABLE.TRIGGER`, command, "no_delete")
		p.fails(2, `"posts.[" is no pattern`, command, "posts.[")
	}

	p.fails(2, `there is no trigger "posts.nodelete"; did you mean "posts.no_delete"?`, "verify", "posts.nodelete")

	p.changes([]string{"install", "--yes", "notes.*"}, "+function trigc_notes__no_delete", "+trigger notes.no_delete")
	p.changes([]string{"install", "--yes", "posts.no_delete", "posts.has_title"},
		"+function trigc_posts__has_title", "+function trigc_posts__no_delete", "+trigger posts.has_title", "+trigger posts.no_delete")
	p.changes([]string{"install", "--yes", "posts.log"},
		"+function trigc_posts__log", "+function trigc_posts__log_delete", "+table posts_log", "+trigger posts.log", "+trigger posts.log_delete")
	p.must(install...)
	p.drift()
	p.changes([]string{"disable", "--yes", "*.no_delete"}, "trigger notes.no_delete", "trigger posts.no_delete")
	p.drift("disabled public.notes.no_delete", "disabled public.posts.no_delete")
	p.quiet("disable", "--yes", "*.no_delete")
	p.run("DELETE FROM notes")
	p.changes([]string{"enable", "--yes", "notes.no_delete"}, "trigger notes.no_delete")
	p.drift("disabled public.posts.no_delete")
	p.must("enable", "--yes")
	p.must("disable", "--yes", "posts.slug_fixed")
	p.must("enable", "--yes", "posts.slug_fixed")
	p.drift() // it fires always, as declared
	p.changes([]string{"uninstall", "--yes", "posts.log"},
		"-function trigc_posts__log", "-function trigc_posts__log_delete", "-trigger posts.log", "-trigger posts.log_delete")
	p.must(install...)

	p.run(`CREATE TRIGGER old1 AFTER DELETE ON notes EXECUTE FUNCTION stamp(); COMMENT ON TRIGGER old1 ON notes IS 'trigc:0123456789abcdef';
		CREATE TRIGGER old2 AFTER DELETE ON notes EXECUTE FUNCTION stamp(); COMMENT ON TRIGGER old2 ON notes IS 'trigc:0123456789abcdef';
		CREATE TRIGGER mine AFTER DELETE ON notes EXECUTE FUNCTION stamp()`)
	p.drift("orphaned public.notes.old1", "orphaned public.notes.old2")
	p.changes([]string{"install", "--yes", "--no-prune"})
	p.changes([]string{"install", "--yes", "notes.*"})
	p.changes([]string{"prune", "--yes", "notes.old1"}, "-trigger notes.old1")
	p.changes([]string{"prune", "--yes"}, "-trigger notes.old2")
	p.quiet("prune", "--yes")
	p.drift()
}

// TestOperatorsFiring declares what an operator changed, and otherwise.
func TestOperatorsFiring(t *testing.T) {
	p := newProject(t, blog)
	p.must(install...)
	firing := func(want string) {
		t.Helper()
		if got := p.column("SELECT tgenabled::text FROM pg_trigger WHERE tgname = 'slug_fixed'"); got[0] != want {
			t.Errorf("slug_fixed fires %s, want %s", got[0], want)
		}
	}
	p.run("ALTER TABLE posts DISABLE TRIGGER slug_fixed")
	p.declare(strings.Replace(blog, "readonly slug_fixed (slug)", "readonly slug_fixed (slug, title)", 1))
	r := p.must(install...) // a definition and a body
	if !strings.Contains(r.stdout, "note: public.posts.slug_fixed is disabled and stays so") {
		t.Errorf("install does not tell:\n%s", r.stdout)
	}
	firing("D")
	p.quiet(install...)
	p.declare(otherFiring.Replace(blog)) // a declaration that changes is heard
	p.must(install...)
	firing("O")
	p.drift()
	p.declare(strings.Replace(blog, "(slug) enable always", "(slug) disable", 1))
	p.must(install...)
	firing("D")
	p.drift()
	p.must("enable", "--yes", "posts.slug_fixed")
	firing("O")
	p.drift("firing public.posts.slug_fixed it fires by default, not as declared")
	p.quiet(install...)
	p.declare(blog)
	p.must(install...)
	firing("A")
	p.drift()

	// A constraint trigger is dropped and made again.
	p.run("ALTER TABLE posts DISABLE TRIGGER has_title")
	p.declare(otherConstraint.Replace(blog))
	p.must(install...)
	p.drift("disabled public.posts.has_title")
	p.run("UPDATE posts SET title = ''; INSERT INTO posts VALUES (1)")
}

// TestConflicts has what is not trigc's in the way: nothing changes.
func TestConflicts(t *testing.T) {
	const bodies = "RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'"
	tests := []struct{ name, sql, text string }{
		{"trigger", "CREATE TRIGGER no_delete AFTER INSERT ON posts EXECUTE FUNCTION stamp()", "public.posts.no_delete does not carry trigc's mark"},
		{"function", "CREATE FUNCTION trigc_posts__no_delete() " + bodies, "public.posts.no_delete, function trigc_posts__no_delete, does not carry trigc's mark"},
		{"constraint trigger", "CREATE CONSTRAINT TRIGGER no_delete AFTER INSERT ON posts FOR EACH ROW EXECUTE FUNCTION stamp()", "public.posts.no_delete does not carry trigc's mark"},
		{"in the place of a constraint trigger", "CREATE TRIGGER has_title AFTER INSERT ON posts FOR EACH ROW EXECUTE FUNCTION stamp()", "public.posts.has_title does not carry trigc's mark"},
		{"table", "DROP TABLE notes", "there is no table public.notes; run the migrations first"},
		{"event table", "CREATE TABLE posts_log (history_id bigint, history_op int, history_at timestamptz, id bigint, slug text, status text, title text)", "column history_op is not of type text"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p := newProject(t, blog)
			p.run(tt.sql)
			for _, atomic := range []string{"--atomic", "--atomic=false"} {
				if got := p.changed(func() { p.fails(2, tt.text, "install", "--yes", atomic) }); len(got) > 0 {
					t.Errorf("a conflict changed %q", got)
				}
			}
			p.fails(2, tt.text, "install", "--dry-run")
			if strings.Contains(tt.text, "mark") {
				p.must("install", "--yes", "--take-over")
				p.drift()
				p.quiet(install...)
			}
		})
	}
}

// TestYes does nothing that nobody has said yes to.
func TestYes(t *testing.T) {
	p := newProject(t, blog)
	if got := p.changed(func() { p.fails(2, "--yes goes on without asking", "install") }); len(got) > 0 {
		t.Errorf("changed %q", got)
	}
	p.changes([]string{"install", "--dry-run"})
	r := p.must("install", "--yes", "--format", "json")
	var done plan
	ok(t, json.Unmarshal([]byte(r.stdout), &done))
	if !done.Applied || len(done.Changes) != 3 {
		t.Errorf("install says\n%s", r.stdout)
	}
	r = p.must("install", "--yes", "--format", "json")
	ok(t, json.Unmarshal([]byte(r.stdout), &done))
	if done.Applied || len(done.Changes) != 0 {
		t.Errorf("install, with nothing to do, says\n%s", r.stdout)
	}
	p.declare(blog + "-- pgtrigger: protect no_delete delete on missing\n")
	p.fails(1, "missing", "install", "--yes")
	p.fails(1, "missing", "verify")
}

// TestOddNames has names that are to be quoted, with dots, quotes and letters
// that are not ASCII.
func TestOddNames(t *testing.T) {
	for _, encoding := range []string{"UTF8", "LATIN1", "SQL_ASCII"} {
		t.Run(encoding, func(t *testing.T) {
			p := newProjectIn(t, "ENCODING "+encoding+" LC_COLLATE 'C' LC_CTYPE 'C'", `
				CREATE SCHEMA "Größe.x";
				-- pgtrigger: protect "kein Löschen" delete when (OLD."Straße" = 'Ä\n')
				-- pgtrigger: set "fold'" before insert set "a%b" = 'é\d' || NEW."a%b"
				CREATE TABLE "Größe.x"."we""ird *" (id int PRIMARY KEY, "Straße" text, "a%b" text);
				-- pgtrigger: history lög update or delete into "lög.x"
				CREATE TABLE "Ünicode" (id int PRIMARY KEY, "ä" text);`)
			p.must(install...)
			p.drift()
			p.quiet(install...)
			p.run(`INSERT INTO "Größe.x"."we""ird *" VALUES (1, 'Ä\n', 'x')`)
			p.refused(`DELETE FROM "Größe.x"."we""ird *"`, "23001")
			if got := p.column(`SELECT "a%b" FROM "Größe.x"."we""ird *"`); got[0] != `é\dx` {
				t.Errorf("the column is %q", got)
			}
			for _, arg := range []string{`"Größe.x"."we""ird *"."kein Löschen"`, `"we""ird *".*`, `*.*.kein*`} {
				if all, _ := p.states(arg); len(all) == 0 || !strings.Contains(all[len(all)-1]+all[0], "kein Löschen") {
					t.Errorf("%s chooses %q", arg, all)
				}
			}
			p.must("disable", "--yes", `"Größe.x"."we""ird *"."kein Löschen"`)
			p.drift(`disabled Größe.x.we"ird *.kein Löschen`)
			p.must("enable", "--yes")
			p.run(`ALTER FUNCTION "Größe.x".` + p.column(`SELECT quote_ident(proname) FROM pg_proc WHERE proname LIKE 'trigc_we%fold%'`)[0] + `() STABLE`)
			p.drift(`altered Größe.x.we"ird *.fold' its function`)
			p.must(install...)
			p.drift()
			p.must("uninstall", "--yes")
			if got := p.column("SELECT tgname::text FROM pg_trigger"); len(got) > 0 {
				t.Errorf("uninstall leaves %q", got)
			}
		})
	}
}

// TestAdopted has a trigger of the schema's adopted, and given back.
func TestAdopted(t *testing.T) {
	p := newProject(t, blog)
	def := func() string {
		t.Helper()
		return p.column("SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE tgname = 'stamped'")[0]
	}
	before := def()
	p.must(install...)
	if def() == before {
		t.Error("it cannot be ignored")
	}
	p.must("uninstall", "--yes", "posts.stamped")
	if def() != before {
		t.Errorf("it is %s, was %s", def(), before)
	}
	p.drift("outdated public.posts.stamped")
	p.must(install...)
	p.drift()
	p.declare(strings.Replace(blog, "-- pgtrigger: trigger stamped\n", "", 1))
	p.must("ls")
	p.must("uninstall", "--yes")
}

// TestEventTables changes the table whose events are kept, and keeps them.
func TestEventTables(t *testing.T) {
	p := newProject(t, blog)
	p.must(install...)
	p.run("INSERT INTO posts VALUES (1, 's', 'draft', 't'); UPDATE posts SET status = 'published'")
	p.run("ALTER TABLE posts ADD more text")
	p.declare(otherColumns.Replace(blog))
	p.drift("outdated public.posts.log its function", "outdated public.posts.log_delete its function", "outdated public.posts_log it has no column more")
	p.must(install...)
	p.drift()
	p.run("UPDATE posts SET more = 'x'")
	if got := p.column("SELECT concat_ws(' ', status, more) FROM posts_log ORDER BY history_id"); !slices.Equal(got, []string{"published", "published x"}) {
		t.Errorf("the events are %q", got)
	}
	p.declare(strings.Replace(otherColumns.Replace(blog), "-- pgtrigger: history log update or delete into posts_log\n", "", 1))
	p.drift("orphaned public.posts.log", "orphaned public.posts.log_delete",
		"orphaned public.posts_log.history_append_only", "orphaned public.posts_log.history_append_only_truncate")
	p.must(install...)
	p.drift()
	if got := p.column("SELECT count(*)::text FROM posts_log"); got[0] != "2" {
		t.Errorf("the events are %q", got)
	}
}
