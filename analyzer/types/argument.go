package types

import (
	"fmt"
	"slices"
	"strings"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/pgname"
)

// encodings are those of encode and decode (enclist of encode.c).
var encodings = []string{"hex", "base64", "escape"}

// argument reports constant arguments that a function of Postgres refuses
// whenever it is called.
func (c *Checker) argument(n *ast.Call, k candidate, s *Scope) {
	if k.schema != "pg_catalog" || len(n.Args) != 2 || len(n.ArgNames) > 0 {
		return
	}
	refuse := func(d diag.Diagnostic) {
		d.SQLState = "22023"
		c.violates(c.mayNotRun(s), d)
	}
	switch n.Func.Name {
	case "encode", "decode":
		at, ok := n.Args[1].(*ast.Const)
		if ok && at.Kind == ast.StringConst && !slices.Contains(encodings, strings.ToLower(at.Value)) && !isNull(n.Args[0]) {
			refuse(diag.Diagnostic{
				Code: "unknown-encoding", Span: at.Span(), Help: diag.DidYouMean(strings.ToLower(at.Value), encodings),
				Message: fmt.Sprintf("unrecognized encoding: %q", at.Value),
			})
		}
	case "pg_notify":
		channel := n.Args[0]
		for {
			cast, ok := channel.(*ast.Cast)
			if !ok {
				break
			}
			channel = cast.Arg
		}
		at, ok := channel.(*ast.Const)
		switch {
		case isNull(channel), ok && at.Kind == ast.StringConst && at.Value == "":
			refuse(diag.Diagnostic{Code: "channel-name", Span: channel.Span(), Help: "write the name that listeners use", Message: "channel name cannot be empty"})
		case ok && at.Kind == ast.StringConst && len(at.Value) > pgname.MaxLen:
			refuse(diag.Diagnostic{
				Code: "channel-name", Span: at.Span(), Help: fmt.Sprintf("shorten it to %d bytes", pgname.MaxLen),
				Message: fmt.Sprintf("channel name is %d bytes long, and Postgres takes %d", len(at.Value), pgname.MaxLen),
			})
		}
	}
}

// configuration reports a text that names no text search configuration
// (regconfigin). Where the search path is not known, any schema may have it.
func (c *Checker) configuration(k *ast.Const) {
	parts, ok := pgname.Parse(k.Value)
	if !ok || len(parts) > 2 || c.hidden || c.Body && !c.Names || strings.Trim(k.Value, "0123456789") == "" || k.Value == "-" {
		return
	}
	known := c.DB.ConfigurationNames(c.Catalog.Version)
	name := parts[len(parts)-1]
	if slices.ContainsFunc(known, func(n string) bool {
		schema, last, qualified := strings.Cut(n, ".")
		if !qualified {
			schema, last = "pg_catalog", n
		}
		return last == name && (len(parts) == 1 || parts[0] == schema)
	}) {
		return
	}
	c.Errorf("unknown-configuration", k.Span(), "42704", diag.DidYouMean(k.Value, known), "text search configuration %q does not exist", k.Value)
}
