package reports

import (
	"io"

	"graduand/data"
	"graduand/data/text"
	"graduand/reports/paper"
)

// Certified are the words by which a person certifies a copy (UA-025, UA-026); the captions stand
// below the places to fill.
type Certified struct {
	Words                                      string
	SignatureCaption, NameCaption, DateCaption string
}

// Copies are documents for the kit, each on a sheet of its own, which who registers signs.
type Copies struct {
	Certified
	Documents []CopiedDocument
}

// CopiedDocument is a document of one person: its sides or pages, one below the other. Person is
// who signs, initials and surname; "" leaves a line.
type CopiedDocument struct {
	Person string
	Sides  []CopiedSide
}

// CopiedSide is a picture of a side. Fitted says that it is not in its true size.
type CopiedSide struct {
	Picture
	Fitted bool
}

// Measures of a copy in mm: what photocopiers and printers leave white, the room between two sides
// and above the words, and the height of the words with what is signed.
const (
	copyMargin     = 12.0
	copyLeft       = 15.0
	betweenSides   = 7.0
	fittedNote     = 4.5
	aboveCertified = 9.0
	certifiedHigh  = 30.0
)

// CopyRoom is what a side takes at most, in mm; as many as two of them have room on a sheet.
func CopyRoom(sides int) (width, height float64) {
	height = paper.PageHeight - 2*copyMargin - aboveCertified - certifiedHigh
	if sides > 1 {
		height = (height - betweenSides) / 2
	}
	return paper.PageWidth - 2*copyLeft, height - fittedNote
}

// CopySheets prints them. Errors: report.empty without documents, report.no_glyph.
func CopySheets(w io.Writer, c Copies, language string, own map[string]string) error {
	if len(c.Documents) == 0 {
		return data.Fail("report.empty", nil)
	}
	t := text.For(language).With(own)
	doc := paper.New(t.Say("document.copies", nil), paper.Serif, paper.SerifBold, paper.Sans)
	for i := range c.Documents {
		c.set(doc, &c.Documents[i], t)
	}
	return doc.Write(w)
}

// set sets the sides of a document, and the words below the last one on each sheet.
func (c *Copies) set(doc *paper.Document, d *CopiedDocument, t *text.Text) {
	const end = paper.PageHeight - copyMargin - aboveCertified - certifiedHigh
	y := end + 1
	for i, side := range d.Sides {
		if y+side.high() > end {
			if i > 0 {
				c.certify(doc, d.Person, y-betweenSides)
			}
			doc.Page()
			y = copyMargin
		}
		y = side.draw(doc, y, t) + betweenSides
	}
	c.certify(doc, d.Person, y-betweenSides)
}

func (s *CopiedSide) high() float64 {
	if s.Fitted {
		return s.Height + fittedNote
	}
	return s.Height
}

// draw draws a side in the middle of the sheet, and says below it that its size is not the true one.
func (s *CopiedSide) draw(doc *paper.Document, y float64, t *text.Text) float64 {
	left := (paper.PageWidth - s.Width) / 2
	doc.Picture(s.JPEG, left, y, s.Width, s.Height)
	if s.Fitted {
		doc.BlockCentre(paper.Sans.Sized(7).Grey(0.35).FitBoth(t.Say("report.copy_fitted", nil), paper.PageWidth-2*copyLeft, 6), copyLeft, paper.PageWidth-copyLeft, y+s.Height+0.8)
	}
	return y + s.high()
}

// certify sets the words and the places for signature, name and date below y.
func (c *Copies) certify(doc *paper.Document, person string, y float64) {
	const signature, name, date, between = 52.0, 66.0, 46.0, 8.0
	y += aboveCertified
	doc.Text(paper.SerifBold.Sized(14), copyLeft, y+5, c.Words)
	line := y + 19.0
	doc.Signed(copyLeft, line, signature, "", c.SignatureCaption)
	doc.Signed(copyLeft+signature+between, line, name, person, c.NameCaption)
	doc.Signed(copyLeft+signature+name+2*between, line, date, "", c.DateCaption)
}
