package codegen

import (
	"bytes"
	"flag"
	"fmt"
	"go/ast"
	"go/format"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	sqlast "github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/config"
	"github.com/trigc/trigc/internal/ir"
	"github.com/trigc/trigc/internal/pgname"
	"github.com/trigc/trigc/internal/schema"
)

var update = flag.Bool("update", false, "rewrite the golden files, and fail")

var pgx = config.Go{Out: "internal/triggers", Package: "triggers", Driver: "pgx/v5"}

// guard returns a unit that raises.
func guard(schemaName, table, name string) *ir.Unit {
	rel := &schema.Relation{Schema: schemaName, Name: table, Kind: sqlast.Table}
	return &ir.Unit{
		Kind: "protect", Name: name, Doc: "refuses DELETE", Table: rel,
		Ignore: ir.Ignorable, Key: pgname.SettingKey(schemaName, table, name),
		Triggers: []*ir.Trigger{guardTrigger(rel, name, "23514")},
	}
}

func guardTrigger(rel *schema.Relation, name, state string) *ir.Trigger {
	return &ir.Trigger{
		Name: name, Table: rel, Timing: sqlast.After, Events: []ir.Event{{Event: sqlast.Delete}}, Level: sqlast.Row,
		Function:  &ir.Function{Schema: rel.Schema, Name: "trigc_" + name, Own: true, Body: []ir.Stmt{ir.Raise{SQLState: state}}},
		Violation: &ir.Violation{SQLState: state}, State: sqlast.Origin,
	}
}

// machine returns a unit that is a state machine of a column.
func machine(schemaName, table, name, column string, m ir.Machine) *ir.Unit {
	u := guard(schemaName, table, name)
	u.Kind, u.Doc, u.Machine = "fsm", "allows these changes of "+column, &m
	m.Column = &schema.Column{Name: column}
	return u
}

// programs are the golden cases.
func programs() map[string]*ir.Program {
	touch := guard("public", "posts", "touch_updated")
	touch.Kind, touch.Doc, touch.Triggers[0].Violation = "touch", "sets updated_at when another column changes", nil

	twin := guard("public", "posts", "slug_fixed")
	twin.Kind, twin.Doc = "readonly", "refuses to change slug"
	twin.Triggers = append(twin.Triggers, guardTrigger(twin.Table, "slug_fixed_move", "23514"), guardTrigger(twin.Table, "slug_fixed_insert", "23502"))

	never := guard("public", "posts", "no_truncate")
	never.Ignore, never.Key, never.Doc = ir.NotIgnorable, "", "refuses TRUNCATE"

	role := guard("public", "posts", "no_rewrite")
	role.Ignore, role.Role = ir.ByRole, "app admin"
	role.Doc = "refuses UPDATE when " + strings.Repeat("OLD.locked_at IS NOT NULL AND ", 5) + "true."

	deferred := guard("shop", "orders", "has_line")
	deferred.Kind, deferred.Doc, deferred.Triggers[0].Deferrable = "assert", "", true
	both := guard("shop", "orders", "has_owner")
	both.Ignore, both.Key, both.Triggers[0].Deferrable = ir.NotIgnorable, "", true

	flow := machine("public", "posts", "status_flow", "status", ir.Machine{
		States: []string{"draft", "published", "archived"},
		Transitions: []ir.Transition{
			{From: "draft", To: "published"},
			{From: "published", To: "archived"},
			{From: "published", To: "draft"},
		},
		Initial: []string{"draft"},
	})
	return map[string]*ir.Program{
		"empty": {},
		"posts": {Units: []*ir.Unit{
			guard("public", "posts", "no_delete"), never, role, twin, flow, touch, deferred, both,
		}},
		"machines": {Units: []*ir.Unit{
			machine("public", "jobs", "priority_up", "priority", ir.Machine{
				States: []string{"-1", "0", "10", "010"}, Integer: true,
				Transitions: []ir.Transition{{From: "-1", To: "0"}, {FromAny: true, To: "10"}, {From: "010", ToNull: true}},
				Initial:     []string{"0", "-1"}, InitialNull: true,
			}),
			machine("public", "jobs", "state", "state", ir.Machine{
				States:      []string{"in progress", "in-progress", "", "2nd", "+", "erledigt ✓", "状態", `it's "odd"\` + "\n"},
				Transitions: []ir.Transition{{FromNull: true, To: ""}, {From: "in progress", To: "2nd"}, {From: "+", To: "状態"}},
			}),
			machine("public", "jobs", "state_late", "state", ir.Machine{
				States:      []string{"2nd", "done"},
				Transitions: []ir.Transition{{From: "2nd", To: "done"}},
			}),
			machine("public", "jobs", "wide", "wide", ir.Machine{
				States: []string{"1", "99999999999999999999"}, Integer: true,
				Transitions: []ir.Transition{{From: "1", To: "99999999999999999999"}},
			}),
			machine("public", "jobs", "stuck", "stuck", ir.Machine{}),
			machine("public", "jobs", "unset", "unset", ir.Machine{InitialNull: true}),
			guard("public", "jobs_state", "no_delete"),
		}},
		"names": {Units: []*ir.Unit{
			guard("public", "trigger", "ignore"),
			guard("public", "trigger_table", "a-b"),
			guard("public", "trigger_table", "a_b"),
			guard("public", "shop_orders", "func"),
			guard("shop", "orders", "type"),
			guard("public", "user_ids", "api_v1_2"),
			guard("public", "2fa", "2fa"),
			guard("public", `we"ird''`+"``\n[x]: y", "!"),
			guard("public", "状態", "ünïcode"),
			guard("Other Schema", "createdAt", "HTTPServer"),
			guard("public", "", "_"),
		}},
	}
}

// render renders p for pgx and checks what holds of every output.
func render(t testing.TB, p *ir.Program) []Output { return renderFor(t, p, pgx.Driver) }

func renderFor(t testing.TB, p *ir.Program, driver string) []Output {
	t.Helper()
	cfg := pgx
	cfg.Driver = driver
	outputs, err := Go(p, cfg)
	if err != nil {
		t.Fatal(err)
	}
	for _, o := range outputs {
		formatted, err := format.Source(o.Data)
		if err != nil {
			t.Fatalf("%s: %v\n%s", o.Path, err, o.Data)
		}
		if !bytes.Equal(formatted, o.Data) {
			t.Fatalf("%s is not as gofmt has it:\n%s", o.Path, firstDifference(string(o.Data), string(formatted)))
		}
	}
	return outputs
}

func firstDifference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			return fmt.Sprintf("line %d\ngot  %q\nwant %q", i+1, g[i], w[i])
		}
	}
	return fmt.Sprintf("%d lines, want %d", len(g), len(w))
}

func TestGoGolden(t *testing.T) {
	for name, p := range programs() {
		t.Run(name, func(t *testing.T) {
			file := filepath.Join("testdata", "golden", name+".go.golden")
			got := render(t, p)[0].Data
			for _, d := range drivers {
				outputs := renderFor(t, p, d.name)
				checkTypes(t, outputs)
				if !bytes.Equal(outputs[0].Data, got) {
					t.Errorf("triggers.go depends on the driver %s", d.name)
				}
			}
			want, err := os.ReadFile(file)
			if err == nil && bytes.Equal(got, want) {
				return
			}
			if *update {
				if err := os.WriteFile(file, got, 0o666); err != nil {
					t.Fatal(err)
				}
				t.Fatalf("%s is updated", file)
			}
			if err != nil {
				t.Fatal(err)
			}
			t.Errorf("%s: %s", file, firstDifference(string(got), string(want)))
		})
	}
}

func TestGoOutputs(t *testing.T) {
	p := programs()["posts"]
	outputs := render(t, p)
	var paths []string
	for _, o := range outputs {
		paths = append(paths, o.Path)
		if !bytes.HasPrefix(o.Data, []byte("// Code generated by trigc. DO NOT EDIT.\n")) {
			t.Errorf("%s starts with %.60q", o.Path, o.Data)
		}
	}
	if want := []string{"internal/triggers/triggers.go", "internal/triggers/trigc.go", "internal/triggers/trigc_pgx.go"}; !slices.Equal(paths, want) {
		t.Errorf("paths are %q, want %q", paths, want)
	}
	for _, name := range config.Drivers() {
		d, known := driverOf(name)
		if !known || len(drivers) != len(config.Drivers()) {
			t.Errorf("driver %q is known: %v", name, known)
		}
		if path := renderFor(t, p, name)[2].Path; path != "internal/triggers/"+d.file {
			t.Errorf("the runtime of %s is %s", name, path)
		}
	}

	other, err := Go(p, config.Go{Out: "x", Package: "guards", Driver: "pgx/v5"})
	if err != nil {
		t.Fatal(err)
	}
	for _, o := range other {
		if !bytes.Contains(o.Data, []byte("\npackage guards\n")) || bytes.Contains(o.Data, []byte("ackage triggers")) {
			t.Errorf("%s is not of package guards", o.Path)
		}
	}

	if o, err := Go(p, config.Go{Driver: "pgx/v5", Package: "x"}); o != nil || err != nil {
		t.Errorf("without a directory: %v, %v, want nothing", o, err)
	}
	for _, cfg := range []config.Go{
		{Out: "x", Package: "x", Driver: "mysql"},
		{Out: "x", Package: "my-triggers", Driver: "pgx/v5"},
		{Out: "x", Package: "func", Driver: "pgx/v5"},
		{Out: "x", Package: "_", Driver: "pgx/v5"},
		{Out: "x", Driver: "pgx/v5"},
	} {
		if o, err := Go(p, cfg); err == nil {
			t.Errorf("Go(%+v) gave %d outputs, want an error", cfg, len(o))
		}
	}
}

func TestGoDoesNotDependOnOrder(t *testing.T) {
	for name, p := range programs() {
		want := render(t, p)[0].Data
		random := rand.New(rand.NewPCG(1, 2))
		for range 20 {
			units := slices.Clone(p.Units)
			random.Shuffle(len(units), func(i, j int) { units[i], units[j] = units[j], units[i] })
			if got := render(t, &ir.Program{Units: units})[0].Data; !bytes.Equal(got, want) {
				t.Fatalf("%s: %s", name, firstDifference(string(got), string(want)))
			}
		}
	}
}

// exports finds the compiled form of the packages that generated code imports.
var exports = sync.OnceValue(func() map[string]string {
	out, err := exec.Command("go", "list", "-export", "-deps", "-f", "{{.ImportPath}} {{.Export}}",
		"github.com/jackc/pgx/v5", "database/sql", "encoding/json").Output()
	if err != nil {
		panic(fmt.Sprintf("go list: %v", err))
	}
	files := map[string]string{}
	for line := range strings.Lines(string(out)) {
		if p, file, ok := strings.Cut(strings.TrimSpace(line), " "); ok {
			files[p] = file
		}
	}
	return files
})

var imports = sync.OnceValue(func() types.Importer {
	return importer.ForCompiler(token.NewFileSet(), "gc", func(path string) (io.ReadCloser, error) {
		return os.Open(exports()[path])
	})
})

// checkTypes checks that outputs are a package that compiles, and that what it
// exports is documented and named as golint wants it.
func checkTypes(t testing.TB, outputs []Output) *types.Package {
	t.Helper()
	fset := token.NewFileSet()
	var files []*ast.File
	for _, o := range outputs {
		f, err := parser.ParseFile(fset, o.Path, o.Data, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, f)
		for _, undocumented := range undocumented(f) {
			t.Errorf("%s: %s has no documentation that starts with its name", o.Path, undocumented)
		}
	}
	conf := types.Config{Importer: imports()}
	pkg, err := conf.Check("example.com/triggers", fset, files, nil)
	if err != nil {
		t.Fatalf("%v\n%s", err, outputs[0].Data)
	}
	return pkg
}

func undocumented(f *ast.File) (names []string) {
	check := func(name *ast.Ident, doc *ast.CommentGroup) {
		if !name.IsExported() {
			return
		}
		first := strings.Fields(doc.Text() + " - -")[:2]
		if first[0] != name.Name && (first[0] != "A" && first[0] != "An" || first[1] != name.Name) {
			names = append(names, name.Name)
		}
	}
	for _, d := range f.Decls {
		switch d := d.(type) {
		case *ast.FuncDecl:
			check(d.Name, d.Doc)
		case *ast.GenDecl:
			for _, s := range d.Specs {
				switch s := s.(type) {
				case *ast.TypeSpec:
					check(s.Name, d.Doc)
				case *ast.ValueSpec:
					if d.Tok == token.CONST {
						if d.Doc == nil {
							names = append(names, s.Names[0].Name)
						}
						continue
					}
					check(s.Names[0], d.Doc)
					if len(s.Values) == 0 {
						continue
					}
					if lit, ok := s.Values[0].(*ast.CompositeLit); ok {
						if st, ok := lit.Type.(*ast.StructType); ok {
							for _, field := range st.Fields.List {
								check(field.Names[0], field.Doc)
							}
						}
					}
				}
			}
		}
	}
	return names
}

// A runtime imports its driver and the standard library.
func TestRuntimeImports(t *testing.T) {
	for _, d := range drivers {
		for _, text := range []string{commonRuntime, d.runtime} {
			f, err := parser.ParseFile(token.NewFileSet(), "", text, parser.ImportsOnly)
			if err != nil {
				t.Fatal(err)
			}
			for _, spec := range f.Imports {
				path, err := strconv.Unquote(spec.Path.Value)
				if err != nil {
					t.Fatal(err)
				}
				own := text == d.runtime && (path == d.path || strings.HasPrefix(path, d.path+"/"))
				if strings.Contains(strings.Split(path, "/")[0], ".") && !own {
					t.Errorf("the runtime of %s imports %s", d.name, path)
				}
			}
		}
	}
}

// The texts that a driver is described by are of its package.
func TestDriverTexts(t *testing.T) {
	for _, d := range drivers {
		pkg, err := imports().Import(d.path)
		if err != nil {
			t.Fatal(err)
		}
		lookup := func(name string) types.Type {
			_, name, _ = strings.Cut(name, ".")
			return pkg.Scope().Lookup(name).Type()
		}
		tx := lookup(d.tx)
		if strings.HasPrefix(d.tx, "*") {
			tx = types.NewPointer(tx)
		}
		if o := lookup(d.rows); o == nil {
			t.Errorf("there is no %s", d.rows)
		}
		methods := types.NewMethodSet(tx)
		for _, m := range []string{d.exec, d.query, d.queryRow} {
			if methods.Lookup(nil, m) == nil {
				t.Errorf("%s has no method %s", d.tx, m)
			}
		}
	}
}

func TestReservedNames(t *testing.T) {
	texts := []string{commonRuntime}
	for _, d := range drivers {
		texts = append(texts, d.runtime)
	}
	var decls []ast.Decl
	for _, text := range texts {
		f, err := parser.ParseFile(token.NewFileSet(), "", text, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		decls = append(decls, f.Decls...)
	}
	want := map[string]bool{"WithContext": true}
	for _, d := range decls {
		switch d := d.(type) {
		case *ast.FuncDecl:
			if d.Recv == nil {
				want[d.Name.Name] = ast.IsExported(d.Name.Name)
			}
		case *ast.GenDecl:
			for _, s := range d.Specs {
				switch s := s.(type) {
				case *ast.TypeSpec:
					want[s.Name.Name] = s.Name.IsExported()
				case *ast.ValueSpec:
					for _, n := range s.Names {
						want[n.Name] = n.IsExported()
					}
				}
			}
		}
	}
	for name, exported := range want {
		if exported != reserved[name] {
			t.Errorf("reserved[%q] is %v", name, reserved[name])
		}
	}
	for name := range reserved {
		if !want[name] {
			t.Errorf("%s is reserved for nothing", name)
		}
	}
}

func TestExported(t *testing.T) {
	for _, tt := range []struct{ sql, want string }{
		{"posts", "Posts"},
		{"user_id", "UserID"},
		{"user_ids", "UserIDs"},
		{"api_url_json", "APIURLJSON"},
		{"_hidden__name_", "HiddenName"},
		{"createdAt", "CreatedAt"},
		{"userID", "UserID"},
		{"HTTPServer", "HTTPServer"},
		{"POSTS", "POSTS"},
		{"v1_2", "V1_2"},
		{"v12", "V12"},
		{"2fa", "N2fa"},
		{"1_2", "N1_2"},
		{"a-b.c d", "ABCD"},
		{"über_größe", "ÜberGröße"},
		{"状態", "X状態"},
		{"!", "U0021"},
		{" ", "U0020"},
		{"func", "Func"},
		{"", "X"},
	} {
		if got := exported(words(tt.sql)); got != tt.want {
			t.Errorf("%q is %s, want %s", tt.sql, got, tt.want)
		}
	}
}

// A second claimant takes the name from the first: a program must not go on
// with another trigger than it meant.
func TestSettleLeavesContestedNamesToNoOne(t *testing.T) {
	alone := settle([]claim{{"ShopOrders", "shop.orders"}}, map[string]bool{})
	if alone[0] != "ShopOrders" {
		t.Fatalf("alone it is %s", alone[0])
	}
	both := settle([]claim{{"ShopOrders", "shop.orders"}, {"ShopOrders", "public.shop_orders"}}, map[string]bool{})
	three := settle([]claim{{"ShopOrders", "x"}, {"ShopOrders", "public.shop_orders"}, {"ShopOrders", "shop.orders"}}, map[string]bool{})
	if both[0] == both[1] || both[0] == "ShopOrders" || both[1] == "ShopOrders" {
		t.Errorf("both are %q", both)
	}
	if both[0] != three[2] || both[1] != three[1] {
		t.Errorf("a third changed %q to %q", both, three)
	}
}

// randomName returns a name that is likely odd, and likely like another.
func randomName(r *rand.Rand) string {
	alphabet := []rune("aab_ _-.\"'`1\\/%$\n\tIDidsÄßé漢ǆ\u0301\u00a0\ufeff\u2028\x01[]:#*+")
	name := make([]rune, r.IntN(6))
	for i := range name {
		name[i] = alphabet[r.IntN(len(alphabet))]
	}
	return string(name)
}

func randomProgram(r *rand.Rand) *ir.Program {
	p := &ir.Program{}
	seen, events := map[[3]string]bool{}, map[[2]string]bool{}
	schemas := []string{"public", "shop", randomName(r)}
	for range r.IntN(30) {
		s, table := schemas[r.IntN(len(schemas))], randomName(r)
		for range 1 + r.IntN(8) {
			name := randomName(r)
			if seen[[3]string{s, table, name}] {
				continue
			}
			seen[[3]string{s, table, name}] = true
			u := guard(s, table, name)
			if r.IntN(3) == 0 {
				m := ir.Machine{Integer: r.IntN(2) == 0}
				for range r.IntN(5) {
					if state := randomName(r); r.IntN(2) == 0 {
						m.States = append(m.States, state)
					} else {
						m.States = append(m.States, fmt.Sprint(r.IntN(30)-15))
					}
				}
				for _, from := range m.States {
					for _, to := range m.States {
						m.Transitions = append(m.Transitions, ir.Transition{From: from, To: to,
							FromAny: r.IntN(5) == 0, FromNull: r.IntN(5) == 0, ToNull: r.IntN(5) == 0})
					}
				}
				if len(m.States) > 0 && r.IntN(2) == 0 {
					m.Initial = m.States[:1]
				}
				m.InitialNull = r.IntN(3) == 0
				u = machine(s, table, name, []string{"status", randomName(r)}[r.IntN(2)], m)
			}
			if r.IntN(4) == 0 {
				h := randomHistory(r, schemas[r.IntN(len(schemas))])
				if at := [2]string{h.Table.Schema, h.Table.Name}; !events[at] {
					events[at], u.History = true, h
				}
			}
			u.Ignore = ir.Ignore(1 + r.IntN(3))
			u.Role = randomName(r)
			u.Doc = randomName(r) + " " + randomName(r) + strings.Repeat(randomName(r), r.IntN(40))
			u.Triggers[0].Deferrable = r.IntN(3) == 0
			p.Units = append(p.Units, u)
		}
	}
	return p
}

// randomHistory returns a history whose columns have odd names, or names that
// Go uses.
func randomHistory(r *rand.Rand, schemaName string) *ir.History {
	names := []string{"nil", "append", "byte", "string", "error", "func", "ctx", "q", "rows", "err", "list", "r", "context", "time", "json", "int32", "len", "true"}
	types := []string{"int4", "text", "bytea", "jsonb", "timestamptz", "uuid", "bool"}
	h := &ir.History{Table: &schema.Relation{Schema: schemaName, Name: randomName(r), Kind: sqlast.Table}, Context: r.IntN(2) == 0}
	seen := map[string]bool{}
	for range 1 + r.IntN(20) {
		name := names[r.IntN(len(names))]
		if r.IntN(3) == 0 {
			name = randomName(r)
		}
		if name == "" || seen[name] {
			continue
		}
		seen[name] = true
		c := &schema.Column{Name: name, Type: schema.Builtin(types[r.IntN(len(types))]), NotNull: r.IntN(2) == 0}
		h.Table.Columns = append(h.Table.Columns, c)
		if len(h.Key) == 0 || r.IntN(2) == 0 {
			h.Key = append(h.Key, c)
		}
	}
	return h
}

// The reader finds the operator of a key's type whatever the search path is.
func TestReaderOfOddKeys(t *testing.T) {
	id, name := &schema.Column{Name: "history_id", Type: schema.Builtin("int8")}, &schema.Column{Name: "na me", Type: &schema.TypeRef{Schema: "my ext", Name: "citext"}}
	e := &goEvents{History: &ir.History{
		Table: &schema.Relation{Schema: "public", Name: "log", Columns: []*schema.Column{id, name}},
		Key:   []*schema.Column{name},
	}}
	want := `SELECT history_id, "na me"::pg_catalog.text FROM public.log WHERE "na me" OPERATOR("my ext".=) $1::"my ext".citext ORDER BY history_id`
	if got := e.sql(); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// Whatever the names are: the package compiles, is gofmt'ed, and has a field
// for each trigger.
func TestGoOfRandomNames(t *testing.T) {
	drivers := []string{"pgx/v5", "database/sql"}
	for seed := range uint64(120) {
		p := randomProgram(rand.New(rand.NewPCG(seed, 0)))
		pkg := checkTypes(t, renderFor(t, p, drivers[seed%2]))
		if t.Failed() {
			t.Fatalf("seed %d", seed)
		}
		fields := 0
		for _, name := range pkg.Scope().Names() {
			v, ok := pkg.Scope().Lookup(name).(*types.Var)
			if !ok || !v.Exported() {
				continue
			}
			st := v.Type().Underlying().(*types.Struct)
			for i := range st.NumFields() {
				fields++
				if !st.Field(i).Exported() {
					t.Errorf("seed %d: field %s is not exported", seed, st.Field(i))
				}
			}
		}
		if fields != len(p.Units) {
			t.Errorf("seed %d: %d fields of %d triggers", seed, fields, len(p.Units))
		}
	}
}

func manyTables() *ir.Program {
	p := &ir.Program{}
	for i := range 1000 {
		for j := range 5 {
			p.Units = append(p.Units, guard("public", fmt.Sprintf("table_%d", i), fmt.Sprintf("trigger_%d", j)))
		}
	}
	return p
}

func BenchmarkGo(b *testing.B) {
	p := manyTables()
	for b.Loop() {
		if _, err := Go(p, pgx); err != nil {
			b.Fatal(err)
		}
	}
}
