package widgets

// widths shares the width among the columns.
func (t *Table) widths(total float32) []float32 {
	widths := make([]float32, len(t.columns))
	left := total - t.boxWidth()
	for i, c := range t.columns {
		widths[i] = c.Width * scale()
		left -= widths[i]
	}
	for left < 0 {
		i := t.leastNeeded(widths)
		if i < 0 {
			break
		}
		left += widths[i]
		widths[i] = 0
	}
	if left < 0 {
		t.narrow(widths, -left)
	}
	for i, c := range t.columns {
		if c.Stretch {
			widths[i] += max(left, 0)
		}
	}
	return widths
}

// narrow takes what is missing from the columns of two lines, from each its share, but
// leaves each enough for a word.
func (t *Table) narrow(widths []float32, missing float32) {
	whole := float32(0)
	for i, c := range t.columns {
		if c.TwoLines {
			whole += widths[i]
		}
	}
	for i, c := range t.columns {
		if c.TwoLines {
			widths[i] = max(widths[i]-missing*widths[i]/whole, min(widths[i], narrowest*scale()))
		}
	}
}

// narrowest is how far a column of two lines gives way.
const narrowest = 84

// leastNeeded is the column that vanishes next, -1 when all that are left must stay.
func (t *Table) leastNeeded(widths []float32) int {
	least := -1
	for i, c := range t.columns {
		if widths[i] > 0 && c.Drop > 0 && (least < 0 || c.Drop > t.columns[least].Drop) {
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
