// Package config is pgtrigger.toml.
package config

// A Config is one database of pgtrigger.toml. Paths are relative to the file
// and use slashes.
type Config struct {
	Name     string   // of [[database]]; "" if there is only one
	Postgres int      // major version, 14 to 18
	Schema   []string // files, globs, directories, or sqlc.yaml
	// SchemaFormat is how a directory of Schema is read: "" finds out.
	SchemaFormat string

	SQL SQL
	Go  Go
	Vet Vet
}

// SQL says where the SQL goes; an empty path writes no such file.
type SQL struct{ Install, Uninstall string }

// Go says where the Go package goes; an empty Out writes none.
type Go struct {
	Out     string // directory
	Package string
	Driver  string // "pgx/v5"
}

// Vet sets the severity of rules: "error", "warning", "note" or "off".
type Vet struct{ Rules map[string]string }
