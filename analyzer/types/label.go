package types

import (
	"fmt"
	"strings"

	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/pgname"
	"github.com/trigc/trigc/internal/schema"
	"github.com/trigc/trigc/internal/source"
)

// EnumLabel is the diagnostic for a text that is no label of an enum (SQLSTATE
// 22P02).
func EnumLabel(enum *schema.Type, label string, at source.Span) diag.Diagnostic {
	help := diag.DidYouMean(label, enum.Labels)
	if help == "" {
		quoted := make([]string, len(enum.Labels))
		for i, s := range enum.Labels {
			quoted[i] = fmt.Sprintf("%q", s)
		}
		help = "labels are " + strings.Join(quoted, ", ")
	}
	return diag.Diagnostic{
		Code: "enum-label", Severity: diag.Error, Span: at, SQLState: "22P02",
		Message: fmt.Sprintf("enum %q has no label %q", enum.Name, label), Help: help,
		Fixes:   respellLiteral(at, label, enum.Labels),
		Related: []diag.Related{{Span: enum.Decl, Message: "type declared here"}},
	}
}

// respellLiteral returns the fix of a misspelled string constant.
func respellLiteral(at source.Span, value string, candidates []string) []diag.Fix {
	switch at.String() {
	case pgname.Literal(value):
		return diag.Respell(at, value, candidates, pgname.Literal)
	case value: // a state of a machine, which may be a bare word
		return diag.Respell(at, value, candidates, pgname.Quote)
	}
	return nil
}
