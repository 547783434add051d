package papers

import (
	"io"
	"strings"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/reports"
)

// post is the capability of campaigns whose papers go by post.
const post = "post"

func hasLabels(c *campaign.Campaign) bool {
	return c.Has(post) && c.Labels.Across > 0 && len(c.Centres) > 0
}

func hasParcelLabel(c *campaign.Campaign) bool { return c.Has(post) && len(c.Centres) > 0 }
func hasEnvelope(c *campaign.Campaign) bool    { return hasParcelLabel(c) && c.Post.Envelope != "" }

// envelopeOf is the envelope of a campaign, the only paper of what is printed on it.
func envelopeOf(c *campaign.Campaign) []string { return []string{c.Post.Envelope} }

// fromSchool and toCentre are the two parties of what is posted. The error is print.no_addressee
// where the school has named no centre.
func (s *Source) fromSchool() reports.Address {
	a := s.address("post.from", s.School.Name, s.School.Address)
	a.Short = s.School.ShortName
	return a
}

func (s *Source) toCentre() (reports.Address, error) {
	centre := s.Campaign.Centre(s.School.Centre)
	if centre == nil {
		return reports.Address{}, data.Fail("print.no_addressee", nil)
	}
	return s.address("post.to", centre.Title, centre.Address), nil
}

func (s *Source) address(caption, name, written string) reports.Address {
	parted := s.Campaign.AddressOf(written)
	return reports.Address{Caption: s.say(caption, nil), Name: name, Lines: parted.Lines, Index: parted.Index, Digits: s.Campaign.Post.IndexDigits}
}

// labelSheet is the campaign's sheet of labels, moved as a job asks.
func (s *Source) labelSheet(job Job) reports.LabelSheet {
	sheet := reports.LabelSheet(s.Campaign.Labels)
	sheet.Left, sheet.Top = sheet.Left+job.Offset.Right, sheet.Top+job.Offset.Down
	return sheet
}

// writeLabels fills the upper half of a sheet with the centre's address and the lower half with
// the school's: each envelope needs one of both.
func writeLabels(s *Source, w io.Writer, job Job, _ []Graduate) error {
	to, err := s.toCentre()
	if err != nil {
		return err
	}
	labels := reports.AddressLabels{Sheet: s.labelSheet(job)}
	for i := range labels.Sheet.Places() {
		if i < (labels.Sheet.Down+1)/2*labels.Sheet.Across {
			labels.Labels = append(labels.Labels, to)
		} else {
			labels.Labels = append(labels.Labels, s.fromSchool())
		}
	}
	return reports.AddressLabelSheet(w, labels, s.Campaign.Language, s.own())
}

func writeParcelLabel(s *Source, w io.Writer, job Job, _ []Graduate) error {
	width, height := reports.LabelSize(job.Paper)
	return s.writeFace(w, ParcelLabel, width, height)
}

func writeEnvelope(s *Source, w io.Writer, _ Job, _ []Graduate) error {
	width, height := reports.EnvelopeSize(s.Campaign.Post.Envelope)
	return s.writeFace(w, Envelope, width, height)
}

// writeFace draws the face of an envelope, or a label that is stuck onto one.
func (s *Source) writeFace(w io.Writer, document string, width, height float64) error {
	to, err := s.toCentre()
	if err != nil {
		return err
	}
	face := reports.Envelope{Document: document, Width: width, Height: height, From: s.fromSchool(), To: to}
	return reports.Envelopes(w, face, s.Campaign.Language, s.own())
}

// postNotes say what is lacking in the addresses, or is not confirmed.
func (s *Source) postNotes() []data.Phrase {
	var notes []data.Phrase
	note := func(id string, holds bool) {
		if holds {
			notes = append(notes, data.Phrase{ID: id})
		}
	}
	centre := s.Campaign.Centre(s.School.Centre)
	note("print.no_centre_address", centre != nil && strings.TrimSpace(centre.Address) == "")
	note("print.doubted_centre_address", centre != nil && centre.Address != "" && !s.Campaign.Confirmed("centre.address"))
	from := s.Campaign.AddressOf(s.School.Address)
	note("print.no_school_address", len(from.Lines) == 0)
	note("print.no_school_index", len(from.Lines) > 0 && from.Index == "" && s.Campaign.Post.IndexDigits > 0)
	return notes
}
