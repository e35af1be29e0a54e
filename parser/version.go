package parser

import (
	"fmt"
	"strings"

	pg "github.com/pganalyze/pg_query_go/v5"
	"google.golang.org/protobuf/reflect/protoreflect"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
)

// libpg_query is of one version of Postgres and takes what older ones refuse.
// The converters note each such place, since only they see all of a tree.

// CheckVersion reports what a version of Postgres does not take yet, or no
// longer.
func CheckVersion(files []*ast.File, postgres int, r *diag.Report) {
	for _, f := range files {
		for _, n := range f.Newer {
			message := ""
			switch {
			case postgres < n.Version:
				message = fmt.Sprintf("%s needs Postgres %d, and the target is %d", n.What, n.Version, postgres)
			case n.Gone != 0 && postgres >= n.Gone:
				message = fmt.Sprintf("%s is gone since Postgres %d, and the target is %d", n.What, n.Gone, postgres)
			default:
				continue
			}
			r.Add(diag.Diagnostic{
				Code: "newer-syntax", Severity: diag.Error, Span: n.Span, SQLState: n.SQLState, Message: message, Help: n.Help,
			})
		}
	}
}

func (c *converter) needs(r run, version int, state, what, help string) {
	if c.newer != nil && !r.empty() {
		*c.newer = append(*c.newer, ast.Newer{Span: c.span(r), Version: version, SQLState: state, What: what, Help: help})
	}
}

// number notes 0xFF and 1_000.
func (c *converter) number(n *pg.A_Const, r run) {
	if n.GetIval() == nil && n.GetFval() == nil || r.empty() {
		return
	}
	last := run{r.j - 1, r.j}
	text := c.text(last.i)
	switch k := c.kind(last.i); {
	case k != pg.Token_ICONST && k != pg.Token_FCONST:
	case strings.Contains(text, "_"):
		c.needs(last, 16, "42601", "an underscore in a number", "write "+strings.ReplaceAll(text, "_", ""))
	case len(text) > 1 && text[0] == '0' && strings.ContainsAny(text[1:2], "xXoObB"):
		help := ""
		if v := n.GetIval(); v != nil {
			help = "write " + itoa(v.Ival)
		}
		c.needs(last, 16, "42601", "a number in hexadecimal, octal or binary form", help)
	}
}

// json notes the constructors of JSON that SQL has and IS JSON.
func (c *converter) json(m protoreflect.Message, r run) {
	name := string(m.Descriptor().Name())
	switch name {
	case "JsonIsPredicate":
		at := r
		for k := r.i; k < r.j; k++ {
			if c.is(k, "IS") && (c.is(k+1, "JSON") || c.is(k+1, "NOT") && c.is(k+2, "JSON")) {
				at = run{k, r.j}
			}
		}
		c.needs(at, 16, "42601", "IS JSON", "")
	case "JsonObjectConstructor", "JsonArrayConstructor", "JsonArrayQueryConstructor", "JsonObjectAgg", "JsonArrayAgg":
		if r.empty() {
			return
		}
		// Postgres 15 takes it for the call of a function, if it has the form of one.
		state := "42883"
		for k := r.i; k < r.j; k++ {
			if c.is(k, ":", "VALUE", "RETURNING", "FORMAT", "ABSENT") || name == "JsonArrayQueryConstructor" {
				state = "42601"
			}
		}
		c.needs(run{r.i, r.i + 1}, 16, state, strings.ToUpper(c.text(r.i))+" of this form", "write jsonb_build_object, jsonb_build_array or jsonb_agg")
	}
}
