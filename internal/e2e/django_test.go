package e2e

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/trigc/trigc/analyzer/kind"
	"github.com/trigc/trigc/internal/compile"
	"github.com/trigc/trigc/internal/config"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/live"
	"github.com/trigc/trigc/internal/pgtest"
	"github.com/trigc/trigc/internal/source"
)

// The public names of django-pgtrigger 4.17: what its package exports, the
// arguments of that, the documented methods, the subcommands with their
// options, the states that they show, the settings, and what stands in
// migrations.
var djangoNames = strings.Fields(`
	Trigger Trigger(name=) Trigger(level=) Trigger(when=) Trigger(operation=) Trigger(condition=)
	Trigger(referencing=) Trigger(func=) Trigger(declare=) Trigger(timing=)
	Protect
	ReadOnly ReadOnly(fields=) ReadOnly(exclude=)
	FSM FSM(name=) FSM(condition=) FSM(field=) FSM(transitions=) FSM(separator=)
	SoftDelete SoftDelete(name=) SoftDelete(condition=) SoftDelete(field=) SoftDelete(value=)
	UpdateSearchVector UpdateSearchVector(name=) UpdateSearchVector(vector_field=)
	UpdateSearchVector(document_fields=) UpdateSearchVector(config_name=) UpdateSearchVector.ignore
	Composer Composer(func=) cond_old_values cond_new_values cond_joined_values

	Level Row Statement When Before After InsteadOf
	Operation Operations Insert Update Delete Truncate UpdateOf UpdateOf(*columns)
	Referencing Referencing(old=) Referencing(new=) Timing Immediate Deferred
	Func Func(func=) Func.render meta fields columns

	Condition Condition(sql=) Q F IsDistinctFrom IsNotDistinctFrom
	AnyChange AnyChange(*fields) AnyChange(exclude=) AnyChange(exclude_auto=)
	AllChange AllChange(*fields) AllChange(exclude=) AllChange(exclude_auto=)
	AnyDontChange AnyDontChange(*fields) AnyDontChange(exclude=) AnyDontChange(exclude_auto=)
	AllDontChange AllDontChange(*fields) AllDontChange(exclude=) AllDontChange(exclude_auto=)

	ignore ignore(*uris) ignore(databases=) ignore.session ignore.session(databases=)
	is_ignored is_ignored(uri=)
	constraints constraints(timing=) constraints(*uris) constraints(databases=)
	schema schema(*schemas) schema(databases=) schema.session schema.session(databases=)

	Meta.triggers register register(*triggers) registered registered(*uris) registry.set registry.delete
	install install(*uris) install(database=) uninstall uninstall(*uris) uninstall(database=)
	enable enable(*uris) enable(database=) disable disable(*uris) disable(database=)
	prune prune(database=) prunable prunable(database=)

	Trigger.validate_name Trigger.get_pgid Trigger.get_condition Trigger.get_declare Trigger.get_func
	Trigger.get_uri Trigger.render_condition Trigger.render_declare Trigger.render_execute
	Trigger.get_func_template_kwargs Trigger.render_func Trigger.compile Trigger.allow_migrate
	Trigger.format_sql Trigger.exec_sql Trigger.get_installation_status Trigger.register Trigger.unregister
	Trigger.install Trigger.uninstall Trigger.enable Trigger.disable

	INSTALLED UNINSTALLED OUTDATED PRUNE UNALLOWED MAX_NAME_LENGTH __version__

	PGTRIGGER_INSTALL_ON_MIGRATE PGTRIGGER_MIGRATIONS PGTRIGGER_MODEL_META PGTRIGGER_PRUNE_ON_INSTALL
	PGTRIGGER_SCHEMA PGTRIGGER_SCHEMA_EDITOR

	migrations.AddTrigger migrations.RemoveTrigger
	compiler.Trigger compiler.UpsertTriggerSql compiler.DropTriggerSql compiler.EnableTriggerSql compiler.DisableTriggerSql
`)

// djangoCommands are the subcommands of the management command, and whether
// they take triggers. All take a database and schemas.
var djangoCommands = []struct {
	name string
	uris bool
}{{"ls", true}, {"install", true}, {"uninstall", true}, {"enable", true}, {"disable", true}, {"prune", false}}

const djangoPage = "docs/from-django-pgtrigger.md"

// A mapping is a row of a table of the page: names of the reference, and what
// is said of them.
type mapping struct {
	line  int
	names []string
	text  string
	code  []string // what stands in the text between backticks
}

var (
	mappingRow = regexp.MustCompile(`^\| (.*?) \| (.*) \|$`)
	codeSpan   = regexp.MustCompile("`([^`]+)`")
)

// mappings reads the tables of the page that start with a row django-pgtrigger.
func mappings(t *testing.T) []mapping {
	t.Helper()
	text, err := os.ReadFile("../../" + djangoPage)
	if err != nil {
		t.Fatal(err)
	}
	var list []mapping
	in := false
	for i, line := range strings.Split(string(text), "\n") {
		if !strings.HasPrefix(line, "|") {
			in = false
			continue
		}
		if line == "| django-pgtrigger | trigc |" {
			in = true
			continue
		}
		if !in || line == "|---|---|" {
			continue
		}
		m := mappingRow.FindStringSubmatch(line)
		if m == nil {
			t.Fatalf("%s:%d: no row of two cells: %s", djangoPage, i+1, line)
		}
		row := mapping{line: i + 1, text: m[2]}
		for _, name := range strings.Split(m[1], ", ") {
			if !strings.HasPrefix(name, "`") || !strings.HasSuffix(name, "`") {
				t.Errorf("%s:%d: %s is no name", djangoPage, i+1, name)
			}
			row.names = append(row.names, strings.Trim(name, "`"))
		}
		if strings.Count(m[2], "`")%2 != 0 {
			t.Errorf("%s:%d: odd backticks", djangoPage, i+1)
		}
		for _, span := range codeSpan.FindAllStringSubmatch(m[2], -1) {
			row.code = append(row.code, span[1])
		}
		list = append(list, row)
	}
	return list
}

// TestDjangoNames holds the tables to the list: each name stands in one row.
func TestDjangoNames(t *testing.T) {
	names := slices.Clone(djangoNames)
	for _, c := range djangoCommands {
		names = append(names, "pgtrigger "+c.name, "pgtrigger "+c.name+" --database", "pgtrigger "+c.name+" --schema")
		if c.uris {
			names = append(names, "pgtrigger "+c.name+" [uris]")
		}
	}
	at := map[string]int{}
	for _, m := range mappings(t) {
		for _, name := range m.names {
			if at[name] > 0 {
				t.Errorf("%s:%d: %s is in line %d too", djangoPage, m.line, name, at[name])
			}
			if !slices.Contains(names, name) {
				t.Errorf("%s:%d: the reference has no %s", djangoPage, m.line, name)
			}
			at[name] = m.line
		}
		if strings.TrimSpace(m.text) == "" {
			t.Errorf("%s:%d: nothing is said", djangoPage, m.line)
		}
	}
	for _, name := range names {
		if at[name] == 0 {
			t.Errorf("%s does not tell of %s", djangoPage, name)
		}
	}
}

// TestFromDjango does what the page says, its tables included; the move of a
// live database is TestMoveLive.
func TestFromDjango(t *testing.T) {
	t.Parallel()
	d := readDocument(t, djangoPage)
	sample := d.examples[0]
	d.examples = d.examples[:1]
	d.run(t)

	directive := regexp.MustCompile(`^(` + strings.Join(kindNames(), "|") + `) \S`)
	condition := regexp.MustCompile(`\b(OLD|NEW)\.|^(all_)?(un)?changed(_except)?\(|^EXISTS `)
	toml := regexp.MustCompile(`^[a-z]+ = `)
	var directives, goCode, sql, commands []string
	for _, m := range mappings(t) {
		for _, code := range m.code {
			switch {
			case directive.MatchString(code):
				directives = append(directives, code)
			case condition.MatchString(code):
				directives = append(directives, "protect of_the_page update when ("+code+")")
			case strings.HasPrefix(code, "triggers."):
				goCode = append(goCode, code)
			case regexp.MustCompile(`^[A-Z].*;$`).MatchString(code):
				sql = append(sql, code)
			case strings.HasPrefix(code, "psql "):
				commands = append(commands, code)
			case strings.HasPrefix(code, "trigc "): // with those outside of tables, below
			case toml.MatchString(code):
				report := &diag.Report{}
				if config.Parse(source.NewFile("pgtrigger.toml", "version = 1\n"+code+"\n"), report); report.HasErrors() {
					t.Errorf("%s:%d: %s\n%s", djangoPage, m.line, code, diagnostics(t, report))
				}
			case code == "install.sql", code == "uninstall.sql", code == "[[database]]", code == "DATABASE_URL_<NAME>", code == "*":
			case strings.HasPrefix(code, "--"), slices.Contains(liveStates, code): // of commands that are
			case kind.Lookup(code) != nil:
			default:
				t.Errorf("%s:%d: `%s` is nothing that can be tested", djangoPage, m.line, code)
			}
		}
	}
	text, err := os.ReadFile("../../" + djangoPage)
	if err != nil {
		t.Fatal(err)
	}
	prose := regexp.MustCompile("(?ms)^```.*?^```$").ReplaceAllString(string(text), "")
	for _, span := range codeSpan.FindAllStringSubmatch(prose, -1) {
		if strings.HasPrefix(span[1], "trigc ") {
			commands = append(commands, span[1])
		} else if directive.MatchString(span[1]) && !slices.Contains(directives, span[1]) {
			directives = append(directives, span[1])
		}
	}
	t.Run("directives", func(t *testing.T) { directivesOfPage(t, sample.schema, directives) })
	t.Run("go", func(t *testing.T) { goOfPage(t, sample, goCode) })
	t.Run("sql", func(t *testing.T) {
		conn := connectStrict(t, pgtest.DB(t))
		mustRun(t, conn, sample.schema+sample.install)
		for _, s := range sql {
			mustRun(t, conn, "BEGIN; "+s+" ROLLBACK")
		}
	})
	t.Run("commands", func(t *testing.T) { commandsOfPage(t, sample.schema, commands) })
}

// liveStates are states of trigc ls that the page names.
var liveStates = []string{
	string(live.Installed), string(live.Missing), string(live.Outdated), string(live.Altered), string(live.Disabled), string(live.Firing), string(live.Orphaned),
}

func kindNames() []string {
	var names []string
	for _, k := range kind.All {
		names = append(names, k.Name)
	}
	return names
}

// directivesOfPage compiles directives of the table posts, each by itself, and
// installs what comes out.
func directivesOfPage(t *testing.T, schema string, directives []string) {
	conn := connectStrict(t, pgtest.DB(t))
	mustRun(t, conn, schema)
	for _, text := range directives {
		above := strings.Replace(schema, "CREATE TABLE posts", "-- pgtrigger: "+text+"\nCREATE TABLE posts", 1)
		report := &diag.Report{}
		cfg := config.Config{Postgres: pgtest.Major(t), Schema: []string{"schema.sql"}, SQL: config.SQL{Install: "install.sql"}}
		result, err := compile.Compile(fstest.MapFS{"schema.sql": {Data: []byte(above)}}, cfg, report)
		if err != nil {
			t.Fatal(err)
		}
		if report.HasErrors() {
			t.Errorf("%s\n%s", text, diagnostics(t, report))
			continue
		}
		mustRun(t, conn, "BEGIN")
		if _, pgErr := run(t, conn, string(result.Outputs[0].Data)); pgErr != nil {
			t.Errorf("%s\n%s %s", text, pgErr.Code, pgErr.Message)
		}
		mustRun(t, conn, "ROLLBACK")
	}
}

// goOfPage compiles expressions against the package of the sample.
func goOfPage(t *testing.T, sample *docExample, code []string) {
	var b strings.Builder
	b.WriteString("func all(ctx context.Context, db *pgx.Conn, tx pgx.Tx, fn func(pgx.Tx) error) {\n")
	for _, expr := range code {
		if !strings.HasSuffix(expr, ")") {
			expr = "_ = " + expr
		}
		b.WriteString(expr + "\n")
	}
	b.WriteString("}\n")
	page := &document{file: djangoPage, examples: []*docExample{{
		goFiles: sample.goFiles, parts: []docPart{{line: 1, code: b.String(), decls: true}},
	}}}
	page.program(t)
}

// commandsOfPage runs command lines one after the other where the sample is
// the schema of a database.
func commandsOfPage(t *testing.T, schema string, lines []string) {
	psql, err := exec.LookPath("psql")
	if err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal(err)
		}
		t.Skip("some of the commands are psql's")
	}
	dir := t.TempDir()
	bin := filepath.Join(dir, "bin")
	build := exec.Command("go", "build", "-o", filepath.Join(bin, "trigc"), "../../cmd/trigc")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	for name, text := range map[string]string{
		"schema.sql":     schema,
		"pgtrigger.toml": fmt.Sprintf("version = 1\npostgres = %d\nschema = [\"schema.sql\"]\n[sql]\ninstall = \"install.sql\"\nuninstall = \"uninstall.sql\"\n", pgtest.Major(t)),
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	dsn := pgtest.DB(t)
	mustRun(t, connect(t, dsn), schema)
	slices.SortStableFunc(lines, func(a, b string) int { // what writes, before what reads
		return strings.Compare(strings.Fields(b)[0], strings.Fields(a)[0])
	})
	for _, line := range lines {
		if rest, ok := strings.CutPrefix(line, "psql "); ok {
			line = `psql "$DATABASE_URL" ` + rest
		}
		cmd := exec.CommandContext(context.Background(), "sh", "-c", line)
		cmd.Dir = dir
		cmd.Env = append(os.Environ(), "PATH="+bin+string(os.PathListSeparator)+filepath.Dir(psql)+string(os.PathListSeparator)+os.Getenv("PATH"),
			"DATABASE_URL="+dsn, "PSQLRC=/dev/null")
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Errorf("%s: %v\n%s", line, err, out)
		}
	}
	if _, err := os.Stat(filepath.Join(dir, "install.sql")); err != nil {
		t.Error(fmt.Errorf("nothing was generated: %w", err))
	}
}
