package parser

import (
	"slices"
	"strconv"
	"strings"

	pg "github.com/pganalyze/pg_query_go/v5"
	"google.golang.org/protobuf/reflect/protoreflect"

	"github.com/trigc/trigc/internal/ast"
)

func itoa(n int32) string { return strconv.Itoa(int(n)) }

// query converts a whole statement, whose text is that of all tokens.
func (c *converter) query(n *pg.Node) *ast.Query {
	q, _ := c.statement(held(n))
	q.Pos = c.pos(run{0, len(c.toks)})
	return q
}

// held returns the message in a node.
func held(n *pg.Node) protoreflect.Message {
	m := n.ProtoReflect()
	if f := m.WhichOneof(m.Descriptor().Oneofs().Get(0)); f != nil {
		return m.Get(f).Message()
	}
	return m
}

// statement converts a statement at any depth.
func (c *converter) statement(m protoreflect.Message) (*ast.Query, run) {
	q := &ast.Query{Kind: ast.OtherQuery}
	in := &inside{c: c}
	target := func(v *pg.RangeVar) {
		if v != nil {
			q.Target, _ = in.relation(v)
		}
	}
	p := &ast.Clauses{}
	with := func(w *pg.WithClause) {
		p.With, p.Recursive = in.with(w), w.GetRecursive()
	}
	switch s := m.Interface().(type) {
	case *pg.SelectStmt:
		q.Kind, q.Clauses = ast.SelectQuery, p
		if s.Larg != nil {
			r := c.setOperation(in, p, s)
			q.Children, q.Pos = in.sorted(), c.pos(r)
			return q, r
		}
		in.selects(p, s)
		with(s.WithClause)
	case *pg.InsertStmt:
		q.Kind, q.Clauses = ast.InsertQuery, p
		target(s.Relation)
		for _, col := range s.Cols {
			q.Columns = append(q.Columns, in.assigned(col))
		}
		p.Overriding = overriding(s.Override)
		if s.SelectStmt != nil {
			p.Source, _ = in.part(s.SelectStmt).(*ast.Query)
		}
		if s.OnConflictClause != nil {
			p.Conflict = in.conflict(s.OnConflictClause)
		}
		in.returning(q, s.ReturningList)
		with(s.WithClause)
	case *pg.UpdateStmt:
		q.Kind, q.Clauses = ast.UpdateQuery, p
		target(s.Relation)
		for _, col := range s.TargetList {
			q.Columns = append(q.Columns, in.assigned(col))
		}
		p.Sets = in.sets(s.TargetList)
		p.From = in.from(s.FromClause)
		p.Where = in.part(s.WhereClause)
		in.returning(q, s.ReturningList)
		with(s.WithClause)
	case *pg.DeleteStmt:
		q.Kind, q.Clauses = ast.DeleteQuery, p
		target(s.Relation)
		p.From = in.from(s.UsingClause)
		p.Where = in.part(s.WhereClause)
		in.returning(q, s.ReturningList)
		with(s.WithClause)
	case *pg.MergeStmt:
		q.Kind, q.Clauses = ast.MergeQuery, p
		target(s.Relation)
		p.From = in.from([]*pg.Node{s.SourceRelation})
		p.On = in.part(s.JoinCondition)
		for _, w := range s.MergeWhenClauses {
			p.Whens = append(p.Whens, in.mergeWhen(w.GetMergeWhenClause()))
		}
		for k := in.run.i; k >= 0; k-- {
			if c.is(k, "MERGE") {
				c.needs(run{k, k + 1}, 15, "42601", "MERGE", "")
				break
			}
		}
		c.mergeReturning(in, q, in.run)
		with(s.WithClause)
	case *pg.CreateStmt: // the table is not there yet
		in.list(s.InhRelations)
		in.list(s.TableElts)
	case *pg.CallStmt:
		n, r := c.call(s.Funccall)
		in.add(n, r)
		q.Call, _ = n.(*ast.Call)
	case *pg.CreateSeqStmt:
	case *pg.ViewStmt:
		in.node(s.Query)
	default:
		in.message(m)
	}
	q.Children = in.sorted()
	r := c.statementRun(in.run)
	q.Pos = c.pos(r)
	return q, r
}

// selects collects the clauses of a plain SELECT or VALUES.
func (in *inside) selects(p *ast.Clauses, s *pg.SelectStmt) {
	p.Distinct = len(s.DistinctClause) > 0
	for _, d := range s.DistinctClause {
		if n := in.distinct(d); n != nil {
			p.DistinctOn = append(p.DistinctOn, n)
		}
	}
	for _, t := range s.TargetList {
		p.Targets = append(p.Targets, in.target(t))
	}
	p.From = in.from(s.FromClause)
	p.Where = in.part(s.WhereClause)
	for _, g := range s.GroupClause {
		if n := in.part(g); n != nil {
			p.Group = append(p.Group, n)
		}
	}
	p.Having = in.part(s.HavingClause)
	in.list(s.WindowClause)
	for _, row := range s.ValuesLists {
		var values []ast.Node
		for _, v := range row.GetList().GetItems() {
			values = append(values, in.part(v))
		}
		p.Values = append(p.Values, values)
	}
	p.Order = in.order(s.SortClause)
	p.Offset = in.part(s.LimitOffset)
	p.Limit = in.part(s.LimitCount)
	p.Locks = in.locks(s.LockingClause)
}

// distinct collects an expression of DISTINCT ON, nil of plain DISTINCT.
func (in *inside) distinct(n *pg.Node) ast.Node {
	if n.GetNode() == nil {
		return nil
	}
	return in.part(n)
}

// locks returns FOR UPDATE and the like. The parser does not say where they
// stand, so that is looked for.
func (in *inside) locks(list []*pg.Node) (locks []ast.Lock) {
	c := in.c
	k := in.run.i
	for _, n := range list {
		l := n.GetLockingClause()
		lock := ast.Lock{Strength: strings.ReplaceAll(strings.TrimPrefix(l.Strength.String(), "LCS_FOR"), "NOKEYUPDATE", "NO KEY UPDATE")}
		lock.Strength = strings.ReplaceAll(lock.Strength, "KEYSHARE", "KEY SHARE")
		for _, rel := range l.LockedRels {
			v := rel.GetRangeVar()
			lock.Of = append(lock.Of, ast.Ident{Name: v.GetRelname(), Span: c.span(c.one(v.GetLocation()))})
		}
		for ; k < len(c.toks) && !in.run.empty(); k++ {
			if m := c.match[k]; m > k {
				k = m
				continue
			}
			if c.is(k, "FOR") && c.is(k+1, "UPDATE", "SHARE", "NO", "KEY") {
				words := len(strings.Fields(lock.Strength))
				lock.Pos = c.pos(run{k, k + 1 + words})
				k += 1 + words
				break
			}
		}
		locks = append(locks, lock)
	}
	return locks
}

// part collects one expression or query and returns it.
func (in *inside) part(n *pg.Node) ast.Node {
	if n == nil {
		return nil
	}
	node, r := in.c.node(n)
	in.add(node, r)
	return node
}

// target collects an output column.
func (in *inside) target(n *pg.Node) ast.Target {
	t := n.GetResTarget()
	out := ast.Target{Expr: in.part(t.GetVal()), Name: t.GetName(), Named: t.GetName() != ""}
	if !out.Named {
		out.Name, _ = outName(t.GetVal())
	}
	return out
}

// order collects the expressions of ORDER BY.
func (in *inside) order(list []*pg.Node) []ast.Node {
	var keys []ast.Node
	for _, n := range list {
		if k := in.part(n.GetSortBy().GetNode()); k != nil {
			keys = append(keys, k)
		}
	}
	return keys
}

// sets collects the assignments of UPDATE.
func (in *inside) sets(list []*pg.Node) []ast.Set {
	var sets []ast.Set
	for _, n := range list {
		t := n.GetResTarget()
		col := ast.SetColumn{Ident: in.assigned(n), Part: len(t.GetIndirection()) > 0}
		in.list(t.GetIndirection())
		m := t.GetVal().GetMultiAssignRef()
		switch {
		case m == nil:
			sets = append(sets, ast.Set{Columns: []ast.SetColumn{col}, Value: in.part(t.GetVal())})
		case m.Colno == 1: // the same source stands in all of them
			sets = append(sets, ast.Set{Columns: []ast.SetColumn{col}, Value: in.part(m.Source), Several: true})
		case len(sets) > 0:
			last := &sets[len(sets)-1]
			last.Columns = append(last.Columns, col)
		}
	}
	return sets
}

func (in *inside) conflict(n *pg.OnConflictClause) *ast.Conflict {
	k := &ast.Conflict{Pos: in.c.pos(in.c.one(n.Location)), Update: n.Action == pg.OnConflictAction_ONCONFLICT_UPDATE}
	if i := n.Infer; i != nil {
		k.Constraint = i.Conname
		for _, e := range i.IndexElems {
			if el := e.GetIndexElem(); el.GetName() != "" {
				k.Columns = append(k.Columns, ast.Ident{Name: el.Name, Span: k.Span()})
			} else if x := in.part(el.GetExpr()); x != nil {
				k.Exprs = append(k.Exprs, x)
			}
		}
		k.Where = in.part(i.WhereClause)
	}
	k.Sets = in.sets(n.TargetList)
	k.DoWhere = in.part(n.WhereClause)
	return k
}

func (in *inside) mergeWhen(n *pg.MergeWhenClause) ast.MergeWhen {
	w := ast.MergeWhen{Matched: n.Matched, Cond: in.part(n.Condition)}
	switch n.CommandType {
	case pg.CmdType_CMD_UPDATE:
		w.Sets = in.sets(n.TargetList)
	case pg.CmdType_CMD_INSERT:
		w.Insert = &ast.MergeInsert{Overriding: overriding(n.Override)}
		for _, col := range n.TargetList {
			w.Insert.Columns = append(w.Insert.Columns, in.assigned(col))
		}
		for _, v := range n.Values {
			w.Insert.Values = append(w.Insert.Values, in.part(v))
		}
	}
	return w
}

// overriding returns the word of OVERRIDING … VALUE.
func overriding(k pg.OverridingKind) string {
	switch k {
	case pg.OverridingKind_OVERRIDING_SYSTEM_VALUE:
		return "SYSTEM"
	case pg.OverridingKind_OVERRIDING_USER_VALUE:
		return "USER"
	}
	return ""
}

// from collects items of FROM.
func (in *inside) from(list []*pg.Node) []*ast.From {
	var items []*ast.From
	for _, n := range list {
		if f := in.fromItem(n); f != nil {
			items = append(items, f)
		}
	}
	return items
}

func (in *inside) fromItem(n *pg.Node) *ast.From {
	c := in.c
	alias := func(f *ast.From, a *pg.Alias) *ast.From {
		f.Alias, f.Columns = a.GetAliasname(), stringsOf(a.GetColnames())
		return f
	}
	whole := n
	switch n := n.GetNode().(type) {
	case *pg.Node_RangeVar:
		rel, _ := in.relation(n.RangeVar)
		return alias(&ast.From{Kind: ast.FromRelation, Relation: rel}, n.RangeVar.Alias)
	case *pg.Node_RangeSubselect:
		o, r := c.subselect(n.RangeSubselect)
		in.add(o, r)
		f := &ast.From{Kind: ast.FromQuery, Lateral: n.RangeSubselect.Lateral}
		f.Query, _ = o.(*ast.Other).Children[0].(*ast.Query)
		return alias(f, n.RangeSubselect.Alias)
	case *pg.Node_RangeFunction:
		o, r := c.rangeFunction(n.RangeFunction)
		in.add(o, r)
		f := &ast.From{Kind: ast.FromFunction, Lateral: n.RangeFunction.Lateral, Ordinality: n.RangeFunction.Ordinality}
		for _, child := range o.(*ast.Other).Children {
			if _, isAlias := child.(*ast.Alias); !isAlias {
				f.Calls = append(f.Calls, child)
			}
		}
		alias(f, n.RangeFunction.Alias)
		for i, d := range n.RangeFunction.Coldeflist {
			if i == 0 {
				f.Columns = nil
			}
			t, _ := c.typeName(d.GetColumnDef().GetTypeName())
			f.Columns, f.Defs = append(f.Columns, d.GetColumnDef().GetColname()), append(f.Defs, t)
		}
		if i := c.at(n.RangeFunction.Functions[0].GetList().GetItems()[0].GetFuncCall().GetLocation()); c.is(i, "JSON_TABLE") && f.Alias == "" {
			c.jsonTable(f, i)
		}
		return f
	case *pg.Node_JoinExpr:
		j := n.JoinExpr
		f := &ast.From{Kind: ast.FromJoin, Natural: j.IsNatural, Left: in.fromItem(j.Larg), Right: in.fromItem(j.Rarg), On: in.part(j.Quals)}
		switch j.Jointype {
		case pg.JoinType_JOIN_LEFT:
			f.Outer = "LEFT"
		case pg.JoinType_JOIN_RIGHT:
			f.Outer = "RIGHT"
		case pg.JoinType_JOIN_FULL:
			f.Outer = "FULL"
		}
		for _, u := range stringsOf(j.UsingClause) {
			f.Using = append(f.Using, ast.Ident{Name: u})
		}
		in.alias(j.Alias, run{})
		in.alias(j.JoinUsingAlias, run{})
		return alias(f, j.Alias)
	case *pg.Node_RangeTableSample:
		other, r := c.node(whole)
		in.add(other, r)
		f := alias(&ast.From{Kind: ast.FromRelation}, n.RangeTableSample.Relation.GetRangeVar().GetAlias())
		f.Relation, _ = ast.Children(other)[0].(*ast.Relation)
		return f
	}
	in.node(whole)
	return &ast.From{Kind: ast.FromOther}
}

// setOperation collects the parts of a UNION, INTERSECT or EXCEPT.
func (c *converter) setOperation(in *inside, p *ast.Clauses, s *pg.SelectStmt) run {
	left, lr := c.statement(s.Larg.ProtoReflect())
	in.add(left, lr)
	right, rr := c.statement(s.Rarg.ProtoReflect())
	in.add(right, rr)
	p.SetOp, p.Left, p.Right = strings.TrimPrefix(s.Op.String(), "SETOP_"), left, right
	p.Order = in.order(s.SortClause)
	p.Offset = in.part(s.LimitOffset)
	p.Limit = in.part(s.LimitCount)
	p.Locks = in.locks(s.LockingClause)
	p.With, p.Recursive = in.with(s.WithClause), s.WithClause.GetRecursive()
	if lr.empty() {
		return in.run
	}
	word := lr.j // what follows the left side's parts: its aliases, parentheses
	for ; word < len(c.toks); word++ {
		if m := c.match[word]; m > word {
			word = m
		} else if c.is(word, "UNION", "INTERSECT", "EXCEPT") && !c.is(word-1, "AS", ".") {
			break
		}
	}
	if word == len(c.toks) {
		return in.run
	}
	r := c.join(in.run, run{word, word + 1})
	if s.WithClause != nil {
		return c.statementRun(r)
	}
	return r
}

// statementRun widens the run of a statement's parts to its first word.
func (c *converter) statementRun(r run) run {
	if r.empty() {
		return r
	}
	for k := r.i; k >= 0; k-- {
		switch c.kind(k) {
		case pg.Token_SELECT, pg.Token_VALUES, pg.Token_TABLE, pg.Token_WITH, pg.Token_INSERT, pg.Token_UPDATE,
			pg.Token_DELETE_P, pg.Token_MERGE:
			return c.widen(run{k, r.j}, c.depth[k])
		case pg.Token_ASCII_41:
			if m := c.match[k]; m >= 0 && k < r.i {
				k = m
			}
		case pg.Token_ASCII_59:
			return r
		}
	}
	return r
}

// inside collects the nodes that are in a message, at any depth, up to those
// that package ast has a type for.
type inside struct {
	c     *converter
	nodes []ast.Node
	run   run
}

func (in *inside) add(n ast.Node, r run) {
	if n != nil {
		in.nodes = append(in.nodes, n)
		in.run = union(in.run, r)
	}
}

// sorted returns the nodes in the order of the text; one without a place
// follows the one before it.
func (in *inside) sorted() []ast.Node {
	type placed struct {
		n  ast.Node
		at int
	}
	list := make([]placed, len(in.nodes))
	last := 0
	for i, n := range in.nodes {
		if s := n.Span(); !s.IsZero() {
			last = s.Start
		}
		list[i] = placed{n, last}
	}
	slices.SortStableFunc(list, func(a, b placed) int { return a.at - b.at })
	for i := range list {
		in.nodes[i] = list[i].n
	}
	return in.nodes
}

func (in *inside) list(list []*pg.Node) {
	for _, n := range list {
		in.node(n)
	}
}

func (in *inside) node(n *pg.Node) {
	if n == nil {
		return
	}
	whole := n
	switch n := n.Node.(type) {
	case nil, *pg.Node_String_, *pg.Node_Integer, *pg.Node_Float, *pg.Node_Boolean, *pg.Node_BitString, *pg.Node_AStar,
		*pg.Node_TypeName, *pg.Node_RoleSpec, *pg.Node_LockingClause:
		// no expression, or names of what FROM has
	case *pg.Node_ResTarget:
		in.list(n.ResTarget.Indirection)
		in.node(n.ResTarget.Val)
	case *pg.Node_MultiAssignRef:
		if n.MultiAssignRef.Colno == 1 { // the same source stands in all of them
			in.node(n.MultiAssignRef.Source)
		}
	case *pg.Node_List:
		in.list(n.List.Items)
	case *pg.Node_IndexElem:
		in.node(n.IndexElem.Expr)
	case *pg.Node_JoinExpr:
		in.node(n.JoinExpr.Larg)
		in.node(n.JoinExpr.Rarg)
		in.node(n.JoinExpr.Quals)
		in.alias(n.JoinExpr.Alias, run{})
		in.alias(n.JoinExpr.JoinUsingAlias, run{})
	case *pg.Node_RangeSubselect:
		in.add(in.c.subselect(n.RangeSubselect))
	case *pg.Node_RangeFunction:
		in.add(in.c.rangeFunction(n.RangeFunction))
	case *pg.Node_AIndices:
		in.node(n.AIndices.Lidx)
		in.node(n.AIndices.Uidx)
	default:
		in.add(in.c.node(whole))
	}
}

// message collects what the fields of a message hold.
func (in *inside) message(m protoreflect.Message) {
	fields := m.Descriptor().Fields()
	for i := range fields.Len() {
		f := fields.Get(i)
		if f.Kind() != protoreflect.MessageKind || !m.Has(f) {
			continue
		}
		if f.IsList() {
			l := m.Get(f).List()
			for k := range l.Len() {
				in.field(l.Get(k).Message())
			}
			continue
		}
		in.field(m.Get(f).Message())
	}
}

func (in *inside) field(m protoreflect.Message) {
	switch v := m.Interface().(type) {
	case *pg.Node:
		in.node(v)
	case *pg.RangeVar:
		in.relation(v)
	case *pg.Alias:
		in.alias(v, run{})
	case *pg.WithClause:
		in.with(v)
	case *pg.TypeName, *pg.RoleSpec, *pg.IntoClause:
	case *pg.FuncCall:
		in.add(in.c.call(v))
	case *pg.SelectStmt:
		in.add(in.c.statement(m))
	case *pg.CollateClause:
		in.node(v.Arg)
	default:
		in.message(m)
	}
}

func (in *inside) relation(v *pg.RangeVar) (*ast.Relation, run) {
	n, r := in.c.relation(v)
	in.add(n, r)
	return n.(*ast.Relation), r
}

// assigned returns the column that INSERT or UPDATE names.
func (in *inside) assigned(n *pg.Node) ast.Ident {
	t := n.GetResTarget()
	r := in.c.one(t.GetLocation())
	in.run = union(in.run, r)
	return ast.Ident{Name: t.GetName(), Span: in.c.span(r)}
}

// returning collects the parts of RETURNING and the names that they go by.
func (in *inside) returning(q *ast.Query, list []*pg.Node) {
	if len(list) > 0 {
		in.c.rowNames(q.Clauses, in.c.at(list[0].GetResTarget().GetLocation())-1)
	}
	for _, n := range list {
		t := n.GetResTarget()
		name := t.GetName()
		if name == "" {
			name, _ = outName(t.GetVal())
			if isStar(t.GetVal()) {
				name = "*"
			}
		}
		q.Returning = append(q.Returning, ast.Ident{Name: name, Span: in.c.span(in.c.one(t.GetLocation()))})
		q.Clauses.Returning = append(q.Clauses.Returning, in.target(n))
	}
}

// isStar reports whether an output column stands for those of a whole row: *,
// t.* or (row).*.
func isStar(n *pg.Node) bool {
	fields := n.GetColumnRef().GetFields()
	if ind := n.GetAIndirection(); ind != nil {
		fields = ind.Indirection
	}
	return len(fields) > 0 && fields[len(fields)-1].GetAStar() != nil
}

func (in *inside) alias(a *pg.Alias, r run) {
	if a != nil {
		in.add(&ast.Alias{Pos: in.c.pos(r), Name: a.Aliasname}, r)
	}
}

// with collects the queries of WITH.
func (in *inside) with(w *pg.WithClause) (list []*ast.CTE) {
	if w == nil {
		return nil
	}
	c := in.c
	for _, n := range w.Ctes {
		cte := n.GetCommonTableExpr()
		name := c.one(cte.Location)
		out := &ast.CTE{Pos: c.pos(name), Name: cte.Ctename}
		if len(cte.Aliascolnames) > 0 {
			out.Columns = stringsOf(cte.Aliascolnames)
		}
		list = append(list, out)
		q, r := c.node(cte.Ctequery)
		out.Query, _ = q.(*ast.Query)
		if out.Query == nil {
			out.Query = &ast.Query{Kind: ast.OtherQuery, Children: nodes(q)}
		}
		// name [(columns)] AS [[NOT] MATERIALIZED] ( query )
		k := c.closing(name.j)
		for c.is(k, "AS", "NOT", "MATERIALIZED") {
			k++
		}
		if end := c.closing(k); end > k+2 {
			r = run{k, end}
			out.Query.Pos = c.pos(run{k + 1, end - 1})
		}
		in.add(out, union(name, r))
	}
	return list
}

// relation converts a table named in a query.
func (c *converter) relation(v *pg.RangeVar) (ast.Node, run) {
	r := c.nameAt(c.at(v.Location))
	n := &ast.Relation{Pos: c.pos(r), Name: ast.Name{Schema: v.Schemaname, Name: v.Relname, Span: c.span(r)}, Only: !v.Inh}
	if v.Alias != nil {
		n.Alias = v.Alias.Aliasname
	}
	return n, r
}

// subselect converts a query in FROM.
func (c *converter) subselect(n *pg.RangeSubselect) (ast.Node, run) {
	q, r := c.node(n.Subquery)
	o := &ast.Other{Tag: "RangeSubselect", Children: nodes(q)}
	if !r.empty() && c.is(r.i-1, "(") && c.match[r.i-1] > r.i {
		if q, ok := q.(*ast.Query); ok {
			q.Pos = c.pos(run{r.i, c.match[r.i-1]})
		}
		r = run{r.i - 1, c.closing(r.i - 1)}
		for c.is(r.i-1, "(") && c.match[r.i-1] == r.j {
			r = run{r.i - 1, r.j + 1}
		}
	}
	if n.Alias == nil {
		c.needs(r, 16, "42601", "a subquery in FROM without an alias", "write (…) AS name")
	}
	r = c.aliased(o, n.Alias, r)
	o.Pos = c.pos(r)
	return o, r
}

// rangeFunction converts a function in FROM.
func (c *converter) rangeFunction(n *pg.RangeFunction) (ast.Node, run) {
	in := &inside{c: c}
	in.list(n.Functions)
	r := in.run
	o := &ast.Other{Tag: "RangeFunction", Children: in.nodes}
	if n.IsRowsfrom && !r.empty() {
		for r.i > 0 && !c.is(r.i, "ROWS") {
			r.i--
		}
		r.j = max(r.j, c.closing(r.i+2))
	}
	if n.Ordinality && c.is(r.j, "WITH") {
		r.j += 2
	}
	r = c.aliased(o, n.Alias, r)
	o.Pos = c.pos(r)
	return o, r
}

// aliased adds the alias that stands behind a run.
func (c *converter) aliased(o *ast.Other, a *pg.Alias, r run) run {
	if a == nil {
		return r
	}
	at := run{}
	if !r.empty() {
		k := r.j
		if c.is(k, "AS") {
			k++
		}
		if k < len(c.toks) {
			at = run{k, k + 1}
			r.j = max(k+1, c.closing(k+1))
		}
	}
	o.Children = append(o.Children, &ast.Alias{Pos: c.pos(at), Name: a.Aliasname})
	return r
}

// other converts a construct that package ast has no type for.
func (c *converter) other(m protoreflect.Message) (ast.Node, run) {
	in := &inside{c: c}
	in.message(m)
	r := in.run
	if f := m.Descriptor().Fields().ByName("location"); f != nil && f.Kind() == protoreflect.Int32Kind {
		if i := c.at(int32(m.Get(f).Int())); i < len(c.toks) {
			word := run{i, i + 1}
			switch {
			case c.is(i, "IS"):
				word.j = c.behindIs(i)
			case c.is(i+1, "("):
				word.j = c.closing(i + 1)
			}
			r = c.join(word, r)
		}
	} else if !r.empty() {
		r = c.join(r)
	}
	if c.is(r.j, "IS") && c.is(r.j+1, "JSON", "NOT") && m.Descriptor().Name() == "JsonIsPredicate" {
		r.j = c.behindIs(r.j)
	}
	c.json(m, r)
	return &ast.Other{Pos: c.pos(r), Tag: string(m.Descriptor().Name()), Children: in.sorted()}, r
}
