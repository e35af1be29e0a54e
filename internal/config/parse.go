package config

import (
	"errors"
	"fmt"
	"go/token"
	"maps"
	slashpath "path"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/BurntSushi/toml"

	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/source"
)

// The oldest and the newest major version of Postgres there are checks for,
// and the one that is meant if none is named.
const (
	MinPostgres     = 14
	MaxPostgres     = 18
	DefaultPostgres = 15
)

// Parse reads a pgtrigger.toml and returns its databases in the order of the
// file: one for each [[database]], else one without a name. Defaults are
// filled in. Mistakes go to r; if there are any, what is returned is the part
// that could be understood. Whether the rules of [vet.rules] exist is not
// known here: see [Vet.Check].
func Parse(f *source.File, r *diag.Report) []Config {
	p := &parser{file: f, report: r}
	if i := invalidUTF8(f.Text()); i >= 0 {
		p.add("bad-toml", extent{i, i + 1}, "TOML is UTF-8, which this byte is not", "save the file as UTF-8")
		return nil
	}
	// Editors on Windows put a byte order mark; the library stumbles over it.
	text := f.Text()
	if rest, ok := strings.CutPrefix(text, "\ufeff"); ok {
		text = "   " + rest
	}
	var doc map[string]any
	if _, err := toml.Decode(text, &doc); err != nil {
		p.syntax(err)
		return nil
	}
	p.spans = scanSpans(text)
	root := table{p, "", doc, ""}
	p.version(root)

	if _, ok := doc["database"]; !ok {
		root.unknown(slices.Concat([]string{"version", "database"}, databaseKeys()))
		c := p.database(root)
		p.outputs([]Config{c}, []path{""})
		return []Config{c}
	}
	var (
		list  []Config
		paths []path
		named = map[string]path{}
	)
	for _, key := range databaseKeys() {
		if e, ok := p.spans.key[path("").at(key)]; ok {
			p.add("misplaced-key", e, fmt.Sprintf("%q of which database?", key),
				"where there are [[database]] tables, it stands in them")
		}
	}
	root.unknown(slices.Concat([]string{"version", "database"}, databaseKeys()))
	for _, t := range root.tables("database") {
		t.unknown(append([]string{"name"}, databaseKeys()...))
		c := p.database(t)
		c.Name = t.str("name")
		switch first, dup := named[c.Name]; {
		case !t.has("name"):
			p.add("missing-key", p.spans.key[t.path], `a database needs a "name"`, `name = "main"`)
		case t.m["name"] == "":
			p.add("bad-value", t.val("name"), "the name of a database is empty", "")
		case dup && c.Name != "":
			p.report.Add(diag.Diagnostic{
				Code: "bad-value", Severity: diag.Error, Span: p.at(t.val("name")),
				Message: fmt.Sprintf("two databases are named %q", c.Name),
				Related: []diag.Related{{Span: p.at(p.spans.val[first.at("name")]), Message: "the other one"}},
			})
		default:
			named[c.Name] = t.path
		}
		list, paths = append(list, c), append(paths, t.path)
	}
	p.outputs(list, paths)
	return list
}

// databaseKeys returns the keys that a database may have, but for its name.
func databaseKeys() []string {
	return []string{"postgres", "schema", "schema_format", "sql", "go", "migrations", "vet", "policy"}
}

type parser struct {
	file   *source.File
	report *diag.Report
	spans  *spans
}

func (p *parser) at(e extent) source.Span { return p.file.At(e.start, e.end) }

func (p *parser) add(code diag.Code, e extent, message, help string) {
	p.report.Add(diag.Diagnostic{Code: code, Severity: diag.Error, Span: p.at(e), Message: message, Help: help})
}

// syntax reports what the TOML library does not accept.
func (p *parser) syntax(err error) {
	var pe toml.ParseError
	if !errors.As(err, &pe) {
		p.add("bad-toml", extent{}, err.Error(), "")
		return
	}
	text := p.file.Text()
	start := max(0, min(pe.Position.Start, len(text)))
	end := min(start+pe.Position.Len, len(text))
	// The library counts a blank before the offending text in.
	for start < end-1 && text[start] == ' ' {
		start++
	}
	m := strings.TrimSuffix(pe.Message, ".")
	if c, size := utf8.DecodeRuneInString(m); size > 0 && len(m) > 1 && m[1] >= 'a' {
		m = strings.ToLower(string(c)) + m[size:]
	}
	p.add("bad-toml", extent{start, end}, m, "")
}

// version checks the version of the file's format, which is 1.
func (p *parser) version(root table) {
	v, ok := root.m["version"]
	if !ok {
		p.add("missing-key", extent{}, `the file needs a "version"`, "put version = 1 at its top")
		return
	}
	switch n, isInt := v.(int64); {
	case !isInt:
		root.wrongType("version", "an integer", "version = 1")
	case n != 1:
		p.add("bad-value", root.val("version"), fmt.Sprintf("version %d of the file format is not known", n),
			"1 is; a newer trigc may know it")
	}
}

// database reads the keys that each database may have.
func (p *parser) database(t table) Config {
	c := Config{Postgres: DefaultPostgres}
	if n, ok := t.integer("postgres"); ok {
		if n < MinPostgres || n > MaxPostgres {
			p.add("bad-value", t.val("postgres"), fmt.Sprintf("postgres %d is not supported", n),
				fmt.Sprintf("from %d to %d are", MinPostgres, MaxPostgres))
		} else {
			c.Postgres = int(n)
		}
	}
	c.Schema = t.schema()
	c.SchemaFormat = t.oneOf("schema_format", append([]string{"auto"}, Formats()...))
	if c.SchemaFormat == "auto" {
		c.SchemaFormat = ""
	}

	sql := t.table("sql")
	sql.unknown([]string{"install", "uninstall"})
	c.SQL.Install = sql.output("install")
	c.SQL.Uninstall = sql.output("uninstall")

	c.Go = t.table("go").golang()

	m := t.table("migrations")
	m.unknown([]string{"dir", "format"})
	c.Migrations.Dir = m.output("dir")
	c.Migrations.Format = m.oneOf("format", append([]string{"auto"}, Formats()...))
	if c.Migrations.Format == "auto" {
		c.Migrations.Format = ""
	}
	if !m.has("dir") && len(m.m) > 0 {
		p.add("missing-key", p.spans.key[m.path], `[migrations] needs a "dir"`, `dir = "db/migrations"`)
	}

	c.Vet = t.table("vet").vet()
	if t.has("policy") {
		c.Policies = t.policies()
	}
	return c
}

// schema reads the schema files, which there must be.
func (t table) schema() []string {
	v, ok := t.m["schema"]
	if !ok {
		at := t.p.spans.key[t.path] // of the root, the start of the file
		t.p.add("missing-key", at, `which files hold the schema? "schema" is missing`, `schema = ["schema/*.sql"]`)
		return nil
	}
	if s, isString := v.(string); isString {
		at := t.p.at(t.val("schema"))
		t.p.report.Add(diag.Diagnostic{
			Code: "wrong-type", Severity: diag.Error, Span: at,
			Message: `"schema" is an array of strings, not a string`,
			Help:    "put it in brackets: [" + strconv.Quote(s) + "]",
			Fixes: []diag.Fix{{Message: "put it in brackets", Edits: []diag.Edit{
				{Span: at, Text: "[" + at.String() + "]"}}}},
		})
		return nil
	}
	list, ok := v.([]any)
	if !ok {
		t.wrongType("schema", "an array of strings", `schema = ["schema/*.sql"]`)
		return nil
	}
	if len(list) == 0 {
		t.p.add("bad-value", t.val("schema"), `"schema" names no files`, `schema = ["schema/*.sql"]`)
	}
	var out []string
	for i, v := range list {
		at := t.p.spans.val[t.path.at("schema").index(i)]
		s, ok := v.(string)
		if !ok {
			t.p.add("wrong-type", at, `"schema" is an array of strings, not of `+typeName(v)+"s", "")
			continue
		}
		if t.p.checkPath(s, at) {
			out = append(out, s)
		}
	}
	return out
}

// golang reads [go].
func (t table) golang() Go {
	t.unknown([]string{"out", "package", "driver"})
	g := Go{Out: t.output("out"), Package: t.str("package"), Driver: t.oneOf("driver", Drivers())}
	if g.Driver == "" {
		g.Driver = Drivers()[0]
	}
	valid := func(name string) bool { return token.IsIdentifier(name) && name != "_" }
	switch {
	case t.has("package"):
		if _, isString := t.m["package"].(string); isString && !valid(g.Package) {
			t.p.add("bad-value", t.val("package"), fmt.Sprintf("%q cannot name a Go package", g.Package),
				"letters, digits and underscores, no digit first, no keyword")
			g.Package = ""
		}
	case g.Out != "":
		if name := slashpath.Base(slashpath.Clean(g.Out)); valid(name) {
			g.Package = name
		} else {
			t.p.add("bad-value", t.val("out"), fmt.Sprintf("the package cannot be named %q as its directory is", name),
				`give it a name with package = "triggers"`)
		}
	}
	if g.Out == "" && len(t.m) > 0 && !t.has("out") {
		t.p.add("missing-key", t.p.spans.key[t.path], `[go] needs an "out"`, `out = "internal/triggers"`)
	}
	return g
}

// outputs reports two outputs that would be written to one place.
func (p *parser) outputs(list []Config, paths []path) {
	seen := map[string]extent{}
	for i, c := range list {
		sql := paths[i].at("sql")
		for _, o := range []struct {
			file string
			at   extent
		}{
			{c.SQL.Install, p.spans.val[sql.at("install")]},
			{c.SQL.Uninstall, p.spans.val[sql.at("uninstall")]},
			{c.Go.Out, p.spans.val[paths[i].at("go").at("out")]},
		} {
			if o.file == "" {
				continue
			}
			name := slashpath.Clean(o.file)
			if first, dup := seen[name]; dup {
				p.report.Add(diag.Diagnostic{
					Code: "bad-value", Severity: diag.Error, Span: p.at(o.at),
					Message: fmt.Sprintf("two outputs go to %q", name),
					Related: []diag.Related{{Span: p.at(first), Message: "the other one"}},
				})
			}
			seen[name] = o.at
		}
	}
}

// checkPath reports a path that cannot be one of pgtrigger.toml.
func (p *parser) checkPath(s string, at extent) bool {
	switch {
	case s == "":
		p.add("bad-path", at, "the path is empty", "")
	case strings.Contains(s, `\`):
		p.add("bad-path", at, fmt.Sprintf("%q has a backslash", s), "paths have slashes, on Windows too")
	case strings.HasPrefix(s, "/"), len(s) > 1 && s[1] == ':':
		p.add("bad-path", at, fmt.Sprintf("%q is absolute", s), "paths are relative to the file they stand in")
	default:
		return true
	}
	return false
}

// invalidUTF8 returns the offset of the first byte that is not UTF-8, or -1.
func invalidUTF8(s string) int {
	if utf8.ValidString(s) {
		return -1
	}
	for i, c := range s {
		if c == utf8.RuneError {
			if _, size := utf8.DecodeRuneInString(s[i:]); size == 1 {
				return i
			}
		}
	}
	panic("config: invalid UTF-8 that is nowhere")
}

// A table is a TOML table and where it is.
type table struct {
	p    *parser
	path path
	m    map[string]any
	name string // as a user writes it, "vet.rules"; "" is the document
}

func (t table) has(key string) bool { _, ok := t.m[key]; return ok }

// val returns the place of the key's value.
func (t table) val(key string) extent { return t.p.spans.val[t.path.at(key)] }

// label returns the key as a user knows it.
func (t table) label(key string) string {
	if t.name == "" {
		return key
	}
	return t.name + "." + key
}

// unknown reports the keys that are not among the known ones.
func (t table) unknown(known []string) {
	for _, key := range slices.Sorted(maps.Keys(t.m)) {
		if slices.Contains(known, key) {
			continue
		}
		in := "pgtrigger.toml"
		if t.name != "" {
			in = "[" + t.name + "]"
		}
		help := diag.DidYouMean(key, known)
		if help == "" {
			help = "there are " + quoted(known)
		}
		t.p.add("unknown-key", t.p.spans.key[t.path.at(key)], fmt.Sprintf("%s has no key %q", in, key), help)
	}
}

func (t table) wrongType(key, want, help string) {
	t.p.add("wrong-type", t.val(key),
		fmt.Sprintf("%q is %s, not %s", t.label(key), want, withArticle(typeName(t.m[key]))), help)
}

// str returns the key's string, "" if there is none.
func (t table) str(key string) string {
	v, ok := t.m[key]
	if !ok {
		return ""
	}
	s, ok := v.(string)
	if !ok {
		t.wrongType(key, "a string", "")
	}
	return s
}

// integer returns the key's integer and whether there is one.
func (t table) integer(key string) (int64, bool) {
	v, ok := t.m[key]
	if !ok {
		return 0, false
	}
	n, ok := v.(int64)
	if !ok {
		help := ""
		if s, isString := v.(string); isString && s != "" && strings.Trim(s, "0123456789") == "" {
			help = "without the quotes: " + s
		}
		t.wrongType(key, "an integer", help)
	}
	return n, ok
}

// oneOf returns the key's string, "" if it is none of the values.
func (t table) oneOf(key string, values []string) string {
	s := t.str(key)
	if _, isString := t.m[key].(string); !isString || slices.Contains(values, s) {
		return s
	}
	help := diag.DidYouMean(s, values)
	if help == "" {
		help = "possible: " + quoted(values)
	}
	t.p.add("bad-value", t.val(key), fmt.Sprintf("%q cannot be %q", t.label(key), s), help)
	return ""
}

// output returns the key's path, which stays under the file's directory.
func (t table) output(key string) string {
	s := t.str(key)
	if s == "" || !t.p.checkPath(s, t.val(key)) {
		return ""
	}
	if c := slashpath.Clean(s); c == ".." || strings.HasPrefix(c, "../") {
		t.p.add("bad-path", t.val(key), fmt.Sprintf("%q leads out of the directory of pgtrigger.toml", s),
			"put pgtrigger.toml above all that it writes")
		return ""
	}
	return s
}

// table returns the key's table, an empty one if there is none.
func (t table) table(key string) table {
	sub := table{t.p, t.path.at(key), nil, key}
	if t.name != "" && t.name != "database" {
		sub.name = t.name + "." + key
	}
	if v, ok := t.m[key]; ok {
		if sub.m, ok = v.(map[string]any); !ok {
			t.wrongType(key, "a table", "["+sub.name+"]")
		}
	}
	return sub
}

// tables returns the key's array of tables.
func (t table) tables(key string) []table {
	var list []table
	switch v := t.m[key].(type) {
	case []map[string]any:
		for i, m := range v {
			list = append(list, table{t.p, t.path.at(key).index(i), m, key})
		}
		return list
	case []any:
		for i, e := range v {
			m, ok := e.(map[string]any)
			if !ok {
				break
			}
			list = append(list, table{t.p, t.path.at(key).index(i), m, key})
		}
		if len(list) == len(v) && len(v) > 0 {
			for _, l := range list {
				t.p.spans.key[l.path] = t.p.spans.val[l.path]
			}
			return list
		}
	}
	t.wrongType(key, "an array of tables", "[["+key+"]]")
	return nil
}

// typeName returns what TOML calls the type of a value.
func typeName(v any) string {
	switch v.(type) {
	case string:
		return "string"
	case int64:
		return "integer"
	case float64:
		return "float"
	case bool:
		return "boolean"
	case time.Time:
		return "date"
	case []any, []map[string]any:
		return "array"
	case map[string]any:
		return "table"
	}
	panic(fmt.Sprintf("config: unexpected %T", v))
}

func withArticle(noun string) string {
	if strings.ContainsRune("aeiou", rune(noun[0])) {
		return "an " + noun
	}
	return "a " + noun
}

// quoted returns `"a", "b" and "c"`.
func quoted(list []string) string {
	q := make([]string, len(list))
	for i, s := range list {
		q[i] = strconv.Quote(s)
	}
	if len(q) < 2 {
		return strings.Join(q, "")
	}
	return strings.Join(q[:len(q)-1], ", ") + " and " + q[len(q)-1]
}
