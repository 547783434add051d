package form

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"graduand/ui/widgets"
)

// fieldGrid puts fields side by side in pairs where there is room, and below one another
// where there is not. Those in wide have a row of their own.
type fieldGrid struct {
	wide  map[fyne.CanvasObject]bool
	width float32
	// kept is how high each row was, by its first field: the room of a message that has gone
	// stays while somebody is near, so that nothing jumps up.
	kept map[fyne.CanvasObject]float32
	// anchor is the field that somebody is at, nil for none, and moved is told how far down it
	// went when something above it grew.
	anchor func(objects []fyne.CanvasObject) fyne.CanvasObject
	moved  func(by float32)
}

// mostKept is the room of messages, in device-independent pixels: what shrinks by more was no
// message.
const mostKept = 120

// keep is the height of a row, which has just this height of its own.
func (g *fieldGrid) keep(row []fyne.CanvasObject, height float32) float32 {
	if kept := g.kept[row[0]]; kept > height && kept-height <= mostKept {
		return kept
	}
	return height
}

// forget gives up the room that is kept.
func (g *fieldGrid) forget() { clear(g.kept) }

// gaps are how much room may go above a field and below it.
type gaps struct{ above, below float32 }

// release gives up the room that is kept far from a field, and reports whether there was any:
// nobody looks there, and many gaps would make a step twice as long.
func (g *fieldGrid) release(objects []fyne.CanvasObject, field fyne.CanvasObject, may gaps) (some bool) {
	rows := g.rows(objects)
	at := slices.IndexFunc(rows, func(row []fyne.CanvasObject) bool { return slices.Contains(row, field) })
	for i, row := range rows {
		kept, is := g.kept[row[0]]
		if near := max(i-at, at-i) < farRows; at < 0 || near || !is {
			continue
		}
		room := &may.below
		if i < at {
			room = &may.above
		}
		if gap := kept - heightOf(row); gap <= *room {
			*room -= gap
			delete(g.kept, row[0])
			some = some || gap > 0
		}
	}
	return some
}

// farRows is how many rows away a field is far.
const farRows = 2

// heightOf is how high a row must be.
func heightOf(row []fyne.CanvasObject) (height float32) {
	for _, o := range row {
		height = max(height, o.MinSize().Height)
	}
	return height
}

// pairWidth is how wide the grid must be for two fields in a row, at the usual size of
// letters.
const pairWidth = 460

func (g *fieldGrid) gap() float32 { return 3 * theme.Padding() }

func (g *fieldGrid) pairs() bool {
	return g.width >= pairWidth*theme.Size(theme.SizeNameText)/widgets.Sizes[theme.SizeNameText]
}

// rows are the objects that stand in one line.
func (g *fieldGrid) rows(objects []fyne.CanvasObject) [][]fyne.CanvasObject {
	var rows [][]fyne.CanvasObject
	open := false
	for _, o := range objects {
		switch {
		case !o.Visible():
			continue
		case open && !g.wide[o]:
			rows[len(rows)-1] = append(rows[len(rows)-1], o)
			open = false
		default:
			rows = append(rows, []fyne.CanvasObject{o})
			open = g.pairs() && !g.wide[o]
		}
	}
	return rows
}

// MinSize is that at the width which the grid has.
func (g *fieldGrid) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.Size{}
	for _, row := range g.rows(objects) {
		height := float32(0)
		for _, o := range row {
			least := o.MinSize()
			size.Width, height = max(size.Width, least.Width), max(height, least.Height)
		}
		size.Height += g.keep(row, height) + g.gap()
	}
	return size
}

// Layout puts the rows below one another.
func (g *fieldGrid) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	if g.width != size.Width {
		g.forget()
	}
	at, was, same := g.anchor(objects), float32(0), g.width == size.Width
	if at != nil {
		was = at.Position().Y
	}
	g.width = size.Width
	half, y := (size.Width-g.gap())/2, float32(0)
	for _, row := range g.rows(objects) {
		height := float32(0)
		for i, o := range row {
			width := half
			if g.wide[o] || !g.pairs() {
				width = size.Width
			}
			height = max(height, widgets.LayOut(o, fyne.NewPos(float32(i)*(half+g.gap()), y), width))
		}
		height = g.keep(row, height)
		g.kept[row[0]] = height
		y += height + g.gap()
	}
	if at != nil && same && at.Position().Y != was {
		g.moved(at.Position().Y - was)
	}
}

// widthWatch gives its one object all there is and tells how wide that is.
type widthWatch struct{ told func(width float32) }

// MinSize is that of the object.
func (l *widthWatch) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }

// Layout tells the width first: the object may be another for it.
func (l *widthWatch) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.told(size.Width)
	objects[0].Move(fyne.Position{})
	objects[0].Resize(size)
}
