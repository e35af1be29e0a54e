package rollout

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/trigc/trigc/internal/pgtest"
	"github.com/trigc/trigc/internal/pgtest/wire"
)

// tenantDDL is the schema of a tenant: tables whose triggers are 20, with those of
// the table of events.
const tenantDDL = `
CREATE TABLE a (id int PRIMARY KEY, state int NOT NULL DEFAULT 1, n int NOT NULL DEFAULT 0);
CREATE TABLE b (id int PRIMARY KEY, state int NOT NULL DEFAULT 1, n int NOT NULL DEFAULT 0);
CREATE TABLE c (id int PRIMARY KEY, state int NOT NULL DEFAULT 1, n int NOT NULL DEFAULT 0);
`

func tenantSchema(version int) string {
	b := tenantDDL + "-- pgtrigger: history a_log on a into a_history\n"
	for _, table := range []string{"a", "b", "c"} {
		for i := range 5 {
			v := 1
			if table == "b" {
				v = version
			}
			b += fmt.Sprintf("-- pgtrigger: protect guard%d on %s update when (NEW.n = %d AND OLD.state >= %d)\n", i, table, forbidden+i, -v)
		}
	}
	return b
}

// TestTenants has a schema for each tenant.
func TestTenants(t *testing.T) {
	tenants := 12
	if full {
		tenants = 300
	}
	dsn := pgtest.DB(t)
	conn := connect(t, dsn)
	for i := range tenants {
		s := fmt.Sprintf("tenant_%03d", i)
		mustExec(t, conn, "CREATE SCHEMA "+s+"; SET search_path = "+s+"; "+tenantDDL)
	}
	mustExec(t, conn, "RESET search_path; CREATE SCHEMA other")
	proxy := wire.New(t, dsn)
	p := newProject(t, proxy.DSN(), tenantSchema(1))
	do := func(args ...string) (out string, said wire.Said) {
		t.Helper()
		cmd := p.command(t, append(args, "--schema", "tenant_*")...)
		var b bytes.Buffer
		cmd.Stdout, cmd.Stderr = &b, &b
		start := time.Now()
		said = proxy.During(func() { _ = cmd.Run() }) // what it says tells whether it failed
		out = b.String()
		t.Logf("trigc %s: %s, %d statements, %d MB", strings.Join(args, " "), time.Since(start).Round(time.Millisecond),
			len(said.Statements), cmd.ProcessState.SysUsage().(*syscall.Rusage).Maxrss/1024)
		return out, said
	}
	transactions := func(said wire.Said) int { // that change something
		return count(said, func(s string) bool { return strings.Contains(s, "READ WRITE") })
	}
	queries := func(said wire.Said) int {
		return count(said, func(s string) bool { return !strings.HasPrefix(s, "BEGIN") && s != "ROLLBACK" })
	}
	verify := func(want string) {
		t.Helper()
		out, said := do("verify")
		if !strings.Contains(out, want) {
			t.Errorf("verify says\n%s\nnot %q", head(out), want)
		}
		if n := queries(said); n > 3 {
			t.Errorf("verify sends %d queries:\n%s", n, strings.Join(said.Statements, "\n\n"))
		}
	}

	out, said := do("install", "--yes")
	if n := transactions(said); n != 4*tenants {
		t.Errorf("install takes %d transactions for %d tables:\n%s", n, 4*tenants, head(out))
	}
	if want := fmt.Sprintf("[%d/%[1]d] tenant_%03d.", 4*tenants, tenants-1); !strings.Contains(out, want) {
		t.Errorf("install shows no progress %q:\n%s", want, head(out))
	}
	verify(fmt.Sprintf("%d triggers, all as declared", 20*tenants))
	out, said = do("install", "--yes")
	if transactions(said) != 0 || !strings.Contains(out, "nothing to do") {
		t.Errorf("a second install takes %d transactions:\n%s", transactions(said), head(out))
	}

	// One tenant differs.
	mustExec(t, conn, "DROP TRIGGER guard0 ON tenant_007.b")
	verify("\n1 not as declared")
	out, said = do("install", "--yes")
	if n := transactions(said); n != 1 {
		t.Errorf("install takes %d transactions for one table:\n%s", n, head(out))
	}

	// One table of each.
	p.write(t, "schema.sql", tenantSchema(2))
	verify(fmt.Sprintf("\n%d not as declared", 5*tenants))
	out, said = do("install", "--yes")
	if n := transactions(said); n != tenants {
		t.Errorf("install takes %d transactions for %d tables:\n%s", n, tenants, head(out))
	}
	if i := slices.IndexFunc(said.Statements, func(s string) bool { return strings.Contains(s, "other.") }); i >= 0 {
		t.Errorf("install looks at another schema: %s", said.Statements[i])
	}
	verify(fmt.Sprintf("%d triggers, all as declared", 20*tenants))
}

func count(said wire.Said, is func(string) bool) int {
	n := 0
	for _, s := range said.Statements {
		if is(s) {
			n++
		}
	}
	return n
}

// head is the start of a text.
func head(text string) string { return text[:min(len(text), 3000)] }
