package main

import (
	"fmt"
	"path/filepath"
	"strings"

	"graduand/data/registrar"
	"graduand/data/registrar/season"
)

// takeHome writes one graduate's form to a file for a stick.
func (c *doCommand) takeHome(s *session) error {
	if len(c.Words) != 1 || c.Out == "" {
		return &registrar.Error{Code: "cli.no_home"}
	}
	if err := s.registrar.Access.TakeHome(s.ctx, c.Words[0], c.Out); err != nil {
		return err
	}
	s.note("home.made", map[string]any{"file": c.Out})
	return nil
}

// takeIn shows what a graduate has filled in at home, and takes it over.
func (c *doCommand) takeIn(s *session) error {
	if len(c.Words) != 1 {
		return &registrar.Error{Code: "cli.no_home"}
	}
	home, err := s.registrar.Access.ReadHome(s.ctx, c.Words[0])
	if err != nil {
		return err
	}
	filled := home.Filled
	if !c.DryRun {
		var anyway []string
		if c.Anyway {
			for _, change := range filled.Refused {
				anyway = append(anyway, change.Field)
			}
		}
		if filled, err = s.registrar.Access.TakeIn(s.ctx, home, anyway); err != nil {
			return err
		}
	}
	if err := s.shows(c.Action, []string{filled.Graduate}, false); err != nil {
		return err
	}
	for _, change := range filled.Changes {
		fmt.Fprintln(s.stdout, s.change(change))
	}
	s.tellFilled([]registrar.Filled{filled})
	if c.DryRun {
		s.note("cli.dry_run", nil)
	}
	if len(filled.Refused) > 0 {
		return errFindings
	}
	return nil
}

// dropUnread throws away what graduates have filled in and could not be read; without an id
// what belongs to nobody.
func (c *doCommand) dropUnread(s *session) (err error) {
	words := c.Words
	if len(words) == 0 {
		words = []string{""}
	}
	for _, id := range words {
		if err = s.registrar.Form.DropUnread(s.ctx, id); err != nil {
			break
		}
	}
	s.tellDone(err)
	return err
}

func (c *doCommand) closeCampaign(s *session) error {
	unfinished, err := s.registrar.Season.Unfinished()
	if err != nil {
		return err
	}
	ids, names := unfinished.Said()
	for i, id := range ids {
		s.note(id, map[string]any{"count": len(names[i])})
	}
	backup, err := s.registrar.Season.Close(s.ctx)
	if err != nil {
		return err
	}
	s.note("season.closed", map[string]any{"file": backup})
	return nil
}

func (c *doCommand) reopen(s *session) error {
	err := s.registrar.Season.Reopen(s.ctx)
	s.tellDone(err)
	return err
}

func (c *doCommand) move(s *session) error {
	if c.Out == "" {
		return &registrar.Error{Code: "cli.no_out"}
	}
	if err := s.registrar.Season.Move(s.ctx, c.Out); err != nil {
		return err
	}
	s.note("season.moved", map[string]any{"file": c.Out})
	return nil
}

// nextYear begins a registry of the next campaign, and says what went over to it.
func (c *doCommand) nextYear(s *session) error {
	if len(c.Words) == 0 {
		return &registrar.Error{Code: "cli.no_out"}
	}
	s.noteCopies()
	campaign, err := c.nextCampaign(s)
	if err != nil {
		return err
	}
	next, err := s.registrar.Season.BeginNextYear(s.ctx, c.Words[0], campaign)
	if err != nil {
		return err
	}
	for _, sentence := range season.ToldOfNextYear(next) {
		s.note(sentence.ID, sentence.Args)
	}
	return nil
}

// nextCampaign is the one that was named, else the one that follows.
func (c *doCommand) nextCampaign(s *session) (*registrar.CampaignFile, error) {
	if c.Campaign != "" {
		return readCampaign(c.Campaign)
	}
	all, err := s.registrar.Season.NextCampaigns()
	if err != nil {
		return nil, err
	}
	return all[0], nil
}

// forgetLastYear takes away what is known of last year's portraits.
func (c *doCommand) forgetLastYear(s *session) error {
	count, err := s.registrar.Season.ForgetLastYear(s.ctx)
	if err != nil {
		return err
	}
	s.note("season.forgotten", map[string]any{"looks": count})
	return nil
}

// erase destroys personal data and writes the certificate of it. Whom it is about must
// be said: nobody erases a campaign by forgetting a word.
func (c *doCommand) erase(s *session) error {
	switch {
	case (len(c.Words) == 0) != c.All:
		return &registrar.Error{Code: "cli.erase_whom"}
	case !strings.HasSuffix(strings.ToLower(c.Out), ".pdf"):
		return &registrar.Error{Code: "cli.no_certificate"}
	}
	erase := s.registrar.Season.EraseWithCertificate
	if c.Images {
		erase = s.registrar.Season.EraseImagesWithCertificate
	} else if err := c.refuseHeld(s); err != nil {
		return err
	}
	done, err := erase(s.ctx, c.Words, c.Reason, c.Out)
	if err != nil {
		return err
	}
	s.note("erase.done", map[string]any{"count": done.Persons, "file": c.Out})
	return nil
}

// refuseHeld names what stays on signed paper of those who are to be erased, and goes no further unless that is meant.
func (c *doCommand) refuseHeld(s *session) error {
	held, err := s.registrar.Season.Held(c.Words)
	if err != nil || len(held) == 0 {
		return err
	}
	for _, sentence := range held {
		s.note(sentence.ID, sentence.Args)
	}
	if c.Anyway {
		return nil
	}
	return &registrar.Error{Code: "cli.erase_held"}
}

// attach puts a picture into a field of the form that takes files.
func (c *doCommand) attach(s *session) error {
	if len(c.Words) != 2 {
		return &registrar.Error{Code: "cli.no_attachment"}
	}
	values, err := assignments(c.Words[1:])
	if err != nil {
		return err
	}
	content, err := registrar.ReadFile(values[0].Value, registrar.MaximumAttachment)
	if err != nil {
		return err
	}
	if err := s.registrar.Form.Attach(s.ctx, c.Words[0], values[0].Field, filepath.Base(values[0].Value), content); err != nil {
		return err
	}
	values[0].Field, _, _ = strings.Cut(values[0].Field, ":")
	return s.hint(c.Words[0], []string{values[0].Field})
}

// saveFile writes the untouched original of an attached file.
func (c *doCommand) saveFile(s *session) error {
	if len(c.Words) != 2 || c.Out == "" {
		return &registrar.Error{Code: "cli.no_attachment"}
	}
	return s.registrar.Form.SaveAttachment(s.ctx, c.Words[0], c.Words[1], c.Out)
}

// workCopy makes a registry to work in of one that cannot be written.
func (c *doCommand) workCopy(s *session) error {
	if len(c.Words) == 0 {
		return &registrar.Error{Code: "cli.no_out"}
	}
	ills, err := s.registrar.WorkCopy(s.ctx, c.Words[0])
	if err != nil {
		return err
	}
	s.note("looking.copied", map[string]any{"file": c.Words[0]})
	s.note("looking.copy_follows", nil)
	if len(ills) > 0 {
		s.note("backup.with_ills", nil)
	}
	return nil
}
