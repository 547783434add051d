package main

import (
	"graduand/data/centre"
	"graduand/data/registrar"
)

type centreRecoverCommand struct {
	centreFlags
	Request     string `arg:"" help:"The request that the school has sent."`
	Fingerprint string `required:"" help:"What the responsible has told by voice, with dashes or without."`
	Identity    string `help:"The file of the recovery key, where it is kept elsewhere than in DIR." placeholder:"KEY"`
	Out         string `short:"o" required:"" help:"Where the answer is written." placeholder:"ANSWER"`
}

func (c *centreRecoverCommand) Run(s *session) error {
	return c.with(s, func(open *centre.Centre) error {
		given, err := open.Recover(s.ctx, centre.Recovering{Request: c.Request, Out: c.Out, Fingerprint: c.Fingerprint, Identity: c.Identity})
		if err == nil {
			s.note("centre.gave_back", map[string]any{"school": given.School, "name": given.Name, "phone": registrar.FormatPhone(given.Phone), "file": c.Out})
		}
		return err
	})
}
