package input

import (
	"strconv"
	"strings"
)

// A geometry reads the coordinates of a shape.
type geometry struct {
	text, sqlType string
	rest          string
	mistake       *Mistake
}

func shape(text, name string) *Mistake {
	g := geometry{text: text, sqlType: name, rest: text}
	switch name {
	case "point":
		g.pair()
	case "lseg", "box":
		g.path(2, name == "lseg")
	case "path":
		g.anyPath()
	case "polygon":
		if n := pairs(text); n > 0 {
			g.path(n, false)
		} else {
			g.fail()
		}
	case "circle":
		g.circle()
	case "line":
		g.line()
	}
	if g.mistake == nil && !blank(g.rest) {
		g.fail()
	}
	return g.mistake
}

func (g *geometry) fail() {
	if g.mistake == nil {
		g.mistake = invalid(g.sqlType, g.text)
	}
}

func (g *geometry) skip() { g.rest = trimLeft(g.rest) }

// take reads a delimiter if it comes next.
func (g *geometry) take(b byte) bool {
	if g.mistake == nil && at(g.rest, 0) == b {
		g.rest = g.rest[1:]
		return true
	}
	return false
}

func (g *geometry) want(b byte) {
	if !g.take(b) {
		g.fail()
	}
}

// number reads a coordinate and the spaces around it.
func (g *geometry) number() float64 {
	if g.mistake != nil {
		return 0
	}
	n, ok := floatPrefix(g.rest, 64)
	switch {
	case n == 0:
		g.fail()
		return 0
	case !ok:
		g.mistake = &Mistake{outOfRange, `"` + strings.TrimSpace(g.rest[:n]) + `" is out of range for type double precision`}
		return 0
	}
	value, _ := strconv.ParseFloat(strings.Trim(g.rest[:n], spaces), 64)
	g.rest = g.rest[n:]
	g.skip()
	return value
}

// pair reads a point, with or without parentheses.
func (g *geometry) pair() (x, y float64) {
	g.skip()
	open := g.take('(')
	x = g.number()
	g.want(',')
	y = g.number()
	if open {
		g.want(')')
		g.skip()
	}
	return x, y
}

// path reads points; brackets around them make it an open path.
func (g *geometry) path(n int, mayOpen bool) (points [][2]float64) {
	g.skip()
	open := at(g.rest, 0) == '['
	depth := 0
	if open {
		if !mayOpen {
			g.fail()
			return nil
		}
		depth++
		g.rest = g.rest[1:]
	} else if at(g.rest, 0) == '(' {
		after := trimLeft(g.rest[1:])
		if at(after, 0) == '(' || strings.LastIndexByte(g.rest, '(') == 0 {
			depth++
			g.rest = after
		}
	}
	for range n {
		x, y := g.pair()
		points = append(points, [2]float64{x, y})
		g.take(',')
	}
	for ; depth > 0; depth-- {
		if !g.take(')') && !(open && g.take(']')) {
			g.fail()
		}
		g.skip()
	}
	return points
}

// pairs counts the points by their commas, or returns 0 if that cannot be.
func pairs(s string) int {
	commas := strings.Count(s, ",")
	if commas%2 == 0 {
		return 0
	}
	return (commas + 1) / 2
}

func (g *geometry) anyPath() {
	n := pairs(g.text)
	if n == 0 {
		g.fail()
		return
	}
	g.skip()
	depth := 0
	// A parenthesis that is the only one is not that of a point.
	if at(g.rest, 0) == '(' && strings.LastIndexByte(g.rest, '(') == 0 {
		g.rest = g.rest[1:]
		depth++
	}
	g.path(n, true)
	if depth > 0 {
		g.want(')')
		g.skip()
	}
}

func (g *geometry) circle() {
	g.skip()
	closes := false
	if g.take('<') {
		closes = true
	} else if at(g.rest, 0) == '(' {
		if after := trimLeft(g.rest[1:]); at(after, 0) == '(' {
			closes = true
			g.rest = after
		}
	}
	g.pair()
	g.take(',')
	if radius := g.number(); radius < 0 {
		g.fail()
	}
	if closes && !g.take(')') && !g.take('>') {
		g.fail()
	}
	g.skip()
}

// line reads {A,B,C}, or two points.
func (g *geometry) line() {
	g.skip()
	if !g.take('{') {
		p := g.path(2, true)
		if g.mistake == nil && blank(g.rest) && p[0] == p[1] {
			g.mistake = &Mistake{invalidText, "invalid line specification: must be two distinct points"}
		}
		return
	}
	a := g.number()
	g.want(',')
	b := g.number()
	g.want(',')
	g.number()
	g.want('}')
	g.skip()
	if g.mistake == nil && blank(g.rest) && near(a) && near(b) {
		g.mistake = &Mistake{invalidText, "invalid line specification: A and B cannot both be zero"}
	}
}

// near reports what Postgres takes for zero.
func near(x float64) bool { return x <= 1e-6 && x >= -1e-6 }
