package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// entryIcon is what the mouse can press at the right end of an entry. It never takes the
// keyboard: Tab leads from an entry to the next one, and what is typed stays typing.
type entryIcon struct {
	widget.BaseWidget
	entry *Entry
	// does is what a press does now, for [IconName], and icon how that looks.
	does   string
	icon   fyne.Resource
	tapped func()
	// there says whether there is anything to press, nil for always.
	there func() bool
}

var (
	_ fyne.Tappable      = (*entryIcon)(nil)
	_ desktop.Cursorable = (*entryIcon)(nil)
	_ desktop.Hoverable  = (*entryIcon)(nil)
)

// What the icons in entries do, see [IconName].
const (
	picksDay      = "calendar"
	emptiesSearch = "empty"
	showsPassword = "show"
	hidesPassword = "hide"
)

// IconName is what is said of an icon in an entry while the mouse is on it, by what it does. The window
// puts its own words there.
var IconName = func(does string) string { return "" }

func newEntryIcon(e *Entry, does string, icon fyne.Resource, tapped func()) *entryIcon {
	i := &entryIcon{entry: e, does: does, icon: icon, tapped: tapped}
	i.ExtendBaseWidget(i)
	return i
}

// Tapped does it, where the entry is open to changes.
func (i *entryIcon) Tapped(*fyne.PointEvent) {
	Touched()
	if !i.entry.Disabled() && i.useful() {
		i.tapped()
		i.tell()
	}
}

// MouseIn tells what the icon does.
func (i *entryIcon) MouseIn(*desktop.MouseEvent) { i.tell() }

// MouseMoved tells that somebody is there, and what the icon does: it may have come under the mouse.
func (i *entryIcon) MouseMoved(*desktop.MouseEvent) {
	Touched()
	i.tell()
}

// MouseOut ends that.
func (i *entryIcon) MouseOut() { Named("") }

// tell tells what a press does now, if anything.
func (i *entryIcon) tell() {
	name := ""
	if i.useful() {
		name = IconName(i.does)
	}
	Named(name)
}

func (i *entryIcon) useful() bool { return i.there == nil || i.there() }

// Cursor is no bar of text.
func (i *entryIcon) Cursor() desktop.Cursor { return desktop.DefaultCursor }

// CreateRenderer draws the icon.
func (i *entryIcon) CreateRenderer() fyne.WidgetRenderer {
	r := &entryIconRenderer{of: i, image: &rowIcon{}}
	r.Refresh()
	return r
}

type entryIconRenderer struct {
	of    *entryIcon
	image *rowIcon
}

// Objects are what is drawn.
func (r *entryIconRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{&r.image.Image} }

// Destroy has nothing to give back.
func (r *entryIconRenderer) Destroy() {}

// MinSize has some air around the icon.
func (r *entryIconRenderer) MinSize() fyne.Size {
	return fyne.NewSquareSize(theme.Size(theme.SizeNameInlineIcon) + 2*theme.Size(theme.SizeNameInnerPadding))
}

// Layout puts the icon in the middle.
func (r *entryIconRenderer) Layout(size fyne.Size) {
	side := theme.Size(theme.SizeNameInlineIcon)
	r.image.Resize(fyne.NewSquareSize(side))
	r.image.Move(fyne.NewPos((size.Width-side)/2, (size.Height-side)/2))
}

// Refresh follows the entry: an icon that would do nothing is not shown.
func (r *entryIconRenderer) Refresh() {
	colour := theme.ColorNameForeground
	if r.of.entry.Disabled() {
		colour = theme.ColorNameDisabled
	}
	r.image.show(r.of.icon, colour)
	r.image.Hidden = !r.of.useful()
	r.image.Image.Refresh()
}

// NewSearch makes an entry that a cross empties; then other words can be typed.
func NewSearch(placeholder string) *Entry {
	e := NewEntry(placeholder)
	e.Search = true
	cross := newEntryIcon(e, emptiesSearch, theme.CancelIcon(), e.onCross)
	cross.there = func() bool { return e.Text != "" }
	e.ActionItem = cross
	return e
}

func (e *Entry) onCross() {
	e.SetText("")
	e.focus()
}

// focus puts the keyboard into the entry: a click beside it takes it away.
func (e *Entry) focus() {
	whole, is := e.whole.(fyne.Focusable)
	if c := fyne.CurrentApp().Driver().CanvasForObject(e.whole); is && c != nil {
		c.Focus(whole)
	}
}

// NewPasswordEntry makes an entry whose text is not shown unless its eye is pressed.
func NewPasswordEntry(placeholder string) *Entry {
	e := NewEntry(placeholder)
	e.Password, e.ActionItem = true, newEye(e)
	return e
}

// NewFollowedPassword is [NewFollowed] for a password.
func NewFollowedPassword() *FollowedEntry {
	e := NewFollowed()
	e.Password, e.ActionItem = true, newEye(&e.Entry)
	return e
}

// newEye makes the icon that shows what stands in an entry of a password, and hides it again. Fyne's own
// does no more, and has no name.
func newEye(e *Entry) *entryIcon {
	eye := newEntryIcon(e, showsPassword, theme.VisibilityOffIcon(), nil)
	eye.tapped = eye.onEye
	return eye
}

func (i *entryIcon) onEye() {
	e := i.entry
	if e.Password = !e.Password; e.Password {
		i.does, i.icon = showsPassword, theme.VisibilityOffIcon()
	} else {
		i.does, i.icon = hidesPassword, theme.VisibilityIcon()
	}
	e.whole.Refresh()
	e.focus()
}
