package load

import "strings"

// Comments calls f for each comment -- of an SQL text, from the dashes to the
// end of the line, in the order of the text. Those in bodies count too: in
// dollar quotes, and in the string behind AS.
func Comments(sql string, f func(start, end int)) {
	comments(sql, 0, f)
}

// comments is [Comments] of a text that starts at an offset of another.
func comments(sql string, offset int, f func(start, end int)) {
	l := lexer{src: sql}
	as := false // the token before is the word AS
	for t := l.next(); t.kind != eof; t = l.next() {
		text := sql[t.start:t.end]
		switch t.kind {
		case comment:
			if strings.HasPrefix(text, "--") {
				f(offset+t.start, offset+t.end)
			}
			continue // a comment parts nothing
		case dollar:
			tag := len(dollarTag(text))
			end := t.end
			if !t.open {
				end -= tag
			}
			comments(sql[t.start+tag:end], offset+t.start+tag, f)
		case literal:
			if as && strings.HasPrefix(text, "'") {
				end := t.end
				if !t.open {
					end--
				}
				comments(sql[t.start+1:end], offset+t.start+1, f)
			}
		}
		as = t.kind == word && strings.EqualFold(text, "as")
	}
}
