package roster

import (
	"slices"
	"strings"

	"graduand/data"
	"graduand/data/pattern"
)

// scriptDay is a day as scripts write it, «Fri May 12 2006 00:00:00 GMT+0300 (…)».
var scriptDay = pattern.New(`(?i)^(?:mon|tue|wed|thu|fri|sat|sun),? ([a-z]{3})[a-z]* (\d{1,2}),? (\d{4})(?:[ ,]|$)`)

// sixDigits are day, month and year without anything between, or the other way round.
var sixDigits = pattern.New(`^(\d{2})(\d{2})(\d{2})$`)

// args are what the sentence of a day's rule may say: the day that it is, or may be, and another one.
func (d Day) args() data.Args {
	args := data.Args{"date": d.Date.Dotted(), "other": ""}
	for i, date := range d.Readings {
		switch {
		case i > 0:
			args["other"] = date.Dotted()
		case d.Date == "":
			args["date"] = date.Dotted()
		}
	}
	return args
}

// Refusal is why a text of a column of days cannot be taken as it is, where it likely means a day:
// that is said. nil for any other.
func (d Day) Refusal(typed string) error {
	if d.Date != "" || len(d.Readings) == 0 {
		return nil
	}
	args := d.args()
	args["value"] = data.Shorten(typed)
	return data.Fail("roster.rule."+d.Rule, args)
}

// unreadDay says of a text that is no day why not, and which day it likely means, by
// [Day.Readings]: it is refused nevertheless, as the day may have moved, or the year stand first.
func unreadDay(text, rule string, today data.Date) Day {
	text = data.OneLine(text)
	if m := scriptDay.FindStringSubmatch(text); m != nil {
		month := englishMonth(strings.ToLower(m[1]))
		if day, err := data.ParseDate(m[2]+"."+twoDigits(month)+"."+m[3], today); err == nil && month > 0 {
			return Day{Rule: "date_script", Severity: data.SeverityError, Readings: []data.Date{day}}
		}
	}
	if m := sixDigits.FindStringSubmatch(text); m != nil {
		var days []data.Date
		for _, spelt := range []string{m[1] + "." + m[2] + "." + m[3], m[3] + "." + m[2] + "." + m[1]} {
			if day, err := data.ParseDate(spelt, today); err == nil && !slices.Contains(days, day) {
				days = append(days, day)
			}
		}
		believed := slices.DeleteFunc(slices.Clone(days), func(d data.Date) bool { return !believable(d, today) })
		if len(believed) > 0 {
			days = believed // as a birth date of a class list is
		}
		if len(days) > 0 {
			return Day{Rule: "date_digits", Severity: data.SeverityError, Readings: days}
		}
	}
	return Day{Rule: rule, Severity: data.SeverityError}
}
