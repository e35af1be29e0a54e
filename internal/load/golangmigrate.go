package load

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// golang-migrate: a file for each direction, 1_x.up.sql and 1_x.down.sql.
var golangMigrate = &tool{
	name: "golang-migrate",
	claims: func(name, text string) bool {
		return strings.HasSuffix(name, ".sql") && golangMigrateName.MatchString(name)
	},
	up: func(d *directory) []string {
		var list []migration[uint64]
		for _, name := range d.names {
			m := golangMigrateName.FindStringSubmatch(name)
			if m == nil || m[3] != "up" {
				continue
			}
			if n, err := strconv.ParseUint(m[1], 10, 64); err == nil {
				list = append(list, migration[uint64]{n, name})
			}
		}
		slices.SortStableFunc(list, func(a, b migration[uint64]) int { return cmp.Compare(a.version, b.version) })
		return files(d, list)
	},
	down: func(name string) bool {
		m := golangMigrateName.FindStringSubmatch(name)
		return m != nil && m[3] == "down"
	},
	mask: func(m *masker) { m.scan(reader{}) },
}

// golangMigrateName takes any extension, as golang-migrate does.
var golangMigrateName = regexp.MustCompile(`^([0-9]+)_(.*)\.(down|up)\.(.*)$`)
