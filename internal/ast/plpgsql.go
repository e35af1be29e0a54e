package ast

import "github.com/trigc/trigc/internal/source"

// A PLStmt is a statement of PL/pgSQL. Its span goes from the first word, or
// the label, to the last token, without the semicolon.
type PLStmt interface {
	Span() source.Span
	plStmt()
}

type (
	// Block is [<<label>>] [DECLARE …] BEGIN … [EXCEPTION …] END [label]. A body
	// is one block.
	Block struct {
		Pos
		Options  []BodyOption // of a body: what stands above the block
		Label    Ident        // "" if there is none, here and elsewhere
		Decls    []*Declaration
		Stmts    []PLStmt
		Handlers []Handler
		EndLabel Ident
	}

	// Assign is target := expr or target = expr.
	Assign struct {
		Pos
		Target Variable
		Value  *SQL
	}

	// If is IF … THEN … ELSIF … ELSE … END IF.
	If struct {
		Pos
		Arms    []Arm
		HasElse bool
		Else    []PLStmt
	}

	// CaseStmt is CASE as a statement. Arg is nil without an operand.
	CaseStmt struct {
		Pos
		Arg     *SQL
		Arms    []Arm
		HasElse bool
		Else    []PLStmt
	}

	// Loop is LOOP … END LOOP.
	Loop struct {
		Pos
		Label Ident
		Body  []PLStmt
	}

	// While is WHILE … LOOP.
	While struct {
		Pos
		Label Ident
		Cond  *SQL
		Body  []PLStmt
	}

	// ForInteger is FOR i IN [REVERSE] a .. b [BY c] LOOP. The variable is the
	// loop's own.
	ForInteger struct {
		Pos
		Label        Ident
		Var          Ident
		Reverse      bool
		Lower, Upper *SQL
		By           *SQL
		Body         []PLStmt
	}

	// ForQuery is FOR r IN query LOOP.
	ForQuery struct {
		Pos
		Label   Ident
		Targets []Variable
		Query   *SQL
		Body    []PLStmt
	}

	// ForExecute is FOR r IN EXECUTE expr [USING …] LOOP.
	ForExecute struct {
		Pos
		Label   Ident
		Targets []Variable
		Text    *SQL
		Using   []*SQL
		Body    []PLStmt
	}

	// ForCursor is FOR r IN cursor [(args)] LOOP. The variable is a record of the
	// loop's own.
	ForCursor struct {
		Pos
		Label  Ident
		Var    Ident
		Cursor Variable
		Args   []CursorArg
		Body   []PLStmt
	}

	// Foreach is FOREACH x [SLICE n] IN ARRAY expr LOOP.
	Foreach struct {
		Pos
		Label   Ident
		Targets []Variable
		Slice   int
		Array   *SQL
		Body    []PLStmt
	}

	// Exit is EXIT and CONTINUE [label] [WHEN cond].
	Exit struct {
		Pos
		Continue bool
		Label    Ident
		When     *SQL
	}

	// Return is RETURN expr.
	Return struct {
		Pos
		Value *SQL
	}

	// Raise is RAISE. All is zero of a bare one.
	Raise struct {
		Pos
		Level     string // "EXCEPTION" …; "" if not written
		Format    *Text
		Params    []*SQL
		Condition Ident
		SQLState  *Text
		Options   []RaiseOption
	}

	// Assert is ASSERT cond [, message].
	Assert struct {
		Pos
		Cond, Message *SQL
	}

	// Perform is PERFORM query; its SQL begins behind the word.
	Perform struct {
		Pos
		Query *SQL
	}

	// ExecSQL is a statement of SQL, CALL and DO among them. The SQL is without
	// INTO.
	ExecSQL struct {
		Pos
		SQL  *SQL
		Into *Into
	}

	// Execute is EXECUTE expr [INTO …] [USING …].
	Execute struct {
		Pos
		Text  *SQL
		Into  *Into
		Using []*SQL
	}

	// GetDiagnostics is GET [CURRENT | STACKED] DIAGNOSTICS.
	GetDiagnostics struct {
		Pos
		Stacked bool
		Items   []DiagnosticsItem
	}

	// Open is OPEN of a cursor: with arguments, FOR query, or FOR EXECUTE.
	Open struct {
		Pos
		Cursor Variable
		Args   []CursorArg
		Scroll Tri
		Query  *SQL
		Text   *SQL // EXECUTE
		Using  []*SQL
	}

	// Fetch is FETCH and MOVE.
	Fetch struct {
		Pos
		Move      bool
		Direction string // "NEXT" …; "" if not written
		Count     *SQL
		Cursor    Variable
		Into      *Into // nil of MOVE
	}

	// Close is CLOSE cursor.
	Close struct {
		Pos
		Cursor Variable
	}

	// EndTransaction is COMMIT and ROLLBACK [AND [NO] CHAIN].
	EndTransaction struct {
		Pos
		Rollback, Chain bool
	}

	// NullStmt is NULL.
	NullStmt struct{ Pos }
)

// A BodyOption is #name value at the head of a body.
type BodyOption struct {
	Pos
	Name, Value Ident
}

// A Declaration is one of DECLARE: a variable, an ALIAS or a cursor.
type Declaration struct {
	Pos
	Name     Ident
	Constant bool
	Type     *VarType
	Collate  Name
	NotNull  bool
	Default  *SQL
	Alias    []Ident // ALIAS FOR: the name's parts
	Cursor   *CursorDecl
}

// A VarType is the type of a variable.
type VarType struct {
	Pos
	Of   TypeOf
	Name TypeName // of %TYPE and %ROWTYPE the name alone, with dots if it has parts
	Path []Ident  // of %TYPE and %ROWTYPE its parts
}

// TypeOf tells the forms of a variable's type apart.
type TypeOf int

// The forms.
const (
	PlainType  TypeOf = iota + 1
	ColumnType        // name%TYPE
	RowType           // name%ROWTYPE
)

// A CursorDecl is [[NO] SCROLL] CURSOR [(args)] FOR query.
type CursorDecl struct {
	Scroll Tri
	Args   []CursorParam
	Query  *SQL
}

// A CursorParam is a declared argument of a cursor.
type CursorParam struct {
	Name Ident
	Type *VarType
}

// A CursorArg is an argument for a cursor: [name :=] expr.
type CursorArg struct {
	Name  Ident
	Value *SQL
}

// A Handler is WHEN condition OR … THEN statements.
type Handler struct {
	Pos
	Conditions []Condition
	Stmts      []PLStmt
}

// A Condition is a condition's name or SQLSTATE 'code'.
type Condition struct {
	Name     Ident
	SQLState *Text
	States   []string // that it is of; none of OTHERS
}

// An Arm is a condition of IF or CASE and its statements.
type Arm struct {
	Pos
	Cond  *SQL
	Stmts []PLStmt
}

// A Variable is one that is assigned, or a cursor: a.b[i].c. Names are the
// words before the first subscript.
type Variable struct {
	Pos
	Names []Ident
	Steps []VariableStep // what follows
}

// A VariableStep is a field, a subscript or a slice behind the names.
type VariableStep struct {
	Field        Ident
	Star         bool
	Slice        bool
	Lower, Upper *SQL
}

// A RaiseOption is name = expr of RAISE … USING.
type RaiseOption struct {
	Name  Ident // folded
	Value *SQL
	// Unknown is set of an ERRCODE that is a constant and no condition; Help is
	// what may have been meant.
	Unknown bool
	Help    string
}

// Into is INTO [STRICT] targets.
type Into struct {
	Pos
	Strict  bool
	Targets []Variable
}

// A DiagnosticsItem is target = item.
type DiagnosticsItem struct {
	Target Variable
	Item   Ident // folded
}

func (*Block) plStmt()          {}
func (*Assign) plStmt()         {}
func (*If) plStmt()             {}
func (*CaseStmt) plStmt()       {}
func (*Loop) plStmt()           {}
func (*While) plStmt()          {}
func (*ForInteger) plStmt()     {}
func (*ForQuery) plStmt()       {}
func (*ForExecute) plStmt()     {}
func (*ForCursor) plStmt()      {}
func (*Foreach) plStmt()        {}
func (*Exit) plStmt()           {}
func (*Return) plStmt()         {}
func (*Raise) plStmt()          {}
func (*Assert) plStmt()         {}
func (*Perform) plStmt()        {}
func (*ExecSQL) plStmt()        {}
func (*Execute) plStmt()        {}
func (*GetDiagnostics) plStmt() {}
func (*Open) plStmt()           {}
func (*Fetch) plStmt()          {}
func (*Close) plStmt()          {}
func (*EndTransaction) plStmt() {}
func (*NullStmt) plStmt()       {}

// Nested returns the lists of statements in a statement.
func Nested(s PLStmt) [][]PLStmt {
	arms := func(list []Arm, rest []PLStmt) [][]PLStmt {
		var all [][]PLStmt
		for _, a := range list {
			all = append(all, a.Stmts)
		}
		return append(all, rest)
	}
	switch s := s.(type) {
	case *Block:
		all := [][]PLStmt{s.Stmts}
		for _, h := range s.Handlers {
			all = append(all, h.Stmts)
		}
		return all
	case *If:
		return arms(s.Arms, s.Else)
	case *CaseStmt:
		return arms(s.Arms, s.Else)
	case *Loop:
		return [][]PLStmt{s.Body}
	case *While:
		return [][]PLStmt{s.Body}
	case *ForInteger:
		return [][]PLStmt{s.Body}
	case *ForQuery:
		return [][]PLStmt{s.Body}
	case *ForExecute:
		return [][]PLStmt{s.Body}
	case *ForCursor:
		return [][]PLStmt{s.Body}
	case *Foreach:
		return [][]PLStmt{s.Body}
	}
	return nil
}

// WalkStmt calls f for s and all statements in it.
func WalkStmt(s PLStmt, f func(PLStmt)) {
	f(s)
	for _, list := range Nested(s) {
		for _, s := range list {
			WalkStmt(s, f)
		}
	}
}
