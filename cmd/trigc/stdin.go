package main

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	slashpath "path"
	"path/filepath"
	"time"
)

// stdinName is the file name of standard input if the user gives it none.
const stdinName = "<stdin>"

// An overlay is a file system with some files laid over another: standard
// input under its name.
type overlay struct {
	fs.FS
	files map[string][]byte
}

// newOverlay lays files, named by absolute path, over the file system of the
// directory root, which they are under.
func newOverlay(root string, fsys fs.FS, files map[string][]byte) *overlay {
	o := &overlay{fsys, map[string][]byte{}}
	for file, data := range files {
		rel, err := filepath.Rel(root, file)
		if err != nil {
			panic(fmt.Sprintf("trigc: %s is not under %s", file, root))
		}
		o.files[filepath.ToSlash(rel)] = data
	}
	return o
}

// Open implements [fs.FS].
func (o *overlay) Open(name string) (fs.File, error) {
	if data, ok := o.files[name]; ok {
		return &memFile{bytes.NewReader(data), memInfo{slashpath.Base(name), int64(len(data))}}, nil
	}
	return o.FS.Open(name)
}

// ReadFile implements [fs.ReadFileFS].
func (o *overlay) ReadFile(name string) ([]byte, error) {
	if data, ok := o.files[name]; ok {
		return bytes.Clone(data), nil
	}
	return fs.ReadFile(o.FS, name)
}

// Stat implements [fs.StatFS].
func (o *overlay) Stat(name string) (fs.FileInfo, error) {
	if data, ok := o.files[name]; ok {
		return memInfo{slashpath.Base(name), int64(len(data))}, nil
	}
	return fs.Stat(o.FS, name)
}

type memFile struct {
	io.Reader
	info memInfo
}

func (f *memFile) Stat() (fs.FileInfo, error) { return f.info, nil }
func (f *memFile) Close() error               { return nil }

type memInfo struct {
	name string
	size int64
}

func (i memInfo) Name() string     { return i.name }
func (i memInfo) Size() int64      { return i.size }
func (memInfo) Mode() fs.FileMode  { return 0o444 }
func (memInfo) ModTime() time.Time { return time.Time{} }
func (memInfo) IsDir() bool        { return false }
func (memInfo) Sys() any           { return nil }
