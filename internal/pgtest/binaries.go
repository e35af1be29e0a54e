package pgtest

import (
	"cmp"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"

	embeddedpostgres "github.com/fergusstrange/embedded-postgres"
)

// findBinaries returns the directory of initdb and postgres. Downloaded ones
// go under dir.
func findBinaries(dir string) (string, error) {
	if bin := os.Getenv("TRIGC_TEST_PGBIN"); bin != "" {
		if !hasBinaries(bin) {
			return "", fmt.Errorf("TRIGC_TEST_PGBIN: no initdb and postgres in %s", bin)
		}
		return bin, nil
	}
	if path, err := exec.LookPath("initdb"); err == nil {
		// initdb looks for postgres beside itself, so follow links.
		if path, err = filepath.EvalSymlinks(path); err == nil && hasBinaries(filepath.Dir(path)) {
			return filepath.Dir(path), nil
		}
	}
	if bin := newest(
		"/usr/lib/postgresql/*/bin",
		"/usr/pgsql-*/bin",
		"/opt/homebrew/opt/postgresql@*/bin",
		"/usr/local/opt/postgresql@*/bin",
		"/home/linuxbrew/.linuxbrew/opt/postgresql@*/bin",
		"/Applications/Postgres.app/Contents/Versions/*/bin",
		"/usr/local/pgsql/bin",
	); bin != "" {
		return bin, nil
	}
	bin, err := download(dir, embeddedpostgres.DefaultConfig().Version(embeddedpostgres.V15))
	if err != nil {
		return "", fmt.Errorf("none on PATH or in the usual directories, and the download failed: %w", err)
	}
	return bin, nil
}

func hasBinaries(dir string) bool {
	for _, name := range []string{"initdb", "postgres"} {
		if info, err := os.Stat(filepath.Join(dir, name)); err != nil || info.IsDir() || info.Mode()&0o111 == 0 {
			return false
		}
	}
	return true
}

var number = regexp.MustCompile(`\d+`)

// newest returns the directory with binaries of the greatest major version
// among those the patterns match, or "".
func newest(patterns ...string) string {
	type candidate struct {
		dir     string
		version int
	}
	var found []candidate
	for _, p := range patterns {
		dirs, err := filepath.Glob(p)
		if err != nil {
			panic(err) // the patterns are constants
		}
		for _, d := range dirs {
			if hasBinaries(d) {
				version, _ := strconv.Atoi(number.FindString(d)) // 0 without a number
				found = append(found, candidate{d, version})
			}
		}
	}
	if len(found) == 0 {
		return ""
	}
	return slices.MaxFunc(found, func(a, b candidate) int { return cmp.Compare(a.version, b.version) }).dir
}

// download fetches binaries, or takes them from the download's own cache,
// and returns their directory under dir.
func download(dir string, config embeddedpostgres.Config) (string, error) {
	port, err := freePort()
	if err != nil {
		return "", err
	}
	root := filepath.Join(dir, "postgres")
	p := embeddedpostgres.NewDatabase(config.
		Port(uint32(port)).
		BinariesPath(root).
		RuntimePath(filepath.Join(dir, "download")).
		Logger(nil))
	// Its own server is of no use here: it stays behind when the process is
	// killed, and refuses root. Start is the only way to the files, so that
	// it fails after they are there does not matter.
	startErr := p.Start()
	if startErr == nil {
		if err := p.Stop(); err != nil {
			return "", err
		}
	}
	bin := filepath.Join(root, "bin")
	if !hasBinaries(bin) {
		if startErr == nil {
			startErr = fmt.Errorf("no initdb and postgres in %s", bin)
		}
		return "", startErr
	}
	return bin, nil
}
