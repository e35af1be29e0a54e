package main

import (
	"bytes"
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/rogpeppe/go-internal/diff"

	"github.com/trigc/trigc/internal/compile"
	"github.com/trigc/trigc/internal/diag"
)

// fixRounds is how often fixes are looked for again: one may bring another to
// light, and of two that overlap only one is applied at a time. A schema that
// has not come to rest by then never will.
const fixRounds = 20

// fix applies the fixes of all findings that are not silenced, in memory, and
// returns the files that it changes. Without again it looks only once: the
// places of changed lines are those of the files on disk.
func (t *trigc) fix(look func(map[string][]byte) ([]*compile.Result, []verdict, error), input map[string][]byte, again bool) ([]change, error) {
	overlay := map[string][]byte{}
	for name, data := range input {
		overlay[name] = data
	}
	changed := map[string]*change{}
	for round := 0; round < fixRounds; round++ {
		_, list, err := look(overlay)
		if err != nil {
			return nil, err
		}
		edits := t.editsOf(shown(list))
		if len(edits) == 0 {
			break
		}
		for name, list := range edits {
			old, ok := overlay[name]
			if !ok {
				if old, err = os.ReadFile(name); err != nil {
					return nil, err
				}
			}
			if string(old) != list[0].Span.Text() {
				return nil, fmt.Errorf("%s has changed while it was looked at", t.show(name))
			}
			data := applyEdits(string(old), list)
			if changed[name] == nil {
				changed[name] = &change{path: name, action: update, old: old}
			}
			changed[name].new, overlay[name] = data, data
		}
		if !again {
			break
		}
	}
	var out []change
	for name, c := range changed {
		if bytes.Equal(c.old, c.new) {
			continue
		}
		if _, isInput := input[name]; !isInput {
			info, err := os.Stat(name)
			if err != nil {
				return nil, err
			}
			c.mode = info.Mode().Perm()
		}
		out = append(out, *c)
	}
	slices.SortFunc(out, func(a, b change) int { return strings.Compare(a.path, b.path) })
	return out, nil
}

// editsOf returns the edits of fixes by absolute path of the file, sorted by
// place: of findings that have one fix, all of its edits or none. A fix that
// overlaps an earlier one waits for the next round.
func (t *trigc) editsOf(list []diag.Diagnostic) map[string][]diag.Edit {
	out := map[string][]diag.Edit{}
	overlaps := func(file string, e diag.Edit) bool {
		return slices.ContainsFunc(out[file], func(o diag.Edit) bool {
			// Two insertions at a place overlap, too: their order is unclear.
			return e.Span.Start <= o.Span.End && o.Span.Start <= e.Span.End
		})
	}
	for _, d := range list {
		if len(d.Fixes) != 1 {
			continue
		}
		free := true
		for _, e := range d.Fixes[0].Edits {
			free = free && !overlaps(t.abs(filepath.FromSlash(e.Span.Path())), e)
		}
		if !free {
			continue
		}
		for _, e := range d.Fixes[0].Edits {
			file := t.abs(filepath.FromSlash(e.Span.Path()))
			out[file] = append(out[file], e)
		}
	}
	for _, edits := range out {
		slices.SortFunc(edits, func(a, b diag.Edit) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
	}
	return out
}

// applyEdits applies edits that are sorted and do not overlap.
func applyEdits(text string, edits []diag.Edit) []byte {
	var b bytes.Buffer
	at := 0
	for _, e := range edits {
		b.WriteString(text[at:e.Span.Start])
		b.WriteString(e.Text)
		at = e.Span.End
	}
	b.WriteString(text[at:])
	return b.Bytes()
}

// writeFixed writes all files or none and says on standard error which.
func (t *trigc) writeFixed(changes []change) error {
	if err := write(changes); err != nil {
		return fmt.Errorf("%w; nothing was fixed", err)
	}
	for _, c := range changes {
		if _, err := fmt.Fprintf(t.stderr, "fixed: %s\n", t.show(c.path)); err != nil {
			return err
		}
	}
	return nil
}

// showFixed writes what would change as a unified diff.
func (t *trigc) showFixed(changes []change) (int, error) {
	for _, c := range changes {
		name := t.show(c.path)
		if _, err := t.stdout.Write(diff.Diff("a/"+name, c.old, "b/"+name, c.new)); err != nil {
			return 0, err
		}
	}
	if len(changes) > 0 {
		return exitFound, nil
	}
	return exitClean, nil
}
