package e2e

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/trigc/trigc/internal/compile"
	"github.com/trigc/trigc/internal/config"
	"github.com/trigc/trigc/internal/diag"
)

// ambiguous are cases that no reader of the schema can tell from others: of one
// trigger Postgres says one thing for some statements and another for others.
var ambiguous = map[string]string{
	"178_when_wholerow_json_masked":   "the trigger of 175, which fails; here it meets other rows",
	"070_pending_events_lost_by_drop": "what loses the events is among the statements that fire it",
}

// TestDifferential compiles the cases and compares the verdict with the
// server's, which TestCases proves: what Postgres takes, also when it fires, is no error, where both
// refuse, the SQLSTATE is the server's, and what installs and misfires has a
// warning.
func TestDifferential(t *testing.T) {
	t.Parallel()
	agreed := map[string]int{}
	missed := map[string][]string{}
	for _, c := range loadCases(t) {
		if ambiguous[c.name] != "" {
			continue
		}
		sql := "CREATE SCHEMA trigc_case; SET search_path = trigc_case, public;\n"
		for _, p := range c.phases {
			if p.name == "setup" || p.name == "install" {
				sql += p.sql
			}
		}
		for postgres := 14; postgres <= 18; postgres++ {
			var r diag.Report
			cfg := config.Config{Postgres: postgres, Schema: []string{"schema.sql"}}
			if _, err := compile.Compile(fstest.MapFS{"schema.sql": {Data: []byte(sql)}}, cfg, &r); err != nil {
				t.Fatal(err)
			}
			expect := c.header("expect", postgres)
			if strings.HasPrefix(expect, "setup-error ") {
				continue // this version has not what the case is about
			}
			errors := slices.DeleteFunc(r.Sorted(), func(d diag.Diagnostic) bool { return d.Severity != diag.Error })
			warned := slices.ContainsFunc(r.Sorted(), func(d diag.Diagnostic) bool { return d.Severity == diag.Warning })
			verdict := c.header("verdict", postgres)
			if verdict != "reject" {
				for _, d := range errors {
					if verdict == "runtime" && strings.HasPrefix(expect, "fire-error "+d.SQLState+" ") {
						continue // it need not be told, and is right
					}
					t.Errorf("%s: Postgres %d takes it (%s), trigc says %s[%s]: %s", c.name, postgres, expect, d.SQLState, d.Code, d.Message)
				}
			}
			if verdict == "reject" && len(errors) == 0 || verdict == "warn" && !warned {
				missed[c.name] = append(missed[c.name], fmt.Sprint(postgres))
				continue
			}
			agreed[verdict]++
			// Of several mistakes Postgres tells the first that it comes to.
			if state, refused := strings.CutPrefix(expect, "install-error "); refused && verdict == "reject" {
				state, _, _ = strings.Cut(state, " ")
				if !slices.ContainsFunc(errors, func(d diag.Diagnostic) bool { return d.SQLState == state }) {
					t.Errorf("%s: Postgres %d says %s, trigc %s[%s]: %s", c.name, postgres, expect, errors[0].SQLState, errors[0].Code, errors[0].Message)
				}
			}
		}
	}
	t.Logf("verdicts that agree, all versions: %v", agreed)
	for _, name := range slices.Sorted(maps.Keys(missed)) {
		t.Errorf("%s: nothing is said on %s", name, strings.Join(missed[name], ", "))
	}
}
