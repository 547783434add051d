package main

import (
	"context"
	"errors"
	"fmt"

	"graduand/data/registrar"
)

// Exit codes of the contract.
const (
	exitDone     = 0
	exitFindings = 1
	exitRefused  = 2
	exitFault    = 3
)

// errFindings says that the work is done and that there is something to look at.
var errFindings = errors.New("done with findings")

// finish tells how the command ended and gives the exit code.
func (s *session) finish(err error) int {
	var refused *registrar.Error
	switch {
	case err == nil:
		return exitDone
	case errors.As(err, &refused):
		fmt.Fprintln(s.stderr, "graduandctl: "+s.say(refused.Code, refused.Args))
		return exitRefused
	case errors.Is(err, errFindings):
		return exitFindings
	case errors.Is(err, context.Canceled):
		s.note("cli.cancelled", nil)
		return exitRefused
	}
	fmt.Fprintf(s.stderr, "graduandctl: %s\n%v\n", s.say("cli.fault", nil), err)
	return exitFault
}
