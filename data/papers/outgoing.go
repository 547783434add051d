package papers

import (
	"io"
	"strings"

	"graduand/data"
	"graduand/reports"
)

// SentList is a list that has a day and a number of its own, and the package that it is in, nil for
// none yet.
type SentList struct {
	List    *data.List
	Package *data.Package
}

// writeOutgoing draws the register of what was sent (UA-118).
func writeOutgoing(s *Source, w io.Writer, _ Job, _ []Graduate) error {
	return reports.OutgoingPDF(w, s.Outgoing(s.sentLists()), s.writtenIn(), s.own())
}

// Outgoing composes the register. Lists without a day or a number are in it when they have them. Lists
// alone are there, as the source gives a day and a number to them alone (UA-118): a covering letter goes
// under those of its list, what graduates send themselves is no letter of the school, and the
// application of a withdrawal is the graduate's too (UA-108).
func (s *Source) Outgoing(sent []SentList) reports.Outgoing {
	o := reports.Outgoing{School: s.School.Name, Campaign: s.Campaign.Title, Made: s.Today.Dotted()}
	for _, of := range sent {
		if of.List.Outgoing() {
			o.Rows = append(o.Rows, s.outgoingRow(of))
		}
	}
	return o
}

func (s *Source) outgoingRow(of SentList) reports.OutgoingRow {
	l := of.List
	row := reports.OutgoingRow{Date: l.Final.Date.Dotted(), Number: l.Final.Number, Addressee: s.Campaign.Recipient(data.ToCentre, &s.School),
		What: data.Phrase{ID: "outgoing.list", Args: data.Args{"title": l.Title}}, Withdrawn: !l.Live(), People: l.Final.Rows}
	p := of.Package
	if p == nil {
		return row
	}
	row.Package = packageNumber(p)
	if p.Closed != nil {
		row.Kits = l.Final.Rows
	}
	if o := s.Campaign.PostalOperator(p.Operator); o != nil {
		row.Tracking = strings.TrimSpace(o.Title + " " + p.Tracking)
	}
	row.Sent = p.SentOn().Dotted()
	return row
}
