package scope

import (
	"context"
	"errors"
	"io"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgconn/ctxwatch"

	"github.com/trigc/trigc/internal/e2e/scope/gen"
)

// beginPgx begins a transaction that is rolled back when the test ends.
func beginPgx(t testing.TB, db gen.Beginner) pgx.Tx {
	t.Helper()
	return begin(t, pgxSession{db}).(pgxSession).Beginner.(pgx.Tx)
}

func execPgx(t testing.TB, db execer, sql string, args ...any) {
	t.Helper()
	if _, err := db.Exec(ctx, sql, args...); err != nil {
		t.Fatalf("%s: %v", sql, err)
	}
}

func firesPgx(t testing.TB, db gen.Beginner, trigger gen.Trigger, sql string) {
	t.Helper()
	fires(t, drivers[0], pgxSession{db}, trigger.Error(), sql)
}

// closed reports whether s is a connection of pgx, or stands on one, that is
// closed.
func closed(s session) bool {
	p, isPgx := s.(pgxSession)
	if !isPgx {
		return false
	}
	switch db := p.Beginner.(type) {
	case *pgx.Conn:
		return db.IsClosed()
	case interface{ Conn() *pgx.Conn }:
		return db.Conn() != nil && db.Conn().IsClosed()
	case onlyBegin:
		return closed(pgxSession{db.db})
	}
	return false
}

// checkSwallowed checks the error of a scope that pgx finds failed at its end.
func checkSwallowed(t *testing.T, s session, err error) {
	p, isPgx := s.(pgxSession)
	if !isPgx {
		return
	}
	switch p.Beginner.(type) {
	case noConn, onlyBegin: // not seen, and of savepoints of pgx RELEASE is refused
	default:
		if !errors.Is(err, pgx.ErrTxCommitRollback) {
			t.Errorf("the error is %v, want %v", err, pgx.ErrTxCommitRollback)
		}
	}
}

// isWrapped reports whether s is a Beginner of which nothing is known: the
// runtime begins a transaction of its own around that of fn.
func isWrapped(s session) bool {
	p, _ := s.(pgxSession)
	_, is := p.Beginner.(onlyBegin)
	return is
}

// withoutConn hides the connection of a transaction of pgx.
func withoutConn(s session) session { return pgxSession{noConn{s.(pgxSession).Beginner.(pgx.Tx)}} }

// By default pgx closes a connection whose statement is cancelled.
func TestContextDoneInStatementClosesConnection(t *testing.T) {
	conn := connect(t, newDB(t))
	tx := beginPgx(t, conn)
	cancellable, cancel := context.WithCancel(ctx)
	defer cancel()
	var inside error
	err := gen.Posts.NoDelete.Ignore(cancellable, tx, func(tx pgx.Tx) error {
		time.AfterFunc(50*time.Millisecond, cancel)
		_, inside = tx.Exec(cancellable, "SELECT pg_sleep(10)")
		return inside
	})
	if err != inside || !errors.Is(err, context.Canceled) {
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
	tx := beginPgx(t, conn)
	for _, swallow := range []bool{false, true} {
		cancellable, cancel := context.WithCancel(ctx)
		var inside error
		err := gen.Posts.NoDelete.Ignore(cancellable, tx, func(tx pgx.Tx) error {
			execPgx(t, tx, deletePost)
			time.AfterFunc(50*time.Millisecond, cancel)
			_, inside = tx.Exec(cancellable, "SELECT pg_sleep(10)")
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
		firesPgx(t, tx, gen.Posts.NoDelete.Trigger, deletePost)
	}
}

// If the scope cannot be rolled back, the connection does not live on with the
// trigger switched off: here it is busy, for fn left rows unread.
func TestScopeThatCannotEnd(t *testing.T) {
	for _, fnErr := range []error{nil, errX} {
		conn := connect(t, newDB(t))
		tx := beginPgx(t, conn)
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
	tx := beginPgx(t, conn)
	rows, err := tx.Query(ctx, "SELECT generate_series(1, 100000)")
	ok(t, err)
	err = gen.Posts.NoDelete.Ignore(ctx, tx, func(pgx.Tx) error { t.Error("fn runs"); return nil })
	if err == nil {
		t.Error("no error")
	}
	rows.Close()
	ok(t, rows.Err())
	firesPgx(t, tx, gen.Posts.NoDelete.Trigger, deletePost)
}

// As of any transaction, a Commit that fails is its end.
func TestCommitThatFails(t *testing.T) {
	tx := beginPgx(t, connect(t, newDB(t)))
	cancelled, cancel := context.WithCancel(ctx)
	cancel()
	ok(t, gen.Posts.NoDelete.Ignore(ctx, tx, func(tx pgx.Tx) error {
		execPgx(t, tx, deletePost)
		if err := tx.Commit(cancelled); !errors.Is(err, context.Canceled) {
			t.Errorf("Commit: %v", err)
		}
		if err := tx.Commit(ctx); !errors.Is(err, pgx.ErrTxClosed) {
			t.Errorf("the second Commit: %v", err)
		}
		return nil
	}))
	firesPgx(t, tx, gen.Posts.NoDelete.Trigger, deletePost)
}

// Of a transaction whose connection is out of sight, the failure to roll back
// matters, and is told beside the first error.
func TestScopeThatCannotEndWithoutConn(t *testing.T) {
	conn := connect(t, newDB(t))
	err := gen.Posts.NoDelete.Ignore(ctx, noConn{beginPgx(t, conn)}, func(tx pgx.Tx) error {
		ok(t, conn.Close(ctx))
		return errX
	})
	if !errors.Is(err, errX) || err == errX {
		t.Errorf("the error is %v, want %v and one of the rollback", err, errX)
	}
}

// The user's SQL is not touched, whatever way it is sent.
func TestAnySQLInScope(t *testing.T) {
	pgxSessions(t, newDB(t), func(t *testing.T, db gen.Beginner) {
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
				execPgx(t, tx, "scope_delete", 2002)
				execPgx(t, tx, "DEALLOCATE scope_delete")
			}

			execPgx(t, tx, "PREPARE scope_insert AS INSERT INTO posts (id, slug) VALUES ($1, '')")
			execPgx(t, tx, "EXECUTE scope_insert(2004); DEALLOCATE scope_insert")

			var percent string
			ok(t, tx.QueryRow(ctx, "SELECT '100%s %d %(x)s %'").Scan(&percent))
			if percent != "100%s %d %(x)s %" {
				t.Errorf("the literal is %q", percent)
			}
			execPgx(t, tx, "DELETE FROM posts WHERE id = @id AND slug NOT LIKE '%@id%'", pgx.NamedArgs{"id": 2004})

			execPgx(t, tx, "DECLARE scope_cursor CURSOR FOR SELECT id FROM posts WHERE id = 7 FOR UPDATE")
			execPgx(t, tx, "MOVE scope_cursor")
			execPgx(t, tx, "DELETE FROM posts WHERE CURRENT OF scope_cursor")
			execPgx(t, tx, "INSERT INTO posts (id) VALUES (7)")
			execPgx(t, tx, "CLOSE scope_cursor")
			execPgx(t, tx, "SET LOCAL search_path = ''")
			execPgx(t, tx, "DELETE FROM public.posts WHERE id = 7")
			execPgx(t, tx, "INSERT INTO public.posts (id) VALUES (7)")
			execPgx(t, tx, "SET LOCAL search_path = public")

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
		firesPgx(t, db, gen.Posts.NoDelete.Trigger, deletePost)
	})
}
