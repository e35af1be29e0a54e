package pgtest

import (
	"archive/zip"
	"bufio"
	"bytes"
	"encoding/base64"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	embeddedpostgres "github.com/fergusstrange/embedded-postgres"
)

// TestServerDiesWithTheTest kills a process in which a server runs. The
// process is this test binary again.
func TestServerDiesWithTheTest(t *testing.T) {
	if os.Getenv("PGTEST_BE_KILLED") != "" {
		s, err := startServer()
		if err != nil {
			t.Fatal(err)
		}
		fmt.Println(s.dsn, s.dir)
		select {} // until killed
	}
	cmd := exec.Command(os.Args[0], "-test.run=^TestServerDiesWithTheTest$")
	cmd.Env = append(os.Environ(), "PGTEST_BE_KILLED=1")
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	line, err := bufio.NewReader(out).ReadString('\n')
	dsn, dir, _ := strings.Cut(strings.TrimSpace(line), " ")
	u, urlErr := url.Parse(dsn)
	if err != nil || urlErr != nil || u.Host == "" {
		cmd.Process.Kill()
		t.Fatalf("the process said %q (%v, %v)", line, err, urlErr)
	}
	listens := func() bool {
		conn, err := net.Dial("tcp", u.Host)
		if err == nil {
			conn.Close()
		}
		return err == nil
	}
	if !listens() {
		t.Error("the server does not listen while its process lives")
	}
	cmd.Process.Kill()
	cmd.Wait()

	for deadline := time.Now().Add(20 * time.Second); ; time.Sleep(20 * time.Millisecond) {
		_, err := os.Stat(dir)
		if !listens() && os.IsNotExist(err) {
			return
		}
		if time.Now().After(deadline) {
			t.Fatalf("20 seconds after the kill: listens %v, directory %s: %v", listens(), dir, err)
		}
	}
}

func TestStopRemovesEverything(t *testing.T) {
	s, err := startServer()
	if err != nil {
		t.Fatal(err)
	}
	if err := run(s.dsn, "SELECT 1"); err != nil {
		t.Error(err)
	}
	s.stop()
	if err := run(s.dsn, "SELECT 1"); err == nil {
		t.Error("the server still answers")
	}
	if _, err := os.Stat(s.dir); !os.IsNotExist(err) {
		t.Errorf("directory %s is still there: %v", s.dir, err)
	}
}

func TestWithDatabase(t *testing.T) {
	for dsn, want := range map[string]string{
		"postgres://u:p@h:1/a?sslmode=disable":          "postgres://u:p@h:1/b?sslmode=disable",
		"postgresql://h":                                "postgresql://h/b",
		"postgres:///a?dbname=a&host=%2Ftmp":            "postgres:///b?host=%2Ftmp",
		"host=/tmp user=postgres dbname=a port=5432":    "host=/tmp user=postgres dbname=a port=5432 dbname=b",
		"host=/tmp password='it''s = postgres://' user": "host=/tmp password='it''s = postgres://' user dbname=b",
	} {
		got, err := withDatabase(dsn, "b")
		if err != nil || got != want {
			t.Errorf("withDatabase(%q) = %q, %v, want %q", dsn, got, err, want)
		}
	}
}

func TestNewest(t *testing.T) {
	root := t.TempDir()
	for _, version := range []string{"9.6", "14", "16"} {
		bin := filepath.Join(root, version, "bin")
		if err := os.MkdirAll(bin, 0o755); err != nil {
			t.Fatal(err)
		}
		for _, name := range []string{"initdb", "postgres"} {
			if version == "16" && name == "postgres" {
				continue // only the client is installed
			}
			if err := os.WriteFile(filepath.Join(bin, name), nil, 0o755); err != nil {
				t.Fatal(err)
			}
		}
	}
	t.Chdir(root) // TempDir has digits of its own
	if got, want := newest("*/bin"), "14/bin"; got != want {
		t.Errorf("newest = %q, want %q", got, want)
	}
	if got := newest("none/*"); got != "" {
		t.Errorf("newest of nothing = %q", got)
	}
}

// One that is named and not there is a mistake, no reason to skip a test.
func TestFindPgBouncer(t *testing.T) {
	t.Setenv("TRIGC_TEST_PGBOUNCER", "/nowhere/pgbouncer")
	if program, err := findPgBouncer(); err == nil {
		t.Errorf("found %q, want an error", program)
	}
	t.Setenv("TRIGC_TEST_PGBOUNCER", "/bin/sh")
	if program, err := findPgBouncer(); program != "/bin/sh" || err != nil {
		t.Errorf("found %q, %v", program, err)
	}
}

// archive is a .txz of bin/initdb, bin/postgres and bin/pg_ctl, scripts that
// fail: as the real initdb does for root.
const archive = "/Td6WFoAAATm1rRGAgAhARYAAAB0L+Wj4Cf/AJtdADEaShsFkZA3OlG9V3Gz1uQT2IkQonAbexNN15tic70r6rNJbkVqC6RLQH2665UL" +
	"531xp7xGLwZ7XwcXL/wvKJ1XmYboX9C1sHqiJXeoA4tSCUm8xy/szQTiQjJWrqQBPSE1MVZxdApxsaUBJX5LtJPqmgdcNJiLV3duDxXncyig" +
	"yHJ3NjxDKQRRNiKG7snAepIgKTJOWNxa35gAAADYbvimGSe4ZAABtwGAUAAAK0YfeLHEZ/sCAAAAAARZWg=="

func TestDownload(t *testing.T) {
	txz, err := base64.StdEncoding.DecodeString(archive)
	if err != nil {
		t.Fatal(err)
	}
	var jar bytes.Buffer
	z := zip.NewWriter(&jar)
	w, err := z.Create("postgres.txz")
	if err != nil {
		t.Fatal(err)
	}
	w.Write(txz)
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	site := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !strings.HasSuffix(r.URL.Path, ".jar") {
			http.NotFound(w, r)
			return
		}
		w.Write(jar.Bytes())
	}))
	defer site.Close()
	config := embeddedpostgres.DefaultConfig().BinaryRepositoryURL(site.URL)

	dir := t.TempDir()
	bin, err := download(dir, config.CachePath(t.TempDir()))
	if err != nil {
		t.Fatal(err)
	}
	if !hasBinaries(bin) || !strings.HasPrefix(bin, dir) {
		t.Errorf("download = %s, which has no binaries or is not under %s", bin, dir)
	}

	site.Config.Handler = http.NotFoundHandler()
	if bin, err := download(t.TempDir(), config.CachePath(t.TempDir())); err == nil {
		t.Errorf("download without an archive = %s, want an error", bin)
	}
}
