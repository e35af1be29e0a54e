package codegen

import (
	"strings"
	"testing"

	"github.com/trigc/trigc/internal/ir"
)

func TestUses(t *testing.T) {
	for _, test := range []struct {
		when                  string
		body                  []ir.Stmt
		reads, writes, tables string
	}{
		{"OLD.a = 'NEW.x' AND old.\"É.é\" > NEW . b -- NEW.c", nil, `NEW.b, OLD."É.é", OLD.a`, "", ""},
		{"OLD.* IS DISTINCT FROM NEW.*", nil, "NEW, OLD", "", ""},
		{"olden.x = renew.y", nil, "", "", ""},
		{"", []ir.Stmt{ir.If{Cond: "NEW.a", Then: []ir.Stmt{ir.Assign{Column: "b", Value: "OLD.c"}}, Else: []ir.Stmt{ir.Raise{Detail: "NEW.d"}}}, ir.Return{Row: "NEW"}},
			"NEW.a, NEW.d, OLD.c", "NEW.b", ""},
		{"", []ir.Stmt{ir.Exec{SQL: `INSERT INTO s."T" SELECT NEW.a ON CONFLICT (a) DO UPDATE SET a = 1`}}, "NEW.a", "", `s."T"`},
		{"", []ir.Stmt{ir.Exec{SQL: "UPDATE ONLY u SET a = 1"}, ir.Exec{SQL: "DELETE FROM d WHERE 'UPDATE x' = ''"}}, "", "", "d, u"},
		{"", []ir.Stmt{ir.Raw{Text: "BEGIN\n  new.a := OLD.b; NEW.\"C\" = NEW.d;\n  /* NEW.e */ NEW := x;\n  IF NEW.f = 1 THEN RETURN NULL; END IF;\n  RETURN NEW;\nEND"}},
			"NEW.d, NEW.f, OLD.b", `NEW."C", NEW.a`, ""},
	} {
		u := &ir.Unit{Triggers: []*ir.Trigger{{Function: &ir.Function{Own: true, Body: test.body}}}}
		if test.when != "" {
			u.Triggers[0].When = []string{test.when}
		}
		got := Uses(u)
		if r, w, tab := strings.Join(got.Reads, ", "), strings.Join(got.Writes, ", "), strings.Join(got.Tables, ", "); r != test.reads || w != test.writes || tab != test.tables {
			t.Errorf("%q %v: reads %s writes %s tables %s, want %s, %s, %s", test.when, test.body, r, w, tab, test.reads, test.writes, test.tables)
		}
	}
	u := &ir.Unit{Triggers: []*ir.Trigger{{OldTable: "o", NewTable: "n", Function: &ir.Function{}}}}
	if got := strings.Join(Uses(u).Reads, ", "); got != "the new rows of the statement, the old rows of the statement" {
		t.Errorf("reads %s", got)
	}
}
