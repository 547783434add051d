package frame

import (
	"fyne.io/fyne/v2"

	"graduand/data/text"
	"graduand/ui/widgets"
)

// BelieveRecent lets the calendar of a day that is no day of birth begin with the year of
// the campaign.
func (w *Window) BelieveRecent(d *widgets.DateEntry) {
	d.LastYear = w.registrar.Campaign().Year
	d.FirstYear = d.LastYear - recentYears
}

// recentYears is how far back such a day may lie: the birth of who is in school for long.
const recentYears = 27

// NewDateEntry is a date entry in the window's language, for birth dates that the
// campaign believes.
func (w *Window) NewDateEntry() *widgets.DateEntry {
	words := widgets.DateWords{Hint: w.Say("ui.date_hint", nil), Year: w.Say("ui.date_year", nil),
		Month: w.Say("ui.date_month", nil), Day: w.Say("ui.date_day", nil)}
	for i := range words.Months {
		words.Months[i] = w.Say("month.m"+string(rune('0'+(i+1)/10))+string(rune('0'+(i+1)%10)), nil)
	}
	d := widgets.NewDateEntry(words)
	d.LastYear = w.registrar.Campaign().Year - 14
	d.FirstYear = d.LastYear - 11
	return d
}

// LanguageButtons are the languages by their own names; the present one is marked.
func LanguageButtons(w *Window, chosen func(string)) *fyne.Container {
	var names []string
	present := 0
	for i, code := range text.Languages() {
		names = append(names, w.Say("settings_screen.language."+code, nil))
		if code == w.Settings.Language {
			present = i
		}
	}
	return widgets.ChoiceButtons(names, present, func(i int) { chosen(text.Languages()[i]) })
}
