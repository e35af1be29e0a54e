package main

import (
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"syscall"
)

// An action is what is done to a file.
type action int

const (
	create action = iota + 1
	update
	remove
)

// A change is a file that is made, changed or removed.
type change struct {
	path     string // absolute
	action   action
	old, new []byte
	mode     fs.FileMode // permissions of the file
}

// write makes all changes or none. The new contents are first written to files
// beside the old ones: what is likely to fail, like a full disk or missing
// permission, fails before anything is changed. Then the files are renamed,
// which replaces each at once; should that fail in the middle, what is done is
// undone. Whoever kills the process finds whole files, old or new.
func write(changes []change) (err error) {
	var undo []func() error
	defer func() {
		if err == nil {
			return
		}
		for i := len(undo) - 1; i >= 0; i-- {
			if uerr := undo[i](); uerr != nil && !errors.Is(uerr, fs.ErrNotExist) {
				err = fmt.Errorf("%w (and undoing it: %w)", err, uerr)
			}
		}
	}()

	temps := make([]string, len(changes))
	for i, c := range changes {
		if c.action == remove {
			continue
		}
		made, err := makeDirs(filepath.Dir(c.path))
		for _, dir := range made {
			undo = append(undo, func() error { return os.Remove(dir) })
		}
		if err != nil {
			return err
		}
		temp, err := writeBeside(c.path, c.new, c.mode)
		if temp != "" {
			undo = append(undo, func() error { return os.Remove(temp) })
		}
		if err != nil {
			return err
		}
		temps[i] = temp
	}
	for i, c := range changes {
		var err error
		if c.action == remove {
			err = os.Remove(c.path)
		} else {
			err = os.Rename(temps[i], target(c.path))
		}
		if err != nil {
			return err
		}
		undo = append(undo, func() error { return restore(c) })
	}
	return nil
}

// target returns the file to replace: of a symbolic link the one it leads to.
func target(path string) string {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		return real
	}
	return path
}

// restore undoes a change that was made.
func restore(c change) error {
	if c.action == create {
		return os.Remove(c.path)
	}
	temp, err := writeBeside(c.path, c.old, c.mode)
	if err != nil {
		return err
	}
	return os.Rename(temp, target(c.path))
}

// makeDirs makes a directory and those above it. It returns the ones that were
// not there, outermost first.
func makeDirs(dir string) (made []string, err error) {
	if info, err := os.Stat(dir); err == nil && info.IsDir() {
		return nil, nil
	} else if err == nil {
		return nil, &fs.PathError{Op: "mkdir", Path: dir, Err: syscall.ENOTDIR}
	}
	if parent := filepath.Dir(dir); parent != dir {
		if made, err = makeDirs(parent); err != nil {
			return made, err
		}
	}
	if err := os.Mkdir(dir, 0o777); err != nil {
		return made, err
	}
	return append(made, dir), nil
}

// writeBeside writes data to a new file in the directory of a file and returns
// its path; "" if it was not made. A file that is new gets its permissions
// under the user's mask, one that exists keeps those it has.
func writeBeside(path string, data []byte, mode fs.FileMode) (temp string, err error) {
	path = target(path)
	name := fmt.Sprintf(".%s.%08x.tmp", filepath.Base(path), rand.Uint32())
	temp = filepath.Join(filepath.Dir(path), name)
	f, err := os.OpenFile(temp, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return "", err
	}
	_, err = f.Write(data)
	if _, serr := os.Stat(path); err == nil && serr == nil {
		err = f.Chmod(mode)
	}
	return temp, errors.Join(err, f.Close())
}
