package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// StepItem is one line of a list of steps: an icon, a title and a word that says how far
// the step is. It is pressed by a click, Enter or Space; the arrows go to its neighbours.
type StepItem struct {
	widget.BaseWidget
	// OnMove is called for the arrow keys up (-1) and down (+1); nil for nothing.
	OnMove func(step int)

	tapped  func()
	current bool
	hovered bool
	focused bool
	colour  fyne.ThemeColorName
	symbol  fyne.Resource
	back    *canvas.Rectangle
	icon    *rowIcon
	title   *widget.Label
	word    *widget.Label
	whole   *fyne.Container
}

var (
	_ fyne.Focusable    = (*StepItem)(nil)
	_ fyne.Tappable     = (*StepItem)(nil)
	_ desktop.Hoverable = (*StepItem)(nil)
)

// NewStepItem makes a line.
func NewStepItem(title string, tapped func()) *StepItem {
	s := &StepItem{tapped: tapped, back: canvas.NewRectangle(color.Transparent), icon: &rowIcon{}}
	s.title, s.word = widget.NewLabel(title), widget.NewLabel("")
	s.title.Wrapping, s.word.Wrapping = fyne.TextWrapWord, fyne.TextWrapWord
	s.word.SizeName = theme.SizeNameCaptionText
	s.icon.FillMode = canvas.ImageFillContain
	s.ExtendBaseWidget(s)
	return s
}

// SetState shows how far the step is: never by colour alone.
func (s *StepItem) SetState(icon fyne.Resource, colour fyne.ThemeColorName, word string, current bool) {
	if icon == s.symbol && colour == s.colour && current == s.current && word == s.word.Text {
		return
	}
	s.symbol, s.colour, s.current = icon, colour, current
	s.word.Text = word
	s.Refresh()
}

// State is the word that the line shows, and whether it is the current one.
func (s *StepItem) State() (word string, current bool) { return s.word.Text, s.current }

// Tapped goes to the step.
func (s *StepItem) Tapped(*fyne.PointEvent) {
	Touched()
	s.tapped()
}

// TypedKey goes to the step by Enter or Space, and to its neighbours by the arrows.
func (s *StepItem) TypedKey(key *fyne.KeyEvent) {
	if Everywhere(key) {
		return
	}
	switch key.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		s.tapped()
	case fyne.KeyUp:
		s.move(-1)
	case fyne.KeyDown:
		s.move(1)
	}
}

func (s *StepItem) move(step int) {
	if s.OnMove != nil {
		s.OnMove(step)
	}
}

// TypedRune leaves the letter to a barcode scanner.
func (s *StepItem) TypedRune(r rune) { NotFor(r) }

// FocusGained shows the focus.
func (s *StepItem) FocusGained() { s.focused = true; s.Refresh() }

// FocusLost hides the focus.
func (s *StepItem) FocusLost() { s.focused = false; s.Refresh() }

// MouseIn lights the line.
func (s *StepItem) MouseIn(*desktop.MouseEvent) { s.hovered = true; s.Refresh() }

// MouseMoved has nothing to do.
func (s *StepItem) MouseMoved(*desktop.MouseEvent) { Touched() }

// MouseOut dims the line.
func (s *StepItem) MouseOut() { s.hovered = false; s.Refresh() }

// CreateRenderer draws the line.
func (s *StepItem) CreateRenderer() fyne.WidgetRenderer {
	s.icon.SetMinSize(fyne.NewSquareSize(theme.Size(theme.SizeNameInlineIcon)))
	words := container.New(layout.NewCustomPaddedVBoxLayout(-theme.Size(theme.SizeNameInnerPadding)), s.title, s.word)
	line := container.NewBorder(nil, nil, container.NewPadded(container.NewVBox(&s.icon.Image)), nil, words)
	s.whole = container.NewStack(s.back, line)
	s.paint()
	return widget.NewSimpleRenderer(s.whole)
}

// Refresh paints the state. The icon is not read again for it, as it would be by the
// renderer's Refresh.
func (s *StepItem) Refresh() {
	s.paint()
	if s.whole != nil {
		Arrange(s.whole)
	}
}

func (s *StepItem) paint() {
	s.back.CornerRadius, s.back.StrokeWidth, s.back.FillColor = 5, 0, color.Transparent
	s.title.TextStyle.Bold, s.title.Importance = s.current, widget.MediumImportance
	switch {
	case s.current:
		s.back.FillColor, s.title.Importance = theme.Color(theme.ColorNameSelection), widget.HighImportance
	case s.hovered:
		s.back.FillColor = theme.Color(theme.ColorNameHover)
	}
	if s.focused {
		s.back.StrokeColor, s.back.StrokeWidth = theme.Color(theme.ColorNameFocus), 2
	}
	if s.symbol != nil {
		s.icon.show(s.symbol, s.colour)
	}
	s.back.Refresh()
	s.title.Refresh()
	s.word.Refresh()
}
