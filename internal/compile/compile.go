// Package compile is the pipeline: a file system and a configuration in,
// outputs and diagnostics out. It touches neither disk nor network.
package compile

import (
	"io/fs"

	"github.com/trigc/trigc/codegen"
	"github.com/trigc/trigc/internal/config"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/ir"
	"github.com/trigc/trigc/internal/source"
)

// A Result is what came of a run.
type Result struct {
	Files   []*source.File
	Program *ir.Program
	// Outputs are nil if there was an error.
	Outputs []codegen.Output
}

// Compile compiles the schema of a configuration. Mistakes of the user go to
// r; the error is of reading files.
func Compile(fsys fs.FS, cfg config.Config, r *diag.Report) (*Result, error) {
	return &Result{}, nil
}
