package overview

import (
	"slices"
	"strconv"
	"strings"

	"graduand/data"
	"graduand/data/registrar/season"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// weekdays are the names of the days of the week, Monday first.
func (s *Screen) weekdays() []string { return strings.Fields(s.say("weekdays", nil)) }

func (s *Screen) legendOfDays() string {
	return s.say("coming_off", nil) + "; " + s.say("coming_date", nil)
}

// showDays shows the days of the campaign that are to come, were missed, or are not known, and the
// weeks before them (F-03, F-04).
func (s *Screen) showDays(o *season.Overview) {
	dues := slices.DeleteFunc(slices.Clone(o.Dues), func(d season.Due) bool { return d.On != "" && d.On < o.Today && !d.Late() })
	s.dues.show(len(dues), func(t *taskRow, i int) {
		d := &dues[i]
		t.show(s, s.severityOf(d), s.wordsOfDue(d), s.routeOfDue(d))
	})
	days := make([]widgets.StripDay, len(o.Coming))
	for i, d := range o.Coming {
		days[i] = widgets.StripDay{Label: strconv.Itoa(d.On.Time().Day()), Off: !d.Working, Marked: len(d.Dates) > 0 || d.Answers > 0, Today: d.On == o.Today, Past: d.On < o.Today}
	}
	s.strip.Set(days)
	s.showComing(o)
}

// severityOf is how grave a day is: it is past and something was due, or nobody knows it.
func (s *Screen) severityOf(d *season.Due) data.Severity {
	switch {
	case d.Late():
		return data.SeverityError
	case d.On == "" && len(d.Graduates) > 0:
		return data.SeverityWarning
	}
	return aDay
}

// wordsOfDue name a day, how far off it is, and whom it concerns.
func (s *Screen) wordsOfDue(d *season.Due) string {
	words := d.Title + ": "
	days := s.say("days", map[string]any{"count": max(d.Days, -d.Days)})
	switch {
	case d.On == "":
		words += s.say("due_unknown", nil)
	case d.Days < 0:
		words += d.On.Dotted() + ", " + s.say("due_past", map[string]any{"days": days})
	case d.Days < 2:
		words += d.On.Dotted() + ", " + s.away(d.Days)
	default:
		words += d.On.Dotted() + ", " + s.say("due_left", map[string]any{"days": days, "working": d.Working})
	}
	if n := len(d.Graduates); n > 0 {
		words += "; " + s.say("due_whom", map[string]any{"number": n})
	}
	return words
}

// routeOfDue leads to those whom a day concerns; where nobody knows it to the calendar.
func (s *Screen) routeOfDue(d *season.Due) frame.Route {
	switch {
	case d.On == "":
		return frame.Route{Screen: frame.SettingsPage, Unnamed: true, Chooses: true}
	case len(d.Graduates) == 0:
		return frame.Route{}
	}
	return frame.Gathered(s.say("due_of", map[string]any{"title": d.Title}), d.Graduates)
}

// routeOfDay is [Screen.routeOfDue] of the day with a code.
func (s *Screen) routeOfDay(o *season.Overview, code string) frame.Route {
	for i := range o.Dues {
		if o.Dues[i].Code == code {
			return s.routeOfDue(&o.Dues[i])
		}
	}
	return frame.Route{}
}

// showComing says in words what there is on the days to come.
func (s *Screen) showComing(o *season.Overview) {
	var lines []comingLine
	for i := range o.Coming {
		if o.Coming[i].On >= o.Today {
			lines = append(lines, s.linesOf(&o.Coming[i])...)
		}
	}
	s.coming.show(len(lines), func(t *taskRow, i int) {
		t.show(s, aDay, lines[i].words, lines[i].route)
	})
}

// comingLine is what there is on one of the days to come, and where that leads.
type comingLine struct {
	words string
	route frame.Route
}

func (s *Screen) linesOf(d *season.ComingDay) (lines []comingLine) {
	day := s.weekdays()[(int(d.On.Time().Weekday())+6)%7] + " " + d.On.Dotted()[:len("02.01")] + ": "
	switch {
	case d.Off != "" && d.Working:
		lines = append(lines, comingLine{words: day + s.say("coming_moved", nil) + ", " + d.Off})
	case d.Off != "":
		lines = append(lines, comingLine{words: day + s.say("day_off", nil) + ", " + d.Off})
	}
	for _, date := range d.Dates {
		if date.Kind == "event" {
			lines = append(lines, comingLine{words: day + date.Title})
		}
	}
	if d.Answers > 0 {
		lines = append(lines, comingLine{day + s.say("coming_answers", map[string]any{"number": d.Answers}), s.window.NextPeople(data.NextAwait)})
	}
	return lines
}
