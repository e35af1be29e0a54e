package e2e

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5/pgconn"

	"github.com/trigc/trigc/analyzer/input"
	"github.com/trigc/trigc/internal/pgtest"
)

// inputMutants is how many random texts of each type are tried.
const inputMutants = 3000

// TestInput compares package input with the input functions of the server:
// what it refuses the server refuses with the same SQLSTATE, and of what the
// server refuses, under each DateStyle, it misses little.
func TestInput(t *testing.T) {
	t.Parallel()
	conn := connect(t, pgtest.DB(t))
	version := pgtest.Major(t)
	mustRun(t, conn, castFunction)
	var report strings.Builder
	for _, s := range inputSamples {
		seeds := strings.Split(strings.Trim(s.texts, "\n"), "\n")
		texts := append(slices.Clone(seeds), "", " ", "x")
		texts = append(texts, mutants(s.typ, seeds, inputMutants)...)
		states := serverStates(t, conn, s.typ, texts)
		refused, found, shown := 0, 0, 0
		for i, text := range texts {
			m := input.Check(s.typ, nil, text, version)
			if m != nil && m.SQLState != states[i] {
				t.Errorf("%s %q: the server says %q, trigc %s: %s", s.typ, text, states[i], m.SQLState, m.Message)
			}
			if states[i] == "" {
				continue
			}
			refused++
			if m != nil {
				found++
			} else if shown++; shown <= 10 {
				fmt.Fprintf(&report, "    missed: %q (%s)\n", text, states[i])
			}
		}
		share := 100.0
		if refused > 0 {
			share = float64(found) * 100 / float64(refused)
		}
		fmt.Fprintf(&report, "%s: %d of %d found (%.1f %%)\n", s.typ, found, refused, share)
		if share < s.share {
			t.Errorf("%s: %.2f %% of the server's refusals are found, want %v", s.typ, share, s.share)
		}
		if refused == 0 && s.share > 0 {
			t.Errorf("%s: the server refuses nothing", s.typ)
		}
	}
	t.Log("\n" + report.String())
}

// castFunction casts texts and answers the SQLSTATEs. A text that some
// DateStyle takes counts as taken.
const castFunction = `
CREATE FUNCTION cast_states(typ text, texts text[]) RETURNS text[] LANGUAGE plpgsql AS $$
DECLARE
  states text[] := '{}';
  state text;
  style text;
  txt text;
  styles text[] := CASE WHEN typ ~ 'date|time|ts.*range' THEN '{"ISO, YMD","ISO, DMY","ISO, MDY"}' ELSE '{"ISO, MDY"}' END;
BEGIN
  FOREACH txt IN ARRAY texts LOOP
    FOREACH style IN ARRAY styles LOOP
      state := '';
      PERFORM set_config('DateStyle', style, true);
      BEGIN
        EXECUTE format('SELECT %L::%s', txt, typ);
      EXCEPTION WHEN OTHERS THEN
        state := SQLSTATE;
      END;
      EXIT WHEN state = '';
    END LOOP;
    states := states || state;
  END LOOP;
  RETURN states;
END $$`

// serverStates returns the SQLSTATEs of casts, "" for those that succeed.
func serverStates(t *testing.T, conn *pgconn.PgConn, typ string, texts []string) []string {
	t.Helper()
	var states []string
	for batch := range slices.Chunk(texts, 500) {
		literals := make([]string, len(batch))
		for i, text := range batch {
			literals[i] = "E'" + strings.NewReplacer(`\`, `\\`, `'`, `''`).Replace(text) + "'"
		}
		sql := fmt.Sprintf("SELECT unnest(cast_states('%s', ARRAY[%s]::text[]))", typ, strings.Join(literals, ","))
		for _, row := range mustRun(t, conn, sql)[0].Rows {
			states = append(states, string(row[0]))
		}
	}
	if len(states) != len(texts) {
		t.Fatalf("%s: %d answers for %d texts", typ, len(states), len(texts))
	}
	return states
}

// mutants changes texts at random, the same in each run.
func mutants(typ string, seeds []string, n int) []string {
	source := rand.New(rand.NewPCG(1, uint64(len(typ))*1000+uint64(typ[0])))
	pick := func(s string) string { i := source.IntN(len(s)); return s[i : i+1] }
	all := strings.Join(seeds, "") + "0159-+.,:/ {}[]()\"\\eExXaAnN_"
	var texts []string
	for range n {
		text := seeds[source.IntN(len(seeds))]
		for range 1 + source.IntN(3) {
			at := source.IntN(len(text) + 1)
			switch source.IntN(5) {
			case 0: // insert
				text = text[:at] + pick(all) + text[at:]
			case 1: // delete
				if at < len(text) {
					text = text[:at] + text[at+1:]
				}
			case 2: // replace
				if at < len(text) {
					text = text[:at] + pick(all) + text[at+1:]
				}
			case 3: // another text's end
				other := seeds[source.IntN(len(seeds))]
				text = text[:at] + other[source.IntN(len(other)+1):]
			case 4: // change a digit
				if i := strings.IndexAny(text[at:], "0123456789"); i >= 0 {
					text = text[:at+i] + pick("0123456789") + text[at+i+1:]
				}
			}
		}
		texts = append(texts, strings.ToValidUTF8(text, ""))
	}
	return texts
}
