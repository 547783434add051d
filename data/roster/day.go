package roster

import (
	"math"
	"strconv"
	"strings"

	"graduand/data"
	"graduand/data/workbook"
)

// Day is a day as the whole column in which it stands says it.
type Day struct {
	// Date is the day, "" for none.
	Date data.Date
	// Rule names what is wrong or in doubt, "" for nothing: its sentence is the text
	// "roster.rule."+Rule.
	Rule     string
	Severity data.Severity
	// Readings are the days that it may mean, the first of them Date, where it is in doubt; of what
	// is refused those that it likely means, and Date is none.
	Readings []data.Date
}

// read is the day of one cell. What stands in brackets behind it is no part of it, and is
// said, but for the age.
func (c *dayColumn) read(s string) Day {
	s = c.alone(s)
	day := c.bare(s)
	if _, aside, is := strings.Cut(s, "("); is && day.Rule == "" && day.Date != "" && !strings.ContainsAny(aside, "0123456789") {
		day.Rule, day.Severity = "date_remark", data.SeverityWarning
	}
	return day
}

func (c *dayColumn) bare(s string) Day {
	if absent(s) {
		return Day{}
	}
	if day, seconds, is := serialDay(s, c.date1904); is {
		return c.turnedOr(day, nearMidnight(day, seconds))
	}
	if days, is := instant(s, c.zone); is && len(days) > 0 {
		return c.turnedOr(days[0], days)
	}
	text, seconds := cutClock(s)
	if spelt, is := spell(text); is {
		return c.ordered(spelt, seconds)
	}
	day, err := cellDate(text, c.date1904, c.placed, c.today)
	if err != nil {
		return unreadDay(s, strings.ReplaceAll(data.CodeOf(err), ".", "_"), c.today)
	}
	if isoDate(text) {
		return c.turnedOr(day, nearMidnight(day, seconds))
	}
	return inDoubt("date_hour", nearMidnight(day, seconds))
}

// inDoubt is a day that may be one of several; one alone is none in doubt.
func inDoubt(rule string, days []data.Date) Day {
	if len(days) == 1 {
		return Day{Date: days[0]}
	}
	return Day{Date: days[0], Rule: rule, Severity: data.SeverityConfirm, Readings: days}
}

// turnedOr is a day that a spreadsheet keeps as such: in doubt where the column shows that
// it has exchanged days and months, or where the time of day speaks for another day.
func (c *dayColumn) turnedOr(day data.Date, near []data.Date) Day {
	if exchanged, can := exchange(day); can && len(near) == 1 && c.turned() {
		return inDoubt("date_turned", []data.Date{day, exchanged})
	}
	return inDoubt("date_hour", near)
}

// exchange is the day with the month in its place, where that is another day.
func exchange(day data.Date) (data.Date, bool) {
	t := day.Time()
	other, err := data.MakeDate(t.Year(), t.Day(), int(t.Month()))
	return other, err == nil && other != day
}

// serialDay is the day and the seconds of a day number; a fraction that is nothing but the
// noise of arithmetic is none.
func serialDay(s string, date1904 bool) (day data.Date, seconds int, is bool) {
	if strings.Count(s, ".") > 1 {
		return "", 0, false // 05.04.2003, as nearly all are
	}
	day, is = workbook.DayNumber(s, date1904)
	if !is {
		return "", 0, false
	}
	number, err := strconv.ParseFloat(s, 64)
	if err != nil {
		return "", 0, false
	}
	_, fraction := math.Modf(number)
	if seconds = int(math.Round(fraction * secondsOfDay)); seconds == secondsOfDay {
		return nextDay(day), 0, true
	}
	return day, seconds, true
}

// isoDate tells a day as ISO 8601 has it, which is how programs write the days of a
// spreadsheet.
func isoDate(s string) bool {
	return len(s) >= 10 && s[4] == '-' && s[7] == '-' && data.AllDigits(s[:4])
}

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
	if err != nil || !believable(turned, c.today) {
		return "", false
	}
	usual, _, usualErr, _ := day.days(c.today)
	return turned, usualErr != nil || !believable(usual, c.today)
}

// believable says that a day may be the birth date of somebody in a class list, as far as it is known
// which day it is.
func believable(day, today data.Date) bool {
	years := day.Years(today)
	return today != "" && years >= youngest && years <= oldest
}

func twoDigits(n int) string {
	if n < 10 {
		return "0" + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}
