package load

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/trigc/trigc/internal/diag"
)

// testdata/pg_dump.sql is what pg_dump 15.18 wrote of a schema with all that
// is hard to tell from a meta-command, a placeholder or the end of data.
func TestDump(t *testing.T) {
	text, err := os.ReadFile("testdata/pg_dump.sql")
	if err != nil {
		t.Fatal(err)
	}
	for _, lineEnd := range []string{"\n", "\r\n"} {
		text := strings.ReplaceAll(string(text), "\n", lineEnd)
		var r diag.Report
		files, err := Files(fstest.MapFS{"dump.sql": {Data: []byte(text)}}, ".", []string{"dump.sql"}, "", &r)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range r.Sorted() {
			t.Errorf("%s at %v: %s", d.Code, d.Span.Pos(), d.Message)
		}
		lines, sql := strings.Split(text, lineEnd), strings.Split(files[0].SQL(), lineEnd)
		if len(lines) != len(sql) {
			t.Fatalf("%d lines became %d", len(lines), len(sql))
		}
		data, masked := false, 0
		for i, line := range lines {
			want := line
			if data || strings.HasPrefix(line, `\restrict`) || strings.HasPrefix(line, `\unrestrict`) {
				want = strings.Repeat(" ", len(line))
				masked++
			}
			if sql[i] != want {
				t.Errorf("line %d:\ngot  %q\nwant %q", i+1, sql[i], want)
			}
			if strings.HasPrefix(line, "COPY ") {
				data = true
			} else if line == `\.` {
				data = false
			}
		}
		if masked != 6 { // two commands, three rows and their end
			t.Errorf("%d lines are masked", masked)
		}
	}
}
