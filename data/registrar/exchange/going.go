package exchange

import (
	"slices"

	"graduand/data/campaign"
	"graduand/data/exchange"
)

// Going is a photo or scan that goes along with a record: the field that it is of, and its octets.
type Going struct {
	Field  string
	Octets int64
}

// going are the files of somebody that were not sent before, in the order of the record.
func (s *sending) going() (all []Going) {
	for _, f := range s.files {
		going := Going{Octets: f.octets}
		if at := slices.IndexFunc(s.record.Documents, func(d exchange.Document) bool { return d.SHA256 == f.sha256 }); at >= 0 {
			going.Field = campaign.PlaceOf(s.record.Documents[at].Place).Field
		}
		all = append(all, going)
	}
	return all
}
