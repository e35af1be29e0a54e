package expr

import (
	"fmt"
	"slices"
	"strings"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
)

// mustBeBoolean reports an expression whose type is known and is not boolean;
// of is what demands it.
func (c *checker) mustBeBoolean(n ast.Node, of string) {
	if k, ok := n.(*ast.Const); ok && k.Kind == ast.StringConst {
		if !IsBoolInput(k.Value) {
			c.add(diag.Diagnostic{
				Code: "not-boolean", Span: n.Span(), SQLState: "22P02",
				Message: fmt.Sprintf("text %q is no boolean", k.Value), Help: "write a comparison",
			})
		}
		return
	}
	if t := c.typeOf(n); t != "" && t != "boolean" {
		c.add(diag.Diagnostic{
			Code: "not-boolean", Span: n.Span(), SQLState: "42804",
			Message: fmt.Sprintf("argument of %s must be of type boolean, not %s", of, t), Help: "write a comparison",
		})
	}
}

var boolWords = map[ast.BoolOp]string{ast.And: "AND", ast.Or: "OR", ast.Not: "NOT"}

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

// TypeOf returns the name of an expression's type where the text alone tells
// it, or "".
func (s *Scope) TypeOf(sql *ast.SQL) string { return s.typeOf(sql.Root) }

// typeOf returns the name of an expression's type where the text alone tells
// it, or "".
func (s *Scope) typeOf(n ast.Node) string {
	switch n := n.(type) {
	case *ast.Const:
		switch n.Kind {
		case ast.BoolConst:
			return "boolean"
		case ast.IntConst:
			return "integer"
		case ast.FloatConst:
			return "numeric"
		case ast.BitConst:
			return "bit"
		}
	case *ast.Value:
		return valueTypes[n.Name]
	case *ast.Cast:
		if t := s.DB.LookupTypeAt(n.Type, n.Span().File, n.Span().Start); !t.Unknown {
			if t.IsBoolean() {
				return "boolean"
			}
			return t.String()
		}
	case *ast.ColumnRef:
		if col := s.rowColumn(n); col != nil && !col.Type.Unknown {
			if col.Type.IsBoolean() {
				return "boolean"
			}
			return col.Type.String()
		}
		if len(n.Parts) == 1 && (n.Parts[0].Name == "old" || n.Parts[0].Name == "new") && !s.Bare {
			return s.Table.Name
		}
		if len(n.Parts) == 2 && !n.Star && (n.Parts[0].Name == "old" || n.Parts[0].Name == "new") {
			if col := s.Table.Column(n.Parts[1].Name); col != nil && !col.Type.Unknown {
				if col.Type.IsBoolean() {
					return "boolean"
				}
				return col.Type.String()
			}
		}
	case *ast.Bool, *ast.NullTest, *ast.BoolTest:
		return "boolean"
	case *ast.Op:
		switch n.Kind {
		case ast.NullIfOp:
			return ""
		case ast.PlainOp:
			return s.operatorType(n)
		default:
			return "boolean"
		}
	case *ast.SubLink:
		switch n.Kind {
		case ast.ExistsLink, ast.AnyLink, ast.AllLink:
			return "boolean"
		}
	case *ast.List:
		switch n.Kind {
		case ast.RowList:
			return "record"
		case ast.ArrayList:
			return "an array"
		case ast.CoalesceList, ast.MinMaxList:
			common := ""
			for i, a := range n.Args {
				t := s.typeOf(a)
				if t == "" || i > 0 && t != common {
					return ""
				}
				common = t
			}
			return common
		}
	case *ast.Call:
		if s.Pseudo && n.Func.Schema == "" && isPseudo(n.Func.Name) {
			return "boolean"
		}
	}
	return ""
}

// valueTypes are the types of SQL's functions without parentheses.
var valueTypes = map[string]string{
	"current_catalog": "name", "current_role": "name", "current_schema": "name", "current_user": "name", "session_user": "name", "user": "name",
	"current_date": "date", "current_time": "time with time zone", "current_timestamp": "timestamp with time zone",
	"localtime": "time without time zone", "localtimestamp": "timestamp without time zone",
}

// operatorType tells the type of an operator on what has a known type.
func (s *Scope) operatorType(n *ast.Op) string {
	switch n.Name.Name {
	case "=", "<>", "!=", "<", ">", "<=", ">=", "~", "!~", "~*", "!~*":
		return "boolean"
	case "||":
		if isText := func(n ast.Node) bool { t := s.typeOf(n); return t == "text" || t == "character varying" }; isText(n.Left) || isText(n.Right) {
			return "text"
		}
	case "+", "-", "*", "/", "%":
		numeric := []string{"integer", "bigint", "smallint", "numeric", "real", "double precision"}
		right := s.typeOf(n.Right)
		if slices.Contains(numeric, right) && (n.Left == nil || slices.Contains(numeric, s.typeOf(n.Left))) {
			return right
		}
	}
	return ""
}
