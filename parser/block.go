package parser

import (
	"slices"
	"strings"

	"github.com/trigc/trigc/internal/ast"
)

// block finds the DDL in the PL/pgSQL of a DO block, whose string is token i.
// What stands in a loop, in a handler or behind ELSE is left, and so is what
// an IF guards by something else than the existence of objects: whether it
// runs is not in the text. It is in d.Rest, as EXECUTE is.
func (c *converter) block(d *ast.Do, i int) {
	d.Rest = d.Body.Value
	raw := c.text(i)
	if !strings.HasPrefix(raw, "$") {
		return
	}
	tag := strings.IndexByte(raw[1:], '$') + 2
	if len(raw) < 2*tag || raw[tag:len(raw)-tag] != d.Body.Value {
		return
	}
	b := &block{c: c, start: c.toks[i].start + tag, rest: []byte(d.Body.Value)}
	toks, err := scan(c.file.SQL(), b.start, b.start+len(b.rest))
	if err != nil {
		return
	}
	for _, t := range toks {
		if t.isComment() {
			b.blank(t.start, t.end)
		} else {
			b.toks = append(b.toks, t)
		}
	}
	for k := 0; k < len(b.toks); {
		next := b.stmt(k)
		if next <= k {
			break // no PL/pgSQL: what is left is in the rest
		}
		k = next
	}
	d.Steps, d.Rest = b.steps, string(b.rest)
}

// A block is a DO block that is walked from statement to statement.
type block struct {
	c     *converter
	start int     // of the text, in the file
	toks  []token // without comments
	rest  []byte  // the text, with blanks for comments and for steps
	steps []ast.Step
	open  []construct
}

// A construct is a block, IF, CASE or LOOP that has not ended.
type construct struct {
	word    string
	guarded bool
	left    bool // what stands here is left
	first   int  // step in it
}

// word returns a token in lower case, "" behind the last.
func (b *block) word(i int) string {
	if i >= len(b.toks) {
		return ""
	}
	return strings.ToLower(b.c.file.SQL()[b.toks[i].start:b.toks[i].end])
}

func (b *block) blank(start, end int) {
	for i := start - b.start; i < end-b.start; i++ {
		if b.rest[i] != '\n' && b.rest[i] != '\r' {
			b.rest[i] = ' '
		}
	}
}

// behind returns the token behind the next one that is the word, outside of
// parentheses and of CASE expressions.
func (b *block) behind(i int, word string) int {
	depth, cases := 0, 0
	for ; i < len(b.toks); i++ {
		switch w := b.word(i); {
		case w == word && depth == 0 && cases == 0:
			return i + 1
		case w == "(":
			depth++
		case w == ")":
			depth--
		case w == "case":
			cases++
		case w == "end" && cases > 0:
			cases--
		}
	}
	return len(b.toks)
}

// push opens a construct. What is in it is guarded, or left, if that which it
// stands in is.
func (b *block) push(word string, guarded, left bool) {
	if len(b.open) > 0 {
		top := b.open[len(b.open)-1]
		guarded, left = guarded || top.guarded, left || top.left
	}
	b.open = append(b.open, construct{word: word, guarded: guarded, left: left, first: len(b.steps)})
}

// stmt reads the statement, or the part of a control structure, at token i
// and returns the first token of the next; i if it is none.
func (b *block) stmt(i int) int {
	word := b.word(i)
	top := &construct{}
	if len(b.open) > 0 {
		top = &b.open[len(b.open)-1]
	}
	switch word {
	case "<<":
		return i + 3
	case "declare":
		return b.behind(i, "begin") - 1
	case "begin":
		b.push("begin", false, false)
		return i + 1
	case "if":
		then := b.behind(i, "then")
		b.push("if", true, !b.asksForObjects(i, then))
		return then
	case "elsif", "elseif":
		top.left = true
		return b.behind(i, "then")
	case "else":
		top.left = true
		return i + 1
	case "case":
		b.push("case", true, true)
		return b.behind(i+1, "when") - 1
	case "when":
		return b.behind(i, "then")
	case "for", "foreach", "while":
		return b.behind(i, "loop") - 1
	case "loop":
		b.push("loop", true, true)
		return i + 1
	case "exception":
		if top.word != "begin" {
			return i
		}
		for k := range b.steps[top.first:] {
			b.steps[top.first+k].Guarded = true
		}
		top.left = true
		return i + 1
	case "end":
		if len(b.open) == 0 {
			return i
		}
		b.open = b.open[:len(b.open)-1]
		if len(b.open) == 0 {
			return len(b.toks)
		}
		for i < len(b.toks) && b.word(i) != ";" {
			i++
		}
		return min(i+1, len(b.toks))
	}
	end := cut(b.c.file.SQL(), b.toks, i)
	if slices.Contains([]string{"create", "alter", "drop"}, word) && len(b.open) > 0 && !top.left {
		b.step(i, end, top.guarded)
	}
	return end
}

// asksForObjects reports whether a condition asks if something exists.
func (b *block) asksForObjects(i, end int) bool {
	for ; i < end; i++ {
		if w := b.word(i); w == "exists" || strings.HasPrefix(w, "to_reg") {
			return true
		}
	}
	return false
}

// step converts the statement in tokens i up to end. One that does not parse
// by itself is left.
func (b *block) step(i, end int, guarded bool) {
	start, stop := b.toks[i].start, b.toks[end-1].end
	tree, _, newer, err := parseStatement(b.c.file, b.c.file.SQL(), b.toks[i:end])
	if err != nil {
		return
	}
	if b.c.newer != nil {
		*b.c.newer = append(*b.c.newer, newer...)
	}
	c := newConverter(b.c.file, b.toks[i:end], func(n int) int { return start + n })
	c.report, c.newer = b.c.report, b.c.newer
	for _, raw := range tree.Stmts {
		for _, s := range c.stmt(raw, nil) {
			b.steps = append(b.steps, ast.Step{Stmt: s, Guarded: guarded})
		}
	}
	b.blank(start, stop)
}
