package parser

import (
	"slices"
	"strings"
	"testing"

	"github.com/trigc/trigc/internal/ast"
)

// check returns the expression in the CHECK of the only statement.
func check(t *testing.T, text string) *ast.SQL {
	t.Helper()
	f, list := parse(t, text)
	if len(list) > 0 || len(f.Stmts) != 1 {
		t.Fatalf("%s: %d statements, %s", text, len(f.Stmts), dumpDiagnostics(list))
	}
	for _, e := range f.Stmts[0].(*ast.Create).Elements {
		if e.Constraint != nil {
			return e.Constraint.Check
		}
	}
	t.Fatalf("%s: no constraint", text)
	return nil
}

func expression(t *testing.T, text string) *ast.SQL {
	t.Helper()
	return check(t, "CREATE TABLE t (CHECK ("+text+"))")
}

func TestExpression(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{`OLD.status`, `ColumnRef{<OLD.status> Parts:[old<OLD> status]}`},
		{`OLD . "Status" `, `ColumnRef{<OLD . "Status"> Parts:[old<OLD> Status<"Status">]}`},
		{`a.b.c.*`, `ColumnRef{<a.b.c.*> Parts:[a b c] Star:true}`},
		{`NULL`, `Const{<NULL> Kind:1}`},
		{`true`, `Const{<true> Kind:2 Value:"true"}`},
		{`FALSE`, `Const{<FALSE> Kind:2 Value:"false"}`},
		{`42`, `Const{<42> Kind:3 Value:"42"}`},
		{`0`, `Const{<0> Kind:3 Value:"0"}`},
		{`-1`, `Const{<-1> Kind:3 Value:"-1"}`},
		{`- (1)`, `Const{<- (1)> Kind:3 Value:"-1"}`},
		{`1.5e3`, `Const{<1.5e3> Kind:4 Value:"1.5e3"}`},
		{`9999999999`, `Const{<9999999999> Kind:4 Value:"9999999999"}`},
		{`'it''s'`, `Const{<'it''s'> Kind:5 Value:"it's"}`},
		{`E'a\nb'`, `Const{<E'a\nb'> Kind:5 Value:"a\nb"}`},
		{`$x$ a $x$`, `Const{<$x$ a $x$> Kind:5 Value:" a "}`},
		{`B'101'`, `Const{<B'101'> Kind:6 Value:"b101"}`},
		{`$1`, `ParamRef{<$1> Number:1}`},
		{`current_user`, `Value{<current_user> Name:"current_user"}`},
		{`CURRENT_TIMESTAMP (3)`, `Value{<CURRENT_TIMESTAMP (3)> Name:"current_timestamp"}`},
		{`f()`, `Call{<f()> Func:f}`},
		{`s."F" (1, 'a,b', (2, 3))`, `Call{<s."F" (1, 'a,b', (2, 3))> Func:s.F<s."F"> Args:[Const{<1> Kind:3 Value:"1"} Const{<'a,b'> Kind:5 Value:"a,b"} List{<(2, 3)> Kind:1 Args:[Const{<2> Kind:3 Value:"2"} Const{<3> Kind:3 Value:"3"}]}] ArgSpans:[<1> <'a,b'> <(2, 3)>]}`},
		{`f(a + b, ((c)))`, `Call{<f(a + b, ((c)))> Func:f Args:[Op{<a + b> Kind:1 Name:+ Left:ColumnRef{<a> Parts:[a]} Right:ColumnRef{<b> Parts:[b]}} ColumnRef{<c> Parts:[c]}] ArgSpans:[<a + b> <((c))>]}`},
		{`f(x => 1)`, `Call{<f(x => 1)> Func:f Args:[Other{<x => 1> Tag:"NamedArgExpr" Children:[Const{<1> Kind:3 Value:"1"}]}] ArgSpans:[<x => 1>] Named:true ArgNames:["x"]}`},
		{`f(VARIADIC a)`, `Call{<f(VARIADIC a)> Func:f Args:[ColumnRef{<a> Parts:[a]}] ArgSpans:[<a>] Named:true Variadic:true}`},
		{`count(*)`, `Call{<count(*)> Func:count Star:true}`},
		{`count(DISTINCT a)`, `Call{<count(DISTINCT a)> Func:count Args:[ColumnRef{<a> Parts:[a]}] ArgSpans:[<a>] Distinct:true Agg:true}`},
		{`string_agg(a, ',' ORDER BY b) FILTER (WHERE c) OVER (PARTITION BY d)`, `Other{<string_agg(a, ',' ORDER BY b) FILTER (WHERE c) OVER (PARTITION BY d)> Tag:"FuncCall" Children:[Call{<string_agg(a, ',' ORDER BY b) FILTER (WHERE c) OVER (PARTITION BY d)> Func:string_agg Args:[ColumnRef{<a> Parts:[a]} Const{<','> Kind:5 Value:","}] ArgSpans:[<a> <','>] Over:true Agg:true} Other{<b> Tag:"SortBy" Children:[ColumnRef{<b> Parts:[b]}]} ColumnRef{<c> Parts:[c]} ColumnRef{<d> Parts:[d]}]}`},
		{`extract(epoch FROM a)`, `Call{<extract(epoch FROM a)> Func:pg_catalog.extract<extract> Args:[Const{<epoch> Kind:5 Value:"epoch"} ColumnRef{<a> Parts:[a]}]}`},
		{`a AT TIME ZONE 'UTC'`, `Call{<a AT TIME ZONE 'UTC'> Func:pg_catalog.timezone<AT> Args:[Const{<'UTC'> Kind:5 Value:"UTC"} ColumnRef{<a> Parts:[a]}]}`},
		{`(a, b) OVERLAPS (c, d)`, `Call{<(a, b) OVERLAPS (c, d)> Func:pg_catalog.overlaps<OVERLAPS> Args:[ColumnRef{<a> Parts:[a]} ColumnRef{<b> Parts:[b]} ColumnRef{<c> Parts:[c]} ColumnRef{<d> Parts:[d]}]}`},
		{`a IS NOT NFC NORMALIZED`, `Bool{<a IS NOT NFC NORMALIZED> Op:3 Args:[Call{<a IS NOT NFC NORMALIZED> Func:pg_catalog.is_normalized<IS> Args:[ColumnRef{<a> Parts:[a]} Const{<NFC> Kind:5 Value:"NFC"}]}]}`},
		{`a = 1`, `Op{<a = 1> Kind:1 Name:= Left:ColumnRef{<a> Parts:[a]} Right:Const{<1> Kind:3 Value:"1"}}`},
		{`(a) + (b)`, `Op{<(a) + (b)> Kind:1 Name:+ Left:ColumnRef{<a> Parts:[a]} Right:ColumnRef{<b> Parts:[b]}}`},
		{`((a + b)) * (c)`, `Op{<((a + b)) * (c)> Kind:1 Name:* Left:Op{<a + b> Kind:1 Name:+ Left:ColumnRef{<a> Parts:[a]} Right:ColumnRef{<b> Parts:[b]}} Right:ColumnRef{<c> Parts:[c]}}`},
		{`a OPERATOR(pg_catalog.=) b`, `Op{<a OPERATOR(pg_catalog.=) b> Kind:1 Name:pg_catalog.=<OPERATOR> Left:ColumnRef{<a> Parts:[a]} Right:ColumnRef{<b> Parts:[b]}}`},
		{`- a`, `Op{<- a> Kind:1 Name:- Right:ColumnRef{<a> Parts:[a]}}`},
		{`a IN (1, (2))`, `Op{<a IN (1, (2))> Kind:7 Name:=<IN> Left:ColumnRef{<a> Parts:[a]} Right:List{<(1, (2))> Kind:5 Args:[Const{<1> Kind:3 Value:"1"} Const{<2> Kind:3 Value:"2"}]}}`},
		{`a NOT IN (1)`, `Op{<a NOT IN (1)> Kind:7 Name:<><NOT> Left:ColumnRef{<a> Parts:[a]} Right:List{<(1)> Kind:5 Args:[Const{<1> Kind:3 Value:"1"}]}}`},
		{`a = ANY (b)`, `Op{<a = ANY (b)> Kind:2 Name:= Left:ColumnRef{<a> Parts:[a]} Right:ColumnRef{<b> Parts:[b]}}`},
		{`a IS NOT DISTINCT FROM b`, `Op{<a IS NOT DISTINCT FROM b> Kind:5 Name:=<IS> Left:ColumnRef{<a> Parts:[a]} Right:ColumnRef{<b> Parts:[b]}}`},
		{`NULLIF(a, (b))`, `Op{<NULLIF(a, (b))> Kind:6 Name:=<NULLIF> Left:ColumnRef{<a> Parts:[a]} Right:ColumnRef{<b> Parts:[b]}}`},
		{`a NOT LIKE 'x' ESCAPE '!'`, `Op{<a NOT LIKE 'x' ESCAPE '!'> Kind:8 Name:!~~<NOT> Left:ColumnRef{<a> Parts:[a]} Right:Call{<NOT LIKE 'x' ESCAPE '!'> Func:pg_catalog.like_escape<NOT> Args:[Const{<'x'> Kind:5 Value:"x"} Const{<'!'> Kind:5 Value:"!"}]}}`},
		{`a NOT BETWEEN (1) AND (2)`, `Op{<a NOT BETWEEN (1) AND (2)> Kind:9 Name:NOT BETWEEN<NOT> Left:ColumnRef{<a> Parts:[a]} Right:List{<(1) AND (2)> Kind:5 Args:[Const{<1> Kind:3 Value:"1"} Const{<2> Kind:3 Value:"2"}]}}`},
		{`(a) IS NOT NULL`, `NullTest{<(a) IS NOT NULL> Arg:ColumnRef{<a> Parts:[a]} Not:true}`},
		{`a NOTNULL`, `NullTest{<a NOTNULL> Arg:ColumnRef{<a> Parts:[a]} Not:true}`},
		{`a IS NOT UNKNOWN`, `BoolTest{<a IS NOT UNKNOWN> Arg:ColumnRef{<a> Parts:[a]} Test:"NOT UNKNOWN"}`},
		{`NOT (a)`, `Bool{<NOT (a)> Op:3 Args:[ColumnRef{<a> Parts:[a]}]}`},
		{`a OR (b OR c)`, `Bool{<a OR (b OR c)> Op:2 Args:[ColumnRef{<a> Parts:[a]} ColumnRef{<b> Parts:[b]} ColumnRef{<c> Parts:[c]}] Arms:[<a> <b> <c>]}`},
		{`a::numeric(10, 2)[]`, `Cast{<a::numeric(10, 2)[]> Arg:ColumnRef{<a> Parts:[a]} Type:pg_catalog.numeric(10,2)[]<numeric(10, 2)[]>}`},
		{`(a || b)::s."T"`, `Cast{<(a || b)::s."T"> Arg:Op{<a || b> Kind:1 Name:|| Left:ColumnRef{<a> Parts:[a]} Right:ColumnRef{<b> Parts:[b]}} Type:s.T<s."T">}`},
		{`CAST (a AS double precision)`, `Cast{<CAST (a AS double precision)> Arg:ColumnRef{<a> Parts:[a]} Type:pg_catalog.float8<double precision>}`},
		{`a::timestamp (3) with time zone`, `Cast{<a::timestamp (3) with time zone> Arg:ColumnRef{<a> Parts:[a]} Type:pg_catalog.timestamptz(3)<timestamp (3) with time zone>}`},
		{`a::character varying(3)`, `Cast{<a::character varying(3)> Arg:ColumnRef{<a> Parts:[a]} Type:pg_catalog.varchar(3)<character varying(3)>}`},
		{`date '2020-01-01'`, `Cast{<date '2020-01-01'> Arg:Const{<'2020-01-01'> Kind:5 Value:"2020-01-01"} Type:date<date>}`},
		{`interval '1' day to second(3)`, `Cast{<interval '1' day to second(3)> Arg:Const{<'1'> Kind:5 Value:"1"} Type:pg_catalog.interval(7176,3)<interval>}`},
		{`g::geometry(Point, 4326)`, `Cast{<g::geometry(Point, 4326)> Arg:ColumnRef{<g> Parts:[g]} Type:geometry(Point,4326)<geometry(Point, 4326)>}`},
		{`CASE a WHEN 1 THEN (b) ELSE (CASE WHEN c THEN d END) END`, `Case{<CASE a WHEN 1 THEN (b) ELSE (CASE WHEN c THEN d END) END> Arg:ColumnRef{<a> Parts:[a]} Whens:[When{Cond:Const{<1> Kind:3 Value:"1"} Result:ColumnRef{<b> Parts:[b]}}] Else:Case{<CASE WHEN c THEN d END> Whens:[When{Cond:ColumnRef{<c> Parts:[c]} Result:ColumnRef{<d> Parts:[d]}}]}}`},
		{`ROW (a, 1)`, `List{<ROW (a, 1)> Kind:1 Args:[ColumnRef{<a> Parts:[a]} Const{<1> Kind:3 Value:"1"}]}`},
		{`ARRAY[[a], [1]]`, `List{<ARRAY[[a], [1]]> Kind:2 Args:[List{<[a]> Kind:2 Args:[ColumnRef{<a> Parts:[a]}]} List{<[1]> Kind:2 Args:[Const{<1> Kind:3 Value:"1"}]}]}`},
		{`coalesce(a, 1)`, `List{<coalesce(a, 1)> Kind:3 Args:[ColumnRef{<a> Parts:[a]} Const{<1> Kind:3 Value:"1"}]}`},
		{`GREATEST(a)`, `List{<GREATEST(a)> Kind:4 Args:[ColumnRef{<a> Parts:[a]}]}`},
		{`a COLLATE pg_catalog."C"`, `Other{<a COLLATE pg_catalog."C"> Tag:"CollateClause" Children:[ColumnRef{<a> Parts:[a]}] Name:pg_catalog.C<pg_catalog."C">}`},
		{`(a.b).c[1]`, `Other{<(a.b).c[1]> Tag:"A_Indirection" Children:[ColumnRef{<a.b> Parts:[a b]} Const{<1> Kind:3 Value:"1"}] Field:c}`},
		{`((f(a))).b`, `Other{<((f(a))).b> Tag:"A_Indirection" Children:[Call{<f(a)> Func:f Args:[ColumnRef{<a> Parts:[a]}] ArgSpans:[<a>]}] Field:b}`},
		{`a[b:c]`, `Other{<a[b:c]> Tag:"A_Indirection" Children:[ColumnRef{<a> Parts:[a]} ColumnRef{<b> Parts:[b]} ColumnRef{<c> Parts:[c]}]}`},
		{`a IS DOCUMENT`, `Other{<a IS DOCUMENT> Tag:"XmlExpr" Children:[ColumnRef{<a> Parts:[a]}]}`},
		{`a IS NOT JSON OBJECT`, `Bool{<a IS NOT JSON OBJECT> Op:3 Args:[Other{<a IS NOT JSON OBJECT> Tag:"JsonIsPredicate" Children:[ColumnRef{<a> Parts:[a]}]}]}`},
		{`EXISTS (SELECT 1)`, `SubLink{<EXISTS (SELECT 1)> Kind:1 Query:Query{<SELECT 1> Kind:1 Children:[Const{<1> Kind:3 Value:"1"}]}}`},
		{`a NOT IN (SELECT b FROM s.t x)`, `Bool{<a NOT IN (SELECT b FROM s.t x)> Op:3 Args:[SubLink{<a NOT IN (SELECT b FROM s.t x)> Kind:3 Test:ColumnRef{<a> Parts:[a]} Query:Query{<SELECT b FROM s.t x> Kind:1 Children:[ColumnRef{<b> Parts:[b]} Relation{<s.t> Name:s.t Alias:"x"}]}}]}`},
		{`a OPERATOR(s.=) ALL (VALUES (1))`, `SubLink{<a OPERATOR(s.=) ALL (VALUES (1))> Kind:2 Test:ColumnRef{<a> Parts:[a]} Op:s.=<OPERATOR> Query:Query{<VALUES (1)> Kind:1 Children:[Const{<1> Kind:3 Value:"1"}]}}`},
		{`ARRAY(SELECT a)`, `SubLink{<ARRAY(SELECT a)> Kind:5 Query:Query{<SELECT a> Kind:1 Children:[ColumnRef{<a> Parts:[a]}]}}`},
		{`(SELECT a) = 1`, `Op{<(SELECT a) = 1> Kind:1 Name:= Left:SubLink{<(SELECT a)> Kind:4 Query:Query{<SELECT a> Kind:1 Children:[ColumnRef{<a> Parts:[a]}]}} Right:Const{<1> Kind:3 Value:"1"}}`},
		{`U&"d\0061t" = 1`, `Op{<U&"d\0061t" = 1> Kind:1 Name:= Left:ColumnRef{<U&"d\0061t"> Parts:[dat<U&"d\0061t">]} Right:Const{<1> Kind:3 Value:"1"}}`},
	} {
		sql := expression(t, tt.text)
		if got := dump(sql.Root); got != tt.want {
			t.Errorf("%s\n got %s\nwant %s", tt.text, got, tt.want)
		}
		if got := sql.Span.String(); got != strings.TrimSpace(tt.text) {
			t.Errorf("%s: span %q", tt.text, got)
		}
	}
}

func TestArms(t *testing.T) {
	for _, tt := range []struct {
		text string
		want []string
	}{
		{`a AND b`, []string{"a", "b"}},
		{`a and b AND c`, []string{"a", "b", "c"}},
		{`((a AND b) AND c)`, []string{"a", "b", "c"}},
		{`(a) AND ((b))`, []string{"(a)", "((b))"}},
		{`a AND (b AND (c AND d))`, []string{"a", "b", "c", "d"}},
		{`((a) AND b) AND (c AND (d))`, []string{"(a)", "b", "c", "(d)"}},
		{`a BETWEEN 1 AND 2 AND b`, []string{"a BETWEEN 1 AND 2", "b"}},
		{`a AND b BETWEEN (c) AND (d)`, []string{"a", "b BETWEEN (c) AND (d)"}},
		{`a BETWEEN SYMMETRIC 1 AND 2 AND b NOT BETWEEN 3 AND 4`, []string{"a BETWEEN SYMMETRIC 1 AND 2", "b NOT BETWEEN 3 AND 4"}},
		{`CASE WHEN a AND b THEN c ELSE d END AND e`, []string{"CASE WHEN a AND b THEN c ELSE d END", "e"}},
		{`e AND CASE a WHEN b AND c THEN d END`, []string{"e", "CASE a WHEN b AND c THEN d END"}},
		{`(a OR b) AND (c OR d)`, []string{"(a OR b)", "(c OR d)"}},
		{`a = ' AND ' AND b = $$) AND ($$`, []string{"a = ' AND '", "b = $$) AND ($$"}},
		{`a /* AND ( */ AND -- AND )
 b`, []string{"a", "b"}},
		{`a IS NOT NULL AND b IS NULL`, []string{"a IS NOT NULL", "b IS NULL"}},
		{`NOT a AND NOT (b AND c)`, []string{"NOT a", "NOT (b AND c)"}},
		{`f(a AND b) AND g(c)`, []string{"f(a AND b)", "g(c)"}},
		{`"and" AND t."AND"`, []string{`"and"`, `t."AND"`}},
		{`EXISTS (SELECT 1 WHERE a AND b) AND c IN (1, 2)`, []string{"EXISTS (SELECT 1 WHERE a AND b)", "c IN (1, 2)"}},
		{`(a AND b IN (SELECT c)) AND d`, []string{"a", "b IN (SELECT c)", "d"}},
		{`a::interval day to second(3) AND b`, []string{"a::interval day to second(3)", "b"}},
		{`a AND (b).c`, []string{"a", "(b).c"}},
		{`(a).b AND -(c) < 1`, []string{"(a).b", "-(c) < 1"}},
		{`(a, b) OVERLAPS (c, d) AND ROW(a, b) OVERLAPS ROW(c, d)`, []string{"(a, b) OVERLAPS (c, d)", "ROW(a, b) OVERLAPS ROW(c, d)"}},
		{`(a = ANY (b) AND (c COLLATE "C") < d) AND e`, []string{"a = ANY (b)", `(c COLLATE "C") < d`, "e"}},
		{`a AND b LIKE 'x' ESCAPE ('!')`, []string{"a", "b LIKE 'x' ESCAPE ('!')"}},
		{`a AND interval '1' day < b`, []string{"a", "interval '1' day < b"}},
		{`a AND b IS NOT NFC NORMALIZED`, []string{"a", "b IS NOT NFC NORMALIZED"}},
		{`a AND current_timestamp(3) < b`, []string{"a", "current_timestamp(3) < b"}},
		{`naïve AND 'é' = b AND c`, []string{"naïve", "'é' = b", "c"}},
	} {
		// Without parentheses AND binds closer than OR.
		var ors []string
		ast.Walk(expression(t, "("+tt.text+") OR (z) OR y").Root, func(n ast.Node) bool {
			b, ok := n.(*ast.Bool)
			if ok && ors == nil {
				for _, a := range b.Arms {
					ors = append(ors, a.String())
				}
			}
			return ors == nil
		})
		if want := []string{"(" + tt.text + ")", "(z)", "y"}; !slices.Equal(ors, want) {
			t.Errorf("arms of OR are %q, want %q", ors, want)
		}
		for _, form := range []string{"%", "(%)", "(( % ))", "NOT (%)", "z OR %", "(%) OR z", "z OR (%) OR y", "f((%), 1)", "(%) IS TRUE", "CASE WHEN % THEN true END"} {
			sql := expression(t, strings.ReplaceAll(form, "%", tt.text))
			var arms []string
			ast.Walk(sql.Root, func(n ast.Node) bool {
				if b, ok := n.(*ast.Bool); ok && b.Op == ast.And && arms == nil {
					if len(b.Arms) != len(b.Args) {
						t.Errorf("%s: %d arms for %d arguments", tt.text, len(b.Arms), len(b.Args))
					}
					for _, a := range b.Arms {
						arms = append(arms, a.String())
					}
				}
				return arms == nil
			})
			if strings.Join(arms, "|") != strings.Join(tt.want, "|") {
				t.Errorf("%s in %s\n got %q\nwant %q", tt.text, form, arms, tt.want)
			}
			for _, a := range arms {
				expression(t, a)
			}
		}
	}
}
