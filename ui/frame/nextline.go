package frame

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/data"
	"graduand/ui/widgets"
)

// NextLine says what is to be done next about somebody, and leads to where; with nothing to do it
// takes no room.
type NextLine struct {
	Object fyne.CanvasObject
	Said   *widget.Label
	Lead   *widgets.Button

	window *Window
	to     Route
}

// NewNextLine makes the line of nobody; lead goes where the button leads, after what is being typed
// was saved.
func NewNextLine(w *Window, lead func(Route)) *NextLine {
	l := &NextLine{window: w, Said: widgets.Small("")}
	l.Lead = widgets.NewButton("", theme.NavigateNextIcon(), func() { lead(l.to) })
	l.Lead.Importance = widget.LowImportance
	l.Object = container.NewBorder(nil, nil, nil, container.NewCenter(l.Lead), l.Said)
	l.Object.Hide()
	return l
}

// Show says what is next about a graduate, "" for nothing.
func (l *NextLine) Show(next data.Next, id string) {
	l.to = l.window.NextRoute(next, id)
	widgets.SetHidden(l.Object, next == "")
	l.Lead.Name = l.window.Say("graduates_screen.next", map[string]any{"next": l.window.NextWords(next)})
	widgets.SetWords(l.Said, l.Lead.Name)
}
