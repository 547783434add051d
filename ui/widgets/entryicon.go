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
	entry  *Entry
	icon   fyne.Resource
	tapped func()
	// there says whether there is anything to press, nil for always.
	there func() bool
}

var (
	_ fyne.Tappable      = (*entryIcon)(nil)
	_ desktop.Cursorable = (*entryIcon)(nil)
)

func newEntryIcon(e *Entry, icon fyne.Resource, tapped func()) *entryIcon {
	i := &entryIcon{entry: e, icon: icon, tapped: tapped}
	i.ExtendBaseWidget(i)
	return i
}

// Tapped does it, where the entry is open to changes.
func (i *entryIcon) Tapped(*fyne.PointEvent) {
	Touched()
	if !i.entry.Disabled() && i.useful() {
		i.tapped()
	}
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
	cross := newEntryIcon(e, theme.CancelIcon(), func() {
		e.SetText("")
		// A click beside an entry takes the keyboard from it.
		if c := fyne.CurrentApp().Driver().CanvasForObject(e); c != nil {
			c.Focus(e)
		}
	})
	cross.there = func() bool { return e.Text != "" }
	e.ActionItem = cross
	return e
}
