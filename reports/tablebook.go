package reports

import (
	"graduand/data/text"
	"graduand/data/workbook"
	"graduand/reports/paper"
)

// tableBook is a sheet with one table under way: words over its whole width, a header that
// filters, and rows, each high enough for the longest of its cells. Every cell is text.
type tableBook struct {
	fromTop
	t       *text.Text
	columns []bookColumn
	header  int
}

// bookColumn is a column; its width is in digits.
type bookColumn struct {
	title string
	width float64
}

// newTableBook begins the sheet with its title, on a lying page as wide as the table.
func newTableBook(book *workbook.Writer, t *text.Text, title string, columns []bookColumn) *tableBook {
	b := &tableBook{fromTop: fromTop{SheetWriter: book.Add(listSheetName), row: 1}, t: t, columns: columns}
	b.FitAcross(true)
	var widths []float64
	for _, c := range columns {
		widths = append(widths, c.width)
	}
	b.Widths(widths...)
	b.put(0, b.last(), title, workbook.Look{Size: 14, Bold: true, Horizontal: "left", Vertical: "center"})
	b.next(8)
	return b
}

func (b *tableBook) last() int { return len(b.columns) - 1 }

// plainWords are those above and below a table.
var plainWords = workbook.Look{Size: 11, Horizontal: "left", Vertical: "top"}

// lines writes rows of words over the whole width.
func (b *tableBook) lines(words ...string) {
	for _, line := range words {
		b.put(0, b.last(), line, plainWords)
		b.next(6)
	}
}

// begin writes the titles of the columns.
func (b *tableBook) begin() {
	b.next(3)
	b.header = b.row
	for i, c := range b.columns {
		b.put(i, i, c.title, workbook.Look{Size: 11, Bold: true, Horizontal: "left", Vertical: "center", Border: "lrtb"})
	}
	b.next(8)
}

// add writes a row, a cell for each column.
func (b *tableBook) add(cells []string) {
	look, height := workbook.Look{Size: 11, Horizontal: "left", Vertical: "top", Border: "lrtb"}, 0.0
	l := paper.Serif.Sized(look.Size)
	for i, words := range cells {
		b.put(i, i, words, look)
		// A digit is 7 dots of 1/96 inch wide.
		height = max(height, l.Wrap(words, b.columns[i].width*7/96*25.4-1).Height())
	}
	b.next(min(height+1, highestRow))
}

// end makes the header filter the rows, stay in sight, and stand on every printed page.
func (b *tableBook) end() {
	b.Filter(workbook.Area{Top: b.header, Bottom: b.row - 1, Right: b.last()})
	b.Freeze(0, b.header)
	b.RepeatRow(b.header)
}

// highestRow is in mm what a spreadsheet takes: 409 points.
const highestRow = 144
