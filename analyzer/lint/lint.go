// Package lint holds advice: triggers that Postgres accepts and that do, most
// likely, not do what was meant. A check is a value in a file of its own.
package lint

import (
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/ir"
)

// A Check is a piece of advice.
type Check struct {
	Code     diag.Code
	Severity diag.Severity
	Doc      string
	Run      func(*Pass)
}

// All are the checks, by code.
var All = []*Check{
	absentRow, assignmentLost, bareArgument, cancelledDelete, deferredRow, definerUser, earlyRead, depthInBody, firingOrder, hiddenTable, impossibleValue, missedUpdate,
	missingArgument, nullComparison, nullConcat, nullNotIn, nullRow, outrunGuard, outrunSource, partitionKey, recursion, replaceEnables, rowMovement, rowWork,
	sameColumn, securityDefiner, setOrder, slowStatement, softDeleteCascade, softDeleteParent, staleRead, statementDefault, swallowedRow, truncateGap,
	unchangedUpdate, uncountedRow, unfiredTrigger, unorderedUpsert, unqualifiedName, unreachable, unsafeComparison, whenAlways, whenNever,
}

// A Pass is one run of a check over a program.
type Pass struct {
	*ir.Program
	check  *Check
	report *diag.Report
}

// Report adds a finding of the check. It has the check's code and severity
// unless it says otherwise.
func (p *Pass) Report(d diag.Diagnostic) {
	if d.Code == "" {
		d.Code = p.check.Code
	}
	if d.Severity == 0 {
		d.Severity = p.check.Severity
	}
	p.report.Add(d)
}

// Run runs all checks.
func Run(prog *ir.Program, r *diag.Report) {
	for _, c := range All {
		c.Run(&Pass{prog, c, r})
	}
}
