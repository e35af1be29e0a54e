package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	slashpath "path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/compile"
	"github.com/trigc/trigc/internal/config"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/ir"
)

func vetCommand() *command {
	return &command{
		name: "vet", args: "[flags] [PATH...]",
		short: "check the schema, its directives and hand-written triggers",
		long: `Vet makes all checks and writes nothing but its findings: on standard output, or
to the file of --output. A summary for people goes to standard error.

Without a PATH it checks what the nearest pgtrigger.toml names. With PATHs, it
checks these and needs no configuration: files, directories, quoted patterns
like 'db/**/*.sql', DIR/... for all SQL below a directory, and - for standard
input. The files are one schema. --config then gives the rules' severities.

Findings can be silenced: by rule and by file in the configuration, by a comment
at the place, or by a baseline of those that were there before; see trigc help
findings. --new-from shows only those on lines that changed since a revision of
git. --fix mends what can be mended without doubt, in all files or none, and
--diff shows how.

Exit code: 0 if there are no findings as bad as --fail-on says and --diff has
nothing to show, 1 if there are, 2 if there is trouble.

Examples:
  trigc vet
  trigc vet schema.sql
  trigc vet --postgres 17 ./...
  trigc vet --format json -o findings.json
  trigc vet --fail-on warning 'db/*.sql'
  trigc vet --write-baseline trigc-baseline.json
  trigc vet --new-from main
  trigc vet --fix --diff
  pg_dump -s mydb | trigc vet - --stdin-filename mydb.sql`,
		setup: setupVet,
	}
}

type vetFlags struct {
	format, output, config, stdinFile, failOn string
	baseline, writeBaseline, newFrom          string
	fix, diff                                 bool
	postgres                                  int
	color                                     *string
}

func setupVet(t *trigc, flags *pflag.FlagSet) func([]string) (int, error) {
	var f vetFlags
	flags.StringVar(&f.format, "format", "text", "write the findings in this `FORMAT`: text, json, jsonl, sarif,\ngithub, gitlab or junit")
	flags.StringVarP(&f.output, "output", "o", "", "write the findings to `FILE`, - for standard output")
	flags.StringVarP(&f.config, "config", "f", "", "the configuration is in `FILE` (default: the nearest pgtrigger.toml,\nfrom here up to the root of the repository)")
	flags.IntVar(&f.postgres, "postgres", 0, fmt.Sprintf("the major `VERSION` of Postgres, %d to %d (default: the\nconfiguration's, or %d)", config.MinPostgres, config.MaxPostgres, config.DefaultPostgres))
	flags.StringVar(&f.failOn, "fail-on", "error", "exit 1 if there are findings of this `SEVERITY` or worse: error,\nwarning, note or never")
	flags.StringVar(&f.baseline, "baseline", "", "leave out what `FILE` knows (default: the configuration's)")
	flags.StringVar(&f.writeBaseline, "write-baseline", "", "write what is found to `FILE`, as known from now on")
	flags.StringVar(&f.newFrom, "new-from", "", "show only findings on lines that changed since this `REVISION`\nof git")
	flags.BoolVar(&f.fix, "fix", false, "mend what can be mended without doubt")
	flags.BoolVar(&f.diff, "diff", false, "with --fix: write nothing, show what would change; exit 1 if\nanything would")
	flags.StringVar(&f.stdinFile, "stdin-filename", "", "the `PATH` to show for standard input")
	f.color = colorFlag(flags)
	return func(args []string) (int, error) {
		if err := f.check(flags, args); err != nil {
			return 0, err
		}
		return t.vet(f, args)
	}
}

// check returns what is wrong with the flags.
func (f *vetFlags) check(flags *pflag.FlagSet, args []string) error {
	if err := oneOf("vet", "format", f.format, formats...); err != nil {
		return err
	}
	if err := oneOf("vet", "fail-on", f.failOn, append(slices.Clone(severityNames), "never")...); err != nil {
		return err
	}
	for _, name := range []string{"baseline", "write-baseline", "new-from"} {
		if flags.Changed(name) && flags.Lookup(name).Value.String() == "" {
			return &usageError{fmt.Sprintf("--%s is empty", name), "vet"}
		}
	}
	switch {
	case f.diff && !f.fix:
		return &usageError{"--diff goes with --fix", "vet"}
	case f.fix && f.writeBaseline != "":
		return &usageError{"--fix and --write-baseline exclude each other", "vet"}
	case f.newFrom != "" && f.writeBaseline != "":
		return &usageError{"--new-from and --write-baseline exclude each other: a baseline has all findings", "vet"}
	case f.fix && !f.diff && slices.Contains(args, "-"):
		return &usageError{"--fix cannot change standard input; --fix --diff shows what it would", "vet"}
	}
	if flags.Changed("postgres") && (f.postgres < config.MinPostgres || f.postgres > config.MaxPostgres) {
		return &usageError{fmt.Sprintf("--postgres is from %d to %d, not %d", config.MinPostgres, config.MaxPostgres, f.postgres), "vet"}
	}
	stdin := 0
	for _, a := range args {
		switch a {
		case "":
			return &usageError{"a PATH is empty", "vet"}
		case "-":
			stdin++
		}
	}
	if stdin > 1 {
		return &usageError{"standard input can be read only once", "vet"}
	}
	if flags.Changed("stdin-filename") {
		if stdin == 0 {
			return &usageError{"--stdin-filename is for standard input: name it with the path -", "vet"}
		}
		if f.stdinFile == "" {
			return &usageError{"--stdin-filename is empty", "vet"}
		}
	}
	return nil
}

func (t *trigc) vet(f vetFlags, args []string) (int, error) {
	var file bytes.Buffer
	out := t.stdout
	if isFile(f.output) {
		out = &file
	}
	color, err := t.useColor(*f.color, out)
	if err != nil {
		return 0, &usageError{err.Error(), "vet"}
	}

	var r diag.Report
	in, err := t.vetInput(f, args, &r)
	if err != nil {
		return 0, err
	}
	if r.HasErrors() {
		color, _ := t.useColor(*f.color, t.stderr)
		return exitTrouble, diag.Text(t.stderr, t.relocate(r.Sorted(), ""), diag.TextOptions{Color: color})
	}
	look := func(overlay map[string][]byte) ([]*compile.Result, []verdict, error) {
		all, list, err := t.compileAll(in.dir, in.home, in.databases, overlay)
		if err != nil || f.writeBaseline != "" {
			return all, list, err
		}
		baselines := baselinesOf(in.home, in.databases)
		if f.baseline != "" {
			baselines = []string{t.abs(f.baseline)}
		}
		var looked []string
		if len(args) > 0 {
			looked = t.filesOf(in.dir, all)
		}
		if list, err = t.applyBaselines(list, baselines, looked); err == nil && f.newFrom != "" {
			err = t.applyNewFrom(list, f.newFrom)
		}
		return all, list, err
	}
	if f.fix {
		fixed, err := t.fix(look, in.overlay, f.newFrom == "")
		if err != nil {
			return 0, err
		}
		if f.diff {
			return t.showFixed(fixed)
		}
		if err := t.writeFixed(fixed); err != nil {
			return 0, err
		}
	}
	all, list, err := look(in.overlay)
	if err != nil {
		return 0, err
	}
	found := shown(list)
	if f.writeBaseline != "" {
		if code := exitOf(found, 0); code != exitClean {
			return code, diag.Text(t.stderr, found, diag.TextOptions{})
		}
		return t.writeBaseline(f.writeBaseline, found)
	}

	if err := t.formatFindings(out, f.format, color, found, all, t.filesOf(in.dir, all)); err != nil {
		return 0, err
	}
	if isFile(f.output) {
		if err := t.writeReport(f.output, file.Bytes()); err != nil {
			return 0, err
		}
	}
	summary := summaryOf(all)
	_, err = fmt.Fprintf(t.stderr, "%s, %s, %s: %s\n", plural(summary.Files, "file"),
		plural(summary.Tables, "table"), plural(summary.Triggers, "trigger"), countText(found))
	if err != nil {
		return 0, err
	}
	return exitOf(found, severityOf(f.failOn)), nil
}

// writeReport writes the file of --output.
func (t *trigc) writeReport(name string, data []byte) error {
	c := change{path: t.abs(name), action: create, new: data, mode: 0o644}
	info, err := os.Stat(c.path)
	if err != nil {
		return write([]change{c})
	}
	if !info.Mode().IsRegular() { // a device or pipe cannot be replaced
		return os.WriteFile(c.path, data, 0)
	}
	c.action, c.mode = update, info.Mode().Perm()
	if c.old, err = os.ReadFile(c.path); err != nil {
		return err
	}
	return write([]change{c})
}

// An input is what is to be checked.
type input struct {
	dir       string // what the paths of schemas are relative to
	home      string // what other paths of the configuration are relative to
	databases []config.Config
	overlay   map[string][]byte // files that stand for others, by absolute path
}

// vetInput returns what is to be checked.
func (t *trigc) vetInput(f vetFlags, paths []string, r *diag.Report) (input, error) {
	in := input{dir: t.dir, home: t.dir, databases: []config.Config{{Postgres: config.DefaultPostgres}}}
	if len(paths) == 0 || f.config != "" {
		project, err := t.openProject(f.config, r)
		if err != nil {
			if f.config == "" {
				err = fmt.Errorf("%w, or name the files of the schema", err)
			}
			return in, err
		}
		in.dir, in.home, in.databases = project.dir, project.dir, project.databases
	}
	if f.postgres != 0 {
		for i := range in.databases {
			in.databases[i].Postgres = f.postgres
		}
	}
	if len(paths) == 0 || r.HasErrors() {
		return in, nil
	}

	if len(in.databases) > 1 {
		return in, &usageError{fmt.Sprintf("%s has %d databases: which of them the PATHs are of cannot be told", f.config, len(in.databases)), "vet"}
	}
	in.dir = t.dir
	cfg := &in.databases[0]
	*cfg = config.Config{Postgres: cfg.Postgres, Vet: cfg.Vet, Policies: cfg.Policies}
	for _, p := range paths {
		if p == "-" {
			data, err := io.ReadAll(t.stdin)
			if err != nil {
				return in, fmt.Errorf("standard input: %w", err)
			}
			p = stdinName
			if f.stdinFile != "" {
				p = f.stdinFile
			}
			in.overlay = map[string][]byte{t.abs(p): data}
		}
		entry, err := t.schemaEntry(p)
		if err != nil {
			return in, err
		}
		cfg.Schema = append(cfg.Schema, entry)
	}
	return in, nil
}

// literal makes a pattern of a path that means the path only.
var literal = strings.NewReplacer(`\`, `\\`, "*", `\*`, "?", `\?`, "[", `\[`, "]", `\]`, "{", `\{`, "}", `\}`)

// schemaEntry returns the entry of a configuration's schema that a PATH means,
// relative to the working directory.
func (t *trigc) schemaEntry(path string) (string, error) {
	if filepath.IsAbs(path) {
		rel, err := filepath.Rel(t.dir, path)
		if err != nil {
			return "", fmt.Errorf("%s: %w", path, err)
		}
		path = rel
	}
	path = slashpath.Clean(filepath.ToSlash(path))
	if dir, ok := strings.CutSuffix("/"+path, "/..."); ok {
		path = slashpath.Join(".", literal.Replace(strings.TrimPrefix(dir, "/")), "**/*.sql")
	}
	return path, nil
}

// summaryOf counts what was compiled. Files that databases share count once.
func summaryOf(all []*compile.Result) diag.Summary {
	var s diag.Summary
	files := map[string]bool{}
	for _, c := range all {
		for _, f := range c.Files {
			files[f.Path()] = true
		}
		if c.Program == nil {
			continue
		}
		for _, u := range c.Program.Units {
			// An adopted trigger counts as the statement's.
			if !slices.ContainsFunc(u.Triggers, func(t *ir.Trigger) bool { return t.Adopted }) {
				s.Triggers++
			}
		}
		s.Triggers += c.Program.Failed
		if c.Program.DB == nil {
			continue
		}
		for _, rel := range c.Program.DB.Relations() {
			if rel.Kind == ast.Table || rel.Kind == ast.PartitionedTable || rel.Kind == ast.ForeignTable {
				s.Tables++
			}
			for _, t := range rel.Triggers {
				if t.Table == rel { // and not its parent, whose partition it is
					s.Triggers++
				}
			}
		}
	}
	s.Files = len(files)
	return s
}
