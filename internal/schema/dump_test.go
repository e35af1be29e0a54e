package schema_test

import (
	"fmt"
	"slices"
	"strings"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/schema"
)

// dump writes a database in the words of testdata/dump.sql.
func dump(db *schema.DB) string {
	type line struct {
		key  string
		part int
		num  int
		sub  string
		text string
	}
	var lines []line
	add := func(key string, part, num int, sub, format string, args ...any) {
		lines = append(lines, line{key, part, num, sub, fmt.Sprintf(format, args...)})
	}
	for _, s := range db.Schemas {
		for _, r := range s.Relations {
			if r.Temp {
				continue
			}
			key := r.Schema + "." + r.Name
			add(key, 0, 0, "", "%s %s%s%s", r.Kind, key, word(r.Updatable, " updatable"), word(r.PartitionOf != nil, " partition"))
			for i, c := range r.Columns {
				add(key, 1, i, "", "  %s", column(c))
			}
			for _, k := range r.Constraints {
				if !k.IndexOnly {
					add(key, 2, 0, k.Name, "  constraint %s", constraint(k))
				}
			}
			for _, t := range r.Triggers {
				fn := "pg_catalog." + t.Decl.Func.Name
				if t.Func != nil {
					fn = t.Func.Schema + "." + t.Func.Name
				}
				add(key, 3, 0, t.Name, "  trigger %s %s %s", t.Name, fn, " ORAD"[t.State:][:1])
			}
		}
		for _, t := range s.Types {
			add(s.Name+"."+t.Name, 4, 0, "", "type %s.%s %s", t.Schema, t.Name, typ(t))
		}
		for _, list := range s.Functions {
			for _, f := range list {
				var args []string
				for _, a := range f.Args {
					b := *a
					b.Mods = nil
					args = append(args, b.SQL())
				}
				add(s.Name+"."+f.Name, 5, 0, "", "function %s.%s(%s)", f.Schema, f.Name, strings.Join(args, ", "))
			}
		}
	}
	slices.SortFunc(lines, func(a, b line) int {
		for _, c := range []int{strings.Compare(a.key, b.key), a.part - b.part, a.num - b.num, strings.Compare(a.sub, b.sub)} {
			if c != 0 {
				return c
			}
		}
		return strings.Compare(a.text, b.text)
	})
	var b strings.Builder
	for _, l := range lines {
		b.WriteString(l.text + "\n")
	}
	return b.String()
}

func word(yes bool, w string) string {
	if yes {
		return w
	}
	return ""
}

func column(c *schema.Column) string {
	text := c.Name + " " + c.Type.SQL() + word(c.NotNull, " not null")
	switch {
	case c.Generated:
		text += " generated"
	case c.Default != nil:
		text += " default"
	}
	if c.Identity != 0 {
		text += " identity " + string(c.Identity)
	}
	return text + word(c.Inherited, " inherited")
}

func constraint(k *schema.Constraint) string {
	cols := " (" + strings.Join(k.Columns, ", ") + ")"
	switch k.Kind {
	case ast.PrimaryKey:
		return k.Name + " primary key" + cols
	case ast.Unique:
		return k.Name + " unique" + cols
	case ast.Check:
		return k.Name + " check"
	case ast.Exclude:
		return k.Name + " exclude"
	}
	ref := "?"
	if k.Ref != nil {
		ref = k.Ref.Schema + "." + k.Ref.Name
	}
	const actions = "arcnd"
	return fmt.Sprintf("%s foreign key%s references %s (%s) %c%c", k.Name, cols, ref, strings.Join(k.RefColumns, ", "),
		actions[k.OnDelete], actions[k.OnUpdate])
}

func typ(t *schema.Type) string {
	switch t.Kind {
	case ast.Enum:
		return "enum (" + strings.Join(t.Labels, ", ") + ")"
	case ast.Domain:
		return "domain " + t.Base.SQL() + word(t.NotNull, " not null")
	case ast.Composite:
		var fields []string
		for _, f := range t.Attributes() {
			fields = append(fields, f.Name+" "+f.Type.SQL())
		}
		return "composite (" + strings.Join(fields, ", ") + ")"
	}
	return "range"
}
