package scope

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgconn/ctxwatch"

	"github.com/trigc/trigc/internal/e2e/scope/gen"
)

func TestIgnore(t *testing.T) {
	beginners(t, func(t *testing.T, db gen.Beginner) {
		fires(t, db, gen.Posts.NoDelete.Trigger, deletePost)
		err := gen.Posts.NoDelete.Ignore(ctx, db, func(tx pgx.Tx) error {
			exec(t, tx, deletePost)
			fires(t, tx, gen.Posts.NoUpdate.Trigger, "UPDATE posts SET title = 'new' WHERE id = 2")
			if ignored, err := gen.Posts.NoDelete.Ignored(ctx, tx); !ignored || err != nil {
				t.Errorf("Ignored is %v, %v in the scope", ignored, err)
			}
			_, err := tx.Exec(ctx, "INSERT INTO posts (id) VALUES (1)")
			return err
		})
		ok(t, err)
		fires(t, db, gen.Posts.NoDelete.Trigger, deletePost)
		if q, isQuerier := db.(gen.Querier); isQuerier {
			if ignored, err := gen.Posts.NoDelete.Ignored(ctx, q); ignored || err != nil {
				t.Errorf("Ignored is %v, %v after the scope", ignored, err)
			}
		}
	})
}

func TestWhatTheScopeDidIsKept(t *testing.T) {
	beginners(t, func(t *testing.T, db gen.Beginner) {
		ok(t, gen.Posts.NoUpdate.Ignore(ctx, db, func(tx pgx.Tx) error {
			_, err := tx.Exec(ctx, "UPDATE posts SET title = 'kept' WHERE id = 3")
			return err
		}))
		ok(t, pgx.BeginFunc(ctx, db, func(tx pgx.Tx) error {
			var title string
			ok(t, tx.QueryRow(ctx, "SELECT title FROM posts WHERE id = 3").Scan(&title))
			if title != "kept" {
				t.Errorf("title is %q", title)
			}
			return nil
		}))
	})
}

func TestIgnoreGoesByTable(t *testing.T) {
	tx := begin(t, connect(t, newDB(t)))
	ok(t, gen.Notes.NoDelete.Ignore(ctx, tx, func(tx pgx.Tx) error {
		exec(t, tx, "DELETE FROM notes")
		fires(t, tx, gen.Posts.NoDelete.Trigger, deletePost)
		return nil
	}))
	ok(t, odd.NoDelete.Ignore(ctx, tx, func(tx pgx.Tx) error {
		exec(t, tx, `DELETE FROM "Odd Schema"."we""ird 100%"`)
		fires(t, tx, gen.Posts.NoDelete.Trigger, deletePost)
		return nil
	}))
	exec(t, tx, `INSERT INTO "Odd Schema"."we""ird 100%" VALUES (1)`)
	fires(t, tx, odd.NoDelete.Trigger, `DELETE FROM "Odd Schema"."we""ird 100%"`)
}

// An error inside comes back as it was, and takes the scope with it.
func TestErrorInScope(t *testing.T) {
	beginners(t, func(t *testing.T, db gen.Beginner) {
		var inside error
		err := gen.Posts.NoDelete.Ignore(ctx, db, func(tx pgx.Tx) error {
			exec(t, tx, deletePost)
			_, inside = tx.Exec(ctx, "INSERT INTO posts (id) VALUES (2)")
			return inside
		})
		if err != inside {
			t.Errorf("the error is %v, want %v unchanged", err, inside)
		}
		var pgErr *pgconn.PgError
		if !errors.As(err, &pgErr) || pgErr.Code != "23505" || pgErr.ConstraintName != "posts_pkey" {
			t.Errorf("the error is %#v", err)
		}
		fires(t, db, gen.Posts.NoDelete.Trigger, deletePost) // the row is back, too

		if err := gen.Posts.NoDelete.Ignore(ctx, db, func(pgx.Tx) error { return errX }); err != errX {
			t.Errorf("the error is %v, want %v unchanged", err, errX)
		}
		fires(t, db, gen.Posts.NoDelete.Trigger, deletePost)
	})
}

func TestPanicInScope(t *testing.T) {
	beginners(t, func(t *testing.T, db gen.Beginner) {
		func() {
			defer func() {
				if r := recover(); r != "boom" {
					t.Errorf("recovered %v, want boom", r)
				}
			}()
			_ = gen.Posts.NoDelete.Ignore(ctx, db, func(tx pgx.Tx) error {
				exec(t, tx, deletePost)
				panic("boom")
			})
		}()
		fires(t, db, gen.Posts.NoDelete.Trigger, deletePost)
	})
}

// As t.FailNow does it.
func TestGoexitInScope(t *testing.T) {
	tx := begin(t, connect(t, newDB(t)))
	done := make(chan bool)
	go func() {
		defer close(done)
		_ = gen.Posts.NoDelete.Ignore(ctx, tx, func(tx pgx.Tx) error {
			runtime.Goexit()
			return nil
		})
	}()
	<-done
	fires(t, tx, gen.Posts.NoDelete.Trigger, deletePost)
}

func TestContextDoneBeforeScope(t *testing.T) {
	beginners(t, func(t *testing.T, db gen.Beginner) {
		cancelled, cancel := context.WithCancel(ctx)
		cancel()
		err := gen.Posts.NoDelete.Ignore(cancelled, db, func(tx pgx.Tx) error {
			t.Error("fn runs")
			return nil
		})
		if !errors.Is(err, context.Canceled) {
			t.Errorf("the error is %v", err)
		}
		if closed(db) { // by pgx, if it cannot begin
			return
		}
		fires(t, db, gen.Posts.NoDelete.Trigger, deletePost)
	})
}

// Between two statements the connection is sound, so the scope ends well.
func TestContextDoneBetweenStatements(t *testing.T) {
	for _, fnErr := range []error{nil, errX} {
		beginners(t, func(t *testing.T, db gen.Beginner) {
			cancellable, cancel := context.WithCancel(ctx)
			err := gen.Posts.NoDelete.Ignore(cancellable, db, func(tx pgx.Tx) error {
				exec(t, tx, deletePost)
				cancel()
				return fnErr
			})
			switch {
			case fnErr != nil && err != fnErr:
				t.Errorf("the error is %v, want %v unchanged", err, fnErr)
			case fnErr == nil && !errors.Is(err, context.Canceled):
				t.Errorf("the error is %v", err)
			}
			if closed(db) {
				return
			}
			fires(t, db, gen.Posts.NoDelete.Trigger, deletePost)
		})
	}
}

// closed reports whether db is a connection, or stands on one, that is closed.
func closed(db gen.Beginner) bool {
	switch db := db.(type) {
	case *pgx.Conn:
		return db.IsClosed()
	case interface{ Conn() *pgx.Conn }:
		return db.Conn() != nil && db.Conn().IsClosed()
	case onlyBegin:
		return closed(db.db)
	}
	return false
}

// By default pgx closes a connection whose statement is cancelled.
func TestContextDoneInStatementClosesConnection(t *testing.T) {
	conn := connect(t, newDB(t))
	tx := begin(t, conn)
	short, cancel := context.WithTimeout(ctx, 50*time.Millisecond)
	defer cancel()
	var inside error
	err := gen.Posts.NoDelete.Ignore(short, tx, func(tx pgx.Tx) error {
		_, inside = tx.Exec(short, "SELECT pg_sleep(10)")
		return inside
	})
	if err != inside || !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("the error is %v, want %v unchanged", err, inside)
	}
	if !conn.IsClosed() {
		t.Error("the connection is open")
	}
}

// It can also be told to cancel the statement on the server and go on.
func TestContextDoneInStatementKeepsConnection(t *testing.T) {
	conn := connect(t, newDB(t), func(c *pgx.ConnConfig) {
		c.BuildContextWatcherHandler = func(pc *pgconn.PgConn) ctxwatch.Handler {
			return &pgconn.CancelRequestContextWatcherHandler{Conn: pc, DeadlineDelay: 10 * time.Second}
		}
	})
	tx := begin(t, conn)
	for _, swallow := range []bool{false, true} {
		short, cancel := context.WithTimeout(ctx, 50*time.Millisecond)
		var inside error
		err := gen.Posts.NoDelete.Ignore(short, tx, func(tx pgx.Tx) error {
			exec(t, tx, deletePost)
			_, inside = tx.Exec(short, "SELECT pg_sleep(10)")
			if swallow {
				return nil
			}
			return inside
		})
		cancel()
		if inside == nil {
			t.Fatal("the statement was not cancelled")
		}
		if !swallow && err != inside {
			t.Errorf("the error is %v, want %v unchanged", err, inside)
		}
		if swallow && err == nil {
			t.Error("no error though the scope was rolled back")
		}
		if conn.IsClosed() {
			t.Fatal("the connection is closed")
		}
		fires(t, tx, gen.Posts.NoDelete.Trigger, deletePost)
	}
}

// fn saw an error of the server and said nothing of it.
func TestSwallowedError(t *testing.T) {
	beginners(t, func(t *testing.T, db gen.Beginner) {
		err := gen.Posts.NoDelete.Ignore(ctx, db, func(tx pgx.Tx) error {
			exec(t, tx, deletePost)
			if _, err := tx.Exec(ctx, "SELECT 1/0"); err == nil {
				t.Error("1/0 is no error")
			}
			return nil
		})
		if err == nil {
			t.Fatal("no error though the scope was rolled back")
		}
		if _, mock := db.(noConn); !mock && !isSavepoint(db) && !errors.Is(err, pgx.ErrTxCommitRollback) {
			t.Errorf("the error is %v, want %v", err, pgx.ErrTxCommitRollback)
		}
		fires(t, db, gen.Posts.NoDelete.Trigger, deletePost)
	})
}

// isSavepoint reports whether db may make savepoints of pgx, whose Commit is a
// RELEASE that the server refuses.
func isSavepoint(db gen.Beginner) bool { _, b := db.(onlyBegin); return b }

// An error in a savepoint of fn's own is none of the scope's business.
func TestErrorInSavepointOfScope(t *testing.T) {
	tx := begin(t, connect(t, newDB(t)))
	ok(t, gen.Posts.NoDelete.Ignore(ctx, tx, func(tx pgx.Tx) error {
		fires(t, tx, gen.Posts.NoUpdate.Trigger, "UPDATE posts SET title = 'new'")
		exec(t, tx, deletePost)
		return nil
	}))
	fires(t, tx, gen.Posts.NoDelete.Trigger, "DELETE FROM posts WHERE id = 2")
}

func TestNestedScopes(t *testing.T) {
	beginners(t, func(t *testing.T, db gen.Beginner) {
		del, upd := gen.Posts.NoDelete, gen.Posts.NoUpdate
		const update = "UPDATE posts SET title = title || '+'"
		const delete2 = "DELETE FROM posts WHERE id = 1; INSERT INTO posts (id) VALUES (1)"
		same := func(tx pgx.Tx) error { exec(t, tx, delete2); return nil }
		ok(t, gen.Ignore(ctx, db, func(outer pgx.Tx) error {
			exec(t, outer, delete2)
			// The same again: the outer scope's setting is not lost.
			ok(t, del.Ignore(ctx, outer, same))
			exec(t, outer, delete2)
			if err := del.Ignore(ctx, outer, func(pgx.Tx) error { return errX }); err != errX {
				t.Error(err)
			}
			exec(t, outer, delete2)
			fires(t, outer, upd.Trigger, update)
			// Another one, and the first again inside of it.
			ok(t, upd.Ignore(ctx, outer, func(inner pgx.Tx) error {
				exec(t, inner, update)
				ok(t, gen.Ignore(ctx, inner, func(innermost pgx.Tx) error {
					exec(t, innermost, delete2)
					exec(t, innermost, update)
					return nil
				}, del, upd, del))
				exec(t, inner, update)
				exec(t, inner, delete2)
				return nil
			}))
			fires(t, outer, upd.Trigger, update)
			exec(t, outer, delete2)
			// In a savepoint of the user's, which is undone.
			savepoint, err := outer.Begin(ctx)
			ok(t, err)
			ok(t, upd.Ignore(ctx, savepoint, func(inner pgx.Tx) error {
				exec(t, inner, update)
				return nil
			}))
			fires(t, savepoint, upd.Trigger, update)
			ok(t, savepoint.Rollback(ctx))
			fires(t, outer, upd.Trigger, update)
			exec(t, outer, delete2)
			return nil
		}, del))
		fires(t, db, del.Trigger, deletePost)
		fires(t, db, upd.Trigger, update)
	})
}

// What the setting was before, the scope puts back, whatever it was.
func TestFormerValueIsRestored(t *testing.T) {
	key := gen.Posts.NoDelete.Key()
	conn := connect(t, newDB(t))
	tx := begin(t, conn)
	if v := setting(t, tx, key); v != "NULL" {
		t.Fatalf("the setting is %q before its first use", v)
	}
	in := func(want string) func(tx pgx.Tx) error {
		return func(tx pgx.Tx) error {
			if v := setting(t, tx, key); v != want {
				t.Errorf("the setting is %q in the scope", v)
			}
			return nil
		}
	}
	ok(t, gen.Posts.NoDelete.Ignore(ctx, tx, in("ignore")))
	if v := setting(t, tx, key); v != "" {
		t.Errorf("the setting is %q after the scope", v)
	}
	for _, former := range []string{`{"a",\ 'b'}`, "NULL", "ignore"} {
		exec(t, tx, "SELECT set_config($1, $2, true)", key, former)
		ok(t, gen.Posts.NoDelete.Ignore(ctx, tx, in("ignore")))
		if v := setting(t, tx, key); v != former {
			t.Errorf("the setting is %q after the scope, want %q", v, former)
		}
	}
	ok(t, tx.Rollback(ctx))
	// The transaction's end takes back what is left of SET LOCAL.
	fires(t, conn, gen.Posts.NoDelete.Trigger, deletePost)
	// A setting of the session is the user's to answer for.
	exec(t, conn, "SELECT set_config($1, 'ignore', false)", key)
	ok(t, gen.Posts.NoDelete.Ignore(ctx, conn, in("ignore")))
	if v := setting(t, conn, key); v != "ignore" {
		t.Errorf("the setting of the session is %q after the scope", v)
	}
}

// WHEN is evaluated when the row is written, not when the trigger fires.
func TestDeferredTrigger(t *testing.T) {
	const orphan = "INSERT INTO posts (id, owner) VALUES (%d, NULL)"
	conn := connect(t, newDB(t))

	tx := begin(t, conn)
	ok(t, gen.Posts.Owned.Ignore(ctx, tx, func(tx pgx.Tx) error {
		exec(t, tx, fmt.Sprintf(orphan, 1001))
		return nil
	}))
	ok(t, tx.Commit(ctx)) // outside of the scope

	tx = begin(t, conn)
	exec(t, tx, fmt.Sprintf(orphan, 1002))
	ok(t, gen.Posts.Owned.Ignore(ctx, tx, func(tx pgx.Tx) error {
		exec(t, tx, fmt.Sprintf(orphan, 1003))
		return nil
	}))
	if err := tx.Commit(ctx); !gen.Posts.Owned.Violated(err) {
		t.Errorf("COMMIT: %v", err)
	}

	// Queued outside, due inside: it was not ignored when it was queued.
	tx = begin(t, conn)
	exec(t, tx, fmt.Sprintf(orphan, 1002))
	err := gen.Posts.Owned.Ignore(ctx, tx, func(tx pgx.Tx) error {
		return gen.Immediate(ctx, tx, gen.Posts.Owned)
	})
	if !gen.Posts.Owned.Violated(err) {
		t.Errorf("SET CONSTRAINTS IMMEDIATE: %v", err)
	}
	ok(t, tx.Rollback(ctx))

	// The scope is the whole transaction, and its COMMIT is outside of it.
	err = gen.Posts.NoDelete.Ignore(ctx, conn, func(tx pgx.Tx) error {
		exec(t, tx, fmt.Sprintf(orphan, 1002))
		return nil
	})
	if !gen.Posts.Owned.Violated(err) {
		t.Errorf("Ignore: %v", err)
	}
}

func TestDeferAndImmediate(t *testing.T) {
	conn := connect(t, newDB(t))
	const negative = `INSERT INTO "Odd Schema"."we""ird 100%" VALUES (-1)`
	const orphan = "INSERT INTO posts (id, owner) VALUES (1001, NULL)"
	fires(t, conn, odd.Late.Trigger, negative)

	tx := begin(t, conn)
	ok(t, gen.Defer(ctx, tx))
	ok(t, gen.Immediate(ctx, tx))
	ok(t, gen.Defer(ctx, tx, odd.Late, gen.Posts.Owned))
	exec(t, tx, negative)
	exec(t, tx, orphan)
	sp := begin(t, tx)
	if err := gen.Immediate(ctx, sp, gen.Posts.Owned); !gen.Posts.Owned.Violated(err) {
		t.Errorf("Immediate: %v", err)
	}
	ok(t, sp.Rollback(ctx))
	if err := tx.Commit(ctx); !odd.Late.Violated(err) && !gen.Posts.Owned.Violated(err) {
		t.Errorf("COMMIT: %v", err)
	}

	tx = begin(t, conn)
	ok(t, gen.Immediate(ctx, tx, gen.Posts.Owned))
	fires(t, tx, gen.Posts.Owned.Trigger, orphan)
}

func TestIgnoreAll(t *testing.T) {
	beginners(t, func(t *testing.T, db gen.Beginner) {
		ok(t, gen.IgnoreAll(ctx, db, func(tx pgx.Tx) error {
			for _, trigger := range gen.All() {
				if v := setting(t, tx, trigger.Key()); trigger.Key() != "" && v != "ignore" {
					t.Errorf("%s is %q", trigger.Key(), v)
				}
			}
			exec(t, tx, deletePost)
			exec(t, tx, "INSERT INTO posts (id, slug, owner, title) VALUES (1, '', NULL, 'bad')")
			exec(t, tx, "UPDATE posts SET title = 'new', slug = 'new', rank = 7 WHERE id = 1")
			exec(t, tx, `DELETE FROM "Odd Schema"."we""ird 100%"`)
			fires(t, tx, gen.Posts.NoTruncate, "TRUNCATE posts") // NOT IGNORABLE
			return gen.Ignore(ctx, tx, func(pgx.Tx) error { return nil })
		}))
		fires(t, db, gen.Posts.NoDelete.Trigger, deletePost)
	})
}

func TestIgnorableByRole(t *testing.T) {
	dsn := newDB(t)
	conn := connect(t, dsn)
	const change = "UPDATE posts SET rank = 8 WHERE id = 5"
	try := func() error {
		return gen.Posts.AdminOnly.Ignore(ctx, conn, func(tx pgx.Tx) error {
			if ignored, err := gen.Posts.AdminOnly.Ignored(ctx, tx); !ignored || err != nil {
				t.Errorf("Ignored is %v, %v", ignored, err)
			}
			_, err := tx.Exec(ctx, change)
			return err
		})
	}
	role := strings.ReplaceAll(conn.Config().Database, "test", "role")
	exec(t, conn, "CREATE ROLE "+role)
	defer exec(t, conn, "RESET SESSION AUTHORIZATION; DROP OWNED BY "+role+"; DROP ROLE "+role)
	exec(t, conn, "GRANT ALL ON posts TO "+role)
	exec(t, conn, "SET SESSION AUTHORIZATION "+role)
	if err := try(); !gen.Posts.AdminOnly.Violated(err) {
		t.Errorf("someone else: %v", err)
	}
	exec(t, conn, "RESET SESSION AUTHORIZATION; GRANT pg_monitor TO "+role+"; SET SESSION AUTHORIZATION "+role)
	if err := try(); err != nil {
		t.Errorf("a member: %v", err)
	}
}

// Ten connections ignore different triggers at the same time.
func TestConcurrentScopes(t *testing.T) {
	pool := newPool(t, newDB(t))
	var wg sync.WaitGroup
	for i := range 10 {
		wg.Go(func() {
			id := 10 + i
			post := fmt.Sprintf("DELETE FROM posts WHERE id = %d", id)
			note := fmt.Sprintf("DELETE FROM notes WHERE id = %d", id)
			ignored, other := gen.Posts.NoDelete, gen.Notes.NoDelete
			sql, otherSQL := post, note
			if i%2 == 1 {
				ignored, other, sql, otherSQL = other, ignored, note, post
			}
			for range 20 {
				err := ignored.Ignore(ctx, pool, func(tx pgx.Tx) error {
					savepoint, err := tx.Begin(ctx)
					if err != nil {
						return err
					}
					if _, err := savepoint.Exec(ctx, otherSQL); !other.Violated(err) {
						t.Errorf("%s: %v", otherSQL, err)
					}
					if err := savepoint.Rollback(ctx); err != nil {
						return err
					}
					if _, err := tx.Exec(ctx, sql); err != nil {
						return err
					}
					return errX // for the next round
				})
				if err != errX {
					t.Errorf("%s: %v", sql, err)
				}
				if _, err := pool.Exec(ctx, sql); !ignored.Violated(err) {
					t.Errorf("%s outside: %v", sql, err)
				}
			}
		})
	}
	wg.Wait()
}

// The user's SQL is not touched, whatever way it is sent.
func TestAnySQLInScope(t *testing.T) {
	beginners(t, func(t *testing.T, db gen.Beginner) {
		simple := false
		ok(t, gen.Ignore(ctx, db, func(tx pgx.Tx) error {
			if conn := tx.Conn(); conn != nil {
				simple = conn.Config().DefaultQueryExecMode == pgx.QueryExecModeSimpleProtocol
			}
			rows := [][]any{{int64(2001), "a", ""}, {int64(2002), "b", ""}}
			n, err := tx.CopyFrom(ctx, pgx.Identifier{"posts"}, []string{"id", "title", "slug"}, pgx.CopyFromRows(rows))
			if n != 2 || err != nil {
				t.Errorf("COPY: %d rows, %v", n, err)
			}

			batch := &pgx.Batch{}
			batch.Queue("DELETE FROM posts WHERE id = $1", 2001)
			batch.Queue("INSERT INTO posts (id, slug) VALUES ($1, '')", 2003)
			batch.Queue("DELETE FROM posts WHERE id = $1 AND title LIKE '%'", 2003)
			ok(t, tx.SendBatch(ctx, batch).Close())

			if !simple {
				_, err = tx.Prepare(ctx, "scope_delete", "DELETE FROM posts WHERE id = $1")
				ok(t, err)
				exec(t, tx, "scope_delete", 2002)
				exec(t, tx, "DEALLOCATE scope_delete")
			}

			exec(t, tx, "PREPARE scope_insert AS INSERT INTO posts (id, slug) VALUES ($1, '')")
			exec(t, tx, "EXECUTE scope_insert(2004); DEALLOCATE scope_insert")

			var percent string
			ok(t, tx.QueryRow(ctx, "SELECT '100%s %d %(x)s %'").Scan(&percent))
			if percent != "100%s %d %(x)s %" {
				t.Errorf("the literal is %q", percent)
			}
			exec(t, tx, "DELETE FROM posts WHERE id = @id AND slug NOT LIKE '%@id%'", pgx.NamedArgs{"id": 2004})

			exec(t, tx, "DECLARE scope_cursor CURSOR FOR SELECT id FROM posts WHERE id = 7 FOR UPDATE")
			exec(t, tx, "MOVE scope_cursor")
			exec(t, tx, "DELETE FROM posts WHERE CURRENT OF scope_cursor")
			exec(t, tx, "INSERT INTO posts (id) VALUES (7)")
			exec(t, tx, "CLOSE scope_cursor")
			exec(t, tx, "SET LOCAL search_path = ''")
			exec(t, tx, "DELETE FROM public.posts WHERE id = 7")
			exec(t, tx, "INSERT INTO public.posts (id) VALUES (7)")
			exec(t, tx, "SET LOCAL search_path = public")

			objects := tx.LargeObjects()
			oid, err := objects.Create(ctx, 0)
			ok(t, err)
			object, err := objects.Open(ctx, oid, pgx.LargeObjectModeWrite)
			ok(t, err)
			_, err = io.WriteString(object, "in a scope")
			ok(t, err)
			ok(t, object.Close())
			ok(t, objects.Unlink(ctx, oid))
			return nil
		}, gen.Posts.NoDelete, gen.Posts.SlugFixed))
		fires(t, db, gen.Posts.NoDelete.Trigger, deletePost)
	})
}

// fn may end its transaction itself, as it may any other.
func TestScopeEndedByFn(t *testing.T) {
	beginners(t, func(t *testing.T, db gen.Beginner) {
		const update = "UPDATE posts SET title = '%s' WHERE id = 9"
		title := func() (title string) {
			ok(t, pgx.BeginFunc(ctx, db, func(tx pgx.Tx) error {
				return tx.QueryRow(ctx, "SELECT title FROM posts WHERE id = 9").Scan(&title)
			}))
			return title
		}
		ok(t, gen.Posts.NoUpdate.Ignore(ctx, db, func(tx pgx.Tx) error {
			defer tx.Rollback(ctx) // as it is written everywhere
			exec(t, tx, fmt.Sprintf(update, "committed"))
			ok(t, tx.Commit(ctx))
			if err := tx.Commit(ctx); !errors.Is(err, pgx.ErrTxClosed) {
				t.Errorf("the second Commit: %v", err)
			}
			return nil
		}))
		if got := title(); got != "committed" {
			t.Errorf("title is %q after Commit", got)
		}
		fires(t, db, gen.Posts.NoUpdate.Trigger, fmt.Sprintf(update, "x"))

		err := gen.Posts.NoUpdate.Ignore(ctx, db, func(tx pgx.Tx) error {
			exec(t, tx, fmt.Sprintf(update, "rolled back"))
			ok(t, tx.Rollback(ctx))
			if err := tx.Rollback(ctx); !errors.Is(err, pgx.ErrTxClosed) {
				t.Errorf("the second Rollback: %v", err)
			}
			return nil
		})
		ok(t, err)
		if got := title(); got != "committed" {
			t.Errorf("title is %q after Rollback", got)
		}
		fires(t, db, gen.Posts.NoUpdate.Trigger, fmt.Sprintf(update, "x"))
	})
}

func TestTransactionThatHasEnded(t *testing.T) {
	dsn := newDB(t)
	never := func(pgx.Tx) error { t.Error("fn runs"); return nil }
	for name, db := range map[string]gen.Beginner{"conn": connect(t, dsn), "pool": newPool(t, dsn)} {
		tx := begin(t, db)
		ok(t, tx.Commit(ctx))
		if err := gen.Posts.NoDelete.Ignore(ctx, tx, never); !errors.Is(err, pgx.ErrTxClosed) {
			t.Errorf("%s: after Commit: %v", name, err)
		}
		tx = begin(t, db)
		exec(t, tx, "COMMIT")
		if err := gen.Posts.NoDelete.Ignore(ctx, tx, never); !errors.Is(err, pgx.ErrTxClosed) {
			t.Errorf("%s: after the statement COMMIT: %v", name, err)
		}
		ok(t, tx.Rollback(ctx))

		// Inside of the scope someone ends what is around it.
		for _, end := range []func(tx pgx.Tx) error{
			func(tx pgx.Tx) error { return tx.Commit(ctx) },
			func(tx pgx.Tx) error { _, err := tx.Exec(ctx, "ROLLBACK"); return err },
		} {
			tx = begin(t, db)
			err := gen.Posts.NoDelete.Ignore(ctx, tx, func(pgx.Tx) error { return end(tx) })
			if !errors.Is(err, pgx.ErrTxClosed) {
				t.Errorf("%s: ended inside: %v", name, err)
			}
			_ = tx.Rollback(ctx)
			fires(t, db, gen.Posts.NoDelete.Trigger, deletePost)
		}
	}
}

// In a failed transaction nothing can be ignored, and nothing is sent.
func TestTransactionThatHasFailed(t *testing.T) {
	conn := connect(t, newDB(t))
	tx := begin(t, conn)
	if _, err := tx.Exec(ctx, "SELECT 1/0"); err == nil {
		t.Fatal("1/0 is no error")
	}
	err := gen.Posts.NoDelete.Ignore(ctx, tx, func(pgx.Tx) error { t.Error("fn runs"); return nil })
	var pgErr *pgconn.PgError
	if err == nil || errors.As(err, &pgErr) {
		t.Errorf("the error is %v", err)
	}
	ok(t, tx.Rollback(ctx))
	fires(t, conn, gen.Posts.NoDelete.Trigger, deletePost)
}

// If the scope cannot be rolled back, the connection does not live on with the
// trigger switched off: here it is busy, for fn left rows unread.
func TestScopeThatCannotEnd(t *testing.T) {
	for _, fnErr := range []error{nil, errX} {
		conn := connect(t, newDB(t))
		tx := begin(t, conn)
		err := gen.Posts.NoDelete.Ignore(ctx, tx, func(tx pgx.Tx) error {
			_, err := tx.Query(ctx, "SELECT generate_series(1, 100000)")
			ok(t, err)
			return fnErr
		})
		if fnErr != nil && err != fnErr || err == nil {
			t.Errorf("the error is %v", err)
		}
		if !conn.IsClosed() {
			t.Error("the connection is open")
		}
	}
}

// Nor can it begin then; but the transaction goes on once the rows are read.
func TestScopeOnBusyConnection(t *testing.T) {
	conn := connect(t, newDB(t))
	tx := begin(t, conn)
	rows, err := tx.Query(ctx, "SELECT generate_series(1, 100000)")
	ok(t, err)
	err = gen.Posts.NoDelete.Ignore(ctx, tx, func(pgx.Tx) error { t.Error("fn runs"); return nil })
	if err == nil {
		t.Error("no error")
	}
	rows.Close()
	ok(t, rows.Err())
	fires(t, tx, gen.Posts.NoDelete.Trigger, deletePost)
}

// As of any transaction, a Commit that fails is its end.
func TestCommitThatFails(t *testing.T) {
	tx := begin(t, connect(t, newDB(t)))
	cancelled, cancel := context.WithCancel(ctx)
	cancel()
	ok(t, gen.Posts.NoDelete.Ignore(ctx, tx, func(tx pgx.Tx) error {
		exec(t, tx, deletePost)
		if err := tx.Commit(cancelled); !errors.Is(err, context.Canceled) {
			t.Errorf("Commit: %v", err)
		}
		if err := tx.Commit(ctx); !errors.Is(err, pgx.ErrTxClosed) {
			t.Errorf("the second Commit: %v", err)
		}
		return nil
	}))
	fires(t, tx, gen.Posts.NoDelete.Trigger, deletePost)
}

// Of a transaction whose connection is out of sight, the failure to roll back
// matters, and is told beside the first error.
func TestScopeThatCannotEndWithoutConn(t *testing.T) {
	conn := connect(t, newDB(t))
	err := gen.Posts.NoDelete.Ignore(ctx, noConn{begin(t, conn)}, func(tx pgx.Tx) error {
		ok(t, conn.Close(ctx))
		return errX
	})
	if !errors.Is(err, errX) || err == errX {
		t.Errorf("the error is %v, want %v and one of the rollback", err, errX)
	}
}

// Where the statement that switches triggers off fails, fn does not run; where
// the one that switches them on fails, what fn did is undone. The transaction
// goes on.
func TestSettingsThatCannotBeSet(t *testing.T) {
	const function = "FUNCTION pg_catalog.set_config(text, text, boolean)"
	for name, hide := range map[string]func(pgx.Tx) pgx.Tx{
		"conn":    func(tx pgx.Tx) pgx.Tx { return tx },
		"no conn": func(tx pgx.Tx) pgx.Tx { return noConn{tx} },
	} {
		t.Run(name, func(t *testing.T) {
			dsn := newDB(t)
			admin, conn := connect(t, dsn), connect(t, dsn)
			role := strings.ReplaceAll(conn.Config().Database, "test", "role")
			exec(t, admin, "CREATE ROLE "+role+"; GRANT ALL ON posts TO "+role)
			defer exec(t, admin, "DROP OWNED BY "+role+"; DROP ROLE "+role)
			exec(t, conn, "SET SESSION AUTHORIZATION "+role)
			defer exec(t, conn, "RESET SESSION AUTHORIZATION")
			exec(t, admin, "REVOKE EXECUTE ON "+function+" FROM PUBLIC")

			denied := func(err error) {
				t.Helper()
				var pgErr *pgconn.PgError
				if !errors.As(err, &pgErr) || pgErr.Code != "42501" {
					t.Errorf("the error is %v, want permission denied", err)
				}
			}
			err := gen.Posts.NoDelete.Ignore(ctx, conn, func(pgx.Tx) error { t.Error("fn runs"); return nil })
			denied(err)
			fires(t, conn, gen.Posts.NoDelete.Trigger, deletePost)

			tx := begin(t, conn)
			exec(t, tx, "INSERT INTO posts (id) VALUES (3001)")
			err = gen.Posts.NoDelete.Ignore(ctx, hide(tx), func(pgx.Tx) error { t.Error("fn runs"); return nil })
			denied(err)
			fires(t, tx, gen.Posts.NoDelete.Trigger, deletePost)

			exec(t, admin, "GRANT EXECUTE ON "+function+" TO PUBLIC")
			err = gen.Posts.NoDelete.Ignore(ctx, hide(tx), func(tx pgx.Tx) error {
				exec(t, tx, deletePost)
				exec(t, admin, "REVOKE EXECUTE ON "+function+" FROM PUBLIC")
				return nil
			})
			denied(err)
			fires(t, tx, gen.Posts.NoDelete.Trigger, deletePost)
			fires(t, tx, gen.Posts.NoDelete.Trigger, "DELETE FROM posts WHERE id = 3001")
			ok(t, tx.Commit(ctx))
		})
	}
}
