package main

import (
	"go/ast"
	"go/constant"
	"go/types"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/diff"
	"golang.org/x/tools/go/packages"
)

// All codes that the compiler may give a finding are rules that a
// configuration can name, and it can name no others. What is wrong with the
// configuration itself is no rule.
func TestRulesAreAll(t *testing.T) {
	pkgs, err := packages.Load(&packages.Config{
		Mode: packages.NeedName | packages.NeedFiles | packages.NeedSyntax | packages.NeedTypes | packages.NeedTypesInfo | packages.NeedImports,
	}, "../../...")
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]bool{}
	for _, pkg := range pkgs {
		for _, err := range pkg.Errors {
			t.Fatal(err)
		}
		switch strings.TrimPrefix(pkg.PkgPath, "github.com/trigc/trigc/") {
		case "internal/config", "cmd/trigc", "analyzer/lint":
			continue
		}
		for _, file := range pkg.Syntax {
			ast.Inspect(file, func(n ast.Node) bool {
				expr, ok := n.(ast.Expr)
				if !ok {
					return true
				}
				tv := pkg.TypesInfo.Types[expr]
				named, ok := tv.Type.(*types.Named)
				if ok && tv.Value != nil && named.Obj().Name() == "Code" && strings.HasSuffix(named.Obj().Pkg().Path(), "/internal/diag") {
					if code := constant.StringVal(tv.Value); code != "" {
						found[code] = true
					}
				}
				return true
			})
		}
	}
	if len(found) == 0 {
		t.Fatal("no codes found")
	}
	want := strings.Join(slices.Sorted(maps.Keys(found)), "\n") + "\n"
	if codes == want {
		return
	}
	if *updateScripts {
		if err := os.WriteFile("codes.txt", []byte(want), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	t.Errorf("codes.txt is not what the compiler says; run with -update\n%s", diff.Diff("codes.txt", []byte(codes), "compiler", []byte(want)))
}
