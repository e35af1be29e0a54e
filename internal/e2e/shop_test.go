package e2e

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/trigc/trigc/internal/pgtest"
)

var shopDir = filepath.Join(testdata, "shop")

// TestShop proves that the schema is plain SQL, and big enough an example.
func TestShop(t *testing.T) {
	conn := connect(t, pgtest.DB(t))
	loadSchema(t, conn, os.DirFS(shopDir))
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

// shopConfig is the configuration at the root of the repository, seen from the
// directory of the schema.
const shopConfig = `
version = 1
schema  = ["*.sql"]
[sql]
install   = "install.sql"
uninstall = "uninstall.sql"
`

// TestShopBehaves runs a day of the shop with its triggers. An example has no
// findings, not even warnings.
func TestShopBehaves(t *testing.T) {
	file := filepath.Join(testdata, "behave", "shop.steps")
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	steps, err := parseSteps(string(text), 1)
	if err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	b := behaviour{
		file: file, schema: os.DirFS(shopDir), config: shopConfig, diagnostics: new(string),
		roles: strings.Fields("shop_admin shop_clerk"),
		setup: "GRANT USAGE ON SCHEMA shop TO shop_clerk; GRANT ALL ON ALL TABLES IN SCHEMA shop TO shop_clerk",
		steps: steps,
	}
	b.run(t)
}
