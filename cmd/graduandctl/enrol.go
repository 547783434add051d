package main

import (
	"errors"

	"graduand/data/registrar"
)

// enrolmentFlags name the message by which a centre opens a school's work (KG-005).
type enrolmentFlags struct {
	Enrolment string `help:"Instead of campaign, school and name: the message with which the centre opens the school's work." placeholder:"MESSAGE"`
	// Code is worth nothing without the message, and nothing once the school has its own password.
	Code            string `help:"The code that the centre has told by phone (or GRADUAND_CODE, or the prompt)."`
	NewPasswordFile string `help:"Enrolment: file with the own password in the place of the first one (or GRADUAND_NEW_PASSWORD)." placeholder:"FILE"`
}

// enrol makes the registry of an invited school. Without an own password it has the first one of the
// message, which is to be replaced before anything else.
func (c *newCommand) enrol(s *session) (err error) {
	code := c.Code
	if code == "" {
		if code, err = s.ask(voiced("", "--code", "cli.ask_code")); err != nil {
			return err
		}
	}
	invitation, err := registrar.OpenInvitation(c.Enrolment, code)
	if err != nil {
		return err
	}
	s.campaignLanguage = invitation.Campaign.Language
	s.tellInvitation(invitation)
	password, err := s.newPassword(c.NewPasswordFile)
	if registrar.CodeOf(err) == "cli.no_password" {
		password, err = "", nil
	}
	if err != nil {
		return err
	}
	if c.Out != "" {
		if err := errors.Join(tryPlace(c.Out), needed(password)); err != nil {
			return err
		}
	}
	if s.registrar, err = registrar.Found(s.ctx, invitation, registrar.Founding{Path: c.File, Password: password}, s.options()); err != nil {
		return err
	}
	defer s.close(&err)
	s.note("cli.made", map[string]any{"file": c.File, "campaign": invitation.Campaign.ShortTitle})
	if password == "" {
		s.note("cli.first_password", map[string]any{"file": c.File})
		return nil
	}
	return c.paper(s)
}

// needed refuses to make the paper key for who has the first password alone.
func needed(password string) error {
	if password == "" {
		return chosen("", "").lacks()
	}
	return nil
}

// tellInvitation says whom the centre has enrolled, and by which keys it is known.
func (s *session) tellInvitation(i *registrar.Invitation) {
	s.note("exchange.invited", map[string]any{"school": i.School.Name, "code": i.Code, "name": i.Name, "phone": registrar.FormatPhone(i.Phone), "fingerprint": i.Centre})
}
