package diag

import (
	"testing"

	"github.com/trigc/trigc/internal/source"
)

func TestRespell(t *testing.T) {
	for _, test := range []struct {
		word       string
		candidates []string
		want       string
	}{
		{"statsu", []string{"status", "slug"}, "status"},
		{"STATSU", []string{"status"}, "status"},
		{"titel", []string{"title", "title"}, "title"},
		{"titl", []string{"title", "tilt"}, ""},    // a letter left out, or two swapped
		{"id", []string{"in", "it"}, ""},           // two letters say nothing
		{"ab", []string{"a"}, ""},                  // nor does one
		{"updated_by", []string{"created_by"}, ""}, // another word
		{"line1", []string{"line2"}, ""},           // digits are not misspelled
		{"lien1", []string{"line1", "line2"}, "line1"},
		{"größe", []string{"Größe", "Größen"}, ""},   // two are near
		{"nothing", []string{"status", "title"}, ""}, // none is
		{"nothing", nil, ""},
	} {
		f := source.NewFile("a", test.word)
		fixes := Respell(f.At(0, len(test.word)), test.word, test.candidates, func(s string) string { return "<" + s + ">" })
		got := ""
		if len(fixes) > 0 {
			got = fixes[0].Edits[0].Text
		}
		want := test.want
		if want != "" {
			want = "<" + want + ">"
		}
		if got != want {
			t.Errorf("%q of %q: %q, want %q", test.word, test.candidates, got, want)
		}
	}
	if Respell(source.Span{}, "statsu", []string{"status"}, nil) != nil {
		t.Error("a fix of what is nowhere")
	}
}
