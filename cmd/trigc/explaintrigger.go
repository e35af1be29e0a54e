package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/trigc/trigc/codegen"
	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/compile"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/ir"
	"github.com/trigc/trigc/internal/pgname"
	"github.com/trigc/trigc/internal/schema"
	"github.com/trigc/trigc/internal/source"
)

// explainTrigger writes what there is to know of a trigger of the schema.
func (t *trigc) explainTrigger(file, name string) (int, error) {
	parts, ok := pgname.Parse(name)
	if !ok || len(parts) < 2 || len(parts) > 3 {
		return 0, &usageError{fmt.Sprintf("%q is no [SCHEMA.]TABLE.TRIGGER", name), "explain"}
	}
	var r diag.Report
	project, err := t.openProject(file, &r)
	if err != nil {
		return 0, err
	}
	if r.HasErrors() {
		return exitTrouble, diag.Text(t.stderr, t.relocate(r.Sorted(), ""), diag.TextOptions{})
	}
	all, list, err := t.compileAll(project.dir, project.dir, project.databases, nil)
	if err != nil {
		return 0, err
	}
	var known []string
	for i, result := range all {
		if result.Program == nil {
			continue
		}
		for _, s := range subjectsOf(result) {
			if !s.is(parts) {
				known = append(known, s.table.Name+"."+s.name)
				continue
			}
			text := s.explain(result.Program, func(at source.Span) string {
				pos := at.Pos()
				return fmt.Sprintf("%s:%d:%d", t.show(absIn(project.dir, at.Path())), pos.Line, pos.Column)
			})
			if n := project.databases[i].Name; n != "" && len(all) > 1 {
				text = "database " + n + "\n" + text
			}
			_, err := fmt.Fprint(t.stdout, text)
			return exitClean, err
		}
	}
	message := fmt.Sprintf("the schema has no trigger %q", name)
	if help := diag.DidYouMean(strings.Join(parts[len(parts)-2:], "."), known); help != "" {
		message += "; " + help
	} else if diag.Count(shown(list), diag.Error) > 0 {
		message += "; it has mistakes, which trigc vet tells"
	}
	return 0, fmt.Errorf("%s", message)
}

// A subject is a trigger to explain: a unit or one written by hand.
type subject struct {
	name  string
	table *schema.Relation
	unit  *ir.Unit        // nil if it is written by hand
	hand  *schema.Trigger // nil if a directive makes it
}

func subjectsOf(result *compile.Result) []subject {
	var list []subject
	for _, u := range result.Program.Units {
		list = append(list, subject{u.Name, u.Table, u, nil})
	}
	for _, rel := range result.Program.DB.Relations() {
		for _, h := range rel.Triggers {
			adopted := slices.ContainsFunc(list, func(s subject) bool { return s.table == rel && s.name == h.Name })
			if h.Table == rel && !adopted {
				list = append(list, subject{h.Name, rel, nil, h})
			}
		}
	}
	return list
}

func (s subject) is(parts []string) bool {
	n := len(parts)
	return s.name == parts[n-1] && s.table.Name == parts[n-2] && (n < 3 || s.table.Schema == parts[0])
}

func (s subject) explain(p *ir.Program, place func(source.Span) string) string {
	var b strings.Builder
	table := pgname.Qualify(s.table.Schema, s.table.Name)
	name := table + "." + pgname.Quote(s.name)
	if s.hand != nil {
		fmt.Fprintf(&b, "%s\n  a trigger that is written by hand at %s\n", name, place(s.hand.Decl.Name.Span))
		s.order(&b, p)
		return b.String()
	}
	u := s.unit
	fmt.Fprintf(&b, "%s\n  %s, declared at %s\n  %s\n", name, u.Kind, place(u.NameSpan), strings.Join(strings.Fields(u.Doc), " "))
	switch u.Ignore {
	case ir.Ignorable:
		fmt.Fprintf(&b, "  ignored in a transaction where %s is 'ignore'\n", u.Key)
	case ir.ByRole:
		fmt.Fprintf(&b, "  ignored in a transaction where %s is 'ignore', for members of %s\n", u.Key, u.Role)
	case ir.NotIgnorable:
		b.WriteString("  cannot be ignored\n")
	}
	s.order(&b, p)

	use := codegen.Uses(u)
	section := func(title string, list []string) {
		if len(list) > 0 {
			fmt.Fprintf(&b, "\n%s\n  %s\n", title, strings.Join(wrap(strings.Join(list, ", "), 76), "\n  "))
		}
	}
	section("Reads", use.Reads)
	section("Writes", slices.Concat(use.Writes, use.Tables))

	locks := map[string]string{}
	for _, t := range u.Triggers {
		on := pgname.Qualify(t.Table.Schema, t.Table.Name)
		if l := codegen.Lock(t); locks[on] == "" || l == "ACCESS EXCLUSIVE" {
			locks[on] = l
		}
	}
	b.WriteString("\nLocks, when it is installed\n")
	for _, on := range sortedKeys(locks) {
		what := "queries go on, writes wait"
		if locks[on] == "ACCESS EXCLUSIVE" {
			what = "all else waits: a constraint trigger cannot be replaced, so it is dropped first"
		}
		for i, line := range wrap(fmt.Sprintf("%s on %s: %s", locks[on], on, what), 74) {
			if i > 0 {
				line = "  " + line
			}
			b.WriteString("  " + line + "\n")
		}
	}
	if s.table.Kind == ast.PartitionedTable {
		b.WriteString("  and the same on its partitions\n")
	}
	fmt.Fprintf(&b, "\nSQL\n\n%s", codegen.UnitSQL(u))
	return b.String()
}

func sortedKeys(m map[string]string) []string {
	var keys []string
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// A firing is a trigger among those of a table.
type firing struct {
	ir.Firing
	of   string // the kind, or "by hand"
	mine bool
}

// order writes, for each event that the trigger is for, the triggers that fire
// in the order in which they do.
func (s subject) order(b *strings.Builder, p *ir.Program) {
	for _, event := range []ast.Event{ast.Insert, ast.Update, ast.Delete, ast.Truncate} {
		list := s.firings(p, event)
		if !slices.ContainsFunc(list, func(f firing) bool { return f.mine }) {
			continue
		}
		slices.SortStableFunc(list, func(x, y firing) int {
			return x.Compare(y.Firing)
		})
		fmt.Fprintf(b, "\nOn %s of %s\n", event, pgname.Qualify(s.table.Schema, s.table.Name))
		for i, f := range list {
			mark := " "
			if f.mine {
				mark = ">"
			}
			when := fmt.Sprintf("%s %s", f.Timing, f.Level)
			if f.Late {
				when = "COMMIT"
			}
			fmt.Fprintf(b, "%s %d. %-16s %s (%s)\n", mark, i+1, when, pgname.Quote(f.Name), f.of)
		}
	}
}

// firings returns the triggers that fire for an event of the table: those of a
// partitioned table for rows of its partitions, too.
func (s subject) firings(p *ir.Program, event ast.Event) []firing {
	var list []firing
	taken := map[string]bool{}
	for rel := s.table; rel != nil; rel = rel.PartitionOf {
		for _, u := range p.Units {
			for _, t := range u.Triggers {
				if t.Table != rel || rel != s.table && t.Level != ast.Row ||
					!slices.ContainsFunc(t.Events, func(e ir.Event) bool { return e.Event == event }) {
					continue
				}
				taken[t.Name] = true
				list = append(list, firing{ir.Firing{Name: t.Name, Timing: t.Timing, Level: t.Level, Late: t.InitiallyDeferred}, u.Kind, u == s.unit})
			}
		}
	}
	for _, h := range s.table.Triggers {
		d := h.Decl.Header
		if taken[h.Name] || !slices.ContainsFunc(d.Events, func(e ast.EventSpec) bool { return e.Event == event }) {
			continue
		}
		level := d.Level
		if level == 0 {
			level = ast.Statement
		}
		list = append(list, firing{ir.Firing{Name: h.Name, Timing: d.Timing, Level: level, Late: d.InitiallyDeferred == ast.Yes}, "by hand", h == s.hand})
	}
	return list
}
