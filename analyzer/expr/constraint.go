package expr

import (
	"slices"
	"strings"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/pgname"
	"github.com/trigc/trigc/internal/schema"
)

// What an expression over NEW would be as a constraint. All that is not known
// for certain to mean the same in one is none.

// AsCheck renders an expression that looks at nothing but columns of NEW, by
// operators and functions that depend on nothing else, as a CHECK would have
// it; "" if it is another one.
func AsCheck(db *schema.DB, table *schema.Relation, sql *ast.SQL) string {
	p := &plain{db: db, table: table}
	if p.family(sql.Root) != "boolean" || len(p.edits) == 0 {
		return ""
	}
	return splice(sql, sql.Span, p.edits)
}

// plain tells the types of expressions whose value hangs on the row alone.
type plain struct {
	db    *schema.DB
	table *schema.Relation
	edits []edit // that take away "NEW."
}

// literal is the family of a literal that becomes what it stands beside.
const literal = "literal"

// family returns the name of a family of types that compare with each other
// in a way that no setting changes; "" if it is not known.
func (p *plain) family(n ast.Node) string {
	switch n := n.(type) {
	case *ast.Const:
		switch n.Kind {
		case ast.BoolConst:
			return "boolean"
		case ast.IntConst, ast.FloatConst:
			return "number"
		case ast.StringConst, ast.NullConst:
			return literal
		}
	case *ast.ColumnRef:
		if c := p.column(n); c != nil {
			return columnFamily(c.Type)
		}
	case *ast.NullTest:
		if ref, ok := n.Arg.(*ast.ColumnRef); ok && p.column(ref) != nil || p.family(n.Arg) != "" {
			return "boolean"
		}
	case *ast.BoolTest:
		return p.all("boolean", "boolean", n.Arg)
	case *ast.Bool:
		return p.all("boolean", "boolean", n.Args...)
	case *ast.List:
		switch n.Kind {
		case ast.CoalesceList, ast.MinMaxList:
			return p.common(n.Args...)
		}
	case *ast.Call:
		return p.call(n)
	case *ast.Op:
		return p.operator(n)
	}
	return ""
}

// column returns the column that NEW.column names, nil for anything else.
func (p *plain) column(ref *ast.ColumnRef) *schema.Column {
	if len(ref.Parts) != 2 || ref.Star || ref.Parts[0].Name != "new" {
		return nil
	}
	c := p.table.Column(ref.Parts[1].Name)
	if c != nil {
		p.edits = append(p.edits, edit{ref.Span(), pgname.Quote(c.Name)})
	}
	return c
}

func columnFamily(t *schema.TypeRef) string {
	b := t.Base()
	switch {
	case b.Array > 0 || b.Unknown:
		return ""
	case t.Enum() != nil:
		return "enum " + pgname.Qualify(b.Schema, b.Name)
	case b.Def != nil || b.Schema != "pg_catalog":
		return ""
	case t.IsBoolean():
		return "boolean"
	case t.IsNumeric():
		return "number"
	}
	switch b.Name {
	case "text", "varchar", "bpchar":
		return "text"
	case "date", "time", "timetz", "timestamp", "timestamptz", "interval", "uuid", "inet", "bytea":
		return b.Name
	}
	return ""
}

// common returns the family that all nodes have, literals aside.
func (p *plain) common(nodes ...ast.Node) string {
	family := literal
	for _, n := range nodes {
		f := p.family(n)
		switch {
		case f == "" || family != literal && f != literal && f != family:
			return ""
		case f != literal:
			family = f
		}
	}
	if family == literal {
		return ""
	}
	return family
}

// all returns result if all nodes are of a family.
func (p *plain) all(family, result string, nodes ...ast.Node) string {
	for _, n := range nodes {
		if f := p.family(n); f != family && !(f == literal && family != "boolean") {
			return ""
		}
	}
	return result
}

func (p *plain) operator(n *ast.Op) string {
	name := n.Name.Name
	if n.Name.Schema != "" && n.Name.Schema != "pg_catalog" {
		return ""
	}
	for _, s := range p.db.Schemas {
		if s.Operators[name] != nil {
			return "" // perhaps it is that of the user
		}
	}
	sides := []ast.Node{n.Right}
	if n.Left != nil {
		sides = []ast.Node{n.Left, n.Right}
	}
	compared := ""
	switch n.Kind {
	case ast.PlainOp:
		switch name {
		case "=", "<>", "!=", "<", ">", "<=", ">=":
			compared = p.common(sides...)
		case "+", "-", "*", "/", "%":
			return p.all("number", "number", sides...)
		case "~", "!~", "~*", "!~*":
			return p.all("text", "boolean", sides...)
		}
	case ast.DistinctOp, ast.NotDistinct:
		compared = p.common(sides...)
	case ast.LikeOp:
		return p.all("text", "boolean", sides...)
	case ast.InOp, ast.BetweenOp:
		if list, ok := n.Right.(*ast.List); ok {
			compared = p.common(append([]ast.Node{n.Left}, list.Args...)...)
		}
	}
	if compared == "" {
		return ""
	}
	return "boolean"
}

// immutable are functions of Postgres by the families of their arguments and
// of their result. Source: pg_proc of Postgres 15, provolatile.
var immutable = map[string][2]string{
	"abs": {"number", "number"}, "length": {"text", "number"}, "char_length": {"text", "number"},
	"character_length": {"text", "number"}, "octet_length": {"text", "number"}, "lower": {"text", "text"},
	"upper": {"text", "text"}, "btrim": {"text", "text"}, "ltrim": {"text", "text"}, "rtrim": {"text", "text"},
}

func (p *plain) call(n *ast.Call) string {
	f, ok := immutable[n.Func.Name]
	if !ok || n.Func.Schema != "" && n.Func.Schema != "pg_catalog" || n.Star || n.Distinct || n.Over || n.Agg || n.Named || len(n.Args) == 0 {
		return ""
	}
	if n.Func.Schema == "" && len(p.db.LookupFunctions(n.Func)) > 0 {
		return ""
	}
	return p.all(f[0], f[1], n.Args...)
}

// A Reference is a foreign key.
type Reference struct {
	Columns []string
	Table   *schema.Relation
	SQL     string // FOREIGN KEY (…) REFERENCES …
}

// AsReference returns the foreign key that demands the same as an EXISTS of a
// row whose key is in columns of NEW, or nil. Of a foreign key NULL passes, so
// the columns cannot be NULL, or the expression lets NULL pass, too.
func AsReference(db *schema.DB, table *schema.Relation, sql *ast.SQL) *Reference {
	args := []ast.Node{sql.Root}
	if or, ok := sql.Root.(*ast.Bool); ok && or.Op == ast.Or {
		args = or.Args
	}
	exists, ok := args[len(args)-1].(*ast.SubLink)
	if !ok || exists.Kind != ast.ExistsLink {
		return nil
	}
	p := &plain{db: db, table: table}
	nullable := map[*schema.Column]bool{}
	for _, a := range args[:len(args)-1] {
		test, ok := a.(*ast.NullTest)
		if !ok || test.Not {
			return nil
		}
		ref, ok := test.Arg.(*ast.ColumnRef)
		if !ok || p.column(ref) == nil {
			return nil
		}
		nullable[p.column(ref)] = true
	}
	rel, where := oneTable(exists.Query)
	if rel == nil || slices.Contains([]string{rel.Name.Name, rel.Alias}, "new") {
		return nil
	}
	to := db.RelationAt(rel.Name, rel.Name.Span.File, rel.Name.Span.Start)
	if to == nil || to.Temp || to.Kind != ast.Table && to.Kind != ast.PartitionedTable || to.Kind == ast.Table && len(to.Children) > 0 && !rel.Only {
		return nil
	}
	r := &Reference{Table: to}
	var refs []string
	for _, n := range where {
		from, key := p.equality(n, rel, to)
		if from == nil || slices.Contains(refs, key.Name) || !from.NotNull && !nullable[from] {
			return nil
		}
		delete(nullable, from)
		r.Columns, refs = append(r.Columns, from.Name), append(refs, key.Name)
	}
	if len(nullable) > 0 || !isKey(to, refs) {
		return nil
	}
	r.SQL = "FOREIGN KEY (" + pgname.List(r.Columns) + ") REFERENCES " + pgname.Qualify(to.Schema, to.Name) + " (" + pgname.List(refs) + ")"
	return r
}

// oneTable returns the table and the conjuncts of SELECT … FROM table WHERE …,
// nil if the query has anything else that could matter.
func oneTable(q *ast.Query) (*ast.Relation, []ast.Node) {
	if q.Kind != ast.SelectQuery || len(q.Children) < 2 {
		return nil, nil
	}
	list, last := q.Children[:len(q.Children)-1], q.Children[len(q.Children)-1]
	rel, ok := list[len(list)-1].(*ast.Relation)
	if !ok {
		return nil, nil
	}
	for _, n := range list[:len(list)-1] {
		switch n.(type) {
		case *ast.Const, *ast.ColumnRef: // of the list that EXISTS has no use for
		default:
			return nil, nil
		}
	}
	where := []ast.Node{last}
	if and, ok := last.(*ast.Bool); ok && and.Op == ast.And {
		where = and.Args
	}
	first := where[0].Span()
	if op, ok := where[0].(*ast.Op); ok && op.Left != nil {
		first = op.Left.Span()
	}
	between := strings.Fields(rel.Span().SQL()[rel.Span().End:max(rel.Span().End, first.Start)])
	if !slices.ContainsFunc(between, func(w string) bool { return strings.EqualFold(strings.TrimRight(w, "("), "where") }) {
		return nil, nil
	}
	return rel, where
}

// equality returns the columns of NEW.column = table.column.
func (p *plain) equality(n ast.Node, rel *ast.Relation, to *schema.Relation) (from, key *schema.Column) {
	op, ok := n.(*ast.Op)
	if !ok || op.Kind != ast.PlainOp || op.Name.Name != "=" || op.Name.Schema != "" && op.Name.Schema != "pg_catalog" {
		return nil, nil
	}
	name := rel.Alias
	if name == "" {
		name = rel.Name.Name
	}
	for _, side := range [][2]ast.Node{{op.Left, op.Right}, {op.Right, op.Left}} {
		row, ok := side[0].(*ast.ColumnRef)
		other, is := side[1].(*ast.ColumnRef)
		if !ok || !is || other.Star {
			return nil, nil
		}
		switch {
		case len(other.Parts) == 2 && other.Parts[0].Name == name, len(other.Parts) == 1:
			key = to.Column(other.Parts[len(other.Parts)-1].Name)
		}
		if from = p.column(row); from == nil || key == nil {
			key = nil
			continue
		}
		a, b := from.Type.Base(), key.Type.Base()
		if !a.Unknown && from.Type.Equality() == ast.Yes && (a.Same(b) || from.Type.IsInteger() && key.Type.IsInteger()) {
			return from, key
		}
		return nil, nil
	}
	return nil, nil
}

// isKey reports whether a foreign key can refer to columns of a table.
func isKey(t *schema.Relation, columns []string) bool {
	return slices.ContainsFunc(t.Constraints, func(c *schema.Constraint) bool {
		return (c.Kind == ast.PrimaryKey || c.Kind == ast.Unique) && !c.Deferrable && len(c.Columns) == len(columns) &&
			!slices.ContainsFunc(c.Columns, func(name string) bool { return !slices.Contains(columns, name) })
	})
}
