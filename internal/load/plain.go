package load

import "strings"

// plain is no migration tool: files that psql reads, sorted by name. As in
// sqlc, what a name says is for the way down is left out.
var plain = &tool{
	name:   "plain",
	claims: func(name, text string) bool { return false },
	up: func(d *directory) []string {
		var names []string
		for _, name := range d.names {
			if isSQL(name) && !isDown(name) {
				names = append(names, name)
			}
		}
		return names
	},
	down: isDown,
	mask: func(m *masker) { m.scan(reader{psql: true, copy: true}) },
}

func isDown(name string) bool { return strings.HasSuffix(name, ".down.sql") }
