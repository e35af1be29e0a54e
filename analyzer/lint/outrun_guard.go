package lint

import (
	"fmt"
	"strings"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/ir"
	"github.com/trigc/trigc/internal/schema"
)

// outrunGuard finds guards that judge a row which another trigger still
// changes: BEFORE triggers fire in the order of their names (manual, section
// 39.1).
var outrunGuard = &Check{
	Code: "outrun-guard", Severity: diag.Warning,
	Doc: "A guard that fires BEFORE sees the row as it is then. A BEFORE trigger whose name is later in the alphabet can change the row after it.",
	Run: func(p *Pass) {
		type writer struct {
			name string
			at   diag.Related
		}
		byTable := map[*schema.Relation][]*ir.Unit{}
		for _, u := range p.Units {
			byTable[u.Table] = append(byTable[u.Table], u)
		}
		for _, u := range p.Units {
			for _, guard := range u.Triggers {
				if guard.Violation == nil || guard.Timing != ast.Before || guard.Level != ast.Row || writes(guard) || guard.Name != u.Name {
					continue
				}
				var later []writer
				for _, other := range byTable[u.Table] {
					for _, t := range other.Triggers {
						if t.Timing == ast.Before && t.Level == ast.Row && t.Name > guard.Name && writes(t) && overlap(guard, t) {
							later = append(later, writer{t.Name, diag.Related{Span: other.NameSpan, Message: "trigger declared here"}})
						}
					}
				}
				for _, t := range u.Table.Triggers {
					if h := t.Decl.Header; h.Timing == ast.Before && h.Level == ast.Row && t.Name > guard.Name && headerOverlap(guard, &h) {
						later = append(later, writer{t.Name, diag.Related{Span: t.Decl.Name.Span, Message: "trigger declared here"}})
					}
				}
				if len(later) > 0 {
					names := make([]string, len(later))
					notes := make([]diag.Related, len(later))
					for i, w := range later {
						names[i], notes[i] = fmt.Sprintf("%q", w.name), w.at
					}
					verb := " fires"
					what := "trigger "
					if len(later) > 1 {
						what, verb = "triggers ", " fire"
					}
					p.Report(diag.Diagnostic{
						Span:    u.NameSpan,
						Message: what + strings.Join(names, ", ") + verb + " after this guard and can still change the row",
						Help:    "leave out BEFORE: the guard then judges the row as it was written",
						Related: notes,
					})
				}
			}
		}
	},
}

// writes reports whether a trigger assigns columns of NEW, or may.
func writes(t *ir.Trigger) bool {
	if !t.Function.Own {
		return true
	}
	found := false
	var walk func([]ir.Stmt)
	walk = func(list []ir.Stmt) {
		for _, s := range list {
			switch s := s.(type) {
			case ir.Assign, ir.Raw:
				found = true
			case ir.If:
				walk(s.Then)
				walk(s.Else)
			}
		}
	}
	walk(t.Function.Body)
	return found
}

func overlap(a, b *ir.Trigger) bool {
	for _, x := range a.Events {
		for _, y := range b.Events {
			if x.Event == y.Event && x.Event != ast.Delete {
				return true
			}
		}
	}
	return false
}

func headerOverlap(a *ir.Trigger, h *ast.Header) bool {
	for _, x := range a.Events {
		for _, y := range h.Events {
			if x.Event == y.Event && x.Event != ast.Delete {
				return true
			}
		}
	}
	return false
}
