package gen

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/trigc/trigc/codegen"
	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/config"
	"github.com/trigc/trigc/internal/ir"
	"github.com/trigc/trigc/internal/pgname"
	"github.com/trigc/trigc/internal/schema"
)

var update = flag.Bool("update", false, "rewrite the package, and fail")

// program is the program that this package is generated from. The SQL of its
// triggers is in the tests of package scope.
func program() *ir.Program {
	var p ir.Program
	unit := func(schemaName, table, name, kind, doc string) *ir.Unit {
		rel := &schema.Relation{Schema: schemaName, Name: table, Kind: ast.Table}
		u := &ir.Unit{
			Kind: kind, Name: name, Doc: doc, Table: rel,
			Ignore: ir.Ignorable, Key: pgname.SettingKey(schemaName, table, name),
			Triggers: []*ir.Trigger{{Name: name, Table: rel, Violation: &ir.Violation{SQLState: "23514"}}},
		}
		p.Units = append(p.Units, u)
		return u
	}
	const odd, weird = "Odd Schema", `we"ird 100%`

	unit(odd, weird, "no delete", "protect", "refuses DELETE")
	unit(odd, weird, "Late", "assert", "refuses negative numbers").Triggers[0].Deferrable = true
	unit("public", "notes", "no_delete", "protect", "refuses DELETE")

	role := unit("public", "posts", "admin_only", "protect", "refuses to change slug")
	role.Ignore, role.Role = ir.ByRole, "pg_monitor"
	unit("public", "posts", "no_delete", "protect", "refuses DELETE")
	never := unit("public", "posts", "no_truncate", "protect", "refuses TRUNCATE")
	never.Ignore, never.Key = ir.NotIgnorable, ""
	unit("public", "posts", "no_update", "protect", "refuses to change title")
	owned := unit("public", "posts", "owned", "assert", "refuses posts without an owner")
	owned.Triggers[0].Deferrable = true
	twin := unit("public", "posts", "slug_fixed", "readonly", "refuses to change slug, and to insert it empty")
	twin.Triggers = append(twin.Triggers, &ir.Trigger{Name: "slug_fixed_insert", Violation: &ir.Violation{SQLState: "23502"}})
	unit("public", "posts", "touch_updated", "touch", "sets updated_at").Triggers[0].Violation = nil
	unit("public", "posts", "checked", "trigger", "runs posts_checked()").Triggers[0].Violation.SQLState = ""

	unit("public", "posts", "status_flow", "fsm", "allows these changes of status").Machine = &ir.Machine{
		Column: &schema.Column{Name: "status"},
		States: []string{"draft", "published", "archived"},
		Transitions: []ir.Transition{
			{FromNull: true, To: "draft"},
			{From: "draft", To: "published"},
			{From: "published", ToNull: true},
			{FromAny: true, To: "archived"},
		},
		Initial: []string{"draft"},
	}
	unit("public", "posts", "rank_flow", "fsm", "allows these changes of rank").Machine = &ir.Machine{
		Column: &schema.Column{Name: "rank"}, Integer: true, InitialNull: true,
		States:      []string{"0", "1"},
		Transitions: []ir.Transition{{From: "0", To: "1"}},
	}
	return &p
}

func TestCurrent(t *testing.T) {
	outputs, err := codegen.Go(program(), config.Go{Out: ".", Package: "gen", Driver: "pgx/v5"})
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]bool{"gen_test.go": true}
	for _, o := range outputs {
		want[o.Path] = true
		if got, err := os.ReadFile(o.Path); err == nil && bytes.Equal(got, o.Data) {
			continue
		}
		t.Errorf("%s is not what the generator writes; run this test with -update", o.Path)
		if *update {
			if err := os.WriteFile(o.Path, o.Data, 0o666); err != nil {
				t.Error(err)
			}
		}
	}
	files, err := filepath.Glob("*")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if !want[f] {
			t.Errorf("%s is not of the generator", f)
		}
	}
}
