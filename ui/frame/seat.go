package frame

import (
	"reflect"

	"fyne.io/fyne/v2"

	"graduand/ui/widgets"
)

// seat is what on a page has the keyboard, in a way that outlives the page: the how manieth of
// its kind it is, and where in it somebody was typing.
type seat struct {
	page string
	kind reflect.Type
	at   int
	// words are what was typed since the keyboard came, row and column are the cursor.
	words       string
	begun       bool
	row, column int
}

// Anew builds everything again as the settings now say. The keyboard stays where it was, in the
// middle of a word too.
func (w *Window) Anew() {
	if !w.open() {
		return
	}
	seat, seated := w.seat()
	kept := w.keepAll()
	current := w.current
	w.rebuildWith(kept)
	w.Go(Route{Screen: current})
	if seated {
		// Its fields may come with an answer of the registry.
		w.await(func() { w.sit(seat) })
	}
}

// seat is where the keyboard is on the page in front; false where it is not in it.
func (w *Window) seat() (s seat, is bool) {
	focused := w.Canvas().Focused()
	if focused == nil || len(w.boxes) > 0 || w.waiting.over != nil {
		return s, false
	}
	s = seat{page: w.pageInFront(), kind: reflect.TypeOf(focused)}
	for _, f := range inputsIn(w.pages[s.page], s.kind) {
		if f == focused {
			is = true
			break
		}
		s.at++
	}
	if e, types := focused.(interface{ Inner() *widgets.Entry }); types {
		entry := e.Inner()
		s.words, s.begun, s.row, s.column = entry.Text, entry.Begun(), entry.CursorRow, entry.CursorColumn
	}
	return s, is
}

// sit gives the keyboard to the same place of a page that was built anew.
func (w *Window) sit(s seat) {
	inputs := inputsIn(w.pages[w.pageInFront()], s.kind)
	if w.pageInFront() != s.page || len(w.boxes) > 0 || s.at >= len(inputs) {
		return
	}
	w.Canvas().Focus(inputs[s.at])
	e, types := inputs[s.at].(interface{ Inner() *widgets.Entry })
	if !types {
		return
	}
	entry := e.Inner()
	if s.begun && entry.Text != s.words {
		// What was half typed is no value yet, whatever the registry has made of it.
		entry.SetText(s.words)
	}
	entry.CursorRow, entry.CursorColumn = s.row, s.column
	entry.Refresh()
}

// inputsIn are all in o of one kind that are seen and take keys, in the order of Tab.
func inputsIn(o fyne.CanvasObject, kind reflect.Type) (inputs []fyne.Focusable) {
	if o == nil || !o.Visible() {
		return nil
	}
	if table, is := o.(*widgets.Table); is && reflect.TypeOf(table.Focusable()) == kind {
		return []fyne.Focusable{table.Focusable()}
	}
	if input, is := o.(fyne.Focusable); is && reflect.TypeOf(o) == kind {
		if able, may := o.(fyne.Disableable); !may || !able.Disabled() {
			return []fyne.Focusable{input}
		}
		return nil
	}
	if inner, is := o.(*widgets.InnerScroll); is {
		return inputsIn(inner.Content, kind)
	}
	for _, part := range partsOf(o) {
		inputs = append(inputs, inputsIn(part, kind)...)
	}
	return inputs
}
