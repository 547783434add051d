package reports

import "strconv"

// columnWidths of the list in mm; together the width between the margins.
func columnWidths() [6]float64 { return [6]float64{10, 31, 24, 31, 24, 50} }

// Space inside a cell in mm.
const (
	cellSide  = 1.1
	cellAbove = 0.9
)

// tableLine is one row of cells of the list, measured.
type tableLine struct {
	cells  [6]block
	height float64
}

// table is the list's table, measured and not yet on pages.
type table struct {
	header tableLine
	rows   []tableLine
}

func newTable(l *List) (*table, error) {
	t := &table{header: measureLine(letter{face: serif, size: 10}, l.Columns, columnWidths())}
	for i, r := range l.Rows {
		line := measureLine(letter{face: serif, size: 11}, [6]string{strconv.Itoa(i + 1), r.Surname, r.GivenName, r.Patronymic, r.CardNumber, r.subjectsOf()}, columnWidths())
		if t.header.height+line.height > letterBottom-letterTop {
			return nil, noRoom(l.Title, r.Surname)
		}
		t.rows = append(t.rows, line)
	}
	return t, nil
}

// measureLine breaks the words of a row into cells of these widths in mm.
func measureLine(l letter, cells [6]string, widths [6]float64) tableLine {
	line := tableLine{}
	for i, width := range widths {
		line.cells[i] = l.fitWords(cells[i], width-2*cellSide, 7.5)
		line.height = max(line.height, line.cells[i].height())
	}
	line.height += 2 * cellAbove
	return line
}

// span is the rows [first, last) of one page.
type span struct{ first, last int }

// pages shares the rows out: the first page begins at y, the others at the top. The
// foot stays on the last page together with two rows, or with the only one.
func (t *table) pages(y, foot float64) []span {
	spans := []span{{}}
	at := y + t.header.height
	for i, r := range t.rows {
		if at+r.height > letterBottom {
			spans = append(spans, span{i, i})
			at = letterTop + t.header.height
		}
		spans[len(spans)-1].last = i + 1
		at += r.height
	}
	if at+foot <= letterBottom {
		return spans
	}
	return t.moveWithFoot(spans, foot)
}

// moveWithFoot gives the foot a page of its own and takes the last rows along: two
// if that leaves the page before a row, else one, and none only where a page cannot
// hold a row and the foot.
func (t *table) moveWithFoot(spans []span, foot float64) []span {
	last := &spans[len(spans)-1]
	from, height := last.last, letterTop+t.header.height+foot
	for moved := 0; moved < 2 && from > last.first && height+t.rows[from-1].height <= letterBottom; moved++ {
		if moved == 1 && from-1 == last.first {
			break
		}
		from--
		height += t.rows[from].height
	}
	next := span{from, last.last}
	last.last = from
	if last.first == last.last && len(spans) > 1 {
		spans = spans[:len(spans)-1]
	}
	return append(spans, next)
}

// draw sets header and rows of a page from y on; a page without rows gets nothing.
func (t *table) draw(s *sheet, p span, y float64) float64 {
	if p.first == p.last {
		return y
	}
	y = s.tableLine(t.header, y, true)
	for _, r := range t.rows[p.first:p.last] {
		y = s.tableLine(r, y, false)
	}
	return y
}

// tableLine draws one row with its borders; the header is centred.
func (s *sheet) tableLine(line tableLine, y float64, header bool) float64 {
	x := letterLeft
	for i, width := range columnWidths() {
		b := line.cells[i]
		s.box(x, y, width, line.height, thin)
		switch {
		case header:
			s.blockCentre(b, x, x+width, y+(line.height-b.height())/2)
		case i == 0:
			s.blockCentre(b, x, x+width, y+cellAbove)
		default:
			s.block(b, x+cellSide, y+cellAbove)
		}
		x += width
	}
	return y + line.height
}
