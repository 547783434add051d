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
	// Days is how far it is off, in days of the calendar; a missed one is less than nothing. Working is
	// how many of them are working days.
	Days, Working int
	// Waiting is how many graduates are not ready, as [Unfinished] names them.
	Waiting int
	// Numberless is how many of those lack the centre's card number and nothing else.
	Numberless int
	// Unknown is how many such days of the campaign nobody has entered yet.
	Unknown int
}

// Deadline is the hard day that was missed last, as long as something is due by it for somebody;
// else the next one, hard or recommended.
func (d *Desk) Deadline() (Deadline, error) {
	return registry.Read(d.registry, registry.RightLook, func(v *registry.View) (Deadline, error) {
		o, err := newOverview(v, d.registry.Spoken())
		if err != nil {
			return Deadline{}, err
		}
		o.walk(o.deadlines())
		return o.Deadline, nil
	})
}

// deadlines find the day that counts, and the hard one behind it.
func (o *overview) deadlines() visit {
	waits, waiting, numberless := map[string]int{}, 0, 0
	return visit{
		func(p *standing) {
			if p.Due != nil {
				waits[p.Due.Code]++
			}
			if p.unready {
				waiting++
			}
			if p.numberless {
				numberless++
			}
		},
		func() {
			o.Deadline = deadlineOf(o.spoken, o.Today, waits)
			o.Deadline.Waiting, o.Deadline.Numberless = waiting, numberless
			if o.Last = hardBehind(o.spoken.Dates, o.Deadline, o.Today); o.Last != nil {
				o.LastDays = o.Today.DaysTo(o.Last.On)
			}
		},
	}
}

// ends says that a day is hard and something must be done by it: where something begins nobody is late.
func ends(d *campaign.Date) bool { return d.Kind == "hard" && len(d.After) > 0 }

// deadlineOf is the day that counts today; waits says for how many something is due by the days of
// the campaign, by their codes.
func deadlineOf(c *campaign.Campaign, today data.Date, waits map[string]int) (deadline Deadline) {
	var next, missed *campaign.Date
	for i := range c.Dates {
		date := &c.Dates[i]
		switch {
		case date.Unnamed():
			deadline.Unknown++
		case date.Kind != "hard" && date.Kind != "soft" || date.On == "":
		case date.On > today || date.On == today && (date.Kind == "soft" || ends(date)):
			if next == nil || date.On < next.On {
				next = date
			}
		case date.Kind == "hard" && waits[date.Code] > 0 && (missed == nil || date.On > missed.On):
			missed = date
		}
	}
	if missed != nil {
		next = missed
	}
	if deadline.Date = next; next != nil {
		deadline.Days, deadline.Working = today.DaysTo(next.On), c.WorkingDaysTo(today, next.On)
	}
	return deadline
}

// hardBehind is the next hard day behind the one that counts.
func hardBehind(dates []campaign.Date, deadline Deadline, today data.Date) (next *campaign.Date) {
	from := today
	if deadline.Date != nil {
		from = max(from, deadline.Date.On)
	}
	for i := range dates {
		date := &dates[i]
		if ends(date) && date.On > from && (next == nil || date.On < next.On) {
			next = date
		}
	}
	return next
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
