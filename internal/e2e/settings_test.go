package e2e

import (
	"testing"

	"github.com/trigc/trigc/internal/catalog"
	"github.com/trigc/trigc/internal/pgtest"
)

// TestSettings holds the settings that trigc knows against those of the server.
func TestSettings(t *testing.T) {
	t.Parallel()
	conn := connect(t, pgtest.DB(t))
	for _, row := range mustRun(t, conn, `SELECT lower(name) FROM pg_settings WHERE name !~ '\.' ORDER BY 1`)[0].Rows {
		if name := string(row[0]); !catalog.IsSetting(name) {
			t.Errorf("setting %q of Postgres %d is not known", name, pgtest.Major(t))
		}
	}
}
