package lint

import (
	"regexp"
	"strings"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/source"
)

// follows matches what may stand behind a test with IS: it binds less than the
// comparison it stands for, so that before another operator the meaning would
// change. The next line of a directive starts with dashes; THEN, LOOP and the
// semicolon are those of PL/pgSQL.
var follows = regexp.MustCompile(`(?is)^(\s|\n[ \t]*--)*($|\)|;|and\b|or\b|then\b|loop\b)`)

// rewrite returns the fix of a comparison, of which a test of an operand stays,
// and what is behind it. There is none if anything but the operator stands
// between the two operands, or one goes over lines.
func rewrite(span source.Span, op *ast.Op, operand ast.Node, test, behind string) []diag.Fix {
	text := span.File.SQL()
	between := strings.Trim(text[op.Left.Span().End:op.Right.Span().Start], " ")
	if between == "!=" {
		between = "<>" // as the parser has it
	}
	fixed := operand.Span().String() + " " + test + behind
	if between != op.Name.Name || !follows.MatchString(text[span.End:]) || strings.Contains(fixed, "\n") {
		return nil
	}
	return []diag.Fix{{Message: "write " + test, Edits: []diag.Edit{{Span: span, Text: fixed}}}}
}
