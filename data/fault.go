package data

import (
	"fmt"
	"regexp"
	"runtime"
)

// Fault says what a panic was and where, for a log: fault is what recover gave, stack what debug.Stack
// gives. Whatever else a panic says may be the words of a person, and the arguments on a stack the bytes
// of a key, so that they stay out; what Go says itself has numbers and types alone.
func Fault(fault any, stack []byte) string {
	words := fmt.Sprintf("%T", fault)
	if err, of := fault.(runtime.Error); of {
		words = err.Error()
	}
	return words + "\n" + string(arguments.ReplaceAll(stack, []byte("(…)")))
}

// arguments are those of a call on a stack, and how far into it that was.
var arguments = regexp.MustCompile(`(?m)\([^()*]*\)$`)
