package main

import (
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/trigc/trigc/internal/sariftest"
)

var updateScripts = flag.Bool("update", false, "rewrite the expectations of the scripts")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"trigc": main})
}

// The scripts run the command as a user does. What it needs of the
// environment is set there and nowhere else.
func TestScript(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "../../testdata/script",
		UpdateScripts:       *updateScripts,
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(env *testscript.Env) error {
			env.Setenv("TERM", "xterm")
			// The search for pgtrigger.toml ends at the root of a repository.
			return os.Mkdir(filepath.Join(env.WorkDir, ".git"), 0o777)
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"exitcode": exitCode, "action": runAction, "blocks": runBlocks, "sarif": validSARIF},
	})
	if *updateScripts {
		t.Error("the expectations are rewritten: look at them, then run without -update")
	}
}

// exitCode runs a command and demands an exit code: exitcode CODE COMMAND…
func exitCode(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exitcode CODE COMMAND...")
	}
	got := "0"
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		var exit interface{ ExitCode() int }
		if !errors.As(err, &exit) {
			ts.Fatalf("%v", err)
		}
		got = strconv.Itoa(exit.ExitCode())
	}
	if got != args[0] {
		ts.Fatalf("exit code %s, want %s", got, args[0])
	}
}

// validSARIF demands that a file is a log as the standard wants it: sarif FILE.
func validSARIF(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: sarif FILE")
	}
	ts.Check(sariftest.Validate([]byte(ts.ReadFile(args[0]))))
}
