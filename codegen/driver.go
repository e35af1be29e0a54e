package codegen

import (
	_ "embed"
	"strings"
)

// A driver is what the generated Go has to know of the library through which
// it talks to the server.
type driver struct {
	name string // in the configuration
	path string // import path of the package of tx and rows
	tx   string // type of a transaction
	rows string // type of the rows of a query
	// Methods of transactions and of the runtime's Querier.
	exec, query, queryRow string
	// The file of the runtime that stands for this driver alone.
	file, runtime string
}

var drivers = []driver{
	{
		name: "pgx/v5", path: "github.com/jackc/pgx/v5", tx: "pgx.Tx", rows: "pgx.Rows",
		exec: "Exec", query: "Query", queryRow: "QueryRow",
		file: "trigc_pgx.go", runtime: pgxRuntime,
	},
	{
		name: "database/sql", path: "database/sql", tx: "*sql.Tx", rows: "*sql.Rows",
		exec: "ExecContext", query: "QueryContext", queryRow: "QueryRowContext",
		file: "trigc_sql.go", runtime: sqlRuntime,
	},
}

// driverOf returns the driver of a name, and whether there is one.
func driverOf(name string) (driver, bool) {
	for _, d := range drivers {
		if d.name == name {
			return d, true
		}
	}
	return driver{}, false
}

// The Go files that are the same for every schema: what no driver matters to,
// and for each driver the rest. They are whole files of package triggers.
var (
	//go:embed runtime/trigc.go.txt
	commonRuntime string
	//go:embed runtime/trigc_pgx.go.txt
	pgxRuntime string
	//go:embed runtime/trigc_sql.go.txt
	sqlRuntime string
)

// goRuntime renders a file of the runtime for package pkg.
func goRuntime(text, pkg string) []byte {
	text = strings.Replace(text, "\n// Package triggers ", "\n// Package "+pkg+" ", 1)
	return []byte(strings.Replace(text, "\npackage triggers\n", "\npackage "+pkg+"\n", 1))
}
