package data

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Date is a calendar day as ISO text, "2003-03-05"; empty means unknown. Dates
// compare as strings.
type Date string

// MakeDate returns the day, or an error when the calendar has none such (31.02).
func MakeDate(year, month, day int) (Date, error) {
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	if year < 1 || year > 9999 || t.Year() != year || int(t.Month()) != month || t.Day() != day {
		return "", fmt.Errorf("make date: no day %d of month %d in year %d", day, month, year)
	}
	return Date(t.Format(time.DateOnly)), nil
}

// DateOf returns the day of an instant in the zone that t carries.
func DateOf(t time.Time) Date { return Date(t.Format(time.DateOnly)) }

// Time returns midnight UTC of the day; the zero time for an unknown date.
func (d Date) Time() time.Time {
	t, err := time.Parse(time.DateOnly, string(d))
	if err != nil {
		return time.Time{}
	}
	return t
}

// Dotted writes the day as people of both countries do: 05.03.2003.
func (d Date) Dotted() string {
	if d == "" {
		return ""
	}
	return d.Time().Format("02.01.2006")
}

// DaysTo is how many days of the calendar the day on is after d; one before it is less than
// nothing. Both days must be known.
func (d Date) DaysTo(on Date) int { return int(on.Time().Sub(d.Time()) / (24 * time.Hour)) }

// Years returns the full years from d to the day on, as an age is counted.
func (d Date) Years(on Date) int {
	a, b := d.Time(), on.Time()
	years := b.Year() - a.Year()
	if b.Month() < a.Month() || b.Month() == a.Month() && b.Day() < a.Day() {
		years--
	}
	return years
}

// ParseDate reads a day in any usual spelling: 2003-03-05, 05.03.2003, 5/3/03,
// 5-3-2003, "05 03 2003", 05032003, «5 березня 2003 р.». Day comes before month; a year of two digits
// lies in the hundred years that end with the year of today. Trailing «р.», «г.»
// and a midnight time are ignored. The error has a code: date.unreadable for no
// date at all, date.no_such_day for a day that no calendar has (and how many days its month has).
func ParseDate(s string, today Date) (Date, error) {
	clean := trimDate(s)
	parts := splitDate(clean)
	if len(parts) != 3 {
		return "", Fail("date.unreadable", Args{"value": s})
	}
	day, month, year := parts[0], parts[1], parts[2]
	if len(day) == 4 {
		day, year = year, day
	}
	y, m, d := number(year), monthNumber(month), number(day)
	if y < 0 || m < 0 || d < 0 || len(day) > 2 || m > 99 || (len(year) != 2 && len(year) != 4) {
		return "", Fail("date.unreadable", Args{"value": s})
	}
	if len(year) == 2 {
		y = fullYear(y, today)
	}
	date, err := MakeDate(y, m, d)
	if err != nil {
		return "", FailWith(err, "date.no_such_day", Args{"value": s, "days": daysOf(y, m)})
	}
	return date, nil
}

// ReadDay is [ParseDate] for a person's answer: empty is none, and a refusal names the place
// by its title. value.no_such_day knows as "days" how many the month has, 0 where there is no
// such month.
func ReadDay(title any, typed string, today Date) (Date, error) {
	if typed == "" {
		return "", nil
	}
	d, err := ParseDate(typed, today)
	if err == nil {
		return d, nil
	}
	code, args := "value.bad_date", Args{"value": typed, "field": title}
	if refused := (*Error)(nil); errors.As(err, &refused) && refused.Code == "date.no_such_day" {
		code, args["days"] = "value.no_such_day", refused.Args["days"]
	}
	return "", FailWith(err, code, args)
}

// daysOf is how many days a month has, 0 for a month that is none.
func daysOf(year, month int) int {
	if month < 1 || month > 12 {
		return 0
	}
	return time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

func trimDate(s string) string {
	s = strings.ToLower(strings.Join(strings.Fields(s), " "))
	for _, tail := range []string{"00:00:00", "0:00:00", "00:00", "t00:00:00z", "року", "рік", "года", "год", "ж.", "р.", "г.", "р", "г"} {
		s = strings.TrimSpace(strings.TrimSuffix(s, tail))
	}
	return strings.Trim(s, " .,")
}

func splitDate(s string) []string {
	if len(s) == 8 && number(s) >= 0 {
		if number(s[4:]) < 1900 {
			return []string{s[:4], s[4:6], s[6:]}
		}
		return []string{s[:2], s[2:4], s[4:]}
	}
	return strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune("./- ,\\", r) })
}

// monthStems begin the names of the months, in Ukrainian, Russian and Kyrgyz.
var monthStems = map[string]int{
	"січ": 1, "лют": 2, "бер": 3, "кві": 4, "тра": 5, "чер": 6, "лип": 7, "сер": 8, "вер": 9, "жов": 10, "лис": 11, "гру": 12,
	"янв": 1, "фев": 2, "мар": 3, "апр": 4, "май": 5, "мая": 5, "июн": 6, "июл": 7, "авг": 8, "сен": 9, "окт": 10, "ноя": 11, "дек": 12,
}

func monthNumber(s string) int {
	if r := []rune(s); len(r) >= 3 {
		if m, known := monthStems[string(r[:3])]; known {
			return m
		}
	}
	return number(s)
}

func fullYear(short int, today Date) int {
	now := today.Time().Year()
	year := now - now%100 + short
	if year > now {
		year -= 100
	}
	return year
}

// number reads ASCII digits; -1 when there is anything else.
func number(s string) int {
	for _, r := range s {
		if r < '0' || r > '9' {
			return -1
		}
	}
	n, err := strconv.Atoi(s)
	if err != nil {
		return -1
	}
	return n
}
