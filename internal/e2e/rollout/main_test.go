// Package rollout tests what the commands that work at a server do to others who
// work there: under load, when they are killed, and with hundreds of tenants.
package rollout

import (
	"bytes"
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"

	"github.com/jackc/pgx/v5"

	"github.com/trigc/trigc/internal/pgtest"
)

func TestMain(m *testing.M) {
	code := pgtest.Main(m)
	if built.dir != "" {
		os.RemoveAll(built.dir)
	}
	os.Exit(code)
}

// built is the program under test.
var built struct {
	sync.Once
	dir string
	err error
}

// program returns the path of trigc, which it builds once.
func program(t testing.TB) string {
	t.Helper()
	built.Do(func() {
		if built.dir, built.err = os.MkdirTemp("", "trigc"); built.err != nil {
			return
		}
		out, err := exec.Command("go", "build", "-o", filepath.Join(built.dir, "trigc"), "github.com/trigc/trigc/cmd/trigc").CombinedOutput()
		if err != nil {
			built.err = errors.New(string(out))
		}
	})
	if built.err != nil {
		t.Fatal(built.err)
	}
	return filepath.Join(built.dir, "trigc")
}

// A project is a directory with a configuration and a schema, and the database
// that it is for.
type project struct{ dir, dsn string }

func newProject(t testing.TB, dsn, schema string) *project {
	t.Helper()
	p := &project{t.TempDir(), dsn}
	p.write(t, "pgtrigger.toml", "version = 1\nschema = [\"schema.sql\"]\n\n[sql]\ninstall = \"install.sql\"\n")
	p.write(t, "schema.sql", schema)
	return p
}

func (p *project) write(t testing.TB, name, text string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(p.dir, name), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// command is trigc with the project's database and those arguments.
func (p *project) command(t testing.TB, args ...string) *exec.Cmd {
	t.Helper()
	cmd := exec.Command(program(t), args...)
	cmd.Dir = p.dir
	cmd.Env = append(os.Environ(), "DATABASE_URL="+p.dsn)
	return cmd
}

// trigc runs a command, and fails the test if the exit code is not 0.
func (p *project) trigc(t testing.TB, args ...string) string {
	t.Helper()
	cmd := p.command(t, args...)
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &out
	if err := cmd.Run(); err != nil {
		t.Fatalf("trigc %q: %v\n%s", args, err, &out)
	}
	return out.String()
}

func connect(t testing.TB, dsn string) *pgx.Conn {
	t.Helper()
	conn, err := pgx.Connect(context.Background(), dsn)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close(context.Background()) })
	return conn
}

func mustExec(t testing.TB, conn *pgx.Conn, sql string) {
	t.Helper()
	if _, err := conn.Exec(context.Background(), sql); err != nil {
		t.Fatalf("%v\n%s", err, sql)
	}
}
