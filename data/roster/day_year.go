package roster

import (
	"strconv"

	"graduand/data"
)

// countYear notes what a text of three numbers of two digits shows about the place of the
// year.
func (c *dayColumn) countYear(day speltDay) {
	if turned, only := c.turnedYear(day); only {
		c.yearFirst++
	} else if turned == "" && len(day.year) == 2 {
		c.yearLast++
	}
}

// Ages in full years of those whose birth dates stand in class lists, wide enough for every
// other day of theirs.
const (
	oldest   = 70
	youngest = 10
)

// turnedYear reads a day of three numbers of two digits with the year first; only says that
// with the year last it is a day of nobody in a class list.
func (c *dayColumn) turnedYear(day speltDay) (turned data.Date, only bool) {
	if !c.birth || len(day.year) != 2 || day.sign == '/' && day.first <= lastMonth {
		return "", false
	}
	month, last := strconv.Itoa(day.second), day.year
	turned, err := data.ParseDate(last+"."+month+"."+twoDigits(day.first), c.today)
	if err != nil || !c.believable(turned) {
		return "", false
	}
	usual, _, usualErr, _ := day.days(c.today)
	return turned, usualErr != nil || !c.believable(usual)
}

func (c *dayColumn) believable(day data.Date) bool {
	years := day.Years(c.today)
	return c.today != "" && years >= youngest && years <= oldest
}

func twoDigits(n int) string {
	if n < 10 {
		return "0" + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}
