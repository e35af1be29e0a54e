package body

import (
	"fmt"
	"slices"
	"strings"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/source"
)

// role reports that a function which runs with the rights of its owner sets a
// parameter that says whose rights are in force (GUC_NOT_WHILE_SEC_REST of
// guc.c).
func (c *checker) role(at source.Span, parameter string, how likelihood) {
	if c.function == nil || !c.function.Decl.SecDef || parameter != "role" && parameter != "session_authorization" {
		return
	}
	c.errorf("definer-role", how, at, "42501", "a function that is SECURITY DEFINER has the rights of its owner; set the role outside of it",
		fmt.Sprintf("cannot set parameter %q within security-definer function", parameter))
}

// setsRole looks for calls of set_config that do so.
func (c *checker) setsRole(n ast.Node, how likelihood) {
	root := n
	if q, ok := n.(*ast.Query); ok && q.Kind == ast.SelectQuery && q.Clauses != nil && len(q.Clauses.Targets) == 1 &&
		len(q.Clauses.From) == 0 && q.Clauses.Where == nil {
		root = q.Clauses.Targets[0].Expr
	}
	ast.Walk(n, func(n ast.Node) bool {
		call, ok := n.(*ast.Call)
		if !ok || call.Func.Name != "set_config" || !slices.Contains([]string{"", "pg_catalog"}, call.Func.Schema) || len(call.Args) != 3 {
			return true
		}
		if k, ok := call.Args[0].(*ast.Const); ok && k.Kind == ast.StringConst {
			if call != root {
				how = min(how, perhaps) // something else may keep it from being called
			}
			c.role(call.Span(), strings.ToLower(k.Value), how)
		}
		return true
	})
}
