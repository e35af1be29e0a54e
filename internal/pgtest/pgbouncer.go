package pgtest

import (
	"bytes"
	"context"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
)

// PgBouncer starts a pgbouncer in transaction mode that keeps at most that
// many connections to the server and database of dsn. It returns the DSN
// through it. The pgbouncer ends with the test.
//
// It is the program that TRIGC_TEST_PGBOUNCER names, or the one on PATH or
// where Debian has it. If there is none, the test is skipped; so what is to
// hold everywhere is tested with the pooler of package wire too.
func PgBouncer(t testing.TB, dsn string, servers int) string {
	t.Helper()
	return PgBouncerIn(t, "transaction", dsn, servers)
}

// PgBouncerIn is [PgBouncer] in a mode: session or transaction.
func PgBouncerIn(t testing.TB, mode, dsn string, servers int) string {
	t.Helper()
	program, err := findPgBouncer()
	if err != nil {
		t.Fatal(err)
	}
	if program == "" {
		t.Skip("NOT TESTED: there is no pgbouncer here; install the package pgbouncer (apt-get install -y pgbouncer), " +
			"or set TRIGC_TEST_PGBOUNCER to the program")
	}
	config, err := pgconn.ParseConfig(dsn)
	if err != nil {
		t.Fatal(err)
	}
	dir, err := os.MkdirTemp("", "pgtest")
	if err != nil {
		t.Fatal(err)
	}
	s := &server{dir: dir}
	t.Cleanup(s.stop)
	if err := s.runPgBouncer(program, mode, config, servers); err != nil {
		log, _ := os.ReadFile(filepath.Join(dir, "log"))
		t.Fatalf("pgtest: %s: %v\n%s", program, err, bytes.TrimSpace(log))
	}
	return s.dsn
}

// findPgBouncer returns the program, or "" if there is none.
func findPgBouncer() (string, error) {
	if program := os.Getenv("TRIGC_TEST_PGBOUNCER"); program != "" {
		path, err := exec.LookPath(program)
		if err != nil {
			return "", fmt.Errorf("TRIGC_TEST_PGBOUNCER: %w", err)
		}
		return path, nil
	}
	for _, name := range []string{"pgbouncer", "/usr/sbin/pgbouncer", "/usr/local/sbin/pgbouncer", "/opt/homebrew/bin/pgbouncer"} {
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", nil
}

func (s *server) runPgBouncer(program, mode string, config *pgconn.Config, servers int) error {
	attr, err := s.unprivileged()
	if err != nil {
		return err
	}
	log, err := os.Create(filepath.Join(s.dir, "log"))
	if err != nil {
		return err
	}
	defer log.Close()
	port, err := freePort()
	if err != nil {
		return err
	}
	database := fmt.Sprintf("port=%d", config.Port)
	for name, value := range map[string]string{
		"host": config.Host, "dbname": config.Database, "user": config.User, "password": config.Password,
	} {
		if value != "" {
			database += fmt.Sprintf(" %s='%s'", name, strings.ReplaceAll(value, "'", "''"))
		}
	}
	// The timeouts are for a test that waits for itself: it fails, and tells.
	ini := fmt.Sprintf(`[databases]
%s = %s

[pgbouncer]
listen_addr = 127.0.0.1
listen_port = %d
unix_socket_dir =
auth_type = any
pool_mode = %s
default_pool_size = %d
max_client_conn = 500
query_wait_timeout = 60
server_login_retry = 1
server_tls_sslmode = %s
ignore_startup_parameters = extra_float_digits
`, config.Database, database, port, mode, servers, map[bool]string{true: "require", false: "disable"}[config.TLSConfig != nil])
	file := filepath.Join(s.dir, "pgbouncer.ini")
	if err := os.WriteFile(file, []byte(ini), 0o644); err != nil {
		return err
	}
	if err := s.start(exec.Command(program, file), attr, log); err != nil {
		return err
	}
	u := url.URL{
		Scheme: "postgres", User: url.User(config.User), Host: fmt.Sprintf("127.0.0.1:%d", port),
		Path: "/" + config.Database, RawQuery: "sslmode=disable",
	}
	s.dsn = u.String()
	for deadline := time.Now().Add(30 * time.Second); ; time.Sleep(20 * time.Millisecond) {
		err := s.pools()
		if err == nil {
			return nil
		}
		select {
		case <-s.ended:
			return fmt.Errorf("it ended while starting: %w", err)
		default:
		}
		if time.Now().After(deadline) {
			return fmt.Errorf("it did not answer within 30 seconds: %w", err)
		}
	}
}

// pools reports why the pgbouncer cannot be used yet.
func (s *server) pools() error {
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	config, err := pgx.ParseConfig(s.dsn)
	if err != nil {
		return err
	}
	config.DefaultQueryExecMode = pgx.QueryExecModeSimpleProtocol
	conn, err := pgx.ConnectConfig(ctx, config)
	if err != nil {
		return err
	}
	defer conn.Close(ctx)
	_, err = conn.Exec(ctx, "SELECT 1")
	return err
}
