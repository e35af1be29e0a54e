package parser

import (
	"regexp"
	"slices"
	"strings"

	pg "github.com/pganalyze/pg_query_go/v5"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/source"
)

// tableUses finds the places where a body names one of the tables. The SQL in
// PL/pgSQL is found by its tokens, since libpg_query's parser of PL/pgSQL does
// not tell where it stands; a place counts only if what is around it parses
// and has a table there. A name of which that cannot be told is unclear.
func tableUses(b *ast.Body, tables []string) []ast.TableUse {
	toks, err := scan(b.Text, 0, len(b.Text))
	if err != nil {
		return nil // which has been reported
	}
	file := source.NewFile("body", b.Text)
	u := &bodySQL{body: b, c: newConverter(file, toks, func(at int) int { return at })}
	var list []ast.TableUse
	for i, t := range u.c.toks {
		if t.kind == pg.Token_SCONST || t.kind == pg.Token_USCONST {
			if table := u.inDynamicSQL(i, tables); table != "" {
				list = append(list, ast.TableUse{Kind: ast.DynamicUse, Table: table, Start: t.start, End: t.end, Span: b.At(t.start, t.end)})
			}
			continue
		}
		if t.kind != pg.Token_IDENT && t.kind != pg.Token_UIDENT && !t.keyword {
			continue
		}
		name := identValue(b.Text[t.start:t.end])
		if !slices.Contains(tables, name) || u.c.kind(i-1) == pg.Token_ASCII_46 || u.c.kind(i+1) == pg.Token_ASCII_46 {
			continue
		}
		use := ast.TableUse{Table: name, Start: t.start, End: t.end, Span: b.At(t.start, t.end)}
		if use.Kind = u.use(i, name); use.Kind == ast.CommandUse {
			use.Start = u.c.toks[i-1].start
		}
		if use.Kind != 0 {
			list = append(list, use)
		}
	}
	return list
}

// bodySQL is the SQL in a body.
type bodySQL struct {
	body *ast.Body
	c    *converter // of all tokens of the body, but for its comments
	// dynamic is set if the body has an EXECUTE.
	dynamic *bool
}

// inDynamicSQL returns the table that a string constant names which the body
// may execute, or "".
func (u *bodySQL) inDynamicSQL(i int, tables []string) string {
	if u.dynamic == nil {
		found := false
		for k := range u.c.toks {
			found = found || u.c.is(k, "EXECUTE")
		}
		u.dynamic = &found
	}
	if !*u.dynamic {
		return ""
	}
	text := u.body.Text[u.c.toks[i].start:u.c.toks[i].end]
	for _, table := range tables {
		if regexp.MustCompile(`(?i)(^|[^\pL\pN_])` + regexp.QuoteMeta(table) + `($|[^\pL\pN_])`).MatchString(text) {
			return table
		}
	}
	return ""
}

// use tells what a name is: zero if it is no table.
func (u *bodySQL) use(at int, table string) ast.UseKind {
	// A query in parentheses is one as it stands.
	top := at
	for i := at - 1; i >= 0; i-- {
		if m := u.c.match[i]; u.c.kind(i) == pg.Token_ASCII_40 && (m > at || m < 0) {
			if top = i; m > at && u.startsQuery(i+1) {
				if kind, ok := u.inQuery(i+1, m, "", at, table); ok {
					return kind
				}
			}
		}
	}
	for _, p := range u.around(top) {
		for _, before := range p.before {
			kind, ok := u.inQuery(p.i, p.j, before, at, table)
			if ok && (kind != 0 || u.startsQuery(p.i) || u.c.is(p.i-1, "PERFORM")) {
				return kind
			}
		}
	}
	return ast.UnclearUse
}

func (u *bodySQL) startsQuery(i int) bool {
	return u.c.is(i, "SELECT", "WITH", "VALUES", "TABLE", "INSERT", "UPDATE", "DELETE", "MERGE")
}

// A place is a run of tokens that can be SQL, behind one of the texts.
type place struct {
	run
	before []string
}

var (
	asStatement  = []string{""}
	asExpression = []string{"SELECT "}
	asEither     = []string{"", "SELECT "}
)

// around returns where SQL can stand around a token of a PL/pgSQL statement,
// the longest first. As in PL/pgSQL, the word before an expression says which
// one ends it, outside of parentheses.
func (u *bodySQL) around(at int) []place {
	first := 0
	for i := at - 1; i >= 0; i-- {
		if u.c.kind(i) == pg.Token_ASCII_59 {
			first = i + 1
			break
		}
	}
	var list []place
	add := func(start int, before []string, ends ...string) {
		if end := u.end(start, ends); end > at && start <= at {
			list = append(list, place{run{start, end}, before})
		}
	}
	add(first, asStatement)
	for i := first; i < at; i++ {
		switch m := u.c.match[i]; {
		case m > i:
			i = m
		case u.c.is(i, "THEN", "ELSE", "LOOP", "BEGIN", ">>", "QUERY", "FOR", "IS"):
			add(i+1, asStatement)
		case u.c.is(i, "IN"):
			add(i+1, asEither, "LOOP")
		case u.c.is(i, "WHILE", "..", "BY"):
			add(i+1, asExpression, "LOOP")
		case u.c.is(i, "IF", "ELSIF", "ELSEIF", "WHEN"):
			add(i+1, asExpression, "THEN")
		case u.c.is(i, "PERFORM", "RETURN", "DEFAULT", "ASSERT", ":=", "="):
			add(i+1, asExpression)
		}
	}
	return list
}

// end returns the first token behind start that is a semicolon or one of the
// words, outside of parentheses.
func (u *bodySQL) end(start int, words []string) int {
	for i := start; i < len(u.c.toks); i++ {
		if m := u.c.match[i]; m > i {
			i = m
		} else if u.c.kind(i) == pg.Token_ASCII_59 || u.c.is(i, words...) {
			return i
		}
	}
	return len(u.c.toks)
}

// inQuery parses tokens as a query, behind some text, and tells what the name
// in it is; ok is false if they are none.
func (u *bodySQL) inQuery(i, j int, before string, at int, table string) (kind ast.UseKind, ok bool) {
	if i >= j || at < i || at >= j {
		return 0, false
	}
	start := u.c.toks[i].start
	sql, toks := u.withoutInto(i, j)
	tree, err := pg.Parse(before + sql)
	if err != nil || len(tree.Stmts) != 1 {
		return 0, false
	}
	c := newConverter(u.c.file, toks, func(at int) int { return max(at-len(before), 0) + start })
	q := c.query(tree.Stmts[0].Stmt)
	targets := map[*ast.Relation]bool{}
	ast.Walk(q, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Query:
			if n.Target != nil {
				targets[n.Target] = true
				if n.Target.Span().Start == u.c.toks[at].start {
					kind = ast.TargetUse
				}
			}
		case *ast.CTE:
			if n.Name == table {
				kind = ast.UnclearUse // which of the two a name is hangs on its place
				return false
			}
		case *ast.Relation:
			switch {
			case n.Span().Start != u.c.toks[at].start || targets[n] || kind == ast.UnclearUse:
			case n.Only || u.c.is(at+1, "*"):
				kind = ast.UnclearUse
			case u.c.is(at-1, "TABLE"):
				kind = ast.CommandUse
			case n.Alias != "":
				kind = ast.AliasedUse
			default:
				kind = ast.PlainUse
			}
		}
		return true
	})
	return kind, true
}

// withoutInto returns the text of tokens, with blanks for the INTO of PL/pgSQL
// and its targets, and the other tokens.
func (u *bodySQL) withoutInto(i, j int) (string, []token) {
	start := u.c.toks[i].start
	text := u.body.Text[start:u.c.toks[j-1].end]
	for k := i; k < j; k++ {
		if !u.c.is(k, "INTO") || u.c.is(k-1, "INSERT", "MERGE") {
			continue
		}
		end := k + 1
		if u.c.is(end, "STRICT") {
			end++
		}
		for end < j {
			end++ // the name
			for end < j && (u.c.kind(end) == pg.Token_ASCII_46 || u.c.kind(end) == pg.Token_ASCII_91 && u.c.match[end] > end) {
				if u.c.kind(end) == pg.Token_ASCII_46 {
					end += 2
				} else {
					end = u.c.match[end] + 1
				}
			}
			if end >= j || u.c.kind(end) != pg.Token_ASCII_44 {
				break
			}
			end++
		}
		end = min(end, j)
		from, to := u.c.toks[k].start-start, u.c.toks[end-1].end-start
		return text[:from] + strings.Repeat(" ", to-from) + text[to:], slices.Concat(u.c.toks[i:k], u.c.toks[end:j])
	}
	return text, u.c.toks[i:j]
}
