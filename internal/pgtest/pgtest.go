// Package pgtest gives tests a private Postgres server: one for each test
// binary, started when the first test asks for a database, gone with the
// process however that ends.
//
//	func TestMain(m *testing.M) { os.Exit(pgtest.Main(m)) }
//
//	func TestX(t *testing.T) {
//		conn, err := pgx.Connect(ctx, pgtest.DB(t))
//
// The server is the first of these:
//
//   - the one that TRIGC_TEST_DSN names: databases are made in it, and only
//     those are dropped,
//   - one started from the binaries in the directory TRIGC_TEST_PGBIN,
//   - from the initdb and postgres on PATH,
//   - from the newest of the usual directories of Debian, Homebrew and the
//     source installation,
//   - from binaries fetched for this, by npm or over HTTP, and kept in the
//     user's cache.
//
// TRIGC_TEST_POSTGRES, a major version, takes of these the first of that
// version; a server or binaries named by the other variables must be of it.
//
// A test without a server fails. It is never skipped.
package pgtest

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"net/url"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
)

// running is the server of this process. A test binary has one TestMain and
// may have many packages of helpers, so there is no other place for it.
var running struct {
	sync.Mutex
	admin  string // DSN; "" until it runs
	major  int    // its version
	err    error  // why it does not
	server *server
}

// Main runs the tests and stops the server if one was started. It returns
// the exit code.
func Main(m *testing.M) int {
	defer stop()
	return m.Run()
}

// Admin returns the DSN of a database of the server from which others can be
// created, as a superuser. It starts the server if none runs, and panics if
// it cannot: use [DB] in tests.
func Admin() string {
	dsn, err := start()
	if err != nil {
		panic(err)
	}
	return dsn
}

// DB returns the DSN of a new, empty database that is dropped when the test
// ends. It starts the server if none runs, and fails the test if it cannot.
func DB(t testing.TB) string {
	t.Helper()
	admin, err := start()
	if err != nil {
		t.Fatal(err)
	}
	// Test binaries run at the same time may share the server of
	// TRIGC_TEST_DSN, so a counter is not enough.
	random := make([]byte, 8)
	if _, err := rand.Read(random); err != nil {
		t.Fatal(err)
	}
	name := "trigc_test_" + hex.EncodeToString(random)
	// template0 is the same on every server and nobody can be connected to
	// it, which would make CREATE DATABASE fail.
	if err := run(admin, "CREATE DATABASE "+name+" TEMPLATE template0"); err != nil {
		t.Fatalf("creating a database: %v", err)
	}
	t.Cleanup(func() {
		if err := run(admin, "DROP DATABASE "+name+" WITH (FORCE)"); err != nil {
			t.Errorf("dropping the database: %v", err)
		}
	})
	dsn, err := withDatabase(admin, name)
	if err != nil {
		t.Fatal(err)
	}
	return dsn
}

// Major returns the major version of the server. It starts the server if none
// runs, and fails the test if it cannot.
func Major(t testing.TB) int {
	t.Helper()
	if _, err := start(); err != nil {
		t.Fatal(err)
	}
	return running.major
}

func start() (string, error) {
	running.Lock()
	defer running.Unlock()
	if running.admin == "" && running.err == nil {
		if err := choose(); err != nil {
			running.err = fmt.Errorf("pgtest: no Postgres server for this test: %w", err)
		}
	}
	return running.admin, running.err
}

// choose finds or starts the server.
func choose() error {
	want, err := wanted()
	if err != nil {
		return err
	}
	dsn := os.Getenv("TRIGC_TEST_DSN")
	if dsn == "" {
		s, err := startServer()
		if err != nil {
			return fmt.Errorf("%w\nset TRIGC_TEST_DSN to one that runs, or TRIGC_TEST_PGBIN to the directory of initdb and postgres", err)
		}
		running.server, dsn = s, s.dsn
	}
	major, err := serverMajor(dsn)
	if err != nil {
		return fmt.Errorf("the one of TRIGC_TEST_DSN: %w", err)
	}
	if want != 0 && major != want {
		return fmt.Errorf("it is PostgreSQL %d, and TRIGC_TEST_POSTGRES is %d", major, want)
	}
	running.admin, running.major = dsn, major
	return nil
}

func serverMajor(dsn string) (int, error) {
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	conn, err := pgx.Connect(ctx, dsn)
	if err != nil {
		return 0, err
	}
	defer conn.Close(ctx)
	var major int
	err = conn.QueryRow(ctx, "SELECT current_setting('server_version_num')::int / 10000").Scan(&major)
	return major, err
}

func stop() {
	running.Lock()
	defer running.Unlock()
	if running.server != nil {
		running.server.stop()
		running.server, running.admin = nil, ""
		running.err = errors.New("pgtest: the server was stopped")
	}
}

func run(dsn, sql string) error {
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	conn, err := pgx.Connect(ctx, dsn)
	if err != nil {
		return err
	}
	defer conn.Close(ctx)
	_, err = conn.Exec(ctx, sql)
	return err
}

// withDatabase returns the DSN with another database, in the form it has:
// a URL or keywords and values.
func withDatabase(dsn, name string) (string, error) {
	if strings.HasPrefix(dsn, "postgres://") || strings.HasPrefix(dsn, "postgresql://") {
		u, err := url.Parse(dsn)
		if err != nil {
			return "", err
		}
		u.Path = "/" + name
		q := u.Query()
		q.Del("dbname") // would win over the path
		u.RawQuery = q.Encode()
		return u.String(), nil
	}
	return dsn + " dbname=" + name, nil // the last one wins
}
