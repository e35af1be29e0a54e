package silence

import (
	"strings"
	"testing"

	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/source"
)

// Whatever the text is, what is said of its comments stands in it, and the
// fixes of that can be applied.
func FuzzIgnores(f *testing.F) {
	for _, s := range []string{
		"-- trigc:ignore x: y", "-- trigc:ignore", "--trigc:ignore-file x,y :", "-- trigc:ignore:x", "a -- TRIGC : ignore x, , y: z\r\n",
		"-- pgtrigger: x\n--   y\n-- trigc:ignore x: y\n-- trigc:ignore y: x\nz", "$$ -- trigc:ignore x: y", "/* -- trigc:ignore x: y",
		"-- trigc:ignore x: y\n\n-- trigc:ignore-file x: y", "-- trigc:ignore é: y", "\ufeff-- trigc:ignore x: \xe9",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		file := source.NewFile("a.sql", text)
		g := NewIgnores([]string{"x", "long-name"})
		g.Add([]*source.File{file})
		var directives Directives
		for i := range min(len(text), 50) {
			g.Ignored(diag.Diagnostic{Code: "x", Severity: diag.Warning, Span: file.At(i, i)})
			directives.Has(file.At(i, i))
		}
		for _, d := range append(g.Bad(), g.Unused()...) {
			if d.Span.Start < 0 || d.Span.Start >= d.Span.End || d.Span.End > len(text) {
				t.Fatalf("%s at %d-%d of %d", d.Code, d.Span.Start, d.Span.End, len(text))
			}
			if err := diag.CheckWording(d); err != nil && strings.ToValidUTF8(text, "") == text && !strings.Contains(err.Error(), "upper case") {
				t.Error(err)
			}
			for _, fix := range d.Fixes {
				for _, e := range fix.Edits {
					if e.Span.Start < 0 || e.Span.Start > e.Span.End || e.Span.End > len(text) {
						t.Fatalf("fix of %s at %d-%d of %d", d.Code, e.Span.Start, e.Span.End, len(text))
					}
				}
			}
		}
	})
}
