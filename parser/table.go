package parser

import (
	pg "github.com/pganalyze/pg_query_go/v5"

	"github.com/trigc/trigc/internal/ast"
)

// createTable converts CREATE TABLE and CREATE FOREIGN TABLE. The tree has the
// elements in the order of the text, so the pieces between the commas are
// theirs.
func (c *converter) createTable(at ast.At, r run, n *pg.CreateStmt, kind ast.RelKind) *ast.Create {
	t := &ast.Create{At: at, Kind: kind, Name: c.relName(n.Relation), IfNotExists: n.IfNotExists, Temp: isTemp(n.Relation)}
	open := c.nameAt(c.at(n.Relation.Location)).j
	switch {
	case n.Partbound != nil && len(n.InhRelations) > 0:
		parent := n.InhRelations[0].GetRangeVar()
		name := c.relName(parent)
		t.PartitionOf = &name
		open = c.nameAt(c.at(parent.GetLocation())).j
	case n.OfTypename != nil:
		tn, _ := c.typeName(n.OfTypename)
		t.OfType = &tn.Name
		open = c.nameAt(c.at(n.OfTypename.Location)).j
	}
	if n.Partbound == nil {
		for _, p := range n.InhRelations {
			t.Inherits = append(t.Inherits, c.relName(p.GetRangeVar()))
		}
	}
	if n.Partspec != nil {
		if kind == ast.Table {
			t.Kind = ast.PartitionedTable
		}
		for _, p := range n.Partspec.PartParams {
			t.PartitionKey = append(t.PartitionKey, p.GetPartitionElem().GetName())
		}
	}
	if end := c.closing(open); c.is(open, "(") && end > open {
		t.Open, t.Close = c.toks[open].start, c.toks[end-1].start
		parts := c.split(run{open + 1, end - 1})
		for i, el := range n.TableElts {
			if i < len(parts) {
				t.Elements = append(t.Elements, c.element(el, parts[i]))
			}
		}
	}
	return t
}

func (c *converter) element(n *pg.Node, r run) ast.Element {
	e := ast.Element{Span: c.span(r)}
	switch n := n.Node.(type) {
	case *pg.Node_ColumnDef:
		e.Column = c.columnDef(n.ColumnDef, r)
	case *pg.Node_Constraint:
		e.Constraint = c.constraint(n.Constraint, r)
	case *pg.Node_TableLikeClause:
		// The bits of enum TableLikeOption (parsenodes.h).
		const constraints, defaults, generated, identity, indexes = 1 << 2, 1 << 3, 1 << 4, 1 << 5, 1 << 6
		o := n.TableLikeClause.Options
		e.Like = &ast.Like{
			Table: c.relName(n.TableLikeClause.Relation), Defaults: o&defaults != 0, Constraints: o&constraints != 0,
			Generated: o&generated != 0, Identity: o&identity != 0, Indexes: o&indexes != 0,
		}
	}
	return e
}

// columnDef converts a column whose tokens are in r.
func (c *converter) columnDef(n *pg.ColumnDef, r run) *ast.ColumnDef {
	name := c.one(n.Location)
	if name.empty() {
		name = run{r.i, min(r.i+1, r.j)}
	}
	d := &ast.ColumnDef{Name: ast.Ident{Name: n.Colname, Span: c.span(name)}, Span: c.span(run{name.i, r.j})}
	d.Type, _ = c.typeName(n.TypeName)
	if n.CollClause != nil {
		d.Collation = c.collationName(n.CollClause)
	}
	var last *ast.Constraint
	for i, k := range n.Constraints {
		con := k.GetConstraint()
		cr := c.constraintRun(n.Constraints, i, r.j)
		switch con.GetContype() {
		case pg.ConstrType_CONSTR_NOTNULL:
			d.NotNull = true
		case pg.ConstrType_CONSTR_DEFAULT:
			if c.is(cr.i, "GENERATED") { // see older.generated
				d.Generated, d.Virtual = true, true
				d.Default = c.exprInParens(con.RawExpr, cr, "AS")
				continue
			}
			d.Default = c.exprBehind(con.RawExpr, cr, "DEFAULT")
		case pg.ConstrType_CONSTR_GENERATED:
			d.Generated = true
			d.Default = c.exprInParens(con.RawExpr, cr, "AS")
		case pg.ConstrType_CONSTR_IDENTITY:
			d.Identity = con.GeneratedWhen[0]
			d.Sequence = c.sequenceName(con, cr)
		case pg.ConstrType_CONSTR_ATTR_DEFERRABLE, pg.ConstrType_CONSTR_ATTR_DEFERRED:
			if last != nil {
				last.Deferrable = true
			}
		case pg.ConstrType_CONSTR_CHECK, pg.ConstrType_CONSTR_PRIMARY, pg.ConstrType_CONSTR_UNIQUE, pg.ConstrType_CONSTR_FOREIGN:
			last = c.constraint(con, cr)
			if last.Kind != ast.Check {
				last.Columns = []ast.Ident{d.Name}
			}
			d.Constraints = append(d.Constraints, last)
		}
	}
	return d
}

// sequenceName returns what SEQUENCE NAME of an identity says, nil if there is
// none.
func (c *converter) sequenceName(n *pg.Constraint, r run) *ast.Name {
	for _, o := range n.GetOptions() {
		if d := o.GetDefElem(); d.GetDefname() == "sequence_name" {
			if parts := stringsOf(d.Arg.GetList().GetItems()); len(parts) > 0 {
				name := &ast.Name{Name: parts[len(parts)-1], Span: c.span(r)}
				if len(parts) > 1 {
					name.Schema = parts[len(parts)-2]
				}
				return name
			}
		}
	}
	return nil
}

func (c *converter) collationName(n *pg.CollateClause) *ast.Name {
	r := c.collation(n)
	if !r.empty() {
		r.i++
	}
	name := c.name(n.Collname, r)
	return &name
}

// constraintRun returns the tokens of the i-th of several constraints that
// stand one behind the other up to end.
func (c *converter) constraintRun(list []*pg.Node, i, end int) run {
	r := run{c.at(list[i].GetConstraint().GetLocation()), end}
	for _, next := range list[i+1:] {
		if k := c.at(next.GetConstraint().GetLocation()); k > r.i && k < end {
			r.j = k
			break
		}
	}
	return r
}

// constraint converts a constraint whose tokens are r.
func (c *converter) constraint(n *pg.Constraint, r run) *ast.Constraint {
	k := &ast.Constraint{Span: c.span(r), Deferrable: n.Deferrable || n.Initdeferred, UsingIndex: n.Indexname}
	w := &words{c: c, i: r.i, end: r.j}
	if w.accept("CONSTRAINT") {
		k.Name = ast.Ident{Name: n.Conname, Span: c.span(w.one())}
	}
	k.NotEnforced, k.NotValid = c.notEnforced(r), n.SkipValidation
	if c.is(w.i, "NOT") && n.Contype == pg.ConstrType_CONSTR_UNIQUE { // see older.notNull
		k.Kind = ast.NotNull
		k.Columns = []ast.Ident{{Name: n.Keys[0].GetString_().GetSval(), Span: c.span(run{w.i + 2, w.i + 3})}}
		return k
	}
	switch n.Contype {
	case pg.ConstrType_CONSTR_CHECK:
		k.Kind = ast.Check
		k.Check = c.exprInParens(n.RawExpr, run{w.i, r.j}, "CHECK")
	case pg.ConstrType_CONSTR_PRIMARY:
		k.Kind = ast.PrimaryKey
		k.Columns = c.idents(n.Keys, w)
	case pg.ConstrType_CONSTR_UNIQUE:
		k.Kind = ast.Unique
		k.Columns = c.idents(n.Keys, w)
	case pg.ConstrType_CONSTR_EXCLUSION:
		k.Kind = ast.Exclude
		for _, x := range n.Exclusions {
			if parts := x.GetList().GetItems(); len(parts) > 0 {
				k.Columns = append(k.Columns, ast.Ident{Name: parts[0].GetIndexElem().GetName()})
			}
		}
	case pg.ConstrType_CONSTR_FOREIGN:
		k.Kind = ast.ForeignKey
		k.Columns = c.idents(n.FkAttrs, w)
		k.RefTable = c.relName(n.Pktable)
		if i := c.at(n.Pktable.GetLocation()); i < r.j {
			w.i = c.nameAt(i).j
		}
		k.RefColumns = c.idents(n.PkAttrs, w)
		k.OnDelete, k.OnUpdate = fkAction(n.FkDelAction), fkAction(n.FkUpdAction)
	}
	return k
}

// notEnforced reports whether NOT ENFORCED stands in a constraint.
func (c *converter) notEnforced(r run) bool {
	for k := r.i; k+1 < r.j; k++ {
		if c.depth[k] == c.depth[r.i] && c.is(k, "NOT") && c.is(k+1, "ENFORCED") {
			return true
		}
	}
	return false
}

// idents returns the names of a list in parentheses with their places.
func (c *converter) idents(list []*pg.Node, w *words) []ast.Ident {
	if len(list) == 0 {
		return nil
	}
	parts := c.split(w.paren())
	var ids []ast.Ident
	for i, name := range stringsOf(list) {
		id := ast.Ident{Name: name}
		if i < len(parts) {
			id.Span = c.span(parts[i])
		}
		ids = append(ids, id)
	}
	return ids
}

func fkAction(code string) ast.FKAction {
	switch code {
	case "r":
		return ast.Restrict
	case "c":
		return ast.Cascade
	case "n":
		return ast.SetNull
	case "d":
		return ast.SetDefault
	}
	return ast.NoAction
}

// exprInParens returns the expression in the parentheses behind a word.
func (c *converter) exprInParens(n *pg.Node, r run, word string) *ast.SQL {
	root, at := c.node(n)
	w := &words{c: c, i: r.i, end: r.j}
	if w.seek(word) {
		if in := w.paren(); !in.empty() {
			at = in
		}
	}
	return c.sql(root, at)
}

// exprBehind returns the expression behind a word, with the parentheses
// around it; nil if there is none.
func (c *converter) exprBehind(n *pg.Node, r run, word string) *ast.SQL {
	if n == nil {
		return nil
	}
	root, at := c.node(n)
	w := &words{c: c, i: r.i, end: r.j}
	if !at.empty() && w.seek(word) && w.i <= at.i {
		at = c.widen(at, c.depth[w.i-1])
	}
	return c.sql(root, at)
}

func (c *converter) createIndex(at ast.At, w *words, n *pg.IndexStmt) *ast.Create {
	on := c.relName(n.Relation)
	x := &ast.Create{
		At: at, Kind: ast.Index, Name: ast.Name{Name: n.Idxname}, IfNotExists: n.IfNotExists,
		IndexOn: &on, IndexUnique: n.Unique, IndexPartial: n.WhereClause != nil, IndexOnly: !n.Relation.GetInh(),
	}
	if n.Idxname != "" {
		x.Name.Span = c.span(w.nameBehind("INDEX"))
	}
	for _, p := range n.IndexParams {
		x.IndexColumns = append(x.IndexColumns, p.GetIndexElem().GetName())
	}
	return x
}

// alterTable converts ALTER TABLE and ALTER of other relations and of
// composite types. Actions that change nothing trigc keeps are left out.
func (c *converter) alterTable(at ast.At, r run, n *pg.AlterTableStmt) *ast.AlterTable {
	s := &ast.AlterTable{
		At: at, Name: c.relName(n.Relation), IfExists: n.MissingOk,
		Only: !n.Relation.GetInh() && n.Objtype != pg.ObjectType_OBJECT_TYPE,
	}
	start := c.nameAt(c.at(n.Relation.GetLocation())).j
	for c.is(start, "*", ")") {
		start++
	}
	parts := c.split(run{min(start, r.j), r.j})
	for i, cmd := range n.Cmds {
		part := run{start, r.j}
		if len(parts) == len(n.Cmds) {
			part = parts[i]
		}
		if a := c.action(cmd.GetAlterTableCmd(), part); a.Kind != 0 {
			s.Actions = append(s.Actions, a)
		}
	}
	return s
}

func (c *converter) action(n *pg.AlterTableCmd, r run) ast.Action {
	a := ast.Action{
		Span: c.span(r), Name: n.Name, Missing: n.MissingOk, Cascade: n.Behavior == pg.DropBehavior_DROP_CASCADE,
	}
	partition := func() *ast.Name {
		name := c.relName(n.Def.GetPartitionCmd().GetName())
		return &name
	}
	switch n.Subtype {
	case pg.AlterTableType_AT_AddColumn:
		a.Kind = ast.AddColumn
		a.Column = c.columnDef(n.Def.GetColumnDef(), r)
		a.Name = a.Column.Name.Name
	case pg.AlterTableType_AT_DropColumn:
		a.Kind = ast.DropColumn
	case pg.AlterTableType_AT_AlterColumnType:
		a.Kind = ast.AlterType
		a.Column = c.columnDef(n.Def.GetColumnDef(), r)
		a.Column.Name.Name = n.Name
	case pg.AlterTableType_AT_ColumnDefault:
		a.Kind = ast.ColumnDefault
		if w := (&words{c: c, i: r.i, end: r.j}); w.seek("EXPRESSION") { // see older.column
			a.Kind, a.Default = ast.SetExpression, c.exprInParens(n.Def, r, "AS")
			break
		}
		a.Default = c.exprBehind(n.Def, r, "DEFAULT")
	case pg.AlterTableType_AT_SetNotNull:
		a.Kind = ast.SetNotNull
	case pg.AlterTableType_AT_DropNotNull:
		a.Kind = ast.DropNotNull
	case pg.AlterTableType_AT_AddIdentity:
		a.Kind = ast.AddIdentity
		a.Generated = n.Def.GetConstraint().GetGeneratedWhen() == "a"
		a.Sequence = c.sequenceName(n.Def.GetConstraint(), r)
	case pg.AlterTableType_AT_SetIdentity:
		for _, o := range n.Def.GetList().GetItems() {
			if d := o.GetDefElem(); d.GetDefname() == "generated" {
				a.Kind = ast.AddIdentity
				a.Generated = d.Arg.GetInteger().GetIval() == 'a'
			}
		}
	case pg.AlterTableType_AT_DropIdentity:
		a.Kind = ast.DropIdentity
	case pg.AlterTableType_AT_DropExpression:
		a.Kind = ast.DropExpression
	case pg.AlterTableType_AT_AddConstraint:
		a.Kind = ast.AddConstraint
		a.Constraint = c.constraint(n.Def.GetConstraint(), run{min(c.at(n.Def.GetConstraint().GetLocation()), r.j), r.j})
	case pg.AlterTableType_AT_ValidateConstraint:
		a.Kind, a.Name = ast.ValidateConstraint, n.Name
	case pg.AlterTableType_AT_DropConstraint:
		a.Kind = ast.DropConstraint
	case pg.AlterTableType_AT_AttachPartition:
		a.Kind, a.Table = ast.AttachPartition, partition()
	case pg.AlterTableType_AT_DetachPartition, pg.AlterTableType_AT_DetachPartitionFinalize:
		a.Kind, a.Table = ast.DetachPartition, partition()
	case pg.AlterTableType_AT_AddInherit, pg.AlterTableType_AT_DropInherit:
		a.Kind = ast.AddInherit
		if n.Subtype == pg.AlterTableType_AT_DropInherit {
			a.Kind = ast.DropInherit
		}
		name := c.relName(n.Def.GetRangeVar())
		a.Table = &name
	case pg.AlterTableType_AT_EnableTrig, pg.AlterTableType_AT_EnableTrigAll, pg.AlterTableType_AT_EnableTrigUser:
		a.Kind, a.State = ast.TriggerState, ast.Origin
	case pg.AlterTableType_AT_EnableAlwaysTrig:
		a.Kind, a.State = ast.TriggerState, ast.Always
	case pg.AlterTableType_AT_EnableReplicaTrig:
		a.Kind, a.State = ast.TriggerState, ast.Replica
	case pg.AlterTableType_AT_DisableTrig, pg.AlterTableType_AT_DisableTrigAll, pg.AlterTableType_AT_DisableTrigUser:
		a.Kind, a.State = ast.TriggerState, ast.Disabled
	}
	switch n.Subtype {
	case pg.AlterTableType_AT_EnableTrigUser, pg.AlterTableType_AT_DisableTrigUser:
		a.User = true
	}
	return a
}
