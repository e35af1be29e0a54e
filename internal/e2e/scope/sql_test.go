package scope

import (
	"context"
	"database/sql"
	"errors"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgconn/ctxwatch"
	"github.com/jackc/pgx/v5/stdlib"

	"github.com/trigc/trigc/internal/e2e/scope/gensql"
)

// eachSQL runs a test with each driver of database/sql.
func eachSQL(t *testing.T, run func(t *testing.T, d driver, db *sql.DB)) {
	for _, d := range drivers[1:] {
		t.Run(d.name, func(t *testing.T) { run(t, d, d.pool(t, newDB(t)).(sqlSession).Beginner.(*sql.DB)) })
	}
}

// If the scope cannot be rolled back, no one goes on with the trigger switched
// off: here the connection is busy, for fn left rows unread.
func TestSQLScopeThatCannotEnd(t *testing.T) {
	for _, fnErr := range []error{nil, errX} {
		eachSQL(t, func(t *testing.T, d driver, db *sql.DB) {
			tx, err := db.BeginTx(ctx, nil)
			ok(t, err)
			err = gensql.Posts.NoDelete.Ignore(ctx, tx, func(tx *sql.Tx) error {
				rows, err := tx.QueryContext(ctx, "SELECT generate_series(1, 100000)")
				ok(t, err)
				ok(t, rows.Err())
				return fnErr
			})
			if fnErr != nil && err != fnErr || err == nil && isPgx(d) {
				t.Errorf("the error is %v", err)
			}
			if _, err := tx.ExecContext(ctx, deletePost); err != sql.ErrTxDone && isPgx(d) {
				t.Errorf("the transaction goes on: %v", err)
			}
			// lib/pq takes the rows for the answers to what comes next, and so
			// finds no error; but the server has restored the setting.
			_ = tx.Commit()
			fires(t, d, sqlSession{db}, noDelete, deletePost)
		})
	}
}

// isPgx tells pgx from lib/pq, which does not see that a connection is busy.
func isPgx(d driver) bool { return d.name == "database/sql over pgx" }

// Nor can it begin then; but the transaction goes on once the rows are read.
func TestSQLScopeOnBusyConnection(t *testing.T) {
	eachSQL(t, func(t *testing.T, d driver, db *sql.DB) {
		if !isPgx(d) {
			return
		}
		tx, err := db.BeginTx(ctx, nil)
		ok(t, err)
		rows, err := tx.QueryContext(ctx, "SELECT generate_series(1, 100000)")
		ok(t, err)
		err = gensql.Posts.NoDelete.Ignore(ctx, tx, func(*sql.Tx) error { t.Error("fn runs"); return nil })
		if err == nil {
			t.Error("no error")
		}
		rows.Close()
		ok(t, rows.Err())
		fires(t, d, sqlSession{tx}, noDelete, deletePost)
		ok(t, tx.Rollback())
		fires(t, d, sqlSession{db}, noDelete, deletePost)
	})
}

func TestSQLConnectionThatBreaks(t *testing.T) {
	eachSQL(t, func(t *testing.T, d driver, db *sql.DB) {
		const die = "SELECT pg_terminate_backend(pg_backend_pid())"
		for _, swallow := range []bool{false, true} {
			tx, err := db.BeginTx(ctx, nil)
			ok(t, err)
			for _, in := range []gensql.Beginner{db, tx} {
				var inside error
				err := gensql.Posts.NoDelete.Ignore(ctx, in, func(tx *sql.Tx) error {
					if _, inside = tx.ExecContext(ctx, die); swallow {
						return nil
					}
					return inside
				})
				if inside == nil || err == nil || !swallow && err != inside {
					t.Errorf("%T: the error is %v, want %v unchanged", in, err, inside)
				}
			}
			if _, err := tx.ExecContext(ctx, deletePost); err != sql.ErrTxDone {
				t.Errorf("the transaction goes on: %v", err)
			}
			fires(t, d, sqlSession{db}, noDelete, deletePost)
		}
	})
}

// pgx can be told to cancel a statement on the server and go on.
func TestSQLContextDoneInStatementKeepsConnection(t *testing.T) {
	config, err := pgx.ParseConfig(newDB(t))
	ok(t, err)
	config.BuildContextWatcherHandler = func(pc *pgconn.PgConn) ctxwatch.Handler {
		return &pgconn.CancelRequestContextWatcherHandler{Conn: pc, DeadlineDelay: 10 * time.Second}
	}
	db := stdlib.OpenDB(*config)
	defer db.Close()
	tx, err := db.BeginTx(ctx, nil)
	ok(t, err)
	for _, swallow := range []bool{false, true} {
		cancellable, cancel := context.WithCancel(ctx)
		var inside error
		err := gensql.Posts.NoDelete.Ignore(cancellable, tx, func(tx *sql.Tx) error {
			time.AfterFunc(50*time.Millisecond, cancel)
			if _, inside = tx.ExecContext(cancellable, "SELECT pg_sleep(10)"); swallow {
				return nil
			}
			return inside
		})
		cancel()
		if inside == nil || err == nil || !swallow && err != inside {
			t.Errorf("the error is %v, want %v unchanged", err, inside)
		}
		fires(t, drivers[1], sqlSession{tx}, noDelete, deletePost)
	}
	ok(t, tx.Rollback())
}

// What is neither a *sql.Tx nor begins transactions cannot give fn one.
func TestSQLBeginnerThatCannotBegin(t *testing.T) {
	eachSQL(t, func(t *testing.T, d driver, db *sql.DB) {
		tx, err := db.BeginTx(ctx, nil)
		ok(t, err)
		defer tx.Rollback()
		err = gensql.Posts.NoDelete.Ignore(ctx, struct{ *sql.Tx }{tx}, func(*sql.Tx) error { t.Error("fn runs"); return nil })
		if err == nil || sqlState(err) != "" || errors.Is(err, sql.ErrTxDone) {
			t.Errorf("the error is %v", err)
		}
		// What wraps a database begins.
		ok(t, gensql.Posts.NoDelete.Ignore(ctx, struct{ *sql.DB }{db}, func(tx *sql.Tx) error {
			_, err := tx.ExecContext(ctx, deletePost)
			return err
		}))
	})
}

// A statement that was prepared outside is under the scope inside.
func TestSQLPreparedStatementInScope(t *testing.T) {
	eachSQL(t, func(t *testing.T, d driver, db *sql.DB) {
		stmt, err := db.PrepareContext(ctx, "DELETE FROM posts WHERE id = $1")
		ok(t, err)
		defer stmt.Close()
		ok(t, gensql.Posts.NoDelete.Ignore(ctx, db, func(tx *sql.Tx) error {
			_, err := tx.StmtContext(ctx, stmt).ExecContext(ctx, 1)
			return err
		}))
		if _, err := stmt.ExecContext(ctx, 2); d.violated(err) != noDelete {
			t.Errorf("outside: %v", err)
		}
	})
}
