package expr

import (
	"slices"
	"strings"

	"github.com/trigc/trigc/analyzer/types"
	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
)

// IsBoolInput reports whether Postgres reads the text as a boolean
// (boolin: unique prefixes of the words, blanks around).
func IsBoolInput(text string) bool {
	t := strings.ToLower(strings.TrimSpace(text))
	if t == "" || t == "o" {
		return false
	}
	return slices.ContainsFunc([]string{"true", "false", "yes", "no", "on", "off"}, func(w string) bool { return strings.HasPrefix(w, t) }) ||
		t == "1" || t == "0"
}

// TypeOf returns the name of an expression's type, "" if it is not known.
func (s *Scope) TypeOf(sql *ast.SQL) string {
	c := &checker{Scope: s, out: &Expr{sql: sql}}
	check := c.checker()
	check.Report = new(diag.Report)
	t := types.Type{}
	if _, isQuery := sql.Root.(*ast.Query); !isQuery {
		t = check.Expr(sql.Root, c.scope())
	}
	if !t.IsKnown() || t.IsUnknownLiteral() {
		return ""
	}
	return s.World.String(t)
}
