package analyzer

import (
	"github.com/trigc/trigc/analyzer/body"
	"github.com/trigc/trigc/analyzer/types"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/ir"
	"github.com/trigc/trigc/internal/schema"
)

// bodies checks the functions that the triggers of the schema execute, each for
// each trigger, with the database as the DDL leaves it.
func bodies(world *types.World, r *diag.Report) {
	for _, s := range world.DB.Schemas {
		for _, list := range s.Functions {
			for _, f := range list {
				if f.Trigger {
					body.Declarations(world, f, r)
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
			b := body.Of(&t.Decl.Header, t.Name, rel)
			b.Args, b.Renamed, b.Decl = t.Decl.FuncArgs, t.ColumnRenames, t.Decl.Name.Span
			body.Check(world, t.Func, t.Func.Decl.Block, b, used[t.Func] > 1, r)
		}
	}
}

// bodyOf checks the PL/pgSQL that a directive brings, and reports whether it
// has no mistake.
func bodyOf(world *types.World, u *ir.Unit, r *diag.Report) bool {
	b := body.Of(u.Header, u.Name, u.Table)
	b.ColumnsFirst = len(u.Triggers[0].Function.Header) > 0 // its filter says use_column
	var found diag.Report
	body.Check(world, nil, u.Block, b, false, &found)
	for _, d := range found.Sorted() {
		r.Add(d)
	}
	return !found.HasErrors()
}
