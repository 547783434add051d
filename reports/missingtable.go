package reports

import (
	"graduand/data"
	"graduand/data/text"
)

// missingWidths are the columns of the table in mm, together the width between the
// margins: who, what to do, what, and the place for the pen.
func missingWidths() [4]float64 { return [4]float64{48, 28, 84, 22} }

// missingRow is one row, measured; its first cell is empty but in a person's first row.
type missingRow struct {
	cells  [4]block
	height float64
	place  rowPlace
	// closes says that no further row of the person follows.
	closes bool
}

// rowPlace says what a row begins.
type rowPlace int

const (
	rowHeader rowPlace = iota
	// rowFirst begins a person, rowMore goes on with the same one.
	rowFirst
	rowMore
)

// missingTable is the table of one class as strips; the line that counts the others
// follows its rows.
type missingTable struct {
	pile
	sheet  *sheet
	header missingRow
	rows   int
}

func newMissingTable(s *sheet, c *MissingClass, t *text.Text) *missingTable {
	table := &missingTable{sheet: s}
	bold := letter{face: sansBold, size: 8.5}
	table.header = newMissingRow([4]letter{bold, bold, bold, bold}, [4]string{
		t.Say("report_form.missing_who", nil), t.Say("report_form.missing_severity", nil),
		t.Say("report_form.missing_what", nil), t.Say("report_form.missing_fixed", nil)})
	table.header.closes = true
	for i := range c.People {
		table.person(&c.People[i], t)
	}
	table.rows = len(table.strips)
	table.clean(c.clean(t))
	return table
}

func newMissingRow(letters [4]letter, words [4]string) missingRow {
	row := missingRow{}
	for i, width := range missingWidths() {
		row.cells[i] = letters[i].fitWords(words[i], width-2*cellSide, 6.5)
		row.height = max(row.height, row.cells[i].height())
	}
	row.height += 2 * cellAbove
	return row
}

// person adds the rows of one person.
func (m *missingTable) person(p *MissingPerson, t *text.Text) {
	plain, bold := letter{face: sans, size: 9.5}, letter{face: sansBold, size: 9.5}
	for i := range p.Lacks {
		lack, name, place := &p.Lacks[i], "", rowMore
		if i == 0 {
			name, place = p.Name, rowFirst
		}
		row := newMissingRow([4]letter{bold, severityLetter(lack.Severity), plain, plain}, [4]string{name, lack.severity(t), lack.sentence(t), ""})
		row.place, row.closes = place, i == len(p.Lacks)-1
		m.add(row.height, func(y float64) { m.drawRow(&row, y) })
		if i > 0 {
			m.goOn(t.Say("report_form.missing_continued", data.Args{"name": p.Name}))
		}
	}
	m.keepEnds(len(p.Lacks), 3)
}

// severityLetter is bold for what must be mended.
func severityLetter(severity data.Severity) letter {
	if severity == data.SeverityError {
		return letter{face: sansBold, size: 9}
	}
	return letter{face: sans, size: 9}
}

// goOn names the person again where the last row begins a page.
func (m *missingTable) goOn(words string) {
	b := letter{face: sansBold, size: 9.5}.wrap(words, right-left-2*cellSide)
	last := &m.strips[len(m.strips)-1]
	last.lead = b.height() + 2*cellAbove
	last.again = func(y float64) {
		m.sheet.box(left, y, right-left, last.lead, thin)
		m.sheet.block(b, left+cellSide, y+cellAbove)
	}
}

// clean adds the line that counts those with nothing missing; it stays with a row.
func (m *missingTable) clean(words string) {
	if words == "" {
		return
	}
	if m.rows > 0 {
		m.keepLast()
		m.gap(4)
	}
	b := letter{face: sans, size: 10.5}.wrap(words, right-left)
	m.add(b.height(), func(y float64) { m.sheet.block(b, left, y) })
}

// drawRow sets the cells of a row. The first column is one cell over all rows of a
// person on a page.
func (m *missingTable) drawRow(row *missingRow, y float64) {
	x, end := left, y+row.height
	for i, width := range missingWidths() {
		if i > 0 || row.place != rowMore {
			m.sheet.line(x, y, x+width, y, thin)
		}
		if i > 0 || row.closes {
			m.sheet.line(x, end, x+width, end, thin)
		}
		m.sheet.line(x, y, x, end, thin)
		m.sheet.block(row.cells[i], x+cellSide, y+cellAbove)
		x += width
	}
	m.sheet.line(right, y, right, end, thin)
}

// page sets the rows of a page from y on, and closes the cell of a person who goes on on
// the next one.
func (m *missingTable) page(on span, y float64) {
	end := m.put(on, y)
	if on.last <= m.rows {
		m.sheet.line(left, end, left+missingWidths()[0], end, thin)
	}
}
