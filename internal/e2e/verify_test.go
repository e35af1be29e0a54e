package e2e

import (
	"context"
	"encoding/json"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"strconv"
	"testing"

	"github.com/jackc/pgx/v5/pgconn"
)

// A part is a trigger of a generated Go package, as it is to be in a database.
type part struct{ schema, table, name, firing, mark, catalog, function string }

// generated reads the triggers and the query of Verify out of a generated Go
// package, which would take long to build.
func generated(t *testing.T, triggers, runtime string) (parts []part, verifySQL string) {
	t.Helper()
	parse := func(text string) *ast.File {
		f, err := parser.ParseFile(token.NewFileSet(), "", text, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		return f
	}
	literal := func(e ast.Expr) string {
		lit, ok := e.(*ast.BasicLit)
		if !ok {
			return ""
		}
		s, err := strconv.Unquote(lit.Value)
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	keyed := func(lit *ast.CompositeLit) map[string]ast.Expr {
		fields := map[string]ast.Expr{}
		for _, e := range lit.Elts {
			if kv, ok := e.(*ast.KeyValueExpr); ok {
				fields[kv.Key.(*ast.Ident).Name] = kv.Value
			}
		}
		return fields
	}
	ast.Inspect(parse(triggers), func(n ast.Node) bool {
		lit, ok := n.(*ast.CompositeLit)
		if !ok {
			return true
		}
		if name, ok := lit.Type.(*ast.Ident); !ok || name.Name != "unit" {
			return true
		}
		unit := keyed(lit)
		for _, e := range unit["parts"].(*ast.CompositeLit).Elts {
			f := keyed(e.(*ast.CompositeLit))
			p := part{literal(unit["schema"]), literal(unit["table"]), literal(f["name"]), "O", literal(f["mark"]), literal(f["catalog"]), literal(f["function"])}
			if f["table"] != nil {
				p.schema, p.table = literal(f["schema"]), literal(f["table"])
			}
			if f["firing"] != nil {
				p.firing = literal(f["firing"])
			}
			parts = append(parts, p)
		}
		return false
	})
	ast.Inspect(parse(runtime), func(n ast.Node) bool {
		if v, ok := n.(*ast.ValueSpec); ok && v.Names[0].Name == "verifySQL" {
			verifySQL = literal(v.Values[0])
		}
		return true
	})
	if verifySQL == "" {
		t.Fatal("the runtime has no verifySQL")
	}
	return parts, verifySQL
}

// verifyGenerated checks that the query of Verify finds all triggers of a
// generated Go package as the package has them.
func verifyGenerated(t *testing.T, conn *pgconn.PgConn, triggers, runtime string) {
	t.Helper()
	parts, verifySQL := generated(t, triggers, runtime)
	var names [][3]string
	for _, p := range parts {
		names = append(names, [3]string{p.schema, p.table, p.name})
	}
	list, err := json.Marshal(names)
	if err != nil {
		t.Fatal(err)
	}
	result := conn.ExecParams(context.Background(), verifySQL, [][]byte{list, []byte("public")}, nil, nil, nil).Read()
	if result.Err != nil {
		t.Fatalf("Verify: %v", result.Err)
	}
	if len(result.Rows) != len(parts) {
		t.Errorf("Verify finds %d triggers, want %d", len(result.Rows), len(parts))
	}
	for _, row := range result.Rows {
		i, err := strconv.Atoi(string(row[0]))
		if err != nil {
			t.Fatal(err)
		}
		p := parts[i-1]
		got := fmt.Sprintf("%s", row[1:])
		if string(row[1]) != p.firing || string(row[2]) != "trigc:"+p.mark || string(row[3]) != "t" || string(row[4]) != p.catalog ||
			p.function != "" && (string(row[5]) != "trigc:"+p.function || string(row[6]) != p.function) {
			t.Errorf("Verify finds %s.%s.%s as %s, want %+v", p.schema, p.table, p.name, got, p)
		}
	}
}
