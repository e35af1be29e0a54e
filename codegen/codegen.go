// Package codegen renders a program: install and uninstall SQL, and the Go
// package. It reads the IR and knows no kinds of directives.
package codegen

import (
	"path"

	"github.com/trigc/trigc/internal/config"
	"github.com/trigc/trigc/internal/ir"
)

// An Output is a file to write: its path, relative to the configuration
// file, and what is in it.
type Output struct {
	Path string
	Data []byte
}

// Render renders what the configuration asks for. The error is of a
// configuration that asks for what there is not.
func Render(p *ir.Program, cfg config.Config) ([]Output, error) {
	var out []Output
	if f := cfg.SQL.Install; f != "" {
		out = append(out, Output{f, InstallSQL(p, path.Base(f))})
	}
	if f := cfg.SQL.Uninstall; f != "" {
		out = append(out, Output{f, UninstallSQL(p, path.Base(f))})
	}
	files, err := Go(p, cfg.Go)
	return append(out, files...), err
}
