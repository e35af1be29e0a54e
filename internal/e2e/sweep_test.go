package e2e

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/trigc/trigc/internal/compile"
	"github.com/trigc/trigc/internal/config"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/pgtest"
)

// TestSweep follows a directive that goes: the next install drops what it
// made, the next uninstall too, and neither touches what is not trigc's.
func TestSweep(t *testing.T) {
	const table = "CREATE TABLE posts (id int PRIMARY KEY, slug text, version int);\n"
	const hand = "CREATE FUNCTION hand() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';\n" +
		"-- pgtrigger: trigger\nCREATE TRIGGER hand AFTER DELETE ON posts EXECUTE FUNCTION hand();\n"
	before := outputsOf(t, "-- pgtrigger: version ver (version)\n-- pgtrigger: protect stays delete\n"+table+hand)
	after := outputsOf(t, "-- pgtrigger: protect stays delete\n"+table+strings.Replace(hand, "-- pgtrigger: trigger\n", "", 1))

	conn := connect(t, pgtest.DB(t))
	state := func(want string) {
		t.Helper()
		results, err := conn.Exec(t.Context(), `SELECT coalesce(string_agg(tgname, ' ' ORDER BY tgname), '') || ' / ' ||
			(SELECT coalesce(string_agg(proname, ' ' ORDER BY proname), '') FROM pg_proc WHERE pronamespace = 'public'::regnamespace)
			FROM pg_trigger WHERE NOT tgisinternal`).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		if got := string(results[0].Rows[0][0]); got != want {
			t.Errorf("there is %q, want %q", got, want)
		}
	}
	mustRun(t, conn, table+hand+`CREATE FUNCTION other() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
		CREATE TRIGGER other AFTER DELETE ON posts EXECUTE FUNCTION other();
		CREATE TABLE elsewhere (id int); CREATE TRIGGER marked AFTER DELETE ON elsewhere EXECUTE FUNCTION other();
		COMMENT ON TRIGGER marked ON elsewhere IS 'trigc:0';`)
	mustRun(t, conn, before["install.sql"])
	state("hand marked other stays ver / hand other trigc_posts__stays trigc_posts__ver")
	mustRun(t, conn, after["install.sql"])
	state("hand marked other stays / hand other trigc_posts__stays")
	mustRun(t, conn, before["install.sql"])
	mustRun(t, conn, after["uninstall.sql"]+"ALTER TABLE posts DROP COLUMN version;")
	state("hand marked other / hand other")
}

func outputsOf(t *testing.T, schema string) map[string]string {
	t.Helper()
	var r diag.Report
	cfg := config.Config{Postgres: pgtest.Major(t), Schema: []string{"schema.sql"}, SQL: config.SQL{Install: "install.sql", Uninstall: "uninstall.sql"}}
	result, err := compile.Compile(fstest.MapFS{"schema.sql": {Data: []byte(schema)}}, cfg, &r)
	if err != nil || r.HasErrors() {
		t.Fatal(err, r.Sorted())
	}
	m := map[string]string{}
	for _, o := range result.Outputs {
		m[o.Path] = string(o.Data)
	}
	return m
}
