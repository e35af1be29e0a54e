package lint

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/trigc/trigc/internal/ast"
	"github.com/trigc/trigc/internal/diag"
	"github.com/trigc/trigc/internal/source"
)

// missingArgument finds elements of TG_ARGV that no argument is: they are NULL,
// and the first is TG_ARGV[0] (manual, section 43.10.1).
var missingArgument = &Check{
	Code: "missing-argument", Severity: diag.Warning,
	Doc: "TG_ARGV counts from 0, and is NULL behind the last argument of the trigger. Nothing is said of a function that asks TG_NARGS " +
		"or whether the argument is NULL, nor, if another trigger passes the argument, of what a condition may keep from running.",
	Run: func(p *Pass) {
		var blocks []*ast.Block
		executed := map[*ast.Block][]body{}
		p.bodies(func(b body) {
			if executed[b.block] == nil {
				blocks = append(blocks, b.block)
			}
			executed[b.block] = append(executed[b.block], b)
		})
		for _, block := range blocks {
			if p.argumentLoops(block); countsArguments(block) {
				continue
			}
			told := map[[2]int]bool{}
			for _, use := range argumentUses(block) {
				if use.index < 0 || asksNull(block, use) {
					continue
				}
				passed := slices.ContainsFunc(executed[block], func(b body) bool { return use.index < len(b.Decl.FuncArgs) })
				for i, b := range executed[block] {
					n := len(b.Decl.FuncArgs)
					if use.index < n || passed && use.inside || told[[2]int{i, use.index}] {
						continue
					}
					told[[2]int{i, use.index}] = true
					d := diag.Diagnostic{
						Span: use.at, Help: "pass it, or ask TG_NARGS whether it is there",
						Related: []diag.Related{{Span: b.Decl.Name.Span, Message: "trigger declared here"}},
					}
					switch n {
					case 0:
						d.Message = fmt.Sprintf("trigger %q passes no arguments, so this is NULL", b.Name)
					case 1:
						d.Message = fmt.Sprintf("trigger %q passes one argument, TG_ARGV[0], so this is NULL", b.Name)
					default:
						d.Message = fmt.Sprintf("trigger %q passes %d arguments, TG_ARGV[0] to TG_ARGV[%d], so this is NULL", b.Name, n, n-1)
					}
					if n > 0 && use.index == n && !slices.ContainsFunc(argumentUses(block), func(o argumentUse) bool { return o.index == 0 }) {
						d.Help = fmt.Sprintf("write TG_ARGV[%d]: they are counted from 0", n-1)
					}
					p.Report(d)
				}
			}
		}
	},
}

// An argumentUse is an element of TG_ARGV that a body reads.
type argumentUse struct {
	at       source.Span
	index    int    // -1 if it is no number
	variable string // the variable that it is assigned to as it is, or ""
	inside   bool   // it stands in what a condition may keep from running, or in one
}

func argumentUses(block *ast.Block) (list []argumentUse) {
	var visit func(s ast.PLStmt, inside bool)
	add := func(sql *ast.SQL, inside bool, variable string) {
		if sql == nil || sql.Root == nil {
			return
		}
		ast.Walk(sql.Root, func(n ast.Node) bool {
			i, ok := argumentIndex(n)
			if !ok {
				return true
			}
			use := argumentUse{at: n.Span(), index: i, inside: inside}
			if uncast(sql.Root) == n {
				use.variable = variable
			}
			list = append(list, use)
			return false
		})
	}
	visit = func(s ast.PLStmt, inside bool) {
		switch s := s.(type) {
		case *ast.Block:
			for _, d := range s.Decls {
				add(d.Default, inside, d.Name.Name)
			}
		case *ast.Assign:
			name := ""
			if len(s.Target.Names) == 1 && len(s.Target.Steps) == 0 {
				name = s.Target.Names[0].Name
			}
			add(s.Value, inside, name)
		case *ast.If, *ast.CaseStmt, *ast.While:
			sql, _ := parts(s)
			for _, text := range sql {
				add(text, true, "")
			}
		default:
			sql, _ := parts(s)
			for _, text := range sql {
				add(text, inside, "")
			}
		}
		_, plain := s.(*ast.Block)
		for _, list := range ast.Nested(s) {
			for _, s := range list {
				visit(s, inside || !plain)
			}
		}
	}
	visit(block, false)
	return list
}

// argumentIndex returns the n of TG_ARGV[n], or -1 if that is no number.
func argumentIndex(n ast.Node) (index int, ok bool) {
	at, ok := n.(*ast.Other)
	if !ok || at.Tag != "A_Indirection" || len(at.Steps) != 1 || at.Steps[0].Slice || !namesArguments(at.Children[0]) {
		return 0, false
	}
	if k, ok := at.Steps[0].Upper.(*ast.Const); ok && k.Kind == ast.IntConst {
		if i, err := strconv.Atoi(k.Value); err == nil {
			return i, true
		}
	}
	return -1, true
}

// uncast returns what is cast.
func uncast(n ast.Node) ast.Node {
	for {
		c, ok := n.(*ast.Cast)
		if !ok {
			return n
		}
		n = c.Arg
	}
}

// countsArguments reports whether a body looks at how many arguments there are,
// or at all of them.
func countsArguments(block *ast.Block) bool {
	found := false
	ast.WalkStmt(block, func(s ast.PLStmt) {
		sql, _ := parts(s)
		for _, text := range sql {
			ast.Walk(text.Root, func(n ast.Node) bool {
				if _, ok := argumentIndex(n); ok {
					return false
				}
				ref, ok := n.(*ast.ColumnRef)
				found = found || ok && len(ref.Parts) == 1 && (ref.Parts[0].Name == "tg_nargs" || ref.Parts[0].Name == "tg_argv")
				return true
			})
		}
	})
	return found
}

// asksNull reports whether a body is written for an argument that is NULL: it
// tests that, or has something for its place.
func asksNull(block *ast.Block, use argumentUse) bool {
	same := func(n ast.Node) bool {
		n = uncast(n)
		if i, ok := argumentIndex(n); ok {
			return i == use.index
		}
		ref, ok := n.(*ast.ColumnRef)
		return ok && use.variable != "" && len(ref.Parts) == 1 && ref.Parts[0].Name == use.variable
	}
	found := false
	ast.WalkStmt(block, func(s ast.PLStmt) {
		sql, _ := parts(s)
		for _, text := range sql {
			ast.Walk(text.Root, func(n ast.Node) bool {
				switch n := n.(type) {
				case *ast.NullTest:
					found = found || same(n.Arg)
				case *ast.BoolTest:
					found = found || same(n.Arg)
				case *ast.List:
					found = found || n.Kind == ast.CoalesceList && slices.ContainsFunc(n.Args, same)
				case *ast.Call:
					found = found || (n.Func.Name == "concat" || n.Func.Name == "concat_ws" || n.Func.Name == "num_nulls" || n.Func.Name == "num_nonnulls") && slices.ContainsFunc(n.Args, same)
				case *ast.Op:
					found = found || (n.Kind == ast.DistinctOp || n.Kind == ast.NotDistinct) && (n.Left != nil && same(n.Left) || same(n.Right))
				}
				return !found
			})
		}
	})
	return found
}

// argumentLoops reports loops to TG_NARGS that read behind the last argument.
func (p *Pass) argumentLoops(block *ast.Block) {
	ast.WalkStmt(block, func(s ast.PLStmt) {
		loop, ok := s.(*ast.ForInteger)
		if !ok || loop.Reverse || loop.By != nil || loop.Lower == nil || loop.Upper == nil {
			return
		}
		from, isConst := loop.Lower.Root.(*ast.Const)
		to, isRef := loop.Upper.Root.(*ast.ColumnRef)
		if !isConst || !isRef || from.Value != "0" && from.Value != "1" || len(to.Parts) != 1 || to.Parts[0].Name != "tg_nargs" {
			return
		}
		reads, asks := false, false
		for _, list := range ast.Nested(loop) {
			for _, s := range list {
				ast.WalkStmt(s, func(s ast.PLStmt) {
					sql, _ := parts(s)
					for _, text := range sql {
						ast.Walk(text.Root, func(n ast.Node) bool {
							switch n := n.(type) {
							case *ast.NullTest:
								asks = true
							case *ast.Other:
								if i, ok := argumentIndex(n); ok && i < 0 {
									ref, ok := n.Steps[0].Upper.(*ast.ColumnRef)
									reads = reads || ok && len(ref.Parts) == 1 && ref.Parts[0].Name == loop.Var.Name
								}
							}
							return true
						})
					}
				})
			}
		}
		if !reads || asks {
			return
		}
		d := diag.Diagnostic{
			Span: loop.Upper.Span, Message: "the last argument is TG_ARGV[TG_NARGS - 1]: this reads NULL behind it",
			Help: "write 0 .. TG_NARGS - 1",
		}
		if from.Value == "1" {
			d.Message = "the arguments are TG_ARGV[0] to TG_ARGV[TG_NARGS - 1]: this leaves out the first, and reads NULL behind the last"
		}
		p.Report(d)
	})
}
