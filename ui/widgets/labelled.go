package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Labelled is an input under its caption, with room for its error below.
type Labelled struct {
	// Input takes the focus, Box is all of it.
	Input fyne.Focusable
	Box   *fyne.Container
	fault *fyne.Container
	words *widget.Label
}

// NewLabelled puts a caption over an input that is its own row.
func NewLabelled(caption string, input interface {
	fyne.CanvasObject
	fyne.Focusable
}) *Labelled {
	return NewLabelledRow(caption, input, input)
}

// NewLabelledRow is for an input that is a part of its row.
func NewLabelledRow(caption string, row fyne.CanvasObject, input fyne.Focusable) *Labelled {
	l := &Labelled{Input: input, words: widget.NewLabel("")}
	l.words.Wrapping, l.words.Importance = fyne.TextWrapWord, widget.DangerImportance
	icon := container.NewPadded(widget.NewIcon(theme.NewErrorThemedResource(theme.ErrorIcon())))
	l.fault = container.NewBorder(nil, nil, icon, nil, l.words)
	l.fault.Hide()
	l.Box = container.New(layout.NewCustomPaddedVBoxLayout(0), FieldCaption(caption), row, l.fault)
	return l
}

// Faulty says that an error is shown under the input.
func (l *Labelled) Faulty() bool { return l.fault.Visible() }

// SetFault shows an error under the input, or takes it away.
func (l *Labelled) SetFault(sentence string) {
	l.words.SetText(sentence)
	l.fault.Hidden = sentence == ""
	l.Box.Refresh()
}

// Pair puts two fields beside each other.
func Pair(left, right *Labelled) fyne.CanvasObject {
	return container.New(&Halves{}, left.Box, right.Box)
}

// Halves gives its two objects half the width each, with air between.
type Halves struct{}

// MinSize has room for the higher one.
func (*Halves) MinSize(objects []fyne.CanvasObject) fyne.Size {
	left, right := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(2*max(left.Width, right.Width), max(left.Height, right.Height))
}

// Layout puts them beside each other.
func (*Halves) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	gap := 3 * theme.Padding()
	half := fyne.NewSize((size.Width-gap)/2, size.Height)
	objects[0].Resize(half)
	objects[0].Move(fyne.Position{})
	objects[1].Resize(half)
	objects[1].Move(fyne.NewPos(half.Width+gap, 0))
}
