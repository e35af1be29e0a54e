// Package compile is the pipeline: a file system and a configuration in,
// outputs and diagnostics out. It touches neither disk nor network.
package compile

import (
	"io/fs"

	"github.com/trigc/trigc/analyzer"
	"github.com/trigc/trigc/analyzer/kind"
	"github.com/trigc/trigc/analyzer/lint"
	"github.com/trigc/trigc/analyzer/policy"
	"github.com/trigc/trigc/codegen"
	"github.com/trigc/trigc/internal/config"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/ir"
	"github.com/trigc/trigc/internal/load"
	"github.com/trigc/trigc/internal/source"
	"github.com/trigc/trigc/parser"
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
	files, err := load.Files(fsys, cfg.Base, cfg.Schema, cfg.SchemaFormat, r)
	if err != nil {
		return nil, err
	}
	trees := parser.ParseAll(files, kind.Grammar(), r)
	parser.CheckVersion(trees, cfg.Postgres, r)
	prog := analyzer.Check(trees, cfg.Postgres, cfg.Tenant, r)
	lint.Run(prog, r)
	policy.Run(prog, trees, cfg.Policies, r)
	result := &Result{Files: files, Program: prog}
	if !r.HasErrors() {
		result.Outputs, err = codegen.Render(prog, cfg)
	}
	return result, err
}
