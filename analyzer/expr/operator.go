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

// operator reports comparisons that Postgres cannot make.
func (c *checker) operator(n *ast.Op, in *names) {
	if in != nil || n.Left == nil {
		return
	}
	left := c.operand(n.Left)
	switch name := n.Name.Name; n.Kind {
	case ast.PlainOp:
		if name == "!=" {
			name = "<>"
		}
		if slices.Contains([]string{"=", "<>", "<", ">", "<=", ">="}, name) && (n.Name.Schema == "" || n.Name.Schema == "pg_catalog") {
			c.compare(left, c.operand(n.Right), name)
		}
	case ast.DistinctOp, ast.NotDistinct:
		if !isNull(n.Left) && !isNull(n.Right) { // with NULL it is a test for NULL
			c.compare(left, c.operand(n.Right), "=")
		}
	case ast.NullIfOp:
		c.compare(left, c.operand(n.Right), "=")
	case ast.OpAny:
		// A literal of an array that has nothing to unquote.
		if k, ok := n.Right.(*ast.Const); ok && left.enum != nil && k.Kind == ast.StringConst && !strings.ContainsAny(k.Value, `"\\`) {
			for _, label := range strings.Split(strings.Trim(k.Value, "{}"), ",") {
				if label != "" && label != "NULL" && !slices.Contains(left.enum.Labels, label) {
					c.add(EnumLabel(left.enum, label, k.Span()))
				}
			}
		}
	case ast.InOp:
		if list, ok := n.Right.(*ast.List); ok {
			c.compareAll(left, list.Args, name)
		}
	case ast.BetweenOp:
		if list, ok := n.Right.(*ast.List); ok {
			c.compareAll(left, list.Args, ">=")
		}
	}
}

// compareAll reports the first comparison of a value with others that cannot
// be made, and all labels that are none.
func (c *checker) compareAll(left operand, others []ast.Node, name string) {
	bad := false
	for _, n := range others {
		if right := c.operand(n); !bad {
			bad = !c.compare(left, right, name)
		} else {
			c.label(left, right)
		}
	}
}

// An operand is a side of a comparison.
type operand struct {
	node  ast.Node
	col   *schema.Column // of OLD.col or NEW.col
	whole bool           // OLD or NEW
	enum  *schema.Type   // of a column or cast of one
}

func (c *checker) operand(n ast.Node) operand {
	o := operand{node: n}
	if cast, ok := n.(*ast.Cast); ok {
		if t := c.DB.LookupTypeAt(cast.Type, n.Span().File, n.Span().Start); !t.IsArray() {
			o.enum = t.Enum()
		}
	}
	ref, ok := n.(*ast.ColumnRef)
	if !ok || len(ref.Parts) == 0 || ref.Parts[0].Name != "old" && ref.Parts[0].Name != "new" {
		return o
	}
	o.whole = len(ref.Parts) == 1
	if len(ref.Parts) == 2 && !ref.Star {
		if o.col = c.Table.Column(ref.Parts[1].Name); o.col != nil {
			o.enum = o.col.Type.Enum()
		}
	}
	return o
}

// compare reports that two operands cannot be compared with an operator, and
// labels that are none. It returns false if there is no operator.
func (c *checker) compare(left, right operand, name string) bool {
	for _, o := range []operand{left, right} {
		if o.col != nil && overEnum(o.col.Type) && !c.userOperator(name) {
			c.add(diag.Diagnostic{
				Code: "no-equality", Span: o.node.Span(), SQLState: "42883",
				Message: fmt.Sprintf("type %s of column %q, a domain over an enum, has no operator %s", o.col.Type, o.col.Name, name),
				Help:    "compare it as the enum: " + o.node.Span().String() + "::" + o.col.Type.Base().SQL(),
				Related: []diag.Related{{Span: o.col.Decl, Message: "column declared here"}},
			})
			return false
		}
	}
	c.label(left, right)
	c.label(right, left)
	if left.whole && right.whole {
		for _, col := range c.Table.Columns {
			if !col.Type.HasEquality() {
				c.add(diag.Diagnostic{
					Code: "no-equality", Span: left.node.Span().To(right.node.Span()),
					Message: fmt.Sprintf("rows cannot be compared: type %s of column %q has no equality operator", col.Type, col.Name),
					Help:    "write changed(), which compares such columns by their binary image",
					Related: []diag.Related{{Span: col.Decl, Message: "column declared here"}},
				})
				return false
			}
		}
		return true
	}
	for _, o := range []operand{left, right} {
		if o.col == nil || o.col.Type.HasEquality() {
			continue
		}
		d := diag.Diagnostic{
			Code: "no-equality", Span: o.node.Span(), SQLState: "42883",
			Message: fmt.Sprintf("type %s of column %q has no operator %s", o.col.Type, o.col.Name, name),
			Help:    "compare the text (::text), or write changed(" + pgname.Quote(o.col.Name) + ")",
			Related: []diag.Related{{Span: o.col.Decl, Message: "column declared here"}},
		}
		base := o.col.Type.Base()
		switch {
		case base.Array == 0 && base.Def == nil:
			if slices.Contains(odd[base.Name], name) || c.userOperator(name) {
				continue
			}
		case left.col == nil || right.col == nil:
			continue
		default:
			// There is an operator for any row and for any array. It fails when it
			// comes to compare what is in them.
			d.SQLState = ""
			d.Message = fmt.Sprintf("type %s of column %q has no equality operator", o.col.Type, o.col.Name)
		}
		c.add(d)
		return false
	}
	return true
}

// odd are the operators that types have of which no operator class makes an
// equality. Those of other such types are none.
// Source: pg_operator of Postgres 15.
var odd = map[string][]string{
	"box":    {"<", "<=", "=", ">", ">="},
	"circle": {"<", "<=", "<>", "=", ">", ">="},
	"line":   {"="},
	"lseg":   {"<", "<=", "<>", "=", ">", ">="},
	"path":   {"<", "<=", "=", ">", ">="},
	"point":  {"<>"},
}

// userOperator reports whether the schema makes an operator of that name.
func (c *checker) userOperator(name string) bool {
	for _, s := range c.DB.Schemas {
		if s.Operators[name] != nil {
			return true
		}
	}
	return false
}

func isNull(n ast.Node) bool {
	k, ok := n.(*ast.Const)
	return ok && k.Kind == ast.NullConst
}

// label reports a literal that is no label of the enum it is compared with.
func (c *checker) label(o, literal operand) {
	k, ok := literal.node.(*ast.Const)
	if ok && k.Kind == ast.StringConst && o.enum != nil && !slices.Contains(o.enum.Labels, k.Value) {
		c.add(EnumLabel(o.enum, k.Value, k.Span()))
	}
}

// cases reports comparisons of CASE x WHEN … that cannot be made.
func (c *checker) cases(n *ast.Case, in *names) {
	if in != nil {
		return
	}
	values := make([]ast.Node, len(n.Whens))
	for i, w := range n.Whens {
		values[i] = w.Cond
	}
	if n.Arg != nil {
		c.compareAll(c.operand(n.Arg), values, "=")
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
		Fixes:   respellLiteral(at, label, enum.Labels),
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
