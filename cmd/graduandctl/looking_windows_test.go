package main

import "github.com/rogpeppe/go-internal/testscript"

// lock is for systems on which a test can keep a folder from being written.
func lock(ts *testscript.TestScript, _ bool, _ []string) {
	ts.Fatalf("nothing can be kept from being written here")
}
