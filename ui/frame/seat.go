package frame

import (
	"reflect"
	"slices"

	"fyne.io/fyne/v2"

	"graduand/ui/widgets"
)

// seat is what on a page has the keyboard, in a way that outlives the page: the how manieth of
// its kind it is, and where in it somebody was typing.
type seat struct {
	kind reflect.Type
	at   int
	// words are what was typed since the keyboard came, row and column are the cursor.
	words       string
	begun       bool
	row, column int
}

// seatOn is where the keyboard is on a page; false where it is not in it.
func seatOn(page fyne.CanvasObject, focused fyne.Focusable) (s seat, is bool) {
	if focused == nil {
		return s, false
	}
	s = seat{kind: reflect.TypeOf(focused)}
	s.at = slices.Index(inputsIn(page, s.kind), focused)
	if e, types := focused.(interface{ Inner() *widgets.Entry }); types {
		entry := e.Inner()
		s.words, s.begun, s.row, s.column = entry.Text, entry.Begun(), entry.CursorRow, entry.CursorColumn
	}
	return s, s.at >= 0
}

// take gives the keyboard to the same place of the page; nil where it is not there.
func (s seat) take(c fyne.Canvas, page fyne.CanvasObject) fyne.Focusable {
	inputs := inputsIn(page, s.kind)
	if s.at >= len(inputs) {
		return nil
	}
	c.Focus(inputs[s.at])
	return inputs[s.at]
}

// sit is [seat.take] on a page that was built anew: what was half typed goes on.
func (s seat) sit(c fyne.Canvas, page fyne.CanvasObject) {
	e, types := s.take(c, page).(interface{ Inner() *widgets.Entry })
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

// groupOf are those of its kind that stand together with an input, itself among them.
func groupOf(o fyne.CanvasObject, input fyne.Focusable) []fyne.Focusable {
	all := inputsIn(o, reflect.TypeOf(input))
	if !slices.Contains(all, input) {
		return nil
	}
	for _, part := range partsOf(o) {
		if nearer := groupOf(part, input); len(nearer) > 1 {
			return nearer
		}
	}
	return all
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
