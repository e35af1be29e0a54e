// Package catalog holds what every database of a major version of Postgres
// has: types, functions, operators, casts and system relations, and those that
// the extensions of contrib bring. They were read from servers by gen.
//
// A type is named as in pg_type: "int4", of an extension "citext:citext", and
// an array with "[]" behind the name of its elements.
package catalog

import (
	"bufio"
	"bytes"
	"compress/gzip"
	_ "embed"
	"fmt"
	"strconv"
	"strings"
	"sync"
)

// The versions that there are catalogs of.
const (
	Oldest = 14
	Newest = 18
)

//go:embed catalog.txt.gz
var packed []byte

// A Catalog is that of one major version. It must not be changed.
type Catalog struct {
	Version   int
	Types     map[string]*Type
	Relations map[string]map[string]*Relation // by schema, or extension, and name
	Settings  map[string]string               // parameters: name to context

	// Extensions are those whose objects are known.
	Extensions map[string]bool

	TextSearch map[string]bool // text search configurations
	Collations map[string]bool // that every server has

	functions map[string][]*Function
	operators map[string][]*Operator
	casts     map[[2]string][]*Cast
	ordered   map[string]int // aggregates with direct arguments: how many, -1 for VARIADIC
}

// A Type is a row of pg_type.
type Type struct {
	Name       string
	Extension  string // "" for Postgres's own
	Kind       byte   // typtype: 'b' base, 'p' pseudo, 'r' range, 'm' multirange, 'd' domain
	Category   byte   // typcategory
	Preferred  bool
	Element    string // of what can be subscripted, or the subtype of a range; "" for none
	Collatable bool
	Multirange string // of a range
}

// A Function is a row of pg_proc.
type Function struct {
	Extension  string
	Name       string
	Kind       byte // prokind: 'f' function, 'p' procedure, 'a' aggregate, 'w' window function
	Set        bool // returns a set
	Variadic   string
	Defaults   int // of the last arguments
	Volatility byte
	Strict     bool
	Returns    string
	Args       []string
	Names      []string // of the arguments, if they have any
	Outputs    []Column // if it has any
	// Direct is the number of direct arguments of an ordered-set aggregate.
	Direct int
}

// An Operator is a row of pg_operator. Left is "" of a prefix operator.
type Operator struct {
	Extension           string
	Name                string
	Left, Right, Result string
	Volatility          byte
}

// A Cast is a row of pg_cast.
type Cast struct {
	Extension      string
	Source, Target string
	Context        byte // castcontext: 'i' implicit, 'a' assignment, 'e' explicit
	Method         byte // castmethod: 'f' function, 'b' binary, 'i' by input and output
}

// A Relation is a system catalog or view.
type Relation struct {
	Name    string
	Kind    byte // relkind
	Columns []Column
}

// A Column has a name and a type.
type Column struct{ Name, Type string }

// Functions returns the functions of a name, of all extensions too.
func (c *Catalog) Functions(name string) []*Function { return c.functions[name] }

// Operators returns the operators of a name.
func (c *Catalog) Operators(name string) []*Operator { return c.operators[name] }

// Casts returns the casts from one type to another: Postgres's own, and those
// of extensions.
func (c *Catalog) Casts(source, target string) []*Cast { return c.casts[[2]string{source, target}] }

var loaded [Newest - Oldest + 1]func() *Catalog

// For returns the catalog of a major version, or of the nearest that there is.
func For(version int) *Catalog {
	version = min(max(version, Oldest), Newest)
	return once(version)()
}

// once returns what loads the catalog of a version, one time.
var once = func() func(version int) func() *Catalog {
	for i := range loaded {
		loaded[i] = sync.OnceValue(func() *Catalog { return load(Oldest + i) })
	}
	return func(version int) func() *Catalog { return loaded[version-Oldest] }
}()

func load(version int) *Catalog {
	r, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		panic(fmt.Sprintf("catalog: %v", err))
	}
	c := &Catalog{
		Version: version, Types: map[string]*Type{}, Relations: map[string]map[string]*Relation{}, Settings: map[string]string{},
		Extensions: map[string]bool{}, TextSearch: map[string]bool{}, Collations: map[string]bool{},
		functions: map[string][]*Function{}, operators: map[string][]*Operator{}, casts: map[[2]string][]*Cast{}, ordered: map[string]int{},
	}
	letter := string(rune('a' + version - Oldest))
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		versions, line, _ := strings.Cut(lines.Text(), "\t")
		if strings.Contains(versions, letter) {
			c.add(strings.Split(line, "\t"))
		}
	}
	if err := lines.Err(); err != nil {
		panic(fmt.Sprintf("catalog: %v", err))
	}
	for name, direct := range c.ordered {
		for _, f := range c.functions[name] {
			f.Direct = direct
		}
	}
	return c
}

// add adds a line of the file; gen tells what is in it.
func (c *Catalog) add(f []string) {
	switch f[0] {
	case "T":
		t := &Type{
			Name: f[1], Extension: extension(f[1]), Kind: f[2][0], Category: f[3][0], Preferred: f[4] == "t",
			Element: f[5], Collatable: f[6] == "t", Multirange: f[7],
		}
		c.Types[t.Name] = t
		c.extension(t.Extension)
	case "F":
		defaults, _ := strconv.Atoi(f[6])
		p := &Function{
			Extension: f[1], Name: f[2], Kind: f[3][0], Set: f[4] == "t", Variadic: f[5], Defaults: defaults, Volatility: f[7][0], Strict: f[8] == "t",
			Returns: f[9], Args: strings.Fields(f[10]), Names: strings.Fields(f[11]), Outputs: columns(f[12]),
		}
		c.functions[p.Name] = append(c.functions[p.Name], p)
		c.extension(p.Extension)
	case "O":
		o := &Operator{Extension: f[1], Name: f[2], Left: f[3], Right: f[4], Result: f[5], Volatility: f[6][0]}
		c.operators[o.Name] = append(c.operators[o.Name], o)
	case "C":
		k := &Cast{Extension: f[1], Source: f[2], Target: f[3], Context: f[4][0], Method: f[5][0]}
		key := [2]string{k.Source, k.Target}
		c.casts[key] = append(c.casts[key], k)
	case "R":
		if c.Relations[f[1]] == nil {
			c.Relations[f[1]] = map[string]*Relation{}
		}
		c.Relations[f[1]][f[2]] = &Relation{Name: f[2], Kind: f[3][0], Columns: columns(f[4])}
	case "L":
		c.Collations[f[1]] = true
	case "W":
		c.TextSearch[f[1]] = true
	case "S":
		c.Settings[f[1]] = f[2]
	case "Z":
		direct, _ := strconv.Atoi(f[3])
		c.ordered[f[1]] = direct
	}
}

func (c *Catalog) extension(name string) {
	if name != "" {
		c.Extensions[name] = true
	}
}

func extension(typeName string) string {
	if ext, _, ok := strings.Cut(typeName, ":"); ok {
		return ext
	}
	return ""
}

func columns(text string) []Column {
	var list []Column
	for _, f := range strings.Fields(text) {
		name, t, _ := strings.Cut(f, "=")
		list = append(list, Column{name, t})
	}
	return list
}

// FunctionNames returns the names of all functions, in no order.
func (c *Catalog) FunctionNames() []string {
	names := make([]string, 0, len(c.functions))
	for name := range c.functions {
		names = append(names, name)
	}
	return names
}
