package expr

import (
	"fmt"
	"slices"
	"strings"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/pgname"
	"github.com/trigc/trigc/internal/schema"
	"github.com/trigc/trigc/internal/source"
)

// The pseudo-functions of conditions are eight: the words changed and
// unchanged, each for any or for all of the columns, each for the columns
// named or for all but those.

// isPseudo reports whether a function name is that of a pseudo-function.
func isPseudo(name string) bool {
	name = strings.TrimSuffix(strings.TrimPrefix(name, "all_"), "_except")
	return name == "changed" || name == "unchanged"
}

// PseudoFunctions are the names, for the manual.
var PseudoFunctions = []string{
	"changed", "all_changed", "unchanged", "all_unchanged",
	"changed_except", "all_changed_except", "unchanged_except", "all_unchanged_except",
}

func (c *checker) pseudo(n *ast.Call) {
	c.out.rowOld, c.out.rowNew = true, true
	name := n.Func.Name
	if !c.Rows {
		c.add(diag.Diagnostic{
			Code: "statement-row", Span: n.Span(), SQLState: "42P17",
			Message: name + "() compares rows, and a trigger FOR EACH STATEMENT has none here", Help: "write FOR EACH ROW",
		})
		return
	}
	for _, e := range c.Events {
		if e != ast.Update {
			d := diag.Diagnostic{
				Code: "changed-without-update", Span: n.Span(), SQLState: "42P17",
				Message: fmt.Sprintf("%s() compares OLD with NEW, and %s has not both", name, e),
			}
			if len(c.Events) > 1 {
				d.Help = "write a directive of its own for UPDATE"
			}
			c.add(d)
			return
		}
	}
	except := strings.HasSuffix(name, "_except")
	columns, ok := c.columnArgs(n, except)
	if !ok {
		return
	}
	whole := len(n.Args) == 0 || except
	if whole {
		columns = c.allBut(columns)
	}
	if len(columns) == 0 {
		c.add(diag.Diagnostic{Code: "no-columns", Span: n.Span(), Message: "no column is left to compare"})
		return
	}
	all := strings.HasPrefix(name, "all_")
	changed := !strings.Contains(name, "unchanged")
	c.out.edits = append(c.out.edits, edit{n.Span(), Compare(columns, changed, all)})
}

// columnArgs returns the columns that a pseudo-function names.
func (c *checker) columnArgs(n *ast.Call, except bool) ([]*schema.Column, bool) {
	var list []*schema.Column
	if n.Star || n.Distinct || n.Over || n.Agg || n.Named {
		c.add(diag.Diagnostic{
			Code: "pseudo-argument", Span: n.Span(), Message: n.Func.Name + "() takes column names",
		})
		return nil, false
	}
	ok := true
	for _, a := range n.Args {
		ref, isRef := a.(*ast.ColumnRef)
		if !isRef || len(ref.Parts) != 1 || ref.Star {
			help := ""
			if isRef && len(ref.Parts) == 2 {
				help = "write " + ref.Parts[1].Span.String()
			}
			c.add(diag.Diagnostic{
				Code: "pseudo-argument", Span: a.Span(), Message: n.Func.Name + "() takes column names", Help: help,
			})
			ok = false
			continue
		}
		name := ref.Parts[0].Name
		if except && name == "auto" && c.Table.Column("auto") == nil {
			for _, m := range c.Maintained {
				if col := c.Table.Column(m); col != nil {
					list = append(list, col)
				}
			}
			continue
		}
		col := c.columnOf(c.Table, name, ref.Span())
		switch {
		case col == nil:
			ok = ok && c.Table.Open
		case col.Generated && c.Before && !except:
			c.add(diag.Diagnostic{
				Code: "generated-column", Span: ref.Span(), SQLState: "42P17",
				Message: fmt.Sprintf("BEFORE triggers see no generated columns of NEW, and %q is one", name),
				Help:    "use the columns it is made of, or fire AFTER",
				Related: []diag.Related{{Span: col.Decl, Message: "column declared here"}},
			})
			ok = false
		case slices.Contains(list, col):
			c.add(diag.Diagnostic{
				Code: "duplicate-column", Span: ref.Span(), SQLState: "42701",
				Message: fmt.Sprintf("column %q is given twice", name),
			})
			ok = false
		default:
			list = append(list, col)
		}
	}
	return list, ok
}

// allBut returns the columns of the table without some, and without those
// that have no value yet.
func (c *checker) allBut(except []*schema.Column) []*schema.Column {
	var list []*schema.Column
	for _, col := range c.Table.Columns {
		if !slices.Contains(except, col) && !(col.Generated && c.Before) {
			list = append(list, col)
		}
	}
	return list
}

// Compare renders a test of columns between OLD and NEW: whether any, or all,
// changed, or did not.
//
// Columns are compared one by one, those that are cheap to compare first.
// OLD.* IS DISTINCT FROM NEW.* would be shorter and costs five times as much:
// Postgres makes a copy of both rows for it.
func Compare(columns []*schema.Column, changed, all bool) string {
	sorted := slices.Clone(columns)
	slices.SortStableFunc(sorted, func(a, b *schema.Column) int { return cost(a.Type) - cost(b.Type) })
	tests := make([]string, len(sorted))
	for i, col := range sorted {
		tests[i] = CompareColumn(col, changed)
	}
	word := " OR "
	if all {
		word = " AND "
	}
	if len(tests) == 1 {
		return tests[0]
	}
	return "(" + strings.Join(tests, word) + ")"
}

// cost orders types by what a comparison costs: those that fit a register,
// those with collations or of any length, those compared as records.
func cost(t *schema.TypeRef) int {
	switch {
	case !t.HasEquality():
		return 3
	case t.IsArray() || t.Unknown:
		return 2
	case t.IsBoolean(), t.IsInteger(), t.IsDateTime(), t.Enum() != nil:
		return 0
	}
	return 1
}

// CompareColumn renders whether a column changed, or did not. A type without
// equality is compared by its binary image, which every type has (manual,
// section 9.24.6).
func CompareColumn(col *schema.Column, changed bool) string {
	name := pgname.Quote(col.Name)
	if col.Type.HasEquality() {
		if changed {
			return "OLD." + name + " IS DISTINCT FROM NEW." + name
		}
		return "OLD." + name + " IS NOT DISTINCT FROM NEW." + name
	}
	op := "*<>"
	if !changed {
		op = "*="
	}
	// The casts keep Postgres from comparing two ROWs column by column, for
	// which there would have to be an operator of the column's type.
	return "ROW(OLD." + name + ")::record OPERATOR(pg_catalog." + op + ") ROW(NEW." + name + ")::record"
}

// AnyChanged renders whether any column of the table changed. Before the row
// is complete its generated columns are left out: they change only with
// others.
func AnyChanged(t *schema.Relation, before bool) string {
	columns := slices.DeleteFunc(slices.Clone(t.Columns), func(c *schema.Column) bool { return before && c.Generated })
	return Compare(columns, true, false)
}

// operator reports comparisons that Postgres cannot make.
func (c *checker) operator(n *ast.Op, in *names) {
	if in != nil || n.Left == nil {
		return
	}
	switch n.Kind {
	case ast.PlainOp, ast.DistinctOp, ast.NotDistinct, ast.InOp, ast.NullIfOp:
	default:
		return
	}
	name := n.Name.Name
	if n.Kind == ast.PlainOp && name != "=" && name != "<>" && name != "!=" && name != "<" && name != ">" && name != "<=" && name != ">=" {
		return
	}
	left, right := c.columnType(n.Left), c.columnType(n.Right)
	if left.whole && right.whole {
		for _, col := range c.Table.Columns {
			if !col.Type.HasEquality() {
				c.add(diag.Diagnostic{
					Code: "no-equality", Span: source.Span{File: n.Left.Span().File, Start: n.Left.Span().Start, End: n.Right.Span().End},
					Message: fmt.Sprintf("rows cannot be compared: type %s of column %q has no equality operator", col.Type, col.Name),
					Help:    "write changed(), which compares such columns by their binary image",
					Related: []diag.Related{{Span: col.Decl, Message: "column declared here"}},
				})
				return
			}
		}
	}
	if left.col != nil && right.col != nil && !left.col.Type.HasEquality() && !right.col.Type.HasEquality() {
		c.add(diag.Diagnostic{
			Code: "no-equality", Span: n.Left.Span(), SQLState: "42883",
			Message: fmt.Sprintf("type %s of column %q has no equality operator", left.col.Type, left.col.Name),
			Help:    "compare the text (::text), or write changed(" + pgname.Quote(left.col.Name) + ")",
			Related: []diag.Related{{Span: left.col.Decl, Message: "column declared here"}},
		})
	}
	c.enumLabel(left, n.Right)
	c.enumLabel(right, n.Left)
}

type operand struct {
	col   *schema.Column
	whole bool
}

func (c *checker) columnType(n ast.Node) operand {
	ref, ok := n.(*ast.ColumnRef)
	if !ok || len(ref.Parts) == 0 || ref.Parts[0].Name != "old" && ref.Parts[0].Name != "new" {
		return operand{}
	}
	if len(ref.Parts) == 1 {
		return operand{whole: true}
	}
	return operand{col: c.Table.Column(ref.Parts[1].Name)}
}

// enumLabel reports literals that are no labels of the enum they are compared
// with.
func (c *checker) enumLabel(o operand, n ast.Node) {
	if o.col == nil {
		return
	}
	enum := o.col.Type.Enum()
	if enum == nil {
		return
	}
	values := []ast.Node{n}
	if list, ok := n.(*ast.List); ok && list.Kind == ast.InList {
		values = list.Args
	}
	for _, v := range values {
		k, ok := v.(*ast.Const)
		if ok && k.Kind == ast.StringConst && !slices.Contains(enum.Labels, k.Value) {
			c.add(EnumLabel(enum, k.Value, k.Span()))
		}
	}
}

// EnumLabel is the diagnostic for a text that is no label of an enum.
func EnumLabel(enum *schema.Type, label string, at source.Span) diag.Diagnostic {
	help := diag.DidYouMean(label, enum.Labels)
	if help == "" {
		help = "labels are " + quotedList(enum.Labels)
	}
	return diag.Diagnostic{
		Code: "enum-label", Severity: diag.Error, Span: at, SQLState: "22P02",
		Message: fmt.Sprintf("enum %q has no label %q", enum.Name, label), Help: help,
		Related: []diag.Related{{Span: enum.Decl, Message: "type declared here"}},
	}
}

func quotedList(list []string) string {
	q := make([]string, len(list))
	for i, s := range list {
		q[i] = fmt.Sprintf("%q", s)
	}
	return strings.Join(q, ", ")
}
