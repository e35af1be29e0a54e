package main

import (
	"fmt"
	"strings"

	"github.com/spf13/pflag"

	"github.com/trigc/trigc/docs/rules"
	"github.com/trigc/trigc/internal/diag"
)

func explainCommand() *command {
	return &command{
		name: "explain", args: "[flags] [RULE | TABLE.TRIGGER]",
		short: "explain a rule of findings, or a trigger",
		long: `Explain shows the page of a rule: what it means, why, and an example of it and of
how it is right. Without an argument it lists the rules.

Of a trigger of the schema that pgtrigger.toml names, [SCHEMA.]TABLE.TRIGGER, it
shows when the trigger fires, and after and before which others of the table; what
it reads and writes; the lock that installing it takes; and its SQL. A trigger
that is written by hand can be named too, but its function is not looked into.

Examples:
  trigc explain
  trigc explain unknown-column
  trigc explain posts.status_flow
  trigc explain -f db/pgtrigger.toml app.posts.status_flow`,
		setup: setupExplain,
	}
}

func setupExplain(t *trigc, flags *pflag.FlagSet) func([]string) (int, error) {
	file := flags.StringP("config", "f", "", "the configuration is in `FILE` (default: the nearest pgtrigger.toml,\nfrom here up to the root of the repository)")
	return func(args []string) (int, error) {
		switch {
		case len(args) == 0:
			return exitClean, t.listRules()
		case len(args) > 1:
			return 0, &usageError{fmt.Sprintf("explain takes one rule or trigger, but there are %d", len(args)), "explain"}
		case strings.Contains(args[0], "."):
			return t.explainTrigger(*file, args[0])
		}
		page, ok := rules.Page(args[0])
		if !ok {
			message := fmt.Sprintf("there is no rule %q", args[0])
			help := diag.DidYouMean(args[0], ruleNames())
			if help == "" {
				help = "trigc explain lists them; a trigger is TABLE.TRIGGER"
			}
			return 0, &usageError{message + "; " + help, "explain"}
		}
		_, err := fmt.Fprint(t.stdout, page)
		return exitClean, err
	}
}

// listRules writes the rules, each with the first sentence of its page.
func (t *trigc) listRules() error {
	for _, name := range ruleNames() {
		page, _ := rules.Page(name)
		lines := wrap(rules.Short(page), 72)
		if _, err := fmt.Fprintf(t.stdout, "%s\n    %s\n", name, strings.Join(lines, "\n    ")); err != nil {
			return err
		}
	}
	return nil
}

// ruleURI is where the page of a rule is.
const ruleURI = "https://github.com/trigc/trigc/blob/main/docs/rules/"

// ruleTexts returns what SARIF tells of the rules.
func ruleTexts() []diag.Rule {
	var list []diag.Rule
	for _, name := range ruleNames() {
		page, ok := rules.Page(name)
		if !ok {
			continue
		}
		list = append(list, diag.Rule{
			Code: diag.Code(name), Short: rules.Short(page), Help: page, URI: ruleURI + name + ".md",
		})
	}
	return list
}
