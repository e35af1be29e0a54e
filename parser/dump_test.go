package parser

import (
	"fmt"
	"reflect"
	"sort"
	"strings"
	"testing"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/source"
)

// parse parses a text as one file without kinds of directives.
func parse(t testing.TB, text string) (*ast.File, []diag.Diagnostic) {
	t.Helper()
	var r diag.Report
	trees := ParseAll([]*source.File{source.NewFile("test.sql", text)}, nil, &r)
	return trees[0], r.Sorted()
}

// dump prints a tree on one line: the fields that are set, spans as the text
// that they cover. Texts that repeat the name before them are left out.
func dump(v any) string {
	var b strings.Builder
	dumpValue(&b, reflect.ValueOf(v), true)
	return b.String()
}

func dumpValue(b *strings.Builder, v reflect.Value, top bool) {
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if v.IsNil() {
			b.WriteString("nil")
			return
		}
		dumpValue(b, v.Elem(), top)
		return
	case reflect.Slice:
		b.WriteByte('[')
		for i := range v.Len() {
			if i > 0 {
				b.WriteByte(' ')
			}
			dumpValue(b, v.Index(i), true)
		}
		b.WriteByte(']')
		return
	case reflect.String:
		fmt.Fprintf(b, "%q", v.String())
		return
	case reflect.Uint8:
		fmt.Fprintf(b, "%q", rune(v.Uint()))
		return
	case reflect.Struct:
	default:
		fmt.Fprint(b, v.Interface())
		return
	}
	switch x := v.Interface().(type) {
	case source.Span:
		fmt.Fprintf(b, "<%s>", x)
		return
	case ast.Ident:
		b.WriteString(x.Name)
		if x.Span.String() != x.Name {
			fmt.Fprintf(b, "<%s>", x.Span)
		}
		return
	case ast.Name:
		b.WriteString(x.String())
		if x.Span.String() != x.String() {
			fmt.Fprintf(b, "<%s>", x.Span)
		}
		return
	case ast.SQL:
		fmt.Fprintf(b, "sql<%s>", x.Span)
		for _, g := range x.Gaps {
			fmt.Fprintf(b, "gap<%s>", g)
		}
		fmt.Fprintf(b, "%s", dump(x.Root))
		return
	case ast.TypeName:
		dumpType(b, x)
		return
	}
	name := v.Type().Name()
	b.WriteString(name + "{")
	first := true
	for i := range v.NumField() {
		f, ft := v.Field(i), v.Type().Field(i)
		if ft.Type == reflect.TypeFor[*ast.Clauses]() || ft.Type == reflect.TypeFor[[]ast.Access]() {
			continue // the nodes of Children once more
		}
		if f.IsZero() {
			continue
		}
		if ft.Anonymous && ft.Type == reflect.TypeFor[ast.At]() {
			continue // the statement's text is what the test gives
		}
		if !first {
			b.WriteByte(' ')
		}
		first = false
		if ft.Anonymous && ft.Type == reflect.TypeFor[ast.Pos]() {
			fmt.Fprintf(b, "<%s>", f.Interface().(ast.Pos).At)
			continue
		}
		b.WriteString(ft.Name + ":")
		dumpValue(b, f, false)
	}
	b.WriteByte('}')
}

func dumpType(b *strings.Builder, t ast.TypeName) {
	if t.SetOf {
		b.WriteString("setof ")
	}
	b.WriteString(t.Name.String())
	if len(t.Mods) > 0 {
		b.WriteString("(" + strings.Join(t.Mods, ",") + ")")
	}
	b.WriteString(strings.Repeat("[]", t.Array))
	if t.Pct {
		b.WriteString("%TYPE")
	}
	fmt.Fprintf(b, "<%s>", t.Span)
}

// eachSpan calls f for all spans that can be reached from a value.
func eachSpan(v reflect.Value, f func(source.Span)) {
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			eachSpan(v.Elem(), f)
		}
	case reflect.Slice:
		for i := range v.Len() {
			eachSpan(v.Index(i), f)
		}
	case reflect.Struct:
		if s, ok := v.Interface().(source.Span); ok {
			f(s)
			return
		}
		for i := range v.NumField() {
			eachSpan(v.Field(i), f)
		}
	}
}

func dumpDiagnostics(list []diag.Diagnostic) string {
	var lines []string
	for _, d := range list {
		lines = append(lines, fmt.Sprintf("%d:%d %s %s %s <%s> %s", d.Span.Pos().Line, d.Span.Pos().Column, d.Severity, d.Code, d.SQLState, d.Span, d.Message))
	}
	sort.Strings(lines)
	return strings.Join(lines, "\n")
}
