package main

import (
	"fmt"

	"graduand/data/registrar"
)

// declineCommand prints one line, the genitive; what else may be said of it goes to standard
// error.
type declineCommand struct {
	Sex        string `required:"" help:"m or f." enum:"m,f"`
	Surname    string `arg:"" help:"Surname, in the nominative."`
	Given      string `arg:"" optional:"" help:"Given name."`
	Patronymic string `arg:"" optional:"" help:"Patronymic."`
}

func (c *declineCommand) Run(s *session) error {
	form, err := registrar.Decline(c.Sex, c.Surname, c.Given, c.Patronymic)
	if err != nil {
		return err
	}
	if !form.Known {
		s.note("genitive.unknown", map[string]any{"name": form.Text})
	}
	for _, other := range form.Others {
		s.note("genitive.also", map[string]any{"name": other})
	}
	_, err = fmt.Fprintln(s.stdout, form.Text)
	return err
}
