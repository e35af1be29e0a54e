package kind

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/trigc/trigc/analyzer/rules"
	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/ir"
	"github.com/trigc/trigc/internal/pgname"
	"github.com/trigc/trigc/internal/schema"
	"github.com/trigc/trigc/internal/source"
)

// trigger is the raw form.
var trigger = &Kind{
	Name: "trigger",
	Doc: "A trigger with a body of your own: EXECUTE FUNCTION f(args), AS $$ PL/pgSQL $$, or the function or the CREATE TRIGGER " +
		"that the directive stands above or, with ON alone, names. An adopted CREATE TRIGGER keeps its definition and can be ignored from then on. " +
		"With a condition on rows, a body AS $$ … $$ FOR EACH STATEMENT sees only the rows that meet it in its transition tables, and is not entered if there are none.",
	Example: "trigger loud after delete as $$ BEGIN RAISE NOTICE 'post % is gone', OLD.id; RETURN NULL; END $$\n" +
		"trigger same before update execute function suppress_redundant_updates_trigger()",
	Params: []*ast.Param{triggerExecute, triggerBody},
	Adopts: true,
	Lower:  lowerTrigger,
}

var (
	triggerExecute = &ast.Param{Keyword: "EXECUTE", Form: ast.FunctionForm, Doc: "the function that is called"}
	triggerBody    = &ast.Param{Keyword: "AS", Form: ast.BodyForm, Doc: "the body, as in CREATE FUNCTION … LANGUAGE plpgsql"}
)

func lowerTrigger(p *Pass) *ir.Unit {
	d := p.Directive
	if d.At.Trigger != nil && d.Header.On == nil {
		return p.adopt(d.At.Trigger)
	}
	h, ok := p.header(defaults{
		timings: []ast.Timing{ast.After, ast.Before, ast.InsteadOf},
		events:  []ast.Event{ast.Insert, ast.Update, ast.Delete, ast.Truncate},
		levels:  []ast.Level{ast.Row, ast.Statement},
		columns: true, transition: true, deferrable: true, when: true,
	})
	if !ok {
		return nil
	}
	if d.Header.Timing == 0 {
		p.errorf("missing-timing", d.Name.Span, "", "write BEFORE, AFTER or INSTEAD OF", "trigger needs to know when it fires")
		return nil
	}
	if !p.rules(h) {
		return nil
	}
	t := p.trigger(&h, "")
	as, execute := d.Arg(triggerBody), d.Arg(triggerExecute)
	rows := h.Level == ast.Statement && (as != nil || !h.Referencing.IsZero()) && p.filters(&h)
	var cond []string
	switch {
	case !rows:
		cond = p.rowCondition(&h)
	case as == nil:
		p.errorf("filtered-body", h.WhenSpan, "", "give the body as AS $$ … $$, or leave out the condition and write it in the function's statements",
			"a condition on the rows of a statement filters its transition tables, which cannot be done in a function that is not trigc's")
	}
	switch {
	case as != nil && execute != nil:
		p.errorf("duplicate-clause", execute.Span, "", "write one of them", "trigger has two bodies")
	case as == nil && execute == nil && d.At.Function == nil:
		p.errorf("missing-body", d.Name.Span, "", "write AS $$ … $$ or EXECUTE FUNCTION f(), or put the directive above a CREATE FUNCTION … RETURNS trigger", "trigger has no body")
	case as != nil:
		t.Function.Body = []ir.Stmt{ir.Raw{Text: as.Body.Text}}
		if rows {
			p.filterBody(t, &h, as.Body)
		}
	case execute != nil:
		p.existing(t, *execute.Name, execute.FuncArgs)
		def := &rules.Def{Span: execute.Span, Table: p.Table, Header: h, Postgres: p.Postgres}
		if !p.failed && p.function(*execute.Name) == nil && !rules.Builtin(def, p.DB, *execute.Name, execute.FuncArgs, nil, p.Report) {
			p.failed = true
		}
	default:
		f := d.At.Function
		p.existing(t, f.Name, nil)
	}
	if p.failed {
		return nil
	}
	if cond != nil {
		t.When = cond
	}
	u := p.unit("is a trigger " + h.Timing.String() + " " + eventNames(&h))
	if as != nil {
		u.Block, u.Header = as.Body.Block, &h
	}
	return one(u, t)
}

// filters reports whether a condition looks at the rows of a statement.
func (p *Pass) filters(h *ast.Header) bool {
	if h.When == nil {
		return false
	}
	s := p.scope(h)
	s.Report = new(diag.Report) // a mistake is reported by who asks for it
	return usesRows(s.Condition(h.When, "WHEN"))
}

var variableConflict = regexp.MustCompile(`(?im)^\s*#\s*variable_conflict\s+(\w+)`)

// filterBody lets the SQL of a body see the transition tables with only the
// rows that meet the condition, and skips the body if there is none.
func (p *Pass) filterBody(t *ir.Trigger, h *ast.Header, b *ast.Body) {
	cond := p.condition(h)
	if p.failed {
		return
	}
	f := p.filtered(t, h, cond)
	if f == nil {
		return
	}
	// OLD and NEW are aliases in what stands for a table, and variables of
	// PL/pgSQL too.
	switch option := variableConflict.FindStringSubmatchIndex(b.Text); {
	case option == nil:
		t.Function.Header = useColumn
	case !strings.EqualFold(b.Text[option[2]:option[3]], "use_column"):
		p.errorf("filtered-body", b.At(option[2], option[3]), "", "write use_column, or leave out the option",
			"the transition tables cannot be filtered where a variable can be meant by the name of a column")
		return
	}
	var text strings.Builder
	at := 0
	for _, use := range b.Uses {
		text.WriteString(b.Text[at:use.Start])
		at = use.End
		switch name := pgname.Quote(use.Table); use.Kind {
		case ast.PlainUse:
			text.WriteString(f.table(use.Table) + " AS " + name)
		case ast.AliasedUse:
			text.WriteString(f.table(use.Table))
		case ast.CommandUse:
			text.WriteString("SELECT * FROM " + f.table(use.Table) + " AS " + name)
		case ast.TargetUse:
			p.errorf("transition-table", use.Span, "0A000", "", "relation %q cannot be the target of a modifying statement: it is a transition table", use.Table)
		case ast.DynamicUse:
			p.errorf("filtered-body", use.Span, "", "write the condition in the statements, and leave out WHEN",
				"transition table %q cannot be filtered in dynamic SQL", use.Table)
		default:
			p.errorf("filtered-body", use.Span, "", "call one of them otherwise, or write the condition in the statements, and leave out WHEN",
				"it cannot be told whether %q is the transition table here, which is to be filtered", use.Table)
		}
	}
	text.WriteString(b.Text[at:])
	t.Function.Body = []ir.Stmt{
		ir.If{Cond: "NOT " + f.any(), Then: []ir.Stmt{ir.Return{Row: "NULL"}}},
		ir.Raw{Text: text.String()},
	}
}

// rowCondition checks the condition of a trigger whose body trigc does not
// know, so that nothing of it can be tested there.
func (p *Pass) rowCondition(h *ast.Header) []string {
	if h.When == nil {
		return nil
	}
	s := p.scope(h)
	s.Rows = h.Level == ast.Row
	s.Subqueries = false
	e := s.Condition(h.When, "WHEN")
	if e.Bad() {
		p.failed = true
		return nil
	}
	plain, _ := e.Split()
	return plain
}

// existing makes t call a function that trigc does not own.
func (p *Pass) existing(t *ir.Trigger, name ast.Name, args []string) {
	f := p.function(name)
	if f == nil && p.failed {
		return
	}
	schemaName := name.Schema // "" is left to the search path: an extension's, perhaps
	switch {
	case f != nil:
		schemaName = f.Schema
	case schemaName == "" && schema.IsTriggerFunction(name.Name):
		schemaName = "pg_catalog"
	}
	t.Function = &ir.Function{Schema: schemaName, Name: name.Name}
	t.Args = args
	p.insteadOf(t)
}

// insteadOf refuses to guard an INSTEAD OF trigger whose body is not trigc's:
// such a trigger has no WHEN, so only its body could test the setting.
func (p *Pass) insteadOf(t *ir.Trigger) {
	if t.Timing == ast.InsteadOf && p.Directive.Common.Ignorable != ast.No {
		p.errorf("instead-of-guard", p.Directive.Name.Span, "", "write NOT IGNORABLE, or give the body as AS $$ … $$",
			"an INSTEAD OF trigger has no WHEN, and the function is not trigc's: nothing could test whether it is ignored")
	}
}

// function finds a trigger function, or reports that it is none.
func (p *Pass) function(name ast.Name) *schema.Function {
	if (name.Schema == "" || name.Schema == "pg_catalog") && schema.IsTriggerFunction(name.Name) {
		return nil
	}
	candidates := p.DB.LookupFunctionsAt(name, name.Span.File, name.Span.Start)
	for _, f := range candidates {
		if len(f.Args) == 0 {
			if !f.Trigger {
				p.add(diag.Diagnostic{
					Code: "not-a-trigger-function", Severity: diag.Error, Span: name.Span, SQLState: "42P17",
					Message: fmt.Sprintf("function %q must return type trigger", name.String()),
					Related: related(f.Decl.Name.Span, "function declared here"),
				})
				return nil
			}
			return f
		}
	}
	if p.DB.Opaque || p.DB.Extended() {
		return nil
	}
	help := diag.DidYouMean(name.Name, p.DB.TriggerFunctionNames())
	if len(candidates) > 0 {
		help = "a trigger function is declared without arguments; it finds those of EXECUTE FUNCTION in TG_ARGV"
	}
	state := "42883"
	if name.Schema != "" && p.DB.Schemas[name.Schema] == nil {
		state = "3F000" // invalid_schema_name
	}
	p.errorf("unknown-function", name.Span, state, help, "function %q does not exist", name.String()+"()")
	return nil
}

// adopt makes the trigger of a CREATE TRIGGER again, with the ignore test
// added to its condition.
func (p *Pass) adopt(s *ast.CreateTrigger) *ir.Unit {
	d := p.Directive
	if spans := headerSpans(d); len(spans) > 0 {
		p.errorf("header-not-allowed", spans[0], "", "leave it out", "the trigger below has a header and a body already")
		return nil
	}
	if p.raisesNothing(); p.failed {
		return nil
	}
	if d.Name.Name != s.Name.Name { // the analyzer has filled in one that was left out
		p.add(diag.Diagnostic{
			Code: "adopted-name", Severity: diag.Error, Span: d.Name.Span,
			Message: fmt.Sprintf("the trigger below is called %q", s.Name.Name), Help: "write " + pgname.Quote(s.Name.Name) + ", or no name",
			Related: []diag.Related{{Span: s.Name.Span, Message: "trigger declared here"}},
		})
		return nil
	}
	live := p.Table.Trigger(s.Name.Name)
	if live == nil || live.Decl != s {
		p.errorf("dead-trigger", d.Name.Span, "", "put the directive above the statement that makes it last", "the trigger below is dropped, replaced or renamed later")
		return nil
	}
	if len(live.ColumnRenames) > 0 {
		p.errorf("dead-trigger", d.Name.Span, "", "drop the trigger and make it again with the names of now", "columns that the trigger below names are renamed later")
		return nil
	}
	h := s.Header
	def := &rules.Def{Span: s.Name.Span, Table: p.Table, Header: h, Constraint: s.Constraint, Postgres: p.Postgres}
	if !rules.Check(def, p.Report) {
		return nil
	}
	rowCond := p.rowCondition(&h)
	if p.failed {
		return nil
	}
	t := p.trigger(&h, "")
	t.Adopted, t.SchemaState = true, live.State
	if s.From != nil {
		t.From = p.DB.RelationAt(*s.From, s.From.Span.File, s.From.Span.Start)
	}
	t.Constraint = s.Constraint
	t.When = rowCond
	if d.Common.State == 0 {
		t.State = live.State
	}
	p.existing(t, s.Func, s.FuncArgs)
	if p.failed {
		return nil
	}
	return one(p.unit("is a trigger "+h.Timing.String()+" "+eventNames(&h)), t)
}

// HasHeader reports whether a directive has a header, but for ON, or clauses of
// its kind.
func HasHeader(d *ast.Directive) bool { return len(headerSpans(d)) > 0 }

// headerSpans returns the places of a directive's header and clauses.
func headerSpans(d *ast.Directive) []source.Span {
	h := &d.Header
	list := []source.Span{h.TimingSpan, h.LevelSpan, h.Referencing, h.DeferSpan, h.WhenSpan}
	for _, e := range h.Events {
		list = append(list, e.Span)
	}
	for _, a := range d.Args {
		list = append(list, a.Span)
	}
	list = slices.DeleteFunc(list, source.Span.IsZero)
	slices.SortFunc(list, source.Span.Compare)
	return list
}
