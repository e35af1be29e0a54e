package bench

import (
	"os"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	pg "github.com/pganalyze/pg_query_go/v5"

	"github.com/trigc/trigc/internal/compile"
	"github.com/trigc/trigc/internal/config"
	"github.com/trigc/trigc/internal/diag"
)

var cfg = config.Config{
	Postgres: 15,
	Schema:   []string{"schema/*.sql"},
	SQL:      config.SQL{Install: "install.sql", Uninstall: "uninstall.sql"},
	Go:       config.Go{Out: "triggers", Package: "triggers", Driver: "pgx/v5"},
}

// TestSchema proves that the schema that is measured compiles, whole.
func TestSchema(t *testing.T) {
	var r diag.Report
	result, err := compile.Compile(Schema(60), cfg, &r)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range r.Sorted() {
		t.Errorf("%s: %s", d.Code, d.Message)
	}
	if n := len(result.Program.Units); n != 300 {
		t.Errorf("%d units, want 300", n)
	}
}

// TestLinear compares what a run allocates, which unlike its time is the same
// in every run, with that of a schema of ten times the tables.
func TestLinear(t *testing.T) {
	allocated := func(tables int) uint64 {
		var before, after runtime.MemStats
		fsys := Schema(tables)
		runtime.ReadMemStats(&before)
		var r diag.Report
		if _, err := compile.Compile(fsys, cfg, &r); err != nil || r.HasErrors() {
			t.Fatal(err, r.Sorted())
		}
		runtime.ReadMemStats(&after)
		return after.TotalAlloc - before.TotalAlloc
	}
	allocated(50)
	small, large := allocated(200), allocated(2000)
	if ratio := float64(large) / float64(small); ratio > 11 {
		t.Errorf("ten times the tables take %.1f times the memory (%d and %d bytes)", ratio, small, large)
	}
}

// BenchmarkCompile compares a whole run, all outputs rendered, with
// pg_query.Parse of the same files, file by file.
func BenchmarkCompile(b *testing.B) {
	small := measure(b, 1000)
	large := measure(b, 10000)
	for b.Loop() {
	}
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(small.compile.Seconds()*1000, "ms/1000-tables")
	b.ReportMetric(float64(small.compile)/float64(small.parse), "x-parse/1000-tables")
	b.ReportMetric(float64(large.compile)/float64(large.parse), "x-parse/10000-tables")
	b.ReportMetric(float64(large.compile)/float64(small.compile), "x-time/10x-tables")
	b.ReportMetric(float64(large.bytes)/float64(small.bytes), "x-memory/10x-tables")
}

type sample struct {
	parse, compile time.Duration
	bytes          uint64
}

// measure takes the medians of interleaved runs, so that both sides see the
// same machine.
func measure(b *testing.B, tables int) sample {
	defer debug.SetGCPercent(debug.SetGCPercent(400)) // as the command does
	dir := b.TempDir()
	files := Schema(tables)
	if err := os.CopyFS(dir, files); err != nil {
		b.Fatal(err)
	}
	fsys := os.DirFS(dir)
	var parses, compiles []time.Duration
	var bytes uint64
	for range 5 {
		parses = append(parses, timed(func() { parseAll(b, files) }))
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		compiles = append(compiles, timed(func() {
			var r diag.Report
			if _, err := compile.Compile(fsys, cfg, &r); err != nil || r.HasErrors() {
				b.Fatal(err, r.Sorted())
			}
		}))
		runtime.ReadMemStats(&after)
		bytes = after.TotalAlloc - before.TotalAlloc
	}
	return sample{median(parses), median(compiles), bytes}
}

func parseAll(b *testing.B, fsys fstest.MapFS) {
	for name, f := range fsys {
		if strings.HasSuffix(name, ".sql") {
			if _, err := pg.Parse(string(f.Data)); err != nil {
				b.Fatal(err)
			}
		}
	}
}

func timed(f func()) time.Duration {
	runtime.GC()
	start := time.Now()
	f()
	return time.Since(start)
}

func median(list []time.Duration) time.Duration {
	slices.Sort(list)
	return list[len(list)/2]
}
