package parser

import (
	"slices"
	"sort"
	"strings"

	pg "github.com/pganalyze/pg_query_go/v5"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/source"
)

// places finds what a directive stands at.
type places struct {
	file  *source.File
	toks  []token
	stmts []ast.Stmt // by their start
}

func newPlaces(f *source.File, toks []token, stmts []ast.Stmt) *places {
	sorted := slices.DeleteFunc(slices.Clone(stmts), func(s ast.Stmt) bool {
		switch s.(type) {
		case *ast.Write, *ast.SetConstraints: // no directive belongs to one
			return true
		}
		return false
	})
	slices.SortStableFunc(sorted, func(a, b ast.Stmt) int { return a.StmtSpan().Start - b.StmtSpan().Start })
	return &places{f, toks, sorted}
}

// at returns what the directive whose comment is the token with that index
// stands at.
func (p *places) at(index int) ast.Place {
	pos := p.toks[index].start
	// The first statement that starts behind the comment.
	next := sort.Search(len(p.stmts), func(i int) bool { return p.stmts[i].StmtSpan().Start > pos })
	if next > 0 {
		if s := p.stmts[next-1]; pos < s.StmtSpan().End {
			switch s := s.(type) {
			case *ast.Create:
				return inCreate(s, pos)
			case *ast.AlterTable:
				return added(s, pos, false)
			}
			return ast.Place{}
		}
		if p.behind(index) {
			if s, ok := p.stmts[next-1].(*ast.AlterTable); ok && p.follows(index, s) {
				if place := added(s, pos, false); place.Alter != nil {
					return place
				}
			}
			return ast.Place{After: p.stmts[next-1]}
		}
	}
	if next == len(p.stmts) {
		return ast.Place{}
	}
	// A statement that is not in the tree may stand between.
	for _, t := range p.toks[index:] {
		if t.kind == pg.Token_SQL_COMMENT || t.kind == pg.Token_C_COMMENT {
			continue
		}
		if t.start != p.stmts[next].StmtSpan().Start {
			return ast.Place{}
		}
		break
	}
	switch s := p.stmts[next].(type) {
	case *ast.Create:
		switch s.Kind {
		case ast.Table, ast.PartitionedTable, ast.View, ast.MatView, ast.ForeignTable:
			return ast.Place{Relation: s}
		}
	case *ast.CreateFunction:
		if s.Returns != nil && s.Returns.Name.Name == "trigger" {
			return ast.Place{Function: s}
		}
	case *ast.CreateTrigger:
		return ast.Place{Trigger: s}
	case *ast.AlterTable:
		return added(s, s.StmtSpan().End, true)
	}
	return ast.Place{}
}

// added returns the column that ALTER TABLE adds before a place; only is set
// if it must be the only one.
func added(s *ast.AlterTable, pos int, only bool) ast.Place {
	var place ast.Place
	for _, a := range s.Actions {
		if a.Kind != ast.AddColumn || a.Column == nil || a.Column.Span.Start > pos {
			continue
		}
		if only && place.Column != nil {
			return ast.Place{}
		}
		place = ast.Place{Alter: s, Column: a.Column}
	}
	return place
}

// behind reports whether SQL stands before the comment on its line.
func (p *places) behind(index int) bool {
	pos := p.toks[index].start
	return strings.TrimSpace(p.file.SQL()[p.file.LineStart(pos):pos]) != ""
}

// follows reports whether a comment stands directly behind a statement, which
// need not be the last one: not all are in the tree.
func (p *places) follows(index int, s ast.Stmt) bool {
	for index--; index >= 0; index-- {
		if t := p.toks[index]; !t.isComment() && t.kind != pg.Token_ASCII_59 {
			return t.end == s.StmtSpan().End
		}
	}
	return false
}

func inCreate(c *ast.Create, pos int) ast.Place {
	place := ast.Place{Relation: c}
	if pos < c.Open || pos >= c.Close {
		return place
	}
	for _, e := range c.Elements {
		if e.Span.Start > pos {
			break
		}
		place.Column = e.Column // nil behind a constraint
	}
	return place
}
