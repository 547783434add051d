package reports

import (
	"graduand/data"
	"graduand/data/text"
	"graduand/reports/paper"
)

// missingLine is a row of the table: one lack of a person, the first and the last of whose
// rows are told.
type missingLine struct {
	person      *MissingPerson
	lack        *Lack
	first, last bool
}

// missingTable is the table of one class as strips; the line that counts the others
// follows its rows.
type missingTable struct {
	paper.Pile
	paper.Table
	doc   *paper.Document
	t     *text.Text
	lines []missingLine
}

func newMissingTable(doc *paper.Document, c *MissingClass, t *text.Text) *missingTable {
	m := &missingTable{doc: doc, t: t}
	for i := range c.People {
		p := &c.People[i]
		for k := range p.Lacks {
			m.lines = append(m.lines, missingLine{p, &p.Lacks[k], k == 0, k == len(p.Lacks)-1})
		}
	}
	m.Table = paper.Table{Left: paper.Left, Floor: 6.5, Head: paper.SansBold.Sized(8.5), Body: paper.Sans.Sized(9.5), Columns: m.columnsOf()}
	for i := range m.lines {
		m.line(i)
	}
	m.clean(c.clean(t))
	return m
}

// columnsOf are who, what to do, what, and the place for the pen, together the width
// between the margins.
func (m *missingTable) columnsOf() []paper.Column {
	return []paper.Column{
		{Title: m.t.Say("report_form.missing_who", nil), Width: 48, Cell: m.who, As: func(int) paper.Type { return paper.SansBold.Sized(9.5) }},
		{Title: m.t.Say("report_form.missing_severity", nil), Width: 28, Cell: func(i int) string { return m.lines[i].lack.severity(m.t) },
			As: func(i int) paper.Type { return severityType(m.lines[i].lack.Severity) }},
		{Title: m.t.Say("report_form.missing_what", nil), Width: 84, Cell: func(i int) string { return m.lines[i].lack.sentence(m.t) }},
		{Title: m.t.Say("report_form.missing_fixed", nil), Width: 22, Cell: func(int) string { return "" }},
	}
}

// who names a person once.
func (m *missingTable) who(i int) string {
	if m.lines[i].first {
		return m.lines[i].person.Name
	}
	return ""
}

// severityType is bold for what must be mended.
func severityType(severity data.Severity) paper.Type {
	if severity == data.SeverityError {
		return paper.SansBold.Sized(9)
	}
	return paper.Sans.Sized(9)
}

// line adds the row of a lack. The rows of a person stay together, or at least the first
// two and the last two.
func (m *missingTable) line(i int) {
	row, line := m.Row(i), m.lines[i]
	m.Add(row.Height, func(y float64) { m.drawRow(&row, y, line.first, line.last) })
	if !line.first {
		m.goOn(m.t.Say("report_form.missing_continued", data.Args{"name": line.person.Name}))
	}
	if line.last {
		m.KeepEnds(len(line.person.Lacks), 3)
	}
}

// goOn names the person again where the last row begins a page.
func (m *missingTable) goOn(words string) {
	b := paper.SansBold.Sized(9.5).Wrap(words, paper.Right-paper.Left-2*paper.CellSide)
	height := b.Height() + 2*paper.CellAbove
	m.Again(height, func(y float64) {
		m.doc.Box(paper.Left, y, paper.Right-paper.Left, height, paper.Thin)
		m.doc.Block(b, paper.Left+paper.CellSide, y+paper.CellAbove)
	})
}

// clean adds the line that counts those with nothing missing; it stays with a row.
func (m *missingTable) clean(words string) {
	if words == "" {
		return
	}
	if len(m.lines) > 0 {
		m.KeepLast()
		m.Gap(4)
	}
	b := paper.Sans.Sized(10.5).Wrap(words, paper.Right-paper.Left)
	m.Add(b.Height(), func(y float64) { m.doc.Block(b, paper.Left, y) })
}

// drawRow sets the cells of a row. The first column is one cell over all rows of a person
// on a page: it has a line above the first of them and below the last.
func (m *missingTable) drawRow(row *paper.TableRow, y float64, first, last bool) {
	x, end := paper.Left, y+row.Height
	for i, c := range m.Columns {
		if i > 0 || first {
			m.doc.Line(x, y, x+c.Width, y, paper.Thin)
		}
		if i > 0 || last {
			m.doc.Line(x, end, x+c.Width, end, paper.Thin)
		}
		m.doc.Line(x, y, x, end, paper.Thin)
		m.doc.Block(row.Cells[i], x+paper.CellSide, y+paper.CellAbove)
		x += c.Width
	}
	m.doc.Line(paper.Right, y, paper.Right, end, paper.Thin)
}

// page sets the rows of a page from y on, and closes the cell of a person who goes on on
// the next one.
func (m *missingTable) page(on paper.Span, y float64) {
	end := m.Put(on, y)
	if on.Last <= len(m.lines) {
		m.doc.Line(paper.Left, end, paper.Left+m.Columns[0].Width, end, paper.Thin)
	}
}
