package types

import (
	"fmt"
	"slices"
	"strings"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/catalog"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/source"
)

// frameworks are the first words of settings that a server in front of Postgres
// gives values to: PostgREST, PostGraphile, Hasura.
var frameworks = []string{"request", "jwt", "hasura"}

// read returns the setting that a call of current_setting reads, and whether it
// may be missing.
func read(n ast.Node) (at *ast.Const, mayMiss bool) {
	call, ok := n.(*ast.Call)
	if !ok || call.Func.Name != "current_setting" || call.Func.Schema != "" && call.Func.Schema != "pg_catalog" || len(call.Args) == 0 || len(call.Args) > 2 {
		return nil, false
	}
	at, ok = call.Args[0].(*ast.Const)
	if !ok || at.Kind != ast.StringConst {
		return nil, false
	}
	if len(call.Args) == 2 {
		k, ok := call.Args[1].(*ast.Const)
		if !ok || k.Kind != ast.BoolConst {
			return nil, false
		}
		mayMiss = k.Value == "true"
	}
	return at, mayMiss
}

// setting reports that a custom setting is read that nobody gives a value:
// current_setting fails then, unless told that it may be missing (manual,
// section 9.27.1).
func (c *Checker) setting(n *ast.Call, k candidate, s *Scope) {
	at, mayMiss := read(n)
	if n.Func.Name == "set_config" && len(n.Args) == 3 {
		at, _ = n.Args[0].(*ast.Const)
		mayMiss = false
	}
	if at != nil && at.Kind == ast.StringConst && !mayMiss && k.schema == "pg_catalog" && !IsSetting(at.Value) {
		c.violates(c.mayNotRun(s), NoSetting(at.Value, at.Span()))
		return
	}
	if n.Func.Name == "set_config" {
		return
	}
	if at == nil || mayMiss || k.schema != "pg_catalog" {
		return
	}
	prefix, _, custom := strings.Cut(strings.ToLower(at.Value), ".")
	if !custom || prefix == "plpgsql" || slices.Contains(frameworks, prefix) || c.DB.MayHave(at.Value) {
		return
	}
	for extension := range c.DB.Extensions {
		if strings.HasPrefix(prefix, extension) {
			return
		}
	}
	d := diag.Diagnostic{
		Code: "unknown-setting", Span: at.Span(), SQLState: "42704",
		Message: fmt.Sprintf("nothing in the schema gives setting %q a value, and current_setting fails without one", at.Value),
		Help:    "write current_setting(" + at.Span().String() + ", true), which is NULL then",
	}
	if call := n.Span(); len(n.Args) == 1 {
		text := call.String()
		if inner, ok := strings.CutSuffix(text, ")"); ok && !strings.Contains(inner, "\n") {
			d.Fixes = []diag.Fix{{Message: "let it be missing", Edits: []diag.Edit{{Span: call, Text: inner + ", true)"}}}}
		}
	}
	c.violates(c.mayNotRun(s), d)
}

// IsSetting reports whether a name may be one of a setting: of Postgres, or of
// anybody's own, which has a dot.
func IsSetting(name string) bool {
	return strings.Contains(name, ".") || catalog.IsSetting(strings.ToLower(name))
}

// NoSetting says that a name is none of a setting.
func NoSetting(name string, at source.Span) diag.Diagnostic {
	help := diag.DidYouMean(strings.ToLower(name), catalog.SettingNames())
	if help == "" {
		help = "a setting of your own has a dot in its name, as app.name"
	}
	return diag.Diagnostic{
		Code: "unknown-setting", Severity: diag.Error, Span: at, SQLState: "42704", Help: help,
		Message: fmt.Sprintf("unrecognized configuration parameter %q", name),
	}
}

// emptySetting reports that a custom setting that may be missing is taken for a
// value of a type that the empty text is none of. That is what a setting is
// that was set in an earlier transaction alone, and not NULL.
func (c *Checker) emptySetting(n ast.Node, from, to Type) {
	if l, ok := n.(*ast.List); ok && l.Kind == ast.CoalesceList {
		n = l.Args[0]
	}
	at, mayMiss := read(n)
	if at == nil || !mayMiss || from != text || !strings.Contains(at.Value, ".") || c.behind > 0 || c.skipped > 0 {
		return
	}
	var found diag.Report
	quiet := *c
	quiet.Report = &found
	quiet.literal(&ast.Const{Kind: ast.StringConst, Pos: ast.Pos{At: n.Span()}}, unknown, to)
	if !found.HasErrors() {
		return
	}
	whole := "NULLIF(" + n.Span().String() + ", '')"
	d := diag.Diagnostic{
		Code: "empty-setting", Severity: diag.Warning, Span: n.Span(),
		Message: fmt.Sprintf("setting %q is empty, and not NULL, once a transaction that set it has ended; type %s has no empty value", at.Value, c.String(to)),
		Help:    "write " + whole,
	}
	if !strings.Contains(whole, "\n") {
		d.Fixes = []diag.Fix{{Message: "take an empty setting for NULL", Edits: []diag.Edit{{Span: n.Span(), Text: whole}}}}
	}
	c.Report.Add(d)
}
