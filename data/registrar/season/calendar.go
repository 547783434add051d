package season

import (
	"cmp"
	"context"
	"slices"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/registry"
)

// Day is a day of the campaign as it holds for this school.
type Day struct {
	*campaign.Date
	// File is the day in the campaign file, "" where it names none.
	File data.Date
}

// Calendar are the days of the campaign as they come, those that nobody has named last, and
// the days off of the school's own (F-04).
func (d *Desk) Calendar() ([]Day, []data.DayOff) {
	file, own := d.registry.Calendar()
	c := d.registry.Spoken()
	days := make([]Day, len(c.Dates))
	for i := range c.Dates {
		days[i] = Day{Date: &c.Dates[i], File: file.Dates[i].On}
	}
	slices.SortStableFunc(days, func(a, b Day) int { return campaign.ByDay(a.Date, b.Date) })
	off := slices.Clone(own.DaysOff)
	slices.SortStableFunc(off, func(a, b data.DayOff) int { return cmp.Compare(a.On, b.On) })
	return days, off
}

// NameDay sets a day of the campaign that the centre has named or moved; an empty one
// gives back that of the file. A day out of the campaign's order is refused. When the file
// itself names another day later, the file's holds (F-04, KG-054).
func (d *Desk) NameDay(ctx context.Context, code, typed string) error {
	return d.changeCalendar(ctx, func(v *registry.View, own *data.Calendar) (string, error) {
		day := v.File().Date(code)
		if day == nil {
			return "", data.Fail("calendar.unknown", data.Args{"value": code})
		}
		on, err := typedDay(v, day.Title, typed)
		if err != nil {
			return "", err
		}
		own.Name(data.NamedDay{Code: code, On: on, Seen: day.On})
		if on == "" {
			on = day.On
		}
		return joined(day.Title, on.Dotted()), nil
	})
}

// SetDayOff notes a day off, or a working day moved onto a weekend, with its name (F-04).
func (d *Desk) SetDayOff(ctx context.Context, typed, title string, working bool) error {
	return d.changeCalendar(ctx, func(v *registry.View, own *data.Calendar) (string, error) {
		if typed == "" {
			return "", data.Fail("calendar.no_day", nil)
		}
		on, err := typedDay(v, data.Term("calendar.day_off"), typed)
		if err != nil {
			return "", err
		}
		if title, err = data.CleanText(data.Term("calendar.day_off"), title); err != nil {
			return "", err
		}
		own.SetDayOff(data.DayOff{On: on, Title: title, Working: working})
		return joined(on.Dotted(), title), nil
	})
}

// ForgetDayOff takes a day off of the school's own back; those of the campaign file stay.
func (d *Desk) ForgetDayOff(ctx context.Context, typed string) error {
	return d.changeCalendar(ctx, func(v *registry.View, own *data.Calendar) (string, error) {
		on, err := typedDay(v, data.Term("calendar.day_off"), typed)
		if err == nil && !own.ForgetDayOff(on) {
			err = data.Fail("calendar.no_day_off", data.Args{"value": typed})
		}
		return on.Dotted(), err
	})
}

// typedDay reads a day near the campaign's year, "" for none.
func typedDay(v *registry.View, title any, typed string) (data.Date, error) {
	// A year of two digits may be the next one.
	on, err := data.ReadDay(title, typed, data.DateOf(v.Today().Time().AddDate(1, 0, 0)))
	if err != nil || on == "" {
		return "", err
	}
	if year := v.Campaign().Year; on.Time().Year() < year-1 || on.Time().Year() > year+1 {
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
func (d *Desk) changeCalendar(ctx context.Context, alter func(*registry.View, *data.Calendar) (string, error)) error {
	signals := registry.Signals{registry.CalendarChanged, registry.GraduatesChanged}
	return d.registry.Write(ctx, registry.RightSchool, signals, func(w *registry.Edit) error {
		own := w.Calendar()
		note, err := alter(w.View, &own)
		if err != nil {
			return err
		}
		if late, early := w.File().WithCalendar(own).Disorder(); late != nil {
			return data.Fail("calendar.disorder", data.Args{"late": late.Title, "late_day": late.On.Dotted(), "early": early.Title, "early_day": early.On.Dotted()})
		}
		return w.SetCalendar(own, note)
	})
}
