package main

import (
	"fmt"

	"graduand/data/registrar"
	"graduand/data/registrar/season"
)

// campaignFile says what a newer edition of the campaign changes, and puts it in the place of the
// rules; with --dry-run it only says.
func (c *doCommand) campaignFile(s *session) error {
	if len(c.Words) == 0 {
		return &registrar.Error{Code: "cli.no_campaign_file"}
	}
	source, err := registrar.ReadFile(c.Words[0], registrar.MaximumCampaign)
	if err != nil {
		return err
	}
	renewal, err := s.registrar.Season.LookAtCampaign(source)
	if err != nil {
		return err
	}
	s.tellRenewal(&renewal)
	if c.DryRun {
		s.note("cli.dry_run", nil)
		return nil
	}
	if err := s.registrar.Season.RenewCampaign(s.ctx, source); err != nil {
		return err
	}
	s.note("campaign_change.done", map[string]any{"revision": renewal.After})
	return nil
}

// tellRenewal says what a newer edition of the campaign changes.
func (s *session) tellRenewal(renewal *season.Renewal) {
	for _, sentence := range season.ToldOfRenewal(renewal) {
		fmt.Fprintln(s.stdout, s.say(sentence.ID, sentence.Args))
	}
}
