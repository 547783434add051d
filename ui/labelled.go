package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// labelled is an input under its caption, with room for its error below.
type labelled struct {
	input fyne.Focusable
	box   *fyne.Container
	fault *fyne.Container
	words *widget.Label
}

func newLabelled(caption string, input interface {
	fyne.CanvasObject
	fyne.Focusable
}) *labelled {
	return newLabelledRow(caption, input, input)
}

// newLabelledRow is for an input that is a part of its row.
func newLabelledRow(caption string, row fyne.CanvasObject, input fyne.Focusable) *labelled {
	l := &labelled{input: input, words: widget.NewLabel("")}
	l.words.Wrapping, l.words.Importance = fyne.TextWrapWord, widget.DangerImportance
	icon := container.NewPadded(widget.NewIcon(theme.NewErrorThemedResource(theme.ErrorIcon())))
	l.fault = container.NewBorder(nil, nil, icon, nil, l.words)
	l.fault.Hide()
	l.box = container.New(layout.NewCustomPaddedVBoxLayout(0), fieldCaption(caption), row, l.fault)
	return l
}

// Faulty says that an error is shown under the input.
func (l *labelled) Faulty() bool { return l.fault.Visible() }

// setFault shows an error under the input, or takes it away.
func (l *labelled) setFault(sentence string) {
	l.words.SetText(sentence)
	l.fault.Hidden = sentence == ""
	l.box.Refresh()
}

// pair puts two fields beside each other.
func pair(left, right *labelled) fyne.CanvasObject {
	return container.New(&halves{}, left.box, right.box)
}

// halves gives its two objects half the width each, with air between.
type halves struct{}

// MinSize has room for the higher one.
func (*halves) MinSize(objects []fyne.CanvasObject) fyne.Size {
	left, right := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(2*max(left.Width, right.Width), max(left.Height, right.Height))
}

// Layout puts them beside each other.
func (*halves) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	gap := 3 * theme.Padding()
	half := fyne.NewSize((size.Width-gap)/2, size.Height)
	objects[0].Resize(half)
	objects[0].Move(fyne.Position{})
	objects[1].Resize(half)
	objects[1].Move(fyne.NewPos(half.Width+gap, 0))
}
