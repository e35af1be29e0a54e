package source

import "testing"

func TestPosition(t *testing.T) {
	f := NewFile("a.sql", "é\r\nb\n\nlast")
	for offset, want := range map[int]Position{
		0: {1, 1}, 2: {1, 3}, 3: {1, 4}, 4: {2, 1}, 5: {2, 2}, 6: {3, 1}, 7: {4, 1}, 11: {4, 5}, 99: {4, 5}, -1: {1, 1},
	} {
		if got := f.Position(offset); got != want {
			t.Errorf("%d is at %v, want %v", offset, got, want)
		}
	}
	for n, want := range map[int]string{0: "", 1: "é", 2: "b", 3: "", 4: "last", 5: ""} {
		if got := f.Line(n); got != want {
			t.Errorf("line %d is %q, want %q", n, got, want)
		}
	}
	if got := f.LineStart(9); got != 7 {
		t.Error(got)
	}
	empty := NewFile("", "")
	if empty.Position(0) != (Position{1, 1}) || empty.Line(1) != "" {
		t.Error("an empty file has one empty line")
	}
}

func TestByteOffset(t *testing.T) {
	for char, want := range map[int]int{-1: 0, 0: 0, 1: 0, 2: 1, 3: 3, 4: 6, 5: 7, 9: 7} {
		if got := ByteOffset("aé€b", char); got != want {
			t.Errorf("character %d starts at %d, want %d", char, got, want)
		}
	}
}

func TestSpan(t *testing.T) {
	f, g := NewFile("a", "one two"), NewFile("b", "x")
	one, two := f.At(0, 3), f.At(4, 7)
	if one.To(two).String() != "one two" || one.To(Span{}) != one || (Span{}).To(two) != two || (Span{}).String() != "" {
		t.Error("To")
	}
	if one.Compare(two) >= 0 || one.Compare(g.At(0, 1)) >= 0 || one.Compare(one) != 0 || (Span{}).Compare(one) >= 0 || one.Compare(Span{}) <= 0 {
		t.Error("Compare")
	}
}

func TestMaskKeepsLength(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("a mask of another length must not pass")
		}
	}()
	NewMaskedFile("a", "text", "tex")
}
