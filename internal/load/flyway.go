package load

import (
	"cmp"
	"path"
	"regexp"
	"slices"
	"strings"
)

// Flyway: V1__x.sql once, R__x.sql whenever it changed, B1__x.sql instead of
// all up to it; in the directory and those below it.
var flyway = &tool{
	name: "flyway",
	claims: func(name, text string) bool {
		f := parseFlywayName(path.Base(name))
		return f.kind != 0 && strings.Contains(name, "__")
	},
	up: flywayUp,
	down: func(name string) bool {
		k := parseFlywayName(path.Base(name)).kind
		return k == 'U' || k == 'V' || k == 'B'
	},
	nested: true,
	mask:   maskFlyway,
}

// A flywayName is what the name of a file says. The zero kind says nothing.
type flywayName struct {
	kind        byte // V, R, U, B
	version     []string
	description string
}

var flywayVersion = regexp.MustCompile(`^\d+(?:[._]\d+)*$`)

func parseFlywayName(name string) flywayName {
	if len(name) < len("V.sql") || !strings.EqualFold(name[len(name)-4:], ".sql") {
		return flywayName{}
	}
	f := flywayName{kind: name[0]}
	version, description, _ := strings.Cut(name[1:len(name)-4], "__")
	f.description = strings.ReplaceAll(description, "_", " ")
	switch f.kind {
	case 'R':
		if version != "" {
			return flywayName{}
		}
	case 'V', 'U', 'B':
		if !flywayVersion.MatchString(version) {
			return flywayName{}
		}
		for part := range strings.FieldsFuncSeq(version, func(c rune) bool { return c == '.' || c == '_' }) {
			f.version = append(f.version, strings.TrimLeft(part, "0"))
		}
		// 1.0 is 1.
		for len(f.version) > 1 && f.version[len(f.version)-1] == "" {
			f.version = f.version[:len(f.version)-1]
		}
	default:
		return flywayName{}
	}
	return f
}

// compareParts compares versions by their parts, of any size.
func compareParts(a, b []string) int {
	return slices.CompareFunc(a, b, func(x, y string) int {
		return cmp.Or(cmp.Compare(len(x), len(y)), cmp.Compare(x, y))
	})
}

// flywayUp takes what Flyway runs on an empty database: the last baseline,
// the versions after it, then the repeatable ones by description.
func flywayUp(d *directory) []string {
	type entry struct {
		flywayName
		name string
	}
	var baseline *entry
	var versions, repeatable []entry
	for _, name := range d.names {
		e := entry{parseFlywayName(path.Base(name)), name}
		switch e.kind {
		case 'B':
			if baseline == nil || compareParts(e.version, baseline.version) > 0 {
				baseline = &e
			}
		case 'V':
			versions = append(versions, e)
		case 'R':
			repeatable = append(repeatable, e)
		}
	}
	slices.SortStableFunc(versions, func(a, b entry) int { return compareParts(a.version, b.version) })
	slices.SortStableFunc(repeatable, func(a, b entry) int { return cmp.Compare(a.description, b.description) })

	var list []migration[string]
	if baseline != nil {
		list = append(list, migration[string]{"baseline", baseline.name})
	}
	for _, e := range versions {
		if baseline == nil || compareParts(e.version, baseline.version) > 0 {
			parts := slices.Clone(e.version)
			for i, p := range parts {
				parts[i] = cmp.Or(p, "0")
			}
			list = append(list, migration[string]{strings.Join(parts, "."), e.name})
		}
	}
	for _, e := range repeatable {
		list = append(list, migration[string]{"repeatable " + e.description, e.name})
	}
	return files(d, list)
}

// maskFlyway fills ${placeholders}, which Flyway replaces wherever they stand,
// unless the file's configuration says otherwise. It knows COPY … FROM STDIN.
func maskFlyway(m *masker) {
	if !flywayNoPlaceholders.MatchString(m.beside(".conf")) {
		for i := 0; ; {
			n := strings.Index(m.text[i:], "${")
			if n < 0 {
				break
			}
			start := i + n
			end := strings.IndexByte(m.text[start:], '}')
			if end < 0 {
				break
			}
			i = start + end + 1
			m.everywhere(extent{start, i}, false)
		}
	}
	m.scan(reader{copy: true})
}

var flywayNoPlaceholders = regexp.MustCompile(`(?m)^\s*placeholderReplacement\s*=\s*false\s*$`)
