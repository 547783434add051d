package papers

import (
	"io"
	"strconv"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/reports"
)

func hasGrouped(c *campaign.Campaign) bool { return hasPackages(c) && c.GroupedOf("") != nil }

// writeGrouped draws the form with which a package is handed in at the post (F-09).
func writeGrouped(s *Source, w io.Writer, job Job, on []Graduate) error {
	p, err := s.parcel(job, on)
	if err != nil {
		return err
	}
	g, err := s.Grouped(p)
	if err != nil {
		return err
	}
	return reports.GroupedPDF(w, g, s.Campaign.Language, s.own())
}

// carrier is what an operator is called, for data/text to word: one that the campaign has no more by its
// code.
func (s *Source) carrier(operator string) any {
	if o := s.Campaign.PostalOperator(operator); o != nil {
		return o.Wording()
	}
	return operator
}

// groupedNotes say what there is to mend in it, and that no source confirms its words.
func (s *Source) groupedNotes() []data.Phrase {
	notes := s.postNotes()
	if !s.Campaign.Confirmed("postal_operator.grouped") {
		notes = append(notes, data.Phrase{ID: "print.doubted_grouped"})
	}
	return notes
}

// Grouped composes the post's form 103 for a package: a row for each envelope that its kits fill. Its
// number is the package's. What the post weighs, reckons and stamps stays empty, and of several
// envelopes their numbers too, as the package has one. The errors are print.no_grouped where another
// carries it, and print.no_addressee.
func (s *Source) Grouped(p Parcel) (reports.GroupedList, error) {
	o := s.Campaign.GroupedOf(p.Package.Operator)
	if o == nil {
		return reports.GroupedList{}, data.Fail("print.no_grouped", data.Args{"value": s.carrier(p.Package.Operator)})
	}
	to, err := s.toCentre()
	if err != nil {
		return reports.GroupedList{}, err
	}
	g := reports.GroupedList{Words: reports.GroupedWords(*o.Grouped), Number: strconv.Itoa(p.Package.Number), Sender: s.School.Name}
	if item := o.Item(p.Package.Item); item != nil {
		g.Kind = item.Title
	}
	row := reports.GroupedRow{Whom: to.Name}
	if centre := s.Campaign.Centre(s.School.Centre); centre != nil {
		row.Where, row.Phone = centre.Address, centre.Phone
	}
	if len(p.Envelopes) < 2 {
		row.Tracking = p.Package.Tracking
	}
	for range max(1, len(p.Envelopes)) {
		g.Rows = append(g.Rows, row)
	}
	return g, nil
}
