package data

import (
	"cmp"
	"slices"
)

// Calendar is what a school knows of the days that the campaign file does not: days that
// the centre has named or moved, days off, work moved onto a weekend (F-04).
type Calendar struct {
	Named   []NamedDay `json:"named,omitempty"`
	DaysOff []DayOff   `json:"days_off,omitempty"`
}

// NamedDay is a day of the campaign as the school has it.
type NamedDay struct {
	// Code is that of the campaign's date.
	Code string `json:"code"`
	On   Date   `json:"on"`
	// Seen is the day in the campaign file then, "" for none: once the file names another
	// one, the file's holds.
	Seen Date `json:"seen,omitempty"`
}

// DayOff is a day off, or a working day moved onto a weekend.
type DayOff struct {
	On      Date   `json:"on"`
	Title   string `json:"title,omitempty"`
	Working bool   `json:"working,omitempty"`
}

// Name sets a day of the campaign; the file's own day given again forgets the school's.
func (c *Calendar) Name(day NamedDay) {
	c.Named = slices.DeleteFunc(slices.Clone(c.Named), func(d NamedDay) bool { return d.Code == day.Code })
	if day.On != "" && day.On != day.Seen {
		c.Named = append(c.Named, day)
	}
	slices.SortFunc(c.Named, func(a, b NamedDay) int { return cmp.Compare(a.Code, b.Code) })
}

// SetDayOff puts a day off in the place of any other of the same day.
func (c *Calendar) SetDayOff(day DayOff) {
	c.ForgetDayOff(day.On)
	c.DaysOff = append(c.DaysOff, day)
	slices.SortFunc(c.DaysOff, func(a, b DayOff) int { return cmp.Compare(a.On, b.On) })
}

// ForgetDayOff takes a day off back, and tells whether there was one.
func (c *Calendar) ForgetDayOff(on Date) bool {
	before := len(c.DaysOff)
	c.DaysOff = slices.DeleteFunc(slices.Clone(c.DaysOff), func(d DayOff) bool { return d.On == on })
	return len(c.DaysOff) < before
}
