package live

import (
	"fmt"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/jackc/pgx/v5"
	"golang.org/x/tools/txtar"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/compile"
	"github.com/trigc/trigc/internal/config"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/ir"
	"github.com/trigc/trigc/internal/live"
	"github.com/trigc/trigc/internal/pgname"
	"github.com/trigc/trigc/internal/pgtest"
)

// TestArchives installs, disables, enables and uninstalls the triggers of each
// schema of testdata/behave and testdata/gen: of each kind, with each clause.
func TestArchives(t *testing.T) {
	var files []string
	for _, dir := range []string{"behave", "gen"} {
		list, err := filepath.Glob("../../../testdata/" + dir + "/*.txtar")
		ok(t, err)
		files = append(files, list...)
	}
	if len(files) < 50 {
		t.Fatalf("there are %d archives", len(files))
	}
	for _, file := range files {
		name := filepath.Base(filepath.Dir(file)) + "/" + strings.TrimSuffix(filepath.Base(file), ".txtar")
		t.Run(name, func(t *testing.T) { archive(t, file) })
	}
}

func archive(t *testing.T, file string) {
	a, err := txtar.ParseFile(file)
	ok(t, err)
	conn := connect(t, pgtest.DB(t))
	exec := func(sql string) {
		t.Helper()
		if _, err := conn.Exec(ctx, sql); err != nil {
			t.Fatalf("%v\n%s", err, sql)
		}
	}
	schema := fstest.MapFS{}
	cfg := config.Config{Postgres: pgtest.Major(t)}
	for _, f := range a.Files {
		switch {
		case f.Name == "since":
			if major, err := strconv.Atoi(strings.TrimSpace(string(f.Data))); err != nil || major > pgtest.Major(t) {
				t.Skipf("it needs Postgres %d", major)
			}
		case f.Name == "roles":
			for _, role := range strings.Fields(string(f.Data)) {
				role = pgname.Quote(role)
				exec("CREATE ROLE " + role)
				t.Cleanup(func() {
					exec("DROP OWNED BY " + role + " CASCADE")
					exec("DROP ROLE " + role)
				})
			}
		}
	}
	for _, f := range a.Files {
		if strings.HasPrefix(f.Name, "schema") {
			schema[f.Name] = &fstest.MapFile{Data: f.Data}
			cfg.Schema = append(cfg.Schema, f.Name)
			exec(string(f.Data))
		}
	}
	var r diag.Report
	result, err := compile.Compile(schema, cfg, &r)
	ok(t, err)
	wanted := live.Want(result.Program)
	do := func(what string, command live.Command, changes bool) {
		t.Helper()
		snapshot, err := live.Read(ctx, conn, wanted)
		ok(t, err)
		plan := command(snapshot, wanted)
		if len(plan.Conflicts) > 0 || changes != (len(plan.Changes) > 0) {
			t.Fatalf("%s: %+v", what, plan)
		}
		ok(t, live.Apply(ctx, conn, command, []live.Task{{Wanted: wanted, Plan: plan}}, live.Options{Atomic: what == "enable"}))
	}
	stand := func() (list []string) {
		t.Helper()
		snapshot, err := live.Read(ctx, conn, wanted)
		ok(t, err)
		for _, tr := range snapshot.Triggers(wanted) {
			for _, f := range tr.Findings {
				list = append(list, fmt.Sprintf("%s %s.%s %s", f.State, tr.Table, tr.Name, f.Detail))
			}
		}
		for _, e := range snapshot.EventTables(wanted) {
			for _, f := range e.Findings {
				list = append(list, fmt.Sprintf("%s %s %s", f.State, e.Table, f.Detail))
			}
		}
		for _, f := range snapshot.OrphanFunctions(wanted) {
			list = append(list, "orphaned "+f.Name)
		}
		return list
	}
	clean := func(after string) {
		t.Helper()
		if list := stand(); len(list) > 0 {
			t.Errorf("after %s:\n\t%s", after, strings.Join(list, "\n\t"))
		}
	}
	installing := live.Install(live.InstallOptions{Prune: true})
	before := triggersOf(t, conn)
	do("install", installing, true)
	clean("install")
	do("install again", installing, false)
	views := onViews(result.Program)
	do("disable", live.Disable(nil), !views)
	for _, s := range stand() {
		if !strings.HasPrefix(s, "disabled ") {
			t.Errorf("after disable: %s", s)
		}
	}
	do("install after disable", installing, false)
	do("enable", live.Enable(nil), !views)
	clean("enable")
	do("uninstall", live.Uninstall(nil), true)
	if after := triggersOf(t, conn); after != before {
		t.Errorf("uninstall leaves\n%s\nof\n%s", after, before)
	}
	do("uninstall again", live.Uninstall(nil), false)
	do("install once more", installing, true)
	clean("all")
}

// onViews reports whether all triggers are on views, where none can be disabled.
func onViews(p *ir.Program) bool {
	for _, u := range p.Units {
		for _, t := range u.Triggers {
			if t.Table.Kind != ast.View {
				return false
			}
		}
	}
	return true
}

// triggersOf returns the triggers and trigger functions of a database.
func triggersOf(t *testing.T, conn *pgx.Conn) string {
	t.Helper()
	rows, err := conn.Query(ctx, `
		SELECT concat_ws(' ', pg_get_triggerdef(oid), obj_description(oid, 'pg_trigger'), tgenabled::text) FROM pg_trigger WHERE NOT tgisinternal
		UNION ALL
		SELECT oid::regprocedure::text FROM pg_proc WHERE prorettype = 'trigger'::regtype AND pronamespace <> 'pg_catalog'::regnamespace
		ORDER BY 1`)
	ok(t, err)
	list, err := pgx.CollectRows(rows, pgx.RowTo[string])
	ok(t, err)
	return strings.Join(list, "\n")
}
