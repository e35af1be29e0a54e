package main

import (
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/pflag"
)

// colorFlag defines --color.
func colorFlag(flags *pflag.FlagSet) *string {
	return flags.String("color", "auto", "color the text: auto, always or never, as `WHEN` says")
}

// useColor tells whether text that goes to w is colored. Left to itself, it is
// on a terminal that can, unless NO_COLOR (https://no-color.org) has a value,
// whichever.
func (t *trigc) useColor(when string, w io.Writer) (bool, error) {
	switch when {
	case "always":
		return true, nil
	case "never":
		return false, nil
	case "auto":
		return t.getenv("NO_COLOR") == "" && t.getenv("TERM") != "dumb" && isTerminal(w), nil
	}
	return false, fmt.Errorf("--color is auto, always or never, not %q", when)
}

// isTerminal reports whether w is a character device. The null device is one
// too, where color does no harm.
func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// oneOf returns the usage error of a flag's value that is not among those
// there are.
func oneOf(command, flag, value string, values ...string) error {
	for _, v := range values {
		if v == value {
			return nil
		}
	}
	last := len(values) - 1
	return &usageError{
		fmt.Sprintf("--%s is %s or %s, not %q", flag, strings.Join(values[:last], ", "), values[last], value), command,
	}
}
