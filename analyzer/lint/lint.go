// Package lint holds advice: triggers that Postgres accepts and that do, most
// likely, not do what was meant. A check is a value in a file of its own.
package lint

import (
	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/ir"
	"github.com/trigc/trigc/internal/schema"
)

// A Check is a piece of advice.
type Check struct {
	Code     diag.Code
	Severity diag.Severity
	Doc      string
	Run      func(*Pass)
}

// All are the checks, by code.
var All = []*Check{nullComparison, unsafeComparison, outrunGuard, outrunSource, rowMovement, unfiredTrigger}

// A Pass is one run of a check over a program.
type Pass struct {
	*ir.Program
	check  *Check
	report *diag.Report
}

// Report adds a finding of the check.
func (p *Pass) Report(d diag.Diagnostic) {
	d.Code, d.Severity = p.check.Code, p.check.Severity
	p.report.Add(d)
}

// conditions calls f for the condition of each directive, and of each
// hand-written trigger whose columns still have the names it uses.
func (p *Pass) conditions(f func(t *schema.Relation, root ast.Node)) {
	for _, u := range p.Units {
		if u.Condition != nil {
			f(u.Table, u.Condition.Root)
		}
	}
	for _, rel := range p.DB.Relations() {
		for _, t := range rel.Triggers {
			if when := t.Decl.Header.When; when != nil && t.Table == rel && len(t.ColumnRenames) == 0 {
				f(rel, when.Root)
			}
		}
	}
}

// Run runs all checks.
func Run(prog *ir.Program, r *diag.Report) {
	for _, c := range All {
		c.Run(&Pass{prog, c, r})
	}
}
