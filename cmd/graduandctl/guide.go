package main

import (
	"bytes"

	"graduand/data/guide"
	"graduand/data/registrar"
)

// guideCommand writes the user guide of a campaign, as the window opens it.
type guideCommand struct {
	Out      string `arg:"" help:"The HTML file."`
	Campaign string `required:"" help:"Id of a campaign of the program, or a campaign file."`
}

func (c guideCommand) Run(s *session) error {
	campaign, err := readCampaign(c.Campaign)
	if err != nil {
		return err
	}
	var page bytes.Buffer
	if err := guide.Write(&page, campaign, guide.LanguageFor(s.language(), campaign)); err != nil {
		return err
	}
	return registrar.SaveFile(c.Out, page.Bytes())
}
