package e2e

import (
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"
	"testing"

	"github.com/trigc/trigc/internal/compile"
	"github.com/trigc/trigc/internal/config"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/pgtest"
)

// historyMain attaches a value to a transaction, and prints what the history
// keeps of a customer, with two drivers of database/sql.
const historyMain = `package main

import (
	"context"
	"database/sql"
	"fmt"
	"log"
	"os"

	_ "github.com/jackc/pgx/v5/stdlib"
	_ "github.com/lib/pq"

	triggers "example.com/blog/sql"
)

func main() {
	ctx := context.Background()
	for _, driver := range []string{"pgx", "postgres"} {
		db, err := sql.Open(driver, os.Getenv("DATABASE_URL"))
		check(err)
		check(triggers.Verify(ctx, db))
		tx, err := db.BeginTx(ctx, nil)
		check(err)
		check(triggers.WithContext(ctx, tx, map[string]any{"why": "moved"}))
		for _, statement := range []string{
			"INSERT INTO shop.customers (id, name) OVERRIDING SYSTEM VALUE VALUES (7, 'Ben')",
			"UPDATE shop.customers SET name = 'Benny', billing_name = NULL",
			"UPDATE shop.customers SET closed_at = now()",
		} {
			_, err := tx.ExecContext(ctx, statement)
			check(err)
		}
		events, err := triggers.ShopCustomers.LogCustomers.Of(ctx, tx, 7)
		check(err)
		for _, e := range events {
			fmt.Println(e.HistoryOp, e.ID, *e.Name, e.Home == nil, string(e.HistoryContext), e.ClosedAt != nil)
		}
		check(tx.Rollback())
	}
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
`

// TestShopOfEveryDriver generates the shop's package for each driver: it
// compiles, vet has nothing to say, and what comes out for the schema alone,
// such as the readers of event tables, works with database/sql too.
func TestShopOfEveryDriver(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	tourModule(t, dir)
	var install string
	for _, driver := range config.Drivers() {
		report := &diag.Report{}
		result, err := compile.Compile(os.DirFS(shopDir), config.Config{
			Postgres: pgtest.Major(t), Schema: []string{"*.sql"}, SQL: config.SQL{Install: "install.sql"},
			Go: config.Go{Out: path.Base(driver), Package: "triggers", Driver: driver},
		}, report)
		if err != nil || report.HasErrors() {
			t.Fatalf("%v\n%s", err, diagnostics(t, report))
		}
		for _, o := range result.Outputs {
			if o.Path == "install.sql" {
				install = string(o.Data)
				continue
			}
			writeFile(t, filepath.Join(dir, filepath.FromSlash(o.Path)), string(o.Data))
		}
	}
	writeFile(t, filepath.Join(dir, "main.go"), historyMain)

	dsn := pgtest.DB(t)
	conn := connect(t, dsn)
	loadSchema(t, conn, os.DirFS(shopDir))
	mustRun(t, conn, "BEGIN;\n"+install+"\n;COMMIT")
	goTool := func(args ...string) string {
		cmd := exec.Command("go", args...)
		cmd.Dir, cmd.Env = dir, append(os.Environ(), "GOFLAGS=-mod=mod", "DATABASE_URL="+dsn)
		out, err := cmd.CombinedOutput()
		if err != nil {
			t.Fatalf("go %s: %v\n%s", strings.Join(args, " "), err, out)
		}
		return string(out)
	}
	goTool("vet", "./...")
	want := strings.Repeat(`INSERT 7 Ben true {"why": "moved"} false
UPDATE 7 Benny true {"why": "moved"} false
UPDATE 7 Benny true {"why": "moved"} true
`, 2)
	if got := goTool("run", "."); got != want {
		t.Errorf("the program prints\n%s\nwant\n%s", got, want)
	}
}

func writeFile(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
