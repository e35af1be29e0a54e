package codegen

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"
	"strings"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/ir"
	"github.com/trigc/trigc/internal/pgname"
)

// A definition tells a trigger from what it was in other versions of the
// schema, and from what somebody made of it on a server.
type definition struct {
	// mark is the hash of the SQL that makes it: of its function, the trigger,
	// and the firing state.
	mark string
	// catalog is the hash of what the server's catalogs say of it then, in the
	// words of verifySQL of the Go runtime. It holds nothing that the server
	// rewrites, such as WHEN; mark stands for that.
	catalog string
}

// define prints the statements that make trigger i of a unit, with the function
// if no trigger before uses it, and returns the definition that they give it.
func (w *sqlWriter) define(u *ir.Unit, i int) definition {
	t := u.Triggers[i]
	// The first that uses the function; that one is printed with it.
	first := u.Triggers[slices.IndexFunc(u.Triggers, func(o *ir.Trigger) bool { return o.Function == t.Function })]
	start := w.Len()
	var body []byte
	if t.Function.Own {
		body = w.functionBody(u, first)
		if t == first {
			w.function(t.Function, body)
		}
	}
	table := pgname.Qualify(t.Table.Schema, t.Table.Name)
	if t.Constraint {
		// CREATE OR REPLACE takes no constraint triggers.
		w.put("DROP TRIGGER IF EXISTS ", pgname.Quote(t.Name), " ON ", table, ";\n")
	}
	w.trigger(u, t, true)
	w.state(table, t.Name, t.State)
	return definition{mark: shortHash(w.Bytes()[start:]), catalog: shortHash(catalogText(t, body))}
}

func shortHash(text []byte) string {
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:8])
}

// catalogText returns what the catalogs say of a trigger, and of its function
// if that is trigc's own.
func catalogText(t *ir.Trigger, body []byte) []byte {
	var columns []string
	for _, e := range t.Events {
		columns = append(columns, e.Columns...)
	}
	var from [2]string
	if t.From != nil {
		from = [2]string{t.From.Schema, t.From.Name}
	}
	var args strings.Builder
	for _, a := range t.Args {
		// verifySQL takes \000, which ends an argument, for \012 everywhere.
		args.WriteString(strings.ReplaceAll(a, `\000`, `\012`) + "\n")
	}
	text := []byte(strings.Join([]string{
		t.Function.Schema, t.Function.Name,
		strconv.Itoa(triggerBits(t)), catalogBool(t.Constraint), catalogBool(t.Deferrable), catalogBool(t.InitiallyDeferred),
		from[0], from[1], strings.Join(columns, ","), t.OldTable, t.NewTable, args.String(),
	}, "\n"))
	if t.Function.Own {
		// plpgsql, SECURITY INVOKER, without SET.
		text = append(append(text, "\nplpgsql\nf\n\n"...), body...)
	}
	return text
}

func catalogBool(b bool) string { return strconv.FormatBool(b)[:1] }

// triggerBits returns pg_trigger.tgtype (pg_trigger.h, TRIGGER_TYPE_ROW and so
// on).
func triggerBits(t *ir.Trigger) int {
	bits := map[ast.Timing]int{ast.Before: 1 << 1, ast.InsteadOf: 1 << 6}[t.Timing]
	if t.Level == ast.Row {
		bits |= 1 << 0
	}
	for _, e := range t.Events {
		bits |= map[ast.Event]int{ast.Insert: 1 << 2, ast.Delete: 1 << 3, ast.Update: 1 << 4, ast.Truncate: 1 << 5}[e.Event]
	}
	return bits
}

// firing returns pg_trigger.tgenabled; the zero state is that of CREATE
// TRIGGER.
func firing(s ast.FiringState) string {
	switch s {
	case ast.Replica:
		return "R"
	case ast.Always:
		return "A"
	case ast.Disabled:
		return "D"
	}
	return "O"
}
