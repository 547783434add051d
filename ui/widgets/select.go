package widgets

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Select is a choice of Fyne whose words are [Shortened].
type Select struct {
	widget.Select
	words *Shortened
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

// Tapped opens the list at what is chosen.
func (s *Select) Tapped(at *fyne.PointEvent) {
	s.Select.Tapped(at)
	s.begin()
}

// begin marks what is chosen in the list that has opened, and the arrows go on from there. In a
// list that is higher than the window it might be out of sight: there they begin at the first.
func (s *Select) begin() {
	c := fyne.CurrentApp().Driver().CanvasForObject(s.words)
	if c == nil {
		return
	}
	list, is := c.Focused().(*widget.PopUpMenu)
	if !is || list.MinSize().Height > c.Size().Height {
		return
	}
	for range s.SelectedIndex() + 1 {
		list.ActivateNext()
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
