package analyzer

import (
	"github.com/trigc/trigc/analyzer/body"
	"github.com/trigc/trigc/analyzer/types"
	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/schema"
	"github.com/trigc/trigc/internal/source"
)

// bodies checks the functions that the triggers of the schema execute, each for
// each trigger, with the database as the DDL leaves it.
func bodies(world *types.World, r *diag.Report) {
	for _, s := range world.DB.Schemas {
		for _, list := range s.Functions {
			for _, f := range list {
				if f.Trigger {
					body.Declarations(world, f.Decl.Block, r)
				}
			}
		}
	}
	used := map[*schema.Function]int{}
	for _, rel := range world.DB.Relations() {
		for _, t := range rel.Triggers {
			if t.Table == rel && t.Func != nil {
				used[t.Func]++
			}
		}
	}
	for _, rel := range world.DB.Relations() {
		for _, t := range rel.Triggers {
			if t.Table != rel || t.Func == nil || t.Func.Decl.Block == nil || t.Func.Decl.Language != "plpgsql" {
				continue
			}
			b := bodyTrigger(&t.Decl.Header, t.Name, rel, t.Decl.Name.Span)
			b.Args, b.ArgsKnown, b.Renamed = t.Decl.FuncArgs, true, t.ColumnRenames
			body.Check(world, t.Func, t.Func.Decl.Block, b, used[t.Func] > 1, r)
		}
	}
}

// bodyTrigger returns what the header of a trigger says to its body.
func bodyTrigger(h *ast.Header, name string, table *schema.Relation, decl source.Span) body.Trigger {
	b := body.Trigger{Name: name, Table: table, Timing: h.Timing, Level: h.Level, Conditional: h.When != nil, Decl: decl}
	for _, e := range h.Events {
		b.Events = append(b.Events, e.Event)
		b.Columns = b.Columns || len(e.Columns) > 0
	}
	if h.OldTable != nil {
		b.OldTable = h.OldTable.Name
	}
	if h.NewTable != nil {
		b.NewTable = h.NewTable.Name
	}
	return b
}
