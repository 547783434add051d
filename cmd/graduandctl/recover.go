package main

import "graduand/data/registrar"

// askCentre writes the request of who has lost every password (KG-007).
func (c *accountCommand) askCentre(s *session) error {
	if err := surplus(c.Words, 0); err != nil {
		return err
	}
	if c.Out == "" {
		return &registrar.Error{Code: "cli.no_out"}
	}
	if err := s.atDoor(c.File); err != nil {
		return err
	}
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
	if err := s.atDoor(c.File); err != nil {
		return err
	}
	password, err := s.ask(chosen(c.NewPasswordFile, "cli.ask_chosen_password"))
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
