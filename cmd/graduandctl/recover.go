package main

import (
	"graduand/data/centre"
	"graduand/data/registrar"
)

// askCentre writes the request of who has lost every password (KG-007).
func (c *accountCommand) askCentre(s *session) error {
	if err := surplus(c.Words, 0); err != nil {
		return err
	}
	if c.Out == "" {
		return &registrar.Error{Code: "cli.no_out"}
	}
	entrance, err := registrar.LookAt(s.ctx, c.File)
	if err != nil {
		return err
	}
	s.campaignLanguage = entrance.Campaign.Language
	password, err := s.newPassword(c.NewPasswordFile)
	if err != nil {
		return err
	}
	a := registrar.Asking{Registry: c.File, Out: c.Out, Name: c.Name, Phone: c.Phone, Password: password}
	fingerprint, err := registrar.AskCentre(s.ctx, a, s.options())
	if err != nil {
		return err
	}
	s.note("recovery.asked", map[string]any{"file": c.Out, "fingerprint": fingerprint})
	_, err = s.stdout.Write([]byte(fingerprint + "\n"))
	return err
}

// answer opens the registry by what the centre says.
func (c *accountCommand) answer(s *session) (err error) {
	if err := surplus(c.Words, 1); err != nil {
		return err
	}
	if len(c.Words) == 0 {
		return &registrar.Error{Code: "cli.no_answer"}
	}
	entrance, err := registrar.LookAt(s.ctx, c.File)
	if err != nil {
		return err
	}
	s.campaignLanguage = entrance.Campaign.Language
	password, err := s.secret(c.NewPasswordFile, "GRADUAND_NEW_PASSWORD", "cli.ask_chosen_password")
	if err != nil {
		return err
	}
	if s.registrar, err = registrar.TakeAnswer(s.ctx, c.File, c.Words[0], password, s.options()); err != nil {
		return err
	}
	defer s.close(&err)
	s.tellFilled(s.registrar.Filled())
	s.note("recovery.let_in", nil)
	return nil
}

// messageKeys gives the school new keys for its messages, and prints their fingerprint.
func (c *doCommand) messageKeys(s *session) error {
	fingerprint, err := s.registrar.Exchange.TurnKeys(s.ctx)
	if err != nil {
		return err
	}
	if _, err := s.stdout.Write([]byte(fingerprint + "\n")); err != nil {
		return err
	}
	return s.noteKeys()
}

// noteKeys says what comes of new keys: the next message tells the centre, or they stand on the sheet.
func (s *session) noteKeys() error {
	state, err := s.registrar.Exchange.State()
	if err != nil {
		return err
	}
	id := "exchange.keys_new"
	if state.Next != "" {
		id = "exchange.keys_told"
	}
	s.note(id, nil)
	return nil
}

// adviseKeys says, when somebody was removed, that the keys of the messages can be turned.
func (s *session) adviseKeys() {
	if state, err := s.registrar.Exchange.State(); err == nil && state.Enrolled {
		s.note("cli.keys_advice", nil)
	}
}

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
