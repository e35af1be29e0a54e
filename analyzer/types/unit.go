package types

import (
	"slices"
	"strings"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
)

// units are the names of parts of a time that date_trunc takes, and parts those
// that extract and date_part take beside them (deltatktbl and datetktbl of
// datetime.c). Postgres looks at the first ten bytes.
var (
	units = strings.Fields(`c cent centuries century d day days dec decade decades decs h hour hours hr hrs m microsecon
		mil millennia millennium millisecon mils min mins minute minutes mon mons month months ms msec mseconds msecs
		qtr quarter s sec second seconds secs us usec usecond useconds usecs w week weeks y year years yr yrs`)
	parts = strings.Fields(`dow doy isodow isoyear epoch j jd julian timezone timezone_h timezone_m`)
)

// unit reports a part of a time that there is none of.
func (c *Checker) unit(n *ast.Call, k candidate) {
	name := n.Func.Name
	if k.schema != "pg_catalog" || len(n.Args) < 2 || name != "extract" && name != "date_part" && name != "date_trunc" {
		return
	}
	at, ok := n.Args[0].(*ast.Const)
	if !ok || at.Kind != ast.StringConst {
		return
	}
	known := units
	if name != "date_trunc" {
		known = slices.Concat(units, parts)
	}
	word := strings.ToLower(at.Value)
	if slices.Contains(known, word[:min(len(word), 10)]) || slices.Contains(known, word) {
		return
	}
	names := []string{"century", "day", "decade", "hour", "millennium", "minute", "month", "quarter", "second", "week", "year"}
	if name != "date_trunc" {
		names = append(names, "dow", "doy", "epoch", "isodow", "isoyear")
	}
	c.violates(c.behind > 0 || c.skipped > 0, diag.Diagnostic{
		Code: "unknown-unit", Span: at.Span(), SQLState: "22023", Help: diag.DidYouMean(word, names),
		Message: name + "() knows no unit \"" + at.Value + "\"",
	})
}
