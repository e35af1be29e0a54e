// Package policy holds tables to what the configuration demands of them: that
// every table of some names, or with some columns, has directives of some
// kinds.
//
// Only directives count. What a hand-written trigger does is not known, so a
// table that has one in place of a directive says so with a comment that
// ignores the finding.
package policy

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/config"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/ir"
	"github.com/trigc/trigc/internal/pgname"
	"github.com/trigc/trigc/internal/schema"
)

// Run reports the tables of a program that break policies.
func Run(prog *ir.Program, files []*ast.File, policies []config.Policy, r *diag.Report) {
	if len(policies) == 0 {
		return
	}
	c := &checker{prog, failed(prog, files), r}
	for _, rel := range prog.DB.Relations() {
		table := rel.Kind == ast.Table || rel.Kind == ast.PartitionedTable || rel.Kind == ast.ForeignTable
		// The rows of a partition are those of its parent, which has the triggers.
		if !table || rel.Temp || rel.PartitionOf != nil || rel.Decl.IsZero() {
			continue
		}
		for _, p := range policies {
			if p.Covers(rel.Schema, rel.Name) && has(rel, p.Having) {
				c.check(rel, p)
			}
		}
	}
}

type checker struct {
	*ir.Program
	failed map[attempt]bool
	report *diag.Report
}

// An attempt is a directive that made nothing, since it has a mistake that has
// been reported.
type attempt struct {
	table *schema.Relation
	kind  string
}

func failed(prog *ir.Program, files []*ast.File) map[attempt]bool {
	list := map[attempt]bool{}
	for _, f := range files {
		for _, d := range f.Directives {
			if slices.ContainsFunc(prog.Units, func(u *ir.Unit) bool { return u.Span == d.Span }) {
				continue
			}
			a := attempt{kind: d.Kind.Name}
			switch at := d.At; {
			case d.Header.On != nil:
				a.table = prog.DB.RelationAt(*d.Header.On, d.Span.File, d.Span.Start)
			case at.Alter != nil:
				a.table = prog.DB.RelationAt(at.Alter.Name, d.Span.File, d.Span.Start)
			case at.Relation != nil:
				a.table = prog.DB.RelationOf(at.Relation)
			}
			list[a] = true
		}
	}
	return list
}

// has reports whether a table has all of the columns.
func has(rel *schema.Relation, columns []config.ColumnPattern) bool {
	for _, p := range columns {
		c := rel.Column(p.Name)
		if c == nil || p.Type != "" && !isType(c.Type, p.Type) {
			return false
		}
	}
	return true
}

// isType reports whether a type is the one of a name, in the spelling of SQL
// or of Postgres; without modifiers any will do.
func isType(t *schema.TypeRef, name string) bool {
	name = strings.ToLower(strings.Join(strings.Fields(name), " "))
	switch name {
	case "int":
		name = "integer"
	case "decimal":
		name = "numeric"
	}
	spelled := t.String()
	bare, _, _ := strings.Cut(spelled, "(")
	return name == spelled || name == bare || name == t.Name && t.Array == 0
}

func (c *checker) check(rel *schema.Relation, p config.Policy) {
	for _, want := range p.Require {
		if c.failed[attempt{rel, want.Kind}] || c.met(rel, p, want) {
			continue
		}
		missing := c.missing(rel, p, want)
		message := fmt.Sprintf("policy %q requires %s of table %q", p.Name, want.Text, rel.Name)
		if p.Message != "" {
			message += ": " + strings.TrimRight(strings.Join(strings.Fields(p.Message), " "), ".!")
		}
		d := diag.Diagnostic{
			Code: "policy", Severity: severity(p.Severity), Span: rel.Decl, Message: message,
			Help:    "add a directive of the kind " + want.Kind + "; trigc help " + want.Kind + " has its clauses",
			Related: []diag.Related{{Span: p.At, Message: "policy declared here"}},
		}
		if missing.text != "" {
			d.Help = "write -- pgtrigger: " + missing.text
			d.Fixes = missing.fix(rel)
		}
		c.report.Add(d)
	}
}

func severity(name string) diag.Severity {
	switch name {
	case "warning":
		return diag.Warning
	case "note":
		return diag.Note
	}
	return diag.Error
}

// met reports whether a table has what is required: units of the kind that are
// of the columns and, without condition, of all events.
func (c *checker) met(rel *schema.Relation, p config.Policy, want config.Requirement) bool {
	found := false
	var events []string
	var columns []string
	for _, u := range c.Units {
		if u.Table != rel || u.Kind != want.Kind {
			continue
		}
		of := columnsOf(u)
		if len(want.Columns) == 0 && len(p.Having) > 0 && len(of) > 0 &&
			!slices.ContainsFunc(p.Having, func(h config.ColumnPattern) bool { return slices.Contains(of, h.Name) }) {
			continue // it is about another column
		}
		found = true
		columns = append(columns, of...)
		if u.Condition != nil {
			continue
		}
		for _, t := range u.Triggers {
			for _, e := range t.Events {
				if len(e.Columns) == 0 {
					events = append(events, e.Event.String())
				}
			}
		}
	}
	within := func(all []string) func(string) bool {
		return func(s string) bool { return !slices.Contains(all, s) }
	}
	return found && !slices.ContainsFunc(want.Events, within(events)) && !slices.ContainsFunc(want.Columns, within(columns))
}

// columnsOf returns the columns that a unit is about: those it writes in the
// row itself, or lets nobody change, or whose states it knows.
func columnsOf(u *ir.Unit) []string {
	list := slices.Clone(u.Fixed)
	if u.Machine != nil {
		list = append(list, u.Machine.Column.Name)
	}
	var assigned func(body []ir.Stmt)
	assigned = func(body []ir.Stmt) {
		for _, s := range body {
			switch s := s.(type) {
			case ir.Assign:
				list = append(list, s.Column)
			case ir.If:
				assigned(s.Then)
				assigned(s.Else)
			}
		}
	}
	for _, t := range u.Triggers {
		if t.Function != nil {
			assigned(t.Function.Body)
		}
	}
	return list
}

// A directive is the text that would meet a requirement, and the name in it.
type directive struct {
	text, name string
	safe       bool // the schema allows it
}

// missing returns the directive that would meet a requirement; none if the
// kind needs more than columns and events.
func (c *checker) missing(rel *schema.Relation, p config.Policy, want config.Requirement) directive {
	columns := want.Columns
	if len(columns) == 0 && len(p.Having) == 1 {
		columns = []string{p.Having[0].Name}
	}
	var first *schema.Column
	if len(columns) > 0 {
		first = rel.Column(columns[0])
	}
	quoted := make([]string, len(columns))
	for i, col := range columns {
		quoted[i] = pgname.Quote(col)
	}
	list := " (" + strings.Join(quoted, ", ") + ")"
	d := directive{}
	switch want.Kind {
	case "touch", "version":
		if len(columns) != 1 {
			return d
		}
		d.safe = first != nil && (want.Kind == "touch" && first.Type.IsDateTime() || want.Kind == "version" && first.Type.IsInteger())
		d.name = want.Kind + "_" + columns[0]
	case "readonly":
		if len(columns) == 0 {
			return d
		}
		d.safe, d.name = first != nil, "readonly_"+columns[0]
	case "protect":
		if len(want.Events) == 0 {
			return d
		}
		d.safe, d.name, list = true, "protect_"+strings.ToLower(strings.Join(want.Events, "_")), ""
	default:
		return d
	}
	d.text = want.Kind + " " + pgname.Quote(d.name) + list
	if len(want.Events) > 0 {
		d.text += " " + strings.ToLower(strings.Join(want.Events, " or "))
	}
	taken := slices.ContainsFunc(c.Units, func(u *ir.Unit) bool { return u.Table == rel && u.Name == d.name }) || rel.Trigger(d.name) != nil
	d.safe = d.safe && !taken && len(d.name) < 60
	return d
}

// head matches the line of a CREATE TABLE up to the name.
var head = regexp.MustCompile(`(?i)^([ \t]*)create\s+(unlogged\s+|foreign\s+)?table\s+(if\s+not\s+exists\s+)?(("[^"]*"|[^\s".]+)\s*\.\s*)?$`)

// fix returns the fix that puts the directive above a table.
func (d directive) fix(rel *schema.Relation) []diag.Fix {
	f := rel.Decl.File
	start := f.LineStart(rel.Decl.Start)
	m := head.FindStringSubmatch(f.SQL()[start:rel.Decl.Start])
	above := f.Line(rel.Decl.Pos().Line - 1)
	if !d.safe || m == nil || strings.Contains(above, "trigc:") {
		return nil
	}
	end := "\n"
	if strings.Contains(f.Text(), "\r\n") {
		end = "\r\n"
	}
	return []diag.Fix{{
		Message: "add the directive",
		Edits:   []diag.Edit{{Span: f.At(start, start), Text: m[1] + "-- pgtrigger: " + d.text + end}},
	}}
}
