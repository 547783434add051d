package widgets

import (
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Button is a button that is pressed by Enter as well as by Space, and tells Esc and, where
// somebody listens, the arrows.
type Button struct {
	widget.Button
	OnEscape func()
	OnArrow  func(key fyne.KeyName)
	// Aside says that it stands beside the way through a form: Enter in a field passes it over, and a
	// click leaves the keyboard where it is.
	Aside bool
	// Name says in words what a button does that has an icon and none: see [Named].
	Name string
	// Present says that it is the one of several choices that holds now.
	Present bool
	// focused says that it has the keyboard.
	focused bool
	// lettered says that words are being typed on it: a space among them presses nothing.
	lettered bool
}

// NewButton makes a button; icon may be nil.
func NewButton(label string, icon fyne.Resource, tapped func()) *Button {
	b := &Button{}
	b.Text, b.Icon, b.OnTapped = label, icon, tapped
	b.ExtendBaseWidget(b)
	return b
}

// NewIcon makes a button of an icon alone, which [Named] tells of.
func NewIcon(name string, icon fyne.Resource, tapped func()) *Button {
	b := NewButton("", icon, tapped)
	b.Name = name
	return b
}

// Named is called with the name of a button that is an icon alone while the mouse or the keyboard is on
// it, and with "" when it goes. The window puts its own function there.
var Named = func(name string) {}

// tell tells the name of a button without words, or that nobody is on it any more.
func (b *Button) tell(here bool) {
	switch {
	case b.Name == "":
	case here:
		Named(b.Name)
	default:
		Named("")
	}
}

// buttonLook is Fyne's look of a button, and a ring around it while it has the keyboard: Fyne colours it
// then by what is hardly seen on a button of the colour that stands out.
type buttonLook struct {
	fyne.WidgetRenderer
	ring *canvas.Rectangle
	of   *Button
}

// CreateRenderer is Fyne's with the ring.
func (b *Button) CreateRenderer() fyne.WidgetRenderer {
	ring := canvas.NewRectangle(color.Transparent)
	ring.StrokeWidth = ringWidth
	ring.Hide()
	return &buttonLook{b.Button.CreateRenderer(), ring, b}
}

// ringWidth is how wide the ring is.
const ringWidth = 2

// Objects are those of Fyne's with the ring over them.
func (l *buttonLook) Objects() []fyne.CanvasObject {
	return append(slices.Clip(l.WidgetRenderer.Objects()), l.ring)
}

// Layout lays the ring along the edge.
func (l *buttonLook) Layout(size fyne.Size) {
	l.WidgetRenderer.Layout(size)
	l.ring.Resize(size)
}

// Refresh shows the ring, or takes it away.
func (l *buttonLook) Refresh() {
	l.ring.StrokeColor, l.ring.CornerRadius = theme.Color(theme.ColorNameForeground), theme.InputRadiusSize()
	l.ring.Hidden = !l.of.focused
	l.WidgetRenderer.Refresh()
}

// Tapped tells that somebody is there.
func (b *Button) Tapped(e *fyne.PointEvent) {
	Touched()
	b.Button.Tapped(e)
}

// MouseIn tells what the button does.
func (b *Button) MouseIn(e *desktop.MouseEvent) {
	b.tell(true)
	b.Button.MouseIn(e)
}

// MouseOut ends that.
func (b *Button) MouseOut() {
	b.tell(false)
	b.Button.MouseOut()
}

// MouseMoved tells that somebody is there.
func (b *Button) MouseMoved(e *desktop.MouseEvent) {
	Touched()
	b.Button.MouseMoved(e)
}

// FocusGained begins anew: nothing was typed on the button.
func (b *Button) FocusGained() {
	b.tell(true)
	b.lettered, b.focused = false, true
	b.Button.FocusGained()
}

// FocusLost takes the ring away.
func (b *Button) FocusLost() {
	b.tell(false)
	b.focused = false
	b.Button.FocusLost()
}

// TypedRune notes that somebody types words where no field is.
func (b *Button) TypedRune(r rune) {
	Touched()
	// The space comes as a key before it comes as a letter.
	b.lettered = b.lettered || r != ' '
	NotFor(r)
}

// TypedKey presses the button by Enter, and by the space that is no part of words.
func (b *Button) TypedKey(key *fyne.KeyEvent) {
	if Everywhere(key) {
		return
	}
	switch {
	case key.Name == fyne.KeyEscape && b.OnEscape != nil:
		b.OnEscape()
	case key.Name == fyne.KeyEscape:
		Left()
	case isEnter(key):
		if !b.Disabled() {
			b.Tapped(nil)
		}
	case b.OnArrow != nil && slices.Contains(arrows, key.Name):
		b.OnArrow(key.Name)
	case key.Name == fyne.KeySpace && (b.lettered || Misplaced()):
	default:
		b.Button.TypedKey(key)
	}
}
