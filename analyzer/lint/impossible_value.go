package lint

import (
	"slices"
	"strings"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/pgname"
	"github.com/trigc/trigc/internal/schema"
)

// impossibleValue finds comparisons with what can never be.
var impossibleValue = &Check{
	Code: "impossible-value", Severity: diag.Warning,
	Doc: "A body compares with a value that can never be: TG_OP with 'Update' (it is in capitals), TG_TABLE_NAME with a table that none of the function's triggers is on, " +
		"a column with a text that its CHECK does not list. What is done where they are equal is never done.",
	Run: func(p *Pass) {
		var blocks []*ast.Block
		executed := map[*ast.Block][]body{}
		p.allBodies(func(b body) {
			if executed[b.block] == nil {
				blocks = append(blocks, b.block)
			}
			executed[b.block] = append(executed[b.block], b)
		})
		for _, block := range blocks {
			f := &comparisons{Pass: p, bodies: executed[block]}
			ast.WalkStmt(block, func(s ast.PLStmt) {
				sql, _ := parts(s)
				for _, text := range sql {
					f.walk(text.Root, nil)
				}
				if s, ok := s.(*ast.CaseStmt); ok && s.Arg != nil {
					for _, a := range s.Arms {
						f.constants(s.Arg.Root, whens(a.Cond.Root), nil)
					}
				}
			})
		}
	},
}

// whens returns the values behind WHEN of a CASE statement: one, or a, b.
func whens(n ast.Node) []ast.Node {
	q, ok := n.(*ast.Query)
	if !ok || q.Clauses == nil {
		return []ast.Node{n}
	}
	var list []ast.Node
	for _, t := range q.Clauses.Targets {
		list = append(list, t.Expr)
	}
	return list
}

// comparisons looks at the comparisons of a body, for all triggers that execute
// it.
type comparisons struct {
	*Pass
	bodies []body
}

// A from is the relations that a query names, inside out.
type from struct {
	outer *from
	names []string
	rels  []*schema.Relation // nil if it is not known
}

func (f *comparisons) walk(n ast.Node, in *from) {
	ast.Walk(n, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Query:
			if n.Clauses == nil {
				return true
			}
			inner := f.from(n, in)
			for _, child := range n.Children {
				f.walk(child, inner)
			}
			return false
		case *ast.Case:
			for _, w := range n.Whens {
				if n.Arg != nil {
					f.constants(n.Arg, []ast.Node{w.Cond}, in)
				}
			}
		case *ast.Op:
			list, isList := n.Right.(*ast.List)
			array, _ := n.Right.(*ast.Cast)
			if array != nil && !isList {
				list, isList = array.Arg.(*ast.List)
			}
			switch name := n.Name.Name; {
			case n.Left == nil:
			case isList && (n.Kind == ast.InOp || n.Kind == ast.OpAny && name == "=" || n.Kind == ast.OpAll && name == "<>"):
				f.constants(n.Left, list.Args, in)
			case n.Kind == ast.DistinctOp, n.Kind == ast.NotDistinct, n.Kind == ast.PlainOp && (name == "=" || name == "<>" || name == "!="):
				f.constants(n.Left, []ast.Node{n.Right}, in)
				f.constants(n.Right, []ast.Node{n.Left}, in)
			}
		}
		return true
	})
}

// from returns the relations of a query.
func (f *comparisons) from(q *ast.Query, outer *from) *from {
	in := &from{outer: outer}
	add := func(name string, rel *ast.Relation) {
		var r *schema.Relation
		if rel != nil {
			if r = f.DB.RelationAt(rel.Name, rel.Name.Span.File, rel.Name.Span.Start); rel.Name.Schema == "" && f.hides(rel.Name.Name) {
				r = nil
			}
			if name == "" {
				name = rel.Name.Name
			}
		}
		in.names, in.rels = append(in.names, name), append(in.rels, r)
	}
	var items func(list ...*ast.From)
	items = func(list ...*ast.From) {
		for _, i := range list {
			switch {
			case i == nil:
				add("", nil)
			case i.Kind == ast.FromJoin && i.Alias == "":
				items(i.Left, i.Right)
			case len(i.Columns) > 0:
				add(i.Alias, nil)
			default:
				add(i.Alias, i.Relation)
			}
		}
	}
	if q.Target != nil {
		add(q.Target.Alias, q.Target)
		if q.Clauses.Conflict != nil {
			in.names, in.rels = append(in.names, "excluded"), append(in.rels, nil)
		}
	}
	items(q.Clauses.From...)
	return in
}

// hides reports whether a name is that of a transition table, or of a query of
// WITH at any depth.
func (f *comparisons) hides(name string) bool {
	found := false
	for _, b := range f.bodies {
		for _, t := range []*ast.Ident{b.header().OldTable, b.header().NewTable} {
			found = found || t != nil && t.Name == name
		}
		ast.WalkStmt(b.block, func(s ast.PLStmt) {
			sql, _ := parts(s)
			for _, text := range sql {
				ast.Walk(text.Root, func(n ast.Node) bool {
					with, ok := n.(*ast.CTE)
					found = found || ok && with.Name == name
					return true
				})
			}
		})
	}
	return found
}

// column returns the column of a table that a reference in a query stands for;
// nil if that is not certain.
func (in *from) column(ref *ast.ColumnRef) (*schema.Relation, *schema.Column) {
	for ; in != nil; in = in.outer {
		var table *schema.Relation
		n := 0
		for i, r := range in.rels {
			switch {
			case len(ref.Parts) == 2 && in.names[i] != ref.Parts[0].Name:
			case r == nil || r.Open:
				return nil, nil
			case r.Column(ref.Parts[len(ref.Parts)-1].Name) != nil:
				table, n = r, n+1
			}
		}
		if n == 1 {
			return table, table.Column(ref.Parts[len(ref.Parts)-1].Name)
		}
		if n > 1 {
			return nil, nil
		}
	}
	return nil, nil
}

// constants reports those of a list that an operand cannot be.
func (f *comparisons) constants(operand ast.Node, list []ast.Node, in *from) {
	var values []string
	var check *ast.SQL
	for _, n := range list {
		k, ok := constant(n)
		if !ok || k.Kind != ast.StringConst {
			continue
		}
		if values == nil {
			if values, check = f.values(operand, in); values == nil {
				return
			}
		}
		if slices.Contains(values, k.Value) {
			continue
		}
		d := diag.Diagnostic{
			Span: k.Span(), Message: oneLine(operand.Span()) + " is never " + pgname.Literal(k.Value),
			Help: diag.DidYouMean(k.Value, values),
		}
		if d.Help == "" {
			quoted := make([]string, len(values))
			for i, v := range values {
				quoted[i] = pgname.Literal(v)
			}
			d.Help = "it can be " + strings.Join(quoted, ", ")
		}
		if check != nil {
			d.Related = []diag.Related{{Span: check.Span, Message: "CHECK declared here"}}
		}
		if k.Span().String() == pgname.Literal(k.Value) {
			d.Fixes = diag.Respell(k.Span(), k.Value, values, pgname.Literal)
		}
		f.Report(d)
	}
}

// values returns what an operand can be, and the CHECK that says so; nil if that
// is not known.
func (f *comparisons) values(n ast.Node, in *from) (all []string, check *ast.SQL) {
	switch n := n.(type) {
	case *ast.Cast:
		if base := n.Type.Name.Name; n.Type.Array == 0 && len(n.Type.Mods) == 0 && (base == "text" || base == "varchar" || base == "name") {
			return f.values(n.Arg, in)
		}
	case *ast.Call:
		change := map[string]func(string) string{"lower": strings.ToLower, "upper": strings.ToUpper}[n.Func.Name]
		if change == nil || len(n.Args) != 1 || n.Func.Schema != "" && n.Func.Schema != "pg_catalog" {
			return nil, nil
		}
		values, check := f.values(n.Args[0], in)
		for _, v := range values {
			all = append(all, change(v))
		}
		return all, check
	case *ast.ColumnRef:
		switch {
		case n.Star || len(n.Parts) == 0 || len(n.Parts) > 2 || f.declares(n.Parts[0].Name):
		case len(n.Parts) == 1 && special[n.Parts[0].Name] != nil:
			return special[n.Parts[0].Name], nil
		case len(n.Parts) == 1 && (n.Parts[0].Name == "tg_table_name" || n.Parts[0].Name == "tg_relname"):
			return f.tables(), nil
		case len(n.Parts) == 2 && (n.Parts[0].Name == "old" || n.Parts[0].Name == "new"):
			return f.ofRow(n.Parts[0].Name, n.Parts[1].Name)
		case in != nil:
			if t, c := in.column(n); c != nil && t.Kind == ast.Table && c.ExactText() {
				if values, at := t.Allowed(c); at != nil {
					return values, &ast.SQL{Span: *at}
				}
			}
		}
	}
	return nil, nil
}

// special are the values of what each trigger function is told.
var special = map[string][]string{
	"tg_op":    {"INSERT", "UPDATE", "DELETE", "TRUNCATE"},
	"tg_when":  {"BEFORE", "AFTER", "INSTEAD OF"},
	"tg_level": {"ROW", "STATEMENT"},
}

// declares reports whether the body has a variable of its own with a name, or
// says what counts where a column has it too.
func (f *comparisons) declares(name string) bool {
	found := len(f.bodies[0].block.Options) > 0
	ast.WalkStmt(f.bodies[0].block, func(s ast.PLStmt) {
		if b, ok := s.(*ast.Block); ok {
			found = found || slices.ContainsFunc(b.Decls, func(d *ast.Declaration) bool { return d.Name.Name == name })
		}
	})
	return found
}

// tables returns the names of the tables whose triggers execute the body.
func (f *comparisons) tables() (names []string) {
	if f.DB.Opaque {
		return nil
	}
	for _, b := range f.bodies {
		if b.unit != nil || b.Table.Kind == ast.PartitionedTable || len(b.Table.Children) > 0 {
			return nil // of a row the name is that of its partition
		}
		if !slices.Contains(names, b.Table.Name) {
			names = append(names, b.Table.Name)
		}
	}
	return names
}

// ofRow returns what a CHECK allows for a column of OLD or NEW in all tables.
func (f *comparisons) ofRow(row, column string) (all []string, check *ast.SQL) {
	for _, b := range f.bodies {
		if row == "new" && b.header().Timing != ast.After || b.assigns(row, column) || len(b.ColumnRenames) > 0 {
			return nil, nil // a value that is not allowed may be mended
		}
		c := b.Table.Column(column)
		if c == nil || !c.ExactText() || b.Table.Kind == ast.View {
			return nil, nil
		}
		values, at := b.Table.Allowed(c)
		if at == nil {
			return nil, nil
		}
		all, check = append(all, values...), &ast.SQL{Span: *at}
	}
	return all, check
}

// assigns reports whether a body sets a row, or a column of it.
func (b body) assigns(row, column string) bool {
	found := false
	ast.WalkStmt(b.block, func(s ast.PLStmt) {
		_, targets := parts(s)
		for _, t := range targets {
			if r, c := rowOf(t.Names, false); r == row && (c == "" || c == column) {
				found = true
			}
		}
	})
	return found
}
