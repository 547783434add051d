package papers

import (
	"io"
	"strconv"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/reports"
)

func hasCover(c *campaign.Campaign) bool { return c.Cover.Enabled && hasList(c) }

func writeCover(s *Source, w io.Writer, job Job, on []Graduate) error {
	date, err := s.outgoing(job, on)
	if err != nil {
		return err
	}
	letter := s.Cover(on, date, job.OutgoingNumber)
	return reports.Letters(w, []reports.Letter{letter}, s.Campaign.Language, s.own())
}

// Cover composes the letter that goes with the list of these graduates, whose kits it counts.
func (s *Source) Cover(on []Graduate, date data.Date, number string) reports.Letter {
	words := &s.Campaign.Cover
	letter := reports.Letter{Subject: words.Subject, Issued: true, Head: s.head(), School: s.School.Name, Address: s.School.Address,
		Date: date.Dotted(), Number: number, HeadTitle: s.School.HeadTitle, HeadName: s.School.HeadName}
	if centre := s.Campaign.Centre(s.School.Centre); centre != nil {
		letter.Addressee = centre.Addressee
	}
	for _, paragraph := range words.Body {
		letter.Body = append(letter.Body, s.counted(paragraph, len(on)))
	}
	for _, enclosed := range words.Encloses {
		letter.Enclosures = append(letter.Enclosures, s.counted(enclosed, len(on)))
	}
	if words.Register != "" && len(s.registered(on)) > 0 {
		letter.Enclosures = append(letter.Enclosures, words.Register)
	}
	return letter
}

// counted fills a sentence of the letter, which may tell the number of kits.
func (s *Source) counted(words string, kits int) string {
	return s.filled(words, func(string) string { return strconv.Itoa(kits) })
}
