package main

import "graduand/data/registrar"

// tellLooking says that the registry cannot be written, and why; and then of everything that leaves the
// program that the history does not have it.
func (s *session) tellLooking() {
	how := s.registrar.Looking()
	if how == nil {
		return
	}
	s.note("looking.opened", map[string]any{"why": s.say("looking."+string(how.Why), nil)})
	if how.Log {
		s.note("looking.log", map[string]any{"time": s.clock(how.At)})
	}
	s.registrar.Listen(func(signal registrar.Signal) {
		if signal == registrar.NotNoted {
			s.note("looking.not_noted", nil)
		}
	})
}

// refuseLooking refuses what changes something before more is asked for.
func (s *session) refuseLooking() error { return registrar.RefuseLooking(s.registrar.Looking()) }

// atDoor looks at the door of a registry that somebody is to be let in to who has no password: where
// nothing can be written that cannot be done.
func (s *session) atDoor(file string) error {
	entrance, err := registrar.LookAt(s.ctx, file)
	if err != nil {
		return err
	}
	s.campaignLanguage = entrance.Campaign.Language
	return registrar.RefuseLooking(entrance.Looking)
}
