package frame

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"graduand/ui/widgets"
)

// wholeWords lies over what was done and shows all of it on a click where the line has no room
// for it: it is read nowhere else.
type wholeWords struct {
	widget.BaseWidget
	words *widgets.Shortened
	show  func(words string)
}

func newWholeWords(words *widgets.Shortened, show func(string)) *wholeWords {
	w := &wholeWords{words: words, show: show}
	w.ExtendBaseWidget(w)
	return w
}

// CreateRenderer draws nothing.
func (w *wholeWords) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewWithoutLayout())
}

// Tapped shows them.
func (w *wholeWords) Tapped(*fyne.PointEvent) {
	if w.words.Cut() {
		w.show(w.words.Text)
	}
}

// Cursor says that a click does something.
func (w *wholeWords) Cursor() desktop.Cursor {
	if w.words.Cut() {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}
