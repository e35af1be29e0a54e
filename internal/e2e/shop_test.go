package e2e

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/trigc/trigc/internal/pgtest"
)

// loadShop loads the schema of testdata/shop as psql -1 does.
func loadShop(t *testing.T) (dsn string) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(testdata, "shop", "*.sql"))
	if err != nil {
		t.Fatal(err)
	}
	dsn = pgtest.DB(t)
	conn := connect(t, dsn)
	mustRun(t, conn, "BEGIN")
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		mustRun(t, conn, string(text))
	}
	mustRun(t, conn, "COMMIT")
	return dsn
}

// TestShop proves that the schema is plain SQL, and big enough an example.
func TestShop(t *testing.T) {
	conn := connect(t, loadShop(t))
	for _, test := range []struct{ what, sql, want string }{
		{"tables", `SELECT count(*) >= 14 AND count(DISTINCT relnamespace) = 2 FROM pg_class
			WHERE relkind IN ('r', 'p') AND NOT relispartition AND relnamespace IN ('cms'::regnamespace, 'shop'::regnamespace)`, "t"},
		{"partitions", "SELECT count(*) FROM pg_inherits WHERE inhparent = 'shop.orders'::regclass", "3"},
		{"hand-written triggers", "SELECT string_agg(tgname, ' ') FROM pg_trigger WHERE NOT tgisinternal", "use_up_coupon"},
	} {
		results := mustRun(t, conn, test.sql)
		if got := string(results[0].Rows[0][0]); got != test.want {
			t.Errorf("%s: %s, want %s", test.what, got, test.want)
		}
	}
}
