package kind

import (
	"fmt"
	"slices"
	"strings"

	"github.com/trigc/trigc/analyzer/expr"
	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/ir"
	"github.com/trigc/trigc/internal/pgname"
	"github.com/trigc/trigc/internal/schema"
	"github.com/trigc/trigc/internal/source"
)

// notify tells listeners.
var notify = &Kind{
	Name: "notify",
	Doc: "Sends a notification on a channel, which its listeners get once the transaction has committed: of each row that is inserted, updated or deleted, " +
		"unless the header names other events. An UPDATE that changes nothing of the row sends none; with a condition, `when (true)` too, that alone decides. " +
		"The payload is a JSON object with schema, table, operation and the row's key, and old_key if an UPDATE changed that; " +
		"or PAYLOAD, in which a whole row (NEW) becomes JSON, and NULL is the empty text. " +
		"One over 7,999 bytes, which Postgres refuses, is replaced by that object with \"truncated\": true, without the key if even that is too long. " +
		"FOR EACH STATEMENT, and of TRUNCATE, there is one notification for the statement, whatever rows it had: the object has no key then, and PAYLOAD can be made of the transition tables; " +
		"with a condition on rows it is sent if a row meets it, and those tables have the rows that do. " +
		"Postgres sends equal payloads on a channel once for each transaction.",
	Example: "notify tell channel posts\n" +
		"notify published after update channel 'Feed' payload (json_build_object('id', NEW.id, 'slug', NEW.slug)) when (changed(status) AND NEW.status = 'published')\n" +
		"notify forgotten after delete for each statement referencing old table as gone channel feed payload (SELECT json_agg(g.id) FROM gone AS g)",
	Params: []*ast.Param{notifyChannel, notifyPayload},
	Lower:  lowerNotify,
}

var (
	notifyChannel = &ast.Param{Keyword: "CHANNEL", Form: ast.OperandForm, Needed: true,
		Doc: "the channel: a name, folded as LISTEN folds it, or a text; of an expression that is NULL nobody is told"}
	notifyPayload = &ast.Param{Keyword: "PAYLOAD", Form: ast.ParenForm, Doc: "the payload: json, or anything else as text"}
)

// maxPayload is the longest payload in bytes (NOTIFY_PAYLOAD_MAX_LENGTH of
// async.c, which the end's zero counts for).
const maxPayload = 7999

// Variables of a function that notifies.
const (
	payloadVariable = "trigc_payload"
	channelVariable = "trigc_channel"
)

func lowerNotify(p *Pass) *ir.Unit {
	h, ok := p.header(defaults{
		timings: []ast.Timing{ast.After},
		events:  []ast.Event{ast.Insert, ast.Update, ast.Delete, ast.Truncate}, event: []ast.Event{ast.Insert, ast.Update, ast.Delete},
		levels:  []ast.Level{ast.Row, ast.Statement},
		columns: true, transition: true, deferrable: true, when: true,
	})
	if !ok {
		return nil
	}
	main, truncate := p.levels(h)
	for _, one := range p.notifyHeaders(main, truncate, nil) {
		if !p.rules(*one) {
			return nil
		}
	}
	cond := p.condition(main)
	if p.failed || usesRows(cond) && p.truncateHasRows(&h, "leave out NEW and OLD") {
		return nil
	}
	if truncate != nil && p.tellsRows(main) {
		p.errorf("truncate-row", truncate.Events[0].Span, "", "write a directive of its own for TRUNCATE", "TRUNCATE has no rows of which a notification could be made")
		return nil
	}
	u := p.unit("notifies " + p.channelDoc() + " " + strings.ToLower(h.Timing.String()) + " " + eventNames(&h) + whenDoc(cond))
	for i, one := range p.notifyHeaders(main, truncate, cond) {
		suffix := ""
		if i > 0 {
			suffix = strings.ToLower(one.Events[0].Event.String())
		}
		t := p.notification(one, main, cond, suffix)
		if cond == nil && one.Level == ast.Row && hasEvent(one, ast.Update) {
			t.When = []string{expr.AnyChanged(p.Table, false)}
		}
		u.Triggers = append(u.Triggers, t)
	}
	if p.failed {
		return nil
	}
	if !hasEvent(main, ast.Insert) && !hasEvent(main, ast.Delete) {
		u.Triggers = append(u.Triggers, p.moved(u.Triggers[0], main, p.notifyMoved)...)
	}
	return u
}

// notifyHeaders returns the headers of the triggers that a directive needs.
func (p *Pass) notifyHeaders(main, truncate *ast.Header, cond *expr.Expr) []*ast.Header {
	list := apart(*main)
	switch {
	case main.Level == ast.Statement && usesRows(cond):
		list = p.filteredHeaders(list, cond)
	case main.Level == ast.Row && cond == nil && hasEvent(main, ast.Update) && len(main.Events) > 1:
		// A trigger of its own for UPDATE leaves out rows that stay as they are.
		var update, others []ast.EventSpec
		for _, e := range main.Events {
			if e.Event == ast.Update {
				update = append(update, e)
			} else {
				others = append(others, e)
			}
		}
		list = []*ast.Header{withEvents(*main, others...), withEvents(*main, update...)}
	}
	if truncate != nil {
		list = append(list, truncate)
	}
	return list
}

// tellsRows reports whether the channel or the payload is made of a row.
func (p *Pass) tellsRows(h *ast.Header) bool {
	scope := p.value(h)
	scope.Report = new(diag.Report)
	for _, a := range p.Directive.Args {
		if a.Expr == nil {
			continue
		}
		if e := scope.Check(a.Expr); e.UsesOld() || e.UsesNew() {
			return true
		}
	}
	return false
}

func hasEvent(h *ast.Header, event ast.Event) bool {
	return slices.ContainsFunc(h.Events, func(e ast.EventSpec) bool { return e.Event == event })
}

// notifyMoved makes the twin that tells of rows that move to another
// partition. If a row stays, its AFTER trigger tells the same once more, which
// Postgres drops.
func (p *Pass) notifyMoved(before *ast.Header, suffix string) *ir.Trigger {
	cond, ok := p.conditionBefore(before)
	if !ok {
		return nil
	}
	quiet := *p
	quiet.Report = new(diag.Report) // its mistakes have been reported
	t := quiet.notification(before, before, cond, suffix)
	if a := p.Directive.Arg(notifyPayload); a != nil && wholeRow(a.Expr) && slices.ContainsFunc(p.Table.Columns, func(c *schema.Column) bool { return c.Generated }) {
		quiet.failed = true
	}
	if quiet.failed {
		p.warnf("moved-rows", p.Directive.Name.Span, "leave those columns out, or add INSERT and DELETE to the events",
			"rows that move to another partition are not told of: for them the notification is made BEFORE, when NEW has no generated columns")
		return nil
	}
	if cond == nil {
		t.When = []string{expr.AnyChanged(p.Table, true)}
	}
	return t
}

// filteredHeaders returns headers for a condition on the rows of a statement.
// It needs transition tables, and so a trigger for each event.
func (p *Pass) filteredHeaders(headers []*ast.Header, cond *expr.Expr) []*ast.Header {
	var list []*ast.Header
	for _, h := range headers {
		if !p.rowsOfStatement(h) {
			return nil
		}
		for _, e := range h.Events {
			if len(e.Columns) > 0 {
				p.errorf("transition-table", e.Columns[0].Span, "0A000", "write UPDATE, and changed(…) in the condition",
					"a condition on the rows of a statement cannot be combined with a column list")
				return nil
			}
			one := withEvents(*h, e)
			if cond.UsesOld() && one.OldTable == nil {
				one.OldTable = &ast.Ident{Name: oldTable, Span: h.LevelSpan}
			}
			if cond.UsesNew() && one.NewTable == nil {
				one.NewTable = &ast.Ident{Name: newTable, Span: h.LevelSpan}
			}
			list = append(list, one)
		}
	}
	return list
}

// notification makes the trigger under a header, which may be for one of the
// events of the whole.
func (p *Pass) notification(h, whole *ast.Header, cond *expr.Expr, suffix string) *ir.Trigger {
	t := p.trigger(h, suffix)
	scope := p.value(h)
	scope.Pseudo = false
	scope.Rows = h.Level == ast.Row
	scope.Events = nil
	for _, e := range whole.Events { // OLD is NULL in INSERT, NEW in DELETE
		scope.Events = append(scope.Events, e.Event)
	}
	var with, tested []string
	for _, table := range [][2]*ast.Ident{{whole.OldTable, h.OldTable}, {whole.NewTable, h.NewTable}} {
		if table[0] != nil {
			scope.Tables = append(scope.Tables, table[0].Name)
			if table[1] == nil {
				with = append(with, p.emptyTable(table[0].Name))
			}
		}
	}
	rows := "" // the table of the rows that meet the condition
	switch {
	case cond == nil:
	case h.Level == ast.Statement && usesRows(cond):
		f := p.filtered(t, h, cond)
		if f == nil {
			return t
		}
		with = append(with, f.with()...)
		rows = f.tables[len(f.tables)-1].name
	default:
		t.When, tested = cond.Split()
	}
	channel, computed := p.channel(scope)
	payload, long := p.payload(scope, h)
	if p.failed {
		return t
	}
	body := p.send(t.Function, h, channel, computed, payload, long, with, rows)
	if len(tested) > 0 {
		body = []ir.Stmt{ir.If{Cond: conjunction(tested), Then: body}}
	}
	t.Function.Header = useColumn
	t.Function.Body = append(body, passOn(h))
	return t
}

// send returns the statements that send one notification. computed is set if
// the channel is an expression, long if the payload may be too long.
func (p *Pass) send(f *ir.Function, h *ast.Header, channel string, computed bool, payload string, long bool, with []string, rows string) []ir.Stmt {
	if !computed && !long && with == nil {
		return []ir.Stmt{perform(channel, payload)}
	}
	values, into := []string{payload}, []string{payloadVariable}
	f.Vars = append(f.Vars, [2]string{payloadVariable, "pg_catalog.text"})
	if computed {
		values, into = append(values, channel), append(into, channelVariable)
		f.Vars = append(f.Vars, [2]string{channelVariable, "pg_catalog.text"})
		channel = channelVariable
	}
	var list []ir.Stmt
	if with == nil {
		for i := range values {
			list = append(list, ir.Exec{SQL: into[i] + " := " + values[i]})
		}
	} else {
		where := ""
		if rows != "" {
			where = "\nWHERE EXISTS (SELECT FROM " + pgname.Quote(rows) + ")"
		}
		list = append(list, ir.Exec{SQL: "WITH " + strings.Join(with, ",\n") + "\nSELECT " + strings.Join(values, ", ") +
			" INTO " + strings.Join(into, ", ") + where})
	}
	var tell []ir.Stmt
	if long {
		tooLong := "pg_catalog.octet_length(" + payloadVariable + ") > " + fmt.Sprint(maxPayload)
		set := func(value string, then ...ir.Stmt) ir.Stmt {
			return ir.If{Cond: tooLong, Then: append([]ir.Stmt{ir.Exec{SQL: payloadVariable + " := " + value}}, then...)}
		}
		if short := p.summary(h, false, true); p.keyOf(h) == nil {
			tell = append(tell, set(short))
		} else {
			tell = append(tell, set(p.summary(h, true, true), set(short)))
		}
	}
	tell = append(tell, perform(channel, payloadVariable))
	var needs []string
	if rows != "" {
		needs = append(needs, "FOUND")
	}
	if computed {
		needs = append(needs, channelVariable+" IS NOT NULL")
	}
	if needs != nil {
		tell = []ir.Stmt{ir.If{Cond: strings.Join(needs, " AND "), Then: tell}}
	}
	return append(list, tell...)
}

func perform(channel, payload string) ir.Stmt {
	return ir.Exec{SQL: "PERFORM pg_catalog.pg_notify(" + channel + ", " + payload + ")"}
}

// channel renders the channel; computed is set if it is an expression.
func (p *Pass) channel(scope *expr.Scope) (sql string, computed bool) {
	a := p.Directive.Arg(notifyChannel)
	switch {
	case a.Name != nil:
		return p.channelName(a.Name.Name, a.Name.Span), false
	case a.Text != nil:
		return p.channelName(a.Text.Value, a.Text.Span), false
	}
	if k, ok := a.Expr.Root.(*ast.Const); ok && k.Kind == ast.StringConst {
		return p.channelName(k.Value, k.Span()), false
	}
	e := scope.Check(a.Expr)
	p.failed = p.failed || e.Bad()
	return "(" + e.SQL() + ")::pg_catalog.text", true
}

// channelDoc names the channel in a line of documentation.
func (p *Pass) channelDoc() string {
	switch a := p.Directive.Arg(notifyChannel); {
	case a.Name != nil:
		return "channel " + a.Name.Name
	case a.Text != nil:
		return "channel " + a.Text.Value
	}
	return "a channel"
}

// channelName renders a channel that is known, if Postgres takes its name.
func (p *Pass) channelName(name string, at source.Span) string {
	switch {
	case name == "":
		p.errorf("channel-name", at, "22023", "write the name that listeners use", "channel name cannot be empty")
	case len(name) > pgname.MaxLen:
		p.errorf("channel-name", at, "22023", fmt.Sprintf("shorten it to %d bytes", pgname.MaxLen), "channel name is %d bytes long, and Postgres takes %d", len(name), pgname.MaxLen)
	}
	return pgname.Literal(name)
}

// payload renders the payload; long is set if it may be longer than Postgres
// takes.
func (p *Pass) payload(scope *expr.Scope, h *ast.Header) (sql string, long bool) {
	a := p.Directive.Arg(notifyPayload)
	if a == nil {
		return p.summary(h, true, false), p.longKey(h)
	}
	e := scope.Check(a.Expr)
	p.failed = p.failed || e.Bad()
	sql = e.SQL()
	if wholeRow(a.Expr) {
		sql = "pg_catalog.to_json(" + strings.ToUpper(a.Expr.Root.(*ast.ColumnRef).Parts[0].Name) + ")"
	}
	return "(" + sql + ")::pg_catalog.text", true
}

// wholeRow reports whether an expression is OLD or NEW.
func wholeRow(sql *ast.SQL) bool {
	ref, ok := sql.Root.(*ast.ColumnRef)
	return ok && len(ref.Parts) == 1
}

// keyOf returns the columns that name the row of a notification, or nil.
func (p *Pass) keyOf(h *ast.Header) []*schema.Column {
	if h.Level == ast.Statement {
		return nil
	}
	return p.Table.RowKey()
}

// longKey reports whether a key may take more bytes than a payload has.
func (p *Pass) longKey(h *ast.Header) bool {
	key := p.keyOf(h)
	if len(key) > 8 {
		return true // names of columns are 63 bytes at most, which JSON may escape
	}
	for _, c := range key {
		if !c.Type.IsInteger() && !c.Type.IsDateTime() && !c.Type.IsBoolean() && c.Type.Enum() == nil && !isBuiltin(c.Type, "uuid") {
			return true
		}
	}
	return false
}

// summary renders the JSON object that tells what happened to which row.
func (p *Pass) summary(h *ast.Header, keyed, truncated bool) string {
	key := p.keyOf(h)
	updates, deletes := false, false
	for _, e := range h.Events {
		updates = updates || e.Event == ast.Update
		deletes = deletes || e.Event == ast.Delete
	}
	object := func(row string) string {
		fields := make([]string, len(key))
		for i, c := range key {
			fields[i] = pgname.Literal(c.Name) + ", " + row + "." + pgname.Quote(c.Name)
		}
		return "pg_catalog.json_build_object(" + strings.Join(fields, ", ") + ")"
	}
	operation := "TG_OP"
	if len(h.Events) == 1 {
		operation = pgname.Literal(h.Events[0].Event.String())
	}
	build := func(more string) string {
		if truncated {
			more += ", 'truncated', true"
		}
		// TG_TABLE_NAME would be that of the partition.
		return "pg_catalog.json_build_object('schema', " + pgname.Literal(p.Table.Schema) + ", 'table', " + pgname.Literal(p.Table.Name) +
			", 'operation', " + operation + more + ")"
	}
	var sql string
	switch {
	case key == nil || !keyed:
		sql = build("")
	case deletes && len(h.Events) == 1:
		sql = build(", 'key', " + object("OLD"))
	case !updates && !deletes:
		sql = build(", 'key', " + object("NEW"))
	default:
		sql = "CASE"
		if deletes {
			sql += "\n  WHEN TG_OP = 'DELETE' THEN " + build(", 'key', "+object("OLD"))
		}
		if updates {
			test := ""
			if len(h.Events) > 1 {
				test = "TG_OP = 'UPDATE' AND "
			}
			sql += "\n  WHEN " + test + expr.Compare(key, true, false) + " THEN " + build(", 'key', "+object("NEW")+", 'old_key', "+object("OLD"))
		}
		sql += "\n  ELSE " + build(", 'key', "+object("NEW")) + "\nEND"
	}
	return "(" + sql + ")::pg_catalog.text"
}
