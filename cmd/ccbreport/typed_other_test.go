//go:build !linux

package main

import "github.com/rogpeppe/go-internal/testscript"

// typed needs a terminal that a test can make; scripts skip before they call it.
func typed(ts *testscript.TestScript, _ bool, _ []string) {
	ts.Fatalf("only Linux gives a test a terminal")
}
