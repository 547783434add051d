package reports

import (
	"io"
	"strconv"
	"strings"

	"graduand/data"
	"graduand/reports/paper"
)

// List is the locked form «Список осіб, які проходитимуть державну підсумкову
// атестацію…» as plain data. Its words are law and come from the campaign file;
// nothing is added to them (UA-135).
type List struct {
	// Letterhead leaves the top free for the official letterhead, for a school
	// without a corner stamp (UA-120); else the top left is free for the stamp.
	Letterhead bool
	// Head is the letterhead itself, drawn in the place of the corner stamp.
	Head Head
	// StampCaption marks the place of the corner stamp, a line each; empty for a
	// place without words.
	StampCaption []string
	// Date and Number are the outgoing ones; empty leaves a line for the pen.
	Date      string
	Number    string
	Addressee []string

	Title    string
	Subtitle string

	Institution        string
	InstitutionCaption string

	TypeCaption string
	Types       []Mark

	// Columns are the headings of the six columns; a line feed breaks a heading.
	Columns [6]string
	Rows    []ListRow

	// Kits is the sentence about the kits with «%s» for their number, which is the
	// number of rows (UA-129).
	Kits             string
	HeadTitle        string
	HeadName         string
	SignatureCaption string
	NameCaption      string
	Seal             string
}

// ListRow is one person; its number in the list is its place.
type ListRow struct {
	Surname    string
	GivenName  string
	Patronymic string
	CardNumber string
	// Subjects are the counted ones, each with its level where it has one.
	Subjects []string
}

// ListPDF prints the list on A4: repeated header of the table, rows never split,
// the signature never without rows above it. Errors: report.empty without rows,
// report.no_room for a row higher than a page, report.no_glyph.
func ListPDF(w io.Writer, l List) error {
	if len(l.Rows) == 0 {
		return data.Fail("report.empty", nil)
	}
	doc := paper.New(l.Title, paper.Serif, paper.SerifBold)
	doc.Page()
	y := listHead(doc, &l)
	var p paper.Pile
	p.Add(0, func(float64) {}) // what stands above the table is on the page already
	if i := l.table().AddTo(&p, doc, len(l.Rows), paper.OfficialBottom-paper.OfficialTop); i >= 0 {
		return paper.NoRoom(l.Title, l.Rows[i].Surname)
	}
	p.Add(footHeight(&l), func(y float64) { listFoot(doc, &l, y) })
	for i, on := range p.Pages(y, paper.OfficialTop, paper.OfficialBottom) {
		if i > 0 {
			doc.Page()
			y = paper.OfficialTop
		}
		p.Put(on, y)
	}
	return doc.Write(w)
}

// columns are those of the list, together as wide as the page between its margins.
func (l *List) columns() []paper.Column {
	return []paper.Column{
		{Title: l.Columns[0], Width: 10, Centred: true, Cell: func(i int) string { return strconv.Itoa(i + 1) }},
		{Title: l.Columns[1], Width: 31, Cell: func(i int) string { return l.Rows[i].Surname }},
		{Title: l.Columns[2], Width: 24, Cell: func(i int) string { return l.Rows[i].GivenName }},
		{Title: l.Columns[3], Width: 31, Cell: func(i int) string { return l.Rows[i].Patronymic }},
		{Title: l.Columns[4], Width: 24, Cell: func(i int) string { return l.Rows[i].CardNumber }},
		{Title: l.Columns[5], Width: 50, Cell: func(i int) string { return strings.Join(l.Rows[i].Subjects, ", ") }},
	}
}

func (l *List) table() *paper.Table {
	return &paper.Table{Columns: l.columns(), Left: paper.OfficialLeft, Head: paper.Serif.Sized(10), Body: paper.Serif.Sized(11), Floor: 7.5, Centred: true}
}

// listHead sets everything above the table and returns the y of the table.
func listHead(doc *paper.Document, l *List) float64 {
	const stampHeight, letterheadHeight, addresseeX = 32.0, 62.0, 112.0
	y, reference := paper.OfficialTop, 0.0
	switch {
	case !l.Head.empty():
		l.Head.draw(doc, y)
		reference = y + l.Head.height() + 5
		if !l.Head.besides(addresseeX) {
			y = reference
		}
	case l.Letterhead:
		y, reference = letterheadHeight, letterheadHeight
	default:
		stampCaption(doc, l.StampCaption)
		reference = y + stampHeight
	}
	listReference(doc, l, reference)
	end := y
	for _, line := range l.Addressee {
		end = doc.Block(paper.OfficialWords().Wrap(line, paper.OfficialRight-addresseeX), addresseeX, end)
	}
	y = max(end, reference+6) + 6
	y = doc.BlockCentre(paper.SerifBold.Sized(14).Wrap(l.Title, paper.OfficialRight-paper.OfficialLeft), paper.OfficialLeft, paper.OfficialRight, y)
	y = doc.BlockCentre(paper.OfficialWords().Wrap(l.Subtitle, paper.OfficialRight-paper.OfficialLeft-10), paper.OfficialLeft, paper.OfficialRight, y+1)
	y = listInstitution(doc, l, y+5)
	return listTypes(doc, l, y+3) + 5
}

func stampCaption(doc *paper.Document, lines []string) {
	y := paper.OfficialTop
	for _, line := range lines {
		y = doc.Block(paper.OfficialWords().Wrap(line, 70), paper.OfficialLeft, y)
	}
}

// listReference sets date and number on their lines, with the top of the text at y.
func listReference(doc *paper.Document, l *List, y float64) {
	const dateWidth, numberWidth, sign = 30.0, 32.0, 9.0
	base := y + paper.OfficialWords().Ascent()
	onLine(doc, l.Date, paper.OfficialLeft, base, dateWidth)
	doc.TextCentre(paper.OfficialWords(), paper.OfficialLeft+dateWidth, paper.OfficialLeft+dateWidth+sign, base, "№")
	onLine(doc, l.Number, paper.OfficialLeft+dateWidth+sign, base, numberWidth)
}

// onLine sets words centred on a line whose baseline is y.
func onLine(doc *paper.Document, words string, x, y, width float64) {
	b := paper.OfficialWords().FitBoth(words, width, 6.5)
	doc.BlockCentre(b, x, x+width, y-b.Ascent()-float64(max(len(b.Lines)-1, 0))*b.Leading())
	doc.Line(x, y+1, x+width, y+1, paper.Thin)
}

// listInstitution sets the full name on as many lines as it needs, each underlined.
func listInstitution(doc *paper.Document, l *List, y float64) float64 {
	b := paper.OfficialWords().Wrap(l.Institution, paper.OfficialRight-paper.OfficialLeft)
	for i := range max(len(b.Lines), 1) {
		line := y + b.Ascent() + 1 + float64(i)*(b.Leading()+0.8)
		if i < len(b.Lines) {
			doc.TextCentre(b.Type, paper.OfficialLeft, paper.OfficialRight, line-1, b.Lines[i])
		}
		doc.Line(paper.OfficialLeft, line, paper.OfficialRight, line, paper.Thin)
		if i == max(len(b.Lines), 1)-1 {
			y = line
		}
	}
	return doc.BlockCentre(paper.OfficialCaption().Wrap(l.InstitutionCaption, paper.OfficialRight-paper.OfficialLeft), paper.OfficialLeft, paper.OfficialRight, y+0.4)
}

// listTypes sets the choices, each with its box, the right one crossed (UA-125).
func listTypes(doc *paper.Document, l *List, y float64) float64 {
	y = doc.Block(paper.OfficialWords().Wrap(l.TypeCaption, paper.OfficialRight-paper.OfficialLeft), paper.OfficialLeft, y) + 1
	for _, m := range l.Types {
		b := paper.OfficialWords().Wrap(m.Title, paper.OfficialRight-paper.OfficialLeft-7)
		doc.Tick(paper.OfficialLeft, y+(b.Leading()-paper.TickSize)/2+0.2, paper.TickSize, m.Done)
		y = doc.Block(b, paper.OfficialLeft+7, y) + 0.6
	}
	return y
}
