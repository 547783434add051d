package campaign

import (
	"iter"
	"maps"
	"slices"
	"sync"
	"time"

	"graduand/data"
)

// WithCalendar is the campaign with the days of a school in it (F-04). A day that the
// file has changed since the school named it stays the file's. It shares all else with c.
func (c *Campaign) WithCalendar(own data.Calendar) *Campaign {
	with := *c
	with.dayless, with.own, with.spoken = c.file(), &own, &sync.Map{}
	with.Dates = slices.Clone(c.Dates)
	with.index.dates = byCode(with.Dates, func(d *Date) string { return d.Code })
	for _, day := range own.Named {
		if d := with.Date(day.Code); d != nil && d.On == day.Seen {
			d.On, d.Own = day.On, true
		}
	}
	for i := range with.Dates {
		d := &with.Dates[i]
		start := with.Date(d.Before)
		computed := start != nil && start.Own && !d.Own && d.On == weeksBefore(c.Date(d.Before).On, d.WeeksBefore)
		if computed {
			d.On = weeksBefore(start.On, d.WeeksBefore)
		}
	}
	with.indexDays()
	with.index.holidays = maps.Clone(c.index.holidays)
	for _, day := range own.DaysOff {
		with.index.holidays[day.On] = &Holiday{On: day.On, Title: day.Title, Working: day.Working}
	}
	return &with
}

// file is the campaign without the days of a school.
func (c *Campaign) file() *Campaign {
	if c.dayless != nil {
		return c.dayless
	}
	return c
}

// Disorder finds a day that comes before one that it must not come before; nil, nil when
// all are in order as far as they are known.
func (c *Campaign) Disorder() (late, early *Date) {
	for i := range c.Dates {
		for _, first := range c.laterThan(&c.Dates[i]) {
			return first, &c.Dates[i]
		}
	}
	return nil, nil
}

// laterThan are those of the days that d must not come before, by their places in its
// list, that are later than it as far as all are known.
func (c *Campaign) laterThan(d *Date) iter.Seq2[int, *Date] {
	return func(yield func(int, *Date) bool) {
		for i, code := range d.After {
			first := c.Date(code)
			if first != nil && d.On != "" && first.On > d.On && !yield(i, first) {
				return
			}
		}
	}
}

// WorkingDay tells whether offices of the country work on a day: neither Saturday nor
// Sunday nor a day off of the file, unless the file moves work onto it (F-04).
func (c *Campaign) WorkingDay(d data.Date) bool {
	if h, known := c.index.holidays[d]; known {
		return h.Working
	}
	weekday := d.Time().Weekday()
	return weekday != time.Saturday && weekday != time.Sunday
}

// WorkingDaysTo is how many working days there are after d up to on, that day too (F-04); none where on
// does not come after d. Both days must be known.
func (c *Campaign) WorkingDaysTo(d, on data.Date) (days int) {
	for d < on {
		d = data.DateOf(d.Time().AddDate(0, 0, 1))
		if c.WorkingDay(d) {
			days++
		}
	}
	return days
}

// Holiday is what the file or the school says of a day, nil for nothing.
func (c *Campaign) Holiday(d data.Date) *Holiday { return c.index.holidays[d] }

// AddWorkingDays is the day n working days after d; d itself does not count (UA-153). An
// unknown day stays unknown.
func (c *Campaign) AddWorkingDays(d data.Date, n int) data.Date {
	if d == "" {
		return ""
	}
	for n > 0 {
		d = data.DateOf(d.Time().AddDate(0, 0, 1))
		if c.WorkingDay(d) {
			n--
		}
	}
	return d
}
