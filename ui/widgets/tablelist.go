package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// tableList is the list of rows, of which those in sight are drawn. It is not Fyne's: there
// every row that gets a height of its own draws the whole list anew, and none can be told to
// forget its height.
type tableList struct {
	widget.BaseWidget
	table *Table
	shift bool
	typed typedLetters

	scroll *container.Scroll
	sheet  *tableSheet
	// pool are the rows that are used again and again: that of a place in the table is always
	// the same one of them.
	pool    []*tableRow
	heights rowHeights
	// first is the place of the uppermost row in sight.
	first int
	// focused says that it has the keyboard.
	focused bool
}

func newTableList(t *Table) *tableList {
	l := &tableList{table: t}
	l.sheet = &tableSheet{list: l}
	l.sheet.ExtendBaseWidget(l.sheet)
	l.scroll = container.NewVScroll(l.sheet)
	l.scroll.OnScrolled = func(fyne.Position) { l.arrange(false) }
	l.ExtendBaseWidget(l)
	l.forget()
	return l
}

// CreateRenderer shows the part of the rows that is scrolled to.
func (l *tableList) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(l.scroll)
}

// Resize measures the rows for another width; the uppermost one stays where it is.
func (l *tableList) Resize(size fyne.Size) {
	was := l.Size()
	if was == size {
		return
	}
	l.BaseWidget.Resize(size)
	if was.Width != size.Width {
		l.forget()
	}
	l.arrange(was.Width != size.Width)
	if at, there := l.table.places[l.table.cursor]; there && was.Height == 0 {
		l.scrollTo(at)
	}
}

// Refresh draws the rows in sight anew.
func (l *tableList) Refresh() {
	if least := l.table.pictureHeight(); l.heights.line != max(rowHeight(1), least) {
		l.forget()
	}
	l.arrange(true)
}

// forget lets every row be measured anew; the uppermost one stays where it is.
func (l *tableList) forget() {
	inside := l.scroll.Offset.Y - l.heights.top(l.first)
	l.heights = newRowHeights(len(l.table.rows), l.table.pictureHeight())
	l.first = min(l.first, max(len(l.table.rows)-1, 0))
	l.scroll.Offset.Y = l.heights.top(l.first) + inside
}

// arrange draws the rows in sight; with all those too that were drawn before.
func (l *tableList) arrange(all bool) {
	size := l.Size()
	if size.Height <= 0 {
		return
	}
	from, to := l.sight()
	l.sheet.Resize(fyne.NewSize(size.Width, max(l.heights.whole(), size.Height)))
	l.provide(int(size.Height/l.heights.line) + 2)
	l.sheet.rows = l.sheet.rows[:0]
	for i := from; i < to; i++ {
		row := l.pool[i%len(l.pool)]
		row.Move(fyne.NewPos(0, l.heights.top(i)))
		another := row.id != i
		if another {
			row.id, row.hovered = i, false
		}
		row.Resize(fyne.NewSize(size.Width, l.heights.of(i)))
		if another || all {
			row.Refresh()
		}
		l.sheet.rows = append(l.sheet.rows, row)
	}
	l.scroll.Refresh()
	canvas.Refresh(l)
	l.table.tellSight(from, to)
}

// provide has so many rows to draw with.
func (l *tableList) provide(number int) {
	if len(l.pool) == number {
		return
	}
	l.pool = make([]*tableRow, number)
	for i := range l.pool {
		l.pool[i] = newTableRow(l.table)
	}
}

// sight measures the rows in sight and gives the first and the one behind the last of them.
// Where rows come into sight from above and turn out to be higher, those below stay where
// they were.
func (l *tableList) sight() (from, to int) {
	offset, view := max(l.scroll.Offset.Y, 0), l.Size().Height
	stays := l.first
	if l.heights.top(stays) > offset+view {
		stays = 0
	}
	from = l.heights.at(offset)
	for to = from; to < len(l.table.rows) && l.heights.top(to) < offset+view; to++ {
		if grown := l.measure(to); to < stays {
			offset += grown
		}
	}
	offset = max(min(offset, l.heights.whole()-view), 0)
	for from > 0 && l.heights.top(from) > offset {
		from--
		offset += l.measure(from)
	}
	l.scroll.Offset.Y, l.first = offset, l.heights.at(offset)
	return l.first, to
}

// measure learns how many lines a row needs, and gives by how much it is higher than it
// counted until then.
func (l *tableList) measure(at int) (grown float32) {
	if l.heights.lines[at] > 0 {
		return 0
	}
	cells, lines := l.table.rows[at].look(), 1
	for i, width := range l.table.widths(l.Size().Width) {
		if column := l.table.columns[i]; column.TwoLines && width > 0 && i < len(cells) {
			room := width - l.table.beforeWords(cells[i]) - 2*cellGap
			if linesOf(cells[i].Text, cells[i].Short, column.TwoLines, room, fyne.TextStyle{}).second != "" {
				lines = 2
			}
		}
	}
	return l.heights.set(at, lines)
}

// scrollTo brings a whole row into sight, by as little as that takes.
func (l *tableList) scrollTo(at int) {
	l.measure(at)
	offset, view := l.scroll.Offset.Y, l.Size().Height
	switch {
	case view <= 0:
		return
	case l.heights.top(at) < offset:
		offset = l.heights.top(at)
	case l.heights.top(at+1) > offset+view:
		for i := at - 1; i >= 0 && l.heights.top(at+1)-l.heights.top(i+1) < view; i-- {
			l.measure(i)
		}
		offset = l.heights.top(at+1) - view
	}
	l.first = l.heights.at(offset)
	l.scroll.Offset.Y = offset
	l.arrange(false)
}

// page is how many rows a page of the keyboard has.
func (l *tableList) page() int {
	offset := l.scroll.Offset.Y
	return max(l.heights.at(offset+l.Size().Height)-l.heights.at(offset)-1, 1)
}

// tableSheet is all of the rows, as high as all together.
type tableSheet struct {
	widget.BaseWidget
	list *tableList
	// rows are those in sight, the upper ones first.
	rows []fyne.CanvasObject
}

// Refresh has nothing to do: the list refreshes what is in sight.
func (*tableSheet) Refresh() {}

// CreateRenderer draws the rows in sight.
func (s *tableSheet) CreateRenderer() fyne.WidgetRenderer { return &sheetRenderer{s} }

type sheetRenderer struct{ sheet *tableSheet }

// Destroy has nothing to give back.
func (*sheetRenderer) Destroy() {}

// Layout has nothing to do: the list places the rows.
func (*sheetRenderer) Layout(fyne.Size) {}

// MinSize is as high as all rows, of which those that were never in sight have one line.
func (r *sheetRenderer) MinSize() fyne.Size { return fyne.NewSize(0, r.sheet.list.heights.whole()) }

// Objects are the rows in sight.
func (r *sheetRenderer) Objects() []fyne.CanvasObject { return r.sheet.rows }

// Refresh has nothing to do.
func (*sheetRenderer) Refresh() {}
