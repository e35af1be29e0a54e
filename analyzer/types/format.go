package types

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/source"
)

// formats checks a call of format() whose text is a constant (text_format of
// varlena.c).
func (c *Checker) formats(n *ast.Call, k candidate, s *Scope) {
	if n.Func.Name != "format" || k.schema != "pg_catalog" || len(n.Args) == 0 || n.Variadic && len(n.Args) == 1 {
		return
	}
	f := &formatText{args: n.Args[1:]}
	if !f.constant(n.Args[0]) {
		return
	}
	if n.Variadic {
		if len(n.Args) > 2 {
			return // there is no such call
		}
		f.args, f.open = elements(n.Args[1])
	}
	if m := f.check(); m != nil {
		m.Span = f.at
		c.violates(c.mayNotRun(s), *m)
	}
}

// mayNotRun reports whether what is checked may not be computed: it stands
// behind something that decides, or in a query, which may have no row.
func (c *Checker) mayNotRun(s *Scope) bool {
	for ; s != nil && s.outer != nil; s = s.outer { // the outermost is of NEW and OLD
		if len(s.items) > 0 {
			return true
		}
	}
	return c.behind > 0 || c.skipped > 0
}

// elements returns those of an array; open is set if they are not known.
func elements(n ast.Node) (list []ast.Node, open bool) {
	for {
		k, ok := n.(*ast.Cast)
		if !ok {
			break
		}
		n = k.Arg
	}
	if isNull(n) {
		return nil, false
	}
	l, ok := n.(*ast.List)
	if !ok || l.Kind != ast.ArrayList {
		return nil, true
	}
	for _, e := range l.Args {
		if _, nested := e.(*ast.List); nested {
			return nil, true
		}
	}
	return l.Args, false
}

// A formatText is the text of format() and what it is given.
type formatText struct {
	text string
	at   source.Span
	args []ast.Node
	open bool // how many arguments there are is not known
	pos  int
	next int // the argument whose turn it is
}

// constant reads a text that is made of constants.
func (f *formatText) constant(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.Const:
		f.text += n.Value
		f.at = f.at.To(n.Span())
		return n.Kind == ast.StringConst
	case *ast.Cast:
		return n.Type.Name.Name == "text" && f.constant(n.Arg)
	case *ast.Op:
		return n.Kind == ast.PlainOp && n.Name.Name == "||" && n.Left != nil && f.constant(n.Left) && f.constant(n.Right)
	}
	return false
}

func formatError(state, help, format string, args ...any) *diag.Diagnostic {
	return &diag.Diagnostic{Code: "format-string", SQLState: state, Help: help, Message: fmt.Sprintf(format, args...)}
}

const onePercent = "for a single % write %%"

func (f *formatText) check() *diag.Diagnostic {
	for {
		i := strings.IndexByte(f.text[f.pos:], '%')
		if i < 0 {
			return nil
		}
		f.pos += i + 1
		if f.pos < len(f.text) && f.text[f.pos] == '%' {
			f.pos++
			continue
		}
		if m := f.specifier(f.pos - 1); m != nil {
			return m
		}
	}
}

// specifier reads what stands behind a %.
func (f *formatText) specifier(start int) *diag.Diagnostic {
	argument, width := 0, -1 // by their numbers; 0 is the next one
	n, found, m := f.number()
	switch {
	case m != nil:
		return m
	case found && f.is("$"):
		if argument = n; n == 0 {
			return formatError("22023", "", "format specifies argument 0, but arguments are numbered from 1")
		}
		f.pos++
		found = false
	}
	if !found { // else it is a width, and the type follows
		for f.is("-") {
			f.pos++
		}
		star := f.is("*")
		if star {
			f.pos++
			width = 0
		}
		if n, found, m = f.number(); m != nil {
			return m
		}
		if star && found {
			switch {
			case f.pos == len(f.text):
			case !f.is("$"):
				return formatError("22023", "", `width argument position must be ended by "$"`)
			case n == 0:
				return formatError("22023", "", "format specifies argument 0, but arguments are numbered from 1")
			}
			width = n
			f.pos++
		}
	}
	if f.pos >= len(f.text) {
		return formatError("22023", onePercent, "unterminated format() type specifier")
	}
	_, size := utf8.DecodeRuneInString(f.text[f.pos:])
	kind := f.text[f.pos : f.pos+size]
	if !strings.Contains("sIL", kind) {
		return formatError("22023", onePercent, "unrecognized format() type specifier %q", kind)
	}
	f.pos++
	shown := f.text[start:f.pos]
	if width >= 0 {
		if _, m := f.take(width, shown); m != nil {
			return m
		}
	}
	value, m := f.take(argument, shown)
	if m == nil && kind == "I" && value != nil && isNullValue(value) {
		return formatError("22004", "", "null values cannot be formatted as an SQL identifier")
	}
	return m
}

func (f *formatText) is(s string) bool { return strings.HasPrefix(f.text[f.pos:], s) }

// number reads digits.
func (f *formatText) number() (n int, found bool, m *diag.Diagnostic) {
	for ; f.pos < len(f.text) && '0' <= f.text[f.pos] && f.text[f.pos] <= '9'; f.pos++ {
		n, found = 10*n+int(f.text[f.pos]-'0'), true
		if n > 1<<31-1 {
			return 0, true, formatError("22003", "", "number is out of range")
		}
	}
	return n, found, nil
}

// take returns the argument of a number, or the next one if that is 0.
func (f *formatText) take(number int, shown string) (ast.Node, *diag.Diagnostic) {
	if number > 0 {
		f.next = number - 1
	}
	f.next++
	switch {
	case f.open:
		return nil, nil
	case f.next > len(f.args):
		return nil, formatError("22023", "", "too few arguments for format(): %s is for argument %d, given are %d", shown, f.next, len(f.args))
	}
	return f.args[f.next-1], nil
}

// isNullValue reports whether an expression is NULL, with a cast or without.
func isNullValue(n ast.Node) bool {
	for {
		k, ok := n.(*ast.Cast)
		if !ok {
			return isNull(n)
		}
		n = k.Arg
	}
}
