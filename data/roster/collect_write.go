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
	for _, s := range c.sheets() {
		b.people = append(b.people, &collectionPeople{CollectionSheet: s, SheetWriter: book.Add(s.Name), book: b})
	}
	b.lists, b.state = book.Add(listSheet), book.Add(stateSheet)
	for _, p := range b.people {
		p.write()
		p.writeLists()
	}
	b.writeState()
	for _, p := range b.people {
		p.shape()
	}
	b.lists.Hide(false)
	b.state.Hide(true)
	return book.Write(w)
}

// collectionBook is such a workbook under way.
type collectionBook struct {
	collection   *Collection
	people       []*collectionPeople
	lists, state *workbook.SheetWriter
	// listed is how many columns the sheet of lists has.
	listed int
}

// collectionPeople is a sheet that is filled in, under way.
type collectionPeople struct {
	CollectionSheet
	*workbook.SheetWriter
	book *collectionBook
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
	// width and most are the least and the greatest width in digits.
	width, most float64
	cell        func(r *CollectionRow) string
}

func (c *Collection) own() [ownColumns]ownColumn {
	return [ownColumns]ownColumn{
		{columnID, c.IDTitle, 13, 13, func(r *CollectionRow) string { return r.ID }},
		{columnClass, c.ClassTitle, 8, 28, func(r *CollectionRow) string { return r.Class }},
		{columnName, c.NameTitle, 36, 36, func(r *CollectionRow) string { return r.Name }},
	}
}

// write fills the sheet with a row a graduate, under the titles and, hidden above them, the codes of
// the columns.
func (p *collectionPeople) write() {
	for i, own := range p.book.collection.own() {
		p.Put(i, collectCodeRow, columnMark+own.code)
		p.Put(i, collectTitleRow, own.title)
		for j := range p.Rows {
			p.Put(i, collectFirstRow+j, own.cell(&p.Rows[j]))
		}
	}
	for i, column := range p.Columns {
		p.Put(ownColumns+i, collectCodeRow, columnMark+column.Field)
		p.Put(ownColumns+i, collectTitleRow, column.Title)
		for j, row := range p.Rows {
			p.Put(ownColumns+i, collectFirstRow+j, row.Cells[i].Shown)
		}
	}
	p.Paint(workbook.Area{Top: collectCodeRow, Bottom: collectTitleRow, Right: ownColumns + len(p.Columns) - 1}, collectHeader())
	for i, row := range p.Rows {
		p.Paint(workbook.Area{Top: collectFirstRow + i, Bottom: collectFirstRow + i, Right: ownColumns - 1}, collectLocked())
		p.colour(collectFirstRow+i, row.Cells)
	}
}

// colour gives the cells of a row their looks, a run of the same at a time.
func (p *collectionPeople) colour(row int, cells []CollectionCell) {
	from := 0
	for i := range cells {
		if i+1 == len(cells) || cells[i+1].look() != cells[i].look() {
			p.Paint(workbook.Area{Top: row, Left: ownColumns + from, Bottom: row, Right: ownColumns + i}, cells[i].look())
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
func (p *collectionPeople) writeLists() {
	lists, first := p.book.lists, p.book.listed
	p.book.listed += len(p.Columns)
	for i, column := range p.Columns {
		if len(column.Choices) == 0 && column.Hint == "" || len(p.Rows) == 0 {
			continue
		}
		for j, choice := range column.Choices {
			lists.Put(first+i, j+1, choice)
		}
		choice := workbook.Choice{Title: column.Title, Refusal: p.book.collection.Choose, Hint: column.Hint}
		if len(column.Choices) > 0 {
			choice.Sheet = lists.Name
			choice.List = workbook.Area{Top: 1, Left: first + i, Bottom: len(column.Choices), Right: first + i}
		}
		p.Offer(workbook.Area{Top: collectFirstRow, Left: ownColumns + i, Bottom: collectFirstRow + len(p.Rows) - 1, Right: ownColumns + i}, choice)
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
	}
	place := map[string]int{}
	for i, column := range c.fields() {
		place[column.Field] = ownColumns + i
		b.state.Put(ownColumns+i, stateCodeRow, column.Field)
		b.state.Put(ownColumns+i, stateTitleRow, column.Title)
	}
	row := stateFirstRow
	for _, p := range b.people {
		for j := range p.Rows {
			for i, own := range c.own() {
				b.state.Put(i, row, own.cell(&p.Rows[j]))
			}
			for i, column := range p.Columns {
				b.state.Put(place[column.Field], row, p.Rows[j].Cells[i].Stored)
			}
			row++
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
func (p *collectionPeople) shape() {
	p.Freeze(ownColumns, collectTitleRow)
	p.HideRow(collectCodeRow)
	if p.book.collection.Filtered {
		p.Filter(workbook.Area{Top: collectTitleRow, Bottom: max(collectFirstRow, collectFirstRow+len(p.Rows)-1), Right: ownColumns + len(p.Columns) - 1})
	}
	p.Protect()
	var widths []float64
	for _, own := range p.book.collection.own() {
		longest := max(own.width, workbook.Digits(own.title)+2)
		for j := range p.Rows {
			longest = max(longest, workbook.Digits(own.cell(&p.Rows[j]))+2)
		}
		widths = append(widths, min(longest, own.most))
	}
	for i, column := range p.Columns {
		widths = append(widths, p.widthOf(i, column))
	}
	p.Widths(widths...)
	whole := 0.0
	for _, width := range widths {
		whole += width
	}
	p.FitPages(max(1, int(math.Ceil(whole/lyingWidth))), true)
	p.Margins(printMargin, printMargin, printMargin, printMargin)
	p.Repeat(collectTitleRow, ownColumns)
}

// widthOf is the width of a column in digits: what its longest cell takes, within
// reason.
func (p *collectionPeople) widthOf(i int, column CollectionColumn) float64 {
	longest := min(workbook.Digits(column.Title), 18)
	for _, row := range p.Rows {
		longest = max(longest, workbook.Digits(row.Cells[i].Shown))
	}
	for _, choice := range column.Choices {
		longest = max(longest, workbook.Digits(choice))
	}
	return min(max(longest+3, 12), 44)
}
