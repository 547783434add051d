package main

import (
	"fmt"

	"github.com/rogpeppe/go-internal/testscript"

	"graduand/data/drivetest"
)

// lock FOLDER keeps a folder from being written until the script has ended.
func lock(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: lock FOLDER")
	}
	drivetest.Lock(scripted{ts}, ts.MkAbs(args[0]))
}

// scripted is a script as a test.
type scripted struct{ *testscript.TestScript }

func (scripted) Helper()                            {}
func (s scripted) Cleanup(f func())                 { s.Defer(f) }
func (s scripted) Error(args ...any)                { s.Fatal(args...) }
func (s scripted) Fatal(args ...any)                { s.Fatalf("%s", fmt.Sprint(args...)) }
func (s scripted) Skipf(format string, args ...any) { s.Fatalf(format, args...) }
