package live

import (
	"fmt"
	"slices"
	"strings"

	"github.com/trigc/trigc/codegen"
	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/pgname"
)

// A Lock is the strongest lock on a table that a step takes, and holds until the
// transaction ends (manual, section 13.3).
type Lock int

// The locks.
const (
	NoLock            Lock = iota
	ShareRowExclusive      // writers wait, readers go on
	AccessExclusive        // all wait
)

// Name returns the name of the lock; "" if it is none.
func (l Lock) Name() string {
	return [...]string{"", "SHARE ROW EXCLUSIVE", "ACCESS EXCLUSIVE"}[l]
}

// String returns the name of the lock, and whom it blocks.
func (l Lock) String() string {
	switch l {
	case ShareRowExclusive:
		return l.Name() + ": writers wait, readers go on"
	case AccessExclusive:
		return l.Name() + ": readers and writers wait"
	}
	return "no lock on a table"
}

// A Step is one thing to do.
type Step struct {
	What string // "replace function public.trigc_posts__no_delete"
	SQL  string
	Lock Lock

	after bool // it comes after those that take stronger locks
}

// phase orders the steps of a table: what triggers need comes first, and the
// stronger lock before the weaker one. To ask for a stronger lock than the one held
// can deadlock with whoever reads the table and is about to write it.
func (s *Step) phase() int {
	switch {
	case s.after:
		return 3
	case s.Lock == NoLock:
		return 0
	case s.Lock == AccessExclusive:
		return 1
	}
	return 2
}

// A Change is what is to be done to one table, in one transaction. The last of a
// plan may be about functions alone; its Table is zero.
type Change struct {
	Table Table
	Steps []Step
}

// A Plan is what a command is to do.
type Plan struct {
	Changes []Change
	// Conflicts are why something cannot be done; then nothing is.
	Conflicts []string
	// Notes are what is left as it is, and why.
	Notes []string
}

// A Command makes a plan of how things stand. It is asked again, for one table,
// in the transaction that changes it.
type Command func(*Snapshot, *Wanted) *Plan

// An InstallOptions says how far [Install] goes.
type InstallOptions struct {
	// Select chooses triggers; nil means all.
	Select func(*Trigger) bool
	// Prune removes what is orphaned, too.
	Prune bool
	// TakeOver replaces triggers and functions that have the name of a declared
	// one but not the mark.
	TakeOver bool
}

// Install returns the command that makes what is missing, replaces what
// differs, and leaves alone what does not. A trigger that somebody disabled on the
// server, or had fire in other sessions, stays so unless its declaration changes.
func Install(o InstallOptions) Command {
	return func(s *Snapshot, w *Wanted) *Plan {
		p := newPlanner(s, w.functions)
		for _, e := range s.EventTables(w) {
			if w.needs(e, o.Select) {
				p.eventTable(e)
			}
		}
		for _, t := range s.Triggers(w) {
			switch {
			case t.definition == nil:
				if o.Prune && o.Select == nil {
					p.drop(t.found)
				}
			case o.Select == nil || o.Select(t):
				p.install(t, o.TakeOver)
			}
		}
		if o.Prune && o.Select == nil {
			p.dropFunctions(s.OrphanFunctions(w)...)
		}
		return p.plan()
	}
}

// Uninstall returns the command that removes triggers, and the functions that no
// trigger has then. Adopted triggers become what the schema says. Event tables
// stay. A nil choice means all.
func Uninstall(choose func(*Trigger) bool) Command {
	return func(s *Snapshot, w *Wanted) *Plan {
		p := newPlanner(s, nil)
		list := s.Triggers(w)
		slices.Reverse(list)
		for _, t := range list {
			switch {
			case choose != nil && !choose(t):
			case t.found == nil:
				if f := t.function; f != nil && f.marked() && f.users == 0 {
					p.dropFunctions(f.Function)
				}
			case t.definition == nil:
				p.drop(t.found)
			case !t.found.marked():
				p.note("%s.%s does not carry trigc's mark and stays", t.Table, t.Name)
			case t.definition.Undo == "":
				p.drop(t.found)
			default:
				p.undo(t)
			}
		}
		if choose == nil {
			p.dropFunctions(s.OrphanFunctions(w)...)
		}
		return p.plan()
	}
}

// Prune returns the command that removes the triggers and functions that carry
// the mark and are not declared any more.
func Prune(choose func(*Trigger) bool) Command {
	return func(s *Snapshot, w *Wanted) *Plan {
		p := newPlanner(s, w.functions)
		for _, t := range s.Triggers(w) {
			if t.definition == nil && (choose == nil || choose(t)) {
				p.drop(t.found)
			}
		}
		if choose == nil {
			p.dropFunctions(s.OrphanFunctions(w)...)
		}
		return p.plan()
	}
}

// Enable returns the command that has triggers fire as declared. One that is
// declared disabled fires by default if it is chosen.
func Enable(choose func(*Trigger) bool) Command {
	return fire(choose, func(t *Trigger) string {
		if f := t.definition.Firing; f != "D" || choose == nil {
			return f
		}
		return "O"
	})
}

// Disable returns the command that has triggers fire no more.
func Disable(choose func(*Trigger) bool) Command {
	return fire(choose, func(*Trigger) string { return "D" })
}

func fire(choose func(*Trigger) bool, want func(*Trigger) string) Command {
	return func(s *Snapshot, w *Wanted) *Plan {
		p := newPlanner(s, w.functions)
		for _, t := range s.Triggers(w) {
			switch {
			case t.definition == nil || choose != nil && !choose(t):
			case t.found == nil:
				p.note("%s.%s is missing", t.Table, t.Name)
			case !t.found.marked():
				p.note("%s.%s does not carry trigc's mark and stays as it is", t.Table, t.Name)
			case t.definition.Trigger.Table.Kind == ast.View:
				p.note("%s.%s is on a view, and of those Postgres disables no trigger", t.Table, t.Name)
			default:
				firing := want(t)
				same := t.found.firing == firing && !slices.ContainsFunc(t.found.clones, func(c *trigger) bool { return c.firing != firing })
				if !same {
					p.add(t.Table, firingStep(t.Table, t.Name, firing))
				}
			}
		}
		return p.plan()
	}
}

// A planner collects steps by table.
type planner struct {
	snapshot *Snapshot
	steps    map[Table][]Step
	events   map[Table]bool
	result   Plan
	// functions are those that a step makes, by name.
	functions map[[2]string]bool
	// kept are the functions that stay when the last trigger that executes them
	// is dropped; dropped is how many were.
	kept    map[[2]string]bool
	dropped map[*function]int
	last    []Step
}

func newPlanner(s *Snapshot, kept map[[2]string]bool) *planner {
	return &planner{snapshot: s, kept: kept, dropped: map[*function]int{}, steps: map[Table][]Step{}, events: map[Table]bool{}, functions: map[[2]string]bool{}}
}

func (p *planner) add(t Table, s Step) { p.steps[t] = append(p.steps[t], s) }

func (p *planner) note(format string, args ...any) {
	p.result.Notes = append(p.result.Notes, fmt.Sprintf(format, args...))
}

func (p *planner) conflict(format string, args ...any) {
	text := fmt.Sprintf(format, args...)
	if !slices.Contains(p.result.Conflicts, text) {
		p.result.Conflicts = append(p.result.Conflicts, text)
	}
}

// plan puts the changes in order: event tables come first, since triggers write
// to them.
func (p *planner) plan() *Plan {
	for t, steps := range p.steps {
		slices.SortStableFunc(steps, func(a, b Step) int { return a.phase() - b.phase() })
		p.result.Changes = append(p.result.Changes, Change{t, steps})
	}
	slices.SortFunc(p.result.Changes, func(a, b Change) int {
		if p.events[a.Table] != p.events[b.Table] {
			if p.events[a.Table] {
				return -1
			}
			return 1
		}
		return a.Table.Compare(b.Table)
	})
	if len(p.last) > 0 {
		p.result.Changes = append(p.result.Changes, Change{Steps: p.last})
	}
	return &p.result
}

func (p *planner) eventTable(e *EventTable) {
	p.events[e.Table] = true
	if len(e.Findings) == 0 {
		return
	}
	step := Step{What: "alter table " + e.String() + ", which keeps the events of " + e.Of.String(), SQL: codegen.TableSQL(e.table), Lock: AccessExclusive}
	for _, f := range e.Findings {
		switch f.State {
		case Missing:
			step.What, step.Lock = "create table "+e.String()+" for the events of "+e.Of.String(), NoLock
		case Altered:
			p.conflict("%s: %s; change it when there is time for a rewrite of the table", e.Table, f.Detail)
			return
		}
	}
	p.add(e.Table, step)
}

// install adds the steps that bring one trigger up to date.
func (p *planner) install(t *Trigger, takeOver bool) {
	d, f := t.definition, t.found
	name := t.Table.String() + "." + t.Name
	switch {
	case t.noTable && !p.events[t.Table]:
		p.conflict("there is no table %s; run the migrations first", t.Table)
		return
	case t.Is(Unmarked) && !takeOver:
		for _, u := range t.Findings {
			if u.State == Unmarked && u.Detail != "" {
				p.conflict("%s, %s, does not carry trigc's mark; --take-over replaces it", name, u.Detail)
			} else if u.State == Unmarked {
				p.conflict("%s does not carry trigc's mark; --take-over replaces it", name)
			}
		}
		return
	}
	p.function(t)
	firing := d.Firing
	if f != nil && f.firing != firing && (f.declared() == firing || f.declared() == "" && f.firing == "D") {
		firing = f.firing
		p.note("%s %s and stays so; trigc enable changes that", name, firesWhen[firing])
	}
	switch {
	case f == nil:
		p.create(t, "create", firing)
		if u := d.Unit; u.Note != "" && u.Triggers[0] == d.Trigger {
			p.note("%s: %s", name, u.Note)
		}
	case t.stale:
		p.create(t, "replace", firing)
	default:
		if f.firing != firing {
			p.add(t.Table, firingStep(t.Table, t.Name, firing))
		}
		if f.declared() != d.Firing {
			p.add(t.Table, Step{
				What: "mark trigger " + pgname.Quote(t.Name),
				SQL:  d.CommentOn() + codegen.Seal([]*codegen.Definition{d}), after: true,
			})
		}
	}
	for _, o := range t.superseded {
		p.add(t.Table, Step{
			What: "drop trigger " + pgname.Quote(o.name) + " of django-pgtrigger, which " + pgname.Quote(t.Name) + " takes over",
			SQL:  dropTrigger(o), Lock: AccessExclusive,
		})
		fn := p.snapshot.functions[[2]string{o.catalog.Schema, o.catalog.Function}]
		if fn != nil && fn.users == 1+len(o.clones) && djangoName.MatchString(fn.Name) {
			p.add(t.Table, fn.drop())
		}
	}
}

// function adds the step that makes the trigger's function, or replaces it.
func (p *planner) function(t *Trigger) {
	d := t.definition
	if d.Function == "" {
		return
	}
	fn := d.Trigger.Function
	key, name := [2]string{fn.Schema, fn.Name}, pgname.Qualify(fn.Schema, fn.Name)
	if p.functions[key] {
		return
	}
	p.functions[key] = true
	switch f := t.function; {
	case f == nil:
		p.add(t.Table, Step{What: "create function " + name, SQL: d.Function + d.CommentOnFunction()})
	case f.hash != d.FunctionMark:
		p.add(t.Table, Step{What: "replace function " + name, SQL: d.Function + d.CommentOnFunction()})
	case f.comment != d.FunctionComment():
		p.add(t.Table, Step{What: "mark function " + name, SQL: d.CommentOnFunction(), after: true})
	}
}

// create adds the step that makes a trigger, or makes it anew, with the firing
// state that it is to have, here and in partitions where it has another.
func (p *planner) create(t *Trigger, verb, firing string) {
	d := t.definition
	step := Step{What: verb + " trigger " + pgname.Quote(t.Name), Lock: ShareRowExclusive}
	if t.dropFirst {
		step.What = "drop and create trigger " + pgname.Quote(t.Name)
		step.SQL, step.Lock = dropTrigger(t.found), AccessExclusive
	}
	step.SQL += d.Create
	if firing != "O" {
		step.SQL += setFiring(t.Table.SQL(), t.Name, firing)
	}
	if t.found != nil && partitioned(d) {
		for _, c := range t.found.clones {
			if c.firing != t.found.firing {
				step.SQL += setFiring("ONLY "+c.table.SQL(), c.name, c.firing)
				p.note("%s.%s %s in partition %s and stays so", t.Table, t.Name, firesWhen[c.firing], c.table)
			}
		}
	}
	step.SQL += d.CommentOn() + codegen.Seal([]*codegen.Definition{d})
	p.add(t.Table, step)
}

// drop adds the steps that remove a trigger and, with the last that executes it,
// a function of trigc's own.
func (p *planner) drop(t *trigger) {
	p.add(t.table, Step{What: "drop trigger " + pgname.Quote(t.name), SQL: dropTrigger(t), Lock: AccessExclusive})
	key := [2]string{t.catalog.Schema, t.catalog.Function}
	f := p.snapshot.functions[key]
	if f == nil || !f.marked() || p.kept[key] {
		return
	}
	if p.dropped[f] += 1 + len(t.clones); p.dropped[f] == f.users {
		p.add(t.table, f.drop())
	}
}

// undo adds the step that makes an adopted trigger what the schema says.
func (p *planner) undo(t *Trigger) {
	step := Step{What: "make trigger " + pgname.Quote(t.Name) + " what the schema says", SQL: t.definition.Undo, Lock: ShareRowExclusive}
	if t.dropFirst {
		step.SQL, step.Lock = dropTrigger(t.found)+step.SQL, AccessExclusive
	}
	p.add(t.Table, step)
}

func (p *planner) dropFunctions(list ...Function) {
	for _, f := range list {
		p.last = append(p.last, f.drop())
	}
	slices.SortFunc(p.last, func(a, b Step) int { return strings.Compare(a.SQL, b.SQL) })
	p.last = slices.CompactFunc(p.last, func(a, b Step) bool { return a.SQL == b.SQL })
}

func dropTrigger(t *trigger) string {
	return "DROP TRIGGER " + pgname.Quote(t.name) + " ON " + t.table.SQL() + ";\n"
}

func (f Function) drop() Step {
	name := pgname.Qualify(f.Schema, f.Name)
	return Step{What: "drop function " + name, SQL: "DROP FUNCTION IF EXISTS " + name + "();\n", after: true}
}

func firingStep(t Table, name, firing string) Step {
	verb := "enable"
	if firing == "D" {
		verb = "disable"
	}
	return Step{What: verb + " trigger " + pgname.Quote(name), SQL: setFiring(t.SQL(), name, firing), Lock: ShareRowExclusive}
}

// setFiring renders ALTER TABLE, which has the partitions follow but with ONLY.
func setFiring(table, name, firing string) string {
	verb := map[string]string{"O": "ENABLE", "A": "ENABLE ALWAYS", "R": "ENABLE REPLICA", "D": "DISABLE"}[firing]
	return "ALTER TABLE " + table + " " + verb + " TRIGGER " + pgname.Quote(name) + ";\n"
}
