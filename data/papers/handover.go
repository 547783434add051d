package papers

import (
	"io"
	"slices"

	"graduand/data"
	"graduand/reports"
)

// WriteHandover draws the register of the envelopes of these graduates, which came on a day, "" for
// none that is known (UA-074).
func (s *Source) WriteHandover(w io.Writer, received data.Date, on []Graduate) error {
	h, err := s.Handover(received, on)
	if err != nil {
		return err
	}
	return s.stamp(w, handover, s.writtenIn(), func(w io.Writer) error {
		return reports.HandoverPDF(w, h, s.writtenIn(), s.own())
	})
}

// Handover composes the register: what has to be in each envelope, and what was ticked off in those
// that were handed over.
func (s *Source) Handover(received data.Date, on []Graduate) (reports.Handover, error) {
	h := reports.Handover{School: s.School.Name, Campaign: s.Campaign.Title, Received: received.Dotted()}
	for _, g := range on {
		row, err := s.handoverRow(g.Graduate)
		if err != nil {
			return h, err
		}
		h.Rows = append(h.Rows, row)
	}
	return h, nil
}

func (s *Source) handoverRow(g *data.Graduate) (reports.HandoverRow, error) {
	r := g.Current()
	row := reports.HandoverRow{Name: s.titleName(g), Class: g.Class, Number: r.CardNumber}
	var ticked []string
	if handed := r.Fact(data.FactEnvelopeHanded, ""); handed != nil {
		row.On, ticked = handed.On.Dotted(), data.SplitList(handed.Seen)
	}
	inside, err := s.Campaign.Envelope(s.person(g), r.Refused())
	for _, d := range inside {
		item := reports.HandoverItem{Title: d.Title, Ticked: slices.Contains(ticked, d.Code)}
		if d.Numbered && r.Answer != nil {
			item.Number = r.Answer.Certificate
		}
		row.Contents = append(row.Contents, item)
	}
	return row, err
}
