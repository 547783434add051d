package campaign

import (
	"time"

	"graduand/data"
)

// WorkingDay tells whether offices of the country work on a day: neither Saturday nor
// Sunday nor a day off of the file, unless the file moves work onto it (F-04).
func (c *Campaign) WorkingDay(d data.Date) bool {
	if h, known := c.index.holidays[d]; known {
		return h.Working
	}
	weekday := d.Time().Weekday()
	return weekday != time.Saturday && weekday != time.Sunday
}

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
