package expr

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/schema"
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

// pseudoCall reports whether a call was that of a pseudo-function, or meant to
// be; then it has been dealt with.
func (c *checker) pseudoCall(n *ast.Call, in *names) bool {
	switch {
	case n.Func.Schema != "":
		return false
	case !isPseudo(n.Func.Name):
		return c.almostPseudo(n, in)
	case c.Pseudo:
		c.pseudo(n)
		return true
	case len(c.functions(n.Func)) > 0:
		return false // the user's own
	case c.Row != "":
		c.add(diag.Diagnostic{
			Code: "row-condition", Span: n.Span(), Message: n.Func.Name + "() compares rows, and this condition is about one",
			Help: "write what a row must be like to be counted",
		})
		return true
	}
	c.add(diag.Diagnostic{
		Code: "pseudo-place", Span: n.Func.Span, SQLState: "42883",
		Message: n.Func.Name + "() can only stand in the condition of a directive", Help: "write it in WHEN",
	})
	return true
}

// almostPseudo reports a call that is most likely a misspelled pseudo-function:
// of columns without a row, which are a mistake in a condition anyway.
func (c *checker) almostPseudo(n *ast.Call, in *names) bool {
	if !c.Pseudo || in != nil || len(n.Args) == 0 || len(c.functions(n.Func)) > 0 {
		return false
	}
	for _, a := range n.Args {
		ref, ok := a.(*ast.ColumnRef)
		if !ok || len(ref.Parts) != 1 || ref.Star || c.Table.Column(ref.Parts[0].Name) == nil {
			return false
		}
	}
	help := diag.DidYouMean(n.Func.Name, PseudoFunctions)
	if help == "" {
		return false
	}
	c.add(diag.Diagnostic{
		Code: "unknown-function", Span: n.Func.Span, SQLState: "42883",
		Message: fmt.Sprintf("function %q does not exist", n.Func.Name+"()"), Help: help,
		Fixes: RespellName(n.Func.Span, n.Func.Name, PseudoFunctions),
	})
	return true
}

// ComparesRows reports whether a condition has a pseudo-function.
func ComparesRows(sql *ast.SQL) bool {
	var in func(n ast.Node) bool
	in = func(n ast.Node) bool {
		if call, ok := n.(*ast.Call); ok && call.Func.Schema == "" && isPseudo(call.Func.Name) {
			return true
		}
		return slices.ContainsFunc(ast.Children(n), in)
	}
	return in(sql.Root)
}

func (c *checker) pseudo(n *ast.Call) {
	name := n.Func.Name
	if c.Fresh {
		if _, ok := c.columnArgs(n, strings.HasSuffix(name, "_except")); ok {
			c.out.edits = append(c.out.edits, edit{n.Span(), strconv.FormatBool(!strings.Contains(name, "unchanged"))})
		}
		return
	}
	c.out.rowOld, c.out.rowNew = true, true
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
		if name == "auto" && c.Table.Column(name) == nil && !c.Table.Open {
			c.add(diag.Diagnostic{
				Code: "pseudo-argument", Span: ref.Span(), Message: "auto can only stand among exceptions", Help: "write changed_except(auto)",
			})
			ok = false
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
