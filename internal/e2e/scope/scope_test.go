package scope

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"
)

func TestIgnore(t *testing.T) {
	eachSession(t, func(t *testing.T, d driver, s session) {
		fires(t, d, s, noDelete, deletePost)
		ok(t, s.ignore(ctx, func(s session) error {
			exec(t, s, deletePost)
			fires(t, d, s, noUpdate, "UPDATE posts SET title = 'new' WHERE id = 2")
			if ignored, err := s.ignored(ctx, noDelete); !ignored || err != nil {
				t.Errorf("Ignored is %v, %v in the scope", ignored, err)
			}
			return s.exec(ctx, "INSERT INTO posts (id) VALUES (1)")
		}, noDelete))
		fires(t, d, s, noDelete, deletePost)
		if ignored, err := s.ignored(ctx, noDelete); ignored || err != nil {
			t.Errorf("Ignored is %v, %v after the scope", ignored, err)
		}
	})
}

func TestWhatTheScopeDidIsKept(t *testing.T) {
	eachSession(t, func(t *testing.T, d driver, s session) {
		ok(t, s.ignore(ctx, func(s session) error {
			return s.exec(ctx, "UPDATE posts SET title = 'kept' WHERE id = 3")
		}, noUpdate))
		if title := text(t, s, "SELECT title FROM posts WHERE id = 3"); title != "kept" {
			t.Errorf("title is %q", title)
		}
	})
}

func TestIgnoreGoesByTable(t *testing.T) {
	eachDriver(t, func(t *testing.T, d driver) {
		s := begin(t, d.conn(t, newDB(t)))
		ok(t, s.ignore(ctx, func(s session) error {
			exec(t, s, "DELETE FROM notes")
			fires(t, d, s, noDelete, deletePost)
			return nil
		}, notesNoDelete))
		ok(t, s.ignore(ctx, func(s session) error {
			exec(t, s, deleteOdd)
			fires(t, d, s, noDelete, deletePost)
			return nil
		}, oddNoDelete))
		exec(t, s, `INSERT INTO "Odd Schema"."we""ird 100%" VALUES (1)`)
		fires(t, d, s, oddNoDelete, deleteOdd)
	})
}

// An error inside comes back as it was, and takes the scope with it.
func TestErrorInScope(t *testing.T) {
	eachSession(t, func(t *testing.T, d driver, s session) {
		var inside error
		err := s.ignore(ctx, func(s session) error {
			exec(t, s, deletePost)
			inside = s.exec(ctx, "INSERT INTO posts (id) VALUES (2)")
			return inside
		}, noDelete)
		if err != inside {
			t.Errorf("the error is %v, want %v unchanged", err, inside)
		}
		if sqlState(err) != "23505" {
			t.Errorf("the error is %#v", err)
		}
		fires(t, d, s, noDelete, deletePost) // the row is back, too

		if err := s.ignore(ctx, func(session) error { return errX }, noDelete); err != errX {
			t.Errorf("the error is %v, want %v unchanged", err, errX)
		}
		fires(t, d, s, noDelete, deletePost)
	})
}

func sqlState(err error) string {
	var e interface{ SQLState() string }
	if errors.As(err, &e) {
		return e.SQLState()
	}
	return ""
}

func TestPanicInScope(t *testing.T) {
	eachSession(t, func(t *testing.T, d driver, s session) {
		func() {
			defer func() {
				if r := recover(); r != "boom" {
					t.Errorf("recovered %v, want boom", r)
				}
			}()
			_ = s.ignore(ctx, func(s session) error {
				exec(t, s, deletePost)
				panic("boom")
			}, noDelete)
		}()
		fires(t, d, s, noDelete, deletePost)
	})
}

// As t.FailNow does it.
func TestGoexitInScope(t *testing.T) {
	eachDriver(t, func(t *testing.T, d driver) {
		s := begin(t, d.conn(t, newDB(t)))
		done := make(chan bool)
		go func() {
			defer close(done)
			_ = s.ignore(ctx, func(session) error {
				runtime.Goexit()
				return nil
			}, noDelete)
		}()
		<-done
		fires(t, d, s, noDelete, deletePost)
	})
}

func TestContextDoneBeforeScope(t *testing.T) {
	eachSession(t, func(t *testing.T, d driver, s session) {
		cancelled, cancel := context.WithCancel(ctx)
		cancel()
		err := s.ignore(cancelled, func(session) error { t.Error("fn runs"); return nil }, noDelete)
		if !errors.Is(err, context.Canceled) {
			t.Errorf("the error is %v", err)
		}
		if closed(s) { // by pgx, if it cannot begin
			return
		}
		fires(t, d, s, noDelete, deletePost)
	})
}

// A context that is done as soon as it was asked: nothing was sent then, and
// there is no savepoint that could be rolled back.
func TestContextDoneBeforeSavepoint(t *testing.T) {
	eachDriver(t, func(t *testing.T, d driver) {
		tx := begin(t, d.conn(t, newDB(t)))
		cancellable, cancel := context.WithCancel(ctx)
		err := tx.ignore(doneOnceAsked{cancellable, cancel}, func(session) error { t.Error("fn runs"); return nil }, noDelete)
		if !errors.Is(err, context.Canceled) {
			t.Errorf("the error is %v", err)
		}
		fires(t, d, tx, noDelete, deletePost)
	})
}

// doneOnceAsked is a context that is cancelled after it has said that it is
// not.
type doneOnceAsked struct {
	context.Context
	cancel context.CancelFunc
}

func (c doneOnceAsked) Err() error {
	defer c.cancel()
	return c.Context.Err()
}

// Between two statements the connection is sound, so the scope ends well.
func TestContextDoneBetweenStatements(t *testing.T) {
	for _, fnErr := range []error{nil, errX} {
		eachSession(t, func(t *testing.T, d driver, s session) {
			cancellable, cancel := context.WithCancel(ctx)
			err := s.ignore(cancellable, func(s session) error {
				exec(t, s, deletePost)
				cancel()
				return fnErr
			}, noDelete)
			switch {
			case fnErr != nil && err != fnErr:
				t.Errorf("the error is %v, want %v unchanged", err, fnErr)
			case fnErr == nil && !errors.Is(err, context.Canceled):
				t.Errorf("the error is %v", err)
			}
			if closed(s) {
				return
			}
			fires(t, d, s, noDelete, deletePost)
		})
	}
}

// A statement that is cancelled is the end of the connection, for pgx and
// lib/pq as they are by default.
func TestContextDoneInStatement(t *testing.T) {
	eachDriver(t, func(t *testing.T, d driver) {
		pool := d.pool(t, newDB(t))
		for _, in := range []session{pool, begin(t, pool)} {
			cancellable, cancel := context.WithCancel(ctx)
			defer cancel()
			var inside error
			err := in.ignore(cancellable, func(s session) error {
				time.AfterFunc(50*time.Millisecond, cancel)
				inside = s.exec(cancellable, "SELECT pg_sleep(10)")
				return inside
			}, noDelete)
			if err != inside || inside == nil {
				t.Errorf("the error is %v, want %v unchanged", err, inside)
			}
			fires(t, d, pool, noDelete, deletePost)
		}
	})
}

// fn saw an error of the server and said nothing of it.
func TestSwallowedError(t *testing.T) {
	eachSession(t, func(t *testing.T, d driver, s session) {
		err := s.ignore(ctx, func(s session) error {
			exec(t, s, deletePost)
			if err := s.exec(ctx, "SELECT 1/0"); err == nil {
				t.Error("1/0 is no error")
			}
			return nil
		}, noDelete)
		if err == nil {
			t.Fatal("no error though the scope was rolled back")
		}
		checkSwallowed(t, s, err)
		fires(t, d, s, noDelete, deletePost)
	})
}

// An error in a savepoint of fn's own is none of the scope's business.
func TestErrorInSavepointOfScope(t *testing.T) {
	eachDriver(t, func(t *testing.T, d driver) {
		s := begin(t, d.conn(t, newDB(t)))
		ok(t, s.ignore(ctx, func(s session) error {
			fires(t, d, s, noUpdate, "UPDATE posts SET title = 'new'")
			exec(t, s, deletePost)
			return nil
		}, noDelete))
		fires(t, d, s, noDelete, "DELETE FROM posts WHERE id = 2")
	})
}

func TestNestedScopes(t *testing.T) {
	eachSession(t, func(t *testing.T, d driver, s session) {
		const update = "UPDATE posts SET title = title || '+'"
		const delete2 = "DELETE FROM posts WHERE id = 1; INSERT INTO posts (id) VALUES (1)"
		same := func(s session) error { exec(t, s, delete2); return nil }
		ok(t, s.ignore(ctx, func(outer session) error {
			exec(t, outer, delete2)
			// The same again: the outer scope's setting is not lost.
			ok(t, outer.ignore(ctx, same, noDelete))
			exec(t, outer, delete2)
			if err := outer.ignore(ctx, func(session) error { return errX }, noDelete); err != errX {
				t.Error(err)
			}
			exec(t, outer, delete2)
			fires(t, d, outer, noUpdate, update)
			// Another one, and the first again inside of it.
			ok(t, outer.ignore(ctx, func(inner session) error {
				exec(t, inner, update)
				ok(t, inner.ignore(ctx, func(innermost session) error {
					exec(t, innermost, delete2)
					exec(t, innermost, update)
					return nil
				}, noDelete, noUpdate, noDelete))
				exec(t, inner, update)
				exec(t, inner, delete2)
				return nil
			}, noUpdate))
			fires(t, d, outer, noUpdate, update)
			exec(t, outer, delete2)
			// In a savepoint of the user's, which is undone.
			savepoint, err := outer.begin()
			ok(t, err)
			ok(t, savepoint.ignore(ctx, func(inner session) error {
				exec(t, inner, update)
				return nil
			}, noUpdate))
			fires(t, d, savepoint, noUpdate, update)
			ok(t, savepoint.rollback())
			fires(t, d, outer, noUpdate, update)
			exec(t, outer, delete2)
			return nil
		}, noDelete))
		fires(t, d, s, noDelete, deletePost)
		fires(t, d, s, noUpdate, update)
	})
}

// In a scope someone goes back to a savepoint from before it. Then the scope is
// gone, with what was done in it, and that is an error.
func TestScopeThatIsRolledBackByOthers(t *testing.T) {
	eachDriver(t, func(t *testing.T, d driver) {
		conn := d.conn(t, newDB(t))
		err := begin(t, conn).ignore(ctx, func(outer session) error {
			exec(t, outer, "SAVEPOINT before")
			err := outer.ignore(ctx, func(inner session) error {
				return inner.exec(ctx, "ROLLBACK TO SAVEPOINT before")
			}, noUpdate)
			if sqlState(err) != "3B001" {
				t.Errorf("the inner scope: %v", err)
			}
			return nil
		}, noDelete)
		if err == nil {
			t.Error("the outer scope: no error")
		}
		if closed(conn) {
			return
		}
		fires(t, d, conn, noDelete, deletePost)
	})
}

// What the setting was before, the scope puts back, whatever it was.
func TestFormerValueIsRestored(t *testing.T) {
	eachDriver(t, func(t *testing.T, d driver) {
		conn := d.conn(t, newDB(t))
		tx := begin(t, conn)
		if v := setting(t, tx, key); v != "NULL" {
			t.Fatalf("the setting is %q before its first use", v)
		}
		in := func(want string) func(session) error {
			return func(s session) error {
				if v := setting(t, s, key); v != want {
					t.Errorf("the setting is %q in the scope", v)
				}
				return nil
			}
		}
		ok(t, tx.ignore(ctx, in("ignore"), noDelete))
		if v := setting(t, tx, key); v != "" {
			t.Errorf("the setting is %q after the scope", v)
		}
		for _, former := range []string{`{"a",\ 'b'}`, "ünï\n\t\"", "NULL", "ignore"} {
			_ = text(t, tx, "SELECT set_config($1, $2, true)", key, former)
			ok(t, tx.ignore(ctx, in("ignore"), noDelete))
			if v := setting(t, tx, key); v != former {
				t.Errorf("the setting is %q after the scope, want %q", v, former)
			}
		}
		// Whatever strings look like.
		exec(t, tx, "SET LOCAL standard_conforming_strings = off")
		_ = text(t, tx, "SELECT set_config($1, $2, true)", key, `a\b`)
		ok(t, tx.ignore(ctx, in("ignore"), noDelete, noUpdate))
		if v := setting(t, tx, key); v != `a\b` {
			t.Errorf("the setting is %q after the scope", v)
		}
		ok(t, tx.rollback())
		// The transaction's end takes back what is left of SET LOCAL.
		fires(t, d, conn, noDelete, deletePost)
		// A setting of the session is the user's to answer for.
		_ = text(t, conn, "SELECT set_config($1, 'ignore', false)", key)
		ok(t, conn.ignore(ctx, in("ignore"), noDelete))
		if v := setting(t, conn, key); v != "ignore" {
			t.Errorf("the setting of the session is %q after the scope", v)
		}
	})
}

// WHEN is evaluated when the row is written, not when the trigger fires.
func TestDeferredTrigger(t *testing.T) {
	const orphan = "INSERT INTO posts (id, owner) VALUES (%d, NULL)"
	eachDriver(t, func(t *testing.T, d driver) {
		conn := d.conn(t, newDB(t))

		tx := begin(t, conn)
		ok(t, tx.ignore(ctx, func(s session) error {
			exec(t, s, fmt.Sprintf(orphan, 1001))
			return nil
		}, owned))
		ok(t, tx.commit()) // outside of the scope

		tx = begin(t, conn)
		exec(t, tx, fmt.Sprintf(orphan, 1002))
		ok(t, tx.ignore(ctx, func(s session) error {
			exec(t, s, fmt.Sprintf(orphan, 1003))
			return nil
		}, owned))
		if err := tx.commit(); d.violated(err) != owned {
			t.Errorf("COMMIT: %v", err)
		}

		// Queued outside, due inside: it was not ignored when it was queued.
		tx = begin(t, conn)
		exec(t, tx, fmt.Sprintf(orphan, 1002))
		err := tx.ignore(ctx, func(s session) error { return s.immediate(ctx, owned) }, owned)
		if d.violated(err) != owned {
			t.Errorf("SET CONSTRAINTS IMMEDIATE: %v", err)
		}
		ok(t, tx.rollback())

		// The scope is the whole transaction, and its COMMIT is outside of it.
		err = conn.ignore(ctx, func(s session) error {
			exec(t, s, fmt.Sprintf(orphan, 1002))
			return nil
		}, noDelete)
		if d.violated(err) != owned {
			t.Errorf("Ignore: %v", err)
		}
	})
}

func TestDeferAndImmediate(t *testing.T) {
	eachDriver(t, func(t *testing.T, d driver) {
		conn := d.conn(t, newDB(t))
		const negative = `INSERT INTO "Odd Schema"."we""ird 100%" VALUES (-1)`
		const orphan = "INSERT INTO posts (id, owner) VALUES (1001, NULL)"
		fires(t, d, conn, oddLate, negative)

		tx := begin(t, conn)
		ok(t, tx.deferTriggers(ctx))
		ok(t, tx.immediate(ctx))
		ok(t, tx.deferTriggers(ctx, oddLate, owned))
		exec(t, tx, negative)
		exec(t, tx, orphan)
		sp := begin(t, tx)
		if err := sp.immediate(ctx, owned); d.violated(err) != owned {
			t.Errorf("Immediate: %v", err)
		}
		ok(t, sp.rollback())
		if err := tx.commit(); d.violated(err) != oddLate && d.violated(err) != owned {
			t.Errorf("COMMIT: %v", err)
		}

		tx = begin(t, conn)
		ok(t, tx.immediate(ctx, owned))
		fires(t, d, tx, owned, orphan)
	})
}

func TestIgnoreAll(t *testing.T) {
	eachSession(t, func(t *testing.T, d driver, s session) {
		ok(t, s.ignoreAll(ctx, func(s session) error {
			for _, k := range []string{key, "pgtrigger.public.posts.touch_updated", "pgtrigger._$$4fdd$20$53chema.we$22ird$20100$25.no$20delete"} {
				if v := setting(t, s, k); v != "ignore" {
					t.Errorf("%s is %q", k, v)
				}
			}
			exec(t, s, deletePost)
			exec(t, s, "INSERT INTO posts (id, slug, owner, title) VALUES (1, '', NULL, 'bad')")
			exec(t, s, "UPDATE posts SET title = 'new', slug = 'new', rank = 7 WHERE id = 1")
			exec(t, s, deleteOdd)
			fires(t, d, s, noTruncate, "TRUNCATE posts") // NOT IGNORABLE
			return s.ignore(ctx, func(session) error { return nil })
		}))
		fires(t, d, s, noDelete, deletePost)
	})
}

func TestIgnorableByRole(t *testing.T) {
	eachDriver(t, func(t *testing.T, d driver) {
		conn := d.conn(t, newDB(t))
		try := func() error {
			return conn.ignore(ctx, func(s session) error {
				if ignored, err := s.ignored(ctx, adminOnly); !ignored || err != nil {
					t.Errorf("Ignored is %v, %v", ignored, err)
				}
				return s.exec(ctx, "UPDATE posts SET rank = 8 WHERE id = 5")
			}, adminOnly)
		}
		role := roleOf(t, conn)
		exec(t, conn, "CREATE ROLE "+role)
		defer exec(t, conn, "RESET SESSION AUTHORIZATION; DROP OWNED BY "+role+"; DROP ROLE "+role)
		exec(t, conn, "GRANT ALL ON posts TO "+role)
		exec(t, conn, "SET SESSION AUTHORIZATION "+role)
		if err := try(); d.violated(err) != adminOnly {
			t.Errorf("someone else: %v", err)
		}
		exec(t, conn, "RESET SESSION AUTHORIZATION; GRANT pg_monitor TO "+role+"; SET SESSION AUTHORIZATION "+role)
		if err := try(); err != nil {
			t.Errorf("a member: %v", err)
		}
	})
}

// roleOf returns a name for a role of the test's own.
func roleOf(t testing.TB, s session) string {
	t.Helper()
	return strings.ReplaceAll(text(t, s, "SELECT current_database()"), "test", "role")
}

// Ten connections ignore different triggers at the same time.
func TestConcurrentScopes(t *testing.T) {
	eachDriver(t, func(t *testing.T, d driver) {
		pool := d.pool(t, newDB(t))
		var wg sync.WaitGroup
		for i := range 10 {
			wg.Go(func() {
				sql, otherSQL := fmt.Sprintf("DELETE FROM posts WHERE id = %d", 10+i), fmt.Sprintf("DELETE FROM notes WHERE id = %d", 10+i)
				ignored, other := noDelete, notesNoDelete
				if i%2 == 1 {
					ignored, other, sql, otherSQL = other, ignored, otherSQL, sql
				}
				for range 20 {
					err := pool.ignore(ctx, func(s session) error {
						savepoint, err := s.begin()
						if err != nil {
							return err
						}
						if err := savepoint.exec(ctx, otherSQL); d.violated(err) != other {
							t.Errorf("%s: %v", otherSQL, err)
						}
						if err := savepoint.rollback(); err != nil {
							return err
						}
						if err := s.ignore(ctx, func(s session) error { return s.exec(ctx, sql) }, ignored); err != nil {
							return err
						}
						return errX // for the next round
					}, ignored)
					if err != errX {
						t.Errorf("%s: %v", sql, err)
					}
					if err := pool.exec(ctx, sql); d.violated(err) != ignored {
						t.Errorf("%s outside: %v", sql, err)
					}
				}
			})
		}
		wg.Wait()
	})
}

// fn may end its transaction itself, as it may any other; not one that is the
// caller's.
func TestScopeEndedByFn(t *testing.T) {
	eachSession(t, func(t *testing.T, d driver, s session) {
		if !d.ownTx && !isPool(s) {
			return
		}
		const update = "UPDATE posts SET title = '%s' WHERE id = 9"
		title := func() string { return text(t, s, "SELECT title FROM posts WHERE id = 9") }
		ok(t, s.ignore(ctx, func(s session) error {
			own := s.(tx)
			defer own.rollback() // as it is written everywhere
			exec(t, s, fmt.Sprintf(update, "committed"))
			ok(t, own.commit())
			if err := own.commit(); !errors.Is(err, d.txDone) {
				t.Errorf("the second Commit: %v", err)
			}
			return nil
		}, noUpdate))
		if got := title(); got != "committed" {
			t.Errorf("title is %q after Commit", got)
		}
		fires(t, d, s, noUpdate, fmt.Sprintf(update, "x"))

		ok(t, s.ignore(ctx, func(s session) error {
			own := s.(tx)
			exec(t, s, fmt.Sprintf(update, "rolled back"))
			ok(t, own.rollback())
			if err := own.rollback(); !errors.Is(err, d.txDone) {
				t.Errorf("the second Rollback: %v", err)
			}
			return nil
		}, noUpdate))
		if got := title(); got != "committed" {
			t.Errorf("title is %q after Rollback", got)
		}
		fires(t, d, s, noUpdate, fmt.Sprintf(update, "x"))

		// The end counts, even if the context is done afterwards.
		if isWrapped(s) {
			return
		}
		cancellable, cancel := context.WithCancel(ctx)
		ok(t, s.ignore(cancellable, func(s session) error {
			exec(t, s, fmt.Sprintf(update, "committed, cancelled"))
			ok(t, s.(tx).commit())
			cancel()
			return nil
		}, noUpdate))
		if got := title(); got != "committed, cancelled" {
			t.Errorf("title is %q after Commit", got)
		}
	})
}

func TestTransactionThatHasEnded(t *testing.T) {
	eachDriver(t, func(t *testing.T, d driver) {
		dsn := newDB(t)
		never := func(session) error { t.Error("fn runs"); return nil }
		for name, s := range map[string]session{"conn": d.conn(t, dsn), "pool": d.pool(t, dsn)} {
			outer := begin(t, s)
			ok(t, outer.commit())
			if err := outer.ignore(ctx, never, noDelete); !errors.Is(err, d.txDone) {
				t.Errorf("%s: after Commit: %v", name, err)
			}
		}
		for _, open := range []func(testing.TB, string) session{d.conn, d.pool} {
			outer := begin(t, open(t, dsn))
			exec(t, outer, "COMMIT")
			if err := outer.ignore(ctx, never, noDelete); !errors.Is(err, d.txDone) {
				t.Errorf("after the statement COMMIT: %v", err)
			}
			_ = outer.rollback()

			// Inside of the scope someone ends what is around it.
			for name, end := range map[string]func(x tx) error{
				"Commit":   func(x tx) error { return x.commit() },
				"ROLLBACK": func(x tx) error { return x.exec(ctx, "ROLLBACK") },
				"COMMIT":   func(x tx) error { return x.exec(ctx, "COMMIT") },
			} {
				s := open(t, dsn)
				outer := begin(t, s)
				err := outer.ignore(ctx, func(session) error { return end(outer) }, noDelete)
				if !errors.Is(err, d.txDone) {
					t.Errorf("ended inside by %s: %v", name, err)
				}
				_ = outer.rollback()
				fires(t, d, d.pool(t, dsn), noDelete, deletePost)
			}
		}
	})
}

// In a failed transaction nothing can be ignored.
func TestTransactionThatHasFailed(t *testing.T) {
	eachDriver(t, func(t *testing.T, d driver) {
		conn := d.conn(t, newDB(t))
		tx := begin(t, conn)
		exec(t, tx, "SAVEPOINT good")
		if err := tx.exec(ctx, "SELECT 1/0"); err == nil {
			t.Fatal("1/0 is no error")
		}
		err := tx.ignore(ctx, func(session) error { t.Error("fn runs"); return nil }, noDelete)
		if err == nil || !strings.Contains(err.Error(), "failed") {
			t.Errorf("the error is %v", err)
		}
		// It is as it was: the user can go back.
		exec(t, tx, "ROLLBACK TO SAVEPOINT good")
		fires(t, d, tx, noDelete, deletePost)
		ok(t, tx.rollback())
		fires(t, d, conn, noDelete, deletePost)
	})
}

// Where the statement that switches triggers off fails, fn does not run; where
// the one that switches them on fails, what fn did is undone. The transaction
// goes on.
func TestSettingsThatCannotBeSet(t *testing.T) {
	const function = "FUNCTION pg_catalog.set_config(text, text, boolean)"
	run := func(t *testing.T, d driver, hide func(session) session) {
		dsn := newDB(t)
		admin, conn := d.conn(t, dsn), d.conn(t, dsn)
		role := roleOf(t, conn)
		exec(t, admin, "CREATE ROLE "+role+"; GRANT ALL ON posts TO "+role)
		defer exec(t, admin, "DROP OWNED BY "+role+"; DROP ROLE "+role)
		exec(t, conn, "SET SESSION AUTHORIZATION "+role)
		defer exec(t, conn, "RESET SESSION AUTHORIZATION")
		exec(t, admin, "REVOKE EXECUTE ON "+function+" FROM PUBLIC")

		denied := func(err error) {
			t.Helper()
			if sqlState(err) != "42501" {
				t.Errorf("the error is %v, want permission denied", err)
			}
		}
		denied(conn.ignore(ctx, func(session) error { t.Error("fn runs"); return nil }, noDelete))
		fires(t, d, conn, noDelete, deletePost)

		tx := begin(t, conn)
		exec(t, tx, "INSERT INTO posts (id) VALUES (3001)")
		denied(hide(tx).ignore(ctx, func(session) error { t.Error("fn runs"); return nil }, noDelete))
		fires(t, d, tx, noDelete, deletePost)

		exec(t, admin, "GRANT EXECUTE ON "+function+" TO PUBLIC")
		denied(hide(tx).ignore(ctx, func(s session) error {
			exec(t, s, deletePost)
			exec(t, admin, "REVOKE EXECUTE ON "+function+" FROM PUBLIC")
			return nil
		}, noDelete))
		fires(t, d, tx, noDelete, deletePost)
		fires(t, d, tx, noDelete, "DELETE FROM posts WHERE id = 3001")
		ok(t, tx.commit())
	}
	eachDriver(t, func(t *testing.T, d driver) {
		run(t, d, func(s session) session { return s })
		if d.name == "pgx" {
			run(t, d, withoutConn)
		}
	})
}
