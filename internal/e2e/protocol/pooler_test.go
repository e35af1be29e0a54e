package protocol

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/trigc/trigc/internal/e2e/protocol/gen"
	"github.com/trigc/trigc/internal/pgtest"
	"github.com/trigc/trigc/internal/pgtest/wire"
)

// poolers share server connections among clients in transaction mode. The
// second is the real thing, where it is installed.
var poolers = []struct {
	name  string
	start func(t testing.TB, dsn string, servers int) string
}{
	{"pooler of the test", func(t testing.TB, dsn string, servers int) string {
		return wire.NewPooler(t, dsn, servers).DSN()
	}},
	{"pgbouncer", pgtest.PgBouncer},
}

// A pooled is a database behind a pooler, and a driver.
type pooled struct {
	driver
	dsn string
}

// client opens a pool of one connection to the pooler.
func (p pooled) client(t testing.TB) db { return p.open(t, p.dsn, 1) }

// behindPooler runs a test behind each pooler with each driver that can stand
// there, one after the other: each finds the sessions as the last one left
// them.
func behindPooler(t *testing.T, servers int, run func(t *testing.T, p pooled)) {
	for _, pooler := range poolers {
		t.Run(pooler.name, func(t *testing.T) {
			dsn := pooler.start(t, newDB(t), servers)
			for _, d := range drivers {
				if d.pools {
					t.Run(d.name, func(t *testing.T) { run(t, pooled{d, dsn}) })
				}
			}
		})
	}
}

const (
	noDelete   = "public.posts.no_delete"
	noUpdate   = "public.posts.no_update"
	noteDelete = "public.notes.no_delete"
	owned      = "public.posts.owned"
	late       = `Odd Schema.we"ird 100%.Late`
)

// refused checks that the trigger refuses sql; what is done is undone.
func refused(t testing.TB, d db, trigger, sql string) {
	t.Helper()
	err := d.begin(ctx, func(tx db) error {
		if err := tx.exec(ctx, sql); err != nil {
			return err
		}
		return errX
	})
	if d.violated(err) != trigger {
		t.Errorf("%s: %v, want an error of %s", sql, err, trigger)
	}
}

// allowed checks that nothing refuses sql; what is done is undone.
func allowed(t testing.TB, d db, sql string) {
	t.Helper()
	err := d.begin(ctx, func(tx db) error {
		if err := tx.exec(ctx, sql); err != nil {
			return err
		}
		return errX
	})
	if err != errX {
		t.Errorf("%s: %v", sql, err)
	}
}

// unset checks that the session which d gets ignores nothing, whatever d had
// or others have had.
func unset(t testing.TB, d db) {
	t.Helper()
	var keys []string
	for _, trigger := range gen.All() {
		if trigger.Key() != "" {
			keys = append(keys, trigger.Key())
		}
	}
	set, err := d.ask(ctx, `SELECT string_agg(key || ' is ' || current_setting(key, true), ', ')
		FROM unnest(string_to_array($1, ' ')) AS key WHERE current_setting(key, true) <> ''`, strings.Join(keys, " "))
	if err != nil || set != "" {
		t.Errorf("%s, %v", set, err)
	}
	refused(t, d, noDelete, deletePost)
}

func pid(t testing.TB, d db) string {
	t.Helper()
	pid, err := d.ask(ctx, "SELECT pg_backend_pid()::text")
	ok(t, err)
	return pid
}

// Without this the other tests would prove nothing: the clients share one
// session, and what one of them sets in it holds for the next.
func TestPoolerSharesSession(t *testing.T) {
	behindPooler(t, 1, func(t *testing.T, p pooled) {
		a, b := p.client(t), p.client(t)
		if first, second := pid(t, a), pid(t, b); first != second {
			t.Fatalf("the clients have server processes %s and %s", first, second)
		}
		refused(t, b, noDelete, deletePost)
		ok(t, a.exec(ctx, "SET pgtrigger.public.posts.no_delete = 'ignore'"))
		allowed(t, b, deletePost)
		ok(t, b.exec(ctx, "RESET pgtrigger.public.posts.no_delete"))
		refused(t, a, noDelete, deletePost)
	})
}

func TestScopeBehindPooler(t *testing.T) {
	behindPooler(t, 1, func(t *testing.T, p pooled) {
		a, b := p.client(t), p.client(t)
		session := pid(t, a)
		next := func(what string) {
			t.Helper()
			unset(t, b)
			unset(t, a)
			if got := pid(t, b); got != session {
				t.Fatalf("%s: the session is another one", what)
			}
		}
		next("before")
		for i := range 2 {
			ok(t, a.ignore(ctx, func(tx db) error {
				allowed(t, tx, deletePost)
				refused(t, tx, noteDelete, "DELETE FROM notes")
				return tx.exec(ctx, "DELETE FROM posts WHERE id = $1", 50+i)
			}, noDelete))
			next("a scope")
		}

		// Scopes in scopes, and in savepoints.
		const update = "UPDATE posts SET title = title || '+' WHERE id = 2"
		title := func() string {
			title, err := b.ask(ctx, "SELECT title FROM posts WHERE id = 2")
			ok(t, err)
			return title
		}
		before := title()
		ok(t, a.ignore(ctx, func(outer db) error {
			allowed(t, outer, deletePost)
			refused(t, outer, noUpdate, update)
			ok(t, outer.ignore(ctx, func(inner db) error {
				allowed(t, inner, deletePost)
				allowed(t, inner, update)
				return inner.ignore(ctx, func(innermost db) error { return innermost.exec(ctx, update) }, noDelete, noUpdate)
			}, noUpdate))
			refused(t, outer, noUpdate, update)
			if err := outer.ignoreAll(ctx, func(db) error { return errX }); err != errX {
				t.Error(err)
			}
			refused(t, outer, noUpdate, update)
			allowed(t, outer, deletePost)
			return outer.begin(ctx, func(savepoint db) error {
				ok(t, savepoint.ignore(ctx, func(inner db) error { return inner.exec(ctx, update) }, noUpdate))
				refused(t, savepoint, noUpdate, update)
				return nil
			})
		}, noDelete))
		next("scopes in scopes")
		if got := title(); got != before+"++" {
			t.Errorf("the title is %q, want two more than %q", got, before)
		}

		ok(t, a.ignoreAll(ctx, func(tx db) error { allowed(t, tx, update); return nil }))
		next("a scope of all")

		// A scope in a transaction that goes on, and is undone or not.
		for _, end := range []error{nil, errX} {
			if err := a.begin(ctx, func(tx db) error {
				ok(t, tx.ignore(ctx, func(tx db) error { return tx.exec(ctx, update) }, noUpdate))
				refused(t, tx, noUpdate, update)
				return end
			}); err != end {
				t.Error(err)
			}
			next("a scope in a transaction")
		}

		// What goes wrong in a scope.
		var inside error
		if err := a.ignore(ctx, func(tx db) error {
			ok(t, tx.exec(ctx, deletePost))
			inside = tx.exec(ctx, "INSERT INTO posts (id) VALUES (2)")
			return inside
		}, noDelete); err != inside || err == nil {
			t.Errorf("the error is %v, want %v unchanged", err, inside)
		}
		next("an error of the server")
		if err := a.ignore(ctx, func(tx db) error {
			_ = tx.exec(ctx, "SELECT 1/0")
			return nil
		}, noDelete); err == nil {
			t.Error("no error though the scope was rolled back")
		}
		next("an error of which nothing is said")
		if err := a.ignore(ctx, func(tx db) error { return errX }, noDelete); err != errX {
			t.Errorf("the error is %v", err)
		}
		next("an error of the program")
		func() {
			defer func() {
				if r := recover(); r != "boom" {
					t.Errorf("recovered %v", r)
				}
			}()
			_ = a.ignore(ctx, func(tx db) error {
				return tx.ignore(ctx, func(tx db) error { ok(t, tx.exec(ctx, deletePost)); panic("boom") }, noUpdate)
			}, noDelete)
		}()
		next("a panic")
		done := make(chan bool)
		go func() {
			defer close(done)
			_ = a.ignore(ctx, func(tx db) error { runtime.Goexit(); return nil }, noDelete)
		}()
		<-done
		next("the end of the goroutine")
	})
}

// cancelled reports whether err is the server's, of a statement that it
// cancelled. lib/pq has no other of a context that is done.
func cancelled(err error) bool {
	var e interface{ SQLState() string }
	return errors.As(err, &e) && e.SQLState() == "57014"
}

// A context that is done may cost the client its connection, but no one else
// gets to know.
func TestContextDoneBehindPooler(t *testing.T) {
	behindPooler(t, 1, func(t *testing.T, p pooled) {
		b := p.client(t)
		for what, run := range map[string]func(ctx context.Context, cancel func(), tx db) error{
			"before the first statement": func(ctx context.Context, cancel func(), tx db) error { cancel(); return nil },
			"between statements": func(ctx context.Context, cancel func(), tx db) error {
				ok(t, tx.exec(ctx, deletePost))
				cancel()
				return tx.exec(ctx, deletePost)
			},
			"in a statement": func(ctx context.Context, cancel func(), tx db) error {
				ok(t, tx.exec(ctx, deletePost))
				stop := time.AfterFunc(50*time.Millisecond, cancel)
				defer stop.Stop()
				return tx.exec(ctx, "SELECT pg_sleep(3)")
			},
			"in a statement of a scope in a scope": func(ctx context.Context, cancel func(), tx db) error {
				return tx.ignore(ctx, func(tx db) error {
					stop := time.AfterFunc(50*time.Millisecond, cancel)
					defer stop.Stop()
					return tx.exec(ctx, "SELECT pg_sleep(3)")
				}, noUpdate)
			},
		} {
			t.Run(what, func(t *testing.T) {
				a := p.client(t)
				cancellable, cancel := context.WithCancel(ctx)
				defer cancel()
				if err := a.ignore(cancellable, func(tx db) error { return run(cancellable, cancel, tx) }, noDelete); !errors.Is(err, context.Canceled) && !cancelled(err) {
					t.Errorf("the error is %v", err)
				}
				unset(t, b)
				unset(t, a)
			})
		}
	})
}

// The client is gone, without a word.
func TestClientDiesBehindPooler(t *testing.T) {
	behindPooler(t, 1, func(t *testing.T, p pooled) {
		line := wire.New(t, p.dsn)
		a, b := p.open(t, line.DSN(), 1), p.client(t)
		if err := a.ignore(ctx, func(tx db) error {
			ok(t, tx.exec(ctx, deletePost))
			line.Cut()
			return nil
		}, noDelete); err == nil {
			t.Error("no error though the connection is cut")
		}
		unset(t, b)
		if n, err := b.ask(ctx, "SELECT count(*)::text FROM posts WHERE id = 1"); n != "1" || err != nil {
			t.Errorf("the row is there %s times, %v", n, err)
		}
	})
}

// The server cancels a statement, and the scope and its transaction go on.
func TestStatementCancelledBehindPooler(t *testing.T) {
	behindPooler(t, 2, func(t *testing.T, p pooled) {
		a, b := p.client(t), p.client(t)
		ok(t, a.begin(ctx, func(tx db) error {
			err := tx.ignore(ctx, func(tx db) error {
				ok(t, tx.exec(ctx, deletePost))
				ok(t, tx.exec(ctx, "SET LOCAL statement_timeout = '20ms'"))
				return tx.exec(ctx, "SELECT pg_sleep(3)")
			}, noDelete)
			if !cancelled(err) {
				t.Errorf("the error is %v, want that of the timeout", err)
			}
			refused(t, tx, noDelete, deletePost)
			return tx.ignore(ctx, func(tx db) error { allowed(t, tx, deletePost); return nil }, noDelete)
		}))
		unset(t, a)
		unset(t, b)
	})
}

func TestDeferBehindPooler(t *testing.T) {
	behindPooler(t, 1, func(t *testing.T, p pooled) {
		a, b := p.client(t), p.client(t)
		const orphan = "INSERT INTO posts (id, owner) SELECT max(id) + 1, NULL FROM posts"
		const negative = `INSERT INTO "Odd Schema"."we""ird 100%" VALUES (-1)`
		refused(t, b, late, negative)
		err := a.begin(ctx, func(tx db) error {
			ok(t, tx.deferred(ctx, late, owned))
			ok(t, tx.exec(ctx, negative))
			ok(t, tx.exec(ctx, orphan))
			if err := tx.begin(ctx, func(tx db) error { return tx.immediate(ctx, owned) }); tx.violated(err) != owned {
				t.Errorf("Immediate: %v", err)
			}
			return nil
		})
		if v := a.violated(err); v != late && v != owned {
			t.Errorf("COMMIT: %v", err)
		}
		// It was put off in that transaction alone.
		refused(t, b, late, negative)
		unset(t, b)

		// What was ignored when it was written is at COMMIT too.
		ok(t, a.begin(ctx, func(tx db) error {
			return tx.ignore(ctx, func(tx db) error { return tx.exec(ctx, orphan) }, owned)
		}))
		unset(t, b)
		err = b.begin(ctx, func(tx db) error { return tx.exec(ctx, "UPDATE posts SET rank = rank WHERE owner IS NULL") })
		if b.violated(err) != owned {
			t.Errorf("after the scope of another: %v", err)
		}
	})
}

// Scopes that are open at the same time, on two sessions, by turns.
func TestScopesByTurns(t *testing.T) {
	behindPooler(t, 3, func(t *testing.T, p pooled) {
		a, b, c := p.client(t), p.client(t), p.client(t)
		const note = "DELETE FROM notes WHERE id = 1"
		for range 3 {
			ok(t, a.ignore(ctx, func(inA db) error {
				unset(t, b)
				unset(t, c)
				ok(t, b.ignore(ctx, func(inB db) error {
					allowed(t, inA, "DELETE FROM posts WHERE id = 5")
					refused(t, inB, noDelete, "DELETE FROM posts WHERE id = 6")
					allowed(t, inB, note)
					refused(t, inA, noteDelete, note)
					unset(t, c)
					return inA.ignore(ctx, func(inA db) error {
						unset(t, c)
						allowed(t, inA, "UPDATE posts SET title = '+' WHERE id = 5")
						refused(t, inB, noUpdate, "UPDATE posts SET title = '+' WHERE id = 6")
						return nil
					}, noUpdate)
				}, noteDelete))
				unset(t, b)
				refused(t, inA, noteDelete, note)
				return nil
			}, noDelete))
			a, b, c = b, c, a // likely to get the session of another
		}
	})
}

// Many clients on few sessions: whoever is in a scope may do what it ignores
// and nothing else, and no one outside may, at any time.
func TestManyClientsBehindPooler(t *testing.T) {
	behindPooler(t, 3, func(t *testing.T, p pooled) {
		pool := p.open(t, p.dsn, 12)
		var scopes, inside, outside atomic.Int64 // open now; statements in one, and while one was open
		var wg sync.WaitGroup
		kinds := []struct{ trigger, sql string }{
			{noDelete, "DELETE FROM posts WHERE id = %d"},
			{noUpdate, "UPDATE posts SET title = title || 'x' WHERE id = %d"},
			{noteDelete, "DELETE FROM notes WHERE id = %d"},
		}
		for i := range 12 {
			wg.Go(func() {
				for round := range 15 {
					id := 10 + i // rows of its own: no one waits for a lock
					mine, other := kinds[(i+round)%3], kinds[(i+round+1)%3]
					sql, otherSQL := fmt.Sprintf(mine.sql, id), fmt.Sprintf(other.sql, id)
					if i%4 == 3 {
						open := scopes.Load()
						refused(t, pool, mine.trigger, sql)
						refused(t, pool, other.trigger, otherSQL)
						if open > 0 {
							outside.Add(1)
						}
						continue
					}
					var end error
					if round%2 == 0 {
						end = errX
					}
					err := pool.ignore(ctx, func(tx db) error {
						scopes.Add(1)
						defer scopes.Add(-1)
						inside.Add(1)
						allowed(t, tx, sql)
						refused(t, tx, other.trigger, otherSQL)
						if err := tx.ignore(ctx, func(tx db) error { allowed(t, tx, otherSQL); return end }, other.trigger); err != end {
							t.Error(err)
						}
						refused(t, tx, other.trigger, otherSQL)
						return end
					}, mine.trigger)
					if err != end {
						t.Error(err)
					}
					refused(t, pool, mine.trigger, sql)
				}
			})
		}
		wg.Wait()
		if inside.Load() != 9*15 || outside.Load() == 0 {
			t.Errorf("%d scopes, and %d tries outside while one was open", inside.Load(), outside.Load())
		}
		for range 6 {
			unset(t, pool)
		}
	})
}
