package parser

import (
	"slices"

	pg "github.com/pganalyze/pg_query_go/v5"

	"github.com/trigc/trigc/internal/ast"
)

// rowFields returns the fields of NEW and OLD that a body names. Where one of
// the words is an alias in it, nothing can be said of its fields.
func rowFields(b *ast.Body) []ast.Field {
	toks, err := scan(b.Text, 0, len(b.Text))
	if err != nil || b.Pieces == nil {
		return nil
	}
	toks = slices.DeleteFunc(toks, token.isComment)
	name := func(i int) string {
		if i < 0 || i >= len(toks) || toks[i].kind != pg.Token_IDENT && !toks[i].keyword {
			return ""
		}
		return identValue(b.Text[toks[i].start:toks[i].end])
	}
	is := func(i int, kind pg.Token) bool { return i >= 0 && i < len(toks) && toks[i].kind == kind }
	const dot, closing = pg.Token_ASCII_46, pg.Token_ASCII_41
	var list []ast.Field
	alias := map[string]bool{}
	for i := range toks {
		row := name(i)
		if row != "new" && row != "old" || is(i-1, dot) {
			continue
		}
		if !is(i+1, dot) {
			if is(i-1, pg.Token_AS) || is(i-1, pg.Token_IDENT) || is(i-1, closing) {
				alias[row] = true
			}
			continue
		}
		if field := name(i + 2); field != "" {
			t := toks[i+2]
			list = append(list, ast.Field{Row: row, Name: ast.Ident{Name: field, Span: b.At(t.start, t.end)}})
		}
	}
	return slices.DeleteFunc(list, func(f ast.Field) bool { return alias[f.Row] })
}
