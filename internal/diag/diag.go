// Package diag holds what trigc has to say to its user.
//
// There are three channels and no fourth: a mistake of the user is a
// [Diagnostic], put into a [Report]; trouble with the environment is an
// error; a mistake of trigc is a panic.
//
// Messages are lower case and have no full stop, quote the user's text, say
// what was expected and offer the nearest thing that exists.
package diag

import (
	"cmp"
	"fmt"
	"slices"
	"sync"

	"github.com/trigc/trigc/internal/source"
)

// Code names a rule in kebab-case. It is never reused for another rule.
type Code string

// Severity tells how bad a finding is. The zero Severity is invalid.
type Severity int

// The severities, worst first.
const (
	Error   Severity = iota + 1 // nothing is generated
	Warning                     // valid, but most likely not what was meant
	Note                        // something trigc could not follow
)

func (s Severity) String() string {
	switch s {
	case Error:
		return "error"
	case Warning:
		return "warning"
	case Note:
		return "note"
	}
	panic(fmt.Sprintf("diag: severity %d", int(s)))
}

// A Diagnostic is one finding.
type Diagnostic struct {
	Code     Code
	Severity Severity
	Span     source.Span // the smallest offending text
	Message  string
	Related  []Related // other places that matter, like a declaration
	Help     string    // the way out; "" if the message says it
	Fixes    []Fix     // alternatives; at most one may be applied
	SQLState string    // what Postgres answers; "" if it accepts
}

// Related is another place that explains a finding.
type Related struct {
	Span    source.Span
	Message string // "table declared here"
}

// A Fix is a change of the source that mends the finding.
type Fix struct {
	Message string // a verb phrase
	Edits   []Edit
}

// An Edit replaces the text of a span.
type Edit struct {
	Span source.Span
	Text string
}

// A Report collects diagnostics. Its methods may be called at the same time.
type Report struct {
	mu   sync.Mutex
	list []Diagnostic
}

// Add adds a diagnostic.
func (r *Report) Add(d Diagnostic) {
	if d.Severity == 0 || d.Code == "" {
		panic("diag: incomplete diagnostic: " + d.Message)
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.list = append(r.list, d)
}

// HasErrors reports whether there is a diagnostic of severity Error.
func (r *Report) HasErrors() bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	return slices.ContainsFunc(r.list, func(d Diagnostic) bool { return d.Severity == Error })
}

// Sorted returns the diagnostics by place and code, none twice.
func (r *Report) Sorted() []Diagnostic {
	r.mu.Lock()
	list := slices.Clone(r.list)
	r.mu.Unlock()
	slices.SortStableFunc(list, func(a, b Diagnostic) int {
		return cmp.Or(a.Span.Compare(b.Span), cmp.Compare(a.Severity, b.Severity),
			cmp.Compare(a.Code, b.Code), cmp.Compare(a.Message, b.Message))
	})
	return slices.CompactFunc(list, func(a, b Diagnostic) bool {
		return a.Code == b.Code && a.Span == b.Span && a.Message == b.Message
	})
}

// Count returns the number of distinct diagnostics of a severity.
func Count(list []Diagnostic, s Severity) int {
	n := 0
	for _, d := range list {
		if d.Severity == s {
			n++
		}
	}
	return n
}
