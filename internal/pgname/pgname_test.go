package pgname

import (
	"strings"
	"testing"
	"unicode/utf8"

	pg "github.com/pganalyze/pg_query_go/v5"
)

// FuzzQuote proves that what is quoted is read back: a name as that name, a
// text as that text, a body as that body.
func FuzzQuote(f *testing.F) {
	for _, s := range []string{
		"posts", "select", "Posts", `a"b`, "a.b", "größe", "1a", "_", "$x", "a b", `\`, `it's \n`, "'; DROP TABLE t; --",
		"$trigc$", "$trigc_a$ $trigc", "$trigc", "$trigc_" + strings.Join(strings.Split("abcdefghijklmnopqrstuvwxyz", ""), "$trigc_"), "user", "system_user",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if s == "" || !utf8.ValidString(s) || strings.ContainsRune(s, 0) {
			t.Skip()
		}
		tag := DollarTag([]byte(s))
		tree, err := pg.Parse("SELECT " + Quote(s) + ", " + Literal(s) + ", " + tag + s + tag)
		if err != nil {
			t.Fatalf("%v: %s", err, Quote(s))
		}
		targets := tree.Stmts[0].Stmt.GetSelectStmt().TargetList
		name := targets[0].GetResTarget().Val.GetColumnRef().Fields[0].GetString_().GetSval()
		if len(s) <= MaxLen && name != s {
			t.Errorf("name %q is read as %q", s, name)
		}
		for _, i := range []int{1, 2} {
			if got := targets[i].GetResTarget().Val.GetAConst().GetSval().GetSval(); got != s {
				t.Errorf("text %q is read as %q", s, got)
			}
		}
		if fit := Fit(s); len(fit) > MaxLen || !utf8.ValidString(fit) || len(s) <= MaxLen && fit != s {
			t.Errorf("%q is cut to %q", s, fit)
		}
	})
}

func TestQuoteOnlyWhereNeeded(t *testing.T) {
	for name, want := range map[string]string{
		"posts": "posts", "_a1": "_a1", "Posts": `"Posts"`, "select": `"select"`, "status": "status", "a-b": `"a-b"`, `a"b`: `"a""b"`,
		"json_table": `"json_table"`, "ä": `"ä"`,
	} {
		if got := Quote(name); got != want {
			t.Errorf("%s is quoted as %s, want %s", name, got, want)
		}
	}
	if got := Qualify("My", "select") + " " + Qualify("", "a") + " " + List([]string{"a", "B"}); got != `"My"."select" a a, "B"` {
		t.Error(got)
	}
}

func TestFit(t *testing.T) {
	long := strings.Repeat("é", 40) // 80 bytes
	a, b := Fit(long+"a"), Fit(long+"b")
	if a == b || len(a) > MaxLen || !utf8.ValidString(a) || !strings.HasPrefix(a, "éééé") {
		t.Errorf("%q and %q", a, b)
	}
}

// TestSettingKey proves that different triggers have different settings, also
// to Postgres, which compares their names case-blind and takes only letters,
// digits, "_" and "$" in their parts (guc.c).
func TestSettingKey(t *testing.T) {
	parts := []string{"a", "A", "a.b", "a_b", "_", "_a", "1", "_1", "$", "_$", "-", "_-", "_$$2d", "é", "É", "a b", "$2d", "a$2d", " "}
	seen := map[string]string{}
	for _, s := range parts {
		for _, tab := range parts {
			for _, n := range parts {
				key, id := strings.ToLower(SettingKey(s, tab, n)), s+"\x00"+tab+"\x00"+n
				if other, dup := seen[key]; dup {
					t.Fatalf("%q and %q share %s", id, other, key)
				}
				seen[key] = id
				for _, p := range strings.Split(key, ".") {
					if p == "" || strings.Trim(p, "abcdefghijklmnopqrstuvwxyz0123456789_$") != "" || strings.ContainsAny(p[:1], "0123456789$") {
						t.Fatalf("Postgres takes no setting %s", key)
					}
				}
			}
		}
	}
	if got := SettingKey("public", "posts", "no_delete"); got != "pgtrigger.public.posts.no_delete" {
		t.Error(got)
	}
}
