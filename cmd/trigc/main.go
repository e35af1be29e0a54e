// Trigc compiles Postgres triggers that are declared in comments of a schema's
// DDL to install SQL and Go. See trigc help.
package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"

	"github.com/spf13/pflag"

	"github.com/trigc/trigc/internal/compile"
	"github.com/trigc/trigc/internal/config"
	"github.com/trigc/trigc/internal/diag"
)

// The exit codes, those of diff(1).
const (
	exitClean   = 0
	exitFound   = 1 // findings or differences
	exitTrouble = 2 // usage, configuration, files
)

func main() {
	// A run is short and most of what it makes lives to its end, so collecting
	// often costs more than the memory is worth. GOGC still has its say.
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(400)
	}
	dir, err := os.Getwd()
	if err != nil {
		fmt.Fprintln(os.Stderr, "trigc:", err)
		os.Exit(exitTrouble)
	}
	t := &trigc{
		dir: dir, getenv: os.Getenv,
		stdin: os.Stdin, stdout: os.Stdout, stderr: os.Stderr,
		compile: compile.Compile,
	}
	os.Exit(t.run(os.Args[1:]))
}

// trigc is a run of the command and all that it has of the world but the files.
type trigc struct {
	dir            string // working directory, absolute
	getenv         func(string) string
	stdin          io.Reader
	stdout, stderr io.Writer
	compile        func(fs.FS, config.Config, *diag.Report) (*compile.Result, error)
}

// A command is a subcommand.
type command struct {
	name  string
	args  string // what follows the name in the synopsis
	short string // what it does, for the list of commands
	long  string // more of it, with examples
	// setup defines the flags and returns what runs the command once they are
	// parsed. It returns the exit code, or why there is trouble.
	setup func(t *trigc, flags *pflag.FlagSet) func(args []string) (int, error)
}

// commands are the subcommands in the order of trigc help.
func commands() []*command {
	return []*command{
		generateCommand(), vetCommand(), explainCommand(),
		lsCommand(), verifyCommand(), installCommand(), uninstallCommand(), enableCommand(), disableCommand(), pruneCommand(),
		versionCommand(), helpCommand(),
	}
}

func lookup(name string) *command {
	for _, c := range commands() {
		if c.name == name {
			return c
		}
	}
	return nil
}

// A usageError is a command line that cannot be understood.
type usageError struct {
	message string
	command string // whose help to read; "" for that of trigc
}

func (e *usageError) Error() string { return e.message }

// run does what the arguments say and returns the exit code.
func (t *trigc) run(args []string) (code int) {
	defer func() {
		if p := recover(); p != nil {
			fmt.Fprintf(t.stderr, "trigc: internal error: %v\n\n%s\nThis is a bug of trigc; please report it with the text above.\n", p, debug.Stack())
			code = exitTrouble
		}
	}()
	code, err := t.dispatch(args)
	if err == nil {
		return code
	}
	fmt.Fprintln(t.stderr, "trigc:", err)
	var usage *usageError
	if errors.As(err, &usage) {
		fmt.Fprintf(t.stderr, "Run %q for usage.\n", strings.TrimSpace("trigc help "+usage.command))
	}
	return exitTrouble
}

func (t *trigc) dispatch(args []string) (int, error) {
	if len(args) == 0 {
		printOverview(t.stderr)
		return exitTrouble, nil
	}
	name, args := args[0], args[1:]
	switch name {
	case "-h", "--help":
		name = "help"
	case "--version":
		name = "version"
	}
	c := lookup(name)
	if c == nil {
		message := fmt.Sprintf("there is no command %q", name)
		if strings.HasPrefix(name, "-") {
			message = fmt.Sprintf("there is no flag %q before a command", name)
		}
		var names []string
		for _, c := range commands() {
			names = append(names, c.name)
		}
		if help := diag.DidYouMean(name, names); help != "" {
			message += "; " + help
		}
		return 0, &usageError{message: message}
	}

	flags := newFlagSet(c)
	run := c.setup(t, flags)
	switch err := flags.Parse(args); {
	case errors.Is(err, pflag.ErrHelp):
		printCommand(t.stdout, c)
		return exitClean, nil
	case err != nil:
		return 0, &usageError{flagMessage(err, flags), c.name}
	}
	return run(flags.Args())
}

func newFlagSet(c *command) *pflag.FlagSet {
	flags := pflag.NewFlagSet(c.name, pflag.ContinueOnError)
	flags.SortFlags = false
	flags.SetOutput(io.Discard)
	flags.Usage = func() {} // the caller prints it
	return flags
}

// flagMessage returns what is wrong with a flag, and the nearest that exists.
func flagMessage(err error, flags *pflag.FlagSet) string {
	var unknown *pflag.NotExistError
	if !errors.As(err, &unknown) {
		return err.Error()
	}
	if unknown.GetSpecifiedShortnames() != "" {
		return fmt.Sprintf("there is no flag -%s", unknown.GetSpecifiedName())
	}
	message := fmt.Sprintf("there is no flag --%s", unknown.GetSpecifiedName())
	var names []string
	flags.VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
	if n := diag.Nearest(unknown.GetSpecifiedName(), names); n != "" {
		message += fmt.Sprintf("; did you mean --%s?", n)
	}
	return message
}

// noArgs returns the usage error of arguments where there are none.
func noArgs(command string, args []string) error {
	if len(args) > 0 {
		return &usageError{fmt.Sprintf("%s takes no arguments, but there is %q", command, args[0]), command}
	}
	return nil
}

// abs returns a path of the command line as an absolute one.
func (t *trigc) abs(path string) string {
	if filepath.IsAbs(path) {
		return filepath.Clean(path)
	}
	return filepath.Join(t.dir, path)
}

// show returns a path as the user sees it: relative to where he is, with
// slashes.
func (t *trigc) show(path string) string {
	if rel, err := filepath.Rel(t.dir, path); err == nil {
		path = rel
	}
	return filepath.ToSlash(path)
}
