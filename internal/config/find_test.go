package config

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

func TestFind(t *testing.T) {
	top := t.TempDir()
	write := func(name string) {
		t.Helper()
		name = filepath.Join(top, name)
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, nil, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("pgtrigger.toml")
	write("plain/deep/x.sql")
	write("repo/.git/HEAD")
	write("repo/sub/x.sql")
	write("worktree/.git")
	write("own/.git/HEAD")
	write("own/pgtrigger.toml")
	write("own/svc/pgtrigger.toml")
	write("own/svc/db/x.sql")
	write("dir/pgtrigger.toml/x.sql")
	for _, tt := range []struct{ dir, want string }{
		{".", "pgtrigger.toml"},
		{"plain/deep", "pgtrigger.toml"},
		{"repo/sub", ""},
		{"worktree", ""},
		{"own/svc/db", "own/svc/pgtrigger.toml"},
		{"own", "own/pgtrigger.toml"},
		{"dir", "pgtrigger.toml"},
	} {
		got, err := Find(filepath.Join(top, tt.dir))
		switch {
		case tt.want == "":
			if !errors.Is(err, fs.ErrNotExist) || got != "" {
				t.Errorf("%s: got %q, %v", tt.dir, got, err)
			}
		case err != nil || got != filepath.Join(top, filepath.FromSlash(tt.want)):
			t.Errorf("%s: got %q, %v", tt.dir, got, err)
		}
	}
}
