package body

import (
	"slices"
	"strings"

	"github.com/trigc/trigc/internal/ast"
)

// handler returns the scope of the handler that a statement stands in, or nil.
func (n *names) handler() *names {
	for ; n != nil; n = n.outer {
		if n.vars["sqlerrm"] != nil {
			return n
		}
	}
	return nil
}

// expects reports whether a handler is there for what this package finds:
// names that stand for nothing, or anything at all.
func (c *checker) expects(h ast.Handler) bool {
	for _, k := range h.Conditions {
		switch k.Name.Name {
		case "others", "division_by_zero", "undefined_column", "undefined_table", "undefined_function", "undefined_object", "syntax_error_or_access_rule_violation",
			"invalid_datetime_format", "datetime_field_overflow", "case_not_found", "data_exception", "invalid_text_representation", "numeric_value_out_of_range", "string_data_right_truncation",
			"syntax_error", "undefined_parameter", "insufficient_privilege", "null_value_not_allowed", "invalid_parameter_value":
			return true
		}
		if k.SQLState != nil && strings.HasPrefix(k.SQLState.Value, "42") {
			return true
		}
	}
	return false
}

// seen returns how likely it is that what is found in blocks with handlers is
// seen. A handler counts for what its conditions name; of what has no SQLSTATE
// it is not known which it is.
func (c *checker) seen(state string, how likelihood) likelihood {
	for _, b := range slices.Backward(c.handled) {
		if state == "" {
			how = min(how, perhaps)
			for _, h := range b.Handlers {
				switch {
				case !c.expects(h):
				case !catchesAll(h):
					how = min(how, expected)
				case !raises(h.Stmts):
					how = min(how, caught)
				}
			}
			continue
		}
		i := slices.IndexFunc(b.Handlers, func(h ast.Handler) bool { return catches(h, state) })
		switch {
		case i < 0, rethrows(b.Handlers[i].Stmts):
		case !catchesAll(b.Handlers[i]):
			return expected
		case !raises(b.Handlers[i].Stmts):
			return min(how, caught)
		default:
			how = min(how, perhaps)
		}
	}
	return how
}

// catches reports whether a handler catches an error (exception_matches_conditions
// of pl_exec.c): OTHERS leaves out two, and a class stands for all in it.
func catches(h ast.Handler, state string) bool {
	return slices.ContainsFunc(h.Conditions, func(k ast.Condition) bool {
		if k.Name.Name == "others" {
			return state != "57014" && state != "P0004"
		}
		return slices.ContainsFunc(k.States, func(s string) bool {
			return s == state || strings.HasSuffix(s, "000") && len(state) == 5 && s[:2] == state[:2]
		})
	})
}

// catchesAll reports whether a handler is there for no error of its own: WHEN
// OTHERS.
func catchesAll(h ast.Handler) bool {
	return len(h.Conditions) == 1 && h.Conditions[0].Name.Name == "others"
}

// raises reports whether statements end in an error.
func raises(list []ast.PLStmt) bool {
	for _, s := range list {
		switch s := s.(type) {
		case *ast.Raise:
			if s.Level == "" || s.Level == "EXCEPTION" {
				return true
			}
		case *ast.Return:
			return false
		}
	}
	return false
}

// rethrows reports whether statements raise the error again as it is, whatever
// the data.
func rethrows(list []ast.PLStmt) bool {
	for _, s := range list {
		switch s := s.(type) {
		case *ast.Raise:
			if s.Level == "" && s.Format == nil && s.Condition.Name == "" && s.SQLState == nil && len(s.Options) == 0 {
				return true
			}
			if raises([]ast.PLStmt{s}) {
				return false
			}
		case *ast.GetDiagnostics, *ast.Assign:
		default:
			return false
		}
	}
	return false
}
