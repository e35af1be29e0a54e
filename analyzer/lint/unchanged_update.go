package lint

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/pgname"
	"github.com/trigc/trigc/internal/schema"
	"github.com/trigc/trigc/internal/source"
)

// unchangedUpdate finds triggers of UPDATE OF that do once more what must be
// done once for a change: OF looks at what SET names, not at the values (manual,
// CREATE TRIGGER).
var unchangedUpdate = &Check{
	Code: "unchanged-update", Severity: diag.Warning,
	Doc: "UPDATE OF a fires where SET names a, also if its value stays. A trigger for each row that inserts, counts, notifies or refuses then " +
		"does so though nothing changed. Nothing is said of bodies that look at OLD, or that do the same however often they run.",
	Run: func(p *Pass) {
		p.allBodies(func(b body) {
			h := b.header()
			i := slices.IndexFunc(h.Events, func(e ast.EventSpec) bool { return e.Event == ast.Update && len(e.Columns) > 0 })
			if i < 0 || h.Level != ast.Row || h.When != nil || b.unit != nil && b.unit.Condition != nil || b.State == ast.Disabled || p.adopted(b.Trigger) {
				return
			}
			does, at := b.repeats()
			if does == "" {
				return
			}
			var columns []*schema.Column
			var tests []string
			for _, name := range h.Events[i].Columns {
				c := b.Table.Column(b.Column(name.Name))
				if c == nil || c.Generated && h.Timing == ast.Before {
					return
				}
				cast := ""
				if c.Type.Equality() == ast.No {
					cast = "::text"
				}
				columns = append(columns, c)
				tests = append(tests, fmt.Sprintf("OLD.%s%s IS DISTINCT FROM NEW.%[1]s%[2]s", pgname.Quote(c.Name), cast))
			}
			names := make([]string, len(columns))
			for j, c := range columns {
				names[j] = fmt.Sprintf("%q", c.Name)
			}
			stays := "it stays as it is"
			if len(names) > 1 {
				stays = "they stay as they are"
			}
			d := diag.Diagnostic{
				Span:    h.Events[i].Span,
				Message: fmt.Sprintf("trigger %q fires wherever SET names %s, and %s also where %s", b.Name, strings.Join(names, " or "), does, stays),
				Help:    "add WHEN (" + strings.Join(tests, " OR ") + ")",
				Related: []diag.Related{{Span: at, Message: "done here"}},
			}
			switch {
			case b.unit != nil:
				for j, c := range columns {
					names[j] = pgname.Quote(c.Name)
				}
				d.Help = "add WHEN (changed(" + strings.Join(names, ", ") + "))"
			case len(h.Events) > 1:
				d.Help = "where TG_OP is 'UPDATE', test " + strings.Join(tests, " OR ") + " in the body"
			default:
				end := h.LevelSpan.End
				d.Fixes = []diag.Fix{{Message: d.Help, Edits: []diag.Edit{{Span: h.LevelSpan.File.At(end, end), Text: d.Help[len("add"):]}}}}
			}
			p.Report(d)
		})
	},
}

// repeats returns what a body does anew each time that it is entered for an UPDATE,
// and where; "" if it does not, or may find out that it has been done.
func (b body) repeats() (does string, at source.Span) {
	if o := ending([]ast.PLStmt{b.block}, ast.Update); refuses(o) {
		walkFor(b.block, ast.Update, func(s ast.PLStmt) {
			if r, ok := s.(*ast.Raise); ok && does == "" && endingOf(r, ast.Update).raises {
				does, at = "refuses the row", firstLine(r.Span())
			}
		})
		if len(b.header().Events) == 1 {
			return does, at
		}
		return "", at // it refuses more than a change
	}
	looks := false
	reads := map[string]int{}
	var effects []*ast.Query
	walkFor(b.block, ast.Update, func(s ast.PLStmt) {
		switch s := s.(type) {
		case *ast.Block:
			looks = looks || len(s.Handlers) > 0
		case *ast.If:
			for _, a := range s.Arms {
				looks = looks || !ofRowAlone(a.Cond.Root)
			}
		case *ast.CaseStmt:
			looks = looks || s.Arg != nil && !ofRowAlone(s.Arg.Root)
		case *ast.While, *ast.Execute, *ast.ForExecute:
			looks = true
		}
		sql, _ := parts(s)
		for _, text := range sql {
			if _, ok := s.(*ast.Return); ok {
				continue
			}
			ast.Walk(text.Root, func(n ast.Node) bool {
				switch n := n.(type) {
				case *ast.ColumnRef:
					row, _ := rowOf(n.Parts, n.Star)
					looks = looks || row == "old"
				case *ast.Op:
					looks = looks || n.Kind == ast.DistinctOp || n.Kind == ast.NotDistinct
				case *ast.Relation:
					reads[n.Name.Name]++
				case *ast.Query:
					if n.Target != nil {
						reads[n.Target.Name.Name]++
						effects = append(effects, n)
					}
				case *ast.Call:
					if n.Func.Name == "pg_notify" && does == "" {
						does, at = "notifies", n.Span()
					}
				}
				return true
			})
		}
		if exec, ok := s.(*ast.ExecSQL); ok && does == "" && regexp.MustCompile(`(?i)^notify\b`).MatchString(exec.SQL.Span.String()) {
			does, at = "notifies", exec.Span()
		}
	})
	for _, q := range effects {
		name := q.Target.Name
		switch {
		case q.Kind == ast.InsertQuery && q.Clauses != nil && q.Clauses.Conflict == nil && reads[name.Name] == inTarget(q):
			does, at = fmt.Sprintf("inserts into %q", name.String()), name.Span
		case q.Kind == ast.UpdateQuery && q.Clauses != nil && slices.ContainsFunc(q.Clauses.Sets, counts):
			does, at = fmt.Sprintf("counts in %q", name.String()), name.Span
		}
	}
	if looks {
		return "", at
	}
	return does, at
}

// inTarget returns how often the walk of an INSERT meets its own table.
func inTarget(q *ast.Query) int {
	n := 1
	for _, c := range q.Children {
		if c == ast.Node(q.Target) {
			n++
		}
	}
	return n
}

// counts reports whether a column is set to one more or less than it is.
func counts(s ast.Set) bool {
	op, ok := s.Value.(*ast.Op)
	if !ok || s.Several || op.Kind != ast.PlainOp || op.Left == nil || op.Name.Name != "+" && op.Name.Name != "-" {
		return false
	}
	found := false
	ast.Walk(op, func(n ast.Node) bool {
		if ref, ok := n.(*ast.ColumnRef); ok && !ref.Star && rowColumn(ref) == nil {
			found = found || ref.Parts[len(ref.Parts)-1].Name == s.Columns[0].Name
		}
		return true
	})
	return found
}

// ofRowAlone reports whether a condition is made of the new row, of what the
// trigger is told and of constants.
func ofRowAlone(n ast.Node) bool {
	plain := true
	ast.Walk(n, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.SubLink, *ast.Query:
			plain = false
		case *ast.ColumnRef:
			row, _ := rowOf(n.Parts, n.Star)
			plain = plain && (row == "new" || len(n.Parts) == 1 && strings.HasPrefix(n.Parts[0].Name, "tg_"))
		}
		return plain
	})
	return plain
}

// walkFor calls f for the statements that may run when a body is entered for an
// event.
func walkFor(s ast.PLStmt, e ast.Event, f func(ast.PLStmt)) {
	f(s)
	if s, ok := s.(*ast.If); ok {
		for _, a := range s.Arms {
			cond := onOperation(a.Cond.Root, e)
			if cond == isFalse {
				continue
			}
			for _, s := range a.Stmts {
				walkFor(s, e, f)
			}
			if cond == isTrue {
				return
			}
		}
		for _, s := range s.Else {
			walkFor(s, e, f)
		}
		return
	}
	for _, list := range ast.Nested(s) {
		for _, s := range list {
			walkFor(s, e, f)
			if last := endingOf(s, e); !last.falls {
				break
			}
		}
	}
}
