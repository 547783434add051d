package printing

import "slices"

// kept is what was chosen and typed: the registry knows nothing of it.
type kept struct {
	document     string
	chosen       audience
	only         []string
	final        bool
	date, number string
}

// Keep is the choice beside the preview.
func (s *Screen) Keep() any {
	return kept{s.job().Document, s.chosen, s.only, s.final.Checked, s.date.Text, s.number.Text}
}

// GiveBack puts the choice back; the document is made when the screen is shown.
func (s *Screen) GiveBack(was any) {
	k := was.(kept)
	s.chosen, s.only = k.chosen, k.only
	s.final.Checked, s.date.Text, s.number.Text = k.final, k.date, k.number
	if at := slices.Index(s.documents, k.document); at >= 0 {
		s.document.Selected = s.document.Options[at]
	}
	s.offerFormats()
}
