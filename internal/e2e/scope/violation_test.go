package scope

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"github.com/jackc/pgx/v5/pgconn"

	"github.com/trigc/trigc/internal/e2e/scope/gen"
)

func TestViolation(t *testing.T) {
	conn := connect(t, newDB(t))
	_, err := conn.Exec(ctx, "UPDATE posts SET title = 'new' WHERE id = 1")
	err = fmt.Errorf("rename: %w", err)

	v, isViolation := gen.AsViolation(err)
	if !isViolation {
		t.Fatalf("%v is no violation", err)
	}
	want := gen.Violation{
		Trigger: gen.Posts.NoUpdate.Trigger, Kind: "protect", Schema: "public", Table: "posts", Column: "title",
		SQLState: "23514", Message: "no_update refuses UPDATE", Detail: "the detail", Hint: "the hint",
	}
	got := gen.Violation{
		Trigger: v.Trigger, Kind: v.Kind, Schema: v.Schema, Table: v.Table, Column: v.Column,
		SQLState: v.SQLState, Message: v.Message, Detail: v.Detail, Hint: v.Hint,
	}
	if got != want {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
	if v.Error() != v.Message {
		t.Errorf("Error is %q", v)
	}
	var pgErr *pgconn.PgError
	if !errors.As(v, &pgErr) || pgErr.Code != "23514" {
		t.Errorf("%v wraps no PgError", v)
	}
	if !errors.Is(v, gen.Posts.NoUpdate) || !errors.Is(v, gen.Posts.NoUpdate.Trigger) ||
		!errors.Is(fmt.Errorf("x: %w", v), gen.Posts.NoUpdate) {
		t.Error("the violation is not one of its trigger")
	}
	for _, other := range []error{gen.Posts.NoDelete, gen.Posts.StatusFlow, gen.Posts.Owned, gen.Posts.NoTruncate, errX} {
		if errors.Is(v, other) {
			t.Errorf("the violation is one of %v", other)
		}
	}
	if again, _ := gen.AsViolation(fmt.Errorf("x: %w", v)); again != v {
		t.Errorf("the violation of a violation is %v", again)
	}
	if !gen.Posts.NoUpdate.Violated(err) || !gen.Posts.NoUpdate.Violated(v) || gen.Posts.NoDelete.Violated(err) {
		t.Error("Violated is wrong")
	}
}

func TestViolatedTrigger(t *testing.T) {
	conn := connect(t, newDB(t))
	for _, tt := range []struct {
		sql  string
		want error
	}{
		{deletePost, gen.Posts.NoDelete},
		{"DELETE FROM notes", gen.Notes.NoDelete}, // of the same name
		{`DELETE FROM "Odd Schema"."we""ird 100%"`, odd.NoDelete},
		{"UPDATE posts SET slug = 'y'", gen.Posts.SlugFixed},
		{"INSERT INTO posts (id, slug) VALUES (0, '')", gen.Posts.SlugFixed}, // its twin
		{"INSERT INTO posts (id, owner) VALUES (0, NULL)", gen.Posts.Owned},
		{"INSERT INTO posts (id, title) VALUES (0, 'bad')", gen.Posts.Checked}, // any SQLSTATE
		{"TRUNCATE posts", gen.Posts.NoTruncate},
		{"INSERT INTO posts (id) VALUES (1)", nil},
		{"INSERT INTO posts (id, title) VALUES (0, NULL)", nil},
		{"SELECT 1/0", nil},
		{`DELETE FROM "Odd Schema".notes`, nil}, // not public.notes
		{"ALTER TABLE posts ADD CONSTRAINT touch_updated CHECK (id < 0)", nil},
		{"ALTER TABLE posts ADD CONSTRAINT no_delete UNIQUE (status)", nil}, // of another SQLSTATE
	} {
		_, err := conn.Exec(ctx, tt.sql)
		if err == nil {
			t.Fatalf("%s: no error", tt.sql)
		}
		v, isViolation := gen.AsViolation(err)
		switch {
		case isViolation != (tt.want != nil):
			t.Errorf("%s: %v is a violation: %v", tt.sql, err, isViolation)
		case isViolation && !errors.Is(v, tt.want):
			t.Errorf("%s: a violation of %v, want %v", tt.sql, v.Trigger, tt.want)
		}
		for _, trigger := range gen.All() {
			if trigger.Violated(err) != (isViolation && v.Trigger == trigger) {
				t.Errorf("%s: %v.Violated is %v", tt.sql, trigger, trigger.Violated(err))
			}
		}
	}
	for _, err := range []error{nil, errX} {
		if v, isViolation := gen.AsViolation(err); isViolation || v != nil {
			t.Errorf("%v is the violation %v", err, v)
		}
	}
}

func TestTriggers(t *testing.T) {
	var names []string
	for _, trigger := range gen.All() {
		names = append(names, trigger.Error())
	}
	want := []string{
		`Odd Schema.we"ird 100%.Late`, `Odd Schema.we"ird 100%.no delete`, "public.notes.no_delete",
		"public.posts.admin_only", "public.posts.checked", "public.posts.no_delete", "public.posts.no_truncate",
		"public.posts.no_update", "public.posts.owned", "public.posts.rank_flow", "public.posts.slug_fixed",
		"public.posts.status_flow", "public.posts.touch_updated",
	}
	if !slices.Equal(names, want) {
		t.Errorf("All is %q", names)
	}
	gen.All()[0] = gen.Posts.NoTruncate
	if gen.All()[0] == gen.Posts.NoTruncate {
		t.Error("what All returned can be changed for others")
	}

	trigger := gen.Posts.StatusFlow
	if trigger.Kind() != "fsm" || trigger.Schema() != "public" || trigger.Table() != "posts" || trigger.Name() != "status_flow" ||
		trigger.Key() != "pgtrigger.public.posts.status_flow" || trigger.SQLState() != "23514" {
		t.Errorf("%v is wrong", trigger)
	}
	if s := gen.Posts.TouchUpdated.SQLState(); s != "" {
		t.Errorf("touch raises %q", s)
	}
	if k := gen.Posts.NoTruncate.Key(); k != "" {
		t.Errorf("NOT IGNORABLE has the key %q", k)
	}
}

// What a trigger cannot do has no method.
func TestTypesSayWhatIsPossible(t *testing.T) {
	type ignorer interface{ gen.Ignorable }
	type deferrer interface{ gen.Deferrable }
	for _, tt := range []struct {
		trigger               any
		ignorable, deferrable bool
	}{
		{gen.Posts.NoDelete, true, false},
		{gen.Posts.StatusFlow, true, false},
		{gen.Posts.NoTruncate, false, false},
		{gen.Posts.Owned, true, true},
	} {
		_, i := tt.trigger.(ignorer)
		_, d := tt.trigger.(deferrer)
		if i != tt.ignorable || d != tt.deferrable {
			t.Errorf("%v is ignorable %v, deferrable %v", tt.trigger, i, d)
		}
	}
}

func TestMachine(t *testing.T) {
	const draft, published, archived = gen.PostsStatusDraft, gen.PostsStatusPublished, gen.PostsStatusArchived
	null := func(s gen.PostsStatus) *gen.PostsStatus {
		if s == "NULL" {
			return nil
		}
		return &s
	}
	m := gen.Posts.StatusFlow
	allowed := map[[2]gen.PostsStatus]bool{
		{"NULL", draft}: true, {draft, published}: true, {published, "NULL"}: true,
		{"NULL", archived}: true, {draft, archived}: true, {published, archived}: true, {"other", archived}: true, {"", archived}: true,
	}
	states := []gen.PostsStatus{"NULL", draft, published, archived, "other", ""}
	for _, from := range states {
		for _, to := range states {
			want := from == to || allowed[[2]gen.PostsStatus{from, to}]
			if got := m.CanTransitionNull(null(from), null(to)); got != want {
				t.Errorf("%q -> %q is %v", from, to, got)
			}
			if from != "NULL" && to != "NULL" && m.CanTransition(from, to) != want {
				t.Errorf("CanTransition(%q, %q) is %v", from, to, !want)
			}
		}
	}
	if got := m.Initial(); !slices.Equal(got, []gen.PostsStatus{draft}) || !m.CanStart(draft) || m.CanStart(published) || m.CanStartNull(nil) {
		t.Errorf("initial states are %q", got)
	}
	want := []gen.Transition[gen.PostsStatus]{
		{FromNull: true, To: draft}, {From: draft, To: published}, {From: published, ToNull: true}, {FromAny: true, To: archived},
	}
	if got := m.Transitions(); !slices.Equal(got, want) {
		t.Errorf("transitions are %v", got)
	}
	m.Transitions()[0].To = "changed"
	if m.Transitions()[0].To != draft {
		t.Error("what Transitions returned can be changed for others")
	}

	rank := gen.Posts.RankFlow
	if !rank.CanTransition(gen.PostsRank0, gen.PostsRank1) || rank.CanTransition(1, 0) {
		t.Error("the machine of numbers is wrong")
	}
	if initial := rank.Initial(); initial == nil || len(initial) > 0 || rank.CanStart(0) || !rank.CanStartNull(nil) {
		t.Errorf("only NULL starts, but not so: %v", initial)
	}
	if any := (gen.Machine[gen.PostsRank]{}); any.Initial() != nil || !any.CanStart(7) || !any.CanStartNull(nil) {
		t.Error("without initial states not all can start")
	}
}
