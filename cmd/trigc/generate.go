package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/rogpeppe/go-internal/diff"
	"github.com/spf13/pflag"

	"github.com/trigc/trigc/codegen"
	"github.com/trigc/trigc/internal/compile"
	"github.com/trigc/trigc/internal/config"
	"github.com/trigc/trigc/internal/diag"
)

func generateCommand() *command {
	return &command{
		name: "generate", args: "[flags]",
		short: "write the install SQL and the Go of pgtrigger.toml",
		long: `Generate compiles the schema that pgtrigger.toml names and writes the outputs it
names. It writes all of them or, after a mistake, none; files that would not
change are not touched. What changed is said on standard output, mistakes on
standard error.

Findings are silenced as in trigc vet, but an error in a directive cannot be:
what does not compile cannot be written.

Files that no longer come out are removed from the directory of the Go package
if they say that trigc generated them. A file that does not say so is never
overwritten or removed.

Exit code: 0 if all is written, 1 if the schema has mistakes or, with --check,
the outputs are not as they should be, 2 if there is trouble.

Examples:
  trigc generate                 write what changed
  trigc generate --check         in CI: are the outputs up to date?
  trigc generate --dry-run -v    show what would change
  trigc generate -f db/pgtrigger.toml`,
		setup: setupGenerate,
	}
}

type generateFlags struct {
	check, dryRun, verbose bool
	config, format, output string
	color                  *string
}

func setupGenerate(t *trigc, flags *pflag.FlagSet) func([]string) (int, error) {
	var f generateFlags
	flags.BoolVar(&f.check, "check", false, "write nothing, list what is stale, missing or extra; exit 1 if there is any")
	flags.BoolVar(&f.dryRun, "dry-run", false, "write nothing, list what would be written")
	flags.BoolVarP(&f.verbose, "verbose", "v", false, "show the changes as diffs too")
	flags.StringVarP(&f.config, "config", "f", "", "the configuration is in `FILE` (default: the nearest pgtrigger.toml,\nfrom here up to the root of the repository)")
	flags.StringVar(&f.format, "format", "text", "write the findings in this `FORMAT`: text, json, jsonl, sarif,\ngithub, gitlab or junit")
	flags.StringVarP(&f.output, "output", "o", "", "write the findings to `FILE` (default: standard error)")
	f.color = colorFlag(flags)
	return func(args []string) (int, error) {
		if err := noArgs("generate", args); err != nil {
			return 0, err
		}
		if err := oneOf("generate", "format", f.format, formats...); err != nil {
			return 0, err
		}
		if f.check && f.dryRun {
			return 0, &usageError{"--check and --dry-run exclude each other", "generate"}
		}
		return t.generate(f)
	}
}

func (t *trigc) generate(f generateFlags) (int, error) {
	var file bytes.Buffer
	out := t.stderr
	if isFile(f.output) {
		out = &file
	}
	color, err := t.useColor(*f.color, out)
	if err != nil {
		return 0, &usageError{err.Error(), "generate"}
	}

	var r diag.Report
	project, err := t.openProject(f.config, &r)
	if err != nil {
		return 0, err
	}
	if r.HasErrors() {
		return exitTrouble, diag.Text(t.stderr, t.relocate(r.Sorted(), ""), diag.TextOptions{Color: color})
	}
	writes := func(cfg config.Config) bool { return cfg.Go.Out != "" || cfg.SQL != config.SQL{} }
	if !slices.ContainsFunc(project.databases, writes) {
		return 0, fmt.Errorf("%s says of no output where it goes: it needs [sql] or [go]; see trigc help config", t.show(project.file))
	}
	all, list, err := t.compileAll(project.dir, project.dir, project.databases, nil)
	if err != nil {
		return 0, err
	}
	if list, err = t.applyBaselines(list, baselinesOf(project.dir, project.databases), nil); err != nil {
		return 0, err
	}
	insist(list, all)
	found := shown(list)
	if err := t.formatFindings(out, f.format, color, found, all, t.filesOf(project.dir, all)); err != nil {
		return 0, err
	}
	if isFile(f.output) {
		if err := t.writeReport(f.output, file.Bytes()); err != nil {
			return 0, err
		}
	}
	if diag.Count(found, diag.Error) > 0 {
		_, err := fmt.Fprintf(t.stderr, "\ntrigc: %s; nothing was written\n", countText(found))
		return exitOf(found, diag.Error), err
	}
	for i, result := range all {
		// Errors that are silenced stop nothing.
		if result.Outputs == nil && result.Program != nil {
			if result.Outputs, err = codegen.Render(result.Program, project.databases[i]); err != nil {
				return 0, err
			}
		}
	}

	changes, err := t.changesOf(project, all)
	if err != nil {
		return 0, err
	}
	switch {
	case f.check:
		if err := t.list(changes, f.verbose, checkWords); err != nil {
			return 0, err
		}
		if len(changes) > 0 {
			return exitFound, nil
		}
		return exitClean, nil
	case f.dryRun:
		return exitClean, t.list(changes, f.verbose, dryRunWords)
	}
	if err := write(changes); err != nil {
		return 0, fmt.Errorf("%w; nothing was written", err)
	}
	return exitClean, t.list(changes, f.verbose, writeWords)
}

// What is said of a file that is made, changed or removed.
var (
	writeWords  = map[action]string{create: "created", update: "updated", remove: "removed"}
	dryRunWords = map[action]string{create: "would create", update: "would update", remove: "would remove"}
	checkWords  = map[action]string{create: "missing", update: "stale", remove: "extra"}
)

// list says on standard output which files change, and with diffs also how.
func (t *trigc) list(changes []change, diffs bool, words map[action]string) error {
	for _, c := range changes {
		if _, err := fmt.Fprintf(t.stdout, "%s: %s\n", words[c.action], t.show(c.path)); err != nil {
			return err
		}
		if !diffs {
			continue
		}
		// The names of a diff are those that patch(1) takes.
		before, after := "a/"+t.show(c.path), "b/"+t.show(c.path)
		if c.action == create {
			before = os.DevNull
		}
		if c.action == remove {
			after = os.DevNull
		}
		if _, err := t.stdout.Write(diff.Diff(before, c.old, after, c.new)); err != nil {
			return err
		}
	}
	return nil
}

// changesOf returns what must change on disk, sorted by path. The error is of
// a file that is in the way, or that cannot be read.
func (t *trigc) changesOf(p *project, all []*compile.Result) ([]change, error) {
	var changes []change
	wanted := map[string]bool{}
	for _, result := range all {
		for _, out := range result.Outputs {
			file := filepath.Join(p.dir, filepath.FromSlash(out.Path))
			if wanted[file] {
				return nil, fmt.Errorf("two outputs go to %s", t.show(file))
			}
			wanted[file] = true
			change, err := t.changeOf(file, out.Data)
			if err != nil {
				return nil, err
			}
			if change != nil {
				changes = append(changes, *change)
			}
		}
	}
	for _, cfg := range p.databases {
		if cfg.Go.Out == "" {
			continue
		}
		extra, err := extraFiles(filepath.Join(p.dir, filepath.FromSlash(cfg.Go.Out)), wanted)
		if err != nil {
			return nil, err
		}
		changes = append(changes, extra...)
	}
	slices.SortFunc(changes, func(a, b change) int { return strings.Compare(a.path, b.path) })
	return slices.CompactFunc(changes, func(a, b change) bool { return a.path == b.path }), nil
}

// changeOf returns what must change for a file to hold data; nil if nothing.
func (t *trigc) changeOf(file string, data []byte) (*change, error) {
	c := &change{path: file, action: update, new: data}
	info, err := os.Stat(file)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		c.action, c.mode = create, 0o644
		return c, nil
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular():
		return nil, fmt.Errorf("%s is in the way: it is not a file", t.show(file))
	}
	c.mode = info.Mode().Perm()
	if c.old, err = os.ReadFile(file); err != nil {
		return nil, err
	}
	switch {
	case string(c.old) == string(data):
		return nil, nil
	case len(c.old) > 0 && !isGenerated(c.old):
		return nil, fmt.Errorf("%s is not generated by trigc, so it is not overwritten; remove it, or write elsewhere", t.show(file))
	}
	return c, nil
}

// extraFiles returns the removal of the files of a directory that trigc
// generated and that are not wanted any more.
func extraFiles(dir string, wanted map[string]bool) ([]change, error) {
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	} else if err != nil {
		return nil, err
	}
	var changes []change
	for _, e := range entries {
		file := filepath.Join(dir, e.Name())
		if wanted[file] || !e.Type().IsRegular() {
			continue
		}
		switch ok, err := startsGenerated(file); {
		case err != nil:
			return nil, err
		case !ok:
			continue
		}
		info, err := e.Info()
		if err != nil {
			return nil, err
		}
		old, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		changes = append(changes, change{path: file, action: remove, old: old, mode: info.Mode().Perm()})
	}
	return changes, nil
}

// startsGenerated is [isGenerated] of a file, of which it reads the start.
func startsGenerated(file string) (bool, error) {
	f, err := os.Open(file)
	if err != nil {
		return false, err
	}
	defer f.Close()
	head, err := io.ReadAll(io.LimitReader(f, headSize))
	return isGenerated(head), err
}

// headSize is how many bytes the header of a generated file is looked for in,
// and headLines how many lines: a license may stand above it.
const (
	headSize  = 4096
	headLines = 30
)

// generatedLine is the form that Go's tools know, in Go and SQL.
var generatedLine = regexp.MustCompile(`^(//|--) Code generated by trigc\b.* DO NOT EDIT\.$`)

// isGenerated reports whether a file says in its first lines that trigc
// generated it.
func isGenerated(data []byte) bool {
	data = data[:min(len(data), headSize)]
	for i, line := range strings.Split(string(data), "\n") {
		if i == headLines {
			break
		}
		if generatedLine.MatchString(strings.TrimSuffix(line, "\r")) {
			return true
		}
	}
	return false
}
