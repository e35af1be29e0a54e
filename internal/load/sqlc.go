package load

import (
	"errors"
	"fmt"
	"path"
	"regexp"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/source"
)

func isSqlcConfig(name string) bool {
	switch path.Base(name) {
	case "sqlc.yaml", "sqlc.yml", "sqlc.json":
		return true
	}
	return false
}

// A sqlcConfig is what counts here of a configuration of sqlc, version 1 or 2.
type sqlcConfig struct {
	Packages []sqlcDatabase `yaml:"packages"` // version 1
	SQL      []sqlcDatabase `yaml:"sql"`      // version 2
}

type sqlcDatabase struct {
	Engine string    `yaml:"engine"`
	Schema yaml.Node `yaml:"schema"`
}

// sqlc takes what the schema entries of a sqlc configuration name. They are
// relative to its directory.
func (l *loader) sqlc(name string) error {
	if l.seen[name] { // it names itself
		return nil
	}
	l.seen[name] = true
	text, err := l.read(name)
	if err != nil {
		return err
	}
	f := source.NewFile(l.shown(name), text)
	var c sqlcConfig
	if err := yaml.Unmarshal([]byte(text), &c); err != nil { // JSON is YAML
		l.badSqlc(f, err)
		return nil
	}
	found := false
	for _, db := range append(c.Packages, c.SQL...) {
		if db.Engine != "" && db.Engine != "postgresql" {
			continue
		}
		entries := db.Schema.Content
		if db.Schema.Kind == yaml.ScalarNode {
			entries = []*yaml.Node{&db.Schema}
		}
		for _, e := range entries {
			if e.Kind == yaml.AliasNode {
				e = e.Alias
			}
			if e.Kind != yaml.ScalarNode || e.Value == "" {
				continue
			}
			found = true
			if err := l.pattern(path.Dir(name), e.Value, nodeSpan(f, e)); err != nil {
				return err
			}
		}
	}
	if !found {
		l.report.Add(diag.Diagnostic{
			Code: "no-schema-files", Severity: diag.Error, Span: f.At(0, 0),
			Message: "no schema of a postgresql engine is named here",
		})
	}
	return nil
}

// nodeSpan returns the place of a scalar.
func nodeSpan(f *source.File, n *yaml.Node) source.Span {
	line := f.Line(n.Line)
	start := source.ByteOffset(line, n.Column) // columns of YAML count characters
	end := len(line)
	switch rest := line[start:]; {
	case strings.HasPrefix(rest, n.Value):
		end = start + len(n.Value)
	case n.Style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle) != 0 && rest != "":
		if i := strings.IndexByte(rest[1:], rest[0]); i >= 0 {
			end = start + i + 2
		}
	}
	offset := lineStart(f, n.Line)
	return f.At(offset+start, offset+end)
}

// lineStart returns the offset of a line that exists, counted from 1.
func lineStart(f *source.File, n int) int {
	offset := 0
	for ; n > 1; n-- {
		i := strings.IndexByte(f.Text()[offset:], '\n')
		if i < 0 {
			break
		}
		offset += i + 1
	}
	return offset
}

var yamlLine = regexp.MustCompile(`line (\d+): `)

// badSqlc reports what YAML does not accept, at its line.
func (l *loader) badSqlc(f *source.File, err error) {
	msgs := []string{strings.TrimPrefix(err.Error(), "yaml: ")}
	var types *yaml.TypeError
	if errors.As(err, &types) {
		msgs = types.Errors
	}
	for _, msg := range msgs {
		at := f.At(0, 0)
		if m := yamlLine.FindStringSubmatch(msg); m != nil {
			n, _ := strconv.Atoi(m[1]) // digits; too many are no line
			start := lineStart(f, n)
			text := f.Line(n)
			lead := len(text) - len(strings.TrimLeft(text, " \t"))
			at = f.At(start+lead, start+max(lead, len(text)))
			msg = strings.Replace(msg, m[0], "", 1)
		}
		l.report.Add(diag.Diagnostic{
			Code: "bad-sqlc-config", Severity: diag.Error, Span: at,
			Message: fmt.Sprintf("%s cannot be read: %s", path.Base(f.Path()), msg),
		})
	}
}
