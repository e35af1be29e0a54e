package main

import (
	"bytes"
	"errors"
	"fmt"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"github.com/trigc/trigc/internal/silence"
)

// applyNewFrom silences the findings on lines that have not changed since a
// revision. Git says which have: those of its work tree against the revision,
// and all of files that it does not know.
func (t *trigc) applyNewFrom(list []verdict, rev string) error {
	top, err := t.git("rev-parse", "--show-toplevel")
	if err != nil {
		return fmt.Errorf("--new-from needs a git repository: %w", err)
	}
	root := filepath.FromSlash(strings.TrimRight(top, "\r\n"))
	if _, err := t.git("rev-parse", "--quiet", "--verify", "--end-of-options", rev+"^{commit}"); err != nil {
		return fmt.Errorf("--new-from: git knows no revision %q", rev)
	}
	diff, err := t.git("-C", root, "-c", "core.quotePath=false", "diff", "--unified=0", "--no-color", "--no-ext-diff", "--no-textconv",
		"--no-relative", "--src-prefix=a/", "--dst-prefix=b/", "--end-of-options", rev, "--")
	if err != nil {
		return fmt.Errorf("--new-from: %w", err)
	}
	changed, err := silence.ParseDiff(diff)
	if err != nil {
		return fmt.Errorf("--new-from: %w", err)
	}
	// Git resolves symbolic links in the root; so must the paths of findings.
	path := func(shown string) string {
		file := t.abs(filepath.FromSlash(shown))
		if dir, err := filepath.EvalSymlinks(filepath.Dir(file)); err == nil {
			file = filepath.Join(dir, filepath.Base(file))
		}
		if rel, err := filepath.Rel(root, file); err == nil {
			return filepath.ToSlash(rel)
		}
		return shown
	}
	names := make([]string, len(list))
	var asked []string
	for i, v := range list {
		if !v.Span.IsZero() {
			names[i] = path(v.Span.Path())
			asked = append(asked, names[i])
		}
	}
	if err := t.addUntracked(changed, root, asked); err != nil {
		return fmt.Errorf("--new-from: %w", err)
	}
	for i := range list {
		if v := &list[i]; v.Code != noFiles && !changed.Touches(v.Diagnostic, names[i]) {
			v.silenced = true
		}
	}
	return nil
}

// addUntracked adds those of the files that git does not keep.
func (t *trigc) addUntracked(changed *silence.Changed, root string, files []string) error {
	slices.Sort(files)
	files = slices.Compact(files)
	var inside []string
	for _, f := range files {
		if f == ".." || strings.HasPrefix(f, "../") || filepath.IsAbs(filepath.FromSlash(f)) {
			changed.AddFile(f)
		} else {
			inside = append(inside, f)
		}
	}
	if len(inside) == 0 {
		return nil
	}
	out, err := t.git(append([]string{"-C", root, "--literal-pathspecs", "ls-files", "-z", "--"}, inside...)...)
	if err != nil {
		return err
	}
	tracked := strings.Split(out, "\x00")
	for _, f := range inside {
		if !slices.Contains(tracked, f) {
			changed.AddFile(f)
		}
	}
	return nil
}

// git runs git in the working directory and returns what it prints.
func (t *trigc) git(args ...string) (string, error) {
	cmd := exec.Command("git", args...)
	cmd.Dir = t.dir
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if errors.Is(err, exec.ErrNotFound) {
		return "", errors.New("git is not installed")
	}
	if err != nil {
		if line, _, _ := strings.Cut(strings.TrimSpace(stderr.String()), "\n"); line != "" {
			return "", fmt.Errorf("git: %s", line)
		}
		return "", fmt.Errorf("git: %w", err)
	}
	return string(out), nil
}
