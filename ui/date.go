package ui

import "graduand/ui/widgets"

// believeRecent lets the calendar of a day that is no day of birth begin with the year of
// the campaign.
func (w *Window) believeRecent(d *widgets.DateEntry) {
	d.LastYear = w.registrar.Campaign().Year
	d.FirstYear = d.LastYear - recentYears
}

// recentYears is how far back such a day may lie: the birth of who is in school for long.
const recentYears = 27

// newDateEntry is a date entry in the window's language, for birth dates that the
// campaign believes.
func (w *Window) newDateEntry() *widgets.DateEntry {
	words := widgets.DateWords{Hint: w.say("ui.date_hint", nil), Year: w.say("ui.date_year", nil),
		Month: w.say("ui.date_month", nil), Day: w.say("ui.date_day", nil)}
	for i := range words.Months {
		words.Months[i] = w.say("month.m"+string(rune('0'+(i+1)/10))+string(rune('0'+(i+1)%10)), nil)
	}
	d := widgets.NewDateEntry(words)
	d.LastYear = w.registrar.Campaign().Year - 14
	d.FirstYear = d.LastYear - 11
	return d
}
