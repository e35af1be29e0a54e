package expr

import (
	"slices"
	"strconv"
	"strings"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/pgname"
	"github.com/trigc/trigc/internal/schema"
)

// Comparisons of columns mean the same under any search path, when a trigger
// is made and when its function runs. Postgres looks "=" up by name, and so do
// IS DISTINCT FROM and IN: of a type of another schema it finds nothing, or the
// operator of a type that it can be cast to (text, for citext).

// Compare renders a test of columns between OLD and NEW: whether any, or all,
// changed, or did not.
//
// Of no columns, those of a table that has none, all have changed and not any.
//
// Columns are compared one by one, those that are cheap to compare first.
// OLD.* IS DISTINCT FROM NEW.* would be shorter and costs five times as much:
// Postgres makes a copy of both rows for it.
func Compare(columns []*schema.Column, changed, all bool) string {
	var byCost [maxCost + 1][]string
	for _, col := range columns {
		c := cost(col.Type)
		byCost[c] = append(byCost[c], CompareColumn(col, changed))
	}
	tests := slices.Concat(byCost[:]...)
	word := " OR "
	if all {
		word = " AND "
	}
	switch len(tests) {
	case 0:
		return strconv.FormatBool(all)
	case 1:
		return tests[0]
	}
	return "(" + strings.Join(tests, word) + ")"
}

// maxCost is the highest cost.
const maxCost = 3

// cost orders types by what a comparison costs: those that fit a register,
// those with collations or of any length, those compared as records.
func cost(t *schema.TypeRef) int {
	switch {
	case !t.HasEquality(), t.Equality() == 0, t.Foreign() != nil:
		return 3
	case t.IsArray():
		return 2
	case t.IsBoolean(), t.IsInteger(), t.IsDateTime(), t.Enum() != nil:
		return 0
	}
	return 1
}

// CompareColumn renders whether a column changed, or did not. A type without
// equality, or of which that is not known, is compared by its binary image,
// which every type has (manual, section 9.24.6). Records compare by the
// equality of their fields' types, wherever its operator is.
func CompareColumn(col *schema.Column, changed bool) string {
	op := ""
	switch {
	case col.Type.Equality() != ast.Yes:
		op = "*="
	case col.Type.Foreign() != nil:
		op = "="
	case changed:
		return Value("OLD", col) + " IS DISTINCT FROM " + Value("NEW", col)
	default:
		return Value("OLD", col) + " IS NOT DISTINCT FROM " + Value("NEW", col)
	}
	if changed {
		op = strings.TrimSuffix(op, "=") + "<>"
	}
	name := pgname.Quote(col.Name)
	// The casts keep Postgres from comparing two ROWs column by column, for
	// which it would look the operator up by name.
	return "ROW(OLD." + name + ")::record OPERATOR(pg_catalog." + op + ") ROW(NEW." + name + ")::record"
}

// Value renders a column of a row, "" for the one that needs no name, as a
// value that can be compared. A domain over an enum is cast to that: Postgres
// has no operators for one.
func Value(row string, col *schema.Column) string {
	value := pgname.Quote(col.Name)
	if row != "" {
		value = row + "." + value
	}
	if overEnum(col.Type) {
		value += "::" + col.Type.Base().SQL()
	}
	return value
}

// overEnum reports whether a type is a domain over an enum.
func overEnum(t *schema.TypeRef) bool {
	return t.Array == 0 && t.Def != nil && t.Def.Kind == ast.Domain && t.Enum() != nil
}

// AnyChanged renders whether any column of the table changed. Before the row
// is complete its generated columns are left out: they change only with
// others.
func AnyChanged(t *schema.Relation, before bool) string {
	columns := slices.DeleteFunc(slices.Clone(t.Columns), func(c *schema.Column) bool { return before && c.Generated })
	return Compare(columns, true, false)
}
