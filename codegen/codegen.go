// Package codegen renders a program: install and uninstall SQL, and the Go
// package. It reads the IR and knows no kinds of directives.
package codegen

import (
	"path"
	"slices"
	"sync"

	"github.com/trigc/trigc/internal/config"
	"github.com/trigc/trigc/internal/ir"
)

// An Output is a file to write: its path, relative to the configuration
// file, and what is in it.
type Output struct {
	Path string
	Data []byte
}

// Render renders what the configuration asks for, each file at the same time.
// The error is of a configuration that asks for what there is not.
func Render(p *ir.Program, cfg config.Config) ([]Output, error) {
	var install, uninstall, files []Output
	var err error
	var wg sync.WaitGroup
	if f := cfg.SQL.Install; f != "" {
		wg.Go(func() { install = []Output{{f, InstallSQL(p, path.Base(f))}} })
	}
	if f := cfg.SQL.Uninstall; f != "" {
		wg.Go(func() { uninstall = []Output{{f, UninstallSQL(p, path.Base(f))}} })
	}
	wg.Go(func() { files, err = Go(p, cfg.Go) })
	wg.Wait()
	return slices.Concat(install, uninstall, files), err
}
