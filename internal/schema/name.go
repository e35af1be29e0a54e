package schema

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/trigc/trigc/internal/pgname"
)

// freeRelationName returns the name that Postgres gives to an index or a
// sequence (ChooseRelationName, indexcmds.c): name1_name2_label, with a number
// if a relation, or for an index of a constraint a constraint, has it.
func (s *Schema) freeRelationName(name1, name2, label string, constraint bool) string {
	for pass := 0; ; pass++ {
		name := objectName(name1, name2, numbered(label, pass))
		if s.Relations[name] == nil && (!constraint || s.constraints[name] == 0) {
			return name
		}
	}
}

// freeConstraintName returns the name that Postgres gives to a constraint
// without index (ChooseConstraintName, pg_constraint.c): unlike one that a
// user gives, it is unique in the schema.
func (s *Schema) freeConstraintName(name1, name2, label string) string {
	for pass := 0; ; pass++ {
		name := objectName(name1, name2, numbered(label, pass))
		if s.constraints[name] == 0 {
			return name
		}
	}
}

func numbered(label string, pass int) string {
	if pass == 0 {
		return label
	}
	return label + strconv.Itoa(pass)
}

// objectName joins the parts by "_" and shortens the longer of the first two
// until the whole fits (makeObjectName, indexcmds.c). name2 may be empty.
func objectName(name1, name2, label string) string {
	room := pgname.MaxLen - len(label) - 1
	if name2 != "" {
		room--
	}
	n1, n2 := len(name1), len(name2)
	for n1+n2 > room {
		if n1 > n2 {
			n1--
		} else {
			n2--
		}
	}
	name := clip(name1, n1)
	if name2 != "" {
		name += "_" + clip(name2, n2)
	}
	return name + "_" + label
}

// columnsName joins column names as ChooseIndexNameAddition does, which stops
// once it has more than any name can hold.
func columnsName(columns []string) string {
	var b strings.Builder
	for _, c := range columns {
		if c == "" {
			c = "expr"
		}
		if b.Len() > 0 {
			b.WriteByte('_')
		}
		b.WriteString(c)
		if b.Len() > pgname.MaxLen {
			break
		}
	}
	return b.String()
}

// clip cuts a name to n bytes, or less so as not to cut a character.
func clip(name string, n int) string {
	if len(name) <= n {
		return name
	}
	for n > 0 && !utf8.RuneStart(name[n]) {
		n--
	}
	return name[:n]
}
