package main

import (
	"encoding/json"
	"path/filepath"
	"strings"

	"graduand/data/registrar"
	"graduand/data/registrar/season"
)

// noLetterhead takes the letterhead away.
const noLetterhead = "none"

// shownLetterhead is the contract of «do letterhead» without a file.
type shownLetterhead struct {
	Lines    []string `json:"lines"`
	Image    bool     `json:"image"`
	WidthMM  float64  `json:"width_mm,omitempty"`
	HeightMM float64  `json:"height_mm,omitempty"`
}

// letterhead shows the letterhead as JSON, stores the one of a file, an image or a text of
// lines, or takes it away.
func (c *doCommand) letterhead(s *session) error {
	if len(c.Words) == 0 {
		l := s.registrar.Season.Letterhead()
		encoder := json.NewEncoder(s.stdout)
		encoder.SetEscapeHTML(false)
		return encoder.Encode(shownLetterhead{append([]string{}, l.Lines...), len(l.Image) > 0, l.Width, l.Height})
	}
	if c.Words[0] == noLetterhead {
		return s.registrar.Season.SetLetterheadText(s.ctx, "")
	}
	content, err := registrar.ReadFile(c.Words[0], registrar.MaximumAttachment)
	if err != nil {
		return err
	}
	if strings.EqualFold(filepath.Ext(c.Words[0]), ".txt") {
		lines, err := season.LetterheadText(content)
		if err != nil {
			return err
		}
		return s.registrar.Season.SetLetterheadText(s.ctx, lines)
	}
	return s.registrar.Season.SetLetterheadImage(s.ctx, content)
}
