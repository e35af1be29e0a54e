package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/pflag"

	"github.com/trigc/trigc/analyzer/kind"
	"github.com/trigc/trigc/internal/config"
	"github.com/trigc/trigc/internal/diag"
)

func helpCommand() *command {
	return &command{
		name: "help", args: "[COMMAND or TOPIC]",
		short: "explain a command or a topic",
		long:  `Help explains a command or a topic; without one it lists them.`,
		setup: setupHelp,
	}
}

func setupHelp(t *trigc, _ *pflag.FlagSet) func([]string) (int, error) {
	return func(args []string) (int, error) {
		switch {
		case len(args) == 0:
			return exitClean, printOverview(t.stdout)
		case len(args) > 1:
			return 0, &usageError{fmt.Sprintf("help takes one command or topic, but there are %d", len(args)), "help"}
		}
		if c := lookup(args[0]); c != nil {
			return exitClean, printCommand(t.stdout, c)
		}
		var names []string
		for _, c := range commands() {
			names = append(names, c.name)
		}
		if k := kind.Lookup(args[0]); k != nil {
			_, err := fmt.Fprint(t.stdout, kindText(k))
			return exitClean, err
		}
		for _, topic := range topics() {
			if topic.name == args[0] {
				_, err := fmt.Fprint(t.stdout, topic.text())
				return exitClean, err
			}
			names = append(names, topic.name)
		}
		for _, k := range kind.All {
			names = append(names, k.Name)
		}
		message := fmt.Sprintf("there is no command or topic %q", args[0])
		if help := diag.DidYouMean(args[0], names); help != "" {
			message += "; " + help
		}
		return 0, &usageError{message: message}
	}
}

// printOverview writes what trigc help says.
func printOverview(w io.Writer) error {
	var b strings.Builder
	b.WriteString(`Trigc compiles Postgres triggers that are declared in comments of a schema's DDL
to install SQL and Go.

Usage:
  trigc COMMAND [flags] [arguments]

Commands:
`)
	for _, c := range commands() {
		fmt.Fprintf(&b, "  %-12s %s\n", c.name, c.short)
	}
	b.WriteString("\nTopics:\n")
	for _, t := range topics() {
		fmt.Fprintf(&b, "  %-12s %s\n", t.name, t.short)
	}
	fmt.Fprintf(&b, "  %-12s %s\n", "KIND", "a kind of directive, like touch")
	b.WriteString(`
Run "trigc help COMMAND" or "trigc help TOPIC" for more.
`)
	_, err := io.WriteString(w, b.String())
	return err
}

// printCommand writes the help of a command.
func printCommand(w io.Writer, c *command) error {
	var b strings.Builder
	fmt.Fprintf(&b, "Usage:\n  %s\n\n%s\n", strings.TrimSpace("trigc "+c.name+" "+c.args), c.long)
	flags := newFlagSet(c)
	c.setup(&trigc{}, flags)
	if usages := flags.FlagUsages(); usages != "" {
		fmt.Fprintf(&b, "\nFlags:\n%s", usages)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// A topic is a text of trigc help.
type topic struct {
	name, short string
	text        func() string
}

func topics() []topic {
	return []topic{
		{"directives", "the kinds of directives and their clauses", directivesText},
		{"config", "the configuration file pgtrigger.toml", configText},
		{"findings", "how findings are silenced, fixed and required", findingsText},
		{"output", "streams, exit codes, color and the shape of the JSON", outputText},
	}
}

func directivesText() string {
	var b strings.Builder
	b.WriteString(`A directive is a comment that starts with "pgtrigger:". It goes on over the
comment lines below that are indented by two or more spaces:

  -- pgtrigger: protect no_delete before delete when (OLD.status = 'published')
  CREATE TABLE posts (
    id     bigint PRIMARY KEY,
    status text NOT NULL,
           -- pgtrigger: fsm status_flow
           --   draft -> published
           --   published -> archived
    slug   text NOT NULL   -- pgtrigger: readonly slug_fixed
  );

It belongs to what it stands at: to the column on the line or above, to the
table, view or function below, or to the table after ON.

  directive := kind name [header] [clauses of the kind] [common clauses]
  header    := [BEFORE | AFTER | INSTEAD OF] [event {OR event}] [ON table]
               [FOR EACH ROW | FOR EACH STATEMENT] [REFERENCING ...]
               [DEFERRABLE [INITIALLY DEFERRED]] [WHEN ( condition )]
  common    := MESSAGE 'text' | ERRCODE 'sqlstate' | HINT 'text'
             | NOT IGNORABLE | IGNORABLE BY role
             | ENABLE ALWAYS | ENABLE REPLICA | DISABLE

The kinds:
`)
	for _, k := range kind.All {
		b.WriteString("\n" + kindText(k))
	}
	return b.String()
}

// kindText returns the manual of a kind.
func kindText(k *kind.Kind) string {
	var b strings.Builder
	fmt.Fprintf(&b, "  %s\n", k.Name)
	for _, line := range wrap(k.Doc, 74) {
		fmt.Fprintf(&b, "      %s\n", line)
	}
	if len(k.Params) > 0 {
		b.WriteString("\n")
	}
	for _, p := range k.Params {
		fmt.Fprintf(&b, "      %s\n          %s\n", p, p.Doc)
	}
	for i, line := range strings.Split(k.Example, "\n") {
		mark := "-- pgtrigger: "
		if rest := strings.TrimLeft(line, " "); rest != line {
			mark, line = "--   ", rest
		}
		if i == 0 {
			b.WriteString("\n")
		}
		fmt.Fprintf(&b, "      %s%s\n", mark, line)
	}
	return b.String()
}

func configText() string {
	return fmt.Sprintf(`The configuration is the nearest pgtrigger.toml, from the working directory up to
the root of the repository, or the file of --config. Its paths are relative to
the file and use slashes.

  version  = 1
  postgres = %d                    # %d to %d: what the checks and the SQL are for
  schema   = ["schema/*.sql"]      # files, patterns, a directory of migrations, or
                                   # sqlc.yaml
  schema_format = "auto"           # or how a directory is to be read, see below

  [sql]
  install   = "db/install.sql"
  uninstall = "db/uninstall.sql"

  [go]
  out     = "internal/triggers"    # a directory
  package = "triggers"             # by default the directory's name
  driver  = "pgx/v5"               # or "database/sql"

  [vet]                            # see trigc help findings
  baseline = "trigc-baseline.json"

  [vet.rules]                      # error, warning, note or off
  null-unsafe-comparison = "error"

  [[vet.exclude]]
  path  = "legacy/**"
  rules = ["null-comparison"]      # all if there are none

  [[policy]]                       # what tables must have
  name    = "touched"
  tables  = ["public.*"]           # schema.table, or table in any schema
  except  = ["public.schema_migrations"]
  having  = ["updated_at"]         # columns, each with a type behind it or not
  require = ["touch"]              # a kind; (columns) and events may follow it

Several databases are [[database]] tables, each with these keys and a name:

  [[database]]
  name   = "main"
  schema = ["main/*.sql"]

The formats of a directory are %s.
The drivers are %s.
`, config.DefaultPostgres, config.MinPostgres, config.MaxPostgres,
		strings.Join(wrap(strings.Join(config.Formats(), ", "), 54), "\n"), strings.Join(config.Drivers(), ", "))
}

func findingsText() string {
	return `A finding has a rule, like unknown-column, and a severity: an error, a warning
or a note. It can be silenced

  - where it stands, by a comment on its line, or on a line of its own above it;
    for a directive, above it, and for all its lines. Without a reason it does not
    count, and where there is nothing to silence it is a finding itself:

      -- trigc:ignore RULE[, RULE]: reason

  - in a file, by a comment above the first statement:

      -- trigc:ignore-file RULE[, RULE]: reason

  - in the configuration, for all files or some:

      [vet.rules]
      null-comparison = "off"

      [[vet.exclude]]
      path  = "legacy/**"
      rules = ["null-unsafe-comparison"]    # all if there are none

  - by a baseline: a file of what is known. It names a finding by file, rule,
    message and the text of the line, so what moves stays known:

      trigc vet --write-baseline trigc-baseline.json

      [vet]
      baseline = "trigc-baseline.json"

    What no longer occurs is told as a note, and left out by the next
    --write-baseline.

All of this holds for trigc vet. For trigc generate it does too, but an error in
a directive stays one: the trigger that it asks for cannot be made, and leaving
it out in silence is what nobody means.

[vet.rules] also makes a rule worse or less bad. A warning that is raised to an
error makes vet fail and keeps generate from writing.

A policy of the configuration demands directives of tables; see trigc help
config. What is missing is a finding of the rule policy, at the table's name.

trigc vet --fix mends what can be mended without doubt: it writes all files or
none, and --diff shows what it would change.

trigc vet --new-from REVISION shows what stands on lines that git says have
changed since then; of a branch, trigc vet --new-from "$(git merge-base main HEAD)".

--format says how findings are written:

  text    for people
  json    one object; see trigc help output
  jsonl   an object a line, as those of its findings
  sarif   SARIF 2.1.0, for code scanning; columns in UTF-16 code units
  github  workflow commands, which GitHub shows at the lines of a pull request
  gitlab  a report of GitLab's Code Quality
  junit   a test report

The paths of sarif, github and gitlab are relative to the root of the repository.
`
}

func outputText() string {
	return `trigc vet writes its findings to standard output, trigc generate to standard
error: its standard output says which files changed.

Exit codes:
  0  clean
  1  findings or differences
  2  trouble: the command line, the configuration, files that cannot be read

Color is used on a terminal, unless NO_COLOR has a value or TERM is dumb;
--color=always and --color=never decide otherwise.

A finding as text, the column in bytes from 1:

  schema/posts.sql:14:33: error[unknown-column]: table "posts" has no column "statsu"
     |
  14 |   -- pgtrigger: readonly fixed (statsu)
     |                                 ^^^^^^ did you mean "status"?
     = note: table declared at schema/posts.sql:9:14
     = Postgres: ERROR 42703

trigc vet --format json writes one object on one line. Keys may be added, none is
ever renamed or left out, and no list is null:

  {"version":1,
   "findings":[{"file":"schema/posts.sql","line":14,"column":33,
     "end_line":14,"end_column":39,"rule":"unknown-column","severity":"error",
     "message":"...","help":"...","sqlstate":"42703",
     "related":[{"file":"...","line":9,"column":14,"message":"..."}],
     "fixes":[{"message":"...","edits":[{"file":"...","line":14,"column":33,
       "end_line":14,"end_column":39,"text":"status"}]}]}],
   "summary":{"files":3,"tables":12,"triggers":7,"errors":1,"warnings":0}}

Lines and columns count from 1, columns in bytes; the end is behind the last
byte. A finding that is nowhere has file "" and line 0. Of the fixes at most one
is to be applied.

trigc ls and trigc verify --format json write one object. Without a server the
triggers have no states; what is as declared has the state "installed":

  {"version":1,
   "triggers":[{"schema":"public","table":"posts","name":"no_delete",
     "directive":"no_delete","kind":"protect",
     "states":[{"state":"altered","detail":"its WHEN"}]}],
   "event_tables":[{"schema":"public","table":"posts_log",
     "states":[{"state":"installed"}]}],
   "orphaned_functions":[{"schema":"public","name":"trigc_posts__old"}],
   "summary":{"triggers":7,"drift":2}}

The commands that change a server write their plan, and whether it was carried
out; what concerns functions alone has no table, and a step without a lock takes
none on a table:

  {"version":1,"applied":true,
   "changes":[{"schema":"public","table":"posts",
     "steps":[{"what":"replace trigger no_delete",
       "lock":"SHARE ROW EXCLUSIVE","sql":"..."}]}],
   "notes":["..."]}

Where the configuration has several databases, each of these has a "database".
`
}

// wrap breaks a text into lines of at most width bytes.
func wrap(text string, width int) []string {
	var lines []string
	line := ""
	for _, word := range strings.Fields(text) {
		if line != "" && len(line)+1+len(word) > width {
			lines = append(lines, line)
			line = ""
		}
		if line != "" {
			line += " "
		}
		line += word
	}
	return append(lines, line)
}
