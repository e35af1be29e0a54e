package scope

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"github.com/jackc/pgx/v5/pgconn"

	"github.com/trigc/trigc/internal/e2e/scope/gen"
	"github.com/trigc/trigc/internal/e2e/scope/gensql"
)

func TestViolation(t *testing.T) {
	eachDriver(t, func(t *testing.T, d driver) {
		err := d.conn(t, newDB(t)).exec(ctx, "UPDATE posts SET title = 'new' WHERE id = 1")
		err = fmt.Errorf("rename: %w", err)
		got, wrapped := facts(d, err)
		want := [8]string{"protect", "public", "posts", "title", "23514", "no_update refuses UPDATE", "the detail", "the hint"}
		if got != want {
			t.Errorf("got  %q\nwant %q", got, want)
		}
		if sqlState(wrapped) != "23514" || !errors.Is(err, wrapped) {
			t.Errorf("it wraps %v", wrapped)
		}
	})
}

// facts returns what a violation tells, and the error that it wraps.
func facts(d driver, err error) ([8]string, error) {
	if d.name == "pgx" {
		v, _ := gen.AsViolation(err)
		return [8]string{v.Kind, v.Schema, v.Table, v.Column, v.SQLState, v.Message, v.Detail, v.Hint}, errors.Unwrap(v)
	}
	v, _ := gensql.AsViolation(err)
	return [8]string{v.Kind, v.Schema, v.Table, v.Column, v.SQLState, v.Message, v.Detail, v.Hint}, errors.Unwrap(v)
}

func TestViolationIsAnError(t *testing.T) {
	_, err := connect(t, newDB(t)).Exec(ctx, "UPDATE posts SET title = 'new' WHERE id = 1")
	v, isViolation := gen.AsViolation(err)
	if !isViolation {
		t.Fatalf("%v is no violation", err)
	}
	if v.Trigger != gen.Posts.NoUpdate.Trigger || v.Error() != v.Message {
		t.Errorf("the violation is %v of %v", v, v.Trigger)
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
	for _, trigger := range gen.All() {
		if want := trigger == gen.Posts.NoUpdate.Trigger; trigger.Violated(err) != want || trigger.Violated(v) != want {
			t.Errorf("%v.Violated is %v", trigger, !want)
		}
	}
}

func TestViolatedTrigger(t *testing.T) {
	eachDriver(t, func(t *testing.T, d driver) {
		s := d.conn(t, newDB(t))
		for _, tt := range []struct{ sql, want string }{
			{deletePost, noDelete},
			{"DELETE FROM notes", notesNoDelete}, // of the same name
			{deleteOdd, oddNoDelete},
			{"UPDATE posts SET slug = 'y'", slugFixed},
			{"INSERT INTO posts (id, slug) VALUES (0, '')", slugFixed}, // its twin
			{"INSERT INTO posts (id, owner) VALUES (0, NULL)", owned},
			{"INSERT INTO posts (id, title) VALUES (0, 'bad')", checked}, // any SQLSTATE
			{"TRUNCATE posts", noTruncate},
			{"INSERT INTO posts (id) VALUES (1)", ""},
			{"INSERT INTO posts (id, title) VALUES (0, NULL)", ""},
			{"SELECT 1/0", ""},
			{`DELETE FROM "Odd Schema".notes`, ""}, // not public.notes
			{"ALTER TABLE posts ADD CONSTRAINT touch_updated CHECK (id < 0)", ""},
			{"ALTER TABLE posts ADD CONSTRAINT no_delete UNIQUE (status)", ""}, // of another SQLSTATE
		} {
			err := s.exec(ctx, tt.sql)
			if err == nil {
				t.Fatalf("%s: no error", tt.sql)
			}
			if got := d.violated(fmt.Errorf("x: %w", err)); got != tt.want {
				t.Errorf("%s: %v is a violation of %q, want %q", tt.sql, err, got, tt.want)
			}
		}
		for _, err := range []error{nil, errX} {
			if got := d.violated(err); got != "" {
				t.Errorf("%v is a violation of %q", err, got)
			}
		}
	})
}

// A strange error of a driver that nobody knows does no harm.
func TestViolationOfOtherErrors(t *testing.T) {
	for _, err := range []error{stateOnly("23514"), &embedding{}, embedding{}, &fielded{ConstraintName: "no_delete", Table: "posts"}} {
		if v, isViolation := gensql.AsViolation(err); isViolation {
			t.Errorf("%T is the violation %v", err, v)
		}
	}
	v, isViolation := gensql.AsViolation(&fielded{ConstraintName: "no_delete", Table: "posts", Schema: "public", Message: "m"})
	if !isViolation || v.Trigger != gensql.Posts.NoDelete.Trigger || v.Message != "m" || v.Hint != "" {
		t.Errorf("an error with the fields is %v", v)
	}
}

type stateOnly string

func (e stateOnly) Error() string    { return string(e) }
func (e stateOnly) SQLState() string { return string(e) }

type embedding struct{ *fielded }

func (e embedding) Error() string    { return "embedding" }
func (e embedding) SQLState() string { return "23514" }

type fielded struct {
	ConstraintName, Schema, Table, Message string
	Hint                                   int
}

func (e *fielded) Error() string    { return e.Message }
func (e *fielded) SQLState() string { return "23514" }

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
