package papers

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/reports"
)

func hasPayments(c *campaign.Campaign) bool { return c.Has(payments) }

func writePayments(s *Source, w io.Writer, job Job, on []Graduate) error {
	list := s.PaymentList(on)
	if job.Format == FormatExcel {
		return reports.PaymentsXLSX(w, list, s.writtenIn(), s.own())
	}
	return reports.PaymentsPDF(w, list, s.writtenIn(), s.own())
}

// PaymentList composes what the chosen have paid and what they have still to pay: a row for
// each receipt that is not cancelled, and one for who has none (KG-057, KG-064, KG-065).
func (s *Source) PaymentList(chosen []Graduate) reports.Payments {
	total := campaign.Owed{Confirmed: true}
	list := reports.Payments{School: s.School.Name, Campaign: s.Campaign.Title, Made: s.Today.Dotted(), Currency: s.Campaign.Fee.Words()}
	for i, g := range chosen {
		owed := s.Campaign.Owed(g.Graduate)
		total = total.And(owed)
		rows := s.paymentRows(g.Graduate)
		if len(rows) == 0 {
			rows = []reports.PaymentRow{{State: data.Term("payment_screen.state." + string(owed.State()))}}
		}
		rows[0].N, rows[0].Name, rows[0].Class = i+1, s.titleName(g.Graduate), g.Class
		rows[0].Privilege = s.privilegesOf(g.Graduate)
		rows[0].Due, rows[0].Left = starred(owed.Due, owed.Confirmed), starred(owed.Left, owed.Confirmed)
		list.Rows = append(list.Rows, rows...)
	}
	list.Due, list.Paid, list.Left = starred(total.Due, total.Confirmed), strconv.Itoa(total.Paid), starred(total.Left, total.Confirmed)
	if total.Over > 0 {
		list.Over = starred(total.Over, total.Confirmed)
	}
	if !total.Confirmed {
		list.Doubt = strings.Trim(fmt.Sprint(s.words().Word(campaign.FeeDoubt)), " ()")
	}
	return list
}

// starred is a sum in a table: a star says what stands in words below it, that no source
// confirms it.
func starred(sum int, confirmed bool) string {
	if confirmed || sum == 0 {
		return strconv.Itoa(sum)
	}
	return strconv.Itoa(sum) + "\u00a0*"
}

// paymentRows are the receipts that count or were refused: what was cancelled was never
// there for the centre.
func (s *Source) paymentRows(g *data.Graduate) []reports.PaymentRow {
	var rows []reports.PaymentRow
	for _, p := range g.Current().Payments {
		if p.Cancelled != nil {
			continue
		}
		row := reports.PaymentRow{Number: p.Number, Amount: strconv.Itoa(p.Amount), Type: p.Type, State: s.Campaign.PaymentStatus(&p)}
		if t := s.Campaign.PaymentType(p.Type); t != nil {
			row.Type = t.Title
		}
		if p.Verdict != nil {
			row.On, row.Reason = p.Verdict.On.Dotted(), p.Verdict.Note
		}
		rows = append(rows, row)
	}
	return rows
}

// privilegesOf are those that somebody claims, where their switch is on (KG-053).
func (s *Source) privilegesOf(g *data.Graduate) string {
	f := s.Campaign.Field(data.FieldPrivileges)
	if f == nil || !s.Shows(f, s.person(g)) {
		return ""
	}
	return s.printed(f, g)
}
