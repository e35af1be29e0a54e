package load

import (
	"path"
	"regexp"
	"strings"
)

// Atlas: files for the way up only, in the order of their names.
var atlas = &tool{
	name:   "atlas",
	claims: func(name, text string) bool { return len(atlasDirectives(text)) > 0 },
	up:     atlasUp,
	down:   never,
	mask:   maskAtlas,
}

// atlasUp starts at the last checkpoint, as Atlas does on an empty database.
func atlasUp(d *directory) []string {
	var list []migration[string]
	for _, name := range d.names {
		if !strings.HasSuffix(name, ".sql") {
			continue
		}
		version, _, _ := strings.Cut(strings.TrimSuffix(name, ".sql"), "_")
		m := migration[string]{version, name}
		text, err := d.read(path.Join(d.dir, name))
		if _, isCheckpoint := atlasDirectives(text)["checkpoint"]; err == nil && isCheckpoint {
			list = nil
		}
		list = append(list, m)
	}
	return files(d, list)
}

var atlasDirective = regexp.MustCompile(`^-- atlas:(\w+)(?: +([ -~]*))?$`)

// atlasDirectives returns the directives of a file with their arguments. They
// stand at its top, and an empty line divides them from the rest.
func atlasDirectives(text string) map[string]string {
	found := map[string]string{}
	for strings.HasPrefix(text, "#") || strings.HasPrefix(text, "--") {
		var l string
		l, text, _ = strings.Cut(text, "\n")
		if m := atlasDirective.FindStringSubmatch(strings.TrimSpace(l)); m != nil {
			found[m[1]] = m[2]
		}
	}
	if text != "" && !strings.HasPrefix(strings.TrimLeft(text, " \t\r"), "\n") {
		return nil
	}
	return found
}

// maskAtlas puts a semicolon where the file has a delimiter of its own. Of a
// delimiter of line ends there is no byte to put it in place of: then the
// statements need semicolons.
func maskAtlas(m *masker) {
	text := strings.TrimPrefix(m.text, "\ufeff")
	delimiter := strings.NewReplacer(`\n`, "\n", `\r`, "\r", `\t`, "\t").Replace(atlasDirectives(text)["delimiter"])
	visible := strings.TrimSpace(delimiter)
	if visible != "" && visible != ";" {
		lead := strings.Index(delimiter, visible)
		for i := strings.Index(m.text, "\n") + 1; ; {
			n := strings.Index(m.text[i:], delimiter)
			if n < 0 {
				break
			}
			start := i + n + lead
			i += n + len(delimiter)
			m.blank(start, start+len(visible))
			m.set(start, ';')
		}
	}
	m.scan(reader{})
}
