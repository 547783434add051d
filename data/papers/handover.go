package papers

import (
	"io"
	"slices"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/reports"
)

func hasEnvelopes(c *campaign.Campaign) bool { return len(c.EnvelopeDocuments) > 0 }

// withEnvelope are those whose envelope has come to the school.
func (s *Source) withEnvelope(chosen []Graduate) (whom audience, err error) {
	for _, g := range chosen {
		if r := g.Current(); r.Fact(data.FactEnvelopeArrived, "") == nil || r.Refused() {
			whom.left = append(whom.left, Left{ID: g.ID, Name: g.FullName(), Reason: "no_envelope"})
			continue
		}
		whom.on = append(whom.on, g)
	}
	if len(whom.on) == 0 {
		return audience{}, nobodyNeeds(data.Term("document."+Envelopes), nil)
	}
	return whom, nil
}

// writeEnvelopes draws the register of the envelopes (UA-074).
func writeEnvelopes(s *Source, w io.Writer, _ Job, on []Graduate) error {
	h, err := s.Handover(cameOn(on), on)
	if err != nil {
		return err
	}
	return reports.HandoverPDF(w, h, s.writtenIn(), s.own())
}

// cameOn is the day on which all of the envelopes came, "" where they came on several.
func cameOn(on []Graduate) (day data.Date) {
	for i, g := range on {
		came := g.Current().Fact(data.FactEnvelopeArrived, "")
		if came == nil || i > 0 && came.On != day {
			return ""
		}
		day = came.On
	}
	return day
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
