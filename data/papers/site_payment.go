package papers

import (
	"strconv"

	"graduand/data"
	"graduand/data/campaign"
)

// sitePayments is the page of the receipts that count, each with its type, sum, number and
// picture: the centre's site asks for them as for the rest. It has no rows where there is none.
func (s *Source) sitePayments(g *data.Graduate) SitePage {
	page := SitePage{Title: s.say("site.payments", nil)}
	for _, p := range g.Current().Payments {
		if p.Cancelled == nil {
			page.Rows = append(page.Rows, s.receiptRows(g, p)...)
		}
	}
	return page
}

func (s *Source) receiptRows(g *data.Graduate, p data.Payment) []SiteRow {
	field := data.PaymentField(p.ID)
	row := func(title string, value any) SiteRow {
		return SiteRow{Field: field, Title: data.Term(title), Value: value}
	}
	kind := any(p.Type)
	if t := s.Campaign.PaymentType(p.Type); t != nil {
		kind = t.Title
	}
	rows := []SiteRow{row("site.payment_type", kind), row("site.payment_amount", strconv.Itoa(p.Amount)), row("site.payment_number", p.Number)}
	if p.File != "" {
		file := row("site.payment_picture", s.OriginalName(g, campaign.Attached{Field: field, ID: p.File}))
		file.Picture = true
		rows = append(rows, file)
	}
	return rows
}
