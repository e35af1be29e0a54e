package parser

import (
	"strings"

	pg "github.com/pganalyze/pg_query_go/v5"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/source"
)

func (c *converter) createFunction(at ast.At, w *words, n *pg.CreateFunctionStmt) *ast.CreateFunction {
	f := &ast.CreateFunction{At: at, OrReplace: n.Replace, Procedure: n.IsProcedure}
	word := "FUNCTION"
	if n.IsProcedure {
		word = "PROCEDURE"
	}
	name := w.nameBehind(word)
	f.Name = c.name(n.Funcname, name)
	for _, p := range n.Parameters {
		f.Args = append(f.Args, c.parameter(p.GetFunctionParameter()))
	}
	if n.ReturnType != nil && !n.IsProcedure {
		t, _ := c.typeName(n.ReturnType)
		f.Returns = &t
	}
	var body *pg.DefElem
	given := map[string]bool{}
	for _, o := range n.Options {
		d := o.GetDefElem()
		c.once(given, d)
		switch d.GetDefname() {
		case "language":
			f.Language = d.Arg.GetString_().GetSval()
			f.LanguageSpan = c.languageAt(d)
		case "security":
			f.SecDef = d.Arg.GetBoolean().GetBoolval()
		case "set":
			if v := d.Arg.GetVariableSetStmt(); v.GetName() != "" {
				f.Sets = append(f.Sets, v.Name)
				if p, ok := setPath(at, v).(*ast.SetPath); ok {
					f.SearchPath = p.Path
				}
			}
		case "volatility":
			f.Volatility = d.Arg.GetString_().GetSval()[0]
		case "as":
			body = d
		}
	}
	f.As, f.Inline = body != nil, n.SqlBody != nil
	if body != nil && f.Language != "c" && f.Language != "internal" {
		c.body(f, body)
	}
	if f.Returns != nil && f.Returns.Name.Name == "trigger" && !name.empty() {
		c.truncated("function", c.span(run{name.j - 1, name.j}))
	}
	return f
}

func (c *converter) alterFunction(at ast.At, w *words, n *pg.AlterFunctionStmt) *ast.AlterFunction {
	f := &ast.AlterFunction{At: at}
	word := c.text(w.i + 1)
	f.Name, f.ArgTypes, f.NoArgs = c.object(&pg.Node{Node: &pg.Node_ObjectWithArgs{ObjectWithArgs: n.Func}}, w.nameBehind(word))
	for _, o := range n.Actions {
		d := o.GetDefElem()
		switch d.GetDefname() {
		case "security":
			f.SecDef = ast.No
			if d.Arg.GetBoolean().GetBoolval() {
				f.SecDef = ast.Yes
			}
		case "volatility":
			f.Volatility = d.Arg.GetString_().GetSval()[0]
		case "set":
			v := d.Arg.GetVariableSetStmt()
			switch v.GetKind() {
			case pg.VariableSetKind_VAR_RESET, pg.VariableSetKind_VAR_RESET_ALL, pg.VariableSetKind_VAR_SET_DEFAULT:
				f.Resets = append(f.Resets, v.GetName())
				continue
			}
			f.Sets = append(f.Sets, v.GetName())
			if p, ok := setPath(at, v).(*ast.SetPath); ok {
				f.SearchPath = p.Path
			}
		}
	}
	return f
}

// once reports an option that is given twice. The grammar takes it.
func (c *converter) once(given map[string]bool, d *pg.DefElem) {
	if name := d.GetDefname(); given[name] && name != "set" && c.report != nil {
		c.report.Add(diag.Diagnostic{
			Code: "syntax-error", Severity: diag.Error, Span: c.span(c.one(d.Location)), SQLState: "42601",
			Message: "conflicting or redundant options",
		})
	}
	given[d.GetDefname()] = true
}

// languageAt returns the place of the name behind LANGUAGE.
func (c *converter) languageAt(d *pg.DefElem) source.Span {
	i := c.at(d.Location)
	if c.is(i, "LANGUAGE") {
		i++
	}
	return c.span(run{i, i + 1})
}

func (c *converter) parameter(p *pg.FunctionParameter) ast.FuncArg {
	a := ast.FuncArg{Name: p.GetName(), Mode: 'i', Default: p.GetDefexpr() != nil}
	a.Type, _ = c.typeName(p.GetArgType())
	switch p.GetMode() {
	case pg.FunctionParameterMode_FUNC_PARAM_OUT:
		a.Mode = 'o'
	case pg.FunctionParameterMode_FUNC_PARAM_INOUT:
		a.Mode = 'b'
	case pg.FunctionParameterMode_FUNC_PARAM_VARIADIC:
		a.Mode = 'v'
	case pg.FunctionParameterMode_FUNC_PARAM_TABLE:
		a.Mode = 't'
	}
	return a
}

// body sets the text of AS '…' and its place.
func (c *converter) body(f *ast.CreateFunction, d *pg.DefElem) {
	items := d.Arg.GetList().GetItems()
	if len(items) == 0 {
		return
	}
	f.Body = &ast.Text{Value: items[0].GetString_().GetSval()}
	i := c.at(d.Location) + 1 // behind AS
	if i >= len(c.toks) {
		return
	}
	f.Body.Span = c.span(run{i, i + 1})
	raw := c.text(i)
	lead, trail := strings.IndexByte(raw, '\'')+1, 1
	if strings.HasPrefix(raw, "$") {
		lead = strings.IndexByte(raw[1:], '$') + 2
		trail = lead
	}
	f.BodyOffset = c.toks[i].start + lead
	f.Verbatim = lead+trail <= len(raw) && raw[lead:len(raw)-trail] == f.Body.Value
}
