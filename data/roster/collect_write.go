package roster

import (
	"io"
	"math"
	"strconv"

	"graduand/data/workbook"
)

// WriteCollection writes a workbook to be filled in: a sheet with the steps, a sheet with
// a row a graduate, of which only the cells of the fields can be changed, the lists to
// choose from, and, where nobody looks, what was given out. All cells are text. Same
// collection, same bytes.
func WriteCollection(w io.Writer, c Collection) error {
	book := workbook.NewWriter(c.Title, "")
	b := &collectionBook{collection: &c}
	b.writeSteps(book.Add(c.StepsSheet))
	b.people = book.Add(c.PeopleSheet)
	b.lists, b.state = book.Add(listSheet), book.Add(stateSheet)
	b.writePeople()
	b.writeLists()
	b.writeState()
	b.shape()
	return book.Write(w)
}

// collectionBook is such a workbook under way.
type collectionBook struct {
	collection           *Collection
	people, lists, state *workbook.SheetWriter
}

// Looks of a header, of a cell to fill, of one that may be filled, and of one that stays:
// yellow is to be filled, grey to be left alone.
func collectHeader() workbook.Look {
	return workbook.Look{Bold: true, Fill: grey, Vertical: "top", Border: "lrtb", BorderColour: pale}
}
func collectAsked() workbook.Look {
	return workbook.Look{Fill: yellow, Vertical: "top", Border: "lrtb", BorderColour: pale, Unlocked: true}
}
func collectOpen() workbook.Look {
	return workbook.Look{Vertical: "top", Border: "lrtb", BorderColour: pale, Unlocked: true}
}
func collectLocked() workbook.Look {
	return workbook.Look{Fill: grey, Vertical: "top", Border: "lrtb", BorderColour: pale}
}

const (
	yellow = "FFF2CC"
	grey   = "EDEDED"
	pale   = "BFBFBF"
)

// writeSteps makes the sheet that opens first.
func (b *collectionBook) writeSteps(sheet *workbook.SheetWriter) {
	sheet.Line(1, []string{b.collection.Title}, headLook())
	for i, step := range b.collection.Steps {
		sheet.Line(i+3, []string{step}, textLook())
	}
	sheet.Widths(stepsWidth)
	sheet.FitAcross(false)
	sheet.Margins(printMargin, printMargin, printMargin, printMargin)
	sheet.Protect()
}

// stepsWidth is the width of the column of steps in digits: A4 upright holds it in every
// font, for LibreOffice does not make the print of a sheet of one column smaller.
const stepsWidth = 72

// ownColumn is one of those that stand before the fields and stay as they are.
type ownColumn struct {
	code, title string
	width       float64 // in digits
	cell        func(r *CollectionRow) string
}

func (c *Collection) own() [ownColumns]ownColumn {
	return [ownColumns]ownColumn{
		{columnID, c.IDTitle, 13, func(r *CollectionRow) string { return r.ID }},
		{columnClass, c.ClassTitle, 8, func(r *CollectionRow) string { return r.Class }},
		{columnName, c.NameTitle, 36, func(r *CollectionRow) string { return r.Name }},
	}
}

// writePeople fills the sheet with a row a graduate, under the titles and, hidden above
// them, the codes of the columns.
func (b *collectionBook) writePeople() {
	c := b.collection
	for i, own := range c.own() {
		b.people.Put(i, collectCodeRow, columnMark+own.code)
		b.people.Put(i, collectTitleRow, own.title)
		for j := range c.Rows {
			b.people.Put(i, collectFirstRow+j, own.cell(&c.Rows[j]))
		}
	}
	for i, column := range c.Columns {
		b.people.Put(ownColumns+i, collectCodeRow, columnMark+column.Field)
		b.people.Put(ownColumns+i, collectTitleRow, column.Title)
		for j, row := range c.Rows {
			b.people.Put(ownColumns+i, collectFirstRow+j, row.Cells[i].Shown)
		}
	}
	b.people.Paint(workbook.Area{Top: collectCodeRow, Bottom: collectTitleRow, Right: ownColumns + len(c.Columns) - 1}, collectHeader())
	for i, row := range c.Rows {
		b.people.Paint(workbook.Area{Top: collectFirstRow + i, Bottom: collectFirstRow + i, Right: ownColumns - 1}, collectLocked())
		b.colour(collectFirstRow+i, row.Cells)
	}
}

// colour gives the cells of a row their looks, a run of the same at a time.
func (b *collectionBook) colour(row int, cells []CollectionCell) {
	from := 0
	for i := range cells {
		if i+1 == len(cells) || cells[i+1].look() != cells[i].look() {
			b.people.Paint(workbook.Area{Top: row, Left: ownColumns + from, Bottom: row, Right: ownColumns + i}, cells[i].look())
			from = i + 1
		}
	}
}

func (c CollectionCell) look() workbook.Look {
	switch {
	case c.Locked:
		return collectLocked()
	case c.Asked:
		return collectAsked()
	}
	return collectOpen()
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
			b.lists.Put(i, j+1, choice)
		}
		choice := workbook.Choice{Title: column.Title, Refusal: c.Choose, Hint: column.Hint}
		if len(column.Choices) > 0 {
			choice.Sheet = b.lists.Name
			choice.List = workbook.Area{Top: 1, Left: i, Bottom: len(column.Choices), Right: i}
		}
		b.people.Offer(workbook.Area{Top: collectFirstRow, Left: ownColumns + i, Bottom: collectFirstRow + len(c.Rows) - 1, Right: ownColumns + i}, choice)
	}
}

// writeState writes what was given out: whose workbook it is, the codes and titles of
// the columns, and each graduate with the stored values.
func (b *collectionBook) writeState() {
	c := b.collection
	for i, s := range []string{stateMark, strconv.Itoa(CollectionFormat), c.Registry} {
		b.state.Put(i, stateMarkRow, s)
	}
	for i, own := range c.own() {
		b.state.Put(i, stateCodeRow, own.code)
		b.state.Put(i, stateTitleRow, own.title)
		for j := range c.Rows {
			b.state.Put(i, stateFirstRow+j, own.cell(&c.Rows[j]))
		}
	}
	for i, column := range c.Columns {
		b.state.Put(ownColumns+i, stateCodeRow, column.Field)
		b.state.Put(ownColumns+i, stateTitleRow, column.Title)
		for j, row := range c.Rows {
			b.state.Put(ownColumns+i, stateFirstRow+j, row.Cells[i].Stored)
		}
	}
}

// Rows of the sheet that nobody sees.
const (
	stateMarkRow = iota + 1
	stateCodeRow
	stateTitleRow
	stateFirstRow
)

// shape freezes the titles and the names, locks what stays, hides what is not to be seen
// and gives every column a width that can be read.
func (b *collectionBook) shape() {
	b.people.Freeze(ownColumns, collectTitleRow)
	b.people.HideRow(collectCodeRow)
	b.people.Protect()
	b.lists.Hide(false)
	b.state.Hide(true)
	var widths []float64
	for _, own := range b.collection.own() {
		widths = append(widths, own.width)
	}
	for i, column := range b.collection.Columns {
		widths = append(widths, b.widthOf(i, column))
	}
	b.people.Widths(widths...)
	whole := 0.0
	for _, width := range widths {
		whole += width
	}
	b.people.FitPages(max(1, int(math.Ceil(whole/lyingWidth))), true)
	b.people.Margins(printMargin, printMargin, printMargin, printMargin)
	b.people.Repeat(collectTitleRow, ownColumns)
}

// widthOf is the width of a column in digits: what its longest cell takes, within
// reason.
func (b *collectionBook) widthOf(i int, column CollectionColumn) float64 {
	longest := min(workbook.Digits(column.Title), 18)
	for _, row := range b.collection.Rows {
		longest = max(longest, workbook.Digits(row.Cells[i].Shown))
	}
	for _, choice := range column.Choices {
		longest = max(longest, workbook.Digits(choice))
	}
	return min(max(longest+3, 12), 44)
}
