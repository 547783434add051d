package roster

import (
	"slices"
	"strings"

	"graduand/data"
	"graduand/data/workbook"
)

// Cell is the place of a text: row counts from 1 as in a spreadsheet, column
// from 0.
type Cell struct {
	Sheet       string
	Row, Column int
}

// CellOf is the cell that a problem of a row is about; false for one of no column of its table.
func CellOf(row *Row, p Problem) (Cell, bool) {
	if row.layout == nil || p.Column == "" {
		return Cell{}, false
	}
	for _, c := range row.layout.Columns {
		if c.Letter() == p.Column && row.Has(c.Index) {
			return Cell{row.Sheet, row.Number, c.Index}, true
		}
	}
	return Cell{}, false
}

// Mending is the text that would mend a problem of a row, and where: the number of a document
// with the zeros that a spreadsheet took off, a name in letters of one alphabet or of the other
// keyboard. False where there is none, or a choice.
func Mending(row *Row, p Problem) (cell Cell, text string, mends bool) {
	cell, known := CellOf(row, p)
	if !known || p.Severity != data.SeverityError || len(p.Readings) != 1 {
		return Cell{}, "", false
	}
	return cell, p.Readings[0], true
}

// Mended is a sheet with other texts in the place of its own.
func Mended(sheet workbook.Sheet, cells map[Cell]string) workbook.Sheet {
	sheet.Lines = slices.Clone(sheet.Lines)
	for cell, text := range cells {
		at, found := slices.BinarySearchFunc(sheet.Lines, cell.Row, func(l workbook.Line, row int) int { return l.Number - row })
		if cell.Sheet != sheet.Name || !found {
			continue
		}
		texts := sheet.Lines[at].Cells
		texts = slices.Concat(texts, make([]string, max(cell.Column+1-len(texts), 0)))
		texts[cell.Column] = strings.TrimSpace(text)
		marks := slices.Concat(sheet.Lines[at].Marks, make([]workbook.Mark, max(len(texts)-len(sheet.Lines[at].Marks), 0)))
		marks[cell.Column] = workbook.MarkMended
		sheet.Lines[at].Cells, sheet.Lines[at].Marks = texts, marks
	}
	return sheet
}

// mendings are the texts that would mend the wanted rows. A row that is not there, or in which
// there is nothing to put in, is refused.
func (r *Roster) mendings(wanted []string) (map[Cell]string, error) {
	cells := map[Cell]string{}
	for _, want := range wanted {
		before := len(cells)
		meant, err := meant(r.Rows, want)
		if err != nil {
			return nil, err
		}
		for _, i := range meant {
			for _, p := range r.Rows[i].Problems {
				if cell, text, mends := Mending(&r.Rows[i], p); mends {
					cells[cell] = text
				}
			}
		}
		if len(cells) == before && want != TakeAll {
			return nil, data.Fail("roster.no_mending", data.Args{"row": want})
		}
	}
	return cells, nil
}

// mended is a book with what mends the wanted rows of a reading put in.
func (r *Roster) mended(book *workbook.Book, wanted []string) (*workbook.Book, error) {
	cells, err := r.mendings(wanted)
	if err != nil {
		return nil, err
	}
	with := *book
	with.Sheets = make([]workbook.Sheet, len(book.Sheets))
	for i, sheet := range book.Sheets {
		with.Sheets[i] = Mended(sheet, cells)
	}
	return &with, nil
}
