package ir

import (
	"cmp"

	"github.com/trigc/trigc/internal/ast"
)

// A Firing is what decides when a trigger fires among those of its table for
// the same event.
type Firing struct {
	Name   string
	Timing ast.Timing
	Level  ast.Level
	// Late is set if it is deferred to COMMIT.
	Late bool
}

// Compare orders triggers as they fire: those BEFORE the statement, then BEFORE
// or INSTEAD OF each row, AFTER each row, and AFTER the statement; among them by
// the bytes of their names (manual, section 39.1). What is deferred waits for
// COMMIT.
func (f Firing) Compare(g Firing) int {
	return cmp.Or(cmp.Compare(f.phase(), g.phase()), cmp.Compare(f.Name, g.Name))
}

func (f Firing) phase() int {
	switch {
	case f.Late:
		return 4
	case f.Timing == ast.Before && f.Level == ast.Statement:
		return 0
	case f.Timing != ast.After:
		return 1
	case f.Level == ast.Row:
		return 2
	}
	return 3
}
