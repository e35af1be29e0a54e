package protocol

import (
	"fmt"
	"testing"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"

	"github.com/trigc/trigc/internal/e2e/protocol/gen"
)

// A hundred triggers are ignored at once, and each of them for itself.
func TestManyTriggers(t *testing.T) {
	each(t, func(t *testing.T, d driver, dsn string) {
		pool := d.open(t, dsn, 1)
		sql := func(i int) string { return fmt.Sprintf("UPDATE many SET n = %d WHERE id = 1", i) }
		all := manyGuards(100)
		ok(t, pool.begin(ctx, func(tx db) error {
			for i, guard := range all {
				refused(t, tx, guard, sql(i))
			}
			ok(t, tx.ignore(ctx, func(tx db) error {
				for i := range all {
					allowed(t, tx, sql(i))
				}
				return nil
			}, all...))
			ok(t, tx.ignore(ctx, func(tx db) error {
				for i, guard := range all {
					if i%2 == 0 {
						allowed(t, tx, sql(i))
					} else {
						refused(t, tx, guard, sql(i))
					}
				}
				return nil
			}, everySecond(all)...))
			for i, guard := range all {
				refused(t, tx, guard, sql(i))
			}
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
