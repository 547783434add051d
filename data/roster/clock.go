package roster

import (
	"strconv"
	"strings"
	"time"

	"graduand/data"
	"graduand/data/pattern"
)

// Programs that keep a day as an instant write midnight, and midnight of another place
// where the zones differ: 21:00 or 22:00 of the day before for Kyiv, 18:00 or 19:00 for
// Bishkek. From lateHour on a day with a time of day may be the one before.
const lateHour = 18

// lastHours begin those of a day there in which it is midnight already where summer time, or
// the zone, differs by an hour or two from what the program believed.
const lastHours = 22

const secondsOfDay = 24 * 60 * 60

var (
	// clockBehind is the time of day behind a date.
	clockBehind = pattern.New(`[t ,]\s*(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*([ap]\.?m\.?)?$`)
	// zoned is an instant by ISO 8601, or as programs write it: with its zone.
	zoned = pattern.New(`^(\d{4})-(\d{2})-(\d{2})[t ](\d{2}):?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?\s*(?:z|utc|gmt|([+-])(\d{2}):?(\d{2})?)$`)
)

// cutClock takes the time of day off a date; seconds is 0 where there is none.
func cutClock(s string) (date string, seconds int) {
	if !strings.Contains(s, ":") {
		return s, 0
	}
	lower := strings.ToLower(s)
	m := clockBehind.FindStringSubmatchIndex(lower)
	if m == nil || len(lower) != len(s) {
		return s, 0
	}
	hour, minute, second := numberAt(lower, m, 1), numberAt(lower, m, 2), numberAt(lower, m, 3)
	if m[8] >= 0 {
		if hour %= 12; lower[m[8]] == 'p' {
			hour += 12
		}
	}
	if hour > 23 || minute > 59 || second > 59 {
		return s, 0
	}
	return strings.TrimSpace(s[:m[0]]), hour*3600 + minute*60 + second
}

// numberAt is the number that a group of a pattern has found, 0 for none.
func numberAt(s string, match []int, group int) int {
	if match[2*group] < 0 {
		return 0
	}
	n, err := strconv.Atoi(s[match[2*group]:match[2*group+1]])
	if err != nil {
		return 0
	}
	return n
}

// instant reads a day that is written as a moment in a zone. What is midnight as it is
// written, or in the zone of the campaign, is that day; else the day there, and a second
// one where the moment lies near a midnight.
func instant(s string, zone *time.Location) (days []data.Date, is bool) {
	if len(s) < len("2003-04-05t0000z") {
		return nil, false
	}
	lower := strings.ToLower(strings.TrimSpace(s))
	m := zoned.FindStringSubmatchIndex(lower)
	if m == nil {
		return nil, false
	}
	offset := numberAt(lower, m, 8)*3600 + numberAt(lower, m, 9)*60
	if m[14] >= 0 && lower[m[14]] == '-' {
		offset = -offset
	}
	day, err := data.MakeDate(numberAt(lower, m, 1), numberAt(lower, m, 2), numberAt(lower, m, 3))
	seconds := numberAt(lower, m, 4)*3600 + numberAt(lower, m, 5)*60 + numberAt(lower, m, 6)
	if err != nil || seconds >= secondsOfDay {
		return nil, true
	}
	if seconds == 0 {
		return []data.Date{day}, true
	}
	if zone == nil {
		return nearMidnight(day, seconds), true
	}
	there := day.Time().Add(time.Duration(seconds-offset) * time.Second).In(zone)
	local, clock := data.DateOf(there), there.Hour()*3600+there.Minute()*60+there.Second()
	switch {
	case clock == 0:
		return []data.Date{local}, true
	case local != day:
		return []data.Date{local, day}, true
	case clock >= lastHours*3600:
		return []data.Date{nextDay(day), day}, true
	}
	return nearMidnight(day, seconds), true
}

// nearMidnight are the days that a date with a time of day may mean: late in the evening it
// is the next one, as another zone had it, or its own.
func nearMidnight(day data.Date, seconds int) []data.Date {
	if seconds < lateHour*3600 {
		return []data.Date{day}
	}
	return []data.Date{nextDay(day), day}
}

func nextDay(day data.Date) data.Date { return data.DateOf(day.Time().AddDate(0, 0, 1)) }
