package e2e

import (
	"fmt"
	"strings"

	"github.com/jackc/pgx/v5/pgconn"

	"github.com/trigc/trigc/internal/source"
)

// where returns what the server's error says of its place, for a failed test.
func where(sql string, e *pgconn.PgError) string {
	var b strings.Builder
	if e.Detail != "" {
		fmt.Fprintf(&b, "\ndetail: %s", e.Detail)
	}
	if e.Where != "" {
		fmt.Fprintf(&b, "\ncontext: %s", e.Where)
	}
	if e.Position > 0 {
		f := source.NewFile("sql", sql)
		pos := f.Position(source.ByteOffset(sql, int(e.Position)))
		fmt.Fprintf(&b, "\n%d: %s\n%s^", pos.Line, f.Line(pos.Line),
			strings.Repeat(" ", len(fmt.Sprint(pos.Line))+1+pos.Column))
	}
	return b.String()
}
