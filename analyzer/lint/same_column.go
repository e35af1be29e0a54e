package lint

import (
	"fmt"
	"slices"
	"strings"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/ir"
	"github.com/trigc/trigc/internal/source"
)

// sameColumn finds triggers BEFORE a row that set the same column: the last one
// wins.
var sameColumn = &Check{
	Code: "same-column", Severity: diag.Warning,
	Doc: "Two triggers BEFORE a row set the same column, and the one that fires last, by the alphabet, wins. Nothing is said where the later one " +
		"reads the column, where no row meets both conditions, or where names with digits tell which is to win.",
	Run: func(p *Pass) {
		found := &overwritings{same: map[sameLoss]*overwriting{}}
		rows := p.beforeRows()
		for _, rel := range p.DB.Relations() {
			list := rows[rel]
			for i, b := range list {
				for _, later := range list[i+1:] {
					events := shared(b.events, later.events)
					if len(events) == 0 || b.unit != nil && b.unit == later.unit {
						continue
					}
					asked := false // whether a row meets both conditions, which takes time
					for _, s := range b.sets {
						if again := later.set(s.column); again != nil && !slices.Contains(again.reads, s.column) && (again.always || later.unit != nil) {
							if !asked && p.apart(b, later) {
								break
							}
							asked = true
							found.add(&overwriting{first: b, last: later, column: s.column, events: events, lost: again.always && covers(later, b, events)})
						}
					}
				}
			}
		}
		lost := map[loss]bool{}
		for _, o := range found.list {
			of := loss{o.first.at, o.column}
			p.overwriting(o, lost[of])
			lost[of] = lost[of] || o.lost
		}
	},
}

// An overwriting is a trigger that sets what another has set.
type overwriting struct {
	first, last *beforeRow
	column      string
	events      []ast.Event
	lost        bool // whatever the first one sets
}

// overwritings are those of all tables, in order.
type overwritings struct {
	list []*overwriting
	same map[sameLoss]*overwriting
}

// A sameLoss is what overwritings of the same directives have in common.
type sameLoss struct {
	first, last source.Span
	column      string
	lost        bool
}

// A loss is a column that a trigger sets in vain.
type loss struct {
	first  source.Span
	column string
}

// add adds what was found, to that of the same directives if there is any.
func (l *overwritings) add(o *overwriting) {
	key := sameLoss{o.first.at, o.last.at, o.column, o.lost}
	if other := l.same[key]; other != nil {
		other.events = append(other.events, o.events...)
		return
	}
	l.same[key] = o
	l.list = append(l.list, o)
}

// overwriting reports one; lost is set if the first trigger has been told that
// what it sets is lost.
func (p *Pass) overwriting(o *overwriting, lost bool) {
	d := diag.Diagnostic{
		Span:    o.first.at,
		Message: fmt.Sprintf("trigger %q sets column %q too: where both fire it wins, since its name is later in the alphabet", o.last.title(), o.column),
		Help:    "set the column in one of them, or put digits in front of the names to say which comes first",
		Related: []diag.Related{{Span: o.last.at, Message: "trigger declared here"}},
	}
	if o.lost {
		var names []string
		for _, e := range o.events {
			names = append(names, e.String())
		}
		d.Message = fmt.Sprintf("what this sets column %q to before %s is lost: trigger %q fires after it and sets the column again",
			o.column, strings.Join(names, " or "), o.last.title())
		d.Help = "set the column in one of them"
	} else if told(o.first.name, o.last.name) {
		return
	}
	if lost {
		return
	}
	p.Report(d)
}

// covers reports whether a trigger fires at the events whenever another does.
func covers(a, of *beforeRow, events []ast.Event) bool {
	for _, w := range a.when {
		if !slices.Contains(of.when, w) {
			return false
		}
	}
	for _, e := range events {
		at := func(ev ir.Event) bool { return ev.Event == e }
		mine, other := a.events[slices.IndexFunc(a.events, at)], of.events[slices.IndexFunc(of.events, at)]
		if len(mine.Columns) > 0 && !slices.Equal(mine.Columns, other.Columns) {
			return false
		}
	}
	return true
}
