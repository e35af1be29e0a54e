package e2e

import (
	"context"
	"fmt"
	"sync"
	"testing"
	"time"

	"github.com/jackc/pgx/v5/pgconn"

	"github.com/trigc/trigc/internal/pgtest"
)

const concurrentSchema = `
CREATE TABLE docs (
  id      int PRIMARY KEY,
  n       int NOT NULL DEFAULT 0,
  state   text NOT NULL DEFAULT 'new',      -- pgtrigger: fsm flow new -> a | b
  fixed   text,                             -- pgtrigger: readonly fixed_fixed
  version int NOT NULL DEFAULT 0,           -- pgtrigger: version bump
  seen_at timestamptz                       -- pgtrigger: touch seen
);
-- pgtrigger: softdelete hide set gone = true
CREATE TABLE keyless (n int NOT NULL, gone boolean NOT NULL DEFAULT false);
CREATE TABLE keyed (
  id   int PRIMARY KEY,
  n    int NOT NULL,
  gone boolean NOT NULL DEFAULT false  -- pgtrigger: softdelete hide set gone = true
);
`

// TestConcurrentUpdates lets sessions count at once: no version is lost.
func TestConcurrentUpdates(t *testing.T) {
	dsn := concurrentDB(t)
	const sessions, each = 4, 50
	var wg sync.WaitGroup
	for range sessions {
		conn := connect(t, dsn)
		wg.Go(func() {
			for range each {
				sql := "INSERT INTO docs (id, n) VALUES (1, 1) ON CONFLICT (id) DO UPDATE SET n = docs.n + 1"
				if _, err := conn.Exec(context.Background(), sql).ReadAll(); err != nil {
					t.Error(err)
					return
				}
			}
		})
	}
	wg.Wait()
	results := mustRun(t, connect(t, dsn), "SELECT n, version FROM docs")
	// The first is an INSERT, which is no new version.
	if got, want := fmt.Sprintf("%s", results[0].Rows), fmt.Sprintf("[[%d %d]]", sessions*each, sessions*each-1); got != want {
		t.Errorf("n and version are %s, want %s", got, want)
	}
}

// TestWaitingWriters lets a session wait for a row that another one changes:
// triggers see the row as it is then.
func TestWaitingWriters(t *testing.T) {
	dsn := concurrentDB(t)
	for _, test := range []struct{ name, setup, first, second, code, query, want string }{
		{
			"fsm", "INSERT INTO docs (id) VALUES (10)",
			"UPDATE docs SET state = 'a' WHERE id = 10", "UPDATE docs SET state = 'b' WHERE id = 10", "23514",
			"SELECT state, version FROM docs WHERE id = 10", "[[a 1]]",
		},
		{
			"readonly", "INSERT INTO docs (id) VALUES (11)",
			"UPDATE docs SET n = 5 WHERE id = 11", "UPDATE docs SET n = n + 1, fixed = n::text WHERE id = 11", "23514",
			"SELECT n, fixed, version FROM docs WHERE id = 11", "[[5  1]]",
		},
		{
			"version", "INSERT INTO docs (id) VALUES (12)",
			"UPDATE docs SET n = n + 1 WHERE id = 12", "UPDATE docs SET n = n + 1 WHERE id = 12", "",
			"SELECT n, version FROM docs WHERE id = 12", "[[2 2]]",
		},
		{
			"version that is set as it was read", "INSERT INTO docs (id) VALUES (13)",
			"UPDATE docs SET n = n + 1 WHERE id = 13", "UPDATE docs SET n = n + 1, version = 0 WHERE id = 13", "23514",
			"SELECT n, version FROM docs WHERE id = 13", "[[1 1]]",
		},
		{
			"softdelete of a row that is changed", "INSERT INTO keyed VALUES (1, 1)",
			"UPDATE keyed SET n = 2 WHERE id = 1", "DELETE FROM keyed WHERE id = 1", "",
			"SELECT n, gone FROM keyed WHERE id = 1", "[[2 t]]",
		},
		{
			"softdelete without a key of a row that is changed", "INSERT INTO keyless VALUES (1), (1)",
			"UPDATE keyless SET n = 2 WHERE ctid = (SELECT min(ctid) FROM keyless)", "DELETE FROM keyless", "",
			"SELECT n, gone FROM keyless ORDER BY n", "[[1 t] [2 t]]",
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			one, two := connect(t, dsn), connect(t, dsn)
			mustRun(t, one, test.setup)
			mustRun(t, one, "BEGIN; "+test.first)
			done := make(chan *pgconn.PgError)
			go func() {
				_, pgErr := run(t, two, test.second)
				done <- pgErr
			}()
			waitForLocks(t, dsn, 1)
			mustRun(t, one, "COMMIT")
			code := ""
			if pgErr := <-done; pgErr != nil {
				code = pgErr.Code
			}
			if code != test.code {
				t.Errorf("SQLSTATE %q, want %q", code, test.code)
			}
			if got := fmt.Sprintf("%s", mustRun(t, one, test.query)[0].Rows); got != test.want {
				t.Errorf("%s: %s, want %s", test.query, got, test.want)
			}
		})
	}
}

// TestConcurrentAssertions lets two transactions break together what each of
// them holds: an assert sees no more than any query does. SERIALIZABLE, or a
// lock on what it looks at, keeps it.
func TestConcurrentAssertions(t *testing.T) {
	const schema = `
-- pgtrigger: assert somebody update or delete deferrable
--   check (EXISTS (SELECT FROM doctors AS d WHERE d.on_call))
CREATE TABLE doctors (id int PRIMARY KEY, on_call boolean NOT NULL);
`
	install, _ := scripts(t, schema)
	dsn := pgtest.DB(t)
	mustRun(t, connect(t, dsn), schema+install)
	for _, test := range []struct{ name, begin, code, left string }{
		{"read committed", "BEGIN", "", "0"},
		{"serializable", "BEGIN ISOLATION LEVEL SERIALIZABLE", "40001", "1"},
		// It looks when the other one is done.
		{"deferred", "BEGIN; SET CONSTRAINTS somebody DEFERRED", "23514", "1"},
	} {
		t.Run(test.name, func(t *testing.T) {
			one, two := connect(t, dsn), connect(t, dsn)
			mustRun(t, one, "TRUNCATE doctors; INSERT INTO doctors VALUES (1, true), (2, true)")
			mustRun(t, one, test.begin+"; UPDATE doctors SET on_call = false WHERE id = 1")
			mustRun(t, two, test.begin+"; UPDATE doctors SET on_call = false WHERE id = 2")
			mustRun(t, one, "COMMIT")
			code := ""
			if _, pgErr := run(t, two, "COMMIT"); pgErr != nil {
				code = pgErr.Code
			}
			if code != test.code {
				t.Errorf("SQLSTATE %q, want %q", code, test.code)
			}
			if got := string(mustRun(t, one, "SELECT count(*) FROM doctors WHERE on_call")[0].Rows[0][0]); got != test.left {
				t.Errorf("%s are on call, want %s", got, test.left)
			}
		})
	}
	t.Run("locked", func(t *testing.T) {
		one, two := connect(t, dsn), connect(t, dsn)
		const lock = "BEGIN; SELECT FROM doctors WHERE on_call FOR UPDATE; "
		mustRun(t, one, "TRUNCATE doctors; INSERT INTO doctors VALUES (1, true), (2, true)")
		mustRun(t, one, lock+"UPDATE doctors SET on_call = false WHERE id = 1")
		done := make(chan *pgconn.PgError)
		go func() {
			_, pgErr := run(t, two, lock+"UPDATE doctors SET on_call = false WHERE id = 2; COMMIT")
			done <- pgErr
		}()
		waitForLocks(t, dsn, 1)
		mustRun(t, one, "COMMIT")
		if pgErr := <-done; pgErr == nil || pgErr.Code != "23514" || pgErr.ConstraintName != "somebody" {
			t.Errorf("the second transaction got %v", pgErr)
		}
	})
}

func concurrentDB(t *testing.T) string {
	t.Helper()
	install, _ := scripts(t, concurrentSchema)
	dsn := pgtest.DB(t)
	mustRun(t, connect(t, dsn), concurrentSchema+install)
	return dsn
}

// waitForLocks returns when n sessions of the database wait for others.
func waitForLocks(t *testing.T, dsn string, n int) {
	t.Helper()
	conn := connect(t, dsn)
	for start := time.Now(); ; time.Sleep(5 * time.Millisecond) {
		results := mustRun(t, conn, `SELECT count(*) FROM pg_stat_activity
			WHERE datname = current_database() AND cardinality(pg_blocking_pids(pid)) > 0`)
		if string(results[0].Rows[0][0]) == fmt.Sprint(n) {
			return
		}
		if time.Since(start) > 30*time.Second {
			t.Fatalf("not %d sessions wait", n)
		}
	}
}
