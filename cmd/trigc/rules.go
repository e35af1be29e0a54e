package main

import (
	_ "embed"
	"slices"
	"strings"

	"github.com/trigc/trigc/analyzer/lint"
)

// codes are the codes of all findings that no lint makes, one a line. The
// test of this file keeps it up to date.
//
//go:embed codes.txt
var codes string

// ruleNames returns the rules that a configuration can name. Of those that are
// errors the severity is fixed, which is said when one is broken.
func ruleNames() []string {
	list := strings.Fields(codes)
	for _, c := range lint.All {
		list = append(list, string(c.Code))
	}
	slices.Sort(list)
	return list
}
