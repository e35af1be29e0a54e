// Package e2e holds the tests that need all of trigc and a real Postgres: it
// has no code of its own and may import everything.
//
//   - TestCases proves on the server what testdata/cases claims of Postgres.
//   - TestBehave compiles the archives of testdata/behave, installs what came
//     out, and runs the steps; see behave_test.go for their form.
//   - TestShop loads the schema of testdata/shop as plain SQL.
package e2e
