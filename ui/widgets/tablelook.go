package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// widths shares the width among the columns. Where they have too little room the least needed
// vanish, those last that somebody has asked for.
func (t *Table) widths(total float32) []float32 {
	widths := make([]float32, len(t.columns))
	left := total - t.boxWidth()
	for i := range t.columns {
		widths[i] = t.widthOf(i) * scale()
		left -= widths[i]
	}
	for left < 0 {
		i := t.leastNeeded(widths, false)
		if i < 0 && left+t.spare(widths) < 0 {
			i = t.leastNeeded(widths, true)
		}
		if i < 0 {
			t.narrow(widths, -left)
			return widths
		}
		left += widths[i]
		widths[i] = 0
	}
	return t.widen(widths, left)
}

// leastWidth is that of the columns that must stay, as narrow as they can be, with the sign of those
// that have vanished.
func (t *Table) leastWidth() float32 {
	widths, sum := t.widths(0), t.boxWidth()
	for _, width := range widths {
		sum += width
	}
	return sum + t.hiddenWidth(widths)
}

// widen shares what is left. When the column that takes it has grown well, those that would
// rather be wider have some of it too.
func (t *Table) widen(widths []float32, left float32) []float32 {
	free := left
	for i, c := range t.columns {
		if c.Stretch {
			free = max(left-widths[i]/2, 0)
		}
	}
	for i, c := range t.columns {
		if _, drawn := t.arranged.Widths[t.nameOf(i)]; widths[i] > 0 && !drawn {
			more := min(free, max(c.Most*scale()-widths[i], 0))
			widths[i], free, left = widths[i]+more, free-more, left-more
		}
	}
	for i, c := range t.columns {
		if c.Stretch {
			widths[i] += left
		}
	}
	return widths
}

// widthOf is the width that a column is to have at the usual size of letters.
func (t *Table) widthOf(column int) float32 {
	if width := t.arranged.Widths[t.nameOf(column)]; width >= leastWidth && !t.columns[column].Stretch {
		return width
	}
	return t.columns[column].Width
}

// leastWidth is how narrow a column can be drawn.
const leastWidth = 32

// draw makes a column wider, or narrower, by so much; no wider than the column that takes
// what is left can spare.
func (t *Table) draw(column int, by float32) {
	widths := t.widths(t.header.Size().Width)
	spare := t.header.Size().Width - t.boxWidth()
	for i, c := range t.columns {
		if spare -= widths[i]; c.Stretch {
			spare += widths[i] - min(widths[i], c.Width*scale())
		}
	}
	if t.arranged.Widths == nil {
		t.arranged.Widths = map[string]float32{}
	}
	t.arranged.Widths[t.nameOf(column)] = max(widths[column]+min(by, max(spare, 0)), leastWidth*scale()) / scale()
	t.list.forget()
	t.refreshAll()
}

// spare is what the columns of two lines can give, which leaves each enough for a word.
func (t *Table) spare(widths []float32) (spare float32) {
	for i := range t.columns {
		if t.givesWay(i) {
			spare += widths[i] - min(widths[i], t.narrowest(i))
		}
	}
	return spare
}

// givesWay says that a column can be narrower than it would be: words of two lines can, and so can what
// takes what is left.
func (t *Table) givesWay(column int) bool {
	return t.columns[column].TwoLines || t.columns[column].Stretch
}

// narrow takes what is missing from the columns that give way, from each its share.
func (t *Table) narrow(widths []float32, missing float32) {
	spare := t.spare(widths)
	if spare == 0 {
		return
	}
	share := min(missing/spare, 1)
	for i := range t.columns {
		if t.givesWay(i) {
			widths[i] -= share * (widths[i] - min(widths[i], t.narrowest(i)))
		}
	}
}

// narrowest is how far a column gives way: words need as much beside a picture, which
// the first column has.
func (t *Table) narrowest(column int) float32 {
	least := float32(narrowestWords)
	if column == 0 {
		least += t.Pictures
	}
	return least * scale()
}

// narrowestWords is that of words alone.
const narrowestWords = 84

// leastNeeded is the column that vanishes next, of those that somebody has asked to keep or
// of the others; -1 when all that are left must stay.
func (t *Table) leastNeeded(widths []float32, kept bool) int {
	least := -1
	for i, c := range t.columns {
		if widths[i] > 0 && c.Drop > 0 && t.keeps(i) == kept && (least < 0 || c.Drop > t.columns[least].Drop) {
			least = i
		}
	}
	return least
}

// boxWidth is the room of the box before the cells.
func (t *Table) boxWidth() float32 {
	if t.Plain {
		return 0
	}
	return 32
}

// showMenu makes a row the current one and shows what can be done with it, by which column the rows can
// be sorted, and which columns have no room: the keyboard comes to the titles by it.
func (t *Table) showMenu(key string, at fyne.Position) {
	c := fyne.CurrentApp().Driver().CanvasForObject(t)
	if c == nil {
		return
	}
	var items []*fyne.MenuItem
	if t.OnMenu != nil {
		t.clicked(key, 0, false)
		items = t.OnMenu(key)
	}
	for _, below := range []struct {
		words string
		items []*fyne.MenuItem
	}{{SortedBy(), t.Orders()}, {WithoutRoom(), t.NotShown()}} {
		if len(below.items) > 0 {
			item := fyne.NewMenuItem(below.words, nil)
			item.ChildMenu = fyne.NewMenu("", below.items...)
			items = append(items, item)
		}
	}
	if len(items) > 0 {
		widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), c, at)
	}
}

// showMenuByKey shows it below the current row.
func (t *Table) showMenuByKey() {
	at, there := t.places[t.cursor]
	if !there {
		return
	}
	below := t.list.heights.top(at+1) - t.list.scroll.Offset.Y
	t.showMenu(t.cursor, fyne.CurrentApp().Driver().AbsolutePositionForObject(t.list).AddXY(t.boxWidth(), below))
}
