package parser

import (
	"slices"
	"strings"

	pg "github.com/pganalyze/pg_query_go/v5"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/source"
)

// A directive is parsed from its tokens alone: the comment lines are joined
// without their leaders, scanned by Postgres's scanner, and every token keeps
// its place in the file. What is SQL in a directive (conditions, values,
// statements) is cut out by its tokens and parsed together for the whole file,
// since each call into the parser costs more than what it parses.

// parseDirectives adds the directives of a file. Those with a mistake are
// reported, left out, so that nothing is said of them twice, and counted. The
// bodies of trigger functions are parsed with them.
func parseDirectives(out *ast.File, toks []token, broken bool, g ast.Grammar, r *diag.Report) {
	f := out.Source
	comments := findDirectives(f, toks, g, r)
	scanned := scanDirectives(f, comments, r)
	frags := &fragments{file: f, report: r, newer: &out.Newer}
	frags.functions(out.Stmts)
	places := newPlaces(f, toks, out.Stmts)
	for i, c := range comments {
		if scanned[i] == nil {
			continue
		}
		p := &directiveParser{file: f, toks: scanned[i], text: c, grammar: g, report: r, frags: frags}
		d := p.parse()
		if d == nil {
			continue
		}
		d.At = places.at(c.token)
		if d.At == (ast.Place{}) && d.Header.On == nil && broken {
			continue // what it stood at did not parse, which has been said
		}
		out.Directives = append(out.Directives, d)
	}
	frags.parseBodies()
	frags.resolve()
	out.Failed = len(comments) - len(out.Directives)
}

// dtoken is a token of a directive.
type dtoken struct {
	span  source.Span
	kind  pg.Token
	word  bool    // an identifier or key word
	kw    bool    // a key word, unquoted
	res   bool    // a reserved key word
	col   bool    // can stand first in the name of a column; of bodies alone
	text  string  // as written
	val   string  // of an identifier or key word the folded name, of a string its value
	lines bool    // the token goes on over lines
	from  *joined // the text that was scanned, leaders of lines removed
	start int     // offset in that text
}

// scanDirectives scans the comments, all in one call unless a token of one
// runs into the next. The tokens of a comment that cannot be scanned are nil.
func scanDirectives(f *source.File, comments []comment, r *diag.Report) [][]dtoken {
	out := make([][]dtoken, len(comments))
	if len(comments) == 0 {
		return out
	}
	var j joined
	ends := make([]int, len(comments))
	for i, c := range comments {
		j.add(f, c)
		ends[i] = len(j.text())
	}
	toks, err := scan(j.text(), 0, len(j.text()))
	if err == nil && apart(toks, ends) {
		k := 0
		for i := range comments {
			first := k
			for k < len(toks) && toks[k].end <= ends[i] {
				k++
			}
			out[i] = directiveTokens(f, &j, toks[first:k])
		}
		return out
	}
	for i, c := range comments {
		var one joined
		one.add(f, c)
		toks, err := scan(one.text(), 0, len(one.text()))
		if err != nil {
			at, end := 0, len(one.text())-1 // without the last line's end
			if n := cursor(err); n > 0 {
				at = source.ByteOffset(one.text(), n)
				end = badEnd(one.text(), at)
			}
			// What does not end would swallow the rest: its opening is shown.
			msg, _, _ := strings.Cut(err.Error(), " at or near ")
			if strings.HasPrefix(msg, "unterminated") {
				end = at + opening(one.text()[at:])
			}
			r.Add(diag.Diagnostic{
				Code: "directive-syntax", Severity: diag.Error, Span: f.At(one.offset(at), one.offset(end-1)+1),
				Message: msg, SQLState: stateOf(msg),
			})
			continue
		}
		out[i] = directiveTokens(f, &one, toks)
	}
	return out
}

// apart reports whether no token runs over the end of a text.
func apart(toks []token, ends []int) bool {
	i := 0
	for _, t := range toks {
		for t.start >= ends[i] {
			i++
		}
		if t.end > ends[i] {
			return false
		}
	}
	return true
}

// joined is the text of directives without the leaders of their lines.
type joined struct {
	b      strings.Builder
	pieces []ast.Piece
}

func (j *joined) add(f *source.File, c comment) {
	for _, l := range c.lines {
		j.pieces = append(j.pieces, ast.Piece{Start: j.b.Len(), Offset: l.Start})
		j.b.WriteString(f.SQL()[l.Start:l.End])
		j.b.WriteByte('\n')
	}
}

func (j *joined) text() string { return j.b.String() }

// offset returns the place in the file of a byte of the text.
func (j *joined) offset(at int) int {
	i, found := slices.BinarySearchFunc(j.pieces, at, func(p ast.Piece, at int) int { return p.Start - at })
	if !found {
		i--
	}
	return at - j.pieces[i].Start + j.pieces[i].Offset
}

// directiveTokens returns the tokens of one directive, without comments.
func directiveTokens(f *source.File, j *joined, toks []token) []dtoken {
	list := make([]dtoken, 0, len(toks))
	for _, t := range toks {
		if t.isComment() {
			continue
		}
		raw := j.text()[t.start:t.end]
		// An empty token would have no last byte.
		start, end := j.offset(t.start), j.offset(max(t.end-1, t.start))+1
		d := dtoken{
			span: f.At(start, end), kind: t.kind, text: raw, val: raw,
			lines: strings.Contains(raw, "\n"), start: t.start, from: j,
		}
		switch {
		case t.kind == pg.Token_IDENT, t.kind == pg.Token_UIDENT:
			d.word = true
			d.val = identValue(raw)
		case t.keyword:
			d.word, d.kw, d.res = true, true, t.reserved
			d.val = lowerASCII(raw)
		case t.kind == pg.Token_SCONST || t.kind == pg.Token_USCONST:
			d.val = stringValue(raw)
		}
		list = append(list, d)
	}
	return list
}

// stringValue returns the text of a string constant.
func stringValue(raw string) string {
	switch {
	case strings.HasPrefix(raw, "$"):
		tag := raw[:strings.IndexByte(raw[1:], '$')+2]
		return strings.TrimSuffix(raw[len(tag):], tag)
	case strings.HasPrefix(raw, "'"):
		return strings.ReplaceAll(strings.TrimSuffix(raw[1:], "'"), "''", "'")
	}
	return sconst(raw) // E'…', U&'…': the parser knows the escapes
}

// sconst asks the parser for the value of a string constant.
func sconst(raw string) string {
	return target(raw, raw, func(n *pg.Node) string { return n.GetAConst().GetSval().GetSval() })
}

// target parses an expression and returns what get says of it, or what was
// written if it does not parse.
func target(expr, raw string, get func(*pg.Node) string) string {
	tree, err := pg.Parse("SELECT " + expr)
	if err != nil || len(tree.Stmts) != 1 || len(tree.Stmts[0].GetStmt().GetSelectStmt().GetTargetList()) != 1 {
		return raw
	}
	return get(tree.Stmts[0].Stmt.GetSelectStmt().TargetList[0].GetResTarget().GetVal())
}

// identValue folds or unquotes an identifier as Postgres does: only ASCII
// letters are folded.
func identValue(raw string) string {
	if strings.HasPrefix(raw, `"`) {
		return strings.ReplaceAll(strings.TrimSuffix(raw[1:], `"`), `""`, `"`)
	}
	if strings.HasSuffix(raw, `"`) { // U&"…": the parser knows the escapes
		return target(raw, raw, func(n *pg.Node) string { return n.GetColumnRef().GetFields()[0].GetString_().GetSval() })
	}
	return lowerASCII(raw)
}

func lowerASCII(s string) string {
	return strings.Map(func(c rune) rune {
		if 'A' <= c && c <= 'Z' {
			return c + 'a' - 'A'
		}
		return c
	}, s)
}
