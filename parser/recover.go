package parser

import (
	"strings"

	pg "github.com/pganalyze/pg_query_go/v5"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/source"
)

// recoverFile parses a file with a mistake in it statement by statement. It
// reports the bad ones, puts the good ones into out, and returns all tokens and
// whether there was a bad one.
func recoverFile(out *ast.File, sql string, r *diag.Report) (toks []token, broken bool) {
	toks = scanBroken(sql)
	rec := &recovery{file: out.Source, sql: sql, toks: toks, report: r}
	for start := 0; start < len(toks); {
		end := cut(sql, toks, start)
		rec.piece(start, end)
		start = end
	}
	out.Stmts, out.Newer = rec.stmts, rec.newer
	return toks, rec.broken
}

// recovery is the state of parsing a broken file.
type recovery struct {
	file   *source.File
	sql    string
	toks   []token
	stmts  []ast.Stmt
	broken bool
	newer  []ast.Newer
	report *diag.Report
}

// badToken is the kind of a token that the scanner refuses: a string without
// its end, a number that runs into a word.
const badToken = pg.Token(-1)

// scanBroken scans a text that the scanner may refuse. What it stumbles over
// becomes a token of kind badToken; a string or comment that does not end
// goes up to the end of the text.
func scanBroken(sql string) []token {
	var toks []token
	for start := 0; start < len(sql); {
		more, err := scan(sql, start, len(sql))
		if err == nil {
			return append(toks, more...)
		}
		at := start + source.ByteOffset(sql[start:], cursor(err))
		bad := at
		more, inner := scan(sql, start, bad)
		if inner != nil { // at is inside of a string
			bad = start + source.ByteOffset(sql[start:at], cursor(inner))
			more, inner = scan(sql, start, bad)
		}
		if inner == nil {
			toks = append(toks, more...)
		}
		end := len(sql)
		switch {
		case strings.HasPrefix(err.Error(), "unterminated"):
		case bad < at:
			if n := strings.IndexAny(sql[at:], `'"`); n >= 0 {
				end = at + n + 1
			}
		default:
			end = badEnd(sql, bad)
		}
		if bad < end {
			toks = append(toks, token{start: bad, end: end, kind: badToken})
		}
		start = end
	}
	return toks
}

// badEnd returns the end of what the scanner refused: a string up to its
// quote, anything else up to the next blank or bracket, one byte at least.
func badEnd(sql string, start int) int {
	text := sql[start:]
	if q := strings.IndexAny(text, `'"`); q >= 0 && q <= 2 {
		if n := strings.IndexByte(text[q+1:], text[q]); n >= 0 {
			return start + q + n + 2
		}
	}
	if n := strings.IndexAny(text[1:], " \t\r\n;,()"); n >= 0 {
		return start + 1 + n
	}
	return len(sql)
}

// cut returns the end of the statement whose first token is start, with its
// semicolon. A semicolon in parentheses (CREATE RULE) or in BEGIN ATOMIC … END
// ends nothing.
func cut(sql string, toks []token, start int) int {
	depth, blocks := 0, 0
	for i := start; i < len(toks); i++ {
		switch toks[i].kind {
		case pg.Token_ASCII_40:
			depth++
		case pg.Token_ASCII_41:
			depth = max(depth-1, 0)
		case pg.Token_ATOMIC:
			if i > start && toks[i-1].kind == pg.Token_BEGIN_P {
				blocks++
			}
		case pg.Token_CASE:
			if blocks > 0 {
				blocks++
			}
		case pg.Token_END_P:
			blocks = max(blocks-1, 0)
		case pg.Token_ASCII_59:
			if depth == 0 && blocks == 0 {
				return i + 1
			}
		}
	}
	return len(toks)
}

// piece parses the statement in tokens start up to end.
func (p *recovery) piece(start, end int) {
	for start < end && (p.toks[start].isComment() || p.toks[start].kind == pg.Token_ASCII_59) {
		start++
	}
	if start == end {
		return
	}
	base := p.toks[start].start
	tree, text, newer, err := parseStatement(p.file, p.sql, p.toks[start:end])
	p.newer = append(p.newer, newer...)
	if err != nil {
		if next := p.resume(start, end); next < end {
			// A parenthesis or block that does not end has swallowed the next
			// statements.
			p.piece(start, next)
			for next < end {
				stop := min(cut(p.sql, p.toks, next), end)
				p.piece(next, stop)
				next = stop
			}
			return
		}
		p.syntax(start, end, base, text, err)
		return
	}
	c := newConverter(p.file, p.toks[start:end], func(i int) int { return base + i })
	c.report, c.newer = p.report, &p.newer
	for _, raw := range tree.Stmts {
		p.stmts = c.stmt(raw, p.stmts)
	}
}

// resume returns the first token behind a semicolon inside of tokens start up
// to end that looks like the start of a statement; end if there is none.
func (p *recovery) resume(start, end int) int {
	depth := 0
	for i := start; i < end; i++ {
		switch p.toks[i].kind {
		case pg.Token_ASCII_40:
			depth++
		case pg.Token_ASCII_41:
			depth--
		}
	}
	rule := p.isRule(start, end)
	if rule && depth == 0 {
		return end
	}
	for i := start; i+1 < end; i++ {
		if p.toks[i].kind != pg.Token_ASCII_59 {
			continue
		}
		next := i + 1
		for next < end && p.toks[next].isComment() {
			next++
		}
		if next == end {
			return end
		}
		switch p.toks[next].kind {
		case pg.Token_ALTER, pg.Token_COMMENT, pg.Token_COMMIT, pg.Token_CREATE, pg.Token_DO, pg.Token_DROP,
			pg.Token_GRANT, pg.Token_REVOKE, pg.Token_SET:
			return i + 1
		}
	}
	return end
}

// isRule reports whether tokens start up to end begin with CREATE [OR
// REPLACE] RULE.
func (p *recovery) isRule(start, end int) bool {
	for i := start; i < end; i++ {
		switch p.toks[i].kind {
		case pg.Token_RULE:
			return true
		case pg.Token_CREATE, pg.Token_OR, pg.Token_REPLACE, pg.Token_SQL_COMMENT, pg.Token_C_COMMENT:
		default:
			return false
		}
	}
	return false
}

// syntax reports why the statement in tokens start up to end does not parse.
func (p *recovery) syntax(start, end, base int, text string, err error) {
	at := p.toks[start]
	if pos := cursor(err); pos > 0 {
		at = p.toks[end-1]
		for i := end - 1; i > start && at.isComment(); i-- {
			at = p.toks[i-1]
		}
		off := base + source.ByteOffset(text, pos)
		if i := firstAt(p.toks[:end], off); i < end && p.toks[i].start <= off {
			at = p.toks[i]
		}
	}
	span := p.file.At(at.start, at.end)
	msg := err.Error()
	what, near, _ := strings.Cut(msg, " at or near ")
	if strings.HasPrefix(msg, "unterminated") {
		msg = what // near is the whole rest of the file
		span.End = at.start + opening(p.sql[at.start:at.end])
	} else if len(near) > 80 || strings.Contains(near, "\n") {
		msg = what
	}
	if strings.HasSuffix(msg, " at end of input") && end < len(p.toks) {
		msg = strings.TrimSuffix(msg, "input") + "statement"
	}
	p.broken = true
	p.report.Add(diag.Diagnostic{
		Code: "syntax-error", Severity: diag.Error, Span: span, Message: msg, SQLState: stateOf(msg),
	})
}

// opening returns the length of what opens a string or comment: one quote, a
// dollar quote's tag, the start of a comment.
func opening(text string) int {
	switch {
	case strings.HasPrefix(text, "/*"):
		return 2
	case strings.HasPrefix(text, "$"):
		return strings.IndexByte(text[1:], '$') + 2
	}
	return min(strings.IndexAny(text, `'"`)+1, len(text))
}

// stateOf returns the SQLSTATE of the few messages of the grammar that are
// not of class "syntax error"; the parser's answer does not carry it.
func stateOf(msg string) string {
	if strings.HasPrefix(msg, "syntax error") {
		return "42601"
	}
	if msg == "invalid Unicode escape" {
		return "22025"
	}
	for _, other := range []struct{ text, state string }{
		{"cannot be changed", "0A000"},
		{"cannot be marked", "0A000"},
		{"cannot have output arguments", "0A000"},
		{"cannot include schema elements", "0A000"},
		{"must have one VARIADIC aggregated argument", "0A000"},
		{"no longer required", "0A000"},
		{"no longer supported", "0A000"},
		{"not supported", "0A000"},
		{"not yet implemented", "0A000"},
		{"only supported for", "0A000"},
		{"unsafe use of string constant", "0A000"},
		{"unsafe use of \\'", "22P06"},
		{"column number must be", "22023"},
		{"precision for type float", "22023"},
		{"unrecognized partitioning strategy", "22023"},
		{"provided more than once", "42710"},
		{"invalid byte sequence", "22021"},
		{"frame start", "42P20"},
		{"frame end", "42P20"},
		{"role name", "42939"},
	} {
		if strings.Contains(msg, other.text) {
			return other.state
		}
	}
	return "42601"
}
