package parser

import (
	"slices"
	"strings"

	pg "github.com/pganalyze/pg_query_go/v5"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/source"
)

// libpg_query has the grammar of Postgres 16. What later versions brought is
// written in that grammar, each token at its place, and parsed again; the
// converters know such a place by the text that the user wrote.

// An older is a statement or a part of one on its way to the older grammar.
type older struct {
	toks  []token // without comments
	text  func(i int) string
	put   []string // what stands for each token
	match []int    // of a bracket the index of the other one, -1 otherwise
	notes []olderNote
}

type olderNote struct {
	run
	version int
	what    string
}

// newOlder writes tokens in the grammar of Postgres 16; nil if they have nothing
// in them that is newer.
func newOlder(toks []token, text func(i int) string) *older {
	o := &older{toks: toks, text: text, match: make([]int, len(toks))}
	var open []int
	for i := range toks {
		o.put, o.match[i] = append(o.put, text(i)), -1
		switch toks[i].kind {
		case pg.Token_ASCII_40:
			open = append(open, i)
		case pg.Token_ASCII_41:
			if len(open) > 0 {
				k := open[len(open)-1]
				open = open[:len(open)-1]
				o.match[i], o.match[k] = k, i
			}
		}
	}
	for i := range toks {
		for _, rewrite := range rewrites {
			rewrite(o, i)
		}
	}
	if len(o.notes) == 0 {
		return nil
	}
	return o
}

// rewrites look at one token each, as the first of a construct.
var rewrites = []func(o *older, i int){
	(*older).atLocal, (*older).merge, (*older).rowNames, (*older).generated, (*older).period, (*older).enforced,
	(*older).inherit, (*older).notNull, (*older).column, (*older).privileges, (*older).jsonTable, (*older).jsonCall,
}

func (o *older) is(i int, words ...string) bool {
	return i >= 0 && i < len(o.toks) && slices.ContainsFunc(words, func(w string) bool { return strings.EqualFold(o.text(i), w) })
}

// follow reports whether the words stand at i one behind the other.
func (o *older) follow(i int, words ...string) bool {
	for k, w := range words {
		if !o.is(i+k, w) {
			return false
		}
	}
	return true
}

// closing returns the index of the parenthesis that closes the one at i, or -1.
func (o *older) closing(i int) int {
	if o.is(i, "(") {
		return o.match[i]
	}
	return -1
}

// needs notes a construct, the first of its kind.
func (o *older) needs(i, j, version int, what string) {
	if !slices.ContainsFunc(o.notes, func(n olderNote) bool { return n.what == what }) {
		o.notes = append(o.notes, olderNote{run{i, j}, version, what})
	}
}

// blank leaves tokens out.
func (o *older) blank(i, j int) {
	for ; i < j; i++ {
		o.put[i] = ""
	}
}

// level calls f for the tokens from i up to j that stand in no parentheses
// there, until it returns false.
func (o *older) level(i, j int, f func(k int) bool) {
	for k := i; k < j; k++ {
		if !f(k) {
			return
		}
		if o.match[k] > k {
			k = o.match[k] - 1
		} else if o.is(k, ")") && o.match[k] < i {
			return
		}
	}
}

// atLocal writes x AT LOCAL as a cast, which the converter makes a call of.
func (o *older) atLocal(i int) {
	if o.follow(i, "AT", "LOCAL") && i > 0 {
		o.put[i] = "::"
		o.needs(i, i+2, 17, "AT LOCAL")
	}
}

// merge leaves out what MERGE has come to know. The converter reads RETURNING by
// itself.
func (o *older) merge(i int) {
	switch {
	case o.follow(i, "WHEN", "NOT", "MATCHED", "BY") && o.is(i+4, "SOURCE", "TARGET"):
		if o.is(i+4, "SOURCE") {
			o.blank(i+1, i+2)
		}
		o.blank(i+3, i+5)
		o.needs(i+3, i+5, 17, "BY "+strings.ToUpper(o.text(i+4))+" of MERGE")
	case o.follow(i, "MERGE", "INTO"):
		at := -1
		o.level(i+1, len(o.toks), func(k int) bool {
			switch {
			case o.is(k, ";"):
				return false
			case o.is(k, "RETURNING") && at < 0:
				at = k
			}
			if at >= 0 && (!o.is(k, ")") || o.match[k] > i) {
				end := k + 1
				if o.match[k] > k {
					end = o.match[k] + 1
				}
				o.blank(k, end)
			}
			return true
		})
		if at >= 0 {
			o.needs(at, at+1, 17, "RETURNING of MERGE")
		}
	}
}

// rowNames leaves WITH (OLD AS o, NEW AS n) out of RETURNING.
func (o *older) rowNames(i int) {
	if end := o.closing(i + 2); end > 0 && o.follow(i, "RETURNING", "WITH") {
		o.blank(i+1, end+1)
		o.needs(i+1, end+1, 18, "WITH in RETURNING")
	}
}

// generated writes a generated column that is not STORED as one with a default.
func (o *older) generated(i int) {
	end := o.closing(i + 3)
	if end < 0 || !o.follow(i, "GENERATED", "ALWAYS", "AS") || o.is(end+1, "STORED") {
		return
	}
	o.put[i] = "DEFAULT"
	o.blank(i+1, i+3)
	if o.is(end+1, "VIRTUAL") {
		o.blank(end+1, end+2)
	}
	o.needs(i, i+3, 18, "a generated column that is not STORED")
}

// period leaves out what makes a key or a foreign key temporal.
func (o *older) period(i int) {
	switch {
	case o.follow(i, "WITHOUT", "OVERLAPS", ")"):
		o.blank(i, i+2)
		o.needs(i, i+2, 18, "WITHOUT OVERLAPS")
	case o.follow(i, ",", "PERIOD") && o.is(i+3, ")"):
		o.blank(i+1, i+2)
		o.needs(i+1, i+2, 18, "PERIOD of a foreign key")
	}
}

// enforced leaves out [NOT] ENFORCED.
func (o *older) enforced(i int) {
	if !o.is(i, "ENFORCED") || i == 0 || o.is(i-1, ",", "(", ".", "COLUMN") {
		return
	}
	first := i
	if o.is(i-1, "NOT") {
		first--
	}
	o.blank(first, i+1)
	o.needs(first, i+1, 18, "ENFORCED")
}

// inherit leaves [NO] INHERIT out of ALTER CONSTRAINT.
func (o *older) inherit(i int) {
	if !o.follow(i, "ALTER", "CONSTRAINT") {
		return
	}
	first := i + 3
	last := first
	if o.is(last, "NO") {
		last++
	}
	if o.is(last, "INHERIT") {
		o.blank(first, last+1)
		o.needs(first, last+1, 18, "INHERIT of ALTER CONSTRAINT")
	}
}

// notNull writes NOT NULL of a table as a UNIQUE constraint.
func (o *older) notNull(i int) {
	if !o.follow(i, "NOT", "NULL") || i+2 >= len(o.toks) || o.is(i+2, ",", ")", ";") {
		return
	}
	before := i - 1
	if o.is(before-1, "CONSTRAINT") {
		before -= 2
	}
	if !o.is(before, ",", "(", "ADD") {
		return
	}
	o.put[i] = "UNIQUE(" + o.text(i+2) + ")"
	o.blank(i+1, i+3)
	if o.follow(i+3, "NO", "INHERIT") {
		o.blank(i+3, i+5)
	}
	if o.follow(i+3, "NOT", "VALID") {
		o.blank(i+3, i+5)
	}
	o.needs(i, i+2, 18, "NOT NULL as a constraint of the table")
}

// column rewrites what ALTER TABLE says of columns.
func (o *older) column(i int) {
	switch {
	case o.follow(i, "SET", "EXPRESSION", "AS", "("):
		o.put[i+1] = "DEFAULT"
		o.blank(i+2, i+3)
		o.needs(i, i+3, 17, "SET EXPRESSION")
	case o.follow(i, "SET", "STATISTICS", "DEFAULT"):
		o.put[i+2] = "-1"
		o.needs(i+2, i+3, 17, "SET STATISTICS DEFAULT")
	case o.follow(i, "SET", "ACCESS", "METHOD", "DEFAULT"):
		o.put[i+3] = "heap"
		o.needs(i+3, i+4, 17, "SET ACCESS METHOD DEFAULT")
	}
}

// privileges rewrites default privileges of what the older grammar does not
// know to have any.
func (o *older) privileges(i int) {
	if o.follow(i, "ON", "LARGE", "OBJECTS") && o.follow(0, "ALTER", "DEFAULT", "PRIVILEGES") {
		o.put[i+1] = "TABLES"
		o.blank(i+2, i+3)
		o.needs(i+1, i+3, 18, "default privileges on LARGE OBJECTS")
	}
}

// jsonTable writes JSON_TABLE as a function with a list of column definitions.
// An alias would have to stand before them; the converter reads it.
func (o *older) jsonTable(i int) {
	end := o.closing(i + 1)
	if end < 0 || !o.is(i, "JSON_TABLE") {
		return
	}
	at := -1
	o.level(i+2, end, func(k int) bool {
		if o.is(k, "COLUMNS") && o.closing(k+1) > 0 {
			at = k
		}
		return at < 0
	})
	if at < 0 {
		return
	}
	o.jsonPassing(i+2, at)
	o.put[at] = ") AS"
	o.jsonColumns(at+2, o.match[at+1])
	o.blank(o.match[at+1]+1, end+1)
	alias := jsonTableAlias(end+1, o.is, func(k int) bool { return k < len(o.toks) && o.toks[k].kind == pg.Token_IDENT })
	o.blank(end+1, alias.j)
	if k := o.closing(alias.j); k > 0 && !alias.empty() {
		o.blank(alias.j, k+1)
	}
	o.needs(o.changed(i), o.changed(i)+1, 17, "JSON_TABLE")
}

// jsonTableAlias returns the run of an alias behind JSON_TABLE(…), with AS.
func jsonTableAlias(i int, is func(int, ...string) bool, ident func(int) bool) run {
	switch {
	case is(i, "AS"):
		return run{i, i + 2}
	case ident(i):
		return run{i, i + 1}
	}
	return run{i, i}
}

// jsonColumns leaves of the columns of JSON_TABLE between i and j the names and
// the types. Those of a nested path are columns like others.
func (o *older) jsonColumns(i, j int) {
	for first := i; first < j; {
		end := first
		o.level(first, j, func(k int) bool {
			end = k
			return !o.is(k, ",")
		})
		if !o.is(end, ",") {
			end = j
		}
		o.jsonColumn(first, end)
		first = end + 1
	}
}

func (o *older) jsonColumn(i, j int) {
	if o.is(i, "NESTED") {
		for k := i; k < j; k++ {
			if end := o.closing(k + 1); o.is(k, "COLUMNS") && end > 0 {
				o.blank(i, k+2)
				o.jsonColumns(k+2, end)
				o.blank(end, j)
				return
			}
		}
	}
	if o.follow(i+1, "FOR", "ORDINALITY") {
		o.put[i+1] = "int"
		o.blank(i+2, j)
		return
	}
	o.level(i+2, j, func(k int) bool {
		switch {
		case o.is(k, "WITH", "WITHOUT") && o.is(k+1, "TIME"):
		case o.is(k, "FORMAT", "EXISTS", "PATH", "WITH", "WITHOUT", "KEEP", "OMIT", "NULL", "ERROR", "EMPTY", "DEFAULT", "TRUE", "FALSE", "UNKNOWN"):
			o.blank(k, j)
			return false
		}
		return true
	})
}

// jsonPassing writes PASSING x AS a, y AS b as more arguments, and leaves out
// FORMAT JSON and the name of a path. It returns the index of the first word that
// belongs to none of them.
func (o *older) jsonPassing(i, j int) int {
	end := j
	o.level(i, j, func(k int) bool {
		switch {
		case o.follow(k, "FORMAT", "JSON"):
			o.blank(k, k+2)
			if o.is(k+2, "ENCODING") {
				o.blank(k+2, k+4)
			}
		case o.is(k, "PASSING"):
			o.put[k] = ","
		case o.is(k, "AS"):
			o.blank(k, k+2)
		case o.is(k, "RETURNING", "WITH", "WITHOUT", "KEEP", "OMIT"),
			o.is(k, "NULL", "ERROR", "TRUE", "FALSE", "UNKNOWN") && o.is(k+1, "ON"),
			o.is(k, "EMPTY"), o.is(k, "DEFAULT"):
			end = k
			return false
		}
		return true
	})
	return end
}

// jsonCall leaves out of the query functions and constructors of JSON what is no
// argument.
func (o *older) jsonCall(i int) {
	end := o.closing(i + 1)
	if end < 0 || !o.is(i, "JSON", "JSON_EXISTS", "JSON_QUERY", "JSON_SCALAR", "JSON_SERIALIZE", "JSON_VALUE") {
		return
	}
	o.blank(o.jsonPassing(i+2, end), end)
	if k := o.changed(i); k < end {
		o.needs(k, k+1, 17, strings.ToUpper(o.text(i))+" of this form")
	}
}

// changed returns the first token from i on that another text stands for: what
// the older grammar stumbles over.
func (o *older) changed(i int) int {
	for i < len(o.toks) && o.put[i] == o.text(i) {
		i++
	}
	return i
}

// newer returns what the rewriting has found, with the places that span tells.
func (o *older) newer(span func(run) source.Span) []ast.Newer {
	var list []ast.Newer
	for _, n := range o.notes {
		list = append(list, ast.Newer{Span: span(n.run), Version: n.version, SQLState: "42601", What: n.what})
	}
	return list
}

// parseStatement parses the text of tokens, if need be in the older grammar, byte
// for byte in the same place. It returns the text that was parsed and what is
// newer in it.
func parseStatement(f *source.File, sql string, toks []token) (*pg.ParseResult, string, []ast.Newer, error) {
	base := toks[0].start
	text := sql[base:toks[len(toks)-1].end]
	tree, err := pg.Parse(text)
	if err == nil {
		return tree, text, nil, nil
	}
	var list []token
	for _, t := range toks {
		if !t.isComment() {
			list = append(list, t)
		}
	}
	o := newOlder(list, func(i int) string { return sql[list[i].start:list[i].end] })
	if o == nil {
		return tree, text, nil, err
	}
	put := []byte(text)
	for _, t := range list {
		for i := t.start; i < t.end; i++ {
			put[i-base] = ' '
		}
	}
	for i, t := range list {
		copy(put[t.start-base:], o.put[i])
	}
	tree, err = pg.Parse(string(put))
	return tree, string(put), o.newer(func(r run) source.Span { return f.At(list[r.i].start, list[r.j-1].end) }), err
}

// mergeReturning converts RETURNING of a MERGE whose other parts are r.
func (c *converter) mergeReturning(in *inside, q *ast.Query, r run) {
	if r.empty() {
		return
	}
	at := r.j
	for at < len(c.toks) && !c.is(at, "RETURNING", ";") && c.depth[at] >= c.depth[r.i] {
		at = max(at+1, c.closing(at))
	}
	if !c.is(at, "RETURNING") {
		return
	}
	end := at + 1
	for end < len(c.toks) && !c.is(end, ";") && !(c.is(end, ")") && c.match[end] < at) {
		end = max(end+1, c.closing(end))
	}
	first := at + 1
	if c.is(first, "WITH") {
		first = c.closing(first + 1)
	}
	const word = "SELECT "
	base := c.toks[at].start
	text := []byte(word + strings.Repeat(" ", c.toks[end-1].end-base))
	for k := first; k < end; k++ {
		copy(text[len(word)+c.toks[k].start-base:], c.text(k))
	}
	in.run = union(in.run, run{at, end})
	tree, err := pg.Parse(string(text))
	if err != nil || len(tree.Stmts) != 1 {
		q.Returning = append(q.Returning, ast.Ident{Span: c.span(run{at, at + 1})})
		q.Clauses.Returning = append(q.Clauses.Returning, ast.Target{Expr: &ast.Other{Pos: c.pos(run{at, end}), Tag: "Returning"}})
		return
	}
	sub := *c
	sub.off = func(i int) int { return max(i-len(word), 0) + base }
	part := &inside{c: &sub}
	part.returning(q, tree.Stmts[0].Stmt.GetSelectStmt().TargetList)
	in.nodes, in.run = append(in.nodes, part.nodes...), union(in.run, part.run)
}

// jsonTable gives what JSON_TABLE at token i yields the names of its alias.
func (c *converter) jsonTable(f *ast.From, i int) {
	end := c.closing(i + 1)
	alias := jsonTableAlias(end, c.is, func(k int) bool { return c.kind(k) == pg.Token_IDENT })
	if alias.empty() {
		return
	}
	f.Alias = identValue(c.text(alias.j - 1))
	if k := c.closing(alias.j); k > alias.j {
		for n, part := range c.split(run{alias.j + 1, k - 1}) {
			if n < len(f.Columns) {
				f.Columns[n] = identValue(c.text(part.i))
			}
		}
	}
}

// rowNames reads WITH (OLD AS o, NEW AS n) behind the word RETURNING before a
// place.
func (c *converter) rowNames(p *ast.Clauses, first int) {
	for at := first; at >= 0; at-- {
		if !c.is(at, "RETURNING") {
			continue
		}
		if c.is(at+1, "WITH") {
			for k := at + 3; k < c.closing(at+2)-1; k++ {
				if name := identValue(c.text(k + 2)); c.is(k, "OLD") && c.is(k+1, "AS") {
					p.OldName = name
				} else if c.is(k, "NEW") && c.is(k+1, "AS") {
					p.NewName = name
				}
			}
		}
		return
	}
}
