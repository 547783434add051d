package main

import (
	"io"

	"graduand/assets"
)

// licencesCommand prints what whoever passes the program on has to pass on with it.
type licencesCommand struct{}

func (licencesCommand) Run(s *session) error {
	_, err := io.WriteString(s.stdout, assets.AllNotices)
	return err
}
