package load

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// sql-migrate: one file with lines `-- +migrate Up` and `-- +migrate Down`,
// to the letter; each may come again.
var sqlMigrate = &tool{
	name: "sql-migrate",
	claims: func(name, text string) bool {
		// A byte that is rare in SQL comes first: such a search is fast.
		return strings.Contains(text, "+migrate ") &&
			(strings.HasPrefix(text, sqlMigratePrefix) || strings.Contains(text, "\n"+sqlMigratePrefix))
	},
	up:   sqlMigrateUp,
	down: never,
	mask: maskSQLMigrate,
}

const sqlMigratePrefix = "-- +migrate "

// sqlMigrateUp sorts by the number in front; what has none comes last. The
// whole name is the version, so none is there twice.
func sqlMigrateUp(d *directory) []string {
	type numbered struct {
		number int64 // -1: none
		name   string
	}
	var list []numbered
	for _, name := range d.names {
		if !strings.HasSuffix(name, ".sql") {
			continue
		}
		digits := name[:len(name)-len(strings.TrimLeft(name, "0123456789"))]
		n := int64(-1)
		if digits != "" {
			var err error
			if n, err = strconv.ParseInt(digits, 10, 64); err != nil {
				d.refuse("bad-version", name, fmt.Sprintf("the number of %q is too large for sql-migrate", name), "")
				continue
			}
		}
		list = append(list, numbered{n, name})
	}
	slices.SortFunc(list, func(a, b numbered) int {
		if (a.number < 0) != (b.number < 0) {
			return cmp.Compare(b.number, a.number)
		}
		return cmp.Or(cmp.Compare(a.number, b.number), cmp.Compare(a.name, b.name))
	})
	var names []string
	for _, m := range list {
		names = append(names, m.name)
	}
	return names
}

// maskSQLMigrate leaves what stands under Up.
func maskSQLMigrate(m *masker) {
	const (
		none = iota
		up
		down
	)
	state, block := none, -1 // the start of an open StatementBegin
	begun, end := -1, 0
	bad := false // sql-migrate gave up
	var statements []extent
	refuse := func(e extent, message string) {
		if !bad {
			m.refuse(e, message, "")
		}
		bad = true
	}
	unfinished := func() {
		if begun >= 0 && end > begun {
			refuse(m.lastLine(begun, end), "the last statement has no semicolon at the end of its line")
		}
		begun = -1
	}
	for l := range m.lines() {
		fields := []string{""}
		if rest, ok := strings.CutPrefix(l.text, sqlMigratePrefix); ok {
			if fields = strings.Fields(rest); len(fields) == 0 {
				refuse(l.trimmed(), "sql-migrate wants a word after -- +migrate")
				continue
			}
		}
		ends := false
		switch fields[0] {
		case "Up":
			unfinished()
			state = up
		case "Down":
			unfinished()
			state = down
		case "StatementBegin":
			if state != none {
				block = l.start
			}
		case "StatementEnd":
			ends, block = block >= 0, -1
		}
		if state != up && !(l.isComment() && state == none) {
			m.blank(l.start, l.end)
		}
		isComment := strings.HasPrefix(l.text, "-- ")
		switch {
		case state == none || isComment && !ends:
			continue
		case !isComment && begun < 0 && strings.TrimSpace(l.text) != "":
			begun, end = l.start, l.end
		case !isComment && strings.TrimSpace(l.text) != "":
			end = l.end
		}
		if ends || block < 0 && endsWithSemicolon(l.text) {
			if !ends && state == up && begun >= 0 {
				statements = append(statements, extent{begun, l.end})
			}
			begun = -1
		}
	}
	switch {
	case block >= 0:
		refuse(m.lastLine(block, len(m.text)), "-- +migrate StatementEnd is missing after this")
	case state == none:
		refuse(extent{}, "the file has no line -- +migrate Up")
	default:
		unfinished()
	}
	if !bad {
		m.checkSplit(statements, "-- +migrate")
	}
	m.scan(reader{})
}
