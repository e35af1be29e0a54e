package main

import (
	"slices"

	"github.com/trigc/trigc/analyzer/lint"
)

// rules returns the rules that a configuration can name.
func rules() []string {
	list := slices.Clone(compilerRules)
	for _, c := range lint.All {
		list = append(list, string(c.Code))
	}
	return list
}

// compilerRules are the codes of the other findings. Of a code that is an error
// the severity is fixed, which is said when it is found.
var compilerRules = []string{}
