package papers

import (
	"io"

	"graduand/data/campaign"
	"graduand/reports"
)

func hasNotice(c *campaign.Campaign) bool { return c.Notice.Title != "" && c.PrivacyNote != "" }

// blankNotices are as many as stand on a page without a name.
const blankNotices = 2

// writeNotices tells each of them what the source says of personal data; nobody is a page of blank
// ones.
func writeNotices(s *Source, w io.Writer, _ Job, on []Graduate) error {
	c := s.Campaign
	blank := reports.Notice{Campaign: c.Title, School: s.School.Name, Title: c.Notice.Title, Words: c.PrivacyNote, Source: c.Notice.Source, Acknowledged: c.Notice.Acknowledged}
	var all []reports.Notice
	for _, g := range on {
		n := blank
		n.Name, n.Class = g.FullName(), s.place(g.Graduate)
		all = append(all, n)
	}
	for range blankNotices {
		if len(on) == 0 {
			all = append(all, blank)
		}
	}
	return reports.Notices(w, all, c.Language, s.own())
}
