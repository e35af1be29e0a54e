package compile_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// Functions and fields that take the code of a finding. Of a function it is
// the first argument that is a string.
var codeTakers = map[string]bool{
	"Code": true, "errorf": true, "warnf": true, "clash": true, "dead": true, "errorAt": true, "report": true, "Errorf": true, "fail": true,
}

// TestCodes looks up the codes of findings in the source and demands a fixture
// of its name for each.
func TestCodes(t *testing.T) {
	kebab := regexp.MustCompile(`^[a-z][a-z0-9]*(-[a-z0-9]+)*$`)
	codes := map[string]string{} // code to a place of it
	for _, dir := range []string{"../../parser", "../../internal/schema", "../../analyzer"} {
		err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
			if err != nil || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
				return err
			}
			for code, at := range codesOf(t, path) {
				codes[code] = at
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if len(codes) < 55 {
		t.Errorf("found only %d codes: %v", len(codes), codes)
	}
	for code, at := range codes {
		if !kebab.MatchString(code) {
			t.Errorf("%s: code %q is not in kebab-case", at, code)
		}
		check, _ := os.Stat("../../testdata/check/" + code + ".sql")
		lint, _ := os.Stat("../../testdata/lint/" + code + ".sql")
		if check == nil && lint == nil {
			t.Errorf("%s: code %q has no fixture", at, code)
		}
	}
	for _, dir := range []string{"check", "lint"} {
		files, err := filepath.Glob("../../testdata/" + dir + "/*.sql")
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range files {
			code := strings.TrimSuffix(filepath.Base(path), ".sql")
			if codes[code] == "" && !ofLoad[code] {
				t.Errorf("%s: no finding has this code", path)
			}
		}
	}
}

// Codes of package load that a single file can show.
var ofLoad = map[string]bool{"invalid-utf8": true}

// codesOf returns the codes in a Go file.
func codesOf(t *testing.T, path string) map[string]string {
	t.Helper()
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, path, nil, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	codes := map[string]string{}
	add := func(n ast.Expr) bool {
		lit, ok := n.(*ast.BasicLit)
		if !ok || lit.Kind != token.STRING {
			return false
		}
		code, err := strconv.Unquote(lit.Value)
		if err != nil {
			t.Fatal(err)
		}
		codes[code] = fset.Position(lit.Pos()).String()
		return true
	}
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.KeyValueExpr:
			key, ok := n.Key.(*ast.Ident)
			if !ok || key.Name != "Code" || add(n.Value) {
				break
			}
			// One of several, in a map.
			ast.Inspect(n.Value, func(n ast.Node) bool {
				if kv, ok := n.(*ast.KeyValueExpr); ok {
					add(kv.Value)
				}
				return true
			})
		case *ast.CallExpr:
			name := ""
			switch f := n.Fun.(type) {
			case *ast.Ident:
				name = f.Name
			case *ast.SelectorExpr:
				name = f.Sel.Name
			}
			if codeTakers[name] && len(n.Args) > 0 {
				add(n.Args[0])
			}
		}
		return true
	})
	return codes
}
