package workbook

import "strings"

// Book is an opened file: its visible sheets as text.
type Book struct {
	Sheets []Sheet
	// Hidden are the sheets that nobody sees and that hold anything.
	Hidden []HiddenSheet
}

// HiddenSheet is a sheet that is not read; Rows is the number of its filled rows.
type HiddenSheet struct {
	Name string
	Rows int
}

// Sheet is the non-empty lines of one sheet.
type Sheet struct {
	Name  string
	Lines []Line
	// Merged are the ranges of more than one cell that were made one.
	Merged []Area
	// HiddenColumns are the columns that nobody sees, in their order.
	HiddenColumns []int
	// Held is what the file itself says that the sheet holds: rows and cells with
	// anything in them. As many were read, or the file is refused.
	Held Count
	// Date1904 says that day numbers count from 1904 (old Macs).
	Date1904 bool
}

// from1904 says that the day numbers of all sheets count from 1904.
func (b *Book) from1904() {
	for i := range b.Sheets {
		b.Sheets[i].Date1904 = true
	}
}

// Shown is a cell as people see it in the sheet: a number that is shown as a day as that day.
func (s *Sheet) Shown(line Line, column int) string {
	cell := line.Cell(column)
	if line.Mark(column)&MarkDay == 0 {
		return cell
	}
	if day, is := ShownDay(cell, s.Date1904); is {
		return day.Dotted()
	}
	return cell
}

// ShownLine are the cells of a line as people see them, with a space between.
func (s *Sheet) ShownLine(line Line) string {
	cells := make([]string, len(line.Cells))
	for i := range cells {
		cells[i] = s.Shown(line, i)
	}
	return strings.Join(cells, " ")
}

// Count is so many rows and cells with anything in them.
type Count struct{ Rows, Cells int }

// Line is one row as it stands in the sheet; Number counts from 1.
type Line struct {
	Number int
	Cells  []string
	// Broken says that a quote is not closed, so the cells may be cut in the wrong places.
	Broken bool
	// Hidden says that nobody sees the row: hidden, filtered away, or in a folded group.
	Hidden bool
	// Marks say of each cell what its text does not; nil where no cell has any.
	Marks []Mark
	// Notes are the comments on cells of the row, which nobody sees before pointing there.
	Notes []string
}

// Mark is what a cell is besides its text.
type Mark uint8

// A cell may bear several marks.
const (
	// MarkNumber is a cell that holds a number and no text.
	MarkNumber Mark = 1 << iota
	// MarkDay is a number, or a text of ISO 8601, that the sheet shows as a day; the
	// text of the cell is the number (see [DayNumber]), or the ISO text.
	MarkDay
	// MarkShown is a number whose text is what the sheet shows, with the zeros that its
	// format writes before it.
	MarkShown
	// MarkUnsaved is a formula whose value was not saved with the file: the text is
	// empty, and yet the cell is not.
	MarkUnsaved
	// MarkStruck is a cell that is shown struck out.
	MarkStruck
	// MarkTruth is a cell that holds true or false; its text is «1» or «0».
	MarkTruth
	// MarkUnseen is a cell whose letters nobody sees: they have the colour of what they stand
	// on, or the format of the cell shows nothing.
	MarkUnseen
	// MarkMended is a text that a person has put in the place of the file's.
	MarkMended
)

// Mark is what is said of the cell in a column; columns count from 0.
func (l Line) Mark(column int) Mark {
	if column < len(l.Marks) {
		return l.Marks[column]
	}
	return 0
}

// Cell is what stands in a column of a line; columns count from 0.
func (l Line) Cell(column int) string {
	if column < len(l.Cells) {
		return l.Cells[column]
	}
	return ""
}

// Area is a range of cells: rows count from 1, columns from 0.
type Area struct{ Top, Left, Bottom, Right int }

// Cell is the area of one cell.
func Cell(column, row int) Area { return Area{Top: row, Left: column, Bottom: row, Right: column} }

// String is the area as spreadsheets write it, «A2:B5».
func (a Area) String() string { return CellName(a.Left, a.Top) + ":" + CellName(a.Right, a.Bottom) }
