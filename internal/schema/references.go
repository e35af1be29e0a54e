package schema

import (
	"github.com/trigc/trigc/internal/ast"
)

// A Reference is a foreign key seen from the table it refers to.
type Reference struct {
	Table      *Relation
	Constraint *Constraint
}

// ReferencedBy returns the foreign keys that refer to a relation, by the
// schema and name of their tables.
func (db *DB) ReferencedBy(rel *Relation) []Reference {
	db.references.Do(func() {
		db.referencedBy = map[*Relation][]Reference{}
		for _, r := range db.Relations() {
			for _, c := range r.Constraints {
				if c.Kind == ast.ForeignKey && c.Ref != nil {
					db.referencedBy[c.Ref] = append(db.referencedBy[c.Ref], Reference{r, c})
				}
			}
		}
	})
	return db.referencedBy[rel]
}
