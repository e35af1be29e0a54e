package e2e

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/jackc/pgx/v5/pgconn"

	"github.com/trigc/trigc/internal/pgtest"
)

const countSchema = `
CREATE TABLE authors (
  id    int PRIMARY KEY,
  posts int NOT NULL DEFAULT 0,
  live  int NOT NULL DEFAULT 0
);
-- pgtrigger: count posts_count authors.posts via author
-- pgtrigger: count live_count authors.live via author when (live)
CREATE TABLE posts (
  id     int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  writer int NOT NULL DEFAULT 0,
  author int REFERENCES authors,
  live   boolean NOT NULL DEFAULT false
);
`

// countWrong finds the counters that are not what count(*) says.
const countWrong = `SELECT a.id FROM authors AS a
	LEFT JOIN (SELECT author, count(*) AS n, count(*) FILTER (WHERE live) AS live FROM posts GROUP BY author) AS p ON p.author = a.id
	WHERE a.posts <> COALESCE(p.n, 0) OR a.live <> COALESCE(p.live, 0)`

// countByHand counts as people do: each row by itself.
const countByHand = `
CREATE FUNCTION count_up() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE authors SET posts = posts + 1, live = live + NEW.live::int WHERE id = NEW.author;
  RETURN NULL;
END $$;
CREATE TRIGGER count_up AFTER INSERT ON posts FOR EACH ROW EXECUTE FUNCTION count_up();
`

// countGate stops whoever updates an author until the gate is open, with the
// row locked.
const countGate = `
CREATE FUNCTION gate() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock_shared(1);
  RETURN NEW;
END $$;
CREATE TRIGGER gate BEFORE UPDATE ON authors FOR EACH ROW EXECUTE FUNCTION gate();
`

// TestCountDeadlock lets two statements write the counters of two authors, in
// opposite orders, and meet halfway.
func TestCountDeadlock(t *testing.T) {
	install, _ := scripts(t, countSchema)
	inserts := [2]string{
		"INSERT INTO posts (author, live) VALUES (1, true), (2, false)",
		"INSERT INTO posts (author, live) VALUES (2, true), (1, false)",
	}
	for _, test := range []struct {
		name, triggers string
		deadlock       bool
	}{
		{"by hand", countByHand, true},
		{"trigc", install, false},
		// Each of them alone locks in order, and both together do not.
		{"without the locks for several counters", strings.ReplaceAll(install, ".cardinality(trigc_lock.k1) > 1", ".cardinality(trigc_lock.k1) < 1"), true},
	} {
		t.Run(test.name, func(t *testing.T) {
			dsn := pgtest.DB(t)
			control := connect(t, dsn)
			mustRun(t, control, countSchema+"INSERT INTO authors VALUES (1), (2);"+countGate)
			mustRun(t, control, test.triggers)
			mustRun(t, control, "SELECT pg_advisory_lock(1)")
			outcomes := make(chan *pgconn.PgError, len(inserts))
			for i, sql := range inserts {
				conn := connect(t, dsn)
				go func() {
					_, pgErr := run(t, conn, sql)
					outcomes <- pgErr
				}()
				waitForLocks(t, dsn, i+1)
			}
			mustRun(t, control, "SELECT pg_advisory_unlock(1)")
			deadlocks := 0
			for range inserts {
				if pgErr := <-outcomes; pgErr != nil && pgErr.Code == "40P01" {
					deadlocks++
				} else if pgErr != nil {
					t.Error(pgErr)
				}
			}
			if deadlocks > 0 != test.deadlock {
				t.Errorf("%d deadlocks, want some: %v", deadlocks, test.deadlock)
			}
			if rows := mustRun(t, control, countWrong)[0].Rows; len(rows) > 0 {
				t.Errorf("wrong counters of authors %s", rows)
			}
		})
	}
}

// TestCountWriters lets many sessions write rows of the same authors at once.
// Each has rows of its own, so that only counters are in the way.
func TestCountWriters(t *testing.T) {
	const writers, statements, authors = 8, 60, 12
	install, _ := scripts(t, countSchema)
	dsn := pgtest.DB(t)
	control := connect(t, dsn)
	mustRun(t, control, countSchema+install+fmt.Sprintf("INSERT INTO authors SELECT i FROM generate_series(1, %d) AS i", authors))
	var wg sync.WaitGroup
	for w := range writers {
		conn := connect(t, dsn)
		random := rand.New(rand.NewPCG(uint64(w), 7))
		wg.Go(func() {
			for range statements {
				var sql string
				switch random.IntN(4) {
				case 0, 1:
					rows := make([]string, 2+random.IntN(5))
					for i := range rows {
						rows[i] = fmt.Sprintf("(%d, %d, %v)", w, 1+random.IntN(authors), random.IntN(2) == 0)
					}
					sql = "INSERT INTO posts (writer, author, live) VALUES " + strings.Join(rows, ", ")
				case 2:
					sql = fmt.Sprintf("UPDATE posts SET author = 1 + (id * %d) %% %d, live = id %% 3 > 0 WHERE writer = %d AND id %% 2 = %d",
						1+random.IntN(9), authors, w, random.IntN(2))
				default:
					sql = fmt.Sprintf("DELETE FROM posts WHERE writer = %d AND id %% 5 = %d", w, random.IntN(5))
				}
				if _, err := conn.Exec(context.Background(), sql).ReadAll(); err != nil {
					t.Errorf("%v: %s", err, sql)
					return
				}
			}
		})
	}
	wg.Wait()
	if rows := mustRun(t, control, countWrong)[0].Rows; len(rows) > 0 {
		t.Errorf("wrong counters of authors %s", rows)
	}
	if n := string(mustRun(t, control, "SELECT count(*) > 0 FROM posts")[0].Rows[0][0]); n != "t" {
		t.Error("nothing was counted")
	}
}

// countStatement counts by statement, with a plan that PL/pgSQL keeps.
const countStatement = `
CREATE FUNCTION count_up() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE authors AS a SET posts = a.posts + n.posts, live = a.live + n.live
  FROM (SELECT author, count(*) AS posts, count(*) FILTER (WHERE live) AS live FROM fresh GROUP BY author) AS n
  WHERE a.id = n.author;
  RETURN NULL;
END $$;
CREATE TRIGGER count_up AFTER INSERT ON posts REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION count_up();
`

// TestCountPlans lets a session that has counted one row of a small table
// count many of a large one. A plan that was kept reads the authors once for
// each of them.
func TestCountPlans(t *testing.T) {
	const many = 3000
	install, _ := scripts(t, countSchema)
	for _, test := range []struct {
		name, triggers string
		quadratic      bool
	}{
		{"by hand", countStatement, true},
		{"trigc", install, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			conn := connect(t, pgtest.DB(t))
			mustRun(t, conn, countSchema)
			mustRun(t, conn, test.triggers)
			// The check of a foreign key keeps such a plan, too.
			mustRun(t, conn, "ALTER TABLE posts DROP CONSTRAINT posts_author_fkey")
			mustRun(t, conn, "INSERT INTO authors VALUES (1), (2); ANALYZE authors")
			for _, sql := range []string{
				"INSERT INTO posts (author, live) VALUES (1, true)",
				"INSERT INTO posts (author, live) VALUES (1, true), (2, true)",
				"UPDATE posts SET author = 3 - author",
				"DELETE FROM posts",
			} {
				for range 7 { // PL/pgSQL plans for the values up to five times
					mustRun(t, conn, sql)
				}
			}
			mustRun(t, conn, "UPDATE authors SET posts = 0, live = 0")
			mustRun(t, conn, "BEGIN") // so that nobody analyzes it on the way
			mustRun(t, conn, fmt.Sprintf("INSERT INTO authors SELECT i FROM generate_series(3, %d) AS i", many))
			mustRun(t, conn, fmt.Sprintf("INSERT INTO posts (author, live) SELECT i, i %% 2 = 0 FROM generate_series(1, %d) AS i", many))
			if !test.quadratic {
				mustRun(t, conn, fmt.Sprintf("UPDATE posts SET author = 1 + author %% %d, live = NOT live", many))
				mustRun(t, conn, "DELETE FROM posts WHERE id % 3 = 0")
			}
			rows := mustRun(t, conn, "SELECT seq_tup_read FROM pg_stat_xact_user_tables WHERE relname = 'authors'")[0].Rows
			read, err := strconv.Atoi(string(rows[0][0]))
			if err != nil {
				t.Fatal(err)
			}
			if quadratic := read > 50*many; quadratic != test.quadratic {
				t.Errorf("%d rows of %d authors read one after the other, want it quadratic: %v", read, many, test.quadratic)
			}
			if rows := mustRun(t, conn, countWrong+" LIMIT 3")[0].Rows; len(rows) > 0 {
				t.Errorf("wrong counters of authors %s", rows)
			}
		})
	}
}
