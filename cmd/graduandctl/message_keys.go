package main

// messageKeys gives the school new keys for its messages, and prints their fingerprint.
func (s *session) messageKeys() error {
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
