package roster

import (
	"cmp"
	"errors"
	"slices"
	"strconv"
	"strings"
	"time"

	"graduand/data"
)

// dayColumn is what the cells of one column of days show together.
type dayColumn struct {
	today    data.Date
	zone     *time.Location
	date1904 bool
	placed   bool // a place of birth may stand behind the day
	birth    bool // the days are birth dates

	// dayFirst and monthFirst count the texts that can be read in one order only, open
	// those that can be read in both, each by their spelling.
	dayFirst, monthFirst, open map[spelling]int
	// kept are the days that a spreadsheet keeps as such, late those of them whose days no
	// month has.
	kept, late int
	// yearFirst counts the texts of three numbers of two digits that only the year first,
	// «03-12-31», makes a birth date of somebody in a class list, yearLast those that it
	// makes none.
	yearFirst, yearLast int
}

// spelling is how a day of three numbers is written: with which sign between them, and
// whether a small number has a zero before it.
type spelling struct {
	sign byte
	zero zeros
}

type zeros int

// A text such as 10/12/2003 does not show whether zeros are written.
const (
	zerosUnseen zeros = iota
	zerosWritten
	zerosLeftOut
)

// speltDay is a day of three numbers, of which the third is the year.
type speltDay struct {
	first, second int
	year          string
	spelling
}

// spell reads a text of three numbers with «/», «-» or «.» between them and the year behind.
func spell(s string) (speltDay, bool) {
	at := strings.IndexAny(s, "/.-")
	if at < 1 {
		return speltDay{}, false
	}
	if !plainNumbers(s) && !clean(s) {
		s = plainDate(s[:min(len(s), 4*maxDate)])
		at = strings.IndexAny(s, "/.-")
	}
	parts, is := threeNumbers(s)
	if !is || len(parts[0]) > 2 || len(parts[1]) > 2 || len(parts[2]) != 4 && len(parts[2]) != 2 {
		return speltDay{}, false
	}
	first, second := digitsOf(parts[0]), digitsOf(parts[1])
	day := speltDay{first: first, second: second, year: parts[2], spelling: spelling{sign: s[at]}}
	switch {
	case len(parts[0]) == 2 && first < 10, len(parts[1]) == 2 && second < 10:
		day.zero = zerosWritten
	case first < 10, second < 10:
		day.zero = zerosLeftOut
	}
	return day, true
}

// clean tells a text of nothing but digits and the signs of dates.
func clean(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return (r < '0' || r > '9') && r != '/' && r != '-' && r != '.' }) < 0
}

// threeNumbers cuts a text of three numbers with signs between them.
func threeNumbers(s string) (parts [3]string, is bool) {
	n := 0
	for i := 0; i < len(s); {
		end := i
		for end < len(s) && s[end] >= '0' && s[end] <= '9' {
			end++
		}
		switch {
		case end > i && n == len(parts):
			return parts, false
		case end > i:
			parts[n], i = s[i:end], end
			n++
		case !strings.ContainsRune("/.- ,", rune(s[i])):
			return parts, false
		default:
			i++
		}
	}
	return parts, n == len(parts)
}

func digitsOf(s string) int {
	n := 0
	for i := range len(s) {
		n = n*10 + int(s[i]-'0')
	}
	return n
}

// days are the day and, with the month before it, the other one that the numbers can mean.
func (d speltDay) days(today data.Date) (usual, other data.Date, usualErr, otherErr error) {
	if len(d.year) == 4 {
		year := digitsOf(d.year)
		usual, usualErr = data.MakeDate(year, d.second, d.first)
		if otherErr = errNoMonth; d.first <= lastMonth {
			other, otherErr = data.MakeDate(year, d.first, d.second)
		}
		return usual, other, usualErr, otherErr
	}
	first, second := strconv.Itoa(d.first), strconv.Itoa(d.second)
	usual, usualErr = data.ParseDate(first+"."+second+"."+d.year, today)
	other, otherErr = data.ParseDate(second+"."+first+"."+d.year, today)
	return usual, other, usualErr, otherErr
}

const lastMonth = 12

var errNoMonth = errors.New("read day: no such month")

// look takes note of what a cell shows about the column.
func (c *dayColumn) look(cell string) {
	text := c.alone(data.OneLine(cell))
	if text == "" {
		return
	}
	if day, seconds, is := serialDay(text, c.date1904); is {
		c.keep(nearMidnight(day, seconds)[0])
		return
	}
	if days, is := instant(text, c.zone); is && len(days) > 0 {
		c.keep(days[0])
		return
	}
	text, _ = cutClock(text)
	if day, is := spell(text); is {
		c.count(day)
	} else if isoDate(text) {
		if day, err := data.ParseDate(text[:10], c.today); err == nil {
			c.keep(day)
		}
	}
}

// alone is a day without the place of birth that may stand behind it.
func (c *dayColumn) alone(text string) string {
	if c.placed {
		if day := leadingDate.FindString(text); day != "" {
			return day
		}
	}
	return text
}

func (c *dayColumn) keep(day data.Date) {
	c.kept++
	if day.Time().Day() > lastMonth {
		c.late++
	}
}

func (c *dayColumn) count(day speltDay) {
	c.countYear(day)
	if c.open == nil {
		c.dayFirst, c.monthFirst, c.open = map[spelling]int{}, map[spelling]int{}, map[spelling]int{}
	}
	switch {
	case day.first > lastMonth && day.second <= lastMonth:
		c.dayFirst[day.spelling]++
	case day.second > lastMonth && day.first <= lastMonth:
		c.monthFirst[day.spelling]++
	case day.first <= lastMonth && day.second <= lastMonth && day.first != day.second:
		c.open[day.spelling]++
	}
}

// sure is how many texts must show that the month stands first before others are read so:
// one may be a slip of the pen.
const sure = 2

// turned reports that a spreadsheet of another country has made days of the texts that it
// could read, with day and month exchanged, and left the others as text: every day that it
// keeps could be a month too, and of the texts none.
func (c *dayColumn) turned() bool {
	days, months := total(c.dayFirst, 0), total(c.monthFirst, 0)
	if c.kept == 0 || c.late > 0 || (days > 0) == (months > 0) {
		return false
	}
	for spelt := range c.open {
		if total(c.dayFirst, spelt.sign)+total(c.monthFirst, spelt.sign) > 0 {
			return false
		}
	}
	return true
}

// total counts the texts with a sign between the numbers, 0 for any.
func total(counts map[spelling]int, sign byte) int {
	n := 0
	for spelt, times := range counts {
		if sign == 0 || spelt.sign == sign {
			n += times
		}
	}
	return n
}

// ordered reads a day of three numbers in the order that the column shows.
func (c *dayColumn) ordered(day speltDay, seconds int) Day {
	usual, other, usualErr, otherErr := day.days(c.today)
	if turned, _ := c.turnedYear(day); c.yearFirst > 0 && turned != "" && !few(c.yearFirst, c.yearLast) {
		return Day{Date: turned, Rule: "date_order", Severity: data.SeverityConfirm, Readings: slices.Compact([]data.Date{turned, cmp.Or(usual, turned)})}
	}
	switch {
	case usualErr != nil && (otherErr != nil || day.first > lastMonth || day.second <= lastMonth):
		return Day{Rule: "date_no_such_day", Severity: data.SeverityError}
	case usualErr != nil && c.monthsFirst(day.sign):
		return c.lateOr(Day{Date: other, Rule: "date_month_first", Severity: data.SeverityWarning}, seconds)
	case usualErr != nil:
		return Day{Date: other, Rule: "date_month_first", Severity: data.SeverityConfirm, Readings: []data.Date{other}}
	case otherErr != nil || usual == other:
		return c.lateOr(Day{Date: usual}, seconds)
	case c.monthsFirst(day.sign):
		return c.lateOr(Day{Date: other, Rule: "date_month_first", Severity: data.SeverityWarning}, seconds)
	case c.leansMonthFirst(day.sign):
		return inDoubt("date_order", []data.Date{other, usual})
	case total(c.monthFirst, 0) > 0 && !c.slips(), day.sign == '/' && !c.daysFirst(day.spelling):
		return inDoubt("date_order", []data.Date{usual, other})
	}
	return c.lateOr(Day{Date: usual}, seconds)
}

// lateOr doubts a day that has a late time of day beside it.
func (c *dayColumn) lateOr(day Day, seconds int) Day {
	if near := nearMidnight(day.Date, seconds); len(near) > 1 {
		return inDoubt("date_hour", near)
	}
	return day
}

// slips reports that so few texts have the month first beside those that have the day first
// that they are slips of the pen, each for itself, and say nothing of the column.
func (c *dayColumn) slips() bool {
	return few(total(c.monthFirst, 0), total(c.dayFirst, 0))
}

// monthsFirst reports that the column writes days with this sign month first.
func (c *dayColumn) monthsFirst(sign byte) bool {
	return total(c.dayFirst, 0) == 0 && total(c.monthFirst, 0) >= sure && total(c.monthFirst, sign) > 0
}

// leansMonthFirst reports that a day with this sign, which can be read in both orders, is rather one
// with the month first. Where dots stand the day is first, in both countries: of them nothing but
// dots shows otherwise.
func (c *dayColumn) leansMonthFirst(sign byte) bool {
	if sign != '.' {
		sign = 0
	}
	return total(c.dayFirst, 0) == 0 && total(c.monthFirst, sign) > 0
}

// daysFirst reports that days that are written like this one stand in the column day first.
// Only such are believed of numbers with «/» between them: an American spreadsheet writes
// «4/5/2003» for a day that it could read, and leaves «14/05/2003» beside it.
func (c *dayColumn) daysFirst(spelt spelling) bool {
	bare := spelling{spelt.sign, zerosLeftOut}
	switch strange := c.open[bare] > 0 && c.dayFirst[bare] == 0; spelt.zero {
	case zerosLeftOut:
		return !strange
	case zerosUnseen:
		return !strange && total(c.dayFirst, spelt.sign) > 0
	}
	return c.dayFirst[spelt]+c.dayFirst[spelling{spelt.sign, zerosUnseen}] > 0
}
