package widgets

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Select is a choice of Fyne whose words are [Shortened], and whose list is a [choiceList].
type Select struct {
	widget.Select
	words *Shortened
	// whole is the widget that this is, or is a part of.
	whole fyne.Widget
	list  *choiceList
}

// NewSelect offers these; nothing is chosen yet.
func NewSelect(options []string, onChanged func(string)) *Select {
	s := &Select{}
	s.Options, s.OnChanged = options, onChanged
	s.ExtendBaseWidget(s)
	return s
}

// CreateRenderer draws Shortened words instead of Fyne's.
func (s *Select) CreateRenderer() fyne.WidgetRenderer {
	if s.PlaceHolder == "" {
		s.PlaceHolder = " " // Fyne would put English words there
	}
	r := &selectRenderer{WidgetRenderer: s.Select.CreateRenderer(), choice: s, words: NewShortened("", "")}
	r.objects = slices.Clone(r.WidgetRenderer.Objects())
	for i, o := range r.objects {
		if label, is := o.(*widget.RichText); is {
			label.Truncation = fyne.TextTruncateOff
			r.label, r.objects[i] = label, r.words
		}
	}
	s.words = r.words
	r.say()
	return r
}

// ExtendBaseWidget notes what the choice is a part of: that has the keyboard.
func (s *Select) ExtendBaseWidget(whole fyne.Widget) {
	s.whole = whole
	s.Select.ExtendBaseWidget(whole)
}

// Tapped opens the list.
func (s *Select) Tapped(*fyne.PointEvent) {
	Touched()
	s.open()
}

// open shows the list, at what is chosen.
func (s *Select) open() {
	c := fyne.CurrentApp().Driver().CanvasForObject(s.words)
	if c == nil || s.Disabled() {
		return
	}
	if whole, is := s.whole.(fyne.Focusable); is && c.Focused() != whole {
		c.Focus(whole)
	}
	s.list = newChoiceList(s, c)
	s.list.show()
}

// opened is the list while it stands open, else nil.
func (s *Select) opened() *choiceList {
	if s.list == nil || !s.list.over.Visible() {
		return nil
	}
	return s.list
}

// at is where the choice stands in the window.
func (s *Select) at() fyne.Position {
	return fyne.CurrentApp().Driver().AbsolutePositionForObject(s.words).Subtract(s.words.Position())
}

// Hide takes the open list away too.
func (s *Select) Hide() {
	if list := s.opened(); list != nil {
		list.over.Hide()
	}
	s.Select.Hide()
}

// Move takes the open list along.
func (s *Select) Move(to fyne.Position) {
	s.Select.Move(to)
	s.follow()
}

// Resize takes the open list along.
func (s *Select) Resize(size fyne.Size) {
	s.Select.Resize(size)
	s.follow()
}

func (s *Select) follow() {
	if list := s.opened(); list != nil {
		list.place()
	}
}

type selectRenderer struct {
	fyne.WidgetRenderer
	choice  *Select
	objects []fyne.CanvasObject
	// label is Fyne's, which says where the words stand.
	label *widget.RichText
	words *Shortened
}

// Objects are those of the choice with other words.
func (r *selectRenderer) Objects() []fyne.CanvasObject { return r.objects }

// Layout puts the words where Fyne's would stand, whose own air is smaller.
func (r *selectRenderer) Layout(size fyne.Size) {
	r.WidgetRenderer.Layout(size)
	air := theme.Padding()
	r.words.Move(r.label.Position().SubtractXY(air, air))
	r.words.Resize(r.label.Size().AddWidthHeight(2*air, 2*air))
}

// Refresh says what is chosen now.
func (r *selectRenderer) Refresh() {
	r.WidgetRenderer.Refresh()
	r.say()
	r.choice.follow()
}

func (r *selectRenderer) say() {
	r.words.Text, r.words.Importance = r.choice.Selected, widget.MediumImportance
	if r.choice.Selected == "" {
		r.words.Text = r.choice.PlaceHolder
	}
	if r.choice.Disabled() {
		r.words.Importance = widget.LowImportance
	}
	r.words.Refresh()
}
