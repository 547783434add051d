package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/ui/widgets"
)

// leaveByEscape makes Esc in an entry leave the dialog, and Enter confirm it.
func leaveByEscape(e *widgets.Entry, front func() *box) {
	e.OnEscape = func() { front().leave() }
	e.OnSubmitted = func(string) { front().confirm() }
}

// placeField asks for a file in a dialog: what was chosen, and the button that asks. It
// is not typed into, so that every replacing of a file has been asked about.
type placeField struct {
	window *Window
	field  *labelled
	shown  *widget.Label
	button *widgets.Button
	// path is empty while nothing is chosen.
	path string
}

func newPlaceField(w *Window, caption string, pick func()) *placeField {
	f := &placeField{window: w, shown: widget.NewLabel(w.say("copies.not_chosen", nil))}
	f.shown.Wrapping, f.shown.Importance = fyne.TextWrapBreak, widget.LowImportance
	f.button = widgets.NewButton(w.say("copies.choose", nil), theme.FolderOpenIcon(), pick)
	f.field = newLabelledRow(w.say(caption, nil), container.NewBorder(nil, nil, nil, container.NewCenter(f.button), f.shown), f.button)
	return f
}

func (f *placeField) set(path string) {
	f.path = path
	f.shown.Importance = widget.MediumImportance
	f.shown.SetText(path)
	f.field.setFault("")
}

// lack is a field of a dialog with what it lacks, empty for nothing.
type lack struct {
	field *labelled
	words string
}

// sayLacks says under each field what it lacks and goes to the first; true when nothing
// is lacking.
func (w *Window) sayLacks(lacks ...lack) bool {
	sound := true
	for _, l := range lacks {
		l.field.setFault(l.words)
		if l.words != "" && sound {
			w.Canvas().Focus(l.field.input)
			sound = false
		}
	}
	return sound
}
