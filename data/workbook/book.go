package workbook

// Book is an opened file: its visible sheets as text.
type Book struct {
	Sheets []Sheet
	// Date1904 says that day numbers count from 1904 (old Macs).
	Date1904 bool

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
}

// Line is one row as it stands in the sheet; Number counts from 1.
type Line struct {
	Number int
	Cells  []string
	// Broken says that a quote is not closed, so the cells may be cut in the wrong places.
	Broken bool
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
