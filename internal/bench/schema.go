// Package bench measures trigc: what compiling costs beside parsing, and what
// its triggers cost beside hand-written ones. `make bench` prints the ratios;
// nothing here gates a test.
package bench

import (
	"fmt"
	"strings"
	"testing/fstest"
)

// tablesPerFile is about what a schema directory of a large application has.
const tablesPerFile = 50

// Schema returns schema files of n tables with five directives each. The
// tables differ in names, columns and conditions as those of an application
// do.
func Schema(n int) fstest.MapFS {
	files := fstest.MapFS{}
	var b strings.Builder
	for i := range n {
		table(&b, i)
		if (i+1)%tablesPerFile == 0 || i == n-1 {
			files[fmt.Sprintf("schema/%05d.sql", i/tablesPerFile)] = &fstest.MapFile{Data: []byte(b.String())}
			b.Reset()
		}
	}
	return files
}

func table(b *strings.Builder, i int) {
	fmt.Fprintf(b, `-- Table %[1]d of the application.
-- pgtrigger: protect no_delete before delete when (OLD.state = 'published' AND OLD.amount_%[2]d > %[3]d)
-- pgtrigger: readonly identity_fixed (code, created_at)
CREATE TABLE item_%[1]d (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  code        text NOT NULL UNIQUE,
  state       text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'published', 'archived')),
              -- pgtrigger: fsm state_flow
              --   draft -> published
              --   published -> archived
  title       text NOT NULL,
  description text,
  amount_%[2]d    numeric(12, 2) NOT NULL DEFAULT 0,
  owner_id    bigint,
  version     int NOT NULL DEFAULT 0,              -- pgtrigger: version bump_version
  created_at  timestamptz NOT NULL DEFAULT now(),
  updated_at  timestamptz NOT NULL DEFAULT now()   -- pgtrigger: touch touch_updated
);
`, i, i%7, i%100)
	if i > 0 {
		fmt.Fprintf(b, "ALTER TABLE item_%d ADD FOREIGN KEY (owner_id) REFERENCES item_%d ON DELETE SET NULL;\n", i, i-1)
	}
	fmt.Fprintf(b, "CREATE INDEX ON item_%d (owner_id, state);\n\n", i)
}
