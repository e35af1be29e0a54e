package diag

import (
	"encoding/json"
	"io"
)

// JSONLines writes each diagnostic as one line of JSON, an object as those of
// the findings of [JSON].
func JSONLines(w io.Writer, list []Diagnostic) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for _, d := range list {
		if err := enc.Encode(findingOf(d)); err != nil {
			return err
		}
	}
	return nil
}
