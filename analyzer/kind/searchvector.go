package kind

import (
	"fmt"
	"strings"

	"github.com/trigc/trigc/analyzer/expr"
	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/ir"
	"github.com/trigc/trigc/internal/pgname"
	"github.com/trigc/trigc/internal/schema"
	"github.com/trigc/trigc/internal/source"
)

// searchVector keeps the text search vector of a row.
var searchVector = &Kind{
	Name: "searchvector",
	Doc: "Keeps a tsvector column: the words of the sources, each with its weight. A source is a column (text, an array of text, json or jsonb, " +
		"of which the strings count, or another tsvector) or an expression over NEW in parentheses, subqueries included; one that is NULL counts as empty. " +
		"It fires before INSERT, and before an UPDATE that changes a source or the vector itself: what the caller gave for that does not count. " +
		"What an expression reads in other tables is read again at every UPDATE of the row. " +
		"USING names the text search configuration, pg_catalog.english by default: a string is its name, a name is a column of type regconfig, " +
		"and an expression over NEW stands in parentheses. A row whose configuration is NULL is indexed by pg_catalog.simple.",
	Example: "searchvector search_posts (search) from title weight 'A', body\n" +
		"searchvector search_more (search) from title weight 'A', tags weight 'B', (NEW.meta ->> 'summary') weight 'C' using lang\n" +
		"searchvector search_words (search) from title, (SELECT string_agg(k.word, ' ') FROM keywords AS k WHERE k.post_id = NEW.id) using 'pg_catalog.simple'",
	Params:    []*ast.Param{searchColumn, searchFrom, searchUsing},
	Maintains: func(p *Pass) (*schema.Relation, []string) { return p.Table, p.maintained(searchColumn) },
	Lower:     lowerSearchVector,
}

var (
	searchColumn = &ast.Param{Form: ast.ColumnsForm, Doc: "the column, if the directive does not stand at it"}
	searchFrom   = &ast.Param{Keyword: "FROM", Form: ast.SourcesForm, Needed: true, Doc: "the sources, with weights from A, the highest, to D, the default"}
	searchUsing  = &ast.Param{Keyword: "USING", Form: ast.OperandForm, Doc: "the configuration: 'name', or a column or expression of type regconfig"}
)

const (
	defaultConfiguration = "'pg_catalog.english'::pg_catalog.regconfig"
	// nullConfiguration is of rows that do not say which they want: words as
	// they are, of no language.
	nullConfiguration = "'pg_catalog.simple'"
)

func lowerSearchVector(p *Pass) *ir.Unit {
	h, ok := p.header(defaults{
		timings: []ast.Timing{ast.Before}, events: []ast.Event{ast.Insert, ast.Update}, event: []ast.Event{ast.Insert, ast.Update},
		levels: []ast.Level{ast.Row}, when: true,
	})
	if !ok || !p.rules(h) {
		return nil
	}
	c := p.columnArg(searchColumn)
	if c == nil || !p.assignable(&h, c, p.columnSpan(searchColumn)) {
		return nil
	}
	if !c.Type.Unknown && !isBuiltin(c.Type, "tsvector") {
		p.errorf("column-type", p.columnSpan(searchColumn), "42804", "declare it as tsvector", "column %q is of type %s, not tsvector", c.Name, c.Type)
		return nil
	}
	cond := p.condition(&h)
	v := &vector{Pass: p, column: c, scope: p.value(&h)}
	v.scope.Pseudo = false
	if len(h.Events) > 1 {
		v.scope.Events = []ast.Event{ast.Insert} // one value for both: there is no OLD
	}
	config := v.configuration()
	parts := v.sources(config)
	if p.failed {
		return nil
	}
	u := p.unit("keeps " + c.Name + ", the search vector, before " + eventNames(&h) + whenDoc(cond))
	for _, r := range dedup(v.reads) {
		u.Reads = append(u.Reads, r.Name)
	}
	value := ir.Assign{Column: c.Name, Value: strings.Join(parts, "\n    || ")}
	for _, e := range h.Events {
		suffix := ""
		if len(u.Triggers) > 0 {
			suffix = strings.ToLower(e.Event.String())
		}
		t := p.trigger(withEvents(h, e), suffix)
		var tested []string
		if cond != nil {
			t.When, tested = cond.Split()
		}
		if e.Event == ast.Update && !v.outside {
			t.When = append([]string{expr.Compare(append(dedup(v.reads), c), true, false)}, t.When...)
		}
		assign(t, tested, value)
		if len(u.Triggers) > 0 {
			t.Function = u.Triggers[0].Function // it does the same
		}
		u.Triggers = append(u.Triggers, t)
	}
	return u
}

// A vector is the value of a search vector under construction.
type vector struct {
	*Pass
	column *schema.Column
	scope  *expr.Scope
	// reads are the columns that the value is made of; outside is set if it is
	// also made of what other tables have.
	reads   []*schema.Column
	outside bool
}

// configuration renders the text search configuration.
func (v *vector) configuration() string {
	a := v.Directive.Arg(searchUsing)
	switch {
	case a == nil:
		return defaultConfiguration
	case a.Text != nil:
		return v.namedConfiguration(a.Text)
	case a.Name != nil:
		if at := a.Name.Span; v.Table.Column(a.Name.Name) == nil && v.DB.ConfigurationAt(*a.Name, v.Postgres, at.File, at.Start) != "" {
			d := expr.UnknownColumn(v.Table, a.Name.Name, at)
			d.Help = "if it is the configuration, write '" + a.Name.Name + "'"
			v.add(d)
			return ""
		}
		c := v.column1(ast.Ident{Name: a.Name.Name, Span: a.Name.Span})
		if c == nil {
			return ""
		}
		if !c.Type.Unknown && !isBuiltin(c.Type, "regconfig") {
			help := "write the name of a configuration in single quotes, or an expression in parentheses"
			if c.Type.IsText() {
				help = "declare it as regconfig, or write USING (NEW." + pgname.Quote(c.Name) + "::regconfig)"
			}
			v.errorf("column-type", a.Name.Span, "42804", help, "column %q is of type %s, not regconfig", c.Name, c.Type)
		}
		if c.NotNull {
			return "NEW." + pgname.Quote(c.Name)
		}
		return "COALESCE(NEW." + pgname.Quote(c.Name) + ", " + nullConfiguration + ")"
	}
	return "COALESCE((" + v.expression(a.Expr) + ")::pg_catalog.regconfig, " + nullConfiguration + ")"
}

// namedConfiguration renders a configuration that the text names, with its
// schema: as the trigger fires, any search path may be in force.
func (v *vector) namedConfiguration(t *ast.Text) string {
	name, ok := pgname.Parse(t.Value)
	if !ok || len(name) > 2 {
		v.errorf("unknown-configuration", t.Span, "42602", "write 'schema.name'", "text \"%s\" is no name of a text search configuration", t.Value)
		return ""
	}
	n := ast.Name{Name: name[len(name)-1]}
	if len(name) > 1 {
		n.Schema = name[0]
	}
	found := v.DB.ConfigurationAt(n, v.Postgres, t.Span.File, t.Span.Start)
	if found == "" && n.Schema != "" && (v.DB.Opaque || v.DB.Extended()) {
		found = n.Schema // an extension may have made it
	}
	if found == "" {
		help := diag.DidYouMean(t.Value, v.DB.ConfigurationNames(v.Postgres))
		if help == "" {
			help = "CREATE TEXT SEARCH CONFIGURATION makes one; write 'schema.name' for one that an extension makes"
		}
		v.errorf("unknown-configuration", t.Span, "42704", help, "text search configuration \"%s\" does not exist", t.Value)
		return ""
	}
	return pgname.Literal(pgname.Qualify(found, n.Name)) + "::pg_catalog.regconfig"
}

// sources renders the vectors of the sources.
func (v *vector) sources(config string) []string {
	var list []string
	seen := map[*schema.Column]source.Span{}
	for _, s := range v.Directive.Arg(searchFrom).Sources {
		weight := v.weight(s.Weight)
		id := s.Column
		if s.Expr != nil {
			if ref, ok := s.Expr.Root.(*ast.ColumnRef); ok && len(ref.Parts) == 2 && ref.Parts[0].Name == "new" && !ref.Star {
				id = ref.Parts[1] // (NEW.a) is the column
			}
		}
		var sql string
		if id.Name != "" {
			c := v.column1(id)
			switch other, twice := seen[c]; {
			case c == nil:
				continue
			case twice:
				v.add(diag.Diagnostic{
					Code: "duplicate-column", Severity: diag.Error, Span: id.Span, Message: fmt.Sprintf("column %q is given twice", c.Name),
					Related: related(other, "other one"),
				})
				continue
			}
			seen[c] = id.Span
			sql = v.ofColumn(c, id.Span, config)
		} else {
			value := v.expression(s.Expr)
			v.textLike(s.Expr)
			sql = "pg_catalog.to_tsvector(" + config + ", (" + value + "))"
		}
		if weight != "" {
			sql = "pg_catalog.setweight(" + sql + ", '" + weight + "')"
		}
		list = append(list, "COALESCE("+sql+", '')")
	}
	return list
}

// weight checks a weight; "" is that of new words, D.
func (v *vector) weight(t *ast.Text) string {
	if t == nil {
		return ""
	}
	w := strings.ToUpper(t.Value)
	if len(w) != 1 || w < "A" || w > "D" {
		v.errorf("search-weight", t.Span, "", "a weight is 'A', 'B', 'C' or 'D'", "%q is no weight", t.Value)
	}
	return w
}

// column1 returns a column that the vector is made of, or reports why it
// cannot be.
func (v *vector) column1(id ast.Ident) *schema.Column {
	c := v.Pass.column(id)
	switch {
	case c == nil:
		return nil
	case c == v.column:
		v.errorf("search-source", id.Span, "", "", "column %q would be made of itself", c.Name)
		return nil
	case c.Generated:
		v.add(diag.Diagnostic{
			Code: "generated-column", Severity: diag.Error, Span: id.Span, Help: "use the columns it is made of",
			Message: fmt.Sprintf("BEFORE triggers see no generated columns of NEW, and %q is one", c.Name),
			Related: related(c.Decl, "column declared here"),
		})
		return nil
	}
	v.reads = append(v.reads, c)
	return c
}

// ofColumn renders the vector of a column's words.
func (v *vector) ofColumn(c *schema.Column, at source.Span, config string) string {
	value := "NEW." + pgname.Quote(c.Name)
	base := c.Type.Base()
	switch {
	case isBuiltin(c.Type, "tsvector"):
		return value
	case isBuiltin(c.Type, "json"), isBuiltin(c.Type, "jsonb"):
	case base.Array > 0:
		element := *base
		element.Array = 0
		if !element.Unknown && !element.IsText() {
			v.errorf("column-type", at, "", "write an expression in parentheses that makes text of it", "column %q is of type %s, which has no words", c.Name, c.Type)
		}
		value = "pg_catalog.array_to_string(" + value + ", ' ')"
	case isBuiltin(c.Type, "text"):
	case c.Type.IsText(), c.Type.Unknown:
		value += "::pg_catalog.text"
	default:
		v.errorf("column-type", at, "42804", "if it should be searched, write (NEW."+pgname.Quote(c.Name)+"::text)",
			"column %q is of type %s, which has no words", c.Name, c.Type)
	}
	return "pg_catalog.to_tsvector(" + config + ", " + value + ")"
}

// expression checks and renders an expression over NEW, and notes what it
// reads.
func (v *vector) expression(sql *ast.SQL) string {
	e := v.scope.Check(sql)
	if e.Bad() {
		v.failed = true
		return ""
	}
	v.outside = v.outside || expr.HasSubquery(sql.Root)
	ast.Walk(sql.Root, func(n ast.Node) bool {
		ref, ok := n.(*ast.ColumnRef)
		if !ok || len(ref.Parts) == 0 || ref.Parts[0].Name != "new" {
			return true
		}
		if len(ref.Parts) == 1 { // the whole row
			for _, c := range v.Table.Columns {
				if c != v.column && !c.Generated {
					v.reads = append(v.reads, c)
				}
			}
			return true
		}
		switch c := v.Table.Column(ref.Parts[1].Name); {
		case c == v.column && c != nil:
			v.errorf("search-source", ref.Span(), "", "", "column %q would be made of itself", c.Name)
		case c != nil:
			v.reads = append(v.reads, c)
		}
		return true
	})
	return e.SQL()
}

// textLike reports an expression of which no vector can be made.
func (v *vector) textLike(sql *ast.SQL) {
	name := v.scope.TypeOf(sql)
	switch bare, _, _ := strings.Cut(name, "("); bare {
	case "", "text", "character varying", "character", "bpchar", "name", "citext", "json", "jsonb", "unknown":
		return
	}
	v.errorf("column-type", sql.Span, "42883", "make text of it", "the expression is of type %s, which has no words", name)
}

// isBuiltin reports whether a type, or what a domain is over, is that type of
// Postgres.
func isBuiltin(t *schema.TypeRef, name string) bool {
	b := t.Base()
	return b.Array == 0 && b.Def == nil && b.Schema == "pg_catalog" && b.Name == name
}
