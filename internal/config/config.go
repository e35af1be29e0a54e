// Package config is pgtrigger.toml.
package config

import "github.com/trigc/trigc/internal/source"

// A Config is one database of pgtrigger.toml. Paths are relative to the file
// and use slashes.
type Config struct {
	// Base is the directory of the file, which paths are relative to, in the
	// file system that the schema is read from; "" is its root. What leads out
	// of Base can be read as far as the file system goes.
	Base string

	Name     string   // of [[database]]; "" if there is only one
	Postgres int      // major version, 14 to 18
	Schema   []string // files, globs, directories, or sqlc.yaml
	// SchemaFormat is how a directory of Schema is read: "" finds out.
	// Otherwise it is one of [Formats].
	SchemaFormat string

	// Tenant is the schema in which the DDL makes what it would make in public;
	// "" is public. It is of the command line, and not in the file.
	Tenant string

	SQL        SQL
	Go         Go
	Migrations Migrations
	Vet        Vet
	Policies   []Policy
}

// SQL says where the SQL goes; an empty path writes no such file.
type SQL struct{ Install, Uninstall string }

// Go says where the Go package goes; an empty Out writes none.
type Go struct {
	Out     string // directory
	Package string
	Driver  string // one of [Drivers]
}

// Migrations says where the next migration goes; an empty Dir has none.
type Migrations struct {
	Dir    string // directory
	Format string // one of [Formats]; "" finds out
}

// Vet says which findings are shown, and how bad they are.
type Vet struct {
	// Rules gives a rule's severity by its name: "error", "warning", "note"
	// or "off". Whether there is such a rule, [Vet.Check] tells.
	Rules map[string]string
	// Exclude are findings that are not shown.
	Exclude []Exclude
	// Baseline is the file of findings that are known; "" if there is none.
	Baseline string

	named []namedRule // where each rule is named
}

// An Exclude is files and the rules that are off in them.
type Exclude struct {
	Path  string   // a glob, where ** is any number of directories
	Rules []string // none means all
}

type namedRule struct {
	name string
	at   source.Span
}

// A Policy demands directives of tables.
type Policy struct {
	Name     string
	Tables   []string // globs of schema.table, or of table in any schema
	Except   []string // likewise
	Having   []ColumnPattern
	Require  []Requirement
	Severity string      // "error", "warning" or "note"
	Message  string      // "" has one made
	At       source.Span // of its name
}

// A ColumnPattern is a column that a table must have for a policy to be for
// it, of any type if Type is "".
type ColumnPattern struct{ Name, Type string }

// A Requirement is a directive that a policy demands: its kind, the events it
// must be for without condition, and the columns it must be of; none means
// any.
type Requirement struct {
	Text    string // as written
	Kind    string
	Columns []string
	Events  []string // in upper case
	At      source.Span
}

// Formats returns the ways to read and write a directory of SQL files: the
// migration tools by their names, and "plain" for files that psql reads.
func Formats() []string {
	return []string{"plain", "goose", "golang-migrate", "dbmate", "tern", "atlas", "flyway", "sql-migrate"}
}

// Drivers returns the drivers that Go can be written for.
func Drivers() []string { return []string{"pgx/v5", "database/sql"} }
