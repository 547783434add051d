package main

import (
	"cmp"
	"fmt"

	"graduand/data/registrar"
)

// filesCommand needs no registry: it is about the program on this PC.
type filesCommand struct {
	Folder string `type:"path" help:"The program's folder (default: the user's)." placeholder:"DIR"`
	JSON   bool   `help:"One JSON object a place."`
}

func (c *filesCommand) Run(s *session) error {
	own, err := registrar.OwnFolder()
	if err != nil {
		return err
	}
	for _, p := range registrar.OwnPlaces(cmp.Or(c.Folder, own)) {
		if c.JSON {
			if err := s.line(p); err != nil {
				return err
			}
			continue
		}
		note := ""
		if !p.There {
			note = "\t" + s.say("files.absent", nil)
		}
		fmt.Fprintf(s.stdout, "%s\t%s%s\n", s.say("files."+p.Code, nil), p.Path, note)
	}
	return nil
}
