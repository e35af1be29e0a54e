package parser

import (
	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
)

// declarations reads what stands behind DECLARE, with the word BEGIN.
func (p *plParser) declarations() (list []*ast.Declaration) {
	for {
		l := p.next()
		switch {
		case l.is("begin"):
			return list
		case l.is("declare"): // once more: no harm
			continue
		case l.is("<<"):
			p.anyIdent()
			p.expect(">>")
			p.fail("syntax-error", "42601", p.span(l.i, p.pos), "block label must be placed before DECLARE, not after")
		}
		list = append(list, p.declaration(l))
	}
}

// declared reads the name of a new variable.
func (p *plParser) declared(l lexeme) ast.Ident {
	if l.kind != wordLex && l.kind != keywordLex {
		p.unexpected(l, syntaxError, "a variable's name", "BEGIN")
	}
	id := p.ident(l.i)
	if v := p.top().find(id.Name); v != nil {
		d := diag.Diagnostic{
			Code: "duplicate-variable", Severity: diag.Error, SQLState: "42601", Span: id.Span,
			Message: "duplicate declaration of \"" + id.Name + "\"",
		}
		if !v.decl.Span.IsZero() {
			d.Related = []diag.Related{{Span: v.decl.Span, Message: "declared here"}}
		}
		panic(plError{d})
	}
	return id
}

func (p *plParser) declaration(first lexeme) *ast.Declaration {
	d := &ast.Declaration{Name: p.declared(first)}
	v := &variable{name: d.Name.Name, decl: d.Name}
	l := p.next()
	switch {
	case l.kind == keywordLex && l.text == "alias":
		p.alias(d, v)
	case l.kind == keywordLex && (l.text == "no" || l.text == "scroll" || l.text == "cursor"):
		p.cursorDecl(d, l)
		v.kind, v.ref, v.cursor = scalarVar, true, d.Cursor
	default:
		p.variableDecl(d, v, l)
	}
	p.top().vars = append(p.top().vars, v)
	d.Pos = p.closed(first.i)
	return d
}

// alias reads ALIAS FOR name; with the alias the scope holds one more name of
// the same variable.
func (p *plParser) alias(d *ast.Declaration, v *variable) {
	p.expect("for")
	l := p.next()
	if l.kind != wordLex && l.kind != keywordLex && l.kind != namesLex {
		p.unexpected(l, syntaxError, "a variable's name")
	}
	d.Alias = l.names
	of, n := p.lookup(l.names)
	if of == nil || len(l.names) > 1 && n == 0 {
		panic(plError{diag.Diagnostic{
			Code: "unknown-variable", Severity: diag.Error, SQLState: "42704", Span: p.at(l),
			Message: "variable \"" + p.at(l).String() + "\" does not exist", Help: diag.DidYouMean(l.names[0].Name, p.known()),
		}})
	}
	p.expect(";")
	name := v.name
	*v = *of
	v.name = name
}

func (p *plParser) variableDecl(d *ast.Declaration, v *variable, l lexeme) {
	if l.kind == keywordLex && l.text == "constant" {
		d.Constant = true
		l = p.next()
	}
	d.Type = p.datatype(l, v)
	v.constant = d.Constant
	l = p.next()
	if l.kind == keywordLex && l.text == "collate" {
		l = p.next()
		switch l.kind {
		case wordLex, keywordLex:
			d.Collate = ast.Name{Name: l.names[0].Name, Span: p.at(l)}
		case namesLex:
			n := len(l.names)
			d.Collate = ast.Name{Schema: l.names[n-2].Name, Name: l.names[n-1].Name, Span: p.at(l)}
		default:
			p.unexpected(l, syntaxError, "a collation")
		}
		l = p.next()
	}
	var notNull lexeme
	if l.is("not") {
		notNull = l
		d.NotNull = true
		p.expect("null")
		l = p.next()
	}
	switch {
	case l.is(":=", "="), l.kind == keywordLex && l.text == "default":
		d.Default, _ = p.expr(";")
	case !l.is(";"):
		p.unexpected(l, syntaxError, "NOT NULL", "DEFAULT", `":="`, `";"`)
	case d.NotNull:
		p.fail("not-null-variable", "22004", p.span(notNull.i, notNull.i+2),
			"variable %q must have a default value, since it's declared NOT NULL", v.name)
	}
}

// datatype reads a type up to what can follow it (read_datatype), and sets what
// is known of the variable's kind.
func (p *plParser) datatype(l lexeme, v *variable) *ast.VarType {
	start := l
	v.kind = unknownVar
	if l.kind == wordLex || l.kind == keywordLex || l.kind == namesLex {
		path := l.names
		if p.raw(l.j) == "%" && l.j+1 < len(p.toks) && p.toks[l.j+1].text[0] != '"' {
			var of ast.TypeOf
			switch p.toks[l.j+1].val {
			case "type":
				of = ast.ColumnType
				v.unsure = true
				if len(path) == 1 {
					p.typeOf(v, path)
				}
			case "rowtype":
				of = ast.RowType
				v.kind = recordVar
			}
			if of != 0 {
				p.next()
				p.next()
				name := ast.TypeName{Name: ast.Name{Span: p.at(l)}, Pct: of == ast.ColumnType}
				for i, n := range path {
					if i > 0 {
						name.Name.Name += "."
					}
					name.Name.Name += n.Name
				}
				t := &ast.VarType{Of: of, Path: path, Name: name}
				p.arrayOf(t, v)
				t.Pos = p.posOf(start.i)
				return t
			}
		}
	}
	depth := 0
	for !l.is(";") {
		if l.kind == endLex {
			if depth != 0 {
				p.unexpected(l, "mismatched parentheses")
			}
			p.unexpected(l, "incomplete data type declaration")
		}
		if l.kind == keywordLex && (l.text == "collate" || l.text == "default") || l.is("not", "=", ":=") {
			break
		}
		if depth == 0 && l.is(",", ")") {
			break
		}
		switch {
		case l.is("("):
			depth++
		case l.is(")"):
			depth--
		}
		l = p.next()
	}
	if l.i == start.i {
		p.unexpected(l, "missing data type declaration")
	}
	p.back(l)
	t := &ast.VarType{Of: ast.PlainType, Pos: ast.Pos{At: p.span(start.i, l.i)}}
	p.plainKind(v, start.i, l.i)
	f := &fragment{kind: typeFragment, toks: p.toks[start.i:l.i], body: p.body, typ: t, sql: &ast.SQL{Span: t.At}}
	p.frags.list = append(p.frags.list, f)
	return t
}

// arrayOf reads the brackets behind %TYPE, which Postgres takes since 17.
func (p *plParser) arrayOf(t *ast.VarType, v *variable) {
	start := p.pos
	if p.pos < len(p.toks) && p.toks[p.pos].word && p.toks[p.pos].val == "array" {
		p.next()
		t.Name.Array = 1
	}
	for p.raw(p.pos) == "[" {
		p.next()
		if p.pos < len(p.toks) && p.raw(p.pos) != "]" {
			p.next()
		}
		p.expect("]")
		t.Name.Array++
	}
	if p.pos > start {
		v.kind, v.unsure = scalarVar, false
		*p.frags.newer = append(*p.frags.newer, ast.Newer{
			Span: p.span(start, p.pos), Version: 17, SQLState: "42601", What: "an array of %TYPE or %ROWTYPE",
		})
	}
}

// typeOf gives a variable the kind of the one of which it has the type.
func (p *plParser) typeOf(v *variable, path []ast.Ident) {
	if of, _ := p.lookup(path); of != nil && of.kind == scalarVar {
		v.kind, v.ref, v.unsure = scalarVar, of.ref, of.unsure
	}
}

// scalarTypes are types of pg_catalog that are no rows, by the words that
// name them.
var scalarTypes = wordSet(`bigint bigserial bit bool boolean box bpchar bytea char character cidr circle date dec decimal double
	float float4 float8 hstore inet int int2 int4 int8 integer interval json jsonb jsonpath line lseg macaddr macaddr8 money
	name national nchar numeric oid path pg_lsn point polygon real refcursor regclass regproc regprocedure regtype smallint
	text time timestamp timestamptz timetz tsquery tsvector uuid varbit varchar xid xid8 xml
	int4range int8range numrange tsrange tstzrange daterange`)

// plainKind sets the kind of a variable from the tokens of its type.
func (p *plParser) plainKind(v *variable, i, j int) {
	last := p.toks[j-1]
	name := p.toks[i]
	if p.raw(i+1) == "." && name.val == "pg_catalog" && i+2 < j {
		name = p.toks[i+2]
		i += 2
	}
	switch {
	case last.text == "]" || last.word && last.val == "array":
		v.kind = scalarVar
	case i+1 == j && name.val == "record":
		v.kind = recordVar
	case i+1 == j && name.val == "refcursor":
		v.kind, v.ref = scalarVar, true
	case p.raw(i+1) != "." && name.word && scalarTypes[name.val]:
		v.kind = scalarVar
	}
}

// cursorDecl reads [[NO] SCROLL] CURSOR [(args)] {IS | FOR} query;
func (p *plParser) cursorDecl(d *ast.Declaration, l lexeme) {
	c := &ast.CursorDecl{}
	d.Cursor = c
	if l.text == "no" {
		c.Scroll = ast.No
		p.keyword("scroll")
		l = p.keyword("cursor")
	} else if l.text == "scroll" {
		c.Scroll = ast.Yes
		l = p.keyword("cursor")
	}
	p.push(d.Name.Name, false)
	l = p.next()
	if l.is("(") {
		for {
			l = p.next()
			a := ast.CursorParam{Name: p.declared(l)}
			v := &variable{name: a.Name.Name, decl: a.Name}
			a.Type = p.datatype(p.next(), v)
			p.top().vars = append(p.top().vars, v)
			c.Args = append(c.Args, a)
			if l = p.next(); !l.is(",") {
				break
			}
		}
		if !l.is(")") {
			p.unexpected(l, syntaxError, `","`, `")"`)
		}
		l = p.next()
	}
	if !l.is("for") && !(l.kind == keywordLex && l.text == "is") {
		p.unexpected(l, syntaxError, "FOR", "IS")
	}
	c.Query = p.query()
	p.pop()
}
