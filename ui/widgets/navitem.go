package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// NavItem is one line of a navigation list: pressed by a click, Enter or Space.
type NavItem struct {
	widget.BaseWidget
	// OnEnter is called when the focus comes; nil for nothing.
	OnEnter func()

	label    string
	tapped   func()
	current  bool
	hovered  bool
	focused  bool
	back     *canvas.Rectangle
	text     *canvas.Text
	onCanvas bool
}

var (
	_ fyne.Focusable    = (*NavItem)(nil)
	_ fyne.Tappable     = (*NavItem)(nil)
	_ desktop.Hoverable = (*NavItem)(nil)
)

// NewNavItem makes a line.
func NewNavItem(label string, tapped func()) *NavItem {
	n := &NavItem{label: label, tapped: tapped}
	n.ExtendBaseWidget(n)
	return n
}

// SetCurrent marks the line of the screen in front.
func (n *NavItem) SetCurrent(current bool) {
	n.current = current
	n.Refresh()
}

// Current reports whether the screen of the line is in front.
func (n *NavItem) Current() bool { return n.current }

// Tapped goes to the screen.
func (n *NavItem) Tapped(*fyne.PointEvent) { n.tapped() }

// TypedKey goes to the screen by Enter or Space.
func (n *NavItem) TypedKey(key *fyne.KeyEvent) {
	if Everywhere(key) {
		return
	}
	switch key.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		n.tapped()
	}
}

// TypedRune leaves the letter to a barcode scanner.
func (n *NavItem) TypedRune(r rune) { NotFor(r) }

// FocusGained shows the focus and tells who wants to show the line.
func (n *NavItem) FocusGained() {
	n.focused = true
	n.Refresh()
	if n.OnEnter != nil {
		n.OnEnter()
	}
}

// FocusLost hides the focus.
func (n *NavItem) FocusLost() { n.focused = false; n.Refresh() }

// MouseIn lights the line.
func (n *NavItem) MouseIn(*desktop.MouseEvent) { n.hovered = true; n.Refresh() }

// MouseMoved has nothing to do.
func (n *NavItem) MouseMoved(*desktop.MouseEvent) { Touched() }

// MouseOut dims the line.
func (n *NavItem) MouseOut() { n.hovered = false; n.Refresh() }

// CreateRenderer draws the line.
func (n *NavItem) CreateRenderer() fyne.WidgetRenderer {
	n.back = canvas.NewRectangle(color.Transparent)
	n.text = canvas.NewText(n.label, theme.Color(theme.ColorNameForeground))
	n.onCanvas = true
	n.paint()
	return widget.NewSimpleRenderer(container.NewStack(n.back, container.NewPadded(container.NewPadded(n.text))))
}

// Refresh paints the state.
func (n *NavItem) Refresh() {
	if n.onCanvas {
		n.paint()
	}
	n.BaseWidget.Refresh()
}

func (n *NavItem) paint() {
	n.back.CornerRadius = 5
	n.back.StrokeWidth = 0
	n.back.FillColor = color.Transparent
	n.text.Color, n.text.TextStyle.Bold = theme.Color(theme.ColorNameForeground), n.current
	n.text.TextSize = theme.Size(theme.SizeNameText)
	switch {
	case n.current:
		n.back.FillColor, n.text.Color = theme.Color(theme.ColorNameSelection), theme.Color(theme.ColorNamePrimary)
	case n.hovered:
		n.back.FillColor = theme.Color(theme.ColorNameHover)
	}
	if n.focused {
		n.back.StrokeColor, n.back.StrokeWidth = theme.Color(theme.ColorNameFocus), 2
	}
	n.back.Refresh()
	n.text.Refresh()
}
