package codegen

import (
	"regexp"
	"slices"
	"strings"

	"github.com/trigc/trigc/internal/ir"
)

// UnitSQL renders the SQL that makes the triggers of a unit, as [InstallSQL]
// does.
func UnitSQL(u *ir.Unit) []byte {
	w := &sqlWriter{}
	w.install(u)
	return w.Bytes()
}

// Lock returns the strongest lock on its table that the SQL of a trigger takes
// when it brings up to date what an earlier run made (manual, section 13.3).
// CREATE TRIGGER takes SHARE ROW EXCLUSIVE, and so does ALTER TABLE … ENABLE;
// DROP TRIGGER, which a constraint trigger needs, ACCESS EXCLUSIVE.
func Lock(t *ir.Trigger) string {
	if t.Constraint {
		return "ACCESS EXCLUSIVE"
	}
	return "SHARE ROW EXCLUSIVE"
}

// A Use is what a unit's triggers read and write, as far as their SQL says it
// in so many words.
type Use struct {
	Reads  []string // OLD.a, NEW.a, OLD, NEW, and transition tables
	Writes []string // NEW.a
	Tables []string // that its statements write to
}

// What stands for a row, its column, and a table that is written, in SQL
// without strings and comments.
var (
	quietSQL  = regexp.MustCompile(`(?s)'(?:[^']|'')*'|--[^\n]*|/\*.*?\*/`)
	rowColumn = regexp.MustCompile(`(?i)\b(old|new)\b(?:\s*\.\s*("(?:[^"]|"")+"|[\pL_][\pL\pN_$]*))?`)
	passed    = regexp.MustCompile(`(?i)\breturn\s+(?:old|new)\b|\bnew\s*:=`) // the row as it is
	assigned  = regexp.MustCompile(`(?im)(?:^|;|\b(?:begin|then|else)\b)\s*new\s*\.\s*("(?:[^"]|"")+"|[\pL_][\pL\pN_$]*)\s*:?=[^=]`)
	written   = regexp.MustCompile(`(?i)\b(?:insert\s+into|update(?:\s+only)?|delete\s+from(?:\s+only)?|truncate(?:\s+table)?)\s+((?:"(?:[^"]|"")+"|[\pL_][\pL\pN_$]*)(?:\s*\.\s*(?:"(?:[^"]|"")+"|[\pL_][\pL\pN_$]*))?)`)
)

// Uses returns what a unit reads and writes.
func Uses(u *ir.Unit) Use {
	var use Use
	for _, t := range u.Triggers {
		for _, c := range t.When {
			use.read(c)
		}
		if t.OldTable != "" {
			use.Reads = append(use.Reads, "the old rows of the statement")
		}
		if t.NewTable != "" {
			use.Reads = append(use.Reads, "the new rows of the statement")
		}
		if t.Function.Own {
			use.body(t.Function.Body)
		}
	}
	for _, list := range []*[]string{&use.Reads, &use.Writes, &use.Tables} {
		slices.Sort(*list)
		*list = slices.Compact(*list)
	}
	return use
}

func (u *Use) body(list []ir.Stmt) {
	for _, s := range list {
		switch s := s.(type) {
		case ir.Raise:
			for _, e := range []string{s.Message, s.Detail, s.Hint, s.Column} {
				u.read(e)
			}
		case ir.If:
			u.read(s.Cond)
			u.body(s.Then)
			u.body(s.Else)
		case ir.Assign:
			u.read(s.Value)
			u.Writes = append(u.Writes, "NEW."+s.Column)
		case ir.Exec:
			u.read(s.SQL)
			u.write(s.SQL)
		case ir.Raw:
			text := quietSQL.ReplaceAllString(s.Text, " ")
			for _, m := range assigned.FindAllStringSubmatch(text, -1) {
				u.Writes = append(u.Writes, "NEW."+m[1])
			}
			u.read(assigned.ReplaceAllString(text, " "))
			u.write(text)
		}
	}
}

// read adds the columns of the rows that SQL names.
func (u *Use) read(sql string) {
	sql = passed.ReplaceAllString(quietSQL.ReplaceAllString(sql, " "), " ")
	for _, m := range rowColumn.FindAllStringSubmatch(sql, -1) {
		name := strings.ToUpper(m[1])
		if m[2] != "" {
			name += "." + m[2]
		}
		u.Reads = append(u.Reads, name)
	}
}

// write adds the tables that SQL writes to.
func (u *Use) write(sql string) {
	for _, m := range written.FindAllStringSubmatch(quietSQL.ReplaceAllString(sql, " "), -1) {
		if !strings.EqualFold(m[1], "set") && !strings.EqualFold(m[1], "of") { // ON CONFLICT DO UPDATE SET, UPDATE OF
			u.Tables = append(u.Tables, m[1])
		}
	}
}
