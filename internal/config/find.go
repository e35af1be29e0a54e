package config

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// FileName is the name of the configuration file.
const FileName = "pgtrigger.toml"

// Find returns the path of the pgtrigger.toml that is nearest to dir: in it,
// or in a directory above, up to the root of the version control system that
// dir is under. If there is none, the error is [fs.ErrNotExist].
func Find(dir string) (string, error) {
	start, err := filepath.Abs(dir)
	if err != nil {
		return "", err
	}
	for d := start; ; {
		file := filepath.Join(d, FileName)
		if info, err := os.Stat(file); err == nil && !info.IsDir() {
			return file, nil
		} else if err != nil && !os.IsNotExist(err) {
			return "", err
		}
		parent := filepath.Dir(d)
		if parent == d || isRoot(d) {
			return "", fmt.Errorf("no %s in %s or above: %w", FileName, start, fs.ErrNotExist)
		}
		d = parent
	}
}

// isRoot reports whether dir is the root of a repository. What marks one may
// be a file: in a worktree, .git is.
func isRoot(dir string) bool {
	for _, mark := range []string{".git", ".hg", ".jj", ".svn"} {
		if _, err := os.Lstat(filepath.Join(dir, mark)); err == nil {
			return true
		}
	}
	return false
}

// Root returns the root of the repository that a directory is in, and whether
// there is one.
func Root(dir string) (string, bool) {
	for {
		if isRoot(dir) {
			return dir, true
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return "", false
		}
		dir = parent
	}
}
