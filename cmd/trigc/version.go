package main

import (
	"fmt"
	"io"
	"runtime/debug"

	"github.com/spf13/pflag"
)

func versionCommand() *command {
	return &command{
		name:  "version",
		short: "say which version of trigc this is",
		long: `Version says the version of trigc, the revision it was built from, the Go it was
built with, and the Postgres whose grammar it reads the schema with.`,
		setup: func(t *trigc, _ *pflag.FlagSet) func([]string) (int, error) {
			return func(args []string) (int, error) {
				if err := noArgs("version", args); err != nil {
					return 0, err
				}
				info, ok := debug.ReadBuildInfo()
				if !ok {
					return 0, fmt.Errorf("trigc was built without build information")
				}
				return exitClean, printVersion(t.stdout, info)
			}
		},
	}
}

// The parser is Postgres's own, of a major version: newer syntax is not read.
const (
	grammarModule  = "github.com/pganalyze/pg_query_go/v5"
	grammarVersion = 15
)

func printVersion(w io.Writer, info *debug.BuildInfo) error {
	setting := map[string]string{}
	for _, s := range info.Settings {
		setting[s.Key] = s.Value
	}
	version := info.Main.Version
	if version == "" {
		version = "(devel)"
	}
	text := fmt.Sprintf("trigc %s\n", version)
	if rev := setting["vcs.revision"]; rev != "" {
		text += "revision " + rev
		if at := setting["vcs.time"]; at != "" {
			text += " of " + at
		}
		if setting["vcs.modified"] == "true" {
			text += ", modified"
		}
		text += "\n"
	}
	text += fmt.Sprintf("built with %s\nPostgres grammar %d", info.GoVersion, grammarVersion)
	for _, dep := range info.Deps {
		if dep.Path == grammarModule {
			text += fmt.Sprintf(" (pg_query_go %s)", dep.Version)
		}
	}
	_, err := fmt.Fprintln(w, text)
	return err
}

// moduleVersion returns the version of trigc, "" if it was built from a work
// tree.
func moduleVersion() string {
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "(devel)" {
		return info.Main.Version
	}
	return ""
}
