package e2e

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/jackc/pgx/v5"

	"github.com/trigc/trigc/internal/compile"
	"github.com/trigc/trigc/internal/config"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/pgtest"
)

// adviceSchema is a table with all values of all columns, of a few.
const adviceSchema = `
CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE TABLE t (
  id int NOT NULL, n int, small smallint NOT NULL, m mood, k mood NOT NULL, b boolean, s text, c text NOT NULL CHECK (c IN ('x', 'y'))
);
`

const adviceRows = `
INSERT INTO t SELECT id, n, small, m::mood, k::mood, b, s, c FROM unnest(ARRAY[1, 2]) AS id, unnest(ARRAY[NULL, 0, 1, 2]) AS n,
  unnest(ARRAY[-32768, 32767]) AS small, unnest(ARRAY[NULL, 'sad', 'ok', 'happy']) AS m, unnest(ARRAY['sad', 'ok', 'happy']) AS k,
  unnest(ARRAY[NULL, true, false]) AS b, unnest(ARRAY[NULL, 'p', 'q']) AS s, unnest(ARRAY['x', 'y']) AS c
ORDER BY md5(concat_ws(',', id, n, small, m, k, b, s, c)) LIMIT 200;
`

// adviceTests are tests of single columns; # stands for the row.
var adviceTests = []string{
	"#.n = 1", "#.n <> 1", "#.n < 1", "#.n >= 1", "1 > #.n", "#.n IN (0, 1)", "#.n IS NULL", "#.n IS NOT NULL", "#.n IS DISTINCT FROM 2",
	"#.id IS NULL", "#.id IS NOT NULL", "#.id = #.id", "#.n = #.n", "#.n IS NOT DISTINCT FROM #.n", "#.small > 40000", "#.small >= -32768",
	"#.m = 'sad'", "#.m <> 'sad'", "#.m IN ('ok', 'happy')", "#.m NOT IN ('ok', 'happy', 'sad')", "#.k IN ('sad', 'ok', 'happy')", "#.k <> ALL (ARRAY['sad', 'ok']::mood[])",
	"#.b", "NOT #.b", "#.b IS TRUE", "#.b IS NOT FALSE", "#.b IS UNKNOWN", "#.b = true",
	"#.s = 'p'", "#.s <> 'p'", "#.s::text = 'q'", "#.s IS DISTINCT FROM 'p'", "#.c = 'x'", "#.c <> 'x'", "#.c = 'z'", "#.c = ANY (ARRAY['x', 'y'])",
	"OLD.n = NEW.n", "OLD.n <> NEW.n", "OLD.n IS DISTINCT FROM NEW.n", "OLD.n IS NOT DISTINCT FROM NEW.n", "OLD.id <> NEW.id", "OLD.id = NEW.id", "OLD.k = NEW.k",
	"true", "false", "1 = 2", "'a' = 'a'", "length(#.s) > 0", "#.n + 1 = 2", "coalesce(#.b, true)",
}

// TestTruths holds what is said of conditions, that they are never or always
// true, to what they are for rows on a server.
func TestTruths(t *testing.T) {
	const n = 1500
	rng := rand.New(rand.NewPCG(1, 2))
	var random func(depth int) string
	random = func(depth int) string {
		if depth == 0 || rng.IntN(4) == 0 {
			row := []string{"OLD", "NEW"}[rng.IntN(2)]
			return strings.ReplaceAll(adviceTests[rng.IntN(len(adviceTests))], "#", row)
		}
		switch rng.IntN(5) {
		case 0:
			return "NOT (" + random(depth-1) + ")"
		case 1, 2:
			return "(" + random(depth-1) + ") OR (" + random(depth-1) + ")"
		}
		return "(" + random(depth-1) + ") AND (" + random(depth-1) + ")"
	}
	var schema strings.Builder
	schema.WriteString(adviceSchema)
	conditions := make([]string, n)
	for i := range conditions {
		conditions[i] = random(rng.IntN(4))
		fmt.Fprintf(&schema, "-- pgtrigger: protect c%d on t update when (%s)\n", i, conditions[i])
	}
	var r diag.Report
	if _, err := compile.Compile(fstest.MapFS{"schema.sql": {Data: []byte(schema.String())}}, config.Config{Postgres: 15, Schema: []string{"schema.sql"}}, &r); err != nil {
		t.Fatal(err)
	}
	first := strings.Count(adviceSchema, "\n") + 1
	never, always := map[int]bool{}, map[int]bool{}
	for _, d := range r.Sorted() {
		switch i := d.Span.Pos().Line - first; {
		case d.Severity == diag.Error:
			t.Errorf("%s: %s", d.Span, d.Message)
		case d.Code == "when-never":
			never[i] = true
		case d.Code == "when-always":
			always[i] = true
		}
	}
	if len(never) < 100 || len(always) < 30 {
		t.Errorf("only %d of %d conditions are said to be never true, %d always", len(never), n, len(always))
	}

	c, err := pgx.Connect(t.Context(), pgtest.DB(t))
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close(context.Background())
	if _, err := c.Exec(t.Context(), adviceSchema+adviceRows); err != nil {
		t.Fatal(err)
	}
	for start := 0; start < n; start += 250 {
		var list []string
		for _, cond := range conditions[start : start+250] {
			list = append(list, "count(*) FILTER (WHERE "+cond+")")
		}
		var pairs int64
		var counts []int64
		sql := "SELECT count(*), ARRAY[" + strings.Join(list, ", ") + "] FROM t AS old CROSS JOIN t AS new"
		if err := c.QueryRow(t.Context(), sql).Scan(&pairs, &counts); err != nil {
			t.Fatal(err)
		}
		for i, count := range counts {
			i += start
			if never[i] && count > 0 {
				t.Errorf("%s is true of %d of %d rows", conditions[i], count, pairs)
			}
			if always[i] && count < pairs {
				t.Errorf("%s is true of %d of %d rows only", conditions[i], count, pairs)
			}
		}
	}
}
