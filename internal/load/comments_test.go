package load

import (
	"slices"
	"testing"
)

func TestComments(t *testing.T) {
	for _, test := range []struct {
		sql  string
		want []string
	}{
		{"", nil},
		{"SELECT 1 -- a\n-- b", []string{"-- a", "-- b"}},
		{"SELECT 1 -- a\r\n--b\r\n", []string{"-- a", "--b"}},
		{"SELECT '-- no', \"-- no\", E'\\'-- no' /* -- no */ -- yes", []string{"-- yes"}},
		{"CREATE FUNCTION f() AS $$ BEGIN -- in\n PERFORM '-- no'; END $$; -- out", []string{"-- in", "-- out"}},
		{"AS $a$ x $$ -- deep\n$$ -- in\n $a$ -- out", []string{"-- deep", "-- in", "-- out"}},
		{"CREATE FUNCTION f() AS /* x */ ' -- in\n' LANGUAGE sql -- out", []string{"-- in", "-- out"}},
		{"SELECT ' -- no\n'", nil},
		{"AS $$ -- open", []string{"-- open"}},
		{"AS ' -- open", []string{"-- open"}},
		{"-- é\nSELECT 'é' -- ü", []string{"-- é", "-- ü"}},
	} {
		var got []string
		Comments(test.sql, func(start, end int) { got = append(got, test.sql[start:end]) })
		if !slices.Equal(got, test.want) {
			t.Errorf("%q: comments %q, want %q", test.sql, got, test.want)
		}
	}
}
