package registrar

import (
	"context"
	"slices"

	"graduand/data"
	"graduand/data/campaign"
)

// CalendarDate is a day of the campaign as it holds for this school.
type CalendarDate struct {
	*campaign.Date
	// File is the day in the campaign file, "" where it names none.
	File data.Date
}

// Calendar are the days of the campaign in the order of its file, and the days off of the
// school's own (F-04).
func (r *Registrar) Calendar() ([]CalendarDate, []data.DayOff) {
	r.mu.Lock()
	defer r.mu.Unlock()
	c := r.Campaign()
	dates := make([]CalendarDate, len(c.Dates))
	for i := range c.Dates {
		dates[i] = CalendarDate{Date: &c.Dates[i], File: r.file.Dates[i].On}
	}
	return dates, slices.Clone(r.calendar.DaysOff)
}

// NameDay sets a day of the campaign that the centre has named or moved; an empty one
// gives back that of the file. A day out of the campaign's order is refused. When the file
// itself names another day later, the file's holds (F-04, KG-054).
func (r *Registrar) NameDay(ctx context.Context, code, typed string) error {
	return r.changeCalendar(ctx, func(own *data.Calendar) (string, error) {
		d := r.file.Date(code)
		if d == nil {
			return "", data.Fail("calendar.unknown", data.Args{"value": code})
		}
		on, err := r.typedDay(d.Title, typed)
		if err != nil {
			return "", err
		}
		own.Name(data.NamedDay{Code: code, On: on, Seen: d.On})
		if on == "" {
			on = d.On
		}
		return joined(d.Title, on.Dotted()), nil
	})
}

// SetDayOff notes a day off, or a working day moved onto a weekend, with its name (F-04).
func (r *Registrar) SetDayOff(ctx context.Context, typed, title string, working bool) error {
	return r.changeCalendar(ctx, func(own *data.Calendar) (string, error) {
		if typed == "" {
			return "", data.Fail("calendar.no_day", nil)
		}
		on, err := r.typedDay(data.Term("calendar.day_off"), typed)
		if err != nil {
			return "", err
		}
		if title, err = cleanText(data.Term("calendar.day_off"), title); err != nil {
			return "", err
		}
		own.SetDayOff(data.DayOff{On: on, Title: title, Working: working})
		return joined(on.Dotted(), title), nil
	})
}

// ForgetDayOff takes a day off of the school's own back; those of the campaign file stay.
func (r *Registrar) ForgetDayOff(ctx context.Context, typed string) error {
	return r.changeCalendar(ctx, func(own *data.Calendar) (string, error) {
		on, err := r.typedDay(data.Term("calendar.day_off"), typed)
		if err == nil && !own.ForgetDayOff(on) {
			err = data.Fail("calendar.no_day_off", data.Args{"value": typed})
		}
		return on.Dotted(), err
	})
}

// typedDay reads a day near the campaign's year, "" for none.
func (r *Registrar) typedDay(title any, typed string) (data.Date, error) {
	// A year of two digits may be the next one.
	on, err := readDay(title, typed, data.DateOf(r.Today().Time().AddDate(1, 0, 0)))
	if err != nil || on == "" {
		return "", err
	}
	if year := r.Campaign().Year; on.Time().Year() < year-1 || on.Time().Year() > year+1 {
		return "", data.Fail("calendar.far", data.Args{"value": on.Dotted(), "year": year})
	}
	return on, nil
}

func joined(first, second string) string {
	if first == "" || second == "" {
		return first + second
	}
	return first + ": " + second
}

// changeCalendar stores an altered calendar; alter gives the words for the history.
func (r *Registrar) changeCalendar(ctx context.Context, alter func(*data.Calendar) (string, error)) (err error) {
	defer r.tell(&err, CalendarChanged, GraduatesChanged, HistoryGrew)
	r.mu.Lock()
	defer r.mu.Unlock()
	if err := r.may(RightSchool); err != nil {
		return err
	}
	own := r.calendar
	note, err := alter(&own)
	if err != nil {
		return err
	}
	if late, early := r.file.WithCalendar(own).Disorder(); late != nil {
		return data.Fail("calendar.disorder", data.Args{"late": late.Title, "late_day": late.On.Dotted(), "early": early.Title, "early_day": early.On.Dotted()})
	}
	if err := r.storeSetting(ctx, settingCalendar, own, EventCalendar, eventBody{Note: note}); err != nil {
		return err
	}
	r.calendar = own
	r.setCampaign(r.file)
	r.index.changed()
	return nil
}
