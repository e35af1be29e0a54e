package kind_test

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/trigc/trigc/analyzer/kind"
	"github.com/trigc/trigc/internal/compile"
	"github.com/trigc/trigc/internal/config"
	"github.com/trigc/trigc/internal/diag"
)

var update = flag.Bool("update", false, "rewrite the manual")

const manual = "../../docs/kinds.md"

// TestManual holds the manual of the kinds to what the kinds say.
func TestManual(t *testing.T) {
	data, err := os.ReadFile(manual)
	if err != nil {
		t.Fatal(err)
	}
	want := kinds()
	if want == string(data) {
		return
	}
	if *update {
		if err := os.WriteFile(manual, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	t.Errorf("%s is not what the kinds say; run go test ./analyzer/kind -update and read the change", manual)
}

// kinds renders the manual.
func kinds() string {
	var b strings.Builder
	b.WriteString(manualHead)
	for _, k := range kind.All {
		fmt.Fprintf(&b, "- [%s](#%s)\n", k.Name, k.Name)
	}
	for _, k := range kind.All {
		fmt.Fprintf(&b, "\n## %s\n\n%s\n\n```sql\n%s\n```\n", k.Name, k.Doc, comment(k.Example))
		if len(k.Params) > 0 {
			b.WriteString("\n| clause | is |\n|---|---|\n")
		}
		for _, p := range k.Params {
			fmt.Fprintf(&b, "| `%s` | %s |\n", strings.ReplaceAll(p.String(), "|", "\\|"), p.Doc)
		}
		if k.Notes != "" {
			fmt.Fprintf(&b, "\n%s\n", strings.ReplaceAll(strings.TrimSpace(k.Notes), "~", "`"))
		}
	}
	return b.String()
}

const manualHead = "# The kinds\n\n" +
	"<!-- Generated from analyzer/kind: go test ./analyzer/kind -update -->\n\n" +
	"A directive is `-- pgtrigger: kind name …`, with a header as in CREATE TRIGGER where the kind's own does not do, and the\n" +
	"clauses of its kind. [The language](language.md) tells where it stands, of conditions, and of the clauses that all kinds have.\n\n"

// comment writes directives as they stand in a schema.
func comment(example string) string {
	var lines []string
	for _, l := range strings.Split(example, "\n") {
		if strings.HasPrefix(l, "  ") {
			lines = append(lines, "--   "+strings.TrimSpace(l))
		} else {
			lines = append(lines, "-- pgtrigger: "+l)
		}
	}
	return strings.Join(lines, "\n")
}

// schema is what the examples of the manual are about.
const schema = `
CREATE TABLE authors (id bigint PRIMARY KEY, name text NOT NULL, post_count int NOT NULL DEFAULT 0, published_count int);
CREATE TABLE locks (post_id bigint PRIMARY KEY);
CREATE TABLE outbox (post_id bigint NOT NULL, slug text NOT NULL);
CREATE TABLE keywords (post_id bigint NOT NULL, word text NOT NULL);
%s
CREATE TABLE posts (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  author_id    bigint NOT NULL REFERENCES authors,
  author_name  text,
  status       text NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'published', 'archived', 'deleted')),
  slug         text NOT NULL,
  title        text NOT NULL,
  body         text,
  tags         text[],
  meta         jsonb,
  lang         regconfig,
  search       tsvector,
  version      int NOT NULL DEFAULT 0,
  published_at timestamptz,
  deleted_at   timestamptz,
  created_at   timestamptz NOT NULL DEFAULT now(),
  updated_at   timestamptz NOT NULL DEFAULT now()
);
`

// TestExamples compiles the examples of the manual.
func TestExamples(t *testing.T) {
	for _, k := range kind.All {
		t.Run(k.Name, func(t *testing.T) {
			fsys := fstest.MapFS{"schema.sql": {Data: fmt.Appendf(nil, schema, comment(k.Example))}}
			var r diag.Report
			cfg := config.Config{Postgres: 15, Schema: []string{"schema.sql"}, SQL: config.SQL{Install: "install.sql"}}
			result, err := compile.Compile(fsys, cfg, &r)
			if err != nil {
				t.Fatal(err)
			}
			for _, d := range r.Sorted() {
				if d.Code == "same-column" {
					continue // one example is in place of another
				}
				t.Errorf("%s: %s (%s)", d.Code, d.Message, d.Span)
			}
			want := strings.Count(comment(k.Example), "pgtrigger:")
			n := 0
			for _, u := range result.Program.Units {
				if u.Kind == k.Name {
					n++ // others are made beside them
				}
			}
			if n != want {
				t.Errorf("%d units, want %d", n, want)
			}
		})
	}
}
