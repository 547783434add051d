package widgets

import (
	"sort"

	"fyne.io/fyne/v2"
)

// rowHeight is how high a row is whose words need so many lines, one or two; for two there is
// room with all that letters have above and below them (Ґ, Й, щ).
func rowHeight(lines int) float32 {
	if lines == 2 {
		return 34 * scale()
	}
	return 28 * scale()
}

// rowHeights are those of the rows of a table, each of which is measured when it comes into
// sight: to measure ten thousand takes longer than a letter in the search may. Until then a
// row counts as one of one line.
type rowHeights struct {
	// line is how high a row of one line is, least how high every row is at the least.
	line, least float32
	// lines are how many each row needs, 0 for not measured.
	lines []uint8
	// tops are where each row begins, and where the last one ends.
	tops []float32
}

// newRowHeights are those of so many rows that nobody has measured, none lower than least.
func newRowHeights(rows int, least float32) rowHeights {
	h := rowHeights{line: max(rowHeight(1), least), least: least, lines: make([]uint8, rows), tops: make([]float32, rows+1)}
	for i := range rows {
		h.tops[i+1] = float32(i+1) * h.line
	}
	return h
}

// top is where a row begins.
func (h *rowHeights) top(at int) float32 {
	if len(h.tops) == 0 {
		return 0
	}
	return h.tops[min(at, len(h.tops)-1)]
}

// of is how high a row is.
func (h *rowHeights) of(at int) float32 { return h.top(at+1) - h.top(at) }

// whole is how high all rows are together.
func (h *rowHeights) whole() float32 { return h.top(len(h.lines)) }

// at is the row at so many pixels below the beginning of the first.
func (h *rowHeights) at(y float32) int {
	below := sort.Search(len(h.lines), func(i int) bool { return h.tops[i+1] > y })
	return max(min(below, len(h.lines)-1), 0)
}

// set notes how many lines a row needs, and gives by how much it is higher than it counted.
func (h *rowHeights) set(at, lines int) (grown float32) {
	h.lines[at] = uint8(lines)
	if lines == 1 {
		return 0
	}
	if grown = max(rowHeight(lines), h.least) - h.line; grown == 0 {
		return 0
	}
	for i := at + 1; i < len(h.tops); i++ {
		h.tops[i] += grown
	}
	return grown
}

// tableLayout puts the header above the rows.
type tableLayout struct{ table *Table }

// MinSize has room for the header and a row, and for the columns that must stay.
func (l tableLayout) MinSize(objects []fyne.CanvasObject) (size fyne.Size) {
	size.Width = l.table.leastWidth()
	for _, o := range objects {
		least := o.MinSize()
		size = fyne.NewSize(max(size.Width, least.Width), size.Height+least.Height)
	}
	return size
}

// Layout puts them there.
func (l tableLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) { l.table.share(size) }

// share gives the header the height that its titles need, and the rows what is left.
func (t *Table) share(size fyne.Size) {
	height := t.header.height(size.Width)
	t.header.Resize(fyne.NewSize(size.Width, height))
	t.list.Move(fyne.NewPos(0, height))
	t.list.Resize(fyne.NewSize(size.Width, max(size.Height-height, 0)))
}
