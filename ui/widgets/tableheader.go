package widgets

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// tableHeader shows the titles of the columns. A click on one sorts by it, its right edge is
// drawn to another width, and the box before them selects all.
type tableHeader struct {
	widget.BaseWidget
	table *Table
	// pointer is where the mouse is.
	pointer float32
	// drawn is the column whose edge is being drawn while drawing, -1 for none.
	drawn   int
	drawing bool
}

var (
	_ fyne.Tappable      = (*tableHeader)(nil)
	_ fyne.Draggable     = (*tableHeader)(nil)
	_ desktop.Hoverable  = (*tableHeader)(nil)
	_ desktop.Cursorable = (*tableHeader)(nil)
)

func newTableHeader(t *Table) *tableHeader {
	h := &tableHeader{table: t}
	h.ExtendBaseWidget(h)
	return h
}

// edgeReach is how far beside the edge of a column it can be taken hold of.
const edgeReach = 5

// edgeAt is the column whose right edge is here, -1 for none. The last one has none to draw,
// and that which takes what is left follows the others.
func (h *tableHeader) edgeAt(x float32) int {
	edge, last := h.table.boxWidth(), -1
	for i, width := range h.table.widths(h.Size().Width) {
		edge += width
		if width == 0 || h.table.columns[i].Stretch || edge >= h.Size().Width-1 {
			continue
		}
		if x >= edge-edgeReach && x <= edge+edgeReach {
			last = i
		}
	}
	return last
}

// columnAt is the column whose title is here, -1 for none.
func (h *tableHeader) columnAt(x float32) int {
	edge := h.table.boxWidth()
	for i, width := range h.table.widths(h.Size().Width) {
		if edge += width; width > 0 && x >= edge-width && x < edge {
			return i
		}
	}
	return -1
}

// Tapped sorts, or selects all.
func (h *tableHeader) Tapped(e *fyne.PointEvent) {
	Touched()
	switch x := e.Position.X; {
	case h.onHidden(x):
		h.showHidden()
	case x < h.table.boxWidth():
		h.table.SelectAll()
	case h.edgeAt(x) < 0 && h.columnAt(x) >= 0:
		h.table.sortBy(h.columnAt(x))
	}
}

// Dragged draws the edge of a column.
func (h *tableHeader) Dragged(e *fyne.DragEvent) {
	Touched()
	if !h.drawing {
		h.drawing, h.drawn = true, h.edgeAt(e.Position.X-e.Dragged.DX)
	}
	if h.drawn >= 0 {
		h.table.draw(h.drawn, e.Dragged.DX)
	}
}

// DragEnd keeps the width.
func (h *tableHeader) DragEnd() {
	if h.drawing && h.drawn >= 0 {
		h.table.tellArranged()
	}
	h.drawing = false
}

// MouseIn notes where the mouse is.
func (h *tableHeader) MouseIn(e *desktop.MouseEvent) { h.MouseMoved(e) }

// MouseMoved notes where the mouse is.
func (h *tableHeader) MouseMoved(e *desktop.MouseEvent) {
	Touched()
	h.pointer = e.Position.X
}

// MouseOut is of no interest.
func (h *tableHeader) MouseOut() {}

// Cursor shows where an edge can be drawn.
func (h *tableHeader) Cursor() desktop.Cursor {
	switch {
	case h.onHidden(h.pointer):
		return desktop.PointerCursor
	case h.edgeAt(h.pointer) >= 0:
		return desktop.HResizeCursor
	case h.columnAt(h.pointer) >= 0:
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// CreateRenderer draws the titles.
func (h *tableHeader) CreateRenderer() fyne.WidgetRenderer {
	r := &headerRenderer{header: h, back: canvas.NewRectangle(theme.Color(theme.ColorNameHeaderBackground)), box: &rowIcon{}, sign: &rowIcon{}, hidden: newHiddenSign()}
	r.Refresh()
	return r
}

type headerRenderer struct {
	header *tableHeader
	back   *canvas.Rectangle
	box    *rowIcon
	// sign shows by which column the rows are sorted, and which way round.
	sign   *rowIcon
	hidden hiddenSign
	titles []*cellWords
	size   fyne.Size
}

// Destroy has nothing to give back.
func (r *headerRenderer) Destroy() {}

// MinSize is that of a row.
func (r *headerRenderer) MinSize() fyne.Size { return fyne.NewSize(0, rowHeight(1)) }

// Objects are what is drawn.
func (r *headerRenderer) Objects() []fyne.CanvasObject {
	all := []fyne.CanvasObject{r.back, &r.box.Image, &r.sign.Image}
	for _, t := range r.titles {
		all = append(all, t.objects()...)
	}
	return append(all, r.hidden.back, r.hidden.words)
}

// signSide is the room of the sign.
const signSide = 16

// rooms is what each title has of the width of its column: beside it may stand the sign of the
// order, and at the right end how many columns have no room.
func (h *tableHeader) rooms(widths []float32) []float32 {
	rooms, last := slices.Clone(widths), -1
	for i, width := range widths {
		if width > 0 {
			last = i
		}
		if width > 0 && i == h.table.sortedBy() {
			rooms[i] -= signSide * scale()
		}
	}
	if last >= 0 {
		rooms[last] -= h.table.hiddenWidth(widths)
	}
	return rooms
}

// height is that of the titles where the table is so wide.
func (h *tableHeader) height(width float32) float32 {
	lines := 1
	for i, room := range h.rooms(h.table.widths(width)) {
		column := h.table.columns[i]
		if linesOf(column.Title, "", column.TwoLines, room-2*cellGap, fyne.TextStyle{Bold: true}).second != "" {
			lines = 2
		}
	}
	return rowHeight(lines)
}

// Layout puts the titles over their columns.
func (r *headerRenderer) Layout(size fyne.Size) {
	t := r.header.table
	r.size = size
	r.back.Resize(size)
	r.box.layBox(t.boxWidth(), size.Height)
	side := signSide * scale()
	r.sign.Resize(fyne.NewSquareSize(side))
	r.sign.Hidden = true
	widths := t.widths(size.Width)
	x, sorted, rooms := t.boxWidth(), t.sortedBy(), r.header.rooms(widths)
	for i, width := range widths {
		column, left := t.columns[i], x
		if i == sorted && width > 0 {
			r.sign.Hidden = false
			if column.Right {
				left += side
				r.sign.Move(fyne.NewPos(x, (size.Height-side)/2))
			} else {
				r.sign.Move(fyne.NewPos(x+rooms[i], (size.Height-side)/2))
			}
		}
		r.titles[i].lay(column.Title, "", column, fyne.NewPos(left, 0), fyne.NewSize(rooms[i], size.Height))
		x += width
	}
	r.hidden.lay(t, widths, size)
}

// Refresh shows what has changed.
func (r *headerRenderer) Refresh() {
	t := r.header.table
	r.back.FillColor = theme.Color(theme.ColorNameHeaderBackground)
	r.titles = nil
	for range t.columns {
		title := newCellWords()
		for _, line := range []*canvas.Text{title.first, title.second} {
			line.Color, line.TextStyle.Bold = theme.Color(theme.ColorNameForeground), true
		}
		r.titles = append(r.titles, title)
	}
	box := theme.CheckButtonIcon()
	switch marked := t.Marked(); {
	case marked > 0 && marked == len(t.rows):
		box = theme.CheckButtonCheckedIcon()
	case marked > 0:
		box = theme.Icon(theme.IconNameCheckButtonPartial)
	}
	r.box.show(box, theme.ColorNameForeground)
	r.box.Hidden = t.Plain
	sign := theme.MenuDropUpIcon()
	if t.arranged.Down {
		sign = theme.MenuDropDownIcon()
	}
	r.sign.show(sign, theme.ColorNameForeground)
	r.Layout(r.size)
	canvas.Refresh(r.header)
}
