package live

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"github.com/trigc/trigc/codegen"
	"github.com/trigc/trigc/internal/ir"
)

// A State is how a trigger stands on the server.
type State string

// The states. All but Installed are drift.
const (
	Installed State = "installed"
	// Missing is not there, or its table is not.
	Missing State = "missing"
	// Outdated was installed from another version of the schema.
	Outdated State = "outdated"
	// Altered differs from what its mark says it is: somebody changed it, or its
	// function, by hand.
	Altered State = "altered"
	// Disabled fires in no session although it is declared to.
	Disabled State = "disabled"
	// Firing fires in other sessions than declared (ALTER TABLE … ENABLE ALWAYS
	// or REPLICA TRIGGER).
	Firing State = "firing"
	// Orphaned was installed by trigc and is not declared any more.
	Orphaned State = "orphaned"
	// Shadowed has its function executed by another trigger of the table, too.
	Shadowed State = "shadowed"
	// PartitionOnly is declared on a partitioned table, but a partition alone has
	// it.
	PartitionOnly State = "partition-only"
	// Unmarked has the name of one that is declared, and not the mark: somebody
	// else made it.
	Unmarked State = "unmarked"
	// Superseded is one of django-pgtrigger that a directive of the same name
	// takes over.
	Superseded State = "superseded"
)

// A Finding is one way in which a trigger differs, and what of it.
type Finding struct {
	State  State
	Detail string // "its WHEN", "in partition public.posts_2024", or ""
}

// A Trigger is one that is declared, or that carries the mark.
type Trigger struct {
	Table    Table
	Name     string
	Unit     string // the name of its directive; "" if it is orphaned
	Kind     string
	Findings []Finding // none means Installed

	definition *codegen.Definition
	found      *trigger
	function   *function // of definition, if it is trigc's own
	noTable    bool
	// stale is set if the trigger itself, whatever its function is, has to be made
	// anew.
	stale bool
	// dropFirst is set if CREATE OR REPLACE would be refused, or leave something
	// behind: of a constraint trigger, and of one that has clones in partitions and
	// is to have none.
	dropFirst  bool
	superseded []*trigger
}

// Is reports whether a trigger stands so.
func (t *Trigger) Is(state State) bool {
	if state == Installed {
		return len(t.Findings) == 0
	}
	return slices.ContainsFunc(t.Findings, func(f Finding) bool { return f.State == state })
}

func (t *Trigger) add(state State, detail string) {
	t.Findings = append(t.Findings, Finding{state, detail})
}

// An EventTable is a table that triggers write to and generate made up.
type EventTable struct {
	Table
	Of       Table
	Findings []Finding
	table    *ir.Table
}

// A Function names a trigger function.
type Function struct{ Schema, Name string }

// Triggers returns how each trigger of a program stands, and those with the mark
// that it does not declare: by table, and in each in the order in which they are
// installed.
func (s *Snapshot) Triggers(w *Wanted) []*Trigger {
	var list []*Trigger
	for _, d := range w.definitions {
		list = append(list, s.declared(w, d))
	}
	for _, r := range s.relations {
		if !w.concerns(r) {
			continue
		}
		for _, t := range r.triggers {
			if !t.marked() || w.byHand[[3]string{t.table.Schema, t.table.Name, t.name}] || w.defines(t) {
				continue
			}
			if slices.ContainsFunc(r.ancestors, func(a Table) bool { return w.clones(a, t.name) }) {
				continue // it is PartitionOnly
			}
			o := &Trigger{Table: t.table, Name: t.name, found: t}
			o.add(Orphaned, "")
			list = append(list, o)
		}
	}
	slices.SortStableFunc(list, func(a, b *Trigger) int {
		return cmp.Or(a.Table.Compare(b.Table), cmp.Compare(rank(a), rank(b)), orphanOrder(a, b))
	})
	return list
}

func rank(t *Trigger) int {
	if t.definition == nil {
		return 1
	}
	return 0
}

func orphanOrder(a, b *Trigger) int {
	if a.definition != nil {
		return 0
	}
	return cmp.Compare(a.Name, b.Name)
}

// concerns reports whether a table of the server is one whose marked triggers
// are of this program.
func (w *Wanted) concerns(r *relation) bool {
	if w.tables[r.Table] || slices.ContainsFunc(r.ancestors, func(a Table) bool { return w.tables[a] }) {
		return true
	}
	for t := range w.tables {
		if r.eventsOf != "" && r.eventsOf == t.String() {
			return true
		}
	}
	return false
}

func (w *Wanted) defines(t *trigger) bool {
	return slices.ContainsFunc(w.byTable[t.table], func(d *codegen.Definition) bool { return d.Trigger.Name == t.name })
}

// clones reports whether a trigger of that name is declared on a table and has
// a clone in each partition.
func (w *Wanted) clones(table Table, name string) bool {
	return slices.ContainsFunc(w.byTable[table], func(d *codegen.Definition) bool { return d.Trigger.Name == name && partitioned(d) })
}

// declared returns a trigger that nothing is known of but its declaration.
func declared(d *codegen.Definition) *Trigger {
	return &Trigger{Table: definedOn(d), Name: d.Trigger.Name, Unit: d.Unit.Name, Kind: d.Unit.Kind, definition: d}
}

// declared compares one definition.
func (s *Snapshot) declared(w *Wanted, d *codegen.Definition) *Trigger {
	t := declared(d)
	if d.Function != "" {
		t.function = s.functions[[2]string{d.Trigger.Function.Schema, d.Trigger.Function.Name}]
	}
	rel := s.relations[t.Table]
	if rel == nil {
		t.noTable = true
		t.add(Missing, "so is its table")
		return t
	}
	for _, o := range sorted(rel.triggers) {
		if supersedes(d, o) {
			t.superseded = append(t.superseded, o)
			t.add(Superseded, "django-pgtrigger's "+o.name)
		}
	}
	t.found = rel.triggers[t.Name]
	f := t.found
	t.dropFirst = f != nil && (f.catalog.Constraint || d.Trigger.Constraint || len(f.clones) > 0 && !partitioned(d))
	switch {
	case f == nil:
		t.add(Missing, "")
		if partitioned(d) {
			for _, p := range s.partitionsOf(t.Table) {
				o := p.triggers[t.Name]
				if o == nil {
					continue
				}
				t.add(PartitionOnly, "it is on "+p.String())
				if !o.marked() {
					t.add(Unmarked, "in partition "+p.String())
				}
			}
		}
		if t.function != nil && !t.function.marked() {
			t.add(Unmarked, "function "+t.function.Name)
		}
		return t
	case !f.marked() && !d.Trigger.Adopted:
		t.add(Unmarked, "")
		t.stale = true
		return t
	case f.mark() != d.Mark:
		t.add(Outdated, "")
		t.stale = true
	default:
		want := d.Catalog
		want.Body = ""
		differ := differences(&want, &f.catalog)
		if f.sealed() == broken {
			differ = append(differ, "its WHEN")
		}
		for _, what := range differ {
			t.add(Altered, what)
		}
		t.stale = len(differ) > 0 || f.sealed() != whole
	}
	switch fn := t.function; {
	case d.Function == "":
	case fn == nil:
		t.add(Outdated, "its function is another")
	case !fn.marked():
		t.add(Unmarked, "function "+fn.Name)
	case fn.hash == d.FunctionMark && fn.comment == d.FunctionComment():
	case fn.comment == d.FunctionComment():
		t.add(Altered, "its function")
	default:
		t.add(Outdated, "its function")
	}
	t.fires(f.firing, d.Firing, "")
	for _, c := range f.clones {
		if c.firing != f.firing {
			t.fires(c.firing, f.firing, "in partition "+c.table.String())
		}
	}
	for _, o := range sorted(rel.triggers) {
		if o != f && o.functionID == f.functionID && d.Function != "" && !w.defines(o) {
			t.add(Shadowed, "by "+o.name)
		}
	}
	return t
}

func (t *Trigger) fires(firing, want, where string) {
	switch {
	case firing == want:
	case firing == "D":
		t.add(Disabled, where)
	default:
		detail := "it " + firesWhen[firing] + ", not as declared"
		if where != "" {
			detail = where + " " + detail
		}
		t.add(Firing, detail)
	}
}

// firesWhen tells pg_trigger.tgenabled in words.
var firesWhen = map[string]string{"O": "fires by default", "R": "fires in replicas alone", "A": "fires always", "D": "is disabled"}

// partitionsOf returns the partitions of a table, by name.
func (s *Snapshot) partitionsOf(t Table) []*relation {
	var list []*relation
	for _, r := range s.relations {
		if slices.Contains(r.ancestors, t) {
			list = append(list, r)
		}
	}
	slices.SortFunc(list, func(a, b *relation) int { return a.Compare(b.Table) })
	return list
}

func sorted(triggers map[string]*trigger) []*trigger {
	var list []*trigger
	for _, t := range triggers {
		list = append(list, t)
	}
	slices.SortFunc(list, func(a, b *trigger) int { return cmp.Compare(a.name, b.name) })
	return list
}

// differences names what differs in two catalogs.
func differences(want, got *codegen.Catalog) []string {
	var list []string
	for _, d := range []struct {
		what   string
		differ bool
	}{
		{"it executes another function", want.Schema != got.Schema || want.Function != got.Function},
		{"its timing, events or level", want.Type != got.Type},
		{"whether it is a constraint trigger", want.Constraint != got.Constraint},
		{"whether it can be deferred", want.Deferrable != got.Deferrable || want.InitiallyDeferred != got.InitiallyDeferred},
		{"its FROM", want.FromSchema != got.FromSchema || want.FromTable != got.FromTable},
		{"its columns", want.Columns != got.Columns},
		{"its transition tables", want.OldTable != got.OldTable || want.NewTable != got.NewTable},
		{"its arguments", want.Args != got.Args},
	} {
		if d.differ {
			list = append(list, d.what)
		}
	}
	return list
}

// djangoName is the name that django-pgtrigger gives to trigger and function:
// five digits of a hash stand behind the name.
var djangoName = regexp.MustCompile(`^pgtrigger_(.+)_[0-9a-f]{5}$`)

// supersedes reports whether a directive's first trigger stands for one of
// django-pgtrigger, which leaves a hash of 40 digits in its comment.
func supersedes(d *codegen.Definition, o *trigger) bool {
	m := djangoName.FindStringSubmatch(o.name)
	return m != nil && d.Trigger == d.Unit.Triggers[0] && strings.EqualFold(m[1], d.Unit.Name) && djangoComment.MatchString(o.comment)
}

var djangoComment = regexp.MustCompile(`^[0-9a-f]{40}$`)

// EventTables returns how the tables stand that a program has made for events.
func (s *Snapshot) EventTables(w *Wanted) []*EventTable {
	var list []*EventTable
	for _, t := range w.events {
		e := &EventTable{Table: tableOf(t.Schema, t.Name), Of: tableOf(t.Of.Schema, t.Of.Name), table: t}
		list = append(list, e)
		rel := s.relations[e.Table]
		if rel == nil {
			e.Findings = append(e.Findings, Finding{Missing, ""})
			continue
		}
		for _, c := range rel.columns {
			switch {
			case c.Extra:
				e.Findings = append(e.Findings, Finding{Outdated, "column " + c.Name + " must be NULL now"})
			case c.Missing:
				e.Findings = append(e.Findings, Finding{Outdated, "it has no column " + c.Name})
			default:
				e.Findings = append(e.Findings, Finding{Altered, "column " + c.Name + " is not of type " + c.Kind})
			}
		}
	}
	return list
}

// needs reports whether one of the triggers that are chosen writes to an event
// table, or is on it.
func (w *Wanted) needs(e *EventTable, choose func(*Trigger) bool) bool {
	chosen := func(d *codegen.Definition) bool { return choose == nil || choose(declared(d)) }
	return slices.ContainsFunc(w.byTable[e.Table], chosen) ||
		slices.ContainsFunc(w.byTable[e.Of], func(d *codegen.Definition) bool {
			return d.Unit.History != nil && d.Unit.History.Table == e.table.Relation && chosen(d)
		})
}

// OrphanFunctions returns the functions with the mark that no trigger executes
// and no definition has.
func (s *Snapshot) OrphanFunctions(w *Wanted) []Function {
	var list []Function
	if w.part {
		return nil // they are of no table
	}
	for key, f := range s.functions {
		if f.marked() && f.users == 0 && !w.functions[key] && w.schemas[f.Schema] {
			list = append(list, f.Function)
		}
	}
	slices.SortFunc(list, func(a, b Function) int {
		return cmp.Or(cmp.Compare(a.Schema, b.Schema), cmp.Compare(a.Name, b.Name))
	})
	return list
}
