package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Tick is a box to tick, or with Round one of several to choose among. It has no words:
// they stand beside it and may take as many lines as they need, which those of Fyne's own
// check boxes cannot. Space and a click tick it.
type Tick struct {
	widget.DisableableWidget
	Checked bool
	// Round makes it one of several: what is chosen is not taken back by choosing it again.
	Round bool
	// OnChanged is called when a person has changed it.
	OnChanged func(checked bool)
	// OnEnter is called when the focus comes, OnEscape at Esc, OnMove at the arrow keys up
	// (-1) and down (+1).
	OnEnter, OnEscape func()
	OnMove            func(step int)

	focused bool
}

var _ desktop.Hoverable = (*Tick)(nil)

// NewTick makes a box that is not ticked.
func NewTick(changed func(bool)) *Tick {
	t := &Tick{OnChanged: changed}
	t.ExtendBaseWidget(t)
	return t
}

// Set shows it ticked or not without telling anybody.
func (t *Tick) Set(checked bool) {
	if t.Checked != checked {
		t.Checked = checked
		t.Refresh()
	}
}

// Tapped ticks it, or takes the tick away, and takes the focus.
func (t *Tick) Tapped(*fyne.PointEvent) {
	Touched()
	if t.Disabled() {
		return
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(t); c != nil && !t.focused {
		c.Focus(t)
	}
	t.turn()
}

func (t *Tick) turn() {
	if t.Round && t.Checked {
		return
	}
	t.Set(!t.Checked)
	if t.OnChanged != nil {
		t.OnChanged(t.Checked)
	}
}

// TypedRune ticks by Space.
func (t *Tick) TypedRune(r rune) {
	Touched()
	if r == ' ' && !t.Disabled() {
		t.turn()
	}
}

// TypedKey tells Esc and the arrows.
func (t *Tick) TypedKey(key *fyne.KeyEvent) {
	Touched()
	switch {
	case key.Name == fyne.KeyEscape && t.OnEscape != nil:
		t.OnEscape()
	case key.Name == fyne.KeyEscape:
		Left()
	case key.Name == fyne.KeyDown && t.OnMove != nil:
		t.OnMove(1)
	case key.Name == fyne.KeyUp && t.OnMove != nil:
		t.OnMove(-1)
	}
}

// FocusGained shows the focus and tells who wants to show the box.
func (t *Tick) FocusGained() {
	t.focused = true
	t.Refresh()
	if t.OnEnter != nil {
		t.OnEnter()
	}
}

// FocusLost shows that the focus has gone.
func (t *Tick) FocusLost() {
	t.focused = false
	t.Refresh()
}

// MouseIn, MouseMoved and MouseOut tell that somebody is there.
func (t *Tick) MouseIn(*desktop.MouseEvent) { Touched() }

// MouseMoved tells that somebody is there.
func (t *Tick) MouseMoved(*desktop.MouseEvent) { Touched() }

// MouseOut is of no interest.
func (t *Tick) MouseOut() {}

// CreateRenderer draws the box and, around it, the focus.
func (t *Tick) CreateRenderer() fyne.WidgetRenderer {
	r := &tickRenderer{tick: t, halo: canvas.NewCircle(color.Transparent), fill: &rowIcon{}, icon: &rowIcon{}}
	r.paint()
	return r
}

type tickRenderer struct {
	tick       *Tick
	halo       *canvas.Circle
	fill, icon *rowIcon
}

// Objects are what is drawn, the lowest first.
func (r *tickRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.halo, &r.fill.Image, &r.icon.Image}
}

// Destroy has nothing to give back.
func (r *tickRenderer) Destroy() {}

// MinSize is as high as a line of words in a label.
func (r *tickRenderer) MinSize() fyne.Size {
	return fyne.NewSquareSize(theme.Size(theme.SizeNameInlineIcon) + 2*theme.Size(theme.SizeNameInnerPadding))
}

// Layout puts the box at the top, beside the first line of the words.
func (r *tickRenderer) Layout(size fyne.Size) {
	side, pad := theme.Size(theme.SizeNameInlineIcon), theme.Size(theme.SizeNameInnerPadding)
	left := (size.Width - side) / 2
	for _, image := range []*rowIcon{r.fill, r.icon} {
		image.Resize(fyne.NewSquareSize(side))
		image.Move(fyne.NewPos(left, pad-1))
	}
	r.halo.Resize(fyne.NewSquareSize(side + pad))
	r.halo.Move(fyne.NewPos(left-pad/2, pad/2-1))
}

// Refresh shows what has changed.
func (r *tickRenderer) Refresh() {
	r.paint()
	r.halo.Refresh()
}

func (r *tickRenderer) paint() {
	fill, empty, full := theme.CheckButtonFillIcon(), theme.CheckButtonIcon(), theme.CheckButtonCheckedIcon()
	if r.tick.Round {
		fill, empty, full = theme.RadioButtonFillIcon(), theme.RadioButtonIcon(), theme.RadioButtonCheckedIcon()
	}
	shown, colour := empty, theme.ColorNamePlaceHolder
	if r.tick.Checked {
		shown, colour = full, theme.ColorNamePrimary
	}
	if r.tick.Disabled() {
		colour = theme.ColorNameDisabled
	}
	r.fill.show(fill, theme.ColorNameInputBackground)
	r.icon.show(shown, colour)
	r.halo.FillColor = color.Transparent
	if r.tick.focused && !r.tick.Disabled() {
		r.halo.FillColor = theme.Color(theme.ColorNameFocus)
	}
}
