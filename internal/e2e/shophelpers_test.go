package e2e

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5"

	"github.com/trigc/trigc/internal/e2e/shop"
	"github.com/trigc/trigc/internal/pgtest"
)

// TestShopHelpers uses the shop's committed outputs as a program would: the
// install SQL, and the Go package through pgx.
func TestShopHelpers(t *testing.T) {
	dsn := pgtest.DB(t)
	setup := connect(t, dsn)
	loadSchema(t, setup, os.DirFS(shopDir))
	install, err := os.ReadFile(filepath.Join("shop", "install.sql"))
	if err != nil {
		t.Fatal(err)
	}
	ctx := t.Context()
	db, err := pgx.Connect(ctx, dsn)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close(context.Background()) })
	var verr *shop.VerifyError
	if err := shop.Verify(ctx, db); !errors.As(err, &verr) || len(verr.Drifts) < len(shop.All()) || verr.Drifts[0].State != shop.DriftMissing {
		t.Errorf("before the install Verify says %v", err)
	}
	mustRun(t, setup, "BEGIN;\n"+string(install)+"\n;COMMIT")
	if err := shop.Verify(ctx, db); err != nil {
		t.Errorf("after the install Verify says %v", err)
	}
	exec := func(db interface {
		Query(context.Context, string, ...any) (pgx.Rows, error)
	}, sql string, args ...any) error {
		rows, err := db.Query(ctx, sql, args...)
		if err != nil {
			return err
		}
		rows.Close()
		return rows.Err()
	}
	for _, sql := range []string{
		"INSERT INTO cms.users (name, email) VALUES ('Ada', 'ada@example.org')",
		"INSERT INTO cms.posts (author_id, slug, title, body) VALUES (1, 'a', 'A', 'text')",
		"INSERT INTO shop.customers (name) VALUES ('Ben')",
		"INSERT INTO shop.orders (customer_id, placed_on) VALUES (1, '2025-05-05')",
	} {
		if err := exec(db, sql); err != nil {
			t.Fatalf("%s: %v", sql, err)
		}
	}

	flow := shop.CmsPosts.Publishing
	err = exec(db, "UPDATE cms.posts SET status = $1", string(shop.CmsPostsStatusArchived))
	if !flow.Violated(err) || shop.CmsPosts.SlugFixed.Violated(err) {
		t.Errorf("from draft to archived: %v, want a violation of %v alone", err, flow.Name())
	}
	if v, ok := shop.AsViolation(err); !ok || !errors.Is(v, flow) || v.Schema != "cms" || v.Table != "posts" || v.Column != "status" {
		t.Errorf("the violation is %+v", v)
	}
	if flow.CanTransition(shop.CmsPostsStatusDraft, shop.CmsPostsStatusArchived) ||
		!flow.CanTransition(shop.CmsPostsStatusDraft, shop.CmsPostsStatusReview) {
		t.Error("CanTransition and the database do not agree")
	}
	err = flow.Ignore(ctx, db, func(tx pgx.Tx) error {
		return exec(tx, "UPDATE cms.posts SET status = 'archived'")
	})
	if err != nil {
		t.Errorf("ignored: %v", err)
	}
	if err := exec(db, "UPDATE cms.posts SET status = 'published'"); !flow.Violated(err) {
		t.Errorf("after the scope: %v, want a violation", err)
	}

	// A row of a partition is one of the table.
	if err := exec(db, "UPDATE shop.orders SET placed_on = '2026-05-05'"); !shop.ShopOrders.OrderFixed.Violated(err) {
		t.Errorf("an order that moves: %v, want a violation", err)
	}

	// What was done to a row, by whom.
	err = pgx.BeginFunc(ctx, db, func(tx pgx.Tx) error {
		if err := shop.WithContext(ctx, tx, map[string]any{"user": "ada", "why": 1}); err != nil {
			return err
		}
		undone := errors.New("undone")
		err := pgx.BeginFunc(ctx, tx, func(tx pgx.Tx) error {
			return errors.Join(undone, shop.WithContext(ctx, tx, map[string]any{"user": "nobody"}))
		})
		if err.Error() != undone.Error() {
			return err
		}
		return errors.Join(
			shop.WithContext(ctx, tx, map[string]any{"why": "moved"}),
			shop.WithContext(ctx, tx, nil),
			exec(tx, "UPDATE shop.customers SET home = ROW('1 Main St', 'Town', '123', 'GB'), billing_name = NULL"),
			exec(tx, "UPDATE shop.customers SET name = 'Benny', billing_name = NULL"))
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := exec(db, "DELETE FROM shop.customers"); err != nil {
		t.Fatal(err)
	}
	events, err := shop.ShopCustomers.LogCustomers.Of(ctx, db, 1)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, e := range events {
		home := "-"
		if e.Home != nil {
			home = *e.Home
		}
		got = append(got, fmt.Sprintf("%s %d %s %s %s %s %t", e.HistoryOp, e.ID, *e.Name, *e.BillingName, home, e.HistoryContext, e.ClosedAt != nil))
	}
	want := []string{
		"INSERT 1 Ben Ben -  false",
		`UPDATE 1 Ben Ben ("1 Main St",Town,123,GB) {"why": "moved", "user": "ada"} false`,
		`UPDATE 1 Benny Benny ("1 Main St",Town,123,GB) {"why": "moved", "user": "ada"} false`,
		`UPDATE 1 Benny Benny ("1 Main St",Town,123,GB)  true`,
	}
	if !slices.Equal(got, want) {
		t.Errorf("the history is\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if events, err := shop.ShopCustomers.LogCustomers.Of(ctx, db, 2); err != nil || len(events) > 0 {
		t.Errorf("of no row: %v, %v", events, err)
	}
}
