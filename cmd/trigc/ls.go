package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"github.com/spf13/pflag"

	"github.com/trigc/trigc/internal/live"
)

func lsCommand() *command {
	return &command{
		name: "ls", args: "[flags] [[SCHEMA.]TABLE.TRIGGER...]",
		short: "list the triggers, and how each stands on the server",
		long: `Ls lists the triggers that the schema declares and how each stands on the server:

  installed        as declared
  missing          not there, or without its table
  outdated         installed from another version of the schema
  altered          not what its mark says: somebody changed it by hand
  disabled         fires in no session
  firing           fires in other sessions than declared (ENABLE ALWAYS, REPLICA)
  orphaned         carries trigc's mark, and is not declared any more
  shadowed         another trigger of the table executes its function, too
  partition-only   a partition has it, but the partitioned table has not
  unmarked         somebody else made a trigger of its name
  superseded       django-pgtrigger's trigger of its name is still there

Without a server it lists what is declared. Arguments choose triggers; * and ?
stand for any characters.

Exit code: 0, whatever the states are; 2 if there is trouble.

Examples:
  trigc ls                                what is declared, or how it stands
  trigc ls --dsn postgres:///shop         on this server
  trigc ls 'posts.*' --format json`,
		setup: func(t *trigc, flags *pflag.FlagSet) func([]string) (int, error) {
			var f liveFlags
			f.define(flags)
			return func(args []string) (int, error) { return t.look("ls", &f, args) }
		},
	}
}

func verifyCommand() *command {
	return &command{
		name: "verify", args: "[flags] [[SCHEMA.]TABLE.TRIGGER...]",
		short: "compare the triggers of the server with those declared",
		long: `Verify names each trigger that is not on the server as the schema declares it,
and what about it differs; trigc help ls explains the states. It reads the
catalogs in two queries and takes no lock on a table.

Exit code: 0 if all is as declared, 1 if something differs, 2 if there is
trouble.

Examples:
  trigc verify --dsn "$DATABASE_URL"
  trigc verify --schema 'tenant_*'        a schema for each tenant
  trigc verify 'public.posts.*'`,
		setup: func(t *trigc, flags *pflag.FlagSet) func([]string) (int, error) {
			var f liveFlags
			f.define(flags)
			return func(args []string) (int, error) { return t.look("verify", &f, args) }
		},
	}
}

type (
	liveReport struct {
		Version   int             `json:"version"`
		Triggers  []liveTrigger   `json:"triggers"`
		Tables    []liveTable     `json:"event_tables"`
		Functions []liveFunction  `json:"orphaned_functions"`
		Summary   liveReportCount `json:"summary"`
	}
	liveTrigger struct {
		Database  string        `json:"database,omitempty"`
		Schema    string        `json:"schema"`
		Table     string        `json:"table"`
		Name      string        `json:"name"`
		Directive string        `json:"directive"`
		Kind      string        `json:"kind"`
		States    []liveFinding `json:"states"`
	}
	liveTable struct {
		Database string        `json:"database,omitempty"`
		Schema   string        `json:"schema"`
		Table    string        `json:"table"`
		States   []liveFinding `json:"states"`
	}
	liveFunction struct {
		Database string `json:"database,omitempty"`
		Schema   string `json:"schema"`
		Name     string `json:"name"`
	}
	liveFinding struct {
		State  live.State `json:"state"`
		Detail string     `json:"detail,omitempty"`
	}
	liveReportCount struct {
		Triggers int `json:"triggers"`
		Drift    int `json:"drift"`
	}
)

// look runs ls and verify.
func (t *trigc) look(command string, f *liveFlags, args []string) (int, error) {
	if err := oneOf(command, "format", f.format, "text", "json"); err != nil {
		return 0, err
	}
	chosen, err := parseSelection(command, args)
	if err != nil {
		return 0, err
	}
	ctx, stop := interruptible()
	defer stop()
	sites, err := t.sites(ctx, command, f, command == "verify")
	if errors.Is(err, errMistakes) {
		return exitFound, nil
	} else if err != nil {
		return 0, err
	}
	report := &liveReport{Version: 1, Triggers: []liveTrigger{}, Tables: []liveTable{}, Functions: []liveFunction{}}
	for _, s := range sites {
		if !s.server {
			report.declared(s, chosen)
			continue
		}
		if err := report.look(ctx, s, chosen); err != nil {
			if s.database != "" {
				err = fmt.Errorf("database %q: %w", s.database, err)
			}
			return 0, err
		}
	}
	if err := chosen.unmatched(args); err != nil {
		return 0, err
	}
	for _, tr := range report.Triggers {
		if len(tr.States) > 0 && tr.States[0].State != live.Installed {
			report.Summary.Drift++
		}
	}
	report.Summary.Triggers = len(report.Triggers)
	for _, e := range report.Tables {
		if len(e.States) > 0 && e.States[0].State != live.Installed {
			report.Summary.Drift++
		}
	}
	report.Summary.Drift += len(report.Functions)
	if f.format == "json" {
		err = writeJSON(t.stdout, report)
	} else {
		err = report.text(t.stdout, command == "verify")
	}
	if command == "verify" && report.Summary.Drift > 0 {
		return exitFound, err
	}
	return exitClean, err
}

// declared adds the triggers of a site without a server.
func (r *liveReport) declared(s *site, chosen *selection) {
	choose := chosen.choose()
	for _, p := range s.programs {
		for _, u := range p.Units {
			for _, tr := range u.Triggers {
				as := &live.Trigger{Table: live.Table{Schema: tr.Table.Schema, Name: tr.Table.Name}, Name: tr.Name, Unit: u.Name, Kind: u.Kind}
				if choose == nil || choose(as) {
					r.add(s, as, []liveFinding{})
				}
			}
		}
	}
}

func (r *liveReport) add(s *site, t *live.Trigger, states []liveFinding) {
	r.Triggers = append(r.Triggers, liveTrigger{s.database, t.Table.Schema, t.Table.Name, t.Name, t.Unit, t.Kind, states})
}

func states(list []live.Finding) []liveFinding {
	if len(list) == 0 {
		return []liveFinding{{live.Installed, ""}}
	}
	var out []liveFinding
	for _, f := range list {
		out = append(out, liveFinding{f.State, f.Detail})
	}
	return out
}

// look adds how the triggers of a site stand.
func (r *liveReport) look(ctx context.Context, s *site, chosen *selection) error {
	conn, err := live.Connect(ctx, s.dsn)
	if err != nil {
		return err
	}
	defer conn.Close(ctx)
	snapshot, err := live.Read(ctx, conn, s.wanted...)
	if err != nil {
		return err
	}
	choose := chosen.choose()
	for _, w := range s.wanted {
		for _, t := range snapshot.Triggers(w) {
			if choose == nil || choose(t) {
				r.add(s, t, states(t.Findings))
			}
		}
		if choose != nil {
			continue
		}
		for _, e := range snapshot.EventTables(w) {
			r.Tables = append(r.Tables, liveTable{s.database, e.Schema, e.Name, states(e.Findings)})
		}
		for _, f := range snapshot.OrphanFunctions(w) {
			r.Functions = append(r.Functions, liveFunction{s.database, f.Schema, f.Name})
		}
	}
	return nil
}

// text writes the report for people, with what differs alone if drift is set.
func (r *liveReport) text(w io.Writer, drift bool) error {
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	line := func(database, state, name, kind, detail string) {
		if database != "" {
			name = database + ":" + name
		}
		fmt.Fprintln(table, strings.TrimRight(strings.Join([]string{state, name, kind, detail}, "\t"), "\t"))
	}
	each := func(database, name, kind string, states []liveFinding) {
		if len(states) == 0 {
			line(database, "declared", name, kind, "")
		}
		for _, f := range states {
			if !drift || f.State != live.Installed {
				line(database, string(f.State), name, kind, f.Detail)
			}
		}
	}
	for _, t := range r.Triggers {
		each(t.Database, t.Schema+"."+t.Table+"."+t.Name, t.Kind, t.States)
	}
	for _, e := range r.Tables {
		each(e.Database, e.Schema+"."+e.Table, "event table", e.States)
	}
	for _, f := range r.Functions {
		line(f.Database, string(live.Orphaned), f.Schema+"."+f.Name, "function", "")
	}
	if err := table.Flush(); err != nil {
		return err
	}
	if drift {
		if r.Summary.Drift == 0 {
			_, err := fmt.Fprintf(w, "%s, all as declared\n", plural(r.Summary.Triggers, "trigger"))
			return err
		}
		_, err := fmt.Fprintf(w, "\n%d not as declared\n", r.Summary.Drift)
		return err
	}
	return nil
}
