package protocol

import (
	"context"
	"database/sql"
	"fmt"
	"testing"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/jackc/pgx/v5/stdlib"

	"github.com/trigc/trigc/internal/e2e/protocol/gen"
	"github.com/trigc/trigc/internal/e2e/protocol/gensql"
)

// A hundred triggers are ignored at once, and each of them for itself.
func TestManyTriggers(t *testing.T) {
	each(t, func(t *testing.T, d driver, dsn string) {
		pool := d.open(t, dsn, 1)
		sql := func(i int) string { return fmt.Sprintf("UPDATE many SET n = %d WHERE id = 1", i) }
		all := manyGuards(100)
		ok(t, pool.begin(ctx, func(tx db) error {
			outside := func() {
				t.Helper()
				for i := 0; i < 100; i += 11 {
					refused(t, tx, all[i], sql(i))
				}
			}
			outside()
			ok(t, tx.ignore(ctx, func(tx db) error {
				for i := range all {
					ok(t, tx.exec(ctx, sql(i)))
				}
				return nil
			}, all...))
			outside()
			ok(t, tx.ignore(ctx, func(tx db) error {
				for i := range all {
					if i%2 == 0 {
						ok(t, tx.exec(ctx, sql(i)))
					} else if i%11 == 0 {
						refused(t, tx, all[i], sql(i))
					}
				}
				return nil
			}, everySecond(all)...))
			outside()
			return nil
		}))
	})
}

func everySecond(names []string) (second []string) {
	for i := 0; i < len(names); i += 2 {
		second = append(second, names[i])
	}
	return second
}

// A setting that the user made of the session is not the scope's to change,
// even if the transaction has another value of it.
func TestSettingOfSession(t *testing.T) {
	each(t, func(t *testing.T, d driver, dsn string) {
		pool := d.open(t, dsn, 1)
		is := func(d db, want string) {
			t.Helper()
			got, err := d.ask(ctx, "SELECT current_setting('pgtrigger.public.posts.no_delete', true)")
			if got != want || err != nil {
				t.Errorf("the setting is %q, %v, want %q", got, err, want)
			}
		}
		ok(t, pool.exec(ctx, "SET pgtrigger.public.posts.no_delete = 'outer'"))
		ok(t, pool.begin(ctx, func(tx db) error {
			ok(t, tx.exec(ctx, "SET LOCAL pgtrigger.public.posts.no_delete = 'inner'"))
			ok(t, tx.ignore(ctx, func(tx db) error { is(tx, "ignore"); return nil }, noDelete))
			is(tx, "inner")
			return nil
		}))
		is(pool, "outer")
		ok(t, pool.ignore(ctx, func(tx db) error { is(tx, "ignore"); return nil }, noDelete))
		is(pool, "outer")
	})
}

// A scope is of its transaction: what other transactions do in the meantime,
// even in fn, is not in it; what its own does, by whatever name, is, and is
// undone with it.
func TestOtherTransactionsInScope(t *testing.T) {
	each(t, func(t *testing.T, d driver, dsn string) {
		pool := d.open(t, dsn, 2)
		const one, two = "DELETE FROM posts WHERE id = 1", "DELETE FROM posts WHERE id = 2"
		err := pool.begin(ctx, func(mine db) error {
			return pool.begin(ctx, func(yours db) error {
				if a, b := pid(t, mine), pid(t, yours); a == b {
					t.Fatal("the transactions have one session")
				}
				for i, end := range []error{nil, errX} {
					err := mine.ignore(ctx, func(scope db) error {
						refused(t, yours, noDelete, two)
						allowed(t, scope, one)
						allowed(t, mine, one)
						ok(t, yours.ignore(ctx, func(other db) error {
							allowed(t, other, two)
							allowed(t, scope, one)
							refused(t, other, noUpdate, "UPDATE posts SET title = '+' WHERE id = 2")
							return nil
						}, noDelete))
						refused(t, yours, noDelete, two) // though mine goes on
						allowed(t, scope, one)
						ok(t, mine.exec(ctx, fmt.Sprintf("INSERT INTO notes VALUES (%d)", 1001+i)))
						return end
					}, noDelete)
					if err != end {
						t.Error(err)
					}
					refused(t, mine, noDelete, one)
				}
				notes, err := mine.ask(ctx, "SELECT string_agg(id::text, ' ') FROM notes WHERE id > 1000")
				if notes != "1001" || err != nil {
					t.Errorf("the new notes are %q, %v, want the one of the scope without an error", notes, err)
				}
				return errX
			})
		})
		if err != errX {
			t.Error(err)
		}
	})
}

// What was made ignorable by hand is not: the server knows no setting of it.
func TestIgnorableByHand(t *testing.T) {
	pool, err := pgxpool.New(ctx, newDB(t))
	ok(t, err)
	t.Cleanup(pool.Close)
	byHand := gen.IgnorableTrigger{Trigger: gen.Posts.NoTruncate}
	never := func(pgx.Tx) error { t.Error("fn runs"); return nil }
	if err := byHand.Ignore(ctx, pool, never); err == nil {
		t.Error("no error")
	}
	ok(t, pgx.BeginFunc(ctx, pool, func(tx pgx.Tx) error {
		if err := gen.Ignore(ctx, tx, never, gen.Posts.NoDelete, byHand); err == nil {
			t.Error("no error in a transaction")
		}
		refused(t, pgxDB{tx}, noDelete, deletePost)
		return nil
	}))
}

// Nor is what was made deferrable by hand.
func TestDeferrableByHand(t *testing.T) {
	pool, err := pgxpool.New(ctx, newDB(t))
	ok(t, err)
	t.Cleanup(pool.Close)
	db := stdlib.OpenDBFromPool(pool)
	t.Cleanup(func() { db.Close() })
	byHand, sqlByHand := gen.DeferrableTrigger{Trigger: gen.Posts.NoTruncate}, gensql.DeferrableTrigger{Trigger: gensql.Posts.NoTruncate}
	want := "trigc: " + byHand.Error() + " cannot be deferred"
	ok(t, pgx.BeginFunc(ctx, pool, func(tx pgx.Tx) error {
		for _, set := range []func(context.Context, pgx.Tx, ...gen.Deferrable) error{gen.Defer, gen.Immediate} {
			if err := set(ctx, tx, gen.Posts.Owned, byHand); err == nil || err.Error() != want {
				t.Errorf("the error is %v", err)
			}
			ok(t, set(ctx, tx))
		}
		return nil
	}))
	tx, err := db.BeginTx(ctx, nil)
	ok(t, err)
	for _, set := range []func(context.Context, *sql.Tx, ...gensql.Deferrable) error{gensql.Defer, gensql.Immediate} {
		if err := set(ctx, tx, gensql.Posts.Owned, sqlByHand); err == nil || err.Error() != want {
			t.Errorf("the error is %v", err)
		}
		ok(t, set(ctx, tx))
	}
	ok(t, tx.Commit())
}
