package registry

import (
	"slices"

	"graduand/data"
	"graduand/data/campaign"
)

// rowOf composes the row of a graduate with these findings, which it does not weigh.
func (v *View) rowOf(g *data.Graduate, findings []data.Finding) Row {
	card := v.printed.last(g.ID)
	row := Row{Graduate: g, DraftNumber: v.Campaign().DraftNumber(g), Form: v.Campaign().FormStatus(g, findings), Site: data.SiteStateOf(g, findings), Card: v.Campaign().CardState(g, card.seen)}
	if card.seen != "" && (row.Card == data.CardChanged || card.seen == v.Campaign().CardSeen(g)) {
		row.Printed = v.DayOf(card.at)
	}
	return row
}

// weigh says which of the findings is looked at first, and how the photos and scans stand.
func (v *View) weigh(row *Row, person *campaign.Person, found []data.Finding) error {
	c := v.Campaign()
	holding, aside, err := c.HoldingUp(found, person)
	if err != nil {
		return err
	}
	row.rank(holding)
	row.note(c, found)
	if len(aside) > 0 {
		row.Aside = &aside[0]
	}
	if row.Images, err = c.ImagesOf(row.Graduate, person, found); err != nil {
		return err
	}
	asked, err := c.ImagesOf(row.Graduate, person, holding)
	if err != nil {
		return err
	}
	row.ImagesHold = asked == data.ImagesIncomplete
	if row.Graduate.Current().Fact(data.FactKitReceived, "") != nil {
		kit, err := c.KitOf(row.Graduate, person)
		if err != nil {
			return err
		}
		row.KitDone = campaign.KitDone(kit)
	}
	return v.goes(row, person)
}

// rank counts what must be mended, and chooses the finding to look at first.
func (row *Row) rank(findings []data.Finding) {
	for i := range findings {
		f := &findings[i]
		if row.First == nil || urgency(f) > urgency(row.First) {
			row.First = f
		}
		if f.Severity == data.SeverityError {
			row.Errors++
		}
	}
}

// note says in which fields something must be mended, and whether a receipt is to be looked at.
func (row *Row) note(c *campaign.Campaign, findings []data.Finding) {
	for i := range findings {
		f := &findings[i]
		row.ReceiptDoubted = row.ReceiptDoubted || f.AboutReceipt()
		switch {
		case f.Severity != data.SeverityError || f.Field == "":
		case c.Field(f.Field).HoldsFiles():
			row.MendFiles = true
		case !slices.Contains(row.Mend, f.Field):
			row.Mend = append(row.Mend, f.Field)
		}
	}
}

// urgency tells which of some findings is looked at first: what must be mended, then what another
// graduate is in too, of which nobody but the school can know.
func urgency(f *data.Finding) int {
	switch {
	case f.Severity == data.SeverityError:
		return 2
	case f.NamesAnother():
		return 1
	}
	return 0
}
