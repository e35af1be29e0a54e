package parser

import (
	"fmt"
	"sort"
	"strings"
	"unicode/utf8"

	pg "github.com/pganalyze/pg_query_go/v5"
	pgparser "github.com/pganalyze/pg_query_go/v5/parser"
	"google.golang.org/protobuf/encoding/protowire"

	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/source"
)

// A token is a token of Postgres's scanner, comments included. Offsets are
// bytes of the file.
type token struct {
	start, end int
	kind       pg.Token
	keyword    bool
	reserved   bool // a key word that cannot be a name
	column     bool // a key word that can name a column
}

// isComment reports whether the token is a comment of either form.
func (t token) isComment() bool {
	return t.kind == pg.Token_SQL_COMMENT || t.kind == pg.Token_C_COMMENT
}

// scan returns the tokens of bytes start up to end of a file's SQL. It reads
// the scanner's answer by itself: decoding it by reflection takes as long as
// the scan.
func scan(sql string, start, end int) ([]token, error) {
	data, err := pgparser.ScanToProtobuf(sql[start:end])
	if err != nil {
		return nil, err
	}
	toks := make([]token, 0, len(data)/10)
	for len(data) > 0 {
		num, typ, n := protowire.ConsumeTag(data)
		data = data[max(n, 0):]
		if num != 2 || typ != protowire.BytesType {
			n := protowire.ConsumeFieldValue(num, typ, data)
			if n < 0 {
				panic(fmt.Sprintf("parser: bad answer of the scanner: %v", protowire.ParseError(n)))
			}
			data = data[n:]
			continue
		}
		msg, n := protowire.ConsumeBytes(data)
		if n < 0 {
			panic(fmt.Sprintf("parser: bad answer of the scanner: %v", protowire.ParseError(n)))
		}
		data = data[n:]
		t := token{start: start, end: start}
		for len(msg) > 0 {
			num, _, n := protowire.ConsumeTag(msg)
			v, m := protowire.ConsumeVarint(msg[n:])
			if n < 0 || m < 0 {
				panic("parser: bad answer of the scanner: token")
			}
			msg = msg[n+m:]
			switch num {
			case 1:
				t.start = start + int(v)
			case 2:
				t.end = start + int(v)
			case 4:
				t.kind = pg.Token(v)
			case 5:
				t.keyword = v != uint64(pg.KeywordKind_NO_KEYWORD)
				t.reserved = v == uint64(pg.KeywordKind_RESERVED_KEYWORD)
				t.column = v == uint64(pg.KeywordKind_UNRESERVED_KEYWORD) || v == uint64(pg.KeywordKind_COL_NAME_KEYWORD)
			}
		}
		toks = append(toks, t)
	}
	for i, t := range toks {
		// Of U&"…" and U&'…' the scanner tells a wrong end.
		if t.kind == pg.Token_UIDENT || t.kind == pg.Token_USCONST {
			next := end
			if i+1 < len(toks) {
				next = toks[i+1].start
			}
			toks[i].end = t.start + len(strings.TrimRight(sql[t.start:next], " \t\r\n\f\v"))
		}
	}
	return toks, nil
}

// decoded returns the file's SQL as the scanner can take it: without a byte
// order mark, which psql skips too, and without bytes that are no text, which
// are reported. Offsets stay the same.
func decoded(f *source.File, r *diag.Report) string {
	sql := f.SQL()
	if rest, ok := strings.CutPrefix(sql, "\uFEFF"); ok {
		sql = "   " + rest
	}
	if utf8.ValidString(sql) && strings.IndexByte(sql, 0) < 0 {
		return sql
	}
	clean := []byte(sql)
	reported := false
	for i := 0; i < len(sql); {
		c, size := utf8.DecodeRuneInString(sql[i:])
		if c == 0 || c == utf8.RuneError && size == 1 {
			clean[i] = '?'
			if !reported {
				reported = true
				r.Add(diag.Diagnostic{
					Code: "invalid-utf8", Severity: diag.Error, Span: f.At(i, i+1), SQLState: "22021",
					Message: fmt.Sprintf("invalid byte sequence for encoding \"UTF8\": 0x%02x", sql[i]),
					Help:    "save the file as UTF-8",
				})
			}
		}
		i += size
	}
	return string(clean)
}

// firstAt returns the index of the first token that ends behind an offset.
func firstAt(toks []token, offset int) int {
	return sort.Search(len(toks), func(i int) bool { return toks[i].end > offset })
}
