package lint

import (
	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/source"
)

// unreachable finds statements that never run.
var unreachable = &Check{
	Code: "unreachable", Severity: diag.Warning,
	Doc: "Statements behind RETURN, RAISE EXCEPTION, EXIT, CONTINUE or a loop without end never run. Nothing is said of a RETURN or RAISE there, which is written for safety.",
	Run: func(p *Pass) {
		told := map[*ast.Block]bool{}
		p.allBodies(func(b body) {
			if told[b.block] {
				return
			}
			told[b.block] = true
			ast.WalkStmt(b.block, func(s ast.PLStmt) {
				for _, list := range ast.Nested(s) {
					p.unreachable(list)
				}
			})
		})
	},
}

func (p *Pass) unreachable(list []ast.PLStmt) {
	for i, s := range list {
		exit, ok := s.(*ast.Exit)
		if last := endingOf(s, anyEvent); last.falls && !(ok && exit.When == nil) {
			continue
		}
		for _, dead := range list[i+1:] {
			switch dead := dead.(type) {
			case *ast.Return, *ast.NullStmt:
				continue
			case *ast.Raise:
				if endingOf(dead, anyEvent).raises {
					continue
				}
			}
			p.Report(diag.Diagnostic{
				Span: dead.Span(), Message: "this never runs: what stands before it does not go on", Help: "move it up, or remove it",
				Related: []diag.Related{{Span: firstLine(s.Span()), Message: "nothing goes on behind this"}},
			})
			return
		}
		return
	}
}

// firstLine returns the first line of a place.
func firstLine(at source.Span) source.Span {
	for i, c := range at.String() {
		if c == '\n' {
			return at.File.At(at.Start, at.Start+i)
		}
	}
	return at
}
