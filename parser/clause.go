package parser

import (
	"fmt"
	"slices"
	"strings"

	pg "github.com/pganalyze/pg_query_go/v5"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/pgname"
	"github.com/trigc/trigc/internal/source"
)

// directiveParser reads one directive by recursive descent. At the first
// mistake it reports and gives up: what follows would be a guess.
type directiveParser struct {
	file    *source.File
	toks    []dtoken
	pos     int
	text    comment
	grammar ast.Grammar
	syntax  *ast.KindSyntax
	report  *diag.Report
	frags   *fragments
	failed  bool
}

// headerWords start a part of the header or a common clause; an unquoted one
// ends an expression that is not in parentheses.
var headerWords = []string{
	"AFTER", "BEFORE", "DEFERRABLE", "DELETE", "DISABLE", "ENABLE", "ERRCODE", "FOR", "HINT", "IGNORABLE",
	"INITIALLY", "INSERT", "INSTEAD", "MESSAGE", "NOT", "ON", "REFERENCING", "TRUNCATE", "UPDATE", "WHEN",
}

func (p *directiveParser) parse() *ast.Directive {
	d := &ast.Directive{}
	whole := p.text.lines[0].To(p.text.lines[len(p.text.lines)-1])
	d.Span = whole
	p.pos = 2 // the marker: "pgtrigger" and ":"
	if len(p.toks) == 2 {
		p.errorf("directive-syntax", whole, "expected a kind after %q", marker)
		return nil
	}
	kind := p.word("a kind")
	if p.failed {
		return nil
	}
	d.Kind = kind
	p.syntax = p.grammar.Kind(kind.Name)
	if p.syntax == nil {
		names := make([]string, len(p.grammar))
		for i, k := range p.grammar {
			names[i] = k.Name
		}
		p.add(diag.Diagnostic{
			Code: "unknown-kind", Span: kind.Span, Message: fmt.Sprintf("unknown kind %q", kind.Name),
			Help:  orList(diag.DidYouMean(kind.Name, names), names),
			Fixes: diag.Respell(kind.Span, kind.Name, names, func(s string) string { return s }),
		})
		return nil
	}
	d.Name = p.name()
	for !p.failed && !p.done() {
		p.clause(d)
	}
	if p.failed {
		return nil
	}
	for _, param := range p.syntax.Params {
		if param.Needed && d.Arg(param) == nil {
			p.errorf("missing-clause", d.Kind.Span, "%s needs %s", d.Kind.Name, param.String())
			return nil
		}
	}
	d.Span = whole.File.At(whole.Start, p.toks[len(p.toks)-1].span.End)
	p.tableUses(d)
	return d
}

// tableUses tells where bodies name the transition tables, if a condition may
// have to filter them.
func (p *directiveParser) tableUses(d *ast.Directive) {
	var tables []string
	for _, name := range []*ast.Ident{d.Header.OldTable, d.Header.NewTable} {
		if name != nil {
			tables = append(tables, name.Name)
		}
	}
	if tables == nil || d.Header.When == nil {
		return
	}
	for _, a := range d.Args {
		if a.Body != nil {
			a.Body.Uses = tableUses(a.Body, tables)
		}
	}
}

func orList(first string, names []string) string {
	if first != "" {
		return first
	}
	return "it can be " + strings.Join(names, ", ")
}

// name reads the trigger's name. A key word of the header in its place is
// taken for a forgotten name, although Postgres would allow it.
func (p *directiveParser) name() ast.Ident {
	none := ast.Ident{Span: p.toks[p.pos-1].span}
	if p.done() && p.syntax.NameOptional {
		return none
	}
	form := fmt.Sprintf("the form is: %s name …", p.syntax.Name)
	if p.done() {
		p.add(diag.Diagnostic{
			Code: "directive-syntax", Span: none.Span, SQLState: "42601", Message: "expected a name for the trigger after " + shown(none.Span.String()), Help: form,
		})
		return ast.Ident{}
	}
	t := p.toks[p.pos]
	upper := strings.ToUpper(t.text)
	isClause := t.kw && slices.Contains(headerWords, upper) ||
		t.word && !strings.HasPrefix(t.text, `"`) && slices.ContainsFunc(p.syntax.Params, func(a *ast.Param) bool { return a.Keyword == upper })
	if p.syntax.NameOptional && (isClause || p.isCommon(upper)) {
		return none
	}
	if isClause || !t.word {
		p.add(diag.Diagnostic{
			Code: "directive-syntax", Span: t.span, SQLState: "42601",
			Message: "expected a name for the trigger, found " + shown(t.text), Help: form,
		})
		return ast.Ident{}
	}
	id := p.word("a name for the trigger")
	if !p.failed && len(id.Name) > pgname.MaxLen {
		p.add(diag.Diagnostic{
			Code: "name-too-long", Span: id.Span,
			Message: fmt.Sprintf("name is %d bytes long; Postgres cuts names at %d bytes", len(id.Name), pgname.MaxLen),
		})
	}
	if !p.failed && strings.HasPrefix(t.text, `"`) && id.Name == "" {
		p.add(diag.Diagnostic{
			Code: "directive-syntax", Span: id.Span, SQLState: "42601", Message: "zero-length name of a trigger",
		})
	}
	return id
}

// isCommon reports whether the current token, a word that is no key word to
// Postgres, begins a common clause: what follows tells it from a name.
func (p *directiveParser) isCommon(word string) bool {
	if p.pos+1 >= len(p.toks) {
		return false
	}
	switch next := p.toks[p.pos+1]; word {
	case "IGNORABLE":
		return strings.EqualFold(next.text, "BY")
	case "MESSAGE", "ERRCODE", "HINT":
		return next.kind == pg.Token_SCONST || next.kind == pg.Token_USCONST
	}
	return false
}

func (p *directiveParser) clause(d *ast.Directive) {
	t := p.toks[p.pos]
	word := ""
	if t.word && !strings.HasPrefix(t.text, `"`) {
		word = strings.ToUpper(t.text)
	}
	if param := p.param(word, t); param != nil {
		p.arg(d, param)
		return
	}
	h, c := &d.Header, &d.Common
	switch word {
	case "BEFORE", "AFTER", "INSTEAD":
		p.once(h.Timing != 0, h.TimingSpan, t, "the timing")
		p.pos++
		h.Timing, h.TimingSpan = ast.Before, t.span
		switch word {
		case "AFTER":
			h.Timing = ast.After
		case "INSTEAD":
			h.Timing = ast.InsteadOf
			h.TimingSpan = t.span.To(p.keyword("OF"))
		}
		if !p.failed && !p.isEvent() {
			p.notEvent()
		}
	case "INSERT", "UPDATE", "DELETE", "TRUNCATE":
		if h.Events != nil {
			p.once(true, h.Events[0].Span, t, "the list of events")
			return
		}
		p.events(h)
	case "ON":
		if h.On != nil {
			p.once(true, h.On.Span, t, "ON")
			return
		}
		p.pos++
		n := p.qualified("a table")
		h.On = &n
	case "FOR":
		p.once(h.Level != 0, h.LevelSpan, t, "FOR EACH")
		p.pos++
		p.accept("EACH")
		switch {
		case p.accept("ROW"):
			h.Level = ast.Row
		case p.accept("STATEMENT"):
			h.Level = ast.Statement
		default:
			p.errorAt("directive-syntax", "expected ROW or STATEMENT")
			return
		}
		h.LevelSpan = t.span.To(p.toks[p.pos-1].span)
	case "REFERENCING":
		p.once(!h.Referencing.IsZero(), h.Referencing, t, "REFERENCING")
		p.referencing(h)
	case "NOT":
		p.pos++
		switch {
		case p.accept("DEFERRABLE"):
			p.once(h.Deferrable != 0, h.DeferSpan, t, "DEFERRABLE")
			h.Deferrable, h.DeferSpan = ast.No, t.span.To(p.toks[p.pos-1].span)
		case p.accept("IGNORABLE"):
			p.once(c.Ignorable != 0, c.IgnorableSpan, t, "IGNORABLE")
			c.Ignorable, c.IgnorableSpan = ast.No, t.span.To(p.toks[p.pos-1].span)
		default:
			p.errorAt("directive-syntax", "expected DEFERRABLE or IGNORABLE")
		}
	case "DEFERRABLE":
		p.once(h.Deferrable != 0, h.DeferSpan, t, "DEFERRABLE")
		p.pos++
		h.Deferrable, h.DeferSpan = ast.Yes, t.span
	case "INITIALLY":
		p.once(h.InitiallyDeferred != 0, h.DeferSpan, t, "INITIALLY")
		p.pos++
		switch {
		case p.accept("DEFERRED"):
			h.InitiallyDeferred = ast.Yes
		case p.accept("IMMEDIATE"):
			h.InitiallyDeferred = ast.No
		default:
			p.errorAt("directive-syntax", "expected DEFERRED or IMMEDIATE")
			return
		}
		if h.DeferSpan.IsZero() {
			h.DeferSpan = t.span
		}
		h.DeferSpan = h.DeferSpan.To(p.toks[p.pos-1].span)
	case "WHEN":
		p.once(h.When != nil, h.WhenSpan, t, "WHEN")
		p.pos++
		h.When = p.paren()
		if !p.failed {
			h.WhenSpan = t.span.To(p.toks[p.pos-1].span)
		}
	case "MESSAGE", "ERRCODE", "HINT":
		target := map[string]**ast.Text{"MESSAGE": &c.Message, "ERRCODE": &c.ErrCode, "HINT": &c.Hint}[word]
		if *target != nil {
			p.once(true, (*target).Span, t, word)
			return
		}
		p.pos++
		*target = p.str()
	case "IGNORABLE":
		p.once(c.Ignorable != 0, c.IgnorableSpan, t, "IGNORABLE")
		p.pos++
		c.Ignorable, c.IgnorableSpan = ast.Yes, t.span
		if p.accept("BY") {
			role := p.word("a role")
			c.IgnorableBy = &role
			c.IgnorableSpan = t.span.To(role.Span)
		}
	case "ENABLE", "DISABLE":
		p.once(c.State != 0, c.StateSpan, t, "the firing state")
		p.pos++
		c.State = ast.Disabled
		if word == "ENABLE" {
			switch {
			case p.accept("ALWAYS"):
				c.State = ast.Always
			case p.accept("REPLICA"):
				c.State = ast.Replica
			default:
				p.errorAt("directive-syntax", "expected ALWAYS or REPLICA")
				return
			}
		}
		c.StateSpan = t.span.To(p.toks[p.pos-1].span)
	default:
		p.unknownClause(t)
	}
}

// param returns the kind's clause that begins with the token, or nil.
func (p *directiveParser) param(word string, t dtoken) *ast.Param {
	for _, a := range p.syntax.Params {
		switch {
		case a.Keyword != "":
			if a.Keyword == word || a.Keyword == t.text {
				return a
			}
		case a.Form == ast.ColumnsForm:
			if t.text == "(" {
				return a
			}
		case a.Form == ast.TransitionsForm:
			if p.isTransition() {
				return a
			}
		case a.Form == ast.ColumnForm:
			if t.word && p.pos+1 < len(p.toks) && p.toks[p.pos+1].text == "." {
				return a
			}
		}
	}
	return nil
}

func (p *directiveParser) unknownClause(t dtoken) {
	words := slices.Clone(headerWords)
	forms := make([]string, len(p.syntax.Params))
	for i, a := range p.syntax.Params {
		forms[i] = a.String()
		if a.Keyword != "" && a.Keyword != "=" {
			words = append(words, a.Keyword)
		}
	}
	help := ""
	var fixes []diag.Fix
	if others := p.kindsWith(t); len(others) > 0 {
		help = strings.ToUpper(t.text) + " is a clause of " + strings.Join(others, ", ")
	} else if t.word {
		help = diag.DidYouMean(strings.ToUpper(t.text), words)
		fixes = respellKeyword(t, words)
	}
	switch {
	case help != "":
	case len(forms) > 0:
		help = p.syntax.Name + " takes " + strings.Join(forms, ", ")
	default:
		help = p.syntax.Name + " takes a header and MESSAGE, ERRCODE, HINT, IGNORABLE, ENABLE or DISABLE"
	}
	p.add(diag.Diagnostic{
		Code: "unknown-clause", Span: t.span, Message: fmt.Sprintf("unexpected %s in the clauses of %s", shown(t.text), p.syntax.Name),
		Help: help, SQLState: "42601", Fixes: fixes,
	})
}

// respellKeyword returns the fix of a misspelled keyword, which keeps the case
// that it is written in.
func respellKeyword(t dtoken, words []string) []diag.Fix {
	return diag.Respell(t.span, t.text, words, func(s string) string {
		if strings.ToUpper(t.text) == t.text {
			return s
		}
		return strings.ToLower(s)
	})
}

// kindsWith returns the kinds that have a clause which begins with the token.
func (p *directiveParser) kindsWith(t dtoken) []string {
	var kinds []string
	for _, k := range p.grammar {
		if slices.ContainsFunc(k.Params, func(a *ast.Param) bool { return t.word && a.Keyword == strings.ToUpper(t.text) }) {
			kinds = append(kinds, k.Name)
		}
	}
	return kinds
}

// shown quotes a piece of the user's text for a message.
func shown(text string) string {
	if strings.ContainsAny(text, "\"\\") {
		return "`" + text + "`"
	}
	return fmt.Sprintf("%q", text)
}

func (p *directiveParser) arg(d *ast.Directive, param *ast.Param) {
	first := p.toks[p.pos]
	if other := d.Arg(param); other != nil {
		what := param.Keyword
		if what == "" {
			what = "the clause " + param.String()
		}
		p.once(true, other.Span, first, what)
		return
	}
	if param.Keyword != "" {
		p.pos++
	}
	a := &ast.Arg{Param: param}
	switch param.Form {
	case ast.ColumnsForm:
		a.Columns = p.columns()
	case ast.AssignmentsForm:
		a.Assigns = p.assignments()
	case ast.ExpressionForm:
		a.Expr = p.expression()
	case ast.ParenForm:
		a.Expr = p.value()
	case ast.StatementsForm:
		a.Stmts = p.statements()
	case ast.TransitionsForm:
		a.Transitions = p.transitions()
	case ast.StatesForm:
		a.States = p.states()
	case ast.FunctionForm:
		a.Name, a.FuncArgs = p.function()
	case ast.BodyForm:
		a.Body = p.body()
	case ast.TableForm:
		n := p.qualified("a table")
		a.Name = &n
	case ast.ColumnForm:
		table, column := p.columnName()
		a.Name, a.Columns = &table, []ast.Ident{column}
	case ast.ColumnListForm:
		if !p.done() && p.toks[p.pos].text != "(" {
			a.Columns = []ast.Ident{p.word("a column")}
		} else {
			a.Columns = p.columns()
		}
	case ast.WordForm:
		w := p.word("a name")
		a.Text = &ast.Text{Value: w.Name, Span: w.Span}
	case ast.StringForm:
		a.Text = p.str()
	case ast.ChoiceForm:
		a.Text = p.choice(param.Choices)
	case ast.FlagForm:
	case ast.OperandForm:
		p.operand(a)
	case ast.SourcesForm:
		a.Sources = p.sources()
	default:
		panic(fmt.Sprintf("parser: form %d", param.Form))
	}
	if p.failed {
		return
	}
	a.Span = first.span.To(p.toks[p.pos-1].span)
	d.Args = append(d.Args, a)
}

var eventWords = []string{"INSERT", "UPDATE", "DELETE", "TRUNCATE"}

func (p *directiveParser) isEvent() bool {
	return !p.done() && slices.Contains(eventWords, strings.ToUpper(p.toks[p.pos].text))
}

// notEvent reports that the current token is no event.
func (p *directiveParser) notEvent() {
	if p.done() || !p.toks[p.pos].word || slices.Contains(headerWords, strings.ToUpper(p.toks[p.pos].text)) {
		p.errorAt("directive-syntax", "expected INSERT, UPDATE, DELETE or TRUNCATE")
		return
	}
	t := p.toks[p.pos]
	p.add(diag.Diagnostic{
		Code: "unknown-event", Span: t.span, SQLState: "42601", Message: "unknown event " + shown(t.text),
		Help:  orList(diag.DidYouMean(t.text, eventWords), eventWords),
		Fixes: respellKeyword(t, eventWords),
	})
}

func (p *directiveParser) events(h *ast.Header) {
	for {
		if !p.isEvent() {
			p.notEvent()
			return
		}
		t := p.toks[p.pos]
		e := ast.EventSpec{Span: t.span}
		e.Event = map[string]ast.Event{"INSERT": ast.Insert, "UPDATE": ast.Update, "DELETE": ast.Delete, "TRUNCATE": ast.Truncate}[strings.ToUpper(t.text)]
		p.pos++
		if !p.done() && strings.EqualFold(p.toks[p.pos].text, "OF") {
			if e.Event != ast.Update {
				p.add(diag.Diagnostic{
					Code: "directive-syntax", Span: p.toks[p.pos].span, SQLState: "42601",
					Message: "only UPDATE can have a column list, not " + e.Event.String(),
				})
				return
			}
			p.pos++
			for {
				e.Columns = append(e.Columns, p.word("a column"))
				if p.failed || !p.symbol(",") {
					break
				}
			}
		}
		if p.failed {
			return
		}
		for _, other := range h.Events {
			if other.Event == e.Event {
				p.add(diag.Diagnostic{
					Code: "duplicate-event", Span: t.span, SQLState: "42601",
					Message: "event " + e.Event.String() + " is given twice",
					Related: []diag.Related{{Span: other.Span, Message: "other " + e.Event.String()}},
				})
				return
			}
		}
		h.Events = append(h.Events, e)
		if !p.accept("OR") {
			return
		}
	}
}

func (p *directiveParser) referencing(h *ast.Header) {
	first := p.toks[p.pos]
	p.pos++
	for !p.done() {
		t := p.toks[p.pos]
		var target **ast.Ident
		switch strings.ToUpper(t.text) {
		case "OLD":
			target = &h.OldTable
		case "NEW":
			target = &h.NewTable
		}
		if target == nil {
			break
		}
		p.pos++
		if p.accept("ROW") {
			p.add(diag.Diagnostic{
				Code: "transition-table", Span: t.span.To(p.toks[p.pos-1].span), SQLState: "0A000",
				Message: "REFERENCING names tables, not rows: the rows are OLD and NEW",
			})
			return
		}
		p.keyword("TABLE")
		p.accept("AS")
		if *target != nil {
			p.once(true, (*target).Span, t, strings.ToUpper(t.text)+" TABLE")
			return
		}
		id := p.word("a name for the table")
		if p.failed {
			return
		}
		*target = &id
	}
	if h.OldTable == nil && h.NewTable == nil {
		p.errorAt("directive-syntax", "expected OLD TABLE or NEW TABLE")
		return
	}
	h.Referencing = first.span.To(p.toks[p.pos-1].span)
}

func (p *directiveParser) columns() []ast.Ident {
	p.expect("(")
	var list []ast.Ident
	for !p.failed {
		id := p.word("a column")
		for _, other := range list {
			if !p.failed && other.Name == id.Name {
				p.add(diag.Diagnostic{
					Code: "duplicate-column", Span: id.Span, SQLState: "42701",
					Message: fmt.Sprintf("column %q is given twice", id.Name),
					Related: []diag.Related{{Span: other.Span, Message: "other one"}},
				})
			}
		}
		list = append(list, id)
		if p.failed || !p.symbol(",") {
			break
		}
	}
	p.expect(")")
	return list
}

func (p *directiveParser) assignments() []ast.Assignment {
	var list []ast.Assignment
	for !p.failed {
		if p.next("(") {
			list = append(list, p.assignedTogether()...)
			if p.failed || !p.symbol(",") {
				break
			}
			continue
		}
		a := ast.Assignment{Column: p.word("a column")}
		if !p.failed && p.symbol("=") {
			a.Value = p.expression()
		}
		list = append(list, a)
		if p.failed || !p.symbol(",") {
			break
		}
	}
	return list
}

// assignedTogether reads (a, b) = value.
func (p *directiveParser) assignedTogether() []ast.Assignment {
	columns := p.columns()
	if p.failed {
		return nil
	}
	p.expect("=")
	if p.failed {
		return nil
	}
	value := p.expression()
	var list []ast.Assignment
	for _, c := range columns {
		a := ast.Assignment{Column: c, Value: value}
		if len(columns) > 1 {
			a.Of = len(columns)
		}
		list = append(list, a)
	}
	return list
}

// operand reads a name, a string, or an expression in parentheses.
func (p *directiveParser) operand(a *ast.Arg) {
	switch {
	case p.next("("):
		a.Expr = p.value()
	case !p.done() && p.toks[p.pos].word:
		w := p.word("a name")
		a.Name = &ast.Name{Name: w.Name, Span: w.Span}
	case !p.done() && (p.toks[p.pos].kind == pg.Token_SCONST || p.toks[p.pos].kind == pg.Token_USCONST):
		a.Text = p.str()
	default:
		p.errorAt("directive-syntax", "expected a name, a string constant, or an expression in parentheses")
	}
}

func (p *directiveParser) sources() []ast.Source {
	var list []ast.Source
	for !p.failed {
		var s ast.Source
		if p.next("(") {
			s.Expr = p.value()
		} else {
			s.Column = p.word("a column, or an expression in parentheses")
		}
		if p.accept("WEIGHT") {
			s.Weight = p.str()
		}
		list = append(list, s)
		if p.failed || !p.symbol(",") {
			break
		}
	}
	return list
}

// expression cuts out an expression that is not in parentheses: up to a comma,
// or a word that begins the next clause.
func (p *directiveParser) expression() *ast.SQL {
	start, depth, cases := p.pos, 0, 0
	for ; p.pos < len(p.toks); p.pos++ {
		t := p.toks[p.pos]
		switch {
		case t.text == "(" || t.text == "[":
			depth++
		case t.text == ")" || t.text == "]":
			depth--
			if depth < 0 {
				p.add(diag.Diagnostic{
					Code: "directive-syntax", Span: t.span, SQLState: "42601", Message: "this parenthesis was never opened",
				})
				return nil
			}
		case strings.EqualFold(t.text, "CASE"):
			cases++
		case strings.EqualFold(t.text, "END"):
			cases--
		}
		if depth == 0 && cases <= 0 && p.pos > start && (t.text == "," || p.endsExpression()) {
			break
		}
	}
	return p.fragment(start, p.pos, exprFragment, "an expression")
}

// endsExpression reports whether the current token begins the next clause.
func (p *directiveParser) endsExpression() bool {
	t := p.toks[p.pos]
	if !t.word || strings.HasPrefix(t.text, `"`) || p.toks[p.pos-1].text == "." {
		return false
	}
	word := strings.ToUpper(t.text)
	if word == "NOT" {
		return p.pos+1 < len(p.toks) && slices.Contains([]string{"DEFERRABLE", "IGNORABLE"}, strings.ToUpper(p.toks[p.pos+1].text))
	}
	if slices.Contains(headerWords, word) {
		return true
	}
	return slices.ContainsFunc(p.syntax.Params, func(a *ast.Param) bool { return a.Keyword == word })
}

// paren cuts out what is between parentheses as one expression.
func (p *directiveParser) paren() *ast.SQL {
	start, end := p.group()
	if p.failed {
		return nil
	}
	return p.fragment(start, end, exprFragment, "a condition")
}

// value cuts out an expression that the grammar puts in parentheses. Those of
// a subquery are part of it.
func (p *directiveParser) value() *ast.SQL {
	start, end := p.group()
	if p.failed {
		return nil
	}
	if start < end && slices.Contains([]string{"SELECT", "WITH", "VALUES"}, strings.ToUpper(p.toks[start].text)) {
		start, end = start-1, end+1
	}
	return p.fragment(start, end, exprFragment, "an expression")
}

func (p *directiveParser) statements() []*ast.SQL {
	start, end := p.group()
	if p.failed {
		return nil
	}
	var list []*ast.SQL
	depth := 0
	for i := start; i <= end; i++ {
		switch {
		case i == end || p.toks[i].text == ";" && depth == 0:
			if i > start {
				list = append(list, p.fragment(start, i, stmtFragment, "a statement"))
			}
			start = i + 1
		case p.toks[i].text == "(":
			depth++
		case p.toks[i].text == ")":
			depth--
		}
	}
	if len(list) == 0 {
		p.add(diag.Diagnostic{Code: "directive-syntax", Span: p.toks[end].span, SQLState: "42601", Message: "expected a statement"})
	}
	return list
}

// group steps over a parenthesis and its match, and returns the range of the
// tokens inside.
func (p *directiveParser) group() (start, end int) {
	open := p.pos
	p.expect("(")
	start = p.pos
	depth := 1
	for ; !p.failed && p.pos < len(p.toks); p.pos++ {
		switch p.toks[p.pos].text {
		case "(":
			depth++
		case ")":
			depth--
		}
		if depth == 0 {
			p.pos++
			return start, p.pos - 1
		}
	}
	if !p.failed {
		p.add(diag.Diagnostic{
			Code: "directive-syntax", Span: p.toks[open].span, SQLState: "42601", Message: "this parenthesis is never closed",
			Help: p.continuation(),
		})
	}
	return 0, 0
}

func (p *directiveParser) transitions() []ast.Transition {
	var list []ast.Transition
	for !p.failed {
		var t ast.Transition
		if !p.done() && p.toks[p.pos].text == "*->" {
			s := p.toks[p.pos].span
			t.From = ast.State{Kind: ast.AnyState, Value: "*", Span: s.File.At(s.Start, s.Start+1)}
			p.pos++
		} else {
			t.From = p.state(true)
			if !p.failed && !p.symbol("->") {
				p.errorAt("directive-syntax", `expected "->"`)
			}
		}
		if p.failed {
			return nil
		}
		t.To = p.states()
		if p.failed {
			return nil
		}
		t.Span = t.From.Span.To(t.To[len(t.To)-1].Span)
		list = append(list, t)
		// Transitions on lines of their own need no comma.
		if !p.symbol(",") && !p.isTransition() {
			break
		}
	}
	return list
}

// isTransition reports whether the next tokens begin a transition. A state may
// be any word, so it is the arrow that tells.
func (p *directiveParser) isTransition() bool {
	for i := p.pos; i < min(p.pos+3, len(p.toks)); i++ {
		switch text := p.toks[i].text; {
		case text == "->":
			return i > p.pos
		case text == "*->":
			return i == p.pos
		case i > p.pos && text != "->" && p.toks[p.pos].text != "-":
			return false
		}
	}
	return false
}

func (p *directiveParser) states() []ast.State {
	var list []ast.State
	for !p.failed {
		list = append(list, p.state(false))
		if p.failed || !p.symbol("|") {
			break
		}
	}
	return list
}

// state reads a state: a word, a string, a number, NULL, or * where any state
// can stand.
func (p *directiveParser) state(any bool) ast.State {
	if p.done() {
		p.errorAt("directive-syntax", "expected a state")
		return ast.State{}
	}
	t := p.toks[p.pos]
	p.pos++
	s := ast.State{Kind: ast.Literal, Value: t.val, Span: t.span}
	switch {
	case t.text == "*":
		s.Kind = ast.AnyState
		if !any {
			p.add(diag.Diagnostic{
				Code: "directive-syntax", Span: t.span, Message: "* can only stand before the arrow",
				Help: "name the states that can follow",
			})
		}
	case t.text == "-" && !p.done() && p.isNumber(p.toks[p.pos]):
		s.Value = "-" + p.toks[p.pos].text
		s.Span = t.span.To(p.toks[p.pos].span)
		p.pos++
	case t.kw && t.val == "null":
		s.Kind = ast.NullState
	case t.word, t.kind == pg.Token_SCONST, t.kind == pg.Token_USCONST, p.isNumber(t):
	default:
		p.pos--
		p.errorAt("directive-syntax", "expected a state")
	}
	return s
}

func (p *directiveParser) isNumber(t dtoken) bool {
	return t.kind == pg.Token_ICONST || t.kind == pg.Token_FCONST
}

// function reads FUNCTION f(args); EXECUTE stands before it. Arguments are
// literals or bare words, which Postgres takes as strings.
func (p *directiveParser) function() (*ast.Name, []string) {
	if !p.accept("FUNCTION") && !p.accept("PROCEDURE") {
		p.errorAt("directive-syntax", "expected FUNCTION")
		return nil, nil
	}
	n := p.qualified("a function")
	p.expect("(")
	var args []string
	for !p.failed && !p.symbol(")") {
		if len(args) > 0 {
			p.expect(",")
		}
		if p.failed || p.done() {
			p.errorAt("directive-syntax", "expected an argument")
			break
		}
		t := p.toks[p.pos]
		p.pos++
		next := p.pos < len(p.toks) && p.toks[p.pos].text != "," && p.toks[p.pos].text != ")"
		if next || !t.word && t.kind != pg.Token_SCONST && !p.isNumber(t) {
			if next {
				t = p.toks[p.pos]
			}
			p.add(diag.Diagnostic{
				Code: "directive-syntax", Span: t.span, SQLState: "42601",
				Message: "arguments of a trigger function are literals, separated by commas",
			})
			break
		}
		args = append(args, t.val)
	}
	return &n, args
}

func (p *directiveParser) body() *ast.Body {
	if p.done() || p.toks[p.pos].kind != pg.Token_SCONST {
		p.errorAt("directive-syntax", "expected the body as a string constant: $$ … $$")
		return nil
	}
	t := p.toks[p.pos]
	p.pos++
	b := &ast.Body{Text: t.val, Span: t.span}
	if strings.HasPrefix(t.text, "$") {
		lead := strings.IndexByte(t.text[1:], '$') + 2
		prev := -1
		for i := range b.Text {
			if off := t.from.offset(t.start + lead + i); i == 0 || off != prev+1 {
				b.Pieces = append(b.Pieces, ast.Piece{Start: i, Offset: off})
				prev = off
			} else {
				prev++
			}
		}
	}
	p.frags.directiveBody(b)
	return b
}

func (p *directiveParser) qualified(what string) ast.Name {
	id := p.word(what)
	n := ast.Name{Name: id.Name, Span: id.Span}
	if !p.failed && p.symbol(".") {
		second := p.word(what)
		n = ast.Name{Schema: id.Name, Name: second.Name, Span: id.Span.To(second.Span)}
	}
	return n
}

// columnName reads [schema.]table.column.
func (p *directiveParser) columnName() (table ast.Name, column ast.Ident) {
	table = p.qualified("a table")
	if p.symbol(".") {
		return table, p.word("a column")
	}
	// Of two names the first is the table.
	column = ast.Ident{Name: table.Name, Span: p.toks[p.pos-1].span}
	first := p.toks[p.pos-3].span
	return ast.Name{Name: table.Schema, Span: first}, column
}

// word reads a name.
func (p *directiveParser) word(what string) ast.Ident {
	if p.failed {
		return ast.Ident{}
	}
	if p.done() || !p.toks[p.pos].word {
		p.errorAt("directive-syntax", "expected "+what)
		return ast.Ident{}
	}
	t := p.toks[p.pos]
	if t.res {
		p.add(diag.Diagnostic{
			Code: "directive-syntax", Span: t.span, SQLState: "42601",
			Message: fmt.Sprintf("expected %s, found the reserved word %q", what, t.text),
			Help:    fmt.Sprintf("if it is %s, write \"%s\" with the quotes", what, t.val),
		})
		return ast.Ident{}
	}
	p.pos++
	return ast.Ident{Name: t.val, Span: t.span}
}

// choice reads one of the words; reserved words of Postgres can be among them.
func (p *directiveParser) choice(words []string) *ast.Text {
	expected := "expected " + strings.Join(words, " or ")
	if p.done() || !p.toks[p.pos].word {
		p.errorAt("directive-syntax", expected)
		return nil
	}
	t := p.toks[p.pos]
	if !slices.Contains(words, t.val) {
		p.add(diag.Diagnostic{
			Code: "directive-syntax", Span: t.span, SQLState: "42601", Message: expected + ", found " + shown(t.text), Help: diag.DidYouMean(t.val, words),
		})
		return nil
	}
	p.pos++
	return &ast.Text{Value: t.val, Span: t.span}
}

func (p *directiveParser) str() *ast.Text {
	if p.done() || p.toks[p.pos].kind != pg.Token_SCONST && p.toks[p.pos].kind != pg.Token_USCONST {
		p.errorAt("directive-syntax", "expected a string constant: 'text'")
		return nil
	}
	t := p.toks[p.pos]
	if t.lines {
		p.multiline(t)
		return nil
	}
	p.pos++
	return &ast.Text{Value: t.val, Span: t.span}
}

func (p *directiveParser) multiline(t dtoken) {
	p.add(diag.Diagnostic{
		Code: "directive-syntax", Span: t.span, Message: "a string constant in a directive cannot go on in the next line",
		Help: `write two constants joined by ||, or \n in E'…'`,
	})
}

// fragment puts the tokens from start up to end aside to be parsed as SQL.
func (p *directiveParser) fragment(start, end int, kind fragmentKind, what string) *ast.SQL {
	if p.failed {
		return nil
	}
	if start == end {
		p.pos = min(start, len(p.toks))
		p.errorAt("directive-syntax", "expected "+what)
		return nil
	}
	for _, t := range p.toks[start:end] {
		if t.lines {
			p.multiline(t)
			return nil
		}
	}
	return p.frags.add(p.toks[start:end], kind)
}

func (p *directiveParser) done() bool { return p.failed || p.pos >= len(p.toks) }

// accept steps over an unquoted key word if it is next.
func (p *directiveParser) accept(word string) bool {
	if p.done() || !p.toks[p.pos].word || !strings.EqualFold(p.toks[p.pos].text, word) {
		return false
	}
	p.pos++
	return true
}

func (p *directiveParser) keyword(word string) source.Span {
	if !p.accept(word) {
		p.errorAt("directive-syntax", "expected "+word)
		return source.Span{}
	}
	return p.toks[p.pos-1].span
}

// next reports whether a symbol is next.
func (p *directiveParser) next(s string) bool {
	return !p.done() && p.toks[p.pos].text == s
}

// symbol steps over a symbol if it is next.
func (p *directiveParser) symbol(s string) bool {
	if !p.next(s) {
		return false
	}
	p.pos++
	return true
}

func (p *directiveParser) expect(s string) {
	if !p.failed && !p.symbol(s) {
		p.errorAt("directive-syntax", fmt.Sprintf("expected %q", s))
	}
}

// once reports a clause that has been given, at first.
func (p *directiveParser) once(given bool, first source.Span, t dtoken, what string) {
	if given && !p.failed {
		p.add(diag.Diagnostic{
			Code: "duplicate-clause", Span: t.span, SQLState: "42601", Message: what + " is given twice",
			Related: []diag.Related{{Span: first, Message: "other one"}},
		})
	}
}

// errorAt reports at the current token that something else was expected.
func (p *directiveParser) errorAt(code diag.Code, msg string) {
	if p.failed {
		return
	}
	if p.pos < len(p.toks) {
		t := p.toks[p.pos]
		p.add(diag.Diagnostic{Code: code, Span: t.span, Message: msg + ", found " + shown(t.text), SQLState: "42601"})
		return
	}
	last := p.toks[len(p.toks)-1].span
	p.add(diag.Diagnostic{
		Code: code, Span: last, Message: msg + " after " + shown(last.String()), SQLState: "42601", Help: p.continuation(),
	})
}

// continuation says how a directive goes on, if a comment below might have
// been meant to belong to it.
func (p *directiveParser) continuation() string {
	_, below, _ := strings.Cut(p.file.SQL()[p.text.lines[len(p.text.lines)-1].End:], "\n")
	text, ok := strings.CutPrefix(strings.TrimLeft(below, " \t"), "--")
	if !ok || strings.HasPrefix(strings.TrimLeft(text, " \t"), marker) {
		return ""
	}
	return `a directive goes on over comment lines directly below that are indented by two or more blanks after "--"`
}

func (p *directiveParser) errorf(code diag.Code, span source.Span, format string, args ...any) {
	p.add(diag.Diagnostic{Code: code, Span: span, Message: fmt.Sprintf(format, args...)})
}

func (p *directiveParser) add(d diag.Diagnostic) {
	d.Severity = diag.Error
	p.failed = true
	p.report.Add(d)
}
