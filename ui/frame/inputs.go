package frame

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/data/registrar"
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
	present := max(slices.Index(text.Languages(), w.Settings.Language), 0)
	return widgets.ChoiceButtons(LanguageNames(w), present, func(i int) { chosen(text.Languages()[i]) })
}

// PlaceField asks for a file in a dialog: what was chosen, and the button that asks. It
// is not typed into, so that every replacing of a file has been asked about.
type PlaceField struct {
	// Field is all of it under its caption, Button the one that asks.
	Field  *widgets.Labelled
	Button *widgets.Button
	shown  *widget.Label
	// Path is empty while nothing is chosen.
	Path string
}

// NewPlaceField has a caption by its id; pick asks for the file and calls
// [PlaceField.Set].
func NewPlaceField(w *Window, caption string, pick func()) *PlaceField {
	f := &PlaceField{shown: widget.NewLabel(w.Say("season_screen.not_chosen", nil))}
	f.shown.Wrapping, f.shown.Importance = fyne.TextWrapBreak, widget.LowImportance
	f.Button = widgets.NewButton(w.Say("season_screen.choose", nil), theme.FolderOpenIcon(), pick)
	f.Field = widgets.NewLabelledRow(w.Say(caption, nil), container.NewBorder(nil, nil, nil, container.NewCenter(f.Button), f.shown), f.Button)
	return f
}

// Set shows the chosen file and takes the error away.
func (f *PlaceField) Set(path string) {
	f.Path = path
	f.shown.Importance = widget.MediumImportance
	f.shown.SetText(path)
	f.Field.SetFault("")
}

// Lack is a field of a dialog with what it lacks, empty for nothing.
type Lack struct {
	// Field is the field, Words what it lacks.
	Field *widgets.Labelled
	Words string
}

// SayLacks says under each field what it lacks and goes to the first; true when nothing
// is lacking.
func (w *Window) SayLacks(lacks ...Lack) bool {
	sound := true
	for _, l := range lacks {
		l.Field.SetFault(l.Words)
		if l.Words != "" && sound {
			w.Canvas().Focus(l.Field.Input)
			sound = false
		}
	}
	return sound
}

// Recipient asks to whom a file goes that leaves the school. It may stay empty: the history
// then holds whom such a file usually goes to, who is proposed (KG-013).
type Recipient struct {
	// Entry is what is typed into, Field the same under its caption.
	Entry *widgets.Entry
	Field *widgets.Labelled

	window *Window
	file   string
}

// NewRecipient asks about no file yet: see [Recipient.About].
func NewRecipient(w *Window) *Recipient {
	r := &Recipient{window: w, Entry: widgets.NewEntry("")}
	r.Entry.OnChanged = func(whom string) { w.sitting.recipients[r.file] = whom }
	r.Field = widgets.NewLabelled(w.Say("recipient.field", nil), r.Entry)
	// A history that cannot be written keeps nobody.
	widgets.SetHidden(r.Field.Box, w.OnlyLooking())
	return r
}

// About says which file it is: one that the history knows as an event of a kind, and whom it
// is of. What was typed for that file in this sitting stands there again.
func (r *Recipient) About(kind string, of ...string) {
	r.Usually(registrar.UsualRecipient(kind), append([]string{kind}, of...)...)
}

// Usually is About for a file that is named by names of its own, and usually goes to whom a
// code says: see [campaign.Campaign.Recipient].
func (r *Recipient) Usually(code string, file ...string) {
	w, school := r.window, r.window.School()
	proposed := w.Say("recipient.nobody", nil)
	if w.registrar.Campaign().Recipient(code, &school) != "" {
		proposed = w.Say("recipient.usual", map[string]any{"whom": w.Say("recipient."+code, nil)})
	}
	r.file = strings.Join(file, "\x00")
	r.Entry.SetPlaceHolder(proposed)
	if said := w.sitting.recipients[r.file]; said != r.Entry.Text {
		r.Entry.SetText(said)
	}
}

// Said is to whom it goes as it was typed, for [registrar.GoesTo].
func (r *Recipient) Said() string { return r.Entry.Text }
