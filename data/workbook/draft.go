package workbook

import (
	"slices"

	"golang.org/x/text/unicode/norm"

	"graduand/data"
)

// draft is a sheet under way: its lines, and what the file says that it holds.
type draft struct {
	name     string
	unseen   bool // nobody sees the sheet
	counting bool // only its rows are counted
	gatherer gatherer
	held     tally
	merged   []Area
	hidden   []hiddenColumns
}

// hiddenColumns are those from the first to the last.
type hiddenColumns struct{ first, last int }

// fill puts a cell that holds anything into its column.
func (d *draft) fill(column int, text string, mark Mark) error {
	if d.held.cell(); d.counting {
		return nil
	}
	return d.gatherer.put(column, text, mark)
}

// endRow closes a row that stands so many times, one below the other.
func (d *draft) endRow(times int) error {
	if d.held.row(times); d.counting {
		return nil
	}
	if err := d.gatherer.end(); err != nil || times == 1 {
		return err
	}
	return d.gatherer.repeat(times - 1)
}

// merge takes note of cells made one; a single cell is none.
func (d *draft) merge(a Area) error {
	if a.Bottom > a.Top || a.Right > a.Left {
		d.merged = append(d.merged, a)
	}
	return d.bounded()
}

// hide takes note of columns that nobody sees.
func (d *draft) hide(first, last int) error {
	d.hidden = append(d.hidden, hiddenColumns{first, last})
	return d.bounded()
}

func (d *draft) bounded() error {
	if len(d.merged) > maxMerged || len(d.hidden) > maxMerged {
		return data.Fail("roster.suspicious", nil)
	}
	return nil
}

// sheet is what has been read, if that is all that the file holds.
func (d *draft) sheet() (Sheet, error) {
	s := Sheet{Name: d.name, Lines: d.gatherer.lines, Merged: d.merged, Held: d.held.Count}
	s.HiddenColumns = hiddenOf(d.hidden, s.Lines)
	return s, accounted(s)
}

// hiddenOf are the hidden columns as far as the lines reach.
func hiddenOf(hidden []hiddenColumns, lines []Line) []int {
	width := 0
	for _, line := range lines {
		width = max(width, len(line.Cells))
	}
	var columns []int
	for column := range width {
		if slices.ContainsFunc(hidden, func(h hiddenColumns) bool { return h.first <= column && column <= h.last }) {
			columns = append(columns, column)
		}
	}
	return columns
}

// add adds a finished sheet to a book: one that nobody sees only by its count, unless all
// are wanted, and one without anything only then.
func (b *Book) add(d *draft, s Sheet, all bool) {
	switch {
	case d.unseen && !all:
		if d.held.Rows > 0 {
			b.Hidden = append(b.Hidden, HiddenSheet{Name: d.name, Rows: d.held.Rows})
		}
	case all:
		b.Sheets = append(b.Sheets, s)
	case len(s.Lines) > 0:
		s.Name = norm.NFC.String(s.Name)
		b.Sheets = append(b.Sheets, s)
	}
}

// finished is a book of what was read, if anything was.
func finished(book *Book, all bool) (*Book, error) {
	if len(book.Sheets) == 0 && !all {
		return nil, data.Fail("roster.empty", nil)
	}
	return book, nil
}
