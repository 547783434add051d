package season

import (
	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/registry"
)

// Deadline is a day of the campaign until which something must be done.
type Deadline struct {
	// Date is the day, nil where there is none to come and none was missed.
	Date *campaign.Date
	// Days is how far it is off; a missed one is less than nothing.
	Days int
	// Waiting is how many graduates are not ready, as [Unfinished] names them.
	Waiting int
	// Numberless is how many of those lack the centre's card number and nothing else.
	Numberless int
	// Unknown is how many such days of the campaign nobody has entered yet.
	Unknown int
}

// Deadline is the hard day that was missed last, as long as somebody is not ready; else the
// next one, hard or recommended.
func (d *Desk) Deadline() (Deadline, error) {
	return registry.Read(d.registry, registry.RightLook, func(v *registry.View) (Deadline, error) {
		rows, err := v.Rows(registry.Filter{})
		if err != nil {
			return Deadline{}, err
		}
		return d.deadline(v, rows), nil
	})
}

// deadline is [Desk.Deadline] for those whom the registry has.
func (d *Desk) deadline(v *registry.View, rows []registry.Row) Deadline {
	waiting, numberless := 0, 0
	for i := range rows {
		if unready(v.Campaign(), &rows[i]) {
			waiting++
		}
		if numberlessOnly(v.Campaign(), &rows[i]) {
			numberless++
		}
	}
	deadline := deadlineOf(d.registry.Spoken().Dates, v.Today(), waiting)
	deadline.Numberless = numberless
	return deadline
}

// unready says that a graduate is not ready: something is wrong or lacking, or the centre's
// card number where the campaign has one; or the photos and scans that go to its site are not all
// there, or ask what nobody has answered.
func unready(c *campaign.Campaign, row *registry.Row) bool {
	return !row.Status.Reached(data.StatusDispatched) && (row.Form == data.StatusDraft || numberlessOnly(c, row) || c.RecordedOnSite() && row.ImagesHold)
}

// numberlessOnly says that a graduate lacks the centre's card number and nothing else.
func numberlessOnly(c *campaign.Campaign, row *registry.Row) bool {
	return row.Form == data.StatusComplete && c.CardNumber.Used && !row.Status.Reached(data.StatusDispatched)
}

// ends says that a day is hard and something must be done by it: where something begins nobody is late.
func ends(d *campaign.Date) bool { return d.Kind == "hard" && len(d.After) > 0 }

func deadlineOf(dates []campaign.Date, today data.Date, waiting int) Deadline {
	var next, missed *campaign.Date
	unknown := 0
	for i := range dates {
		date := &dates[i]
		switch {
		case date.Unnamed():
			unknown++
		case date.Kind != "hard" && date.Kind != "soft" || date.On == "":
		case date.On >= today:
			if next == nil || date.On < next.On {
				next = date
			}
		case ends(date) && (missed == nil || date.On > missed.On):
			missed = date
		}
	}
	if missed != nil && waiting > 0 {
		next = missed
	}
	if next == nil {
		return Deadline{Waiting: waiting, Unknown: unknown}
	}
	return Deadline{Date: next, Days: today.DaysTo(next.On), Waiting: waiting, Unknown: unknown}
}

// Sentence says how far off the day is, which must be there.
func (d Deadline) Sentence() Sentence {
	s := Sentence{"ui.deadline", map[string]any{"title": d.Date.Title, "date": d.Date.On.Dotted()}}
	switch {
	case d.Days < 0:
		s.ID = "ui.deadline_late"
	case d.Days == 0:
		s.ID = "ui.deadline_today"
	case d.Days == 1:
		s.ID = "ui.deadline_tomorrow"
	default:
		s.Args["count"] = d.Days
	}
	return s
}
