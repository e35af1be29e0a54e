package lint

import (
	"slices"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/ir"
	"github.com/trigc/trigc/internal/schema"
)

// rowMovement finds guards that would stop a row from moving to another
// partition: an UPDATE that moves one deletes it here and inserts it there,
// and fires the triggers of both (manual, section 39.1).
var rowMovement = &Check{
	Code: "row-movement", Severity: diag.Warning,
	Doc: "A row that moves to another partition fires DELETE and INSERT triggers for each row. A guard of INSERT or DELETE " +
		"takes it for a row that comes or goes. Where the partition key is read-only no row moves.",
	Run: func(p *Pass) {
		fixed := map[*schema.Relation][]string{}
		for _, u := range p.Units {
			fixed[u.Table] = append(fixed[u.Table], u.Fixed...)
		}
		for _, u := range p.Units {
			if !u.Table.Partitioned() || u.Machine == nil || !keyMoves(u.Table, fixed) {
				continue
			}
			if slices.ContainsFunc(u.Triggers, guardsInsert) {
				p.Report(diag.Diagnostic{
					Span:    u.NameSpan,
					Message: "a row that moves to another partition is inserted there, and is refused unless its state is one of INITIAL",
					Help:    "make the partition key read-only, or leave INITIAL out",
				})
			}
		}
	},
}

func guardsInsert(t *ir.Trigger) bool {
	return t.Violation != nil && t.Level == ast.Row &&
		slices.ContainsFunc(t.Events, func(e ir.Event) bool { return e.Event == ast.Insert })
}

// keyMoves reports whether an UPDATE can change the partition of a row: a
// column of the partition key of the table, or of one above or below it, is
// not read-only.
func keyMoves(t *schema.Relation, fixed map[*schema.Relation][]string) bool {
	var read []string
	for r := t; r != nil; r = r.PartitionOf {
		read = append(read, fixed[r]...)
	}
	var moves func(*schema.Relation) bool
	moves = func(r *schema.Relation) bool {
		for _, c := range r.PartitionKey {
			if !slices.Contains(read, c) {
				return true
			}
		}
		return slices.ContainsFunc(r.Children, moves)
	}
	for t.PartitionOf != nil {
		t = t.PartitionOf
	}
	return moves(t)
}
