package lint

import (
	"fmt"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/pgname"
)

// replaceEnables finds triggers whose firing state is lost when they are
// replaced: the new one has that of a new trigger.
var replaceEnables = &Check{
	Code: "replace-enables", Severity: diag.Warning,
	Doc: "CREATE OR REPLACE TRIGGER enables a trigger that ALTER TABLE had disabled, and takes back ENABLE ALWAYS and ENABLE REPLICA.",
	Run: func(p *Pass) {
		for _, rel := range p.DB.Relations() {
			for _, t := range rel.Triggers {
				if t.Reset == 0 || t.Table != rel || p.adopted(t) {
					continue
				}
				alter := fmt.Sprintf("ALTER TABLE %s %s TRIGGER %s;", pgname.Qualify(rel.Schema, rel.Name), t.Reset, pgname.Quote(t.Name))
				d := diag.Diagnostic{
					Span:    t.Decl.Name.Span,
					Message: fmt.Sprintf("CREATE OR REPLACE enables trigger %q as a new one, and it was set to %s before", t.Name, t.Reset),
					Help:    "write " + alter + " behind it",
				}
				if t.Reset == ast.Disabled {
					d.Message = fmt.Sprintf("CREATE OR REPLACE enables trigger %q, which was disabled before", t.Name)
				}
				if !t.ResetSpan.IsZero() {
					d.Related = []diag.Related{{Span: t.ResetSpan, Message: "set here"}}
				}
				if at, ok := lineBehind(t.Decl.Span); ok {
					d.Fixes = []diag.Fix{{Message: "set it again", Edits: []diag.Edit{{Span: at, Text: alter + "\n"}}}}
				}
				p.Report(d)
			}
		}
	},
}
