package wire_test

import (
	"context"
	"errors"
	"os"
	"slices"
	"testing"
	"time"

	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgproto3"

	"github.com/trigc/trigc/internal/pgtest"
	"github.com/trigc/trigc/internal/pgtest/wire"
)

func TestMain(m *testing.M) { os.Exit(pgtest.Main(m)) }

var ctx = context.Background()

func connect(t *testing.T, dsn string) *pgconn.PgConn {
	t.Helper()
	conn, err := pgconn.Connect(ctx, dsn)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close(ctx) })
	return conn
}

// ask sends SQL and returns the first column of its last row.
func ask(t *testing.T, conn *pgconn.PgConn, sql string) string {
	t.Helper()
	results, err := conn.Exec(ctx, sql).ReadAll()
	if err != nil {
		t.Fatalf("%s: %v", sql, err)
	}
	last := results[len(results)-1].Rows
	if len(last) == 0 {
		return ""
	}
	return string(last[len(last)-1][0])
}

func TestDuring(t *testing.T) {
	proxy := wire.New(t, pgtest.DB(t))
	conn := connect(t, proxy.DSN())
	ok := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, tt := range []struct {
		name string
		run  func()
		want wire.Said
	}{
		{"nothing", func() {}, wire.Said{}},
		{"a query", func() { ask(t, conn, "SELECT 1") }, wire.Said{Trips: 1, Statements: []string{"SELECT 1"}}},
		{"two queries", func() { ask(t, conn, "SELECT 1"); ask(t, conn, "SELECT 2") },
			wire.Said{Trips: 2, Statements: []string{"SELECT 1", "SELECT 2"}}},
		{"a query of two statements", func() { ask(t, conn, "SELECT 1; SELECT 2") },
			wire.Said{Trips: 1, Statements: []string{"SELECT 1; SELECT 2"}}},
		{"parameters", func() {
			ok(conn.ExecParams(ctx, "SELECT $1, $2", [][]byte{[]byte("a"), nil}, nil, []int16{0, 1}, nil).Read().Err)
		}, wire.Said{Trips: 1, Statements: []string{"SELECT $1, $2"}, Params: 2}},
		{"prepare and execute", func() {
			_, err := conn.Prepare(ctx, "named", "SELECT 3", nil)
			ok(err)
			ok(conn.ExecPrepared(ctx, "named", nil, nil, nil).Read().Err)
		}, wire.Said{Trips: 2, Statements: []string{"SELECT 3"}, Prepared: []string{"named"}}},
		{"a batch", func() {
			var batch pgconn.Batch
			for range 3 {
				batch.ExecParams("SELECT 4", nil, nil, nil, nil)
			}
			_, err := conn.ExecBatch(ctx, &batch).ReadAll()
			ok(err)
		}, wire.Said{Trips: 1, Statements: []string{"SELECT 4", "SELECT 4", "SELECT 4"}}},
		{"two synchronized statements at once", func() {
			// In one write: pgconn's pipeline flushes at each Sync, and who speaks
			// twice may, or may not, have been answered in between.
			for range 2 {
				conn.Frontend().Send(&pgproto3.Parse{Query: "SELECT 5"})
				conn.Frontend().Send(&pgproto3.Bind{})
				conn.Frontend().Send(&pgproto3.Execute{})
				conn.Frontend().Send(&pgproto3.Sync{})
			}
			ok(conn.Frontend().Flush())
			for ready := 0; ready < 2; {
				m, err := conn.ReceiveMessage(ctx)
				ok(err)
				if _, isReady := m.(*pgproto3.ReadyForQuery); isReady {
					ready++
				}
			}
		}, wire.Said{Trips: 1, Statements: []string{"SELECT 5", "SELECT 5"}}},
		{"an answer that is asked for before the statement ends", func() {
			pipeline := conn.StartPipeline(ctx)
			for range 2 {
				pipeline.SendQueryParams("SELECT 6", nil, nil, nil, nil)
				pipeline.SendFlushRequest()
				ok(pipeline.Flush())
				results, err := pipeline.GetResults()
				ok(err)
				ok(results.(*pgconn.ResultReader).Read().Err)
			}
			ok(pipeline.Sync())
			ok(pipeline.Close())
		}, wire.Said{Trips: 3, Statements: []string{"SELECT 6", "SELECT 6"}}},
	} {
		got := proxy.During(tt.run)
		if got.Bytes == 0 != (len(tt.want.Statements) == 0) {
			t.Errorf("%s: %d bytes", tt.name, got.Bytes)
		}
		if got.Trips != tt.want.Trips || !slices.Equal(got.Statements, tt.want.Statements) ||
			!slices.Equal(got.Prepared, tt.want.Prepared) || got.Params != tt.want.Params {
			t.Errorf("%s: %+v, want %+v", tt.name, got, tt.want)
		}
	}
}

// What the client asks for when it connects reaches the server.
func TestStartupParameters(t *testing.T) {
	proxy := wire.New(t, pgtest.DB(t))
	conn := connect(t, proxy.DSN()+"&application_name=here")
	if name := ask(t, conn, "SHOW application_name"); name != "here" {
		t.Errorf("application_name is %q", name)
	}
}

func TestPoolerTakesTurns(t *testing.T) {
	proxy := wire.NewPooler(t, pgtest.DB(t), 1)
	a, b := connect(t, proxy.DSN()), connect(t, proxy.DSN())
	const pid = "SELECT pg_backend_pid()"
	if first, second := ask(t, a, pid), ask(t, b, pid); first != second {
		t.Errorf("the clients have server processes %s and %s", first, second)
	}
	ask(t, a, "SET extra.mark = '7'")
	if mark := ask(t, b, "SHOW extra.mark"); mark != "7" {
		t.Errorf("the mark of the session is %q", mark)
	}

	ask(t, a, "BEGIN")
	short, cancel := context.WithTimeout(ctx, 100*time.Millisecond)
	defer cancel()
	if _, err := b.Exec(short, "SELECT 1").ReadAll(); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("in the transaction of another: %v", err)
	}
	ask(t, a, "COMMIT")
	ask(t, connect(t, proxy.DSN()), "SELECT 1")
}

// A client that goes in its transaction takes it along.
func TestPoolerRollsBack(t *testing.T) {
	proxy := wire.NewPooler(t, pgtest.DB(t), 1)
	a := connect(t, proxy.DSN())
	ask(t, a, "CREATE TABLE marks (id int)")
	ask(t, a, "BEGIN; INSERT INTO marks VALUES (1)")
	proxy.Cut()
	if _, err := a.Exec(ctx, "COMMIT").ReadAll(); err == nil {
		t.Error("the client goes on")
	}
	if n := ask(t, connect(t, proxy.DSN()), "SELECT count(*) FROM marks"); n != "0" {
		t.Errorf("there are %s rows", n)
	}
}

func TestCancel(t *testing.T) {
	dsn := pgtest.DB(t)
	for name, proxy := range map[string]*wire.Proxy{"proxy": wire.New(t, dsn), "pooler": wire.NewPooler(t, dsn, 2)} {
		t.Run(name, func(t *testing.T) {
			a, b := connect(t, proxy.DSN()), connect(t, proxy.DSN())
			ask(t, b, "BEGIN")
			go func() {
				watch := connect(t, dsn)
				for ask(t, watch, "SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'PgSleep'") == "0" {
				}
				if err := a.CancelRequest(ctx); err != nil {
					t.Error(err)
				}
			}()
			_, err := a.Exec(ctx, "SELECT pg_sleep(60)").ReadAll()
			var pgErr *pgconn.PgError
			if !errors.As(err, &pgErr) || pgErr.Code != "57014" {
				t.Errorf("the statement: %v, want it cancelled", err)
			}
			ask(t, b, "COMMIT")
		})
	}
}

// A server connection that ends is the end of its client, and the next one
// gets another.
func TestServerConnectionEnds(t *testing.T) {
	dsn := pgtest.DB(t)
	proxy := wire.NewPooler(t, dsn, 1)
	a := connect(t, proxy.DSN())
	ask(t, a, "BEGIN")
	pid := ask(t, a, "SELECT pg_backend_pid()")
	ask(t, connect(t, dsn), "SELECT pg_terminate_backend("+pid+", 10000)")
	if _, err := a.Exec(ctx, "SELECT 1").ReadAll(); err == nil {
		t.Error("the client goes on")
	}
	if other := ask(t, connect(t, proxy.DSN()), "SELECT pg_backend_pid()"); other == pid {
		t.Error("the process lives")
	}
}
