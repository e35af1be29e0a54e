package parser

import (
	"fmt"
	"strings"

	pg "github.com/pganalyze/pg_query_go/v5"

	"github.com/trigc/trigc/internal/ast"
)

// newer returns what in the tokens r only some of the supported versions of
// Postgres understand: the grammar here is that of 16. It looks at the tokens
// alone, so it serves a condition, the SQL in a body, and whole statements
// alike; whoever makes an [ast.SQL] gives it what comes out, and the analyzer,
// which knows the version that is compiled for, reports it.
func (c *converter) newer(r run) []ast.Newer {
	var list []ast.Newer
	add := func(at run, since int, state, format string, args ...any) {
		list = append(list, ast.Newer{Span: c.span(at), Since: since, SQLState: state, Message: fmt.Sprintf(format, args...)})
	}
	for i := r.i; i < r.j; i++ {
		one := run{i, i + 1}
		next := i+1 < r.j && c.is(i+1, "(")
		switch {
		case c.kind(i) == pg.Token_ICONST || c.kind(i) == pg.Token_FCONST:
			if text := strings.ToLower(c.text(i)); strings.Contains(text, "_") || len(text) > 1 && text[0] == '0' && strings.ContainsAny(text[1:2], "xob") {
				add(one, 16, "42601", "numbers with underscores, and those that are not decimal, are of Postgres 16: %s", c.text(i))
			}
		case c.kind(i) == pg.Token_SYSTEM_USER && !c.is(i-1, ".", "AS"):
			add(one, 16, "42703", "SYSTEM_USER is of Postgres 16; before it is the name of a column")
		case c.kind(i) == pg.Token_JSON && i > r.i && (c.is(i-1, "IS") || c.is(i-1, "NOT") && c.is(i-2, "IS")):
			add(one, 16, "42601", "IS JSON is of Postgres 16")
		case c.kind(i) == pg.Token_JSON_OBJECT && next:
			if k := c.jsonClause(i + 1); k > 0 {
				add(run{k, k + 1}, 16, "42601", "JSON_OBJECT with keys and values is of Postgres 16")
			}
		case c.kind(i) == pg.Token_JSON_ARRAY && next && !c.is(i-1, "."):
			add(one, 16, "42883", "JSON_ARRAY is of Postgres 16")
		case c.is(i, "FROM", "JOIN", "LATERAL") && next && c.is(i+2, "SELECT", "VALUES", "WITH", "TABLE") && !c.fromOfCall(i):
			if end := c.closing(i + 1); end >= r.j || !c.names(end) {
				add(run{i + 1, i + 2}, 16, "42601", "a subquery in FROM needs an alias before Postgres 16")
			}
		}
	}
	return list
}

// jsonClause returns the token in the parentheses at open that makes
// JSON_OBJECT more than a call of the function; 0 if there is none.
func (c *converter) jsonClause(open int) int {
	for i, end := open+1, c.closing(open); i < end; i++ {
		if m := c.match[i]; m > i {
			i = m
			continue
		}
		if c.is(i, ":", "VALUE", "ABSENT", "RETURNING") {
			return i
		}
	}
	return 0
}

// fromOfCall reports whether the word FROM at token i is not that of a query: it
// is IS DISTINCT FROM, or stands in EXTRACT (… FROM …) and the like.
func (c *converter) fromOfCall(i int) bool {
	if !c.is(i, "FROM") {
		return false
	}
	if c.is(i-1, "DISTINCT") && c.is(i-2, "IS", "NOT") {
		return true
	}
	for k := i - 1; k > 0; k-- {
		if c.is(k, ")") && c.match[k] >= 0 && c.match[k] < k {
			k = c.match[k]
			continue
		}
		if c.is(k, "(") {
			return c.is(k-1, "EXTRACT", "SUBSTRING", "TRIM", "OVERLAY", "LEADING", "TRAILING", "BOTH")
		}
	}
	return false
}

// names reports whether token i can be an alias behind what stands in FROM.
func (c *converter) names(i int) bool {
	if i >= len(c.toks) {
		return false
	}
	if c.is(i, "AS") || c.kind(i) == pg.Token_IDENT || c.kind(i) == pg.Token_UIDENT {
		return true
	}
	t := c.toks[i]
	return t.keyword && !t.reserved && !c.is(i, "CROSS", "FULL", "INNER", "JOIN", "LEFT", "NATURAL", "RIGHT", "TABLESAMPLE")
}
