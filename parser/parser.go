// Package parser makes the trees of package ast from the text of schema
// files, with Postgres's own parser. It is the only package that uses that
// parser, and so the only one that needs cgo.
//
// A file is parsed and scanned once, as a whole. Only if that fails is it cut
// into statements, so that each bad one is reported and the others are kept.
package parser

import (
	"runtime"
	"sync"

	pg "github.com/pganalyze/pg_query_go/v5"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/source"
)

// ParseAll parses files, several at a time. The trees are in the order of the
// files. What Postgres's parser refuses is reported, each statement by itself,
// and left out.
func ParseAll(files []*source.File, g ast.Grammar, r *diag.Report) []*ast.File {
	trees := make([]*ast.File, len(files))
	var wg sync.WaitGroup
	next := make(chan int)
	for range min(len(files), runtime.GOMAXPROCS(0)) {
		wg.Go(func() {
			for i := range next {
				trees[i] = parseFile(files[i], g, r)
			}
		})
	}
	for i := range files {
		next <- i
	}
	close(next)
	wg.Wait()
	return trees
}

func parseFile(f *source.File, g ast.Grammar, r *diag.Report) *ast.File {
	out := &ast.File{Source: f}
	sql := decoded(f, r)
	tree, err := pg.Parse(sql)
	var toks []token
	if err == nil {
		toks, err = scan(sql, 0, len(sql))
	}
	broken := err != nil
	if broken {
		toks, broken = recoverFile(out, sql, r)
	} else {
		c := newConverter(f, toks, func(i int) int { return i })
		c.report, c.newer = r, &out.Newer
		for _, raw := range tree.Stmts {
			out.Stmts = c.stmt(raw, out.Stmts)
		}
	}
	parseDirectives(out, toks, broken, g, r)
	return out
}
