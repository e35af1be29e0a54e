package diag

import (
	"slices"

	"github.com/trigc/trigc/internal/source"
)

// Relocate returns the diagnostics with other paths: those of the compiler are
// relative to the configuration file, those shown to the user to where the
// user is. The order stays.
func Relocate(list []Diagnostic, path func(string) string) []Diagnostic {
	files := map[*source.File]*source.File{nil: nil}
	at := func(s source.Span) source.Span {
		f, ok := files[s.File]
		if !ok {
			f = s.WithPath(path(s.Path()))
			files[s.File] = f
		}
		s.File = f
		return s
	}
	list = slices.Clone(list)
	for i := range list {
		d := &list[i]
		d.Span = at(d.Span)
		d.Related = slices.Clone(d.Related)
		for j := range d.Related {
			d.Related[j].Span = at(d.Related[j].Span)
		}
		d.Fixes = slices.Clone(d.Fixes)
		for j := range d.Fixes {
			edits := slices.Clone(d.Fixes[j].Edits)
			for k := range edits {
				edits[k].Span = at(edits[k].Span)
			}
			d.Fixes[j].Edits = edits
		}
	}
	return list
}
