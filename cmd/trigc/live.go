package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path"
	"slices"
	"strings"
	"syscall"

	"github.com/spf13/pflag"

	"github.com/trigc/trigc/internal/compile"
	"github.com/trigc/trigc/internal/config"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/ir"
	"github.com/trigc/trigc/internal/live"
	"github.com/trigc/trigc/internal/pgname"
)

// liveFlags are the flags of all commands that look at a server.
type liveFlags struct {
	config, dsn, format string
	databases, schemas  []string
}

func (f *liveFlags) define(flags *pflag.FlagSet) {
	flags.StringVarP(&f.config, "config", "f", "", "the configuration is in `FILE` (default: the nearest pgtrigger.toml,\nfrom here up to the root of the repository)")
	flags.StringVar(&f.dsn, "dsn", "", "connect to this `DSN` (default: DATABASE_URL, or what libpq's\nvariables and service file say)")
	flags.StringArrayVar(&f.databases, "database", nil, "only the [[database]] of this `NAME`; repeatable (default: all)")
	flags.StringArrayVar(&f.schemas, "schema", nil, "the tables that the DDL makes in public are in this `SCHEMA`;\nrepeatable, for one of each tenant, and * stands for any name")
	flags.StringVar(&f.format, "format", "text", "write in this `FORMAT`: text or json")
}

// A site is a server, and what is wanted there.
type site struct {
	database string // of the configuration; "" if there is only one
	server   bool   // one is named
	dsn      string // of it; "" is what libpq's variables say
	wanted   []*live.Wanted
	programs []*ir.Program
}

// errMistakes is returned once the mistakes of the schema have been told.
var errMistakes = errors.New("the schema has mistakes")

// sites compiles the schema and returns the servers of the databases. A site
// may be without a server if need is unset.
func (t *trigc) sites(ctx context.Context, command string, f *liveFlags, need bool) ([]*site, error) {
	var r diag.Report
	project, err := t.openProject(f.config, &r)
	if err != nil {
		return nil, err
	}
	if r.HasErrors() {
		if err := diag.Text(t.stderr, t.relocate(r.Sorted(), ""), diag.TextOptions{}); err != nil {
			return nil, err
		}
		return nil, fmt.Errorf("%s has mistakes", t.show(project.file))
	}
	databases, err := chooseDatabases(command, project.databases, f.databases)
	if err != nil {
		return nil, err
	}
	all, list, err := t.compileAll(project.dir, project.dir, databases, nil)
	if err != nil {
		return nil, err
	}
	if list, err = t.applyBaselines(list, baselinesOf(project.dir, databases), nil); err != nil {
		return nil, err
	}
	insist(list, all)
	if found := shown(list); diag.Count(found, diag.Error) > 0 {
		if err := t.formatFindings(t.stderr, "text", false, found, all, t.filesOf(project.dir, all)); err != nil {
			return nil, err
		}
		return nil, errMistakes
	}
	if f.dsn != "" && len(databases) > 1 {
		return nil, &usageError{"--dsn is of one database, and there are several: name it with --database", command}
	}
	var sites []*site
	for i, cfg := range databases {
		s := &site{dsn: f.dsn, server: true}
		if len(project.databases) > 1 {
			s.database = cfg.Name
		}
		if s.dsn == "" {
			if s.dsn, err = t.dsnOf(s.database); err != nil && need {
				return nil, err
			}
			s.server = err == nil
		}
		if err := t.want(ctx, s, project, cfg, all[i], f.schemas); err != nil {
			return nil, err
		}
		sites = append(sites, s)
	}
	return sites, nil
}

// chooseDatabases returns those of the names, or all.
func chooseDatabases(command string, all []config.Config, names []string) ([]config.Config, error) {
	if len(names) == 0 {
		return all, nil
	}
	var chosen []config.Config
	for _, cfg := range all {
		if slices.Contains(names, cfg.Name) {
			chosen = append(chosen, cfg)
		}
	}
	for _, n := range names {
		if !slices.ContainsFunc(all, func(cfg config.Config) bool { return cfg.Name == n }) {
			var known []string
			for _, cfg := range all {
				known = append(known, cfg.Name)
			}
			message := fmt.Sprintf("the configuration has no database %q", n)
			if help := diag.DidYouMean(n, known); help != "" {
				message += "; " + help
			}
			return nil, &usageError{message, command}
		}
	}
	return chosen, nil
}

// libpqVariables are those of which one says that there is a server.
var libpqVariables = []string{"PGHOST", "PGHOSTADDR", "PGSERVICE", "PGDATABASE", "PGPORT", "PGUSER"}

// dsnOf returns the DSN that the environment has for a database of the
// configuration; "" if libpq's variables say it.
func (t *trigc) dsnOf(database string) (string, error) {
	name := "DATABASE_URL"
	if database != "" {
		name += "_" + strings.ToUpper(strings.Map(func(r rune) rune {
			if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' {
				return r
			}
			return '_'
		}, database))
	}
	if dsn := t.getenv(name); dsn != "" {
		return dsn, nil
	}
	if database == "" && slices.ContainsFunc(libpqVariables, func(v string) bool { return t.getenv(v) != "" }) {
		return "", nil
	}
	if database == "" {
		return "", errors.New("no server is named: give --dsn, or set DATABASE_URL or PGHOST and the like")
	}
	return "", fmt.Errorf("no server is named for database %q: set %s, or give --database and --dsn", database, name)
}

// want fills in what is wanted at a site: what the DDL says or, if schemas are
// named, that for each of them.
func (t *trigc) want(ctx context.Context, s *site, project *project, cfg config.Config, result *compile.Result, schemas []string) error {
	home := live.Want(result.Program)
	if len(schemas) == 0 {
		s.programs = []*ir.Program{result.Program}
		s.wanted = []*live.Wanted{home}
		return nil
	}
	names, err := t.schemasLike(ctx, s, schemas)
	if err != nil {
		return err
	}
	root, base := rootOf(project.dir, cfg.Schema)
	cfg.Base = base
	fsys := os.DirFS(root)
	for _, name := range names {
		cfg.Tenant = name
		var r diag.Report // what there is to say was said of the schema as it is written
		result, err := t.compile(fsys, cfg, &r)
		if err != nil {
			return err
		}
		if r.HasErrors() {
			return fmt.Errorf("in schema %q: %w", name, errTenant(r.Sorted()))
		}
		if !moves(result.Program, name) {
			return fmt.Errorf("--schema %q moves nothing: the DDL says itself in which schema each table is", name)
		}
		s.programs = append(s.programs, result.Program)
		s.wanted = append(s.wanted, home.Tenant(result.Program))
	}
	return nil
}

// errTenant returns the first error of a schema that has none where it is
// written: it names public where the tenant's schema is meant.
func errTenant(list []diag.Diagnostic) error {
	for _, d := range list {
		if d.Severity == diag.Error {
			pos := d.Span.Pos()
			return fmt.Errorf("%s:%d:%d: %s", d.Span.Path(), pos.Line, pos.Column, d.Message)
		}
	}
	return nil
}

// moves reports whether a program makes triggers in a schema.
func moves(p *ir.Program, schema string) bool {
	return slices.ContainsFunc(p.Units, func(u *ir.Unit) bool { return u.Table.Schema == schema })
}

// schemasLike returns the schemas that are named, and those of the server that
// match a pattern, each once.
func (t *trigc) schemasLike(ctx context.Context, s *site, patterns []string) ([]string, error) {
	var names []string
	for _, p := range patterns {
		if !strings.ContainsAny(p, "*?[") {
			if !slices.Contains(names, p) {
				names = append(names, p)
			}
			continue
		}
		if !s.server {
			return nil, fmt.Errorf("--schema %q needs a server: %w", p, errors.New("which schemas there are is its to say"))
		}
		conn, err := live.Connect(ctx, s.dsn)
		if err != nil {
			return nil, err
		}
		list, err := live.Schemas(ctx, conn)
		conn.Close(ctx)
		if err != nil {
			return nil, err
		}
		found := false
		for _, n := range list {
			if ok, err := path.Match(p, n); err != nil {
				return nil, fmt.Errorf("--schema %q: %w", p, err)
			} else if ok {
				found = true
				if !slices.Contains(names, n) {
					names = append(names, n)
				}
			}
		}
		if !found {
			return nil, fmt.Errorf("no schema of the server is like %q", p)
		}
	}
	return names, nil
}

// A selection is what the arguments of a command choose.
type selection struct {
	patterns [][]string
	matched  []bool
	others   []string // names of triggers, as patterns have them
}

// parseSelection parses patterns like schema.table.trigger or table.trigger.
func parseSelection(command string, args []string) (*selection, error) {
	s := &selection{matched: make([]bool, len(args))}
	for _, a := range args {
		parts, ok := splitPattern(a)
		if !ok || len(parts) < 2 || len(parts) > 3 {
			return nil, &usageError{fmt.Sprintf("%q is no [SCHEMA.]TABLE.TRIGGER", a), command}
		}
		for _, p := range parts {
			if _, err := path.Match(p, ""); err != nil {
				return nil, &usageError{fmt.Sprintf("%q is no pattern", a), command}
			}
		}
		s.patterns = append(s.patterns, parts)
	}
	return s, nil
}

// splitPattern splits at the dots that stand in no double quotes.
func splitPattern(text string) ([]string, bool) {
	if parts, ok := pgname.Parse(text); ok {
		return parts, true
	}
	if strings.Contains(text, `"`) {
		return nil, false
	}
	return strings.Split(text, "."), true
}

// choose returns the choice of triggers; nil if all are meant.
func (s *selection) choose() func(*live.Trigger) bool {
	if len(s.patterns) == 0 {
		return nil
	}
	return func(t *live.Trigger) bool {
		chosen := false
		for i, p := range s.patterns {
			for _, name := range []string{t.Unit, t.Name} {
				if name == "" {
					continue
				}
				full := []string{t.Table.Schema, t.Table.Name, name}[3-len(p):]
				if matchAll(p, full) {
					s.matched[i], chosen = true, true
				} else if !s.matched[i] {
					s.others = append(s.others, strings.Join(full, "."))
				}
			}
		}
		return chosen
	}
}

func matchAll(patterns, names []string) bool {
	for i, p := range patterns {
		if ok, _ := path.Match(p, names[i]); !ok && p != names[i] {
			return false
		}
	}
	return true
}

// unmatched returns the error of patterns that chose nothing.
func (s *selection) unmatched(args []string) error {
	for i, m := range s.matched {
		if !m {
			message := fmt.Sprintf("there is no trigger %q", args[i])
			if help := diag.DidYouMean(args[i], s.others); help != "" {
				message += "; " + help
			}
			return errors.New(message)
		}
	}
	return nil
}

// interruptible returns a context that ends at the first interrupt, so that the
// transaction under way is undone.
func interruptible() (context.Context, context.CancelFunc) {
	return signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
}

// confirm asks on the terminal, and is answered no if there is none.
func (t *trigc) confirm(question string) (bool, error) {
	f, ok := t.stdin.(*os.File)
	if !ok {
		return false, nil
	}
	if info, err := f.Stat(); err != nil || info.Mode()&os.ModeCharDevice == 0 {
		return false, nil
	}
	fmt.Fprintf(t.stderr, "%s [y/N] ", question)
	line, err := bufio.NewReader(t.stdin).ReadString('\n')
	if err != nil && err != io.EOF {
		return false, err
	}
	answer := strings.ToLower(strings.TrimSpace(line))
	return answer == "y" || answer == "yes", nil
}

func writeJSON(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	return e.Encode(v)
}
