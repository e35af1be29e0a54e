package protocol

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"

	"github.com/trigc/trigc/internal/pgtest/wire"
)

// In a transaction a scope costs one round trip to enter and one to leave,
// whatever it ignores, and the first one as much as all others.
func TestRoundTrips(t *testing.T) {
	each(t, func(t *testing.T, d driver, dsn string) {
		proxy := wire.New(t, dsn)
		pool := d.open(t, proxy.DSN(), 1)
		atMost := func(most int, what string, f func()) {
			t.Helper()
			s := proxy.During(f)
			for _, sql := range s.Statements {
				if sql == "-- ping" { // pgx asks so a connection that was idle for a second
					s.Trips--
				}
			}
			if s.Trips > most {
				t.Errorf("%s takes %d round trips, want at most %d: %.80q", what, s.Trips, most, s.Statements)
			}
		}
		nothing := func(db) error { return nil }
		fails := func(db) error { return errX }
		in := func(tx db) {
			for _, round := range []string{"first", "second", "third"} {
				for what, triggers := range map[string][]string{
					"no trigger": nil, "1 trigger": {"public.posts.no_delete"}, "100 triggers": manyGuards(100),
					"1 trigger of a role": {"public.posts.admin_only"}, "the same twice": {"public.posts.owned", "public.posts.owned"},
				} {
					atMost(2, round+" scope of "+what, func() { ok(t, tx.ignore(ctx, nothing, triggers...)) })
					atMost(2, round+" scope of "+what+" that fails", func() {
						if err := tx.ignore(ctx, fails, triggers...); err != errX {
							t.Error(err)
						}
					})
				}
				atMost(2, round+" scope of all", func() { ok(t, tx.ignoreAll(ctx, nothing)) })
			}
			for depth := 1; depth <= 5; depth++ {
				var nest func(tx db, depth int) error
				nest = func(tx db, depth int) error {
					if depth == 0 {
						return nil
					}
					return tx.ignore(ctx, func(tx db) error { return nest(tx, depth-1) }, manyGuards(20*depth)...)
				}
				atMost(2*depth, fmt.Sprintf("%d scopes in one another", depth), func() { ok(t, nest(tx, depth)) })
			}
		}
		ok(t, pool.begin(ctx, func(tx db) error {
			if s := proxy.During(func() { ok(t, tx.exec(ctx, "SELECT 1")) }); s.Trips < 1 || s.Trips > 2 {
				t.Errorf("a statement takes %d round trips", s.Trips) // two if the driver prepares it
			}
			in(tx)
			return tx.begin(ctx, func(savepoint db) error { in(savepoint); return nil })
		}))
		atMost(3, "BEGIN, the settings, COMMIT", func() { ok(t, pool.ignore(ctx, nothing, manyGuards(100)...)) })
	})
}

// constant is one that pg_stat_statements does not tell from another.
var constant = regexp.MustCompile(`'[^']*'`)

// The texts of a scope's statements are few, so that pg_stat_statements does
// not fill up, and nothing is prepared under a name, which PgBouncer would
// lose.
func TestStatementsOfScope(t *testing.T) {
	each(t, func(t *testing.T, d driver, dsn string) {
		proxy := wire.New(t, dsn)
		pool := d.open(t, proxy.DSN(), 1)
		random := rand.New(rand.NewPCG(7, 7))
		texts := map[string]int{}
		ok(t, pool.begin(ctx, func(tx db) error {
			for i := range 1000 {
				names := manyGuards(100)
				random.Shuffle(len(names), func(i, j int) { names[i], names[j] = names[j], names[i] })
				names = names[:1+random.IntN(5)]
				var end error
				if i%10 == 0 {
					end = errX
				}
				s := proxy.During(func() {
					if err := tx.ignore(ctx, func(db) error { return end }, names...); err != end {
						t.Fatal(err)
					}
				})
				if s.Params > 0 != d.binds || len(s.Prepared) > 0 {
					t.Fatalf("%d parameters are bound, and prepared is %q", s.Params, s.Prepared)
				}
				for _, sql := range s.Statements {
					if !d.binds {
						sql = constant.ReplaceAllString(sql, "$1")
					}
					texts[sql]++
				}
			}
			return nil
		}))
		if len(texts) > 6 { // SAVEPOINT, set, restore, RELEASE; ROLLBACK TO
			t.Errorf("1000 scopes have %d statements", len(texts))
		}
		for sql := range texts {
			if strings.Contains(sql, "guard_") {
				t.Errorf("the name of a trigger is in %q", sql)
			}
		}
		// Of a whole transaction nothing is left behind either.
		s := proxy.During(func() { ok(t, pool.ignore(ctx, func(db) error { return nil }, manyGuards(3)...)) })
		if s.Params > 0 != d.binds || len(s.Prepared) > 0 {
			t.Errorf("%d parameters are bound, and prepared is %q", s.Params, s.Prepared)
		}
	})
}
