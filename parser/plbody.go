package parser

import (
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	pg "github.com/pganalyze/pg_query_go/v5"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/pgname"
	"github.com/trigc/trigc/internal/source"
)

// A plText is the text of a body before it is parsed.
type plText struct {
	text     string
	span     source.Span                      // of the constant, with the quotes
	at       func(start, end int) source.Span // nil if the places in the file are not known
	function string                           // the name of the function, "" if it is not known
	set      func(*ast.Block)
}

// functions adds the bodies of the trigger functions among the statements.
func (fs *fragments) functions(stmts []ast.Stmt) {
	for _, s := range stmts {
		f, ok := s.(*ast.CreateFunction)
		if !ok || f.Body == nil || f.Language != "plpgsql" || f.Returns == nil || f.Returns.Name.Name != "trigger" || f.Body.Span.IsZero() {
			continue
		}
		t := plText{text: f.Body.Value, span: f.Body.Span, function: f.Name.Name, set: func(b *ast.Block) { f.Block = b }}
		if f.Verbatim {
			t.at = func(start, end int) source.Span { return fs.file.At(f.BodyOffset+start, f.BodyOffset+end) }
		} else if offsets := quotedOffsets(f.Body.Span.String(), t.text); offsets != nil {
			base := f.Body.Span.Start
			t.at = func(start, end int) source.Span {
				return fs.file.At(base+offsets[start], base+offsets[end])
			}
		}
		fs.bodies = append(fs.bodies, t)
	}
}

// directiveBody adds the body of a directive.
func (fs *fragments) directiveBody(b *ast.Body) {
	t := plText{text: b.Text, span: b.Span, set: func(block *ast.Block) { b.Block = block }}
	switch offsets := quotedOffsets(b.Span.String(), b.Text); {
	case b.Pieces != nil:
		t.at = func(start, end int) source.Span {
			if end == start {
				return b.At(start, end)
			}
			return b.At(start, start+1).To(b.At(end-1, end))
		}
	case b.Text == "":
		t.at = func(int, int) source.Span { return b.Span }
	case offsets != nil:
		t.at = func(start, end int) source.Span {
			return fs.file.At(b.Span.Start+offsets[start], b.Span.Start+offsets[end])
		}
	}
	fs.bodies = append(fs.bodies, t)
}

// quotedOffsets returns for each byte of a string constant's value, and for its
// end, the offset in the constant as written. It is nil if the constant is not
// of a form that it knows.
func quotedOffsets(raw, value string) []int {
	escapes := false
	i := 0
	if strings.HasPrefix(raw, "E") || strings.HasPrefix(raw, "e") {
		escapes = true
		i++
	}
	if i >= len(raw) || raw[i] != '\'' {
		return nil
	}
	var b strings.Builder
	offsets := make([]int, 0, len(value)+1)
	put := func(s string, at int) {
		for range len(s) {
			offsets = append(offsets, at)
		}
		b.WriteString(s)
	}
	for i++; i < len(raw)-1; i++ {
		switch {
		case raw[i] == '\'':
			put("'", i)
			i++
		case escapes && raw[i] == '\\':
			s, n := escape(raw[i+1:])
			put(s, i)
			i += n
		default:
			put(raw[i:i+1], i)
		}
	}
	if b.String() != value {
		return nil
	}
	return append(offsets, len(raw)-1)
}

// escape returns what an escape of E'…' means, and its length without the
// backslash.
func escape(s string) (string, int) {
	digits := func(s string, most int, set string) int {
		n := 0
		for n < len(s) && n < most && strings.IndexByte(set, s[n]) >= 0 {
			n++
		}
		return n
	}
	const hex = "0123456789abcdefABCDEF"
	number := func(s string, base int) int {
		v, _ := strconv.ParseInt(s, base, 32)
		return int(v)
	}
	switch c := s[0]; {
	case strings.IndexByte("bfnrt", c) >= 0:
		return map[byte]string{'b': "\b", 'f': "\f", 'n': "\n", 'r': "\r", 't': "\t"}[c], 1
	case c >= '0' && c <= '7':
		n := digits(s, 3, "01234567")
		return string([]byte{byte(number(s[:n], 8))}), n
	case c == 'x' && digits(s[1:], 2, hex) > 0:
		n := digits(s[1:], 2, hex)
		return string([]byte{byte(number(s[1:1+n], 16))}), 1 + n
	case c == 'u' && len(s) > 4:
		return string(rune(number(s[1:5], 16))), 5
	case c == 'U' && len(s) > 8:
		return string(rune(number(s[1:9], 16))), 9
	}
	_, n := utf8.DecodeRuneInString(s)
	return s[:n], n
}

// parseBodies parses the bodies but for their SQL, which it adds to the
// fragments. They are scanned in one call unless a token of one runs into the
// next.
func (fs *fragments) parseBodies() {
	if len(fs.bodies) == 0 {
		return
	}
	var known []plText
	for _, t := range fs.bodies {
		if t.at == nil {
			fs.apart(t)
		} else {
			known = append(known, t)
		}
	}
	var b strings.Builder
	ends := make([]int, len(known))
	for i, t := range known {
		b.WriteString(t.text)
		b.WriteByte('\n')
		ends[i] = b.Len()
	}
	toks, err := scan(b.String(), 0, b.Len())
	if err != nil || !apart(toks, ends) {
		for _, t := range known {
			fs.parseBody(t, t.text, 0, scanUpTo(t.text))
		}
		return
	}
	k, start := 0, 0
	for i, t := range known {
		first := k
		for k < len(toks) && toks[k].end <= ends[i] {
			k++
		}
		fs.parseBody(t, b.String(), start, toks[first:k])
		start = ends[i]
	}
}

// scanUpTo scans a text. What cannot be scanned is one token, which has no
// kind, and the last one.
func scanUpTo(text string) []token {
	toks, err := scan(text, 0, len(text))
	if err == nil {
		return toks
	}
	at := len(text)
	if n := cursor(err); n > 0 {
		at = source.ByteOffset(text, n)
	}
	// What stands before it can be scanned, or else it is the one that is told of.
	toks, again := scan(text, 0, at)
	if again != nil {
		toks = nil
	}
	end := max(badEnd(text, at), at)
	if strings.HasPrefix(err.Error(), "unterminated") && at < len(text) {
		end = at + opening(text[at:])
	}
	return append(toks, token{start: at, end: min(end, len(text)), kind: pg.Token_NUL})
}

// clipped returns a name as Postgres cuts it.
func clipped(name string) string {
	if len(name) <= pgname.MaxLen {
		return name
	}
	n := pgname.MaxLen
	for n > 0 && !utf8.RuneStart(name[n]) {
		n--
	}
	return name[:n]
}

// parseBody parses one body, of which toks are the tokens. They are of a text
// in which the body begins at base.
func (fs *fragments) parseBody(t plText, text string, base int, toks []token) {
	// The end of a body is shown at the closing quote.
	end := t.at(len(t.text), len(t.text))
	end.End = max(end.Start, t.span.End)
	p := &plParser{frags: fs, body: &plBody{set: t.set}, end: end}
	p.toks = make([]dtoken, 0, len(toks))
	for _, k := range toks {
		if k.isComment() {
			continue
		}
		raw := text[k.start:k.end]
		d := dtoken{span: t.at(k.start-base, k.end-base), kind: k.kind, text: raw, val: raw}
		switch {
		case k.kind == pg.Token_IDENT, k.kind == pg.Token_UIDENT:
			d.word, d.col = true, true
			d.val = clipped(identValue(raw))
		case k.keyword:
			d.word, d.kw, d.res, d.col = true, true, k.reserved, k.column
			d.val = lowerASCII(raw)
		case k.kind == pg.Token_SCONST:
			d.val = stringValue(raw)
		case k.kind == pg.Token_PARAM:
			d.col = true
		case k.kind == pg.Token_NUL:
			_, err := scan(t.text, 0, len(t.text))
			d.val = "the body cannot be read"
			if err != nil {
				d.val, _, _ = strings.Cut(err.Error(), " at or near ")
			}
		}
		p.toks = append(p.toks, d)
	}
	fs.parsed = append(fs.parsed, p.body)
	p.body.block = p.parse(t.function)
}

// apart parses a body whose places in the file are not known: everything
// stands at the whole constant.
func (fs *fragments) apart(t plText) {
	file := source.NewFile(fs.file.Path(), t.text)
	var r diag.Report
	var later []ast.Newer
	own := &fragments{file: file, report: &r, newer: &later}
	set, whole := t.set, t.span
	t.at, t.span = file.At, file.At(0, len(t.text))
	t.set = func(b *ast.Block) {
		moveSpans(reflect.ValueOf(b), file, whole)
		set(b)
	}
	own.bodies = []plText{t}
	own.parseBodies()
	own.resolve()
	for _, n := range later {
		n.Span = whole
		*fs.newer = append(*fs.newer, n)
	}
	for _, d := range r.Sorted() {
		d.Span, d.Related = whole, nil
		fs.report.Add(d)
	}
}

// moveSpans sets all spans of a file that can be reached from a value.
func moveSpans(v reflect.Value, of *source.File, to source.Span) {
	move(v, func(s source.Span) source.Span {
		if s.File == of {
			return to
		}
		return s
	})
}

// move sets all spans that can be reached from a value to what f makes of them.
func move(v reflect.Value, f func(source.Span) source.Span) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() && v.Type() != reflect.TypeFor[*source.File]() {
			move(v.Elem(), f)
		}
	case reflect.Interface:
		if !v.IsNil() {
			move(v.Elem(), f)
		}
	case reflect.Slice:
		for i := range v.Len() {
			move(v.Index(i), f)
		}
	case reflect.Struct:
		if s, ok := v.Interface().(source.Span); ok {
			v.Set(reflect.ValueOf(f(s)))
			return
		}
		for i := range v.NumField() {
			move(v.Field(i), f)
		}
	}
}

// finish hands out the trees of bodies, and reports the first mistake of each.
func (fs *fragments) finish() {
	for _, sql := range fs.texts {
		fs.dynamicText(sql)
	}
	for _, s := range fs.raises {
		for i := range s.Options {
			errcode(&s.Options[i])
		}
	}
	for _, b := range fs.parsed {
		if b.err != nil {
			fs.report.Add(*b.err)
			continue
		}
		b.set(b.block)
	}
}

// either returns "a, b or c".
func either(list []string) string {
	if len(list) == 1 {
		return list[0]
	}
	return strings.Join(list[:len(list)-1], ", ") + " or " + list[len(list)-1]
}

func sortedKeys[T any](set map[string]T) []string {
	list := make([]string, 0, len(set))
	for k := range set {
		list = append(list, k)
	}
	slices.Sort(list)
	return list
}
