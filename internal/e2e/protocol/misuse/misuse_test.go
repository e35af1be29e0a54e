// Package misuse tests that programs which misuse a generated package do not
// compile.
package misuse

import (
	"errors"
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"testing"
)

// generated are packages that a program can misuse, by the driver they are
// for, and what such a program declares.
var generated = []struct {
	driver  string
	name    string // of the package, for gen in the cases
	imports []string
	params  string // of the function in which a case stands
}{
	{
		"pgx", "gen",
		[]string{
			"context", "errors", "github.com/jackc/pgx/v5", "github.com/jackc/pgx/v5/pgxpool",
			"github.com/trigc/trigc/internal/e2e/protocol/gen", "github.com/trigc/trigc/internal/e2e/shop",
		},
		"pool *pgxpool.Pool, conn *pgx.Conn, tx pgx.Tx, fn func(pgx.Tx) error, other func(*pgx.Conn) error",
	},
	{
		"database/sql", "gensql",
		[]string{
			"context", "errors", "database/sql",
			"github.com/trigc/trigc/internal/e2e/protocol/gensql", "github.com/trigc/trigc/internal/e2e/shop",
		},
		"pool *sql.DB, conn *sql.Conn, tx *sql.Tx, fn func(*sql.Tx) error, other func(*sql.Conn) error",
	},
}

// misuses are statements with a place in them that is right or wrong:
// ‹right|wrong›. With what is wrong there, and only there, the compiler
// refuses it with an error that matches.
var misuses = []struct{ name, stmt, err string }{
	// Ignoring.
	{"ignore what is NOT IGNORABLE",
		`_ = gen.Ignore(ctx, pool, fn, ‹gen.Posts.NoDelete|gen.Posts.NoTruncate›)`,
		`cannot use gen\.Posts\.NoTruncate .* as gen\.Ignorable .*missing method ignorable`},
	{"ignore it among others",
		`_ = gen.Ignore(ctx, pool, fn, gen.Posts.NoDelete, ‹gen.Posts.Owned|gen.Posts.NoTruncate›)`,
		`cannot use gen\.Posts\.NoTruncate .* as gen\.Ignorable`},
	{"ignore what can only be deferred",
		`_ = gen.Ignore(ctx, pool, fn, ‹gen.Posts.Owned|gen.Many.Kept›)`,
		`cannot use gen\.Many\.Kept .* as gen\.Ignorable .*missing method ignorable`},
	{"ignore it by its method",
		`_ = gen.Posts.‹NoDelete.Ignore|NoTruncate.Ignore›(ctx, pool, fn)`,
		`gen\.Posts\.NoTruncate\.Ignore undefined \(type gen\.Trigger has no field or method Ignore\b`},
	{"ask whether it is ignored",
		`_, _ = gen.Posts.‹NoDelete.Ignored|NoTruncate.Ignored›(ctx, tx)`,
		`gen\.Posts\.NoTruncate\.Ignored undefined \(type gen\.Trigger has no field or method Ignored\b`},
	{"ignore what a list says",
		`_ = gen.Ignore(ctx, pool, fn, ‹[]gen.Ignorable{gen.Posts.NoDelete}|gen.All()›...)`,
		`cannot use gen\.All\(\) .* as \[\]gen\.Ignorable`},
	{"ignore by name",
		`_ = gen.Ignore(ctx, pool, fn, ‹gen.Posts.NoDelete|"no_delete"›)`,
		`cannot use "no_delete" .* as gen\.Ignorable`},
	{"ignore by setting",
		`_ = gen.Ignore(ctx, pool, fn, ‹gen.Posts.NoDelete|gen.Posts.NoDelete.Key()›)`,
		`cannot use gen\.Posts\.NoDelete\.Key\(\) .* as gen\.Ignorable`},
	{"ignore a whole table",
		`_ = gen.Ignore(ctx, pool, fn, ‹gen.Posts.NoDelete|gen.Posts›)`,
		`cannot use gen\.Posts .* as gen\.Ignorable`},
	{"ignore the trigger inside of an ignorable one",
		`_ = gen.Ignore(ctx, pool, fn, ‹gen.Posts.NoDelete|gen.Posts.NoDelete.Trigger›)`,
		`cannot use gen\.Posts\.NoDelete\.Trigger .* as gen\.Ignorable`},
	{"ignore a trigger of another database",
		`_, _ = shop.CmsPosts, gen.Ignore(ctx, pool, fn, ‹gen.Posts.SlugFixed|shop.CmsPosts.SlugFixed›)`,
		`cannot use shop\.CmsPosts\.SlugFixed .* as gen\.Ignorable`},
	{"ignore a trigger that is not there",
		`_ = gen.Ignore(ctx, pool, fn, gen.Posts.‹NoDelete|NoDeletes›)`,
		`gen\.Posts\.NoDeletes undefined`},
	{"ignore for a function that is no scope",
		`_ = gen.Ignore(ctx, pool, ‹fn|other›, gen.Posts.NoDelete)`,
		`cannot use other .* as func\(`},
	{"ignore for a function without an error",
		`_ = gen.IgnoreAll(ctx, pool, ‹fn|func() {}›)`,
		`cannot use .* \(value of type func\(\)\) as func\(`},
	{"ignore on what is no database",
		`_ = gen.Posts.NoDelete.Ignore(ctx, ‹pool|"postgres://"›, fn)`,
		`cannot use "postgres://" .* as gen\.Beginner`},
	{"ignore without a context",
		`_ = gen.Ignore(‹ctx|pool›, pool, fn, gen.Posts.NoDelete)`,
		`cannot use pool .* as context\.Context`},
	{"ask what is no database",
		`_, _ = gen.Posts.NoDelete.Ignored(ctx, ‹conn|fn›)`,
		`cannot use fn .* as gen\.Querier`},

	// Deferring.
	{"defer what is not DEFERRABLE",
		`_ = gen.Defer(ctx, tx, ‹gen.Posts.Owned|gen.Posts.NoDelete›)`,
		`cannot use gen\.Posts\.NoDelete .* as gen\.Deferrable .*missing method deferrable`},
	{"defer what can do neither",
		`_ = gen.Defer(ctx, tx, gen.Posts.Owned, ‹gen.OddSchemaWeIrd100.Late|gen.Posts.NoTruncate›)`,
		`cannot use gen\.Posts\.NoTruncate .* as gen\.Deferrable`},
	{"defer what can only be ignored",
		`_ = gen.Defer(ctx, tx, ‹gen.Many.Kept|gen.Many.Guard00›)`,
		`cannot use gen\.Many\.Guard00 .* as gen\.Deferrable`},
	{"make immediate what is not DEFERRABLE",
		`_ = gen.Immediate(ctx, tx, ‹gen.Posts.Owned|gen.Posts.StatusFlow›)`,
		`cannot use gen\.Posts\.StatusFlow .* as gen\.Deferrable .*missing method deferrable`},
	{"defer on a pool, where it would end at once",
		`_ = gen.Defer(ctx, ‹tx|pool›, gen.Posts.Owned)`,
		`cannot use pool .* as .*Tx\b`},
	{"defer on a connection",
		`_ = gen.Defer(ctx, ‹tx|conn›, gen.Posts.Owned)`,
		`cannot use conn .* as .*Tx\b`},
	{"immediate on a pool",
		`_ = gen.Immediate(ctx, ‹tx|pool›, gen.Posts.Owned)`,
		`cannot use pool .* as .*Tx\b`},
	{"a list of deferrable triggers is none of ignorable ones",
		`_ = gen.Ignore(ctx, pool, fn, ‹[]gen.Ignorable|[]gen.Deferrable›{gen.Posts.Owned}...)`,
		`cannot use \[\]gen\.Deferrable.* as \[\]gen\.Ignorable`},

	// States.
	{"a state of another machine",
		`_ = gen.Posts.StatusFlow.CanTransition(gen.PostsStatusDraft, ‹gen.PostsStatusPublished|gen.PostsRank1›)`,
		`cannot use gen\.PostsRank1 .* as gen\.PostsStatus`},
	{"a state of another type",
		`_ = gen.Posts.StatusFlow.CanTransition(‹gen.PostsStatusDraft|1›, gen.PostsStatusDraft)`,
		`cannot use 1 .* as gen\.PostsStatus`},
	{"a text of which nobody said that it is a state",
		`_ = gen.Posts.StatusFlow.CanStart(‹gen.PostsStatus(text)|text›)`,
		`cannot use text .* as gen\.PostsStatus`},
	{"a state that may be NULL where it may not",
		`_ = gen.Posts.RankFlow.‹CanStartNull(nil)|CanStart(nil)›`,
		`cannot use nil as gen\.PostsRank`},
	{"a state that is not there",
		`_ = gen.‹PostsStatusDraft|PostsStatusDrift›`,
		`undefined: gen\.PostsStatusDrift`},
	{"states of two machines compared",
		`_ = gen.PostsStatusDraft == ‹gen.PostsStatusArchived|gen.PostsRank0›`,
		`mismatched types gen\.PostsStatus and gen\.PostsRank`},
	{"a state assigned to another's variable",
		`var _ gen.PostsRank = ‹gen.PostsRank0|gen.PostsStatusDraft›`,
		`cannot use gen\.PostsStatusDraft .* as gen\.PostsRank`},
	{"the machine of a trigger that is none",
		`_ = gen.Posts.‹StatusFlow.Transitions|NoDelete.Transitions›()`,
		`gen\.Posts\.NoDelete\.Transitions undefined`},
	{"a transition between machines",
		`_ = gen.Transition[gen.PostsStatus]{From: gen.PostsStatusDraft, To: ‹gen.PostsStatusArchived|gen.PostsRank0›}`,
		`cannot use gen\.PostsRank0 .* as gen\.PostsStatus`},
	{"a machine of something else",
		`_ = gen.Machine[‹gen.PostsRank|bool›]{}`,
		`bool does not satisfy`},
	{"transitions of one's own",
		`_ = gen.Machine[gen.PostsRank]{‹|transitions: nil›}`,
		`cannot refer to unexported field transitions`},

	// Made by hand.
	{"a trigger of one's own",
		`_ = gen.Trigger{‹|nil›}`,
		`implicit assignment to unexported field unit in struct literal`},
	{"a trigger of one's own by field",
		`_ = gen.Trigger{‹|unit: nil›}`,
		`cannot refer to unexported field unit`},
	{"what a trigger is made of",
		`_ = gen.Posts.NoDelete.‹Key()|key›`,
		`gen\.Posts\.NoDelete\.key undefined`},
	{"a trigger that says it is ignorable",
		`var _ gen.Ignorable = ‹gen.Posts.NoDelete|mine{}›`,
		`cannot use mine\{\} .* as gen\.Ignorable .*unexported method ignorable`},
	{"a trigger that says it is deferrable",
		`var _ gen.Deferrable = ‹gen.Posts.Owned|mine{}›`,
		`cannot use mine\{\} .* as gen\.Deferrable .*unexported method deferrable`},
	{"one trigger for another",
		`gen.Posts.NoDelete = ‹gen.Posts.NoUpdate|gen.Posts.NoTruncate›`,
		`cannot use gen\.Posts\.NoTruncate .* as gen\.IgnorableTrigger`},
	{"a violation with an error of one's own",
		`_ = gen.Violation{‹Message: ""|err: nil›}`,
		`cannot refer to unexported field err\b`},

	// Errors.
	{"ask a violation of what is no error",
		`_ = gen.Posts.NoDelete.Violated(‹err|text›)`,
		`cannot use text .* as error`},
	{"ask an error of a table",
		`_ = errors.Is(err, ‹gen.Posts.NoTruncate|gen.Posts›)`,
		`cannot use gen\.Posts .* as error`},
	{"a violation without asking whether it is one",
		`var v *gen.Violation; ‹v, _ = gen.AsViolation(err)|v = gen.AsViolation(err)›; _ = v`,
		`assignment mismatch: 1 variable but gen\.AsViolation.* returns 2 values`},
}

// What cannot be done does not compile. Each case compiles with what is right
// in the place, so that it is refused for nothing else.
func TestMisuseDoesNotCompile(t *testing.T) {
	for _, g := range generated {
		compile := compiler(t, g.imports, g.params)
		for _, tt := range misuses {
			t.Run(g.driver+"/"+tt.name, func(t *testing.T) {
				tt.stmt = strings.ReplaceAll(tt.stmt, "gen.", g.name+".")
				tt.err = strings.ReplaceAll(tt.err, `gen\.`, g.name+`\.`)
				before, rest, _ := strings.Cut(tt.stmt, "‹")
				place, after, ok := strings.Cut(rest, "›")
				right, wrong, ok2 := strings.Cut(place, "|")
				if !ok || !ok2 {
					t.Fatalf("%s has no place that is right or wrong", tt.stmt)
				}
				if _, errs := compile(before + right + after); len(errs) > 0 {
					t.Errorf("what is right does not compile: %v", errs)
				}
				start, errs := compile(before + wrong + after)
				if len(errs) != 1 {
					t.Fatalf("there are %d errors, want one: %v", len(errs), errs)
				}
				at := errs[0].Fset.Position(errs[0].Pos).Offset - start
				if from, to := len(before), len(before+wrong); at < from || at > to {
					t.Errorf("the error is at byte %d, want it in %d to %d: %v", at, from, to, errs[0])
				}
				if !regexp.MustCompile(tt.err).MatchString(errs[0].Msg) {
					t.Errorf("the error is %q, want it to match %q", errs[0].Msg, tt.err)
				}
			})
		}
	}
}

// compiler returns a function that checks a statement in a function with the
// parameters, and returns where it starts in its file.
func compiler(t *testing.T, imports []string, params string) func(stmt string) (int, []types.Error) {
	t.Helper()
	exports := exportData(t, imports...)
	fset := token.NewFileSet()
	imported := importer.ForCompiler(fset, "gc", func(path string) (io.ReadCloser, error) {
		file, ok := exports[path]
		if !ok {
			return nil, fmt.Errorf("no export data of %s", path)
		}
		return os.Open(file)
	})
	return func(stmt string) (int, []types.Error) {
		head := "package p\nimport (\"" + strings.Join(imports, "\"; \"") + "\")\n" +
			"type mine struct{}\nfunc (mine) ignorable() {}\nfunc (mine) deferrable() {}\n" +
			"func _(ctx context.Context, err error, text string, " + params + ") {\n"
		f, err := parser.ParseFile(fset, "p.go", head+stmt+"\n}\n", parser.SkipObjectResolution)
		if err != nil {
			t.Fatalf("%s: %v", stmt, err)
		}
		var errs []types.Error
		config := types.Config{Importer: imported, Error: func(err error) {
			var e types.Error
			if errors.As(err, &e) && !strings.HasSuffix(e.Msg, " imported and not used") {
				errs = append(errs, e)
			}
		}}
		_, _ = config.Check("example.com/p", fset, []*ast.File{f}, nil) // the errors are in errs
		return len(head), errs
	}
}

// exportData returns where the compiled forms of packages are, and of all that
// they import.
func exportData(t *testing.T, packages ...string) map[string]string {
	t.Helper()
	list := append([]string{"list", "-export", "-deps", "-f", "{{.ImportPath}} {{.Export}}"}, packages...)
	out, err := exec.Command("go", list...).Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	files := map[string]string{}
	for line := range strings.Lines(string(out)) {
		if p, file, ok := strings.Cut(strings.TrimSpace(line), " "); ok {
			files[p] = file
		}
	}
	return files
}
