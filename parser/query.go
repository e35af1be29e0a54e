package parser

import (
	"slices"
	"strconv"

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
	switch s := m.Interface().(type) {
	case *pg.SelectStmt:
		q.Kind = ast.SelectQuery
		if s.Larg != nil {
			r := c.setOperation(in, s)
			q.Children, q.Pos = in.sorted(), c.pos(r)
			return q, r
		}
		in.message(m)
	case *pg.InsertStmt:
		q.Kind = ast.InsertQuery
		target(s.Relation)
		for _, col := range s.Cols {
			q.Columns = append(q.Columns, in.assigned(col))
		}
		in.node(s.SelectStmt)
		if s.OnConflictClause != nil {
			in.message(s.OnConflictClause.ProtoReflect())
		}
		in.returning(q, s.ReturningList)
		in.with(s.WithClause)
	case *pg.UpdateStmt:
		q.Kind = ast.UpdateQuery
		target(s.Relation)
		for _, col := range s.TargetList {
			q.Columns = append(q.Columns, in.assigned(col))
		}
		in.list(s.TargetList)
		in.list(s.FromClause)
		in.node(s.WhereClause)
		in.returning(q, s.ReturningList)
		in.with(s.WithClause)
	case *pg.DeleteStmt:
		q.Kind = ast.DeleteQuery
		target(s.Relation)
		in.list(s.UsingClause)
		in.node(s.WhereClause)
		in.returning(q, s.ReturningList)
		in.with(s.WithClause)
	case *pg.MergeStmt:
		q.Kind = ast.MergeQuery
		target(s.Relation)
		in.node(s.SourceRelation)
		in.node(s.JoinCondition)
		in.list(s.MergeWhenClauses)
		in.with(s.WithClause)
	case *pg.CreateStmt: // the table is not there yet
		in.list(s.InhRelations)
		in.list(s.TableElts)
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

// setOperation collects the parts of a UNION, INTERSECT or EXCEPT.
func (c *converter) setOperation(in *inside, s *pg.SelectStmt) run {
	left, lr := c.statement(s.Larg.ProtoReflect())
	in.add(left, lr)
	right, rr := c.statement(s.Rarg.ProtoReflect())
	in.add(right, rr)
	in.list(s.SortClause)
	in.node(s.LimitOffset)
	in.node(s.LimitCount)
	in.with(s.WithClause)
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
		in.node(n)
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
func (in *inside) with(w *pg.WithClause) {
	if w == nil {
		return
	}
	c := in.c
	for _, n := range w.Ctes {
		cte := n.GetCommonTableExpr()
		name := c.one(cte.Location)
		out := &ast.CTE{Pos: c.pos(name), Name: cte.Ctename}
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
	return &ast.Other{Pos: c.pos(r), Tag: string(m.Descriptor().Name()), Children: in.sorted()}, r
}
