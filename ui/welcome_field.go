package ui

import (
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/ui/widgets"
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

// setFault shows an error under the input, or takes it away.
func (l *labelled) setFault(sentence string) {
	l.words.SetText(sentence)
	l.fault.Hidden = sentence == ""
	l.box.Refresh()
}

// fieldCaption is the caption of a field.
func fieldCaption(words string) *widget.Label {
	label := widget.NewLabel(words)
	label.SizeName = theme.SizeNameCaptionText
	label.Truncation = fyne.TextTruncateEllipsis
	return label
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

// follow scrolls until all of an object is seen: Fyne leaves a field that the Tab
// key reached out of sight.
func follow(scroll *container.Scroll, object fyne.CanvasObject) {
	if scroll == nil {
		return
	}
	driver := fyne.CurrentApp().Driver()
	top := driver.AbsolutePositionForObject(object).Y - driver.AbsolutePositionForObject(scroll.Content).Y
	bottom := top + object.Size().Height
	switch {
	case top < scroll.Offset.Y:
		scroll.ScrollToOffset(fyne.NewPos(0, top))
	case bottom > scroll.Offset.Y+scroll.Size().Height:
		scroll.ScrollToOffset(fyne.NewPos(0, bottom-scroll.Size().Height))
	}
}

// followedEntry, followedSelect and followedCheck tell when they get the focus.
type followedEntry struct {
	widgets.Entry
	gained func()
}

// FocusGained tells it.
func (e *followedEntry) FocusGained() {
	e.Entry.FocusGained()
	e.gained()
}

type followedSelect struct {
	widget.Select
	codes  []string
	gained func()
}

// FocusGained tells it.
func (s *followedSelect) FocusGained() {
	s.Select.FocusGained()
	s.gained()
}

// CreateRenderer puts a frame around the choice, as entries have one: without it
// nobody sees that it is an input.
func (s *followedSelect) CreateRenderer() fyne.WidgetRenderer {
	r := &framedRenderer{WidgetRenderer: s.Select.CreateRenderer(), frame: canvas.NewRectangle(color.Transparent)}
	r.paint()
	return r
}

type framedRenderer struct {
	fyne.WidgetRenderer
	frame *canvas.Rectangle
}

// Objects are those of the choice and the frame.
func (r *framedRenderer) Objects() []fyne.CanvasObject {
	return append(slices.Clone(r.WidgetRenderer.Objects()), r.frame)
}

// Layout gives the frame all there is.
func (r *framedRenderer) Layout(size fyne.Size) {
	r.WidgetRenderer.Layout(size)
	r.frame.Resize(size)
}

// Refresh takes the colours of the theme that holds now.
func (r *framedRenderer) Refresh() {
	r.WidgetRenderer.Refresh()
	r.paint()
	r.frame.Refresh()
}

func (r *framedRenderer) paint() {
	r.frame.StrokeColor = theme.Color(theme.ColorNameInputBorder)
	r.frame.StrokeWidth = theme.Size(theme.SizeNameInputBorder)
	r.frame.CornerRadius = theme.Size(theme.SizeNameInputRadius)
}

type followedCheck struct {
	widget.Check
	gained func()
}

// FocusGained tells it.
func (c *followedCheck) FocusGained() {
	c.Check.FocusGained()
	c.gained()
}
