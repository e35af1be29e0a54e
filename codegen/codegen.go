// Package codegen renders a program: install and uninstall SQL, and the Go
// package. It reads the IR and knows no kinds of directives.
package codegen

// An Output is a file to write: its path, relative to the configuration
// file, and what is in it.
type Output struct {
	Path string
	Data []byte
}
