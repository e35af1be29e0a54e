package parser

import (
	pg "github.com/pganalyze/pg_query_go/v5"

	"github.com/trigc/trigc/internal/ast"
)

func (c *converter) createView(at ast.At, n *pg.ViewStmt) *ast.Create {
	v := &ast.Create{
		At: at, Kind: ast.View, Name: c.relName(n.View), OrReplace: n.Replace, Temp: isTemp(n.View),
	}
	c.defined(v, n.Query, n.Aliases)
	return v
}

func (c *converter) createTableAs(at ast.At, n *pg.CreateTableAsStmt) *ast.Create {
	t := &ast.Create{
		At: at, Kind: ast.Table, Name: c.relName(n.Into.GetRel()), IfNotExists: n.IfNotExists, Temp: isTemp(n.Into.GetRel()),
	}
	if n.Objtype == pg.ObjectType_OBJECT_MATVIEW {
		t.Kind = ast.MatView
	}
	c.defined(t, n.Query, n.Into.GetColNames())
	return t
}

// intoClause returns the INTO of a query, nil if it has none.
func intoClause(n *pg.SelectStmt) *pg.IntoClause { return leftmost(n).IntoClause }

// selectInto converts SELECT … INTO table.
func (c *converter) selectInto(at ast.At, n *pg.SelectStmt, into *pg.IntoClause) *ast.Create {
	t := &ast.Create{At: at, Kind: ast.Table, Name: c.relName(into.Rel), Temp: isTemp(into.Rel)}
	c.defined(t, &pg.Node{Node: &pg.Node_SelectStmt{SelectStmt: n}}, into.ColNames)
	return t
}

// defined fills in what a query says of the relation made from it; names are
// those of the column list.
func (c *converter) defined(t *ast.Create, query *pg.Node, names []*pg.Node) {
	t.AsQuery, _ = c.statement(held(query))
	sel := query.GetSelectStmt()
	if sel == nil { // EXECUTE
		for _, name := range stringsOf(names) {
			t.OutColumns = append(t.OutColumns, ast.OutColumn{Name: name})
		}
		return
	}
	t.OutColumns = c.outColumns(leftmost(sel))
	t.Plain = sel.Op == pg.SetOperation_SETOP_NONE && len(sel.FromClause) == 1 && sel.FromClause[0].GetRangeVar() != nil &&
		sel.WithClause == nil && sel.DistinctClause == nil && sel.GroupClause == nil && sel.HavingClause == nil &&
		sel.WindowClause == nil && sel.LimitCount == nil && sel.LimitOffset == nil && sel.ValuesLists == nil
	for i, name := range stringsOf(names) {
		if i == len(t.OutColumns) || t.OutColumns[i].Star {
			// What a star stands for is not known: the rest is named without it.
			if i < len(t.OutColumns) {
				t.OutColumns = t.OutColumns[:i]
			}
			t.OutColumns = append(t.OutColumns, ast.OutColumn{Name: name})
			continue
		}
		t.OutColumns[i].Name = name
	}
}

// leftmost returns the query that gives the columns of a UNION and the like.
func leftmost(n *pg.SelectStmt) *pg.SelectStmt {
	for n.Larg != nil {
		n = n.Larg
	}
	return n
}

func (c *converter) outColumns(n *pg.SelectStmt) []ast.OutColumn {
	var out []ast.OutColumn
	if len(n.ValuesLists) > 0 {
		for i := range n.ValuesLists[0].GetList().GetItems() {
			out = append(out, ast.OutColumn{Name: "column" + itoa(int32(i+1))})
		}
		return out
	}
	for _, t := range n.TargetList {
		target := t.GetResTarget()
		col := ast.OutColumn{Name: target.GetName()}
		if col.Name == "" {
			col.Name, _ = outName(target.GetVal())
		}
		if ref := target.GetVal().GetColumnRef(); ref != nil {
			col.Ref = stringsOf(ref.Fields)
			if len(ref.Fields) > 0 && ref.Fields[len(ref.Fields)-1].GetAStar() != nil {
				col.Name, col.Star = "*", true
			}
		}
		if ind := target.GetVal().GetAIndirection(); ind != nil && target.GetName() == "" &&
			ind.Indirection[len(ind.Indirection)-1].GetAStar() != nil {
			col.Name, col.Star, col.Ref = "*", true, []string{""} // (row).*: of no relation in FROM
		}
		if cast := target.GetVal().GetTypeCast(); cast != nil {
			tn, _ := c.typeName(cast.TypeName)
			col.Cast = &tn
		}
		out = append(out, col)
	}
	return out
}

// outName returns the name that Postgres gives to a column of a query, and how
// sure a choice it is: 2 for a name, 1 for that of a type or CASE
// (FigureColnameInternal, parse_target.c).
func outName(n *pg.Node) (string, int) {
	last := func(list []string) (string, int) {
		if len(list) == 0 {
			return "?column?", 0
		}
		return list[len(list)-1], 2
	}
	switch n := n.GetNode().(type) {
	case *pg.Node_ColumnRef:
		return last(stringsOf(n.ColumnRef.Fields))
	case *pg.Node_AIndirection:
		if names := stringsOf(n.AIndirection.Indirection); len(names) > 0 {
			return last(names)
		}
		return outName(n.AIndirection.Arg)
	case *pg.Node_FuncCall:
		return last(stringsOf(n.FuncCall.Funcname))
	case *pg.Node_AExpr:
		if n.AExpr.Kind == pg.A_Expr_Kind_AEXPR_NULLIF {
			return "nullif", 2
		}
	case *pg.Node_TypeCast:
		if name, sure := outName(n.TypeCast.Arg); sure == 2 {
			return name, sure
		}
		if names := stringsOf(n.TypeCast.TypeName.GetNames()); len(names) > 0 {
			return names[len(names)-1], 1
		}
	case *pg.Node_CollateClause:
		return outName(n.CollateClause.Arg)
	case *pg.Node_GroupingFunc:
		return "grouping", 2
	case *pg.Node_MultiAssignRef:
		return outName(n.MultiAssignRef.Source)
	case *pg.Node_SubLink:
		switch n.SubLink.SubLinkType {
		case pg.SubLinkType_EXISTS_SUBLINK:
			return "exists", 2
		case pg.SubLinkType_ARRAY_SUBLINK:
			return "array", 2
		case pg.SubLinkType_EXPR_SUBLINK:
			if s := n.SubLink.Subselect.GetSelectStmt(); s != nil {
				if t := leftmost(s).TargetList; len(t) > 0 {
					if name := t[0].GetResTarget().GetName(); name != "" {
						return name, 2
					}
					return outName(t[0].GetResTarget().GetVal())
				}
			}
		}
	case *pg.Node_CaseExpr:
		if name, sure := outName(n.CaseExpr.Defresult); sure > 0 {
			return name, sure
		}
		return "case", 1
	case *pg.Node_AArrayExpr:
		return "array", 2
	case *pg.Node_RowExpr:
		return "row", 2
	case *pg.Node_CoalesceExpr:
		return "coalesce", 2
	case *pg.Node_MinMaxExpr:
		if n.MinMaxExpr.Op == pg.MinMaxOp_IS_LEAST {
			return "least", 2
		}
		return "greatest", 2
	case *pg.Node_SqlvalueFunction:
		switch n.SqlvalueFunction.Op {
		case pg.SQLValueFunctionOp_SVFOP_CURRENT_DATE:
			return "current_date", 2
		case pg.SQLValueFunctionOp_SVFOP_CURRENT_TIME, pg.SQLValueFunctionOp_SVFOP_CURRENT_TIME_N:
			return "current_time", 2
		case pg.SQLValueFunctionOp_SVFOP_CURRENT_TIMESTAMP, pg.SQLValueFunctionOp_SVFOP_CURRENT_TIMESTAMP_N:
			return "current_timestamp", 2
		case pg.SQLValueFunctionOp_SVFOP_LOCALTIME, pg.SQLValueFunctionOp_SVFOP_LOCALTIME_N:
			return "localtime", 2
		case pg.SQLValueFunctionOp_SVFOP_LOCALTIMESTAMP, pg.SQLValueFunctionOp_SVFOP_LOCALTIMESTAMP_N:
			return "localtimestamp", 2
		case pg.SQLValueFunctionOp_SVFOP_CURRENT_ROLE:
			return "current_role", 2
		case pg.SQLValueFunctionOp_SVFOP_CURRENT_USER:
			return "current_user", 2
		case pg.SQLValueFunctionOp_SVFOP_USER:
			return "user", 2
		case pg.SQLValueFunctionOp_SVFOP_SESSION_USER:
			return "session_user", 2
		case pg.SQLValueFunctionOp_SVFOP_CURRENT_CATALOG:
			return "current_catalog", 2
		case pg.SQLValueFunctionOp_SVFOP_CURRENT_SCHEMA:
			return "current_schema", 2
		}
	case *pg.Node_XmlExpr:
		return map[pg.XmlExprOp]string{
			pg.XmlExprOp_IS_XMLCONCAT: "xmlconcat", pg.XmlExprOp_IS_XMLELEMENT: "xmlelement",
			pg.XmlExprOp_IS_XMLFOREST: "xmlforest", pg.XmlExprOp_IS_XMLPARSE: "xmlparse",
			pg.XmlExprOp_IS_XMLPI: "xmlpi", pg.XmlExprOp_IS_XMLROOT: "xmlroot",
			pg.XmlExprOp_IS_XMLSERIALIZE: "xmlserialize", pg.XmlExprOp_IS_DOCUMENT: "?column?",
		}[n.XmlExpr.Op], 2
	case *pg.Node_XmlSerialize:
		return "xmlserialize", 2
	case *pg.Node_JsonObjectConstructor, *pg.Node_JsonObjectAgg:
		return "json_object", 2
	case *pg.Node_JsonArrayConstructor, *pg.Node_JsonArrayQueryConstructor, *pg.Node_JsonArrayAgg:
		return "json_array", 2
	}
	return "?column?", 0
}
