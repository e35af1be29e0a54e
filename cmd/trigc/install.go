package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/spf13/pflag"

	"github.com/trigc/trigc/internal/live"
)

// changeFlags are the flags of the commands that change a server.
type changeFlags struct {
	liveFlags
	yes, dryRun, atomic bool
	lockTimeout         time.Duration
	retries             int
}

func (f *changeFlags) define(flags *pflag.FlagSet) {
	f.liveFlags.define(flags)
	flags.BoolVarP(&f.yes, "yes", "y", false, "do not ask")
	flags.BoolVar(&f.dryRun, "dry-run", false, "change nothing, write the SQL")
	flags.BoolVar(&f.atomic, "atomic", false, "one transaction for all, not one for each table; it holds the locks\nof all tables to its end")
	// Less than deadlock_timeout, which is a second by default: in a deadlock it is
	// then trigc that gives way.
	flags.DurationVar(&f.lockTimeout, "lock-timeout", 500*time.Millisecond, "wait at most this `TIME` for a lock, and so make others wait behind\nit no longer; then try again")
	flags.IntVar(&f.retries, "retries", 30, "try a transaction again this `NUMBER` of times")
}

// changing says in the help of a command how it changes a server.
const changing = `
The plan is shown first, with the lock that each step takes. Each table has a
transaction of its own; one that does not get its lock within --lock-timeout is
tried again, after longer and longer pauses. What was interrupted, the next run
completes. Of several runs at once one waits for the other. Arguments choose
triggers; * and ? stand for any characters.
`

// changeCommand returns a command that plans what make returns for the choice.
func changeCommand(name, short, long, examples string, setup func(flags *pflag.FlagSet) func(choose func(*live.Trigger) bool) live.Command) *command {
	return &command{
		name: name, args: "[flags] [[SCHEMA.]TABLE.TRIGGER...]", short: short,
		long: long + changing + "\nExit code: 0 if all is done or there is nothing to do, 1 if the schema has\nmistakes, 2 if there is trouble.\n\nExamples:\n" + examples,
		setup: func(t *trigc, flags *pflag.FlagSet) func([]string) (int, error) {
			var f changeFlags
			f.define(flags)
			command := setup(flags)
			return func(args []string) (int, error) { return t.change(name, &f, command, args) }
		},
	}
}

func installCommand() *command {
	return changeCommand("install", "make the triggers of a server what the schema declares",
		`Install makes what is missing on a server, replaces what differs, and leaves alone
what does not. A new body takes no lock on a table; a new definition takes SHARE
ROW EXCLUSIVE, under which readers go on. Triggers are dropped only where Postgres
knows no other way, and in the transaction that makes them again.

Without arguments it also removes what carries trigc's mark and is not declared
any more. What does not carry the mark is never touched, but for triggers of
django-pgtrigger that a directive of the same name takes over. A trigger that was
disabled on the server stays disabled.
`, `  trigc install --dsn postgres:///shop
  trigc install --dry-run                 the SQL
  trigc install --yes --lock-timeout 100ms
  trigc install --yes --schema 'tenant_*'
  trigc install 'public.posts.*'`,
		func(flags *pflag.FlagSet) func(func(*live.Trigger) bool) live.Command {
			noPrune := flags.Bool("no-prune", false, "leave what is not declared any more")
			takeOver := flags.Bool("take-over", false, "replace triggers and functions of the same name that do not\ncarry the mark")
			return func(choose func(*live.Trigger) bool) live.Command {
				return live.Install(live.InstallOptions{Select: choose, Prune: !*noPrune, TakeOver: *takeOver})
			}
		})
}

func uninstallCommand() *command {
	return changeCommand("uninstall", "remove the triggers from a server",
		`Uninstall removes triggers and their functions from a server. A trigger that the
schema makes and a directive adopted becomes what the schema says. Tables with
events stay. DROP TRIGGER takes ACCESS EXCLUSIVE: readers wait, too.
`, `  trigc uninstall --dsn postgres:///shop
  trigc uninstall posts.no_delete`, plain(live.Uninstall))
}

func pruneCommand() *command {
	return changeCommand("prune", "remove the triggers that are not declared any more",
		`Prune removes the triggers and functions that carry trigc's mark, on tables that
the schema knows, and that it does not declare. DROP TRIGGER takes ACCESS
EXCLUSIVE: readers wait, too.
`, `  trigc prune --dsn postgres:///shop
  trigc prune --dry-run`, plain(live.Prune))
}

func enableCommand() *command {
	return changeCommand("enable", "have triggers of a server fire as declared",
		`Enable has triggers fire in the sessions in which they are declared to, in
partitions too. One that is declared disabled fires by default if an argument
chooses it.
`, `  trigc enable --dsn postgres:///shop posts.no_delete
  trigc enable --yes`, plain(live.Enable))
}

func disableCommand() *command {
	return changeCommand("disable", "have triggers of a server fire no more",
		`Disable has triggers fire in no session, of nobody, until they are enabled again:
trigc install leaves them so. To have them not fire in one transaction, use the
scopes of the generated Go.
`, `  trigc disable --dsn postgres:///shop posts.no_delete
  trigc disable 'public.posts.*' --dry-run`, plain(live.Disable))
}

func plain(command func(func(*live.Trigger) bool) live.Command) func(*pflag.FlagSet) func(func(*live.Trigger) bool) live.Command {
	return func(*pflag.FlagSet) func(func(*live.Trigger) bool) live.Command { return command }
}

// change runs a command that changes servers.
func (t *trigc) change(name string, f *changeFlags, command func(func(*live.Trigger) bool) live.Command, args []string) (int, error) {
	if err := oneOf(name, "format", f.format, "text", "json"); err != nil {
		return 0, err
	}
	if f.lockTimeout <= 0 || f.retries < 0 {
		return 0, &usageError{"--lock-timeout is more than 0, and --retries not less", name}
	}
	chosen, err := parseSelection(name, args)
	if err != nil {
		return 0, err
	}
	ctx, stop := interruptible()
	defer stop()
	sites, err := t.sites(ctx, name, &f.liveFlags, true)
	if errors.Is(err, errMistakes) {
		return exitFound, nil
	} else if err != nil {
		return 0, err
	}
	var jobs []*changeJob
	for _, s := range sites {
		j := &changeJob{site: s, command: command(chosen.choose())}
		if err := j.plan(ctx); err != nil {
			return 0, j.wrap(err)
		}
		jobs = append(jobs, j)
	}
	if err := chosen.unmatched(args); err != nil {
		return 0, err
	}
	return t.carryOut(ctx, name, f, jobs)
}

// A changeJob is what is to be done at one site.
type changeJob struct {
	*site
	command live.Command
	tasks   []live.Task
}

func (j *changeJob) wrap(err error) error {
	if j.database == "" {
		return err
	}
	return fmt.Errorf("database %q: %w", j.database, err)
}

func (j *changeJob) plan(ctx context.Context) error {
	conn, err := live.Connect(ctx, j.dsn)
	if err != nil {
		return err
	}
	defer conn.Close(ctx)
	snapshot, err := live.Read(ctx, conn, j.wanted...)
	if err != nil {
		return err
	}
	for _, w := range j.wanted {
		j.tasks = append(j.tasks, live.Task{Wanted: w, Plan: j.command(snapshot, w)})
	}
	return nil
}

// carryOut shows the plans, asks, and has them carried out.
func (t *trigc) carryOut(ctx context.Context, name string, f *changeFlags, jobs []*changeJob) (int, error) {
	out := t.stdout
	if f.dryRun || f.format == "json" {
		out = t.stderr
	}
	conflicts := 0
	for _, j := range jobs {
		for _, task := range j.tasks {
			for _, c := range task.Plan.Conflicts {
				if j.database != "" {
					c = "database " + j.database + ": " + c
				}
				fmt.Fprintln(t.stderr, "conflict:", c)
				conflicts++
			}
		}
	}
	if conflicts > 0 {
		return 0, fmt.Errorf("%s; nothing was changed", plural(conflicts, "conflict"))
	}
	changes := 0
	for _, j := range jobs {
		n, err := j.show(out, f.dryRun || f.format == "json")
		if err != nil {
			return 0, err
		}
		changes += n
	}
	options := live.Options{LockTimeout: f.lockTimeout, Retries: f.retries, Atomic: f.atomic}
	if f.dryRun {
		if f.format == "json" {
			return exitClean, t.planJSON(jobs, false)
		}
		for _, j := range jobs {
			if j.database != "" && len(jobs) > 1 {
				fmt.Fprintf(t.stdout, "-- database %s\n", j.database)
			}
			if _, err := io.WriteString(t.stdout, live.SQL(j.tasks, options)); err != nil {
				return 0, err
			}
		}
		return exitClean, nil
	}
	if changes == 0 {
		if f.format == "json" {
			return exitClean, t.planJSON(jobs, false)
		}
		_, err := fmt.Fprintln(out, "nothing to do")
		return exitClean, err
	}
	if !f.yes {
		yes, err := t.confirm("Go on?")
		if err != nil {
			return 0, err
		}
		if !yes {
			return 0, errors.New("nothing was changed; --yes goes on without asking")
		}
	}
	for _, j := range jobs {
		if err := j.carryOut(ctx, t.stderr, out, options); err != nil {
			return 0, j.wrap(err)
		}
	}
	if f.format == "json" {
		return exitClean, t.planJSON(jobs, true)
	}
	return exitClean, nil
}

func (j *changeJob) carryOut(ctx context.Context, progress, out io.Writer, options live.Options) error {
	conn, err := live.Connect(ctx, j.dsn)
	if err != nil {
		return err
	}
	defer conn.Close(context.WithoutCancel(ctx))
	steps, tables := 0, 0
	start := time.Now()
	options.Report = func(e live.Event) {
		name := e.Table.String()
		if e.Table == (live.Table{}) {
			name = "functions"
			if options.Atomic {
				name = "all"
			}
		}
		switch {
		case errors.Is(e.Waiting, live.ErrInstalling):
			fmt.Fprintf(progress, "%s: waiting: %v\n", name, e.Waiting)
		case e.Waiting != nil:
			fmt.Fprintf(progress, "%v; trying again (%d of %d)\n", e.Waiting, e.Attempt, options.Retries)
		default:
			steps += len(e.Steps)
			tables++
			fmt.Fprintf(progress, "[%d/%d] %s: %s, %s\n", e.Done, e.Of, name, plural(len(e.Steps), "step"), e.Took.Round(time.Millisecond))
		}
	}
	err = live.Apply(ctx, conn, j.command, j.tasks, options)
	what := "done"
	if err != nil {
		what = "not all is done; run it again to complete it"
	}
	fmt.Fprintf(out, "%s: %s in %s, %s\n", what, plural(steps, "step"), plural(tables, "transaction"), time.Since(start).Round(time.Millisecond))
	return err
}

// manyTasks is the number of plans from which on only the first is shown in
// full: those of tenants are alike.
const manyTasks = 4

// show writes the plans of a site, their notes alone if brief, and returns how
// many changes there are.
func (j *changeJob) show(w io.Writer, brief bool) (changes int, err error) {
	var b strings.Builder
	indent := ""
	if j.database != "" {
		fmt.Fprintf(&b, "database %s\n", j.database)
		indent = "  "
	}
	shown := 0
	for _, task := range j.tasks {
		p := task.Plan
		changes += len(p.Changes)
		for _, n := range p.Notes {
			fmt.Fprintf(&b, "%snote: %s\n", indent, n)
		}
		if brief || len(p.Changes) == 0 {
			continue
		}
		if shown++; shown > 1 && len(j.tasks) >= manyTasks {
			steps := 0
			for _, c := range p.Changes {
				steps += len(c.Steps)
			}
			fmt.Fprintf(&b, "%s%s: %s on %s\n", indent, strings.Join(schemasOf(p), ", "), plural(steps, "step"), plural(len(p.Changes), "table"))
			continue
		}
		for _, c := range p.Changes {
			name := c.Table.String()
			if c.Table == (live.Table{}) {
				name = "functions"
			}
			fmt.Fprintf(&b, "%s%s\n", indent, name)
			for _, s := range c.Steps {
				fmt.Fprintf(&b, "%s  %-60s %s\n", indent, s.What, s.Lock)
			}
		}
	}
	if j.database != "" && changes == 0 {
		return 0, nil
	}
	_, err = io.WriteString(w, b.String())
	return changes, err
}

func schemasOf(p *live.Plan) []string {
	var list []string
	for _, c := range p.Changes {
		if s := c.Table.Schema; s != "" && !slices.Contains(list, s) {
			list = append(list, s)
		}
	}
	return list
}

type (
	planReport struct {
		Version int          `json:"version"`
		Applied bool         `json:"applied"`
		Changes []planChange `json:"changes"`
		Notes   []string     `json:"notes"`
	}
	planChange struct {
		Database string     `json:"database,omitempty"`
		Schema   string     `json:"schema"`
		Table    string     `json:"table"`
		Steps    []planStep `json:"steps"`
	}
	planStep struct {
		What string `json:"what"`
		Lock string `json:"lock,omitempty"`
		SQL  string `json:"sql"`
	}
)

func (t *trigc) planJSON(jobs []*changeJob, applied bool) error {
	r := planReport{Version: 1, Applied: applied, Changes: []planChange{}, Notes: []string{}}
	for _, j := range jobs {
		for _, task := range j.tasks {
			r.Notes = append(r.Notes, task.Plan.Notes...)
			for _, c := range task.Plan.Changes {
				change := planChange{Database: j.database, Schema: c.Table.Schema, Table: c.Table.Name}
				for _, s := range c.Steps {
					change.Steps = append(change.Steps, planStep{s.What, s.Lock.Name(), s.SQL})
				}
				r.Changes = append(r.Changes, change)
			}
		}
	}
	return writeJSON(t.stdout, r)
}
