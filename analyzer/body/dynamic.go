package body

import (
	"fmt"
	"slices"
	"strings"

	"github.com/trigc/trigc/analyzer/types"
	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
)

// dynamic checks EXECUTE, and returns the columns of its text, nil if they are
// not known. The text runs without the variables of the function.
func (c *checker) dynamic(at ast.PLStmt, text *ast.SQL, using []*ast.SQL, how likelihood) (out []types.Output) {
	c.value(text, how)
	var params []types.Type
	for _, u := range using {
		t := c.value(u, how)
		if t.IsUnknownLiteral() {
			t = types.Builtin("text")
		}
		params = append(params, t)
	}
	d := text.Dynamic
	switch {
	case d == nil && c.neverSet(text.Root), d != nil && d.Null:
		c.errorf("null-command", how, text.Span, "22004", "", "query string argument of EXECUTE is null")
		return nil
	case d == nil:
		return nil
	case d.Bad != nil:
		c.errorf("syntax-error", how, d.Bad.Span, d.Bad.SQLState, "", d.Bad.Message)
		return nil
	}
	for _, n := range d.Newer {
		if c.Catalog.Version < n.Version {
			c.errorf("newer-syntax", how, n.Span, n.SQLState, n.Help, fmt.Sprintf("%s needs Postgres %d, and the target is %d", n.What, n.Version, c.Catalog.Version))
			return nil
		}
	}
	for _, s := range d.Stmts {
		out = c.dynamicStmt(at, s, len(d.Stmts) == 1, params, how)
	}
	if len(d.Stmts) != 1 {
		return nil
	}
	return out
}

// neverSet reports whether an expression is a variable that nothing gives a value.
func (c *checker) neverSet(n ast.Node) bool {
	ref, ok := n.(*ast.ColumnRef)
	if !ok || ref.Star {
		return false
	}
	v, rest := c.names.lookup(ref.Parts)
	return v != nil && len(rest) == 0 && !v.assigned && !v.record && !v.row
}

// dynamicStmt checks a statement in the text of EXECUTE.
func (c *checker) dynamicStmt(at ast.PLStmt, s ast.DynamicStmt, alone bool, params []types.Type, how likelihood) (out []types.Output) {
	q, ok := s.SQL.Root.(*ast.Query)
	if !ok || c.readOnly(q, how) {
		return nil
	}
	switch word := firstWord(s.Text); {
	case slices.Contains([]string{"BEGIN", "START", "COMMIT", "END", "ROLLBACK", "ABORT", "SAVEPOINT", "RELEASE"}, word),
		strings.HasPrefix(oneLine(s.Text), "PREPARE TRANSACTION"):
		c.errorf("transaction-end", how, s.SQL.Span, "0A000", "", "EXECUTE of transaction commands is not implemented: "+word)
		return nil
	case s.Into && alone:
		c.errorf("no-destination", how, s.SQL.Span, "0A000", "write INTO behind the text, or CREATE TABLE … AS", "EXECUTE of SELECT ... INTO is not implemented")
		return nil
	}
	found := c.found(func(k *types.Checker) {
		k.Params, k.Names = params, true
		out = k.Query(q, c.transition())
	})
	for _, d := range found {
		d.Fixes = nil // they know nothing of the quotes around
		switch {
		case d.Code == "frozen-time": // it is read each time
		case c.unseen(d, len(params), how):
		case c.makes && (strings.HasPrefix(string(d.Code), "unknown-") || d.Code == "no-function"): // the body may have made it
		default:
			c.add(d, how)
		}
	}
	c.setsRole(q, how)
	if !c.command(s.SQL.Span, s.Text, q, how) {
		c.writes(at, s.SQL.Span, s.Text, q, how)
	}
	return out
}

// unseen reports a name in the text of EXECUTE that is one of the function's, or
// a parameter that USING does not give.
func (c *checker) unseen(d diag.Diagnostic, params int, how likelihood) bool {
	name := ""
	if parts := strings.Split(d.Message, `"`); len(parts) == 3 {
		name = parts[1]
	}
	v, _ := c.names.lookup([]ast.Ident{{Name: name}})
	switch {
	case d.Code == "parameter":
		help := "write USING"
		if params > 0 {
			help = fmt.Sprintf("USING has %d", params)
		}
		c.errorf("dynamic-row", how, d.Span, d.SQLState, help, d.Message)
		return true
	case v != nil && (strings.HasPrefix(d.Message, "missing FROM-clause entry") || d.Message == fmt.Sprintf("column %q does not exist", name)):
		c.errorf("dynamic-row", how, d.Span, d.SQLState, "pass it by USING, and write $1", d.Message+": the text does not see the variables of the function")
		return true
	}
	return false
}

// returnsRows checks that EXECUTE … INTO has something to put there.
func (c *checker) returnsRows(s *ast.Execute, how likelihood) {
	d := s.Text.Dynamic
	if s.Into == nil || d == nil || len(d.Stmts) == 0 || d.Bad != nil {
		return
	}
	last, ok := d.Stmts[len(d.Stmts)-1].SQL.Root.(*ast.Query)
	if ok && last.Kind != ast.OtherQuery && last.Kind != ast.SelectQuery && len(last.Returning) == 0 {
		c.errorf("no-destination", how, s.Into.Span(), "42601", "write RETURNING", "INTO used with a command that cannot return data")
	}
}
