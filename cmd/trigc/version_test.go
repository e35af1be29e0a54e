package main

import (
	"os"
	"regexp"
	"runtime/debug"
	"strings"
	"testing"
)

func TestPrintVersion(t *testing.T) {
	for _, test := range []struct {
		name string
		info debug.BuildInfo
		want string
	}{
		{"go install", debug.BuildInfo{
			GoVersion: "go1.26.0", Main: debug.Module{Version: "v0.3.0"},
			Deps: []*debug.Module{{Path: "example.com/x", Version: "v9.0.0"}, {Path: grammarModule, Version: "v5.1.0"}},
		}, "trigc v0.3.0\nbuilt with go1.26.0\nPostgres grammar 15 (pg_query_go v5.1.0)\n"},
		{"go build in a checkout", debug.BuildInfo{
			GoVersion: "go1.26.0", Main: debug.Module{Version: "(devel)"},
			Settings: []debug.BuildSetting{{Key: "vcs.revision", Value: "abc"}, {Key: "vcs.time", Value: "2026-01-02T03:04:05Z"}, {Key: "vcs.modified", Value: "true"}},
		}, "trigc (devel)\nrevision abc of 2026-01-02T03:04:05Z, modified\nbuilt with go1.26.0\nPostgres grammar 15\n"},
		{"go test", debug.BuildInfo{GoVersion: "go1.26.0"}, "trigc (devel)\nbuilt with go1.26.0\nPostgres grammar 15\n"},
	} {
		var b strings.Builder
		if err := printVersion(&b, &test.info); err != nil || b.String() != test.want {
			t.Errorf("%s: %v\n%s", test.name, err, b.String())
		}
	}
}

// The parser's major version counts libpg_query's releases; which Postgres
// that is must be looked up again when it changes.
func TestGrammarVersion(t *testing.T) {
	mod, err := os.ReadFile("../../go.mod")
	if err != nil {
		t.Fatal(err)
	}
	found := regexp.MustCompile(`github.com/pganalyze/pg_query_go\S*`).FindAllString(string(mod), -1)
	if len(found) != 1 || found[0] != grammarModule {
		t.Errorf("go.mod has %v, version.go says %s", found, grammarModule)
	}
}
