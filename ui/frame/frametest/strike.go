package frametest

import (
	"unicode"

	"fyne.io/fyne/v2"

	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// Strike types words as the keys of a PC give them: each a key and then a letter, to whatever
// has the keyboard by then, or to nothing.
func Strike(w *frame.Window, words string) {
	for _, r := range words {
		name := fyne.KeyName(string(unicode.ToUpper(r)))
		if r == ' ' {
			name = fyne.KeySpace
		}
		if focused := w.Canvas().Focused(); focused != nil {
			focused.TypedKey(&fyne.KeyEvent{Name: name})
		}
		if focused := w.Canvas().Focused(); focused != nil {
			focused.TypedRune(r)
		}
	}
}

// Tab presses Tab as the driver of a PC does: what has the keyboard may keep it.
func Tab(w *frame.Window) {
	if keeps, is := w.Canvas().Focused().(fyne.Tabbable); is && keeps.AcceptsTab() {
		w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyTab})
		return
	}
	w.Canvas().FocusNext()
}

// TabBack presses Tab with Shift held.
func TabBack(w *frame.Window) {
	held := widgets.Backwards
	defer func() { widgets.Backwards = held }()
	widgets.Backwards = func() bool { return true }
	w.Canvas().FocusPrevious()
}
