//go:build !race

package codegen

import (
	"testing"
	"time"
)

// The race detector makes the program some ten times slower, so that this says
// nothing under it.
func TestGoOfManyTablesIsFast(t *testing.T) {
	p := manyTables()
	best := time.Hour
	for range 5 { // the machine may be busy with other tests
		start := time.Now()
		if _, err := Go(p, pgx); err != nil {
			t.Fatal(err)
		}
		best = min(best, time.Since(start))
	}
	if best > 60*time.Millisecond {
		t.Errorf("1,000 tables with 5 triggers take %v, want less than 60ms", best)
	}
}
