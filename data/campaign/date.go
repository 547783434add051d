package campaign

import (
	"cmp"
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
	// A second, short period of registration, for who is admitted to it.
	AdditionalRegistrationStart = "additional_registration_start"
	AdditionalRegistrationEnd   = "additional_registration_end"
)

// Date is one day of the campaign. On is unknown when the file leaves it out, and
// an unknown day is never «in time».
type Date struct {
	Code  string    `toml:"code"`
	Title string    `toml:"title"`
	On    data.Date `toml:"on"`
	// Planned is the day that it was to be at first, before it was moved; see
	// [Campaign.PlannedSource].
	Planned data.Date `toml:"planned"`
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

// ByDay orders days as they come, those that are not known last.
func ByDay(a, b *Date) int {
	return cmp.Compare(cmp.Or(a.On, afterAll), cmp.Or(b.On, afterAll))
}

// afterAll is later than any day.
const afterAll = data.Date("~")

// DatesByDay are the days of the campaign as they come, those that are not known last.
func (c *Campaign) DatesByDay() []*Date {
	days := make([]*Date, len(c.Dates))
	for i := range c.Dates {
		days[i] = &c.Dates[i]
	}
	slices.SortStableFunc(days, ByDay)
	return days
}

// Holiday is a day off, or a working day moved onto a weekend (F-04).
type Holiday struct {
	On      data.Date `toml:"on"`
	Title   string    `toml:"title"`
	Working bool      `toml:"working"`
	// Source says who made it one; Confirmed is false where nobody is sure of the day.
	Source    string `toml:"source"`
	Confirmed *bool  `toml:"confirmed"`
}

// marksFormat is the first format in which a single day off has a source and a mark.
const marksFormat = 3

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

// Unnamed says that nobody has named the day yet, and something is due on it.
func (d *Date) Unnamed() bool { return d.On == "" && (d.Kind == "hard" || d.Kind == "soft") }
