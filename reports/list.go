package reports

import (
	"io"
	"strings"

	"graduand/data"
)

// List is the locked form «Список осіб, які проходитимуть державну підсумкову
// атестацію…» as plain data. Its words are law and come from the campaign file;
// nothing is added to them (UA-135).
type List struct {
	// Letterhead leaves the top free for the official letterhead, for a school
	// without a corner stamp (UA-120); else the top left is free for the stamp.
	Letterhead bool
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

// The margins of an official letter in mm (DSTU 4163-2003, 4.2).
const (
	letterLeft   = 30.0
	letterRight  = pageWidth - 10.0
	letterTop    = 20.0
	letterBottom = pageHeight - 20.0
)

// Letters of the list.
func listLetter() letter  { return letter{face: serif, size: 12} }
func listCaption() letter { return letter{face: serif, size: 9} }

// ListPDF prints the list on A4: repeated header of the table, rows never split,
// the signature never without rows above it. Errors: report.empty without rows,
// report.no_room for a row higher than a page, report.no_glyph.
func ListPDF(w io.Writer, l List) error {
	if len(l.Rows) == 0 {
		return data.Fail("report.empty", nil)
	}
	s := newSheet(l.Title, serif, serifBold)
	s.page()
	y := s.listHead(&l)
	table, err := newTable(&l)
	if err != nil {
		return err
	}
	foot := footHeight(&l)
	for i, p := range table.pages(y, foot) {
		if i > 0 {
			s.page()
			y = letterTop
		}
		y = table.draw(s, p, y)
	}
	s.listFoot(&l, y)
	return s.write(w)
}

// listHead sets everything above the table and returns the y of the table.
func (s *sheet) listHead(l *List) float64 {
	const stampHeight, letterheadHeight, addresseeX = 32.0, 62.0, 112.0
	y := letterTop
	if l.Letterhead {
		y = letterheadHeight
	} else {
		s.stampCaption(l.StampCaption)
	}
	reference := y
	if !l.Letterhead {
		reference += stampHeight
	}
	s.outgoing(l, reference)
	end := y
	for _, line := range l.Addressee {
		end = s.block(listLetter().wrap(line, letterRight-addresseeX), addresseeX, end)
	}
	y = max(end, reference+6) + 6
	y = s.blockCentre(letter{face: serifBold, size: 14}.wrap(l.Title, letterRight-letterLeft), letterLeft, letterRight, y)
	y = s.blockCentre(listLetter().wrap(l.Subtitle, letterRight-letterLeft-10), letterLeft, letterRight, y+1)
	y = s.institution(l, y+5)
	return s.types(l, y+3) + 5
}

func (s *sheet) stampCaption(lines []string) {
	y := letterTop
	for _, line := range lines {
		y = s.block(listLetter().wrap(line, 70), letterLeft, y)
	}
}

// outgoing sets date and number on their lines, with the top of the text at y.
func (s *sheet) outgoing(l *List, y float64) {
	const dateWidth, numberWidth, sign = 30.0, 32.0, 9.0
	base := y + listLetter().ascent()
	s.onLine(l.Date, letterLeft, base, dateWidth)
	s.textCentre(listLetter(), letterLeft+dateWidth, letterLeft+dateWidth+sign, base, "№")
	s.onLine(l.Number, letterLeft+dateWidth+sign, base, numberWidth)
}

// onLine sets words centred on a line whose baseline is y.
func (s *sheet) onLine(words string, x, y, width float64) {
	b := listLetter().fitBoth(words, width, 6.5)
	s.blockCentre(b, x, x+width, y-b.ascent()-float64(max(len(b.lines)-1, 0))*b.leading())
	s.line(x, y+1, x+width, y+1, thin)
}

// institution sets the full name on as many lines as it needs, each underlined.
func (s *sheet) institution(l *List, y float64) float64 {
	b := listLetter().wrap(l.Institution, letterRight-letterLeft)
	for i := range max(len(b.lines), 1) {
		line := y + b.ascent() + 1 + float64(i)*(b.leading()+0.8)
		if i < len(b.lines) {
			s.textCentre(b.letter, letterLeft, letterRight, line-1, b.lines[i])
		}
		s.line(letterLeft, line, letterRight, line, thin)
		if i == max(len(b.lines), 1)-1 {
			y = line
		}
	}
	return s.blockCentre(listCaption().wrap(l.InstitutionCaption, letterRight-letterLeft), letterLeft, letterRight, y+0.4)
}

// types sets the choices, each with its box, the right one crossed (UA-125).
func (s *sheet) types(l *List, y float64) float64 {
	y = s.block(listLetter().wrap(l.TypeCaption, letterRight-letterLeft), letterLeft, y) + 1
	for _, m := range l.Types {
		b := listLetter().wrap(m.Title, letterRight-letterLeft-7)
		s.tick(letterLeft, y+(b.leading()-3.4)/2+0.2, m.Done)
		y = s.block(b, letterLeft+7, y) + 0.6
	}
	return y
}

// subjectsOf is the text of the last cell.
func (r ListRow) subjectsOf() string { return strings.Join(r.Subjects, ", ") }
