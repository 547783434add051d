package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Tile is a part of a page that leads on as a whole: pressed by a click, Enter or Space. What it
// shows stands in its content.
type Tile struct {
	widget.BaseWidget
	// OnTapped leads on; a tile without it takes no click and no key. OnEnter is called when the
	// keyboard comes.
	OnTapped func()
	OnEnter  func()

	content          fyne.CanvasObject
	fill             fyne.ThemeColorName
	hovered, focused bool
}

var (
	_ fyne.Focusable     = (*Tile)(nil)
	_ fyne.Tappable      = (*Tile)(nil)
	_ desktop.Hoverable  = (*Tile)(nil)
	_ desktop.Cursorable = (*Tile)(nil)
)

// NewTile makes one on a background of the theme, "" for none.
func NewTile(fill fyne.ThemeColorName, content fyne.CanvasObject) *Tile {
	t := &Tile{content: content, fill: fill}
	t.ExtendBaseWidget(t)
	return t
}

// Content is what the tile shows.
func (t *Tile) Content() fyne.CanvasObject { return t.content }

// Disabled says that the tile leads nowhere.
func (t *Tile) Disabled() bool { return t.OnTapped == nil }

// Tapped leads on.
func (t *Tile) Tapped(*fyne.PointEvent) {
	if Touched(); t.OnTapped != nil {
		t.OnTapped()
	}
}

// TypedKey leads on by Enter or Space.
func (t *Tile) TypedKey(key *fyne.KeyEvent) {
	if Everywhere(key) {
		return
	}
	switch key.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		t.Tapped(nil)
	case fyne.KeyEscape:
		Left()
	}
}

// TypedRune hears a barcode scanner.
func (t *Tile) TypedRune(r rune) { NotFor(r) }

// FocusGained shows the focus and tells who wants to show the tile.
func (t *Tile) FocusGained() {
	t.focused = true
	t.Refresh()
	if t.OnEnter != nil {
		t.OnEnter()
	}
}

// FocusLost hides the focus.
func (t *Tile) FocusLost() { t.focused = false; t.Refresh() }

// MouseIn lights the tile.
func (t *Tile) MouseIn(*desktop.MouseEvent) { t.hovered = true; t.Refresh() }

// MouseMoved tells that somebody is there.
func (t *Tile) MouseMoved(*desktop.MouseEvent) { Touched() }

// MouseOut dims the tile.
func (t *Tile) MouseOut() { t.hovered = false; t.Refresh() }

// Cursor is a hand over what leads on.
func (t *Tile) Cursor() desktop.Cursor {
	if t.Disabled() {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// CreateRenderer draws the content over its background.
func (t *Tile) CreateRenderer() fyne.WidgetRenderer {
	r := &tileRenderer{tile: t, back: canvas.NewRectangle(color.Transparent), light: canvas.NewRectangle(color.Transparent)}
	r.back.CornerRadius, r.light.CornerRadius = tileCorner, tileCorner
	r.paint()
	return r
}

// tileCorner is how round the corners are, tileFrame how wide the frame of the one that has the keyboard.
const tileCorner, tileFrame = 5, 2

type tileRenderer struct {
	tile        *Tile
	back, light *canvas.Rectangle
}

// Destroy has nothing to give back.
func (*tileRenderer) Destroy() {}

// MinSize is that of the content.
func (r *tileRenderer) MinSize() fyne.Size { return r.tile.content.MinSize() }

// Objects are the background, the content, and what lights it.
func (r *tileRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.back, r.tile.content, r.light}
}

// Layout gives the content all there is.
func (r *tileRenderer) Layout(size fyne.Size) {
	for _, o := range r.Objects() {
		o.Move(fyne.Position{})
		o.Resize(size)
	}
}

// Refresh takes the colours of the theme that holds now.
func (r *tileRenderer) Refresh() {
	r.paint()
	r.tile.content.Refresh()
	canvas.Refresh(r.tile)
}

func (r *tileRenderer) paint() {
	r.back.FillColor, r.light.FillColor, r.light.StrokeWidth = color.Transparent, color.Transparent, 0
	if r.tile.fill != "" {
		r.back.FillColor = theme.Color(r.tile.fill)
	}
	if r.tile.hovered && r.tile.OnTapped != nil {
		r.light.FillColor = theme.Color(theme.ColorNameHover)
	}
	if r.tile.focused {
		r.light.StrokeColor, r.light.StrokeWidth = theme.Color(theme.ColorNamePrimary), tileFrame
	}
}
