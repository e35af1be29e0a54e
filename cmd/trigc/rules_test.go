package main

import (
	"go/ast"
	"go/constant"
	"go/types"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/packages"
)

// All codes that the compiler may give a finding are rules that a
// configuration can name, and it can name no others.
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
	known := rules()
	for code := range found {
		if !slices.Contains(known, code) {
			t.Errorf("code %q is missing in rules.go", code)
		}
	}
	for _, code := range known {
		if !found[code] {
			t.Errorf("rules.go has %q, which nothing reports", code)
		}
	}
	if !slices.IsSorted(compilerRules) {
		t.Error("the rules of the compiler are not sorted")
	}
}
