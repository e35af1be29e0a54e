package internal

import (
	"go/build"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// imports is the architecture: what each package may import of this module.
// A stage imports only what stands above it in this list. Do not change the
// list to make a build pass; see ARCHITECTURE.md.
var imports = []struct {
	pkg  string
	uses string
}{
	{"docs/rules", ""},
	{"internal/source", ""},
	{"internal/pgname", ""},
	{"internal/diag", "internal/source"},
	{"internal/ast", "internal/source"},
	{"internal/catalog", ""},
	{"internal/catalog/gen", ""},
	{"internal/config", "internal/source internal/diag"},
	{"internal/load", "internal/source internal/diag"},
	{"internal/silence", "internal/source internal/diag internal/load"},
	{"internal/schema", "internal/source internal/diag internal/ast internal/pgname internal/catalog"},
	{"internal/ir", "internal/source internal/ast internal/schema"},
	{"parser", "internal/source internal/diag internal/ast internal/pgname"},
	{"analyzer/input", ""},
	{"analyzer/types", "internal/source internal/diag internal/ast internal/schema internal/pgname internal/catalog analyzer/input"},
	{"analyzer/body", "internal/source internal/diag internal/ast internal/schema internal/pgname analyzer/types"},
	{"analyzer/expr", "internal/source internal/diag internal/ast internal/schema internal/pgname analyzer/types"},
	{"analyzer/rules", "internal/source internal/diag internal/ast internal/schema internal/pgname analyzer/expr"},
	{"analyzer/kind", "internal/source internal/diag internal/ast internal/schema internal/ir internal/pgname analyzer/expr analyzer/rules analyzer/types"},
	{"analyzer/lint", "internal/source internal/diag internal/ast internal/schema internal/ir internal/pgname analyzer/expr"},
	{"analyzer/policy", "internal/diag internal/ast internal/config internal/schema internal/ir internal/pgname"},
	{"analyzer", "internal/source internal/diag internal/ast internal/schema internal/ir internal/pgname analyzer/expr analyzer/rules analyzer/kind analyzer/types analyzer/body"},
	{"codegen", "internal/ast internal/ir internal/schema internal/config internal/pgname"},
	{"internal/compile", "internal/source internal/diag internal/config internal/load internal/ir parser analyzer analyzer/kind analyzer/lint analyzer/policy codegen"},
	{"internal/live", "internal/ast internal/ir internal/pgname codegen"},
	{"cmd/trigc", "internal/live docs/rules internal/source internal/pgname internal/diag internal/ast internal/config internal/silence internal/schema internal/ir internal/compile analyzer/kind analyzer/lint codegen"},
}

// outside is what packages may import from elsewhere; those not named import
// the standard library alone.
var outside = map[string][]string{
	"parser":               {"github.com/pganalyze/pg_query_go/v5", "google.golang.org/protobuf"},
	"internal/catalog/gen": {"github.com/jackc/pgx/v5"},
	"internal/config":      {"github.com/BurntSushi/toml", "github.com/bmatcuk/doublestar/v4"},
	"internal/load":        {"github.com/bmatcuk/doublestar/v4", "gopkg.in/yaml.v3"},
	"internal/live":        {"github.com/jackc/pgx/v5"},
	"internal/diag":        {"golang.org/x/text", "github.com/mattn/go-runewidth"},
	"cmd/trigc":            {"github.com/spf13/pflag", "golang.org/x/term", "golang.org/x/sys", "github.com/rogpeppe/go-internal/diff"},
}

// pure packages are given all they know: they touch neither disk, environment
// nor network.
var pure = strings.Fields(`internal/source internal/pgname internal/diag internal/ast internal/load internal/silence internal/schema
internal/ir internal/compile internal/catalog parser analyzer analyzer/input analyzer/types analyzer/body analyzer/expr analyzer/rules analyzer/kind analyzer/lint analyzer/policy codegen`)

const module = "github.com/trigc/trigc/"

func TestImports(t *testing.T) {
	allowed := map[string][]string{}
	for _, p := range imports {
		allowed[p.pkg] = strings.Fields(p.uses)
	}
	root := ".."
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || !d.IsDir() {
			return err
		}
		name := filepath.ToSlash(strings.TrimPrefix(strings.TrimPrefix(path, root), string(filepath.Separator)))
		if base := filepath.Base(path); base == "testdata" || base == "tools" || strings.HasPrefix(base, ".") && path != root {
			return filepath.SkipDir
		}
		pkg, err := build.ImportDir(path, 0)
		if err != nil {
			return nil // no Go here
		}
		uses, known := allowed[name]
		switch {
		case strings.HasPrefix(name, "internal/e2e"), strings.HasPrefix(name, "internal/pgtest"), name == "internal/bench", name == "internal/sariftest", len(pkg.GoFiles) == 0:
			return nil // tests only
		case !known:
			t.Errorf("package %s is not in the list", name)
		}
		for _, imp := range pkg.Imports {
			own, isOwn := strings.CutPrefix(imp, module)
			switch {
			case isOwn && !slices.Contains(uses, own):
				t.Errorf("package %s must not import %s", name, own)
			case !isOwn && strings.Contains(strings.Split(imp, "/")[0], "."):
				if !slices.ContainsFunc(outside[name], func(o string) bool { return imp == o || strings.HasPrefix(imp, o+"/") }) {
					t.Errorf("package %s must not import %s", name, imp)
				}
			case slices.Contains(pure, name) && (imp == "os" || imp == "net" || imp == "os/exec"):
				t.Errorf("package %s must not import %s", name, imp)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
