package roster

import (
	"fmt"
	"io"
	"strconv"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
)

// WriteCollection writes a workbook to be filled in: a sheet with the steps, a sheet with
// a row a graduate, of which only the cells of the fields can be changed, the lists to
// choose from, and, where nobody looks, what was given out. All cells are text. Same
// collection, same bytes.
func WriteCollection(w io.Writer, c Collection) error {
	b := &collectionBook{book: newBook(c.Title), collection: &c}
	b.makeStyles()
	b.writeSteps(b.addSheet(c.StepsSheet, 0))
	b.people = b.addSheet(c.PeopleSheet, 1)
	b.addSheet(listSheet, 2)
	b.addSheet(stateSheet, 3)
	b.writePeople()
	b.writeLists()
	b.writeState()
	b.shape()
	return b.write(w)
}

// collectionBook is such a workbook under way.
type collectionBook struct {
	*book
	collection *Collection
	people     string
	// The styles of a header, of a cell to fill, of one that may be filled, and of one
	// that stays.
	header, asked, open, locked int
}

// Colours of the cells: to fill, and to leave alone.
const (
	yellow = "FFF2CC"
	grey   = "EDEDED"
	pale   = "BFBFBF"
)

func (b *collectionBook) makeStyles() {
	b.header = b.style(grey, true, true)
	b.asked = b.style(yellow, false, false)
	b.open = b.style("", false, false)
	b.locked = b.style(grey, false, true)
}

// style is one for text cells with a frame.
func (b *collectionBook) style(colour string, bold, locked bool) int {
	s := &excelize.Style{NumFmt: 49, Font: &excelize.Font{Bold: bold}, Protection: &excelize.Protection{Locked: locked},
		Alignment: &excelize.Alignment{WrapText: bold, Vertical: "top"}}
	for _, side := range []string{"left", "right", "top", "bottom"} {
		s.Border = append(s.Border, excelize.Border{Type: side, Color: pale, Style: 1})
	}
	if colour != "" {
		s.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}
	}
	id, err := b.file.NewStyle(s)
	b.keep(err)
	return id
}

// writeSteps makes the sheet that opens first.
func (b *collectionBook) writeSteps(sheet string) {
	b.put(sheet, 0, 1, b.collection.Title)
	b.keep(b.file.SetCellStyle(sheet, "A1", "A1", b.bold))
	for i, step := range b.collection.Steps {
		b.put(sheet, 0, i+3, step)
		name := cellName("", 0, i+3)
		b.keep(b.file.SetCellStyle(sheet, name, name, b.wrap))
		lines := utf8.RuneCountInString(step)/(stepsWidth*9/10) + 1
		b.keep(b.file.SetRowHeight(sheet, i+3, float64(lines*stepLine+4)))
	}
	b.keep(b.file.SetColWidth(sheet, "A", "A", stepsWidth))
	b.fit(sheet, "portrait")
	b.protect(sheet)
}

// stepsWidth is the width of the column of steps in digits, stepLine the height of a line
// in points: no program makes the rows of a new workbook as high as their text.
const (
	stepsWidth = 84
	stepLine   = 15
)

// fit prints a sheet on A4 across.
func (b *collectionBook) fit(sheet, orientation string) {
	a4, across, down, fit := 9, 1, 0, true
	b.keep(b.file.SetSheetProps(sheet, &excelize.SheetPropsOptions{FitToPage: &fit}))
	b.keep(b.file.SetPageLayout(sheet, &excelize.PageLayoutOptions{Size: &a4, Orientation: &orientation, FitToWidth: &across, FitToHeight: &down}))
}

// put writes a text and nothing but a text.
func (b *collectionBook) put(sheet string, column, row int, s string) {
	if s != "" {
		b.keep(b.file.SetCellStr(sheet, cellName("", column, row), literal(s)))
	}
}

// writePeople fills the sheet with a row a graduate, under the titles and, hidden above
// them, the codes of the columns.
func (b *collectionBook) writePeople() {
	c := b.collection
	codes, titles := []string{columnID, columnClass, columnName}, []string{c.IDTitle, c.ClassTitle, c.NameTitle}
	for _, column := range c.Columns {
		codes, titles = append(codes, column.Field), append(titles, column.Title)
	}
	for i := range codes {
		b.put(b.people, i, collectCodeRow, columnMark+codes[i])
		b.put(b.people, i, collectTitleRow, titles[i])
	}
	b.span(0, len(codes)-1, collectCodeRow, collectTitleRow, b.header)
	for i, row := range c.Rows {
		at := collectFirstRow + i
		for j, s := range []string{row.ID, row.Class, row.Name} {
			b.put(b.people, j, at, s)
		}
		for j, cell := range row.Cells {
			b.put(b.people, ownColumns+j, at, cell.Shown)
		}
		b.span(0, ownColumns-1, at, at, b.locked)
		b.colour(at, row.Cells)
	}
}

// colour gives the cells of a row their styles, a run of the same at a time.
func (b *collectionBook) colour(at int, cells []CollectionCell) {
	from := 0
	for i := range cells {
		if i+1 == len(cells) || b.styleOf(cells[i+1]) != b.styleOf(cells[i]) {
			b.span(ownColumns+from, ownColumns+i, at, at, b.styleOf(cells[i]))
			from = i + 1
		}
	}
}

func (b *collectionBook) styleOf(c CollectionCell) int {
	switch {
	case c.Locked:
		return b.locked
	case c.Asked:
		return b.asked
	}
	return b.open
}

func (b *collectionBook) span(left, right, top, bottom, style int) {
	b.keep(b.file.SetCellStyle(b.people, cellName("", left, top), cellName("", right, bottom), style))
}

// writeLists puts the words to choose from on a sheet of their own: a list in the cell
// itself ends at 255 characters, and at the first comma in a title.
func (b *collectionBook) writeLists() {
	c := b.collection
	for i, column := range c.Columns {
		if len(column.Choices) == 0 && column.Hint == "" {
			continue
		}
		for j, choice := range column.Choices {
			b.put(listSheet, i, j+1, choice)
		}
		rule := excelize.NewDataValidation(true)
		rule.SetSqref(cellName("", ownColumns+i, collectFirstRow) + ":" + cellName("", ownColumns+i, collectFirstRow+len(c.Rows)-1))
		if len(column.Choices) > 0 {
			letter := letterOf(i)
			rule.SetSqrefDropList(fmt.Sprintf("%s!$%s$1:$%s$%d", listSheet, letter, letter, len(column.Choices)))
			rule.SetError(excelize.DataValidationErrorStyleStop, atMost(column.Title, 32), atMost(c.Choose, 255))
		}
		if column.Hint != "" {
			rule.SetInput(atMost(column.Title, 32), atMost(column.Hint, 255))
		}
		b.keep(b.file.AddDataValidation(b.people, rule))
	}
}

func atMost(s string, letters int) string {
	if r := []rune(s); len(r) > letters {
		return string(r[:letters-1]) + "…"
	}
	return s
}

// writeState writes what was given out: whose workbook it is, the codes and titles of
// the columns, and each graduate with the stored values.
func (b *collectionBook) writeState() {
	c := b.collection
	for i, s := range []string{stateMark, strconv.Itoa(CollectionFormat), c.Registry} {
		b.put(stateSheet, i, 1, s)
	}
	for i, s := range []string{c.IDTitle, c.ClassTitle, c.NameTitle} {
		b.put(stateSheet, i, 2, []string{columnID, columnClass, columnName}[i])
		b.put(stateSheet, i, 3, s)
	}
	for i, column := range c.Columns {
		b.put(stateSheet, ownColumns+i, 2, column.Field)
		b.put(stateSheet, ownColumns+i, 3, column.Title)
	}
	for i, row := range c.Rows {
		at := stateFirstRow + i
		for j, s := range []string{row.ID, row.Class, row.Name} {
			b.put(stateSheet, j, at, s)
		}
		for j, cell := range row.Cells {
			b.put(stateSheet, ownColumns+j, at, cell.Stored)
		}
	}
}

// stateFirstRow is the first graduate of the sheet that nobody sees.
const stateFirstRow = 4

// shape freezes the titles and the names, locks what stays, hides what is not to be seen
// and gives every column a width that can be read.
func (b *collectionBook) shape() {
	b.keep(b.file.SetPanes(b.people, &excelize.Panes{Freeze: true, XSplit: ownColumns, YSplit: collectTitleRow,
		TopLeftCell: cellName("", ownColumns, collectFirstRow), ActivePane: "bottomRight"}))
	b.keep(b.file.SetRowVisible(b.people, collectCodeRow, false))
	b.protect(b.people)
	b.keep(b.file.SetSheetVisible(listSheet, false))
	b.keep(b.file.SetSheetVisible(stateSheet, false, true))
	for i, width := range []float64{13, 8, 36} {
		b.keep(b.file.SetColWidth(b.people, letterOf(i), letterOf(i), width))
	}
	for i, column := range b.collection.Columns {
		b.keep(b.file.SetColWidth(b.people, letterOf(ownColumns+i), letterOf(ownColumns+i), b.widthOf(i, column)))
	}
	b.fit(b.people, "landscape")
	b.keep(b.file.SetRowHeight(b.people, collectTitleRow, 3*stepLine))
}

// widthOf is the width of a column in digits: what its longest cell takes, within
// reason.
func (b *collectionBook) widthOf(i int, column CollectionColumn) float64 {
	longest := min(utf8.RuneCountInString(column.Title), 18)
	for _, row := range b.collection.Rows {
		longest = max(longest, utf8.RuneCountInString(row.Cells[i].Shown))
	}
	for _, choice := range column.Choices {
		longest = max(longest, utf8.RuneCountInString(choice))
	}
	return float64(min(max(longest+3, 12), 44))
}

// protect locks a sheet without a password: against a slip, not against a wish. Columns
// may be made wider.
func (b *collectionBook) protect(sheet string) {
	b.keep(b.file.ProtectSheet(sheet, &excelize.SheetProtectionOptions{
		SelectLockedCells: true, SelectUnlockedCells: true, FormatColumns: true, FormatRows: true}))
}
