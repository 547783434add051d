package campaign

import (
	"iter"
	"maps"
	"slices"
	"time"

	"graduand/data"
)

// Dates that the program itself works with; a file may leave any of them out, and
// may have others.
const (
	RegistrationStart      = "registration_start"
	RegistrationEnd        = "registration_end"
	SchoolSendEnd          = "school_send_end"
	RecommendedSend        = "recommended_send"
	ReRegistrationEnd      = "reregistration_end"
	WithdrawalEnd          = "withdrawal_end"
	MainSessionStart       = "main_session_start"
	MainSessionEnd         = "main_session_end"
	AdditionalSessionStart = "additional_session_start"
	AdditionalSessionEnd   = "additional_session_end"
)

// Date is one day of the campaign. On is unknown when the file leaves it out, and
// an unknown day is never «in time».
type Date struct {
	Code  string    `toml:"code"`
	Title string    `toml:"title"`
	On    data.Date `toml:"on"`
	// Kind is "hard" (a deadline that a law sets), "soft" (recommended) or "event".
	Kind string `toml:"kind"`
	// After names dates that must not be later than this one.
	After []string `toml:"after"`
	// WeeksBefore computes On as so many weeks before the date Before.
	WeeksBefore int    `toml:"weeks_before"`
	Before      string `toml:"before"`
	Confirmed   *bool  `toml:"confirmed"`
	Source      string `toml:"source"`
	// Own says that the school has named the day, not the file.
	Own bool `toml:"-"`
}

// Holiday is a day off, or a working day moved onto a weekend (F-04).
type Holiday struct {
	On      data.Date `toml:"on"`
	Title   string    `toml:"title"`
	Working bool      `toml:"working"`
}

// weeksBefore is the day so many weeks before d; unknown stays unknown.
func weeksBefore(d data.Date, weeks int) data.Date {
	if d == "" {
		return ""
	}
	return data.DateOf(d.Time().AddDate(0, 0, -7*weeks))
}

// readable says that d is unknown or a day of the calendar in ISO spelling.
func readable(d data.Date) bool {
	if d == "" {
		return true
	}
	_, err := time.Parse(time.DateOnly, string(d))
	return err == nil
}

// WithCalendar is the campaign with the days of a school in it (F-04). A day that the
// file has changed since the school named it stays the file's. It shares all else with c.
func (c *Campaign) WithCalendar(own data.Calendar) *Campaign {
	with := *c
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

func (c *Campaign) indexDays() {
	c.index.days = map[string]string{}
	for i := range c.Dates {
		c.index.days[c.Dates[i].Code] = string(c.Dates[i].On)
	}
}
