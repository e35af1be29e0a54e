package lint

import (
	"fmt"
	"regexp"
	"slices"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/pgname"
	"github.com/trigc/trigc/internal/schema"
	"github.com/trigc/trigc/internal/source"
)

// bareArgument finds words among the arguments of a trigger that become other
// strings than they seem to: all arguments are strings (manual, CREATE TRIGGER).
var bareArgument = &Check{
	Code: "bare-argument", Severity: diag.Warning,
	Doc: "Arguments of a trigger are strings, and a word without quotes is one in lower case: NULL is 'null', Foo is 'foo'. " +
		"Nothing is said of a word that names a table, or a column of the trigger's, nor of one that the function looks for.",
	Run: func(p *Pass) {
		for _, rel := range p.DB.Relations() {
			for _, t := range rel.Triggers {
				if t.Table == rel && len(t.Decl.ArgSpans) == len(t.Decl.FuncArgs) {
					for i, at := range t.Decl.ArgSpans {
						if word := at.String(); bareWord.MatchString(word) && !p.expects(t, t.Decl.FuncArgs[i]) {
							p.bareArgument(at, word, t.Decl.FuncArgs[i])
						}
					}
				}
			}
		}
	},
}

func (p *Pass) bareArgument(at source.Span, word, passed string) {
	d := diag.Diagnostic{Span: at}
	switch literal := pgname.Literal(passed); {
	case passed == "null":
		d.Message = "an argument is a string: this passes 'null', and not NULL"
		d.Help = "leave it out, or write a string that the function takes for it"
	case slices.Contains([]string{"current_user", "session_user", "current_date", "current_timestamp", "localtimestamp"}, passed):
		d.Message = fmt.Sprintf("an argument is a string: this passes %s, and not its value", literal)
		d.Help = "read it in the function"
	case word == passed, passed == "true", passed == "false":
		return
	default:
		d.Message = fmt.Sprintf("a word without quotes is read in lower case: this passes %s", literal)
		d.Help = "write " + pgname.Literal(word)
		d.Fixes = []diag.Fix{{Message: d.Help, Edits: []diag.Edit{{Span: at, Text: pgname.Literal(word)}}}}
	}
	p.Report(d)
}

// expects reports whether an argument is right as it is: it names something of
// the schema, or the function looks for it, or at arguments in one case.
func (p *Pass) expects(t *schema.Trigger, passed string) bool {
	if t.Table.Column(passed) != nil || slices.ContainsFunc(p.DB.Relations(), func(r *schema.Relation) bool { return r.Name == passed || r.Schema == passed }) {
		return true
	}
	return t.Func != nil && t.Func.Decl.Block != nil &&
		((body{t, t.Func.Decl.Block, nil}).says(pgname.Literal(passed)) || readsLower(t.Func.Decl.Block))
}

// bareWord matches a word without quotes.
var bareWord = regexp.MustCompile(`^[\pL_][\pL\pN_$]*$`)

// readsLower reports whether a body looks at its arguments in one case.
func readsLower(block *ast.Block) bool {
	found := false
	ast.WalkStmt(block, func(s ast.PLStmt) {
		sql, _ := parts(s)
		for _, text := range sql {
			ast.Walk(text.Root, func(n ast.Node) bool {
				if c, ok := n.(*ast.Call); ok && (c.Func.Name == "lower" || c.Func.Name == "upper") {
					for _, a := range c.Args {
						found = found || namesArguments(a)
					}
				}
				return true
			})
		}
	})
	return found
}

// namesArguments reports whether an expression reads TG_ARGV.
func namesArguments(n ast.Node) bool {
	found := false
	ast.Walk(n, func(n ast.Node) bool {
		ref, ok := n.(*ast.ColumnRef)
		found = found || ok && len(ref.Parts) == 1 && ref.Parts[0].Name == "tg_argv"
		return !found
	})
	return found
}
