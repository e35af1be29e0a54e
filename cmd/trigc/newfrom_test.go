package main

import (
	"os/exec"
	"testing"

	"github.com/trigc/trigc/internal/diag"
)

// Without git, or without a repository of it, --new-from is trouble.
func TestNewFromWithoutGit(t *testing.T) {
	b := newBench(t)
	b.write("pgtrigger.toml", "version = 1\nschema = [\"schema.sql\"]\n")
	b.finding(diag.Error)
	if _, err := exec.LookPath("git"); err == nil {
		t.Setenv("LC_ALL", "C")
		t.Setenv("GIT_DIR", "none")
		b.run(2, "", "trigc: --new-from needs a git repository: git: fatal: not a git repository: 'none'\n", "vet", "--new-from", "HEAD")
	}
	t.Setenv("PATH", t.TempDir())
	b.run(2, "", "trigc: --new-from needs a git repository: git is not installed\n", "vet", "--new-from", "HEAD")
}
