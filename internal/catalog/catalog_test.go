package catalog

import (
	"slices"
	"testing"
)

// TestFor looks at what was new, or is gone, in each version.
func TestFor(t *testing.T) {
	for version := Oldest; version <= Newest; version++ {
		c := For(version)
		has := func(what string, got, want bool) {
			t.Helper()
			if got != want {
				t.Errorf("Postgres %d: %s is there: %t", version, what, got)
			}
		}
		has("any_value", len(c.Functions("any_value")) > 0, version >= 16)
		has("uuidv7", len(c.Functions("uuidv7")) > 0, version >= 18)
		has("xmltext", len(c.Functions("xmltext")) > 0, version >= 17)
		has("!! on integers", slices.ContainsFunc(c.Operators("!"), func(o *Operator) bool { return o.Right == "int8" }), false)
		has("int4multirange", c.Types["int4multirange"] != nil, true)
		has("transaction_timeout", c.Settings["transaction_timeout"] != "", version >= 17)
		for _, e := range []string{"citext", "hstore", "pgcrypto", "uuid-ossp", "pg_trgm", "ltree"} {
			has(e, c.Extensions[e], true)
		}
		if n := len(c.Types); n < 100 {
			t.Errorf("Postgres %d has %d types", version, n)
		}
	}
	if For(9) != For(Oldest) || For(99) != For(Newest) {
		t.Error("a version without a catalog is not the nearest one")
	}
}

func TestParts(t *testing.T) {
	c := For(15)
	f := c.Functions("make_interval")[0]
	if f.Returns != "interval" || len(f.Args) != 7 || f.Names[6] != "secs" || f.Args[6] != "float8" || f.Defaults != 7 || f.Kind != 'f' || f.Volatility != 'i' || !f.Strict {
		t.Errorf("make_interval is %+v", f)
	}
	each := c.Functions("jsonb_each_text")[0]
	if !each.Set || !slices.Equal(each.Outputs, []Column{{"key", "text"}, {"value", "text"}}) {
		t.Errorf("jsonb_each_text is %+v", each)
	}
	if format := c.Functions("format"); !slices.ContainsFunc(format, func(f *Function) bool { return f.Variadic == "any" }) {
		t.Errorf("format has no VARIADIC %+v", format)
	}
	if p := c.Functions("percentile_cont")[0]; p.Kind != 'a' || p.Direct != 1 {
		t.Errorf("percentile_cont is %+v", p)
	}
	if casts := c.Casts("int4", "int8"); len(casts) != 1 || casts[0].Context != 'i' {
		t.Errorf("int4 to int8 is %+v", casts)
	}
	if casts := c.Casts("citext:citext", "text"); len(casts) != 1 || casts[0].Extension != "citext" {
		t.Errorf("citext to text is %+v", casts)
	}
	if r := c.Types["daterange"]; r.Kind != 'r' || r.Element != "date" || r.Multirange != "datemultirange" {
		t.Errorf("daterange is %+v", r)
	}
	if r := c.Relations["pg_catalog"]["pg_trigger"]; r == nil || !slices.Contains(r.Columns, Column{"tgname", "name"}) {
		t.Errorf("pg_trigger is %+v", r)
	}
	if r := c.Relations["information_schema"]["tables"]; r == nil || !slices.Contains(r.Columns, Column{"table_name", "name"}) {
		t.Errorf("information_schema.tables is %+v", r)
	}
	ops := 0
	for _, o := range c.Operators("->") {
		if o.Extension == "hstore" && o.Left == "hstore:hstore" {
			ops++
		}
	}
	if ops == 0 {
		t.Error("hstore has no ->")
	}
}
