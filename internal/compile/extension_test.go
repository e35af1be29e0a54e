package compile_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/trigc/trigc/internal/compile"
	"github.com/trigc/trigc/internal/config"
	"github.com/trigc/trigc/internal/diag"
)

// TestExtensionThatNoFileNames: a column of a type that nobody made tells that
// there is an extension, of which functions and types are used elsewhere.
func TestExtensionThatNoFileNames(t *testing.T) {
	const schema = `CREATE TABLE places (id int PRIMARY KEY, area float8, shape geometry);
CREATE FUNCTION measure() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE g geometry;
BEGIN
  NEW.area := st_area(NEW.shape) + st_area('x'::geography);
  RETURN NEW;
END $$;
CREATE TRIGGER measure BEFORE INSERT ON places FOR EACH ROW EXECUTE FUNCTION measure();`
	for _, tt := range []struct {
		name, schema string
		errors       bool
	}{
		{"a column of its type", schema, false},
		{"none", strings.NewReplacer("shape geometry", "shape int").Replace(schema), true},
	} {
		var r diag.Report
		if _, err := compile.Compile(fstest.MapFS{"schema.sql": {Data: []byte(tt.schema)}}, config.Config{Schema: []string{"schema.sql"}, Postgres: 15}, &r); err != nil {
			t.Fatal(err)
		}
		if r.HasErrors() != tt.errors {
			t.Errorf("%s: %v", tt.name, r.Sorted())
		}
	}
}
