package season

import (
	"slices"

	"graduand/data"
	"graduand/data/campaign"
)

// Due is a day of the campaign, and for whom something is due by it (F-03).
type Due struct {
	*campaign.Date
	// Days is how far the day is off, less than nothing when it is past, Working how many working days
	// are left; both mean nothing where nobody knows the day.
	Days, Working int
	// Graduates are the ids of those for whom something is due by it.
	Graduates []string
}

// Late says that a hard day is past and something was due by it: nobody is bound by a recommended one.
func (d *Due) Late() bool {
	return d.Kind == "hard" && d.On != "" && d.Days < 0 && len(d.Graduates) > 0
}

// dues are the hard and the recommended days, those not known last, each with those for whom it
// counts. A recommended one counts for everybody who has to send a first registration by a later day.
func (o *overview) dues() visit {
	at, soft := map[string]int{}, []int{}
	for _, day := range o.spoken.DatesByDay() {
		if day.Kind != "hard" && day.Kind != "soft" {
			continue
		}
		d := Due{Date: day}
		if day.On != "" {
			d.Days, d.Working = o.Today.DaysTo(day.On), o.campaign.WorkingDaysTo(o.Today, day.On)
		}
		if day.Kind == "soft" {
			soft = append(soft, len(o.Dues))
		}
		at[day.Code], o.Dues = len(o.Dues), append(o.Dues, d)
	}
	return visit{func(p *standing) {
		if p.Due == nil {
			return
		}
		if i, known := at[p.Due.Code]; known {
			o.Dues[i].Graduates = append(o.Dues[i].Graduates, p.Graduate.ID)
		}
		for _, i := range soft {
			if day := o.Dues[i].Date; day.Code != p.Due.Code && recommends(day, p) {
				o.Dues[i].Graduates = append(o.Dues[i].Graduates, p.Graduate.ID)
			}
		}
	}, func() {}}
}

// recommends says that somebody is to have sent by a recommended day what is due by a later one.
func recommends(day *campaign.Date, p *standing) bool {
	return day.On != "" && day.On <= p.Due.On && p.Graduate.Current().Kind == data.FirstRegistration && p.goesOn && p.Status != data.StatusRefused
}

// ComingDay is one of the next days: whether people work on it, and what there is on it.
type ComingDay struct {
	On      data.Date
	Working bool
	// Off names why nobody works on it, or why somebody does, "" for a usual day.
	Off string
	// Dates are the days of the campaign, Answers how many answers of the centre are due (UA-153).
	Dates   []*campaign.Date
	Answers int
}

// comingDays is how many days are told, from the Monday of this week on: four weeks.
const comingDays = 28

// coming are the days of this week and the next ones (F-04).
func (o *overview) coming() visit {
	answers := map[data.Date]int{}
	return visit{
		func(p *standing) {
			if p.Next == data.NextAwait {
				answers[p.Graduate.Current().ReceivedOn(p.Trail)]++
			}
		},
		func() {
			due := map[data.Date]int{}
			for received, n := range answers {
				due[o.campaign.AnswerDue(received)] += n
			}
			monday := -(int(o.Today.Time().Weekday()) + 6) % 7
			for n := range comingDays {
				on := data.DateOf(o.Today.Time().AddDate(0, 0, monday+n))
				o.Coming = append(o.Coming, o.dayOf(on, due[on]))
			}
		},
	}
}

// dayOf is one of the coming days.
func (o *overview) dayOf(on data.Date, answers int) ComingDay {
	day := ComingDay{On: on, Working: o.campaign.WorkingDay(on), Answers: answers}
	if h := o.spoken.Holiday(on); h != nil {
		day.Off = h.Title
	}
	for i := range o.spoken.Dates {
		if date := &o.spoken.Dates[i]; date.On == on {
			day.Dates = append(day.Dates, date)
		}
	}
	return day
}

// daysOf are the days of the campaign by which something is due for some people, each once, as they
// come.
func daysOf(people []*standing) (days []*campaign.Date) {
	for _, p := range people {
		if p.Due != nil && !slices.Contains(days, p.Due) {
			days = append(days, p.Due)
		}
	}
	slices.SortFunc(days, campaign.ByDay)
	return days
}
